import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INPUTS,
  checkAssignment,
  numberedLines,
  parseAssignment,
  splitLines,
  splitList,
  wrongInput,
  wrongPlace,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  didYouMean
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/declare/yaml-scalar.ts
var ESCAPES = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "	",
  "	": "	",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1B",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xA0",
  L: "\u2028",
  P: "\u2029"
};
var CODES = { x: 2, u: 4, U: 8 };
var RESERVED = /^[,[\]{}#&*!|>%@`]|^[-?:](?=[\s,[\]{}]|$)/;
function readScalar(text, start, context, colons) {
  const first = text.charAt(start);
  if (first === '"') return readDoubleQuoted(text, start);
  if (first === "'") return readSingleQuoted(text, start);
  const isTemplate = text.startsWith("{{", start);
  const reserved = isTemplate ? null : RESERVED.exec(text.slice(start, start + 2));
  if (first === "[" || first === "{" || reserved?.[0] === "-") {
    if (!isTemplate)
      return problem(`has ${first === "{" ? "a map" : "a list"} within its list; write one list of words`);
  }
  if (reserved !== null)
    return problem(`has an item that begins with ${reserved[0]}, which means something in YAML; quote it`);
  return readPlain(text, start, context, colons);
}
function readPlain(text, start, context, colons) {
  let end = start;
  while (end < text.length && !endsPlain(text, end, context, colons)) {
    const close = text.startsWith("{{", end) ? text.indexOf("}}", end) : -1;
    if (close < 0 && context === "flow" && /[[{}]/.test(text.charAt(end)))
      return problem(`has an item with ${text.charAt(end)} in it, which means something in YAML; quote it`);
    end = close < 0 ? end + 1 : close + 2;
  }
  return parsed({ text: folded(text.slice(start, end).trim()), end });
}
function endsPlain(text, at, context, colons) {
  const character = text.charAt(at);
  if (character === "#") return /\s/.test(text.charAt(at - 1));
  if (character === ":" && colons === "end") return isColon(text, at, context);
  return context === "flow" && (character === "," || character === "]");
}
function isColon(text, at, context) {
  const next = text.charAt(at + 1);
  return next === "" || /\s/.test(next) || context === "flow" && /[,[\]{}]/.test(next);
}
function readSingleQuoted(text, start) {
  let end = start + 1;
  while (text.charAt(end) !== "'" || text.charAt(end + 1) === "'") {
    if (end >= text.length) return problem("has a quote (') that is never closed; close it");
    end += text.charAt(end) === "'" ? 2 : 1;
  }
  return parsed({ text: folded(text.slice(start + 1, end)).replaceAll("''", "'"), end: end + 1 });
}
function readDoubleQuoted(text, start) {
  let value = "";
  let plain = start + 1;
  let at = plain;
  while (text.charAt(at) !== '"') {
    if (at >= text.length) return problem('has a quote (") that is never closed; close it');
    if (text.charAt(at) !== "\\") {
      at += 1;
      continue;
    }
    const escaped = readEscape(text, at);
    if (!escaped.ok) return escaped;
    value += folded(text.slice(plain, at)) + escaped.value.text;
    at = escaped.value.end;
    plain = at;
  }
  return parsed({ text: value + folded(text.slice(plain, at)), end: at + 1 });
}
function readEscape(text, at) {
  const name = text.charAt(at + 1);
  const lineBreak = /^\\(?:\r\n|\r|\n)[ \t]*/.exec(text.slice(at));
  if (lineBreak !== null) return parsed({ text: "", end: at + lineBreak[0].length });
  const digits = CODES[name];
  if (digits !== void 0) {
    const code = text.slice(at + 2, at + 2 + digits);
    const point = /^[0-9a-fA-F]+$/.test(code) && code.length === digits ? Number.parseInt(code, 16) : Infinity;
    return point <= 1114111 ? parsed({ text: String.fromCodePoint(point), end: at + 2 + digits }) : problem(`has \\${name} without its ${digits} hexadecimal digits; write two backslashes for one`);
  }
  const value = Object.hasOwn(ESCAPES, name) ? ESCAPES[name] : void 0;
  return value === void 0 ? problem(`has \\${name}, which a string in double quotes cannot have; write two backslashes for one`) : parsed({ text: value, end: at + 2 });
}
function folded(text) {
  return text.replace(/[ \t]*(?:\r\n|\r|\n)((?:[ \t]*(?:\r\n|\r|\n))*)[ \t]*/g, (_, empty) => {
    const breaks = empty.match(/\r\n|\r|\n/g)?.length ?? 0;
    return breaks === 0 ? " " : "\n".repeat(breaks);
  });
}

// src/declare/written-list.ts
function readWrittenList(text, style) {
  const start = skipBlank(text, 0);
  if (text.charAt(start) === "[") return readBrackets(text, start, style);
  return /^-[ \t]+\S/.test(text.slice(start)) ? readDashes(text, style) : parsed(null);
}
function looksLikeList(text) {
  return /^(?:[[{]|-\s)/.test(text.slice(skipBlank(text, 0)));
}
function readWrittenMap(text) {
  let at = skipBlank(text, 0);
  if (PAIR.test(text.slice(at))) return readPairs(text);
  if (text.charAt(at) !== "{" || text.startsWith("{{", at) || !/\}\s*$/.test(text)) return parsed(null);
  const pairs = [];
  at = skipBlank(text, at + 1);
  while (text.charAt(at) !== "}") {
    const name = readScalar(text, at, "flow", "end");
    if (!name.ok) return asMapProblem(name.problem);
    at = skipBlank(text, name.value.end);
    if (text.charAt(at) !== ":") return problem("is not a map of names and values; write name=value lines");
    const value = readScalar(text, skipBlank(text, at + 1), "flow", "end");
    if (!value.ok) return asMapProblem(value.problem);
    pairs.push({ name: name.value.text, value: value.value.text });
    at = skipBlank(text, value.value.end);
    if (text.charAt(at) === ",") at = skipBlank(text, at + 1);
    else if (text.charAt(at) !== "}")
      return problem("is not a map of names and values; write name=value lines");
  }
  return skipBlank(text, at + 1) === text.length ? parsed(pairs) : problem("has text behind its }; write name=value lines");
}
var PAIR = /^(?:"[^"=\r\n]*"|'[^'=\r\n]*'|[^\s"'#&*!|>%@`?,[\]{}-][^\s=]*?)[ \t]*:(?=[ \t\r\n]|$)/;
function readPairs(text) {
  const pairs = [];
  const lines = numberedLines(text);
  const indents = text.split(/\r\n|\r|\n/).map((line) => line.length - line.trimStart().length);
  for (const { line, number } of lines) {
    const mark = PAIR.exec(line)?.[0];
    if (mark === void 0 || indents[number - 1] !== indents[(lines[0]?.number ?? 1) - 1])
      return problem(`has "name: value" lines and, in line ${number}, another; write all of them alike`);
    const name = readScalar(mark.slice(0, -1), 0, "block", "text");
    if (!name.ok) return asMapProblem(name.problem);
    const start = skipBlank(line, mark.length);
    if (start === line.length)
      return problem(`has a name without a value in line ${number}; write "" for an empty one`);
    const value = readScalar(line, start, "block", "end");
    if (!value.ok) return asMapProblem(value.problem);
    if (skipBlank(line, value.value.end) < line.length)
      return problem(`has text behind the value of line ${number}; quote all of it`);
    pairs.push({ name: name.value.text, value: value.value.text });
  }
  return parsed(pairs);
}
function asMapProblem(because) {
  return problem(
    because.includes(" within its list") ? "has more than text for a value; write name=value lines" : because
  );
}
function readBrackets(text, start, style) {
  const isMeant = /^\[\s*["']/.test(text.slice(start)) || /\]\s*$/.test(text);
  const items = [];
  let at = skipBlank(text, start + 1);
  while (text.charAt(at) !== "]") {
    if (at >= text.length) return isMeant ? problem("has a [ that is never closed; close it") : parsed(null);
    if (text.charAt(at) === ",") return problem('has an empty item in its list; write "" for an empty word');
    const item = readItem(text, at, "flow", style);
    if (!item.ok) return isMeant ? item : parsed(null);
    items.push(item.value.text);
    at = skipBlank(text, item.value.end);
    if (text.charAt(at) === ",") at = skipBlank(text, at + 1);
    else if (text.charAt(at) !== "]" && at < text.length)
      return isMeant ? problem("has two items without a comma between them; write one") : parsed(null);
  }
  if (skipBlank(text, at + 1) === text.length) return parsed(items);
  return isMeant ? problem("has text behind the ] of its list; write one list, or quote text that is not a list") : parsed(null);
}
function readDashes(text, style) {
  const blocks = [];
  let indent = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const depth = line.length - line.trimStart().length;
    const open = blocks.length - 1;
    if (content === "" || content.startsWith("#")) {
      if (content === "" && open >= 0) blocks[open] += "\n";
    } else if (depth === (indent ??= depth)) {
      if (content !== "-" && !/^-\s/.test(content))
        return problem('mixes "- item" lines with others; begin each line with "- "');
      blocks.push(content.slice(1).trim());
    } else if (depth > indent && !/^-(?:\s|$)/.test(content)) {
      blocks[open] += `
${content}`;
    } else {
      return problem("has a list within its list, or lines that are not below one another; write one list");
    }
  }
  const items = [];
  for (const block of blocks.map((block2) => block2.trimEnd())) {
    if (block === "" || block.startsWith("#"))
      return problem('has an empty item in its list; write "" for an empty word');
    const item = readItem(block, 0, "block", style);
    if (!item.ok) return item;
    if (skipBlank(block, item.value.end) < block.length)
      return problem("has text behind the quotes of an item; quote all of it");
    items.push(item.value.text);
  }
  return parsed(items);
}
function readItem(text, at, context, { colons }) {
  const item = readScalar(text, at, context, colons === "text" ? "text" : "end");
  if (!item.ok) return item;
  const isPair = text.charAt(skipBlank(text, item.value.end)) === ":";
  return isPair ? problem('has "name: value" in its list, which is a map in YAML; quote the item') : item;
}
function skipBlank(text, from) {
  let at = from;
  while (at < text.length) {
    const isComment = text.charAt(at) === "#" && (at === 0 || /\s/.test(text.charAt(at - 1)));
    if (isComment) at = endOfLine(text, at);
    else if (/\s/.test(text.charAt(at))) at += 1;
    else return at;
  }
  return at;
}
function endOfLine(text, from) {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

// src/declare/broken-values.ts
function withoutBroken({ values }) {
  const broken = INPUTS.flatMap(({ name, kind }) => {
    const value = values[name] ?? "";
    const single = kind === "text" || kind === "choice" || kind === "boolean";
    if (value.includes("\0")) return [wrongInput(name, "contains a NUL character; remove it")];
    return single && /[\r\n]/.test(value) ? [wrongInput(name, "has several lines; write one")] : [];
  });
  const kept = Object.entries(values).filter(([name]) => !broken.some(({ input }) => input === name));
  return { values: Object.fromEntries(kept), broken };
}
function uniqueProblems(problems) {
  return [...new Map(problems.map((problem2) => [JSON.stringify(problem2.clause), problem2])).values()];
}

// src/declare/shell-words.ts
function parseShellWords(text) {
  const words = [];
  let word = null;
  const source = splitLines(text).join("\n");
  if (source.includes("\0")) return problem("contains a NUL character; remove it");
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(source, at);
      if (quoted === null) return problem(`has a quote (${character}) that is never closed; close it`);
      word = (word ?? "") + quoted.text;
      at = quoted.end;
    } else if (character === "\\") {
      at += 1;
      const escaped = source.charAt(at);
      if (escaped === "") return problem("ends in a backslash; write two for a backslash itself");
      if (escaped !== "\n") word = (word ?? "") + escaped;
    } else {
      word = (word ?? "") + character;
    }
  }
  if (word !== null) words.push(word);
  return parsed(words);
}
function readQuoted(source, start) {
  const quote = source.charAt(start);
  let text = "";
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === quote) return { text, end: at };
    if (quote === '"' && character === "\\" && /["\\$`\n]/.test(source.charAt(at + 1))) {
      at += 1;
      text += source.charAt(at) === "\n" ? "" : source.charAt(at);
    } else {
      text += character;
    }
  }
  return null;
}
function formatShellWords(words) {
  return words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}

// src/declare/reader.ts
var AS_IT_STANDS = { repeats: "refused", fill: parsed };
var LIST_STYLE = { colons: "refused" };
var BUDGET_STYLE = { colons: "text" };
var PUBLIC = ["labels", "annotations"];
var SHELL_WORDS = { split: parseShellWords, item: (item) => parsed([item]) };
function readerOf(given) {
  const { surface } = given;
  const { values, broken } = withoutBroken(given);
  const problems = [...broken];
  const partsOf = (name) => {
    const value = values[name];
    return value === void 0 ? [] : given.repeated?.[name] ?? [value];
  };
  const writtenOr = (name, part, read) => {
    const written = readWrittenList(part, name === "budget" ? BUDGET_STYLE : LIST_STYLE);
    if (written.ok) return written.value ?? read(part);
    reader.wrong(name, part, written.problem);
    return [];
  };
  const assignmentsOf = (name) => partsOf(name).flatMap((part) => {
    const pairs = readWrittenMap(part);
    if (pairs.ok && pairs.value !== null)
      return pairs.value.map((pair, at) => ({
        written: null,
        place: `item ${at + 1}`,
        assignment: checkAssignment(pair)
      }));
    const items = pairs.ok ? readWrittenList(part, LIST_STYLE) : pairs;
    if (!items.ok) reader.contradiction(name, items.problem);
    if (!items.ok) return [];
    const shownOf = (line) => PUBLIC.includes(name) ? line : null;
    if (items.value !== null)
      return items.value.map((item, at) => ({
        written: shownOf(item),
        place: `item ${at + 1}`,
        assignment: parseAssignment(item)
      }));
    const lines = numberedLines(part);
    return lines.map(({ line, number }, at) => ({
      written: shownOf(line),
      // On a terminal, each line usually comes from a flag of its own.
      place: lines.length === 1 ? null : surface === "terminal" ? `value ${at + 1}` : `line ${number}`,
      assignment: parseAssignment(line)
    }));
  });
  const reader = {
    surface,
    text: (name) => values[name] ?? null,
    variables: (name, env) => given.ofCheckout?.has(name) === true ? null : env,
    asked: (name) => values[name] !== void 0 && values[name] !== defaultOf(name),
    value(name, parse, fallback) {
      const text = values[name];
      if (text === void 0) return fallback;
      const result = parse(text);
      if (result.ok) return result.value;
      reader.wrong(name, text, result.problem);
      return fallback;
    },
    each(name, items, parse) {
      return items.flatMap((item) => {
        const result = parse(item);
        if (result.ok) return [result.value];
        reader.wrong(name, String(item), result.problem);
        return [];
      });
    },
    items: (name) => partsOf(name).flatMap((part) => writtenOr(name, part, splitList)),
    lines: (name) => partsOf(name).flatMap((part) => writtenOr(name, part, splitLines)),
    listed(name) {
      if (values[name] === void 0) return null;
      const parts = partsOf(name).map((part) => writtenOr(name, part, (text) => [text]).join("\n"));
      return parts.join("\n");
    },
    map(name, refine = parsed, { repeats, fill } = AS_IT_STANDS) {
      const entries = /* @__PURE__ */ new Map();
      for (const { written, place, assignment } of assignmentsOf(name)) {
        const refined = assignment.ok ? refine(assignment.value) : assignment;
        const wrong = (because) => {
          const shown = assignment.ok ? assignment.value.name : written;
          if (shown !== null) reader.wrong(name, shown, because);
          else if (place !== null) problems.push(wrongPlace(name, place, because));
          else reader.contradiction(name, because);
        };
        if (!refined.ok) wrong(refined.problem);
        else if (refined.value === null) continue;
        else if (repeats === "refused" && entries.has(refined.value.name))
          wrong("is given twice; write it once");
        else entries.set(refined.value.name, { value: refined.value.value, wrong });
      }
      return Object.fromEntries(
        [...entries].flatMap(([key, { value, wrong }]) => {
          const filled = fill(value);
          if (!filled.ok) wrong(filled.problem);
          return filled.ok ? [[key, filled.value]] : [];
        })
      );
    },
    words: (name, { split, item } = SHELL_WORDS) => partsOf(name).flatMap((part) => {
      const written = readWrittenList(part, LIST_STYLE);
      const texts = written.ok ? written.value : null;
      const read = texts === null ? [written.ok ? split(part) : written] : texts.map(item);
      return read.flatMap((words) => {
        if (!words.ok) reader.wrong(name, part, words.problem);
        return (words.ok ? words.value : null) ?? [];
      });
    }),
    choice(name, choices) {
      const fallback = choices.find((choice) => choice === defaultOf(name)) ?? choices[0];
      if (fallback === void 0) throw new Error(`${name} has no choices`);
      return reader.value(name, (text) => parseChoice(text, choices), fallback);
    },
    boolean: (name) => reader.value(name, parseBoolean, defaultOf(name) === "true"),
    wrong: (name, value, because) => void problems.push(wrongValue(name, value, because)),
    contradiction: (name, because) => void problems.push(wrongInput(name, because)),
    problems: () => [
      ...given.problems,
      ...uniqueProblems(problems).toSorted((a, b) => placeOf(a.input) - placeOf(b.input))
    ]
  };
  return reader;
}
function defaultOf(name) {
  return INPUTS.find((input) => input.name === name)?.default;
}
function placeOf(name) {
  const place = INPUTS.findIndex((input) => input.name === name);
  return place < 0 ? INPUTS.length : place;
}
function parseChoice(text, choices) {
  const choice = choices.find((known) => known === text);
  if (choice !== void 0) return parsed(choice);
  const list = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  return problem(`is unknown${didYouMean(text, choices) || `; write ${list}`}`);
}
function parseBoolean(text) {
  if (/^(?:true|True|TRUE)$/.test(text)) return parsed(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return parsed(false);
  return problem("is neither true nor false; write one of them");
}

// src/declare/declare-comment.ts
import path from "node:path";
function declareComment(reader, { env, pullRequest }) {
  const wish = reader.choice("comment", ["true", "changed", "false"]);
  if (wish === "false" || pullRequest === null) return null;
  return { ...commentSpec(reader, env, wish), pullRequest };
}
function declareForeignComment(given, { env, cwd }) {
  const reader = readerOf(given);
  const place = reader.text("weigh-in");
  if (place === null)
    reader.contradiction("weigh-in", "is missing; write the path that actions/download-artifact wrote to");
  const wish = reader.choice("comment", ["true", "changed"]);
  const spec = { weighIn: path.resolve(cwd, place ?? ""), comment: commentSpec(reader, env, wish) };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}
function commentSpec(reader, env, wish) {
  return {
    token: reader.text("github-token") ?? "",
    repository: env["GITHUB_REPOSITORY"] ?? "",
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    silentWhenUnchanged: wish === "changed"
  };
}

export {
  parseShellWords,
  formatShellWords,
  readWrittenList,
  looksLikeList,
  readerOf,
  parseChoice,
  declareComment,
  declareForeignComment
};
