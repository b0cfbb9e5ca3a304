import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatDelta,
  formatGrowth,
  formatMemory,
  formatUsed
} from "./chunk-7QU7PEQ2.js";
import {
  formatAmount,
  formatAmountExact,
  formatAmountInFull,
  formatBound,
  formatBytes,
  formatSubject
} from "./chunk-F2CDRKCC.js";
import {
  isOfGrowth,
  metricRow,
  unitOf
} from "./chunk-NWSLXV6K.js";

// src/weigh-in/verdict.ts
function isUnchecked({ status, reason }) {
  return status === "within" && reason !== null;
}
function limitsFor({ limits }, platform) {
  return limits.filter((limit) => limit.platform === platform);
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

// src/report/limit-words.ts
function describeLimit(verdict, waived) {
  const { status, subject, reason, raisedFrom } = verdict;
  const raised = raisedFrom === null ? [] : [`raised from ${formatBound(raisedFrom, unitOf(subject))}`];
  const figures = figuresOf(verdict);
  switch (status) {
    case "unmeasured":
      return { ...figures, ...said([`${reason ?? "not measured"}, so it fails`, ...raised]), status };
    case "within": {
      if (reason !== null)
        return { ...figures, ...said([`passes, ${reason}`, ...raised]), status: "unchecked" };
      const notes = [...isWithinNoise(verdict) ? ["the growth is only noise"] : [], ...raised];
      return { ...figures, verdict: ["within budget", ...notes].join(", "), note: notes.join(", "), status };
    }
    case "over": {
      const excess = excessOf(verdict);
      const breach = [
        `over budget${excess === null ? "" : ` by ${excess}`}`,
        ...verdict.inherited ? ["as in the baseline"] : [],
        ...waived ? ["allowed"] : [],
        ...raised
      ];
      return { ...figures, ...said(breach), status: waived ? "allowed" : "over" };
    }
  }
}
function besideBaseline(words, baseline) {
  const isExplained = words.status === "unchecked" && baseline !== null && baseline.reason !== null;
  return isExplained ? { verdict: "passes unchecked", note: "passes unchecked" } : words;
}
function said(clauses) {
  const verdict = clauses.join(", ");
  return { verdict, note: verdict };
}
function usedOf(verdict) {
  const { actual, limit, status } = verdict;
  if (actual === null || limit === null || status === "unmeasured") return null;
  if (!isOfGrowth(verdict)) return limit === 0 ? 1 : actual / limit;
  const { growth, allowance } = growthOf(verdict);
  if (growth === null) return null;
  if (growth <= 0) return 0;
  return allowance > 0 ? growth / allowance : status === "over" ? Infinity : 0;
}
function figuresOf(verdict) {
  const { subject, actual, limit } = verdict;
  const unit = unitOf(subject);
  const bound = formatBound(verdict.bound, unit);
  if (isOfGrowth(verdict)) {
    const { growth, allowance } = growthOf(verdict);
    const used = growth === null || growth <= 0 || allowance === 0 ? "" : formatUsed(growth, allowance);
    return { actual: growth === null ? "unknown" : formatGrowth(growth, unit), limit: bound, used };
  }
  if (actual === null || limit === null) return { actual: "unknown", limit: bound, used: "" };
  return { ...sizesApart(actual, limit, unit), used: formatUsed(actual, limit) };
}
function growthOf({ growth, limit, before }) {
  return {
    growth: limit === null || before === null ? null : growth,
    allowance: (limit ?? 0) - (before ?? 0)
  };
}
function isWithinNoise(verdict) {
  if (!isOfGrowth(verdict)) return false;
  const { growth, allowance } = growthOf(verdict);
  return growth !== null && growth > allowance;
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

// src/size/largest-changes.ts
function largestChanges(nodes, count) {
  const below = Map.groupBy(nodes, ({ binary, path }) => keyOf(binary, path.slice(0, -1)));
  const top = countedNodes(nodes).map((node) => ({ node, delta: deltaOf(node) })).sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta));
  const changed = top.filter(({ node }) => node.change !== "unchanged");
  const largest = changed.filter(({ node }, index) => index < count || isUnowned(node));
  const others = top.filter((change) => !largest.includes(change));
  return {
    largest: largest.map(({ node, delta }) => ({
      node,
      delta,
      within: node.after === null ? [] : telling(node, changesWithin(node, delta, below))
    })),
    others: {
      count: others.length,
      delta: others.reduce((sum, { delta }) => sum + delta, 0)
    }
  };
}
function deltaOf({ before, after }) {
  return (after ?? 0) - (before ?? 0);
}
var MOST_NAMED = 3;
function changesWithin(node, delta, below) {
  const children = (below.get(keyOf(node.binary, node.path)) ?? []).map((child) => ({ node: child, delta: deltaOf(child) })).filter((child) => child.delta / delta > 0).sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta));
  const [first] = children;
  if (first === void 0) return [];
  if (first.delta / delta < 0.5)
    return children.filter((child) => child.node.change !== "unchanged").slice(0, MOST_NAMED);
  const deeper = changesWithin(first.node, first.delta, below);
  return deeper.length === 1 ? deeper : [first];
}
function telling({ path }, within) {
  const [only, ...others] = within;
  return others.length === 0 && only?.node.path.at(-1) === path.at(-1) ? [] : within;
}
function keyOf(binary, path) {
  return JSON.stringify([binary, ...path]);
}

