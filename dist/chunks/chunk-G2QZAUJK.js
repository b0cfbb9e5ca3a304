import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  guardOutput,
  workflowCommand
} from "./chunk-SWZVVO6P.js";
import {
  TOO_SHORT,
  plainText,
  runDirectory,
  secretsOf,
  withoutCommands
} from "./chunk-7M2MTWI2.js";
import {
  keptDirectory
} from "./chunk-FAWLDARW.js";
import {
  messageText
} from "./chunk-HFKM3V7P.js";

// src/host/runner.ts
import { randomBytes } from "node:crypto";
import { availableParallelism, tmpdir } from "node:os";
function runnerHost(env, cwd, log = runnerLog(process)) {
  const temporary = runDirectory("RUNNER_TEMP", env["RUNNER_TEMP"] || tmpdir());
  return {
    surface: "action",
    cwd,
    env,
    log,
    temporary,
    kept: keptDirectory(env, temporary),
    cores: availableParallelism()
  };
}
function runnerLog(streams) {
  const secrets = secretsOf();
  const write = guardOutput(streams, (text) => secrets.hide(text));
  const command = (name, message, properties) => {
    const text = messageText(message, "action");
    return write(workflowCommand({ name, message: withoutCommands(secrets.hide(text)) }, properties));
  };
  const warning = (message) => command("warning", message);
  return {
    info: (line) => write(`${withoutCommands(secrets.hide(line))}
`),
    notice: (message) => command("notice", message),
    warning,
    error: (message, location) => command("error", message, annotation(location)),
    quote: (text) => write(stopped(plainText(secrets.hide(text)))),
    debug: (line) => command("debug", line),
    secret: (text) => {
      if (text === "") return;
      const masked = secrets.add(text);
      if (masked.length === 0) warning(TOO_SHORT);
      for (const part of masked) write(workflowCommand({ name: "add-mask", message: part }));
    },
    hide: (text) => secrets.hide(text)
  };
}
function stopped(text) {
  const token = randomBytes(24).toString("hex");
  return `::stop-commands::${token}
${text.trimEnd()}
::${token}::
`;
}
function annotation(location) {
  if (location === void 0) return {};
  return { file: withoutCommands(location.file), line: location.line, col: location.column };
}

export {
  runnerHost,
  runnerLog
};
