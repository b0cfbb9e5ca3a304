import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  LONGEST_SENTENCE,
  code,
  escape,
  paragraph,
  row
} from "./chunk-UJY4MS5D.js";
import {
  imageRows,
  urgentFirst
} from "./chunk-KZT2CLQA.js";
import {
  inputsOf,
  wrongInput
} from "./chunk-GTV6CXRU.js";
import {
  didYouMean
} from "./chunk-HRDB3P5L.js";

// src/declare/action-inputs.ts
var PREFIX = "INPUT_";
function givenInputs(env, inputs = inputsOf("action")) {
  const values = Object.fromEntries(
    inputs.flatMap(({ name, kind }) => {
      const given = env[PREFIX + name.toUpperCase()] ?? "";
      const value = kind === "map" ? given.trimEnd() : given.trim();
      return value === "" ? [] : [[name, value]];
    })
  );
  const names = inputs.map(({ name }) => name);
  const problems = Object.keys(env).filter((variable) => variable.startsWith(PREFIX)).map((variable) => variable.slice(PREFIX.length).toLowerCase()).filter((name) => !names.some((known) => known === name)).toSorted().map((name) => unknownInput(name, names));
  return { surface: "action", values, problems };
}
function unknownInput(name, names) {
  const hint = didYouMean(name, names) || "; docs/reference.md lists the inputs";
  return wrongInput(name, `is not an input${hint}`);
}

// src/report/images-table.ts
var MOST_OPEN = 20;
function imagesTable(weighIn) {
  const images = urgentFirst(imageRows(weighIn));
  const rows = images.flatMap((image) => image.rows);
  const quiet = images.filter(({ matters }) => !matters);
  if (rows.length <= MOST_OPEN || quiet.length === 0) return [tableOf(rows)];
  const loud = images.filter(({ matters }) => matters);
  const table = tableOf(quiet.flatMap((image) => image.rows));
  const title = `${quiet.length} ${loud.length === 0 ? "" : "more "}${quiet.length === 1 ? "image passes" : "images pass"}, with nothing to say of ${quiet.length === 1 ? "it" : "them"}`;
  return [...loud.length === 0 ? [] : [tableOf(loud.flatMap((image) => image.rows))], folded(title, table)];
}
function failedList({ failed = [] }) {
  if (failed.length === 0) return [];
  const rows = failed.map(
    ({ name, code: kind, message }) => `- ${code(name)} **failed** (${escape(kind)}): ${escape(message, LONGEST_SENTENCE)}`
  );
  return [{ head: [], rows, foot: [] }];
}
function folded(title, { head, rows, foot }, of) {
  return {
    head: [`<details><summary>${title}</summary>`, "", ...head],
    rows,
    foot: [...foot, "", "</details>"],
    ...of === void 0 ? {} : { of }
  };
}
function foldedWhole(title, sections, of) {
  const lines = sections.flatMap(({ head: head2, rows, foot: foot2 }) => [...head2, ...rows, ...foot2, ""]);
  const { head, foot } = folded(title, paragraph(lines.join("\n")));
  return { head: [...head, ...foot], rows: [], foot: [], of };
}
function tableOf(rows) {
  return {
    head: ["| image | platform | size | limit | used | growth | |", "|---|---|--:|---|--:|--:|---|"],
    rows: rows.map(
      ({ image, platform, size, limit, used, growth, status, mark }) => row([
        code(image),
        escape(platform),
        size === "" ? "" : `**${size}**`,
        escape(limit),
        escape(used),
        escape(growth),
        mark === "bad" ? `**${escape(status)}**` : escape(status)
      ])
    ),
    foot: []
  };
}

export {
  givenInputs,
  imagesTable,
  failedList,
  folded,
  foldedWhole
};
