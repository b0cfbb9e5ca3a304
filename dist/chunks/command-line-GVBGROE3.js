import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  COMMAND_FLAGS,
  GROUPS,
  VERSION,
  build,
  declare,
  exitCodeOf,
  inputsOf,
  isRepeatable,
  isSwitch,
  placeName,
  problemsFailure,
  runCommand,
  runHints,
  tellFailure,
  verdictLines,
  weighInJson,
  writeReports,
  wrongInput
} from "./chunk-WOAIGKFA.js";
import {
  printable
} from "./chunk-Y34BR563.js";
import {
  didYouMean,
  redact,
  scratchDirectory
} from "./chunk-CEIJRWH4.js";
import "./chunk-QTIA6VQ3.js";
import "./chunk-S665WGCL.js";
import "./chunk-SZYL7PT7.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-T2HII73C.js";
import "./chunk-33PJWEQH.js";

// src/declare/flags.ts
import { parseArgs } from "node:util";

// src/declare/help.ts
var COMMANDS = ["build"];
var WIDTH = 80;
var INDENT = 30;
var OVERVIEW = `bantam builds a Go service into the smallest image that provably runs, and keeps
it that small.

Usage: bantam <command> [flags]

Commands:
  build [main\u2026]   compile, pack, prove, weigh and write or publish an image

Try it, in the directory of a Go service:
  bantam build

bantam build --help explains every flag. bantam --version shows the version.
`;
var BUILD = `Usage: bantam build [main\u2026] [flags]

Compiles a Go service statically, packs it with UPX, proves that the packed
binary starts, lays it into an image from scratch and weighs that. Without
--push, --load or --output it writes an OCI layout to .bantam/<name>, and says
how to run it.
`;
var EXAMPLES = `Examples:
  bantam build
      The only main package of this module, as an OCI layout in .bantam.
  bantam build ./cmd/api --budget 3MB --output api.tar
      One archive for "docker load"; exit code 1 if the image is over 3 MB.
  bantam build ./cmd/api --budget 3MB --image ghcr.io/me/api --tags v1 --push
      Published, unless it is over budget.

Lists take commas or lines, or the flag again. Sizes: 3MB, 500kB, 2.5MiB.

Exit codes:
  0  within budget, and published as asked
  1  over budget, or not measured
  2  it could not be done: bad input, missing tool, failed compile or push

docs/reference.md says all that there is to say about each flag.
`;
function helpFor(command) {
  return command === "build" ? [BUILD, ...GROUPS.map(groupHelp), EXAMPLES].join("\n") : OVERVIEW;
}
function groupHelp(group) {
  const flags = inputsOf("terminal").filter((input) => input.group === group).map((input) => flagHelp(signature(input), summary(input)));
  const own = group === "The run" ? COMMAND_FLAGS : [];
  const commandFlags = own.map(
    ({ name, short, description }) => flagHelp(`${short === void 0 ? "" : `-${short}, `}--${name}`, description)
  );
  return `${group}:
${[...flags, ...commandFlags].join("")}`;
}
function signature(input) {
  if (isSwitch(input)) return `--${input.name}`;
  return `--${input.name} ${input.placeholder ?? input.choices?.join("|") ?? "VALUE"}`;
}
function summary({ description, default: usual, ...input }) {
  const first = /^.*?[.](?=\s|$)/.exec(description)?.[0] ?? description;
  const shown = usual === "" || isSwitch({ ...input, description, default: usual }) ? "" : ` [${usual}]`;
  return first.replaceAll("`", "") + shown;
}
function flagHelp(flag, text) {
  const lines = wrap(text, WIDTH - INDENT);
  const head = `  ${flag}`;
  const own = head.length < INDENT - 1 ? [head.padEnd(INDENT) + (lines.shift() ?? "")] : [head];
  return [...own, ...lines.map((line) => " ".repeat(INDENT) + line)].map((line) => `${line}
`).join("");
}
function wrap(text, width) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// src/declare/flags.ts
function parseCommandLine(argv) {
  const { flags, words } = splitCommandLine(argv);
  const [command, ...mains] = words;
  if (asks(flags, "version")) return { ok: true, value: { kind: "version" } };
  if (command === void 0) return withoutCommand(flags);
  if (command === "help") return { ok: true, value: { kind: "help", text: helpFor(mains[0] ?? null) } };
  if (command !== "build") return { ok: false, problems: [unknownCommand(command)] };
  if (asks(flags, "help")) return { ok: true, value: { kind: "help", text: helpFor("build") } };
  const given = readFlags(flags, mains);
  return {
    ok: true,
    value: { kind: "build", given, json: asks(flags, "json"), verbose: asks(flags, "verbose") }
  };
}
function withoutCommand(flags) {
  const other = flags.find(({ typed }) => !["--help", "-h"].includes(typed));
  if (other === void 0) return { ok: true, value: { kind: "help", text: helpFor(null) } };
  return {
    ok: false,
    problems: [
      wrongInput("terminal", "bantam", `has flags and no command; write bantam build ${other.typed} \u2026`)
    ]
  };
}
function unknownCommand(command) {
  const looksLikeMain = /^[./]/.test(command);
  const hint = looksLikeMain ? `; write bantam build ${command}` : didYouMean(command, COMMANDS) || `; this version knows ${COMMANDS.join(", ")}`;
  return wrongInput("terminal", `"${command}"`, `is not a command${hint}`);
}
function splitCommandLine(argv) {
  const options = Object.fromEntries([
    ...inputsOf("terminal").map(
      (input) => [input.name, { type: isSwitch(input) ? "boolean" : "string" }]
    ),
    ...COMMAND_FLAGS.map(({ name }) => [name, { type: "boolean" }])
  ]);
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const flags = /* @__PURE__ */ new Map();
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") {
      const before = flags.get(token.index - 1);
      const meant = before?.value === void 0 && /^(?:true|false|auto)$/.test(token.value);
      if (before !== void 0 && meant) flags.set(token.index - 1, { ...before, detached: token.value });
      else words.push(token.value);
    }
    if (token.kind !== "option" || flags.has(token.index)) continue;
    flags.set(token.index, {
      typed: token.rawName.startsWith("--") ? token.rawName : argv[token.index] ?? token.rawName,
      value: token.value,
      joined: token.inlineValue === true,
      detached: void 0
    });
  }
  return { flags: [...flags.values()], words };
}
function asks(flags, name) {
  const short = COMMAND_FLAGS.find((flag) => flag.name === name)?.short;
  return flags.some(
    ({ typed, joined }) => !joined && (typed === `--${name}` || short !== void 0 && typed === `-${short}`)
  );
}
function readFlags(flags, mains) {
  const inputs = inputsOf("terminal");
  const values = {};
  const problems = [];
  if (mains.length > 0) values.main = mains.join("\n");
  for (const flag of flags) {
    if (COMMAND_FLAGS.some(({ name, short }) => flag.typed === `--${name}` || flag.typed === `-${short}`)) {
      if (flag.joined) problems.push(wrongInput("terminal", flag.typed, "takes no value; write it alone"));
      continue;
    }
    const input = inputs.find(({ name }) => flag.typed === `--${name}`);
    if (input === void 0) {
      problems.push(unknownFlag(flag.typed));
      continue;
    }
    const value = valueOf(input, flag);
    const before = values[input.name];
    if (value === null) {
      problems.push(wrongInput("terminal", input.name, valueProblem(input, flag)));
    } else if (before === void 0 || isRepeatable(input)) {
      values[input.name] = before === void 0 ? value : `${before}
${value}`;
    } else {
      problems.push(wrongInput("terminal", input.name, "is given twice; write it once"));
    }
  }
  return { surface: "terminal", values, problems };
}
function valueOf(input, { value, joined, detached }) {
  if (detached !== void 0) return null;
  if (isSwitch(input) && !joined) return "true";
  if (value === void 0 || value.trim() === "") return null;
  return !joined && input.kind !== "words" && isKnownFlag(value) ? null : value;
}
function valueProblem(input, { value, detached }) {
  if (detached !== void 0) return `takes its value behind "="; write --${input.name}=${detached}`;
  const example = `write --${input.name} ${input.placeholder ?? input.choices?.join("|") ?? "VALUE"}`;
  if (value === void 0) return `has no value; ${example}`;
  return value.trim() === "" ? `is empty; ${example}, or leave it out` : `has no value before ${value}; ${example}`;
}
function isKnownFlag(word) {
  const name = /^--([^=]+)/.exec(word)?.[1];
  return [...inputsOf("terminal"), ...COMMAND_FLAGS].some((known) => known.name === name);
}
function unknownFlag(typed) {
  const names = [...inputsOf("terminal"), ...COMMAND_FLAGS].map(({ name }) => `--${name}`);
  const word = `--${typed.replace(/^-+/, "").replace(/=.*$/s, "")}`;
  const hint = didYouMean(word, names) || "; bantam build --help lists the flags";
  return wrongInput("terminal", typed.replace(/=.*$/s, ""), `is not a flag${hint}`);
}

