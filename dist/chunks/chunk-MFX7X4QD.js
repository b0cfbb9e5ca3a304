import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  Failure
} from "./chunk-WSKDE7IN.js";

// src/host/process.ts
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
var DEFAULT_MAX_OUTPUT = 16 * 1024 * 1024;
async function run(host, command, args, options = {}) {
  const { cwd = host.cwd, env = host.env, input, timeoutMs, maxOutput = DEFAULT_MAX_OUTPUT } = options;
  host.log.debug(`run: ${command} ${args.join(" ")}`);
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers();
  const child = spawn(command, args, {
    cwd,
    env: { ...env },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  const stdout = collect(child.stdout, maxOutput);
  const stderr = collect(child.stderr, maxOutput);
  if (options.onStderrLine !== void 0) eachLine(child.stderr, options.onStderrLine);
  let timedOut = false;
  const expire = () => {
    timedOut = true;
    child.kill("SIGKILL");
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const timer = timeoutMs === void 0 ? void 0 : setTimeout(expire, timeoutMs);
  child.stdin.on("error", () => {
  });
  child.stdin.end(input);
  child.on("error", (cause) => {
    clearTimeout(timer);
    reject(new Failure("missing-tool", `${command} could not be started: ${cause.message}.`, { cause }));
  });
  child.on("close", (exitCode, signal) => {
    clearTimeout(timer);
    resolve({
      exitCode,
      signal,
      timedOut,
      stdout: stdout(),
      stderr: stderr(),
      ms: performance.now() - started
    });
  });
  return promise;
}
function collect(stream, maxOutput) {
  const chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    const kept = chunk.subarray(0, Math.max(0, maxOutput - size));
    size += kept.length;
    if (kept.length > 0) chunks.push(kept);
  });
  return () => Buffer.concat(chunks).toString("utf8");
}
var MAX_LINE = 64 * 1024;
function eachLine(stream, onLine) {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  stream.on("data", (chunk) => {
    const [first = "", ...lines] = decoder.write(chunk).split("\n");
    rest = (rest + first).slice(0, MAX_LINE);
    for (const line of lines) {
      onLine(rest);
      rest = line.slice(0, MAX_LINE);
    }
  });
  stream.on("end", () => rest !== "" && onLine(rest));
}

export {
  run
};
