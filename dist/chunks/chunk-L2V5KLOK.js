import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  HttpError,
  noAnswer
} from "./chunk-CZJZGJUT.js";
import {
  formatReference,
  formatRepository,
  looksLikeReference,
  parseReference,
  parseRepository,
  parseTag,
  slug
} from "./chunk-QPQ6KV7E.js";
import {
  firstOf,
  input,
  splitLines,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  didYouMean
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  childEnvironment,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";

// src/report/json-text.ts
function jsonText(value, hide = (text) => text) {
  const hidden = (_, one) => typeof one === "string" ? hide(one) : one;
  return `${JSON.stringify(value, hidden, 2).replace(OBEYED, escaped)}
`;
}
var OBEYED = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]|#(?=[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]*\[)/gu;
function escaped(text) {
  return text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/report/json.ts
function weighInJson(weighIn) {
  return jsonText(weighIn);
}
function htmlPathOf(report) {
  return `${report.replace(/\.json$/, "")}.html`;
}

// src/host/workspace.ts
import { existsSync } from "node:fs";
import { readlink, realpath } from "node:fs/promises";
import path3 from "node:path";

// src/host/inside.ts
import path from "node:path";
function isInside(root, file) {
  const relative = path.relative(root, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

// src/host/links-on-the-way.ts
import { readlinkSync } from "node:fs";
import path2 from "node:path";
var MOST_LINKS = 40;
function linksOnTheWay(file) {
  const links = [];
  const rest = partsOf(file);
  let at = path2.parse(file).root;
  for (let part = rest.shift(); part !== void 0 && links.length < MOST_LINKS; part = rest.shift()) {
    const next = path2.join(at, part);
    const target = targetOf(next);
    if (target === null) {
      at = next;
      continue;
    }
    links.push(next);
    rest.unshift(...partsOf(target));
    if (path2.isAbsolute(target)) at = path2.parse(target).root;
  }
  return links;
}
function partsOf(file) {
  return file.split(path2.sep).filter((part) => part !== "" && part !== ".");
}
function targetOf(file) {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}

// src/host/workspace.ts
async function workspaceRoots(host, workingDirectory) {
  const { surface, env, cwd } = host;
  const checkout = surface === "action" ? env["GITHUB_WORKSPACE"] ?? "" : "";
  const first = await realPlace(checkout === "" ? repositoryAround(await realPlace(cwd)) : checkout);
  const written = [path3.resolve(cwd, workingDirectory), await realPlace(path3.dirname(workingDirectory))];
  if (written.some((place) => isInside(first, place))) return [first];
  return [first, await realPlace(repositoryAround(await realPlace(workingDirectory)))];
}
function repositoryAround(directory) {
  for (let at = directory; ; at = path3.dirname(at)) {
    if (existsSync(path3.join(at, ".git"))) return at;
    if (path3.dirname(at) === at) return directory;
  }
}
async function isInWorkspace(roots, file) {
  const end = await realPlace(file);
  return roots.some((root) => isInside(root, end));
}
async function leadsOut(roots, file) {
  const end = await realPlace(file);
  if (leadsIntoGit(file, end)) return end;
  const within2 = (place) => roots.some((root) => isInside(root, place));
  if (within2(end)) return null;
  for (let at = path3.dirname(file); path3.dirname(at) !== at; at = path3.dirname(at)) {
    if (within2(await realPlace(at))) return end;
  }
  return null;
}
function leadsIntoGit(written, end) {
  const isOfGit2 = (file) => file.split(path3.sep).includes(".git");
  return isOfGit2(end) && !isOfGit2(written);
}
async function realPlace(file, links = 0) {
  try {
    return await realpath(file);
  } catch (cause) {
    const parent = path3.dirname(file);
    if (errorCode(cause) !== "ENOENT" || parent === file || links > MOST_LINKS) return path3.resolve(file);
    const place = path3.join(await realPlace(parent, links), path3.basename(file));
    const target = await readlink(place).catch(() => null);
    return target === null ? place : realPlace(path3.resolve(path3.dirname(place), target), links + 1);
  }
}

// src/commands/steps/paths-in-place.ts
import path7 from "node:path";

// src/declare/plain-flags.ts
import path6 from "node:path";

// src/declare/go-programs.ts
import path5 from "node:path";

// src/declare/template-action.ts
var TEXT = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y;
var OPEN = "{{";
var CLOSE = "}}";
var OWN_BRACES = 'for braces that are no template write {{"{{"}}, or pass the text as {{.Env.NAME}}';
function parseTemplate(text) {
  const pieces = [];
  let at = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
    const end = endOfAction(text, open);
    if (end === null) return problem(`has "{{" without "}}"; write {{.Version}}, or ${OWN_BRACES}`);
    const whole = text.slice(open, end);
    const action = parseAction(whole.slice(OPEN.length, -CLOSE.length).trim());
    if (!action.ok) return problem(`has ${whole}, ${action.problem}`);
    if (open > at) pieces.push({ kind: "text", text: text.slice(at, open) });
    pieces.push({ kind: "action", whole, action: action.value });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: "text", text: text.slice(at) });
  return parsed(pieces);
}
function endOfAction(text, open) {
  let at = open + OPEN.length;
  while (at < text.length) {
    if (text.startsWith(CLOSE, at)) return at + CLOSE.length;
    at += textAt(text, at)?.length ?? 1;
  }
  const end = text.indexOf(CLOSE, open);
  return end < 0 ? null : end + CLOSE.length;
}
function textAt(text, at) {
  TEXT.lastIndex = at;
  return TEXT.exec(text)?.[0] ?? null;
}
function parseAction(text) {
  const [first = "", ...others] = splitAtBars(text);
  const operand = parseOperand(first) ?? bareWord(text);
  if (operand === null) return problem(adviceOn(text) ?? `which is unknown; ${OWN_BRACES}`);
  const defaults = [];
  for (const other of others) {
    const [, name = "", value = ""] = /^(\S*)\s*(.*)$/s.exec(other) ?? [];
    const usual = name === "default" ? parseOperand(value) : null;
    if (usual === null) return problem(adviceOn(text) ?? `where a default is written ${EXAMPLE}`);
    defaults.push(usual);
  }
  return parsed({ operands: [operand, ...defaults] });
}
function bareWord(text) {
  return adviceOn(text) === null && /^[^\s"'`|(){}]*$/.test(text) ? { kind: "key", name: text } : null;
}
function splitAtBars(text) {
  const stages = [""];
  for (let at = 0; at < text.length; ) {
    const piece = textAt(text, at) ?? text.slice(at, at + 1);
    if (piece === "|") stages.push("");
    else stages.push(`${stages.pop()}${piece}`);
    at += piece.length;
  }
  return stages.map((stage) => stage.trim());
}
function parseOperand(text) {
  if (/^\.[^\s"'`|(){}]+$/.test(text)) return { kind: "key", name: text };
  if (textAt(text, 0) !== text) return null;
  const inner = text.slice(1, -1);
  return { kind: "text", text: text.startsWith("`") ? inner : inner.replace(/\\(.)/gs, "$1") };
}
var EXAMPLE = '{{.Tag | default "dev"}}';
var KEY = String.raw`\.[\w.]+`;
var ADVICE = [
  [/^-\s|\s-$/, 'and spaces around it are kept; write it without "-"'],
  [/^envOrDefault\s+"(\w+)"\s+("[^"]*")$/, "where envOrDefault is unknown; write {{.Env.$1 | default $2}}"],
  [/^(?:index\s+\.Env|envOrDefault|isEnvSet|env)\s+"(\w+)".*$/s, "which is unknown; write {{.Env.$1}}"],
  [
    new RegExp(`^(?:default|coalesce)\\s+("[^"]*")\\s+(${KEY})$`),
    "whose default comes last here; write {{$2 | default $1}}"
  ],
  [
    new RegExp(`^(?:or|coalesce|default)\\s+(${KEY})\\s+("[^"]*"|${KEY})$`),
    "where the default stands behind a bar; write {{$1 | default $2}}"
  ],
  [
    /^(?:if|else|end|with|range|define|template|block)\b.*$/s,
    `and conditions are unknown; write a default such as ${EXAMPLE}, or let the workflow choose the text`
  ],
  [/^(?:time|now|\.Now)\b.*$/s, "and the time of the run is unknown; write {{.Date}} or {{.Day}}"],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*(?!default\\b)(\\w+).*$`, "s"),
    'where $2 is unknown; the only function is default: {{$1 | default "dev"}}'
  ],
  [/^(\w+)\s+.*\.[A-Z].*$/s, `where $1 is unknown; the only function is default: ${EXAMPLE}`],
  [new RegExp(`^(${KEY})\\s*\\|\\s*default$`), 'where default has no value; write {{$1 | default "dev"}}'],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*default\\s+([^\\s"\`|]+)$`),
    'whose default has no quotes; write {{$1 | default "$2"}}'
  ]
];
function adviceOn(text) {
  for (const [pattern, advice] of ADVICE) {
    const match = pattern.exec(text);
    if (match !== null) return advice.replaceAll(/\$(\d)/g, (_, group) => match[Number(group)] ?? "");
  }
  return null;
}

// src/declare/linker-flags.ts
function splitLinkerFlags(text) {
  const source = splitLines(text).join(" ");
  const fields = [];
  for (let at = 0; at < source.length; ) {
    const first = source.charAt(at);
    if (/\s/.test(first)) {
      at += 1;
      continue;
    }
    const quote = first === "'" || first === '"' ? first : null;
    const start2 = quote === null ? at : at + 1;
    let end = start2;
    while (end < source.length && !endsField(source.charAt(end), quote)) end = afterTemplate(source, end);
    if (quote !== null && end >= source.length) {
      return problem(`has a quote (${quote}) that is never closed; close it`);
    }
    fields.push(source.slice(start2, end));
    at = quote === null ? end : end + 1;
  }
  return parsed(fields);
}
function splitLikeGo(text) {
  const fields = [];
  for (let at = 0; at < text.length; ) {
    const first = text.charAt(at);
    if (isSpace(first)) {
      at += 1;
      continue;
    }
    const quote = first === "'" || first === '"' ? first : null;
    const start2 = quote === null ? at : at + 1;
    let end = start2;
    while (end < text.length && !(quote === null ? isSpace(text.charAt(end)) : text.charAt(end) === quote))
      end += 1;
    if (quote !== null && end >= text.length)
      return problem(`has a quote (${quote}) that is never closed; close it`);
    fields.push(text.slice(start2, end));
    at = quote === null ? end : end + 1;
  }
  return parsed(fields);
}
function isSpace(character) {
  return [" ", "	", "\n", "\r"].includes(character);
}
function splitLinkerFlagsItem(item) {
  return item.startsWith("-") ? splitLinkerFlags(item) : parsed([item]);
}
function endsField(character, quote) {
  return quote === null ? /\s/.test(character) : character === quote;
}
function afterTemplate(source, at) {
  const end = source.startsWith("{{", at) ? endOfAction(source, at) : null;
  return end ?? at + 1;
}
function joinLinkerFlags(fields) {
  const impossible = fields.some((field) => needsQuotes(field) && field.includes("'") && field.includes('"'));
  return impossible ? problem(
    "has a field with spaces and both kinds of quotes, which Go's linker flags cannot hold; leave one out"
  ) : parsed(fields.map(quoteField).join(" "));
}
function needsQuotes(field) {
  return field === "" || /\s|^['"]/.test(field);
}
function quoteField(field) {
  if (!needsQuotes(field)) return field;
  return field.includes("'") ? `"${field}"` : `'${field}'`;
}

// src/declare/wrapped-program.ts
import path4 from "node:path";
var INTERPRETER = /^(?:(?:ba|da|a|z|k)?sh|busybox|python[\d.]*|perl[\d.]*|ruby[\d.]*|node|lua[\d.]*|awk|make)$/;
function wrappedBy(program, rest) {
  const name = path4.posix.basename(program);
  if (name === "ssh") return configOf(rest);
  const first = rest.findIndex((word) => !isFlag(word));
  const [before, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)];
  if (INTERPRETER.test(name)) {
    const text = before.find((word) => /^-\w*[ce]/.test(word));
    if (text !== void 0) return [{ word: `${name} ${text}`, kind: "text" }];
    const file = after.find((word) => !isAssignment(word));
    return file === void 0 ? [] : [{ word: file, kind: "file" }];
  }
  const words = name === "env" || name === "nice" ? after : rest;
  const end = words.findIndex(isFlag);
  return (end < 0 ? words : words.slice(0, end)).filter((word) => !isAssignment(word)).map((word) => ({ word, kind: "program" }));
}
function configOf(rest) {
  return rest.flatMap((word, at) => {
    const [, joined] = /^-F(.*)$/s.exec(word) ?? [];
    const file = joined === "" ? rest[at + 1] : joined;
    return file === void 0 || file === "none" ? [] : [{ word: file, kind: "file" }];
  });
}
function isFlag(word) {
  return word.startsWith("-");
}
function isAssignment(word) {
  return /^[A-Za-z_]\w*=/.test(word);
}

// src/declare/go-programs.ts
var UNKNOWN_PLACES = { isInCheckout: () => false, find: () => null };
function variableFault(name, value, places) {
  if (value.trim() === "") return null;
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : /^CGO_\w+_ALLOW$/.test(name) ? allowFault : void 0;
  return rule?.(value, places) ?? null;
}
var GIT_PROGRAM = /^(?:core\.(?:sshcommand|gitproxy|askpass|fsmonitor|editor|pager|alternaterefscommand)|sequence\.editor|credential\.(?:.*\.)?helper|gpg\.(?:.*\.)?program|diff\.(?:external|.*\.(?:command|textconv))|filter\..*\.(?:clean|smudge|process)|remote\..*\.(?:uploadpack|receivepack|vcs))$/i;
var GIT_PLACE = /^(?:core\.(?:hookspath|worktree)|include\.path|includeif\..*\.path|init\.templatedir)$/i;
function gitSettingFault(key, value, places) {
  if (GIT_PLACE.test(key)) return placesFault(value, places);
  return GIT_PROGRAM.test(key) ? commandFault(value.replace(/^!/, ""), places) : null;
}
var RULES = {
  GOCACHEPROG: () => "runs another program, which says what the build gives, and is refused; leave it out",
  GOAUTH: authFault,
  GOFLAGS: (value, places) => goFlagsFault(wordsOf(value), places),
  GOENV: placesFault,
  CC: commandFault,
  CXX: commandFault,
  FC: commandFault,
  AR: commandFault,
  GCCGO: commandFault,
  PKG_CONFIG: commandFault,
  CGO_CFLAGS: flagsFault,
  CGO_CPPFLAGS: flagsFault,
  CGO_CXXFLAGS: flagsFault,
  CGO_FFLAGS: flagsFault,
  CGO_LDFLAGS: flagsFault,
  GIT_SSH: commandFault,
  GIT_SSH_COMMAND: commandFault,
  GIT_ASKPASS: commandFault,
  SSH_ASKPASS: commandFault,
  GIT_PROXY_COMMAND: commandFault,
  GIT_EXTERNAL_DIFF: commandFault,
  GIT_EXEC_PATH: placesFault,
  GIT_CONFIG_PARAMETERS: () => "can have git run any program, and is refused; write GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0",
  HOME: placesFault,
  XDG_CONFIG_HOME: placesFault,
  BASH_ENV: placesFault,
  ENV: placesFault,
  GIT_CONFIG_GLOBAL: placesFault,
  GIT_CONFIG_SYSTEM: placesFault,
  GIT_DIR: placesFault,
  GOROOT: placesFault,
  PATH: placesFault,
  GCC_EXEC_PREFIX: placesFault,
  COMPILER_PATH: placesFault,
  LD_PRELOAD: (value, places) => placesFault(value.trim().replaceAll(/\s+/g, ":"), places),
  LD_AUDIT: placesFault,
  LD_LIBRARY_PATH: placesFault
};
var OF_CHECKOUT = "comes from the checkout, which a pull request can change";
function commandFault(value, places) {
  const [program = "", ...flags] = wordsOf(value);
  const fault = programFault(program, places);
  if (fault !== null) return `names ${program}, which ${fault}`;
  for (const { word, kind } of wrappedBy(program, flags)) {
    if (kind === "text") return `runs ${word}, which cannot be looked at; ${WAY_OUT}`;
    const isName = kind === "file" && !word.includes("/");
    const wrong = isName ? `is a relative path; ${WAY_OUT}` : programFault(word, places);
    if (wrong !== null) return `runs ${word}, which ${wrong}`;
  }
  return compilerFlagsFault(flags, places);
}
var WAY_OUT = "name a program on PATH, or one outside the checkout by its absolute path";
function programFault(program, places) {
  if (program.includes("/") && !path5.isAbsolute(program)) return `is a relative path; ${WAY_OUT}`;
  const file = path5.isAbsolute(program) ? program : places.find(program);
  return file !== null && places.isInCheckout(file) ? `${OF_CHECKOUT}; ${WAY_OUT}` : null;
}
function placesFault(value, places) {
  if (value === "off") return null;
  const wrong = value.split(":").find((place) => !path5.isAbsolute(place) || places.isInCheckout(place));
  return wrong === void 0 ? null : `names "${wrong}", which ${OF_CHECKOUT}; write an absolute path outside the checkout`;
}
function authFault(value, places) {
  for (const method of value.split(";").map(wordsOf)) {
    const [kind = "", directory = ""] = method;
    if (kind === "off" || kind === "netrc") continue;
    if (kind !== "git")
      return "runs a program of its own, and is refused; write netrc, or git with a directory";
    if (!path5.isAbsolute(directory) || places.isInCheckout(directory))
      return "runs git in the checkout; write git with the absolute path of a directory outside it";
  }
  return null;
}
function flagsFault(value, places) {
  return compilerFlagsFault(wordsOf(value), places);
}
var RUNNING = /^(?:-B|--prefix(?:=|$)|-fplugin=|-fpass-plugin=|-wrapper$|--?specs(?:=|$)|-fuse-ld=|--ld-path=|--gcc-toolchain=|-ccc-gcc-name$|-load$|--?plugin(?:=|$)|@)(.*)$/s;
function compilerFlagsFault(flags, places) {
  const plain = flags.flatMap((flag) => /^-W[lap],/.test(flag) ? flag.split(",").slice(1) : [flag]).filter((flag) => !/^-X(?:linker|clang|assembler|preprocessor)$/.test(flag));
  for (const [at, flag] of plain.entries()) {
    const match = RUNNING.exec(flag);
    if (match === null) continue;
    const value = (match[1] || plain[at + 1] || "").split(",")[0] ?? "";
    if (isForeign(flag, value, places))
      return `has ${flag}, by which the C compiler runs or loads ${value || "a program"}; leave it out, or write an absolute path outside the checkout`;
  }
  return null;
}
function isForeign(flag, value, places) {
  if (path5.isAbsolute(value)) return places.isInCheckout(value);
  const isName = /^(?:-fuse-ld=|-wrapper$|-fplugin=|-ccc-gcc-name$)/.test(flag) && /^[\w+-]+$/.test(value);
  const file = isName ? places.find(value) : null;
  return !isName || file !== null && places.isInCheckout(file);
}
function allowFault(value) {
  const allowed = [
    "-fplugin=x",
    "-B.",
    "-B/x",
    "-wrapper",
    "-specs=x",
    "-fuse-ld=x",
    "--ld-path=x",
    "-Wl,-plugin,x",
    "@x"
  ];
  const found = allowed.find((flag) => allows(value, flag));
  return found === void 0 ? null : `allows ${found}, by which the source of a package makes the C compiler run a program; name the flags that are needed`;
}
function allows(pattern, flag) {
  try {
    return new RegExp(`^(?:${pattern})$`).test(flag);
  } catch {
    return false;
  }
}
function goFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(flag) ?? [];
    const value = joined ?? flags[at + 1] ?? "";
    const fault = Object.hasOwn(FLAG_RULES, name) ? FLAG_RULES[name]?.(value, places) ?? null : null;
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
var RUNS = "runs another program for every step of the build, and is refused; leave it out";
var FLAG_RULES = {
  toolexec: (value) => value === "" ? null : RUNS,
  exec: () => "runs what was built through another program, and is refused; leave it out",
  vettool: () => "runs another program, and is refused; leave it out",
  compiler: (value) => value === "gc" ? null : "chooses another compiler, which Bantam does not know; leave it out",
  overlay: (value, places) => path5.isAbsolute(value) && !places.isInCheckout(value) ? null : `replaces files of any place by what ${value || "a file"} names, and ${OF_CHECKOUT.replace("comes from", "lies in")}; write an absolute path outside the checkout`,
  // The value can begin with a package pattern: `-ldflags=./...=-extld=x`.
  ldflags: (value, places) => linkerFlagsFault(wordsOf(value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-)/, "")), places)
};
function linkerFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?(extld|extar|extldflags)(?:=(.*))?$/s.exec(flag) ?? [];
    if (name === "") continue;
    const given = joined ?? flags[at + 1] ?? "";
    const fault = name === "extldflags" ? flagsFault(given, places) : commandFault(given, places);
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
function wordsOf(value) {
  const split = splitLikeGo(value);
  return split.ok ? split.value : value.split(/\s+/).filter((word) => word !== "");
}

// src/declare/plain-flags.ts
var any = () => true;
function like(pattern) {
  return (value) => pattern.test(value);
}
var LINKER = {
  s: null,
  w: null,
  X: any,
  buildid: any,
  linkmode: like(/^(?:auto|internal|external)$/),
  extldflags: (value) => wordsOf(value).every(isPlainCFlag),
  compressdwarf: null,
  checklinkname: null,
  bindnow: null,
  aslr: null,
  v: null,
  B: like(/^(?:0x[0-9a-fA-F]+|gobuildid|none)$/),
  funcalign: like(/^\d+$/),
  randlayout: like(/^\d+$/),
  strictdups: like(/^\d$/)
};
var GO_FLAG = /^--?(?:[BCNSWehlmvw]|live|smallframes|[lmc]=\d+|(?:dwarf\w*|spectre|wb)=\w+|lang=go[\d.]+|d=(?!.*dump)(?:ssa\/[\w/]+|\w+)(?:=\d+)?(?:,(?:ssa\/[\w/]+|\w+)(?:=\d+)?)*)$/;
var ASSEMBLER_FLAG = /^--?(?:[Sev]|dynlink|shared|spectre=\w+|D=\w+(?:=\w+)?)$/;
var BUILD = {
  a: null,
  v: null,
  x: null,
  trimpath: null,
  modcacherw: null,
  cover: null,
  buildvcs: null,
  p: like(/^\d+$/),
  mod: like(/^(?:readonly|vendor|mod)$/),
  buildmode: like(/^\w+$/),
  covermode: like(/^\w+$/),
  coverpkg: any,
  tags: any,
  // Their files are looked at by themselves.
  pgo: any,
  modfile: any,
  gcflags: (value) => wordsOf(withoutPackages(value)).every(like(GO_FLAG)),
  asmflags: (value) => wordsOf(withoutPackages(value)).every(like(ASSEMBLER_FLAG)),
  ldflags: (value) => firstOther(wordsOf(withoutPackages(value)), LINKER) === null
};
function otherBuildFlag(words) {
  return firstOther(words, BUILD);
}
function otherLinkerFlag(words) {
  return firstOther(words, LINKER);
}
var SWITCH = /^(?:true|false|0|1)$/;
function firstOther(words, rules) {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const [, name = "", joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(word) ?? [];
    const rule = Object.hasOwn(rules, name) ? rules[name] : void 0;
    if (rule === void 0) return word;
    if (rule === null) {
      if (joined !== void 0 && !isSwitch(name, joined)) return word;
      continue;
    }
    const value = joined ?? words[at + 1];
    if (value === void 0 || !rule(value)) return word;
    if (joined === void 0) at += 1;
  }
  return null;
}
function isSwitch(name, value) {
  return SWITCH.test(value) || name === "buildvcs" && value === "auto";
}
function withoutPackages(value) {
  return value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-|$)/, "");
}
var C_FLAGS = [
  /^-(?:O[0-3gsz]?|g[0-3]?|s|w|pthread|pie|no-pie|static|static-pie|static-libgcc|static-libstdc\+\+)$/,
  /^-[DU]\w+(?:=[\w.+-]*)?$/,
  /^-W(?:no-)?[a-z][a-z+-]*(?:=\d+)?$/,
  /^-std=[\w+]+$/,
  /^-m[\w=+-]+$/,
  /^-l[\w+-]+$/,
  /^-f(?:no-)?(?:PIC|pic|PIE|pie|plt|common|exceptions|strict-aliasing|omit-frame-pointer|function-sections|data-sections|visibility=\w+|asynchronous-unwind-tables|unwind-tables|ident|wrapv|signed-char|unsigned-char|stack-protector(?:-\w+)?|stack-clash-protection|cf-protection(?:=\w+)?)$/,
  /^-Wl,(?:-z,[\w-]+|-s|-O\d|--(?:no-)?(?:as-needed|gc-sections|whole-archive|undefined)|--(?:start-group|end-group|strip-all|strip-debug)|--build-id=\w+|--hash-style=\w+)(?:,-z,[\w-]+)*$/
];
function isPlainCFlag(flag) {
  return C_FLAGS.some((pattern) => pattern.test(flag));
}
function filesOfFlags(words, directory) {
  return words.flatMap((word, at) => {
    const [, joined] = /^--?(?:pgo|modfile)(?:=(.*))?$/s.exec(word) ?? [null, null];
    const file = joined === void 0 ? words[at + 1] : joined;
    const isFile = file !== null && file !== void 0 && !["", "auto", "off"].includes(file);
    return isFile ? [path6.resolve(directory, file)] : [];
  });
}
function otherFlagOf({
  buildFlags,
  ldflags
}) {
  return otherBuildFlag(buildFlags) ?? otherLinkerFlag(wordsOf(ldflags));
}

