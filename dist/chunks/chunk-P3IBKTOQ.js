import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  processTree
} from "./chunk-DLB6TBYB.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/host/on-path.ts
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
function searchPath(env) {
  return (env["PATH"] ?? "").split(path.delimiter).filter((directory) => path.isAbsolute(directory));
}
function onPath({ env }, name) {
  const files = searchPath(env).map((directory) => path.join(directory, name));
  return files.find(isExecutable) ?? null;
}
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

// src/host/child-environment.ts
import { delimiter, isAbsolute } from "node:path";
var PATH = names("PATH");
var BASIC = names("PATH HOME USER LOGNAME TMPDIR LANG LC_ALL LC_CTYPE");
var NETWORK = names(`
  HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  SSL_CERT_FILE SSL_CERT_DIR`);
var GIT_NETWORK = names(`
  SSH_AUTH_SOCK GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT
  GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY GIT_SSL_NO_VERIFY CURL_CA_BUNDLE
  GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM
  GIT_CONFIG_COUNT GIT_CONFIG_KEY_* GIT_CONFIG_VALUE_*`);
var GO = names(`
  GO111MODULE GOAUTH GOBIN GOCACHE GOCACHEPROG GODEBUG GOENV GOEXPERIMENT GOFIPS140 GOFLAGS GOGC GOINSECURE
  GOMAXPROCS GOMEMLIMIT GOMODCACHE GONOPROXY GONOSUMDB GOPATH GOPRIVATE GOPROXY GOROOT GOSUMDB GOTMPDIR GOTOOLCHAIN
  GOVCS GOWORK GO_EXTLINK_ENABLED NETRC
  AR CC CXX FC GCCGO PKG_CONFIG CGO_* PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
  CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH SDKROOT`);
var CONTAINERS = [
  ...BASIC,
  ...NETWORK,
  ...names(`
    SSH_AUTH_SOCK DBUS_SESSION_BUS_ADDRESS
    XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME`)
];
var MAY_HAVE = {
  // Go fetches modules, and runs git for those that no proxy has: docs/decisions/0016-the-environment-of-children.md
  go: [
    ...BASIC,
    ...NETWORK,
    ...GIT_NETWORK,
    ...names("GIT_ASKPASS SSH_ASKPASS GIT_TERMINAL_PROMPT GIT_ALLOW_PROTOCOL XDG_CACHE_HOME XDG_CONFIG_HOME"),
    ...GO
  ],
  git: [...BASIC, ...NETWORK, ...GIT_NETWORK, "XDG_CONFIG_HOME"],
  // A packer reads options from a variable that has its name, and xz from XZ_OPT and XZ_DEFAULTS. They are not passed
  // on.
  packer: PATH,
  xz: PATH,
  docker: [
    ...CONTAINERS,
    ...names(`
      DOCKER_HOST DOCKER_CONFIG DOCKER_CONTEXT DOCKER_API_VERSION DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH`)
  ],
  podman: [
    ...CONTAINERS,
    ...names(`
      CONTAINER_HOST CONTAINER_CONNECTION CONTAINER_SSHKEY CONTAINER_PASSPHRASE PODMAN_CONNECTIONS_CONF
      CONTAINERS_CONF CONTAINERS_CONF_OVERRIDE CONTAINERS_STORAGE_CONF CONTAINERS_REGISTRIES_CONF
      STORAGE_DRIVER STORAGE_OPTS`)
  ],
  // GNU tar reads options from TAR_OPTIONS, which is not passed on. The library that starts tar reads the proxies.
  tar: [...BASIC, ...NETWORK],
  sudo: PATH,
  // The variables that the helpers of cloud providers and of desktop key rings are known to read.
  "credential helper": [
    ...BASIC,
    ...NETWORK,
    ...names(`
      DOCKER_CONFIG XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
      DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY GNUPGHOME GPG_TTY PASSWORD_STORE_DIR
      AWS_* AZURE_* MSI_ENDPOINT MSI_SECRET IDENTITY_ENDPOINT IDENTITY_HEADER
      CLOUDSDK_* GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CLOUD_PROJECT GCE_METADATA_HOST`)
  ],
  shell: PATH
};
function names(words) {
  return words.split(/\s+/).filter((word) => word !== "");
}
function childEnvironment({ env, temporary }, tool, set = {}) {
  const own = Object.entries(env).filter(
    ([name, value]) => value !== void 0 && isOneOf(name, MAY_HAVE[tool]) && isUsable(name, value)
  );
  const path3 = env["PATH"] === void 0 ? {} : { PATH: searchPath(env).join(delimiter) };
  const scratch = MAY_HAVE[tool].includes("TMPDIR") ? { TMPDIR: temporary } : {};
  const given = { ...Object.fromEntries(own), ...path3, ...scratch, ...set };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0));
}
function isOneOf(name, known) {
  return known.some((one) => one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one);
}
function isUsable(name, value) {
  const isPlace = name.startsWith("XDG_") || PLACES.includes(name);
  return !isPlace || isAbsolute(value);
}
var PLACES = names("HOME GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM");

// src/host/process.ts
import { spawn as spawn2 } from "node:child_process";
import path2 from "node:path";
import { StringDecoder } from "node:string_decoder";

