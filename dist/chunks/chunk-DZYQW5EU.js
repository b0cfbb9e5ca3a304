import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  describeLimit,
  largestChanges,
  largestParts
} from "./chunk-773FLSHK.js";
import {
  describeBaseline,
  describeMetricChange,
  describeOthers,
  describePart,
  describeVersions,
  filesThatMatter,
  formatChange,
  formatDelta,
  formatMetric,
  formatSeconds,
  isUnchecked,
  nameOf,
  nodeName,
  unownedWords
} from "./chunk-ATBO4P6S.js";
import {
  formatBytes,
  formatLimit,
  isOfGrowth,
  isPart,
  metricRow,
  printable,
  shorten
} from "./chunk-G7ZI3KYM.js";

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
  const words2 = cell(what, WHAT);
  const after = figure === "" ? margin(WHAT + FIGURE - words2.length) : cell(figure, FIGURE);
  const left = `${margin(MARGIN)}${cell(label, LABEL)}${words2}${after}`;
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

// src/report/largest.ts
var COUNT = 5;
function partsThatMatter(breakdown) {
  return largestParts(breakdown, COUNT).map(({ name, kind, bytes }) => ({
    name: printable(nodeName(kind, name)),
    bytes,
    percent: Math.round(100 * bytes / breakdown.bytes)
  })).filter(({ percent }, index) => percent > 0 || index === 0).map(({ name, bytes, percent }) => ({ name, bytes, share: `${percent} %` }));
}

