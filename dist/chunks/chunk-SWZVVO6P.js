import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  withoutCommands
} from "./chunk-7M2MTWI2.js";

// src/host/workflow-command.ts
function workflowCommand({ name, message }, properties = {}) {
  const set = Object.entries(properties).flatMap(
    ([key, value]) => value === void 0 ? [] : [`${key}=${escapeProperty(String(value))}`]
  );
  return `::${name}${set.length === 0 ? "" : ` ${set.join(",")}`}::${escapeMessage(message)}
`;
}
function readCommand(text) {
  const parts = /^::([a-z-]+)(?: [^:\r\n]*)?::([^\r\n]*)\r?\n$/.exec(text);
  return parts === null ? null : { name: parts[1] ?? "", message: unescapeMessage(parts[2] ?? "") };
}
function escapeMessage(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function unescapeMessage(text) {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
function escapeProperty(text) {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/host/guarded-output.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { StringDecoder } from "node:string_decoder";
var toolkitCommands = new AsyncLocalStorage();
function guardOutput({ stdout, stderr }, clean) {
  const write = stdout.write.bind(stdout);
  const lines = pendingLine((text) => void write(`${withoutCommands(clean(text))}
`));
  const own = (text) => {
    lines.end();
    write(text);
  };
  const take = (text) => {
    const listener = toolkitCommands.getStore();
    const command = listener === void 0 ? null : readCommand(text);
    if (command === null) lines.add(text);
    else listener?.(command);
  };
  intercept(stdout, take);
  guardPlain(stderr, clean);
  process.on("exit", () => lines.end());
  return own;
}
function guardPlain(stderr, clean) {
  const write = stderr.write.bind(stderr);
  const lines = pendingLine((text) => void write(`${withoutCommands(clean(text))}
`));
  intercept(stderr, (text) => lines.add(text));
  process.on("exit", () => lines.end());
}
function intercept(stream, take) {
  const decoder = new StringDecoder("utf8");
  stream.write = (chunk, ...rest) => {
    take(typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
    const done = rest.find((argument) => typeof argument === "function");
    if (done !== void 0) queueMicrotask(() => done());
    return true;
  };
}
function pendingLine(say) {
  let pending = "";
  return {
    add(text) {
      const lines = (pending + text).split(/\r\n|[\r\n]/);
      pending = lines.pop() ?? "";
      if (lines.length > 0) say(lines.join("\n"));
    },
    end() {
      if (pending !== "") say(pending);
      pending = "";
    }
  };
}

export {
  workflowCommand,
  toolkitCommands,
  guardOutput
};
