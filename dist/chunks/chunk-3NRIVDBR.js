import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  unownedBytes
} from "./chunk-KZT2CLQA.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";
import {
  isPart
} from "./chunk-NWSLXV6K.js";

// src/report/baseline-words.ts
function describeBaseline(baseline) {
  if (baseline.kind === "none") return `no baseline${because(baseline.reason)}`;
  if (baseline.reason !== null)
    return `the baseline (${named(baseline)}) could not be read${because(baseline.reason)}`;
  return `${named(baseline)}${commitOf(baseline)}`;
}
function commitOf({ revision, startsFrom }) {
  const commit = revision === null ? "" : `, commit ${revision.slice(0, 7)}`;
  if (startsFrom === void 0) return commit;
  return `${commit || ", of an unknown commit"} (this change starts from ${startsFrom.slice(0, 7)})`;
}
function named({ kind, reference }) {
  const name = reference === null ? "" : ` ${reference}`;
  switch (kind) {
    case "image":
      return `the image${name}`;
    case "cache":
      return "the weigh-in kept in the cache";
    case "file":
      return reference ?? "a file";
    case "build":
      return `a build of the base${name}`;
    case "none":
      return "nothing";
  }
}
function because(reason) {
  return reason === null ? "" : `: ${reason}`;
}

// src/report/unowned-words.ts
function unownedWords({ subject }, weight) {
  const bytes = isPart(subject) && weight !== void 0 ? unownedBytes(weight.binaries) : null;
  return bytes === null || bytes === 0 ? "" : `${formatBytes(bytes)} of constant data has no owner and is not counted`;
}

export {
  describeBaseline,
  unownedWords
};