// src/commands/steps/paths-in-place.ts
async function pathsOutOfPlace(host, spec, run2) {
  const roots = await workspaceRoots(host, spec.workingDirectory);
  const problems = await Promise.all(
    namedPaths(spec, run2).map(async ({ input: input2, file }) => {
      const end = await leadsOut(roots, file);
      if (end === null) return [];
      const because = `leads out of the workspace through a link, to ${end}; remove the link, or write that path itself`;
      return [wrongValue(input2, path7.relative(host.cwd, file), because)];
    })
  );
  return uniqueOf(problems.flat());
}
async function pathsOutside(root, spec, run2) {
  const sources = spec.platforms.flatMap(({ files }) => files.map(({ source }) => source));
  const named2 = [...namedPaths(spec, run2), ...sources.map((file) => ({ input: "files", file }))];
  const problems = await Promise.all(
    named2.map(async ({ input: input2, file }) => {
      const place = await realPlace(file);
      const isFine = isInside(root, place) && ![file, place].some(isOfGit);
      return isFine ? [] : [wrongValue(input2, file, OUTSIDE)];
    })
  );
  return uniqueOf(problems.flat());
}
var OUTSIDE = "is outside the checkout that the file of images belongs to; write a path within it, or give it in the step or on the command line";
function isOfGit(file) {
  return file.split(path7.sep).includes(".git");
}
function uniqueOf(problems) {
  return [...new Map(problems.map((problem2) => [JSON.stringify(problem2.clause), problem2])).values()];
}
async function requireInPlace(host, { workingDirectory }, file, named2 = "output") {
  const end = await leadsOut(await workspaceRoots(host, workingDirectory), file);
  if (end === null) return;
  const shown = path7.relative(host.cwd, file);
  throw new Failure(
    "write",
    {
      what: clause`nothing was written to ${shown}`,
      why: clause`it leads out of the workspace through a link, to ${end}`,
      fix: clause`remove the link, or name another place with ${input(named2)}`
    },
    { fields: { file: shown } }
  );
}
function namedPaths({
  workingDirectory,
  platforms,
  go,
  compile,
  base,
  certificates: { roots, extra },
  publish,
  binaries,
  baseline
}, { report, sboms }) {
  return [
    { input: "working-directory", file: workingDirectory },
    ...platforms.flatMap(({ source }) => sourceFiles(source)).map((file) => ({ input: "binary", file })),
    ...go.versionFile === null ? [] : [{ input: "go-version-file", file: go.versionFile }],
    ...filesOfFlags(compile.buildFlags, workingDirectory).map(
      (file) => ({ input: "build-flags", file })
    ),
    ...base.kind === "layout" ? pathsWithTag(base.path).map((file) => ({ input: "base", file })) : [],
    ...typeof roots === "string" ? [] : [{ input: "certificates", file: roots.file }],
    ...extra.map((file) => ({ input: "extra-certificates", file })),
    ...baselineFiles(baseline, workingDirectory).map((file) => ({ input: "baseline", file })),
    ...publish.output === null ? [] : [{ input: "output", file: publish.output.path }],
    ...binaries === null ? [] : [{ input: "binaries", file: binaries.directory }],
    ...report === null ? [] : [report, htmlPathOf(report)].map((file) => ({ input: "report", file })),
    ...sboms.map((file) => ({ input: "sbom", file }))
  ];
}
function sourceFiles(source) {
  switch (source.kind) {
    case "main":
      return [];
    case "binary":
      return [source.path];
  }
}
function baselineFiles(baseline, directory) {
  if (baseline.kind !== "file") return [];
  return pathsWithTag(baseline.path).map((file) => path7.resolve(directory, file));
}
function pathsWithTag(given) {
  return [given, given.replace(/:[^:]*$/, "")];
}

