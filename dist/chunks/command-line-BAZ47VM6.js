import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  placeName,
  runCommand,
  runHints,
  tellOnTerminal,
  terminalHost,
  terminalLog,
  terminalStyle
} from "./chunk-BF6NIIEH.js";
import {
  build,
  waitOn,
  writeReports
} from "./chunk-FIH5MKE7.js";
import {
  declare,
  verdictLines,
  weighInJson,
  wrap
} from "./chunk-GXX3IOZR.js";
import "./chunk-T2HII73C.js";
import "./chunk-6DS7XL4G.js";
import "./chunk-JR5LPFBT.js";
import {
  COMMAND_FLAGS,
  FLAG_INPUTS,
  flagsOf
} from "./chunk-SCJOKQVO.js";
import {
  GROUPS,
  INPUTS,
  exitCodeOf,
  isRepeatable,
  isSwitch,
  looksLikeList,
  problemsFailure,
  wrongInput
} from "./chunk-NBJDAXWK.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  printable
} from "./chunk-HPLOS7X5.js";
import {
  tellFailure
} from "./chunk-MEBG5QVS.js";
import {
  didYouMean
} from "./chunk-23CBNL2I.js";
import "./chunk-QTIA6VQ3.js";
import "./chunk-LE76Q6V7.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-GD6LAIVM.js";
import "./chunk-DD7232U5.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-O46FCSL4.js";
import {
  runEntry
} from "./chunk-QYIGD5H3.js";
import "./chunk-W5USXX6S.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/declare/flags.ts
import { parseArgs } from "node:util";

// src/declare/help.ts
var COMMANDS = ["build", "weigh", "diff", "diet"];
var WIDTH = 80;
var INDENT = 30;
var OVERVIEW = `bantam builds a Go service into the smallest image that provably runs, and keeps
it that small.

Usage: bantam <command> [flags]

Commands:
  build [main\u2026]   compile, pack, prove, weigh and write or publish an image
  weigh THING     what is in any Go image or binary, against a budget
  diff A B        what grew from one of those to another
  diet [main\u2026]    what would make an image smaller, each tried by a real build

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
var DIET = `Usage: bantam diet [main\u2026] [flags]

Builds a Go service as it is, then with each change that could make it smaller:
build tags that its dependencies look at, no inlining, no certificates, no time
zones, zstd layers, a newer Go or module, Go's own experiments. Shows what each
takes off the image, the pull and the memory, its price, and the line to write;
then which import brings how many bytes, and what keeps the linker from dropping
dead code. It publishes nothing and changes none of your files.
`;
var THINGS = `A binary, an OCI layout, an archive of "docker save" or skopeo, a weigh-in, or
an image in a registry: whoever built it, none of it is run. What UPX packed is
unpacked by UPX. ./PATH:TAG is one of several images in a layout or archive.
`;
var WEIGH = `Usage: bantam weigh THING [flags]

Shows what an image or a binary weighs and needs, and which modules and packages
that comes from.

${THINGS}`;
var DIFF = `Usage: bantam diff BEFORE AFTER [flags]

Shows what grew and shrank from one to the other: first what is not code (Go's
version, packing, flags), then sizes, then modules and packages.

${THINGS}`;
var WEIGH_EXAMPLES = `Examples:
  bantam weigh ./server
  bantam weigh ghcr.io/me/api:v1 --platforms all
  bantam weigh image.tar --budget image:20MB
      Exit code 1 if the image is over 20 MB.

Exit codes:
  0  weighed, and within the budget if there is one
  1  over budget, or not measured
  2  it could not be done
`;
var DIFF_EXAMPLES = `Examples:
  bantam diff ./old ./new
  bantam diff ghcr.io/me/api:v1 .bantam/api --json

Exit codes:
  0  compared, whatever grew
  2  it could not be done
`;
var DIET_EXAMPLES = `Examples:
  bantam diet
  bantam diet ./cmd/api --platforms linux/arm64 --json

Exit codes:
  0  tried, whatever came of it
  2  it could not be built as it is
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
  2  anything else: bad input, missing tool, failed compile or push

