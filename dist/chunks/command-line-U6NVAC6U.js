import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  build,
  declare,
  declareCredentials,
  findCredentials,
  growthLines,
  growthOf,
  headline,
  judge,
  layOut,
  openRepository,
  openSubject,
  parseBudget,
  placeName,
  runCommand,
  runHints,
  unknownSubjects,
  verdictLines,
  weighInJson,
  weighSubject,
  writeReports
} from "./chunk-N5TJ3HSC.js";
import "./chunk-WK2GBKXF.js";
import "./chunk-F7PZDSIG.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-AHUYJAQF.js";
import {
  COMMAND_FLAGS,
  FLAG_INPUTS,
  GROUPS,
  exitCodeOf,
  flagsOf,
  gate,
  inputsOf,
  isRepeatable,
  isSwitch,
  nodeName,
  problemsFailure,
  readWeighIn,
  readerOf,
  splitList,
  tellFailure,
  versionOf,
  wrongInput,
  wrongValue
} from "./chunk-PJRHNOSQ.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  formatBytes,
  formatChange,
  printable,
  proveStage,
  shorten
} from "./chunk-ZROZ2L24.js";
import {
  didYouMean,
  redact,
  scratchDirectory
} from "./chunk-NKX4SIPG.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-QTIA6VQ3.js";
import "./chunk-HF6P5FWD.js";
import "./chunk-EIF4WJ4B.js";
import {
  Failure
} from "./chunk-WSKDE7IN.js";
import "./chunk-T2HII73C.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-33PJWEQH.js";

// src/declare/declare-weigh.ts
function declareWeigh(given) {
  const reader = readerOf(given);
  const asked = splitList(reader.text("platforms") ?? "");
  const spec = {
    platforms: asked.length === 0 ? "usual" : asked.length === 1 && asked[0] === "all" ? "all" : reader.each("platforms", asked, parsePlatform),
    depth: reader.choice("depth", ["package", "function"]),
    budget: reader.text("budget"),
    credentials: declareCredentials(reader)
  };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}

// src/declare/flags.ts
import { parseArgs } from "node:util";

