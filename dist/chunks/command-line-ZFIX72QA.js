import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ARCHITECTURES,
  OFFICIAL_GO,
  SYSTEMS,
  arrangeFiles,
  build,
  buildFlags,
  constraintOfHeader,
  declare,
  declareCredentials,
  findCredentials,
  goEnvironment,
  goFailure,
  goList,
  goListJson,
  goOfSemver,
  goOnPath,
  growthLines,
  growthOf,
  headline,
  holds,
  inParallel,
  jsonText,
  judge,
  layOut,
  linkBinaries,
  listPlatform,
  listReleases,
  listThroughModuleProxy,
  listed,
  listedBeside,
  makeDirectory,
  makeImage,
  nameHolds,
  openRepository,
  openSubject,
  paint,
  parseBudget,
  parseSymbolName,
  placeName,
  readBinaries,
  readFiles,
  resolveTools,
  runCommand,
  runHints,
  semverOfGo,
  startClock,
  tagsOf,
  unknownSubjects,
  unreadProgram,
  verdictLines,
  weighInJson,
  weighSubject,
  whyNotWritten,
  writeReports
} from "./chunk-MG5LK3L2.js";
import "./chunk-VCAXLFFW.js";
import {
  isNoise
} from "./chunk-6FUMLW73.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-IVJM4JWD.js";
import {
  COMMAND_FLAGS,
  FLAG_INPUTS,
  flagsOf
} from "./chunk-CHMPQEUY.js";
import {
  GROUPS,
  INPUTS,
  exitCodeOf,
  formatShellWords,
  gate,
  isRepeatable,
  isSwitch,
  looksLikeList,
  problemsFailure,
  readWeighIn,
  readerOf,
  splitList,
  wrongInput,
  wrongValue
} from "./chunk-YSMW2YAB.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  formatBytes,
  formatChange,
  formatDelta,
  formatMemory,
  formatMs,
  nodeName,
  otherProgramWords,
  printable,
  proveStage,
  shorten,
  versionOf
} from "./chunk-6CCCR7X6.js";
import {
  TOO_SHORT,
  currentDirectory,
  didYouMean,
  keptDirectory,
  plainText,
  runDirectory,
  secretsOf,
  styledText,
  tellFailure,
  withoutCommands
} from "./chunk-QK4XTBJW.js";
import {
  parsed,
  problem
} from "./chunk-QTIA6VQ3.js";
import "./chunk-GH54FXO7.js";
import {
  run
} from "./chunk-XXI3I6IP.js";
import "./chunk-XALE4722.js";
import "./chunk-MTGD2QV7.js";
import "./chunk-ASRLB2PX.js";
import {
  Failure,
  runEntry
} from "./chunk-QPSR35YO.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-NNDOWG6N.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/declare/declare-weigh.ts
function declareWeigh(given) {
  const reader = readerOf(given);
  const asked = reader.items("platforms");
  const spec = {
    platforms: asked.length === 0 ? "usual" : asked.length === 1 && asked[0] === "all" ? "all" : reader.each("platforms", asked, parsePlatform),
    depth: reader.choice("depth", ["package", "function"]),
    budget: reader.listed("budget"),
    credentials: declareCredentials(reader)
  };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}

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
function flagHelp(flag2, text) {
  const lines = wrap(text, WIDTH - INDENT);
  const head = `  ${flag2}`;
  const own = head.length < INDENT - 1 ? [head.padEnd(INDENT) + (lines.shift() ?? "")] : [head];
  return [...own, ...lines.map((line2) => " ".repeat(INDENT) + line2)].map((line2) => `${line2}
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
      return first === void 0 || second !== void 0 ? wrongCount("bantam weigh", "weighs one thing", "bantam weigh THING", things) : { ok: true, value: { kind: "weigh", subject: first, ...asked } };
    case "diff":
      return first === void 0 || second === void 0 || more.length > 0 ? wrongCount("bantam diff", "compares two things", "bantam diff BEFORE AFTER", things) : { ok: true, value: { kind: "diff", before: first, after: second, ...asked } };
  }
}
function wrongCount(command, does, write, { length }) {
  const count = length === 0 ? "none is" : length === 1 ? "one is" : `${length} are`;
  return {
    ok: false,
    problems: [
      wrongInput(
        "terminal",
        command,
        `${does}, and ${count} named; write ${write}; each is a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`
      )
    ]
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
  const short = COMMAND_FLAGS.find((flag2) => flag2.name === name)?.short;
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
  for (const flag2 of flags) {
    if (COMMAND_FLAGS.some(({ name, short }) => flag2.typed === `--${name}` || flag2.typed === `-${short}`)) {
      if (flag2.joined) problems.push(wrongInput("terminal", flag2.typed, "takes no value; write it alone"));
      continue;
    }
    const input = inputs.find(({ name }) => flag2.typed === `--${name}`);
    if (input === void 0) {
      problems.push(unknownFlag(command, flag2.typed));
      continue;
    }
    const value = valueOf(input, flag2);
    const before = values[input.name];
    if (value === null) {
      problems.push(wrongInput("terminal", input.name, valueProblem(input, flag2)));
    } else if (before === void 0 || isRepeatable(input)) {
      values[input.name] = before === void 0 ? value : `${before}
${value}`;
      if (before !== void 0) repeated[input.name] = [...repeated[input.name] ?? [before], value];
    } else {
      problems.push(wrongInput("terminal", input.name, "is given twice; write it once"));
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
    return wrongInput("terminal", bare, `is not a flag${of}, but of bantam build; leave it out`);
  if (INPUTS.some(({ name }) => bare === `--${name}`))
    return wrongInput("terminal", bare, "is an input of the action alone; leave it out");
  const hint = didYouMean(`--${bare.replace(/^-+/, "")}`, names) || `; bantam ${command} --help lists the flags`;
  return wrongInput("terminal", bare, `is not a flag${of}${hint}`);
}

// src/host/progress.ts
var CLEAR_LINE = "\r\x1B[K";
function progressOn(stream, env) {
  if (!stream.isTTY || env["TERM"] === "dumb")
    return { say: (line2) => void stream.write(`${onOneLine(line2)}
`), end: () => {
    } };
  const width = () => Math.max(1, stream.columns - 1);
  return {
    // A line that is broken by the window could not be taken back.
    say: (line2) => void stream.write(`${CLEAR_LINE}${onOneLine(line2).slice(0, width())}`),
    end: () => void stream.write(CLEAR_LINE)
  };
}
function onOneLine(line2) {
  return withoutCommands(line2).replaceAll("\n", " ");
}

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
  const report = colour ? (line2) => styledText(line2, plain) : plain;
  const say = (line2) => void stderr.write(`${plain(secrets.hide(line2))}
`);
  return {
    info: (line2) => void out.write(`${report(secrets.hide(line2))}
`),
    notice: (sentence) => say(`note: ${sentence}`),
    warning: (sentence) => say(`warning: ${sentence}`),
    error: (sentence, location) => say(`error: ${at(location)}${sentence}`),
    quote: (text) => say(text.trimEnd()),
    debug: (line2) => void (verbose && say(line2)),
    secret: (text) => {
      if (text !== "" && secrets.add(text).length === 0) say(`warning: ${TOO_SHORT}`);
    }
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

// src/report/tag-words.ts
var KNOWN = {
  disable_grpc_modules: "Cloud Storage's client loses DirectPath over gRPC",
  disable_pgv: "messages of Envoy are not validated",
  disableunsafe: "plain Go instead of unsafe: slower",
  go_json: "gin reads and writes JSON by goccy/go-json",
  grpcnotrace: "gRPC writes no traces for golang.org/x/net/trace",
  jsoniter: "gin reads and writes JSON by json-iterator",
  nethttpomithttp2: "no HTTP/2: net/http neither serves nor speaks it",
  nobadger: "no Badger database (smallstep/nosql)",
  nobadgerv1: "no Badger 1 database (smallstep/nosql)",
  nobadgerv2: "no Badger 2 database (smallstep/nosql)",
  nobbolt: "no bbolt database (smallstep/nosql)",
  nomsgpack: "gin neither reads nor writes MsgPack",
  nomysql: "no MySQL database (smallstep/nosql)",
  nopgx: "no PostgreSQL database (smallstep/nosql)",
  safe: "plain Go instead of unsafe: slower",
  sonic: "gin reads and writes JSON by sonic"
};
var MOST_NAMED = 3;
function tagPrice(tag, packages) {
  const known = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : void 0;
  return known ?? `look it up: ${lookedAtBy(packages)}`;
}
function lookedAtBy(packages) {
  const named = packages.slice(0, MOST_NAMED).join(", ");
  const more = packages.length - MOST_NAMED;
  return `${named}${more > 0 ? ` and ${more} more` : ""} ${packages.length === 1 ? "looks" : "look"} at it`;
}

// src/report/diet-words.ts
function changesTitle(changes) {
  const [first, ...others] = changes;
  if (first === void 0) return "as it is";
  return others.length === 0 ? changeTitle(first) : "all of it together";
}
function changeTitle(change) {
  switch (change.kind) {
    case "build tag":
      return `build tag ${change.tag}`;
    case "no inlining":
      return "no inlining";
    case "no certificates":
      return "no certificates";
    case "no time zones":
      return "no time zones";
    case "zstd layers":
      return "zstd layers";
    case "zstd for packing":
      return "zstd layers, not packed";
    case "packing":
      return "packed by UPX";
    case "newer go":
      return change.version;
    case "newer module":
      return `${change.module} ${change.to} (${change.from} now)`;
    case "experiment":
      return `GOEXPERIMENT=${change.value}`;
  }
}
function changePrice(change) {
  switch (change.kind) {
    case "build tag":
      return tagPrice(change.tag, change.packages);
    case "no inlining":
      return "small functions are called and no longer copied into their callers: slower code";
    case "no certificates":
      return change.needed ? "TLS to any other server fails (x509: certificate signed by unknown authority), unless certificates are mounted" : "none: the binary cannot reach the system's certificates";
    case "no time zones":
      return change.needed ? "time.LoadLocation fails for every zone but UTC, and Local is UTC, unless zones are mounted" : "none: the binary cannot reach time.LoadLocation";
    case "zstd layers":
      return "whoever pulls needs Docker 23 or containerd 1.5, or newer";
    case "zstd for packing":
      return "a node stores the linked binary, and whoever pulls needs Docker 23 or containerd 1.5, or newer";
    case "packing":
      return "the binary is unpacked into private memory at every start";
    case "newer go":
      return "none but the upgrade: read the release notes";
    case "newer module":
      return "none but the upgrade: read its release notes";
    case "experiment":
      return EXPERIMENT_PRICES[change.value];
  }
}
var EXPERIMENT_PRICES = {
  nojsonv2: "encoding/json is the implementation of Go 1.26 and earlier, which decodes more slowly; a later Go may no longer offer it",
  nosizespecializedmalloc: "the runtime allocates small objects more slowly, as Go 1.26 and earlier do; a later Go may no longer offer it"
};
function changeCommands(changes) {
  return changes.flatMap(
    (change) => change.kind === "newer module" ? [`go get ${formatShellWords([`${change.module}@${change.to}`])}`] : []
  );
}
function changesPrice(changes) {
  return changes.map(changePrice).join("; ");
}
function settingsText(settings, surface) {
  return surface === "terminal" ? settings.map(({ input, value }) => flag(input, value)).join(" ") : settings.map(({ input, value }) => `${input}: ${yamlText(value)}`).join("\n");
}
function flag(input, value) {
  const word = formatShellWords([value]);
  return value.startsWith("-") ? `--${input}=${word}` : `--${input} ${word}`;
}
function yamlText(value) {
  return /^[A-Za-z][\w.,/-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null)$/i.test(value) ? value : JSON.stringify(value);
}
function failureWords({ stage, reason }) {
  const text = reason.replace(/\.$/, "");
  switch (stage) {
    case "compile":
      return `does not compile: ${text.replace(/^Compiling .*? failed: /s, "")}`;
    case "start":
      return `does not start: ${text.replace(/^it fails its proof: /, "")}`;
    case "pack":
      return `cannot be packed: ${text}`;
    case "other":
      return `could not be tried: ${text}`;
  }
}
function nothingWords({ linkedSize: before }, nothing) {
  const tags = nothing.flatMap(
    ({ changes }) => changes.flatMap((one) => one.kind === "build tag" ? [one.tag] : [])
  );
  const others = nothing.filter(({ changes }) => changes.every(({ kind }) => kind !== "build tag")).map(({ changes, outcome }) => {
    const grown = outcome.status === "not smaller" ? outcome.linkedSize - before : 0;
    return `${changesTitle(changes)}${grown > 0 ? ` (${formatDelta(grown)} before packing)` : ""}`;
  });
  return [...others, ...tags.length === 0 ? [] : [namedTags(tags)]].join(", ");
}
var MOST_UNTRIED = 5;
function untriedWords(tags) {
  const more = tags.length - MOST_UNTRIED;
  const named = namedTags(tags.slice(0, MOST_UNTRIED));
  return `not tried, for the time that takes: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
function namedTags(tags) {
  return `build ${tags.length === 1 ? "tag" : "tags"} ${tags.join(", ")}`;
}

// src/report/diet-json.ts
function dietJson(diet2) {
  const { name, platform, go, newerGo: newerGo2, modulesUnknown, asItIs, findings, untried, imports, deadCode } = diet2;
  const { saves, trades, nothing, failed: failed2 } = findings;
  const value = {
    schemaVersion: 1,
    bantam: VERSION,
    name,
    platform,
    go,
    newerGo: newerGo2,
    modulesUnknown,
    asItIs,
    findings: [
      ...saves.map((finding) => findingValue("smaller", finding)),
      ...trades.map((finding) => findingValue("larger", finding))
    ],
    nothing: nothing.map(triedValue),
    failed: failed2.map((tried) => ({ ...triedValue(tried), reason: reasonOf(tried) })),
    untried,
    imports,
    deadCode
  };
  return jsonText(value);
}
function findingValue(image, { changes, settings, weight, saved }) {
  return {
    ...triedValue({ changes, settings }),
    image,
    commands: changeCommands(changes),
    flags: settingsText(settings, "terminal"),
    yaml: settingsText(settings, "action"),
    price: changesPrice(changes),
    weight,
    saved
  };
}
function triedValue({ changes, settings }) {
  return {
    title: changesTitle(changes),
    changes: changes.map(({ kind }) => kind),
    settings: Object.fromEntries(settings.map(({ input, value }) => [input, value]))
  };
}
function reasonOf({ outcome }) {
  return outcome.status === "failed" ? failureWords(outcome) : "";
}

// src/diet/experiments.ts
var EXPERIMENTS = [
  { value: "nojsonv2", since: 27, package: "encoding/json" },
  { value: "nosizespecializedmalloc", since: 27, package: null }
];
function experimentsFor(goVersion, isCompiledIn, current) {
  const minor = Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0);
  const named = current.split(",").map((word) => word.trim().replace(/^no/, ""));
  return EXPERIMENTS.filter(
    (experiment) => minor >= experiment.since && !named.includes(experiment.value.replace(/^no/, "")) && (experiment.package === null || isCompiledIn(experiment.package))
  ).map(({ value }) => value);
}
function withExperiment(current, value) {
  return [current, value].filter((word) => word !== "").join(",");
}

// src/diet/change.ts
var NO_INLINING = "-gcflags=all=-l";
function applyChanges(spec, changes) {
  return changes.reduce(applyChange, spec);
}
function applyChange(spec, change) {
  const { compile, certificates, pack, go } = spec;
  switch (change.kind) {
    case "build tag":
      return { ...spec, compile: { ...compile, buildTags: [...compile.buildTags, change.tag] } };
    case "no inlining":
      return { ...spec, compile: { ...compile, buildFlags: [...compile.buildFlags, NO_INLINING] } };
    case "no certificates":
      return { ...spec, certificates: { ...certificates, roots: "none" } };
    case "no time zones":
      return { ...spec, timezones: "none" };
    case "zstd layers":
      return { ...spec, layerCompression: "zstd" };
    case "zstd for packing":
      return { ...spec, pack: { ...pack, mode: "off" }, layerCompression: "zstd" };
    case "packing":
      return { ...spec, pack: { ...pack, mode: "auto" } };
    case "newer go": {
      const version = change.version.replace(/^go/, "");
      return { ...spec, go: { ...go, version, versionFile: null } };
    }
    case "newer module":
      return spec;
    case "experiment": {
      const GOEXPERIMENT = withExperiment(compile.buildEnv["GOEXPERIMENT"] ?? "", change.value);
      return { ...spec, compile: { ...compile, buildEnv: { ...compile.buildEnv, GOEXPERIMENT } } };
    }
  }
}
function isOfCode({ kind }) {
  return OF_CODE.has(kind);
}
var OF_CODE = /* @__PURE__ */ new Set([
  "build tag",
  "no inlining",
  "newer go",
  "newer module",
  "experiment"
]);
function breaks(change) {
  return (change.kind === "no certificates" || change.kind === "no time zones") && change.needed;
}

// src/report/diet-advice-lines.ts
var MOST = 10;
var INDENT2 = 12;
function importLines(imports, screen) {
  if (imports.length === 0) return [];
  const rest = imports.slice(MOST);
  const bytes = rest.reduce((sum, advice) => sum + advice.bytes, 0);
  return [
    "",
    ...listed(["imports, each with what only it brings, before packing"], 2, screen),
    "",
    ...imports.slice(0, MOST).flatMap((advice) => adviceLines(advice, screen)),
    ...rest.length === 0 ? [] : sized(bytes, rest.length === 1 ? "1 other" : `${rest.length} others`, screen)
  ];
}
function adviceLines({ imported, bytes, packages, path: path6 }, screen) {
  const more = packages > 1 ? `, ${packages} packages` : "";
  return [...sized(bytes, `${imported}${more}`, screen), ...listed([way(path6)], INDENT2, screen)];
}
function sized(bytes, text, screen) {
  return listedBeside(`${formatBytes(bytes).padStart(INDENT2 - 2)}  `, [text], INDENT2, screen);
}
function way(path6) {
  return path6.join(" \u2192 ");
}
function deadCodeLines(reasons, screen) {
  if (reasons === null) return ["", ...listed(["what keeps dead code could not be told"], 2, screen)];
  if (reasons.length === 0) return [];
  const why = "dead code stays: these look methods up by names that only the running program knows, so the linker keeps every exported method of every type in use";
  return [
    "",
    ...listed([why], 2, screen),
    ...reasons.slice(0, MOST).flatMap(({ function: name, packages }) => [
      "",
      " ".repeat(INDENT2) + paint(screen, "strong", printable(name)),
      ...listed([way(packages)], INDENT2, screen)
    ])
  ];
}

// src/report/diet-lines.ts
function dietLines(diet2, screen) {
  const { name, platform, asItIs, findings, imports, deadCode } = diet2;
  return [
    headline(name, platform, screen),
    "",
    ...asItIsLines(asItIs, screen),
    ...findingsLines("smaller", findings.saves, screen),
    ...findingsLines("larger, but gives something back", findings.trades, screen),
    ...importLines(imports, screen),
    ...deadCodeLines(deadCode, screen),
    ...restLines(diet2, screen)
  ];
}
function asItIsLines({ imageSize, downloadSize, linkedSize, packed, price }, screen) {
  const pull = `${formatBytes(downloadSize)} to pull`;
  const linked = `${formatBytes(linkedSize)} before packing`;
  const rows = [
    {
      label: "image",
      what: formatBytes(imageSize),
      note: packed ? `${pull}, ${linked}` : `${pull}, not packed`
    },
    ...price === null ? [] : [
      {
        label: "memory",
        what: `${formatMemory(price.memory.shipped)} private`,
        note: `${formatMs(price.processorMs.shipped)} of processor time to start`
      }
    ]
  ];
  return rows.flatMap((row) => layOut({ ...row, figure: "" }, screen));
}
function findingsLines(title, findings, screen) {
  if (findings.length === 0) return [];
  return ["", `  ${title}`, ...findings.flatMap((finding) => ["", ...findingLines(finding, screen)])];
}
var INDENT3 = 12;
function findingLines({ changes, settings, saved }, screen) {
  const title = [changesTitle(changes), ...besides(saved)].join(", ");
  const figure = formatDelta(-saved.image).padStart(INDENT3 - 2);
  const price = `price: ${changes.length > 1 ? "what each of them costs" : changesPrice(changes)}`;
  return [
    ...listedBeside(
      `${paint(screen, saved.image < 0 ? "doubtful" : "good", figure)}  `,
      [title],
      INDENT3,
      screen
    ),
    ...[
      ...changeCommands(changes),
      ...settings.length === 0 ? [] : [settingsText(settings, "terminal")]
    ].map((line2) => `${" ".repeat(INDENT3)}${paint(screen, "strong", printable(line2))}`),
    ...listed([price], INDENT3, screen).map((line2) => changes.some(breaks) ? paintBelow(line2, screen) : line2)
  ];
}
function paintBelow(line2, screen) {
  return line2.slice(0, INDENT3) + paint(screen, "bad", line2.slice(INDENT3));
}
function besides({ download, memory, processorMs }) {
  return [
    `${formatDelta(-download)} to pull`,
    ...memory === null || isNoise("memory", 0, memory) ? [] : [`${memory > 0 ? "\u2212" : "+"}${formatMemory(Math.abs(memory))} memory`],
    ...processorMs === null ? [] : [`${formatMs(Math.abs(processorMs))} ${processorMs > 0 ? "less" : "more"} to start`]
  ];
}
function restLines({ asItIs, findings, untried, go, newerGo: newerGo2, modulesUnknown }, screen) {
  const { nothing, failed: failed2 } = findings;
  const texts = [
    ...nothing.length === 0 ? [] : [`tried, and saved nothing: ${nothingWords(asItIs, nothing)}`],
    ...failed2.map(failedWords),
    ...untried.length === 0 ? [] : [untriedWords(untried)],
    ...goWords(go, newerGo2),
    ...modulesUnknown === null ? [] : [`no newer module was tried: ${modulesUnknown}`]
  ];
  return texts.length === 0 ? [] : ["", ...listed(texts, 2, screen)];
}
function failedWords({ changes, outcome }) {
  const why = outcome.status === "failed" ? failureWords(outcome) : "";
  return `${changesTitle(changes)} ${why}`;
}
function goWords(go, newerGo2) {
  switch (newerGo2.status) {
    case "tried":
      return [];
    case "newest":
      return [`${go} is the newest Go`];
    case "unknown":
      return [`no newer Go was tried: ${newerGo2.reason}`];
  }
}

// src/report/breakdown-lines.ts
var LONGEST_NAME = 200;
function breakdownLines(root, view) {
  return nodeLines(root, root.bytes, view, 0);
}
function nodeLines(node, whole, view, level) {
  const children = level < view.depth ? node.children ?? [] : [];
  const sorted = children.filter(({ bytes }) => bytes > 0).toSorted((one, other) => other.bytes - one.bytes);
  const rest = sorted.slice(view.count);
  const restBytes = rest.reduce((sum, { bytes }) => sum + bytes, 0);
  const others = rest.length === 1 ? "1 other" : `${rest.length} others`;
  return [
    line(node.bytes, whole, level, `${nodeName(node.kind, node.name)} ${versionOf(node.version)}`.trimEnd()),
    ...sorted.slice(0, view.count).flatMap((child) => nodeLines(child, whole, view, level + 1)),
    ...rest.length === 0 ? [] : [line(restBytes, whole, level + 1, others)]
  ];
}
function line(bytes, whole, level, name) {
  const percent = whole === 0 ? 0 : Math.round(100 * bytes / whole);
  const share = percent === 0 ? "" : `${percent} %`;
  const title = printable(shorten(name, LONGEST_NAME));
  return `  ${formatBytes(bytes).padStart(8)}  ${share.padStart(5)}  ${"  ".repeat(level)}${title}`;
}

// src/report/weight-lines.ts
var VIEWS = {
  package: { depth: 2, count: 8 },
  function: { depth: 3, count: 5 }
};
var FILES = { depth: 1, count: 10 };
function weightLines(weighIn, depth, screen) {
  return weighIn.images.flatMap((image, index) => [
    ...index === 0 ? [] : [""],
    ...image.platforms.flatMap((weight, at2) => [
      ...at2 === 0 ? [] : [""],
      headline(image.name, weight.platform, screen),
      "",
      ...platformLines(weight, screen),
      ...verdictLines({ ...weighIn, images: [alone(image, weight)] }, screen),
      ...treeLines(weight, depth)
    ])
  ]);
}
function comparisonLines({ images }, screen) {
  const lines = images.flatMap(
    ({ name, platforms, baseline }) => platforms.flatMap(({ platform, growth }) => [
      "",
      headline(name, platform, screen),
      "",
      ...growth === null ? [] : growthLines(growth, baseline, screen)
    ])
  );
  return lines.slice(1);
}
function alone(image, weight) {
  const limits = image.budget.limits.filter(({ platform }) => platform === weight.platform);
  return { ...image, platforms: [weight], budget: { ...image.budget, limits } };
}
function platformLines({ settings, binaries, otherPrograms = [], sizes }, screen) {
  const { go, cgo, ldflags, buildTags } = settings;
  const flags = [
    ...cgo === null ? [] : [`cgo ${cgo}`],
    ...buildTags === null || buildTags.length === 0 ? [] : [`tags ${buildTags.join(",")}`],
    ...ldflags === null || ldflags === "" ? [] : [`ldflags ${ldflags}`]
  ];
  return [
    ...go === null ? [] : layOut({ label: "go", what: go, figure: "", note: flags.join(", ") }, screen),
    ...binaries.flatMap((binary) => binaryLines(binary, screen)),
    ...otherProgramLines(otherPrograms, screen),
    ...sizes.downloadSize === null ? [] : layOut(
      { label: "download", what: formatBytes(sizes.downloadSize), figure: "", note: "to pull" },
      screen
    )
  ];
}
function binaryLines(binary, screen) {
  const { path: path6, linkedSize, shippedSize, pack, price, proof, needs } = binary;
  const packed = pack.status === "packed";
  const unread = packed && binary.breakdown === null;
  const note = unread ? `packed by ${pack.packer}, not unpacked` : packed ? `${formatBytes(linkedSize)} before ${pack.packer}` : "not packed";
  const figure = packed && !unread ? formatChange(linkedSize, shippedSize) : "";
  const what = `${formatBytes(shippedSize)}  ${path6}`;
  const proven = proof.status !== "not run" || price !== null;
  return [
    ...layOut({ label: "binary", what, figure, note }, screen),
    ...proven ? layOut({ ...rowOf(proveStage(binary, null)), figure: "" }, screen) : [],
    ...needs === null ? [] : layOut({ label: "needs", what: describeNeeds(needs), figure: "", note: "" }, screen)
  ];
}
function otherProgramLines(programs, screen) {
  const { read, unread, more } = otherProgramWords(programs);
  const rows = [...read === null ? [] : [read], ...unread, ...more === null ? [] : [more]];
  return rows.flatMap(
    (what, index) => layOut({ label: index === 0 ? "others" : "", what: printable(what), figure: "", note: "" }, screen)
  );
}
function rowOf({ stage, what, note }) {
  return { label: stage, what, note };
}
var NEEDS = [
  ["certificates", "certificates"],
  ["timezones", "time zones"],
  ["exec", "programs to start"],
  ["users", "users to look up"],
  ["temp", "a temporary directory"]
];
function describeNeeds(needs) {
  const named = NEEDS.filter(([need]) => needs[need]).map(([, words]) => words);
  return named.length === 0 ? "nothing that scratch lacks" : named.join(", ");
}
var OF_PACKAGES = ["main", "std", "module"];
function withoutRepetition(tree) {
  const children = tree.children ?? [];
  if (!children.some(({ kind }) => OF_PACKAGES.includes(kind))) return tree;
  return {
    ...tree,
    children: children.map(({ children: parts = [], ...node }) => {
      const tells = OF_PACKAGES.includes(node.kind) || parts.length > 1 && node.kind !== "header";
      return tells ? { ...node, children: parts } : node;
    })
  };
}
function treeLines({ binaries, breakdown }, depth) {
  const trees = binaries.flatMap(
    ({ path: path6, pack, breakdown: tree }) => tree === null ? [] : [
      "",
      `  ${printable(path6)}${pack.status === "packed" ? ", before packing" : ""}`,
      ...breakdownLines(depth === "package" ? withoutRepetition(tree) : tree, VIEWS[depth])
    ]
  );
  const files = breakdown.children ?? [];
  return [...trees, ...files.length < 2 ? [] : ["", "  in the image", ...breakdownLines(breakdown, FILES)]];
}

// src/report/where-lines.ts
function whereLines(where, digest, run2, screen) {
  const place = `  ${printable(where)}   `;
  const whole = place.length + digest.length <= screen.width;
  return [`${place}${whole ? digest : `${digest.slice(0, 19)}\u2026`}`, `  run it:  ${printable(run2)}`];
}

// src/diet/candidates.ts
function candidatesFor(asItIs) {
  return [
    ...inliningChanges(asItIs),
    ...goChanges(asItIs),
    ...experimentChanges(asItIs),
    ...moduleChanges(asItIs),
    ...tagChanges(asItIs),
    ...contentChanges(asItIs),
    ...layerChanges(asItIs)
  ];
}
function inliningChanges({ spec: { compile } }) {
  const own = compile.buildFlags.some((flag2) => /^--?gcflags\b/.test(flag2));
  return own ? [] : [{ kind: "no inlining" }];
}
function goChanges({ newerGo: newerGo2 }) {
  return newerGo2 === null ? [] : [{ kind: "newer go", version: newerGo2 }];
}
function experimentChanges({ experiments }) {
  return experiments.map((value) => ({ kind: "experiment", value }));
}
function moduleChanges({ spec: { compile }, newerModules }) {
  const own = compile.buildFlags.some((flag2) => /^--?mod(?:file)?\b/.test(flag2));
  return own ? [] : newerModules.map((newer) => ({ kind: "newer module", ...newer }));
}
var MOST_TAGS = 16;
function tagChanges({ tags }) {
  return tags.slice(0, MOST_TAGS).map(({ tag, packages }) => ({ kind: "build tag", tag, packages }));
}
function untriedTags(tags) {
  return tags.slice(MOST_TAGS).map(({ tag }) => tag);
}
function contentChanges({ spec, certificates, timezones, needs }) {
  const rooted = certificates && spec.certificates.roots !== "none";
  return [
    ...rooted ? [{ kind: "no certificates", needed: needs.certificates }] : [],
    ...timezones ? [{ kind: "no time zones", needed: needs.timezones }] : []
  ];
}
function layerChanges({ spec, packed }) {
  const gzip = spec.layerCompression === "gzip";
  return [
    ...gzip ? [{ kind: "zstd layers" }] : [],
    ...packed ? [{ kind: "zstd for packing" }] : [],
    ...spec.pack.mode === "off" ? [{ kind: "packing" }] : []
  ];
}

// src/diet/weight.ts
function dietWeight({ sizes, binaries }) {
  const prices = binaries.map(({ price }) => price);
  const known = prices.filter((price) => price !== null);
  return {
    imageSize: sizes.imageSize,
    downloadSize: sizes.downloadSize ?? 0,
    linkedSize: binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0),
    packed: binaries.every(({ pack }) => pack.status === "packed"),
    price: known.length === 0 || known.length < prices.length ? null : known.reduce(worse)
  };
}
function worse(one, other) {
  return other.memory.shipped > one.memory.shipped ? other : one;
}
function isLinkedSmaller({ linkedSize: before }, linkedSize) {
  return linkedSize < before && !isNoise("binary", before, before - linkedSize);
}
function savedBy(asItIs, tried) {
  const [before, after] = [asItIs.price, tried.price];
  const memory = difference(
    before?.memory.shipped ?? after?.memory.linked,
    after?.memory.shipped ?? before?.memory.linked
  );
  const processorMs = asItIs.packed === tried.packed ? null : difference(
    before?.processorMs.shipped ?? after?.processorMs.linked,
    after?.processorMs.shipped ?? before?.processorMs.linked
  );
  return {
    image: asItIs.imageSize - tried.imageSize,
    download: asItIs.downloadSize - tried.downloadSize,
    memory,
    processorMs
  };
}
function difference(before, after) {
  return before === void 0 || after === void 0 ? null : before - after;
}

