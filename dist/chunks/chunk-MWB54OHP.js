import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  jsonText
} from "./chunk-L2V5KLOK.js";
import {
  TOO_SHORT,
  currentDirectory,
  plainText,
  runDirectory,
  secretsOf,
  styledText,
  tellFailure,
  withoutCommands
} from "./chunk-4KZHZBOR.js";
import {
  keptDirectory
} from "./chunk-FAWLDARW.js";
import {
  Failure,
  clauseText,
  failureSentence,
  messageText,
  sentenceText
} from "./chunk-IPQ6L4C3.js";

// src/host/terminal.ts
import { tmpdir, availableParallelism } from "node:os";
function terminalHost(terminal, log) {
  const { env } = terminal;
  const temporary = runDirectory("TMPDIR", tmpdir());
  return {
    surface: "terminal",
    cwd: currentDirectory(terminal),
    env,
    log,
    temporary,
    kept: keptDirectory(env, temporary),
    cores: availableParallelism()
  };
}
function terminalLog(terminal, { verbose, json }) {
  const { stderr } = terminal;
  const out = json ? stderr : terminal.stdout;
  const secrets = secretsOf();
  const { colour } = terminalStyle(out, terminal.env);
  const plain = terminal.env["GITHUB_ACTIONS"] === "true" ? withoutCommands : plainText;
  const report = colour ? (line) => styledText(line, plain) : plain;
  const say = (line) => void stderr.write(`${plain(secrets.hide(line))}
`);
  return {
    info: (line) => void out.write(`${report(secrets.hide(line))}
`),
    notice: (message) => say(`note: ${messageText(message, "terminal")}`),
    warning: (message) => say(`warning: ${messageText(message, "terminal")}`),
    error: (message, location) => say(`error: ${at(location)}${messageText(message, "terminal")}`),
    quote: (text) => say(text.trimEnd()),
    debug: (line) => void (verbose && say(line)),
    secret: (text) => {
      if (text !== "" && secrets.add(text).length === 0) say(`warning: ${TOO_SHORT}`);
    },
    hide: (text) => secrets.hide(text)
  };
}
function at(location) {
  if (location === void 0) return "";
  return `${[location.file, location.line, location.column].filter((part) => part !== void 0).join(":")}: `;
}
function terminalStyle(stream, env) {
  const colour = stream.isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const asked = Number(env["COLUMNS"]);
  return { width: stream.columns ?? (asked >= 20 ? asked : Number.POSITIVE_INFINITY), colour };
}

// src/report/failure-json.ts
function failureJson(thrown, surface, hide = (text) => text) {
  const report = {
    schemaVersion: 1,
    failure: thrown instanceof Failure ? failureValue(thrown, surface) : defectValue(thrown)
  };
  return jsonText(report, hide);
}
function failureValue(failure, surface) {
  const { code, clauses, fields, inputs, locations, output } = failure;
  const { what, why, fix, state } = clauses;
  const text = (clause) => clause === void 0 ? null : clauseText(clause, surface);
  return {
    code,
    message: failureSentence(failure, surface),
    what: clauseText(what, surface),
    why: text(why),
    fix: text(fix),
    state: text(state),
    fields: known(fields),
    inputs: inputs.map(({ input, value, clause }) => ({
      input,
      value,
      message: sentenceText(clause, surface)
    })),
    locations: locations.map((location) => ({ ...location })),
    output: output ?? null
  };
}
function known(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}
function defectValue(thrown) {
  return thrown instanceof Error ? { code: "defect", message: thrown.message, stack: thrown.stack ?? null } : { code: "defect", message: String(thrown), stack: null };
}

// src/commands/terminal/tell-on-terminal.ts
function tellOnTerminal({ stdout }, log, { json }, error) {
  tellFailure(log, error, "terminal");
  if (json) stdout.write(failureJson(error, "terminal", (text) => log.hide(text)));
}

export {
  terminalHost,
  terminalLog,
  terminalStyle,
  failureJson,
  tellOnTerminal
};
