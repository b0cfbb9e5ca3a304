import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  parsed,
  problem
} from "./chunk-QTIA6VQ3.js";

// src/report/printable.ts
function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").toWellFormed();
}
function shorten(text, length) {
  const beginning = Array.from(text.slice(0, 2 * length));
  if (text.length <= 2 * length && beginning.length <= length) return text;
  const head = Math.floor((length - 1) / 3);
  const tail = Array.from(text.slice(-2 * length)).slice(head + 1 - length);
  return `${beginning.slice(0, head).join("")}\u2026${tail.join("")}`;
}

// src/declare/bytes.ts
var UNITS = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3
};
var DECIMAL = ["kB", "MB", "GB"];
var BINARY = ["KiB", "MiB", "GiB"];
var EXAMPLE = "write a size such as 3MB, 500kB or 2.5MiB";
function parseBytes(text) {
  const given = text.trim();
  if (given === "") return problem(`is empty; ${EXAMPLE}`);
  if (/^[+-]/.test(given)) return problem(`has a sign; ${EXAMPLE}`);
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(given);
  if (match === null) {
    return problem(
      /^\d+,\d/.test(given) ? `has a comma; ${EXAMPLE}, with a point` : `is not a size; ${EXAMPLE}`
    );
  }
  const [, number = "", word = ""] = match;
  if (!isUnit(word)) return problem(unitProblem(number, word));
  const bytes = multiply(number, UNITS[word]);
  return bytes > BigInt(Number.MAX_SAFE_INTEGER) ? problem(`is more than can be counted; ${EXAMPLE}`) : parsed(Number(bytes));
}
function isUnit(word) {
  return Object.hasOwn(UNITS, word);
}
function unitProblem(number, word) {
  if (word === "") return `has no unit; write ${number}MB, ${number}kB or ${number}B`;
  const meant = Object.keys(UNITS).find((unit) => unit.toLowerCase() === word.toLowerCase());
  if (meant !== void 0) return `has the unit ${word}, which is unknown; write ${number}${meant}`;
  const letter = /^[kmg]i?$/i.test(word) ? word.charAt(0).toUpperCase() : null;
  if (letter === null) return `has the unit ${word}, which is unknown; ${EXAMPLE}`;
  const decimal = letter === "K" ? "kB" : `${letter}B`;
  return `is ambiguous; write ${number}${decimal} (powers of 1000) or ${number}${letter}iB (powers of 1024)`;
}
function multiply(number, unit) {
  const [whole = "", fraction = ""] = number.split(".");
  return BigInt(whole + fraction) * BigInt(unit) / 10n ** BigInt(fraction.length);
}
function formatBytes(bytes) {
  if (bytes < 1e3) return `${Math.round(bytes)} B`;
  for (const unit of DECIMAL) {
    const text = threeDigits(bytes / UNITS[unit]);
    if (Number(text) < 1e3 || unit === "GB") return `${text} ${unit}`;
  }
  return `${bytes} B`;
}
function threeDigits(value) {
  for (const digits of [2, 1]) {
    const text = value.toFixed(digits);
    if (text.replace(".", "").length <= 3) return text;
  }
  return value.toFixed(0);
}
function formatBytesExact(bytes) {
  for (const unit of [...DECIMAL.toReversed(), ...BINARY.toReversed()]) {
    const text = `${Math.floor(bytes * 100 / UNITS[unit]) / 100}`;
    const back = bytes >= UNITS[unit] ? parseBytes(`${text}${unit}`) : null;
    if (back?.ok === true && back.value === bytes) return `${text} ${unit}`;
  }
  return `${bytes} B`;
}

// src/size/breach.ts
function excessOf(verdict) {
  const { status, actual, limit, growth, before } = verdict;
  if (status !== "over" || actual === null || limit === null) return null;
  if (isSigned(verdict)) return `${(growth ?? actual) - (limit - (before ?? 0))} B`;
  const excess = actual - limit;
  return limit === 0 ? `${excess} B` : `${excess} B (${percentOf(excess, limit)})`;
}
function isSigned({ bound }) {
  return bound.startsWith("+");
}
function sizesApart(actual, limit) {
  const alike = actual !== limit && formatBytes(actual) === formatBytes(limit);
  return alike ? { actual: `${actual} B`, limit: `${limit} B` } : { actual: formatBytes(actual), limit: formatBytesExact(limit) };
}
function formatDelta(bytes) {
  if (bytes === 0) return "\xB10 B";
  return `${bytes < 0 ? "\u2212" : "+"}${formatBytes(Math.abs(bytes))}`;
}
function describeBreach(verdict) {
  const excess = excessOf(verdict);
  const { metric, platform, bound } = verdict;
  if (excess === null || verdict.actual === null || verdict.limit === null) return null;
  if (isSigned(verdict)) {
    const grown = formatDelta(verdict.growth ?? verdict.actual);
    return `${metric} of ${platform} grew by ${grown.slice(1)} to ${formatBytes(verdict.actual)}, ${excess} over its limit of ${bound}`;
  }
  const { actual, limit } = sizesApart(verdict.actual, verdict.limit);
  return `${metric} of ${platform} is ${actual}, ${excess} over its limit of ${limit}${history(verdict)}`;
}
function history({ inherited, before, limit, growth }) {
  if (before === null || limit === null) return "";
  if (inherited) return `, which the baseline was over already (${formatBytes(before)})`;
  return growth !== null && growth > 0 ? `, and ${formatDelta(growth)} since the baseline` : "";
}
function percentOf(excess, limit) {
  const percent = 100 * excess / limit;
  return percent < 0.05 ? "under 0.1 %" : `${percent.toFixed(1)} %`;
}