// src/diet/findings.ts
function findingsOf(asItIs, tried) {
  const weighed = tried.flatMap((one) => weighedOf(asItIs, one));
  const saves = weighed.filter(({ gain }) => gain === "saves").map(({ finding }) => finding);
  const trades = weighed.filter(({ gain }) => gain === "trades").map(({ finding }) => finding);
  const told = new Set([...saves, ...trades].map(({ changes }) => changes));
  return {
    saves: saves.toSorted(mostFirst),
    trades: trades.toSorted(mostFirst),
    nothing: tried.filter(({ outcome, changes }) => outcome.status !== "failed" && !told.has(changes)),
    failed: tried.filter(({ outcome }) => outcome.status === "failed")
  };
}
function worthTogether({ saves }) {
  const worth = saves.filter(({ saved, changes }) => saved.image > 0 && !changes.some(breaks));
  return worth.length < 2 ? [] : worth.flatMap(({ changes }) => changes);
}
function weighedOf(asItIs, { changes, settings, outcome }) {
  if (outcome.status !== "weighed") return [];
  const { weight } = outcome;
  const saved = savedBy(asItIs, weight);
  return [{ gain: gainOf(asItIs, saved), finding: { changes, settings, weight, saved } }];
}
var LEAST_SHARE = 0.01;
function gainOf({ imageSize, downloadSize }, { image, download, memory }) {
  const sameImage = isNoise("image", imageSize, image);
  const lessToPull = download > LEAST_SHARE * downloadSize;
  if (sameImage) return lessToPull ? "saves" : "nothing";
  if (image > 0) return "saves";
  const lessMemory = memory !== null && memory > 0 && !isNoise("memory", 0, memory);
  return lessToPull || lessMemory ? "trades" : "nothing";
}
function mostFirst({ saved: one }, { saved: other }) {
  return other.image - one.image || other.download - one.download;
}