// src/report/urgency.ts
function urgencyOf({ status, waived }) {
  switch (status) {
    case "unmeasured":
      return 0;
    case "over":
      return waived ? 2 : 1;
    case "none":
    case "within":
      return 3;
  }
}
function passesPlainly({ status, limits, dropped }) {
  const plain = limits.every(({ raisedFrom, reason }) => raisedFrom === null && reason === null);
  return (status === "within" || status === "none") && plain && dropped.length === 0;
}
function isNoise(growth) {
  if (growth === null || growth.causes.length > 0) return false;
  const changed = growth.metrics.some(({ change }) => change !== null && change !== "unchanged");
  return !changed && !hasLargeChanges(growth);
}
function hasLargeChanges({ nodes, files }) {
  return [nodes, filesThatMatter(files)].some((changes) => largestChanges(changes, 1).largest.length > 0);
}
function hasGrowth({ platforms }) {
  return platforms.some(({ growth }) => growth !== null && !isNoise(growth));
}
function isOfSeveral({ images, failed = [] }) {
  return new Set([...images, ...failed].map(({ name }) => name)).size > 1 || images.length > 1;
}

// src/report/worst-limit.ts
function worstLimit(limits) {
  const weight = (limit) => limit.status === "unmeasured" ? 2e9 : (usedOf(limit) ?? 0) + (limit.status === "over" ? 1e9 : 0);
  return limits.toSorted((one, other) => weight(other) - weight(one))[0];
}

// src/report/image-rows.ts
var IMAGE_COLUMNS = ["image", "platform", "size", "limit", "used", "growth", "status"];
function imageRows({ images, failed = [], asked }) {
  const rows = images.map(
    (image) => rowsOf(image, failed.find(({ name }) => name === image.name)?.code ?? null)
  );
  const unweighed = failed.filter(({ name }) => images.every((image) => image.name !== name));
  const all = [...rows, ...unweighed.map(({ name, code }) => failedRows(name, code))];
  const place = ({ name }) => {
    const at = asked?.images.indexOf(name) ?? -1;
    return at < 0 ? all.length : at;
  };
  return all.toSorted((one, other) => place(one) - place(other));
}
function urgentFirst(images) {
  return images.toSorted((one, other) => one.urgency - other.urgency);
}
function rowsOf(image, failedWith) {
  const { name, budget, platforms } = image;
  const grew = hasGrowth(image);
  return {
    name,
    matters: failedWith !== null || !passesPlainly(budget) || grew,
    hasFailed: failedWith !== null,
    fails: failedWith !== null || urgencyOf(budget) < 2,
    hasBudget: budget.status !== "none",
    urgency: failedWith === null ? urgencyOf(budget) - (grew ? 0.5 : 0) : -1,
    rows: platforms.map((weight) => rowOf(weight, image, failedWith))
  };
}
function rowOf({ platform, sizes, growth }, { name, budget }, failedWith) {
  const limits = limitsFor(budget, platform);
  const worst = worstLimit(limits);
  const words = worst === void 0 ? null : describeLimit(worst, budget.waived);
  const grown = growth?.metrics.find(({ metric }) => metric === "image");
  const failing = limits.filter(({ status: status2 }) => status2 !== "within").length;
  const status = statusOf(words?.status ?? "none", failing);
  return {
    image: name,
    platform,
    size: formatBytes(sizes.imageSize),
    limit: worst === void 0 || words === null ? "none" : `${formatSubject(worst.subject)} ${words.limit}`,
    used: words?.used ?? "",
    growth: grown === void 0 ? "" : describeMetricChange(grown),
    ...failedWith === null ? status : { status: `failed: ${failedWith}`, mark: "bad" }
  };
}
function statusOf(status, failing) {
  const several = failing > 1 ? `, ${failing} limits` : "";
  switch (status) {
    case "none":
      return { status: "no budget", mark: "none" };
    case "within":
      return { status: "within", mark: "good" };
    case "unchecked":
      return { status: "passes unchecked", mark: "doubtful" };
    case "allowed":
      return { status: `over, allowed${several}`, mark: "doubtful" };
    case "over":
      return { status: `over${several}`, mark: "bad" };
    case "unmeasured":
      return { status: `not checked${several}`, mark: "bad" };
  }
}
function failedRows(name, code) {
  const nothing = { platform: "", size: "", limit: "", used: "", growth: "" };
  return {
    name,
    matters: true,
    hasFailed: true,
    fails: true,
    hasBudget: true,
    urgency: -2,
    rows: [{ image: name, ...nothing, status: `failed: ${code}`, mark: "bad" }]
  };
}

export {
  isUnchecked,
  limitsFor,
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
  excessOf,
  sizesApart,
  describeBreach,
  describeLimit,
  besideBaseline,
  usedOf,
  withHeaders,
  countedNodes,
  isUnowned,
  unownedBytes,
  largestChanges,
  urgencyOf,
  passesPlainly,
  isNoise,
  hasGrowth,
  isOfSeveral,
  worstLimit,
  IMAGE_COLUMNS,
  imageRows,
  urgentFirst
};
