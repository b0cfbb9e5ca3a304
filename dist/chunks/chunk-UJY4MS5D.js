import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatSeconds
} from "./chunk-7QU7PEQ2.js";
import {
  largestFirst
} from "./chunk-7G2KKNT6.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";
import {
  shortDigest
} from "./chunk-ACFVWEEU.js";

// src/size/breakdown.ts
function imageBreakdown(layers) {
  const children = layers.flatMap(({ what, files }) => files.map((file) => fileOf(what, file.path, file.bytes))).sort(largestFirst);
  const bytes = children.reduce((sum, child) => sum + child.bytes, 0);
  return { name: "image", kind: "image", bytes, children };
}
function foundBreakdown(files, programs, hiddenSize) {
  const binaries = new Set(programs);
  const visible = files.map(({ path, bytes }) => ({
    name: path,
    kind: binaries.has(path) ? "binary" : "file",
    bytes
  }));
  const hidden = {
    name: "replaced or deleted by later layers",
    kind: "unknown",
    bytes: hiddenSize
  };
  const children = [...visible, ...hiddenSize === 0 ? [] : [hidden]].sort(largestFirst);
  return {
    name: "image",
    kind: "image",
    bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
    children
  };
}
function fileOf(what, name, bytes) {
  return { name, kind: what === "binaries" ? "binary" : "file", bytes };
}
function largestParts(breakdown, count) {
  return leavesOf(breakdown).sort(largestFirst).slice(0, count);
}
function leavesOf(node) {
  const { children = [] } = node;
  if (children.length > 0) return children.flatMap(leavesOf);
  return node.kind === "image" ? [] : [node];
}

// src/report/escape.ts
var LONGEST = 300;
var LONGEST_SENTENCE = 4e3;
function escape(text, longest = LONGEST) {
  return entities(printable(shorten(text, longest))).replace(REFERENCE_STARTS, "$1&#8203;");
}
function code(text) {
  return `<code>${entities(printable(shorten(text, LONGEST)))}</code>`;
}
var REFERENCE_STARTS = /(&#64;|&#35;|\bGH-(?=\d))/gi;
var MARKS = /[!"#$&'*<>?@[\\\]^_`{|}~]/g;
var LINK_STARTS = /:(?=\/\/)|(?<=www)\./gi;
var LINE_START = /^(\d*)([.)](?=\s|$)|[-+=](?=[-=\s]|$))/;
function entities(text) {
  return text.trim().replace(MARKS, entity).replace(LINK_STARTS, entity).replace(LINE_START, (_, digits, mark) => digits + entity(mark));
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function fence(text, longest) {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.split("	").map(printable).join("	"));
  const whole = lines.join("\n").trimEnd();
  const cut = whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}
\u2026` : whole;
  const longestRun = Math.max(0, ...(cut.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(Math.max(3, longestRun + 1));
  return [`${ticks}text`, cut, ticks];
}

// src/report/document.ts
function paragraph(text) {
  return { head: [text], rows: [], foot: [] };
}
var SUMMARY_LIMIT = 1e6;
var COMMENT_LIMIT = 6e4;
function document(sections, limit, missing = "The rest was left out. A summary can have 1 MiB.") {
  const pieces = [];
  const note = (from) => `${missing}${leftOut(sections.slice(from))}`;
  let room = limit - Math.max(0, ...sections.map((_, at) => bytesOf(note(at))));
  for (const [at, { head, rows, foot }] of sections.entries()) {
    room -= bytesOf([...head, ...foot, ""].join("\n"));
    const fitting = rows.filter((row2) => (room -= bytesOf(row2)) >= 0);
    if (room < 0 && fitting.length === 0) return [...pieces, note(at), ""].join("\n");
    pieces.push(...head, ...fitting, ...foot, "");
    if (room < 0) return [...pieces, note(at), ""].join("\n");
  }
  return pieces.join("\n");
}
var MOST_NAMED = 10;
var LONGEST_NAME = 64;
function leftOut(sections) {
  const names = [...new Set(sections.flatMap(({ of }) => of ?? []))];
  if (names.length === 0) return "";
  const named = names.slice(0, MOST_NAMED).map((name) => code(shorten(name, LONGEST_NAME)));
  const more = names.length - named.length;
  return ` It was about ${[...named, ...more === 0 ? [] : [`${more} more`]].join(", ")}.`;
}
function bytesOf(text) {
  return Buffer.byteLength(text) + 1;
}

// src/report/bar.ts
var WIDTH = 10;
function bar(part, whole) {
  const full = part >= whole ? WIDTH : Math.min(WIDTH - 1, Math.round(WIDTH * part / whole));
  return "\u2588".repeat(full) + "\u2591".repeat(WIDTH - full);
}

// src/report/tables.ts
var LARGEST = 20;
function filesTable({ breakdown, sizes }) {
  const parts = largestParts(breakdown, LARGEST);
  const rest = sizes.imageSize - parts.reduce((sum, part) => sum + part.bytes, 0);
  const share = (bytes) => [
    formatBytes(bytes),
    `${Math.round(100 * bytes / sizes.imageSize)} %`,
    bar(bytes, sizes.imageSize)
  ];
  const rows = [
    ...parts.map(({ name, bytes }) => row([code(name), ...share(bytes)])),
    ...rest > 0 ? [row(["all others", ...share(rest)])] : []
  ];
  return { head: ["| file | size | share | |", "|---|--:|--:|---|"], rows, foot: [] };
}
function layersTable({ layers }) {
  const rows = layers.map(
    ({ what, size, digest }) => row([escape(what), formatBytes(size), code(shortDigest(digest))])
  );
  return { head: ["| layer | to pull | digest |", "|---|--:|---|"], rows, foot: [] };
}
function timesSection(stages) {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  const rows = stages.map(
    ({ stage, image, platform, ms }) => row([stage, escape(`${image} ${platform}`.trim()), formatSeconds(ms)])
  );
  const summary = `<details><summary>Time per stage (${formatSeconds(total)} together; stages may overlap)</summary>`;
  return { head: [summary, "", "| stage | of | time |", "|---|---|--:|"], rows, foot: ["", "</details>"] };
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}

export {
  LONGEST_SENTENCE,
  escape,
  code,
  fence,
  paragraph,
  SUMMARY_LIMIT,
  COMMENT_LIMIT,
  document,
  imageBreakdown,
  foundBreakdown,
  largestParts,
  bar,
  filesTable,
  layersTable,
  timesSection,
  row
};