// src/host/quiet-log.ts
function quietLog(log) {
  const drop = () => {
  };
  return {
    info: drop,
    notice: drop,
    warning: drop,
    error: drop,
    quote: drop,
    debug: (line2) => log.debug(line2),
    secret: (text) => log.secret(text)
  };
}

// src/toolchain/newer-go.ts
var import_semver = __toESM(require_semver(), 1);
async function newerGo(host, { downloadUrl }, current, workingDirectory) {
  const known = await knownReleases(host, downloadUrl ?? OFFICIAL_GO, workingDirectory);
  return known.ok ? parsed(newestAfter(current.version, known.value)) : known;
}
async function knownReleases(host, base, workingDirectory) {
  const listed2 = await listReleases(host, base, listPlatform()).catch((cause) => {
    if (cause instanceof Failure) return problem(cause.message.replace(/\.$/, ""));
    throw cause;
  });
  if (!("ok" in listed2)) return parsed(listed2);
  const local = await goOnPath(host, workingDirectory);
  return local === null ? listed2 : listThroughModuleProxy(host, local);
}
function newestAfter(current, known) {
  const present = semverOfGo(current);
  const stable = known.filter((release) => release.stable).map(({ version }) => version);
  const newest = import_semver.default.maxSatisfying(stable, "*");
  return present === null || newest === null || !import_semver.default.gt(newest, present) ? null : goOfSemver(newest);
}