// src/declare/help.ts
var COMMANDS = ["build", "weigh", "diff"];
var WIDTH = 80;
var INDENT = 30;
var OVERVIEW = `bantam builds a Go service into the smallest image that provably runs, and keeps
it that small.

Usage: bantam <command> [flags]

Commands:
  build [main\u2026]   compile, pack, prove, weigh and write or publish an image
  weigh THING     what is in any Go image or binary, against a budget
  diff A B        what grew from one of those to another

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
var THINGS = `A binary, an OCI layout, an archive of "docker save" or skopeo, a weigh-in, or
an image in a registry: whoever built it, none of it is run. What UPX packed is
unpacked by UPX. PATH:TAG is one of several images in a layout or archive.
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
  const known = COMMANDS.find((name) => name === command) ?? null;
  switch (known) {
    case "build":
      return [BUILD, ...GROUPS.map(groupHelp), EXAMPLES].join("\n");
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
function groupHelp(group) {
  const flags = inputsOf("terminal").filter((input) => input.group === group).map((input) => flagHelp(signature(input), summary(input)));
  const own = group === "The run" ? commandFlagsHelp() : [];
  return `${group}:
${[...flags, ...own].join("")}`;
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
  const given = readFlags(command, flags, command === "build" ? things : []);
  return askedOf(command, things, { given, json: asks(flags, "json"), verbose: asks(flags, "verbose") });
}
function askedOf(command, things, asked) {
  const [first, second, ...more] = things;
  switch (command) {
    case "build":
      return { ok: true, value: { kind: "build", ...asked } };
    case "weigh":
      return first === void 0 || second !== void 0 ? wrongCount("bantam weigh", "weighs one thing", "bantam weigh PATH", things) : { ok: true, value: { kind: "weigh", subject: first, ...asked } };
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
        `${does}, and ${count} named; write ${write}, each a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`
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
  const short = COMMAND_FLAGS.find((flag) => flag.name === name)?.short;
  return flags.some(
    ({ typed, joined }) => !joined && (typed === `--${name}` || short !== void 0 && typed === `-${short}`)
  );
}
function readFlags(command, flags, mains) {
  const inputs = flagsOf(command);
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
      problems.push(unknownFlag(command, flag.typed));
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
  return [...FLAG_INPUTS, ...COMMAND_FLAGS].some((known) => known.name === name);
}
function unknownFlag(command, typed) {
  const names = [...flagsOf(command), ...COMMAND_FLAGS].map(({ name }) => `--${name}`);
  const word = `--${typed.replace(/^-+/, "").replace(/=.*$/s, "")}`;
  const hint = didYouMean(word, names) || `; bantam ${command} --help lists the flags`;
  const of = command === "build" ? "" : ` of bantam ${command}`;
  return wrongInput("terminal", typed.replace(/=.*$/s, ""), `is not a flag${of}${hint}`);
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
  const say = (stream, line2) => void stream.write(`${redact(line2, secrets)}
`);
  return {
    info: (line2) => say(out, line2),
    notice: (sentence) => say(err, `note: ${sentence}`),
    warning: (sentence) => say(err, `warning: ${sentence}`),
    error: (sentence, location) => say(err, `error: ${at(location)}${sentence}`),
    quote: (text) => say(err, text.trimEnd()),
    debug: (line2) => void (verbose && say(err, line2)),
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
function platformLines({ settings, binaries, sizes }, screen) {
  const { go, cgo, ldflags, buildTags } = settings;
  const flags = [
    ...cgo === null ? [] : [`cgo ${cgo}`],
    ...buildTags === null || buildTags.length === 0 ? [] : [`tags ${buildTags.join(",")}`],
    ...ldflags === null || ldflags === "" ? [] : [`ldflags ${ldflags}`]
  ];
  return [
    ...go === null ? [] : layOut({ label: "go", what: go, figure: "", note: flags.join(", ") }, screen),
    ...binaries.flatMap((binary) => binaryLines(binary, screen)),
    ...sizes.downloadSize === null ? [] : layOut(
      { label: "download", what: formatBytes(sizes.downloadSize), figure: "", note: "to pull" },
      screen
    )
  ];
}
function binaryLines(binary, screen) {
  const { path: path2, linkedSize, shippedSize, pack, price, proof, needs } = binary;
  const packed = pack.status === "packed";
  const unread = packed && binary.breakdown === null;
  const note = unread ? `packed by ${pack.packer}, not unpacked` : packed ? `${formatBytes(linkedSize)} before ${pack.packer}` : "not packed";
  const figure = packed && !unread ? formatChange(linkedSize, shippedSize) : "";
  const what = `${formatBytes(shippedSize)}  ${path2}`;
  const proven = proof.status !== "not run" || price !== null;
  return [
    ...layOut({ label: "binary", what, figure, note }, screen),
    ...proven ? layOut({ ...rowOf(proveStage(binary, null)), figure: "" }, screen) : [],
    ...needs === null ? [] : layOut({ label: "needs", what: describeNeeds(needs), figure: "", note: "" }, screen)
  ];
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
function withoutSections(tree) {
  const children = tree.children ?? [];
  if (!children.some(({ kind }) => OF_PACKAGES.includes(kind))) return tree;
  return {
    ...tree,
    children: children.map(
      ({ children: parts, ...node }) => parts !== void 0 && OF_PACKAGES.includes(node.kind) ? { ...node, children: parts } : node
    )
  };
}
function treeLines({ binaries, breakdown }, depth) {
  const trees = binaries.flatMap(
    ({ path: path2, pack, breakdown: tree }) => tree === null ? [] : [
      "",
      `  ${printable(path2)}${pack.status === "packed" ? ", before packing" : ""}`,
      ...breakdownLines(depth === "package" ? withoutSections(tree) : tree, VIEWS[depth])
    ]
  );
  const files = breakdown.children ?? [];
  return [...trees, ...files.length < 2 ? [] : ["", "  in the image", ...breakdownLines(breakdown, FILES)]];
}

// src/report/where-lines.ts
function whereLines(where, digest, run, screen) {
  const place = `  ${printable(where)}   `;
  const whole = place.length + digest.length <= screen.width;
  return [`${place}${whole ? digest : `${digest.slice(0, 19)}\u2026`}`, `  run it:  ${printable(run)}`];
}

// src/commands/steps/compare.ts
function compare(host, before, after) {
  const images = after.weighIn.images.flatMap((image) => {
    const old = partnerOf(image, after.weighIn.images, before.weighIn.images, ({ name }) => name);
    if (old === null) {
      host.log.notice(`${image.name} is not compared: ${before.thing} holds no image of that name.`);
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
function openThing(host, text, { platforms, credentials }) {
  const openRegistry = async (reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null };
    const login = await findCredentials(host, reference.registry, { ...publishing, credentials });
    return openRepository(host, reference, login);
  };
  return openSubject(host, text, { platforms, openRegistry, readWeighIn });
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
      const unknown = unknownSubjects(surface, limits, weight.binaries);
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
    case "weigh":
      return runWeigh(terminal, command);
    case "diff":
      return runDiff(terminal, command);
  }
}
async function runBuild(terminal, { given, json, verbose }) {
  const host = terminalHost(terminal, { json, verbose });
  const screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env);
  try {
    const { spec, run } = await declare(host, given);
    const { name, weighIn, gate: gate2, image, depths, published } = await build(host, spec, { screen });
    for (const line2 of ["", ...verdictLines(weighIn, screen)]) host.log.info(line2);
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec));
      host.log.info(`
${whereLines(placeName(place), image.manifest.digest, command, screen).join("\n")}`);
    }
    if (run.report !== null) await writeReports(run.report, weighIn, depths);
    if (json) terminal.stdout.write(weighInJson(weighIn));
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  } catch (error) {
    tellFailure(host.log, error);
    return 2;
  }
}
async function runWeigh(terminal, { subject, ...asked }) {
  return withoutBuilding(terminal, asked, async (host, spec, screen) => {
    const { weighIn, gate: gate2 } = await weigh(host, subject, spec);
    for (const line2 of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    for (const notice of gate2.notices) host.log.notice(notice);
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  });
}
async function runDiff(terminal, { before, after, ...asked }) {
  return withoutBuilding(terminal, asked, async (host, spec, screen) => {
    const weighIn = await diff(host, before, after, spec);
    for (const line2 of asked.json ? [] : comparisonLines(weighIn, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    return 0;
  });
}
async function withoutBuilding(terminal, { given, json, verbose }, run) {
  const host = terminalHost(terminal, { json, verbose });
  try {
    const declared = declareWeigh(given);
    if (!declared.ok) throw problemsFailure(declared.problems);
    if (declared.value.credentials !== null) host.log.secret(declared.value.credentials.password);
    return await run(
      host,
      declared.value,
      terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
    );
  } catch (error) {
    tellFailure(host.log, error);
    return 2;
  }
}
export {
  commandLine
};
