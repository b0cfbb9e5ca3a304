import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  constraintOfHeader,
  holds,
  nameHolds
} from "./chunk-2ZH2AFY4.js";
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-MWB54OHP.js";
import {
  require_dist
} from "./chunk-A6QTBCVG.js";
import {
  build,
  waitOn
} from "./chunk-REWHA2CB.js";
import "./chunk-HYZ2MCSH.js";
import "./chunk-SQEW6XXX.js";
import "./chunk-IXGPT5AO.js";
import "./chunk-5N4UT3EE.js";
import {
  OWN_SETTINGS,
  SETTINGS,
  declare,
  isThere,
  readsEnvironment
} from "./chunk-JEA74LU6.js";
import {
  NotInside,
  binaryNameOf,
  checkPrograms,
  declareImage,
  fitsName,
  goOnPath,
  listMains,
  openInside,
  parseBinaryPlace,
  parseCapabilitySpec,
  parseHealthcheck,
  parseMain
} from "./chunk-2NIS2GC2.js";
import "./chunk-C2OH2S3G.js";
import "./chunk-FUITNG2E.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import "./chunk-P5HPMPQL.js";
import "./chunk-QY3U5MWY.js";
import "./chunk-ZPWYLRU4.js";
import {
  suggestBudget
} from "./chunk-V3C6T2MS.js";
import {
  webAddress
} from "./chunk-B6TJL6TV.js";
import {
  askGit,
  findCheckout,
  joinLinkerFlags,
  realPlace
} from "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import {
  parseRepository
} from "./chunk-QPQ6KV7E.js";
import "./chunk-7G2KKNT6.js";
import {
  formatShellWords,
  looksLikeList
} from "./chunk-BNHI7EIA.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  INPUTS,
  problemsFailure,
  unique
} from "./chunk-GTV6CXRU.js";
import "./chunk-F2CDRKCC.js";
import "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import "./chunk-EYJMA4VE.js";
import {
  withoutCommands
} from "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import {
  DEFAULT_PLATFORM,
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-HQLLIQ5B.js";
import "./chunk-UIFEWTII.js";
import "./chunk-IUS3NEIC.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import {
  Failure,
  Interrupted,
  clause,
  clauseOf,
  clauseText
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/init/note-lines.ts
var MOST_NOTES = 50;
var LONGEST_NOTE = 300;
var LONGEST_REASON = 1e3;
function noteLines(notes) {
  if (notes.length === 0) return [];
  const more = notes.length - MOST_NOTES;
  return [
    "#",
    "# Not carried over:",
    ...notes.slice(0, MOST_NOTES).map((note) => `# - ${noteText(note)}`),
    ...more > 0 ? [`# - and ${more} more, which bantam init prints`] : []
  ];
}
function noteText({ where, what, why }) {
  const place = where === "" ? "" : `${shorten(printable(where), 120)}: `;
  return `${place}${shorten(printable(what).trim(), LONGEST_NOTE)}: ${shorten(printable(why), LONGEST_REASON)}`;
}

// src/init/yaml-text.ts
var PLAIN = /^[A-Za-z./](?:[A-Za-z0-9_./@+=-]|:(?=[A-Za-z0-9_/.]))*$/;
var WORDS = /^(?:y|n|yes|no|on|off|true|false|null|\.inf|\.nan|[-.\d_,]+|\.\d.*)$/i;
function yamlText(text) {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(text)) return JSON.stringify(text);
  return `'${text.replaceAll("'", "''")}'`;
}