// src/host/terminal.ts
import { homedir, tmpdir, availableParallelism } from "node:os";
import path from "node:path";
function terminalHost(terminal, { verbose, json }) {
  const { env } = terminal;
  return {
    surface: "terminal",
    cwd: terminal.cwd(),
    env,
    log: terminalLog(json ? terminal.stderr : terminal.stdout, terminal.stderr, verbose),
    temporary: scratchDirectory(tmpdir()),
    kept: path.join(env["XDG_CACHE_HOME"] ?? path.join(env["HOME"] ?? homedir(), ".cache"), "bantam"),
    cores: availableParallelism()
  };
}
function terminalLog(out, err, verbose) {
  const secrets = /* @__PURE__ */ new Set();
  const say = (stream, line) => void stream.write(`${redact(line, secrets)}
`);
  return {
    info: (line) => say(out, line),
    notice: (sentence) => say(err, `note: ${sentence}`),
    warning: (sentence) => say(err, `warning: ${sentence}`),
    error: (sentence, location) => say(err, `error: ${at(location)}${sentence}`),
    quote: (text) => say(err, text.trimEnd()),
    debug: (line) => void (verbose && say(err, line)),
    secret: (text) => void (text !== "" && secrets.add(text))
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

// src/report/where-lines.ts
function whereLines(where, digest, run, screen) {
  const place = `  ${printable(where)}   `;
  const whole = place.length + digest.length <= screen.width;
  return [`${place}${whole ? digest : `${digest.slice(0, 19)}\u2026`}`, `  run it:  ${printable(run)}`];
}

// src/commands/command-line.ts
async function commandLine(terminal) {
  const parsed = parseCommandLine(terminal.argv.slice(2));
  if (!parsed.ok) {
    terminal.stderr.write(`error: ${problemsFailure(parsed.problems).message}
`);
    return 2;
  }
  const command = parsed.value;
  switch (command.kind) {
    case "help":
      terminal.stdout.write(command.text);
      return 0;
    case "version":
      terminal.stdout.write(`${VERSION}
`);
      return 0;
    case "build":
      return runBuild(terminal, command);
  }
}
async function runBuild(terminal, { given, json, verbose }) {
  const host = terminalHost(terminal, { json, verbose });
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const { spec, run } = await declare(host, given);
    const { name, weighIn, gate, image, depths, published } = await build(host, spec, { screen });
    for (const line of ["", ...verdictLines(weighIn, screen)]) host.log.info(line);
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec));
      host.log.info(`
${whereLines(placeName(place), image.manifest.digest, command, screen).join("\n")}`);
    }
    if (run.report !== null) await writeReports(run.report, weighIn, depths);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (!gate.pass) host.log.error(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    tellFailure(host.log, error);
    return 2;
  }
}
export {
  commandLine
};