// src/host/brief-command.ts
async function runBriefly(program, args, cwd, env) {
  if (/["\\]|\s$/.test(program)) return null;
  const { getExecOutput } = await import("./exec-UXW3P773.js");
  return getExecOutput(`"${program}"`, [...args], {
    cwd,
    env: onlySet(env),
    ignoreReturnCode: true,
    // Neither the command nor its output may appear in a workflow's log, where a line can be a command to the runner.
    silent: true
  }).catch((error) => {
    if (wasNotStarted(error)) return null;
    throw error;
  });
}
function wasNotStarted(error) {
  return error instanceof Error && NOT_STARTED.test(error.message);
}
var NOT_STARTED = /^(?:Unable to locate executable file: |The cwd: .* does not exist!$|There was an error when attempting to execute the process )/s;
function onlySet(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]])
  );
}

// src/host/end-with-us.ts
import { spawn } from "node:child_process";
var GUARDED_AFTER_MS = 200;
var GUARD = 'trap "" INT TERM HUP; read -r _ || kill -s KILL -- "-$1"';
function endWithUs(child) {
  const { pid } = child;
  if (pid === void 0) return;
  const end = () => killGroup(pid);
  process.setMaxListeners(0);
  process.prependListener("exit", end);
  let guard = null;
  const timer = setTimeout(() => guard = startGuard(pid), GUARDED_AFTER_MS);
  timer.unref();
  child.once("close", () => {
    clearTimeout(timer);
    process.off("exit", end);
    guard?.stdin?.end("\n");
  });
}
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
  }
}
function startGuard(pid) {
  const guard = spawn("/bin/sh", ["-c", GUARD, "sh", String(pid)], {
    cwd: "/",
    env: {},
    detached: true,
    stdio: ["pipe", "ignore", "ignore"]
  });
  guard.on("error", () => {
  });
  guard.stdin?.on("error", () => {
  });
  guard.unref();
  return guard;
}

// src/host/standstill.ts
import { setTimeout as sleep } from "node:timers/promises";
var MS_PER_TICK = 10;
async function* moments(pid, everyMs, over) {
  let before = -1;
  let since = performance.now();
  for (; ; ) {
    await sleep(everyMs, void 0, { signal: over, ref: false });
    const tree = processTree(pid);
    if (tree.length === 0) continue;
    const ticks = tree.reduce((sum, each) => sum + each.ticks, 0);
    if (ticks !== before || !tree.every(rests)) {
      before = ticks;
      since = performance.now();
    }
    yield { tree, processorMs: ticks * MS_PER_TICK, restedMs: performance.now() - since };
  }
}
async function standstill(pid, stillMs, over) {
  const everyMs = Math.max(10, Math.min(stillMs / 10, 5e3));
  for await (const { restedMs } of moments(pid, everyMs, over)) if (restedMs >= stillMs) return;
}
function rests({ state }) {
  return state === "S" || state === "T" || state === "Z";
}

// src/host/process.ts
var DEFAULT_MAX_OUTPUT = 16 * 1024 * 1024;
async function run(host, command, args, options) {
  host.stop?.throwIfAborted();
  host.log.debug(`run: ${command} ${args.join(" ")}`);
  const program = programFile(host, command);
  if (!("brief" in options)) return runProgram(host, command, program, args, options);
  const { cwd = host.cwd, env } = options;
  const started = performance.now();
  const answered = await runBriefly(program, args, cwd, env);
  if (answered === null) return runProgram(host, command, program, args, { cwd, env });
  const ms = performance.now() - started;
  return { ...answered, signal: null, timedOut: false, stoodStill: false, ms };
}
function runProgram(host, command, program, args, options) {
  const { cwd = host.cwd, env, input, timeoutMs, maxOutput = DEFAULT_MAX_OUTPUT } = options;
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers();
  const child = spawn2(program, args, {
    cwd,
    env: { ...env },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    // sudo uses the terminal to recognize a user who has already given a password. A new session would have no
    // terminal.
    detached: command !== "sudo"
  });
  endWithUs(child);
  const stdout = collect(child.stdout, maxOutput);
  const stderr = collect(child.stderr, maxOutput);
  if (options.onStderrLine !== void 0) eachLine(child.stderr, options.onStderrLine);
  let timedOut = false;
  let stoodStill = false;
  const end = () => {
    if (child.pid !== void 0) killGroup(child.pid);
    child.kill("SIGKILL");
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const expire = () => {
    timedOut = true;
    end();
  };
  const timer = timeoutMs === void 0 ? void 0 : setTimeout(expire, timeoutMs);
  const over = new AbortController();
  if (options.standstillMs !== void 0 && child.pid !== void 0)
    standstill(child.pid, options.standstillMs, over.signal).then(
      () => {
        stoodStill = true;
        end();
      },
      () => {
      }
    );
  host.stop?.addEventListener("abort", end);
  child.stdin.on("error", () => {
  });
  child.stdin.end(input);
  const settle = () => {
    clearTimeout(timer);
    over.abort();
    host.stop?.removeEventListener("abort", end);
  };
  child.on("error", (cause) => {
    settle();
    reject(
      new Failure(
        "missing-tool",
        { what: clause`${command} could not be started`, why: clause`${cause.message}` },
        { cause, fields: { command } }
      )
    );
  });
  child.on("close", (exitCode, signal) => {
    settle();
    if (host.stop?.aborted === true) return reject(host.stop.reason);
    resolve({
      exitCode,
      signal,
      timedOut,
      stoodStill,
      stdout: stdout(),
      stderr: stderr(),
      ms: performance.now() - started
    });
  });
  return promise;
}
function programFile(host, command) {
  if (command.includes(path2.sep)) return path2.resolve(host.cwd, command);
  const file = onPath(host, command);
  if (file === null)
    throw new Failure(
      "missing-tool",
      { what: clause`${command} could not be started`, why: clause`it is not on PATH` },
      { fields: { command } }
    );
  return file;
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
  onPath,
  childEnvironment,
  moments,
  run
};