// src/report/figures.ts
function formatSeconds(ms) {
  const seconds = ms / 1e3;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function formatMs(ms) {
  return ms > 0 && ms < 0.95 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
function formatMemory(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
function formatChange(from, to) {
  if (from === 0) return "";
  const percent = 100 * (to - from) / from;
  const digits = Math.abs(percent).toFixed(1);
  if (digits === "0.0") return "\xB10.0 %";
  return `${percent < 0 ? "\u2212" : "+"}${digits} %`;
}
var MOST_USED = 999;
function formatUsed(actual, limit) {
  const whole = limit === 0 ? 100 : Math.round(100 * actual / limit);
  if (whole > MOST_USED) return `>${MOST_USED} %`;
  if (whole !== 100 || actual === limit) return `${whole} %`;
  return actual < limit ? "<100 %" : ">100 %";
}

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
  return `${commit || ", of a commit that nobody knows"} (this change starts from ${startsFrom.slice(0, 7)})`;
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

// src/size/header-growth.ts
function withHeaders(nodes, counted) {
  return nodes.map(
    (node) => isHeader(node) ? { ...node, change: counted ? countedChange(node) : "unchanged" } : node
  );
}
function countedNodes(nodes) {
  const top = nodes.filter(({ path }) => path.length === 1);
  const headersCount = top.some((node) => isHeader(node) && node.change !== "unchanged");
  return headersCount ? top : top.filter((node) => !isHeader(node));
}
function isHeader({ kind, path }) {
  return kind === "header" && path.length === 1;
}
function countedChange({ before, after }) {
  if (before === null) return "added";
  if (after === null) return "removed";
  return after > before ? "grown" : "shrunk";
}

// src/size/unowned.ts
var KINDS = ["data", "embed"];
var OWNERS = ["main", "module", "std"];
function isUnowned({ kind }) {
  return KINDS.includes(kind);
}
function unownedBytes(binaries) {
  return binaries.reduce((sum, { breakdown }) => {
    const children = breakdown?.children ?? [];
    if (sum === null || !children.some(({ kind }) => OWNERS.includes(kind))) return null;
    return sum + children.filter(isUnowned).reduce((total, { bytes }) => total + bytes, 0);
  }, 0);
}

// src/report/change-words.ts
function formatMetric(metric, bytes) {
  return metric === "memory" ? formatMemory(bytes) : formatBytes(bytes);
}
function describeMetricChange({ metric, before, after, delta, change }) {
  if (before === null || after === null || delta === null) return "not measured";
  if (change === "unchanged") return "unchanged";
  if (metric === "memory") return `${delta < 0 ? "\u2212" : "+"}${formatMemory(Math.abs(delta))}`;
  return `${formatDelta(delta)}${delta === after - before ? "" : " without padding"}`;
}
function describeVersions({ versionBefore, versionAfter, before, after }) {
  const [from, to] = [versionOf(versionBefore), versionOf(versionAfter)];
  if (before === null) return to === "" ? "new" : `${to}, new`;
  if (after === null) return from === "" ? "gone" : `${from}, gone`;
  return from === to ? to : `${from || "?"} \u2192 ${to || "?"}`;
}
function describePart({ node, delta }) {
  return `${formatDelta(delta)}${node.before === null ? " new" : ""}`;
}
function filesThatMatter(files) {
  return files.some(({ kind, change }) => kind === "file" && change !== "unchanged") ? files : [];
}
function describeOthers(count) {
  return `${count} ${count === 1 ? "other" : "others"}, noise included`;
}
function nameOf({ binary, path, kind }, several) {
  const name = pathName(kind, path);
  return several && binary !== null ? `${name} in ${binary}` : name;
}
function pathName(kind, path) {
  const name = nodeName(kind, path.at(-1) ?? "");
  const within = path.at(-2);
  return kind === "function" && within !== void 0 ? `${within}.${name}` : name;
}
var WORDS = {
  std: "standard library",
  types: "type descriptors",
  data: "data without an owner",
  debug: "debug information",
  symbols: "symbols and relocations",
  pclntab: "function table",
  header: "headers and padding"
};
function nodeName(kind, name) {
  return name === "" || name === kind ? WORDS[kind] ?? kind : name;
}
function versionOf(version) {
  return version === null || version === void 0 || version === "(devel)" ? "" : version;
}

// src/weigh-in/largest-first.ts
function largestFirst(one, other) {
  if (one.bytes !== other.bytes) return other.bytes - one.bytes;
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

// src/report/unowned-words.ts
function unownedWords({ metric }, weight) {
  const ofPart = /^(?:module|package) /.test(metric);
  const bytes = ofPart && weight !== void 0 ? unownedBytes(weight.binaries) : null;
  return bytes === null || bytes === 0 ? "" : `${formatBytes(bytes)} of constant data has no owner and is not counted`;
}

export {
  parseBytes,
  formatBytes,
  formatBytesExact,
  excessOf,
  isSigned,
  sizesApart,
  formatDelta,
  describeBreach,
  withHeaders,
  countedNodes,
  isUnowned,
  formatSeconds,
  formatMs,
  formatMemory,
  formatChange,
  formatUsed,
  formatMetric,
  describeMetricChange,
  describeVersions,
  describePart,
  filesThatMatter,
  describeOthers,
  nameOf,
  pathName,
  nodeName,
  versionOf,
  largestFirst,
  printable,
  shorten,
  describeBaseline,
  unownedWords
};
