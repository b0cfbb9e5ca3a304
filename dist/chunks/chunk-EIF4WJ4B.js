import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  Failure
} from "./chunk-WSKDE7IN.js";

// src/host/process.ts
import { spawn } from "node:child_process";
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

export {
  run
};
