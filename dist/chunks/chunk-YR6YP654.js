import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  headline,
  layOut,
  listed,
  listedBeside,
  paint,
  wrap
} from "./chunk-RDUWS57S.js";
import {
  mostGrown
} from "./chunk-MMIHZ5UC.js";
import {
  describeBaseline,
  unownedWords
} from "./chunk-3NRIVDBR.js";
import {
  largestParts
} from "./chunk-UJY4MS5D.js";
import {
  IMAGE_COLUMNS,
  describeLimit,
  describeMetricChange,
  describeOthers,
  describePart,
  describeVersions,
  filesThatMatter,
  formatMetric,
  hasGrowth,
  imageRows,
  isOfSeveral,
  isUnchecked,
  largestChanges,
  nameOf,
  nodeName,
  passesPlainly
} from "./chunk-KZT2CLQA.js";
import {
  formatChange,
  formatDelta
} from "./chunk-7QU7PEQ2.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  formatBytes,
  formatLimit
} from "./chunk-F2CDRKCC.js";
import {
  isOfGrowth,
  isPart,
  metricRow
} from "./chunk-NWSLXV6K.js";

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
var MOST_LINES = 20;
var LONGEST_NAME = 200;
function breachMessage(sentence, { images }) {
  return [sentence, ...images.flatMap(explain).slice(0, MOST_LINES)].join("\n");
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
      ...mostGrown2(weight).map((parts) => `Largest growth in ${of}: ${parts}.`)
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
function mostGrown2({ growth }) {
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

// src/report/images-lines.ts
var GAP = "  ";
var LONGEST_NAME3 = 40;
var FIGURES = ["size", "used", "growth"];
var INKS = {
  good: "good",
  bad: "bad",
  doubtful: "doubtful",
  none: null
};
function imagesLines(images, screen) {
  const rows = images.flatMap((image) => image.rows.map((row, at) => cellsOf(row, at === 0)));
  const used = IMAGE_COLUMNS.filter((column) => rows.some(({ cells }) => cells[column] !== ""));
  const widths = new Map(
    used.map((column) => [column, Math.max(column.length, ...rows.map(({ cells }) => cells[column].length))])
  );
  const whole = [...widths.values()].reduce((sum, width) => sum + width + GAP.length, 0);
  if (whole > screen.width) return narrow(images, screen);
  const line = (cells, ink) => used.map((column) => {
    const text = padded(column, cells[column], widths.get(column) ?? 0);
    return column === "status" && ink !== null ? paint(screen, ink, text.trimEnd()) : text;
  }).join(GAP).trimEnd();
  const titles = Object.fromEntries(
    IMAGE_COLUMNS.map((column) => [column, column === "status" ? "" : column])
  );
  return [line(titles, null), ...rows.map(({ cells, ink }) => line(cells, ink))].map((text) => `${GAP}${text}`);
}
function cellsOf(row, isFirst) {
  const { mark, image, ...rest } = row;
  const cells = { ...rest, image: isFirst ? nameOf2(image) : "", limit: printable(row.limit) };
  return { cells, ink: INKS[mark] };
}
function nameOf2(image) {
  return shorten(printable(image), LONGEST_NAME3);
}
function padded(column, text, width) {
  return FIGURES.includes(column) ? text.padStart(width) : text.padEnd(width);
}
function narrow(images, screen) {
  return images.flatMap(({ name, rows }) => [
    `${GAP}${paint(screen, "strong", nameOf2(name))}`,
    ...rows.flatMap((row) => narrowRow(row, screen))
  ]);
}
function narrowRow({ platform, size, limit, used, growth, status, mark }, screen) {
  const [ink, margin] = [INKS[mark], GAP + GAP];
  const figures = [
    platform,
    size,
    limit === "" || limit === "none" ? "" : `of ${printable(limit)}`,
    used,
    growth === "unchanged" ? "" : growth
  ];
  const words2 = figures.filter((text) => text !== "").join(GAP);
  const room = Math.max(10, screen.width - margin.length);
  const lines = wrap(words2, room).filter((line) => line !== "");
  const last = lines.at(-1) ?? "";
  const painted = ink === null ? status : paint(screen, ink, status);
  const fits = last.length + GAP.length + status.length <= room && lines.length > 0;
  const all = fits ? [...lines.slice(0, -1), `${last}${GAP}${painted}`] : [...lines, painted];
  return all.map((text) => margin + text);
}

// src/report/terminal.ts
function verdictLines(weighIn, screen) {
  const { images } = weighIn;
  if (!isOfSeveral(weighIn)) return images.flatMap((image) => imageLines(image, screen));
  const rows = imageRows(weighIn);
  return [
    ...imagesLines(rows, screen),
    "",
    ...listed([sumOf(rows)], MARGIN, screen),
    ...images.flatMap((image) => {
      const lines = tellingLines(image, screen);
      return lines.length === 0 ? [] : ["", headline(image.name, "", screen), ...lines];
    })
  ];
}
function tellingLines(image, screen) {
  const limits = passesPlainly(image.budget) ? [] : budgetLines(image, screen);
  const most = hasGrowth(image) ? mostGrown(image.platforms) : void 0;
  const growth = most === void 0 ? [] : platformGrowth(most, image, screen);
  return [...limits, ...limits.length === 0 ? growth.slice(1) : growth];
}
var MARGIN = 2;
function sumOf(rows) {
  const failed = rows.filter(({ hasFailed }) => hasFailed).length;
  const over = rows.filter(({ fails, hasFailed }) => fails && !hasFailed).length;
  const unlimited = rows.filter(({ hasBudget, fails }) => !hasBudget && !fails).length;
  const passing = rows.length - failed - over - unlimited;
  const parts = [
    ...failed === 0 ? [] : [`${failed} failed`],
    ...over === 0 ? [] : [`${over} not within budget`],
    ...passing === 0 ? [] : [`${passing} ${passing === 1 ? "passes" : "pass"}`]
  ];
  if (unlimited > 0) parts.push(`${unlimited} without a budget`);
  return `${rows.length} images: ${parts.join(", ")}`;
}
function imageLines(image, screen) {
  const { budget, platforms, baseline } = image;
  const isSaid = budget.limits.some((limit) => isOfGrowth(limit) && isUnchecked(limit));
  const why = baseline === null || isSaid ? [] : baselineLines(baseline, screen);
  return [
    ...budgetLines(image, screen),
    ...why.length > 0 ? ["", ...why] : [],
    ...platforms.flatMap((weight) => platformGrowth(weight, image, screen))
  ];
}
function platformGrowth({ platform, growth }, { platforms, baseline }, screen) {
  if (growth === null) return [];
  const title = platforms.length > 1 ? [headline("", platform, screen)] : [];
  return ["", ...title, ...growthLines(growth, baseline, screen)];
}
function budgetLines({ budget, platforms }, screen) {
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
  const largest = platforms.flatMap(
    (weight) => breachedTrees(
      weight,
      budget.limits.filter(({ platform, status }) => platform === weight.platform && status === "over")
    ).flatMap((tree) => ["", ...largestLines(tree, suffix(weight.platform))])
  );
  return [...limits, ...dropped, ...largest];
}
function unlimitedRow(imageSize, suffix) {
  return { label: "image", what: formatBytes(imageSize), figure: "", note: `no budget${suffix}` };
}
var INKS2 = {
  within: "good",
  over: "bad",
  allowed: "doubtful",
  unmeasured: "bad",
  unchecked: "doubtful"
};
var LONGEST_NAME4 = 200;
function limitLines(limit, waived, [suffix, besides], screen) {
  const { actual, limit: bound, used, verdict, status } = describeLimit(limit, waived);
  const { subject } = limit;
  const row = {
    what: whatOf(actual, bound, status),
    figure: used,
    note: `${verdict}${suffix}`,
    ink: INKS2[status]
  };
  if (!isPart(subject)) return layOut({ label: subject.kind, ...row }, screen);
  const name = `  ${subject.kind.padEnd(10)}${shorten(printable(subject.path), LONGEST_NAME4)}`;
  const below = besides === "" ? [] : layOut({ label: "", what: besides, figure: "", note: "" }, screen);
  return [name, ...layOut({ label: "", ...row }, screen), ...below];
}
function whatOf(actual, bound, status) {
  if (status === "unchecked") return bound;
  return actual === "unknown" ? `unknown, of ${bound}` : `${actual} of ${bound}`;
}
function largestLines(breakdown, suffix) {
  return partsThatMatter(breakdown).map(({ name, bytes, share }, index) => {
    const label = (index === 0 ? "largest" : "").padEnd(10);
    return `  ${label}${formatBytes(bytes).padEnd(9)}${share.padStart(5)}   ${name}${index === 0 ? suffix : ""}`;
  });
}

export {
  breachMessage,
  growthLines,
  verdictLines
};
