import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  suggestBudget
} from "./chunk-V3C6T2MS.js";
import {
  describeBaseline
} from "./chunk-3NRIVDBR.js";
import {
  LONGEST_SENTENCE,
  code,
  escape,
  paragraph,
  row
} from "./chunk-UJY4MS5D.js";
import {
  describeBreach,
  describeMetricChange,
  describeOthers,
  describePart,
  describeVersions,
  filesThatMatter,
  formatMetric,
  isUnchecked,
  largestChanges,
  pathName
} from "./chunk-KZT2CLQA.js";
import {
  formatChange,
  formatDelta
} from "./chunk-7QU7PEQ2.js";
import {
  formatBound,
  formatBytes,
  formatLimit,
  formatSubject
} from "./chunk-F2CDRKCC.js";
import {
  isOfGrowth,
  isPart,
  metricRow,
  unitOf
} from "./chunk-NWSLXV6K.js";

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
var WITHIN = "Within budget.";
var NO_BUDGET = "There is no budget, so any size passes.";
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
      return WITHIN;
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
      return NO_BUDGET;
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

// src/report/growth-table.ts
var LARGEST = 10;
function growthSections(growth, baseline) {
  if (growth === null) return baseline === null ? [] : [paragraph(baselineLine(baseline))];
  const over = baseline === null ? "" : ` over ${escape(describeBaseline(baseline))}`;
  const changed = growth.metrics.some(({ change }) => change !== null && change !== "unchanged");
  const none = changed ? "" : ": none beyond noise";
  return [
    paragraph(`#### Growth${over}${none}`),
    ...growth.causes.length === 0 ? [] : [causesSection(growth.causes)],
    ...changed ? [metricsTable(growth.metrics)] : [],
    ...changesTable("before packing", growth.nodes),
    ...changesTable("in the image", filesThatMatter(growth.files))
  ];
}
function baselineLine(baseline) {
  const text = escape(describeBaseline(baseline), LONGEST_SENTENCE);
  return baseline.reason === null ? `Compared with ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
}
function causesSection(causes) {
  return { head: ["Not only code changed:", ""], rows: causes.map((cause) => `- ${escape(cause)}`), foot: [] };
}
function metricsTable(metrics) {
  const rows = metrics.map((growth) => {
    const { metric, before, after, delta, change } = growth;
    const size = (bytes) => bytes === null ? "" : formatMetric(metric, bytes);
    const share = before === null || delta === null || change === "unchanged" ? "" : formatChange(before, before + delta);
    return row([metric, size(before), size(after), describeMetricChange(growth), share]);
  });
  return { head: ["| | before | now | change | |", "|---|--:|--:|--:|--:|"], rows, foot: [] };
}
function changesTable(where, nodes) {
  const { largest, others } = largestChanges(nodes, LARGEST);
  if (largest.length === 0) return [];
  const several = new Set(nodes.map(({ binary }) => binary)).size > 1;
  const rows = [
    ...largest.map((change) => changeRow(change, several)),
    ...others.count === 0 ? [] : [row([describeOthers(others.count), "", "", "", formatDelta(others.delta), ""])]
  ];
  const head = [`| ${where} | version | before | now | change | mostly in |`];
  return [{ head: [...head, "|---|---|--:|--:|--:|---|"], rows, foot: [] }];
}
function changeRow({ node, delta, within: parts }, several) {
  const size = (bytes) => bytes === null ? "" : formatBytes(bytes);
  const within = several && node.binary !== null ? ` in ${code(node.binary)}` : "";
  return row([
    nodeCell(node) + within,
    escape(describeVersions(node)),
    size(node.before),
    size(node.after),
    formatDelta(delta),
    parts.map((part) => `${nodeCell(part.node)} ${describePart(part)}`).join(", ")
  ]);
}
var NAMED = ["main", "module", "package", "function", "embed", "binary", "file"];
function nodeCell({ kind, path }) {
  const name = pathName(kind, path);
  return NAMED.includes(kind) ? code(name) : escape(name);
}

// src/report/grown-sections.ts
function whySections(image) {
  const why = whyGrown(image, false);
  if (why !== null) return [paragraph(`#### ${why.title}`), ...why.sections];
  return image.baseline === null ? [] : [paragraph(baselineLine(image.baseline))];
}
function whyGrown({ name, platforms, baseline }, isNamed) {
  const most = mostGrown(platforms);
  const growth = most?.growth ?? null;
  if (most === void 0 || growth === null) return null;
  const tables = whyTables(growth);
  const what = tables.length === 0 && growth.causes.length === 0 ? "Nothing changed beyond noise" : "What changed";
  const image = isNamed ? ` in ${code(name)}` : "";
  const platform = platforms.length > 1 ? ` for ${escape(most.platform)}` : "";
  const over = baseline === null ? "" : `, compared with ${escape(describeBaseline(baseline))}`;
  const causes = growth.causes.length === 0 ? [] : [causesSection(growth.causes)];
  return { title: `${what}${image}${platform}${over}`, sections: [...causes, ...tables] };
}
function mostGrown(platforms) {
  return platforms.toSorted((one, other) => Math.abs(grownBy(other)) - Math.abs(grownBy(one)))[0];
}
function whyTables({ nodes, files }) {
  return [...changesTable("before packing", nodes), ...changesTable("in the image", filesThatMatter(files))];
}
function grownBy({ growth }) {
  return growth?.metrics.find(({ metric }) => metric === "binary")?.delta ?? 0;
}

export {
  growthSections,
  baselineLine,
  metricsTable,
  nodeCell,
  whySections,
  whyGrown,
  mostGrown,
  whyTables,
  decide,
  passes,
  WITHIN,
  NO_BUDGET,
  gate,
  exitCodeOf
};