// src/report/breach.ts
var MOST_GROWN = 5;
var LONGEST_NAME = 200;
function breachMessage(sentence, { images }) {
  return [sentence, ...images.flatMap(explain)].join("\n");
}
function explain({ name, budget, platforms }) {
  return platforms.flatMap((weight) => {
    const of = `${name} for ${weight.platform}`;
    const over = budget.limits.filter(
      ({ platform, status }) => platform === weight.platform && status === "over"
    );
    if (over.length === 0) return [];
    return [
      ...breachedTrees(weight, over).map((tree) => `Largest parts in ${of}: ${partsOf(tree)}.`),
      ...mostGrown(weight).map((parts) => `Largest growth in ${of}: ${parts}.`)
    ];
  });
}
function breachedTrees({ breakdown, binaries }, over) {
  const measured = over.flatMap(
    (limit) => isOfGrowth(limit) || isPart(limit.subject) ? [] : [metricRow(limit.subject.kind).of]
  );
  return [
    ...measured.some((of) => of === "files" || of === "transfer") ? [breakdown] : [],
    ...measured.includes("linked binaries") ? binaries.flatMap(({ breakdown: tree }) => tree ?? []) : []
  ];
}
function partsOf(tree) {
  return partsThatMatter(tree).map((part) => `${part.name} ${formatBytes(part.bytes)} (${part.share})`).join(", ");
}
function mostGrown({ growth }) {
  const { largest } = largestChanges(growth?.nodes ?? [], MOST_GROWN);
  const grown = largest.filter(({ delta }) => delta > 0).map(({ node, delta, within }) => {
    const name = shorten(printable(nameOf(node, false)), LONGEST_NAME);
    const version = describeVersions(node);
    const parts = within.map((part) => shorten(printable(nameOf(part.node, false)), LONGEST_NAME)).join(", ");
    const where = parts === "" ? "" : ` (${parts})`;
    return `${name}${version === "" ? "" : ` ${printable(version)}`} ${formatDelta(delta)}${where}`;
  });
  return grown.length === 0 ? [] : [grown.join(", ")];
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

// src/report/growth-lines.ts
var LARGEST = 10;
var INDENT = 12;
var LONGEST_NAME2 = 200;
function growthLines(growth, baseline, screen) {
  const changed = growth.metrics.filter(({ change }) => change !== null && change !== "unchanged");
  const over = baseline === null ? "the first of the two" : describeBaseline(baseline);
  const what = changed.length === 0 ? `none beyond noise over ${over}` : `over ${over}`;
  return [
    ...labelled("growth", [what, ...growth.causes], screen),
    ...changed.flatMap((metric) => metricLines(metric, screen)),
    ...changeLines("before packing", growth.nodes, screen),
    ...changeLines("in the image", filesThatMatter(growth.files), screen)
  ];
}
function baselineLines(baseline, screen) {
  return baseline.reason === null ? [] : labelled("growth", [describeBaseline(baseline)], screen);
}
function metricLines(metric, screen) {
  const { metric: label, before, after, delta, change } = metric;
  if (before === null || after === null || delta === null) return [];
  return layOut(
    {
      label,
      what: `${formatMetric(label, before)} \u2192 ${formatMetric(label, after)}`,
      figure: formatChange(before, before + delta),
      note: describeMetricChange(metric),
      ink: change === "shrunk" ? "good" : "doubtful"
    },
    screen
  );
}
function changeLines(title, nodes, screen) {
  const { largest, others } = largestChanges(nodes, LARGEST);
  if (largest.length === 0) return [];
  const several = new Set(nodes.map(({ binary }) => binary)).size > 1;
  const rest = others.delta === 0 ? [] : [deltaLine(others.delta, describeOthers(others.count), screen)];
  return [
    "",
    `  ${title}`,
    ...[...largest.map((change) => deltaLine(change.delta, words(change, several), screen)), ...rest].flat()
  ];
}
function words({ node, within }, several) {
  const versions = describeVersions(node);
  const title = [shorten(nameOf(node, several), LONGEST_NAME2), versions].filter((text) => text !== "").join(" ");
  const [most, ...others] = within.map((part) => ({
    name: shorten(nameOf(part.node, false), LONGEST_NAME2),
    change: describePart(part)
  }));
  if (most === void 0) return title;
  if (others.length === 0) return `${title}, most of it in ${most.name}`;
  return `${title}, mostly ${[most, ...others].map(({ name, change }) => `${name} ${change}`).join(", ")}`;
}
function deltaLine(delta, text, screen) {
  const figure = formatDelta(delta).padStart(INDENT - 2);
  return listedBeside(`${paint(screen, delta > 0 ? "doubtful" : "good", figure)}  `, [text], INDENT, screen);
}
function labelled(label, texts, screen) {
  return listedBeside(`  ${label}`.padEnd(INDENT), texts, INDENT, screen);
}

// src/report/terminal.ts
function verdictLines(weighIn, screen) {
  return weighIn.images.flatMap((image) => {
    const title = weighIn.images.length > 1 ? [headline(image.name, "", screen)] : [];
    return [...title, ...imageLines(image, screen)];
  });
}
function imageLines({ budget, platforms, baseline }, screen) {
  const suffix = (platform) => platforms.length > 1 ? `, ${platform}` : "";
  const limits = budget.limits.length === 0 ? platforms.flatMap(
    ({ platform, sizes }) => layOut(unlimitedRow(sizes.imageSize, suffix(platform)), screen)
  ) : budget.limits.flatMap((limit) => {
    const weight = platforms.find(({ platform }) => platform === limit.platform);
    const besides = unownedWords(limit, weight);
    return limitLines(limit, budget.waived, [suffix(limit.platform), besides], screen);
  });
  const dropped = budget.dropped.map(
    (limit) => `  no longer limited: ${printable(formatLimit({ ...limit, platform: null }))}`
  );
  const breached = platforms.flatMap(
    (weight) => breachedTrees(
      weight,
      budget.limits.filter(({ platform, status }) => platform === weight.platform && status === "over")
    )
  );
  const isSaid = budget.limits.some((limit) => isOfGrowth(limit) && isUnchecked(limit));
  const why = baseline === null || isSaid && baseline.reason !== null ? [] : baselineLines(baseline, screen);
  return [
    ...limits,
    ...dropped,
    ...breached.flatMap((tree) => ["", ...largestLines(tree)]),
    ...why.length > 0 ? ["", ...why] : [],
    ...platforms.flatMap(
      ({ platform, growth }) => growth === null ? [] : [
        "",
        ...platforms.length > 1 ? [headline("", platform, screen)] : [],
        ...growthLines(growth, baseline, screen)
      ]
    )
  ];
}
function unlimitedRow(imageSize, suffix) {
  return { label: "image", what: formatBytes(imageSize), figure: "", note: `no budget${suffix}` };
}
var INKS = {
  within: "good",
  over: "bad",
  allowed: "doubtful",
  unmeasured: "bad",
  unchecked: "doubtful"
};
var LONGEST_NAME3 = 200;
function limitLines(limit, waived, [suffix, besides], screen) {
  const { actual, limit: bound, used, verdict, status } = describeLimit(limit, waived);
  const { subject } = limit;
  const row = {
    what: whatOf(actual, bound, status),
    figure: used,
    note: `${verdict}${suffix}`,
    ink: INKS[status]
  };
  if (!isPart(subject)) return layOut({ label: subject.kind, ...row }, screen);
  const name = `  ${subject.kind.padEnd(10)}${shorten(printable(subject.path), LONGEST_NAME3)}`;
  const below = besides === "" ? [] : layOut({ label: "", what: besides, figure: "", note: "" }, screen);
  return [name, ...layOut({ label: "", ...row }, screen), ...below];
}
function whatOf(actual, bound, status) {
  if (status === "unchecked") return bound;
  return actual === "unknown" ? `unknown, of ${bound}` : `${actual} of ${bound}`;
}
function largestLines(breakdown) {
  return partsThatMatter(breakdown).map(({ name, bytes, share }, index) => {
    const label = (index === 0 ? "largest" : "").padEnd(10);
    return `  ${label}${formatBytes(bytes).padEnd(9)}${share.padStart(5)}   ${name}`;
  });
}

export {
  breachMessage,
  wrap,
  listed,
  listedBeside,
  paint,
  layOut,
  growthLines,
  headline,
  stageLine,
  verdictLines
};
