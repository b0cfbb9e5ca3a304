import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  formatChange,
  formatMemory,
  formatMs
} from "./chunk-7QU7PEQ2.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";

// src/report/base-words.ts
var SHORT = "sha256:".length + 12;
function baseWords({ name, digest }) {
  return [...name === null ? [] : [printable(name)], digest.slice(0, SHORT)].join(" ");
}

// src/report/lacks.ts
var LACKED = [
  ["exec", "other programs (os/exec)", "files"],
  ["users", "users besides root, nonroot and nobody (os/user)", "accounts"]
];
function lacks(needs, base) {
  if (base !== void 0) return null;
  const lacked = needs === null ? [] : LACKED.filter(([need]) => needs[need]);
  if (lacked.length === 0) return null;
  const what = lacked.map(([, words]) => words).join(" and ");
  const inputs = lacked.map(([, , input]) => input).join(" and ");
  return `can use ${what}, which the image has only if ${inputs} ${lacked.length === 1 ? "adds" : "add"} them`;
}

// src/report/stages.ts
function baseStage(base, layers) {
  const bytes = layers.reduce((sum, size) => sum + size, 0);
  const count = layers.length === 1 ? "1 layer" : `${layers.length} layers`;
  return { stage: "base", what: baseWords(base), ms: null, note: `${formatBytes(bytes)}, ${count}` };
}
function compileStage(go, binaries, ms) {
  const linkedSize = binaries.reduce((sum, binary) => sum + binary.linkedSize, 0);
  const what = go === null ? "prebuilt binary" : `${go.version} (${go.source})`;
  return { stage: "compile", what, ms, note: formatBytes(linkedSize) };
}
function programStage({ linked, linkedSize }) {
  return { stage: "program", what: binaryPath(linked), ms: null, note: formatBytes(linkedSize) };
}
function packStage({ pack, linkedSize, shippedSize }, ms) {
  if (pack.status === "unpacked") return { stage: "pack", what: "not packed", ms, note: pack.reason };
  const kept = pack.kept ? "kept from an earlier run" : "";
  const figures = [formatBytes(shippedSize), formatChange(linkedSize, shippedSize), kept];
  return { stage: "pack", what: pack.packer, ms, note: joined(figures) };
}
function packingStage(ms) {
  return { stage: "pack", what: "still packing", ms, note: "" };
}
function provingStage(ms) {
  return { stage: "prove", what: "still proving", ms, note: "" };
}
function proveStage({ proof, price }, ms) {
  switch (proof.status) {
    case "proven": {
      const what = environments(proof.environments.length);
      const costs = describePrice(price);
      return proof.reason === null ? { stage: "prove", what: `same code, ${what}`, ms, note: costs } : { stage: "prove", what, ms, note: joined([costs, proof.reason]) };
    }
    case "failed":
      return { stage: "prove", what: "failed", ms, note: proof.reason ?? "" };
    case "not run":
      return { stage: "prove", what: "not run", ms, note: proof.reason ?? "" };
  }
}
function needsStage({ path, needs }, base) {
  const lacked = lacks(needs, base);
  return lacked === null ? [] : [{ stage: "needs", what: path, ms: null, note: lacked }];
}
function assembleStage(parts, { imageSize, downloadSize }) {
  const pull = downloadSize === null ? "" : `${formatBytes(downloadSize)} to pull`;
  const note = joined([formatBytes(imageSize), pull]);
  return { stage: "assemble", what: parts.join(", "), ms: null, note };
}
function smokeStage({ status, seen }, ms, platform) {
  const note = seen.join(", ");
  switch (status) {
    case "passed":
      return [{ stage: "smoke", what: platform ?? "the image, isolated", ms, note }];
    case "not run":
      return [{ stage: "smoke", what: platform ?? "not run", ms: null, note: `not run: ${note}` }];
    case "not asked":
      return [];
  }
}
function binariesStage({
  shown,
  files
}) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const count = files.length === 1 ? "1 file" : `${files.length} files`;
  return { stage: "binaries", what: shown, ms: null, note: joined([count, formatBytes(bytes)]) };
}
function pushStage(references, ms, withSbom = false) {
  const tags = references.filter((reference) => !reference.includes("@")).length;
  const what = tags === 0 ? "no tag" : tags === 1 ? "1 tag" : `${tags} tags`;
  return {
    stage: "push",
    what: withSbom ? `${what}, SBOM` : what,
    ms,
    note: references.join(" ")
  };
}
function describePrice(price) {
  if (price === null) return "";
  const { processorMs, memory } = price;
  const start = `${formatMs(processorMs.shipped)} of processor time to start (linked ${formatMs(processorMs.linked)})`;
  return `${start}, ${formatMemory(memory.shipped)} private (linked ${formatMemory(memory.linked)})`;
}
function environments(count) {
  return `${count} ${count === 1 ? "environment" : "environments"}`;
}
function joined(parts) {
  return parts.filter((part) => part !== "").join("   ");
}

// src/report/other-programs.ts
var MOST_NAMED = 10;
function otherProgramWords(programs) {
  const read = programs.filter(({ unread: unread2 }) => unread2 === null);
  const unread = programs.flatMap(
    ({ path, unread: why }) => why === null ? [] : [`${path} was not read: ${why}`]
  );
  const bytes = read.reduce((sum, program) => sum + program.bytes, 0);
  const [only, ...others] = read;
  const left = unread.length - MOST_NAMED;
  return {
    read: only === void 0 ? null : others.length === 0 ? `${only.path}, which Go did not build, ${formatBytes(bytes)}` : `${read.length} programs that Go did not build, ${formatBytes(bytes)}`,
    unread: unread.slice(0, MOST_NAMED),
    more: left > 0 ? `and ${left} more programs were not read` : null
  };
}

export {
  baseWords,
  lacks,
  otherProgramWords,
  baseStage,
  compileStage,
  programStage,
  packStage,
  packingStage,
  provingStage,
  proveStage,
  needsStage,
  assembleStage,
  smokeStage,
  binariesStage,
  pushStage,
  describePrice
};
