import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  redact,
  scratchDirectory
} from "./chunk-NKX4SIPG.js";
import {
  debug,
  error,
  info,
  notice,
  setSecret,
  warning
} from "./chunk-MHY373IV.js";

// src/host/runner.ts
import { availableParallelism, homedir, tmpdir } from "node:os";
import path from "node:path";
function runnerHost(env, cwd) {
  return {
    surface: "action",
    cwd,
    env,
    log: runnerLog(),
    temporary: scratchDirectory(env["RUNNER_TEMP"] ?? tmpdir()),
    kept: path.join(env["XDG_CACHE_HOME"] ?? path.join(env["HOME"] ?? homedir(), ".cache"), "bantam"),
    cores: availableParallelism()
  };
}
function runnerLog() {
  const secrets = /* @__PURE__ */ new Set();
  const safe = (text) => redact(text, secrets);
  return {
    info: (line) => info(safe(line)),
    notice: (sentence) => notice(safe(sentence)),
    warning: (sentence) => warning(safe(sentence)),
    error: (sentence, location) => error(safe(sentence), annotation(location)),
    quote: (text) => info(safe(text.trimEnd())),
    debug: (line) => debug(safe(line)),
    secret: (text) => {
      if (text === "") return;
      secrets.add(text);
      setSecret(text);
    }
  };
}
function annotation(location) {
  if (location === void 0) return {};
  return {
    file: location.file,
    ...location.line === void 0 ? {} : { startLine: location.line },
    ...location.column === void 0 ? {} : { startColumn: location.column }
  };
}

export {
  runnerHost
};