// src/commands/steps/look-into.ts
import { rm as rm2 } from "node:fs/promises";
import path4 from "node:path";

// src/compile/build-tags.ts
import { open } from "node:fs/promises";
import path from "node:path";

// src/diet/tags-for-users.ts
function isForUsers(tag) {
  return !(SYSTEMS.has(tag) || ARCHITECTURES.has(tag) || // amd64.v3: GOAMD64 says it.
  ARCHITECTURES.has(tag.split(".", 1)[0] ?? "") || // The toolchain's own: GOEXPERIMENT and GOFIPS140 say the latter two.
  /^go1(?:\.\d+)?$|^goexperiment\.|^fips140v/.test(tag) || NOT_FOR_USERS.has(tag));
}
var NOT_FOR_USERS = /* @__PURE__ */ new Set([
  // The go command sets them, or another compiler does, each with what belongs to it.
  "gc",
  "gccgo",
  "cgo",
  "unix",
  "race",
  "msan",
  "asan",
  "boringcrypto",
  "tinygo",
  // Of how Go itself is built, tested and debugged.
  "compiler_bootstrap",
  "cmd_go_bootstrap",
  "debuglog",
  "faketime",
  "libfuzzer",
  "valgrind",
  "noopt",
  // They give the resolver and the user database back to C.
  "netcgo",
  "osusercgo",
  // Portable code instead of assembly: one percent of a packed service, for cryptography many times slower.
  "purego",
  "appengine",
  "appenginevm",
  "math_big_pure_go",
  "noasm",
  // No part of any program.
  "ignore",
  "tools"
]);

