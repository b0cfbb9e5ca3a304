import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-A6QTBCVG.js";
import {
  shown
} from "./chunk-FUITNG2E.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/declare/images-file/read-yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var DEEPEST = 64;
var START = { line: 1, column: 1 };
function readYaml(text) {
  const lines = new import_yaml.LineCounter();
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = [...new import_yaml.Parser(lines.addNewLine).parse(text)];
  const [, second] = tokens.filter(({ type }) => type === "document");
  if (second !== void 0 && "offset" in second)
    return fault(at(second.offset), 'a second document begins; a file has one, so remove the line "---"');
  if (depthOf(tokens) > DEEPEST) return fault(START, "lists and maps are nested too deeply to be read");
  const [document] = new import_yaml.Composer({
    logLevel: "silent",
    prettyErrors: false,
    schema: "failsafe",
    uniqueKeys: false
  }).compose(tokens);
  if (document === void 0) return fault(START, EMPTY);
  const [error] = document.errors;
  if (error !== void 0) return fault(at(error.pos[0]), errorWords(error));
  return treeOf(document, text, at);
}
var EMPTY = "the file is empty; write images, and below it the name of each image";
function fault(at, because) {
  return { tree: null, faults: [{ at, because }] };
}
function depthOf(tokens) {
  let deepest = 0;
  const open = tokens.map((token) => ({
    token,
    depth: 1
  }));
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    const items = "items" in token ? token.items : [];
    const inner = "value" in token && token.type === "document" ? [token.value] : [];
    for (const child of [...inner, ...items.flatMap(({ key, value }) => [key, value])])
      if (child !== void 0 && child !== null) open.push({ token: child, depth: depth + 1 });
  }
  return deepest;
}
function treeOf(document, text, at) {
  const faults = [];
  const add = (offset, because) => void faults.push({ at: at(offset), because });
  const valuesOf = (node, place) => {
    const start = node?.range?.[0] ?? place;
    if (node !== null) refuseMarks(node, start, add);
    return (0, import_yaml.isAlias)(node) ? [] : [valueOf(node, start)];
  };
  const valueOf = (node, start) => {
    if ((0, import_yaml.isMap)(node)) return { kind: "map", entries: entriesOf(node), at: at(start) };
    if ((0, import_yaml.isSeq)(node))
      return {
        kind: "list",
        items: node.items.flatMap((item) => valuesOf(item, start)),
        at: at(start)
      };
    if ((0, import_yaml.isScalar)(node)) return scalarOf(node, at(start), start, add);
    return { kind: "nothing", at: at(start) };
  };
  const entriesOf = (map) => {
    const seen = /* @__PURE__ */ new Map();
    return map.items.flatMap(({ key, value }) => {
      const node = key;
      const start = node?.range?.[0] ?? map.range?.[0] ?? 0;
      if (!(0, import_yaml.isScalar)(node)) {
        const isTemplate = text.startsWith("{{", map.range?.[0] ?? 0);
        add(start, isTemplate ? "a template outside quotes is a map in YAML; quote the value" : KEY);
        return [];
      }
      refuseMarks(node, start, add);
      const name = String(node.value);
      const first = seen.get(name);
      seen.set(name, first ?? at(start));
      if (name === "<<") add(start, "merge keys are not read; write what images share below defaults");
      else if (first !== void 0)
        add(start, `${shown(name)} stands here twice, first in line ${first.line}; write it once`);
      else
        return valuesOf(value, start).map((tree2) => ({ key: name, at: at(start), value: tree2 }));
      return [];
    });
  };
  const [tree = { kind: "nothing", at: START }] = valuesOf(document.contents, 0);
  return tree.kind === "nothing" && faults.length === 0 ? fault(tree.at, EMPTY) : { tree, faults };
}
var KEY = "a key must be text, not a list or a map";
function refuseMarks(node, start, add) {
  if ((0, import_yaml.isAlias)(node)) add(start, "aliases (*) are not read; write what images share below defaults");
  else if ("anchor" in node && node.anchor !== void 0)
    add(start, "anchors (&) are not read; write what images share below defaults");
  if (node.tag !== void 0 && !(0, import_yaml.isAlias)(node))
    add(start, "tags (!) are not read; write the value without one, in quotes if it is text");
}
function scalarOf(node, at, start, add) {
  const text = String(node.value);
  if (text.includes("\0")) add(start, "the value contains a NUL character; remove it");
  return node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(text) ? { kind: "nothing", at } : { kind: "text", text, at };
}
var WORDS = {
  TAB_AS_INDENT: "a tab indents the line; YAML takes spaces only",
  BLOCK_AS_IMPLICIT_KEY: 'the value has ": " in it, which begins a map; quote the value',
  BAD_SCALAR_START: "a value begins with @ or `, which YAML reserves; quote the value",
  BAD_DQ_ESCAPE: "text in double quotes has a backslash that means nothing; write two backslashes for one",
  BAD_INDENT: "the line is not indented like those it belongs to, or a bracket before it is never closed",
  UNEXPECTED_TOKEN: "this does not belong here; compare the indentation with that of the line before"
};
function errorWords({ code, message }) {
  return WORDS[code] ?? `this is not YAML (${message.replace(/\s+/g, " ").slice(0, 150).toWellFormed()})`;
}
export {
  readYaml
};
