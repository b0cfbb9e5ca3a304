import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatSeconds
} from "./chunk-7QU7PEQ2.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";

// src/report/screen.ts
var CODES = { good: 32, bad: 31, doubtful: 33, strong: 1 };
function paint(screen, ink, text) {
  return screen.colour && text !== "" ? `\x1B[${CODES[ink]}m${text}\x1B[0m` : text;
}

// src/declare/wrap.ts
var BREAK = /(?<=\S)(?=\s)(?!(?<=\d) (?:[kMG]i?B|B|ms|s|min|%)(?![A-Za-z]))/;
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.trim().split(BREAK)) {
    if (line !== "" && line.length + word.length > width) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

// src/report/row.ts
var MARGIN = 2;
var LABEL = 10;
var WHAT = 28;
var FIGURE = 8;
var GAP = "  ";
var NOTE_COLUMN = MARGIN + LABEL + WHAT + FIGURE;
var NARROWEST_NOTE = 24;
function layOut({ ink, ...row }, screen) {
  const cells = { ...row, what: printable(row.what), note: printable(row.note) };
  const inColumns = screen.width >= NOTE_COLUMN + NARROWEST_NOTE;
  const lines = inColumns ? wide(cells, screen.width) : narrow(cells, screen.width);
  return lines.map(
    ([left, note]) => note === "" ? left.trimEnd() : left + (ink ? paint(screen, ink, note) : note)
  );
}
function wide({ label, what, figure, note }, width) {
  const words = cell(what, WHAT);
  const after = figure === "" ? margin(WHAT + FIGURE - words.length) : cell(figure, FIGURE);
  const left = `${margin(MARGIN)}${cell(label, LABEL)}${words}${after}`;
  const [first = "", ...rest] = wrap(note, width - NOTE_COLUMN);
  const below = (piece) => [margin(NOTE_COLUMN), piece];
  return left.length + first.length <= Math.max(width, NOTE_COLUMN + first.length) ? [[left, first], ...rest.map(below)] : [[left, ""], ...[first, ...rest].map(below)];
}
function narrow({ label, what, figure, note }, width) {
  const room = Math.max(NARROWEST_NOTE, width - MARGIN - LABEL);
  const head = [what, figure].filter((text) => text !== "").join(GAP);
  const start = (index) => margin(MARGIN) + (index === 0 ? cell(label, LABEL) : margin(LABEL));
  if (head.length + GAP.length + note.length <= room)
    return [[start(0) + (head === "" ? "" : head + GAP), note]];
  const heads = head === "" ? [] : wrap(head, room).map((line, index) => [start(index) + line, ""]);
  const notes = note === "" ? [] : wrap(note, room).map((line, index) => [start(heads.length + index), line]);
  return [...heads, ...notes];
}
function cell(text, width) {
  return text.length + GAP.length <= width ? text.padEnd(width) : text + GAP;
}
function margin(columns) {
  return " ".repeat(Math.max(0, columns));
}

// src/report/stage-line.ts
function headline(name, platform, screen) {
  return `${paint(screen, "strong", printable(name))}  ${printable(platform)}`.trimEnd();
}
function stageLine({ stage, what, ms, note }, screen) {
  const figure = ms === null ? "" : formatSeconds(ms);
  return layOut({ label: stage, what, figure, note }, screen).join("\n");
}

// src/report/listed.ts
var NARROWEST = 24;
function listed(texts, indent, { width }) {
  const lines = texts.flatMap((text) => wrap(printable(text), Math.max(NARROWEST, width - indent)));
  return lines.map((line) => " ".repeat(indent) + line);
}
function listedBeside(margin2, texts, indent, screen) {
  const [first = "", ...rest] = listed(texts, indent, screen);
  return [margin2 + first.slice(indent), ...rest];
}

export {
  wrap,
  listed,
  listedBeside,
  paint,
  layOut,
  headline,
  stageLine
};