// src/diet/build-tags.ts
function findTags(graph, files) {
  const changes = files.filter((file) => graph.packages.get(file.package)?.own === false && isPredictable(graph, file)).flatMap((file) => changesOf(graph, file));
  return [...Map.groupBy(changes, ({ tag }) => tag)].filter(([, changes2]) => !emptiesPackage(graph, changes2)).map(([tag, changes2]) => foundTag(tag, changes2)).filter(({ leavesOut }) => leavesOut > 0).sort((a, b) => b.leavesOut - a.leavesOut || (a.tag < b.tag ? -1 : 1));
}
function isPredictable({ packages, tags }, { package: path6, ...file }) {
  const isSet = (tag) => tags.has(tag);
  const counts = packages.get(path6)?.files.includes(file.name) ?? false;
  return nameHolds(file.name, isSet) && holds(file.constraint, isSet) === counts;
}
function changesOf({ tags }, file) {
  const counts = holds(file.constraint, (tag) => tags.has(tag));
  return [...new Set(tagsOf(file.constraint))].filter((tag) => !tags.has(tag) && isForUsers(tag)).filter((tag) => holds(file.constraint, (other) => other === tag || tags.has(other)) !== counts).map((tag) => ({ tag, package: file.package, change: counts ? "leaves out" : "brings in" }));
}
function foundTag(tag, changes) {
  const leavesOut = changes.filter(({ change }) => change === "leaves out").length;
  return {
    tag,
    packages: [...new Set(changes.map((change) => change.package))].sort(),
    leavesOut,
    bringsIn: changes.length - leavesOut
  };
}
function emptiesPackage({ packages }, changes) {
  return [...Map.groupBy(changes, (change) => change.package)].some(([importPath, changes2]) => {
    const files = packages.get(importPath)?.files.length ?? 0;
    return changes2.every(({ change }) => change === "leaves out") && changes2.length >= files;
  });
}

// src/compile/build-tags.ts
var HEADER_SIZE = 16 * 1024;
var OPEN_FILES = 16;
async function readBuildTags(host, graph) {
  const packages = [...graph.packages.values()];
  const files = await inParallel(OPEN_FILES, packages, async (found) => constrainedFiles(host, found));
  return findTags(graph, files.flat());
}
async function constrainedFiles(host, found) {
  const constrained = [];
  for (const name of [...found.files, ...found.ignoredFiles]) {
    const constraint = constraintOfHeader(await headerOf(host, path.join(found.directory, name)));
    if (constraint !== null) constrained.push({ package: found.importPath, name, constraint });
  }
  return constrained;
}
async function headerOf(host, file) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await open(file), true);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_SIZE), 0, HEADER_SIZE, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    host.log.debug(`no header of ${file}: ${errorMessage(cause)}`);
    return "";
  }
}

// src/compile/go-experiments.ts
async function offeredExperiments(host, go, { spec, platform, workingDirectory }, values) {
  const env = goEnvironment(host, spec, platform);
  const answers = await Promise.all(
    values.map(async (value) => {
      const GOEXPERIMENT = withExperiment(env["GOEXPERIMENT"] ?? "", value);
      const { exitCode } = await run(host, go.command, ["env", "GOEXPERIMENT"], {
        cwd: workingDirectory,
        env: { ...env, GOEXPERIMENT }
      });
      return { value, offered: exitCode === 0 };
    })
  );
  return answers.filter(({ offered }) => offered).map(({ value }) => value);
}

// src/compile/import-graph.ts
var FIELDS = "-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,CgoFiles,IgnoredGoFiles";
var TAGS = "{{context.GOOS}} {{context.GOARCH}} {{context.Compiler}} unix {{if context.CgoEnabled}}cgo {{end}}{{range context.ReleaseTags}}{{.}} {{end}}{{range context.ToolTags}}{{.}} {{end}}{{range context.BuildTags}}{{.}} {{end}}";
async function readImportGraph(host, go, context, mains) {
  const flags = buildFlags(host, context.spec);
  const paths = mains.map((main) => main.path);
  const [entries, tags] = await Promise.all([
    goListJson(host, go, context, ["-deps", FIELDS, ...flags, "--", ...paths]),
    goList(host, go, context, ["-find", "-f", TAGS, ...flags, "--", "unsafe"])
  ]);
  const known = new Set(entries.map((entry) => entry.ImportPath ?? ""));
  return {
    roots: [...new Set(mains.map((main) => main.importPath))],
    packages: new Map(entries.map((entry) => [entry.ImportPath ?? "", packageOf(entry, known)])),
    tags: new Set(tags.trim().split(/\s+/))
  };
}
function packageOf(entry, known) {
  const { ImportPath = "", Dir = "", Module, Standard = false } = entry;
  return {
    importPath: ImportPath,
    // Files named on the command line are a package without a module.
    module: Standard ? null : Module?.Path ?? ImportPath,
    own: !Standard && (Module === void 0 || Module.Main === true),
    // "C" is what cgo reads, and no package.
    imports: (entry.Imports ?? []).filter((imported) => known.has(imported)),
    directory: Dir,
    files: [...entry.GoFiles ?? [], ...entry.CgoFiles ?? []],
    ignoredFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name))
  };
}

// src/compile/linker-dependencies.ts
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path2 from "node:path";

// src/diet/linker-symbols.ts
var TYPE = /^type:(?!\.)/;
function isFunction(symbol) {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE;
}
function isMethodOfType(from, to) {
  return TYPE.test(from) && isFunction(to);
}
var NOWHERE = "_";

// src/diet/method-keepers.ts
var BY_NAME = "reached generic iface method: ";
var BY_INTERFACE = "reached iface method: ";
var METHOD = /^markable method: (?<signature>.*) of sym \d+ (?<type>type:.*)$/;
function methodKeepers() {
  const byName = /* @__PURE__ */ new Map();
  const byInterface = /* @__PURE__ */ new Map();
  const signatures = /* @__PURE__ */ new Map();
  let remarks = [];
  let last = null;
  const readRemark = (line2) => {
    if (line2.startsWith(BY_NAME)) remarks.push({ keepers: byName, key: line2.slice(BY_NAME.length) });
    else if (line2.startsWith(BY_INTERFACE))
      remarks.push({ keepers: byInterface, key: line2.slice(BY_INTERFACE.length) });
    else {
      const method = METHOD.exec(line2)?.groups;
      if (method === void 0) return false;
      const { signature: signature2 = "", type = "" } = method;
      signatures.set(`${type} ${nameOf(signature2)}`, signature2);
    }
    return true;
  };
  const readFrom = (from) => {
    const keeper = isFunction(from) ? from : last;
    if (keeper !== null) {
      for (const { keepers: keepers2, key } of remarks) if (!keepers2.has(key)) keepers2.set(key, keeper);
    }
    remarks = [];
    last = isFunction(from) ? from : null;
  };
  const of = (type, method) => {
    const name = method.slice(method.lastIndexOf(".") + 1);
    const reflected = byName.get(name) ?? null;
    if (reflected !== null || !method.startsWith("reflect.")) return reflected;
    return byInterface.get(signatures.get(`${type} ${name}`) ?? "") ?? null;
  };
  return { readRemark, readFrom, of };
}
function nameOf(signature2) {
  return /^\{(\S+) /.exec(signature2)?.[1] ?? "";
}

// src/diet/dead-code.ts
function readDependencies(main) {
  const reachedFrom = /* @__PURE__ */ new Map([[NOWHERE, null]]);
  const marked = /* @__PURE__ */ new Set();
  const keepers2 = methodKeepers();
  let addingMethods = false;
  let over = false;
  const readLine = (line2) => {
    if (over || keepers2.readRemark(line2)) return;
    const edge = parseEdge(line2, reachedFrom);
    if (edge === null) return;
    const { from, to, isMarked } = edge;
    keepers2.readFrom(from);
    if (isMethodOfType(from, to)) {
      over = marked.size > 0 && !addingMethods;
      addingMethods = true;
    } else if (!TYPE.test(from)) addingMethods = false;
    if (over) return;
    if (!reachedFrom.has(to)) reachedFrom.set(to, keepers2.of(from, to) ?? from);
    if (isMarked) marked.add(to);
  };
  const reasons = () => {
    const found = [...marked].map((symbol) => reasonOf2(symbol, reachedFrom, main));
    return [...new Map(found.map((reason) => [reason.function, reason])).values()];
  };
  return { readLine, reasons };
}
var ARROW = " -> ";
var FLAGS = / (?:<UsedInIface>)?(?:<ReflectMethod>)?$/;
function parseEdge(line2, reached) {
  for (let at2 = line2.indexOf(ARROW); at2 !== -1; at2 = line2.indexOf(ARROW, at2 + 1)) {
    const from = line2.slice(0, at2).replace(FLAGS, "");
    if (!reached.has(from)) continue;
    const target = line2.slice(at2 + ARROW.length);
    return { from, to: target.replace(FLAGS, ""), isMarked: target.endsWith("<ReflectMethod>") };
  }
  return null;
}
function reasonOf2(symbol, reachedFrom, main) {
  const way2 = [];
  for (let at2 = symbol; at2 !== null; at2 = reachedFrom.get(at2) ?? null) way2.unshift(at2);
  const functions = way2.slice(Math.max(0, way2.indexOf("main.main"))).filter(isFunction);
  const caller = functions.findLastIndex((name) => packageOf2(name, main) !== "reflect");
  const path6 = caller === -1 ? functions : functions.slice(0, caller + 1);
  const last = path6.at(-1) ?? symbol;
  const packages = path6.flatMap((name) => packageOf2(name, main) ?? []);
  return { function: last, package: packageOf2(last, main) ?? main, path: path6, packages: [...new Set(packages)] };
}
function packageOf2(symbol, main) {
  const { package: found } = parseSymbolName(symbol);
  return found === "main" ? main : found;
}

// src/compile/linker-dependencies.ts
var MAX_OUTPUT = 1024 * 1024;
async function whyDeadCodeStays(host, go, { main, spec, platform, workingDirectory }) {
  const output = path2.join(host.temporary, `dependencies-${randomUUID()}`);
  const flags = buildFlags(host, { ...spec, ldflags: `${spec.ldflags} -dumpdep -v=2` });
  const dependencies = readDependencies(main.importPath);
  try {
    const finished = await run(host, go.command, ["build", ...flags, "-o", output, "--", main.path], {
      cwd: workingDirectory,
      env: goEnvironment(host, spec, platform),
      maxOutput: MAX_OUTPUT,
      onStderrLine: dependencies.readLine
    });
    if (finished.exitCode !== 0) {
      const doing = `Linking ${main.path} for ${formatPlatform(platform)} to see what it depends on`;
      throw goFailure(host, { doing, workingDirectory }, finished);
    }
  } finally {
    await rm(output, { force: true });
  }
  return dependencies.reasons();
}

// src/compile/mod-file.ts
import { copyFile } from "node:fs/promises";
import path3 from "node:path";
async function copyModFile(host, go, { spec, platform, workingDirectory }, directory) {
  const env = goEnvironment(host, spec, platform);
  const asked = await run(host, go.command, ["env", "GOMOD", "GOWORK"], { cwd: workingDirectory, env });
  const [modFile = "", workFile = ""] = asked.stdout.split("\n");
  if (workFile !== "" && workFile !== "off")
    throw new Failure("bad-input", "Go uses the workspace in go.work, and can try no other go.mod there.");
  if (!path3.isAbsolute(modFile) || !modFile.endsWith(".mod"))
    throw new Failure("bad-input", `There is no go.mod in ${workingDirectory} or above it.`);
  const copy = path3.join(directory, "go.mod");
  try {
    await makeDirectory(directory);
    await copyFile(modFile, copy);
    await copyFile(modFile.replace(/\.mod$/, ".sum"), path3.join(directory, "go.sum")).catch(
      (cause) => {
        if (errorCode(cause) !== "ENOENT") throw cause;
      }
    );
  } catch (cause) {
    throw whyNotWritten(directory, cause);
  }
  return { file: copy, flags: [`-modfile=${copy}`, "-mod=mod"] };
}
async function upgradeModule(host, go, { spec, platform, workingDirectory }, { file }, moduleAtVersion) {
  const finished = await run(host, go.command, ["get", `-modfile=${file}`, moduleAtVersion], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform)
  });
  if (finished.exitCode === 0) return;
  const doing = `Raising ${moduleAtVersion} for ${formatPlatform(platform)}`;
  const { message, output } = goFailure(host, { doing, workingDirectory }, finished);
  throw new Failure("bad-input", message, output === void 0 ? {} : { output });
}