docs/reference.md says all that there is to say about each flag.
`;
function helpFor(command) {
  const known = COMMANDS.find((name) => name === command) ?? null;
  switch (known) {
    case "build":
      return [BUILD, ...groupsHelp(known), EXAMPLES].join("\n");
    case "diet":
      return [DIET, ...groupsHelp(known), DIET_EXAMPLES].join("\n");
    case "weigh":
      return [WEIGH, flagsHelp(known), WEIGH_EXAMPLES].join("\n");
    case "diff":
      return [DIFF, flagsHelp(known), DIFF_EXAMPLES].join("\n");
    case null:
      return OVERVIEW;
  }
}
function flagsHelp(command) {
  const flags = flagsOf(command).map((input) => flagHelp(signature(input), summary(weighing(input))));
  return `Flags:
${[...flags, ...commandFlagsHelp()].join("")}`;
}
function weighing(input) {
  return input.name === "platforms" ? { ...input, default: "" } : input;
}
function groupsHelp(command) {
  return GROUPS.flatMap((group) => {
    const flags = flagsOf(command).filter((input) => input.group === group).map((input) => flagHelp(signature(input), summary(input)));
    const own = group === "The run" ? commandFlagsHelp() : [];
    return flags.length + own.length === 0 ? [] : [`${group}:
${[...flags, ...own].join("")}`];
  });
}
function commandFlagsHelp() {
  return COMMAND_FLAGS.map(
    ({ name, short, description }) => flagHelp(`${short === void 0 ? "" : `-${short}, `}--${name}`, description)
  );
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
  const indented = lines.map((line) => " ".repeat(INDENT) + line);
  const whole = head.length < INDENT - 1 ? [head.padEnd(INDENT) + (lines[0] ?? ""), ...indented.slice(1)] : [head, ...indented];
  return whole.map((line) => `${line}
`).join("");
}

// src/declare/flags.ts
function parseCommandLine(argv) {
  const { flags, words } = splitCommandLine(argv);
  const [word, ...things] = words;
  if (asks(flags, "version")) return { ok: true, value: { kind: "version" } };
  if (word === void 0) return withoutCommand(flags);
  if (word === "help") return { ok: true, value: { kind: "help", text: helpFor(things[0] ?? null) } };
  const command = COMMANDS.find((known) => known === word);
  if (command === void 0) return { ok: false, problems: [unknownCommand(word)] };
  if (asks(flags, "help")) return { ok: true, value: { kind: "help", text: helpFor(command) } };
  const given = readFlags(command, flags, takesMains(command) ? things : []);
  return askedOf(command, things, { given, json: asks(flags, "json"), verbose: asks(flags, "verbose") });
}
function takesMains(command) {
  return command === "build" || command === "diet";
}
function askedOf(command, things, asked) {
  const [first, second, ...more] = things;
  switch (command) {
    case "build":
    case "diet":
      return { ok: true, value: { kind: command, ...asked } };
    case "weigh":
      return first === void 0 || second !== void 0 ? wrongCount("bantam weigh", "one argument", "bantam weigh THING, where THING is", things) : { ok: true, value: { kind: "weigh", subject: first, ...asked } };
    case "diff":
      return first === void 0 || second === void 0 || more.length > 0 ? wrongCount("bantam diff", "two arguments", "bantam diff BEFORE AFTER, where each is", things) : { ok: true, value: { kind: "diff", before: first, after: second, ...asked } };
  }
}
function wrongCount(command, needs, write, { length }) {
  const count = length === 0 ? "none" : `${length}`;
  return {
    ok: false,
    problems: [
      wrongInput(
        command,
        `needs ${needs}, but got ${count}; write ${write} a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`
      )
    ]
  };
}
function withoutCommand(flags) {
  const other = flags.find(({ typed }) => !["--help", "-h"].includes(typed));
  if (other === void 0) return { ok: true, value: { kind: "help", text: helpFor(null) } };
  return {
    ok: false,
    problems: [wrongInput("bantam", `has flags and no command; write bantam build ${other.typed} \u2026`)]
  };
}
function unknownCommand(command) {
  const looksLikeMain = /^[./]/.test(command);
  const hint = looksLikeMain ? `; write bantam build ${command}` : didYouMean(command, COMMANDS) || `; this version knows ${COMMANDS.join(", ")}`;
  return wrongInput(`"${command}"`, `is not a command${hint}`);
}
function splitCommandLine(argv) {
  const options = Object.fromEntries([
    ...FLAG_INPUTS.map((input) => [input.name, { type: isSwitch(input) ? "boolean" : "string" }]),
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
function readFlags(command, flags, mains) {
  const inputs = flagsOf(command);
  const values = {};
  const repeated = {};
  const problems = [];
  if (mains.length > 0) values.main = mains.join("\n");
  for (const flag of flags) {
    if (COMMAND_FLAGS.some(({ name, short }) => flag.typed === `--${name}` || flag.typed === `-${short}`)) {
      if (flag.joined) problems.push(wrongInput(flag.typed, "takes no value; write it alone"));
      continue;
    }
    const input = inputs.find(({ name }) => flag.typed === `--${name}`);
    if (input === void 0) {
      problems.push(unknownFlag(command, flag.typed));
      continue;
    }
    const value = valueOf(input, flag);
    const before = values[input.name];
    if (value === null) {
      problems.push(wrongInput(input.name, valueProblem(input, flag)));
    } else if (before === void 0 || isRepeatable(input)) {
      values[input.name] = before === void 0 ? value : `${before}