// src/init/input-lines.ts
function inputLines(inputs, indent) {
  return INPUTS.flatMap(({ name }) => linesOf(name, inputs[name], indent));
}
function linesOf(name, value, indent) {
  if (value === void 0) return [];
  const [only, ...others] = value.split("\n");
  if (only !== void 0 && others.length === 0) return [`${indent}${name}: ${scalar(only)}`];
  return [`${indent}${name}: |`, ...value.split("\n").map((line) => `${indent}  ${guarded(line)}`)];
}
function scalar(text) {
  return yamlText(guarded(text));
}
function guarded(text) {
  if (!/\$\{\{|[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return text;
  throw new Error(`this would not be plain text in a file that is written: ${JSON.stringify(text)}`);
}

// src/init/images-text.ts
var IMAGES_PATH = "bantam.yaml";
var SCHEMA = `https://raw.githubusercontent.com/OWNER/bantam/v${VERSION}/schema/bantam.schema.json`;
function imagesText({ services, notes }) {
  const shared = sharedInputs(services);
  const defaults = inputLines(shared, "  ");
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# Written by bantam init ${VERSION}. It is yours to change; the settings are the inputs in docs/reference.md of Bantam.`,
    ...noteLines(notes),
    ...defaults.length === 0 ? [] : ["defaults:", ...defaults],
    "images:",
    ...services.flatMap((service) => imageLines(service, shared)),
    ""
  ].join("\n");
}
var INDENT = " ".repeat(4);
function imageLines(service, shared = {}) {
  const { name, image } = service;
  const own = Object.entries(inputsOf(service)).filter(([input]) => !Object.hasOwn(shared, input));
  return [
    `  ${scalar(name)}:`,
    ...inputLines(
      { ...Object.fromEntries(own), ...image === null ? {} : { image: plainImage(image) } },
      INDENT
    ),
    ...image === null ? [`${INDENT}# image: ghcr.io/OWNER/REPOSITORY/${name}`] : []
  ];
}
var OWN = ["working-directory", ...OWN_SETTINGS];
function sharedInputs(services) {
  const [first, ...others] = services;
  if (first === void 0 || others.length === 0) return {};
  const isShared = (name) => others.every((other) => inputsOf(other)[name] === inputsOf(first)[name]);
  const apart = [
    ...OWN,
    // A measured limit is of one image. One of growth alone is a rule for all.
    ...services.some(({ budget }) => budget.length > 1) ? ["budget"] : [],
    // Their paths start in the working directory, so the same words mean other files.
    ...isShared("working-directory") ? [] : ["files"]
  ];
  const names = INPUTS.map(({ name }) => name).filter((name) => !apart.includes(name) && isShared(name));
  const given = inputsOf(first);
  return Object.fromEntries(names.flatMap((name) => given[name] === void 0 ? [] : [[name, given[name]]]));
}
function inputsOf({ inputs, budget }) {
  return { ...inputs, budget: budget.join("\n") };
}
function plainImage(image) {
  if (/^[a-z0-9._/:-]+$/.test(image)) return image;
  throw new Error(`this is no name of an image: ${image}`);
}

// src/init/workflow.ts
var WORKFLOW_PATH = ".github/workflows/bantam.yml";
function workflowText({ service, branches, tags, notes }) {
  return [
    `# Written by bantam init ${VERSION}. It is yours to change; the inputs are in docs/reference.md of Bantam.`,
    ...noteLines(notes),
    "name: image",
    "on:",
    "  push:",
    `    branches: [${branches.map(scalar).join(", ")}]`,
    ...tags.length === 0 ? [] : [`    tags: [${tags.map(scalar).join(", ")}]`],
    "  pull_request:",
    "",
    "permissions:",
    "  contents: read",
    "  packages: write # publishes to ghcr.io",
    "  pull-requests: write # writes the comment",
    "",
    "jobs:",
    "  image:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v7",
    `      - uses: OWNER/bantam@v${VERSION} # where Bantam's repository lives`,
    ...service === null ? [] : withLines(service),
    ""
  ].join("\n");
}
var INDENT2 = " ".repeat(10);
function withLines({ inputs, image, budget }) {
  return [
    "        with:",
    ...inputLines(inputs, INDENT2),
    ...image === null ? [] : [`${INDENT2}image: ${imageText(image)}`],
    ...inputLines({ budget: budget.join("\n") }, INDENT2)
  ];
}
var REPOSITORY = "${{ github.repository }}";
function imageText(image) {
  const parts = image.split(REPOSITORY);
  if (parts.every((part) => /^[a-z0-9._/:-]*$/.test(part))) return image;
  throw new Error(`this is no name of an image: ${image}`);
}

// src/init/written-files.ts
function writtenFiles({ services, branches, tags, notes }) {
  const [service = null, ...others] = services;
  const isAlone = others.length === 0;
  const plan = isAlone ? { service, notes } : { service: null, notes: [] };
  const workflow = { path: WORKFLOW_PATH, text: workflowText({ ...plan, branches, tags }) };
  return isAlone ? [workflow] : [{ path: IMAGES_PATH, text: imagesText({ services, notes }) }, workflow];
}
function filesText(files) {
  if (files.length === 1) return files.map(({ text }) => text).join("");
  return files.map(({ path: path7, text }) => `==> ${path7} <==
${text}`).join("\n");
}

// src/commands/init.ts
import { stat } from "node:fs/promises";
import path5 from "node:path";

// src/init/go-build.ts
import { posix } from "node:path";

// src/init/shell.ts
function commandsOf(script) {
  const commands = [];
  let words = [];
  const finish = () => {
    if (words.length > 0) commands.push(commandOf(words));
    words = [];
  };
  for (const token of tokensOf(script)) {
    if ("end" in token) finish();
    else words.push(token.word);
  }
  finish();
  return commands;
}
function looseWords(text) {
  return tokensOf(text).flatMap((token) => "word" in token ? [token.word] : []);
}
function assignmentOf(word) {
  const [, name, value = ""] = /^([A-Za-z_]\w*)=([^]*)$/.exec(word) ?? [];
  return name === void 0 ? null : [name, value];
}
function unquoted(text) {
  const bare = text.trim();
  return /^(["'])([^]*)\1$/.exec(bare)?.[2] ?? bare;
}
var BEFORE = ["env", "exec", "time", "sudo", "then", "else", "do", "if", "{", "(", "!", "set"];
function commandOf(words) {
  const env = {};
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = at === 0 ? (words[at] ?? "").replace(/^[@+-]+(?=\w|\$)/, "") : words[at] ?? "";
    const assigned = assignmentOf(word);
    if (assigned !== null) env[assigned[0]] = assigned[1];
    else if (!BEFORE.includes(word)) return { env, words: [word, ...words.slice(at + 1)] };
  }
  return { env, words: [] };
}
function tokensOf(text) {
  const tokens = [];
  const ends = endsOf(text);
  let word = null;
  const finish = () => {
    if (word !== null) tokens.push({ word });
    word = null;
  };
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    const substituted = substitutionAt(text, at, ends);
    if (substituted > at) {
      word = (word ?? "") + text.slice(at, substituted);
      at = substituted;
    } else if (character === "'" || character === '"') {
      const [quoted, end] = readQuoted(text, at, ends);
      word = (word ?? "") + quoted;
      at = end;
    } else if (character === "\\") {
      if (text.charAt(at + 1) !== "\n") word = (word ?? "") + text.charAt(at + 1);
      at += 2;
    } else if (character === "#" && word === null) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (/[;&|\n]/.test(character)) {
      finish();
      tokens.push({ end: true });
      at += 1;
    } else if (/\s/.test(character)) {
      finish();
      at += 1;
    } else {
      word = (word ?? "") + character;
      at += 1;
    }
  }
  finish();
  return tokens;
}
function readQuoted(text, start, ends) {
  const quote = text.charAt(start);
  let read = "";
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    const substituted = quote === '"' ? substitutionAt(text, at, ends) : at;
    const isEscape = quote === '"' && text.charAt(at) === "\\" && /["\\$`\n]/.test(text.charAt(at + 1));
    if (isEscape) {
      if (text.charAt(at + 1) !== "\n") read += text.charAt(at + 1);
      at += 2;
    } else {
      const end = Math.max(substituted, at + 1);
      read += text.slice(at, end);
      at = end;
    }
  }
  return [read, at + 1];
}
function endsOf(text) {
  const brackets = /* @__PURE__ */ new Map();
  const round = [];
  const curly = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(") round.push(at);
    if (character === "{") curly.push(at);
    const open2 = character === ")" ? round.pop() : character === "}" ? curly.pop() : void 0;
    if (open2 !== void 0) brackets.set(open2, at);
  }
  return { brackets, lastTick: text.lastIndexOf("`"), lastBraces: text.lastIndexOf("}}") };
}
function substitutionAt(text, at, ends = endsOf(text)) {
  if (text.startsWith("{{", at)) return ends.lastBraces < at + 2 ? at : text.indexOf("}}", at + 2) + 2;
  if (text.charAt(at) === "`") return ends.lastTick === at ? at : text.indexOf("`", at + 1) + 1;
  const open2 = /^\$\$?[({]/.exec(text.slice(at, at + 3));
  const close = open2 === null ? void 0 : ends.brackets.get(at + open2[0].length - 1);
  return close === void 0 ? at : close + 1;
}

// src/init/go-build.ts
var WITH_VALUE = [
  "asmflags",
  "buildmode",
  "C",
  "compiler",
  "gccgoflags",
  "gcflags",
  "installsuffix",
  "ldflags",
  "mod",
  "modfile",
  "o",
  "overlay",
  "p",
  "pgo",
  "pkgdir",
  "tags",
  "toolexec"
];
function isKeptFlag(flag) {
  return /^-(?:mod|modfile|pgo|gcflags|asmflags)=/.test(flag);
}
function goBuildsOf(script) {
  const builds = [];
  let env = {};
  let directory = ".";
  for (const command of commandsOf(script)) {
    const [name = "", ...args] = command.words;
    if (command.words.length === 0) env = { ...env, ...command.env };
    if (name === "export") env = { ...env, ...assignments(args) };
    if (name === "cd") directory = changed(directory, args[0] ?? "");
    const build2 = goBuildOf({ ...command, env: { ...env, ...command.env } }, directory);
    if (build2 !== null) builds.push(build2);
    if (builds.length === MOST_BUILDS) break;
  }
  return builds;
}
var MOST_PACKAGES = 100;
var MOST_BUILDS = 200;
var LONGEST_PATH = 255;
function changed(directory, to) {
  if (to.startsWith("/")) return to.length > LONGEST_PATH ? directory : to;
  return directory.length + to.length >= LONGEST_PATH ? directory : posix.join(directory, to);
}
function assignments(words) {
  const pairs = words.map(assignmentOf).filter((pair) => pair !== null);
  return Object.fromEntries(pairs);
}
function goBuildOf({ env, words }, directory) {
  const [name = "", verb, ...args] = words;
  const isGo = /^(?:\S*\/)?go$|^\$[({]?GO[)}]?$|^\$\(GO(?:CMD|BIN)\)$/.test(name);
  const isNamed2 = /^\$[({]?(?:GO_?BUILD)[)}]?$/.test(name);
  if (!isNamed2 && !(isGo && (verb === "build" || verb === "install"))) return null;
  const { flags, packages } = split(isNamed2 ? words.slice(1) : args);
  const values = (flag) => flags.filter((one) => one.name === flag).map(({ value }) => value);
  return {
    directory: values("C")[0] ?? directory,
    packages,
    output: values("o")[0] ?? null,
    ldflags: values("ldflags"),
    tags: values("tags").flatMap((list) => list.split(/[\s,]+/).filter((tag) => tag !== "")),
    flags: flags.map((flag) => `-${flag.name}=${flag.value}`).filter(isKeptFlag),
    env
  };
}
function split(args) {
  const flags = [];
  let at = 0;
  for (; at < args.length; at += 1) {
    const [, name, joined] = /^--?([A-Za-z]+)(?:=([^]*))?$/.exec(args[at] ?? "") ?? [];
    if (name === void 0) {
      if (args[at]?.startsWith("$") === true) continue;
      break;
    }
    if (joined === void 0 && WITH_VALUE.includes(name)) at += 1;
    flags.push({ name, value: joined ?? (WITH_VALUE.includes(name) ? args[at] ?? "" : "") });
  }
  const packages = args.slice(at).filter((word) => !/^[<>]|^\d?>/.test(word));
  return { flags, packages: packages.slice(0, MOST_PACKAGES) };
}

// src/init/build-script.ts
var LONGEST_LINE = 8192;
function readBuildScript({ path: path7, text }) {
  const isMakefile = /(?:^|\/)(?:GNU)?[Mm]akefile[^/]*$|\.mk$/.test(path7);
  const joined = text.replace(/\r\n?/g, "\n").replace(/\\\n[ \t]*/g, " ").split("\n").filter((line) => line.length <= LONGEST_LINE).join("\n");
  return isMakefile ? readMakefile(path7, joined) : readShell(path7, joined);
}
function readMakefile(path7, text) {
  const definitions = /* @__PURE__ */ new Map();
  const recipes = [];
  for (const line of text.split("\n")) {
    const [, name, operator, value = ""] = /^ *(?:export +|override +)?([A-Za-z_]\w*)[ \t]*([:?+]{0,3}=)[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== void 0) define(definitions, name, operator === "+=", value);
    if (line.startsWith("	")) recipes.push(line.slice(1));
  }
  return { path: path7, definitions, builds: goBuildsOf(recipes.join("\n")) };
}
function readShell(path7, text) {
  const definitions = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const [, name, operator, value = ""] = /^\s*(?:export +|readonly +|local +)?([A-Za-z_]\w*)(\+?=)(.*)$/.exec(line) ?? [];
    const isAlone = /^(?:"[^"]*"|'[^']*'|\$\(.*\)|`[^`]*`|\S*)\s*(?:#.*)?$/.test(value);
    if (name !== void 0 && isAlone) define(definitions, name, operator === "+=", value);
  }
  return { path: path7, definitions, builds: goBuildsOf(text) };
}
function define(definitions, name, adds, value) {
  const before = definitions.get(name);
  const text = value.replace(/(?<=\s)#.*$/, "").trim();
  if (adds && before !== void 0) {
    if (before.length > LONGEST_LINE) return;
    definitions.set(name, `${unquoted(before)} ${unquoted(text)}`);
  } else if (before === void 0 || before === "") definitions.set(name, text);
}
function linkerTexts({ definitions, builds }) {
  const inBuilds = builds.flatMap(({ ldflags }) => ldflags);
  const inVariables = [...definitions].filter(([name, value]) => /flags/i.test(name) && /-X\b/.test(value)).map(([, value]) => unquoted(value).replace(/^\s*-ldflags[= ]["']?/, ""));
  return [...inBuilds, ...inVariables];
}

// src/init/checked-inputs.ts
var COMMIT = "0".repeat(40);
var EVENTS = [
  surroundings("push", { branch: "main", tag: null, ref: "refs/heads/main" }),
  surroundings("push", { branch: null, tag: "v1.0.0", ref: "refs/tags/v1.0.0" }),
  surroundings("pull_request", { branch: "change", tag: null, ref: "refs/pull/1/merge" })
];
function surroundings(event, at) {
  return {
    surface: "action",
    cwd: "/checkout",
    env: {},
    event,
    pullRequest: event === "pull_request" ? 1 : null,
    repository: {
      commit: COMMIT,
      committedAt: 0,
      refused: null,
      tagPrefix: "",
      described: { status: "described", text: "v0.0.0" },
      source: "https://github.com/owner/name",
      ...at
    },
    base: { commit: { status: "none", why: "there is none" }, branch: "main" }
  };
}
function checkedInputs(inputs, where) {
  const notes = [];
  let kept = inputs;
  for (const at of EVENTS) {
    for (let refused = refusal(kept, at); refused !== null; refused = refusal(kept, at)) {
      const { name, value, why } = refused;
      notes.push({ where, what: `${name} ${value}`, why });
      const others = without(kept, name, value);
      if (others === null) return { inputs: null, notes };
      kept = others;
    }
  }
  return { inputs: kept, notes };
}
function refusal(inputs, at) {
  const values = { ...inputs, image: "ghcr.io/owner/name", budget: "none" };
  const declared = declareImage({ surface: "action", values, problems: [] }, at);
  if (declared.ok) return null;
  for (const { input, value, clause: clause2 } of declared.problems) {
    const name = Object.keys(inputs).find((known) => known === input);
    if (name !== void 0) return { name, value, why: clauseText(clause2, "action") };
  }
  return null;
}
function without(inputs, name, value) {
  if (name === "working-directory") return null;
  const lines = inputs[name]?.split("\n") ?? [];
  const isRefused = (line) => line === value || line.startsWith(`${value}=`) || name === "ldflags" && line.endsWith(value);
  const good = lines.filter((line) => value === "" || !isRefused(line));
  const { [name]: _, ...others } = inputs;
  if (name === "main") {
    const bare = lines.map(
      (line) => good.length < lines.length && !isRefused(line) ? line : line.replace(/=[^]*$/, "")
    );
    return bare.join("\n") === inputs.main ? null : { ...inputs, main: bare.join("\n") };
  }
  if (good.length === lines.length || good.length === 0) return others;
  return { ...others, [name]: good.join("\n") };
}

// src/init/drafts.ts
import { posix as posix10 } from "node:path";

// src/init/template-of.ts
var LONGEST = 4096;
var DEEPEST = 50;
var LONGEST_COMMAND = 500;
var BY_NAME = [
  [/short_?(?:commit|sha|rev|hash)$|(?:commit|sha|rev|hash)_?short$/i, "{{.ShortCommit}}"],
  [/(?:commit|sha1?|revision|(?:^|_)rev|hash|vcs_?ref|commit_?id)$/i, "{{.Commit}}"],
  [/(?:date|time|timestamp)$/i, "{{.Date}}"],
  [/branch$/i, "{{.Branch}}"],
  [/(?:version|tag|release|(?:^|_)ver)$/i, "{{.Version}}"]
];
var BY_COMMAND = [
  [/\bgit\b.*\b(?:describe|tag)\b/, "{{.Version}}"],
  [/\bgit\b.*(?:--abbrev-ref|symbolic-ref|--show-current)\b/, "{{.Branch}}"],
  [/\bgit\b.*\brev-parse\b.*--short|\bgit\b.*%h/, "{{.ShortCommit}}"],
  [/\bgit\b.*(?:%c[ItIDdr]|%a[ItIDdr]|--date)|\bdate\b/, "{{.Date}}"],
  [/\bgit\b.*\brev-parse\b|\bgit\b.*%H|\brev-list\b/, "{{.Commit}}"]
];
var BY_KEY = {
  Version: "{{.Version}}",
  RawVersion: "{{.Version}}",
  Tag: "{{.Version}}",
  Summary: "{{.Version}}",
  Commit: "{{.Commit}}",
  FullCommit: "{{.Commit}}",
  ShortCommit: "{{.ShortCommit}}",
  Date: "{{.Date}}",
  CommitDate: "{{.Date}}",
  Branch: "{{.Branch}}",
  "Git.Tag": "{{.Version}}",
  "Git.FullCommit": "{{.Commit}}",
  "Git.ShortCommit": "{{.ShortCommit}}"
};
function templateOf(text, meaning) {
  return filled(text, meaning, /* @__PURE__ */ new Map(), 0);
}
function filled(text, meaning, known, depth) {
  if (text.length > LONGEST || depth > DEEPEST) return null;
  const ends = endsOf(text);
  let result = "";
  for (let at = 0; at < text.length; ) {
    const end = Math.max(substitutionAt(text, at, ends), plainVariableAt(text, at));
    if (end === at) {
      result += text.charAt(at);
      at += 1;
      continue;
    }
    const part = partOf(text.slice(at, end), meaning, known, depth);
    if (part === null || result.length > LONGEST) return null;
    result += part;
    at = end;
  }
  return result;
}
function plainVariableAt(text, at) {
  if (text.charAt(at) !== "$") return at;
  return at + (/^\$\$?[A-Za-z_]\w*/.exec(text.slice(at, at + 200))?.[0].length ?? 0);
}
function partOf(written, meaning, known, depth) {
  if (written.startsWith("{{")) return keyOf(written.slice(2, -2).trim(), meaning);
  if (written.startsWith("`")) return commandOf2(written.slice(1, -1), meaning);
  const bare = written.replace(/^\$\$?/, "");
  const inner = /^[({]/.test(bare) ? bare.slice(1, -1).trim() : bare;
  const [, name, usual] = /^([A-Za-z_]\w*)(?::?[-=]([^]*))?$/.exec(inner) ?? [];
  if (name !== void 0) return variableOf(name, usual, meaning, known, depth);
  return bare.startsWith("(") ? commandOf2(inner.replace(/^shell\s+/, ""), meaning) : null;
}
function variableOf(name, usual, meaning, known, depth) {
  const before = known.get(name);
  if (before !== void 0) return before;
  known.set(name, null);
  const defined = meaning.definitions.get(name) ?? usual;
  const text = defined === void 0 ? void 0 : unquoted(defined);
  const isCommand = text !== void 0 && /^(?:\$\$?\(|`)/.test(text);
  const expanded = text === void 0 ? null : filled(text, meaning, known, depth + 1);
  const isMeant = expanded !== null && (isCommand || expanded.includes("{{") || expanded.includes("/"));
  const result = isMeant ? expanded : byName(name) ?? expanded;
  known.set(name, result);
  return result;
}
function byName(name) {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
function commandOf2(command, { module }) {
  if (command.length > LONGEST_COMMAND) return null;
  if (/^go\s+list\s+-m\b/.test(command)) return module?.path ?? null;
  return BY_COMMAND.find(([pattern]) => pattern.test(command))?.[1] ?? null;
}
function keyOf(action, { project }) {
  const [, key = ""] = /^\.([\w.]+)$/.exec(action) ?? [];
  if (Object.hasOwn(BY_KEY, key)) return BY_KEY[key] ?? null;
  if (key === "ProjectName") return project ?? null;
  return key.startsWith("Env.") ? byName(key.slice("Env.".length)) : null;
}

// src/init/linker-settings.ts
var LONGEST2 = 32 * 1024;
var DEEPEST2 = 50;
var MOST = 200;
var NEEDLESS = /^-(?:s|w|buildid=.*|extldflags?=?.*|linkmode=internal|d|static)$/;
var PLAIN2 = /^(?:[\p{L}\p{N}_./@:+=, ~-]|\{\{\.[A-Za-z]+\}\})*$/u;
function linkerSettings(texts, meaning, where) {
  const lines = /* @__PURE__ */ new Map();
  const notes = [];
  const words = texts.flatMap((text) => looseWords(expandFlags(text, meaning)));
  for (let at = 0; at < words.length && lines.size + notes.length < MOST; at += 1) {
    const word = words[at] ?? "";
    const joined = /^--?X=?([^]+)$/.exec(word)?.[1];
    if (joined === void 0 && !/^--?X$/.test(word)) {
      if (/^-(?:extldflags?|buildid)$/.test(word)) at += 1;
      else if (word.startsWith("-") && !NEEDLESS.test(word))
        notes.push({
          where,
          what: `linker flag ${word}`,
          why: "write it into ldflags if the service needs it"
        });
      continue;
    }
    if (joined === void 0) at += 1;
    const given = joined ?? words[at] ?? "";
    const setting = settingOf(given, meaning);
    if ("why" in setting) notes.push({ where, what: `-X ${given}`, why: setting.why });
    else if (!lines.has(setting.variable)) lines.set(setting.variable, setting.line);
  }
  return { lines, notes };
}
function settingOf(given, meaning) {
  const equals = equalsOf(given);
  const variable = equals < 1 ? null : templateOf(given.slice(0, equals), meaning);
  if (variable === null || !/^[\p{L}\p{N}_./~-]+\.[\p{L}_][\p{L}\p{N}_]*$/u.test(variable))
    return { why: "the variable that it sets is not known before the build; write its name" };
  const value = templateOf(given.slice(equals + 1), meaning);
  if (value === null)
    return { why: "its value is not known before the build; write a template such as {{.Version}}" };
  if (value === "") return { why: "its value is empty" };
  if (!PLAIN2.test(value))
    return { why: "its value has characters that are not carried over; write it yourself" };
  const joined = joinLinkerFlags(["-X", `${variable}=${value}`]);
  return joined.ok ? { variable, line: joined.value } : { why: `it ${joined.problem}` };
}
function equalsOf(given) {
  const ends = endsOf(given);
  for (let at = 0; at < given.length; at = Math.max(at + 1, substitutionAt(given, at, ends)))
    if (given.charAt(at) === "=") return at;
  return -1;
}
function expandFlags(text, meaning, known = /* @__PURE__ */ new Map(), depth = 0) {
  let added = 0;
  const expanded = text.slice(0, LONGEST2).replace(/\$\$?(?:\((\w+)\)|\{(\w+)\}|([A-Za-z_]\w*))/g, (written, ...names) => {
    if (added > LONGEST2) return "";
    const name = names.slice(0, 3).find((one) => one !== void 0) ?? "";
    const flags = flagsIn(name, meaning, known, depth) ?? written;
    added += flags.length;
    return flags;
  });
  return added > LONGEST2 || expanded.length > LONGEST2 ? "" : expanded;
}
function flagsIn(name, meaning, known, depth) {
  const before = known.get(name);
  if (before !== void 0) return before;
  if (depth > DEEPEST2) return null;
  const definition = meaning.definitions.get(name);
  const isNamed2 = /flags/i.test(name);
  if (definition === void 0) return isNamed2 ? "" : null;
  if (!isNamed2 && !/(?:^|\s)["']?-[Xsw]\b/.test(definition)) return null;
  known.set(name, "");
  const flags = expandFlags(
    unquoted(definition).replace(/^\s*["']?-ldflags[= ]["']?/, ""),
    meaning,
    known,
    depth + 1
  );
  known.set(name, flags);
  return flags;
}

// src/init/build-settings.ts
function buildSettings(builds, meaning, where) {
  const { lines, notes } = linkerSettings(
    builds.flatMap(({ ldflags }) => ldflags),
    meaning,
    where
  );
  const tags = builds.flatMap(
    (build2) => build2.tags.flatMap((tag) => templateOf(tag, meaning)?.split(/[\s,]+/) ?? [])
  );
  const plain = tags.filter((tag) => /^[\p{L}\p{Nd}_.]+$/u.test(tag));
  const flags = builds.flatMap((build2) => build2.flags).filter((flag) => /^-\w+=[\w./=,-]+$/.test(flag));
  const experiments = builds.flatMap(({ env }) => env["GOEXPERIMENT"] ?? []);
  return {
    settings: {
      ldflags: lines,
      tags: [...new Set(plain)],
      flags: [...new Set(flags)],
      env: [...new Set(experiments.filter((value) => /^[\w,]+$/.test(value)))].map(
        (value) => `GOEXPERIMENT=${value}`
      ),
      cgo: builds.some(({ env }) => env["CGO_ENABLED"] === "1")
    },
    notes
  };
}

// src/init/docker-image.ts
import { posix as posix9 } from "node:path";

// src/init/dockerfile.ts
var MOST_INSTRUCTIONS = 2e3;
var MOST_STAGES = 50;
var FLAG = /^--([a-z][a-z0-9-]*)(?:=(\S*))?(?:\s+|$)/;
function parseDockerfile(text) {
  const args = [];
  const stages = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name === "FROM" && stages.length === MOST_STAGES) break;
    if (instruction.name === "FROM") stages.push(stageOf(instruction));
    else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.name === "ARG") args.push(instruction);
  }
  return { args, stages };
}
function execForm(text) {
  if (!text.startsWith("[")) return null;
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) && value.every((word) => typeof word === "string") ? value : null;
  } catch {
    return null;
  }
}
function stageOf({ text, line }) {
  const [base = "", as = "", name] = text.split(/\s+/);
  return { base, name: as.toUpperCase() === "AS" ? name ?? null : null, line, instructions: [] };
}
function instructionsOf(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const escape = escapeOf(lines);
  const lastPlaces = new Map(lines.map((line, at) => [endOf(line), at]));
  const found = [];
  for (let at = 0; at < lines.length && found.length < MOST_INSTRUCTIONS; at += 1) {
    const line = at + 1;
    const parts = [lines[at] ?? ""];
    if (/^\s*(?:#|$)/.test(parts[0] ?? "")) continue;
    while (at + 1 < lines.length && isContinued(parts.at(-1) ?? "", escape)) {
      at += 1;
      const next = lines[at] ?? "";
      if (!/^\s*(?:#|$)/.test(next)) parts.push(next);
    }
    const whole = parts.map((part) => isContinued(part, escape) ? part.trimEnd().slice(0, -1) : part).join(" ");
    const bodies = [];
    for (const end of heredocsOf(whole)) {
      if ((lastPlaces.get(end) ?? -1) <= at) continue;
      while (endOf(lines[at + 1] ?? "") !== end) {
        at += 1;
        bodies.push(lines[at] ?? "");
      }
      at += 1;
    }
    const instruction = instructionOf(whole, bodies, line);
    if (instruction !== null) found.push(instruction);
  }
  return found;
}
function isContinued(line, escape) {
  return line.trimEnd().endsWith(escape);
}
function escapeOf(lines) {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)\s*$/i.exec(line);
    if (directive === null) return "\\";
    if (directive[1]?.toLowerCase() === "escape") return directive[2] === "`" ? "`" : "\\";
  }
  return "\\";
}
function endOf(line) {
  return line.replace(/^\t+/, "");
}
function heredocsOf(line) {
  if (!/^\s*(?:RUN|COPY|ADD)\b/i.test(line)) return [];
  return Array.from(line.matchAll(/(?<=^|\s)\d*<<-?(["']?)([A-Za-z_]\w*)\1/g), ([, , end = ""]) => end);
}
function instructionOf(whole, bodies, line) {
  const [, name = "", text = ""] = /^\s*([A-Za-z]+)(?:\s+([^]*))?$/.exec(whole) ?? [];
  if (name === "") return null;
  let rest = text.trim();
  const flags = {};
  for (let flag = FLAG.exec(rest); flag !== null; flag = FLAG.exec(rest)) {
    flags[flag[1] ?? ""] = flag[2] ?? "";
    rest = rest.slice(flag[0].length);
  }
  return { name: name.toUpperCase(), flags, text: [rest, ...bodies].join("\n").trim(), line };
}

// src/init/docker-builds.ts
import { posix as posix4 } from "node:path";

// src/init/checkout-path.ts
import { posix as posix2 } from "node:path";
function checkoutPath(written) {
  const path7 = posix2.normalize(`./${written}`).replace(/\/$/, "");
  return path7 === "." ? "" : path7;
}

// src/init/program-at.ts
function programAt({ programs }, written) {
  const inDirectory = (path7) => programs.find(({ directory }) => directory === checkoutPath(path7));
  return inDirectory(written) ?? inDirectory(packageOf(written)) ?? null;
}
function packageOf(written) {
  return written.replace(/(?:^|\/)[^/]*(?:\.go|\*)$/, "");
}
function moduleOf({ modules }, program) {
  return modules.find(({ directory }) => directory === program.module) ?? null;
}
var HELPING = /(?:^|\/)(?:_?examples?|tests?|testdata|e2e|hack|tools?|scripts?|docs?|build|ci|contrib|internal\/(?:tools?|gen\w*|cmd)|benchmarks?|gen|generate|mage\w*|\.[^/]*)(?:\/|$)/i;
function isHelping(directory) {
  return HELPING.test(directory);
}
function servicesOf({ programs }) {
  const services = programs.filter(({ directory }) => !isHelping(directory));
  return services.length > 0 ? services : programs;
}

// src/init/docker-stage.ts
import { posix as posix3 } from "node:path";
function viewStage(dockerfile, index, earlier = []) {
  const { args, stages } = dockerfile;
  const stage = stages[index];
  const parent = stage === void 0 ? -1 : stageNamed(stages, stage.base, index);
  const before = parent < 0 ? null : earlier[parent] ?? viewStage(dockerfile, parent, earlier);
  const variables = new Map(before?.variables ?? args.flatMap(({ text }) => pairsOf(text)));
  const written = stage?.base ?? "";
  const base = before?.base ?? expand(written, variables) ?? written;
  const copies = [];
  const runs = [];
  const settings = [];
  let directory = before?.directory ?? "/";
  for (const instruction of stage?.instructions ?? []) {
    const { name, flags, text, line } = instruction;
    if (name === "WORKDIR") directory = posix3.resolve(directory, expand(text, variables) ?? ".");
    if (name === "ENV" || name === "ARG")
      for (const [variable, value] of pairsOf(text))
        variables.set(variable, expand(value, variables) ?? value.slice(0, LONGEST3));
    if (name === "RUN") runs.push({ line, script: scriptOf(text), directory });
    else if (name === "COPY" || name === "ADD") copies.push(copyOf(instruction, directory, variables));
    else if (name !== "ARG")
      settings.push({ name, flags, line, written: text, text: expand(text, variables) });
  }
  return {
    parent,
    base,
    line: stage?.line ?? 1,
    copies: [...before?.copies ?? [], ...copies],
    runs: [...before?.runs ?? [], ...runs],
    settings: [...before?.settings ?? [], ...settings],
    variables,
    directory,
    copied: copiedFrom(copies, before?.copied ?? /* @__PURE__ */ new Map())
  };
}
function copiedFrom(copies, before) {
  const places = new Map(before);
  for (const { from: stage, sources, destination, into } of copies) {
    if (stage !== null) continue;
    for (const source of sources) {
      const from = checkoutPath(source);
      const isWhole = from === "" || !into || source.endsWith("/");
      const to = isWhole ? destination : posix3.join(destination, posix3.basename(from));
      if (!places.has(to)) places.set(to, from);
    }
  }
  return places;
}
function stageNamed(stages, name, before) {
  const earlier = stages.slice(0, before);
  const named = earlier.findLastIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  if (named >= 0) return named;
  return /^\d{1,3}$/.test(name) && Number(name) < before ? Number(name) : -1;
}
function pairsOf(text) {
  const old = /^([A-Za-z_][\w.-]*)\s+([^=]*)$/.exec(text);
  if (old !== null) return [[old[1] ?? "", old[2] ?? ""]];
  return looseWords(text).flatMap((word) => {
    const [, name, value = ""] = /^([^=\s]+)=([^]*)$/.exec(word) ?? [];
    return name === void 0 ? [] : [[name, value]];
  });
}
var LONGEST3 = 8192;
function expand(text, variables) {
  if (text.length > LONGEST3) return null;
  let isKnown = true;
  let added = 0;
  const valueOf = (name, usual) => {
    const value = variables.get(name) ?? usual;
    added += value?.length ?? 0;
    if (value === void 0 || added > LONGEST3) isKnown = false;
    return isKnown ? value ?? "" : "";
  };
  const last = text.lastIndexOf("}") + 1;
  const expanded = [
    text.slice(0, last).replace(
      /\$(?:\{([A-Za-z_]\w*)(?::-([^}]*))?\}|([A-Za-z_]\w*))/g,
      (_, braced, usual, bare) => valueOf(braced ?? bare ?? "", usual)
    ),
    text.slice(last).replace(/\$([A-Za-z_]\w*)/g, (_, bare) => valueOf(bare))
  ].join("");
  return isKnown && expanded.length <= LONGEST3 ? expanded : null;
}
function scriptOf(text) {
  const words = execForm(text);
  if (words === null) return text;
  return words.at(-2) === "-c" ? words.at(-1) ?? "" : words.map((word) => JSON.stringify(word)).join(" ");
}
var MOST_SOURCES = 100;
function copyOf({ flags, text, line }, directory, variables) {
  const words = execForm(text) ?? looseWords(text);
  const filled2 = words.map((word) => expand(word, variables) ?? word);
  const sources = filled2.slice(0, -1).slice(0, MOST_SOURCES);
  const destination = filled2.at(-1) ?? ".";
  const written = flags["from"] ?? null;
  return {
    line,
    sources,
    destination: posix3.resolve(directory, destination),
    into: sources.length > 1 || /(?:^|\/)\.?$/.test(destination),
    from: written === null ? null : expand(written, variables) ?? written,
    mode: flags["chmod"] ?? null,
    owner: flags["chown"] ?? null
  };
}
function contextPath({ copied }, file2) {
  for (let place = file2; ; place = posix3.dirname(place)) {
    const from = copied.get(place);
    if (from !== void 0) return posix3.join(from, posix3.relative(place, file2));
    if (place === posix3.dirname(place)) return null;
  }
}

// src/init/docker-builds.ts
function stageBuilds(view, facts, context, runs = view.runs) {
  return runs.flatMap(
    ({ script, directory, line }) => goBuildsOf(script).flatMap((build2) => {
      const where = posix4.resolve(directory, expand(build2.directory, view.variables) ?? build2.directory);
      const [named = ".", ...more] = build2.packages;
      const packages = named.endsWith(".go") ? [named] : [named, ...more];
      return packages.map((written) => {
        const program = programOf(written, where, view, facts, context);
        const output = outputOf(build2, where, program, view);
        return { build: build2, program: program ?? namesake(output, facts), output, line, variables: view.variables };
      });
    })
  );
}
function programOf(written, where, view, facts, context) {
  const name = packageOf(expand(written, view.variables) ?? written) || ".";
  const module = facts.modules.find(({ path: path7 }) => name === path7 || name.startsWith(`${path7}/`));
  const place = contextPath(view, posix4.resolve(where, name));
  const directory = module === void 0 ? place === null ? null : posix4.join(context, place) : posix4.join(module.directory, name.slice(module.path.length + 1));
  return directory === null ? null : programAt(facts, directory);
}
function outputOf({ output }, where, program, view) {
  if (output === null) return posix4.resolve(where, program?.name ?? ".");
  const filled2 = expand(output, view.variables) ?? output;
  const place = posix4.resolve(where, filled2);
  return filled2.endsWith("/") && program !== null ? posix4.join(place, program.name) : place;
}
function namesake(output, { programs }) {
  const [only, ...others] = programs.filter(({ name }) => name === posix4.basename(output));
  return others.length === 0 ? only ?? null : null;
}

// src/init/base-note.ts
function baseNote(where, what) {
  const why = "Bantam builds on scratch and adds certificates and time zones itself; if the program needs more of this image, name it with base";
  return { where, what, why };
}

// src/init/docker-users.ts
var KNOWN = { root: "0:0", nobody: "65534:65534", nonroot: "65532:65532" };
var WITH_VALUE2 = /^-(?:-(?:uid|gid|home|shell|gecos|ingroup|comment|home-dir|group|groups)|[ugdhsGcki])$/;
function userNumbers(text, runs) {
  const [user = "", group] = text.trim().split(":");
  if (/^\d+$/.test(user) && (group === void 0 || /^\d+$/.test(group))) return text.trim();
  const commands = runs.flatMap(({ script }) => commandsOf(script));
  const numberOf = (name, made, flags) => {
    for (const { words } of commands) {
      const [command = "", ...args] = words;
      const at = args.findIndex((word) => flags.test(word));
      if (!made.test(command) || !positionals(args).includes(name) || at < 0) continue;
      const number = /=(\d+)$/.exec(args[at] ?? "")?.[1] ?? args[at + 1] ?? "";
      if (/^\d+$/.test(number)) return number;
    }
    return null;
  };
  const uid = /^\d+$/.test(user) ? user : numberOf(user, /^(?:adduser|useradd)$/, /^(?:-u|--uid)(?:=|$)/);
  const isKnown = Object.hasOwn(KNOWN, user) && (group === void 0 || group === user);
  if (uid === null) return isKnown ? KNOWN[user] ?? null : null;
  const groupName = group ?? user;
  const gid = /^\d+$/.test(groupName) ? groupName : numberOf(groupName, /^(?:addgroup|groupadd)$/, /^(?:-g|--gid)(?:=|$)/);
  return gid === null && group !== void 0 ? null : `${uid}:${gid ?? uid}`;
}
function positionals(args) {
  return args.filter((word, at) => !word.startsWith("-") && !WITH_VALUE2.test(args[at - 1] ?? ""));
}

// src/init/draft.ts
var NO_SETTINGS = { ldflags: /* @__PURE__ */ new Map(), tags: [], flags: [], env: [], cgo: false };
function inputOf(name, items) {
  const lines = items.map((item) => item.replace(/\r\n|[\r\n]/g, "\x85"));
  return lines.length === 0 ? {} : { [name]: lines.join("\n") };
}

// src/init/docker-config.ts
var OWN_LABELS = /^org\.opencontainers\.image\.(?:source|revision|created|version|title|url)$/;
var BARE = /^scratch$|(?:^|\/)distroless\/static(?:-debian\d+)?(?::|@|$)|(?:^|\/)chainguard\/static(?::|@|$)/;
function dockerConfig(view, allRuns, file2) {
  const notes = [];
  const note = (line, what, why) => void notes.push({ where: `${file2}:${line}`, what, why });
  const known = (name) => view.settings.filter((setting) => setting.name === name).flatMap((setting) => {
    if (setting.text !== null) return [{ ...setting, text: setting.text }];
    note(
      setting.line,
      `${name} ${setting.written}`,
      "it has a variable that is known only when Docker builds"
    );
    return [];
  });
  if (!BARE.test(view.base) && view.base !== "")
    notes.push(baseNote(`${file2}:${view.line}`, `FROM ${view.base}`));
  const expose = known("EXPOSE").flatMap(({ text }) => text.split(/\s+/)).filter((port) => port !== "");
  const volumes = known("VOLUME").flatMap(({ text }) => execForm(text) ?? looseWords(text)).filter((volume) => volume !== "");
  const env = environment(view, note);
  const labels = labelsOf(view, note);
  const stop = known("STOPSIGNAL").at(-1)?.text;
  const user = userOf(known("USER").at(-1), view, allRuns, note);
  for (const { name, line, written } of view.settings) {
    if (name === "ONBUILD" || name === "SHELL")
      note(line, `${name} ${written}`, "nothing is run in the image");
  }
  for (const run of view.runs) noteRun(run, note);
  const workdir = view.directory === "/" ? void 0 : view.directory;
  return {
    inputs: {
      ...inputOf("env", env),
      ...inputOf("expose", unique(expose)),
      ...user === null ? {} : { user },
      ...workdir === void 0 ? {} : { workdir },
      ...inputOf("volumes", unique(volumes)),
      ...stop === void 0 ? {} : { "stop-signal": stop },
      ...inputOf(
        "labels",
        labels.map(([key, value]) => `${key}=${value}`)
      )
    },
    notes
  };
}
function labelsOf(view, note) {
  const pairs = view.settings.filter(({ name }) => name === "LABEL").flatMap(({ line, written }) => pairsOf(written).map(([key, value]) => ({ line, key, value }))).filter(({ key }) => !OWN_LABELS.test(key));
  return pairs.flatMap(({ line, key, value }) => {
    const filled2 = expand(value, view.variables);
    if (filled2 !== null) return [[key, filled2]];
    note(line, `LABEL ${key}`, "its value has a variable that is known only when Docker builds");
    return [];
  });
}
function environment(view, note) {
  const values = /* @__PURE__ */ new Map();
  for (const { name, line, written } of view.settings) {
    if (name !== "ENV") continue;
    for (const [variable, value] of pairsOf(written)) {
      const filled2 = expand(value, view.variables);
      if (filled2 === null || filled2.includes(`$${variable}`))
        note(line, `ENV ${variable}`, "its value has a variable that is known only when Docker builds");
      else values.set(variable, filled2);
    }
  }
  return [...values].map(([name, value]) => `${name}=${value}`);
}
function userOf(written, view, allRuns, note) {
  if (written !== void 0) {
    const numbers = userNumbers(written.text ?? "", [...view.runs, ...allRuns]);
    if (numbers === null)
      note(
        written.line,
        `USER ${written.written}`,
        "its numbers are not known before the build; the image runs as 65532:65532, unless user says otherwise"
      );
    return numbers;
  }
  if (!view.base.includes("nonroot"))
    note(
      view.line,
      "no USER",
      "the image ran as root and now runs as 65532:65532; write user: 0:0 if it needs root"
    );
  return null;
}
var INSTALLERS = {
  apk: "add",
  apt: "install",
  "apt-get": "install",
  dnf: "install",
  microdnf: "install",
  yum: "install"
};
var NEEDLESS2 = ["ca-certificates", "tzdata"];
var SILENT = /^(?:adduser|addgroup|useradd|groupadd|update-ca-certificates|rm|go|set|echo|true|:|export|cd|setcap)$/;
function noteRun({ line, script }, note) {
  for (const { words } of commandsOf(script)) {
    const [command = "", ...args] = words;
    const installs = INSTALLERS[command];
    if (installs !== void 0) {
      const packages = args.slice(args.indexOf(installs) + 1).filter((word) => !word.startsWith("-") && !NEEDLESS2.includes(word));
      if (args.includes(installs) && packages.length > 0)
        note(
          line,
          `packages ${packages.join(" ")}`,
          "the image has no package manager; put the programs in with files"
        );
    } else if (command !== "" && !SILENT.test(command))
      note(line, `RUN ${words.join(" ")}`, "nothing is run in the image; make what it makes in a step before");
  }
}

// src/init/docker-files.ts
import { posix as posix5 } from "node:path";
var MOST_PATTERNS = 20;
var BROUGHT = /^\/(?:etc\/(?:ssl(?:\/|$)|ca-certificates|pki\/|nsswitch\.conf$|passwd$|group$|shadow$)|usr\/(?:share\/(?:zoneinfo|ca-certificates)|local\/go\/lib\/time)|tmp$)/;
function copiedFiles(copies, about) {
  const all = copies.flatMap((copy) => copy.sources.map((source) => ({ copy, source })));
  const patterns = all.filter(({ source }) => isPattern(source));
  const unsearched = new Set(patterns.slice(MOST_PATTERNS));
  const known = { ...about, named: Map.groupBy(about.facts.programs, ({ name }) => name) };
  const parts = all.map(
    (one) => unsearched.has(one) ? left(one.copy, one.source, about, "it is one pattern of very many; write it into files yourself") : copiedFile(one.copy, one.source, known)
  );
  return {
    programs: parts.flatMap(({ programs }) => programs),
    files: parts.flatMap(({ files }) => files),
    notes: parts.flatMap(({ notes }) => notes)
  };
}
var NOTHING = { programs: [], files: [], notes: [] };
function left(copy, source, { file: where }, why) {
  const what = `COPY ${copy.from === null ? "" : `--from=${copy.from} `}${source}`;
  return { ...NOTHING, notes: [{ where: `${where}:${copy.line}`, what, why }] };
}
function copiedFile(copy, source, about) {
  const note = (why) => left(copy, source, about, why);
  const place = copy.into ? posix5.join(copy.destination, posix5.basename(source)) : copy.destination;
  if (copy.from === null) {
    const program2 = programNamed(source, place, about);
    const inCheckout2 = posix5.join(about.context, checkoutPath(source));
    if (about.facts.paths.has(inCheckout2)) return file(copy, inCheckout2, about, place);
    if (program2 !== null) return { ...NOTHING, programs: [{ program: program2, place }] };
    if (inCheckout2 === ".")
      return note("it copies the whole checkout; write what the service reads into files");
    if (isPattern(source)) return matched(copy, source, inCheckout2, about);
    return note("it is not in the checkout; make it in a step before, and write it into files");
  }
  const origin = about.originOf(copy.from);
  if (origin === null)
    return BROUGHT.test(source) ? NOTHING : note("it comes from another image; get it in a step before, and write it into files");
  const absolute = posix5.resolve(origin.view.directory, source);
  const built = origin.builds.filter(({ output }) => isNamed(output, absolute));
  const found = built.flatMap(({ program: program2, output }) => program2 === null ? [] : [{ program: program2, output }]);
  if (found.length > 0)
    return {
      ...NOTHING,
      programs: found.map(({ program: program2, output }) => ({
        program: program2,
        place: copy.into ? posix5.join(copy.destination, posix5.basename(output)) : copy.destination
      }))
    };
  const within = contextPath(origin.view, absolute);
  const mayBuild = within !== null || /golang|\bgo\b/.test(origin.view.base);
  const program = mayBuild ? programNamed(absolute, place, about) : null;
  if (program !== null) return { ...NOTHING, programs: [{ program, place }] };
  if (BROUGHT.test(absolute)) return NOTHING;
  const inCheckout = within === null ? null : posix5.join(about.context, within);
  if (inCheckout !== null && about.facts.paths.has(inCheckout)) return file(copy, inCheckout, about, place);
  if (inCheckout !== null && isPattern(source)) return matched(copy, source, inCheckout, about);
  return note("another stage makes it; make it in a step before, and write it into files");
}
function isNamed(output, written) {
  if (!written.includes("*")) return output === written;
  const parts = written.split("/");
  const names = output.split("/");
  return parts.length === names.length && parts.every((part, at) => matches(names[at] ?? "", part));
}
function matches(name, pattern) {
  const [first = "", ...others] = pattern.split("*");
  if (others.length === 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of others.entries()) {
    const found = index === others.length - 1 ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}
function isPattern(source) {
  return /[*?[]/.test(source);
}
function matched(copy, source, pattern, about) {
  const { paths, directories } = about.facts;
  const { dir, base } = posix5.parse(pattern);
  if (isPattern(dir) || base.includes("[") || base.includes("**"))
    return left(
      copy,
      source,
      about,
      "files reads such a pattern in another way; write what it needs into files"
    );
  if (!copy.into)
    return left(copy, source, about, "files needs a directory for a pattern, which ends in a slash");
  const found = [...paths].filter(
    (path7) => posix5.dirname(path7) === (dir === "" ? "." : dir) && fitsName(`x${base}`, `x${posix5.basename(path7)}`)
  );
  if (found.length === 0)
    return left(copy, source, about, "it matches nothing in the checkout; write what it is into files");
  if (found.some((path7) => directories.has(path7) || !fitsName(base, posix5.basename(path7))))
    return left(
      copy,
      source,
      about,
      "it also matches directories or hidden files; write what it needs into files"
    );
  const into = copy.destination === "/" ? "/" : `${copy.destination}/`;
  return { programs: [], ...fileLine(copy, pattern, into, about.file) };
}
function programNamed(source, place, { facts, runs, named: byName2 }) {
  const names = unique([posix5.basename(source), posix5.basename(place)]);
  const [named, ...more] = names.flatMap((name) => byName2.get(name) ?? []);
  if (named !== void 0) return more.length === 0 ? named : null;
  const [only] = facts.programs;
  return only !== void 0 && facts.programs.length === 1 && runs !== null && names.includes(posix5.basename(runs)) ? only : null;
}
function file(copy, source, { facts, file: where }, place) {
  const isDirectory = facts.directories.has(source);
  const destination = isDirectory ? copy.destination : place;
  return { programs: [], ...fileLine(copy, source, destination, where) };
}
function fileLine(copy, source, destination, where) {
  const owner = /^(\d+)(?::(\d+))?$/.exec(copy.owner ?? "");
  const mode = /^[0-7]{3,4}$/.exec(copy.mode ?? "")?.[0] ?? null;
  const whose = owner === null || mode === null ? "" : `:${owner[1]}:${owner[2] ?? owner[1]}`;
  const notes = copy.owner !== null && whose === "" ? [
    {
      where: `${where}:${copy.line}`,
      what: `--chown=${copy.owner}`,
      why: "an owner needs numbers and a mode; write source:destination:mode:uid:gid"
    }
  ] : [];
  return {
    files: [{ source, rest: `${destination}${mode === null ? "" : `:${mode}`}${whose}` }],
    notes
  };
}

// src/init/docker-capabilities.ts
import { posix as posix7 } from "node:path";

// src/init/docker-programs.ts
import { posix as posix6 } from "node:path";
function imagePathOf(path7, { programs, builds }) {
  const isBare = !path7.includes("/");
  const built = builds.find(({ output, program }) => output === path7 && program !== null)?.program;
  const found = programs.find(({ program, place: place2 }) => {
    const own = place2 ?? `/${program.name}`;
    return own === path7 || isBare && posix6.basename(own) === path7 || program === built;
  });
  if (found === void 0) return null;
  const place = parseBinaryPlace(found.place ?? `/${found.program.name}`);
  return place.ok ? binaryPath(place.value) : null;
}

// src/init/docker-capabilities.ts
function capabilitiesOf(views, own, file2) {
  const lines = /* @__PURE__ */ new Map();
  const notes = [];
  const seen = /* @__PURE__ */ new Set();
  for (const { runs, variables } of views)
    for (const run of runs) {
      if (seen.has(run)) continue;
      seen.add(run);
      const { line, script, directory } = run;
      for (const { words } of commandsOf(script)) {
        if (words[0] !== "setcap") continue;
        const given = capabilityLine(words.slice(1), directory, variables, own);
        if ("why" in given) notes.push({ where: `${file2}:${line}`, what: words.join(" "), why: given.why });
        else if (!lines.has(given.path)) lines.set(given.path, given.line);
      }
    }
  return { inputs: inputOf("capabilities", [...lines.values()]), notes };
}
function capabilityLine(words, directory, variables, own) {
  const [capabilities = "", written = "", ...more] = words;
  const target = expand(written, variables);
  const path7 = target === null || target === "" ? null : imagePathOf(posix7.resolve(directory, target), own);
  if (path7 === null || more.length > 0)
    return {
      why: "it is not about one program of the image; write capabilities for the file that needs them"
    };
  const line = `${capabilities} ${path7}`;
  const parsed = parseCapabilitySpec(line);
  return parsed.ok ? { path: path7, line } : { why: `it ${parsed.problem}` };
}

// src/init/docker-healthcheck.ts
function healthcheckOf({ settings }, own, file2) {
  const setting = settings.findLast(({ name }) => name === "HEALTHCHECK");
  if (setting === void 0 || /^NONE\b/i.test(setting.written)) return { inputs: {}, notes: [] };
  const left2 = (why) => ({
    inputs: {},
    notes: [{ where: `${file2}:${setting.line}`, what: `HEALTHCHECK ${setting.written}`, why }]
  });
  const command = /^CMD\s+([^]*)$/i.exec(setting.written)?.[1] ?? "";
  const text = command.startsWith("[") ? setting.written : setting.text;
  if (text === null) return left2("it has a variable that is known only when Docker builds or runs it");
  const flags = Object.entries(setting.flags).map(([name, value]) => `--${name}=${value} `);
  const parsed = parseHealthcheck([...flags, text.replace(/^CMD(?=\s)/i, "CMD")].join(""));
  if (!parsed.ok) return left2(`it ${parsed.problem}`);
  if (parsed.value.kind === "none") return { inputs: {}, notes: [] };
  const [program = "", ...args] = parsed.value.words;
  const path7 = imagePathOf(program, own);
  if (path7 === null)
    return left2("its program is not in the image; write a check of a program of the image into healthcheck");
  const words = JSON.stringify([path7, ...args]);
  return { inputs: inputOf("healthcheck", [[...flags, "CMD ", words].join("")]), notes: [] };
}

// src/init/docker-start.ts
import { posix as posix8 } from "node:path";
var INIT = ["tini", "dumb-init", "catatonit"];
function startOf({ settings }, file2) {
  const notes = [];
  const entry = settings.findLast(({ name }) => name === "ENTRYPOINT");
  const cmd = settings.findLast(({ name }) => name === "CMD");
  const read = (setting) => {
    if (setting === void 0) return [];
    const words = wordsOf(setting);
    if (words !== null) return words;
    const why = "a shell expands it, and the image has none; write entrypoint and args as plain words";
    notes.push({ where: `${file2}:${setting.line}`, what: `${setting.name} ${setting.written}`, why });
    return [];
  };
  const [first, rest] = [read(entry), read(cmd)];
  const isInit = INIT.includes(posix8.basename(first[0] ?? ""));
  const direct = withoutInit(first);
  if (isInit) notes.push(initNote(first[0] ?? "", file2, entry));
  if (direct.length > 0) return { entrypoint: direct, args: rest, notes };
  if (entry !== void 0 && !isInit) return { entrypoint: [], args: [], notes };
  const named = withoutInit(rest);
  if (named.length < rest.length) notes.push(initNote(rest[0] ?? "", file2, cmd));
  return { entrypoint: named.slice(0, 1), args: named.slice(1), notes };
}
function wordsOf({ written, text }) {
  const exec = execForm(written);
  if (exec !== null) return exec;
  if (text === null || /^\[|[$`|&;<>(){}*?~]/.test(text)) return null;
  return looseWords(text.replace(/^exec\s+/, ""));
}
function withoutInit(words) {
  if (!INIT.includes(posix8.basename(words[0] ?? ""))) return words;
  const from = words.findIndex((word, at) => at > 0 && !word.startsWith("-"));
  return from < 0 ? [] : words.slice(from);
}
function initNote(what, file2, setting) {
  const why = "the image has no such program; the service is started directly and gets the signals itself";
  return { where: `${file2}:${setting?.line ?? 1}`, what, why };
}
function startInputs({ entrypoint, args }, programs, { directory }) {
  const [word, ...fixed] = entrypoint;
  if (word === void 0) return { programs, inputs: argsInput(args), unknown: null };
  const path7 = word.includes("/") ? posix8.resolve(directory, word) : word;
  const started = programs.find(
    ({ program, place: place2 }) => place2 === path7 || posix8.basename(place2 ?? program.name) === path7
  );
  if (started === void 0) return { programs, inputs: {}, unknown: word };
  const place = started.place ?? `/${started.program.name}`;
  return {
    programs: [started, ...programs.filter((other) => other !== started)],
    inputs: {
      ...fixed.length === 0 ? {} : inputOf("entrypoint", [formatShellWords([place, ...fixed])]),
      ...argsInput(args)
    },
    unknown: null
  };
}
function argsInput(args) {
  return args.length === 0 ? {} : inputOf("args", [formatShellWords(args)]);
}

// src/init/docker-image.ts
function dockerImage(source, facts, definitions) {
  const dockerfile = parseDockerfile(source.text);
  const final = finalStage(dockerfile);
  if (final < 0) return null;
  const own = posix9.dirname(source.path) === "." ? "" : posix9.dirname(source.path);
  const isModule = facts.modules.some(({ directory }) => directory === own);
  const contexts = own === "" ? [""] : isModule ? [own, ""] : ["", own];
  for (const context of contexts) {
    const draft = draftOf(source.path, dockerfile, final, { facts, context, definitions });
    if (draft !== null) return draft;
  }
  return null;
}
function finalStage({ stages }) {
  const starts = (at) => stages[at]?.instructions.some(({ name }) => name === "ENTRYPOINT" || name === "CMD") === true;
  const scratch = stages.findLastIndex(({ base }, at) => base === "scratch" && starts(at));
  return scratch >= 0 ? scratch : stages.length - 1;
}
function draftOf(file2, dockerfile, final, about) {
  const { facts, context } = about;
  const { stages } = dockerfile;
  const origins = originsOf(dockerfile, facts, context);
  const origin = origins[final];
  if (origin === void 0) return null;
  const { view, builds: own } = origin;
  const start = startOf(view, file2);
  const originOf = (from) => origins[stageNamed(stages, from, stages.length)] ?? null;
  const copied = copiedFiles(view.copies, {
    facts,
    file: file2,
    context,
    originOf,
    runs: start.entrypoint[0] ?? null
  });
  const isBuiltThere = copied.programs.length === 0 && own.length > 0;
  const { programs, files, notes } = isBuiltThere ? builtThere(own) : copied;
  const started = startInputs(start, unique2(programs), view);
  const [first, ...others] = started.programs;
  if (first === void 0) return null;
  const allRuns = [...new Set(origins.flatMap((one) => one.view.runs))];
  const config = dockerConfig(isBuiltThere ? { ...view, runs: [] } : view, allRuns, file2);
  const known = { programs: started.programs, builds: origins.flatMap(({ builds }) => builds) };
  const healthcheck = healthcheckOf(view, known, file2);
  const capabilities = capabilitiesOf(
    origins.map((one) => one.view),
    known,
    file2
  );
  const settings = settingsOf(file2, origins, [first, ...others], about);
  return {
    from: file2,
    programs: [first, ...others],
    settings: { ...settings.settings, cgo: settings.settings.cgo || usesC(origins, settings.isWritten) },
    inputs: {
      ...config.inputs,
      ...started.inputs,
      ...healthcheck.inputs,
      ...capabilities.inputs,
      ...inputOf(
        "files",
        files.map(({ source, rest }) => `${source}:${rest}`)
      )
    },
    platforms: [],
    compiledFor: [],
    notes: [
      ...config.notes,
      ...healthcheck.notes,
      ...capabilities.notes,
      ...notes,
      ...start.notes,
      ...settings.notes,
      ...unknownStart(started.unknown, view, file2),
      ...otherFlavors(dockerfile, final, file2)
    ]
  };
}
function originsOf(dockerfile, facts, context) {
  const origins = [];
  const views = [];
  for (const at of dockerfile.stages.keys()) {
    const view = viewStage(dockerfile, at, views);
    const before = origins[view.parent];
    const runs = view.runs.slice(before?.view.runs.length ?? 0);
    views.push(view);
    origins.push({ view, builds: [...before?.builds ?? [], ...stageBuilds(view, facts, context, runs)] });
  }
  return origins;
}
function builtThere(builds) {
  const programs = builds.flatMap(
    ({ program, output }) => program === null ? [] : [{ program, place: `/${posix9.basename(output)}` }]
  );
  return { programs, files: [], notes: [] };
}
function unique2(programs) {
  return [
    ...new Map(programs.toReversed().map((placed) => [placed.program.directory, placed])).values()
  ].reverse();
}
function settingsOf(file2, origins, programs, { facts, definitions }) {
  const [first] = programs;
  const module = moduleOf(facts, first.program);
  const found = [...new Set(origins.flatMap(({ builds }) => builds))];
  const own = found.filter(({ program }) => programs.some((placed) => placed.program === program));
  const all = own.length > 0 ? own : found;
  const stages = new Set(all.map(({ variables }) => variables));
  const known = new Map([...definitions, ...[...stages].flatMap((variables) => [...variables])]);
  const read = buildSettings(
    all.map(({ build: build2, variables }) => ({
      ...build2,
      env: { CGO_ENABLED: variables.get("CGO_ENABLED") ?? "", ...build2.env }
    })),
    { definitions: known, module },
    `${file2}${all[0] === void 0 ? "" : `:${all[0].line}`}`
  );
  return { ...read, isWritten: all.length > 0 };
}
function usesC(origins, isWritten) {
  return !isWritten && origins.some(({ view }) => view.variables.get("CGO_ENABLED") === "1");
}
function unknownStart(word, { settings }, file2) {
  if (word === null) return [];
  const line = settings.findLast(({ name }) => name === "ENTRYPOINT" || name === "CMD")?.line ?? 1;
  const why = "it is none of the programs that Go builds here; the image starts the first of these";
  return [{ where: `${file2}:${line}`, what: `the start of ${word}`, why }];
}
function otherFlavors({ stages }, final, file2) {
  return stages.flatMap(({ name, base, line, instructions }, at) => {
    const starts = instructions.some((one) => one.name === "ENTRYPOINT" || one.name === "CMD");
    const isUsed = stages.slice(at + 1).some((stage) => stage.base === name);
    if (at === final || !starts || isUsed) return [];
    const why = "it is another image of the same program; only the one from scratch is carried over";
    return [{ where: `${file2}:${line}`, what: `the stage ${name ?? base}`, why }];
  });
}

// src/init/drafts.ts
var MOST_SERVICES = 30;
function draftsOf(sources, facts) {
  const { scripts } = sources;
  const definitions = definitionsOf(scripts);
  const { drafts: docker, notes } = dockerDrafts(sources, facts, definitions);
  const ko = sources.ko.flatMap((source) => source.drafts);
  const goreleaser = sources.goreleaser.flatMap((source) => source.drafts);
  const bare = servicesOf(facts).map((program) => ({
    from: "",
    programs: [{ program, place: null }],
    settings: NO_SETTINGS,
    inputs: {},
    platforms: [],
    compiledFor: [],
    notes: []
  }));
  const chosen = [docker, ko, withoutRepeats(goreleaser), bare].find((drafts2) => drafts2.length > 0) ?? [];
  const others = [...ko, ...goreleaser];
  const drafts = chosen.map(
    (draft, at) => at < MOST_SERVICES ? completed(draft, others, scripts, facts, definitions) : draft
  );
  return { drafts, notes: [...notes, ...leftOut(drafts, facts)] };
}
function definitionsOf(scripts) {
  return new Map(scripts.toReversed().flatMap(({ definitions }) => [...definitions]));
}
function dockerDrafts({ dockerfiles }, facts, definitions) {
  const drafts = [];
  const notes = [];
  const named = dockerfiles.filter(({ path: path7 }) => !isHelping(path7));
  for (const source of named.length > 0 ? named : dockerfiles) {
    const draft = dockerImage(source, facts, definitions);
    const before = draft === null ? void 0 : drafts.find((other) => keyOf2(other) === keyOf2(draft));
    if (draft === null)
      notes.push({
        where: source.path,
        what: "its image",
        why: "it copies no program that is known to be a main package here"
      });
    else if (before === void 0) drafts.push(draft);
    else
      notes.push({
        where: source.path,
        what: "its image",
        why: `${before.from} makes one of the same program, and that one is carried over`
      });
  }
  return { drafts, notes };
}
function keyOf2({ programs }) {
  return programs.map(({ program }) => program.directory).toSorted().join("\n");
}
function withoutRepeats(drafts) {
  return [...new Map(drafts.toReversed().map((draft) => [keyOf2(draft), draft])).values()].reverse();
}
function completed(draft, others, scripts, facts, definitions) {
  const [first] = draft.programs;
  const same = others.filter(
    (other) => other !== draft && other.programs.some(({ program }) => program === first.program)
  );
  const near = scripts.filter(
    ({ path: path7 }) => [".", first.program.module || ".", "scripts", "hack"].includes(posix10.dirname(path7))
  );
  const fromScripts = near.map((script) => settingsOfScript(script, draft, facts, definitions));
  const candidates = [...same, ...fromScripts];
  const flagged = candidates.find(({ settings }) => settings.ldflags.size > 0);
  const tagged = candidates.find(({ settings }) => settings.tags.length > 0);
  const own = draft.settings;
  const platformed = [draft, ...same].find(({ platforms }) => platforms.length > 0);
  const compiled = [draft, ...same].find((one) => one.compiledFor.length > 0);
  return {
    ...draft,
    settings: {
      ...own,
      ldflags: own.ldflags.size > 0 ? own.ldflags : flagged?.settings.ldflags ?? /* @__PURE__ */ new Map(),
      tags: own.tags.length > 0 ? own.tags : tagged?.settings.tags ?? []
    },
    platforms: platformed?.platforms ?? [],
    compiledFor: compiled?.compiledFor ?? [],
    notes: [...draft.notes, ...own.ldflags.size > 0 ? [] : flagged?.notes ?? []]
  };
}
function settingsOfScript(script, { programs }, facts, definitions) {
  const [{ program }] = programs;
  const module = moduleOf(facts, program);
  const at = posix10.dirname(script.path);
  const own = script.builds.filter(
    ({ directory, packages }) => packages.some((name) => {
      const place = posix10.join(at === "scripts" || at === "hack" ? "." : at, directory, name);
      return programAt(facts, place) === program;
    })
  );
  const builds = own.length > 0 ? own : script.builds;
  const meaning = { definitions: new Map([...definitions, ...script.definitions]), module };
  const found = buildSettings(builds, meaning, script.path);
  if (found.settings.ldflags.size > 0) return found;
  return buildSettings([{ ldflags: linkerTexts(script), tags: [], flags: [], env: {} }], meaning, script.path);
}
function leftOut(drafts, { programs }) {
  const used = drafts.flatMap((draft) => draft.programs.map(({ program }) => program));
  const missing = programs.filter((program) => !used.includes(program));
  return missing.map(({ directory }) => ({
    where: directory === "" ? "." : `./${directory}`,
    what: "a main package",
    why: isHelping(directory) ? "its directory is not one for services; add an image for it if it is a service" : "no file of the project makes an image of it; if it needs one, add an image, or a line to main"
  }));
}

// src/init/yaml-value.ts
var import_yaml = __toESM(require_dist(), 1);
var MOST_ALIASES = 100;
var LONGEST4 = 128 * 1024;
var LONGEST_LINE2 = 2e3;
function readYaml(text) {
  if (text.length > LONGEST4 || text.split("\n").some((line) => line.length > LONGEST_LINE2)) return null;
  try {
    const document = (0, import_yaml.parseDocument)(text, { logLevel: "silent", uniqueKeys: false });
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return null;
  }
}
function valueAt(value, ...keys) {
  let at = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return void 0;
    at = at[key];
  }
  return at;
}
function itemsAt(value, ...keys) {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}
function textsAt(value, ...keys) {
  const found = valueAt(value, ...keys);
  const items = Array.isArray(found) ? found : [found];
  return items.flatMap((item) => typeof item === "string" || typeof item === "number" ? [String(item)] : []);
}
function textAt(value, ...keys) {
  return textsAt(value, ...keys)[0] ?? null;
}
function entriesAt(value, ...keys) {
  const found = valueAt(value, ...keys);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}

// src/init/existing-workflow.ts
var PUBLISHES = /docker\/(?:build-push-action|bake-action|metadata-action)|goreleaser\/goreleaser-action|ko-build\/setup-ko|\bko (?:build|publish|resolve)\b|\bdocker (?:buildx build|push|build)\b|\bgoreleaser release\b/;
var OTHER_EVENTS = ["pull_request_target", "workflow_run", "repository_dispatch"];
var PLAIN3 = /^[\w.*/-]+$/;
function readWorkflow({ path: path7, text }) {
  if (!PUBLISHES.test(text)) return null;
  const workflow = readYaml(text);
  const on = valueAt(workflow, "on");
  const events = [...textsAt(workflow, "on"), ...entriesAt(workflow, "on").map(([name]) => name)];
  const steps = entriesAt(workflow, "jobs").flatMap(([, job]) => itemsAt(job, "steps"));
  const withOf = (key) => steps.flatMap((step) => linesOf2(textsAt(step, "with", key)));
  const tags = textsAt(on, "push", "tags").filter((tag) => PLAIN3.test(tag));
  const isRelease = events.includes("release");
  const scripts = steps.flatMap((step) => textAt(step, "run") ?? []);
  return {
    branches: textsAt(on, "push", "branches").filter((branch) => PLAIN3.test(branch)),
    tags: tags.length > 0 ? tags : isRelease ? ["v*"] : [],
    platforms: [...withOf("platforms").flatMap((line) => line.split(",")), ...scripts.flatMap(platformsIn)].map((platform) => platform.trim()).filter((platform) => platform !== "" && !platform.includes("$")),
    images: [...withOf("images"), ...withOf("tags")].flatMap(repositoryOf),
    notes: events.filter((event) => OTHER_EVENTS.includes(event)).map((event) => ({
      where: path7,
      what: `on: ${event}`,
      why: "Bantam publishes on push, release, schedule and workflow_dispatch; push: true publishes on every event"
    }))
  };
}
function platformsIn(script) {
  return [...script.matchAll(/--platforms?[= ]["']?([a-z0-9/,]+)/g)].flatMap(
    ([, list = ""]) => list.split(",").filter((platform) => platform.includes("/"))
  );
}
function linesOf2(texts) {
  return texts.flatMap((text) => text.split("\n")).flatMap((line) => line.trim() === "" ? [] : [line.trim()]);
}
function repositoryOf(line) {
  const name = /^(?:name=)?([a-z0-9][\w./-]*(?::\d+\/[\w./-]+)?)(?::[\w.-]*|:\$\{\{.*|,.*)?$/i.exec(line)?.[1];
  return name === void 0 || line.startsWith("type=") || !name.includes("/") ? [] : [name.toLowerCase()];
}

// src/init/unnamed.ts
var IDENTITY = ["working-directory", "main"];
function unnamed(where) {
  return { where, what: "its image", why: "its program cannot be named; add the image yourself" };
}

// src/init/fit-for-file.ts
var MOST_BYTES = 2e4;
function fitForFile({ name, inputs }) {
  const notes = [];
  let isKnown = true;
  const kept = Object.entries(inputs).flatMap(([input, value]) => {
    const good = fittingLines(input, value);
    const lost = value.split("\n").filter((line) => !good.includes(line));
    const why2 = "it reads like a variable of the job, which bantam.yaml cannot have; write that input in the step";
    notes.push(...lost.map((line) => ({ where: name, what: `${input} ${line}`, why: why2 })));
    if (lost.length > 0 && IDENTITY.includes(input)) isKnown = false;
    return good.length === 0 ? [] : [[input, good.join("\n")]];
  });
  if (!isKnown) return { inputs: null, notes: [...notes, unnamed(name)] };
  const fitting = Object.fromEntries(kept);
  const size = Buffer.byteLength(imageLines({ name, inputs: fitting, image: null, budget: [] }).join("\n"));
  if (size <= MOST_BYTES) return { inputs: fitting, notes };
  const why = `it has more than ${MOST_BYTES / 1e3} kB of settings; write it yourself`;
  return { inputs: null, notes: [...notes, { where: name, what: "its image", why }] };
}
function fittingLines(name, value) {
  if (!SETTINGS.some((setting) => setting.name === name)) return [];
  if (!readsEnvironment(value)) return value.split("\n");
  const good = value.split("\n").filter((line) => !readsEnvironment(`{{${line}`));
  return readsEnvironment(good.join("\n")) ? [] : good;
}

// src/init/goreleaser.ts
import { posix as posix11 } from "node:path";
var USUAL_LDFLAGS = ["-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}}"];
var USUAL_ARCHITECTURES = ["amd64", "arm64", "386"];
var USUAL_SYSTEMS = ["linux", "darwin", "windows"];
function readGoreleaser({ path: path7, text }, facts) {
  const config = readYaml(text);
  const project = textAt(config, "project_name") ?? facts.modules[0]?.path.split("/").at(-1);
  const builds = itemsAt(config, "builds");
  const drafts = (builds.length === 0 ? [{}] : builds).flatMap(
    (build2) => draftOf2(build2, config, path7, facts, project)
  );
  const images = [
    ...itemsAt(config, "dockers").flatMap((docker) => textsAt(docker, "image_templates")),
    ...itemsAt(config, "dockers_v2").flatMap((docker) => textsAt(docker, "images")),
    ...itemsAt(config, "kos").flatMap((ko) => [...textsAt(ko, "repositories"), ...textsAt(ko, "repository")])
  ];
  return {
    path: path7,
    isReadable: config !== null,
    drafts,
    images: images.map((image) => image.replace(/:[^/:]*$/, ""))
  };
}
function draftOf2(build2, config, path7, facts, project) {
  const systems = textsAt(build2, "goos");
  const program = programOf2(build2, facts);
  const isSkipped = valueAt(build2, "skip") === true || valueAt(build2, "builder") === "prebuilt";
  if (program === null || isSkipped) return [];
  if (!(systems.length === 0 ? USUAL_SYSTEMS : systems).includes("linux")) return [];
  const module = moduleOf(facts, program);
  const written = valueAt(build2, "ldflags") === void 0 ? USUAL_LDFLAGS : textsAt(build2, "ldflags");
  const env = [...textsAt(config, "env"), ...textsAt(build2, "env")].map((line) => line.split("=", 2));
  const { settings, notes } = buildSettings(
    [
      {
        ldflags: written,
        tags: textsAt(build2, "tags"),
        flags: textsAt(build2, "flags").filter(isKeptFlag),
        env: Object.fromEntries(env.map(([name = "", value = ""]) => [name, value]))
      }
    ],
    { definitions: /* @__PURE__ */ new Map(), module, ...project === void 0 ? {} : { project } },
    path7
  );
  const binary = textAt(build2, "binary");
  const place = binary !== null && /^[\w.-]+$/.test(binary) ? `/${binary}` : null;
  return [
    {
      from: path7,
      programs: [{ program, place }],
      settings,
      inputs: {},
      platforms: imagePlatforms(config),
      compiledFor: compiledFor(build2, config),
      notes
    }
  ];
}
function programOf2(build2, facts) {
  const directory = posix11.join(".", textAt(build2, "dir") ?? ".");
  const main = textAt(build2, "main") ?? ".";
  const found = programAt(facts, posix11.join(directory, main));
  if (found !== null) return found;
  const [only, ...others] = facts.programs;
  return textAt(build2, "main") === null && only !== void 0 && others.length === 0 ? only : null;
}
function imagePlatforms(config) {
  const docker = itemsAt(config, "dockers").map((one) => {
    const architecture = textAt(one, "goarch") ?? "amd64";
    const arm = textAt(one, "goarm");
    return `linux/${architecture}${architecture === "arm" && arm !== null ? `/v${arm}` : ""}`;
  });
  const others = [...itemsAt(config, "dockers_v2"), ...itemsAt(config, "kos")];
  return [...docker, ...others.flatMap((one) => textsAt(one, "platforms"))];
}
function compiledFor(build2, config) {
  const hasImages = entriesAt(config).some(([key]) => ["dockers", "dockers_v2", "kos"].includes(key));
  const architectures = textsAt(build2, "goarch");
  const usual = hasImages ? USUAL_ARCHITECTURES : [];
  return (architectures.length === 0 ? usual : architectures).flatMap((architecture) => {
    const variants = architecture === "arm" ? textsAt(build2, "goarm") : [];
    return variants.length === 0 ? [`linux/${architecture}`] : variants.map((variant) => `linux/arm/v${variant}`);
  });
}

// src/init/ko.ts
import { posix as posix12 } from "node:path";
var DATA = "/var/run/ko";
function readKo({ path: path7, text }, facts) {
  const config = readYaml(text);
  if (config === null) return { path: path7, isReadable: false, drafts: [] };
  const builds = itemsAt(config, "builds").flatMap((build2) => {
    const main = textAt(build2, "main") ?? ".";
    const program = programAt(facts, posix12.join(textAt(build2, "dir") ?? ".", main));
    return program === null ? [] : [{ build: build2, program }];
  });
  const all = builds.length > 0 ? builds : servicesOf(facts).map((program) => ({ build: {}, program }));
  const drafts = all.map(({ build: build2, program }) => draftOf3(build2, program, { config, path: path7, facts }));
  return { path: path7, isReadable: true, drafts };
}
function draftOf3(build2, program, { config, path: path7, facts }) {
  const module = moduleOf(facts, program);
  const written = (key) => [...textsAt(config, `default${capital(key)}`), ...textsAt(build2, key)];
  const flags = written("flags");
  const { settings, notes } = buildSettings(
    [
      {
        ldflags: written("ldflags"),
        tags: flags.flatMap(
          (flag, at) => /^--?tags(?:=(.*))?$/.exec(flag)?.[1] ?? (flags[at - 1] === "-tags" ? flag : [])
        ),
        flags: flags.filter(isKeptFlag),
        env: {}
      }
    ],
    { definitions: /* @__PURE__ */ new Map(), module },
    path7
  );
  const data = posix12.join(program.directory, "kodata");
  const platforms = textsAt(config, "defaultPlatforms").flatMap((platform) => platform.split(","));
  return {
    from: path7,
    programs: [{ program, place: null }],
    settings,
    inputs: facts.paths.has(data) ? { files: `${data}:${DATA}`, env: `KO_DATA_PATH=${DATA}` } : {},
    platforms: platforms.filter((platform) => platform !== "all"),
    compiledFor: [],
    notes: [...notes, ...baseNotes(config, path7), ...allNotes(platforms, path7)]
  };
}
function capital(key) {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
function baseNotes(config, path7) {
  const base = textAt(config, "defaultBaseImage");
  if (base === null || /\bstatic\b/.test(base)) return [];
  return [baseNote(path7, `defaultBaseImage ${base}`)];
}
function allNotes(platforms, path7) {
  return platforms.includes("all") ? [{ where: path7, what: "all platforms", why: "name those that you need in platforms" }] : [];
}

// src/init/services.ts
import { posix as posix13 } from "node:path";

// src/init/lost-programs.ts
function withoutPrograms(inputs, lost, where) {
  const paths = lost.flatMap(pathOf);
  const notes = [];
  const without2 = (name, isLost) => {
    const lines = inputs[name]?.split("\n") ?? [];
    const good = lines.filter((line) => !isLost(line));
    const why = "its program is not in the image, since it is in another module than the first";
    notes.push(...lines.filter(isLost).map((line) => ({ where, what: `${name} ${line}`, why })));
    return inputOf(name, good);
  };
  const { healthcheck: _, capabilities: __, ...others } = inputs;
  return {
    inputs: {
      ...others,
      ...without2("healthcheck", (line) => isChecked(line, paths)),
      ...without2("capabilities", (line) => isCapable(line, paths))
    },
    notes
  };
}
function pathOf({ program, place }) {
  const parsed = parseBinaryPlace(place ?? `/${program.name}`);
  return parsed.ok ? [binaryPath(parsed.value)] : [];
}
function isChecked(line, paths) {
  const check = parseHealthcheck(line);
  return check.ok && check.value.kind === "command" && paths.includes(check.value.words[0] ?? "");
}
function isCapable(line, paths) {
  const given = parseCapabilitySpec(line);
  return given.ok && given.value.path !== null && paths.includes(given.value.path);
}

// src/init/safe-value.ts
var LONGEST5 = 1e3;
var WITH_TEMPLATES = ["labels", "files"];
function unsafeReason(name, line) {
  if (line.length > LONGEST5) return "it is too long; write it yourself";
  if (line.includes("${{")) return "it has an expression of GitHub Actions in it; write it yourself";
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(line))
    return "it has a character that cannot be seen; write it yourself";
  const seen = line.replace(/[\s\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
  if (seen.startsWith("::") || seen.includes("##["))
    return "it reads like a command of the runner; write it yourself";
  if (line.trim() !== line || line === "") return "it begins or ends with a blank; write it yourself";
  if (line.startsWith("#") || looksLikeList(line))
    return "it begins like a comment or a list; write it yourself";
  if (WITH_TEMPLATES.includes(name) && line.includes("{{")) return "it would be a template; write it yourself";
  return null;
}

// src/init/services.ts
function plannedServices(drafts, platforms, facts) {
  const names = /* @__PURE__ */ new Set();
  return drafts.map((draft) => {
    const planned = plannedService(draft, wantedPlatforms(draft, platforms), facts);
    const module = posix13.basename(draft.programs[0].program.module);
    const candidates = [
      planned.name,
      ...plainNames(`${module}-${planned.name}`),
      ...numbered(planned.name, drafts.length)
    ];
    const name = candidates.find((one) => !names.has(one)) ?? planned.name;
    names.add(name);
    return { ...planned, name };
  });
}
var PLAIN_NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
var LONGEST_NAME = 60;
function plainNames(name) {
  const small = name.toLowerCase();
  return small.length <= LONGEST_NAME && PLAIN_NAME.test(small) ? [small] : [];
}
function numbered(name, count) {
  return Array.from({ length: count }, (_, at) => `${name}-${at + 2}`);
}
function plannedService(draft, wanted, facts) {
  const [first] = draft.programs;
  const isOfWorkspace = facts.workspace.includes(first.program.module);
  const directory = isOfWorkspace ? "" : first.program.module;
  const isReached = ({ program }) => isTogether(program.module, first.program.module, facts);
  const reached = draft.programs.filter(isReached);
  const lost = draft.programs.filter((placed) => !isReached(placed));
  const { settings } = draft;
  const kept = withoutPrograms(draft.inputs, lost, draft.from);
  const inputs = {
    ...mainOf(reached, directory, facts),
    ...directory === "" ? {} : { "working-directory": directory },
    ...wanted.platforms === DEFAULT ? {} : { platforms: wanted.platforms },
    ...inputOf("ldflags", [...settings.ldflags.values()]),
    ...inputOf("build-tags", settings.tags),
    ...inputOf("build-flags", settings.flags),
    ...inputOf("build-env", settings.env),
    ...settings.cgo ? { cgo: "static" } : {},
    ...kept.inputs,
    ...inputOf("files", filesFrom(draft.inputs.files, directory))
  };
  const notes = [
    ...draft.notes,
    ...wanted.notes,
    ...lost.map(({ program }) => ({
      where: draft.from,
      what: `./${program.directory}`,
      why: "it is in another module than the first program; add a go.work, or an image for it"
    })),
    ...kept.notes
  ];
  return { name: nameOf(first), ...safe(inputs, draft.from, notes) };
}
var DEFAULT = formatPlatform(DEFAULT_PLATFORM);
var VAGUE = ["main", "cmd", "server", "service", "app", "src", ".", ""];
function nameOf({ program, place }) {
  const placed = place === null ? program.name : posix13.basename(place);
  const name = VAGUE.includes(program.name) ? placed : program.name;
  return plainNames(name)[0] ?? "service";
}
function wantedPlatforms({ platforms, compiledFor: compiledFor2, from }, others) {
  const isOwn = platforms.length > 0;
  const written = [platforms, others, compiledFor2].find((list) => list.length > 0) ?? [];
  const parsed = [...new Set(written)].map((text) => ({
    text,
    platform: parsePlatform(text)
  }));
  const found = parsed.flatMap(({ platform }) => platform.ok ? [formatPlatform(platform.value)] : []);
  const notes = parsed.flatMap(
    ({ text, platform }) => platform.ok ? [] : [{ where: isOwn ? from : "platforms", what: text, why: `it ${platform.problem}` }]
  );
  return { platforms: [...new Set(found)].join(",") || DEFAULT, notes };
}
function isTogether(one, other, { workspace }) {
  return one === other || workspace.includes(one) && workspace.includes(other);
}
function mainOf(programs, directory, facts) {
  const [first, ...others] = programs;
  if (first === void 0) return {};
  const together = facts.programs.filter(({ module }) => isTogether(module, first.program.module, facts));
  const isAlone = together.length === 1;
  const isFound = others.length === 0 && (first.program.directory === directory || isAlone);
  const written = programs.map((placed) => mainLine(placed, directory));
  return isFound && written.every((line) => !line.includes("=")) ? {} : { main: written.join("\n") };
}
function mainLine({ program, place }, directory) {
  const relative = posix13.relative(directory, program.directory);
  const path7 = relative === "" ? "." : `./${relative}`;
  const parsed = place === null || unsafeReason("main", place) !== null ? null : parseBinaryPlace(place);
  if (parsed?.ok !== true) return path7;
  const { name, directory: around } = parsed.value;
  if (around !== void 0) return `${path7}=${binaryPath(parsed.value)}`;
  return name === program.name ? path7 : `${path7}=${name}`;
}
function filesFrom(files, directory) {
  return (files?.split("\n") ?? []).map((line) => {
    const [source = "", ...rest] = line.split(":");
    return [posix13.relative(directory, source) || ".", ...rest].join(":");
  });
}
var MOST_LINES = 100;
function safe(inputs, where, notes) {
  const unsafe = [];
  let isKnown = true;
  const kept = INPUTS.flatMap(({ name, kind }) => {
    const value = inputs[name];
    if (value === void 0) return [];
    const written = kind === "text" || kind === "choice" ? [value] : value.split("\n");
    if (written.length > MOST_LINES)
      unsafe.push({
        where,
        what: name,
        why: `only the first ${MOST_LINES} of its lines are carried over`
      });
    const good = written.slice(0, MOST_LINES).filter((line) => {
      const why = unsafeReason(name, line);
      if (why !== null) unsafe.push({ where, what: `${name} ${line}`, why });
      if (why !== null && IDENTITY.includes(name)) isKnown = false;
      return why === null;
    });
    return good.length === 0 ? [] : [[name, good.join("\n")]];
  });
  return { inputs: isKnown ? Object.fromEntries(kept) : null, notes: [...notes, ...unsafe] };
}

// src/init/sound-facts.ts
function soundFacts(facts) {
  const checked = facts.programs.map((program) => ({ program, why: whyUnsound(program) }));
  return {
    facts: { ...facts, programs: checked.flatMap(({ program, why }) => why === null ? [program] : []) },
    notes: checked.flatMap(
      ({ program: { directory }, why }) => why === null ? [] : [{ where: `./${directory}`, what: "a main package", why }]
    )
  };
}
function whyUnsound({ directory, module }) {
  const written = `./${directory}`;
  const unsafe = (directory === "" ? null : unsafeReason("main", written)) ?? (module === "" ? null : unsafeReason("working-directory", module));
  if (unsafe !== null) return unsafe;
  if (directory === "") return null;
  const main = parseMain(written);
  const isItself = main.ok && main.value.path === written && main.value.name === null;
  return isItself && !written.includes(",") ? null : "main cannot name its directory; rename the directory, and add an image for it";
}

// src/init/source-kind.ts
var KINDS = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, "workflow"],
  [
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|(?:^|\/)[\w.-]+\.(?:Dockerfile|dockerfile)$/,
    "dockerfile"
  ],
  [/(?:^|\/)\.?goreleaser(?:\.[\w-]+)?\.ya?ml$/, "goreleaser"],
  [/(?:^|\/)\.ko\.ya?ml$/, "ko"],
  [/(?:^|\/)(?:(?:GNU)?[Mm]akefile(?:\.[\w.-]+)?|[\w.-]+\.mk)$/, "script"],
  [/^(?:(?:scripts|hack|build|ci|bin)\/)?[\w.-]+\.(?:sh|bash)$/, "script"]
];
function kindOf(path7) {
  if (path7.endsWith(".dockerignore")) return null;
  return KINDS.find(([pattern]) => pattern.test(path7))?.[1] ?? null;
}

// src/init/init.ts
var USUAL_IMAGE = "ghcr.io/${{ github.repository }}";
function planInit(found) {
  const { facts, notes: unsound } = soundFacts(found);
  const of = (kind) => facts.sources.filter(({ path: path7 }) => kindOf(path7) === kind);
  const scripts = of("script").map(readBuildScript);
  const goreleaser = of("goreleaser").map((source) => readGoreleaser(source, facts));
  const ko = of("ko").map((source) => readKo(source, facts));
  const { drafts, notes } = draftsOf({ dockerfiles: of("dockerfile"), ko, goreleaser, scripts }, facts);
  const existing = of("workflow").flatMap((source) => readWorkflow(source) ?? []);
  const platforms = [
    ...existing.flatMap((workflow) => workflow.platforms),
    ...scripts.flatMap(platformsOf),
    ...of("script").flatMap(({ text }) => platformsIn(text))
  ];
  const planned = plannedServices(drafts.slice(0, MOST_SERVICES), platforms, facts);
  const checked = planned.map(({ name, inputs: asked, notes: lost }) => {
    if (asked === null) return { name, inputs: null, notes: [...lost, unnamed(name)] };
    const { inputs, notes: refused } = checkedInputs(asked, name);
    return { name, inputs, notes: [...lost, ...refused, ...inputs === null ? [unnamed(name)] : []] };
  });
  const possible = checked.flatMap(({ name, inputs }) => inputs === null ? [] : [{ name, inputs }]);
  const isFile = possible.length > 1;
  const fitted = possible.map((service) => ({
    name: service.name,
    ...isFile ? fitForFile(service) : { inputs: service.inputs, notes: [] }
  }));
  const services = fitted.flatMap(({ name, inputs }) => inputs === null ? [] : [{ name, inputs }]);
  const { usual, elsewhere } = imagesOf([...existing, ...goreleaser].flatMap(({ images }) => images));
  const isAlone = services.length === 1;
  const repository = isAlone ? null : imageOfRepository(facts);
  const branches = unique(existing.flatMap((workflow) => workflow.branches));
  return {
    services: services.map(({ name, inputs }) => ({
      name,
      inputs,
      image: isAlone ? usual : repository === null ? null : `${repository}/${name}`
    })),
    branches: branches.length > 0 ? branches : [facts.branch],
    tags: unique(existing.flatMap((workflow) => workflow.tags)),
    notes: uniqueNotes([
      ...unsound,
      ...facts.notes,
      ...notes,
      ...drafts.slice(MOST_SERVICES).map(({ from, programs: [{ program }] }) => ({
        where: from,
        what: `./${program.directory}`,
        why: `the first ${MOST_SERVICES} images are written; add it to them`
      })),
      ...checked.flatMap((service) => service.notes),
      ...fitted.flatMap((service) => service.notes),
      ...services.length > 1 && repository === null ? [UNPUBLISHED] : [],
      ...existing.flatMap((workflow) => workflow.notes),
      ...elsewhere,
      ...[...goreleaser, ...ko].filter(({ isReadable }) => !isReadable).map(unreadable),
      ...goreleaser.filter(({ isReadable, drafts: own }) => isReadable && own.length === 0).map(unbuildable)
    ])
  };
}
function imageOfRepository({ repository }) {
  const image = `ghcr.io/${repository?.toLowerCase() ?? ""}`;
  return repository !== null && parseRepository(image).ok ? image : null;
}
var UNPUBLISHED = {
  where: "",
  what: "publishing",
  why: "git has no remote origin at github.com, so the images have no names to be published under; write image for each"
};
function platformsOf({ definitions }) {
  return [...definitions].filter(([name]) => /platforms?$/i.test(name)).flatMap(([, value]) => value.replace(/["']/g, "").split(/[\s,]+/)).filter((word) => /^linux\/[a-z0-9/]+$/.test(word));
}
function imagesOf(published) {
  const names = unique(published).filter((name) => !/[{}$]/.test(name) && parseRepository(name).ok);
  const own = names.find((name) => /^ghcr\.io\/[a-z0-9._-]+\/[a-z0-9._/-]+$/.test(name));
  const why = "it needs a login; add it to image, and log in with docker/login-action in a step before";
  const others = names.filter((name) => !name.startsWith("ghcr.io/"));
  return {
    usual: own ?? USUAL_IMAGE,
    elsewhere: others.map((name) => ({ where: "publishing", what: name, why }))
  };
}
function unreadable({ path: where }) {
  return { where, what: "this file", why: "it is empty, or it is not YAML" };
}
function unbuildable({ path: where }) {
  return { where, what: "its builds", why: "none of them is a main package here for Linux" };
}
function uniqueNotes(notes) {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

// src/commands/steps/init/measure.ts
import path from "node:path";
var GROWTH = "image: +50kB";
async function measure(host, top, { name, inputs }, surface) {
  const own = { ...host, cwd: top };
  const values = {
    ...inputs,
    budget: "none",
    baseline: "none",
    push: "false",
    // On a terminal an image is written somewhere; this directory is removed when the run ends.
    output: path.join(host.temporary, `${name}.tar`)
  };
  try {
    const { spec } = await declare(own, { surface: "terminal", values, problems: [] });
    const { weighIn } = await build(own, spec, { ...surface, called: name });
    const platforms = weighIn.images.flatMap((image) => image.platforms);
    const sizes = platforms.map(({ platform, sizes: sizes2 }) => ({
      platform,
      limit: suggestBudget(sizes2.imageSize)
    }));
    const isSame = new Set(sizes.map(({ limit }) => limit)).size === 1;
    const limits = isSame ? sizes.slice(0, 1).map(({ limit }) => `image: ${limit}`) : sizes.map(({ platform, limit }) => `image@${platform}: ${limit}`);
    return { budget: [...limits, GROWTH] };
  } catch (cause) {
    if (!(cause instanceof Failure) || cause instanceof Interrupted) throw cause;
    return { why: clauseText(clauseOf(cause), "action") };
  }
}

// src/commands/steps/init/read-facts.ts
import path4 from "node:path";

// src/init/go-work.ts
function workspaceModules(text) {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/\/\/.*$/, "").trim());
  const used = [];
  let inBlock = false;
  for (const line of lines) {
    const rest = inBlock ? line : /^use(?:\s+(.*)|(\(.*))$/.exec(line)?.slice(1).find((part) => part !== void 0) ?? "";
    if (rest === ")") inBlock = false;
    else if (rest === "(") inBlock = true;
    else if (rest !== "") used.push(rest.replace(/^(["`])(.*)\1$/, "$2"));
  }
  return used.map(checkoutPath);
}

// src/commands/steps/init/find-programs.ts
import path3 from "node:path";

// src/commands/steps/init/walk-checkout.ts
import { readdir } from "node:fs/promises";
import path2 from "node:path";
var LIMITS = { entries: 1e5, sources: 500, modules: 50 };
var LARGEST = 256 * 1024;
var SKIPPED = /^(?:_.*|\..*|node_modules|vendor|testdata)$/;
async function walkCheckout(top, limits = LIMITS) {
  const paths = /* @__PURE__ */ new Set();
  const directories = /* @__PURE__ */ new Set();
  const sources = [];
  const goFiles = /* @__PURE__ */ new Map();
  const modFiles = /* @__PURE__ */ new Map();
  const notes = [];
  const left2 = { entries: limits.entries, sources: limits.sources, modules: limits.modules };
  const read = async (file2, isLink) => {
    const found = isLink ? { why: "it is a link, and init follows none" } : await readSource(top, file2);
    if ("text" in found) return found.text;
    notes.push({ where: file2, what: "this file", why: found.why });
    return null;
  };
  const waiting = ["", ".github/workflows"];
  for (const at of waiting) {
    if (left2.entries < 0) break;
    const entries = await entriesOf(path2.join(top, at));
    const isModule = entries.some((entry) => entry.name === "go.mod" && !entry.isDirectory());
    if (isModule) left2.modules -= 1;
    if (isModule && left2.modules < 0) continue;
    for (const entry of entries) {
      left2.entries -= 1;
      if (left2.entries < 0) break;
      const place = at === "" ? entry.name : `${at}/${entry.name}`;
      paths.add(place);
      if (entry.isDirectory()) {
        directories.add(place);
        if (!SKIPPED.test(entry.name)) waiting.push(place);
        continue;
      }
      if (entry.isFile() && /^[^_.].*\.go$/.test(entry.name) && !entry.name.endsWith("_test.go"))
        addTo(goFiles, at, entry.name);
      if (entry.name === "go.mod") {
        const text = await read(place, entry.isSymbolicLink());
        if (text !== null) modFiles.set(at, text);
      } else if (kindOf(place) !== null && place !== WORKFLOW_PATH) {
        left2.sources -= 1;
        const text = left2.sources < 0 ? null : await read(place, entry.isSymbolicLink());
        if (text !== null) sources.push({ path: place, text });
      }
    }
  }
  const work = await readSource(top, "go.work");
  return {
    workFile: "text" in work ? work.text : null,
    paths,
    directories,
    sources: sources.toSorted(byDepth),
    goFiles,
    modFiles,
    notes: [...notes, ...notesOfLimits(limits, left2)]
  };
}
function notesOfLimits(limits, left2) {
  const reasons = [
    [left2.entries, "the rest of the checkout", `it has more than ${limits.entries} files and directories`],
    [left2.sources, "the other files", `${limits.sources} files that may describe images are read`],
    [
      left2.modules,
      "the other modules",
      `${limits.modules} modules are looked at; add images for those that are services`
    ]
  ];
  return reasons.flatMap(([rest, what, why]) => rest < 0 ? [{ where: ".", what, why }] : []);
}
function addTo(lists, key, item) {
  const list = lists.get(key);
  if (list === void 0) lists.set(key, [item]);
  else list.push(item);
}
async function entriesOf(directory) {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((a, b) => a.name < b.name ? -1 : 1);
}
function byDepth(a, b) {
  const depth = ({ path: file2 }) => file2.split("/").length;
  return depth(a) - depth(b) || (a.path < b.path ? -1 : 1);
}
async function readSource(top, file2) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await openInside([top], path2.join(top, file2)), true);
      const { size } = await handle.stat();
      if (size > LARGEST) return { why: `it is larger than ${LARGEST / 1024} KiB` };
      return { text: await handle.readFile("utf8") };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    if (cause instanceof NotInside) return { why: "it is no regular file of the checkout" };
    return { why: `it cannot be read: ${whyNotRead(cause)}` };
  }
}
async function readHead(top, file2) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await openInside([top], path2.join(top, file2)), true);
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch {
    return "";
  }
}
var HEAD = 32 * 1024;

// src/commands/steps/init/find-programs.ts
var SPEC = {
  ldflags: "",
  buildTags: [],
  buildFlags: [],
  // To list main packages needs no module of others; without them Go would download all.
  buildEnv: { GOPROXY: "off" },
  buildVcs: false,
  cgo: "off"
};
function modulesOf({ modFiles }) {
  return [...modFiles].flatMap(([directory, text]) => {
    const name = /^[ \t]*module[ \t]+"?([\w./~-]+)"?/m.exec(text)?.[1];
    return name === void 0 ? [] : [{ directory, path: name }];
  });
}
async function findPrograms(host, top, walked, modules) {
  const go = modules.length === 0 ? null : await goOnPath(host, top);
  const found = await inParallel(host.cores, modules, async (module) => {
    const listed = go === null ? null : await listedByGo(host, go, top, module);
    return listed ?? await scanned(top, walked, modules, module);
  });
  return found.flat().toSorted((a, b) => a.directory < b.directory ? -1 : 1);
}
async function listedByGo(host, {
  command,
  goroot,
  version
}, top, { directory, path: modulePath }) {
  const workingDirectory = path3.join(top, directory);
  const go = { command, goroot, version, source: "PATH", why: "" };
  try {
    checkPrograms(host, SPEC, workingDirectory);
    const context = { spec: SPEC, platform: DEFAULT_PLATFORM, workingDirectory };
    const mains = await listMains(host, go, context);
    return mains.flatMap(
      ({ importPath, name }) => importPath === modulePath || importPath.startsWith(`${modulePath}/`) ? [
        {
          directory: path3.posix.join(directory, importPath.slice(modulePath.length + 1)),
          module: directory,
          name
        }
      ] : []
    ).map((program) => ({ ...program, directory: program.directory === "." ? "" : program.directory }));
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    host.log.debug(`go list: ${cause.message}`);
    return null;
  }
}
async function scanned(top, { goFiles }, modules, module) {
  const programs = [];
  const around = new Map(modules.map((one) => [one.directory, one]));
  for (const [directory, names] of goFiles) {
    if (moduleAround(around, directory) !== module) continue;
    if (!await isMain(top, directory, names)) continue;
    const below = path3.posix.relative(module.directory, directory);
    const importPath = path3.posix.join(module.path, below);
    programs.push({ directory, module: module.directory, name: binaryNameOf(importPath) });
  }
  return programs;
}
function moduleAround(modules, directory) {
  for (let place = directory; place !== "" && place !== "."; place = path3.posix.dirname(place)) {
    const module = modules.get(place);
    if (module !== void 0) return module;
  }
  return modules.get("");
}
async function isMain(top, directory, names) {
  const isSet = (tag) => ["linux", "amd64", "unix"].includes(tag) || /^go1\.\d+$/.test(tag);
  for (const name of names) {
    if (!nameHolds(name, isSet)) continue;
    const head = await readHead(top, path3.posix.join(directory, name));
    const constraint = constraintOfHeader(head);
    if (constraint !== null && !holds(constraint, isSet)) continue;
    const clause2 = /^\s*package\s+(\w+)/.exec(withoutComments(head))?.[1];
    if (clause2 !== void 0) return clause2 === "main";
  }
  return false;
}
function withoutComments(head) {
  let at = 0;
  for (; ; ) {
    while (/\s/.test(head.charAt(at))) at += 1;
    const end = head.startsWith("//", at) ? "\n" : head.startsWith("/*", at) ? "*/" : null;
    if (end === null) return head.slice(at, at + 200);
    const found = head.indexOf(end, at + 2);
    if (found < 0) return "";
    at = found + end.length;
  }
}

// src/commands/steps/init/read-facts.ts
async function readFacts(host, top, directory) {
  const below = path4.relative(top, directory).split(path4.sep).join("/");
  const walked = await walkCheckout(top);
  const modules = modulesOf(walked);
  const programs = await findPrograms(host, top, walked, modules);
  return {
    programs: programs.filter((program) => isInside(below, program.directory)),
    modules,
    workspace: walked.workFile === null ? [] : workspaceModules(walked.workFile),
    sources: walked.sources.filter(({ path: file2 }) => isAbout(below, file2)),
    paths: walked.paths,
    directories: walked.directories,
    branch: await branchOf(host, top),
    repository: await repositoryOf2(host, top),
    notes: walked.notes.filter(({ where }) => isAbout(below, where))
  };
}
function isAbout(below, file2) {
  return isInside(below, file2) || isInside(path4.posix.dirname(file2), below) || file2.startsWith(".github/");
}
function isInside(directory, file2) {
  return directory === "" || directory === "." || file2 === directory || file2.startsWith(`${directory}/`);
}
async function branchOf(host, top) {
  const [head, known, current] = await Promise.all([
    askGit(host, top, "symbolic-ref", "--short", "refs/remotes/origin/HEAD"),
    askGit(host, top, "for-each-ref", "--format=%(refname:strip=2)", "refs/heads/main", "refs/heads/master"),
    askGit(host, top, "symbolic-ref", "--short", "HEAD")
  ]);
  const candidates = [head?.replace(/^origin\//, ""), known?.split("\n")[0], current, "main"];
  return candidates.find((name) => name != null && /^[\w./-]+$/.test(name)) ?? "main";
}
async function repositoryOf2(host, top) {
  const address = webAddress(await askGit(host, top, "remote", "get-url", "origin"));
  return /^https:\/\/github\.com\/([A-Za-z0-9-]+\/[\w.-]+)$/i.exec(address ?? "")?.[1] ?? null;
}

// src/commands/init.ts
async function init(host, { directory, build: build2 }, surface) {
  const start = await realDirectory(path5.resolve(host.cwd, directory ?? "."));
  const top = findCheckout(host, start) ?? start;
  const facts = await readFacts(host, top, start);
  const plan = planInit(facts);
  if (plan.services.length === 0)
    throw facts.programs.length === 0 ? nothingToBuild(start, facts) : nothingToWrite(start, plan.notes);
  const unbuilt = [];
  const services = [];
  for (const service of plan.services) {
    if (build2) host.log.info("");
    const measured = build2 ? await measure(host, top, service, surface) : { budget: [GROWTH] };
    if ("why" in measured) unbuilt.push({ where: service.name, what: "a budget in bytes", why: measured.why });
    services.push({ ...service, budget: "why" in measured ? [GROWTH] : measured.budget });
  }
  return {
    top,
    files: writtenFiles({ ...plan, services, notes: [...plan.notes, ...unbuilt] }),
    services: services.map(({ name }) => name),
    notes: plan.notes,
    unbuilt
  };
}
async function realDirectory(directory) {
  const status = await stat(directory).catch(() => null);
  if (status?.isDirectory() === true) return realPlace(directory);
  throw new Failure(
    "bad-input",
    {
      what: clause`${directory} ${status === null ? "is not there" : "is no directory"}`,
      fix: clause`write bantam init DIRECTORY, where DIRECTORY is that of a Go project`
    },
    { fields: { directory } }
  );
}
function nothingToWrite(directory, notes) {
  const [first] = notes;
  return new Failure(
    "bad-input",
    {
      what: clause`no program in ${directory} can be named in a workflow`,
      ...first === void 0 ? {} : { why: clause`${noteText(first)}` },
      fix: clause`write the workflow yourself, as the documentation of Bantam shows one`
    },
    { fields: { directory } }
  );
}
function nothingToBuild(directory, { modules, paths }) {
  const hasGo = modules.length > 0 || [...paths].some((file2) => file2.endsWith(".go"));
  const why = !hasGo ? clause`it has no go.mod and no Go files` : modules.length === 0 ? clause`it has Go files and no go.mod that names a module` : clause`it has Go packages and no package main, and only a package main becomes a program`;
  return new Failure(
    "bad-input",
    {
      what: clause`there is nothing to build in ${directory}`,
      why,
      fix: clause`run bantam init in the directory of a Go service`
    },
    { fields: { directory } }
  );
}

// src/commands/steps/init/write-files.ts
import { open, rm } from "node:fs/promises";
import path6 from "node:path";
async function writeFiles(top, files) {
  const names = files.map((file2) => file2.path).join(" and ");
  for (const file2 of files) await checkPlace(top, file2, names);
  if (!files.some((file2) => file2.path === IMAGES_PATH)) await checkAlone(top, names);
  const written = [];
  try {
    for (const file2 of files) {
      await createFile(top, file2, names);
      written.push(path6.join(top, file2.path));
    }
  } catch (cause) {
    for (const place of written) await rm(place, { force: true });
    throw cause;
  }
}
async function checkPlace(top, file2, names) {
  const place = path6.join(top, file2.path);
  const directory = path6.dirname(place);
  const real = await realPlace(directory);
  if (real !== directory)
    throw notWritten(names, place, {
      why: clause`a link leads the directory of ${file2.path} to ${real}`,
      fix: clause`replace the link by a directory, or write bantam init --stdout`
    });
  if (await isThere(place)) throw alreadyThere(file2, place, names);
}
async function checkAlone(top, names) {
  const place = path6.join(top, IMAGES_PATH);
  if (!await isThere(place)) return;
  throw notWritten(names, place, {
    why: clause`${IMAGES_PATH} is already there, and the workflow would build its images`,
    fix: clause`add the image to it, or move it away`
  });
}
async function createFile(top, file2, names) {
  const place = path6.join(top, file2.path);
  try {
    var _stack = [];
    try {
      await makeDirectory(path6.dirname(place));
      const handle = __using(_stack, await open(place, "wx"), true);
      await handle.writeFile(file2.text).catch(async (cause) => {
        await rm(place, { force: true });
        throw cause;
      });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    throw errorCode(cause) === "EEXIST" ? alreadyThere(file2, place, names) : whyNotWritten(place, cause);
  }
}
function alreadyThere(file2, place, names) {
  const why = names === file2.path ? clause`it is already there` : clause`${file2.path} is already there`;
  return notWritten(names, place, { why, fix: clause`move it away, or take over what is printed above` });
}
function notWritten(names, file2, { why, fix }) {
  const verb = names.includes(" and ") ? "were" : "was";
  return new Failure("write", { what: clause`${names} ${verb} not written`, why, fix }, { fields: { file: file2 } });
}

// src/commands/terminal/init.ts
var NEXT = "Write the owner of Bantam's repository for OWNER in";
async function runInit(terminal, log, asked) {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log);
  const print = (text) => terminal.stdout.write(terminal.env["GITHUB_ACTIONS"] === "true" ? withoutCommands(text) : text);
  try {
    if (asked.problems.length > 0) throw problemsFailure(asked.problems);
    const host = terminalHost(terminal, over);
    const screen = terminalStyle(asked.stdout ? terminal.stderr : terminal.stdout, terminal.env);
    const { top, files, services, notes, unbuilt } = await init(host, asked, { screen, wait });
    if (asked.stdout) print(filesText(files));
    else {
      await writeFiles(top, files).catch((cause) => {
        print(filesText(files));
        throw cause;
      });
      const count = services.length === 1 ? "one image" : `${services.length} images`;
      const names = files.map((file2) => file2.path).join(" and ");
      const [verb, them] = files.length === 1 ? ["is", "it"] : ["are", "them"];
      host.log.info(
        `
${names} ${verb} written: ${count}, ${services.join(", ")}. ${NEXT} ${them}, and commit ${them}.`
      );
    }
    for (const line of noteLines2(notes)) host.log.info(line);
    for (const { where, why } of unbuilt)
      host.log.warning(`${where} could not be built, so its budget has no size: ${why}.`);
    return unbuilt.length === 0 ? 0 : 1;
  } catch (error) {
    tellOnTerminal(terminal, log, { json: false }, error);
    return 2;
  }
}
function noteLines2(notes) {
  return notes.length === 0 ? [] : ["", "Not carried over:", ...notes.map((note) => `  ${noteText(note)}`)];
}
export {
  runInit
};