// src/compile/newer-modules.ts
async function findNewerModules(host, go, context, modules, directory) {
  if (modules.length === 0) return [];
  const { flags } = await copyModFile(host, go, context, directory);
  const { spec, platform, workingDirectory } = context;
  const finished = await run(host, go.command, ["list", ...flags, "-m", "-u", "-json", ...modules], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    timeoutMs: 6e4
  });
  if (finished.exitCode !== 0)
    throw goFailure(
      host,
      { doing: "Asking for newer modules", workingDirectory },
      { ...finished, stdout: "" }
    );
  const listed2 = JSON.parse(`[${finished.stdout.replaceAll(/^\}\n\{/gm, "},{")}]`);
  return listed2.flatMap(
    ({ Path, Version, Replace, Update }) => Path === void 0 || Version === void 0 || Update?.Version === void 0 || Replace !== void 0 ? [] : [{ module: Path, from: Version, to: Update.Version }]
  );
}

// src/diet/dominators.ts
function immediateDominators(root, successors) {
  const order = reversePostorder(root, successors);
  const numbers = new Map(order.map((node, number) => [node, number]));
  const predecessors = predecessorsOf(order, numbers, successors);
  const dominators = [0];
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 1; node < order.length; node++) {
      const dominator = commonDominator(predecessors[node] ?? [], dominators);
      changed ||= dominators[node] !== dominator;
      dominators[node] = dominator;
    }
  }
  return new Map(order.slice(1).map((node, at2) => [node, order[dominators[at2 + 1] ?? 0] ?? root]));
}
function subtreeSums(dominators, valueOf2) {
  const sums = /* @__PURE__ */ new Map();
  const add = (node, value) => sums.set(node, (sums.get(node) ?? 0) + value);
  for (const [node, dominator] of [...dominators].reverse()) {
    add(node, valueOf2(node));
    add(dominator, sums.get(node) ?? 0);
  }
  return sums;
}
function commonDominator(predecessors, dominators) {
  const reached = predecessors.filter((node) => dominators[node] !== void 0);
  return reached.reduce(
    (common, node) => common === void 0 ? node : intersect(common, node, dominators),
    void 0
  );
}
function intersect(one, other, dominators) {
  let [left, right] = [one, other];
  while (left !== right) {
    if (left > right) left = dominators[left] ?? 0;
    else right = dominators[right] ?? 0;
  }
  return left;
}
function predecessorsOf(order, numbers, successors) {
  const predecessors = order.map(() => []);
  for (const [number, node] of order.entries()) {
    for (const successor of successors(node)) predecessors[numbers.get(successor) ?? 0]?.push(number);
  }
  return predecessors;
}
function reversePostorder(root, successors) {
  const seen = /* @__PURE__ */ new Set([root]);
  const finished = [];
  const open2 = [{ node: root, rest: successors(root)[Symbol.iterator]() }];
  for (let top = open2.at(-1); top !== void 0; top = open2.at(-1)) {
    const next = top.rest.next();
    if (next.done === true) {
      finished.push(top.node);
      open2.pop();
    } else if (!seen.has(next.value)) {
      seen.add(next.value);
      open2.push({ node: next.value, rest: successors(next.value)[Symbol.iterator]() });
    }
  }
  return finished.reverse();
}

// src/diet/import-advice.ts
var OWN_CODE = "own code";
var ALWAYS = "runtime";
function adviseOnImports(graph, bytes) {
  const ways = waysThroughOwnCode(graph);
  const dependencies = directDependencies(graph, ways);
  const dominators = immediateDominators(OWN_CODE, (node) => successorsOf(node, graph, ways, dependencies));
  const freed = subtreeSums(dominators, (node) => bytes.get(node) ?? 0);
  const counts = subtreeSums(dominators, (node) => graph.packages.has(node) ? 1 : 0);
  return [...dependencies].map(([node, { kind, imported, entries }]) => ({
    kind,
    imported,
    bytes: freed.get(node) ?? 0,
    packages: counts.get(node) ?? 0,
    path: shortestWay(ways, entries)
  })).filter(({ bytes: bytes2 }) => bytes2 > 0).sort((a, b) => b.bytes - a.bytes || (a.imported < b.imported ? -1 : 1));
}
function successorsOf(node, { packages }, ways, dependencies) {
  if (node === OWN_CODE) return [...packages.has(ALWAYS) ? [ALWAYS] : [], ...dependencies.keys()];
  const imports = dependencies.get(node)?.entries ?? packages.get(node)?.imports ?? [];
  return [...imports].filter((imported) => packages.get(imported)?.own !== true || !ways.has(imported));
}
function directDependencies({ packages }, ways) {
  const dependencies = /* @__PURE__ */ new Map();
  for (const importPath of ways.keys()) {
    const imported = packages.get(importPath);
    if (imported === void 0 || imported.own) continue;
    const { kind, name } = dependencyOf(imported);
    const node = `${kind} ${name}`;
    const dependency = dependencies.get(node) ?? { kind, imported: name, entries: /* @__PURE__ */ new Set() };
    dependency.entries.add(importPath);
    dependencies.set(node, dependency);
  }
  return dependencies;
}
function dependencyOf({ module, importPath }) {
  return module === null ? { kind: "package", name: importPath } : { kind: "module", name: module };
}
function waysThroughOwnCode({ roots, packages }) {
  const ways = new Map(roots.map((root) => [root, null]));
  for (const importPath of ways.keys()) {
    const found = packages.get(importPath);
    if (found?.own !== true) continue;
    for (const imported of found.imports) if (!ways.has(imported)) ways.set(imported, importPath);
  }
  return ways;
}
function shortestWay(ways, [entry]) {
  const way2 = [];
  for (let at2 = entry ?? null; at2 !== null; at2 = ways.get(at2) ?? null) way2.unshift(at2);
  return way2;
}

