import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  suggestBudget
} from "./chunk-HVQ5DI3P.js";
import {
  countedNodes,
  describeBreach,
  excessOf,
  formatGrowth,
  formatUsed,
  isUnchecked,
  isUnowned,
  largestFirst,
  sizesApart
} from "./chunk-ATBO4P6S.js";
import {
  formatBound,
  formatBytes,
  formatLimit,
  formatSubject,
  isOfGrowth,
  isPart,
  metricRow,
  unitOf
} from "./chunk-G7ZI3KYM.js";

// src/size/decision.ts
function decide({ status, waived }, budget, surface) {
  switch (status) {
    case "within":
    case "unmeasured":
      return status;
    case "over":
      return waived ? "waived" : "over";
    case "none":
      return budget.kind === "undeclared" && surface === "action" ? "undeclared" : "none";
  }
}
function passes(decision) {
  switch (decision) {
    case "within":
    case "waived":
    case "none":
      return true;
    case "over":
    case "unmeasured":
    case "undeclared":
      return false;
  }
}

// src/report/gate.ts
function gate(verdict, declared, surface, seen) {
  const decision = decide(verdict, declared.budget, surface);
  const pass = passes(decision);
  const raised = raisedSentences(verdict);
  return {
    pass,
    publish: pass,
    sentence: [sentenceOf(decision, verdict, declared, seen), ...raised].join(" "),
    notices: [...pass ? raised : [], ...uncheckedSentences(verdict.limits, seen)]
  };
}
function exitCodeOf({ pass }) {
  return pass ? 0 : 1;
}
function sentenceOf(decision, { limits }, { onOverBudget }, seen) {
  switch (decision) {
    case "within":
      return "Within budget.";
    case "over":
      return `Over budget: ${breaches(limits)}. Make it smaller, or raise the limit in budget.`;
    case "waived": {
      const allowedBy = ["on-over-budget", ...onOverBudget === null ? [] : [onOverBudget]].join(": ");
      return `Over budget, but allowed (${allowedBy}): ${breaches(limits)}.`;
    }
    case "unmeasured":
      return unmeasured(limits, seen);
    case "undeclared":
      return undeclared(seen);
    case "none":
      return "There is no budget, so any size passes.";
  }
}
function breaches(limits) {
  return limits.flatMap((limit) => describeBreach(limit) ?? []).join("; ");
}
function unmeasured(limits, seen) {
  const unknown = limits.filter(({ status }) => status === "unmeasured");
  const unchecked = byReason(unknown, seen).map(({ names, bound, reason }) => {
    if (reason === null) return `${names} ${bound === null ? "were" : "was"} not measured`;
    return `${names} ${bound === null ? "have limits" : `has the limit ${bound}`}, but ${reason}`;
  });
  const lines = unknown.map(({ subject }) => `${formatSubject(subject)}: \u2026`).join(" and ");
  return `The budget could not be checked: ${unchecked.join(" and ")}. A limit that could not be checked fails the run. ${firstTry(unknown)} ${lines} from budget.`;
}
function firstTry(unknown) {
  if (unknown.some((limit) => isOfGrowth(limit) && limit.reason !== null)) return "Run it again, or remove";
  if (unknown.some(isOfProcess)) return "See the proof for the reason, or remove";
  return "Remove";
}
function isOfProcess({ subject }) {
  return !isPart(subject) && metricRow(subject.kind).of === "process";
}
function raisedSentences({ limits, dropped }) {
  const raised = limits.flatMap((limit) => {
    const unit = unitOf(limit.subject);
    const { raisedFrom, bound } = limit;
    return raisedFrom === null ? [] : [`${nameOf(limit)} from ${formatBound(raisedFrom, unit)} to ${formatBound(bound, unit)}`];
  });
  const gone = dropped.map((limit) => formatLimit({ ...limit, platform: null }));
  return [
    ...raised.length === 0 ? [] : [`Raised since the baseline: ${raised.join("; ")}.`],
    ...gone.length === 0 ? [] : [`Removed since the baseline: ${gone.join("; ")}.`]
  ];
}
function nameOf({ subject, platform }) {
  return `${formatSubject(subject)} of ${platform}`;
}
function uncheckedSentences(limits, seen) {
  const unchecked = limits.filter(isUnchecked);
  return byReason(unchecked, seen).map(
    ({ names, bound, reason }) => `${names} ${bound === null ? "pass their limits" : `passes its limit ${bound}`}, because ${reason}.`
  );
}
function byReason(limits, { noBaseline }) {
  const alike = Map.groupBy(limits, ({ reason, ...limit }) => {
    const whole = isOfGrowth(limit) && reason !== null && noBaseline !== null;
    return whole ? `${reason}: ${noBaseline}` : reason;
  });
  return [...alike].map(([reason, [first, ...others]]) => ({
    names: [first, ...others].flatMap((limit) => limit === void 0 ? [] : [nameOf(limit)]).join(" and "),
    bound: first === void 0 || others.length > 0 ? null : formatBound(first.bound, unitOf(first.subject)),
    reason
  }));
}
function undeclared({ imageSize }) {
  const line = `budget: ${suggestBudget(imageSize)}`;
  return `There is no budget, so nothing was published. Write \`${line}\` (the image is ${formatBytes(imageSize)} today), or \`budget: none\` if you want no limit.`;
}

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

export {
  largestChanges,
  imageBreakdown,
  foundBreakdown,
  largestParts,
  describeLimit,
  besideBaseline,
  usedOf,
  gate,
  exitCodeOf
};