// src/declare/output.ts
import path8 from "node:path";
function parseOutput(text, cwd) {
  const given = text.trim();
  if (/^(?:oci|oci-archive|docker-archive|docker-daemon):|^(?:type|dest)=/.test(given)) {
    return problem("is more than a path; write the path alone, ending in .tar for an archive");
  }
  if (/\.(?:tar\.\w+|tgz|txz)$/i.test(given))
    return problem("is a compressed archive; write a path that ends in .tar");
  if (given.includes("\0")) return problem("contains a NUL character; remove it");
  return parsed({ kind: given.endsWith(".tar") ? "archive" : "layout", path: path8.resolve(cwd, given) });
}

// src/declare/push.ts
var PUBLISHING_EVENTS = ["push", "release", "workflow_dispatch", "schedule"];
function shouldPush(wish, { surface, event }, hasReferences) {
  switch (wish) {
    case "true":
      return true;
    case "false":
      return false;
    case "auto":
      return surface === "action" && hasReferences && event !== null && PUBLISHING_EVENTS.includes(event);
  }
}
function pushReason(wish, occasion, references) {
  switch (occasion.surface) {
    case "action":
      return reasonInJob(wish, occasion, references);
    case "terminal": {
      if (wish !== "auto" || references.length === 0) return null;
      return clause`nothing was pushed, since on a terminal only ${input("push")} does that; it would push ${named(references)}`;
    }
  }
}
function reasonInJob(wish, occasion, references) {
  const { event } = occasion;
  if (shouldPush(wish, occasion, references.length > 0)) {
    const why = wish === "auto" ? clause` and the event is ${event ?? ""}` : clause``;
    return clause`this run pushes ${named(references)} if nothing fails, since ${input("push", wish)}${why}`;
  }
  if (wish === "false") return clause`this run does not push, since ${input("push", wish)}`;
  if (references.length === 0)
    return clause`this run does not push, since neither ${input("image")} nor a full reference in ${input("tags")} is given`;
  const seen = event === null ? clause`GITHUB_EVENT_NAME is not set` : clause`the event is ${event}`;
  return clause`this run does not push, since ${seen}, and ${input("push", wish)} pushes on ${listed(PUBLISHING_EVENTS)} only`;
}
function listed(words) {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function named(references) {
  return references.length === 0 ? "nothing" : firstOf(references.map(formatReference), 1);
}

// src/declare/template.ts
function fillTemplate(text, values, env = {}) {
  const parts = fillParts(text, values, env);
  return parts.ok ? parsed(parts.value.map((part) => part.text).join("")) : parts;
}
function fillParts(text, values, env = {}) {
  const pieces = parseTemplate(text);
  if (!pieces.ok) return pieces;
  const parts = [];
  for (const piece of pieces.value) {
    if (piece.kind === "text") {
      parts.push({ text: piece.text, action: null });
      continue;
    }
    const found = firstValue(piece.action, values, env);
    if ("missing" in found) return problem(`has ${piece.whole}, ${found.missing}`);
    const isWrittenOut = piece.action.operands.every((operand) => operand.kind === "text");
    parts.push({ text: found.value, action: isWrittenOut ? null : piece.whole });
  }
  return parsed(parts.filter((part) => part.text !== "" || part.action !== null));
}
function firstValue({ operands }, values, env) {
  const found = operands.map((operand) => valueOf(operand, values, env));
  const unknown = found.find((value) => "unknown" in value);
  if (unknown !== void 0) return { missing: unknown.unknown };
  const known = found.filter((value) => "value" in value);
  const [first] = found.filter((value) => "missing" in value);
  return known.find(({ value }) => value !== "") ?? known.at(-1) ?? first ?? { value: "" };
}
function valueOf(operand, values, env) {
  if (operand.kind === "text") return { value: operand.text };
  const { name } = operand;
  const variable = /^\.Env\.([A-Za-z_][A-Za-z0-9_]*)$/.exec(name)?.[1];
  if (variable !== void 0) {
    if (env === null) return { unknown: NO_VARIABLES };
    const value = (Object.hasOwn(env, variable) ? env[variable] : void 0) ?? "";
    return value === "" ? { missing: `but the environment variable ${variable} is empty or not set; set it` } : { value };
  }
  const key = name.slice(1);
  if (Object.hasOwn(values, key)) return values[key] ?? { unknown: "which is unknown" };
  return { unknown: unknownKey(name, Object.keys(values)) };
}
var NO_VARIABLES = "which a pull request could use to read the environment of the job; write that input in the step or on the command line";
var OF_A_PLATFORM = ["Os", "Arch", "Variant", "Platform", "Arm", "Amd64", "Runtime.Goos", "Runtime.Goarch"];
function unknownKey(name, keys) {
  const known = [...keys.map((key) => `.${key}`), ".Env.NAME"];
  if (OF_A_PLATFORM.includes(name.slice(1)) && !keys.includes("Os"))
    return "which differs by platform, while this is one for all platforms; only binary and files have it";
  const meant = didYouMean(name.replace(/^\.Git\./, "."), known);
  const hint = name.startsWith(".") ? `the keys are ${known.join(", ")}` : OWN_BRACES;
  return `which is unknown${meant || `; ${hint}`}`;
}

// src/declare/tag-template.ts
var LONGEST_TAG = 128;
function fillTag(text, values, env) {
  const filled = fillParts(text, values, env);
  if (!filled.ok) return filled;
  const keys = filled.value.filter((part) => part.action !== null);
  if (keys.length > 0 && keys.every((part) => part.text === "")) return parsed(null);
  const [name, tag] = splitAtTag(filled.value);
  const cleaned = [];
  for (const { text: text2, action } of tag) {
    const clean = action === null || text2 === "" ? text2 : slug(text2);
    if (clean === null)
      return problem(`has ${action}, which is "${text2}" here and leaves nothing for a tag; write another`);
    cleaned.push({ text: clean, action });
  }
  return parsed([...name, ...shortened(cleaned)].map((part) => part.text).join(""));
}
function splitAtTag(parts) {
  const marked = parts.findLastIndex(({ text, action }) => action === null && /[:/]/.test(text));
  const mark = parts[marked];
  if (mark === void 0) {
    const isReference = parts.some(
      ({ text, action }) => action?.includes(".Env.") === true && text.includes(":")
    );
    return isReference ? [parts, []] : [[], parts];
  }
  const colon = mark.text.lastIndexOf(":");
  if (colon < mark.text.lastIndexOf("/")) return [parts, []];
  const before = { text: mark.text.slice(0, colon + 1), action: null };
  const after = { text: mark.text.slice(colon + 1), action: null };
  return [
    [...parts.slice(0, marked), before],
    [after, ...parts.slice(marked + 1)]
  ];
}
function shortened(parts) {
  const excess = parts.reduce((sum, part) => sum + part.text.length, 0) - LONGEST_TAG;
  const lengths = parts.map((part) => part.action === null ? 0 : part.text.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const { text: value = "", action = null } = parts[longest] ?? {};
  if (action === null || excess <= 0 || value.length <= excess) return parts;
  const kept = value.slice(0, value.length - excess).replace(/-+$/, "");
  return parts.map((part, at) => at === longest ? { ...part, text: kept } : part);
}

// src/declare/declare-publish.ts
function declareRepositories(reader) {
  return reader.each("image", reader.items("image"), parseRepository);
}
function declarePublish(reader, surroundings, repositories, values) {
  const references = declareReferences(reader, surroundings, repositories, values);
  const wish = reader.choice("push", ["auto", "true", "false"]);
  const push = shouldPush(wish, surroundings, references.length > 0);
  if (push && reader.text("image") === null && references.length === 0) {
    const example = input("image", "ghcr.io/owner/name");
    reader.contradiction("push", clause`needs a repository to publish to; write ${example}`);
  }
  return {
    push,
    references,
    load: reader.boolean("load"),
    output: reader.value("output", (text) => parseOutput(text, surroundings.cwd), null),
    credentials: declareCredentials(reader),
    githubToken: reader.text("github-token")
  };
}
function declareReferences(reader, surroundings, repositories, values) {
  const items = reader.items("tags");
  const rule = items.find((item) => item.startsWith("type="));
  if (rule !== void 0)
    reader.wrong(
      "tags",
      rule,
      "is a rule of docker/metadata-action, not a tag; write one such as {{.Version}}"
    );
  const tags = rule === void 0 ? items : items.filter((item) => !/^\w+=/.test(item));
  const asked = reader.each("tags", tags, (text) => {
    const filled = fillTag(text, values, reader.variables("tags", surroundings.env));
    if (!filled.ok) return filled;
    if (filled.value === null) return parsed(null);
    return looksLikeReference(filled.value) ? parseTagged(filled.value) : parseTag(filled.value);
  });
  const kept = asked.filter((item) => item !== null);
  const full = kept.filter((item) => typeof item !== "string");
  const bare = kept.filter((item) => typeof item === "string");
  const identifiers = kept.length === 0 ? [defaultTag(surroundings)] : bare;
  for (const repository of repositories) {
    const name = formatRepository(repository);
    if (identifiers.length === 0 && !full.some((reference) => formatRepository(reference) === name)) {
      reader.wrong(
        "image",
        name,
        clause`gets no tag: ${input("tags")} has only references to other repositories; write a tag for it`
      );
    }
  }
  const all = [
    ...repositories.flatMap((repository) => identifiers.map((identifier) => ({ ...repository, identifier }))),
    ...full
  ];
  return [...new Map(all.map((reference) => [formatReference(reference), reference])).values()];
}
function parseTagged(text) {
  if (text.includes("@")) return problem("has a digest, which follows from the image; write a tag");
  if (text.startsWith(":")) return problem(`begins with ":", which a tag cannot; write ${text.slice(1)}`);
  if (/^[^.:]+\/[^:]*$/.test(text))
    return problem(
      `has a slash, which a tag cannot have; write ${slug(text) ?? "a tag"}, or ${text}:latest if it is a repository`
    );
  return parseReference(text);
}
function defaultTag({ pullRequest, repository: { tag, branch, ref } }) {
  if (pullRequest !== null) return `pr-${pullRequest}`;
  return slug(tag ?? tagNamedBy(ref) ?? branch ?? "latest") ?? "latest";
}
function tagNamedBy(ref) {
  return /^refs\/tags\/(.+)$/s.exec(ref ?? "")?.[1] ?? null;
}
function declareCredentials(reader) {
  const username = reader.text("registry-username");
  const password = reader.text("registry-password");
  if (username === null && password === null) return null;
  if (username === null) {
    reader.contradiction(
      "registry-password",
      clause`needs a user name; write ${input("registry-username")} too`
    );
  } else if (password === null) {
    reader.contradiction(
      "registry-username",
      clause`needs a password; write ${input("registry-password")} too, or leave both out`
    );
  } else if (username.includes(":")) {
    reader.wrong(
      "registry-username",
      username,
      "has a colon, which a user name cannot have; write the part before it"
    );
  } else {
    return { username, password };
  }
  return null;
}

// src/host/find-checkout.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import path9 from "node:path";
function findCheckout({ surface, env }, directory) {
  const start2 = realPath(directory);
  if (start2 === null) return null;
  const workspace = surface === "action" ? realPath(env["GITHUB_WORKSPACE"] ?? "") : null;
  const last = workspace !== null && isInside(workspace, start2) ? workspace : path9.parse(start2).root;
  const device = statSync(start2).dev;
  for (let at = start2; stats(at, statSync)?.dev === device; at = path9.dirname(at)) {
    if (isRepository(path9.join(at, ".git"))) return at;
    if (at === last) return null;
  }
  return null;
}
function isRepository(place) {
  const found = stats(place, statSync);
  return found?.isFile() === true || stats(path9.join(place, "HEAD"), lstatSync) !== null;
}
function stats(file, read) {
  try {
    return read(file);
  } catch {
    return null;
  }
}
function realPath(directory) {
  try {
    return path9.isAbsolute(directory) ? realpathSync(directory) : null;
  } catch {
    return null;
  }
}

// src/host/git.ts
import path10 from "node:path";

// src/host/git-reason.ts
function gitReason({
  stderr,
  timedOut,
  stoodStill
}) {
  if (timedOut || stoodStill) return "git took too long";
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? "git does not say why";
  const reason = said.replace(/^(?:fatal|error): /, "").replace(/\/\/[^/@\s]*@/g, "//***@").replace(/\.$/, "");
  return ownershipReason(stderr) ?? reason;
}
function ownershipReason(stderr) {
  const place = /git config --global --add safe\.directory (.+)/.exec(stderr)?.[1]?.trim();
  return place === void 0 ? null : `it has dubious ownership: another user owns ${place}; run git config --global --add safe.directory ${place}`;
}

// src/host/git.ts
var STANDSTILL_MS = 6e4;
async function consultGit(host, directory, ...args) {
  const top = findCheckout(host, directory);
  if (top === null) return { status: "none" };
  try {
    const { exitCode, stdout } = await start(host, top, args);
    const value = exitCode === 0 ? stdout.trim() : "";
    if (value !== "") return { status: "ok", value };
    if (exitCode === 0) return { status: "none" };
    const usable = await start(host, top, ["rev-parse", "--git-dir"]);
    return usable.exitCode === 0 ? { status: "none" } : { status: "refused", why: gitReason(usable) };
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool")
      return { status: "refused", why: "git is not on PATH" };
    throw cause;
  }
}
async function askGit(host, directory, ...args) {
  const answer = await consultGit(host, directory, ...args);
  return answer.status === "ok" ? answer.value : null;
}
async function runGit(host, directory, args, { timeoutMs, config = {}, maxOutput } = {}) {
  const top = findCheckout(host, directory);
  if (top === null)
    throw new Failure(
      "bad-input",
      {
        what: clause`${directory} does not lie in the checkout of a git repository`,
        fix: clause`run this in a clone, or name a directory in one with ${input("working-directory")}`
      },
      { fields: { directory } }
    );
  return start(host, top, args, { timeoutMs, config, maxOutput });
}
function start(host, top, args, { timeoutMs, config = {}, maxOutput } = {}) {
  const still = Object.entries(QUIET).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const env = childEnvironment(host, "git", {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    // Git looks for a repository in `top` and not above it.
    GIT_CEILING_DIRECTORIES: path10.dirname(top)
  });
  return run(host, "git", ["--no-pager", ...still, ...args], {
    cwd: top,
    env: withGitConfig(env, config),
    ...timeoutMs === void 0 ? { standstillMs: STANDSTILL_MS } : { timeoutMs },
    ...maxOutput === void 0 ? {} : { maxOutput }
  });
}
var QUIET = {
  "safe.bareRepository": "explicit",
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "core.pager": "cat",
  "core.editor": ":",
  "core.askPass": "",
  "core.alternateRefsCommand": ":",
  "credential.interactive": "false",
  "log.showSignature": "false",
  "gpg.program": "false",
  "diff.external": "",
  "protocol.ext.allow": "never",
  "submodule.recurse": "false",
  "fetch.recurseSubmodules": "false",
  "gc.auto": "0",
  "maintenance.auto": "false"
};
function withGitConfig(env, config) {
  const names = Object.keys(config);
  if (names.length === 0) return env;
  const before = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const from = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const pairs = Object.entries(config).flatMap(([name, value], at) => [
    [`GIT_CONFIG_KEY_${from + at}`, name],
    [`GIT_CONFIG_VALUE_${from + at}`, value]
  ]);
  return { ...env, ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: `${from + names.length}` };
}
function isCommit(value) {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

// src/declare/parse-json.ts
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/host/excerpt.ts
var LONGEST = 300;
function excerpt(text) {
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim().replace(/[.;]$/, "");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}\u2026`;
}

// src/host/show-url.ts
function showUrl(url, shown = null) {
  if (!URL.canParse(String(url))) return "(not a URL)";
  const { protocol, host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${shown?.has(name) === true ? excerpt(value) : "***"}`
  );
  return `${protocol}//${host}${pathname}${shown === null || query.length === 0 ? "" : `?${query.join("&")}`}`;
}

// src/host/response-body.ts
async function* bodyOf(response, stallMs) {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (; ; ) {
      const { done, value } = await within(stallMs, reader.read()).catch((cause) => {
        throw brokenOff(cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {
    });
  }
}
function brokenOff(cause) {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true });
}
async function within(ms, promise) {
  const late = Promise.withResolvers();
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${ms / 1e3} s`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export {
  parseJson,
  bodyOf,
  jsonText,
  weighInJson,
  htmlPathOf,
  isInside,
  linksOnTheWay,
  workspaceRoots,
  isInWorkspace,
  leadsOut,
  leadsIntoGit,
  realPlace,
  splitLinkerFlags,
  splitLinkerFlagsItem,
  joinLinkerFlags,
  UNKNOWN_PLACES,
  variableFault,
  gitSettingFault,
  goFlagsFault,
  linkerFlagsFault,
  wordsOf,
  otherBuildFlag,
  otherLinkerFlag,
  isPlainCFlag,
  filesOfFlags,
  otherFlagOf,
  pathsOutOfPlace,
  pathsOutside,
  requireInPlace,
  excerpt,
  showUrl,
  fillTemplate,
  shouldPush,
  pushReason,
  declareRepositories,
  declarePublish,
  declareCredentials,
  findCheckout,
  gitReason,
  consultGit,
  askGit,
  runGit,
  isCommit
};