// src/diet/package-bytes.ts
function packageBytes(breakdowns) {
  const bytes = /* @__PURE__ */ new Map();
  for (const { name, bytes: more } of breakdowns.flatMap(packagesOf))
    bytes.set(name, (bytes.get(name) ?? 0) + more);
  return bytes;
}
function packagesOf(node) {
  return node.kind === "package" ? [node] : (node.children ?? []).flatMap(packagesOf);
}

// src/commands/steps/look-into.ts
async function lookInto(host, spec, go, binaries) {
  const { compile, platform, workingDirectory } = spec;
  const context = { spec: compile, platform, workingDirectory };
  const mains = binaries.map(mainOf);
  const graph = await readImportGraph(host, go, context, mains);
  const current = compile.buildEnv["GOEXPERIMENT"] ?? host.env["GOEXPERIMENT"] ?? "";
  const [tags, deadCode, experiments] = await Promise.all([
    readBuildTags(host, graph),
    Promise.all(mains.map((main) => whyDeadCodeStays(host, go, { ...context, main }))).catch(untold(host)),
    offeredExperiments(
      host,
      go,
      context,
      experimentsFor(go.version, (importPath) => graph.packages.has(importPath), current)
    )
  ]);
  const newerModules = await askForNewerModules(host, go, context, keepers(graph, deadCode?.flat() ?? []));
  const bytes = packageBytes(binaries.map(({ breakdown }) => breakdown()));
  return {
    tags,
    imports: adviseOnImports(graph, bytes),
    deadCode: deadCode === null ? null : unlike(deadCode.flat()),
    newerModules,
    experiments
  };
}
function keepers({ packages }, reasons) {
  const modules = reasons.flatMap((reason) => {
    const found = packages.get(reason.package);
    return found === void 0 || found.own || found.module === null ? [] : [found.module];
  });
  return [...new Set(modules)].sort();
}
async function askForNewerModules(host, go, context, modules) {
  const directory = path4.join(host.temporary, "newer-modules");
  try {
    return { found: await findNewerModules(host, go, context, modules, directory), unknown: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { found: [], unknown: error.message.replace(/\.$/, "") };
  } finally {
    await rm2(directory, { recursive: true, force: true });
  }
}
function mainOf({ linked: { name, main, importPath } }) {
  if (main === null || importPath === null) throw new Error(`${name} was not compiled here`);
  return { name, path: main, importPath };
}
function untold(host) {
  return (error) => {
    if (!(error instanceof Failure)) throw error;
    host.log.debug(error.message);
    return null;
  };
}
function unlike(reasons) {
  return reasons.filter(
    (reason, index) => reasons.findIndex((other) => other.function === reason.function) === index
  );
}

// src/commands/steps/try-changes.ts
import { mkdtemp, rm as rm3 } from "node:fs/promises";
import path5 from "node:path";

// src/diet/settings.ts
function settingsFor(before, after) {
  return DIETED.flatMap(({ input, valueOf: valueOf2 }) => {
    const value = valueOf2(after);
    return value === null || value === valueOf2(before) ? [] : [{ input, value }];
  });
}
var DIETED = [
  { input: "go-version", valueOf: ({ go }) => go.version },
  { input: "build-tags", valueOf: ({ compile }) => compile.buildTags.join(",") },
  { input: "build-flags", valueOf: ({ compile }) => formatShellWords(compile.buildFlags) },
  { input: "build-env", valueOf: ({ compile }) => buildVariables(compile.buildEnv) },
  { input: "pack", valueOf: ({ pack }) => pack.mode },
  { input: "certificates", valueOf: certificatesOf },
  { input: "timezones", valueOf: ({ timezones }) => timezones },
  { input: "layer-compression", valueOf: ({ layerCompression }) => layerCompression }
];
function buildVariables(variables) {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`).join("\n");
}
function certificatesOf({ certificates: { roots } }) {
  return typeof roots === "string" ? roots : roots.file;
}

// src/commands/steps/try-changes.ts
async function buildUnpublished(host, setup) {
  return finish(host, setup, await link(host, setup));
}
async function tryChanges(host, setup, asItIs, changes) {
  const spec = applyChanges(setup.spec, changes);
  const settings = settingsFor(setup.spec, spec);
  const temporary = await mkdtemp(path5.join(host.temporary, "try-"));
  const own = { ...host, temporary, cores: 1, log: quietLog(host.log) };
  try {
    const built = await withNewerModules(own, { ...setup, spec }, changes);
    return { changes, settings, outcome: await outcomeOf(own, built, asItIs, changes) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { changes, settings, outcome: failed(error) };
  } finally {
    await rm3(temporary, { recursive: true, force: true });
  }
}
async function withNewerModules(host, setup, changes) {
  const newer = changes.filter((change) => change.kind === "newer module");
  const { spec, tools } = setup;
  if (newer.length === 0 || tools.go === null) return setup;
  const { compile, platform, workingDirectory } = spec;
  const context = { spec: compile, platform, workingDirectory };
  const modFile = await copyModFile(host, tools.go, context, path5.join(host.temporary, "modules"));
  for (const { module, to } of newer) await upgradeModule(host, tools.go, context, modFile, `${module}@${to}`);
  const buildFlags2 = [...compile.buildFlags, ...modFile.flags];
  return { ...setup, spec: { ...spec, compile: { ...compile, buildFlags: buildFlags2 } } };
}
async function outcomeOf(host, setup, asItIs, changes) {
  const tools = changes.some(needsOtherTools) ? await resolveTools(host, setup.spec) : setup.tools;
  const changed = { ...setup, tools };
  const binaries = await link(host, changed);
  const linkedSize = binaries.reduce((sum, binary) => sum + binary.linkedSize, 0);
  if (changes.some(isOfCode) && !isLinkedSmaller(asItIs, linkedSize))
    return { status: "not smaller", linkedSize };
  const { weight, made } = await finish(host, changed, binaries);
  const wanted = asItIs.packed || changes.some(({ kind }) => kind === "packing");
  return (wanted ? whyNotPacked(setup.spec, made) : null) ?? { status: "weighed", weight };
}
async function link(host, { spec, tools }) {
  return readBinaries((await linkBinaries(host, spec, tools.go)).binaries, spec.platform);
}
async function finish(host, { spec, tools, brought }, binaries) {
  const files = arrangeFiles(
    spec,
    brought,
    binaries.map(({ linked }) => linked)
  );
  const made = await makeImage(host, spec, tools, { files, binaries }, startClock());
  return { binaries, made, weight: dietWeight(made.weight) };
}
function needsOtherTools({ kind }) {
  return kind === "newer go" || kind === "packing" || kind === "zstd for packing";
}
function whyNotPacked({ pack: { mode } }, { shipped }) {
  const unpacked = shipped.find(({ packed }) => !packed);
  if (mode === "off" || unpacked === void 0) return null;
  const { pack, proof } = unpacked.weight;
  return {
    status: "failed",
    stage: proof.status === "failed" ? "start" : "pack",
    reason: pack.reason ?? "it was not packed"
  };
}
function failed({ code, message }) {
  return { status: "failed", stage: stageOf(code), reason: message };
}
function stageOf(code) {
  switch (code) {
    case "compile":
    case "not-static":
      return "compile";
    case "proof":
      return "start";
    case "pack":
      return "pack";
    case "bad-input":
    case "missing-tool":
    case "toolchain":
    case "unreadable-binary":
    case "unreadable-image":
    case "smoke-test":
    case "write":
    case "registry":
    case "daemon":
      return "other";
  }
}

// src/commands/diet.ts
async function diet(host, spec, progress) {
  const brought = await readFiles(host, spec);
  const tools = await resolveTools(host, spec);
  const go = requireGo(tools);
  const setup = { spec, tools, brought };
  const quiet = { ...host, log: quietLog(host.log) };
  progress.say("building it as it is");
  const asked = askForNewerGo(quiet, spec, go);
  asked.catch(() => {
  });
  const asItIs = await buildUnpublished(quiet, setup);
  progress.say("looking into its packages");
  const lookedInto = await lookInto(quiet, spec, go, asItIs.binaries);
  const { tags, imports, deadCode, newerModules } = lookedInto;
  const newer = await asked;
  const candidates = candidatesFor(factsOf(spec, asItIs, lookedInto, newer));
  const tried = await tryEach(host, setup, asItIs.weight, candidates, progress);
  const together2 = worthTogether(findingsOf(asItIs.weight, tried));
  if (together2.length > 0) progress.say(`trying ${changesTitle(together2)}`);
  const all = together2.length === 0 ? [] : [await tryChanges(host, setup, asItIs.weight, together2)];
  return {
    name: spec.name ?? asItIs.binaries[0]?.linked.name ?? "",
    platform: formatPlatform(spec.platform),
    go: go.version,
    asItIs: asItIs.weight,
    findings: findingsOf(asItIs.weight, [...all, ...tried]),
    untried: untriedTags(tags),
    newerGo: newer,
    modulesUnknown: newerModules.unknown,
    imports,
    deadCode
  };
}
function requireGo({ go }) {
  if (go === null) throw new Error("a diet is of what Go compiles, and no Go was resolved");
  return go;
}
async function askForNewerGo(host, { go, workingDirectory }, current) {
  const newer = await newerGo(host, go, current, workingDirectory);
  if (!newer.ok) return { status: "unknown", reason: newer.problem };
  return newer.value === null ? { status: "newest" } : { status: "tried", version: newer.value };
}
async function tryEach(host, setup, asItIs, candidates, progress) {
  return inParallel(host.cores, [...candidates.entries()], async ([index, change]) => {
    progress.say(`trying ${index + 1} of ${candidates.length}: ${changesTitle([change])}`);
    return tryChanges(host, setup, asItIs, [change]);
  });
}
function factsOf(spec, { binaries, made, weight }, { tags, newerModules, experiments }, newer) {
  const { certificates, zones, zoneFiles = [] } = made.base.contents;
  return {
    spec,
    packed: weight.packed,
    certificates: certificates !== null,
    timezones: zones !== null || zoneFiles.length > 0,
    needs: {
      certificates: binaries.some(({ executable: { needs } }) => needs?.certificates ?? true),
      timezones: spec.config.env["TZ"] !== void 0 || binaries.some(({ executable: { needs } }) => needs?.timezones ?? true)
    },
    tags,
    newerGo: newer.status === "tried" ? newer.version : null,
    newerModules: newerModules.found,
    experiments
  };
}

// src/commands/steps/compare.ts
function compare(host, before, after) {
  const images = after.weighIn.images.flatMap((image) => {
    const old = partnerOf(image, after.weighIn.images, before.weighIn.images, ({ name }) => name);
    if (old === null) {
      host.log.notice(
        printable(`${image.name} is not compared: ${before.thing} holds no image of that name.`)
      );
      return [];
    }
    const platforms = comparePlatforms(host, before.thing, old, image);
    return platforms.length === 0 ? [] : [{ ...image, platforms, baseline: baselineOf(before, old), budget: NO_BUDGET }];
  });
  if (images.length === 0)
    throw new Failure(
      "bad-input",
      `${after.thing} cannot be compared with ${before.thing}: they have no image and platform in common; name things of one platform, or choose with --platforms.`
    );
  return { ...after.weighIn, images };
}
var NO_BUDGET = { status: "none", allowed: false, limits: [], dropped: [] };
function comparePlatforms(host, thing, before, after) {
  return after.platforms.flatMap((weight) => {
    const old = partnerOf(weight, after.platforms, before.platforms, ({ platform }) => platform);
    if (old === null) {
      host.log.notice(`${weight.platform} is not compared: it is not in ${thing}.`);
      return [];
    }
    const growth = growthOf(old, weight);
    const causes = old.platform === weight.platform ? growth.causes : [`platform changed from ${old.platform} to ${weight.platform}`, ...growth.causes];
    return [{ ...weight, growth: { ...growth, causes } }];
  });
}
function partnerOf(one, after, before, keyOf) {
  if (after.length === 1 && before.length === 1) return before[0] ?? null;
  return before.find((old) => keyOf(old) === keyOf(one)) ?? null;
}
function baselineOf({ thing, weighIn }, { digest }) {
  return { kind: "file", reference: thing, revision: weighIn.revision, digest, reason: null };
}

// src/commands/steps/open-thing.ts
function openThing(host, text, { platforms, credentials, budget }) {
  const openRegistry = async (reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null };
    const login = await findCredentials(host, reference, { ...publishing, credentials });
    return openRepository(host, reference, login);
  };
  const gated = budget === null ? {} : { bareNames: "files" };
  return openSubject(host, text, { platforms, openRegistry, readWeighIn, ...gated });
}

// src/commands/diff.ts
async function diff(host, before, after, spec) {
  const weighed = async (thing) => {
    const subject = await openThing(host, thing, spec);
    return { thing, weighIn: await weighSubject(host, subject, spec.depth) };
  };
  const old = await weighed(before);
  return compare(host, old, await weighed(after));
}

// src/commands/steps/judge-weigh-in.ts
function judgeWeighIn({ surface }, weighIn, text) {
  const images = weighIn.images.map((image) => ({ ...image, budget: judgeImage(surface, image, text) }));
  const whole = together(images.map(({ budget }) => budget));
  const imageSize = Math.max(
    ...images.flatMap(({ platforms }) => platforms.map(({ sizes }) => sizes.imageSize))
  );
  const declared = { budget: { kind: "none" }, onOverBudget: "fail" };
  return {
    weighIn: { ...weighIn, images },
    gate: gate(whole, declared, surface, { imageSize, noBaseline: null })
  };
}
function judgeImage(surface, { platforms }, text) {
  const all = platforms.map(({ platform }) => platform);
  return together(
    platforms.map((weight) => {
      const budget = budgetOf(surface, weight, all, text);
      const limits = budget.kind === "limits" ? budget.limits : [];
      const unknown = unreadProgram(weight) === null ? unknownSubjects(surface, limits, weight.binaries) : [];
      if (unknown.length > 0) throw problemsFailure(unknown);
      return judge({ budget, onOverBudget: "fail" }, weight, null);
    })
  );
}
function budgetOf(surface, { platform }, all, text) {
  if (text === null) return { kind: "none" };
  const lines = splitList(text).filter((line2) => !isOfAnother(line2, platform, all));
  if (lines.length === 0 && splitList(text).length > 0) return { kind: "none" };
  const budget = parseBudget(lines.join("\n"), platformOf(platform));
  if (budget.ok) return budget.value;
  throw problemsFailure(budget.wrong.map(({ line: line2, because }) => wrongValue(surface, "budget", line2, because)));
}
function isOfAnother(line2, platform, all) {
  const at2 = /@([^@:]+):/.exec(line2)?.[1];
  const named = at2 === void 0 ? null : parsePlatform(at2);
  if (named === null || !named.ok) return false;
  const name = formatPlatform(named.value);
  return name !== platform && all.includes(name);
}
function platformOf(text) {
  const [os = "", architecture = "", variant] = text.split("/");
  return { os, architecture, ...variant === void 0 ? {} : { variant } };
}
var WORST_FIRST = ["unmeasured", "over", "within", "none"];
function together(verdicts) {
  const status = WORST_FIRST.find((one) => verdicts.some((verdict) => verdict.status === one)) ?? "none";
  return { status, allowed: false, limits: verdicts.flatMap(({ limits }) => limits), dropped: [] };
}

// src/commands/weigh.ts
async function weigh(host, thing, spec) {
  const subject = await openThing(host, thing, spec);
  const weighIn = await weighSubject(host, subject, spec.depth);
  return judgeWeighIn(host, weighIn, spec.budget);
}

// src/commands/command-line.ts
function runCommandLine(process) {
  const parsed2 = parseCommandLine(process.argv.slice(2));
  const quiet = { json: false, verbose: false };
  const log = terminalLog(process, parsed2.ok && "json" in parsed2.value ? parsed2.value : quiet);
  return runEntry(process, {
    main: async () => {
      if (parsed2.ok) return commandLine(process, log, parsed2.value);
      log.error(problemsFailure(parsed2.problems).message);
      return 2;
    },
    tell: (error) => tellFailure(log, error),
    outlivesOutput: false
  });
}
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
      return runDiet(terminal, log, command);
    case "weigh":
      return runWeigh(terminal, log, command);
    case "diff":
      return runDiff(terminal, log, command);
  }
}
async function runBuild(terminal, log, { given, json }) {
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const host = terminalHost(terminal, log);
    const { spec, run: run2 } = await declare(host, given);
    const { name, weighIn, gate: gate2, image, depths, published } = await build(host, spec, { screen });
    for (const line2 of ["", ...verdictLines(weighIn, screen)]) host.log.info(line2);
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec));
      host.log.info(`
${whereLines(placeName(place), image.manifest.digest, command, screen).join("\n")}`);
    }
    const failure = published?.failure ?? null;
    if (failure !== null) tellFailure(host.log, failure);
    if (run2.report !== null) await writeReports(run2.report, weighIn, depths);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (failure !== null) return 2;
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  } catch (error) {
    tellFailure(log, error);
    return 2;
  }
}
async function runDiet(terminal, log, { given, json }) {
  const progress = progressOn(terminal.stderr, terminal.env);
  try {
    const host = terminalHost(terminal, log);
    const { spec } = await declare(host, given);
    const found = await diet(host, spec, progress);
    progress.end();
    const screen = terminalStyle(terminal.stdout, terminal.env);
    for (const line2 of json ? [] : dietLines(found, screen)) host.log.info(line2);
    if (json) terminal.stdout.write(dietJson(found));
    return 0;
  } catch (error) {
    progress.end();
    tellFailure(log, error);
    return 2;
  }
}
async function runWeigh(terminal, log, { subject, ...asked }) {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const { weighIn, gate: gate2 } = await weigh(host, subject, spec);
    for (const line2 of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    for (const notice of gate2.notices) host.log.notice(notice);
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  });
}
async function runDiff(terminal, log, { before, after, ...asked }) {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const weighIn = await diff(host, before, after, spec);
    for (const line2 of asked.json ? [] : comparisonLines(weighIn, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    return 0;
  });
}
async function withoutBuilding(terminal, log, { given, json }, run2) {
  try {
    const host = terminalHost(terminal, log);
    const declared = declareWeigh(given);
    if (!declared.ok) throw problemsFailure(declared.problems);
    if (declared.value.credentials !== null) host.log.secret(declared.value.credentials.password);
    return await run2(
      host,
      declared.value,
      terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
    );
  } catch (error) {
    tellFailure(log, error);
    return 2;
  }
}
export {
  runCommandLine
};