${value}`;
      if (before !== void 0) repeated[input.name] = [...repeated[input.name] ?? [before], value];
    } else {
      problems.push(wrongInput(input.name, "is given twice; write it once"));
    }
  }
  const withLists = Object.entries(repeated).filter(([, all]) => all.some(looksLikeList));
  return {
    surface: "terminal",
    values,
    problems,
    ...withLists.length === 0 ? {} : { repeated: Object.fromEntries(withLists) }
  };
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
  return [...FLAG_INPUTS, ...COMMAND_FLAGS].some((known) => known.name === name);
}
function unknownFlag(command, typed) {
  const names = [...flagsOf(command), ...COMMAND_FLAGS].map(({ name }) => `--${name}`);
  const bare = typed.replace(/=.*$/s, "");
  const of = command === "build" ? "" : ` of bantam ${command}`;
  if (flagsOf("build").some(({ name }) => bare === `--${name}`))
    return wrongInput(bare, `is not a flag${of}, but of bantam build; leave it out`);
  if (INPUTS.some(({ name }) => bare === `--${name}`))
    return wrongInput(bare, "is an input of the action only; leave it out");
  const hint = didYouMean(`--${bare.replace(/^-+/, "")}`, names) || `; bantam ${command} --help lists the flags`;
  return wrongInput(bare, `is not a flag${of}${hint}`);
}

// src/report/where-lines.ts
function whereLines(where, digest, run, screen) {
  const place = `  ${printable(where)}   `;
  const whole = place.length + digest.length <= screen.width;
  return [`${place}${whole ? digest : `${digest.slice(0, 19)}\u2026`}`, `  run it:  ${printable(run)}`];
}

// src/commands/terminal/build.ts
async function runBuild(terminal, log, { given, json }) {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log);
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const host = terminalHost(terminal, over);
    const { spec, run } = await declare(host, given);
    const { name, weighIn, gate, set, depths, published } = await build(host, spec, { screen, wait });
    for (const line of ["", ...verdictLines(weighIn, screen)]) host.log.info(line);
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec.platforms[0]));
      host.log.info(`
${whereLines(placeName(place), set.root.digest, command, screen).join("\n")}`);
    }
    const failure = published?.failure ?? null;
    if (failure !== null) tellFailure(host.log, failure, host.surface);
    if (run.report !== null) await writeReports(run.report, weighIn, depths);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (failure !== null) return 2;
    if (!gate.pass) host.log.error(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}

// src/commands/command-line.ts
function runCommandLine(process) {
  const parsed = parseCommandLine(process.argv.slice(2));
  const quiet = { json: process.argv.includes("--json"), verbose: false };
  const options = parsed.ok && "json" in parsed.value ? parsed.value : quiet;
  const log = terminalLog(process, options);
  return runEntry(process, {
    main: async () => {
      if (parsed.ok) return commandLine(process, log, parsed.value);
      throw problemsFailure(parsed.problems);
    },
    tell: (error) => tellOnTerminal(process, log, options, error),
    outlivesOutput: false
  });
}
var deferred = () => import("./deferred-JUIOKGKT.js");
async function commandLine(terminal, log, command) {
  switch (command.kind) {
    case "help":
      terminal.stdout.write(command.text);
      return 0;
    case "version":
      terminal.stdout.write(`${VERSION}
`);
      return 0;
    case "build":
      return runBuild(terminal, log, command);
    case "diet":
      return (await deferred()).runDiet(terminal, log, command);
    case "weigh":
      return (await deferred()).runWeigh(terminal, log, command);
    case "diff":
      return (await deferred()).runDiff(terminal, log, command);
  }
}
export {
  runCommandLine
};
