import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatAmount,
  formatAmountExact,
  formatAmountInFull,
  formatBound,
  formatBytes,
  formatSubject,
  isOfGrowth,
  isPart,
  metricRow,
  unitOf
} from "./chunk-G7ZI3KYM.js";

// src/report/figures.ts
function formatDelta(bytes) {
  return formatGrowth(bytes, "bytes");
}
function formatGrowth(amount, unit) {
  const sign = amount === 0 ? "\xB1" : amount < 0 ? "\u2212" : "+";
  return `${sign}${formatAmount(Math.abs(amount), unit)}`;
}
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

// src/report/breach-words.ts
function excessOf(verdict) {
  const { status, subject, actual, limit, growth, before } = verdict;
  const unit = unitOf(subject);
  if (status !== "over" || actual === null || limit === null) return null;
  if (isOfGrowth(verdict)) return formatAmountInFull((growth ?? actual) - (limit - (before ?? 0)), unit);
  const excess = actual - limit;
  const text = formatAmountInFull(excess, unit);
  return limit === 0 ? text : `${text} (${percentOf(excess, limit)})`;
}
function sizesApart(actual, limit, unit) {
  const alike = actual !== limit && formatAmount(actual, unit) === formatAmount(limit, unit);
  return alike ? { actual: formatAmountInFull(actual, unit), limit: formatAmountInFull(limit, unit) } : { actual: formatAmount(actual, unit), limit: formatAmountExact(limit, unit) };
}
function describeBreach(verdict) {
  const excess = excessOf(verdict);
  const { subject, platform, bound } = verdict;
  const [name, unit] = [formatSubject(subject), unitOf(subject)];
  if (excess === null || verdict.actual === null || verdict.limit === null) return null;
  if (isOfGrowth(verdict)) {
    const grown = formatGrowth(verdict.growth ?? verdict.actual, unit);
    return `${name} of ${platform} grew by ${grown.slice(1)} to ${formatAmount(verdict.actual, unit)}, ${excess} over its limit of ${formatBound(bound, unit)}`;
  }
  const { actual, limit } = sizesApart(verdict.actual, verdict.limit, unit);
  return `${name} of ${platform} is ${actual}, ${excess} over its limit of ${limit}${history(verdict, unit)}`;
}
function history({ inherited, before, limit, growth }, unit) {
  if (before === null || limit === null) return "";
  if (inherited) return `, which the baseline already exceeded (${formatAmount(before, unit)})`;
  return growth !== null && growth > 0 ? `, and ${formatGrowth(growth, unit)} since the baseline` : "";
}
function percentOf(excess, limit) {
  const percent = 100 * excess / limit;
  return percent < 0.05 ? "under 0.1 %" : `${percent.toFixed(1)} %`;
}

// src/weigh-in/verdict.ts
function isUnchecked({ status, reason }) {
  return status === "within" && reason !== null;
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
function formatMetric(metric, amount) {
  const { unit } = metricRow(metric);
  return unit === "rough bytes" ? formatMemory(amount) : formatAmount(amount, unit);
}
function describeMetricChange({ metric, before, after, delta, change }) {
  if (before === null || after === null || delta === null) return "not measured";
  if (change === "unchanged") return "unchanged";
  const { unit } = metricRow(metric);
  if (unit === "rough bytes") return `${delta < 0 ? "\u2212" : "+"}${formatMemory(Math.abs(delta))}`;
  return `${formatGrowth(delta, unit)}${delta === after - before ? "" : " without padding"}`;
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
function unownedWords({ subject }, weight) {
  const bytes = isPart(subject) && weight !== void 0 ? unownedBytes(weight.binaries) : null;
  return bytes === null || bytes === 0 ? "" : `${formatBytes(bytes)} of constant data has no owner and is not counted`;
}

export {
  formatDelta,
  formatGrowth,
  formatSeconds,
  formatMs,
  formatMemory,
  formatChange,
  formatUsed,
  withHeaders,
  countedNodes,
  isUnowned,
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
  describeBaseline,
  excessOf,
  sizesApart,
  describeBreach,
  unownedWords,
  isUnchecked
};
