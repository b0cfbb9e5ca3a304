import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  HttpError,
  isLoopback,
  isTemporary,
  isWithin,
  noAnswer,
  refusal,
  request,
  retryAfter,
  showUrl
} from "./chunk-VCAXLFFW.js";
import {
  changeOf,
  isNoise
} from "./chunk-6FUMLW73.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-IVJM4JWD.js";
import {
  DIGEST,
  MAX_DOCUMENT,
  PLATFORM,
  SIZE,
  STRINGS,
  TarError,
  allowance,
  array,
  asUnreadable,
  boolean,
  bytesOf,
  checkShape,
  chunksOf,
  damaged,
  declareComment,
  describeLimit,
  digestOfExtent,
  fallback,
  formatShellWords,
  foundBreakdown,
  gate,
  imageBreakdown,
  labelOf,
  largestChanges,
  largestParts,
  literal,
  maxLength,
  minLength,
  noSuchTag,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  pipe,
  problemsFailure,
  quoted,
  readJson,
  readWeighIn,
  readerOf,
  record,
  release,
  safeParse,
  splitLines,
  splitList,
  string,
  tarEntries,
  tuple,
  tupleWithRest,
  unique,
  unreadable,
  whyNotRead,
  wrongValue
} from "./chunk-YSMW2YAB.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  actualsOf,
  assembleStage,
  compileStage,
  describeBaseline,
  describeMetricChange,
  describeOthers,
  describePart,
  describeVersions,
  filesThatMatter,
  formatBytes,
  formatBytesExact,
  formatChange,
  formatDelta,
  formatMetric,
  formatSeconds,
  isSigned,
  nameOf,
  needsStage,
  nodeName,
  packStage,
  parseBytes,
  printable,
  proveStage,
  pushStage,
  shorten,
  smokeStage,
  unownedWords,
  withHeaders
} from "./chunk-6CCCR7X6.js";
import {
  didYouMean,
  editDistance,
  homeOf,
  isOfEndedRun,
  nearest,
  redact,
  toolkitCommands,
  xdgDirectory
} from "./chunk-QK4XTBJW.js";
import {
  parsed,
  problem
} from "./chunk-QTIA6VQ3.js";
import {
  askProver,
  isolationBy,
  isolationOf,
  seeLinked,
  seePacked
} from "./chunk-GH54FXO7.js";
import {
  childEnvironment,
  onPath,
  run
} from "./chunk-XXI3I6IP.js";
import {
  compress,
  mediaTypeOf,
  readLayer,
  writeSmokeMessage
} from "./chunk-XALE4722.js";
import {
  byBytes,
  completeTree,
  entryPoint,
  parents,
  sortedRecord,
  tarChunks
} from "./chunk-MTGD2QV7.js";
import {
  Absent,
  Failure,
  Interrupted
} from "./chunk-QPSR35YO.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/report/json-text.ts
function jsonText(value) {
  return `${JSON.stringify(value, null, 2).replace(OBEYED, escaped)}
`;
}
var OBEYED = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]|#(?=[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]*\[)/gu;
function escaped(text2) {
  return text2.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/report/json.ts
function weighInJson(weighIn) {
  return jsonText(weighIn);
}
function htmlPathOf(report) {
  return `${report.replace(/\.json$/, "")}.html`;
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
      ({ platform: platform4, status }) => platform4 === weight.platform && status === "over"
    );
    if (over.length === 0) return [];
    return [
      ...breachedTrees(weight, over).map((tree) => `Largest parts of ${of}: ${partsOf(tree)}.`),
      ...mostGrown(weight).map((parts) => `Grown most of ${of}: ${parts}.`)
    ];
  });
}
function breachedTrees({ breakdown, binaries }, over) {
  const metrics = over.filter((limit) => !isSigned(limit)).map(({ metric }) => metric);
  return [
    ...metrics.some((metric) => metric === "image" || metric === "download") ? [breakdown] : [],
    ...metrics.includes("binary") ? binaries.flatMap(({ breakdown: tree }) => tree ?? []) : []
  ];
}
function partsOf(tree) {
  return partsThatMatter(tree).map((part2) => `${part2.name} ${formatBytes(part2.bytes)} (${part2.share})`).join(", ");
}
function mostGrown({ growth }) {
  const { largest } = largestChanges(growth?.nodes ?? [], MOST_GROWN);
  const grown2 = largest.filter(({ delta }) => delta > 0).map(({ node: node2, delta, within: within3 }) => {
    const name = shorten(printable(nameOf(node2, false)), LONGEST_NAME);
    const version = describeVersions(node2);
    const parts = within3.map((part2) => shorten(printable(nameOf(part2.node, false)), LONGEST_NAME)).join(", ");
    const where = parts === "" ? "" : ` (${parts})`;
    return `${name}${version === "" ? "" : ` ${printable(version)}`} ${formatDelta(delta)}${where}`;
  });
  return grown2.length === 0 ? [] : [grown2.join(", ")];
}

// src/report/wrap.ts
var BREAK = /(?<=\S)(?=\s)(?!(?<=\d) (?:[kMG]i?B|B|ms|s|min|%)(?![A-Za-z]))/;
function wrap(text2, width) {
  const lines = [];
  let line = "";
  for (const word of text2.trim().split(BREAK)) {
    if (line !== "" && line.length + word.length > width) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

// src/report/listed.ts
var NARROWEST = 24;
function listed(texts, indent, { width }) {
  const lines = texts.flatMap((text2) => wrap(printable(text2), Math.max(NARROWEST, width - indent)));
  return lines.map((line) => " ".repeat(indent) + line);
}
function listedBeside(margin2, texts, indent, screen) {
  const [first = "", ...rest] = listed(texts, indent, screen);
  return [margin2 + first.slice(indent), ...rest];
}

// src/report/screen.ts
var CODES = { good: 32, bad: 31, doubtful: 33, strong: 1 };
function paint(screen, ink, text2) {
  return screen.colour && text2 !== "" ? `\x1B[${CODES[ink]}m${text2}\x1B[0m` : text2;
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
  const words3 = cell(what, WHAT);
  const after = figure === "" ? margin(WHAT + FIGURE - words3.length) : cell(figure, FIGURE);
  const left = `${margin(MARGIN)}${cell(label, LABEL)}${words3}${after}`;
  const [first = "", ...rest] = wrap(note, width - NOTE_COLUMN);
  const below2 = (piece) => [margin(NOTE_COLUMN), piece];
  return left.length + first.length <= Math.max(width, NOTE_COLUMN + first.length) ? [[left, first], ...rest.map(below2)] : [[left, ""], ...[first, ...rest].map(below2)];
}
function narrow({ label, what, figure, note }, width) {
  const room = Math.max(NARROWEST_NOTE, width - MARGIN - LABEL);
  const head = [what, figure].filter((text2) => text2 !== "").join(GAP);
  const start3 = (index) => margin(MARGIN) + (index === 0 ? cell(label, LABEL) : margin(LABEL));
  if (head.length + GAP.length + note.length <= room)
    return [[start3(0) + (head === "" ? "" : head + GAP), note]];
  const heads = head === "" ? [] : wrap(head, room).map((line, index) => [start3(index) + line, ""]);
  const notes = note === "" ? [] : wrap(note, room).map((line, index) => [start3(heads.length + index), line]);
  return [...heads, ...notes];
}
function cell(text2, width) {
  return text2.length + GAP.length <= width ? text2.padEnd(width) : text2 + GAP;
}
function margin(columns) {
  return " ".repeat(Math.max(0, columns));
}

// src/report/growth-lines.ts
var LARGEST = 10;
var INDENT = 12;
var LONGEST_NAME2 = 200;
function growthLines(growth, baseline, screen) {
  const changed2 = growth.metrics.filter(({ change }) => change !== null && change !== "unchanged");
  const over = baseline === null ? "the first of the two" : describeBaseline(baseline);
  const what = changed2.length === 0 ? `none beyond noise over ${over}` : `over ${over}`;
  return [
    ...labelled("growth", [what, ...growth.causes], screen),
    ...changed2.flatMap((metric) => metricLines(metric, screen)),
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
function words({ node: node2, within: within3 }, several) {
  const versions = describeVersions(node2);
  const title = [shorten(nameOf(node2, several), LONGEST_NAME2), versions].filter((text2) => text2 !== "").join(" ");
  const [most, ...others] = within3.map((part2) => ({
    name: shorten(nameOf(part2.node, false), LONGEST_NAME2),
    change: describePart(part2)
  }));
  if (most === void 0) return title;
  if (others.length === 0) return `${title}, most of it in ${most.name}`;
  return `${title}, above all ${[most, ...others].map(({ name, change }) => `${name} ${change}`).join(", ")}`;
}
function deltaLine(delta, text2, screen) {
  const figure = formatDelta(delta).padStart(INDENT - 2);
  return listedBeside(`${paint(screen, delta > 0 ? "doubtful" : "good", figure)}  `, [text2], INDENT, screen);
}
function labelled(label, texts, screen) {
  return listedBeside(`  ${label}`.padEnd(INDENT), texts, INDENT, screen);
}

// src/report/stage-line.ts
function headline(name, platform4, screen) {
  return `${paint(screen, "strong", printable(name))}  ${printable(platform4)}`.trimEnd();
}
function stageLine({ stage, what, ms, note }, screen) {
  const figure = ms === null ? "" : formatSeconds(ms);
  return layOut({ label: stage, what, figure, note }, screen).join("\n");
}

// src/report/terminal.ts
function verdictLines(weighIn, screen) {
  return weighIn.images.flatMap((image) => {
    const title = weighIn.images.length > 1 ? [headline(image.name, "", screen)] : [];
    return [...title, ...imageLines(image, screen)];
  });
}
function imageLines({ budget, platforms, baseline }, screen) {
  const suffix = (platform4) => platforms.length > 1 ? `, ${platform4}` : "";
  const limits = budget.limits.length === 0 ? platforms.flatMap(
    ({ platform: platform4, sizes }) => layOut(unlimitedRow(sizes.imageSize, suffix(platform4)), screen)
  ) : budget.limits.flatMap((limit) => {
    const weight = platforms.find(({ platform: platform4 }) => platform4 === limit.platform);
    const besides = unownedWords(limit, weight);
    return limitLines(limit, budget.allowed, [suffix(limit.platform), besides], screen);
  });
  const dropped = budget.dropped.map((line) => `  no longer limited: ${printable(line)}`);
  const breached = platforms.flatMap(
    (weight) => breachedTrees(
      weight,
      budget.limits.filter(({ platform: platform4, status }) => platform4 === weight.platform && status === "over")
    )
  );
  const why = baseline === null ? [] : baselineLines(baseline, screen);
  return [
    ...limits,
    ...dropped,
    ...breached.flatMap((tree) => ["", ...largestLines(tree)]),
    ...why.length > 0 ? ["", ...why] : [],
    ...platforms.flatMap(
      ({ platform: platform4, growth }) => growth === null ? [] : [
        "",
        ...platforms.length > 1 ? [headline("", platform4, screen)] : [],
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
  "let through": "doubtful",
  unmeasured: "bad",
  unchecked: "doubtful"
};
var LONGEST_NAME3 = 200;
function limitLines(limit, allowed, [suffix, besides], screen) {
  const { actual, limit: bound, used, verdict: verdict2, status } = describeLimit(limit, allowed);
  const [label = "", ...path58] = printable(limit.metric).split(" ");
  const row = {
    what: whatOf(actual, bound, status),
    figure: used,
    note: `${verdict2}${suffix}`,
    ink: INKS[status]
  };
  if (path58.length === 0) return layOut({ label, ...row }, screen);
  const name = `  ${label.padEnd(10)}${shorten(path58.join(" "), LONGEST_NAME3)}`;
  const below2 = besides === "" ? [] : layOut({ label: "", what: besides, figure: "", note: "" }, screen);
  return [name, ...layOut({ label: "", ...row }, screen), ...below2];
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

// src/report/run-command.ts
function placeName(where) {
  return where.kind === "daemon" || where.kind === "registry" ? where.reference : where.path;
}
function runHints({ config, smoke }) {
  const asked = smoke?.http === null || smoke === null ? [] : [String(smoke.http.port)];
  const declared2 = [...config.expose.map((port) => port.replace(/\/tcp$/, "")), ...asked];
  const named = /^\d+$/.test(config.env["PORT"] ?? "") ? [config.env["PORT"] ?? ""] : [];
  const env = Object.entries(smoke?.env ?? {}).map(
    ([key, value]) => [key, /^\d+$/.test(value) ? value : null]
  );
  return { ports: [...new Set(declared2.length > 0 ? declared2 : named)], env: Object.fromEntries(env) };
}
function runCommand(name, where, hints) {
  const local = localName(name);
  switch (where.kind) {
    case "layout": {
      const copy = ["skopeo", "copy", `oci:${where.path}`, `docker-daemon:${local}:latest`];
      return `${formatShellWords(copy)} && ${dockerRun(local, hints)}`;
    }
    case "archive":
      return `${formatShellWords(["docker", "load", "-i", where.path])} && ${dockerRun(where.reference, hints)}`;
    case "daemon":
    case "registry":
      return dockerRun(where.reference, hints);
  }
}
function dockerRun(reference, { ports, env }) {
  const variables = Object.entries(env).flatMap(([key, value]) => [
    "-e",
    value === null ? key : `${key}=${value}`
  ]);
  const published = ports.flatMap((port) => ["-p", `${port.split("/")[0]}:${port}`]);
  return formatShellWords(["docker", "run", "--rm", ...variables, ...published, reference]);
}
function localName(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "image";
}

// src/declare/bound.ts
var GROWTH = "write +50kB, +2% or +0 for growth over the baseline";
var MOST_PERCENT = 1e6;
function parseBound(text2) {
  if (text2.startsWith("+")) return parseGrowth(text2.slice(1).trim());
  if (/^[-−]/.test(text2))
    return problem(`is negative; write a size such as 3MB, or +50kB, +2% or +0 for growth over the baseline`);
  if (text2.endsWith("%"))
    return problem(
      `is a percentage without a sign; write ${/^\d/.test(text2) ? `+${text2}` : "+2%"} for growth over the baseline, or a size such as 3MB`
    );
  const bytes = /^0+$/.test(text2) ? parsed(0) : parseBytes(text2);
  if (!bytes.ok) return bytes;
  return bytes.value === 0 ? problem("allows nothing at all; write a size such as 3MB, or none for no limit") : parsed({ kind: "size", bytes: bytes.value });
}
function formatBound(bound) {
  switch (bound.kind) {
    case "size":
      return formatBytesExact(bound.bytes);
    case "growth":
      return bound.bytes === 0 ? "+0" : `+${formatBytesExact(bound.bytes)}`;
    case "growth percent":
      return `+${bound.percent} %`;
  }
}
function parseGrowth(text2) {
  if (text2 === "") return problem(`has no size behind its sign; ${GROWTH}`);
  if (text2.endsWith("%")) return parsePercent(text2.slice(0, -1).trim());
  if (/^0+(\.0+)?$/.test(text2)) return parsed({ kind: "growth", bytes: 0 });
  if (/^\d+(\.\d+)?$/.test(text2))
    return problem(`has no unit; write +${text2}kB, or +${text2}% of the baseline`);
  const bytes = parseBytes(text2);
  return bytes.ok ? parsed({ kind: "growth", bytes: bytes.value }) : bytes;
}
function parsePercent(text2) {
  if (!/^\d+(\.\d{1,6})?$/.test(text2)) return problem(`is not a percentage; ${GROWTH}`);
  const percent = Number(text2);
  return percent > MOST_PERCENT ? problem(`is more than can be counted; ${GROWTH}`) : parsed({ kind: "growth percent", percent });
}

// src/declare/limit.ts
var METRICS = ["image", "download", "binary", "memory"];
var PARTS = ["module", "package"];
var KNOWN = "limits are of image, download, binary, memory, module <path> and package <path>";
var EXAMPLE = { module: "golang.org/x/net", package: "net/http" };
function parseLimit(line, built) {
  if (line === "none") return problem("stands beside limits; write either");
  const colon = line.lastIndexOf(":");
  if (colon < 0 && /^[a-z@/]+[\s=]*[-+\d]/i.test(line)) {
    return problem("has no colon between metric and limit; write image: 3MB");
  }
  const part2 = PARTS.find((known3) => line === known3 || new RegExp(`^${known3}[\\s:@]`).test(line));
  if (colon < 0 && part2 !== void 0)
    return problem(`has no colon between ${part2} and limit; write ${part2} ${EXAMPLE[part2]}: 1MB`);
  const place2 = colon < 0 ? parsed({ written: "image", at: null }) : splitPlace(line.slice(0, colon), part2);
  if (!place2.ok) return place2;
  const subject = parseSubject(place2.value.written, part2);
  if (!subject.ok) return subject;
  const platform4 = place2.value.at === null ? parsed(null) : parseAt(place2.value.at, subject.value, built);
  if (!platform4.ok) return platform4;
  const bound = parseBound(line.slice(colon + 1).trim());
  return bound.ok ? parsed({ subject: subject.value, bound: bound.value, platform: platform4.value }) : bound;
}
function formatLimit({ subject, bound, platform: platform4 }) {
  return `${formatSubject(subject)}${platform4 === null ? "" : `@${platform4}`}: ${formatBound(bound).replace(" ", "")}`;
}
function formatSubject(subject) {
  return subject.kind === "module" || subject.kind === "package" ? `${subject.kind} ${subject.path}` : subject.kind;
}
function splitPlace(text2, part2) {
  const [written3 = "", ...rest] = text2.split("@");
  if (rest.length === 0) return parsed({ written: written3.trim(), at: null });
  const at = rest.join("@").trim();
  return part2 !== void 0 && /^v\d/.test(at) ? problem(`names a version, and the limit is of whichever is built; write ${written3.trim()}: \u2026`) : parsed({ written: written3.trim(), at });
}
function parseSubject(written3, part2) {
  if (part2 !== void 0) return parsePart(part2, written3.slice(part2.length).trim());
  const metric = METRICS.find((known3) => known3 === written3);
  if (metric !== void 0) return parsed({ kind: metric });
  const [word = ""] = written3.split(/\s/);
  const meant = didYouMean(word, [...METRICS, ...PARTS]);
  return problem(`names an unknown metric "${written3}"${meant || `; ${KNOWN}`}`);
}
function parsePart(part2, path58) {
  if (path58 === "") return problem(`names no ${part2}; write ${part2} ${EXAMPLE[part2]}: 1MB`);
  if (/:\/\//.test(path58))
    return problem(`has a URL for a path; write ${part2} ${path58.replace(/^.*:\/\//, "")}: \u2026`);
  if (!/^[\p{L}\p{N}_.~+!$%&()=^-][\p{L}\p{N}_.~+!$%&()=^/-]*$/u.test(path58) || path58.endsWith("/"))
    return problem(`names the ${part2} "${path58}", which is no import path; write one such as ${EXAMPLE[part2]}`);
  return parsed({ kind: part2, path: path58 });
}
function parseAt(at, subject, built) {
  const platform4 = parsePlatform(at);
  if (!platform4.ok) return problem(`names the platform "${at}", which ${platform4.problem}`);
  const [asked, actual] = [formatPlatform(platform4.value), formatPlatform(built)];
  return asked === actual ? parsed(asked) : problem(`is a limit for ${asked}, but this run builds ${actual}; write ${formatSubject(subject)}: \u2026`);
}

// src/size/allowance.ts
function limitOf(bound, before) {
  if (bound.kind === "size") return bound.bytes;
  return before === null ? null : before + allowanceOf(bound, before);
}
function allowanceOf(bound, before) {
  switch (bound.kind) {
    case "growth":
      return bound.bytes;
    case "growth percent":
      return Math.floor(Number((before * bound.percent / 100).toPrecision(15)));
  }
}

// src/size/causes.ts
function causesOf(before, after) {
  const [from, to] = [before.settings, after.settings];
  return [
    ...changed("Go", from.go, to.go),
    ...isCompiledOnly(before) || isCompiledOnly(after) ? [] : [...packerChange(from, to), ...packChanges(before, after)],
    ...changed("ldflags", from.ldflags, to.ldflags),
    ...changed("build-tags", tagsOf(from), tagsOf(to)),
    ...changed("build-flags", from.buildFlags?.join(" ") ?? null, to.buildFlags?.join(" ") ?? null),
    ...changed("cgo", from.cgo, to.cgo),
    ...changed("certificates", from.certificates, to.certificates),
    ...changed("timezones", from.timezones, to.timezones),
    ...changed("layer-compression", from.layerCompression, to.layerCompression)
  ];
}
var OF_CGO = ["netgo", "osusergo"];
function tagsOf({ buildTags, cgo }) {
  return buildTags?.filter((tag) => cgo !== "off" || !OF_CGO.includes(tag)).join(",") ?? null;
}
function isCompiledOnly({ binaries }) {
  return binaries.some(({ pack: pack2 }) => pack2 === null);
}
function packerChange({ packer: from }, { packer: to }) {
  const unsaid = (one, other) => one !== null && other?.startsWith(`${one} `);
  return unsaid(from, to) || unsaid(to, from) ? [] : changed("packing", from ?? "off", to ?? "off");
}
function packChanges(before, after) {
  return after.binaries.flatMap(({ name, pack: pack2 }) => {
    const old = before.binaries.find((binary) => binary.name === name);
    return old === void 0 ? [] : changed(name, old.pack?.status ?? null, pack2?.status ?? null);
  });
}
function changed(what, from, to) {
  if (from === null || to === null || from === to) return [];
  return [`${what} changed from ${from || "none"} to ${to || "none"}`];
}

// src/size/node-growth.ts
function compareTrees(before, after, binary) {
  return compareChildren([before], [after], { binary, path: [] });
}
function compareChildren(before, after, place2) {
  const [old, now] = [childrenByKey(before), childrenByKey(after)];
  const renamed = renamedModules(old, now);
  const oldKeys = new Set([...now.keys()].map((key) => renamed.get(key) ?? key));
  const gone = [...old.keys()].filter((key) => !oldKeys.has(key));
  return [
    ...[...now].flatMap(([key, nodes]) => compareNodes(old.get(renamed.get(key) ?? key) ?? [], nodes, place2)),
    ...gone.flatMap((key) => compareNodes(old.get(key) ?? [], [], place2))
  ];
}
function compareNodes(before, after, { binary, path: above }) {
  const node2 = after[0] ?? before[0];
  if (node2 === void 0) return [];
  const path58 = [...above, node2.name];
  const [from, to] = [bytesOf2(before), bytesOf2(after)];
  const versionBefore = before[0]?.version ?? null;
  const versionAfter = after[0]?.version ?? null;
  const below2 = compareChildren(before, after, { binary, path: path58 });
  const sameVersion = before.length === 0 || after.length === 0 || versionBefore === versionAfter;
  if (from === to && sameVersion) return below2;
  const change = wordOf(node2.kind, from, to);
  return [
    { binary, path: path58, kind: node2.kind, versionBefore, versionAfter, before: from, after: to, change },
    ...below2
  ];
}
function wordOf(kind, from, to) {
  if (from === null) return "added";
  return to === null ? "removed" : changeOf(kind, from, to - from);
}
function bytesOf2(nodes) {
  return nodes.length === 0 ? null : nodes.reduce((sum3, { bytes }) => sum3 + bytes, 0);
}
function childrenByKey(parents3) {
  const byKey = /* @__PURE__ */ new Map();
  for (const parent of parents3)
    for (const child of parent.children ?? []) {
      const key = keyOf(child, parent);
      const same = byKey.get(key);
      if (same === void 0) byKey.set(key, [child]);
      else same.push(child);
    }
  return byKey;
}
function keyOf({ kind, name }, parent) {
  if (kind === "main") return "main";
  const within3 = kind === "package" && parent.kind !== "std" && isBelow(name, parent.name);
  return `${kind} ${within3 ? name.slice(parent.name.length) : name}`;
}
function isBelow(name, path58) {
  return name === path58 || name.startsWith(`${path58}/`);
}
function renamedModules(old, now) {
  const gone = byModule([...old.keys()].filter((key) => !now.has(key)));
  const come = byModule([...now.keys()].filter((key) => !old.has(key)));
  const renamed = /* @__PURE__ */ new Map();
  for (const [name, keys] of come) {
    const [key, ...others] = keys;
    const [before, ...otherBefore] = gone.get(name) ?? [];
    const alone = others.length === 0 && otherBefore.length === 0;
    if (key !== void 0 && before !== void 0 && alone) renamed.set(key, before);
  }
  return renamed;
}
function byModule(keys) {
  return Map.groupBy(
    keys.filter((key) => key.startsWith("module ")),
    (key) => key.replace(/\/v\d+$|(?<=^module gopkg\.in\/.*)\.v\d+$/, "")
  );
}

// src/size/padding.ts
function stepOf(platform4) {
  return ["amd64", "386"].includes(platform4.split("/")[1] ?? "") ? 4096 : 65536;
}
var PLACES = 2;
function paddingChange(metric, platform4, before, after) {
  const [from, to] = [paddingOf(metric, before), paddingOf(metric, after)];
  if (from === null || to === null) return { bytes: 0, counts: true };
  return { bytes: to - from, counts: to - from > PLACES * stepOf(platform4) };
}
function paddingOf(metric, { binaries }) {
  switch (metric) {
    case "binary":
      return sum(binaries.map(({ breakdown }) => headersOf(breakdown)));
    case "image":
      return sum(
        binaries.map(({ pack: pack2, breakdown }) => pack2?.status === "packed" ? 0 : headersOf(breakdown))
      );
    case "download":
    case "memory":
      return 0;
  }
}
function headersOf(breakdown) {
  if (breakdown === null) return null;
  return (breakdown.children ?? []).filter(({ kind }) => kind === "header").reduce((total, { bytes }) => total + bytes, 0);
}
function sum(values) {
  return values.reduce((total, value) => total === null || value === null ? null : total + value, 0);
}

// src/size/growth.ts
var METRICS2 = ["image", "download", "binary", "memory"];
function growthOf(before, after) {
  const { counts: counts2 } = paddingChange("binary", after.platform, before, after);
  return {
    metrics: METRICS2.map((metric) => metricGrowth(metric, before, after)),
    causes: causesOf(before, after),
    nodes: [
      ...withHeaders(pairsOf(before.binaries, after.binaries).flatMap(binaryGrowth), counts2),
      ...compareTrees(othersTree(before), othersTree(after), null)
    ],
    files: filesGrowth(before.breakdown, after.breakdown)
  };
}
function metricDelta(metric, before, after) {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  if (from === null || to === null) return null;
  const padding = paddingChange(metric, after.platform, before, after);
  return padding.counts ? to - from : to - from - padding.bytes;
}
function metricGrowth(metric, before, after) {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  const delta = metricDelta(metric, before, after);
  const change = from === null || delta === null ? null : changeOf(metric, from, delta);
  return { metric, before: from, after: to, delta, change };
}
function pairsOf(before, after) {
  const [[old], [now]] = [before, after];
  if (before.length === 1 && after.length === 1) return [[old ?? null, now ?? null]];
  const gone = before.filter(({ name }) => !after.some((other) => other.name === name));
  return [
    ...after.map((one) => [before.find(({ name }) => name === one.name) ?? null, one]),
    ...gone.map((one) => [one, null])
  ];
}
function binaryGrowth([before, after]) {
  if (before !== null && before.breakdown === null) return [];
  if (after !== null && after.breakdown === null) return [];
  const name = after?.name ?? before?.name ?? null;
  return compareTrees(treeOf(before), treeOf(after), name);
}
function othersTree({ otherPrograms = [] }) {
  const children = otherPrograms.map(({ path: path58, bytes }) => ({ name: path58, kind: "binary", bytes }));
  return { name: "", kind: "image", bytes: children.reduce((sum3, { bytes }) => sum3 + bytes, 0), children };
}
function filesGrowth(before, after) {
  return before === null || after === null ? [] : compareTrees(before, after, null);
}
function treeOf(binary) {
  return binary?.breakdown ?? { name: "", kind: "binary", bytes: 0, children: [] };
}

// src/size/subject.ts
function sizeOf(subject, weight) {
  if (!isPart(subject)) return actualsOf(weight)[subject.kind];
  const trees = unreadProgram(weight) === null ? treesOf(weight.binaries) : null;
  if (trees === null) return null;
  return trees.flatMap((tree) => nodesOf(tree, subject.kind)).filter(({ name }) => name === subject.path).reduce((sum3, { bytes }) => sum3 + bytes, 0);
}
var NOTHING = { before: [], packages: [] };
function isAbsent(subject, binaries, { before, packages } = NOTHING) {
  if (treesOf(binaries) === null || !isPart(subject)) return false;
  if (subject.kind === "package" && packages.includes(subject.path)) return false;
  return ![...binaries, ...before].some((binary) => has(binary, subject));
}
function has({ breakdown, modules = [] }, { kind, path: path58 }) {
  if (modules.includes(path58)) return true;
  return breakdown !== null && nodesOf(breakdown, kind).some(({ name }) => name === path58);
}
function unknownSubjects(surface, limits, binaries, knowledge = NOTHING) {
  const where = binaries.map(({ name }) => name).join(" and ");
  return limits.flatMap((limit) => {
    const { subject } = limit;
    if (!isPart(subject)) return [];
    if (binaries.length > 0 && !isAbsent(subject, binaries, knowledge)) return [];
    const because = binaries.length === 0 ? `limits a ${subject.kind}, and there is no program that Go built; take the line out` : `limits a ${subject.kind} that is not in ${where}${adviceOn({ ...limit, subject }, binaries)}`;
    return [wrongValue(surface, "budget", formatLimit(limit), because)];
  });
}
function adviceOn(limit, binaries) {
  const { kind, path: path58 } = limit.subject;
  const other = kind === "module" ? "package" : "module";
  const namesOf4 = (of) => [
    ...(treesOf(binaries) ?? []).flatMap((tree) => nodesOf(tree, of).map(({ name }) => name)),
    ...of === "module" ? binaries.flatMap(({ modules = [] }) => modules) : []
  ];
  const instead = formatLimit({ ...limit, subject: { kind: other, path: path58 } });
  if (namesOf4(other).includes(path58)) return `, but there is a ${other} of that name; write ${instead}`;
  const known3 = [...new Set(namesOf4(kind))];
  if (known3.length === 0) return `, where no Go ${kind}s can be told; take the line out`;
  const meant = nearestPaths(path58, known3);
  return meant.length === 0 ? "; take the line out" : `; did you mean ${meant.map((name) => `"${name}"`).join(" or ")}?`;
}
var MOST_NAMES = 3;
var CANDIDATES = 100;
function nearestPaths(path58, known3) {
  const wanted2 = path58.slice(0, 128).toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted2.length / 4));
  return known3.map((name) => ({ name, related: isRelated(wanted2, name.toLowerCase()), alike: alikeness(wanted2, name) })).sort((one, other) => Number(other.related) - Number(one.related) || other.alike - one.alike).slice(0, CANDIDATES).map(({ name, related }) => ({ name, distance: related ? 0 : editDistance(wanted2, name.toLowerCase()) })).filter(({ distance }) => distance <= allowed).sort(
    (one, other) => one.distance - other.distance || one.name.length - other.name.length || (one.name < other.name ? -1 : 1)
  ).slice(0, MOST_NAMES).map(({ name }) => name);
}
function alikeness(wanted2, name) {
  const candidate = name.toLowerCase();
  const shorter = Math.min(wanted2.length, candidate.length);
  let head = 0;
  while (head < shorter && wanted2[head] === candidate[head]) head++;
  let tail = 0;
  while (tail < shorter - head && wanted2.at(-1 - tail) === candidate.at(-1 - tail)) tail++;
  return head + tail - Math.abs(wanted2.length - candidate.length);
}
function isRelated(wanted2, candidate) {
  const within3 = (part2, whole) => whole.startsWith(`${part2}/`) || whole.endsWith(`/${part2}`);
  return within3(wanted2, candidate) || within3(candidate, wanted2);
}
function isPart(subject) {
  return subject.kind === "module" || subject.kind === "package";
}
function unreadProgram({ binaries, otherPrograms = [] }) {
  const [first] = [
    ...binaries.flatMap(
      ({ name, unread }) => unread === void 0 ? [] : [`${name} was not read: ${unread}`]
    ),
    ...otherPrograms.flatMap(
      ({ path: path58, unread }) => unread === null ? [] : [`${path58} was not read: ${unread}`]
    )
  ];
  return first ?? null;
}
function treesOf(binaries) {
  const trees = binaries.flatMap(
    ({ breakdown, unread }) => breakdown === null || unread !== void 0 ? [] : [breakdown]
  );
  return trees.length === 0 || trees.length < binaries.length ? null : trees;
}
var MODULES = ["main", "module", "std"];
function nodesOf({ children = [] }, kind) {
  const modules = children.filter((child) => MODULES.includes(child.kind));
  return kind === "module" ? modules : modules.flatMap((module) => (module.children ?? []).filter((child) => child.kind === "package"));
}

// src/size/raised.ts
function raisedFrom(limit, platform4, baseline) {
  if (baseline?.status !== "read") return null;
  const before = sizeOf(limit.subject, baseline.weight);
  const now = limitOf(limit.bound, before);
  const lower = earlier(platform4, baseline).filter((old) => isCounterpart(old, limit)).map(({ bound }) => ({ bound, bytes: limitOf(bound, before) })).filter(({ bound, bytes }) => isLower(bytes, now, () => isLowerAsWritten(bound, limit.bound))).sort((one, other) => (one.bytes ?? 0) - (other.bytes ?? 0));
  return lower[0] === void 0 ? null : formatBound(lower[0].bound);
}
function droppedLimits(limits, platform4, baseline) {
  const here = limits.filter((limit) => limit.platform === null || limit.platform === platform4);
  return earlier(platform4, baseline).filter((old) => !here.some((limit) => isCounterpart(old, limit))).map((limit) => formatLimit({ ...limit, platform: null }));
}
function earlier(platform4, baseline) {
  const limits = baseline?.status === "read" ? baseline.budget ?? [] : [];
  return limits.filter((limit) => limit.platform === null || limit.platform === platform4);
}
function isCounterpart(one, other) {
  const sameKind = one.bound.kind === "size" === (other.bound.kind === "size");
  return sameKind && formatSubject(one.subject) === formatSubject(other.subject);
}
function isLower(old, now, asWritten) {
  return old === null || now === null ? asWritten() : old < now;
}
function isLowerAsWritten(old, now) {
  if (old.kind === "growth percent" && now.kind === "growth percent") return old.percent < now.percent;
  return old.kind === "growth" && now.kind === "growth" && old.bytes < now.bytes;
}

// src/size/verdict.ts
function judge({ budget, onOverBudget }, weight, baseline, packages = []) {
  const declared2 = budget.kind === "limits" ? budget.limits : [];
  const dropped = droppedLimits(declared2, weight.platform, baseline);
  if (budget.kind !== "limits") return { status: "none", allowed: false, limits: [], dropped };
  const limits = declared2.filter(({ platform: platform4 }) => platform4 === null || platform4 === weight.platform).map((limit) => judgeLimit(limit, weight, baseline, packages));
  const status = worst(limits);
  const over = limits.filter((limit) => limit.status === "over");
  const lenient = onOverBudget === "warn" || onOverBudget === "fail-if-grown" && over.every(({ inherited }) => inherited);
  return { status, allowed: status === "over" && lenient, limits, dropped };
}
function judgeLimit(limit, weight, baseline, packages) {
  const { subject, bound } = limit;
  const actual = known(sizeOf(subject, weight));
  const before = baseline?.status === "read" ? known(sizeOf(subject, baseline.weight)) : null;
  const growth = growthOf2(limit, weight, baseline);
  const compared = { limit, weight, baseline, actual, before, growth };
  const earlier2 = baseline?.status === "read" ? baseline.weight.binaries : [];
  const finding = isAbsent(subject, weight.binaries, { before: earlier2, packages }) ? unmeasured("it is in none of the binaries") : bound.kind === "size" ? judgeSize(bound.bytes, compared) : judgeGrowth(bound, compared);
  return {
    metric: formatSubject(subject),
    bound: formatBound(bound),
    platform: weight.platform,
    limit: limitOf(bound, before),
    actual,
    before,
    growth,
    inherited: false,
    ...finding,
    raisedFrom: raisedFrom(limit, weight.platform, baseline)
  };
}
function judgeSize(bytes, { limit, weight, actual, before, growth }) {
  if (actual === null) return unknownSize(limit, weight);
  if (actual <= bytes) return { status: "within", reason: null };
  const overBefore = before !== null && before > bytes;
  return { status: "over", reason: null, inherited: overBefore && grown(limit, before, growth) <= 0 };
}
function judgeGrowth(bound, compared) {
  const { limit, weight, baseline, actual, before, growth } = compared;
  if (actual === null) return unknownSize(limit, weight);
  if (baseline === null) return unmeasured("no baseline was looked for");
  if (baseline.status === "absent") return { status: "within", reason: "there is no baseline to grow from" };
  if (baseline.status === "unreadable") return unmeasured("the baseline could not be read");
  if (before === null || growth === null) return unmeasured("the baseline does not tell it");
  const within3 = grown(limit, before, growth) <= allowanceOf(bound, before);
  return { status: within3 ? "within" : "over", reason: null };
}
function grown({ subject }, before, growth) {
  if (growth === null) return Infinity;
  return isNoise(subject.kind, before, growth) ? 0 : growth;
}
function growthOf2({ subject }, weight, baseline) {
  if (baseline?.status !== "read") return null;
  if (subject.kind !== "module" && subject.kind !== "package")
    return known(metricDelta(subject.kind, baseline.weight, weight));
  const [before, after] = [sizeOf(subject, baseline.weight), sizeOf(subject, weight)];
  return before === null || after === null ? null : known(after - before);
}
function unknownSize({ subject: { kind } }, weight) {
  const part2 = kind === "module" || kind === "package";
  const unread = part2 || kind === "binary" ? unreadProgram(weight) : null;
  return unmeasured(unread ?? (part2 ? "nobody could tell what is in the binaries" : null));
}
function unmeasured(reason) {
  return { status: "unmeasured", reason };
}
function known(size) {
  return size !== null && Number.isFinite(size) ? size : null;
}
function worst(limits) {
  if (limits.some(({ status }) => status === "unmeasured")) return "unmeasured";
  return limits.some(({ status }) => status === "over") ? "over" : "within";
}

// src/commands/clock.ts
function startClock() {
  const times = /* @__PURE__ */ new Map();
  const add2 = (stage, ms) => void times.set(stage, (times.get(stage) ?? 0) + ms);
  return {
    add: add2,
    async time(stage, work) {
      const started = performance.now();
      const value = await work;
      add2(stage, performance.now() - started);
      return value;
    },
    ms: (stage) => times.get(stage) ?? 0,
    stages: (image, platform4) => [...times].map(([stage, ms]) => ({ stage, image, platform: platform4, ms: Math.round(ms) }))
  };
}

// src/commands/steps/base.ts
import { Stats } from "node:fs";
import { readFile as readFile4, stat as stat4 } from "node:fs/promises";
import path12 from "node:path";

// src/image/certificates.ts
import { X509Certificate } from "node:crypto";
var CERTIFICATES_PATH = "/etc/ssl/certs/ca-certificates.crt";
function bundle(sources) {
  const bundled = /* @__PURE__ */ new Set();
  for (const source of sources) {
    const certificates = parseCertificates(source);
    if (!certificates.ok) return certificates;
    for (const certificate of certificates.value) bundled.add(certificate);
  }
  return parsed([...bundled].join(""));
}
function parseCertificates({ name, text: text2 }) {
  if (text2.includes("\0"))
    return problem(`${name} is not PEM text; convert it with "openssl x509 -inform der -in FILE".`);
  const blocks = [];
  let open10 = null;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line = raw.trimEnd();
    const at = `${name}:${index + 1}`;
    const boundary = /^-----(BEGIN|END) ([A-Z0-9 ]+)-----$/.exec(line);
    if (boundary === null) {
      open10?.body.push(line);
    } else if (boundary[2] !== "CERTIFICATE") {
      return problem(`${at} holds a ${boundary[2]}; only a CERTIFICATE belongs into an image's roots.`);
    } else if (boundary[1] === "BEGIN") {
      if (open10 !== null) return problem(`${name}:${open10.line} begins a certificate that does not end.`);
      open10 = { line: index + 1, body: [] };
    } else {
      if (open10 === null) return problem(`${at} ends a certificate that did not begin.`);
      const certificate = canonicalPem(open10.body.join(""));
      if (certificate === null) return problem(`${name}:${open10.line} begins what is no X.509 certificate.`);
      blocks.push(certificate);
      open10 = null;
    }
  }
  if (open10 !== null) return problem(`${name}:${open10.line} begins a certificate that does not end.`);
  if (blocks.length === 0) return problem(`${name} holds no PEM certificate.`);
  return parsed(blocks);
}
function canonicalPem(base64) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    const { raw } = new X509Certificate(Buffer.from(base64, "base64"));
    const lines = raw.toString("base64").match(/.{1,72}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----
${lines.join("\n")}
-----END CERTIFICATE-----
`;
  } catch {
    return null;
  }
}

// src/commands/steps/zones.ts
import { readFile as readFile3 } from "node:fs/promises";
import path11 from "node:path";

// src/binary/words.ts
var OutOfBytes = class extends Error {
  name = "OutOfBytes";
};
function words2(bytes, size, littleEndian) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked = (at, length) => {
    if (!(at >= 0 && at + length <= bytes.byteLength)) throw new OutOfBytes(`${length} bytes at ${at}`);
    return at;
  };
  const u32 = (at) => view.getUint32(checked(at, 4), littleEndian);
  const word = size === 8 ? (at) => view.getBigUint64(checked(at, 8), littleEndian) : (at) => BigInt(u32(at));
  return {
    size,
    littleEndian,
    u8: (at) => view.getUint8(checked(at, 1)),
    u16: (at) => view.getUint16(checked(at, 2), littleEndian),
    u32,
    word,
    offset: (at) => Number(word(at))
  };
}
function slice(bytes, offset, length) {
  if (!(offset >= 0 && length >= 0 && offset + length <= bytes.byteLength)) {
    throw new OutOfBytes(`${length} bytes at ${offset}`);
  }
  return bytes.subarray(offset, offset + length);
}
function orWhenOutOfBytes(read2, otherwise2) {
  try {
    return read2();
  } catch (error) {
    if (error instanceof OutOfBytes) return otherwise2(error);
    throw error;
  }
}
function text(bytes, at, limit) {
  if (!(at >= 0 && at < bytes.byteLength)) throw new OutOfBytes(`a string at ${at}`);
  const window = bytes.subarray(at, at + limit);
  const end = window.indexOf(0);
  return utf8(end === -1 ? window : window.subarray(0, end));
}
function utf8(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

// src/binary/elf-bytes.ts
var PT_LOAD = 1;
var PF_W = 2;
var SHT_NOBITS = 8;
function sectionBytes(section, bytes) {
  if (section.type === SHT_NOBITS) return null;
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null
  );
}
function bytesAtAddress(segments, bytes, address) {
  const segment = segments.find(
    ({ type, address: start3, fileSize }) => type === PT_LOAD && address >= start3 && address < start3 + BigInt(fileSize)
  );
  if (segment === void 0) return null;
  const skipped = Number(address - segment.address);
  return slice(bytes, segment.offset + skipped, segment.fileSize - skipped);
}
function placeOfAddress(segments, address) {
  const segment = segments.find(
    ({ type, address: start3, fileSize }) => type === PT_LOAD && address >= start3 && address < start3 + BigInt(fileSize)
  );
  return segment === void 0 ? null : segment.offset + Number(address - segment.address);
}
function rangeOfAddress(segments, address, length) {
  const segment = segments.find(
    (one) => one.type === PT_LOAD && address >= one.address && address + BigInt(Math.trunc(length)) <= one.address + BigInt(one.fileSize)
  );
  if (segment === void 0 || !Number.isSafeInteger(length)) return null;
  const start3 = segment.offset + Number(address - segment.address);
  return { start: start3, end: start3 + length };
}
function addressOfPlace(segments, place2) {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && place2 >= offset && place2 < offset + fileSize
  );
  return segment === void 0 ? null : segment.address + BigInt(place2 - segment.offset);
}
function restOfSegment(segments, bytes, at) {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && at >= offset && at < offset + fileSize
  );
  return segment === void 0 ? null : bytes.subarray(at, segment.offset + segment.fileSize);
}
function isWritable(segment) {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0;
}

// src/binary/module-info.ts
function parseModuleInfo(text2) {
  let path58 = null;
  const modules = [];
  const settings = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const [kind = "", ...fields] = line.split("	");
    switch (kind) {
      case "path":
        path58 = fields.join("	");
        break;
      case "mod":
      case "dep":
        modules.push({ kind, module: moduleOf(fields) });
        break;
      case "=>": {
        const replaced = modules.pop();
        if (replaced === void 0) break;
        const { path: path59, version } = moduleOf(fields);
        modules.push({ ...replaced, module: { ...replaced.module, replacedBy: { path: path59, version } } });
        break;
      }
      case "build": {
        const setting = settingOf(fields.join("	"));
        if (setting !== null) settings.set(...setting);
        break;
      }
    }
  }
  return {
    path: path58,
    main: modules.find(({ kind }) => kind === "mod")?.module ?? null,
    dependencies: modules.filter(({ kind }) => kind === "dep").map(({ module }) => module),
    settings: Object.fromEntries(settings)
  };
}
function moduleOf([path58 = "", version = "", sum3 = ""]) {
  return { path: path58, version, sum: sum3 === "" ? null : sum3, replacedBy: null };
}
function settingOf(field) {
  const match = /^(?<key>"(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(?<value>.*)$/.exec(field);
  return match?.groups === void 0 ? null : [unquote(match.groups["key"] ?? ""), unquote(match.groups["value"] ?? "")];
}
function unquote(quoted3) {
  if (quoted3.length < 2) return quoted3;
  if (quoted3.startsWith("`") && quoted3.endsWith("`")) return quoted3.slice(1, -1);
  if (!(quoted3.startsWith('"') && quoted3.endsWith('"'))) return quoted3;
  return quoted3.slice(1, -1).replace(ESCAPE, (escape, kind) => {
    const code = Number.parseInt(escape.slice(2), 16);
    if ("xuU".includes(kind[0] ?? "")) return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
    return SIMPLE_ESCAPES[kind] ?? kind;
  });
}
var ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g;
var SIMPLE_ESCAPES = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};

// src/binary/build-info.ts
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER_SIZE = 32;
var MAX_STRING = 16 * 1024 * 1024;
function readBuildInfo(elf, bytes) {
  return orWhenOutOfBytes(
    () => {
      const data = findBuildInfo(elf, bytes);
      if (data === null) return null;
      const [goVersion, moduleInfo] = readStrings(data, elf, bytes);
      return goVersion.length === 0 ? null : { goVersion: utf8(goVersion), ...parseModuleInfo(withoutSentinels(moduleInfo)) };
    },
    () => null
  );
}
function findBuildInfo(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const segment = elf.segments.find(isWritable);
  const data = section !== void 0 ? sectionBytes(section, bytes) : segment !== void 0 ? slice(bytes, segment.offset, segment.fileSize) : null;
  if (data === null) return null;
  const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = searched.indexOf(MAGIC); at !== -1; at = searched.indexOf(MAGIC, at + 1)) {
    if (at % ALIGNMENT === 0) return data.subarray(at);
  }
  return null;
}
function readStrings(data, elf, bytes) {
  const header = words2(data, 4, true);
  const flags = header.u8(15);
  if ((flags & 2) !== 0) {
    const version = readCounted(data, HEADER_SIZE);
    return [version.content, readCounted(data, version.end).content];
  }
  const pointers = words2(data, header.u8(14) === 4 ? 4 : 8, (flags & 1) === 0);
  const read2 = (at) => readGoString(pointers.word(at), pointers, elf, bytes);
  return [read2(16), read2(16 + pointers.size)];
}
function readCounted(data, at) {
  let length = 0;
  let next = at;
  for (let scale = 1; ; scale *= 128) {
    const byte = data[next++];
    if (byte === void 0 || scale > MAX_STRING) throw new OutOfBytes(`a length at ${at}`);
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return { content: slice(data, next, Math.min(length, MAX_STRING + 1)), end: next + length };
}
function readGoString(header, pointers, elf, bytes) {
  const at = (address) => bytesAtAddress(elf.segments, bytes, address) ?? new Uint8Array();
  const fields = words2(at(header), pointers.size, pointers.littleEndian);
  return slice(at(fields.word(0)), 0, fields.offset(pointers.size));
}
function withoutSentinels(moduleInfo) {
  const { length } = moduleInfo;
  return length >= 33 && moduleInfo[length - 17] === 10 ? utf8(moduleInfo.subarray(16, length - 16)) : "";
}

// src/binary/architecture.ts
function architectureOf(machine2, bits, littleEndian) {
  const found = ARCHITECTURES.find(
    (known3) => known3.machine === machine2 && known3.bits === bits && known3.littleEndian === littleEndian
  );
  return found?.architecture ?? null;
}
var ARCHITECTURES = [
  { architecture: "386", machine: 3, bits: 32, littleEndian: true },
  { architecture: "mips", machine: 8, bits: 32, littleEndian: false },
  { architecture: "mipsle", machine: 8, bits: 32, littleEndian: true },
  { architecture: "mips64", machine: 8, bits: 64, littleEndian: false },
  { architecture: "mips64le", machine: 8, bits: 64, littleEndian: true },
  { architecture: "ppc64", machine: 21, bits: 64, littleEndian: false },
  { architecture: "ppc64le", machine: 21, bits: 64, littleEndian: true },
  { architecture: "s390x", machine: 22, bits: 64, littleEndian: false },
  { architecture: "arm", machine: 40, bits: 32, littleEndian: true },
  { architecture: "amd64", machine: 62, bits: 64, littleEndian: true },
  { architecture: "arm64", machine: 183, bits: 64, littleEndian: true },
  { architecture: "riscv64", machine: 243, bits: 64, littleEndian: true },
  { architecture: "loong64", machine: 258, bits: 64, littleEndian: true }
];

// src/binary/file-kind.ts
function fileKind(bytes) {
  if (bytes.byteLength === 0) return "an empty file";
  const start3 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString("latin1");
  const known3 = KINDS.find((kind) => kind.starts.some((magic) => start3.startsWith(magic)));
  return known3?.is ?? "not an ELF file, which every program for Linux is";
}
var KINDS = [
  {
    is: "an archive of object files, which is what go build writes for a package that is not main",
    starts: ["!<arch>\n"]
  },
  { is: "a script, and scratch has no interpreter to run it", starts: ["#!"] },
  {
    is: "a macOS program (Mach-O)",
    starts: [
      "\xCF\xFA\xED\xFE",
      "\xCE\xFA\xED\xFE",
      "\xFE\xED\xFA\xCF",
      "\xFE\xED\xFA\xCE",
      "\xCA\xFE\xBA\xBE"
    ]
  },
  { is: "a Windows program (PE)", starts: ["MZ"] },
  { is: "a WebAssembly module", starts: ["\0asm"] },
  { is: "a gzip archive", starts: ["\x8B"] },
  { is: "a zip archive", starts: ["PK"] }
];

// src/binary/elf.ts
var PT_LOAD2 = 1;
var PT_DYNAMIC = 2;
var PT_INTERP = 3;
var DT_NULL = 0n;
var DT_NEEDED = 1n;
var DT_STRTAB = 5n;
var DT_FLAGS_1 = 0x6ffffffbn;
var DF_1_PIE = 0x08000000n;
var MAX_SEGMENTS = 1024;
var MAX_DYNAMIC_ENTRIES = 4096;
var MAX_SECTION_NAME = 256;
var MAX_PATH = 4096;
function readElf(bytes, name = "the binary") {
  const isElf3 = bytes[0] === 127 && bytes[1] === 69 && bytes[2] === 76 && bytes[3] === 70;
  if (!isElf3) throw new Failure("unreadable-binary", `${name} is ${fileKind(bytes)}.`);
  return orWhenOutOfBytes(
    () => readHeaders(bytes, name),
    (cause) => {
      throw new Failure(
        "unreadable-binary",
        `${name} is an ELF file that is damaged or cut short: its headers point beyond its ${bytes.byteLength} bytes; build or copy it again.`,
        { cause }
      );
    }
  );
}
function readHeaders(bytes, name) {
  const [bits, littleEndian] = [bytes[4] === 2 ? 64 : 32, bytes[5] !== 2];
  if (bytes[4] !== 1 && bytes[4] !== 2 || bytes[5] !== 1 && bytes[5] !== 2) {
    throw new Failure("unreadable-binary", `${name} is an ELF file of an unknown word size or byte order.`);
  }
  const file2 = words2(bytes, bits === 64 ? 8 : 4, littleEndian);
  const machine2 = file2.u16(18);
  const segments = readSegments(file2, bytes);
  const dynamic = readDynamic(segments, file2);
  return {
    bits,
    littleEndian,
    abi: file2.u8(7),
    type: file2.u16(16),
    machine: machine2,
    architecture: architectureOf(machine2, bits, littleEndian),
    entry: file2.word(24),
    segments,
    sections: readSections(file2, bytes),
    interpreter: readInterpreter(segments, bytes),
    neededLibraries: neededLibraries(dynamic, segments, bytes),
    isPie: dynamic.some(({ tag, value }) => tag === DT_FLAGS_1 && (value & DF_1_PIE) !== 0n)
  };
}
function readSegments(file2, bytes) {
  const wide2 = file2.size === 8;
  const table = file2.offset(wide2 ? 32 : 28);
  const entrySize = file2.u16(wide2 ? 54 : 42);
  const count = Math.min(file2.u16(wide2 ? 56 : 44), MAX_SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize;
    const segment = wide2 ? {
      type: file2.u32(at),
      flags: file2.u32(at + 4),
      offset: file2.offset(at + 8),
      address: file2.word(at + 16),
      fileSize: file2.offset(at + 32),
      memorySize: file2.word(at + 40)
    } : {
      type: file2.u32(at),
      flags: file2.u32(at + 24),
      offset: file2.offset(at + 4),
      address: file2.word(at + 8),
      fileSize: file2.offset(at + 16),
      memorySize: file2.word(at + 20)
    };
    if (segment.type === PT_LOAD2) slice(bytes, segment.offset, segment.fileSize);
    return segment;
  });
}
function readSections(file2, bytes) {
  return orWhenOutOfBytes(
    () => {
      const wide2 = file2.size === 8;
      const table = file2.offset(wide2 ? 40 : 32);
      const entrySize = file2.u16(wide2 ? 58 : 46);
      const count = table === 0 ? 0 : file2.u16(wide2 ? 60 : 48);
      const at = (index) => table + index * entrySize;
      const offsetOf2 = (index) => file2.offset(at(index) + (wide2 ? 24 : 16));
      const names = count === 0 ? 0 : offsetOf2(file2.u16(wide2 ? 62 : 50));
      return Array.from({ length: count }, (_, index) => ({
        name: text(bytes, names + file2.u32(at(index)), MAX_SECTION_NAME),
        type: file2.u32(at(index) + 4),
        flags: file2.word(at(index) + 8),
        address: file2.word(at(index) + (wide2 ? 16 : 12)),
        offset: offsetOf2(index),
        size: file2.offset(at(index) + (wide2 ? 32 : 20))
      }));
    },
    () => []
  );
}
function readInterpreter(segments, bytes) {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  return segment === void 0 ? null : text(bytes, segment.offset, Math.min(segment.fileSize, MAX_PATH));
}
function readDynamic(segments, file2) {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === void 0) return [];
  const found = [];
  const entries = Math.min(Math.floor(dynamic.fileSize / (2 * file2.size)), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < entries; index++) {
    const at = dynamic.offset + index * 2 * file2.size;
    const tag = file2.word(at);
    if (tag === DT_NULL) break;
    found.push({ tag, value: file2.word(at + file2.size) });
  }
  return found;
}
function neededLibraries(dynamic, segments, bytes) {
  const needed = dynamic.flatMap(({ tag, value }) => tag === DT_NEEDED ? [value] : []);
  const table = dynamic.findLast(({ tag }) => tag === DT_STRTAB);
  const strings = table === void 0 ? null : bytesAtAddress(segments, bytes, table.value);
  return needed.map(
    (offset) => strings === null || offset >= BigInt(strings.byteLength) ? "a library without a name" : text(strings, Number(offset), MAX_PATH)
  );
}

// src/binary/pclntab.ts
var SECTIONS = [".gopclntab", ".data.rel.ro.gopclntab"];
var MAGIC_1_18 = 4294967280;
var MAGIC_1_20 = 4294967281;
var MAX_CANDIDATES = 1e3;
function findPclntab(elf, bytes) {
  const section = elf.sections.find(({ name }) => SECTIONS.includes(name));
  const table = section === void 0 ? null : sectionBytes(section, bytes);
  return (table === null ? null : readPclntab(elf, table)) ?? scan(elf, bytes);
}
function scan(elf, bytes) {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let candidates2 = 0;
  for (const magic of [MAGIC_1_20, MAGIC_1_18]) {
    const start3 = Buffer.alloc(6);
    if (elf.littleEndian) start3.writeUInt32LE(magic);
    else start3.writeUInt32BE(magic);
    for (let at = searched.indexOf(start3); at !== -1; at = searched.indexOf(start3, at + 1)) {
      if (++candidates2 > MAX_CANDIDATES) return null;
      const table = restOfSegment(elf.segments, bytes, at);
      const found = table === null ? null : readPclntab(elf, table);
      if (found !== null) return found;
    }
  }
  return null;
}
function readPclntab(elf, table) {
  return orWhenOutOfBytes(
    () => {
      const header = words2(table, elf.bits === 64 ? 8 : 4, elf.littleEndian);
      const magic = header.u32(0);
      const [quantum, pointerSize] = [header.u8(6), header.u8(7)];
      if (magic !== MAGIC_1_18 && magic !== MAGIC_1_20) return null;
      if (pointerSize !== header.size || ![1, 2, 4].includes(quantum)) return null;
      const field = (index) => header.offset(8 + index * header.size);
      const part2 = (index) => slice(table, field(index), field(index + 1) - field(index));
      const functionCount = field(0);
      const functions = slice(table, field(7), table.byteLength - field(7));
      slice(functions, 0, functionCount * 8 + 4);
      return {
        since: magic === MAGIC_1_18 ? "1.18" : "1.20",
        quantum,
        pointerSize: header.size,
        functionCount,
        fileCount: field(1),
        table,
        names: part2(3),
        units: part2(4),
        files: part2(5),
        pcValues: part2(6),
        functions
      };
    },
    () => null
  );
}

// src/binary/function-table.ts
var MAX_SIZE = 64 * 1024 * 1024;
var MAX_NAMES = 1024 * 1024;
function readFunctionNames(elf, bytes) {
  const table = findPclntab(elf, bytes)?.names;
  if (table === void 0 || table.byteLength > MAX_SIZE) return null;
  const names = utf8(table).split("\0", MAX_NAMES + 1);
  return names.length > MAX_NAMES ? null : new Set(names.filter((name) => name !== ""));
}

// src/binary/needs.ts
function readNeeds(functions) {
  if (functions === null || !functions.has("runtime.main")) return null;
  const reaches = (names) => names.some((name) => functions.has(name));
  return {
    certificates: reaches(CERTIFICATES),
    timezones: reaches(TIMEZONES) && !reaches(EMBEDDED_TIMEZONES),
    exec: reaches(EXEC),
    users: reaches(USERS),
    temp: reaches(TEMP)
  };
}
var CERTIFICATES = ["crypto/x509.initSystemRoots", "crypto/x509.loadSystemRoots"];
var TIMEZONES = ["time.LoadLocation"];
var EMBEDDED_TIMEZONES = ["time/tzdata.loadFromEmbeddedTZData"];
var EXEC = ["os.StartProcess", "syscall.forkExec", "syscall.Exec"];
var USERS = [
  "os/user.Current",
  "os/user.Lookup",
  "os/user.LookupId",
  "os/user.LookupGroup",
  "os/user.LookupGroupId",
  "os/user.(*User).GroupIds"
];
var TEMP = ["os.TempDir", "os.CreateTemp", "os.MkdirTemp"];

// src/binary/executable.ts
function readExecutable(bytes, name) {
  const elf = readElf(bytes, name);
  return { elf, buildInfo: readBuildInfo(elf, bytes), needs: readNeeds(readFunctionNames(elf, bytes)) };
}

// src/binary/program-head.ts
import path from "node:path";
var PROGRAM_HEAD = 4096;
var ET_EXEC = 2;
var ET_DYN = 3;
var PT_INTERP2 = 3;
function looksLikeProgram(head, name) {
  if (!mayBeProgram(head)) return false;
  const isLibrary = /\.so(?:\.[\w.-]*)?$/.test(path.posix.basename(name));
  return !isLibrary || typeOf(head) === ET_EXEC;
}
function mayBeProgram(head) {
  const view = viewOf(head);
  if (head.length < 52 || view.getUint32(0) !== 2135247942) return false;
  const wide2 = head[4] === 2;
  const little = head[5] === 1;
  const type = typeOf(head);
  return type === ET_EXEC || type === ET_DYN && (hasEntry(view, wide2, little) || hasInterpreter(view, wide2, little));
}
function saysProgram(bytes) {
  try {
    return readElf(bytes).isPie;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
function typeOf(head) {
  return viewOf(head).getUint16(16, head[5] === 1);
}
function viewOf(head) {
  return new DataView(head.buffer, head.byteOffset, head.byteLength);
}
function hasEntry(view, wide2, little) {
  return (wide2 ? view.getBigUint64(24, little) : BigInt(view.getUint32(24, little))) !== 0n;
}
function hasInterpreter(view, wide2, little) {
  if (wide2 && view.byteLength < 64) return false;
  const table = wide2 ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little);
  const size = view.getUint16(wide2 ? 54 : 42, little);
  const count = Math.min(view.getUint16(wide2 ? 56 : 44, little), 256);
  for (let index = 0; index < count; index += 1) {
    const at = table + index * size;
    if (at + 4 <= view.byteLength && view.getUint32(at, little) === PT_INTERP2) return true;
  }
  return false;
}

// src/image/zone-archive.ts
import { inflateRawSync } from "node:zlib";
var END_OF_DIRECTORY = 101010256;
var DIRECTORY_ENTRY = 33639248;
var LOCAL_HEADER = 67324752;
var LARGEST_ZONE = 1e6;
function readZoneArchive(bytes) {
  try {
    return parsed(readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch {
    return problem("is not a zip archive of time zones, or is damaged");
  }
}
function readEntries(zip) {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const zones = [];
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError("no entry");
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (/^(?:[A-Za-z0-9_+-]+\/)*[A-Za-z0-9_+-]+$/.test(name)) zones.push({ name, bytes: contentOf(zip, at) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zones;
}
function findEnd(zip) {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65535); at -= 1)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new RangeError("no end");
}
function contentOf(zip, entry) {
  const method = zip.readUInt16LE(entry + 10);
  const stored = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(header) !== LOCAL_HEADER) throw new RangeError("no header");
  const start3 = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start3, start3 + stored);
  if (bytes.length !== stored) throw new RangeError("cut short");
  if (method === 0) return bytes;
  if (method !== 8) throw new RangeError("an unknown method");
  return inflateRawSync(bytes, { maxOutputLength: LARGEST_ZONE });
}

// src/image/zones.ts
var ZONES_PATH = "/usr/local/go/lib/time/zoneinfo.zip";
var ZONES_ENV = { GOROOT: "/usr/local/go" };
var ZONE_FILES_PATH = "/usr/share/zoneinfo";
function readZoneWish(tz) {
  const name = tz.replace(/^:/, "");
  if (name === "" || name === "UTC") return { kind: "nothing" };
  if (name.startsWith(`${ZONE_FILES_PATH}/`))
    return { kind: "zone", name: name.slice(ZONE_FILES_PATH.length + 1) };
  if (name.startsWith("/")) return { kind: "file", path: name };
  return { kind: /^(?:[A-Za-z]{3,}|<[\w+-]{3,}>)[+-]?\d/.test(name) ? "zone or rule" : "zone", name };
}

// src/toolchain/resolve-go.ts
import { createHash as createHash2 } from "node:crypto";
import { existsSync as existsSync4 } from "node:fs";
import { arch as arch3, platform as platform2 } from "node:os";
import path10 from "node:path";

// src/host/download.ts
import { createHash, randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path3 from "node:path";

// src/host/disk.ts
var REASONS = {
  ENOSPC: "there is no space left on its disk: free some, or put it on another",
  EDQUOT: "the user's quota is used up: free some space",
  EROFS: "its file system is read-only: name another place",
  EACCES: "permission is denied: name another place, or let this user write there",
  EEXIST: "something that is not a directory stands in its path: name another place",
  ENOTDIR: "something that is not a directory stands in its path: name another place",
  ELOOP: "its links lead in a circle: name another place",
  ENAMETOOLONG: "its name is too long: write a shorter one",
  EISDIR: "it is a directory: name a file",
  ENOENT: "its directory is not there and cannot be made: name another place",
  EPERM: "the operation is not permitted: name another place, or let this user write there"
};
function whyNotWritten(file2, cause) {
  const reason = REASONS[errorCode(cause)] ?? errorMessage(cause);
  return new Failure("write", `${file2} could not be written: ${reason}.`, { cause });
}

// src/host/response-body.ts
async function* bodyOf(response, stallMs) {
  if (response.body === null) return;
  const reader2 = response.body.getReader();
  try {
    for (; ; ) {
      const { done, value } = await within(stallMs, reader2.read()).catch((cause) => {
        throw brokenOff(cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader2.cancel().catch(() => {
    });
  }
}
function brokenOff(cause) {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true });
}
async function within(ms, promise) {
  const late = Promise.withResolvers();
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${ms / 1e3} s`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

// src/host/retry.ts
import { setTimeout as wait } from "node:timers/promises";
async function retry(attempt, { tries = 4, firstWaitMs = 200, longestWaitMs = 2e4 } = {}) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof HttpError) || !error.temporary || tried >= tries) throw error;
      const growing = firstWaitMs * 3 ** (tried - 1);
      await wait(Math.min(longestWaitMs, Math.max(growing, error.retryAfterMs ?? 0)));
    }
  }
}

// src/host/make-directory.ts
import { mkdir, stat } from "node:fs/promises";
import path2 from "node:path";
async function makeDirectory(directory3) {
  const cause = await whyNotMade(directory3);
  if (cause === null) return;
  const parent = path2.dirname(directory3);
  if (errorCode(cause) !== "ENOENT" || parent === directory3) throw cause;
  await makeDirectory(parent);
  const again = await whyNotMade(directory3);
  if (again !== null) throw again;
}
async function whyNotMade(directory3) {
  try {
    await mkdir(directory3);
    return null;
  } catch (cause) {
    const there = await stat(directory3).catch(() => null);
    return there?.isDirectory() === true ? null : cause;
  }
}

// src/host/download.ts
var Unreachable = class extends Failure {
};
var MAX_REDIRECTS = 10;
var STALL_MS = 3e4;
async function download(host, url, options) {
  await makeDirectory(host.temporary).catch((cause) => {
    throw whyNotWritten(host.temporary, cause);
  });
  const file2 = path3.join(host.temporary, `download-${randomBytes(8).toString("hex")}`);
  try {
    const sha2563 = await retry(
      async () => save(await follow(host, url, options), file2, options.maxBytes, url),
      options
    );
    if (options.sha256 !== void 0 && sha2563 !== options.sha256.toLowerCase())
      throw new Failure(
        "toolchain",
        `What ${showUrl(url)} gave is not what it should be: its SHA-256 is ${sha2563}, expected ${options.sha256.toLowerCase()}; it was deleted, so check the place or the proxy that served it.`
      );
    return { file: file2, sha256: sha2563 };
  } catch (cause) {
    await rm(file2, { force: true });
    if (cause instanceof HttpError)
      throw new Unreachable("toolchain", `${showUrl(url)} could not be downloaded: ${cause.message}.`, {
        cause
      });
    throw cause;
  }
}
async function follow(host, url, { timeoutMs }) {
  let next = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(host, next, {
      // A server that compresses on the way would change the bytes that the hash is of.
      headers: { "accept-encoding": "identity" },
      redirect: "manual",
      ...timeoutMs === void 0 ? {} : { timeoutMs }
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const location2 = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location2 === null)
      throw next === url ? refusal(response) : refusedElsewhere(next, response);
    next = redirected(next, location2);
  }
  throw new HttpError(`it was redirected more than ${MAX_REDIRECTS} times`);
}
function refusedElsewhere(url, response) {
  const { message, status, temporary: temporary2, retryAfterMs } = refusal(response);
  return new HttpError(`it was redirected to ${showUrl(url)}, and ${message}`, {
    status,
    temporary: temporary2,
    retryAfterMs
  });
}
function redirected(from, location2) {
  if (!URL.canParse(location2, from)) throw new HttpError("it was redirected to what is not a URL");
  const to = new URL(location2, from);
  const secure = new URL(from).protocol === "https:";
  if (to.protocol !== "https:" && (secure || to.protocol !== "http:"))
    throw new HttpError(`it was redirected to ${showUrl(to.href)}, which is not https`);
  return to.href;
}
async function save(response, file2, maxBytes, url) {
  const hash2 = createHash("sha256");
  let size = 0;
  const handle = await open(file2, "w", 384).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  try {
    for await (const chunk of bodyOf(response, STALL_MS)) {
      size += chunk.length;
      if (size > maxBytes)
        throw new Failure("toolchain", `${showUrl(url)} is larger than ${maxBytes} bytes: that is not it.`);
      hash2.update(chunk);
      await writeAll(handle, chunk, file2);
    }
  } finally {
    await handle.close();
  }
  const announced = response.headers.get("content-length");
  if (announced !== null && !response.headers.has("content-encoding") && Number(announced) !== size)
    throw new HttpError(`it broke off after ${size} of ${announced} bytes`, { temporary: true });
  return hash2.digest("hex");
}
async function writeAll(handle, chunk, file2) {
  try {
    await handle.writeFile(chunk);
  } catch (cause) {
    throw whyNotWritten(file2, cause);
  }
}

// src/host/tool-cache.ts
var import_semver = __toESM(require_semver(), 1);
import { randomBytes as randomBytes2 } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rename, rm as rm2, stat as stat2, writeFile } from "node:fs/promises";
import path4 from "node:path";
import { setTimeout as wait2 } from "node:timers/promises";
function toolCacheOf({ env, kept }) {
  const runners = env["RUNNER_TOOL_CACHE"] ?? "";
  return path4.isAbsolute(runners) ? runners : path4.join(kept, "tools");
}
async function findTool(host, name, range, arch6) {
  const root = toolCacheOf(host);
  if (!existsSync(path4.join(root, name))) return null;
  return host.surface === "action" ? findOnRunner(host, root, name, range, arch6) : findInLayout(root, name, range, arch6);
}
async function findOnRunner({ log }, root, name, range, arch6) {
  const { find: find5 } = await import("./tool-cache-PB4MWNAU.js");
  const before = process.env["RUNNER_TOOL_CACHE"];
  process.env["RUNNER_TOOL_CACHE"] = root;
  try {
    const directory3 = toolkitCommands.run(
      ({ message }) => log.debug(message),
      () => find5(name, range, arch6)
    );
    return directory3 === "" ? null : { directory: directory3, version: path4.basename(path4.dirname(directory3)) };
  } finally {
    if (before === void 0) delete process.env["RUNNER_TOOL_CACHE"];
    else process.env["RUNNER_TOOL_CACHE"] = before;
  }
}
async function findInLayout(root, name, range, arch6) {
  const versions = (await readdir(path4.join(root, name))).filter(
    (version2) => import_semver.default.valid(version2) !== null && isWhole(path4.join(root, name, version2, arch6))
  );
  const version = import_semver.default.maxSatisfying(versions, range);
  return version === null ? null : { directory: path4.join(root, name, version, arch6), version };
}
function isWhole(directory3) {
  return existsSync(`${directory3}.complete`) && existsSync(directory3);
}
async function installTool(host, name, version, arch6, fill2) {
  const parent = path4.join(toolCacheOf(host), name, version);
  const directory3 = path4.join(parent, arch6);
  const filling = path4.join(parent, `.tmp-${randomBytes2(6).toString("hex")}`);
  try {
    await writing(parent, () => makeDirectory(filling));
    await fill2(filling);
    await writing(directory3, async () => {
      await settle(filling, directory3);
      await writeFile(`${directory3}.complete`, "");
      await sweep(parent);
    });
    return { directory: directory3, version };
  } finally {
    await rm2(filling, { recursive: true, force: true }).catch(() => {
    });
  }
}
async function writing(place2, write2) {
  try {
    return await write2();
  } catch (cause) {
    throw whyNotWritten(place2, cause);
  }
}
var ANOTHER_JOB_MS = 1e3;
async function settle(filled, directory3) {
  if (isWhole(directory3) || await moved(filled, directory3)) return;
  for (let waited = 0; waited < ANOTHER_JOB_MS && !isWhole(directory3); waited += 50) await wait2(50);
  if (isWhole(directory3)) return;
  const aside = `${filled}-aside`;
  await moved(directory3, aside);
  await moved(filled, directory3);
  await rm2(aside, { recursive: true, force: true });
}
async function moved(from, to) {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOENT") return false;
    throw cause;
  }
}
var ABANDONED_MS = 24 * 60 * 60 * 1e3;
async function sweep(parent) {
  for (const entry of await readdir(parent)) {
    const place2 = path4.join(parent, entry);
    const age = Date.now() - ((await stat2(place2).catch(() => null))?.mtimeMs ?? Date.now());
    if (entry.startsWith(".tmp-") && age > ABANDONED_MS) await rm2(place2, { recursive: true, force: true });
  }
}

// src/toolchain/go-directive.ts
import { readFile, stat as stat3 } from "node:fs/promises";
import path5 from "node:path";

// src/toolchain/go-request.ts
var import_semver3 = __toESM(require_semver(), 1);

// src/toolchain/go-version.ts
var import_semver2 = __toESM(require_semver(), 1);
var GO_VERSION = /^(?:go)?(\d+)\.(\d+)(?:\.(\d+))?(?:(alpha|beta|rc)(\d+))?(?:[-+].*)?$/;
function semverOfGo(version) {
  const match = GO_VERSION.exec(version.trim());
  if (match === null) return null;
  const [, major, minor, patch = "0", kind, count] = match;
  return import_semver2.default.valid(`${major}.${minor}.${patch}${kind === void 0 ? "" : `-${kind}.${count}`}`);
}
function goOfSemver(version) {
  const { major, minor, patch, prerelease } = new import_semver2.default.SemVer(version);
  const short = patch === 0 && (prerelease.length > 0 || import_semver2.default.lt(`${major}.${minor}.0`, "1.21.0"));
  return `go${major}.${minor}${short ? "" : `.${patch}`}${prerelease.join("")}`;
}
function minimumOfDirective(version) {
  const parsed2 = semverOfGo(version);
  return parsed2 !== null && /^(?:go)?\d+\.\d+$/.test(version.trim()) ? `${parsed2}-0` : parsed2;
}

// src/toolchain/go-request.ts
function parseWanted(text2) {
  const asked = text2.trim();
  if (asked === "stable" || asked === "oldstable") return parsed({ kind: "channel", channel: asked });
  const spelt = asked.replace(
    /(?:\bgo)?(\d+\.\d+(?:\.\d+)?(?:alpha|beta|rc)\d+)\b/g,
    (whole) => semverOfGo(whole) ?? whole
  );
  const range = /\d/.test(spelt) ? import_semver3.default.validRange(spelt.replace(/^go(?=\d)/, "")) : null;
  if (range === null)
    return problem("is not a Go version: write one like 1.26.8, 1.26, >=1.25, stable or oldstable");
  return parsed({ kind: "range", range });
}
function satisfies(wanted2, version) {
  switch (wanted2.kind) {
    case "any":
      return true;
    case "range":
      return import_semver3.default.satisfies(version, wanted2.range);
    case "minimum":
      return import_semver3.default.gte(version, wanted2.version);
    case "channel":
      return false;
  }
}
function rangeOf(wanted2) {
  switch (wanted2.kind) {
    case "any":
      return "*";
    case "range":
      return wanted2.range;
    case "minimum":
      return `>=${wanted2.version}`;
    case "channel":
      return null;
  }
}
function choose(wanted2, known3) {
  const newestFirst = [...known3].sort((a, b) => import_semver3.default.rcompare(a.version, b.version));
  const stable = newestFirst.filter((release2) => release2.stable);
  const newest2 = stable[0];
  switch (wanted2.kind) {
    case "any":
      return newest2 ?? null;
    case "range":
      return newestFirst.find(({ version }) => import_semver3.default.satisfies(version, wanted2.range)) ?? null;
    case "minimum": {
      const enough = (releases) => releases.filter(({ version }) => import_semver3.default.gte(version, wanted2.version));
      const sameMinor = ({ version }) => minorOf(version) === minorOf(wanted2.version);
      return enough(stable).find(sameMinor) ?? enough(newestFirst).find(sameMinor) ?? enough(stable)[0] ?? null;
    }
    case "channel": {
      if (wanted2.channel === "stable" || newest2 === void 0) return newest2 ?? null;
      return stable.find(({ version }) => minorOf(version) !== minorOf(newest2.version)) ?? null;
    }
  }
}
function minorOf(version) {
  return `${import_semver3.default.major(version)}.${import_semver3.default.minor(version)}`;
}

// src/toolchain/go-directive.ts
async function goRequest(host, spec, workingDirectory) {
  if (spec.version !== null) return written(spec.version, "go-version");
  if (spec.versionFile !== null) return fromFile(spec.versionFile);
  const file2 = await workspaceFile(host, workingDirectory) ?? await upwards(workingDirectory, "go.mod");
  return file2 === null ? { wanted: { kind: "any" }, why: "no version is asked for" } : fromModule(file2);
}
async function fromFile(file2) {
  if (/\.(mod|work)$/.test(file2)) return fromModule(file2);
  const name = path5.basename(file2);
  const text2 = await read(file2);
  const version = name === ".tool-versions" ? toolVersion(text2) : firstLine(text2);
  if (version === null)
    throw new Failure(
      "bad-input",
      `go-version-file ${JSON.stringify(file2)} names no Go version: ${name === ".tool-versions" ? "write a line like golang 1.26.8" : "write one like 1.26.8"}.`
    );
  return written(version, name);
}
function written(version, where) {
  const wanted2 = parseWanted(version);
  if (!wanted2.ok) throw new Failure("bad-input", `${where} ${JSON.stringify(version)} ${wanted2.problem}.`);
  return { wanted: wanted2.value, why: `${where} says ${version.trim()}` };
}
async function fromModule(file2) {
  const { toolchain, go } = readDirectives(await read(file2));
  const name = path5.basename(file2);
  for (const version of [toolchain, go]) {
    const minimum = version === null ? null : minimumOfDirective(version);
    if (version !== null && minimum !== null)
      return {
        wanted: { kind: "minimum", version: minimum },
        why: `${name} says ${version.replace(/^go/, "")} or newer`
      };
  }
  return { wanted: { kind: "any" }, why: `${name} names no version` };
}
function readDirectives(text2) {
  const value = (directive) => new RegExp(`^[ \\t]*${directive}[ \\t]+"?([^\\s"/]+)"?[ \\t]*(?://.*)?\\r?$`, "m").exec(text2)?.[1] ?? null;
  return { toolchain: value("toolchain"), go: value("go") };
}
function toolVersion(text2) {
  return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text2)?.[1] ?? null;
}
function firstLine(text2) {
  const lines = text2.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return lines.find((line) => line !== "") ?? null;
}
async function workspaceFile({ env }, workingDirectory) {
  const chosen = env["GOWORK"] ?? "";
  if (chosen === "off") return null;
  return chosen === "" ? upwards(workingDirectory, "go.work") : chosen;
}
async function upwards(from, name) {
  const file2 = path5.join(from, name);
  if (await isFile(file2)) return file2;
  const parent = path5.dirname(from);
  return parent === from ? null : upwards(parent, name);
}
async function isFile(file2) {
  return stat3(file2).then(
    (found) => found.isFile(),
    () => false
  );
}
async function read(file2) {
  try {
    return await readFile(file2, "utf8");
  } catch (cause) {
    throw new Failure(
      "bad-input",
      `The Go version could not be read from ${file2}: ${errorMessage(cause)}; name a go.mod, go.work, .go-version or .tool-versions that is there.`,
      { cause }
    );
  }
}

// src/toolchain/go-download.ts
import { existsSync as existsSync2 } from "node:fs";
import { rm as rm4 } from "node:fs/promises";
import { arch } from "node:os";
import path7 from "node:path";

// src/host/archive.ts
import { spawn } from "node:child_process";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { link, open as open2, realpath, symlink } from "node:fs/promises";
import path6 from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
var BOUNDS = { maxEntries: 2e5, maxBytes: 2e9 };
var CHUNK = 1024 * 1024;
async function extract(host, file2, destination, { strip, from }) {
  const name = from ?? path6.basename(file2);
  const refuse = (why, cause) => new Failure("toolchain", `The archive ${name} was not extracted: ${why}.`, { cause });
  await makeDirectory(destination).catch((cause) => {
    throw whyNotWritten(destination, cause);
  });
  try {
    const links = [];
    const made = /* @__PURE__ */ new Set();
    for await (const entry of tarEntries(await decompressed(host, file2, name), BOUNDS)) {
      const place2 = placeOf(entry, entry.name, strip);
      if (place2 === null) continue;
      const target = path6.join(destination, place2);
      await parents2(destination, place2, made);
      switch (entry.type) {
        case "directory":
          await makeDirectory(target);
          break;
        case "file":
          await write(entry, target);
          break;
        case "symlink":
          links.push({ place: place2, target: symlinkTarget(entry, place2), name: entry.name });
          break;
        case "hard link":
          await hardLink(entry, strip, destination, target);
          break;
        case "other":
          throw new TarError(`${show(entry.name)} is neither a file, a directory nor a link`);
      }
    }
    await makeLinks(destination, links);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof TarError) throw refuse(cause.message, cause);
    if (errorCode(cause).startsWith("Z_"))
      throw refuse(`it is damaged or breaks off (${errorMessage(cause)})`, cause);
    if (hasCode(cause, "EEXIST", "EISDIR", "ENOTDIR")) throw refuse("it holds two entries of one name", cause);
    throw whyNotWritten(destination, cause);
  }
}
async function parents2(destination, place2, made) {
  const parent = path6.dirname(place2);
  if (made.has(parent)) return;
  await makeDirectory(path6.join(destination, parent));
  made.add(parent);
}
function placeOf(entry, name, strip) {
  if (name.includes("\0")) throw new TarError(`${show(entry.name)} has a NUL in its name`);
  if (name.startsWith("/")) throw new TarError(`${show(name)} is an absolute path`);
  const parts = name.split("/").filter((part2) => part2 !== "" && part2 !== ".");
  if (parts.includes("..")) throw new TarError(`${show(name)} points out of the archive with ..`);
  const kept = strip ? parts.slice(1) : parts;
  return kept.length === 0 ? null : kept.join("/");
}
function symlinkTarget(entry, place2) {
  const { linkTarget } = entry;
  const end = path6.posix.normalize(path6.posix.join(path6.posix.dirname(place2), linkTarget));
  if (linkTarget === "" || linkTarget.startsWith("/") || end === ".." || end.startsWith("../"))
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to ${show(linkTarget)}`);
  return linkTarget;
}
async function hardLink(entry, strip, destination, target) {
  const to = placeOf(entry, entry.linkTarget, strip);
  if (to === null)
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to nothing`);
  try {
    await link(path6.join(destination, to), target);
  } catch (cause) {
    if (hasCode(cause, "ENOENT", "EPERM"))
      throw new TarError(
        `${show(entry.name)} is a link to ${show(entry.linkTarget)}, which is not a file before it`
      );
    throw cause;
  }
}
async function makeLinks(destination, links) {
  for (const { place: place2, target } of links) await symlink(target, path6.join(destination, place2));
  const root = await realpath(destination);
  for (const { place: place2, target, name } of links) {
    const end = await realpath(path6.join(destination, place2)).catch(() => null);
    if (end === null) throw new TarError(`${show(name)} is a link to ${show(target)}, which is not there`);
    if (end !== root && !end.startsWith(root + path6.sep))
      throw new TarError(`${show(name)} is a link that points out of the archive, to ${show(target)}`);
  }
}
async function write(entry, target) {
  const executable = (entry.mode & 73) !== 0;
  const descriptor = openSync(target, "wx", executable ? 493 : 420);
  try {
    for await (const chunk of entry.content())
      for (let written3 = 0; written3 < chunk.length; ) written3 += writeSync(descriptor, chunk, written3);
  } finally {
    closeSync(descriptor);
  }
}
async function decompressed(host, file2, name) {
  const magic = await firstBytes(file2);
  if (magic.startsWith("1f8b"))
    return pipeline(
      createReadStream(file2, { highWaterMark: CHUNK }),
      createGunzip({ chunkSize: CHUNK }),
      () => {
      }
    );
  if (magic.startsWith("fd377a585a00")) return unxz(host, file2, name);
  throw new TarError("it is neither a .tar.gz nor a .tar.xz");
}
async function firstBytes(file2) {
  const handle = await open2(file2);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
    return buffer.toString("hex", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
async function* unxz(host, file2, name) {
  const xz = onPath(host, "xz");
  if (xz === null) throw withoutXz(name);
  const child = spawn(xz, ["--decompress", "--stdout", file2], {
    env: { ...childEnvironment(host, "xz") },
    stdio: ["ignore", "pipe", "pipe"]
  });
  const stderr = [];
  child.stderr.on("data", (chunk) => stderr.length < 16 && stderr.push(chunk));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  ended.catch(() => {
  });
  try {
    yield* child.stdout;
    const exitCode = await ended;
    if (exitCode !== 0) {
      const said = Buffer.concat(stderr).toString("utf8").trim().split("\n")[0];
      throw new TarError(`it is damaged or breaks off (${said || `xz ended with ${exitCode}`})`);
    }
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) throw withoutXz(name);
    throw cause;
  } finally {
    child.kill();
  }
}
function withoutXz(name) {
  return new Failure(
    "missing-tool",
    `The archive ${name} was not extracted: that takes the program xz, which is not on PATH; install it (package xz-utils on Debian and Ubuntu, xz elsewhere).`
  );
}
function hasCode(cause, ...codes) {
  return codes.includes(errorCode(cause));
}
function show(name) {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}\u2026` : name);
}

// src/toolchain/go-list.ts
import { readFile as readFile2, rm as rm3 } from "node:fs/promises";
var OFFICIAL_GO = "https://go.dev/dl";
var MAX_LIST = 32 * 1024 * 1024;
var List = array(
  object({
    version: string(),
    stable: boolean(),
    files: array(
      object({
        filename: string(),
        os: string(),
        arch: string(),
        sha256: optional(string(), ""),
        kind: string()
      })
    )
  })
);
async function listReleases(host, base, platform4) {
  const { file: file2 } = await download(host, below(base, "", { mode: "json", include: "all" }), {
    maxBytes: MAX_LIST
  });
  const text2 = await readFile2(file2, "utf8");
  await rm3(file2, { force: true });
  const releases = parseList(text2, platform4);
  if (releases === null)
    throw new Unreachable(
      "toolchain",
      `${showUrl(base)} did not answer ?mode=json&include=all with a list of Go releases.`
    );
  return releases;
}
function parseList(text2, { os: os2, arch: arch6 }) {
  const list = safeParse(List, parseJson(text2));
  if (!list.success) return null;
  return list.output.flatMap(({ version, stable, files }) => {
    const semver7 = semverOfGo(version);
    const archive = files.find(
      (file2) => file2.kind === "archive" && file2.os === os2 && file2.arch === arch6 && /^[\w.+-]+\.tar\.gz$/.test(file2.filename) && /^[0-9a-f]{64}$/.test(file2.sha256)
    );
    if (semver7 === null || archive === void 0) return [];
    return [{ version: semver7, stable, filename: archive.filename, sha256: archive.sha256 }];
  });
}
function below(base, filename, query = {}) {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${filename}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/toolchain/go-download.ts
var MAX_ARCHIVE = 5e8;
async function installRelease(host, tool2, base, { version, filename, sha256: sha2563 }) {
  const url = below(base, filename);
  const { file: file2 } = await download(host, url, { sha256: sha2563, maxBytes: MAX_ARCHIVE });
  try {
    return await installTool(host, tool2, version, arch(), async (directory3) => {
      await extract(host, file2, directory3, { strip: true, from: showUrl(url) });
      if (!existsSync2(path7.join(directory3, "bin", "go")))
        throw new Failure("toolchain", `${showUrl(url)} is no Go toolchain: it holds no go/bin/go.`);
    });
  } finally {
    await rm4(file2, { force: true });
  }
}

// src/toolchain/go-module-proxy.ts
var import_semver4 = __toESM(require_semver(), 1);
import { readdir as readdir2 } from "node:fs/promises";
import path9 from "node:path";

// src/toolchain/go-on-path.ts
import { existsSync as existsSync3 } from "node:fs";
import path8 from "node:path";
async function goOnPath(host, workingDirectory) {
  const command = onPath(host, "go");
  if (command === null) return null;
  const asked = await askGo(host, command, "local", workingDirectory);
  if (asked.ok) return asked.value;
  host.log.warning(`The Go on PATH, ${command}, is passed over: ${asked.problem}.`);
  return null;
}
var LONGEST_MS = 10 * 60 * 1e3;
async function askGo(host, command, toolchain, workingDirectory) {
  const finished = await run(host, command, ["env", "GOVERSION", "GOROOT", "GOMODCACHE"], {
    cwd: workingDirectory,
    env: childEnvironment(host, "go", { GOTOOLCHAIN: toolchain }),
    timeoutMs: LONGEST_MS
  }).catch((cause) => problem(errorMessage(cause).replace(/\.$/, "")));
  if ("ok" in finished) return finished;
  const { exitCode, stdout, stderr } = finished;
  if (exitCode !== 0) return problem(`go env failed: ${lastLine(stderr) || `exit code ${exitCode}`}`);
  const [version = "", goroot = "", modcache = ""] = stdout.split("\n");
  const name = version.split(" ").find((word) => word.startsWith("go")) ?? "";
  const semver7 = semverOfGo(name);
  if (semver7 === null || goroot === "") return problem("it does not say which version it is");
  return parsed({ version: name, semver: semver7, command: commandOf(goroot, command), goroot, modcache });
}
function lastLine(text2) {
  return text2.trim().split("\n").at(-1) ?? "";
}
function commandOf(goroot, command) {
  const own = path8.join(goroot, "bin", "go");
  return existsSync3(own) ? own : command;
}

// src/toolchain/go-module-proxy.ts
var FIRST_THAT_FETCHES = "1.21.0";
var OUTSIDE = path9.parse(process.execPath).root;
async function fetchedBefore(host, local, wanted2) {
  const names = await readdir2(path9.join(local.modcache, "golang.org")).catch(() => []);
  const range = rangeOf(wanted2);
  if (range === null || import_semver4.default.lt(local.semver, FIRST_THAT_FETCHES)) return null;
  const versions = knownToolchains(names.map((name) => name.replace("toolchain@", "")).join(" "));
  const version = import_semver4.default.maxSatisfying(
    versions.map(({ version: version2 }) => version2),
    range
  );
  if (version === null) return null;
  const offline = { ...host, env: { ...host.env, GOPROXY: "off" } };
  const found = await askGo(offline, local.command, goOfSemver(version), OUTSIDE);
  return found.ok ? found.value : null;
}
async function fetchThroughModuleProxy(host, local, wanted2) {
  if (import_semver4.default.lt(local.semver, FIRST_THAT_FETCHES))
    return problem(`${local.version} on PATH is too old to fetch another through GOPROXY`);
  const version = exactVersion(wanted2) ?? await newest(host, local, wanted2);
  if (typeof version !== "string") return version;
  const fetched = await askGo(host, local.command, goOfSemver(version), OUTSIDE);
  return fetched.ok ? fetched : problem(`fetching ${goOfSemver(version)} through GOPROXY failed (${fetched.problem})`);
}
function exactVersion(wanted2) {
  return wanted2.kind === "range" ? import_semver4.default.valid(wanted2.range) : null;
}
async function newest(host, local, wanted2) {
  const listed4 = await listThroughModuleProxy(host, local);
  if (!listed4.ok) return listed4;
  return choose(wanted2, listed4.value)?.version ?? problem("GOPROXY has none that fits");
}
async function listThroughModuleProxy(host, local) {
  const listed4 = await run(host, local.command, ["list", "-m", "-versions", "golang.org/toolchain"], {
    cwd: OUTSIDE,
    env: childEnvironment(host, "go", { GOTOOLCHAIN: "local", GOWORK: "off", GOFLAGS: "" }),
    timeoutMs: 6e4
  });
  if (listed4.exitCode !== 0)
    return problem(`GOPROXY did not list the toolchains (${listed4.stderr.trim().split("\n").at(-1) ?? ""})`);
  return parsed(knownToolchains(listed4.stdout));
}
function knownToolchains(listing) {
  const versions = [...listing.matchAll(/\bv0\.0\.1-(go[\w.]+?)\.[a-z0-9]+-[a-z0-9]+(?=\s|$)/g)].map(([, version = ""]) => semverOfGo(version)).filter((version) => version !== null);
  return [...new Set(versions)].map((version) => ({ version, stable: import_semver4.default.prerelease(version) === null }));
}

// src/toolchain/list-platform.ts
import { arch as arch2, platform } from "node:os";
function listPlatform() {
  const os2 = platform() === "win32" ? "windows" : platform();
  return { os: os2, arch: LIST_ARCH[arch2()] ?? arch2() };
}
var LIST_ARCH = {
  x64: "amd64",
  ia32: "386",
  arm: "armv6l",
  ppc64: "ppc64le"
};

// src/toolchain/resolve-go.ts
async function resolveGo(host, spec, workingDirectory) {
  const request2 = await goRequest(host, spec, workingDirectory);
  const cached = await inToolCache(host, spec, request2.wanted);
  if (cached !== null) return fromCache(cached, "tool cache", request2.why);
  const local = await goOnPath(host, workingDirectory);
  if (local !== null && satisfies(request2.wanted, local.semver))
    return fromInstalled(local, "PATH", request2.why);
  const fetched = local === null ? null : await fetchedBefore(host, local, request2.wanted);
  if (fetched !== null) return fromInstalled(fetched, "module proxy", request2.why);
  return obtain(host, spec, request2, local);
}
async function obtain(host, spec, request2, local) {
  const { wanted: wanted2, why } = request2;
  const listed4 = await fromList(host, spec, request2, local).catch((cause) => {
    if (cause instanceof Unreachable) return cause;
    throw cause;
  });
  if (!(listed4 instanceof Unreachable)) return listed4;
  host.log.debug(listed4.message);
  const reasons = [listed4.message.replace(/\.$/, "")];
  if (local !== null) {
    const fetched = await fetchThroughModuleProxy(host, local, wanted2);
    if (fetched.ok) return fromInstalled(fetched.value, "module proxy", why);
    reasons.push(fetched.problem);
  }
  throw new Failure(
    "missing-tool",
    `No suitable Go was found (${why}; ${onPathSays(local)}), and the download failed: ${reasons.join("; ")}; install that Go and put it on PATH, or set go-download-url to a mirror of ${OFFICIAL_GO} that can be reached.`,
    { cause: listed4 }
  );
}
async function fromList(host, spec, { wanted: wanted2, why }, local) {
  const base = spec.downloadUrl ?? OFFICIAL_GO;
  const release2 = choose(wanted2, await listReleases(host, base, listPlatform()));
  if (release2 === null)
    throw new Failure(
      "missing-tool",
      `No suitable Go was found (${why}; ${onPathSays(local)}), and ${showUrl(base)} lists none for ${platform2()}/${arch3()}: ask for a version that is there, or install one and put it on PATH.`
    );
  const exact = { kind: "range", range: release2.version };
  const because = wanted2.kind === "channel" ? `${why}, which is ${goOfSemver(release2.version)}` : why;
  const cached = await inToolCache(host, spec, exact);
  if (cached !== null) return fromCache(cached, "tool cache", because);
  if (local !== null && satisfies(exact, local.semver)) return fromInstalled(local, "PATH", because);
  const installed = await installRelease(host, toolName(spec), base, release2);
  return fromCache(installed, "download", because);
}
async function inToolCache(host, spec, wanted2) {
  const range = rangeOf(wanted2);
  if (range === null) return null;
  const ownPlace = spec.downloadUrl === null ? null : await findTool(host, toolName(spec), range, arch3());
  const found = ownPlace ?? await findTool(host, "go", range, arch3());
  return found !== null && existsSync4(path10.join(found.directory, "bin", "go")) ? found : null;
}
function toolName({ downloadUrl }) {
  if (downloadUrl === null) return "go";
  return `go-${createHash2("sha256").update(downloadUrl).digest("hex").slice(0, 8)}`;
}
function fromCache({ directory: directory3, version }, source, why) {
  return {
    version: goOfSemver(version),
    command: path10.join(directory3, "bin", "go"),
    goroot: directory3,
    source,
    why
  };
}
function fromInstalled({ version, command, goroot }, source, why) {
  return { version, command, goroot, source, why };
}
function onPathSays(local) {
  return local === null ? "there is none on PATH" : `the one on PATH is ${local.version}`;
}

// src/commands/steps/zones.ts
var NONE = { archive: null, files: [], from: "none" };
async function readZones(host, spec, go, binaries, brought) {
  if (spec.timezones === "none") return NONE;
  const anyGo = binaries.some(({ executable }) => isOfGo(executable));
  const anyOther = binaries.some(({ executable }) => !isOfGo(executable)) || brought.some(isOtherProgram);
  const reachable = binaries.some(({ executable }) => executable.needs?.timezones === true);
  const all = spec.timezones === "all";
  const wish = missingZone(spec, brought, anyGo);
  if (!all && !reachable && wish.kind === "nothing") return NONE;
  const archive = await readArchive(host, spec, go);
  const zones = zonesOf(archive);
  const named = zoneOf(wish, zones);
  const withArchive = anyGo && (all || reachable);
  const single = named === null || withArchive && !anyOther ? [] : [named];
  const files = all && anyOther ? zones : single;
  return { archive: withArchive ? archive.bytes : null, files, from: wordsFor(withArchive, files) };
}
async function checkZone(host, spec, go, brought) {
  const wish = missingZone(spec, brought, spec.source.kind === "main");
  if (wish.kind === "nothing") return;
  if (spec.timezones === "none") {
    host.log.notice(
      `env sets TZ=${spec.config.env["TZ"]}, and timezones: none leaves that zone out: local time is UTC unless the program embeds its zones.`
    );
    return;
  }
  zoneOf(wish, zonesOf(await readArchive(host, spec, go)));
}
function missingZone({ config: { env } }, brought, anyGo) {
  const wish = readZoneWish(env["TZ"] ?? "");
  if (wish.kind === "zone or rule" && !anyGo) return { kind: "nothing" };
  const place2 = wish.kind === "nothing" ? null : wish.kind === "file" ? wish.path : zonePath(wish.name);
  return brought.some((entry) => entry.path === place2) ? { kind: "nothing" } : wish;
}
function zonePath(name) {
  return `${ZONE_FILES_PATH}/${name}`;
}
function zoneOf(wish, zones) {
  switch (wish.kind) {
    case "nothing":
      return null;
    case "file":
      throw new Failure(
        "bad-input",
        `env sets TZ to "${wish.path}", which is not in the image; write the name of a zone, such as Europe/Berlin, or bring the file with files.`
      );
    case "zone":
    case "zone or rule": {
      const found = zones.find(({ name }) => name === wish.name);
      if (found !== void 0) return found;
      if (wish.kind === "zone") throw unknownZone(wish.name, zones);
      throw new Failure(
        "bad-input",
        `env sets TZ to "${wish.name}", a rule that Go cannot read, so that local time would be UTC; write the name of a zone, such as Europe/Berlin.`
      );
    }
  }
}
function unknownZone(name, zones) {
  const names = zones.map((zone) => zone.name);
  const city = names.find((known3) => known3.toLowerCase().endsWith(`/${name.toLowerCase()}`));
  const hint = city ?? nearest(name.replace(/^["']|["']$/g, ""), names) ?? "the name of one, such as Europe/Berlin";
  return new Failure(
    "bad-input",
    `env sets TZ to "${name}", which is not the name of a time zone; write ${hint}.`
  );
}
function isOfGo({ buildInfo, needs }) {
  return buildInfo !== null || needs !== null;
}
function isOtherProgram(entry) {
  if (entry.kind !== "file" || (entry.mode & 73) === 0) return false;
  return looksLikeProgram(entry.bytes.subarray(0, PROGRAM_HEAD), entry.path) && !isBuiltByGo(entry.bytes);
}
function isBuiltByGo(bytes) {
  try {
    return isOfGo(readExecutable(bytes));
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
async function readArchive(host, spec, go) {
  const { goroot } = go ?? await resolveGo(host, spec.go, spec.workingDirectory);
  const file2 = path11.join(goroot, "lib", "time", "zoneinfo.zip");
  try {
    return { file: file2, bytes: await readFile3(file2) };
  } catch (cause) {
    throw unreadable2(file2, cause);
  }
}
function zonesOf({ file: file2, bytes }) {
  const zones = readZoneArchive(bytes);
  if (!zones.ok) throw unreadable2(file2, new Error(zones.problem));
  return zones.value;
}
function unreadable2(file2, cause) {
  return new Failure(
    "toolchain",
    `The time zones cannot be read from ${file2}; write \`timezones: none\`, or install Go whole.`,
    { cause }
  );
}
function wordsFor(withArchive, files) {
  const [first, ...others] = files;
  const named = first === void 0 ? [] : [others.length === 0 ? first.name : `${files.length} zones`];
  return [...withArchive ? ["Go's zoneinfo.zip"] : [], ...named].join(" and ") || "none";
}

// src/commands/steps/base.ts
async function readBase(host, spec, go, binaries, brought) {
  const [roots, zones] = await Promise.all([
    readRoots(spec, binaries),
    readZones(host, spec, go, binaries, brought)
  ]);
  return {
    contents: {
      certificates: roots.pem,
      zones: zones.archive,
      zoneFiles: zones.files,
      user: spec.config.user
    },
    certificates: roots.from,
    timezones: zones.from
  };
}
function contentsOf({ contents }, files, binaries) {
  const brought = files.filter(({ kind }) => kind === "file").length;
  const { zoneFiles = [] } = contents;
  return [
    ...contents.certificates === null ? [] : ["certificates"],
    ...contents.zones === null && zoneFiles.length === 0 ? [] : ["time zones"],
    ...brought === 0 ? [] : [brought === 1 ? "1 file" : `${brought} files`],
    ...binaries.map(({ name }) => name)
  ];
}
async function readRoots({ certificates: { roots, extra } }, binaries) {
  const wanted2 = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates);
  const choice = roots === "auto" ? wanted2 ? "mozilla" : "none" : roots;
  const [first, extras] = await Promise.all([
    firstSource(choice),
    Promise.all(extra.map((file2) => readPem(file2, "extra-certificates")))
  ]);
  const sources = [...first, ...extras];
  if (sources.length === 0) return { pem: null, from: "none" };
  const bundled = bundle(sources);
  if (!bundled.ok) throw new Failure("bad-input", `The certificates cannot be used: ${bundled.problem}`);
  return { pem: bundled.value, from: sources.map(({ name }) => path12.basename(name)).join(" and ") };
}
async function firstSource(roots) {
  if (roots === "none") return [];
  if (roots === "system") return [await readSystemRoots()];
  if (roots === "mozilla") {
    const { MOZILLA_ROOTS, MOZILLA_ROOTS_DATE } = await import("./mozilla-roots-HPALDV33.js");
    return [{ name: `Mozilla's roots of ${MOZILLA_ROOTS_DATE}`, text: MOZILLA_ROOTS }];
  }
  return [await readPem(roots.file, "certificates")];
}
var SYSTEM_ROOTS = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem"
];
async function readSystemRoots() {
  for (const file2 of SYSTEM_ROOTS) {
    const text2 = await readFile4(file2, "utf8").catch(() => null);
    if (text2 !== null) return { name: file2, text: text2 };
  }
  throw new Failure(
    "bad-input",
    "certificates: system asks for the roots of this machine, which has none; write `certificates: mozilla`, or a PEM file."
  );
}
var LARGEST_PEM = 8e6;
async function readPem(file2, input) {
  const status = await stat4(file2).catch((cause) => cause);
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file2, text: await readFile4(file2, "utf8") };
  const why = status instanceof Stats ? status.isFile() ? "it is too large" : "it is no file" : whyNotRead(status);
  throw new Failure("bad-input", `${input} "${file2}" cannot be read: ${why}; write the path of a PEM file.`, {
    cause: status
  });
}

// src/binary/variant.ts
function variantOf(architecture, buildInfo) {
  const known3 = architecture !== null && Object.hasOwn(SETTINGS, architecture) ? SETTINGS[architecture] : void 0;
  const level = known3 === void 0 ? "" : (buildInfo?.settings[known3.name] ?? "").split(",", 1)[0];
  if (known3 === void 0 || level === void 0 || !LEVEL.test(level) || level === known3.usual) return null;
  return known3.variant(level);
}
var asItIs = (level) => level;
var SETTINGS = {
  "386": { name: "GO386", usual: "sse2", variant: asItIs },
  amd64: { name: "GOAMD64", usual: "v1", variant: asItIs },
  arm: { name: "GOARM", usual: null, variant: (level) => `v${level}` },
  // Images know v8 and v9, and nothing between them.
  arm64: {
    name: "GOARM64",
    usual: "v8.0",
    variant: (level) => level.startsWith("v8") ? null : level.replace(/\..*/, "")
  },
  mips: { name: "GOMIPS", usual: "hardfloat", variant: asItIs },
  mipsle: { name: "GOMIPS", usual: "hardfloat", variant: asItIs },
  mips64: { name: "GOMIPS64", usual: "hardfloat", variant: asItIs },
  mips64le: { name: "GOMIPS64", usual: "hardfloat", variant: asItIs },
  ppc64: { name: "GOPPC64", usual: "power8", variant: asItIs },
  ppc64le: { name: "GOPPC64", usual: "power8", variant: asItIs },
  riscv64: { name: "GORISCV64", usual: "rva20u64", variant: asItIs }
};
var LEVEL = /^[a-z0-9.]{1,16}$/;

// src/binary/foreign.ts
var PT_NOTE = 4;
var MAX_NOTES = 64;
var MAX_OWNER = 32;
var ABIS = {
  1: "HP-UX",
  2: "NetBSD",
  6: "Solaris",
  7: "AIX",
  9: "FreeBSD",
  12: "OpenBSD"
};
var NOTE_OWNERS = ["FreeBSD", "NetBSD", "OpenBSD", "DragonFly"];
function madeFor(elf, bytes, buildInfo, platform4) {
  const { machine: machine2, architecture } = elf;
  if (architecture !== platform4.architecture)
    return architecture ?? `machine ${machine2}, which Go does not know`;
  const system = systemOf(elf, bytes, buildInfo);
  if (system !== null) return system;
  const level = levelBeyond(elf, buildInfo, platform4);
  return architecture === "arm" ? level : null;
}
function levelBeyond({ architecture }, buildInfo, platform4) {
  const level = variantOf(architecture, buildInfo);
  const [asked, had] = [numberOf(level), numberOf(platform4.variant)];
  return level !== null && asked !== null && asked > (had ?? LEAST[platform4.architecture] ?? Infinity) ? formatPlatform({ ...platform4, variant: level }) : null;
}
var LEAST = { amd64: 1, arm: 7, arm64: 8 };
function numberOf(variant) {
  const number2 = /^v(\d+)$/.exec(variant ?? "")?.[1];
  return number2 === void 0 ? null : Number(number2);
}
function systemOf(elf, bytes, buildInfo) {
  const goos = buildInfo?.settings["GOOS"] ?? "linux";
  if (/^[a-z0-9]{1,16}$/.test(goos) && goos !== "linux") return goos;
  return ABIS[elf.abi] ?? noteOwners(elf, bytes).find((owner) => NOTE_OWNERS.includes(owner)) ?? null;
}
function noteOwners({ segments, littleEndian }, bytes) {
  const owners = [];
  const file2 = words2(bytes, 4, littleEndian);
  const read2 = () => {
    for (const { offset, fileSize } of segments.filter(({ type }) => type === PT_NOTE)) {
      for (let at = offset; at + 12 <= offset + fileSize && owners.length < MAX_NOTES; ) {
        const [name, description] = [file2.u32(at), file2.u32(at + 4)];
        owners.push(text(bytes, at + 12, Math.min(name, MAX_OWNER)));
        at += 12 + aligned(name) + aligned(description);
      }
    }
    return owners;
  };
  return orWhenOutOfBytes(read2, () => owners);
}
function aligned(size) {
  return Math.ceil(size / 4) * 4;
}

// src/compile/cgo-stand-ins.ts
import { readFile as readFile5 } from "node:fs/promises";
import path13 from "node:path";

// src/diet/build-constraint.ts
var MAX_TERMS = 1e3;
var SPACES = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
var GO_BUILD = new RegExp(`^//go:build(?:${SPACES}+(?<expression>.*?))?${SPACES}*$`, "su");
var TOKEN = /[ \t]*(?<token>[()!]|&&|\|\||(?<tag>[\p{L}\p{Nd}_.]+)|$)/uy;
function parseBuildConstraint(line) {
  const match = line.includes("\n") ? null : GO_BUILD.exec(line);
  if (match === null) return null;
  const words3 = readTokens(match.groups?.["expression"] ?? "");
  if (words3 === null) return null;
  const parser = { words: words3, at: 0, terms: 0 };
  const constraint = parseAny(parser);
  return parser.at === words3.length ? constraint : null;
}
function holds(constraint, isSet) {
  switch (constraint.kind) {
    case "tag":
      return isSet(constraint.tag);
    case "not":
      return !holds(constraint.operand, isSet);
    case "and":
      return holds(constraint.left, isSet) && holds(constraint.right, isSet);
    case "or":
      return holds(constraint.left, isSet) || holds(constraint.right, isSet);
  }
}
function tagsOf2(constraint) {
  switch (constraint.kind) {
    case "tag":
      return [constraint.tag];
    case "not":
      return tagsOf2(constraint.operand);
    case "and":
    case "or":
      return [...tagsOf2(constraint.left), ...tagsOf2(constraint.right)];
  }
}
function readTokens(expression) {
  const tokens = [];
  for (let at = 0; at < expression.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(expression)?.groups?.["token"];
    if (token === void 0) return null;
    at = TOKEN.lastIndex;
    if (token !== "") tokens.push(token);
  }
  return tokens;
}
function parseAny(parser) {
  return parseSequence(parser, "||", "or", parseAll);
}
function parseAll(parser) {
  return parseSequence(parser, "&&", "and", parseNot);
}
function parseSequence(parser, operator, kind, parseOperand) {
  let left = parseOperand(parser);
  while (left !== null && take(parser, operator)) {
    const right = parseOperand(parser);
    left = right === null ? null : { kind, left, right };
  }
  return left;
}
function parseNot(parser) {
  parser.terms += 1;
  if (parser.terms > MAX_TERMS) return null;
  if (!take(parser, "!")) return parseTerm(parser);
  const operand = parseTerm(parser);
  return operand === null ? null : { kind: "not", operand };
}
function parseTerm(parser) {
  if (take(parser, "(")) {
    const inner = parseAny(parser);
    return inner !== null && take(parser, ")") ? inner : null;
  }
  const tag = parser.words[parser.at];
  if (tag === void 0 || !/^[\p{L}\p{Nd}_.]/u.test(tag)) return null;
  parser.at += 1;
  return { kind: "tag", tag };
}
function take(parser, token) {
  const found = parser.words[parser.at] === token;
  if (found) parser.at += 1;
  return found;
}

// src/diet/known-systems.ts
var SYSTEMS = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
    " "
  )
);
var ARCHITECTURES2 = new Set(
  "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm".split(
    " "
  )
);

// src/diet/file-constraint.ts
function constraintOfHeader(header) {
  if (!header.includes("//go:build")) return null;
  let inComment = false;
  for (const line of header.split("\n").map((line2) => line2.trim())) {
    if (!inComment) {
      const constraint = parseBuildConstraint(line);
      if (constraint !== null) return constraint;
    }
    const after = afterComments(line, inComment);
    if (after === "code") return null;
    inComment = after === "comment";
  }
  return null;
}
function nameHolds(name, isSet) {
  const [stem = ""] = name.split(".", 1);
  const [, ...words3] = stem.split("_");
  const [last = "", before = ""] = words3.reverse();
  if (ARCHITECTURES2.has(last)) return isSet(last) && (!SYSTEMS.has(before) || isSet(before));
  return !SYSTEMS.has(last) || isSet(last);
}
function afterComments(line, inComment) {
  let inside = inComment;
  for (let at = 0; at < line.length; ) {
    if (inside) {
      const end = line.indexOf("*/", at);
      if (end === -1) return "comment";
      inside = false;
      at = end + 2;
    } else if (/\s/.test(line.charAt(at))) at += 1;
    else if (line.startsWith("//", at)) return "blank";
    else if (line.startsWith("/*", at)) {
      inside = true;
      at += 2;
    } else return "code";
  }
  return inside ? "comment" : "blank";
}

// src/host/in-parallel.ts
async function inParallel(width, items, work) {
  const values = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) values[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return values;
}

// src/compile/go-tokens.ts
var SPACE = /[ \t\r\n]/;
var WORD_START = /[\p{L}_]/u;
var WORD_PART = /[\p{L}\p{Nd}_]/u;
var NUMBER_PART = /[\p{L}\p{Nd}_.]/u;
var ENDS_STATEMENT = /* @__PURE__ */ new Set([")", "]", "}"]);
function* goTokens(source) {
  let ends = false;
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (character === "\n" && ends) {
      yield { kind: "sign", text: ";" };
      ends = false;
    }
    if (SPACE.test(character)) {
      at += 1;
      continue;
    }
    const after = afterComment(source, at);
    if (after !== null) {
      if (ends && source.slice(at, after).includes("\n")) {
        yield { kind: "sign", text: ";" };
        ends = false;
      }
      at = after;
      continue;
    }
    const token = tokenAt(source, at);
    yield token;
    ends = token.kind !== "sign" || ENDS_STATEMENT.has(token.text);
    at += token.text.length;
  }
  if (ends) yield { kind: "sign", text: ";" };
}
function afterComment(source, at) {
  const opens = source.slice(at, at + 2);
  if (opens !== "//" && opens !== "/*") return null;
  const end = source.indexOf(opens === "//" ? "\n" : "*/", at + 2);
  if (end < 0) return source.length;
  return opens === "//" ? end : end + 2;
}
function tokenAt(source, at) {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (character === '"' || character === "'" || character === "`")
    return { kind: character === "'" ? "number" : "string", text: quoted2(source, at, character) };
  if (WORD_START.test(character)) return { kind: "word", text: run2(source, at, WORD_PART) };
  if (new RegExp("\\p{Nd}", "u").test(character)) return { kind: "number", text: run2(source, at, NUMBER_PART) };
  return { kind: "sign", text: character };
}
function run2(source, start3, part2) {
  let at = start3;
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (!part2.test(character)) break;
    at += character.length;
  }
  return source.slice(start3, at);
}
function quoted2(source, start3, quote) {
  for (let at = start3 + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === quote) return source.slice(start3, at + 1);
    if (quote === "`") continue;
    if (character === "\\") at += 1;
    else if (character === "\n") return source.slice(start3, at);
  }
  return source.slice(start3);
}

// src/compile/old-constraint.ts
function oldLinesHold(source, isSet) {
  const head = source.slice(0, MOST).split(/^package\s/m, 1)[0] ?? "";
  const lines = [...head.matchAll(/^\/\/[ \t]*\+build[ \t]+(.+)$/gm)].map(([, words3 = ""]) => words3);
  const term = (word) => word.startsWith("!") ? !isSet(word.slice(1)) : isSet(word);
  return lines.length === 0 ? null : lines.every(
    (words3) => words3.trim().split(/\s+/).some((word) => word.split(",").every(term))
  );
}
var MOST = 16 * 1024;

// src/compile/cgo-stand-ins.ts
var STUBS = /* @__PURE__ */ new Set([
  "github.com/mattn/go-sqlite3",
  "github.com/mutecomm/go-sqlcipher",
  "github.com/mutecomm/go-sqlcipher/v4"
]);
var OPEN_FILES = 16;
var MOST2 = 1024 * 1024;
async function findCgoStandIns(host, { spec, platform: platform4 }, dependencies) {
  if (spec.cgo !== "off") return [];
  const known3 = /* @__PURE__ */ new Set([
    platform4.os,
    platform4.architecture,
    "unix",
    "gc",
    "netgo",
    "osusergo",
    ...spec.buildTags
  ]);
  const isSet = (tag) => known3.has(tag) || /^go1\.\d+$/.test(tag);
  const candidates2 = dependencies.filter(
    ({ standard, ignoredGoFiles }) => !standard && ignoredGoFiles.length > 0
  );
  const found = await inParallel(OPEN_FILES, candidates2, async (candidate) => standInOf(host, candidate, isSet));
  return found.flatMap((standIn) => standIn ?? []);
}
async function standInOf(host, { importPath, directory: directory3, goFiles, ignoredGoFiles }, isSet) {
  const withCgo = (tag) => tag === "cgo" || isSet(tag);
  const withC = [];
  const forCgo = [];
  for (const name of ignoredGoFiles.filter((file2) => nameHolds(file2, withCgo))) {
    const source = await sourceOf(host, directory3, name);
    if (!counts(source, withCgo)) continue;
    if (importsC(source)) withC.push(name);
    else if (!counts(source, isSet)) forCgo.push(name);
  }
  if (withC.length + forCgo.length === 0) return null;
  const sources = [];
  for (const name of goFiles) {
    const source = await sourceOf(host, directory3, name);
    if (!counts(source, withCgo)) sources.push(source);
  }
  if (withC.length === 0 && sources.length === 0) return null;
  const leftOut = [...withC, ...forCgo];
  const says = sources.flatMap((source) => remarkOf(source) ?? [])[0] ?? null;
  const registers = sources.some((source) => /\bsql\.Register\(/.test(source));
  return { importPath, leftOut, says, isStub: STUBS.has(importPath) || says !== null && registers };
}
async function sourceOf(host, directory3, name) {
  try {
    return (await readFile5(path13.resolve(directory3, name), "utf8")).slice(0, MOST2);
  } catch (cause) {
    host.log.debug(`${name} was not read: ${errorMessage(cause)}`);
    return "";
  }
}
function importsC(source) {
  let importing = false;
  let grouped = false;
  for (const { kind, text: text2 } of goTokens(source)) {
    if (kind === "word" && ["var", "const", "func", "type"].includes(text2)) return false;
    if (kind === "word" && text2 === "import") importing = true;
    if (importing && text2 === '"C"') return true;
    if (text2 === "(") grouped = true;
    if (text2 === ")") grouped = false;
    if (text2 === ";" && !grouped) importing = false;
  }
  return false;
}
function counts(source, isSet) {
  const constraint = constraintOfHeader(source);
  return constraint === null ? oldLinesHold(source, isSet) ?? true : holds(constraint, isSet);
}
var REMARK = /\bcgo\b|CGO_ENABLED/i;
var LONGEST = 200;
function remarkOf(source) {
  for (const { kind, text: text2 } of goTokens(source))
    if (kind === "string" && REMARK.test(text2)) return text2.slice(1, -1).slice(0, LONGEST);
  return null;
}

// src/declare/go-programs.ts
import path15 from "node:path";

// src/declare/linker-flags.ts
function splitLinkerFlags(text2) {
  const source = splitLines(text2).join(" ");
  const fields = [];
  for (let at = 0; at < source.length; ) {
    const first = source.charAt(at);
    if (/\s/.test(first)) {
      at += 1;
      continue;
    }
    const quote = first === "'" || first === '"' ? first : null;
    const start3 = quote === null ? at : at + 1;
    let end = start3;
    while (end < source.length && !endsField(source.charAt(end), quote)) end = afterTemplate(source, end);
    if (quote !== null && end >= source.length) {
      return problem(`has a quote (${quote}) that is never closed; close it`);
    }
    fields.push(source.slice(start3, end));
    at = quote === null ? end : end + 1;
  }
  return parsed(fields);
}
function splitLinkerFlagsItem(item) {
  return item.startsWith("-") ? splitLinkerFlags(item) : parsed([item]);
}
function endsField(character, quote) {
  return quote === null ? /\s/.test(character) : character === quote;
}
function afterTemplate(source, at) {
  const close = source.startsWith("{{", at) ? source.indexOf("}}", at) : -1;
  return close < 0 ? at + 1 : close + 2;
}
function joinLinkerFlags(fields) {
  const impossible = fields.some((field) => needsQuotes(field) && field.includes("'") && field.includes('"'));
  return impossible ? problem(
    "has a field with spaces and both kinds of quotes, which Go's linker flags cannot hold; leave one out"
  ) : parsed(fields.map(quoteField).join(" "));
}
function needsQuotes(field) {
  return field === "" || /\s|^['"]/.test(field);
}
function quoteField(field) {
  if (!needsQuotes(field)) return field;
  return field.includes("'") ? `"${field}"` : `'${field}'`;
}

// src/declare/wrapped-program.ts
import path14 from "node:path";
var INTERPRETER = /^(?:(?:ba|da|a|z|k)?sh|busybox|python[\d.]*|perl[\d.]*|ruby[\d.]*|node|lua[\d.]*|awk|make)$/;
function wrappedBy(program, rest) {
  const name = path14.posix.basename(program);
  if (name === "ssh") return configOf(rest);
  const first = rest.findIndex((word) => !isFlag(word));
  const [before, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)];
  if (INTERPRETER.test(name)) {
    const text2 = before.find((word) => /^-\w*[ce]/.test(word));
    if (text2 !== void 0) return [{ word: `${name} ${text2}`, kind: "text" }];
    const file2 = after.find((word) => !isAssignment(word));
    return file2 === void 0 ? [] : [{ word: file2, kind: "file" }];
  }
  const words3 = name === "env" || name === "nice" ? after : rest;
  const end = words3.findIndex(isFlag);
  return (end < 0 ? words3 : words3.slice(0, end)).filter((word) => !isAssignment(word)).map((word) => ({ word, kind: "program" }));
}
function configOf(rest) {
  return rest.flatMap((word, at) => {
    const [, joined] = /^-F(.*)$/s.exec(word) ?? [];
    const file2 = joined === "" ? rest[at + 1] : joined;
    return file2 === void 0 || file2 === "none" ? [] : [{ word: file2, kind: "file" }];
  });
}
function isFlag(word) {
  return word.startsWith("-");
}
function isAssignment(word) {
  return /^[A-Za-z_]\w*=/.test(word);
}

// src/declare/go-programs.ts
var UNKNOWN_PLACES = { isInCheckout: () => false, find: () => null };
function variableFault(name, value, places) {
  if (value.trim() === "") return null;
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : /^CGO_\w+_ALLOW$/.test(name) ? allowFault : void 0;
  return rule?.(value, places) ?? null;
}
var GIT_PROGRAM = /^(?:core\.(?:sshcommand|gitproxy|askpass|fsmonitor|editor|pager|alternaterefscommand)|sequence\.editor|credential\.(?:.*\.)?helper|gpg\.(?:.*\.)?program|diff\.(?:external|.*\.(?:command|textconv))|filter\..*\.(?:clean|smudge|process)|remote\..*\.(?:uploadpack|receivepack|vcs))$/i;
var GIT_PLACE = /^(?:core\.(?:hookspath|worktree)|include\.path|includeif\..*\.path|init\.templatedir)$/i;
function gitSettingFault(key, value, places) {
  if (GIT_PLACE.test(key)) return placesFault(value, places);
  return GIT_PROGRAM.test(key) ? commandFault(value.replace(/^!/, ""), places) : null;
}
var RULES = {
  GOCACHEPROG: () => "runs another program, which says what the build gives, and is refused; leave it out",
  GOAUTH: authFault,
  GOFLAGS: (value, places) => goFlagsFault(wordsOf(value), places),
  GOENV: placesFault,
  CC: commandFault,
  CXX: commandFault,
  FC: commandFault,
  AR: commandFault,
  GCCGO: commandFault,
  PKG_CONFIG: commandFault,
  CGO_CFLAGS: flagsFault,
  CGO_CPPFLAGS: flagsFault,
  CGO_CXXFLAGS: flagsFault,
  CGO_FFLAGS: flagsFault,
  CGO_LDFLAGS: flagsFault,
  GIT_SSH: commandFault,
  GIT_SSH_COMMAND: commandFault,
  GIT_ASKPASS: commandFault,
  SSH_ASKPASS: commandFault,
  GIT_PROXY_COMMAND: commandFault,
  GIT_EXTERNAL_DIFF: commandFault,
  GIT_EXEC_PATH: placesFault,
  GIT_CONFIG_PARAMETERS: () => "can have git run any program, and is refused; write GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0",
  HOME: placesFault,
  XDG_CONFIG_HOME: placesFault,
  BASH_ENV: placesFault,
  ENV: placesFault,
  GIT_CONFIG_GLOBAL: placesFault,
  GIT_CONFIG_SYSTEM: placesFault,
  GIT_DIR: placesFault,
  GOROOT: placesFault,
  PATH: placesFault,
  GCC_EXEC_PREFIX: placesFault,
  COMPILER_PATH: placesFault,
  LD_PRELOAD: (value, places) => placesFault(value.trim().replaceAll(/\s+/g, ":"), places),
  LD_AUDIT: placesFault,
  LD_LIBRARY_PATH: placesFault
};
var OF_CHECKOUT = "comes from the checkout, which a pull request can change";
function commandFault(value, places) {
  const [program = "", ...flags] = wordsOf(value);
  const fault = programFault(program, places);
  if (fault !== null) return `names ${program}, which ${fault}`;
  for (const { word, kind } of wrappedBy(program, flags)) {
    if (kind === "text") return `runs ${word}, which cannot be looked at; ${WAY_OUT}`;
    const isName = kind === "file" && !word.includes("/");
    const wrong = isName ? `is a relative path; ${WAY_OUT}` : programFault(word, places);
    if (wrong !== null) return `runs ${word}, which ${wrong}`;
  }
  return compilerFlagsFault(flags, places);
}
var WAY_OUT = "name a program on PATH, or one outside the checkout by its absolute path";
function programFault(program, places) {
  if (program.includes("/") && !path15.isAbsolute(program)) return `is a relative path; ${WAY_OUT}`;
  const file2 = path15.isAbsolute(program) ? program : places.find(program);
  return file2 !== null && places.isInCheckout(file2) ? `${OF_CHECKOUT}; ${WAY_OUT}` : null;
}
function placesFault(value, places) {
  if (value === "off") return null;
  const wrong = value.split(":").find((place2) => !path15.isAbsolute(place2) || places.isInCheckout(place2));
  return wrong === void 0 ? null : `names "${wrong}", which ${OF_CHECKOUT}; write an absolute path outside the checkout`;
}
function authFault(value, places) {
  for (const method of value.split(";").map(wordsOf)) {
    const [kind = "", directory3 = ""] = method;
    if (kind === "off" || kind === "netrc") continue;
    if (kind !== "git")
      return "runs a program of its own, and is refused; write netrc, or git with a directory";
    if (!path15.isAbsolute(directory3) || places.isInCheckout(directory3))
      return "runs git in the checkout; write git with the absolute path of a directory outside it";
  }
  return null;
}
function flagsFault(value, places) {
  return compilerFlagsFault(wordsOf(value), places);
}
var RUNNING = /^(?:-B|--prefix(?:=|$)|-fplugin=|-fpass-plugin=|-wrapper$|--?specs(?:=|$)|-fuse-ld=|--ld-path=|--gcc-toolchain=|-ccc-gcc-name$|-load$|--?plugin(?:=|$)|@)(.*)$/s;
function compilerFlagsFault(flags, places) {
  const plain = flags.flatMap((flag) => /^-W[lap],/.test(flag) ? flag.split(",").slice(1) : [flag]).filter((flag) => !/^-X(?:linker|clang|assembler|preprocessor)$/.test(flag));
  for (const [at, flag] of plain.entries()) {
    const match = RUNNING.exec(flag);
    if (match === null) continue;
    const value = (match[1] || plain[at + 1] || "").split(",")[0] ?? "";
    if (isForeign(flag, value, places))
      return `has ${flag}, by which the C compiler runs or loads ${value || "a program"}; leave it out, or write an absolute path outside the checkout`;
  }
  return null;
}
function isForeign(flag, value, places) {
  if (path15.isAbsolute(value)) return places.isInCheckout(value);
  const isName = /^(?:-fuse-ld=|-wrapper$|-fplugin=|-ccc-gcc-name$)/.test(flag) && /^[\w+-]+$/.test(value);
  const file2 = isName ? places.find(value) : null;
  return !isName || file2 !== null && places.isInCheckout(file2);
}
function allowFault(value) {
  const allowed = [
    "-fplugin=x",
    "-B.",
    "-B/x",
    "-wrapper",
    "-specs=x",
    "-fuse-ld=x",
    "--ld-path=x",
    "-Wl,-plugin,x",
    "@x"
  ];
  const found = allowed.find((flag) => allows(value, flag));
  return found === void 0 ? null : `allows ${found}, by which the source of a package makes the C compiler run a program; name the flags that are needed`;
}
function allows(pattern, flag) {
  try {
    return new RegExp(`^(?:${pattern})$`).test(flag);
  } catch {
    return false;
  }
}
function goFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(flag) ?? [];
    const value = joined ?? flags[at + 1] ?? "";
    const fault = Object.hasOwn(FLAG_RULES, name) ? FLAG_RULES[name]?.(value, places) ?? null : null;
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
var RUNS = "runs another program for every step of the build, and is refused; leave it out";
var FLAG_RULES = {
  toolexec: (value) => value === "" ? null : RUNS,
  exec: () => "runs what was built through another program, and is refused; leave it out",
  vettool: () => "runs another program, and is refused; leave it out",
  compiler: (value) => value === "gc" ? null : "chooses another compiler, which Bantam does not know; leave it out",
  overlay: (value, places) => path15.isAbsolute(value) && !places.isInCheckout(value) ? null : `replaces files of any place by what ${value || "a file"} names, and ${OF_CHECKOUT.replace("comes from", "lies in")}; write an absolute path outside the checkout`,
  // A pattern may come first: `-ldflags=./...=-extld=x`.
  ldflags: (value, places) => linkerFlagsFault(wordsOf(value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-)/, "")), places)
};
function linkerFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?(extld|extar|extldflags)(?:=(.*))?$/s.exec(flag) ?? [];
    if (name === "") continue;
    const given = joined ?? flags[at + 1] ?? "";
    const fault = name === "extldflags" ? flagsFault(given, places) : commandFault(given, places);
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
function wordsOf(value) {
  const split2 = splitLinkerFlags(value);
  return split2.ok ? split2.value : value.split(/\s+/).filter((word) => word !== "");
}

// src/declare/go-flags.ts
var REFUSED = {
  toolexec: "runs another program for every step of the build, and is refused; leave it out",
  o: "is set by Bantam; leave it out",
  n: "builds nothing; leave it out",
  C: "is another directory; write it in working-directory",
  ldflags: "has an input of its own; write it in ldflags",
  tags: "has an input of its own; write it in build-tags",
  buildvcs: "has an input of its own; write build-vcs",
  race: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  msan: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  asan: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  linkshared: "gives a dynamic binary, which scratch cannot run; leave it out",
  compiler: "chooses another compiler, which Bantam does not know; leave it out"
};
var BUILD_MODES = ["exe", "pie", "default"];
var REFUSED_VARIABLES = {
  GOOS: "write it in platforms",
  GOARCH: "write it in platforms",
  GOARM: "write it in platforms, such as linux/arm/v7",
  GOAMD64: "write it in platforms, such as linux/amd64/v3",
  CGO_ENABLED: "write cgo: static for C code; without it C code is off",
  GOTOOLCHAIN: "write the version in go-version"
};
function parseBuildFlags(words3) {
  const first = words3[0];
  if (first !== void 0 && !first.startsWith("-")) {
    return problem(`begins with "${first}", which is no flag; packages are written in main`);
  }
  const refusals = words3.flatMap((word, at) => refusal2(word, words3[at + 1]) ?? []);
  if (refusals.length > 0) return problem(refusals.join(", and "));
  const fault = goFlagsFault(words3, UNKNOWN_PLACES);
  return fault === null ? parsed(words3) : problem(fault);
}
function refusal2(word, next) {
  const match = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(word);
  if (match === null) return null;
  const [, name = "", value = next] = match;
  if (name === "buildmode" && !BUILD_MODES.includes(value ?? "")) {
    return `has -buildmode=${value ?? ""}, which gives no static executable; leave it out`;
  }
  return Object.hasOwn(REFUSED, name) ? `has -${name}, which ${REFUSED[name]}` : null;
}
function parseBuildVariable({ name, value }) {
  const instead = Object.hasOwn(REFUSED_VARIABLES, name) ? REFUSED_VARIABLES[name] : void 0;
  if (instead !== void 0) return problem(`is set by Bantam; ${instead}`);
  const fault = checkVariable(name, value);
  return fault === null ? parsed({ name, value }) : problem(fault);
}
function checkVariable(name, value) {
  return (name === "GOFLAGS" ? checkGoFlags(value) : null) ?? variableFault(name, value, UNKNOWN_PLACES);
}
function checkGoFlags(value) {
  if (/(?:^|[\s'"])--?toolexec\b/.test(value)) return `has -toolexec, which ${REFUSED["toolexec"]}`;
  return goFlagsFault(wordsOf(value), UNKNOWN_PLACES);
}
function parseBuildTag(tag) {
  if (/^[\p{L}\p{Nd}_.]+$/u.test(tag)) return parsed(tag);
  const meant = tag.replace(/^-{0,2}tags=?/, "");
  return problem(
    meant !== tag && meant !== "" ? `is a flag; write ${meant}` : 'is no build tag: letters, digits, "_" and "." alone; leave the rest out'
  );
}

// src/compile/go-flags.ts
var STATIC_TAGS = ["netgo", "osusergo"];
function buildFlags(host, spec) {
  const fromEnvironment = goFlagsOf(host, spec);
  refuseToolexec([...spec.buildFlags, fromEnvironment]);
  const tags = valuesOf("tags", fromEnvironment).flatMap((list) => list.split(","));
  return [
    ...spec.buildFlags,
    // `go env -w` keeps a GOFLAGS of its own, which this silences.
    "-toolexec=",
    "-trimpath",
    `-buildvcs=${spec.buildVcs}`,
    `-tags=${[.../* @__PURE__ */ new Set([...STATIC_TAGS, ...tags, ...spec.buildTags])].join(",")}`,
    `-ldflags=${linkerFlags(host, spec)}`
  ];
}
function linkerFlags(host, spec) {
  const { cgo, ldflags } = spec;
  const fromEnvironment = valuesOf("ldflags", goFlagsOf(host, spec));
  const linkage = cgo === "static" ? ["-linkmode external -extldflags -static"] : [];
  return ["-s -w", ...linkage, ...fromEnvironment, ldflags].filter((flags) => flags !== "").join(" ");
}
function goFlagsOf({ env }, { buildEnv }) {
  return buildEnv["GOFLAGS"] ?? env["GOFLAGS"] ?? "";
}
function refuseToolexec(places) {
  const wrong = places.map(checkGoFlags).find((found) => found !== null);
  if (wrong !== void 0) throw new Failure("bad-input", `GOFLAGS or build-flags ${wrong}.`);
}
function valuesOf(name, goFlags) {
  const fields = splitLinkerFlags(goFlags);
  const given = new RegExp(`^--?${name}=(.*)$`, "s");
  return fields.ok ? fields.value.flatMap((field) => given.exec(field)?.[1] ?? []) : [];
}

// src/compile/idle-variables.ts
import { readFile as readFile6 } from "node:fs/promises";
import path16 from "node:path";

// src/compile/go-declarations.ts
function goDeclarations(source) {
  const found = /* @__PURE__ */ new Map();
  for (const [keyword, ...statement] of statements(source)) {
    switch (keyword?.text) {
      case "var":
      case "const":
      case "type": {
        for (const specification of specifications(statement))
          for (const [name, declaration] of declared(keyword.text, specification))
            found.set(name, declaration);
        break;
      }
      case "func": {
        const [name] = statement;
        if (name?.kind === "word") found.set(name.text, { kind: "func", type: null, value: "none" });
        break;
      }
      // The package clause, the imports, and what is not Go.
      case void 0:
      default:
    }
  }
  found.delete("_");
  return found;
}
var OPENS = /* @__PURE__ */ new Set(["(", "[", "{"]);
var CLOSES = /* @__PURE__ */ new Set([")", "]", "}"]);
function* split(tokens, sign) {
  let part2 = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && depth === 0 && token.text === sign) {
      if (part2.length > 0) yield part2;
      part2 = [];
      continue;
    }
    if (token.kind === "sign" && OPENS.has(token.text)) depth += 1;
    if (token.kind === "sign" && CLOSES.has(token.text)) depth = Math.max(0, depth - 1);
    part2.push(token);
  }
  if (part2.length > 0) yield part2;
}
function statements(source) {
  return split(goTokens(source), ";");
}
function specifications(statement) {
  const [first] = statement;
  if (first?.text !== "(" || statement.at(-1)?.text !== ")") return [statement];
  return [...split(statement.slice(1, -1), ";")];
}
function* declared(kind, tokens) {
  if (kind === "type") {
    const [name] = tokens;
    if (name?.kind === "word") yield [name.text, { kind, type: null, value: "none" }];
    return;
  }
  const equals = tokens.findIndex((token, index) => token.text === "=" && depthAt(tokens, index) === 0);
  const left = equals < 0 ? tokens : tokens.slice(0, equals);
  const values = equals < 0 ? [] : [...split(tokens.slice(equals + 1), ",")];
  const { names, type } = namesAndType(left);
  for (const [index, name] of names.entries()) {
    const value = values.length === 0 ? "none" : valueOf(values.length < names.length ? values[0] : values[index]);
    yield [name, { kind, type, value }];
  }
}
function depthAt(tokens, end) {
  return tokens.slice(0, end).filter(({ kind }) => kind === "sign").reduce((depth, { text: text2 }) => depth + (OPENS.has(text2) ? 1 : CLOSES.has(text2) ? -1 : 0), 0);
}
function namesAndType(left) {
  const names = [];
  let at = 0;
  while (left[at]?.kind === "word") {
    names.push(left[at]?.text ?? "");
    at += 1;
    if (left[at]?.text !== ",") break;
    at += 1;
  }
  const type = left.slice(at).map(({ text: text2 }) => text2).join("");
  return { names, type: type === "" ? null : type };
}
function valueOf(tokens = []) {
  if (tokens.some(({ text: text2 }, index) => runsCode(text2, tokens[index - 1]))) return "computed";
  if (tokens.some(({ kind }) => kind === "word")) return "unknown";
  if (tokens.some(({ kind }) => kind === "string")) return "string";
  return "number";
}
function runsCode(text2, before) {
  if (text2 === "{" || text2 === "[" || text2 === "func") return true;
  return text2 === "(" && (before?.kind === "word" || before?.text === ")") && before.text !== "string";
}

// src/compile/idle-variables.ts
async function findIdleVariables(host, variables, sources) {
  const found = await Promise.all(
    variables.map(async (variable) => ({ variable, why: await whyIdle(host, variable, sources) }))
  );
  return found.flatMap(({ variable, why }) => why === null ? [] : [{ variable, why }]);
}
async function whyIdle(host, variable, sources) {
  const { dependencies, mains, binaries } = sources;
  if (mains.includes(variable.path)) return { kind: "main by its path" };
  const meant = variable.path === "main" ? mains : [variable.path];
  const packages = dependencies.filter(({ importPath }) => meant.includes(importPath));
  if (packages.length === 0) {
    const others = dependencies.filter(({ standard }) => !standard).map(({ importPath }) => importPath);
    return { kind: "no package", meant: nearest(variable.path, others) };
  }
  const isThere2 = binaries.some(
    (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(variable.value)
  );
  const reasons = await Promise.all(packages.map(async (found) => whyIdleIn(host, variable, found)));
  const [first] = reasons.filter((reason) => !(isThere2 && mayBeString(reason)));
  if (reasons.length > 0 && first !== void 0 && reasons.every((reason) => reason !== null)) return first;
  return isThere2 ? null : { kind: "unused" };
}
function mayBeString(reason) {
  return reason?.kind === "no string";
}
async function whyIdleIn(host, { name }, found) {
  const declared2 = await declarationsOf(host, found);
  if (declared2 === null) return null;
  const declaration = declared2.get(name);
  if (declaration === void 0) {
    const variables = [...declared2].filter(
      ([, { kind: kind2, type: type2 }]) => kind2 === "var" && (type2 ?? "string") === "string"
    );
    return {
      kind: "no variable",
      meant: nearest(
        name,
        variables.map(([variable]) => variable)
      )
    };
  }
  const { kind, type, value } = declaration;
  if (kind !== "var") return { kind: "no variable but", is: kind };
  if (type !== null && type !== "string") return { kind: "no string", type };
  if (type === null && value === "number") return { kind: "no string", type: "a number" };
  return value === "computed" ? { kind: "computed" } : null;
}
async function declarationsOf(host, { directory: directory3, goFiles, cgoFiles }) {
  const files = [...goFiles, ...cgoFiles].map((file2) => path16.resolve(directory3, file2));
  try {
    const texts = await Promise.all(files.map(async (file2) => readFile6(file2, "utf8")));
    return new Map(texts.flatMap((text2) => [...goDeclarations(text2)]));
  } catch (cause) {
    host.log.debug(`-X was not checked in ${directory3}: ${errorMessage(cause)}`);
    return null;
  }
}

// src/compile/linker-warnings.ts
var LOADER = /warning: Using '(?<name>\w+)' in statically linked applications requires at runtime/;
var PLACE = /^# |: in function [`'].*':$/;
function linkerWarnings(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const loaders = lines.flatMap((line) => LOADER.exec(line)?.groups?.["name"] ?? []);
  return {
    loaders: [...new Set(loaders)].sort(),
    others: lines.filter(
      (line) => !LOADER.test(line) && !PLACE.test(line) && !line.startsWith("go: downloading ")
    )
  };
}

// src/declare/linker-variables.ts
function linkerVariables(ldflags) {
  const fields = splitLinkerFlags(ldflags);
  const found = /* @__PURE__ */ new Map();
  for (const [index, field] of (fields.ok ? fields.value : []).entries()) {
    const flag = /^--?X(?:=(.*))?$/s.exec(field);
    const given = flag === null ? void 0 : flag[1] ?? (fields.ok ? fields.value[index + 1] : void 0);
    const parts = /^([^=]*)\.([^.=]*)=(.*)$/s.exec(given ?? "");
    if (parts === null) continue;
    const [, place2 = "", name = "", value = ""] = parts;
    found.set(`${place2}.${name}`, { path: place2, name, value });
  }
  return [...found.values()];
}

// src/report/cgo-words.ts
var INSTEAD = {
  "github.com/mattn/go-sqlite3": "modernc.org/sqlite or github.com/ncruces/go-sqlite3"
};
function refuseStub({ importPath }) {
  const instead = INSTEAD[importPath];
  const driver = instead === void 0 ? "a package in pure Go" : `a driver in pure Go, ${instead}`;
  return `${importPath} needs cgo: without it, it compiles to a stub that fails whenever it is used. Set cgo: static, or use ${driver}.`;
}
function describeStandIn({ importPath, leftOut, says }) {
  const files = leftOut.length === 1 ? leftOut[0] ?? "" : `${leftOut.length} files`;
  const words3 = says === null ? "" : ` Its own words: "${says}".`;
  return `${importPath} is compiled without its cgo part (${files}), and other code stands in.${words3} Set cgo: static if the service needs the cgo part.`;
}

// src/report/idle-variable.ts
function describeIdleVariable({ variable: { path: path58, name }, why }) {
  const sentence = (because, meant = null) => `ldflags: -X ${path58}.${name} sets nothing, because ${because}.${meant === null ? "" : ` Did you mean ${meant}?`}`;
  switch (why.kind) {
    case "main by its path":
      return sentence(`the linker knows a main package only as main; write -X main.${name}`);
    case "no package":
      return sentence(
        `the package ${path58} is not compiled in`,
        why.meant === null ? null : `${why.meant}.${name}`
      );
    case "no variable":
      return sentence(
        `the package has no variable ${name}`,
        why.meant === null ? null : `${path58}.${why.meant}`
      );
    case "no variable but":
      return sentence(`${name} is ${KINDS2[why.is]}; declare it as var ${name} string`);
    case "no string":
      return sentence(`${name} is not a string (${why.type}); declare it as var ${name} string`);
    case "computed":
      return sentence(
        `the program computes ${name} when it starts; declare it without a value, or with a string in quotes`
      );
    case "unused":
      return sentence(`nothing in the program uses ${name}`);
  }
}
var KINDS2 = { const: "a constant", func: "a function", type: "a type" };

// src/report/linker-words.ts
var FAMILIES = [
  {
    functions: /^(?:getaddrinfo|gethostby|getnameinfo|getservby|getprotoby|getnetby|getnetgrent|innetgr|sethostent|setservent)/,
    means: "In the image the call finds no host by name, because glibc loads its resolver (libnss) at run time; use IP addresses or another C library, such as musl"
  },
  {
    functions: /^(?:getpw|getgr|setpw|setgr|endpw|endgr|initgroups|getgrouplist|getspnam|fgetpw)/,
    means: "In the image the call finds no user or group, because glibc loads libnss at run time; use numeric IDs or another C library, such as musl"
  },
  {
    functions: /^(?:dlopen|dlmopen|dlsym)/,
    means: "In the image the call fails, because it loads shared libraries and the image contains none"
  },
  { functions: /^/, means: "In the image the call can fail, because the image contains no shared libraries" }
];
function describeLoaders(loaders) {
  const families = Map.groupBy(loaders, (name) => FAMILIES.find(({ functions }) => functions.test(name)));
  return [...families].flatMap(
    ([family, names]) => family === void 0 ? [] : [
      `The linker warns that ${names.join(", ")} ${names.length === 1 ? "needs" : "need"} glibc's shared libraries at run time. ${family.means}.`
    ]
  );
}

// src/commands/steps/check-build.ts
async function checkBuild(host, spec, { dependencies, output }, binaries) {
  warnOfLevels(host, spec, binaries);
  if (dependencies === null) return;
  const standIns = await findCgoStandIns(host, { spec: spec.compile, platform: spec.platform }, dependencies);
  const stub = standIns.find(({ isStub }) => isStub);
  if (stub !== void 0) throw new Failure("compile", refuseStub(stub));
  for (const standIn of standIns) host.log.notice(describeStandIn(standIn));
  const idle = await findIdleVariables(host, linkerVariables(linkerFlags(host, spec.compile)), {
    dependencies,
    mains: binaries.flatMap(({ linked: { importPath } }) => importPath ?? []),
    binaries: binaries.map(({ bytes }) => bytes)
  });
  for (const variable of idle) host.log.warning(describeIdleVariable(variable));
  const { loaders, others } = linkerWarnings(output);
  for (const sentence of describeLoaders(loaders)) host.log.notice(sentence);
  if (others.length > 0) {
    host.log.notice("go build succeeded and printed warnings. They follow.");
    host.log.quote(others.join("\n"));
  }
}
function warnOfLevels(host, { platform: platform4 }, binaries) {
  for (const { linked, executable } of binaries) {
    const level = levelBeyond(executable.elf, executable.buildInfo, platform4);
    if (level !== null)
      host.log.warning(
        `${linked.name} is built for ${level}, and the image for ${formatPlatform(platform4)}: it does not start on older processors; write platforms: ${level}, or build it for the older ones.`
      );
  }
}

// src/commands/steps/baseline/found.ts
var NOTHING2 = { kind: "none", reference: null, revision: null, digest: null, reason: null };
function absent(reason, reference) {
  return { status: "absent", reason, report: { ...NOTHING2, reference, reason } };
}
function unreadable3(reason, place2) {
  return { status: "unreadable", reason, report: { ...NOTHING2, ...place2, reason } };
}
function asClause(sentence) {
  return sentence.replace(/[.:]$/, "").replace(/^(?:The|There|No|Nothing|Git|Compiling|Listing)\b/, (word) => word.toLowerCase());
}

// src/commands/steps/baseline/compare-with.ts
function compareWith(found, spec, name, weight) {
  if (found.status !== "read") {
    const { status, reason, report: report2 } = found;
    const untold = report2 ?? (isNeeded(spec) ? { ...NOTHING2, reason } : null);
    return { baseline: { status, reason }, report: untold, growth: null };
  }
  const { report } = found;
  const image = imageNamed(found, name);
  if (image === void 0) {
    const reason = `${report.reference ?? "what was found"} has no ${name} for ${formatPlatform(spec.platform)}`;
    return {
      baseline: { status: "absent", reason },
      report: { ...report, kind: "none", reason },
      growth: null
    };
  }
  const { weight: before, budget } = image;
  return { baseline: { status: "read", weight: before, budget }, report, growth: growthOf(before, weight) };
}
function imageNamed({ images }, name) {
  return images.find((one) => one.name === name) ?? (images.length === 1 ? images[0] : void 0);
}
function isNeeded({ budget }) {
  return budget.kind === "limits" && budget.limits.some(({ bound }) => bound.kind !== "size");
}

// src/declare/reference.ts
var DOCKER_HUB = "index.docker.io";
var DOCKER_HUB_ALIASES = ["docker.io", DOCKER_HUB, "registry-1.docker.io"];
var LONGEST_NAME4 = 255;
var TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
var COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;
var DIGEST2 = /^sha256:[0-9a-f]{64}$/;
function parseRepository(text2) {
  const given = text2.trim();
  if (given === "") return problem("is empty; write a repository such as ghcr.io/owner/name");
  const scheme = /^[a-z]+:\/\//i.exec(given)?.[0];
  if (scheme !== void 0) return problem(`has a scheme; write it without ${scheme}`);
  if (given.includes("@"))
    return problem("has a digest; write the repository alone, such as ghcr.io/owner/name");
  const { name, tag } = cutTag(given);
  if (tag !== null) return problem(`has a tag; write ${name}, and ${tag === "" ? "the tag" : tag} in tags`);
  return parseName(name);
}
function parseReference(text2) {
  const given = text2.trim();
  const at = given.indexOf("@");
  const { name, tag } = cutTag(at < 0 ? given : given.slice(0, at));
  const repository = parseRepository(name);
  if (!repository.ok) return repository;
  if (at >= 0) {
    const digest = given.slice(at + 1);
    if (!DIGEST2.test(digest)) return problem("has a digest that is not sha256: and 64 hexadecimal digits");
    return parsed({ ...repository.value, identifier: digest });
  }
  if (tag === null) return problem(`has no tag; write ${name}:latest or another tag`);
  const checked = parseTag(tag);
  return checked.ok ? parsed({ ...repository.value, identifier: checked.value }) : checked;
}
function formatReference(reference) {
  const separator = reference.identifier.includes(":") ? "@" : ":";
  return `${formatRepository(reference)}${separator}${reference.identifier}`;
}
function formatRepository({ registry, repository }) {
  return `${registry === DOCKER_HUB ? "docker.io" : registry}/${repository}`;
}
function parseTag(text2) {
  if (TAG.test(text2)) return parsed(text2);
  if (text2 === "") return problem("has an empty tag; write one such as latest");
  if (text2.length > 128) return problem("has a tag of more than 128 characters; write a shorter one");
  const meant = slug(text2);
  return problem(
    `is no tag: letters, digits, "_", "." and "-", not beginning with "." or "-"${meant === null ? "" : `; write ${meant}`}`
  );
}
function slug(text2) {
  const cleaned = text2.replace(/[^a-zA-Z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 128).replace(/-+$/, "");
  return cleaned === "" ? null : cleaned;
}
function looksLikeReference(text2) {
  return /[/:@]/.test(text2);
}
function cutTag(text2) {
  const colon = text2.lastIndexOf(":");
  return colon <= text2.lastIndexOf("/") || colon < 0 ? { name: text2, tag: null } : { name: text2.slice(0, colon), tag: text2.slice(colon + 1) };
}
function parseName(text2) {
  const parts = text2.toLowerCase().split("/");
  const first = parts[0] ?? "";
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === "localhost");
  const host = hasRegistry ? first : DOCKER_HUB;
  const path58 = hasRegistry ? parts.slice(1) : parts;
  const port = HOST.exec(host);
  if (port === null || Number(port[1] ?? 1) > 65535 || Number(port[1] ?? 1) === 0) {
    return problem(`has "${host}" for a registry, which is no host[:port]`);
  }
  const wrong = path58.find((part2) => !COMPONENT.test(part2));
  if (wrong !== void 0) {
    return problem(
      wrong === "" ? "has an empty part between slashes; write registry/owner/name" : `has the part "${wrong}", which no registry takes: letters, digits and single ".", "_" or "-" between them`
    );
  }
  const registry = DOCKER_HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
  const repository = registry === DOCKER_HUB && path58.length === 1 ? `library/${path58[0]}` : path58.join("/");
  if (`${registry}/${repository}`.length > LONGEST_NAME4) {
    return problem(`has more than ${LONGEST_NAME4} characters; write a shorter name`);
  }
  return parsed({ registry, repository });
}

// src/registry/credentials.ts
import path17 from "node:path";

// src/registry/address.ts
var DOCKER_HUB2 = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function isDockerHub(registry) {
  return DOCKER_HUB2.has(registry);
}
function registryUrl(registry) {
  const url = new URL(`https://${registry}/v2/`);
  if (isLoopback(url.hostname)) url.protocol = "http:";
  return url;
}
function resolveLocation(location2, from, registry) {
  if (location2 === null || location2 === "") return problem("names no Location");
  if (!URL.canParse(location2, from.href)) return problem("names a Location that is no URL");
  const target = new URL(location2, from);
  if (target.protocol === "http:" && registry.protocol === "https:" && target.hostname === registry.hostname) {
    target.protocol = "https:";
    target.port = registry.port;
  }
  return checkTarget(target, from, registry);
}
function resolveRealm(realm, registry) {
  if (realm === void 0 || !URL.canParse(realm)) return problem("names no token server");
  return checkTarget(new URL(realm), registry, registry);
}
function checkTarget(target, from, registry) {
  const { hostname, protocol } = target;
  if (protocol !== "https:" && protocol !== "http:") return problem(`leads to a ${protocol} URL`);
  if (protocol === "http:" && from.protocol === "https:")
    return problem(`leads from HTTPS to plain HTTP on ${hostname}`);
  const local = isLoopback(hostname);
  const isNeighbor = hostname === registry.hostname || local && isLoopback(registry.hostname);
  const isTrusted = isNeighbor && (!local || isLoopback(from.hostname));
  if (!isTrusted && (local || isWithin(INTERNAL, hostname)))
    return problem(`leads to ${hostname}, an address of an internal network`);
  if (protocol === "http:" && !local)
    return problem(`leads to plain HTTP on ${hostname}, which only this machine may use`);
  target.username = "";
  target.password = "";
  target.hash = "";
  return parsed(target);
}
var INTERNAL = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"]
];

// src/registry/pull-advice.ts
function adviceForPull({ registry, repository, source }, status) {
  if (status === 404) return `check that ${repository} and its tag are spelt right`;
  if (source === null)
    return `no credentials for ${registry} were found: check that ${repository} is spelt right, or log in with ${howToLogIn(registry)}`;
  return `the credentials from ${source} may not read ${repository}: check that it is spelt right, and ask for permission to pull it`;
}
function howToLogIn(registry) {
  return registry === "ghcr.io" ? '"docker login ghcr.io", or give the job "permissions: packages: read" and this step github-token' : `"docker login ${registry}", or give registry-username and registry-password`;
}

// src/registry/advice.ts
function adviceFor(login, status, said) {
  if (login.access === "pull" && [401, 403, 404].includes(status)) return adviceForPull(login, status);
  switch (status) {
    case 401:
      return /insufficient_scope|DENIED/.test(said) && login.source !== null ? permit(login) : logIn(login);
    case 403:
      return login.source === null ? logIn(login) : permit(login);
    case 404:
      return create(login);
    case 413:
      return `${login.registry}, or a proxy before it, limits what it takes: raise that limit`;
    case 429:
      return `${login.registry} limits how often it is asked: log in, or try again later`;
    default:
      return status >= 500 ? `${login.registry} is in trouble: try again later` : "";
  }
}
function adviceWithoutAnswer(registry, { message: reason, proxy }) {
  if (proxy !== null) return `check ${proxy}, or name ${registry} in NO_PROXY`;
  if (/certificate|self.signed/i.test(reason))
    return "name the certificate authority of this registry in NODE_EXTRA_CA_CERTS";
  if (/wrong version number|EPROTO|packet length/i.test(reason))
    return "plain HTTP is spoken to localhost only: give this registry a certificate";
  return `check that ${registry} is spelt right and can be reached from here`;
}
function kindOf(registry) {
  if (registry === "ghcr.io") return "ghcr";
  if (isDockerHub(registry)) return "docker hub";
  if (/^(?:\d+\.dkr\.ecr\..+|public\.ecr\.aws$)/.test(registry)) return "ecr";
  if (/(?:^|\.)gcr\.io$|\.pkg\.dev$/.test(registry)) return "google";
  if (registry.endsWith(".azurecr.io")) return "azure";
  if (registry === "registry.gitlab.com") return "gitlab";
  return "other";
}
function logIn({ registry, source }) {
  const how = howToLogIn2(registry);
  return source === null ? `no credentials for ${registry} were found: ${how}` : `${registry} does not accept the credentials from ${source}: ${how}`;
}
function howToLogIn2(registry) {
  switch (kindOf(registry)) {
    case "ghcr":
      return 'give the job "permissions: packages: write" and this step github-token, or log in with docker/login-action';
    case "docker hub":
      return 'give registry-username and, as registry-password, an access token with "Read & Write"';
    case "ecr":
      return "log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)";
    case "google":
      return `run "gcloud auth configure-docker ${registry}", or give registry-username: oauth2accesstoken and an access token as registry-password`;
    case "azure":
      return 'give the name and password of a service principal or of a repository-scoped token ("az acr login" stores an identity token, which Bantam does not use yet)';
    case "gitlab":
      return "give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD";
    case "other":
      return `log in with "docker login ${registry}", or give registry-username and registry-password`;
  }
}
function permit({ registry, repository, source }) {
  const who = `the credentials from ${source}`;
  switch (kindOf(registry)) {
    case "ghcr":
      return `${who} may not write ${repository}: give the job "permissions: packages: write", and in the package's settings let this repository write it ("Manage Actions access")`;
    case "docker hub":
      return `${who} may not write ${repository}: use an access token with "Read & Write" of an account that may push there`;
    case "ecr":
      return `${who} may not write ${repository}: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage`;
    case "google":
      return `${who} may not write ${repository}: grant roles/artifactregistry.writer`;
    case "azure":
      return `${who} may not write ${repository}: grant AcrPush`;
    case "gitlab":
    case "other":
      return `${who} may not write ${repository}: ask for permission to push there`;
  }
}
function create({ registry, repository }) {
  switch (kindOf(registry)) {
    case "ecr":
      return `create the repository first: aws ecr create-repository --repository-name ${repository}`;
    case "google":
      return `create the repository ${repository.split("/").slice(0, 2).join("/")} in Artifact Registry first`;
    case "docker hub":
      return `check that the namespace ${repository.split("/", 1).join("")} exists and that these credentials may write it`;
    case "gitlab":
      return `${repository} must begin with the path of a project that exists`;
    case "ghcr":
    case "azure":
    case "other":
      return `check that ${repository} is spelt right, and create the project or repository first where ${registry} wants that`;
  }
}

// src/registry/registry-error.ts
var ErrorBody = object({
  errors: array(object({ code: optional(string()), message: optional(string()) }))
});
function refused(deed, exchange2) {
  const { method, url, status, headers } = exchange2;
  const said = saidBy(exchange2);
  const shown3 = `${method} ${showUrl2(url)}: ${said === "" ? "" : `${said} `}(status ${status})`;
  const advice = adviceFor(deed.login, status, `${said} ${headers.get("www-authenticate") ?? ""}`);
  return failure(deed, advice === "" ? shown3 : `${shown3}; ${advice}`);
}
var UNKNOWN_CODES = /* @__PURE__ */ new Set(["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"]);
function saysUnknown({
  status,
  headers,
  body
}) {
  if (status !== 404 || headers.get("content-type")?.startsWith("text/html") === true) return false;
  const errors = safeParse(ErrorBody, parseJson2(body));
  const codes = errors.success ? errors.output.errors.flatMap(({ code }) => code ?? []) : [];
  return codes.length === 0 || codes.some((code) => UNKNOWN_CODES.has(code));
}
function unusable(deed, { method, url }, reason) {
  return failure(deed, `${method} ${showUrl2(url)}: the registry's answer ${printable2(reason)}`);
}
function unanswered(deed, url, error) {
  if (!(error instanceof HttpError)) return error;
  const advice = adviceWithoutAnswer(deed.login.registry, error);
  return failure(deed, `${showUrl2(url)}: ${printable2(error.message)}; ${advice}`, error);
}
function unreached(url, error) {
  if (!(error instanceof HttpError)) return error;
  const { message, status, temporary: temporary2, retryAfterMs, proxy } = error;
  const details = { status, temporary: temporary2, retryAfterMs, proxy, cause: error };
  return new HttpError(`it leads to ${showUrl2(url)}: ${message}`, details);
}
function failure({ what, secrets }, why, cause) {
  return new Failure("registry", redact(`Could not ${what}: ${why}.`, secrets), { cause });
}
function saidBy({ body, headers }) {
  const errors = safeParse(ErrorBody, parseJson2(body));
  if (errors.success) {
    const said = errors.output.errors.map(
      ({ code, message }) => [code, printable2(message ?? "")].filter(Boolean).join(": ")
    );
    return printable2(said.join(", "));
  }
  return headers.get("content-type")?.startsWith("text/plain") === true ? printable2(body) : "";
}
function parseJson2(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
var LONGEST_QUOTE = 300;
function printable2(text2) {
  const line = text2.replace(/[\p{C}\s]+/gu, " ").trim().replace(/[.;]$/, "");
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE)}\u2026`;
}
var SHOWN_QUERIES = /* @__PURE__ */ new Set(["digest", "from", "mount", "scope", "service"]);
function showUrl2({ protocol, host, pathname, searchParams }) {
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${SHOWN_QUERIES.has(name) ? printable2(value) : "***"}`
  );
  return `${protocol}//${host}${pathname}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

// src/registry/credential-helper.ts
var Answer = object({ Username: string(), Secret: string() });
var TIMEOUT_MS = 3e4;
async function askHelper(host, name, registry) {
  const command = `docker-credential-${name}`;
  const complain = (reason) => {
    host.log.warning(`${command} gave no login for ${registry}: ${reason}.`);
    return null;
  };
  if (!/^[\w.-]+$/.test(name)) return complain("that is not a name of a helper");
  const finished = await start(
    host,
    command,
    isDockerHub(registry) ? "https://index.docker.io/v1/" : registry
  );
  if (finished === null) return complain("it is not on PATH");
  if (finished.timedOut) return complain(`it did not answer within ${TIMEOUT_MS / 1e3} s`);
  if (finished.exitCode !== 0)
    return /credentials not found/i.test(finished.stdout) ? null : complain(`it ended with exit code ${finished.exitCode}`);
  const answer = safeParse(Answer, parseJson2(finished.stdout));
  if (!answer.success) return complain("its answer is not the JSON that docker expects");
  const { Username: username, Secret: password } = answer.output;
  if (password === "") return null;
  return username === "<token>" ? { kind: "token" } : { kind: "password", username, password };
}
async function start(host, command, server) {
  try {
    return await run(host, command, ["get"], {
      env: childEnvironment(host, "credential helper"),
      input: server,
      timeoutMs: TIMEOUT_MS,
      maxOutput: 64 * 1024
    });
  } catch (error) {
    if (error instanceof Failure && error.code === "missing-tool") return null;
    throw error;
  }
}

// src/registry/docker-config.ts
import { readFile as readFile7, stat as stat5 } from "node:fs/promises";
var Entry = object({
  auth: optional(string()),
  username: optional(string()),
  password: optional(string()),
  identitytoken: optional(string()),
  registrytoken: optional(string())
});
var Config = object({
  auths: optional(record(string(), fallback(Entry, {})), {}),
  credHelpers: optional(record(string(), string()), {}),
  credsStore: optional(string())
});
async function readDockerConfig(file2, legacy = false) {
  try {
    const found = await stat5(file2);
    if (!found.isFile() || found.size > LARGEST_CONFIG) return "unreadable";
    const text2 = await readFile7(file2, "utf8");
    return legacy ? parseLegacyConfig(text2) : parseDockerConfig(text2);
  } catch (error) {
    const { code } = error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : "unreadable";
  }
}
var LARGEST_CONFIG = 1024 * 1024;
function parseDockerConfig(text2) {
  const config = safeParse(Config, parseJson2(text2));
  return config.success ? config.output : "unreadable";
}
function parseLegacyConfig(text2) {
  const auths = safeParse(Config.entries.auths, parseJson2(text2));
  return auths.success ? { auths: auths.output, credHelpers: {} } : "unreadable";
}
function helperOf({ credHelpers }, registry) {
  const name = find(credHelpers, registry) ?? "";
  return name === "" ? null : name;
}
function entryOfNamespace({ auths }, { registry, repository }) {
  const parts = repository.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const namespace = parts.slice(0, length).join("/");
    for (const host of isDockerHub(registry) ? ["docker.io", registry] : [registry]) {
      const key = `${host}/${namespace}`;
      const login = Object.hasOwn(auths, key) ? loginOf(auths[key]) : null;
      if (login !== null) return login;
    }
  }
  return null;
}
function entryOf({ auths }, registry) {
  return loginOf(find(auths, registry));
}
function loginOf(entry) {
  if (entry === void 0) return null;
  if (nonEmpty(entry.identitytoken) || nonEmpty(entry.registrytoken)) return { kind: "token" };
  const login = nonEmpty(entry.auth) ? decode(entry.auth) : [entry.username ?? "", entry.password ?? ""];
  const [username = "", password = ""] = login;
  return username === "" || password === "" ? null : { kind: "password", username, password };
}
function nonEmpty(text2) {
  return text2 !== void 0 && text2 !== "";
}
function decode(auth) {
  const text2 = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
  const colon = text2.indexOf(":");
  return colon === -1 ? [] : [text2.slice(0, colon), text2.slice(colon + 1)];
}
function find(byHost, registry) {
  const keys = Object.keys(byHost);
  const key = keys.find((key2) => key2 === registry) ?? keys.find((key2) => sameRegistry(hostOf(key2), registry));
  return key === void 0 ? void 0 : byHost[key];
}
function hostOf(key) {
  return /^(?:https?:\/\/)?([^/]+)(?:\/(?:v[12]\/?)?)?$/.exec(key)?.[1]?.toLowerCase() ?? null;
}
function sameRegistry(host, registry) {
  return host !== null && (host === registry || isDockerHub(host) && isDockerHub(registry));
}

// src/registry/credentials.ts
async function findCredentials(host, place2, publish2) {
  const { registry } = place2;
  const found = fromInputs(registry, publish2) ?? await fromConfigs(host, place2) ?? fromWorkflow(registry, publish2);
  if (found !== null) host.log.secret(found.password);
  return found;
}
function fromInputs(registry, { credentials, references }) {
  if (credentials === null) return null;
  const registries = /* @__PURE__ */ new Set([...references.map((reference) => reference.registry), registry]);
  if (registries.size > 1)
    throw new Failure(
      "bad-input",
      `registry-username and registry-password are for one registry, but image names ${[...registries].join(" and ")}: leave them out, and log in to each with docker/login-action or "docker login".`
    );
  return { ...credentials, source: "registry-username and registry-password" };
}
function fromWorkflow(registry, { githubToken }) {
  if (registry !== "ghcr.io" || githubToken === null || githubToken === "") return null;
  return { username: "x-access-token", password: githubToken, source: "github-token" };
}
async function fromConfigs(host, place2) {
  const inline = host.env["DOCKER_AUTH_CONFIG"] ?? "";
  if (inline !== "") {
    const config = parseDockerConfig(inline);
    const found = await fromConfig(host, place2, "DOCKER_AUTH_CONFIG", config);
    if (found !== null) return found;
  }
  for (const { file: file2, legacy } of configFiles(host)) {
    const config = await readDockerConfig(file2, legacy);
    const found = config === null ? null : await fromConfig(host, place2, file2, config);
    if (found !== null) return found;
  }
  return null;
}
function configFiles({ env }) {
  const home2 = homeOf(env) ?? "/";
  const named = env["REGISTRY_AUTH_FILE"] ?? "";
  const runtime = xdgDirectory(env, "XDG_RUNTIME_DIR");
  const files = [
    ...named === "" ? [] : [named],
    ...runtime === null ? perUser() : [path17.join(runtime, "containers", "auth.json")],
    path17.join(xdgDirectory(env, "XDG_CONFIG_HOME") ?? path17.join(home2, ".config"), "containers", "auth.json"),
    path17.join(env["DOCKER_CONFIG"] ?? path17.join(home2, ".docker"), "config.json")
  ];
  return [
    ...files.map((file2) => ({ file: file2, legacy: false })),
    { file: path17.join(home2, ".dockercfg"), legacy: true }
  ];
}
function perUser() {
  return process.getuid === void 0 ? [] : [`/run/containers/${process.getuid()}/auth.json`];
}
async function fromConfig(host, place2, source, config) {
  if (config === "unreadable") {
    host.log.warning(
      `${source} cannot be read, or is not a file of logins as docker and podman write it, so its logins are not used.`
    );
    return null;
  }
  const { registry } = place2;
  const entry = (login) => login === null ? null : usable(host, registry, source, login);
  const own = helperOf(config, registry);
  return await fromHelper(host, registry, own) ?? entry(entryOfNamespace(config, place2)) ?? await fromHelper(host, registry, own === null ? config.credsStore ?? null : null) ?? entry(entryOf(config, registry));
}
async function fromHelper(host, registry, name) {
  const kept = name === null || name === "" ? null : await askHelper(host, name, registry);
  return kept === null ? null : usable(host, registry, `docker-credential-${name}`, kept);
}
function usable(host, registry, source, login) {
  switch (login.kind) {
    case "password":
      return { username: login.username, password: login.password, source };
    case "token":
      host.log.warning(
        `${source} holds an identity token for ${registry}, which Bantam does not use yet: give registry-username and registry-password.`
      );
      return null;
  }
}

// src/registry/pull.ts
import { createHash as createHash3, randomBytes as randomBytes3 } from "node:crypto";
import { open as open3, rm as rm5 } from "node:fs/promises";
import path18 from "node:path";

// src/registry/challenge.ts
var TOKEN2 = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
var QUOTED = /"((?:[^"\\]|\\[\s\S])*)"?/y;
var BARE = /[^\s,]*/y;
var TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
var GAP2 = /[\s,]*/y;
var SPACE2 = /\s*/y;
var EQUALS = /\s*=\s*/y;
function parseChallenges(header) {
  if (header === null) return [];
  const challenges = [];
  let at = 0;
  const take3 = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (take3(GAP2); at < header.length; take3(GAP2)) {
    const name = take3(TOKEN2)?.[0].toLowerCase();
    const current = challenges.at(-1);
    if (name === void 0) at += 1;
    else if (current !== void 0 && take3(EQUALS) !== null) {
      const value = unescape(take3(QUOTED)?.[1]) ?? take3(BARE)?.[0] ?? "";
      if (!current.params.has(name)) current.params.set(name, value);
    } else {
      challenges.push({ scheme: name, params: /* @__PURE__ */ new Map() });
      take3(SPACE2);
      skipToken68(header, at, take3);
    }
  }
  return challenges;
}
function skipToken68(header, at, take3) {
  if (at < header.length && header[at] !== ",") take3(TOKEN68);
}
function unescape(quoted3) {
  return quoted3?.replace(/\\([\s\S])/g, "$1");
}

// src/registry/exchange.ts
var BODY_LIMIT = 64 * 1024;
var HEAD_TIMEOUT_MS = 6e4;
var SLOWEST_BYTES_PER_MS = 25;
async function exchange(host, { method, url, headers = {}, body, receive }) {
  const timeoutMs = HEAD_TIMEOUT_MS + Math.ceil((body?.byteLength ?? 0) / SLOWEST_BYTES_PER_MS);
  const started = performance.now();
  const response = await request(host, url.href, {
    method,
    headers,
    redirect: "manual",
    timeoutMs,
    signal: AbortSignal.timeout(
      timeoutMs + HEAD_TIMEOUT_MS + Math.ceil((receive?.bytes ?? 0) / SLOWEST_BYTES_PER_MS)
    ),
    ...body === void 0 ? {} : { body: asArrayBufferView(body) }
  });
  const received = receive !== void 0 && response.status === 200;
  if (received) await receive.take(bodyOf(response, HEAD_TIMEOUT_MS));
  const text2 = received ? "" : await readText(response);
  const ms = Math.round(performance.now() - started);
  host.log.debug(`${method} ${showUrl2(url)} ${response.status}, ${ms} ms`);
  return { method, url, status: response.status, headers: response.headers, body: text2 };
}
async function readText(response) {
  const chunks = [];
  let left = BODY_LIMIT;
  for await (const chunk of bodyOf(response, HEAD_TIMEOUT_MS)) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.byteLength;
    if (left <= 0) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
function asArrayBufferView(bytes) {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Uint8Array.from(bytes);
}

// src/registry/retry.ts
var PATIENCE = { tries: 4, firstWaitMs: 500, longestWaitMs: 6e4 };
async function persist(attempt, patience = PATIENCE) {
  let last = null;
  try {
    return await retry(async () => {
      last = null;
      last = await attempt();
      if (isTemporary(last.status)) throw temporary(last);
      return last;
    }, patience);
  } catch (error) {
    if (last !== null && error instanceof HttpError) return last;
    throw error;
  }
}
function temporary({ status, headers }) {
  const retryAfterMs = retryAfter(headers.get("retry-after"));
  return new HttpError(`status ${status}`, { status, temporary: true, retryAfterMs });
}

// src/registry/authorization.ts
function authorize(registry) {
  let way = { kind: "unknown" };
  const tokens = /* @__PURE__ */ new Map();
  async function tokenFor(scopes, deed, bearer, refused3) {
    const key = scopes.join(" ");
    const kept = tokens.get(key);
    if (kept !== void 0 && isUsable(await kept, refused3)) return kept;
    const newer = tokens.get(key);
    if (newer !== void 0 && newer !== kept) return newer;
    const wanted2 = [.../* @__PURE__ */ new Set([...refused3?.missing ?? [], ...scopes])];
    const token = fetchToken(registry, tokenUrl(bearer, wanted2), deed);
    tokens.set(key, token);
    return token;
  }
  return {
    get wasAsked() {
      return way.kind !== "unknown";
    },
    async header(scopes, deed) {
      switch (way.kind) {
        case "unknown":
          return null;
        case "basic":
          return way.header;
        case "bearer":
          return (await tokenFor(scopes, deed, way, null)).header;
      }
    },
    async answer(refusal5, sent, scopes, deed) {
      const challenge = await challengeOf(registry, refusal5);
      switch (way.kind) {
        case "unknown":
          way = wayOf(registry, challenge, refusal5, deed);
          return way.kind !== "unknown";
        case "basic":
          return sent !== way.header;
        case "bearer": {
          const missing = (challenge?.params.get("scope") ?? "").split(" ").filter(Boolean);
          await tokenFor(scopes, deed, way, { header: sent, missing });
          return true;
        }
      }
    }
  };
}
function isUsable({ header, until }, refused3) {
  return until > performance.now() && header !== refused3?.header;
}
async function challengeOf({ host, url }, refusal5) {
  return supported(refusal5) ?? supported(await exchange(host, { method: "GET", url }));
}
function supported({ headers }) {
  return parseChallenges(headers.get("www-authenticate")).find(
    ({ scheme }) => scheme === "basic" || scheme === "bearer"
  );
}
function wayOf(registry, challenge, refusal5, deed) {
  if (challenge === void 0) return { kind: "unknown" };
  if (challenge.scheme === "basic") {
    const { credentials } = registry;
    return credentials === null ? { kind: "unknown" } : { kind: "basic", header: basic(registry, credentials) };
  }
  const realm = resolveRealm(challenge.params.get("realm"), registry.url);
  if (!realm.ok) throw unusable(deed, refusal5, realm.problem);
  return { kind: "bearer", realm: realm.value, service: challenge.params.get("service") ?? registry.url.host };
}
function basic({ host, secrets }, { username, password }) {
  const pair = Buffer.from(`${username}:${password}`).toString("base64");
  for (const secret of [password, pair]) keepSecret(host, secrets, secret);
  return `Basic ${pair}`;
}
function keepSecret(host, secrets, secret) {
  if (secret === "") return;
  secrets.add(secret);
  host.log.secret(secret);
}
function tokenUrl({ realm, service }, scopes) {
  const url = new URL(realm);
  url.searchParams.set("service", service);
  for (const scope of scopes) url.searchParams.append("scope", scope);
  return url;
}
var TokenBody = object({
  token: optional(string()),
  access_token: optional(string()),
  expires_in: fallback(optional(number()), void 0)
});
var DEFAULT_LIFE = 60;
var MARGIN2 = 10;
async function fetchToken(registry, url, deed) {
  const { host, credentials, patience } = registry;
  const headers = credentials === null ? {} : { authorization: basic(registry, credentials) };
  const asked = { method: "GET", url, headers };
  const answer = await persist(() => exchange(host, asked), patience).catch((error) => {
    throw unanswered(deed, url, error);
  });
  if (answer.status !== 200) throw refused(deed, answer);
  const body = safeParse(TokenBody, parseJson2(answer.body));
  const token = body.success ? body.output.token ?? body.output.access_token ?? "" : "";
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(deed, answer, "holds no token");
  keepSecret(host, registry.secrets, token);
  const life = (body.success ? body.output.expires_in : void 0) ?? DEFAULT_LIFE;
  return { header: `Bearer ${token}`, until: performance.now() + (life - MARGIN2) * 1e3 };
}

// src/registry/warning.ts
var WARNING = /299 \S{1,255} "((?:[^"\\]|\\[\s\S])*)"/g;
function parseWarnings(header) {
  return [...(header ?? "").matchAll(WARNING)].map((match) => printable2((match[1] ?? "").replace(/\\([\s\S])/g, "$1"))).filter((text2) => text2 !== "");
}

// src/registry/conversation.ts
function converse(registry) {
  const authorization = authorize(registry);
  const warned = /* @__PURE__ */ new Set();
  async function once3(call) {
    for (let learnt = 0; ; learnt += 1) {
      const sent = own(call.url) ? await authorization.header(call.scopes, call.deed) : null;
      const answer = await exchange(registry.host, {
        ...call,
        headers: { ...call.headers, ...authorizing(sent) }
      });
      const again = answer.status === 401 && own(call.url) && learnt < 2 && call.method !== "DELETE";
      if (again && await authorization.answer(answer, sent, call.scopes, call.deed)) continue;
      for (const text2 of parseWarnings(answer.headers.get("warning"))) warn(text2);
      return answer;
    }
  }
  function own(url) {
    return url.origin === registry.url.origin;
  }
  async function follow2(call, hops = 5) {
    const answer = await once3(call);
    if (!isRedirect(call, answer.status) || hops === 0) return answer;
    const url = located(call, answer);
    return follow2({ ...call, url }, hops - 1).catch((error) => {
      throw unreached(url, error);
    });
  }
  function located({ deed }, answer) {
    const target = resolveLocation(answer.headers.get("location"), answer.url, registry.url);
    if (!target.ok) throw unusable(deed, answer, target.problem);
    return target.value;
  }
  async function ask(call, attempt = () => follow2(call)) {
    try {
      return await persist(attempt, registry.patience);
    } catch (error) {
      throw unanswered(call.deed, call.url, error);
    }
  }
  function warn(text2) {
    if (warned.has(text2)) return;
    warned.add(text2);
    registry.host.log.warning(`${registry.url.host} warns: ${text2}.`);
  }
  return { ask, follow: follow2, once: once3, located, wasAskedToLogIn: () => authorization.wasAsked };
}
function authorizing(header) {
  return header === null ? {} : { authorization: header };
}
function isRedirect({ method }, status) {
  if (status === 307 || status === 308) return true;
  return (method === "GET" || method === "HEAD") && [301, 302, 303].includes(status);
}

// src/image/digest.ts
import { hash } from "node:crypto";
function digestOf(bytes) {
  return `sha256:${hash("sha256", bytes, "hex")}`;
}
function descriptorOf({ mediaType, digest, bytes }) {
  return { mediaType, digest, size: bytes.length };
}
function jsonBlob(mediaType, value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { mediaType, digest: digestOf(bytes), bytes };
}

// src/registry/read-document.ts
async function readDocument({ ask }, call) {
  const body = collector(MAX_DOCUMENT);
  const headers = { ...call.headers, "accept-encoding": "identity" };
  const answer = await ask({
    ...call,
    method: "GET",
    headers,
    receive: { bytes: MAX_DOCUMENT, take: body.take }
  });
  if (answer.status !== 200) return { document: null, answer };
  const bytes = body.bytes();
  if (bytes === null) throw unusable(call.deed, answer, `is larger than ${MAX_DOCUMENT} bytes`);
  return { document: { digest: digestOf(bytes), bytes }, answer };
}
function collector(maxBytes) {
  let chunks = [];
  let size = 0;
  return {
    take: async (body) => {
      chunks = [];
      size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > maxBytes) return;
        chunks.push(chunk);
      }
    },
    /** `null`: there were more. */
    bytes: () => size > maxBytes ? null : Buffer.concat(chunks)
  };
}

// src/registry/client.ts
var MANIFESTS = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
function connect(host, name, credentials, patience = PATIENCE) {
  const registry = { host, url: registryUrl(name), credentials, patience, secrets: /* @__PURE__ */ new Set() };
  const conversation = converse(registry);
  const { ask, follow: follow2, located, once: once3, wasAskedToLogIn } = conversation;
  const deed = (repository, what) => ({
    what: `${what} ${name}/${repository}`,
    login: { registry: name, repository, source: credentials?.source ?? null },
    secrets: registry.secrets
  });
  const at = (repository, path58) => new URL(`${repository}/${path58}`, registry.url);
  function reading(repository, identifier, verb) {
    return {
      url: at(repository, `manifests/${identifier}`),
      headers: { accept: MANIFESTS },
      scopes: [push(repository)],
      deed: deed(repository, `${verb} ${identifier} in`)
    };
  }
  async function lookUp3(call, methods) {
    let refusal5 = null;
    for (const method of methods) {
      const { digest, answer } = await lookUpBy(method, call);
      if (digest !== null || answer.status === 404) return { digest, refusal: null };
      refusal5 ??= answer;
      if (!OTHER_METHOD_MAY_HELP.has(answer.status)) break;
    }
    return { digest: null, refusal: refusal5 };
  }
  async function lookUpBy(method, call) {
    if (method === "GET") {
      const { document, answer: answer2 } = await readDocument(conversation, call);
      return { digest: document?.digest ?? null, answer: answer2 };
    }
    const answer = await ask({ ...call, method });
    return { digest: answer.status === 200 ? digestOf2(answer) : null, answer };
  }
  function uploading(repository, mount, deed2) {
    const url = at(repository, "blobs/uploads/");
    if (mount === null) return { method: "POST", url, scopes: [push(repository)], deed: deed2 };
    url.searchParams.set("mount", mount.digest);
    url.searchParams.set("from", mount.from);
    return { method: "POST", url, scopes: [push(repository), pull(mount.from)], deed: deed2 };
  }
  return {
    get asksForLogin() {
      return wasAskedToLogIn();
    },
    async manifestDigest(repository, identifier) {
      const call = reading(repository, identifier, "look up");
      const { digest, refusal: refusal5 } = await lookUp3(call, ["HEAD", "GET"]);
      if (digest !== null || refusal5 === null) return digest;
      if (refusal5.status === 403) return null;
      throw refused(call.deed, refusal5);
    },
    async readBack(repository, tag) {
      const call = reading(repository, tag, "read back");
      const { digest, refusal: refusal5 } = await lookUp3(call, isDockerHub(name) ? ["HEAD", "GET"] : ["GET", "HEAD"]);
      if (refusal5 !== null) throw refused(call.deed, refusal5);
      return digest;
    },
    async manifest(repository, identifier) {
      const call = reading(repository, identifier, "look up");
      const { document, answer } = await readDocument(conversation, call);
      if (document !== null || answer.status === 404 || answer.status === 403) return document;
      throw refused(call.deed, answer);
    },
    async config(repository, { digest, size }) {
      if (size > MAX_DOCUMENT) return null;
      const why = deed(repository, `look up ${digest} in`);
      const url = at(repository, `blobs/${digest}`);
      const { document, answer } = await readDocument(conversation, {
        url,
        scopes: [push(repository)],
        deed: why
      });
      if (document === null && answer.status !== 404 && answer.status !== 403) throw refused(why, answer);
      return document?.digest === digest ? document.bytes : null;
    },
    async hasBlob(repository, digest) {
      const url = at(repository, `blobs/${digest}`);
      const why = deed(repository, `look up ${digest} in`);
      const answer = await ask({ method: "HEAD", url, scopes: [push(repository)], deed: why });
      if ([401, 403, 404].includes(answer.status)) return false;
      if (answer.status === 200) return true;
      throw refused(why, answer);
    },
    async putBlob(repository, blob, mountFrom) {
      const why = deed(repository, `store ${blob.digest} in`);
      const mount = mountFrom === null ? null : { digest: blob.digest, from: mountFrom };
      const plain = uploading(repository, null, why);
      let stored = "PUT";
      const answer = await ask(plain, async () => {
        let begun = await follow2(uploading(repository, mount, why));
        if (mount !== null && begun.status === 201) {
          stored = "POST";
          return begun;
        }
        if (mount !== null && begun.status !== 202) begun = await follow2(plain);
        if (begun.status !== 202) return begun;
        const url = located(plain, begun);
        url.searchParams.append("digest", blob.digest);
        const headers = { "content-type": "application/octet-stream" };
        return follow2({ method: "PUT", url, headers, body: blob.bytes, scopes: plain.scopes, deed: why });
      });
      ensureStored(why, answer, stored, blob.digest);
    },
    async putManifest(repository, identifier, manifest) {
      const why = deed(repository, `publish ${identifier} in`);
      const answer = await ask({
        method: "PUT",
        url: at(repository, `manifests/${identifier}`),
        headers: { "content-type": manifest.mediaType },
        body: manifest.bytes,
        scopes: [push(repository)],
        deed: why
      });
      ensureStored(why, answer, "PUT", manifest.digest);
    },
    async tryPush(repository) {
      const call = uploading(repository, null, deed(repository, "push to"));
      const answer = await ask(call);
      if ([401, 403, 404].includes(answer.status)) throw refused(call.deed, answer);
      if (answer.status !== 202) return;
      const url = located(call, answer);
      await once3({ ...call, method: "DELETE", url }).catch(
        () => host.log.debug(`DELETE ${showUrl2(url)} failed`)
      );
    }
  };
}
var OTHER_METHOD_MAY_HELP = /* @__PURE__ */ new Set([200, 405, 429, 501]);
function push(repository) {
  return `repository:${repository}:pull,push`;
}
function pull(repository) {
  return `repository:${repository}:pull`;
}
function ensureStored(deed, answer, method, digest) {
  if (answer.method !== method || answer.status < 200 || answer.status > 204) throw refused(deed, answer);
  const said = digestOf2(answer);
  if (said !== null && said !== digest) throw unusable(deed, answer, `says that it stored ${said} instead`);
}
function digestOf2({ headers }) {
  const digest = headers.get("docker-content-digest");
  return digest !== null && isDigest(digest) ? digest : null;
}
function isDigest(text2) {
  return /^sha256:[0-9a-f]{64}$/.test(text2);
}

// src/registry/pull.ts
async function openRepository(host, reference, credentials, patience = PATIENCE) {
  const { registry: name, repository, identifier } = reference;
  const registry = { host, url: registryUrl(name), credentials, patience, secrets: /* @__PURE__ */ new Set() };
  const { ask } = converse(registry);
  const deed = (what) => ({
    what: `read ${what}`,
    login: { registry: name, repository, source: credentials?.source ?? null, access: "pull" },
    secrets: registry.secrets
  });
  function reading(place2, deed2, accept) {
    return {
      method: "GET",
      url: new URL(`${repository}/${place2}`, registry.url),
      // What is compressed on the way would be more than its descriptor says.
      headers: { accept, "accept-encoding": "identity" },
      scopes: [`repository:${repository}:pull`],
      deed: deed2
    };
  }
  async function manifest(identifier2, deed2) {
    const { document, answer } = await readDocument(
      { ask },
      reading(`manifests/${identifier2}`, deed2, MANIFESTS)
    );
    if (saysUnknown(answer) && answer.url.origin === registry.url.origin) return null;
    if (document === null) throw refused(deed2, answer);
    if (identifier2.includes(":") && identifier2 !== document.digest)
      throw wrongDigest(deed2, answer, document.digest);
    return document;
  }
  async function blob({ digest, size }) {
    const file2 = path18.join(host.temporary, `blob-${randomBytes3(8).toString("hex")}`);
    const why2 = deed(`${digest} of ${shown3}`);
    let found = { digest: null, size: 0 };
    try {
      const answer = await ask({
        ...reading(`blobs/${digest}`, why2, "application/octet-stream, */*"),
        receive: {
          bytes: size,
          take: async (body) => {
            found = await save2(body, file2, size);
          }
        }
      });
      if (answer.status !== 200) throw refused(why2, answer);
      if (found.digest === null) throw unusable(why2, answer, `is larger than the ${size} bytes it should be`);
      if (found.digest !== digest) throw wrongDigest(why2, answer, found.digest);
      if (found.size !== size) throw unusable(why2, answer, `has ${found.size} bytes and should have ${size}`);
      return { file: file2, offset: 0, size, temporary: true };
    } catch (cause) {
      await rm5(file2, { force: true });
      throw cause;
    }
  }
  const shown3 = formatReference(reference);
  const why = deed(shown3);
  const root = await manifest(identifier, why);
  if (root === null)
    throw new Absent(
      "registry",
      `There is no ${printable2(shown3)}: the registry answers 404; check that it is spelt right.`
    );
  return {
    name: shown3,
    root,
    blob,
    manifest: ({ digest }) => manifest(digest, deed(`${digest} of ${shown3}`))
  };
}
function wrongDigest(deed, answer, digest) {
  return unusable(deed, answer, `has the digest ${digest}`);
}
async function save2(body, file2, maxBytes) {
  const hash2 = createHash3("sha256");
  let size = 0;
  const handle = await open3(file2, "w", 384).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) return { digest: null, size };
      hash2.update(chunk);
      await handle.writeFile(chunk).catch((cause) => {
        throw whyNotWritten(file2, cause);
      });
    }
  } finally {
    await handle.close();
  }
  return { digest: `sha256:${hash2.digest("hex")}`, size };
}

// src/size/annotation.ts
var WEIGH_IN_ANNOTATION = "dev.bantam.weigh-in";
function writeAnnotation({ bantam, settings, budget, embedded }) {
  const { go, packer, ldflags, buildTags, buildFlags: buildFlags2, cgo, certificates, timezones, layerCompression } = settings;
  return JSON.stringify({
    schemaVersion: 1,
    bantam,
    settings: {
      go,
      packer,
      ldflags,
      buildTags,
      buildFlags: buildFlags2,
      cgo,
      certificates,
      timezones,
      layerCompression
    },
    budget: budget.map(formatLimit),
    ...embedded.size === 0 ? {} : { embedded: Array.from(embedded, ([binary, packages]) => [binary, ...packages]) }
  });
}
var TEXTS = array(string());
var ANNOTATION = object({
  schemaVersion: literal(1),
  bantam: string(),
  settings: object({
    go: nullable(string()),
    packer: nullable(string()),
    // Of a binary that was brought ready-made some of it is not known.
    ldflags: nullable(string()),
    buildTags: nullable(TEXTS),
    buildFlags: nullable(TEXTS),
    cgo: nullable(picklist(["off", "static"])),
    certificates: string(),
    timezones: string(),
    layerCompression: picklist(["gzip", "zstd"])
  }),
  budget: TEXTS,
  embedded: optional(array(tupleWithRest([string()], tuple([string(), SIZE]))), [])
});
var LONGEST2 = 1e6;
function readAnnotation(text2, platform4) {
  if (text2.length > LONGEST2) return problem(`has more than ${LONGEST2} characters`);
  const json = asJson(text2);
  const shape = safeParse(ANNOTATION, json);
  if (!shape.success) return problem("is none that this version of Bantam wrote");
  const { bantam, settings, budget, embedded } = shape.output;
  return parsed({
    bantam,
    settings,
    budget: budget.flatMap((line) => {
      const limit = parseLimit(line, platform4);
      return limit.ok ? [limit.value] : [];
    }),
    embedded: new Map(embedded.map(([binary, ...packages]) => [binary, new Map(packages)]))
  });
}
function asJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// src/size/baseline.ts
function limitsOf({ limits }) {
  return limits.flatMap(({ metric, bound, platform: platform4 }) => {
    const of = parsePlatform(platform4);
    const limit = of.ok ? parseLimit(`${metric}@${platform4}: ${bound}`, of.value) : of;
    return limit.ok ? [limit.value] : [];
  });
}

// src/subject/open.ts
import { stat as stat7 } from "node:fs/promises";
import path23 from "node:path";

// src/declare/thing-name.ts
var FILE_NAME = /\.(?:tar|tgz|gz|zst|json)$/i;
function readThingName(text2) {
  if (/^[./]/.test(text2)) return { kind: "path", path: text2 };
  const whole = parseReference(text2);
  if (whole.ok) return { kind: "image", reference: whole.value };
  if (beginsWithRegistry(text2) && !FILE_NAME.test(text2)) {
    const latest = parseReference(`${text2}:latest`);
    if (latest.ok) return { kind: "image", reference: latest.value };
  }
  return { kind: "either", name: text2 };
}
function beginsWithRegistry(text2) {
  const [first = "", ...rest] = text2.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
}

// src/image/decompress.ts
import { pipeline as pipeline2, Readable } from "node:stream";
import { createGunzip as createGunzip2, createZstdDecompress } from "node:zlib";

// src/image/zstd-frames.ts
var ZstdError = class extends Error {
  code = "ZSTD_FRAME";
};
var MAX_FRAMES = 2e5;
var DATA = 4247762216;
var isSkippable = (magic) => magic >>> 4 === 25481893;
async function* zstdFrames(chunks) {
  const source = reader(chunks);
  try {
    for (let frames = 0; ; frames += 1) {
      if (frames > MAX_FRAMES) throw new ZstdError(`it has more than ${MAX_FRAMES} zstd frames`);
      const magic = await source.exactly(4, true);
      if (magic === null) return;
      const kind = magic.readUInt32LE();
      if (kind === DATA) {
        const frame = dataFrame(source, magic);
        yield frame;
        for await (const _ of frame) ;
      } else if (isSkippable(kind)) {
        const size = await source.must(4);
        for (let left = size.readUInt32LE(); left > 0; ) left -= (await source.upTo(left)).length;
      } else throw new ZstdError("it goes on after a zstd frame with something else");
    }
  } finally {
    await source.close();
  }
}
async function* dataFrame(source, magic) {
  yield magic;
  const descriptor = await source.must(1);
  yield descriptor;
  const flags = descriptor.readUInt8();
  const single = (flags & 32) !== 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][flags >>> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  yield await source.must((single ? 0 : 1) + dictionary + contentSize);
  for (let last = false; !last; ) {
    const header = await source.must(3);
    yield header;
    const value = header.readUIntLE(0, 3);
    last = (value & 1) === 1;
    const repeated = (value >>> 1 & 3) === 1;
    for (let left = repeated ? 1 : value >>> 3; left > 0; ) {
      const chunk = await source.upTo(left);
      left -= chunk.length;
      yield chunk;
    }
  }
  if ((flags & 4) !== 0) yield await source.must(4);
}
function reader(chunks) {
  const source = chunks[Symbol.asyncIterator]();
  let chunk = new Uint8Array(0);
  const fill2 = async () => {
    while (chunk.length === 0) {
      const next = await source.next();
      if (next.done === true) return false;
      chunk = next.value;
    }
    return true;
  };
  const upTo = async (length) => {
    if (!await fill2()) throw new ZstdError("it breaks off in a zstd frame");
    const taken = chunk.subarray(0, length);
    chunk = chunk.subarray(taken.length);
    return taken;
  };
  const must = async (length) => {
    const parts = [];
    for (let left = length; left > 0; ) {
      const part2 = await upTo(left);
      left -= part2.length;
      parts.push(part2);
    }
    return Buffer.concat(parts);
  };
  return {
    upTo,
    must,
    exactly: async (length, mayEnd) => mayEnd && !await fill2() ? null : must(length),
    close: async () => void await source.return?.()
  };
}

// src/image/decompress.ts
var CHUNK2 = 256 * 1024;
async function* decompress(chunks) {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const head = await take2(source, 4);
    const whole = putBack(head, source);
    switch (compressionOf(head)) {
      case "gzip":
        yield* through(createGunzip2({ chunkSize: CHUNK2 }), whole);
        return;
      case "zstd":
        for await (const frame of zstdFrames(whole))
          yield* through(createZstdDecompress({ chunkSize: CHUNK2 }), frame);
        return;
      case "none":
        yield* whole;
    }
  } finally {
    await source.return?.();
  }
}
function compressionOf(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  const zstd = head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253;
  const skippable = ((head[0] ?? 0) & 240) === 80 && head[1] === 42 && head[2] === 77 && head[3] === 24;
  return zstd || skippable ? "zstd" : "none";
}
async function take2(source, length) {
  let taken = Buffer.alloc(0);
  while (taken.length < length) {
    const next = await source.next();
    if (next.done === true) break;
    taken = Buffer.concat([taken, next.value]);
  }
  return taken;
}
async function* putBack(head, source) {
  if (head.length > 0) yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
async function* through(transform, chunks) {
  pipeline2(Readable.from(chunks, { objectMode: false }), transform, () => {
  });
  yield* transform;
}

// src/image/found-platform.ts
function foundPlatform(found) {
  const { os: os2, architecture } = found;
  const variant = found.variant === void 0 || found.variant === "" ? void 0 : found.variant;
  const known3 = parsePlatform([os2, architecture, ...variant === void 0 ? [] : [variant]].join("/"));
  if (known3.ok) return known3.value;
  return variant === void 0 ? { os: os2, architecture } : { os: os2, architecture, variant };
}

// src/image/read-config.ts
var LIST = nullish(array(string()), []);
var TEXT = nullish(string(), "");
var CONFIG = object({
  architecture: string(),
  os: string(),
  variant: optional(string()),
  created: nullish(string(), null),
  config: nullish(
    object({ Entrypoint: LIST, Cmd: LIST, Env: LIST, User: TEXT, WorkingDir: TEXT, Labels: STRINGS }),
    {}
  ),
  rootfs: object({ diff_ids: nullish(array(DIGEST), []) })
});
function readConfig(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const checked = checkShape(CONFIG, json.value);
  if (!checked.ok) return checked;
  const { config, created, rootfs } = checked.value;
  return parsed({
    platform: foundPlatform(checked.value),
    diffIds: rootfs.diff_ids,
    created,
    entrypoint: config.Entrypoint,
    args: config.Cmd,
    env: config.Env,
    user: config.User,
    workdir: config.WorkingDir,
    labels: config.Labels
  });
}

// src/image/read-docker-manifest.ts
var SAVED = pipe(
  array(
    object({
      Config: string(),
      RepoTags: nullish(array(string()), []),
      Layers: pipe(nullish(array(string()), []), maxLength(1e3))
    })
  ),
  minLength(1),
  maxLength(1e3)
);
function readDockerManifest(bytes) {
  const json = readJson(bytes);
  return json.ok ? checkShape(SAVED, json.value) : json;
}

// src/subject/choose.ts
import { arch as arch4 } from "node:os";
function choose2(name, candidates2, wanted2) {
  const byPlatform = Map.groupBy(candidates2, ({ platform: platform4 }) => formatPlatform(platform4));
  const keys = keysOf([...byPlatform.keys()], wanted2);
  const chosen = keys.map((key) => {
    const [first, second] = byPlatform.get(key) ?? [];
    if (first === void 0)
      throw new Absent(
        "bad-input",
        `${name} has no image for ${key}: it has ${[...byPlatform.keys()].map(shown).join(", ")}.`
      );
    if (second !== void 0)
      throw new Failure(
        "bad-input",
        `${name} holds several images for ${key}: say which, by its tag behind a colon or by its digest.`
      );
    return first;
  });
  const others = [...byPlatform].flatMap(
    ([key, [first]]) => keys.includes(key) || first === void 0 ? [] : [first.platform]
  );
  return { chosen, others };
}
function keysOf(there, wanted2) {
  if (wanted2 === "all") return there;
  if (wanted2 !== "usual") return [...new Set(wanted2.map(formatPlatform))];
  const usual = ["linux/amd64", `linux/${arch4()}`].find((key) => there.includes(key)) ?? there[0];
  return usual === void 0 ? [] : [usual];
}
function shown(key) {
  return /^[\w/.-]{1,60}$/.test(key) ? key : quoted(key.slice(0, 60));
}

// src/subject/layout.ts
async function layoutSource(store) {
  const { name } = store;
  const index = await store.extent("index.json");
  if (index === null) throw unreadable(name, "it is an OCI layout without index.json");
  async function find5({ digest, size }) {
    const extent = await store.extent(`blobs/${digest.replace(":", "/")}`);
    if (extent !== null && extent.size !== size)
      throw damaged(name, `${digest} in it has ${extent.size} bytes and should have ${size}`);
    return extent;
  }
  return {
    name,
    root: { digest: null, bytes: await documentOf(name, "index.json", index) },
    async manifest(descriptor) {
      const extent = await find5(descriptor);
      if (extent === null) return null;
      const bytes = await documentOf(name, descriptor.digest, extent);
      const found = digestOf(bytes);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return { digest: found, bytes };
    },
    async blob(descriptor) {
      const extent = await find5(descriptor);
      if (extent === null) throw damaged(name, `${descriptor.digest} is not in it`);
      const found = await digestOfExtent(extent);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return extent;
    }
  };
}
function wrongDigest2(name, { digest }, found) {
  return damaged(name, `what it keeps as ${digest} has the digest ${found}`);
}
async function documentOf(name, what, extent) {
  if (extent.size > MAX_DOCUMENT) throw unreadable(name, `${what} in it is larger than ${MAX_DOCUMENT} bytes`);
  return bytesOf(extent);
}

// src/subject/read-platform.ts
import { readFile as readFile8 } from "node:fs/promises";

// src/image/file-system.ts
var MAX_LINKS = 40;
var MAX_NAMES2 = 256;
function fileSystemOf(layers) {
  const root = directory();
  layers.forEach((changes, layer) => {
    for (const change of changes) takeAway(root, change);
    for (const change of changes) put(root, change, layer);
  });
  return listFiles(root);
}
function directory() {
  return { kind: "directory", children: /* @__PURE__ */ new Map() };
}
function takeAway(root, change) {
  if (change.kind !== "whiteout" && change.kind !== "opaque") return;
  const names = namesIn(change.path);
  if (change.kind === "opaque") {
    const emptied = find2(root, names);
    if (emptied?.kind === "directory") emptied.children.clear();
    return;
  }
  const name = names.pop();
  const parent = find2(root, names);
  if (name !== void 0 && parent?.kind === "directory") parent.children.delete(name);
}
function put(root, change, layer) {
  if (change.kind === "whiteout" || change.kind === "opaque") return;
  const names = namesIn(change.path);
  const name = names.pop();
  if (name === void 0) return;
  const parent = parentFor(root, names, layer);
  switch (change.kind) {
    case "directory":
      if (parent.children.get(name)?.kind !== "directory") parent.children.set(name, directory());
      return;
    case "file":
      parent.children.set(name, { kind: "file", content: { ...contentOf2(change), layer } });
      return;
    case "symlink":
      parent.children.set(name, { kind: "symlink", target: change.target, layer });
      return;
    case "special":
      parent.children.set(name, { kind: "special" });
      return;
    case "hard link": {
      const target = find2(root, namesIn(change.target));
      if (target !== null && target.kind !== "directory") parent.children.set(name, target);
    }
  }
}
function contentOf2({ mode, bytes, program }) {
  return { mode, bytes, program };
}
function parentFor(root, names, layer) {
  let at = root;
  const path58 = [];
  const rest = names.toReversed();
  for (let links = 0; rest.length > 0; ) {
    const name = rest.pop() ?? "";
    if (name === "..") {
      at = path58.pop() ?? root;
      continue;
    }
    const child = at.children.get(name);
    if (child?.kind === "symlink" && child.layer === layer && links < MAX_LINKS && rest.length < MAX_NAMES2) {
      links += 1;
      if (child.target.startsWith("/")) {
        at = root;
        path58.length = 0;
      }
      rest.push(...rawNames(child.target).toReversed());
      continue;
    }
    const next = child?.kind === "directory" ? child : directory();
    if (next !== child) at.children.set(name, next);
    path58.push(at);
    at = next;
  }
  return at;
}
function find2(root, names) {
  let at = root;
  for (const name of names) {
    const child = at.kind === "directory" ? at.children.get(name) : void 0;
    if (child === void 0) return null;
    at = child;
  }
  return at;
}
function namesIn(path58) {
  return path58.split("/").filter((name) => name !== "");
}
function rawNames(target) {
  return namesIn(target).filter((name) => name !== ".");
}
function listFiles(root) {
  const found = [];
  const left = [{ path: "", node: root }];
  for (let next = left.pop(); next !== void 0; next = left.pop()) {
    const { path: path58, node: node2 } = next;
    if (node2.kind === "file") found.push({ path: path58, content: node2.content });
    if (node2.kind === "directory")
      for (const [name, child] of node2.children) left.push({ path: `${path58}/${name}`, node: child });
  }
  const first = /* @__PURE__ */ new Map();
  return found.map((file2) => ({ ...file2, key: Buffer.from(file2.path) })).sort((a, b) => Buffer.compare(a.key, b.key)).map(({ path: path58, content }) => {
    const linkTo = first.get(content) ?? null;
    if (linkTo === null) first.set(content, path58);
    return { path: path58, ...content, bytes: linkTo === null ? content.bytes : 0, linkTo };
  });
}

// src/image/started.ts
import path19 from "node:path";
function startedPaths({
  entrypoint,
  args,
  workdir
}) {
  return new Set([...entrypoint, ...args].map((word) => path19.posix.resolve("/", workdir, word)));
}

// src/subject/read-layer.ts
import { createHash as createHash4, randomBytes as randomBytes4 } from "node:crypto";
import { open as open4, rm as rm6 } from "node:fs/promises";
import path21 from "node:path";

// src/image/layer-change.ts
import path20 from "node:path";
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var BOOKS = ".wh..wh.";
function imagePath(name) {
  const normal = path20.posix.normalize(`/${name}`);
  return normal.length > 1 ? normal.replace(/\/$/, "") : normal;
}
function whiteoutOf(at) {
  const name = path20.posix.basename(at);
  if (!name.startsWith(WHITEOUT)) return null;
  const directory3 = path20.posix.dirname(at);
  if (name === OPAQUE) return { kind: "opaque", path: directory3 };
  if (name.startsWith(BOOKS)) return "nothing";
  const hidden = name.slice(WHITEOUT.length);
  if (hidden === "" || hidden === "." || hidden === "..") return "nothing";
  return { kind: "whiteout", path: path20.posix.join(directory3, hidden) };
}

// src/subject/read-layer.ts
var LONGEST_PATH = 4096;
async function readLayer2(host, layer, allowance2, started = /* @__PURE__ */ new Set()) {
  const hash2 = createHash4("sha256");
  async function* counted() {
    for await (const chunk of decompress(chunksOf(layer))) {
      allowance2.spend("unpacked", chunk.length);
      hash2.update(chunk);
      yield chunk;
    }
  }
  const changes = [];
  if (layer.size > 0) {
    for await (const entry of tarEntries(counted(), { maxEntries: Infinity, maxBytes: Infinity })) {
      allowance2.spend("entries", 1);
      allowance2.spend("names", entry.name.length + entry.linkTarget.length);
      const change = await changeOf2(host, entry, allowance2, started);
      if (change !== null) changes.push(change);
    }
  }
  return { diffId: `sha256:${hash2.digest("hex")}`, changes };
}
async function changeOf2(host, entry, allowance2, started) {
  if (Math.max(entry.name.length, entry.linkTarget.length) > LONGEST_PATH)
    throw new TarError(`it has a path of more than ${LONGEST_PATH} characters`);
  const at = imagePath(entry.name);
  if (at === "/") return null;
  const whiteout = whiteoutOf(at);
  if (whiteout !== null) return whiteout === "nothing" ? null : whiteout;
  switch (entry.type) {
    case "file":
      return {
        kind: "file",
        path: at,
        mode: entry.mode,
        bytes: entry.size,
        program: await programOf(host, entry, allowance2, started.has(at))
      };
    case "directory":
      return { kind: "directory", path: at, mode: entry.mode };
    case "symlink":
      return { kind: "symlink", path: at, target: entry.linkTarget };
    case "hard link":
      return { kind: "hard link", path: at, target: imagePath(entry.linkTarget) };
    case "other":
      return { kind: "special", path: at };
  }
}
async function programOf(host, entry, allowance2, isStarted2) {
  if ((entry.mode & 73) === 0 && !isStarted2) return null;
  const content = entry.content();
  const chunks = [];
  for (let length = 0; length < PROGRAM_HEAD; ) {
    const next = await content.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  if (!mayBeProgram(head)) return null;
  const isSure = isStarted2 || looksLikeProgram(head, entry.name);
  allowance2.spend("executables", 1);
  if (!allowance2.maySpend("programs", entry.size)) return { file: null, isSure };
  const file2 = path21.join(host.temporary, `program-${randomBytes4(8).toString("hex")}`);
  await keep(file2, head, content);
  return { file: file2, isSure };
}
async function keep(file2, head, rest) {
  const handle = await open4(file2, "wx", 384).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  const write2 = (chunk) => handle.writeFile(chunk).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  try {
    await write2(head);
    for await (const chunk of rest) await write2(chunk);
  } catch (cause) {
    await rm6(file2, { force: true });
    throw cause;
  } finally {
    await handle.close();
  }
}

// src/subject/read-platform.ts
async function readPlatform(host, name, parts, allowance2, read2) {
  const config = readConfig(parts.config);
  if (!config.ok) throw unreadable(name, `its config ${config.problem}`);
  const { diffIds, platform: platform4 } = config.value;
  const started = startedPaths(config.value);
  if (diffIds.length !== parts.layers.length)
    throw unreadable(name, `its config speaks of ${diffIds.length} layers, and it has ${parts.layers.length}`);
  const layers = [];
  for (const [index, part2] of parts.layers.entries()) {
    const { diffId, changes } = await readOnce(host, part2, allowance2, read2, started);
    if (diffId !== diffIds[index])
      throw unreadable(
        name,
        `layer ${part2.digest} unpacks to ${diffId}, and its config speaks of ${diffIds[index]}`
      );
    layers.push({ digest: part2.digest, diffId, size: part2.size, entries: changes });
  }
  const files = fileSystemOf(layers.map(({ entries }) => entries));
  const programs = (await Promise.all(files.map(asProgram))).flat();
  allowance2.spend("executables", programs.length);
  const imageSize = sum2(layers.map(({ entries }) => storedBytes(entries)));
  return {
    platform: parts.platform ?? platform4,
    manifestDigest: parts.manifestDigest,
    configDigest: parts.configDigest,
    annotations: parts.annotations,
    config: config.value,
    downloadSize: parts.downloadSize,
    imageSize,
    hiddenSize: imageSize - sum2(files.map(({ bytes }) => bytes)),
    layers,
    files,
    programs
  };
}
async function readOnce(host, { digest, open: open10 }, allowance2, read2, started) {
  const key = JSON.stringify([digest, ...started]);
  const known3 = read2.get(key);
  if (known3 !== void 0) return known3;
  const extent = await open10();
  try {
    const layer = await readLayer2(host, extent, allowance2, started);
    read2.set(key, layer);
    return layer;
  } finally {
    await release(extent);
  }
}
function storedBytes(entries) {
  const sizes = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (entry.kind === "file") sizes.set(entry.path, entry.bytes);
    else if (entry.kind !== "whiteout" && entry.kind !== "opaque") sizes.delete(entry.path);
  }
  return sum2([...sizes.values()]);
}
async function asProgram(file2) {
  const { path: path58, bytes, mode, layer, program, linkTo } = file2;
  if (program === null || linkTo !== null) return [];
  const isOne = program.isSure || program.file === null || saysProgram(await readFile8(program.file));
  return isOne ? [{ path: path58, bytes, mode, layer, file: program.file }] : [];
}
function sum2(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/subject/docker-archive.ts
async function openDockerArchive(host, store, { wanted: wanted2, tag }, allowance2) {
  const { name } = store;
  const saved = readDockerManifest(
    await documentOf(name, "manifest.json", await part(store, "manifest.json"))
  );
  if (!saved.ok) throw unreadable(name, `its manifest.json ${saved.problem}`);
  const images = new Map(tagged(name, saved.value, tag).map((image) => [image.Config, image]));
  const parts = [];
  for (const image of images.values()) parts.push(await partsOf2(store, image, allowance2));
  const { chosen, others } = choose2(name, parts, wanted2);
  const read2 = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const image of chosen) platforms.push(await readPlatform(host, name, image, allowance2, read2));
  return { kind: "image", name, digest: null, platforms, others };
}
function tagged(name, images, tag) {
  if (tag === null) return images;
  const called = images.filter(
    ({ RepoTags }) => RepoTags.some((known3) => known3 === tag || known3.endsWith(`:${tag}`))
  );
  if (called.length > 0) return called;
  throw noSuchTag(
    name,
    tag,
    images.flatMap(({ RepoTags }) => RepoTags)
  );
}
async function partsOf2(store, { Config: Config2, Layers }, allowance2) {
  allowance2.spend("documents", 1);
  const bytes = await documentOf(store.name, "the config", await part(store, Config2));
  const config = readConfig(bytes);
  if (!config.ok) throw unreadable(store.name, `its config ${config.problem}`);
  const layers = [];
  for (const layer of Layers) {
    const extent = await part(store, layer);
    allowance2.spend("stored", extent.size);
    const digest = await digestOfExtent(extent);
    layers.push({ digest, size: extent.size, open: () => Promise.resolve(extent) });
  }
  return {
    platform: config.value.platform,
    manifestDigest: null,
    annotations: {},
    configDigest: digestOf(bytes),
    config: bytes,
    downloadSize: null,
    layers
  };
}
async function part(store, name) {
  const extent = await store.extent(name);
  if (extent === null) throw unreadable(store.name, `${quoted(name)} is not in it`);
  return extent;
}

// src/image/read-manifest.ts
var MAX_LAYERS = 1e3;
var MAX_LISTED = 1e3;
var DESCRIPTOR = object({ mediaType: optional(string(), ""), digest: DIGEST, size: SIZE });
var MANIFEST = object({
  schemaVersion: literal(2),
  config: DESCRIPTOR,
  layers: pipe(array(DESCRIPTOR), maxLength(MAX_LAYERS)),
  annotations: STRINGS
});
var INDEX = object({
  schemaVersion: literal(2),
  manifests: pipe(
    array(object({ ...DESCRIPTOR.entries, platform: nullish(PLATFORM, null), annotations: STRINGS })),
    maxLength(MAX_LISTED)
  ),
  annotations: STRINGS
});
function readManifest(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const [hasManifests, hasLayers] = [has2(json.value, "manifests"), has2(json.value, "layers")];
  if (hasManifests && hasLayers) return problem("is both a manifest and an index");
  if (has2(json.value, "fsLayers"))
    return problem("is a manifest of schema 1, which Docker gave up in 2017: push the image anew");
  return hasManifests ? readIndex(json.value) : readOne(json.value);
}
function readOne(value) {
  const manifest = checkShape(MANIFEST, value);
  if (!manifest.ok) return manifest;
  const { config, layers, annotations } = manifest.value;
  return parsed({ kind: "manifest", config, layers, annotations });
}
function readIndex(value) {
  const index = checkShape(INDEX, value);
  if (!index.ok) return index;
  const manifests = index.value.manifests.map((listed4) => ({
    ...listed4,
    platform: listed4.platform === null ? null : foundPlatform(listed4.platform)
  }));
  return parsed({ kind: "index", manifests, annotations: index.value.annotations });
}
var IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
function isImage({ config }) {
  return IMAGE_CONFIG.test(config.mediaType);
}
function isAttestation({ platform: platform4, annotations }) {
  return platform4?.os === "unknown" || annotations["vnd.docker.reference.type"] !== void 0;
}
function isIndexType(mediaType) {
  return /\.index\.|\.list\./.test(mediaType);
}
function has2(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

// src/subject/list-images.ts
var MAX_DEPTH = 4;
async function listImages(source, tag, allowance2) {
  const { name, root } = source;
  const found = parse(name, root);
  if (found.kind === "manifest") {
    if (!isImage(found))
      throw unreadable(name, `it is an artifact of type ${quoted(found.config.mediaType)} and no image`);
    const loaded = { document: root, manifest: found };
    return {
      images: [{ platform: null, load: () => Promise.resolve(loaded) }],
      digest: root.digest,
      lost: []
    };
  }
  const tops = topsOf(name, found, root.digest === null ? tag : null);
  const images = /* @__PURE__ */ new Map();
  const lost = [];
  for (const top of tops) await walk({ source, allowance: allowance2, images, lost }, top, 1);
  const only = new Set(tops.map(({ digest }) => digest)).size === 1 ? tops[0]?.digest : void 0;
  return { images: [...images.values()], digest: root.digest ?? only ?? null, lost };
}
var REF_NAMES = ["org.opencontainers.image.ref.name", "io.containerd.image.name"];
function topsOf(name, { manifests }, tag) {
  if (tag === null) return manifests;
  const tagged2 = manifests.filter(({ annotations }) => REF_NAMES.some((key) => annotations[key] === tag));
  if (tagged2.length > 0) return tagged2;
  throw noSuchTag(
    name,
    tag,
    manifests.flatMap(({ annotations }) => annotations[REF_NAMES[0]] ?? [])
  );
}
async function walk(walking, listed4, depth) {
  const { source, allowance: allowance2, images } = walking;
  if (images.has(listed4.digest) || isAttestation(listed4)) return;
  if (depth > MAX_DEPTH) throw unreadable(source.name, `its indexes lie more than ${MAX_DEPTH} deep`);
  if (listed4.platform !== null && !isIndexType(listed4.mediaType)) {
    images.set(listed4.digest, {
      platform: listed4.platform,
      load: once(async () => loadedImage(await load(source, listed4, allowance2)))
    });
    return;
  }
  const loaded = await load(source, listed4, allowance2);
  if (loaded === null) {
    walking.lost.push(listed4.digest);
    return;
  }
  if (loaded.found.kind === "index") {
    for (const inner of loaded.found.manifests) await walk(walking, inner, depth + 1);
    return;
  }
  const image = loadedImage(loaded);
  if (image !== null)
    images.set(listed4.digest, { platform: listed4.platform, load: () => Promise.resolve(image) });
}
async function load(source, listed4, allowance2) {
  allowance2.spend("documents", 1);
  if (listed4.size > MAX_DOCUMENT)
    throw unreadable(source.name, `${listed4.digest} in it is larger than ${MAX_DOCUMENT} bytes`);
  const document = await source.manifest(listed4);
  return document === null ? null : { document, found: parse(source.name, document) };
}
function loadedImage(loaded) {
  if (loaded === null || loaded.found.kind === "index" || !isImage(loaded.found)) return null;
  return { document: loaded.document, manifest: loaded.found };
}
function parse(name, { digest, bytes }) {
  const found = readManifest(bytes);
  if (!found.ok) throw unreadable(name, `its ${digest === null ? "index" : "manifest"} ${found.problem}`);
  return found.value;
}
function once(work) {
  let begun = null;
  return () => begun ??= work();
}

// src/subject/from-source.ts
async function openSource(host, source, { wanted: wanted2, tag }, allowance2) {
  const { name } = source;
  const { images, digest, lost } = await listImages(source, tag, allowance2);
  const named = [];
  for (const image of images) {
    const whole = await withPlatform(source, image, allowance2);
    if (whole !== null) named.push(whole);
  }
  const { chosen, others } = await chooseLoaded(name, named, wanted2).catch((cause) => {
    if (cause instanceof Absent && lost[0] !== void 0)
      throw damaged(name, `it names ${lost[0]}, which is not there`, cause);
    throw cause;
  });
  const read2 = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const image of chosen)
    platforms.push(await readPlatform(host, name, await partsOf3(source, image, allowance2), allowance2, read2));
  return { kind: "image", name, digest, platforms, others };
}
async function withPlatform(source, image, allowance2) {
  if (image.platform !== null) return { ...image, platform: image.platform, config: null };
  const loaded = await image.load();
  if (loaded === null) return null;
  const config = await configOf2(source, loaded.manifest, allowance2);
  const found = readConfig(config);
  if (!found.ok) throw unreadable(source.name, `its config ${found.problem}`);
  return { ...image, platform: found.value.platform, config };
}
async function chooseLoaded(name, named, wanted2) {
  if (named.length === 0)
    throw unreadable(name, "it names no image that is there, only other artifacts or nothing");
  const { chosen, others } = choose2(name, named, wanted2);
  const loaded = [];
  const gone = [];
  for (const image of chosen) {
    const manifest = await image.load();
    if (manifest === null) gone.push(image);
    else loaded.push({ ...image, ...manifest });
  }
  if (gone.length === 0) return { chosen: loaded, others };
  const there = named.filter((image) => !gone.includes(image));
  const lost = gone.find(({ platform: platform4 }) => isAskedFor(wanted2, platform4) && !isAmong(there, platform4));
  if (lost !== void 0)
    throw damaged(name, `its index names an image for ${formatPlatform(lost.platform)} that is not there`);
  return chooseLoaded(name, there, wanted2);
}
function isAskedFor(wanted2, platform4) {
  return typeof wanted2 !== "string" && wanted2.some((one) => formatPlatform(one) === formatPlatform(platform4));
}
function isAmong(named, platform4) {
  return named.some((one) => formatPlatform(one.platform) === formatPlatform(platform4));
}
var LAYER = /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.diff\.tar(?:\.(?:gzip|zstd))?)$/;
async function partsOf3(source, image, allowance2) {
  const { manifest, document, platform: platform4 } = image;
  const strange = manifest.layers.find(({ mediaType }) => !LAYER.test(mediaType));
  if (strange !== void 0)
    throw unreadable(source.name, `it has a layer of type ${quoted(strange.mediaType)}, which is no tar`);
  return {
    platform: platform4,
    manifestDigest: document.digest,
    annotations: manifest.annotations,
    configDigest: manifest.config.digest,
    config: image.config ?? await configOf2(source, manifest, allowance2),
    downloadSize: document.bytes.length + sizeOf2([manifest.config, ...manifest.layers]),
    layers: manifest.layers.map((layer) => ({
      digest: layer.digest,
      size: layer.size,
      open: () => {
        allowance2.spend("stored", layer.size);
        return source.blob(layer);
      }
    }))
  };
}
async function configOf2(source, { config }, allowance2) {
  if (config.size > MAX_DOCUMENT)
    throw unreadable(source.name, `its config is larger than ${MAX_DOCUMENT} bytes`);
  allowance2.spend("stored", config.size);
  const extent = await source.blob(config);
  try {
    return await bytesOf(extent);
  } finally {
    await release(extent);
  }
}
function sizeOf2(descriptors) {
  const sizes = new Map(descriptors.map(({ digest, size }) => [digest, size]));
  return [...sizes.values()].reduce((sum3, size) => sum3 + size, 0);
}

// src/subject/store.ts
import { randomBytes as randomBytes5 } from "node:crypto";
import { createReadStream as createReadStream2 } from "node:fs";
import { open as open5, stat as stat6 } from "node:fs/promises";
import path22 from "node:path";
function directoryStore(name, directory3) {
  return {
    name,
    async extent(inside) {
      const file2 = path22.join(directory3, imagePath(inside));
      const status = await stat6(file2).catch((cause) => {
        if (["ENOENT", "ENOTDIR"].includes(errorCode(cause))) return null;
        throw cause;
      });
      return status?.isFile() === true ? { file: file2, offset: 0, size: status.size, temporary: false } : null;
    }
  };
}
var MAX_LINKS2 = 8;
async function archiveStore(host, name, archive, allowance2) {
  const compressed = compressionOf(await firstBytes2(archive)) !== "none";
  const file2 = compressed ? path22.join(host.temporary, `archive-${randomBytes5(8).toString("hex")}`) : archive;
  const read2 = createReadStream2(archive, { highWaterMark: 1024 * 1024 });
  const places = await placesIn(
    host,
    compressed ? copied(decompress(read2), file2, allowance2) : read2,
    allowance2
  );
  return {
    name,
    async extent(inside) {
      let place2 = places.get(imagePath(inside));
      for (let links = 0; place2 !== void 0 && "link" in place2; links += 1)
        place2 = links < MAX_LINKS2 ? places.get(place2.link) : void 0;
      return place2 === void 0 ? null : { file: file2, ...place2, temporary: false };
    }
  };
}
async function placesIn(host, tar, allowance2) {
  const places = /* @__PURE__ */ new Map();
  for await (const entry of tarEntries(tar, { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance2.spend("entries", 1);
    allowance2.spend("names", entry.name.length + entry.linkTarget.length);
    const at = imagePath(entry.name);
    if (entry.type === "file") places.set(at, await placeOf2(host, entry, allowance2));
    if (entry.type === "hard link") places.set(at, { link: imagePath(entry.linkTarget) });
    if (entry.type === "symlink")
      places.set(at, { link: imagePath(path22.posix.join(path22.posix.dirname(at), entry.linkTarget)) });
  }
  return places;
}
async function placeOf2(host, entry, allowance2) {
  const { offset, size } = entry;
  if (offset !== null) return { offset, size };
  allowance2.spend("unpacked", size);
  const file2 = path22.join(host.temporary, `sparse-${randomBytes5(8).toString("hex")}`);
  for await (const chunk of written2(entry.content(), file2)) void chunk;
  return { file: file2, offset: 0, size };
}
async function* copied(chunks, file2, allowance2) {
  for await (const chunk of written2(chunks, file2)) {
    allowance2.spend("unpacked", chunk.length);
    yield chunk;
  }
}
async function* written2(chunks, file2) {
  const handle = await open5(file2, "wx", 384).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk).catch((cause) => {
        throw whyNotWritten(file2, cause);
      });
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}
async function firstBytes2(file2, length = 512) {
  const handle = await open5(file2);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

// src/subject/open.ts
async function openSubject(host, text2, options) {
  const name = printable(text2);
  const opening = { host, name, options, allowance: allowance(options.bounds) };
  try {
    if (name.trim() === "") throw new Failure("bad-input", `There is nothing to weigh: ${WHAT2}.`);
    if (name.length > LONGEST_NAME5)
      throw cannotWeigh(`${name.slice(0, 60)}\u2026`, `there is no such file, as no path is so long; ${WHAT2}`);
    const named = readThingName(text2);
    if (named.kind === "image") return await openNamedImage(opening, named.reference);
    const found = await openFile(opening, text2);
    if (found !== null) return found;
    if (named.kind === "path" || options.bareNames === "files") throw noSuchFile(name, options);
    const reference = referenceOf(name, options);
    return await openNamedImage(opening, reference).catch((cause) => {
      throw withoutFile(name, cause);
    });
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openReference(host, reference, options) {
  const name = formatReference(reference);
  try {
    return await openNamedImage({ host, name, options, allowance: allowance(options.bounds) }, reference);
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openNamedImage(opening, reference) {
  return openImage(opening, await opening.options.openRegistry(reference), null);
}
async function openFile(opening, text2) {
  const { host, name } = opening;
  const whole = await statOf(name, path23.resolve(host.cwd, text2));
  if (whole !== null) return openPath(opening, whole, null);
  const { place: place2, tag } = cutTag2(text2);
  const tagged2 = tag === null ? null : await statOf(name, path23.resolve(host.cwd, place2));
  return tagged2 === null ? null : openPath(opening, tagged2, tag);
}
async function statOf(name, file2) {
  try {
    return file2.includes("\0") ? null : { file: file2, status: await stat7(file2) };
  } catch (cause) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(cause))) return null;
    throw cannotWeigh(name, whyNotRead(cause), cause);
  }
}
async function openPath(opening, { file: file2, status }, tag) {
  const { name } = opening;
  if (status.isDirectory()) {
    const store = directoryStore(name, file2);
    if (await store.extent("oci-layout") !== null) return openImage(opening, await layoutSource(store), tag);
    throw cannotWeigh(name, `it is a directory without oci-layout, and so no OCI layout; ${WHAT2}`);
  }
  if (!status.isFile()) throw cannotWeigh(name, `it is neither a file nor a directory; ${WHAT2}`);
  const head = await firstBytes2(file2);
  switch (kindOf2(head)) {
    case "elf":
      return { kind: "binary", name: path23.basename(file2), file: file2, bytes: status.size };
    case "archive":
      return openArchive(opening, file2, status.size, tag);
    case "json":
      return openWeighIn(opening, file2, status.size);
    case "other":
      throw cannotWeigh(name, `it is ${fileKind(head)}; ${WHAT2}`);
  }
}
function kindOf2(head) {
  if (head.length >= 4 && head.readUInt32BE() === 2135247942) return "elf";
  if (compressionOf(head) !== "none" || head.toString("latin1", 257, 262) === "ustar") return "archive";
  return /^\s*[[{]/.test(head.toString("latin1")) ? "json" : "other";
}
async function openArchive(opening, file2, size, tag) {
  const { host, name, options, allowance: allowance2 } = opening;
  allowance2.spend("stored", size);
  const store = await archiveStore(host, name, file2, allowance2);
  if (await isThere(store, "oci-layout", "index.json"))
    return openImage(opening, await layoutSource(store), tag);
  if (await isThere(store, "manifest.json"))
    return openDockerArchive(host, store, { wanted: options.platforms ?? "usual", tag }, allowance2);
  throw cannotWeigh(
    name,
    `it is an archive without oci-layout and manifest.json, and so none of an image; ${WHAT2}`
  );
}
async function isThere(store, ...names) {
  for (const name of names) if (await store.extent(name) === null) return false;
  return true;
}
function openImage({ host, options, allowance: allowance2 }, source, tag) {
  return openSource(host, source, { wanted: options.platforms ?? "usual", tag }, allowance2);
}
var MAX_WEIGH_IN = 64 * 1024 * 1024;
async function openWeighIn({ name, options }, file2, size) {
  if (size > MAX_WEIGH_IN) throw unreadable(name, `it is JSON of more than ${MAX_WEIGH_IN} bytes`);
  const bytes = await bytesOf({ file: file2, offset: 0, size, temporary: false });
  const json = readJson(bytes, MAX_WEIGH_IN);
  if (!json.ok) throw unreadable(name, `it ${json.problem}`);
  if (typeof json.value !== "object" || json.value === null || !("schemaVersion" in json.value))
    throw cannotWeigh(name, `it is JSON without schemaVersion, and so no weigh-in; ${WHAT2}`);
  if ("manifests" in json.value || "layers" in json.value)
    throw cannotWeigh(name, "it is a manifest alone; name the directory or archive that it is in");
  const weighIn = options.readWeighIn(json.value);
  if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`);
  return { kind: "weigh-in", name, weighIn: weighIn.value };
}
function cutTag2(text2) {
  const colon = text2.lastIndexOf(":");
  return colon <= 0 ? { place: text2, tag: null } : { place: text2.slice(0, colon), tag: text2.slice(colon + 1) };
}
var LONGEST_NAME5 = 4096;
var WHAT2 = "name a binary, an OCI layout, an image archive, a weigh-in or an image in a registry";
function referenceOf(text2, options) {
  if (text2.startsWith("~") || FILE_NAME.test(text2)) throw noSuchFile(text2, options);
  const last = text2.slice(text2.lastIndexOf("/") + 1);
  const reference = parseReference(/[:@]/.test(last) || text2.includes("@") ? text2 : `${text2}:latest`);
  if (reference.ok) return reference.value;
  throw cannotWeigh(text2, `there is no such file, and as an image in a registry it ${reference.problem}`);
}
function withoutFile(name, cause) {
  if (!(cause instanceof Failure)) return cause;
  const Kind = cause instanceof Absent ? Absent : Failure;
  return new Kind(cause.code, `There is no file ${name}, and as an image: ${cause.message}`, { cause });
}
function noSuchFile(text2, { bareNames }) {
  const latest = bareNames === "files" ? parseReference(`${text2}:latest`) : null;
  return cannotWeigh(
    text2,
    latest?.ok === true ? `there is no such file; an image in a registry is written ${formatReference(latest.value)} where there is a budget` : `there is no such file; ${WHAT2}`
  );
}
function cannotWeigh(name, why, cause) {
  return new Failure("bad-input", `${name} cannot be weighed: ${why}.`, { cause });
}

// src/pack/unpack.ts
import { randomBytes as randomBytes6 } from "node:crypto";
import { copyFile as copyFile2, chmod as chmod2, readFile as readFile9, rm as rm7, stat as stat9, writeFile as writeFile2 } from "node:fs/promises";
import path24 from "node:path";

// src/pack/upx.ts
import { createHash as createHash5 } from "node:crypto";
import { chmod, copyFile, stat as stat8 } from "node:fs/promises";

// src/pack/upx-known.ts
var EVER = { from: [0, 0], before: [Infinity, 0] };
var UNPACKABLE = ["loong64", "mips64", "mips64le", "riscv64", "s390x"];
var FAULTS = [
  {
    ...EVER,
    architectures: UNPACKABLE,
    why: "UPX cannot pack for this platform"
  },
  {
    ...EVER,
    architectures: ["arm64"],
    why: "no UPX release passes there: what it packs crashes once the environment has some 500 variables or more (upx/upx#743, upx/upx#952)"
  },
  {
    architectures: ["amd64"],
    from: [5, 0],
    before: [6, 0],
    why: "UPX 5 makes Go programs that crash at random once the environment has some 500 variables or more (upx/upx#18902)"
  },
  {
    architectures: ["arm"],
    from: [5, 0],
    before: [6, 0],
    why: "UPX 5 makes programs that crash when a segment is a whole number of pages long (upx/upx#18898)"
  },
  {
    architectures: ["ppc64le"],
    from: [5, 0],
    before: [5, 1],
    why: "UPX 5.0 makes programs that end in SIGTRAP (upx/upx#925)"
  },
  {
    architectures: ["amd64"],
    from: [4, 0],
    before: [4, 2],
    why: "UPX before 4.2 makes programs of which about one start in a thousand exits with 127 (upx/upx#717)"
  },
  {
    from: [0, 0],
    before: [4, 0],
    why: "UPX 3 and older makes Go programs that crash, depending on their size and environment (upx/upx#308, upx/upx#480)"
  }
];
function knownFault(version, platform4) {
  if (platform4.os !== "linux")
    return `UPX is known to work for Linux only, not for ${formatPlatform(platform4)}`;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const known3 = FAULTS.find(
    ({ architectures, from, before }) => (architectures?.includes(platform4.architecture) ?? true) && !isBefore([major, minor], from) && isBefore([major, minor], before)
  );
  return known3?.why ?? null;
}
function isBefore([major, minor], other) {
  return major < other[0] || major === other[0] && minor < other[1];
}

// src/pack/upx.ts
var UPX_ARGS = ["--best", "--lzma"];
var CALL_FILTER = "--filter=0x49";
var STANDSTILL_MS = 12e4;
function upxPacker(host, upx, args = UPX_ARGS, standstillMs = STANDSTILL_MS) {
  const title = ["upx", upx.version, ...args].join(" ");
  return {
    title,
    identity: createHash5("sha256").update([upx.sha256, ...args].join("\0")).digest("hex"),
    refuses: (platform4) => knownFault(upx.version, platform4),
    pack: async (linked, packed, platform4) => {
      const { mode } = await stat8(linked);
      const input = mode & 64 ? linked : await executableCopy(linked, `${packed}.linked`);
      const options = ["-q", "--no-color", ...args, ...filterFor(platform4, args)];
      const finished = await run(host, upx.command, [...options, "-o", packed, input], {
        env: childEnvironment(host, "upx"),
        standstillMs
      });
      const interruption = interruptionOf(finished, standstillMs);
      if (interruption !== null)
        throw new Interrupted("pack", `${title} could not pack ${linked}: ${interruption}; run it again.`, {
          output: `${finished.stdout}${finished.stderr}`.trim()
        });
      const fault = faultOf(finished);
      if (fault === null) return;
      throw new Failure("pack", `${title} could not pack ${linked}: ${fault}.`, {
        output: `${finished.stdout}${finished.stderr}`.trim()
      });
    }
  };
}
function filterFor({ os: os2, architecture }, args) {
  const usual = args.join(" ") === UPX_ARGS.join(" ");
  return usual && os2 === "linux" && architecture === "amd64" ? [CALL_FILTER] : [];
}
async function executableCopy(linked, copy) {
  await copyFile(linked, copy);
  await chmod(copy, 493);
  return copy;
}
var FROM_OUTSIDE = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGXCPU"];
var SHORTAGE = /No space left on device|Disk quota exceeded|Cannot allocate memory|OutOfMemory|bad_alloc|Too many open files|Input\/output error/;
function interruptionOf({ exitCode, signal, stoodStill, stderr }, standstillMs) {
  if (stoodStill) return `it made no progress for ${standstillMs / 1e3} s`;
  if (FROM_OUTSIDE.includes(signal)) return `it was ended from outside (${signal}), or memory ran out`;
  return exitCode === 0 ? null : SHORTAGE.exec(stderr)?.[0] ?? null;
}
function faultOf({ exitCode, signal, stderr }) {
  if (exitCode === 0) return null;
  if (stderr.includes("AlreadyPackedException")) return "it is packed already";
  const exception = /\w+Exception(?:: [^\n]*)?/.exec(stderr)?.[0];
  const said = exception === void 0 ? "" : ` and said "${exception.trim()}"`;
  return exitCode === null ? `it was ended by ${signal}` : `it exited with ${exitCode}${said}`;
}

// src/pack/upx-header.ts
var MAGIC2 = Buffer.from("UPX!", "latin1");
var PACK_HEADER = 32;
var TAIL = 64;
function readUpxHeader(bytes) {
  const file2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file2.length < 128 || file2.readUInt32BE(0) !== 2135247942) return null;
  const from = file2.length - TAIL;
  const at = file2.subarray(from).lastIndexOf(MAGIC2);
  if (at < 0) return null;
  const header = file2.subarray(from + at, from + at + PACK_HEADER);
  if (header.length < PACK_HEADER) return null;
  const little = file2[5] === 1;
  return {
    version: header.readUInt8(4),
    originalSize: little ? header.readUInt32LE(24) : header.readUInt32BE(24)
  };
}
function hasUpxLoader(bytes) {
  const file2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file2.length < 128 || file2.readUInt32BE(0) !== 2135247942) return false;
  const wide2 = file2[4] === 2;
  const u16 = (at) => file2[5] === 1 ? file2.readUInt16LE(at) : file2.readUInt16BE(at);
  const headers = (wide2 ? 64 : 52) + u16(wide2 ? 54 : 42) * u16(wide2 ? 56 : 44);
  return headers + 8 <= file2.length && file2.subarray(headers + 4, headers + 8).equals(MAGIC2);
}

// src/pack/unpack.ts
var BOUNDS2 = {
  maxBytes: 1e9,
  seconds: 60,
  standstillMs: STANDSTILL_MS,
  maxMemory: 4 * 1024 ** 3
};
async function unpack(host, upx, packed, bounds = BOUNDS2) {
  const bytes = "bytes" in packed ? packed.bytes : await readPacked(packed.file);
  const header = readUpxHeader(bytes);
  if (header === null)
    return {
      why: hasUpxLoader(bytes) ? "it was packed by UPX and changed afterwards, so that UPX cannot unpack it" : "it was not packed by UPX"
    };
  if (upx === null) return { why: "it was packed by UPX, and there is no UPX here to unpack it" };
  if (header.originalSize > bounds.maxBytes)
    return {
      why: `it says that it unpacks to ${header.originalSize} bytes, and ${bounds.maxBytes} is the most`
    };
  const input = path24.join(host.temporary, `packed-${randomBytes6(8).toString("hex")}`);
  const output = `${input}.linked`;
  try {
    await put2(packed, input);
    const fault = faultOf2(await runUpx(host, upx, input, output, bounds), upx, bounds);
    return fault === null ? await readLinked(output, bytes, header.originalSize) : { why: fault };
  } finally {
    await Promise.all([input, output].map((file2) => rm7(file2, { force: true })));
  }
}
async function readPacked(file2) {
  try {
    return await readFile9(file2);
  } catch (cause) {
    throw new Failure("bad-input", `${file2} could not be unpacked: ${whyNotRead(cause)}.`, { cause });
  }
}
async function put2(packed, input) {
  try {
    if ("bytes" in packed) await writeFile2(input, packed.bytes, { mode: 448, flag: "wx" });
    else await copyFile2(packed.file, input);
    await chmod2(input, 448);
  } catch (cause) {
    throw whyNotWritten(input, cause);
  }
}
var LIMITED = 'ulimit -f "$1" && { ulimit -v "$2" 2>/dev/null || :; } && ulimit -t "$3" && shift 3 && exec "$@"';
function runUpx(host, { command }, input, output, { maxBytes, seconds, standstillMs, maxMemory }) {
  const limits = [Math.ceil(maxBytes / 512), Math.ceil(maxMemory / 1024), seconds].map(String);
  const unpacking = [command, "-d", "-q", "--no-color", "-o", output, input];
  return run(host, "/bin/sh", ["-c", LIMITED, "sh", ...limits, ...unpacking], {
    cwd: host.temporary,
    env: childEnvironment(host, "shell"),
    standstillMs,
    maxOutput: 64 * 1024
  });
}
function faultOf2({ exitCode, signal, stoodStill, stderr, stdout }, upx, bounds) {
  if (stoodStill) throw standing(upx, bounds);
  if (signal === "SIGXCPU" || signal === "SIGKILL")
    return `UPX ${upx.version} did not unpack it within ${bounds.seconds} s of processor time`;
  if (exitCode === 0) return null;
  const said = /\w*Exception(?:: [^\n]*)?/.exec(`${stderr}
${stdout}`)?.[0]?.replace(/[^\x20-\x7e]/g, "").trim();
  return `UPX ${upx.version} could not unpack it${said === void 0 ? "" : ` (${said.slice(0, 200)})`}`;
}
function standing({ version }, { standstillMs }) {
  const what = `UPX ${version} made no progress for ${standstillMs / 1e3} s while it unpacked a binary`;
  return new Interrupted(
    "unreadable-binary",
    `${what}: it was stopped, or waits for what does not come; run it again.`
  );
}
async function readLinked(output, packed, expected) {
  const status = await stat9(output).catch(() => null);
  if (status === null || status.size !== expected)
    return { why: `UPX unpacked it to ${status?.size ?? 0} bytes, and it should have ${expected}` };
  const linked = await readFile9(output);
  return sameMachine(linked, packed) ? { linked } : { why: "what UPX made of it is no ELF file of its machine" };
}
function sameMachine(a, b) {
  return [0, 1, 2, 3, 4, 5, 18, 19].every((at) => a[at] === b[at]);
}

// src/toolchain/resolve-upx.ts
var import_semver5 = __toESM(require_semver(), 1);
import { createHash as createHash6 } from "node:crypto";
import { chmodSync, existsSync as existsSync5 } from "node:fs";
import { readFile as readFile10, rm as rm8 } from "node:fs/promises";
import { arch as arch5, platform as platform3 } from "node:os";
import path25 from "node:path";

// src/toolchain/upx-releases.ts
var PINNED_UPX = "4.2.4";
var KNOWN_GOOD_UPX = ["4.2.4", "4.2.2"];
var OFFICIAL_UPX = "https://github.com/upx/upx/releases/download";
var PINS = /* @__PURE__ */ new Map([
  ["upx-4.2.4-amd64_linux.tar.xz", "75cab4e57ab72fb4585ee45ff36388d280c7afd72aa03e8d4b9c3cbddb474193"],
  ["upx-4.2.4-arm64_linux.tar.xz", "6bfeae6714e34a82e63245289888719c41fd6af29f749a44ae3d3d166ba6a1c9"]
]);
var BUILDS = {
  x64: "amd64_linux",
  arm64: "arm64_linux",
  arm: "arm_linux",
  ia32: "i386_linux",
  ppc64: "powerpc64le_linux",
  riscv64: "riscv64_linux"
};
function upxArchive(version, platform4, arch6) {
  const build2 = BUILDS[arch6];
  return platform4 === "linux" && build2 !== void 0 ? `upx-${version}-${build2}.tar.xz` : null;
}
function pinOf(archive) {
  return PINS.get(archive) ?? null;
}

// src/toolchain/resolve-upx.ts
var WITHOUT = "or set `pack: off` to ship unpacked";
var ONE_SHORT_TRY = { tries: 1, timeoutMs: 5e3 };
async function resolveUpx(host, spec) {
  const asked = spec.upxVersion ?? PINNED_UPX;
  const cached = await inToolCache2(host, spec, semverOf(asked));
  if (cached !== null) return tool(commandIn(cached), asked, "tool cache");
  const installed = await upxOnPath(host);
  if (installed?.version === asked && spec.upxSha256 === null)
    return tool(installed.command, installed.version, "PATH");
  const standIn = await findStandIn(host, spec, installed);
  if (standIn === null) return fetchUpx(host, spec, installed);
  return fetchUpx(host, spec, installed, ONE_SHORT_TRY).catch((cause) => {
    if (!(cause instanceof Failure) || cause.code !== "missing-tool") throw cause;
    host.log.notice(
      `UPX ${standIn.version} from ${standIn.source === "PATH" ? "PATH" : "the tool cache"} packs, and the digest is the one of that version. UPX ${asked} could not be had: ${whyShort(cause)}.`
    );
    return standIn;
  });
}
var ANY = { mode: "auto", upxVersion: null, upxSha256: null, upxArgs: [], upxDownloadUrl: null };
async function resolveUpxToUnpack(host) {
  return await findStandIn(host, ANY, await upxOnPath(host)) ?? resolveUpx(host, ANY);
}
async function findStandIn(host, spec, installed) {
  if (spec.upxVersion !== null || spec.upxSha256 !== null) return null;
  const cached = await inToolCache2(host, spec, KNOWN_GOOD_UPX.join(" || "));
  if (cached !== null) return tool(commandIn(cached), cached.version, "tool cache");
  if (installed === null || !KNOWN_GOOD_UPX.includes(installed.version)) return null;
  return tool(installed.command, installed.version, "PATH");
}
function whyShort({ message, cause }) {
  return (cause instanceof Failure ? cause.message : message).replace(/\.$/, "");
}
async function inToolCache2(host, spec, range) {
  const found = await findTool(host, toolName2(spec), range, arch5());
  return found !== null && existsSync5(commandIn(found)) ? found : null;
}
async function upxOnPath(host) {
  const command = onPath(host, "upx");
  if (command === null) return null;
  const asked = await run(host, command, ["--version"], {
    env: childEnvironment(host, "upx"),
    // A time limit would make the version, and with it what ships, depend on how busy the machine is.
    standstillMs: 1e4
  }).catch(() => null);
  const version = /^upx (\d+(?:\.\d+)+)/m.exec(asked?.stdout ?? "")?.[1];
  if (version !== void 0) return { version, command };
  host.log.warning(`The UPX on PATH, ${command}, is passed over: it does not say which version it is.`);
  return null;
}
async function fetchUpx(host, spec, installed, patience = {}) {
  const version = spec.upxVersion ?? PINNED_UPX;
  const archive = upxArchive(version, platform3(), arch5());
  if (archive === null)
    throw new Failure(
      "missing-tool",
      `UPX ${version} was not found (${onPathSays2(installed)}), and UPX has no build for ${platform3()}/${arch5()} to download: install ${wanted(spec)} and put it on PATH, ${WITHOUT}.`
    );
  const sha2563 = spec.upxSha256 ?? pinOf(archive);
  if (sha2563 === null)
    throw new Failure(
      "bad-input",
      `upx-version "${version}" was not downloaded, since nothing unverified is run and Bantam knows no SHA-256 of ${archive}: set upx-sha256 to it, put that UPX on PATH (${onPathSays2(installed)}), or leave upx-version out for ${PINNED_UPX}.`
    );
  const url = archiveUrl(spec, version, archive);
  const cached = await install(host, spec, { version, url, sha256: sha2563 }, patience).catch((cause) => {
    const because = cause instanceof Failure ? cause.message.replace(/\.$/, "") : "";
    if (cause instanceof Unreachable)
      throw new Failure(
        "missing-tool",
        `No suitable UPX was found (${onPathSays2(installed)}), and the download failed: ${because}; install ${wanted(spec)} and put it on PATH, set upx-download-url to a mirror that can be reached, ${WITHOUT}.`,
        { cause }
      );
    if (cause instanceof Failure && cause.code === "missing-tool")
      throw new Failure("missing-tool", `UPX was not installed: ${because}, ${WITHOUT}.`, { cause });
    throw cause;
  });
  return tool(commandIn(cached), version, "download");
}
async function install(host, spec, { version, url, sha256: sha2563 }, patience) {
  const { file: file2 } = await download(host, url, { sha256: sha2563, maxBytes: 5e7, ...patience });
  try {
    return await installTool(host, toolName2(spec), semverOf(version), arch5(), async (directory3) => {
      await extract(host, file2, directory3, { strip: true, from: showUrl(url) });
      const command = path25.join(directory3, "upx");
      if (!existsSync5(command))
        throw new Failure("toolchain", `${showUrl(url)} is no release of UPX: it holds no program upx.`);
      chmodSync(command, 493);
    });
  } finally {
    await rm8(file2, { force: true });
  }
}
function archiveUrl({ upxDownloadUrl }, version, archive) {
  const url = new URL(upxDownloadUrl ?? OFFICIAL_UPX);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v${version}/${archive}`;
  return url.href;
}
function toolName2({ upxSha256 }) {
  return upxSha256 === null ? "upx" : `upx-${upxSha256.slice(0, 16).toLowerCase()}`;
}
function semverOf(version) {
  return import_semver5.default.coerce(version)?.version ?? version;
}
function commandIn({ directory: directory3 }) {
  return path25.join(directory3, "upx");
}
async function tool(command, version, source) {
  const sha2563 = createHash6("sha256").update(await readFile10(command)).digest("hex");
  return { version, command, sha256: sha2563, source };
}
function onPathSays2(installed) {
  return installed === null ? "there is none on PATH" : `the one on PATH is ${installed.version}`;
}
function wanted({ upxVersion }) {
  return upxVersion === null ? "UPX 4.2.2 or 4.2.4 (package upx-ucl on Debian and Ubuntu)" : `UPX ${upxVersion}`;
}

// src/commands/steps/unpacker.ts
var MOST3 = 50;
function unpacker(host, known3 = null) {
  let upx;
  let asked = 0;
  return async (bytes) => {
    asked += 1;
    if (asked > MOST3) return { why: `${MOST3} packed programs were unpacked before it, and that is the most` };
    upx ??= usable2(host, known3);
    return unpack(host, await upx, { bytes });
  };
}
async function usable2(host, known3) {
  const found = await Promise.resolve(known3).catch(() => null);
  return found ?? findUpx(host);
}
async function findUpx(host) {
  try {
    return await resolveUpxToUnpack(host);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.log.debug(error.message);
    return null;
  }
}

// src/commands/steps/weigh-subject.ts
import path27 from "node:path";

// src/size/build-settings.ts
function buildSettings(buildInfo, isStatic2) {
  if (buildInfo === null) return { go: null, ldflags: null, buildTags: null, buildFlags: null, cgo: null };
  const { goVersion, settings } = buildInfo;
  return {
    go: goVersion,
    ldflags: settings["-ldflags"] ?? null,
    buildTags: (settings["-tags"] ?? "").split(",").filter((tag) => tag !== ""),
    buildFlags: null,
    cgo: cgoOf(settings["CGO_ENABLED"], isStatic2)
  };
}
function cgoOf(enabled, isStatic2) {
  if (enabled === "0") return "off";
  return enabled === "1" && isStatic2 ? "static" : null;
}

// src/size/depth.ts
function toDepth(breakdown, depth) {
  if (depth === "function") return breakdown;
  const { children, ...node2 } = breakdown;
  return children === void 0 || node2.kind === "package" ? node2 : { ...node2, children: children.map((child) => toDepth(child, depth)) };
}

// src/commands/steps/read-program.ts
import { readFile as readFile11 } from "node:fs/promises";
import path26 from "node:path";

// src/binary/share.ts
function lazily(make) {
  return { [Symbol.iterator]: make };
}
function inTurn(one, other) {
  return lazily(function* () {
    yield* one;
    yield* other;
  });
}
function sumOf(shares) {
  let sum3 = 0;
  for (const { bytes } of shares) sum3 += bytes;
  return sum3;
}

// src/binary/carve.ts
function* carve(extents, claims, otherwise2) {
  const inOrder = claims.filter(({ start: start3, end }) => Number.isSafeInteger(start3) && Number.isSafeInteger(end) && start3 < end).sort((one, other) => one.start - other.start || other.end - one.end);
  let next = 0;
  for (const extent of extents) {
    let end = extent.start;
    let unclaimed = 0;
    for (; next < inOrder.length; next++) {
      const claim = inOrder[next];
      if (claim === void 0 || claim.start >= extent.end) break;
      if (claim.start < end || claim.end > extent.end) continue;
      const rest = claim.end - claim.start - sumOf(claim.shares);
      if (rest < 0) continue;
      unclaimed += claim.start - end;
      yield* claim.shares;
      if (rest > 0) yield { ...claim.rest, bytes: rest };
      end = claim.end;
    }
    unclaimed += extent.end - end;
    if (unclaimed > 0) yield { ...otherwise2(extent), bytes: unclaimed };
  }
}

// src/binary/embedded-claims.ts
import { createHash as createHash7 } from "node:crypto";

// src/binary/embedded-systems.ts
var MAX_FILES = 1e5;
var MAX_NAME = 1024;
var HASH = 16;
function findEmbeddedSystems(elf, bytes, extents) {
  const systems = [];
  let left = MAX_FILES;
  for (const extent of extents.filter(({ role, name }) => role === "data" && !WRITTEN.includes(name))) {
    const address = addressOfPlace(elf.segments, extent.start);
    if (address === null) continue;
    const content = bytes.subarray(extent.start, extent.end);
    const reader2 = words2(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader2.size;
    const head = 3 * step;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const lowWordAt = reader2.littleEndian || step === 4 ? 0 : 4;
    const first = Number(BigInt.asUintN(32, address));
    for (let at = (step - extent.start % step) % step; at + head <= content.byteLength && left > 0; at += step) {
      if (view.getUint32(at + lowWordAt, reader2.littleEndian) !== first + at + head >>> 0) continue;
      if (reader2.word(at) !== address + BigInt(at + head)) continue;
      const files = readFiles(elf, bytes, reader2, at, left);
      left -= files?.length ?? 1;
      if (files === null) continue;
      const entrySize = 4 * step + HASH;
      const length = files.length * entrySize;
      const start3 = extent.start + at;
      systems.push({ start: start3, end: start3 + head + length, entrySize, files });
      at += length - length % step;
    }
  }
  return systems;
}
var WRITTEN = [".data", ".noptrdata"];
function readFiles(elf, bytes, reader2, at, limit) {
  return orWhenOutOfBytes(
    () => {
      const step = reader2.size;
      const count = reader2.offset(at + step);
      if (count === 0 || count > limit || reader2.offset(at + 2 * step) !== count) return null;
      const files = [];
      for (let index = 0; index < count; index++) {
        const entry = at + 3 * step + index * (4 * step + HASH);
        const name = rangeOfAddress(elf.segments, reader2.word(entry), reader2.offset(entry + step));
        const length = reader2.offset(entry + 3 * step);
        const content = length === 0 ? { start: 0, end: 0 } : rangeOfAddress(elf.segments, reader2.word(entry + 2 * step), length);
        if (name === null || content === null || name.end - name.start > MAX_NAME) return null;
        const text2 = utf8(slice(bytes, name.start, name.end - name.start));
        if (!isEmbeddable(text2)) return null;
        if (!text2.endsWith("/")) files.push({ name: text2, ...content });
        else files.push({ name: text2, start: 0, end: 0 });
      }
      return files;
    },
    () => null
  );
}
function isEmbeddable(name) {
  return name !== "" && !/[\p{Cc}"*<>?`'|\\:\ufffd]|^\/|\/\//u.test(name);
}

// src/binary/embedded-variables.ts
var MAX_WORDS = 125e5;
function* contentsOfVariables(elf, bytes, lengths) {
  const seen = /* @__PURE__ */ new Set();
  let left = MAX_WORDS;
  for (const { offset, fileSize, address } of elf.segments.filter(isWritable)) {
    const content = bytes.subarray(offset, offset + fileSize);
    const reader2 = words2(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader2.size;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const low = reader2.littleEndian || step === 4 ? 0 : 4;
    const first = Number((BigInt(step) - address % BigInt(step)) % BigInt(step));
    for (let at = first + step; at + step <= content.byteLength && left > 0; at += step, left--) {
      const length = view.getUint32(at + low, reader2.littleEndian);
      if (!lengths.has(length)) continue;
      const range = orWhenOutOfBytes(
        () => reader2.offset(at) === length ? rangeOfAddress(elf.segments, reader2.word(at - step), length) : null,
        () => null
      );
      const key = `${range?.start} ${length}`;
      if (range === null || seen.has(key)) continue;
      seen.add(key);
      yield range;
    }
  }
}

// src/binary/embedded-claims.ts
function embeddedClaims(elf, bytes, extents, known3) {
  const matching = matcher(bytes, known3);
  const contents = /* @__PURE__ */ new Map();
  const claims = [];
  for (const system of findEmbeddedSystems(elf, bytes, extents)) {
    const owners = ownersOf(system, matching);
    claims.push(tableClaim(system, owners[0] ?? null));
    for (const { name, ...range } of system.files) {
      const packages = owners.length > 0 ? owners : matching(range).map((file2) => file2.package);
      add(contents, { ...range, name }, packages);
    }
  }
  if (known3.length > 0) {
    const lengths = new Set(known3.map(({ size }) => size));
    for (const range of contentsOfVariables(elf, bytes, lengths)) {
      const files = matching(range);
      const [first] = files;
      if (first === void 0) continue;
      add(
        contents,
        { ...range, name: first.name },
        files.map((file2) => file2.package)
      );
    }
  }
  return [...claims, ...withoutOverlaps([...contents.values()]).map(contentClaim)];
}
function add(contents, content, packages) {
  if (content.start >= content.end) return;
  const before = contents.get(content.start);
  if (before === void 0 || before.end < content.end)
    contents.set(content.start, { ...content, packages: new Set(packages) });
  else if (before.end === content.end) for (const path58 of packages) before.packages.add(path58);
}
function withoutOverlaps(contents) {
  const kept = [];
  for (const one of contents.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === void 0 || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept.splice(-1, 1, one);
  }
  return kept;
}
var MOST_HASHED = 8;
function matcher(bytes, known3) {
  const bySize = Map.groupBy(known3, ({ size }) => size);
  const found = /* @__PURE__ */ new Map();
  let left = MOST_HASHED * bytes.byteLength;
  return ({ start: start3, end }) => {
    const candidates2 = bySize.get(end - start3);
    if (candidates2 === void 0) return [];
    const key = `${start3} ${end}`;
    const before = found.get(key);
    if (before !== void 0) return before;
    left -= end - start3;
    if (left < 0) return [];
    const hash2 = createHash7("sha256").update(bytes.subarray(start3, end)).digest("hex");
    const files = candidates2.filter((file2) => file2.hash === hash2);
    found.set(key, files);
    return files;
  };
}
function ownersOf({ files }, matching) {
  const votes = /* @__PURE__ */ new Map();
  for (const { name, ...range } of files) {
    const packages = matching(range).flatMap((file2) => file2.name === name ? [file2.package] : []);
    for (const path58 of new Set(packages)) votes.set(path58, (votes.get(path58) ?? 0) + 1);
  }
  const most = Math.max(...votes.values());
  return [...votes].flatMap(([path58, count]) => count === most ? [path58] : []).sort();
}
function tableClaim({ start: start3, end, entrySize, files }, owner) {
  return {
    start: start3,
    end,
    shares: files.map(({ name }) => ({ package: owner, kind: "embed", name, bytes: entrySize })),
    rest: { package: owner, kind: "embed", name: "embed.FS" }
  };
}
function contentClaim({ start: start3, end, name, packages }) {
  const owners = [...packages].sort();
  const part2 = Math.floor((end - start3) / Math.max(owners.length, 1));
  return {
    start: start3,
    end,
    shares: owners.slice(1).map((path58) => ({ package: path58, kind: "embed", name, bytes: part2 })),
    rest: { package: owners[0] ?? null, kind: "embed", name }
  };
}

// src/binary/embedded-file.ts
var NOTHING_KNOWN = { files: [] };

// src/binary/extents.ts
var PT_LOAD3 = 1;
var PF_X = 1;
var SHT_NOTE = 7;
var SHF_ALLOC = 0x2n;
var SHF_EXECINSTR = 0x4n;
function layOut2(elf, bytes) {
  const claimed = [...headersOf2(elf, bytes), ...contentsOf2(elf, bytes)].filter(({ start: start3, end: end2 }) => start3 < end2).sort((one, other) => one.start - other.start || one.end - other.end);
  const extents = [];
  let end = 0;
  for (const extent of claimed) {
    if (extent.end <= end) continue;
    if (extent.start > end) extents.push(gap(bytes, end, extent.start));
    extents.push({ ...extent, start: Math.max(extent.start, end) });
    end = extent.end;
  }
  if (end < bytes.byteLength) extents.push(gap(bytes, end, bytes.byteLength));
  return extents;
}
function headersOf2(elf, bytes) {
  const wide2 = elf.bits === 64;
  const file2 = words2(bytes, wide2 ? 8 : 4, elf.littleEndian);
  const header = (name, start3, length) => {
    const end = start3 + length;
    return { name, role: "header", start: start3, end: end <= bytes.byteLength ? end : start3 };
  };
  return orWhenOutOfBytes(
    () => [
      header("ELF header", 0, wide2 ? 64 : 52),
      header("program headers", file2.offset(wide2 ? 32 : 28), file2.u16(wide2 ? 54 : 42) * elf.segments.length),
      header("section headers", file2.offset(wide2 ? 40 : 32), file2.u16(wide2 ? 58 : 46) * elf.sections.length)
    ],
    () => []
  );
}
function contentsOf2(elf, bytes) {
  const sections = elf.sections.filter((section) => (sectionBytes(section, bytes)?.byteLength ?? 0) > 0);
  return sections.length > 0 ? sections.map((section) => ({
    name: section.name === "" ? "a section without a name" : section.name,
    role: roleOfSection(section),
    start: section.offset,
    end: section.offset + section.size
  })) : elf.segments.filter(({ type }) => type === PT_LOAD3).map((segment) => ({
    ...roleOfSegment(segment),
    start: segment.offset,
    end: segment.offset + segment.fileSize
  }));
}
var FUNCTION_TABLES = [".gopclntab", ".data.rel.ro.gopclntab"];
var TYPES = /^(?:\.data\.rel\.ro)?\.(?:typelink|itablink|go\.type)$/;
var HEADERS = [".shstrtab", ".interp"];
var LARGEST_HEADER = 4096;
var DEBUG = /^\.z?debug(?:_|$)|^\.(?:stab|gnu\.debuglto_|gnu\.lto_|BTF|SUNW_ctf|ctf)|^\.(?:line|gdb_index|comment|gnu_debug(?:link|altlink|data))$/;
var SYMBOLS = /^\.(?:symtab|strtab|symtab_shndx|dynsym|dynstr|dynamic|hash|gnu\.hash|gnu\.version(?:_[rd])?|gosymtab)$|^\.rel[ar]?(?:\.|$)/;
var SYMBOL_TYPES = [2, 3, 4, 5, 6, 9, 11];
function roleOfSection({ name, type, flags, size }) {
  if ((flags & SHF_EXECINSTR) !== 0n) return "code";
  if (FUNCTION_TABLES.includes(name)) return "function table";
  if (TYPES.test(name)) return "types";
  if (DEBUG.test(name)) return "debug";
  if (size <= LARGEST_HEADER && (type === SHT_NOTE || HEADERS.includes(name))) return "header";
  if (SYMBOLS.test(name) || SYMBOL_TYPES.includes(type)) return "symbols";
  return (flags & SHF_ALLOC) !== 0n ? "data" : "unknown";
}
function roleOfSegment({ flags }) {
  return (flags & PF_X) !== 0 ? { name: "a segment of code", role: "code" } : { name: "a segment of data", role: "data" };
}
function gap(bytes, start3, end) {
  const isLast = end === bytes.byteLength;
  return isZero(bytes.subarray(start3, end)) && (!isLast || STEPS.some((step) => end === roundUp(start3, step))) ? { name: "padding", role: "header", start: start3, end } : { name: isLast ? "appended" : "between sections", role: "unknown", start: start3, end };
}
var STEPS = [4096, 65536];
function roundUp(place2, step) {
  return Math.ceil(place2 / step) * step;
}
function isZero(bytes) {
  for (let at = 0; at < bytes.byteLength; at++) if (bytes[at] !== 0) return false;
  return true;
}

// src/binary/function-records.ts
var NONE2 = 4294967295;
var PAIR = 8;
var FIXED_PC_VALUES = 3;
var FIXED_PC_VALUES_AT = 16;
var MAX_PC_VALUES = 32;
function readFunctionRecords(table, littleEndian) {
  const reader2 = words2(table.functions, table.pointerSize, littleEndian);
  const size = table.since === "1.20" ? 44 : 40;
  const places = placesOf(reader2, table.functionCount);
  const { pcStarts, dataStarts } = measureLists(reader2, places, size);
  const records = {
    count: table.functionCount,
    names: new Uint32Array(table.functionCount),
    code: new Uint32Array(table.functionCount),
    units: new Uint32Array(table.functionCount),
    own: new Uint32Array(table.functionCount),
    pcValues: { starts: pcStarts, values: new Uint32Array(pcStarts[table.functionCount] ?? 0) },
    functionData: { starts: dataStarts, values: new Uint32Array(dataStarts[table.functionCount] ?? 0) }
  };
  let last = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const code = reader2.u32((index + 1) * PAIR) - reader2.u32(index * PAIR);
    if (code < 0) throw new OutOfBytes(`the function at ${at}`);
    records.code[index] = code;
    records.names[index] = reader2.u32(at + 4);
    records.units[index] = reader2.u32(at + 32);
    const more = at + size;
    const pcValues = pcStarts[index] ?? 0;
    const pcValuesAfter = (pcStarts[index + 1] ?? 0) - pcValues - FIXED_PC_VALUES;
    fill(records.pcValues.values, pcValues, reader2, at + FIXED_PC_VALUES_AT, FIXED_PC_VALUES);
    fill(records.pcValues.values, pcValues + FIXED_PC_VALUES, reader2, more, pcValuesAfter);
    const data = dataStarts[index] ?? 0;
    const dataCount = (dataStarts[index + 1] ?? 0) - data;
    fill(records.functionData.values, data, reader2, more + 4 * pcValuesAfter, dataCount);
    const length = size + 4 * (pcValuesAfter + dataCount);
    records.own[index] = PAIR + Math.ceil(length / table.pointerSize) * table.pointerSize;
    last = Math.max(last, at + length);
  }
  return { ...records, end: last };
}
function placesOf(reader2, count) {
  const places = new Uint32Array(count);
  for (let index = 0; index < count; index++) places[index] = reader2.u32(index * PAIR + 4);
  return places;
}
function measureLists(reader2, places, size) {
  const pcStarts = new Uint32Array(places.length + 1);
  const dataStarts = new Uint32Array(places.length + 1);
  let end = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const [pcValues, data] = [reader2.u32(at + 28), reader2.u8(at + size - 1)];
    if (at < end || pcValues > MAX_PC_VALUES) throw new OutOfBytes(`a function record at ${at}`);
    end = at + size + 4 * (pcValues + data);
    pcStarts[index + 1] = (pcStarts[index] ?? 0) + FIXED_PC_VALUES + pcValues;
    dataStarts[index + 1] = (dataStarts[index] ?? 0) + data;
  }
  return { pcStarts, dataStarts };
}
function fill(values, from, reader2, at, count) {
  for (let index = 0; index < count; index++) values[from + index] = reader2.u32(at + 4 * index);
}

// src/binary/file-charges.ts
function chargeFiles(unitPlaces, { units, files }, littleEndian, packageOfUnit, isPackage) {
  const charges = /* @__PURE__ */ new Map();
  const charge = (path58, bytes) => charges.set(path58, (charges.get(path58) ?? 0) + bytes);
  const reader2 = words2(units, 4, littleEndian);
  const count = Math.floor(units.byteLength / 4);
  const starts = [...new Set(unitPlaces)].filter((unit) => unit < count);
  starts.sort((one, other) => one - other);
  const charged = /* @__PURE__ */ new Set();
  for (const [index, start3] of starts.entries()) {
    const unit = packageOfUnit.get(start3);
    if (unit === void 0) continue;
    const end = starts[index + 1] ?? count;
    charge(unit, 4 * (end - start3));
    for (let entry = start3; entry < end; entry++) {
      const at = reader2.u32(4 * entry);
      if (at === NONE2 || charged.has(at)) continue;
      charged.add(at);
      if (!startsName(files, at)) continue;
      const name = files.subarray(at, files.indexOf(0, at));
      charge(packageOfFile(utf8(name.subarray(0, MAX_PATH2)), isPackage) ?? unit, name.byteLength + 1);
    }
  }
  return charges;
}
var MAX_PATH2 = 1024;
function startsName(files, at) {
  return at < files.byteLength && (at === 0 || files[at - 1] === 0) && files.indexOf(0, at) !== -1;
}
function packageOfFile(file2, isPackage) {
  const directory3 = file2.slice(0, Math.max(file2.lastIndexOf("/"), 0)).replace(/@[^/]*/, "");
  const parts = directory3.split("/");
  for (let index = 0; index < Math.min(parts.length, MAX_DEPTH2); index++) {
    const path58 = parts.slice(index).join("/");
    if (path58 !== "" && isPackage(path58)) return path58;
  }
  return null;
}
var MAX_DEPTH2 = 32;

// src/binary/function-charges.ts
function chargePcValues(records, pcValues) {
  const { values, starts } = records.pcValues;
  const charges = new Uint32Array(records.count);
  const charged = new Uint8Array(pcValues.byteLength);
  let total = 0;
  for (let index = 0; index < records.count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? 0;
      if (offset === 0 || charged[offset] === 1) continue;
      const length = lengthOfPcValues(pcValues, offset);
      total += length;
      if (length === 0 || total > pcValues.byteLength) return null;
      charged[offset] = 1;
      charges[index] = (charges[index] ?? 0) + length;
    }
  }
  return charges;
}
function lengthOfPcValues(pcValues, start3) {
  let at = start3;
  for (let first = true; at < pcValues.length; first = false) {
    if (pcValues[at] === 0 && !first) return at + 1 - start3;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
  }
  return 0;
}
var MAX_FUNCTIONS = 2 ** 21;
function chargeFunctionData(records, available) {
  if (records.count > MAX_FUNCTIONS) return null;
  const uses = usesInOrder(records);
  const charges = new Uint32Array(records.count);
  const last = uses.length === 0 ? 0 : offsetOf(uses[uses.length - 1] ?? 0);
  const end = available ?? last;
  if (last > end) return null;
  for (let index = 0; index < uses.length; ) {
    const use = uses[index] ?? 0;
    const offset = offsetOf(use);
    while (index < uses.length && offsetOf(uses[index] ?? 0) === offset) index++;
    const next = index < uses.length ? offsetOf(uses[index] ?? 0) : end;
    const user = use % MAX_FUNCTIONS;
    charges[user] = (charges[user] ?? 0) + next - offset;
  }
  return { charges, length: end };
}
function usesInOrder({ count, functionData: { values, starts } }) {
  const uses = new Float64Array(values.length);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? NONE2;
      if (offset !== NONE2) uses[length++] = offset * MAX_FUNCTIONS + index;
    }
  }
  return uses.subarray(0, length).sort();
}
function offsetOf(use) {
  return Math.floor(use / MAX_FUNCTIONS);
}

// src/binary/name-table.ts
function readNameTable(names) {
  const starts = startsOf(names);
  const text2 = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  const endOf2 = (index) => starts[index + 1] ?? names.byteLength;
  return {
    starts,
    indexOf: (place2) => {
      const index = search(starts, place2);
      if (starts[index] !== place2) throw new OutOfBytes(`a name at ${place2}`);
      return index;
    },
    nameOf: (index) => text2.toString("utf8", starts[index] ?? 0, endOf2(index) - 1),
    sizeOf: (index) => endOf2(index) - (starts[index] ?? 0)
  };
}
function startsOf(names) {
  let count = 0;
  for (let end = names.indexOf(0); end !== -1; end = names.indexOf(0, end + 1)) count++;
  const starts = new Uint32Array(count);
  let start3 = 0;
  for (let index = 0; index < count; index++) {
    starts[index] = start3;
    start3 = names.indexOf(0, start3) + 1;
  }
  return starts;
}
function search(sorted, wanted2) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? 0) < wanted2) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/binary/module-data.ts
var FUNCTION_INDEX = 19;
var SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43, typeLinks: null };
var SINCE_1_26 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 45 };
var SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 44 };
var SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38, typeLinks: 42 };
function layoutOf(since, minor) {
  if (since === "1.18") return SINCE_1_18;
  if (minor >= 27) return SINCE_1_27;
  return minor >= 26 ? SINCE_1_26 : SINCE_1_20;
}
function readModuleData(elf, bytes, table, goVersion) {
  const minor = minorOf2(goVersion);
  if (minor === null) return null;
  return orWhenOutOfBytes(
    () => {
      const found = find3(elf, bytes, table);
      if (found === null) return null;
      const at = layoutOf(table.since, minor);
      const word = (index) => found.word(index * found.size);
      const listAt = (index, size) => rangeOfAddress(elf.segments, word(index), found.offset((index + 1) * found.size) * size);
      return {
        types: word(at.types),
        endTypes: word(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
        typeLinks: at.typeLinks === null ? null : listAt(at.typeLinks, 4),
        itabLinks: at.typeLinks === null ? null : listAt(at.typeLinks + 3, found.size),
        functionData: word(at.functionData),
        functionIndex: word(FUNCTION_INDEX)
      };
    },
    () => null
  );
}
function minorOf2(goVersion) {
  const minor = /^go1\.(?<minor>\d+)/.exec(goVersion ?? "")?.groups?.["minor"];
  return minor === void 0 ? null : Number(minor);
}
function find3(elf, bytes, table) {
  const address = addressOfPlace(elf.segments, table.table.byteOffset - bytes.byteOffset);
  if (address === null) return null;
  const start3 = new DataView(new ArrayBuffer(2 * table.pointerSize));
  const names = address + BigInt(table.names.byteOffset - table.table.byteOffset);
  [address, names].forEach((value, index) => {
    if (table.pointerSize === 8) start3.setBigUint64(index * 8, value, elf.littleEndian);
    else start3.setUint32(index * 4, Number(BigInt.asUintN(32, value)), elf.littleEndian);
  });
  const wanted2 = new Uint8Array(start3.buffer);
  for (const { offset, fileSize } of elf.segments.filter(isWritable)) {
    const data = slice(bytes, offset, fileSize);
    const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const at = searched.indexOf(wanted2);
    if (at !== -1 && at % table.pointerSize === 0)
      return words2(data.subarray(at), table.pointerSize, elf.littleEndian);
  }
  return null;
}

// src/binary/standard-packages.ts
function standardPackages(goVersion) {
  const minor = minorOf2(goVersion) ?? Infinity;
  const lists = Object.entries(NEW_IN).filter(([version]) => Number(version) <= Math.max(minor, OLDEST));
  const packages = new Set(lists.flatMap(([, names]) => names.trim().split(/\s+/)));
  const firsts = new Set([...packages].map(firstOf));
  return {
    has: (path58) => packages.has(path58),
    // Go's own commands import each other as cmd/…
    mayHave: (path58) => firsts.has(firstOf(path58)) || firstOf(path58) === "cmd"
  };
}
function firstOf(path58) {
  return path58.split("/", 1)[0] ?? "";
}
var OLDEST = 18;
var NEW_IN = {
  18: `
    archive/tar archive/zip bufio bytes compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib
    container/heap container/list container/ring context crypto crypto/aes crypto/cipher crypto/des crypto/dsa
    crypto/ecdsa crypto/ed25519 crypto/ed25519/internal/edwards25519 crypto/ed25519/internal/edwards25519/field
    crypto/elliptic crypto/elliptic/internal/fiat crypto/elliptic/internal/nistec crypto/hmac
    crypto/internal/randutil crypto/internal/subtle crypto/md5 crypto/rand crypto/rc4 crypto/rsa crypto/sha1
    crypto/sha256 crypto/sha512 crypto/subtle crypto/tls crypto/x509 crypto/x509/internal/macos crypto/x509/pkix
    database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
    debug/plan9obj embed embed/internal/embedtest encoding encoding/ascii85 encoding/asn1 encoding/base32
    encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/pem
    encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc go/format
    go/importer go/internal/gccgoimporter go/internal/gcimporter go/internal/srcimporter go/internal/typeparams
    go/parser go/printer go/scanner go/token go/types hash hash/adler32 hash/crc32 hash/crc64 hash/fnv
    hash/maphash html html/template image image/color image/color/palette image/draw image/gif
    image/internal/imageutil image/jpeg image/png index/suffixarray internal/abi internal/buildcfg
    internal/bytealg internal/cfg internal/cpu internal/execabs internal/fmtsort internal/fuzz internal/goarch
    internal/godebug internal/goexperiment internal/goos internal/goroot internal/goversion internal/intern
    internal/itoa internal/lazyregexp internal/lazytemplate internal/nettrace internal/obscuretestdata
    internal/oserror internal/poll internal/profile internal/race internal/reflectlite internal/safefilepath
    internal/singleflight internal/syscall/execenv internal/syscall/unix internal/syscall/windows
    internal/syscall/windows/registry internal/syscall/windows/sysdll internal/sysinfo internal/testenv
    internal/testlog internal/trace internal/unsafeheader internal/xcoff io io/fs io/ioutil log log/syslog math
    math/big math/bits math/cmplx math/rand mime mime/multipart mime/quotedprintable net net/http net/http/cgi
    net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/internal
    net/http/internal/ascii net/http/internal/testcert net/http/pprof net/internal/socktest net/mail net/netip
    net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/exec/internal/fdtest os/signal
    os/signal/internal/pty os/user path path/filepath plugin reflect reflect/internal/example1
    reflect/internal/example2 regexp regexp/syntax runtime runtime/cgo runtime/debug runtime/internal/atomic
    runtime/internal/math runtime/internal/sys runtime/internal/syscall runtime/metrics runtime/pprof
    runtime/race runtime/trace sort strconv strings sync sync/atomic syscall testing testing/fstest
    testing/internal/testdeps testing/iotest testing/quick text/scanner text/tabwriter text/template
    text/template/parse time time/tzdata unicode unicode/utf16 unicode/utf8 unsafe`,
  19: `
    crypto/internal/boring crypto/internal/boring/bbig crypto/internal/boring/bcache crypto/internal/boring/sig
    crypto/internal/edwards25519 crypto/internal/edwards25519/field crypto/internal/nistec
    crypto/internal/nistec/fiat go/doc/comment internal/diff internal/pkgbits internal/txtar`,
  20: `
    crypto/ecdh crypto/internal/alias crypto/internal/bigmod internal/coverage internal/coverage/calloc
    internal/coverage/cformat internal/coverage/cmerge internal/coverage/decodecounter
    internal/coverage/decodemeta internal/coverage/encodecounter internal/coverage/encodemeta
    internal/coverage/pods internal/coverage/rtcov internal/coverage/slicereader internal/coverage/slicewriter
    internal/coverage/stringtab internal/coverage/test internal/coverage/uleb128 internal/dag internal/platform
    internal/saferio internal/testpty internal/types/errors runtime/coverage runtime/internal/startlinetest
    runtime/race/internal/amd64v1`,
  21: `
    cmp internal/bisect internal/godebugs internal/zstd log/internal log/slog log/slog/internal
    log/slog/internal/benchmarks log/slog/internal/buffer log/slog/internal/slogtest maps
    runtime/internal/wasitest slices testing/slogtest`,
  22: `
    go/version internal/chacha8rand internal/gover internal/trace/traceviewer internal/trace/traceviewer/format
    internal/trace/v2 internal/trace/v2/event internal/trace/v2/event/go122
    internal/trace/v2/internal/testgen/go122 internal/trace/v2/raw internal/trace/v2/testtrace
    internal/trace/v2/version math/rand/v2`,
  23: `
    crypto/internal/cryptotest crypto/internal/hpke crypto/internal/mlkem768 internal/asan internal/byteorder
    internal/concurrent internal/coverage/cfile internal/filepathlite internal/msan internal/profilerecord
    internal/runtime/atomic internal/runtime/exithook internal/runtime/syscall internal/stringslite
    internal/trace/event internal/trace/event/go122 internal/trace/internal/oldtrace
    internal/trace/internal/testgen/go122 internal/trace/raw internal/trace/testtrace internal/trace/version
    internal/weak iter net/internal/cgotest structs unique`,
  24: `
    crypto/fips140 crypto/hkdf crypto/internal/entropy crypto/internal/fips140 crypto/internal/fips140/aes
    crypto/internal/fips140/aes/gcm crypto/internal/fips140/alias crypto/internal/fips140/bigmod
    crypto/internal/fips140/check crypto/internal/fips140/check/checktest crypto/internal/fips140/drbg
    crypto/internal/fips140/ecdh crypto/internal/fips140/ecdsa crypto/internal/fips140/ed25519
    crypto/internal/fips140/edwards25519 crypto/internal/fips140/edwards25519/field crypto/internal/fips140/hkdf
    crypto/internal/fips140/hmac crypto/internal/fips140/mlkem crypto/internal/fips140/nistec
    crypto/internal/fips140/nistec/fiat crypto/internal/fips140/pbkdf2 crypto/internal/fips140/rsa
    crypto/internal/fips140/sha256 crypto/internal/fips140/sha3 crypto/internal/fips140/sha512
    crypto/internal/fips140/ssh crypto/internal/fips140/subtle crypto/internal/fips140/tls12
    crypto/internal/fips140/tls13 crypto/internal/fips140deps crypto/internal/fips140deps/byteorder
    crypto/internal/fips140deps/cpu crypto/internal/fips140deps/godebug crypto/internal/fips140hash
    crypto/internal/fips140only crypto/internal/fips140test crypto/internal/impl crypto/internal/sysrand
    crypto/internal/sysrand/internal/seccomp crypto/mlkem crypto/pbkdf2 crypto/sha3
    crypto/tls/internal/fips140tls go/ast/internal/tests internal/copyright internal/exportdata
    internal/runtime/maps internal/runtime/math internal/runtime/sys internal/sync internal/synctest
    internal/syslist weak`,
  25: `
    crypto/internal/fips140cache internal/cgrouptest internal/routebsd internal/runtime/cgroup
    internal/runtime/gc internal/runtime/startlinetest internal/runtime/strconv internal/runtime/wasitest
    internal/testhash internal/trace/internal/testgen internal/trace/internal/tracev1 internal/trace/tracev2
    math/big/internal/asmgen net/http/internal/httpcommon testing/synctest`,
  26: `
    crypto/hpke crypto/internal/constanttime crypto/internal/entropy/v1.0.0 crypto/internal/fips140/mldsa
    crypto/internal/fips140deps/time crypto/internal/rand crypto/mlkem/mlkemtest go/internal/scannerhooks
    internal/runtime/cgobench internal/runtime/gc/internal/gen internal/runtime/gc/scan
    internal/runtime/pprof/label internal/runtime/syscall/linux internal/runtime/syscall/windows
    internal/strconv testing/cryptotest`,
  27: `
    crypto/internal/cryptotest/wycheproof crypto/internal/cryptotest/x509limbo crypto/mldsa
    database/sql/internal encoding/json/internal encoding/json/internal/jsonflags
    encoding/json/internal/jsonopts encoding/json/internal/jsontest encoding/json/internal/jsonwire
    encoding/json/jsontext encoding/json/v2 internal/gate internal/nettest net/http/internal/http2
    net/http/internal/httpsfv uuid`
};

// src/binary/package-owner.ts
var MAX_DEPTH3 = 64;
var C = "C";
function packageOwners(buildInfo) {
  const modules = /* @__PURE__ */ new Map();
  for (const { path: path58, version: version2 } of buildInfo?.dependencies ?? []) {
    modules.set(path58, { kind: "module", path: path58, version: version2 === "" ? null : version2 });
  }
  const version = buildInfo?.main?.version ?? "";
  const main = {
    kind: "main",
    path: mainModuleOf(buildInfo),
    version: version === "" ? null : version
  };
  modules.set(main.path, main);
  const standard = standardPackages(buildInfo?.goVersion ?? null);
  const listsModules = buildInfo !== null && (buildInfo.main !== null || buildInfo.dependencies.length > 0);
  return (path58) => {
    if (path58 === "main") return main;
    if (path58.startsWith("vendor/") || standard.has(path58)) return { kind: "std" };
    if (path58 === buildInfo?.path) return main;
    let prefix = path58;
    for (let depth = 0; depth < MAX_DEPTH3 && prefix !== ""; depth++) {
      const owner = modules.get(prefix);
      if (owner !== void 0) return owner;
      prefix = prefix.slice(0, Math.max(prefix.lastIndexOf("/"), 0));
    }
    if (path58 === C) return { kind: "module", path: path58, version: null };
    const ofStd = !firstOf2(path58).includes(".") && (listsModules || standard.mayHave(path58));
    return ofStd ? { kind: "std" } : { kind: "module", path: likelyModule(path58), version: null };
  };
}
function mainPathOf(buildInfo) {
  const path58 = buildInfo?.path ?? null;
  return path58 === null || standardPackages(buildInfo?.goVersion ?? null).has(path58) ? null : path58;
}
function importPathOf(path58, buildInfo) {
  return path58 === "main" ? buildInfo?.path ?? path58 : path58;
}
function mainModuleOf(buildInfo) {
  return buildInfo?.main?.path ?? buildInfo?.path ?? "main";
}
function likelyModule(path58) {
  const first = firstOf2(path58);
  return first.includes(".") ? path58.split("/").slice(0, 3).join("/") : first;
}
function firstOf2(path58) {
  return path58.split("/", 1)[0] ?? "";
}

// src/binary/symbol-name.ts
function parseSymbolName(symbol) {
  if (isGenerated(symbol)) {
    return { package: packageOfType(symbol.replace(GENERATED, "")), name: withoutArguments(symbol) };
  }
  const end = symbol.search(/[[({ ]/);
  const head = end === -1 ? symbol : symbol.slice(0, end);
  const dot = head.indexOf(".", head.lastIndexOf("/") + 1);
  if (dot <= 0 || dot > MAX_PATH3) return { package: null, name: symbol };
  return { package: unescapePath(symbol.slice(0, dot)), name: withoutArguments(symbol.slice(dot + 1)) };
}
function isGenerated(symbol) {
  return GENERATED.test(symbol);
}
function withKnownPackage(symbol, isPackage) {
  const { package: path58, name } = symbol;
  if (path58 === null || !path58.includes(".") || isPackage(path58)) return symbol;
  let dot = path58.indexOf(".");
  for (let tries = 0; tries < MAX_DOTS && dot !== -1; tries++) {
    if (isPackage(path58.slice(0, dot))) {
      return { package: path58.slice(0, dot), name: `${path58.slice(dot + 1)}.${name}` };
    }
    dot = path58.indexOf(".", dot + 1);
  }
  return symbol;
}
var MAX_DOTS = 16;
function withoutArguments(name) {
  let kept = "";
  let depth = 0;
  let from = 0;
  for (let at = name.indexOf("["); at !== -1 && at < name.length; at++) {
    const byte = name[at];
    if (byte === "[") {
      if (depth > 0 || /[\p{L}\p{N}_]/u.test(name[at - 1] ?? "")) {
        if (depth++ === 0) kept += `${name.slice(from, at)}[...`;
      }
    } else if (byte === "]" && depth > 0 && --depth === 0) from = at;
  }
  return depth > 0 ? `${kept}]` : kept + name.slice(from);
}
function packageOfType(type) {
  for (const word of type.slice(0, MAX_TYPE).split(NOT_OF_A_PATH)) {
    const dot = word.indexOf(".", word.lastIndexOf("/") + 1);
    if (dot > 0 && !word.startsWith(SHAPES)) return unescapePath(word.slice(0, dot));
  }
  return null;
}
var GENERATED = /^(?:type[:.]\.\w+\.|type:|go:|go\.(?=\(?\*?(?:struct|interface) \{|shape\.|buildid$))/;
var MAX_TYPE = 1024;
var MAX_PATH3 = 1024;
var SHAPES = "go.shape.";
var NOT_OF_A_PATH = /[\s,;:()[\]{}*"]+/;
function unescapePath(path58) {
  if (!path58.includes("%")) return path58;
  return Buffer.from(
    path58.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1"
  ).toString("utf8");
}

// src/binary/go-functions.ts
function readGoFunctions(table, littleEndian, buildInfo, dataLength) {
  return orWhenOutOfBytes(
    () => {
      const records = readFunctionRecords(table, littleEndian);
      const names = readNameTable(table.names);
      const nameOf4 = Uint32Array.from(records.names, (place2) => names.indexOf(place2));
      const named = nameFunctions(records, names, nameOf4);
      const pcValues = chargePcValues(records, table.pcValues);
      const data = chargeFunctionData(records, dataLength);
      const shares = (bytesOf3) => lazily(() => sharesOf(named, bytesOf3));
      const ownBytes = (index) => (records.own[index] ?? 0) + (pcValues?.[index] ?? 0) + (named.nameSizes[index] ?? 0);
      return {
        code: shares((index) => records.code[index] ?? 0),
        table: inTurn(shares(ownBytes), [
          ...inlinedShares(names, nameOf4, new Set(named.units.values())),
          ...fileShares(table, littleEndian, named.units, buildInfo)
        ]),
        data: data === null ? null : { shares: shares((index) => data.charges[index] ?? 0), length: data.length },
        recordsEnd: table.functions.byteOffset - table.table.byteOffset + records.end
      };
    },
    () => null
  );
}
var RUNTIME = "runtime";
function nameFunctions(records, table, nameOf4) {
  const strings = /* @__PURE__ */ new Map();
  const units = /* @__PURE__ */ new Map();
  const paths = [];
  const names = [];
  const nameSizes = new Uint32Array(records.count);
  const charged = new Uint8Array(table.starts.length);
  for (let index = 0; index < records.count; index++) {
    const place2 = nameOf4[index] ?? 0;
    const symbol = table.nameOf(place2);
    const { package: path58, name } = parseSymbolName(symbol);
    const unit = records.units[index] ?? NONE2;
    paths.push(path58 === null ? null : shared(path58, strings));
    names.push(name);
    const tells = !name.includes("[") && !isGenerated(symbol);
    if (path58 !== null && tells && isHome(path58, units.get(unit))) units.set(unit, path58);
    if (charged[place2] === 0) nameSizes[index] = table.sizeOf(place2);
    charged[place2] = 1;
  }
  const known3 = new Set(units.values());
  const packages = [];
  for (let index = 0; index < records.count; index++) {
    const symbol = { package: paths[index] ?? null, name: names[index] ?? "" };
    const placed = withKnownPackage(symbol, (path58) => known3.has(path58));
    packages.push(placed.package ?? units.get(records.units[index] ?? NONE2) ?? RUNTIME);
    names[index] = placed.name;
  }
  return { packages, names, nameSizes, units };
}
function isHome(path58, before) {
  return before === void 0 || before.length > path58.length && before.startsWith(`${path58}.`);
}
function shared(string2, strings) {
  const known3 = strings.get(string2);
  if (known3 === void 0) strings.set(string2, string2);
  return known3 ?? string2;
}
function* sharesOf({ packages, names }, bytesOf3) {
  for (let index = 0; index < names.length; index++) {
    const bytes = bytesOf3(index);
    if (bytes > 0) {
      yield { package: packages[index] ?? RUNTIME, kind: "function", name: names[index] ?? "", bytes };
    }
  }
}
function inlinedShares(names, nameOf4, known3) {
  const ofFunctions = new Uint8Array(names.starts.length);
  for (const index of nameOf4) ofFunctions[index] = 1;
  const charges = /* @__PURE__ */ new Map();
  for (let index = 0; index < names.starts.length; index++) {
    if (ofFunctions[index] === 1) continue;
    const symbol = withKnownPackage(parseSymbolName(names.nameOf(index)), (path59) => known3.has(path59));
    const path58 = symbol.package ?? RUNTIME;
    charges.set(path58, (charges.get(path58) ?? 0) + names.sizeOf(index));
  }
  return packageShares(charges, "names of inlined functions");
}
function fileShares(table, littleEndian, units, buildInfo) {
  const paths = new Set([...units.values()].map((path58) => importPathOf(path58, buildInfo)));
  const charges = chargeFiles(units.keys(), table, littleEndian, units, (path58) => paths.has(path58));
  return packageShares(charges, "names of source files");
}
function packageShares(charges, name) {
  return Array.from(charges, ([path58, bytes]) => ({ package: path58, kind: "pclntab", name, bytes }));
}

// src/binary/function-claims.ts
function functionClaims({ elf, buildInfo }, bytes, extents, table, moduleData) {
  const start3 = table.table.byteOffset - bytes.byteOffset;
  const dataAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionData);
  const own = extents.find(({ role, start: from }) => role === "function table" && from === start3);
  const inTable = dataAt !== null && dataAt > start3 && dataAt < start3 + table.table.byteLength;
  const indexAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionIndex);
  const dataLength = inTable && indexAt !== null && indexAt >= dataAt ? indexAt - dataAt : null;
  const functions = readGoFunctions(table, elf.littleEndian, buildInfo, dataLength);
  if (functions === null) return null;
  const code = codeClaim(functions, extents, buildInfo?.settings["CGO_ENABLED"] === "1");
  if (code === null) return null;
  const { data } = functions;
  const shares = inTable && data !== null ? inTurn(functions.table, data.shares) : functions.table;
  const tableClaim2 = {
    start: start3,
    end: own?.end ?? (inTable && dataLength !== null ? dataAt + dataLength : start3 + functions.recordsEnd),
    shares,
    rest: { package: null, kind: "pclntab", name: own?.name ?? "function table" }
  };
  const dataClaim = inTable || dataAt === null || data === null ? null : {
    start: dataAt,
    end: dataAt + data.length,
    shares: data.shares,
    rest: { package: null, kind: "pclntab", name: "funcdata" }
  };
  return [code, tableClaim2, ...dataClaim === null ? [] : [dataClaim]];
}
function codeClaim({ code }, extents, usesC) {
  const total = sumOf(code);
  const home2 = extents.filter(({ role, start: start3, end }) => role === "code" && end - start3 >= total).reduce(
    (largest, one) => largest === null || sizeOf3(one) > sizeOf3(largest) ? one : largest,
    null
  );
  if (home2 === null || total === 0) return null;
  const rest = usesC ? { package: C, kind: "function", name: home2.name } : { package: null, kind: "unknown", name: home2.name };
  return { start: home2.start, end: home2.end, shares: code, rest };
}
function sizeOf3({ start: start3, end }) {
  return end - start3;
}

// src/binary/tally.ts
function tallyByPackage(shares, buildInfo) {
  const packages = /* @__PURE__ */ new Map();
  const keyOf3 = keyer(buildInfo);
  for (const share of shares) {
    const names = namesOf(packages, share.package === null ? null : keyOf3(share.package), share.kind);
    names.set(share.name, (names.get(share.name) ?? 0) + share.bytes);
  }
  return packages;
}
var RECORDED = "embedded files";
var UNOWNED = ["embed", "data"];
function giveEmbedded(packages, byPackage, buildInfo) {
  const keyOf3 = keyer(buildInfo);
  const unowned = UNOWNED.flatMap((kind) => {
    const names = packages.get(null)?.get(kind) ?? /* @__PURE__ */ new Map();
    return [...names].sort(largestFirst).map(([name, bytes]) => ({ names, name, bytes }));
  });
  let [next, left] = [0, unowned[0]?.bytes ?? 0];
  for (const [path58, wanted2] of byPackage) {
    let given = 0;
    while (given < wanted2 && next < unowned.length) {
      const taken = Math.min(wanted2 - given, left);
      given += taken;
      left -= taken;
      const from = unowned[next];
      if (from !== void 0) from.names.set(from.name, left);
      if (left === 0) left = unowned[++next]?.bytes ?? 0;
    }
    if (given === 0) continue;
    const names = namesOf(packages, keyOf3(path58), "embed");
    names.set(RECORDED, (names.get(RECORDED) ?? 0) + given);
  }
  const gone = unowned.filter(({ names, name }) => names.get(name) === 0);
  for (const { names, name } of gone) names.delete(name);
}
function keyer(buildInfo) {
  const mainPath = mainPathOf(buildInfo);
  return (path58) => path58 === mainPath ? "main" : path58;
}
function namesOf(packages, path58, kind) {
  const tally = getOrMake(packages, path58, () => /* @__PURE__ */ new Map());
  return getOrMake(tally, kind, () => /* @__PURE__ */ new Map());
}
function getOrMake(map, key, make) {
  const known3 = map.get(key);
  if (known3 !== void 0) return known3;
  const made = make();
  map.set(key, made);
  return made;
}
function largestFirst([one, size], [other, more]) {
  return size === more ? one < other ? -1 : 1 : more - size;
}

// src/binary/plant.ts
function plant(name, shares, buildInfo, embedded = /* @__PURE__ */ new Map()) {
  const ownerOf = packageOwners(buildInfo);
  const modules = /* @__PURE__ */ new Map();
  const others = [];
  const tallies = tallyByPackage(shares, buildInfo);
  if (embedded.size > 0) giveEmbedded(tallies, embedded, buildInfo);
  for (const [path58, tally] of tallies) {
    if (path58 === null) {
      const kinds = [...tally].filter(([, names]) => names.size > 0);
      others.push(...kinds.map(([kind, names]) => node(NAMES[kind], kind, leaves(kind, names))));
      continue;
    }
    const owner = ownerOf(path58);
    const key = owner.kind === "std" ? "std" : `${owner.kind} ${owner.path}`;
    const module = modules.get(key) ?? { owner, packages: [] };
    modules.set(key, module);
    module.packages.push(
      node(
        importPathOf(path58, buildInfo),
        "package",
        [...tally].flatMap(([kind, names]) => leaves(kind, names))
      )
    );
  }
  const children = [
    ...[...modules.values()].map(({ owner, packages }) => moduleNode(owner, packages)),
    ...others
  ].sort((one, other) => rank(one) - rank(other) || largestFirst2(one, other));
  return { name, kind: "binary", bytes: sumOf2(children), children };
}
function leaves(kind, names) {
  return Array.from(names, ([name, bytes]) => ({ name, kind, bytes }));
}
function moduleNode(owner, packages) {
  const { kind } = owner;
  const planted = node(kind === "std" ? "std" : owner.path, kind, packages);
  return kind === "std" || owner.version === null ? planted : { ...planted, version: owner.version };
}
function node(name, kind, children) {
  return { name, kind, bytes: sumOf2(children), children: [...children].sort(largestFirst2) };
}
function sumOf2(nodes) {
  return nodes.reduce((sum3, { bytes }) => sum3 + bytes, 0);
}
var ORDER = [
  "main",
  "module",
  "std",
  "types",
  "data",
  "embed",
  "pclntab",
  "debug",
  "symbols",
  "header",
  "unknown"
];
var NAMES = {
  function: "functions",
  types: "types",
  data: "data",
  embed: "embedded files",
  pclntab: "function table",
  debug: "debug information",
  symbols: "symbols and relocations",
  header: "headers",
  unknown: "unknown"
};
function rank({ kind }) {
  return ORDER.indexOf(kind);
}
function largestFirst2(one, other) {
  if (one.bytes !== other.bytes) return other.bytes - one.bytes;
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.kind < other.kind ? -1 : Number(one.kind > other.kind);
}

// src/binary/relocated.ts
var ET_DYN2 = 3;
var PT_LOAD4 = 1;
var PT_DYNAMIC2 = 2;
var DT_NULL2 = 0;
var DT_RELA = 7;
var DT_RELASZ = 8;
var ENTRY_SIZE = 24;
var MAX_DYNAMIC_ENTRIES2 = 4096;
var RELATIVE = {
  // ppc64, s390x, amd64, arm64, riscv64, loong64
  21: 22,
  22: 12,
  62: 8,
  183: 1027,
  243: 3,
  258: 3
};
function relocated(elf, bytes) {
  const relative = RELATIVE[elf.machine];
  if (elf.type !== ET_DYN2 || elf.bits !== 64 || relative === void 0) return bytes;
  return orWhenOutOfBytes(
    () => fillIn(elf, bytes, relative),
    () => bytes
  );
}
function fillIn(elf, bytes, relative) {
  const file2 = words2(bytes, 8, elf.littleEndian);
  const placeOf3 = placesOf2(elf);
  const dynamic = dynamicOf(elf, bytes);
  const table = placeOf3(dynamic.get(DT_RELA) ?? 0);
  if (table === null) return bytes;
  const size = Math.min(dynamic.get(DT_RELASZ) ?? 0, bytes.byteLength - table);
  const [lowAt, highAt] = elf.littleEndian ? [0, 4] : [4, 0];
  let copy = null;
  for (let at = table; at + ENTRY_SIZE <= table + size; at += ENTRY_SIZE) {
    if (file2.u32(at + 8 + lowAt) !== relative) continue;
    const place2 = placeOf3(file2.u32(at + highAt) * 2 ** 32 + file2.u32(at + lowAt));
    if (place2 === null || place2 + 8 > bytes.byteLength || isSame(bytes, at + 16, place2)) continue;
    copy ??= Uint8Array.from(bytes);
    copy.set(bytes.subarray(at + 16, at + ENTRY_SIZE), place2);
  }
  return copy ?? bytes;
}
function isSame(bytes, one, other) {
  for (let index = 0; index < 8; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
function placesOf2({ segments }) {
  const loaded = segments.filter(({ type }) => type === PT_LOAD4).map(({ address, offset, fileSize }) => ({ start: Number(address), offset, fileSize }));
  return (address) => {
    for (const { start: start3, offset, fileSize } of loaded)
      if (address >= start3 && address < start3 + fileSize) return offset + address - start3;
    return null;
  };
}
function dynamicOf({ segments, littleEndian }, bytes) {
  const found = /* @__PURE__ */ new Map();
  const segment = segments.find(({ type }) => type === PT_DYNAMIC2);
  if (segment === void 0) return found;
  const file2 = words2(bytes, 8, littleEndian);
  const count = Math.min(Math.floor(segment.fileSize / 16), MAX_DYNAMIC_ENTRIES2);
  for (let index = 0; index < count; index++) {
    const at = segment.offset + index * 16;
    const tag = file2.offset(at);
    if (tag === DT_NULL2) break;
    found.set(tag, file2.offset(at + 8));
  }
  return found;
}

// src/binary/time-zone-data.ts
var PACKAGE = "time/tzdata";
var END = Buffer.from("PK", "latin1");
var END_SIZE = 22;
var FILE = Buffer.from("PK", "latin1");
var ZONE = Buffer.from("Africa/Abidjan");
var MAX_ARCHIVES = 100;
function timeZoneClaims(bytes, extents, { names }) {
  const functions = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  if (!functions.includes(`${PACKAGE}.`)) return [];
  let left = MAX_ARCHIVES;
  for (const extent of extents.filter(({ role }) => role === "data")) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + extent.start, extent.end - extent.start);
    for (let at = content.indexOf(END); at !== -1 && left > 0; at = content.indexOf(END, at + 1), left--) {
      const start3 = startOfArchive(content, at);
      if (start3 === null || !content.subarray(start3, at).includes(ZONE)) continue;
      return [
        {
          start: extent.start + start3,
          end: extent.start + at + END_SIZE,
          shares: [],
          rest: { package: PACKAGE, kind: "embed", name: "zoneinfo.zip" }
        }
      ];
    }
  }
  return [];
}
function startOfArchive(content, at) {
  if (at + END_SIZE > content.length) return null;
  const record2 = words2(content.subarray(at, at + END_SIZE), 4, true);
  const start3 = at - record2.u32(12) - record2.u32(16);
  return start3 >= 0 && record2.u16(20) === 0 && content.subarray(start3, start3 + FILE.length).equals(FILE) ? start3 : null;
}

// src/binary/type-descriptors.ts
var UNCOMMON = 1;
var KINDS3 = 31;
var ARRAY = 17;
var CHAN = 18;
var FUNC = 19;
var INTERFACE = 20;
var MAP = 21;
var POINTER = 22;
var SLICE = 23;
var STRUCT = 25;
var UNSAFE_POINTER = 26;
var UNCOMMON_SIZE = 16;
var METHOD_SIZE = 16;
var INTERFACE_METHOD_SIZE = 8;
var VARIADIC = 32768;
function visitType(space, at, visitor) {
  const { words: words3 } = space;
  const word = words3.size;
  const { kind, body, uncommon, more } = partsOf4(space, at);
  const type = (place2) => tell(pointerAt(space, place2), visitor.type);
  const typeOffset = (place2) => tell(offsetAt(space, place2), visitor.type);
  const name = (place2) => tell(pointerAt(space, place2), visitor.name);
  const nameOffset = (place2) => tell(offsetAt(space, place2), visitor.name);
  nameOffset(body - 8);
  typeOffset(body - 4);
  let methods = more;
  switch (kind) {
    case ARRAY:
      type(body);
      type(body + word);
      break;
    case CHAN:
    case POINTER:
    case SLICE:
      type(body);
      break;
    case MAP:
      for (let index = 0; index < 3; index++) type(body + index * word);
      break;
    case FUNC:
      methods += (words3.u16(body) + (words3.u16(body + 2) & ~VARIADIC)) * word;
      within2(space, methods);
      for (let place2 = more; place2 < methods; place2 += word) type(place2);
      break;
    case INTERFACE:
      name(body);
      methods += words3.offset(body + 2 * word) * INTERFACE_METHOD_SIZE;
      within2(space, methods);
      for (let place2 = more; place2 < methods; place2 += INTERFACE_METHOD_SIZE) {
        nameOffset(place2);
        typeOffset(place2 + 4);
      }
      break;
    case STRUCT:
      name(body);
      methods += words3.offset(body + 2 * word) * 3 * word;
      within2(space, methods);
      for (let place2 = more; place2 < methods; place2 += 3 * word) {
        name(place2);
        type(place2 + word);
      }
      break;
  }
  if (uncommon === null) {
    within2(space, methods);
    return methods - at;
  }
  nameOffset(uncommon);
  const end = methods + words3.u16(uncommon + 4) * METHOD_SIZE;
  within2(space, end);
  for (let place2 = methods; place2 < end; place2 += METHOD_SIZE) {
    nameOffset(place2);
    typeOffset(place2 + 4);
  }
  return end - at;
}
function partsOf4(space, at) {
  const { words: words3 } = space;
  const body = at + 4 * words3.size + 16;
  const flags = words3.u8(at + 2 * words3.size + 4);
  const kind = words3.u8(at + 2 * words3.size + 7) & KINDS3;
  const end = body + sizeOfBody(space, kind);
  return (flags & UNCOMMON) === 0 ? { kind, body, uncommon: null, more: end } : { kind, body, uncommon: end, more: end + UNCOMMON_SIZE };
}
var MAX_DEPTH4 = 16;
function packagePlace(space, at) {
  let type = at;
  for (let depth = 0; depth < MAX_DEPTH4 && type !== null; depth++) {
    const { kind, body, uncommon } = partsOf4(space, type);
    const named = uncommon === null ? null : offsetAt(space, uncommon);
    if (named !== null) return named;
    if (kind === STRUCT || kind === INTERFACE) return pointerAt(space, body);
    type = elementOf(space, kind, body);
  }
  return null;
}
function within2({ bytes }, end) {
  if (!(end <= bytes.byteLength)) throw new OutOfBytes(`a type to ${end}`);
}
function sizeOfBody({ words: words3, mapSize }, kind) {
  switch (kind) {
    case ARRAY:
      return 3 * words3.size;
    case CHAN:
      return 2 * words3.size;
    case FUNC:
    case POINTER:
    case SLICE:
      return words3.size;
    case INTERFACE:
    case STRUCT:
      return 4 * words3.size;
    case MAP:
      return mapSize;
    default:
      if (kind === 0 || kind > UNSAFE_POINTER) throw new OutOfBytes(`a type of kind ${kind}`);
      return 0;
  }
}
function elementOf(space, kind, body) {
  switch (kind) {
    case ARRAY:
    case CHAN:
    case POINTER:
    case SLICE:
      return pointerAt(space, body);
    case MAP:
      return pointerAt(space, body + space.words.size);
    default:
      return null;
  }
}
function pointerAt({ words: words3, base, bytes }, place2) {
  const low = words3.u32(words3.size === 8 && !words3.littleEndian ? place2 + 4 : place2);
  const at = low - base >>> 0;
  return low !== 0 && at < bytes.byteLength ? at : null;
}
function offsetAt({ words: words3, bytes }, place2) {
  const at = words3.u32(place2);
  return at !== 0 && at < bytes.byteLength ? at : null;
}
function tell(place2, visit) {
  if (place2 !== null) visit(place2);
}
var HAS_TAG = 2;
var HAS_PACKAGE = 4;
function sizeOfTypeName({ bytes, words: words3 }, at) {
  const flags = words3.u8(at);
  const name = readCounted2(words3, at + 1);
  const { end } = (flags & HAS_TAG) === 0 ? name : readCounted2(words3, name.end);
  const size = end + ((flags & HAS_PACKAGE) === 0 ? 0 : 4) - at;
  if (at + size > bytes.byteLength) throw new OutOfBytes(`a name at ${at}`);
  return size;
}
function readTypeName({ bytes, words: words3 }, at) {
  const { start: start3, end } = readCounted2(words3, at + 1);
  return utf8(slice(bytes, start3, end - start3));
}
function readCounted2(words3, at) {
  let length = 0;
  let next = at;
  for (let shift = 0; ; shift += 7) {
    const byte = words3.u8(next++);
    if (shift > 21) throw new OutOfBytes(`a length at ${at}`);
    length |= (byte & 127) << shift;
    if (byte < 128) return { start: next, end: next + length };
  }
}

// src/binary/type-claims.ts
function typeClaims({ elf, buildInfo }, bytes, moduleData) {
  return orWhenOutOfBytes(
    () => {
      const start3 = placeOfAddress(elf.segments, moduleData.types);
      if (start3 === null) return [];
      const content = slice(bytes, start3, Number(moduleData.endTypes - moduleData.types));
      const space = {
        bytes: content,
        words: words2(content, elf.bits === 64 ? 8 : 4, elf.littleEndian),
        base: Number(BigInt.asUintN(32, moduleData.types)),
        mapSize: mapSizeOf(buildInfo?.goVersion ?? "", elf)
      };
      const { descriptors } = moduleData;
      const roots = descriptors === null ? rootsOf(bytes, moduleData, space) : walk2(space, descriptors);
      const { charges, end } = chargeTypes(space, roots);
      return [
        {
          start: start3,
          end: start3 + (descriptors === null ? end : content.byteLength),
          shares: Array.from(charges, ([path58, bytes2]) => ({
            package: path58,
            kind: "types",
            name: "types",
            bytes: bytes2
          })),
          rest: { package: null, kind: "types", name: "types of no package" }
        }
      ];
    },
    () => []
  );
}
function mapSizeOf(goVersion, { bits }) {
  const word = bits / 8;
  const minor = minorOf2(goVersion) ?? 0;
  const size = minor >= 27 ? 10 * word + 4 : minor >= 24 && !goVersion.includes("noswissmap") ? 7 * word + 4 : 4 * word + 8;
  return Math.ceil(size / word) * word;
}
var NOBODY = { type: () => void 0, name: () => void 0 };
function walk2(space, length) {
  const found = [];
  const word = space.words.size;
  for (let at = word; at < length; ) {
    found.push(at);
    at += Math.ceil(visitType(space, at, NOBODY) / word) * word;
  }
  return found;
}
function rootsOf(bytes, { typeLinks, itabLinks }, space) {
  const { size, littleEndian } = space.words;
  const entriesOf = (list, entrySize) => {
    const content = list === null ? new Uint8Array() : bytes.subarray(list.start, list.end);
    const reader2 = words2(content, entrySize, littleEndian);
    return Array.from(
      { length: Math.floor(content.byteLength / entrySize) },
      (_, index) => reader2.offset(index * entrySize)
    );
  };
  const inSpace = (at) => at > 0 && at < space.bytes.byteLength;
  const typeOf2 = (itab) => space.words.u32(itab) - space.base >>> 0;
  const itabs = entriesOf(itabLinks, size).map((address) => address - space.base >>> 0).filter((at) => inSpace(at) && littleEndian && at + 2 * size <= space.bytes.byteLength);
  return [...entriesOf(typeLinks, 4), ...itabs.flatMap((itab) => [typeOf2(itab), typeOf2(itab + size)])].filter(
    inSpace
  );
}
function chargeTypes(space, roots) {
  const packageOf = packagesOf(space);
  const charges = /* @__PURE__ */ new Map();
  const seen = new Uint8Array(space.bytes.byteLength);
  const isNew = (at, kind) => {
    const before = seen[at] ?? 0;
    seen[at] = before | kind;
    return (before & kind) === 0;
  };
  const pending = [];
  let [size, total, end] = [0, 0, 0];
  const visitor = {
    type: (at) => {
      if (isNew(at, 1)) pending.push(at);
    },
    name: (at) => {
      if (isNew(at, 2)) size += sizeOfTypeName(space, at);
    }
  };
  for (const root of roots) visitor.type(root);
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    size = 0;
    const own = visitType(space, at, visitor);
    size += own;
    total += size;
    if (total > space.bytes.byteLength) throw new OutOfBytes("types that overlap");
    end = Math.max(end, at + own);
    const path58 = packageOf(at);
    if (path58 !== null) charges.set(path58, (charges.get(path58) ?? 0) + size);
  }
  return { charges, end };
}
var SHAPES2 = "go.shape";
function packagesOf(space) {
  const paths = /* @__PURE__ */ new Map();
  return (type) => {
    const place2 = packagePlace(space, type);
    if (place2 === null) return null;
    const path58 = paths.get(place2) ?? readTypeName(space, place2);
    paths.set(place2, path58);
    return path58 === "" || path58 === SHAPES2 ? null : path58;
  };
}

// src/binary/breakdown.ts
function breakdownOf(executable, bytes, name, embedded = NOTHING_KNOWN) {
  const { elf, buildInfo } = executable;
  const extents = layOut2(elf, bytes);
  const loaded = relocated(elf, bytes);
  const table = findPclntab(elf, loaded);
  const moduleData = table === null ? null : readModuleData(elf, loaded, table, buildInfo?.goVersion ?? null);
  const functions = table === null ? null : functionClaims(executable, loaded, extents, table, moduleData);
  const claims = functions === null || table === null ? [] : [
    ...functions,
    ...moduleData === null ? [] : typeClaims(executable, loaded, moduleData),
    ...embeddedClaims(elf, loaded, extents, "files" in embedded ? embedded.files : []),
    ...timeZoneClaims(loaded, extents, table)
  ];
  const usesC = functions !== null && buildInfo?.settings["CGO_ENABLED"] === "1";
  return plant(
    name,
    carve(extents, claims, (extent) => otherwise(extent, usesC)),
    buildInfo,
    functions !== null && "byPackage" in embedded ? embedded.byPackage : void 0
  );
}
function otherwise({ name, role }, usesC) {
  switch (role) {
    case "code":
      return usesC ? { package: C, kind: "function", name } : { package: null, kind: "unknown", name };
    case "function table":
      return { package: null, kind: "pclntab", name };
    case "types":
    case "data":
    case "debug":
    case "symbols":
    case "header":
    case "unknown":
      return { package: null, kind: role, name };
  }
}

// src/binary/go-signs.ts
function knownOf({ elf, buildInfo }, bytes, breakdown) {
  if (breakdown.children?.some(({ kind }) => kind === "std" || kind === "main" || kind === "module") === true)
    return { kind: "Go" };
  if (elf.sections.length === 0)
    return {
      kind: "unread",
      reason: "it has neither sections nor a function table of Go, so it may be packed",
      size: false
    };
  if (buildInfo !== null || hasRuntime(bytes))
    return {
      kind: "unread",
      reason: "it looks like a program of Go, and its function table cannot be read",
      size: true
    };
  return { kind: "other" };
}
function isSizeKnown(known3) {
  return known3.kind !== "unread" || known3.size;
}
var TEXTS2 = ["GODEBUG", "goroutine ", "GOMAXPROCS"];
function hasRuntime(bytes) {
  const file2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return TEXTS2.every((text2) => file2.includes(text2, 0, "latin1"));
}

// src/binary/module-paths.ts
function modulePaths(buildInfo) {
  if (buildInfo === null) return null;
  const main = buildInfo.main?.path ?? buildInfo.path;
  return [...main === null ? [] : [main], ...buildInfo.dependencies.map(({ path: path58 }) => path58)];
}

// src/commands/steps/read-program.ts
async function readProgram(file2, place2, depth, unpack2, embedded = NOTHING_KNOWN) {
  return readProgramBytes(await readBytes(file2, path26.posix.basename(place2)), place2, depth, unpack2, embedded);
}
async function readProgramBytes(shipped, place2, depth, unpack2, embedded = NOTHING_KNOWN) {
  const name = path26.posix.basename(place2);
  const asShipped = readExecutable(shipped, name);
  const packed = hasUpxLoader(shipped);
  const unpacked2 = packed ? await unpack2(shipped) : { linked: shipped };
  const linked = "linked" in unpacked2 ? unpacked2.linked : null;
  const executable = linked === null ? asShipped : packed ? readExecutable(linked, name) : asShipped;
  const modules = modulePaths(executable.buildInfo);
  const breakdown = linked === null ? null : breakdownOf(executable, linked, name, embedded);
  const known3 = linked === null || breakdown === null ? { kind: "unread", reason: "why" in unpacked2 ? unpacked2.why : "it is packed", size: false } : knownOf(executable, linked, breakdown);
  return {
    buildInfo: executable.buildInfo,
    platform: platformOf(asShipped.elf, executable.buildInfo),
    isStatic: isStatic(executable),
    unread: known3.kind === "unread" ? known3.reason : null,
    isGo: known3.kind === "Go" || executable.buildInfo !== null,
    weight: {
      name,
      path: place2,
      ...executable.buildInfo?.path == null ? {} : { main: executable.buildInfo.path },
      linkedSize: (linked ?? shipped).length,
      shippedSize: shipped.length,
      pack: packed ? { status: "packed", packer: "upx", reason: null, kept: false } : { status: "unpacked", packer: null, reason: "it is not packed by UPX" },
      proof: { status: "not run", reason: "weighing runs nothing", isolation: null, environments: [] },
      price: null,
      needs: linked === null ? null : executable.needs,
      ...known3.kind === "unread" ? { unread: known3.reason } : {},
      ...modules === null ? {} : { modules },
      breakdown: breakdown === null || !isSizeKnown(known3) ? null : toDepth(breakdown, depth)
    }
  };
}
function platformOf({ architecture }, buildInfo) {
  const system = buildInfo?.settings["GOOS"] ?? "";
  const variant = variantOf(architecture, buildInfo) ?? void 0;
  const os2 = /^[a-z0-9]{1,16}$/.test(system) ? system : "linux";
  return foundPlatform({ os: os2, architecture: architecture ?? "unknown", variant });
}
async function readBytes(file2, name) {
  try {
    return await readFile11(file2);
  } catch (cause) {
    throw new Failure("bad-input", `${name} cannot be weighed: ${whyNotRead(cause)}.`, { cause });
  }
}
function isStatic({ elf: { neededLibraries: neededLibraries2, interpreter } }) {
  return neededLibraries2.length === 0 && interpreter === null;
}

// src/commands/steps/weigh-subject.ts
var NO_BUDGET = { status: "none", allowed: false, limits: [], dropped: [] };
async function weighSubject(host, subject, depth, unpack2 = unpacker(host)) {
  switch (subject.kind) {
    case "binary":
      return weighBinary(host, subject, depth, unpack2);
    case "image":
      return weighImage(host, subject, depth, unpack2);
    case "weigh-in":
      return { ...subject.weighIn, images: subject.weighIn.images.map((image) => shallow(image, depth)) };
  }
}
async function weighBinary(host, { name, file: file2, bytes }, depth, unpack2) {
  const place2 = `/${name}`;
  const program = await readProgram(file2, place2, depth, unpack2);
  tellUnread(host, [program], []);
  const digest = await digestOfExtent({ file: file2, offset: 0, size: bytes, temporary: false });
  return weighInOf(revisionOf([program]), { name, digest }, [
    {
      platform: formatPlatform(program.platform),
      digest,
      // What an image of it and nothing else would weigh; nobody knows what a pull would transfer.
      sizes: { imageSize: bytes, downloadSize: null },
      settings: settingsOf([program]),
      binaries: [program.weight],
      layers: [],
      breakdown: foundBreakdown([{ path: place2, bytes }], [place2], 0),
      growth: null,
      smokeTest: { status: "not asked", seen: [] }
    }
  ]);
}
async function weighImage(host, { name, digest, platforms }, depth, unpack2) {
  const weights = [];
  const revisions = [];
  for (const image of platforms) {
    const { programs, others } = await readPrograms(host, name, image, depth, unpack2);
    tellUnread(host, programs, others);
    weights.push(platformWeight(image, programs, others));
    revisions.push(labelOf2(image) ?? revisionOf(programs));
  }
  const [first] = weights;
  if (first === void 0) throw new Failure("unreadable-image", `${name} holds no image to weigh.`);
  return weighInOf(revisions[0] ?? null, { name, digest: digest ?? first.digest }, weights);
}
function platformWeight(image, programs, others) {
  const binaries = programs.map(({ weight }) => weight);
  const paths = binaries.map(({ path: path58 }) => path58);
  return {
    platform: formatPlatform(image.platform),
    digest: image.manifestDigest ?? image.configDigest,
    sizes: { imageSize: image.imageSize, downloadSize: image.downloadSize },
    settings: settingsOf(programs),
    binaries,
    ...others.length === 0 ? {} : { otherPrograms: others },
    layers: image.layers.map(({ digest, size, entries }) => ({ digest, size, what: contentsOf3(entries) })),
    breakdown: foundBreakdown(image.files, paths, image.hiddenSize),
    growth: null,
    smokeTest: { status: "not asked", seen: [] }
  };
}
async function readPrograms(host, name, { programs, config, annotations, platform: platform4 }, depth, unpack2) {
  const found = [];
  const others = [];
  const embedded = embeddedIn(annotations, platform4);
  for (const program of programs) {
    const { path: path58, bytes } = program;
    const read2 = await readOne2(program, depth, unpack2, embedded.get(path58));
    if (typeof read2 === "string") others.push({ path: path58, bytes, unread: read2 });
    else if (read2.isGo || read2.weight.pack.status === "packed" || isStarted(config, path58)) found.push(read2);
    else others.push({ path: path58, bytes, unread: read2.unread });
  }
  if (programs.length === 0) host.log.notice(`${name} holds no program: only its files are weighed.`);
  return { programs: found, others };
}
function isStarted({ entrypoint, args, workdir }, place2) {
  const [started] = [...entrypoint, ...args];
  if (started === void 0) return false;
  return started.includes("/") ? path27.posix.resolve("/", workdir, started) === place2 : path27.posix.basename(place2) === started;
}
async function readOne2({ path: place2, bytes, file: file2 }, depth, unpack2, byPackage) {
  if (file2 === null) return `it has ${bytes} bytes, and the programs before it took the room`;
  try {
    const embedded = byPackage === void 0 ? void 0 : { byPackage };
    return await readProgram(file2, place2, depth, unpack2, embedded);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "unreadable-binary") throw error;
    return error.message.replace(/\.$/, "");
  }
}
function embeddedIn(annotations, platform4) {
  const written3 = annotations[WEIGH_IN_ANNOTATION];
  const annotated = written3 === void 0 ? null : readAnnotation(written3, platform4);
  return annotated?.ok === true ? annotated.value.embedded : /* @__PURE__ */ new Map();
}
function tellUnread(host, programs, others) {
  const unread = [
    ...programs.map(({ weight, unread: why }) => ({ place: weight.path, why })),
    ...others.map(({ path: place2, unread: why }) => ({ place: place2, why }))
  ];
  tellFew(
    host,
    unread.flatMap(({ place: place2, why }) => why === null ? [] : [`${place2} could not be looked into: ${why}.`])
  );
}
var MOST_TOLD = 10;
function tellFew({ log }, sentences) {
  for (const sentence of sentences.slice(0, MOST_TOLD)) log.notice(printable(sentence));
  const left = sentences.length - MOST_TOLD;
  if (left > 0) log.notice(`So it is with ${left} more programs.`);
}
function settingsOf(programs) {
  const program = programs.find(({ buildInfo }) => buildInfo !== null);
  return {
    ...buildSettings(program?.buildInfo ?? null, program?.isStatic ?? false),
    goSource: null,
    packer: programs.some(({ weight }) => weight.pack.status === "packed") ? "upx" : null,
    certificates: null,
    timezones: null,
    layerCompression: null
  };
}
function revisionOf(programs) {
  return programs.map(({ buildInfo }) => buildInfo?.settings["vcs.revision"] ?? null).find(Boolean) ?? null;
}
var REVISION = "org.opencontainers.image.revision";
function labelOf2({ config, annotations }) {
  return annotations[REVISION] ?? config.labels[REVISION] ?? null;
}
function contentsOf3(entries) {
  const files = entries.filter(({ kind }) => kind === "file");
  const [first] = files;
  if (first === void 0) return "no files";
  return files.length === 1 ? first.path : `${files.length} files`;
}
function shallow(image, depth) {
  const platforms = image.platforms.map((weight) => ({
    ...weight,
    binaries: weight.binaries.map((binary) => ({
      ...binary,
      breakdown: binary.breakdown === null ? null : toDepth(binary.breakdown, depth)
    }))
  }));
  return { ...image, platforms };
}
function weighInOf(revision, { name, digest }, platforms) {
  const image = {
    name,
    references: [],
    digest,
    published: false,
    budget: NO_BUDGET,
    baseline: null,
    platforms
  };
  return { schemaVersion: 1, bantam: VERSION, revision, images: [image], stages: [] };
}

// src/commands/steps/baseline/open.ts
async function openBaseline(host, spec, upx, asked) {
  const openRegistry = async (reference) => {
    const credentials = await findCredentials(host, reference, loginFor(reference, spec.publish));
    return openRepository(host, reference, credentials);
  };
  const options = { platforms: [spec.platform], openRegistry, readWeighIn };
  const text2 = asked.kind === "image" ? formatReference(asked.reference) : asked.path;
  const place2 = { kind: asked.kind, reference: text2 };
  try {
    const subject = asked.kind === "image" ? await openReference(host, asked.reference, options) : (
      // What is read starts where the build does.
      await openSubject({ ...host, cwd: spec.workingDirectory }, asked.path, options)
    );
    return await readSubject(host, spec, upx, subject, place2);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const reason = asClause(cause.message);
    if (cause instanceof Absent) return absent(reason, text2);
    if (cause.code === "bad-input" && asked.kind === "file") throw cause;
    return unreadable3(reason, place2);
  }
}
function readFromWeighIn({ images, revision }, platform4, place2) {
  const wanted2 = formatPlatform(platform4);
  return {
    status: "read",
    report: { ...NOTHING2, ...place2, revision },
    images: images.flatMap(
      ({ name, platforms, budget }) => platforms.filter((weight) => weight.platform === wanted2).map((weight) => ({ name, weight, budget: limitsOf(budget) }))
    )
  };
}
function loginFor({ registry }, publish2) {
  const { references } = publish2;
  const own = references.length === 0 || references.some((reference) => reference.registry === registry);
  return own ? publish2 : { ...publish2, credentials: null };
}
async function readSubject(host, { platform: platform4 }, upx, subject, place2) {
  switch (subject.kind) {
    case "binary":
      throw new Failure(
        "bad-input",
        `baseline "${place2.reference}" is a binary alone, which says nothing of an image; name an image reference, an OCI layout, an archive or a weigh-in.`
      );
    case "weigh-in":
      return readFromWeighIn(subject.weighIn, platform4, place2);
    case "image":
      return readImage(host, subject, platform4, { place: place2, upx });
  }
}
async function readImage(host, subject, platform4, { place: place2, upx }) {
  const { revision, images } = await weighSubject(host, subject, "package", unpacker(host, upx));
  const [weight] = images.flatMap(({ platforms }) => platforms);
  if (weight === void 0) throw new Error(`${subject.name} has no platform that was asked for`);
  const packed = weight.binaries.find(({ pack: pack2, breakdown }) => pack2.status === "packed" && breakdown === null);
  if (packed !== void 0)
    throw new Failure(
      "unreadable-image",
      `${printable(packed.path)} of ${subject.name} could not be unpacked.`
    );
  const written3 = subject.platforms[0]?.annotations[WEIGH_IN_ANNOTATION];
  const annotated = written3 === void 0 ? null : readAnnotation(written3, platform4);
  const known3 = annotated?.ok === true ? annotated.value : null;
  const settings = known3 === null ? weight.settings : { ...known3.settings, goSource: null };
  return {
    status: "read",
    report: { ...NOTHING2, ...place2, revision, digest: weight.digest },
    images: [{ name: null, weight: { ...weight, settings }, budget: known3?.budget ?? null }]
  };
}

// src/commands/steps/baseline/auto.ts
async function findOfBranch(host, platform4, { commit, branch, why }, places) {
  const kept = branch === null || places.kept === void 0 ? null : asBaseline(await places.kept({ branch, commit }), platform4);
  if (kept?.status === "read" && isOf(kept, commit)) return kept;
  const image = await places.image?.();
  if (image?.status === "read" && isOf(image, commit)) return image;
  if (image?.status === "unreadable" && kept !== null) host.log.debug(`baseline: ${image.reason}`);
  if (kept?.status === "read") return startingFrom(kept, commit);
  if (kept !== null) return kept;
  if (image === void 0) return nothingToCompare(branch, why, places);
  return image.status === "read" ? startingFrom(image, commit) : image;
}
function asBaseline(kept, platform4) {
  const place2 = { kind: "cache", reference: null };
  switch (kept.status) {
    case "none":
      return null;
    case "unreadable":
      return unreadable3(kept.reason, place2);
    case "found": {
      const found = readFromWeighIn(kept.weighIn, platform4, place2);
      return found.images.length > 0 ? found : unreadable3(`the weigh-in kept in the cache has no image for ${formatPlatform(platform4)}`, place2);
    }
  }
}
function nothingToCompare(branch, why, { kept }) {
  const looked = branch === null || kept === void 0 ? [] : [`no weigh-in of ${branch} is kept in the cache`];
  return {
    status: "absent",
    report: null,
    reason: [...looked, why ?? "there is no image to read"].join(", and ")
  };
}
function isOf({ report }, commit) {
  return commit !== null && report.revision === commit;
}
function startingFrom(found, commit) {
  return commit === null ? found : { ...found, report: { ...found.report, startsFrom: commit } };
}

// src/commands/steps/baseline/build-base.ts
import { existsSync as existsSync7, realpathSync as realpathSync3 } from "node:fs";
import path37 from "node:path";

// src/host/checkout.ts
import { readFileSync, realpathSync as realpathSync2, rmdirSync, rmSync } from "node:fs";
import { rm as rm9 } from "node:fs/promises";
import path30 from "node:path";

// src/host/git.ts
import path29 from "node:path";

// src/host/find-checkout.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import path28 from "node:path";
function findCheckout({ surface, env }, directory3) {
  const start3 = realPath(directory3);
  if (start3 === null) return null;
  const workspace = surface === "action" ? realPath(env["GITHUB_WORKSPACE"] ?? "") : null;
  const last = workspace !== null && isWithin2(start3, workspace) ? workspace : path28.parse(start3).root;
  const device = statSync(start3).dev;
  for (let at = start3; stats(at, statSync)?.dev === device; at = path28.dirname(at)) {
    if (isRepository(path28.join(at, ".git"))) return at;
    if (at === last) return null;
  }
  return null;
}
function isRepository(place2) {
  const found = stats(place2, statSync);
  return found?.isFile() === true || stats(path28.join(place2, "HEAD"), lstatSync) !== null;
}
function stats(file2, read2) {
  try {
    return read2(file2);
  } catch {
    return null;
  }
}
function realPath(directory3) {
  try {
    return path28.isAbsolute(directory3) ? realpathSync(directory3) : null;
  } catch {
    return null;
  }
}
function isWithin2(directory3, parent) {
  return directory3 === parent || directory3.startsWith(`${parent}${path28.sep}`);
}

// src/host/git-reason.ts
function gitReason({
  stderr,
  timedOut,
  stoodStill
}) {
  if (timedOut || stoodStill) return "git took too long";
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? "git does not say why";
  const reason = said.replace(/^(?:fatal|error): /, "").replace(/\/\/[^/@\s]*@/g, "//***@").replace(/\.$/, "");
  return ownershipReason(stderr) ?? reason;
}
function ownershipReason(stderr) {
  const place2 = /git config --global --add safe\.directory (.+)/.exec(stderr)?.[1]?.trim();
  return place2 === void 0 ? null : `it has dubious ownership: another user owns ${place2}; run git config --global --add safe.directory ${place2}`;
}

// src/host/git.ts
var STANDSTILL_MS2 = 6e4;
async function consultGit(host, directory3, ...args) {
  const top = findCheckout(host, directory3);
  if (top === null) return { status: "none" };
  try {
    const { exitCode, stdout } = await start2(host, top, args);
    const value = exitCode === 0 ? stdout.trim() : "";
    if (value !== "") return { status: "ok", value };
    if (exitCode === 0) return { status: "none" };
    const usable3 = await start2(host, top, ["rev-parse", "--git-dir"]);
    return usable3.exitCode === 0 ? { status: "none" } : { status: "refused", why: gitReason(usable3) };
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool")
      return { status: "refused", why: "git is not on PATH" };
    throw cause;
  }
}
async function askGit(host, directory3, ...args) {
  const answer = await consultGit(host, directory3, ...args);
  return answer.status === "ok" ? answer.value : null;
}
async function runGit(host, directory3, args, { timeoutMs, config = {} } = {}) {
  const top = findCheckout(host, directory3);
  if (top === null)
    throw new Failure("bad-input", `${directory3} does not lie in the checkout of a git repository.`);
  return start2(host, top, args, timeoutMs, config);
}
function start2(host, top, args, timeoutMs, config = {}) {
  const still = Object.entries(QUIET).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const env = childEnvironment(host, "git", {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    // Git looks for a repository in `top` and not above it.
    GIT_CEILING_DIRECTORIES: path29.dirname(top)
  });
  return run(host, "git", ["--no-pager", ...still, ...args], {
    cwd: top,
    env: withGitConfig(env, config),
    ...timeoutMs === void 0 ? { standstillMs: STANDSTILL_MS2 } : { timeoutMs }
  });
}
var QUIET = {
  "safe.bareRepository": "explicit",
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "core.pager": "cat",
  "core.editor": ":",
  "core.askPass": "",
  "core.alternateRefsCommand": ":",
  "credential.interactive": "false",
  "log.showSignature": "false",
  "gpg.program": "false",
  "diff.external": "",
  "protocol.ext.allow": "never",
  "submodule.recurse": "false",
  "fetch.recurseSubmodules": "false",
  "gc.auto": "0",
  "maintenance.auto": "false"
};
function withGitConfig(env, config) {
  const names = Object.keys(config);
  if (names.length === 0) return env;
  const before = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const from = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const pairs = Object.entries(config).flatMap(([name, value], at) => [
    [`GIT_CONFIG_KEY_${from + at}`, name],
    [`GIT_CONFIG_VALUE_${from + at}`, value]
  ]);
  return { ...env, ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: `${from + names.length}` };
}
function isCommit(value) {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

// src/host/git-drivers.ts
var LFS = /^git-lfs (?:clean|smudge|smudge --skip|filter-process|filter-process --skip)(?: -- %f)?$/;
async function withoutDrivers(host, directory3) {
  const listing = ["config", "--null", "--get-regexp", String.raw`^(filter|hook)\..*`];
  const { stdout } = await runGit(host, directory3, listing);
  return driversOff(stdout);
}
function driversOff(listing) {
  return Object.fromEntries(listing.split("\0").flatMap(settingsOff));
}
function settingsOff(entry) {
  const [, section = "", driver = "", key = "", command = ""] = /^(filter|hook)\.(.+)\.([a-z]+)(?:\n(.*))?$/is.exec(entry) ?? [];
  switch (section.toLowerCase()) {
    case "hook":
      return [[`hook.${driver}.enabled`, "false"]];
    case "filter":
      return !COMMANDS.includes(key.toLowerCase()) || LFS.test(command) ? [] : [
        [`filter.${driver}.${key}`, ""],
        [`filter.${driver}.required`, "false"]
      ];
    default:
      return [];
  }
}
var COMMANDS = ["clean", "smudge", "process"];

// src/host/fetch-commit.ts
var PATIENCE2 = 3e5;
async function fetchCommit(host, directory3, commit) {
  const known3 = await runGit(host, directory3, ["cat-file", "-e", `${commit}^{commit}`]);
  if (known3.exitCode === 0) return;
  const shallow2 = await runGit(host, directory3, ["rev-parse", "--is-shallow-repository"]);
  const depth = shallow2.stdout.trim() === "true" ? ["--depth=1"] : [];
  const only = ["--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--quiet", ...depth];
  const config = await withoutDrivers(host, directory3);
  const fetched = await runGit(host, directory3, ["fetch", ...only, "origin", commit], {
    timeoutMs: PATIENCE2,
    config
  });
  if (fetched.exitCode !== 0)
    throw new Failure("bad-input", `Git could not fetch commit ${commit.slice(0, 7)}: ${gitReason(fetched)}.`);
}

// src/host/checkout.ts
var PATIENCE3 = 3e5;
async function withCheckout(host, directory3, commit, work) {
  await refuseSubmodule(host, directory3, commit);
  await fetchCommit(host, directory3, commit);
  const root = path30.join(host.temporary, `base-${commit.slice(0, 12)}`);
  await forgetEnded(host, directory3);
  const forget = () => forgetNow(root);
  process.prependListener("exit", forget);
  const added = await runGit(host, directory3, ["worktree", "add", "--quiet", "--detach", root, commit], {
    timeoutMs: PATIENCE3,
    config: { ...await withoutDrivers(host, directory3), "advice.detachedHead": "false" }
  });
  try {
    if (added.exitCode !== 0)
      throw new Failure(
        "bad-input",
        `Git could not check out commit ${commit.slice(0, 7)}: ${gitReason(added)}.`
      );
    return await work(placesIn2(host, directory3, root));
  } finally {
    await remove(host, directory3, root);
    process.off("exit", forget);
  }
}
async function refuseSubmodule(host, directory3, commit) {
  if (host.surface !== "action") return;
  const around = await askGit(host, directory3, "rev-parse", "--show-superproject-working-tree");
  if (around === null) return;
  throw new Failure(
    "bad-input",
    `${directory3} lies in a submodule, and commit ${commit.slice(0, 7)} is of the repository around it; write another baseline, such as auto.`
  );
}
function placesIn2(host, directory3, root) {
  const real = findCheckout(host, directory3) ?? directory3;
  const top = topAsWritten(directory3, real);
  const place2 = (file2) => {
    const within3 = path30.relative(top ?? real, file2);
    return within3.startsWith("..") || path30.isAbsolute(within3) ? file2 : path30.join(root, within3);
  };
  return { root, directory: place2(top === null ? realpathSync2(directory3) : directory3), place: place2 };
}
function topAsWritten(directory3, real) {
  let top = null;
  for (let at = directory3; ; at = path30.dirname(at)) {
    if (realpathSync2(at) === real) top = at;
    if (path30.dirname(at) === at) return top;
  }
}
async function forgetEnded(host, directory3) {
  const { stdout } = await runGit(host, directory3, ["worktree", "list", "--porcelain"]);
  const trees = stdout.split("\n").flatMap((line) => /^worktree (.*)$/.exec(line)?.[1] ?? []);
  for (const tree of trees.filter((tree2) => isOfEndedRun(path30.dirname(tree2))))
    await remove(host, directory3, tree);
}
function forgetNow(root) {
  try {
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path30.join(root, ".git"), "utf8"))?.[1] ?? "";
    const note = path30.resolve(root, named);
    const notes = path30.dirname(note);
    if (path30.basename(notes) !== "worktrees") return;
    rmSync(note, { recursive: true, force: true });
    rmdirSync(notes);
  } catch {
  }
}
async function remove(host, directory3, root) {
  const removing = ["worktree", "remove", "--force", root];
  const removed = await runGit(host, directory3, removing, { timeoutMs: PATIENCE3 });
  if (removed.exitCode === 0) return;
  await rm9(root, { recursive: true, force: true });
  const noted = await runGit(host, directory3, removing);
  host.log.debug(
    `git worktree remove: ${gitReason(removed)}; then ${noted.exitCode === 0 ? "done" : gitReason(noted)}`
  );
}

// src/host/workspace.ts
import { existsSync as existsSync6 } from "node:fs";
import { readlink, realpath as realpath2 } from "node:fs/promises";
import path31 from "node:path";
async function workspaceRoots({ surface, env, cwd }, workingDirectory) {
  const checkout = surface === "action" ? env["GITHUB_WORKSPACE"] ?? "" : "";
  const first = await realPlace(checkout === "" ? repositoryOf(cwd) : checkout);
  const written3 = [path31.resolve(cwd, workingDirectory), await realPlace(path31.dirname(workingDirectory))];
  if (written3.some((place2) => isInside(first, place2))) return [first];
  return [first, await realPlace(repositoryOf(await realPlace(workingDirectory)))];
}
function repositoryOf(directory3) {
  for (let at = directory3; ; at = path31.dirname(at)) {
    if (existsSync6(path31.join(at, ".git"))) return at;
    if (path31.dirname(at) === at) return directory3;
  }
}
async function leadsOut(roots, file2) {
  const end = await realPlace(file2);
  if (leadsIntoGit(file2, end)) return end;
  const within3 = (place2) => roots.some((root) => isInside(root, place2));
  if (within3(end)) return null;
  for (let at = path31.dirname(file2); path31.dirname(at) !== at; at = path31.dirname(at)) {
    if (within3(await realPlace(at))) return end;
  }
  return null;
}
function leadsIntoGit(written3, end) {
  const isOfGit = (file2) => file2.split(path31.sep).includes(".git");
  return isOfGit(end) && !isOfGit(written3);
}
var MOST_LINKS = 40;
async function realPlace(file2, links = 0) {
  try {
    return await realpath2(file2);
  } catch (cause) {
    const parent = path31.dirname(file2);
    if (errorCode(cause) !== "ENOENT" || parent === file2 || links > MOST_LINKS) return path31.resolve(file2);
    const place2 = path31.join(await realPlace(parent, links), path31.basename(file2));
    const target = await readlink(place2).catch(() => null);
    return target === null ? place2 : realPlace(path31.resolve(path31.dirname(place2), target), links + 1);
  }
}
function isInside(root, file2) {
  const relative = path31.relative(root, file2);
  return relative !== ".." && !relative.startsWith(`..${path31.sep}`) && !path31.isAbsolute(relative);
}

// src/commands/steps/link.ts
import path36 from "node:path";

// src/compile/go-environment.ts
function goEnvironment(host, spec, platform4) {
  return childEnvironment(host, "go", {
    ...spec.buildEnv,
    // Another toolchain's root would give this one a foreign standard library: it knows its own.
    GOROOT: void 0,
    GOTOOLCHAIN: "local",
    GOOS: platform4.os,
    GOARCH: platform4.architecture,
    ...microArchitecture(platform4),
    CGO_ENABLED: spec.cgo === "static" ? "1" : "0"
  });
}
function microArchitecture({ architecture, variant }) {
  switch (architecture) {
    case "amd64":
      return { GOAMD64: variant ?? "v1" };
    case "arm":
      return { GOARM: (variant ?? "v7").slice(1) };
    case "arm64":
      return { GOARM64: "v8.0" };
    default:
      return {};
  }
}

// src/compile/compile-errors.ts
import path32 from "node:path";
var PLACE2 = /^(?<file>[^\s:][^:]*\.(?:go|s|S|c|h|cc|cpp|cxx|mod|work)):(?<line>\d+)(?::(?<column>\d+))?:? (?<message>\S.*)$/;
function compileErrors(output, workingDirectory, cwd) {
  const locations = [];
  for (const line of output.split("\n")) {
    const found = PLACE2.exec(line.trimEnd())?.groups;
    const previous = locations.at(-1);
    if (found !== void 0) locations.push(location(found, workingDirectory));
    else if (previous !== void 0 && /^\t\S/.test(line)) {
      locations.splice(-1, 1, { ...previous, message: `${previous.message}
${line.trim()}` });
    }
  }
  return locations.map((place2) => ({ ...place2, file: path32.relative(cwd, place2.file) })).filter(({ file: file2 }) => !file2.startsWith("..") && !path32.isAbsolute(file2));
}
function location(found, workingDirectory) {
  const { file: file2 = "", line, column, message = "" } = found;
  return {
    file: path32.resolve(workingDirectory, file2),
    line: Number(line),
    ...column === void 0 ? {} : { column: Number(column) },
    message
  };
}

// src/compile/go-failure.ts
function goFailure(host, { doing, workingDirectory }, finished) {
  const output = [finished.stderr, finished.stdout].map((text2) => text2.trimEnd()).filter((text2) => text2 !== "").join("\n");
  const locations = compileErrors(output, workingDirectory, host.cwd);
  const fail = (code, why) => new Failure(code, `${doing} failed: ${why}.`, { output, locations });
  for (const { pattern, code, why } of KNOWN2) {
    const match = pattern.exec(output);
    if (match !== null) return fail(code, why({ found: match[1] ?? match[0], workingDirectory }));
  }
  const [first, ...more] = locations;
  if (first === void 0) return fail("compile", reasonIn(output) ?? endingOf(finished));
  const place2 = [first.file, first.line, first.column].filter((part2) => part2 !== void 0).join(":");
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return fail("compile", `${place2}: ${first.message.replaceAll("\n", " ")}${others}`);
}
function reasonIn(output) {
  const line = output.split("\n").find((candidate) => !/^(?:#|go: (?:downloading|finding|extracting) |\s*$)/.test(candidate));
  return line === void 0 ? null : line.trim().replace(/[.:]$/, "").slice(0, MAX_REASON);
}
function endingOf({ exitCode, signal }) {
  return signal === null ? `go ended with exit code ${exitCode}` : `${signal} ended go`;
}
var MAX_REASON = 300;
var KNOWN2 = [
  {
    pattern: /no space left on device|disk quota exceeded/,
    code: "write",
    why: ({ found }) => `${found}; free some space, or point TMPDIR and GOCACHE elsewhere`
  },
  {
    pattern: /read-only file system/,
    code: "write",
    why: () => "go may not write where it has to, a read-only file system; point TMPDIR and GOCACHE elsewhere"
  },
  {
    pattern: /failed to initialize build cache|build cache is required, but could not be located|GOCACHE is not defined/,
    code: "write",
    why: () => "go has no place for its build cache; set HOME or GOCACHE to a directory that can be written to"
  },
  {
    pattern: /go\.mod file not found|cannot find main module|cannot find module root/,
    code: "bad-input",
    why: ({ workingDirectory }) => `there is no go.mod in ${workingDirectory} or above it; set working-directory to the module, or run \`go mod init\` there`
  },
  {
    pattern: /requires go >= ([\w.]+)/,
    code: "toolchain",
    why: ({ found }) => `the module or one it needs asks for Go ${found} or newer; set go-version to that, or raise it in go.mod`
  },
  {
    pattern: /(?:C compiler |exec: )"([^"]+)"(?:: executable file)? not found/,
    code: "missing-tool",
    why: ({ found }) => `\`cgo: static\` needs the C compiler ${found}, which is not on PATH; install one, or name it with CC in build-env`
  },
  {
    pattern: /build constraints exclude all Go files/,
    code: "compile",
    why: () => "build constraints leave a package without files for this platform; where it needs C, write `cgo: static`"
  },
  {
    pattern: /^# [^\n]*\nusage: link \[options\]/m,
    code: "bad-input",
    why: () => "ldflags has a word that is neither a flag nor the value of one; put a value with spaces in quotes, and write {{.Commit}} for $(git \u2026), since no shell reads it"
  },
  {
    pattern: /error obtaining VCS status/,
    code: "bad-input",
    why: () => "`build-vcs: true` needs a git checkout that git trusts; leave build-vcs out, or check out with git"
  }
];

// src/compile/go-list.ts
async function listPackages(host, go, context, patterns) {
  const fields = "-json=ImportPath,Name,Dir,Standard,Error,Match";
  const flags = buildFlags(host, context.spec);
  const listed4 = await goListJson(host, go, context, ["-e", "-find", fields, ...flags, "--", ...patterns]);
  return listed4.map((entry) => ({
    importPath: entry.ImportPath ?? "",
    name: entry.Name ?? "",
    directory: entry.Dir ?? null,
    standard: entry.Standard ?? false,
    error: entry.Error?.Err ?? null,
    patterns: entry.Match ?? []
  }));
}
async function listDependencies(host, go, context, mains) {
  const flags = buildFlags(host, context.spec);
  const listed4 = await goListJson(host, go, context, ["-deps", "-json=ImportPath", ...flags, "--", ...mains]);
  return listed4.flatMap((entry) => entry.ImportPath ?? []);
}
async function listModuleDirectories(host, go, context) {
  const listed4 = await goListJson(host, go, context, ["-m", "-json=Dir"]);
  return listed4.flatMap((entry) => entry.Dir ?? []);
}
var MAX_OUTPUT = 256 * 1024 * 1024;
async function goListJson(host, go, context, args) {
  const printed = await goList(host, go, context, args);
  return JSON.parse(`[${printed.replaceAll(/^\}\n\{/gm, "},{")}]`);
}
async function goList(host, go, { spec, platform: platform4, workingDirectory }, args) {
  const options = {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform4),
    maxOutput: MAX_OUTPUT
  };
  const finished = await run(host, go.command, ["list", ...args], options);
  if (finished.exitCode !== 0) {
    const errand = { doing: "Listing the packages to compile", workingDirectory };
    throw goFailure(host, errand, { ...finished, stdout: "" });
  }
  return finished.stdout;
}

// src/compile/dependencies.ts
var FIELDS = "-json=ImportPath,Dir,Standard,Module,GoFiles,CgoFiles,IgnoredGoFiles,EmbedFiles";
async function listDependencies2(host, go, context, mains) {
  const flags = buildFlags(host, context.spec);
  const paths = mains.map((main) => main.path);
  const entries = await goListJson(host, go, context, ["-deps", FIELDS, ...flags, "--", ...paths]);
  return entries.map(dependencyOf);
}
function dependencyOf(entry) {
  const { ImportPath = "", Dir = "", Standard = false, Module } = entry;
  return {
    importPath: ImportPath,
    directory: Dir,
    standard: Standard,
    module: Module?.Path ?? null,
    replacedBy: Module?.Replace?.Path ?? null,
    goFiles: entry.GoFiles ?? [],
    cgoFiles: entry.CgoFiles ?? [],
    ignoredGoFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name)),
    embedFiles: entry.EmbedFiles ?? []
  };
}

// src/compile/find-mains.ts
import path33 from "node:path";

// src/declare/main-spec.ts
import { posix } from "node:path";
var TAKEN = ["etc", "tmp", "usr", "proc", "dev", "sys", "home", "root"];
function parseMain(text2) {
  const equals = text2.indexOf("=");
  const path58 = clean((equals < 0 ? text2 : text2.slice(0, equals)).trim());
  if (path58 === "") return problem("names no package; write path=name, such as ./cmd/api=api");
  if (path58.startsWith("-"))
    return problem("is a flag; write flags in build-flags, and packages such as ./cmd/api here");
  if (/[\s\0]/.test(path58)) return problem("has a space in it; write one package a line");
  if (path58.includes("..."))
    return problem("is a pattern; write each main package on a line of its own, such as ./cmd/api");
  if (path58.endsWith(".go"))
    return problem(`is a file; write its package's directory, such as ${directoryOf(path58)}`);
  if (path58.includes("@"))
    return problem("names a version, but what is checked out is built; write the package alone");
  if (equals < 0) return parsed({ path: path58, name: null });
  const name = parseBinaryName(text2.slice(equals + 1).trim());
  return name.ok ? parsed({ path: path58, name: name.value }) : name;
}
function clean(path58) {
  if (path58 === "") return "";
  const short = posix.normalize(path58).replace(/(?<=.)\/$/, "");
  return path58.startsWith("./") && short !== "." ? `./${short}` : short;
}
function parseBinaryName(name) {
  if (name === "") return problem('has no name after "="; write path=name, such as ./cmd/api=api');
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) || name.length > 100) {
    return problem(`has the name "${name}", which is no plain file name: letters, digits, ".", "_" and "-"`);
  }
  return TAKEN.includes(name) ? problem(`has the name "${name}", which is a directory of the image; write another name`) : parsed(name);
}
function directoryOf(file2) {
  const slash = file2.lastIndexOf("/");
  return slash < 0 ? "." : file2.slice(0, slash) || "/";
}

// src/compile/binary-name.ts
function binaryNameOf(importPath) {
  const elements = importPath.split("/");
  const last = elements.at(-1) ?? "";
  return /^v(?:[2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) ?? last : last;
}

// src/compile/find-mains.ts
var MAX_SUGGESTIONS = 30;
var MAX_NAMED = 3;
async function findMains(host, go, mains, context) {
  const named = mains.length > 0;
  const found = named ? await findNamed(host, go, mains, context) : [await findOnly(host, go, context)];
  checkNames(found);
  return found;
}
async function findNamed(host, go, mains, context) {
  const listed4 = await listPackages(host, go, context, [...new Set(mains.map((main) => main.path))]);
  const answers = mains.map(({ path: path58, name }) => {
    const found = listed4.find(({ patterns, importPath }) => patterns.includes(path58) || importPath === path58);
    return { path: path58, name, found };
  });
  const wrong = answers.filter(({ found }) => found?.name !== "main" || found.standard);
  if (wrong.length > 0) {
    const suggestions = await modulesMains(host, go, context);
    const sentences = wrong.map(({ path: path58, found }) => whyNoMain(path58, found, context, suggestions));
    const Why = wrong.every(({ found }) => isAbsent2(found)) ? Absent : Failure;
    throw new Why("bad-input", sentences.join("; ").replace(/[^?]$/, "$&."), {
      output: linesToPaste(suggestions)
    });
  }
  return answers.map(({ path: path58, name, found }) => {
    const importPath = found?.importPath ?? path58;
    return { path: path58, importPath, name: name ?? binaryNameOf(importPath) };
  });
}
async function findOnly(host, go, context) {
  const [here] = await listPackages(host, go, context, ["."]);
  if (here?.name === "main") return foundMain(".", here);
  const candidates2 = await modulesMains(host, go, context);
  const [only, ...others] = candidates2;
  if (only === void 0) {
    const where = `${context.workingDirectory} and the module around it`;
    throw new Absent(
      "bad-input",
      `main was not given, and there is no main package in ${where}; set working-directory, or main to a package elsewhere.`
    );
  }
  if (others.length > 0) {
    throw new Failure(
      "bad-input",
      `main was not given, and ${candidates2.length} packages could be meant: ${namesOf2(candidates2)}; write one or more of them as main.`,
      { output: linesToPaste(candidates2) }
    );
  }
  return only;
}
async function modulesMains(host, go, context) {
  const { workingDirectory } = context;
  const modules = await listModuleDirectories(host, go, context);
  const around = modules.filter((module) => isWithin3(workingDirectory, module)).sort((a, b) => b.length - a.length);
  const searched = around.length > 0 ? around.slice(0, 1) : modules;
  if (searched.length === 0) return [];
  const listed4 = await listPackages(
    host,
    go,
    context,
    searched.map((directory3) => path33.join(directory3, "..."))
  );
  return listed4.filter(({ name }) => name === "main").map((found) => foundMain(pathOf(found, workingDirectory), found)).sort((a, b) => a.path < b.path ? -1 : 1);
}
function foundMain(path58, { importPath }) {
  return { path: path58, importPath, name: binaryNameOf(importPath) };
}
function pathOf({ directory: directory3, importPath }, workingDirectory) {
  if (directory3 === null || !isWithin3(directory3, workingDirectory)) return importPath;
  return directory3 === workingDirectory ? "." : `./${path33.relative(workingDirectory, directory3)}`;
}
function isWithin3(directory3, parent) {
  return directory3 === parent || directory3.startsWith(parent.endsWith("/") ? parent : `${parent}/`);
}
function isAbsent2(found) {
  if (found === void 0 || found.name !== "") return true;
  return /directory not found|^no Go files in |no required module provides|cannot find module providing/.test(
    found.error ?? ""
  );
}
function whyNoMain(path58, found, { platform: platform4, spec }, suggestions) {
  const paths = suggestions.map((main) => main.path);
  const meant = paths.includes(`./${path58}`) ? `; did you mean "./${path58}"?` : didYouMean(path58, paths);
  if (found?.standard === true) return `main "${path58}" is a package of Go itself${meant}`;
  if (found !== void 0 && found.name !== "") {
    return `main "${path58}" is the package ${found.name}, a library, and only a package main becomes a program${meant}`;
  }
  const error = (found?.error ?? "go knows no such package").split("\n")[0] ?? "";
  const absent2 = /^stat (.+): directory not found$/.exec(error);
  if (absent2 !== null) return `main "${path58}" is not there: there is no directory ${absent2[1]}${meant}`;
  if (/^package .+ is not in std\b/.test(error)) {
    const instead = meant || `; a directory is written with ./ before it, such as ./${path58}`;
    return `main "${path58}" is not a package of Go's standard library, where go looks for such a name${instead}`;
  }
  if (error.includes("build constraints exclude all Go files")) {
    const cgo = spec.cgo === "off" ? ", or cgo: static where it needs C" : "";
    return `main "${path58}" has no file for ${platform4.os}/${platform4.architecture}: build constraints exclude all of them; write another platform or build-tags${cgo}`;
  }
  return `main "${path58}" is not a package: ${error.replace(/; to add it:$/, "")}${meant}`;
}
function namesOf2(mains) {
  const shown3 = mains.slice(0, MAX_NAMED).map((main) => main.path);
  const hidden = mains.length - shown3.length;
  return [...shown3, ...hidden > 0 ? [`${hidden} more`] : []].join(", ");
}
function linesToPaste(mains) {
  const shown3 = mains.slice(0, MAX_SUGGESTIONS).map((main) => main.path);
  const hidden = mains.length - shown3.length;
  return [...shown3, ...hidden > 0 ? [`# and ${hidden} more`] : []].join("\n");
}
function checkNames(mains) {
  const problems = mains.flatMap(({ path: path58, name }, index) => {
    const usable3 = parseBinaryName(name);
    if (!usable3.ok) return [`main "${path58}" ${usable3.problem}, as ${path58}=name`];
    const namesake = mains.slice(0, index).find((other) => other.name === name);
    return namesake === void 0 ? [] : [
      `main "${namesake.path}" and "${path58}" would both be named ${name}; write one of them as ${path58}=other-name`
    ];
  });
  if (problems.length > 0) throw new Failure("bad-input", `${problems.join("; ")}.`);
}

// src/compile/go-build.ts
import path34 from "node:path";
async function compile(host, go, request2) {
  const { mains, output } = request2;
  await prepareOutput(output);
  const oneProcess = mains.every(({ name, importPath }) => name === binaryNameOf(importPath));
  const printed = [];
  if (oneProcess) printed.push(await goBuild(host, go, request2, `${output}${path34.sep}`, mains));
  else
    for (const main of mains)
      printed.push(await goBuild(host, go, request2, path34.join(output, main.name), [main]));
  const binaries = mains.map(({ name, path: main, importPath }) => ({
    name,
    file: path34.join(output, name),
    main,
    importPath
  }));
  return { binaries, output: printed.join("") };
}
async function goBuild(host, go, { spec, platform: platform4, workingDirectory }, output, mains) {
  const packages = mains.map((main) => main.path);
  const args = ["build", ...buildFlags(host, spec), "-o", output, "--", ...packages];
  const finished = await run(host, go.command, args, {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform4)
  });
  if (finished.exitCode !== 0) {
    const doing = `Compiling ${packages.join(", ")} for ${formatPlatform(platform4)}`;
    throw goFailure(host, { doing, workingDirectory }, finished);
  }
  return finished.stderr;
}
async function prepareOutput(directory3) {
  await makeDirectory(directory3).catch((cause) => {
    throw whyNotWritten(directory3, cause);
  });
}

// src/compile/read-embedded-files.ts
import { createHash as createHash8 } from "node:crypto";
import { constants, open as open6 } from "node:fs/promises";
import path35 from "node:path";
var WIDTH = 8;
async function readEmbeddedFiles(dependencies) {
  const named = dependencies.flatMap(
    ({ importPath, directory: directory3, embedFiles }) => embedFiles.map((name) => ({ package: importPath, name, file: path35.join(directory3, name) }))
  );
  const read2 = await inParallel(WIDTH, named, async ({ file: file2, ...known3 }) => {
    const content = await contentOf3(file2);
    return content === null ? [] : [{ ...known3, ...content }];
  });
  return read2.flat();
}
async function contentOf3(file2) {
  let handle;
  try {
    handle = await open6(file2, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  }
  try {
    const status = await handle.stat();
    return status.isFile() ? await hashOf(handle) : null;
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  } finally {
    await handle.close();
  }
}
var CHUNK3 = 1024 * 1024;
async function hashOf(handle) {
  const hash2 = createHash8("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK3, Math.max((await handle.stat()).size, 4096)));
  let size = 0;
  for (; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    hash2.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
  return size === 0 ? null : { size, hash: hash2.digest("hex") };
}

// src/commands/steps/link.ts
async function linkBinaries(host, spec, go) {
  const { source } = spec;
  if (source.kind === "binary") return prebuilt(source);
  const toolchain = requireToolchain(go);
  return link2(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)));
}
async function linkService(host, spec, go, check = () => {
}) {
  const { source } = spec;
  if (source.kind === "binary") {
    check([source]);
    return { ...prebuilt(source), dependencies: null, embedded: [] };
  }
  const toolchain = requireToolchain(go);
  const mains = await findMains(host, toolchain, source.mains, contextOf(spec));
  check(mains);
  const listed4 = listWithFiles(host, toolchain, contextOf(spec), mains);
  listed4.catch(() => {
  });
  return { ...await link2(host, spec, toolchain, mains), ...await listed4 };
}
async function listWithFiles(host, go, context, mains) {
  const dependencies = await listDependencies2(host, go, context, mains);
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function prebuilt({ name, path: file2 }) {
  return { binaries: [{ name, file: file2, main: null, importPath: null }], output: "" };
}
async function link2(host, spec, go, mains) {
  const request2 = { ...contextOf(spec), mains, output: path36.join(host.temporary, "linked") };
  const { binaries, output } = await compile(host, go, request2);
  const [first, ...others] = binaries;
  if (first === void 0) throw new Failure("compile", "No main package was compiled.");
  return { binaries: [first, ...others], output };
}
function contextOf({ compile: spec, platform: platform4, workingDirectory }) {
  return { spec, platform: platform4, workingDirectory };
}
function requireToolchain(go) {
  if (go === null) throw new Error("a main package is compiled by a toolchain that was not resolved");
  return go;
}

// src/commands/steps/read.ts
import { readFile as readFile12 } from "node:fs/promises";

// src/binary/static.ts
var ET_EXEC2 = 2;
var ET_DYN3 = 3;
function requireStatic(executable, bytes, name, platform4) {
  const why = whyNot(executable, bytes, platform4);
  if (why !== null) throw new Failure("not-static", `${name} cannot run in a scratch image: ${why}.`);
}
function whyNot({ elf, buildInfo }, bytes, platform4) {
  const built = madeFor(elf, bytes, buildInfo, platform4);
  if (built !== null)
    return `it is built for ${built}, and the platform is ${formatPlatform(platform4)}; build it for that, or name the other platform`;
  const { type, entry, interpreter, neededLibraries: neededLibraries2 } = elf;
  if (type !== ET_EXEC2 && type !== ET_DYN3) {
    return "it is an object file and not a program; link it first";
  }
  if (neededLibraries2.length > 0) {
    return `it needs ${neededLibraries2.join(", ")}, and scratch has no libraries; link it statically: \`cgo: static\` where it needs C, CGO_ENABLED=0 where it does not, or musl`;
  }
  if (interpreter !== null) {
    return `it asks for the dynamic loader ${interpreter}, and scratch has none; leave out -buildmode=pie, or link with -static-pie`;
  }
  if (entry === 0n) return "it is a library and not a program; link a program";
  return null;
}

// src/commands/steps/read.ts
async function readBinaries(linked, platform4, embedded = []) {
  return Promise.all(
    linked.map(async (binary) => {
      const bytes = await readBinary(binary);
      const executable = readExecutable(bytes, binary.name);
      requireStatic(executable, bytes, binary.name, platform4);
      const breakdown = once2(() => breakdownOf(executable, bytes, binary.name, { files: embedded }));
      return { linked: binary, bytes, linkedSize: bytes.length, breakdown, executable };
    })
  );
}
function once2(make) {
  let made = null;
  return () => (made ??= { value: make() }).value;
}
async function readBinary({ file: file2, main }) {
  try {
    return await readFile12(file2);
  } catch (cause) {
    const sentence = `binary "${file2}" cannot be read: ${whyNotRead(cause)}; write the path of a static ELF executable.`;
    throw main === null ? new Failure("bad-input", sentence, { cause }) : cause;
  }
}

// src/size/sizes.ts
function sizesOf({ layers, config, manifest }) {
  const files = layers.flatMap((layer) => layer.files);
  const blobs = [...layers, config, manifest];
  return {
    imageSize: files.reduce((sum3, file2) => sum3 + file2.bytes, 0),
    downloadSize: blobs.reduce((sum3, blob) => sum3 + blob.bytes.length, 0)
  };
}

// src/commands/steps/weigh.ts
function weighPlatform(spec, tools, base, { binaries, shipped, brought }, image) {
  const { others } = brought;
  return {
    platform: formatPlatform(spec.platform),
    digest: image.manifest.digest,
    sizes: sizesOf(image),
    settings: settingsOf2(spec, tools, base, binaries),
    binaries: [...shipped.map(({ weight }) => weight), ...brought.binaries],
    ...others.length === 0 ? {} : { otherPrograms: others },
    layers: image.layers.map(({ digest, bytes, what }) => ({ digest, size: bytes.length, what })),
    breakdown: imageBreakdown(image.layers),
    growth: null
  };
}
function settingsOf2(spec, { go, packer }, base, binaries) {
  return {
    ...spec.source.kind === "binary" ? broughtSettings(binaries) : compileSettings(spec, go),
    packer: packer?.title ?? null,
    certificates: base.certificates,
    timezones: base.timezones,
    layerCompression: spec.layerCompression
  };
}
function compileSettings({ compile: compile2 }, go) {
  const { ldflags, buildTags, buildFlags: buildFlags2, cgo } = compile2;
  return {
    go: go?.version ?? null,
    goSource: go?.source ?? null,
    ldflags: `-s -w ${ldflags}`.trim(),
    buildTags,
    buildFlags: buildFlags2,
    cgo,
    ...NOT_COMPILED
  };
}
function broughtSettings(binaries) {
  const executable = binaries[0]?.executable;
  const isStatic2 = executable?.elf.interpreter === null && executable.elf.neededLibraries.length === 0;
  return { ...buildSettings(executable?.buildInfo ?? null, isStatic2), goSource: null, ...NOT_COMPILED };
}
var NOT_COMPILED = { packer: null, certificates: null, timezones: null, layerCompression: null };

// src/commands/steps/baseline/build-base.ts
async function buildBase(host, spec, commit) {
  const short = commit.slice(0, 7);
  try {
    const weight = await withCheckout(
      host,
      spec.workingDirectory,
      commit,
      (checkout) => weighBase(host, spec, checkout)
    );
    const report = { ...NOTHING2, kind: "build", revision: commit };
    return { status: "read", report, images: [{ name: null, weight, budget: null }] };
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    host.log.debug([`base ${short}: ${cause.message}`, cause.output ?? ""].join("\n").trimEnd());
    if (cause instanceof Absent)
      return absent(`commit ${short}, where this change starts, ${whatIsMissing(spec)}`, null);
    const reason = `commit ${short} could not be built: ${asClause(cause.message)}`;
    return unreadable3(reason, { kind: "build", reference: null });
  }
}
async function weighBase(host, spec, checkout) {
  const { directory: directory3, place: place2 } = checkout;
  if (!existsSync7(directory3) || !isInModule(realPlaces(checkout)))
    throw new Absent("bad-input", `There is no go.mod for ${directory3}.`);
  const { versionFile } = spec.go;
  const base = {
    ...spec,
    workingDirectory: directory3,
    go: { ...spec.go, versionFile: versionFile === null ? null : place2(versionFile) }
  };
  const temporary2 = path37.join(host.temporary, "base");
  await makeDirectory(temporary2);
  const there = { ...host, cwd: place2(host.cwd), temporary: temporary2 };
  const go = await resolveGo(there, base.go, directory3);
  const linked = await linkService(there, base, go);
  const binaries = await readBinaries(linked.binaries, base.platform, linked.embedded);
  return weightOf(base, go, binaries);
}
function realPlaces({
  root,
  directory: directory3
}) {
  const places = { root: realpathSync3(root), directory: realpathSync3(directory3) };
  if (!isInside(places.root, places.directory))
    throw new Failure("bad-input", `A link in it leads out of it, to ${places.directory}.`);
  return places;
}
function isInModule({ root, directory: directory3 }) {
  if (existsSync7(path37.join(directory3, "go.mod"))) return true;
  return directory3.length > root.length && isInModule({ root, directory: path37.dirname(directory3) });
}
function weightOf(spec, go, binaries) {
  return {
    sizes: { imageSize: null, downloadSize: null },
    settings: compileSettings(spec, go),
    binaries: binaries.map(weighBinary2),
    breakdown: null
  };
}
function weighBinary2({ linked: { name }, linkedSize, breakdown, executable }) {
  const modules = modulePaths(executable.buildInfo);
  return {
    name,
    linkedSize,
    pack: null,
    price: null,
    ...modules === null ? {} : { modules },
    breakdown: toDepth(breakdown(), "package")
  };
}
function whatIsMissing({ source }) {
  const mains = source.kind === "main" ? source.mains.map((main) => main.path) : [];
  return mains.length === 0 ? "has no main package there" : `has no main package ${mains.join(" and ")}`;
}

// src/commands/steps/baseline/tracked.ts
import { realpath as realpath3 } from "node:fs/promises";
import path38 from "node:path";
async function warnOfTracked(host, spec, given) {
  if (host.surface !== "action" || !await isTracked(host, spec.workingDirectory, given)) return;
  host.log.notice(
    `baseline "${printable(given)}" is a file that git tracks here, so a pull request can change what its growth is measured against; auto, build or an image cannot be changed that way.`
  );
}
async function isTracked(host, directory3, given) {
  const written3 = path38.resolve(directory3, given);
  const real = await realpath3(written3).catch(() => written3);
  const root = await askGit(host, directory3, "rev-parse", "--show-toplevel");
  if (root === null) return false;
  const places = [.../* @__PURE__ */ new Set([...withParents(written3, root), real])].filter(
    (place2) => place2 !== root && !path38.relative(root, place2).startsWith("..")
  );
  for (const place2 of places) {
    const listed4 = await askGit(host, directory3, "--literal-pathspecs", "ls-files", "-s", "--", place2);
    const isLink = listed4?.startsWith("120000 ") === true;
    if (listed4 !== null && (isLink || place2 === written3 || place2 === real)) return true;
  }
  return false;
}
function withParents(file2, root) {
  const parents3 = [];
  for (let at = file2; at.length > root.length; at = path38.dirname(at)) parents3.push(at);
  return parents3;
}

// src/commands/steps/baseline/find.ts
function findBaseline(host, spec, means) {
  const found = find4(host, spec, means);
  found.catch(() => {
  });
  return found;
}
async function refuseEarly(found) {
  await Promise.race([found, Promise.resolve()]);
}
async function find4(host, spec, { upx, restoreWeighIn }) {
  const { baseline } = spec;
  switch (baseline.kind) {
    case "none":
      return { status: "absent", report: null, reason: "baseline is none" };
    case "image":
      return openBaseline(host, spec, upx, baseline);
    case "file":
      await warnOfTracked(host, spec, baseline.path);
      return openBaseline(host, spec, upx, baseline);
    case "build":
      if (baseline.commit === null) return { status: "absent", report: null, reason: baseline.why };
      return buildBase(host, spec, baseline.commit);
    case "auto": {
      const { reference } = baseline;
      const image = reference === null ? null : { kind: "image", reference };
      return findOfBranch(host, spec.platform, baseline, {
        kept: restoreWeighIn,
        image: image === null ? null : () => openBaseline(host, spec, upx, image)
      });
    }
  }
}

// src/image/accounts.ts
var STANDING = [
  { name: "root", id: 0, home: "/root" },
  { name: "nonroot", id: 65532, home: "/home/nonroot" },
  { name: "nobody", id: 65534, home: "/nonexistent" }
];
var OTHER_HOME = "/home/user";
function passwdFile(user) {
  const lines = STANDING.map(({ name, id, home: home2 }) => passwdLine(name, { uid: id, gid: id }, home2));
  return [...lines, ...isStanding(user.uid) ? [] : [passwdLine("user", user, OTHER_HOME)]].join("");
}
function groupFile({ gid }) {
  const lines = STANDING.map(({ name, id }) => groupLine(name, id));
  return [...lines, ...isStanding(gid) ? [] : [groupLine("user", gid)]].join("");
}
function homeOf2({ uid }) {
  const path58 = STANDING.find((account) => account.id === uid)?.home ?? OTHER_HOME;
  return { path: path58, isMade: path58 !== "/nonexistent" };
}
function isStanding(id) {
  return STANDING.some((account) => account.id === id);
}
function passwdLine(name, { uid, gid }, home2) {
  return `${name}:x:${uid}:${gid}:${name}:${home2}:/sbin/nologin
`;
}
function groupLine(name, gid) {
  return `${name}:x:${gid}:
`;
}

// src/image/config.ts
var CONFIG_MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";
function imageConfig({ platform: platform4, config, entrypoint, env, layers, created }) {
  const time = created === null ? {} : { created: new Date(created * 1e3).toISOString().replace(".000Z", "Z") };
  return jsonBlob(CONFIG_MEDIA_TYPE, {
    ...time,
    architecture: platform4.architecture,
    ...platform4.variant === void 0 ? {} : { variant: platform4.variant },
    os: platform4.os,
    config: {
      User: `${config.user.uid}:${config.user.gid}`,
      ...nonEmpty2("ExposedPorts", emptyObjects(config.expose)),
      ...nonEmpty2(
        "Env",
        Object.entries(sortedRecord({ ...env, ...config.env })).map(([name, value]) => `${name}=${value}`)
      ),
      Entrypoint: entrypoint,
      ...nonEmpty2("Cmd", config.args),
      ...nonEmpty2("Volumes", emptyObjects(config.volumes)),
      ...config.workdir === null ? {} : { WorkingDir: config.workdir },
      ...nonEmpty2("Labels", sortedRecord(config.labels)),
      ...config.stopSignal === null ? {} : { StopSignal: config.stopSignal }
    },
    rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
    // Optional as a whole; umoci 0.4 crashes on one without times.
    ...created === null ? {} : { history: layers.map((layer) => ({ ...time, created_by: `bantam: ${layer.what}` })) }
  });
}
function emptyObjects(names) {
  return sortedRecord(Object.fromEntries(names.map((name) => [name, {}])));
}
function nonEmpty2(key, value) {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

// src/image/layer.ts
import { createHash as createHash9 } from "node:crypto";
var PIECE = 16 * 65535;
async function makeLayer(what, entries, compression) {
  const diffHash = createHash9("sha256");
  const hash2 = createHash9("sha256");
  const tar = [...tarChunks(entries)];
  function* hashedTar() {
    for (const chunk of tar) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        diffHash.update(piece);
        yield piece;
      }
    }
  }
  const compressed = [];
  for await (const chunk of compress(hashedTar(), sumOfLengths(tar), compression)) {
    hash2.update(chunk);
    compressed.push(chunk);
  }
  return {
    mediaType: mediaTypeOf(compression),
    digest: `sha256:${hash2.digest("hex")}`,
    bytes: Buffer.concat(compressed),
    diffId: `sha256:${diffHash.digest("hex")}`,
    what,
    files: entries.flatMap((entry) => entry.kind === "file" ? [{ path: entry.path, bytes: entry.bytes.length }] : []).sort((a, b) => byBytes(a.path, b.path))
  };
}
function sumOfLengths(chunks) {
  return chunks.reduce((sum3, chunk) => sum3 + chunk.length, 0);
}

// src/image/manifest.ts
var MANIFEST_MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
function imageManifest(config, layers, annotations) {
  return jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    config: descriptorOf(config),
    layers: layers.map(descriptorOf),
    ...Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) }
  });
}

// src/image/assemble.ts
async function assemble(parts) {
  const { platform: platform4, config, created, layerCompression, binaries, files } = parts;
  const layers = (await Promise.all([
    parts.base,
    files.length === 0 ? null : makeLayer("files", files, filesCompression(layerCompression)),
    makeLayer("binaries", binaries.map(binaryEntry), binariesCompression(layerCompression, binaries))
  ])).filter((layer) => layer !== null);
  const configBlob = imageConfig({
    platform: platform4,
    config,
    entrypoint: entrypointOf(config, binaries),
    env: { ...homeEnv(config.user), ...hasZones(layers) ? ZONES_ENV : {} },
    layers,
    created
  });
  return {
    platform: platform4,
    layers,
    config: configBlob,
    manifest: imageManifest(configBlob, layers, config.annotations)
  };
}
function entrypointOf({ entrypoint }, binaries) {
  return entrypoint ?? binaries.slice(0, 1).map(binaryPath);
}
function binaryPath({ name }) {
  return `/${name}`;
}
function binaryEntry(binary) {
  return { kind: "file", path: binaryPath(binary), mode: 493, uid: 0, gid: 0, bytes: binary.bytes };
}
function filesCompression(kind) {
  return kind === "zstd" ? { kind } : { kind, level: 9 };
}
function binariesCompression(kind, binaries) {
  if (binaries.every((binary) => binary.packed)) return { kind: "stored" };
  return kind === "zstd" ? { kind } : { kind, level: 6 };
}
function homeEnv(user) {
  const home2 = homeOf2(user);
  return home2.isMade ? { HOME: home2.path } : {};
}
function hasZones(layers) {
  return layers.some((layer) => layer.files.some((file2) => file2.path === ZONES_PATH));
}

// src/image/temporary-directory.ts
var TEMPORARY_DIRECTORY = {
  kind: "directory",
  path: "/tmp",
  mode: 1023,
  uid: 0,
  gid: 0
};

// src/image/standing-directories.ts
function standingDirectories(user) {
  const homes = /* @__PURE__ */ new Map([
    ["/root", home("/root", { uid: 0, gid: 0 }, 448)],
    // Any user may enter: `HOME` also holds for a user that a platform chooses, whose look into it must find nothing, not fail.
    ["/home/nonroot", home("/home/nonroot", { uid: 65532, gid: 65532 }, 493)]
  ]);
  const own = homeOf2(user);
  if (own.isMade && !homes.has(own.path)) homes.set(own.path, home(own.path, user, 493));
  return [
    TEMPORARY_DIRECTORY,
    { kind: "directory", path: "/home", mode: 493, uid: 0, gid: 0 },
    ...homes.values()
  ];
}
function home(path58, { uid, gid }, mode) {
  return { kind: "directory", path: path58, mode, uid, gid };
}

// src/image/base-layer.ts
function makeBaseLayer(base, compression) {
  return makeLayer(
    "base",
    baseEntries(base),
    compression === "zstd" ? { kind: "zstd" } : { kind: "gzip", level: 9 }
  );
}
function baseEntries({ certificates, zones, zoneFiles = [], user }) {
  const text2 = new TextEncoder();
  return [
    ...certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text2.encode(certificates))],
    ...zones === null ? [] : [rootsFile(ZONES_PATH, zones)],
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    rootsFile("/etc/passwd", text2.encode(passwdFile(user))),
    rootsFile("/etc/group", text2.encode(groupFile(user))),
    ...standingDirectories(user)
  ];
}
function rootsFile(path58, bytes) {
  return { kind: "file", path: path58, mode: 420, uid: 0, gid: 0, bytes };
}

// src/image/entry-tree.ts
var MAX_LINKS3 = 40;
function entryTree(entries) {
  const tree = /* @__PURE__ */ new Map([["/", directory2("/")]]);
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory2(parent));
    tree.set(entry.path, entry);
  }
  return tree;
}
function directory2(path58) {
  return { kind: "directory", path: path58, mode: 493, uid: 0, gid: 0 };
}
function lookUp(tree, path58, user) {
  let at = [];
  const rest = namesIn2(path58).toReversed();
  let links = 0;
  for (let name = rest.pop(); name !== void 0; name = rest.pop()) {
    const here = tree.get(pathOf2(at));
    if (here?.kind !== "directory") return { kind: "not a directory", path: pathOf2(at) };
    if (!may(here, user, "execute")) return { kind: "closed", path: pathOf2(at), entry: here };
    if (name === ".") continue;
    const next = name === ".." ? at.slice(0, -1) : [...at, name];
    const entry2 = tree.get(pathOf2(next));
    if (entry2 === void 0) return { kind: "missing", path: pathOf2(next) };
    if (entry2.kind !== "symlink") {
      at = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS3) return { kind: "loop", path: path58 };
    if (entry2.target.startsWith("/")) at = [];
    rest.push(...namesIn2(entry2.target).toReversed());
  }
  const entry = tree.get(pathOf2(at));
  return entry === void 0 ? { kind: "missing", path: pathOf2(at) } : { kind: "found", path: pathOf2(at), entry };
}
function may({ kind, mode, uid, gid }, user, what) {
  const bit = what === "read" ? 4 : 1;
  if (user.uid === 0) return what === "read" || kind === "directory" || (mode & 73) !== 0;
  const shift = user.uid === uid ? 6 : user.gid === gid ? 3 : 0;
  return (mode >> shift & bit) !== 0;
}
function namesIn2(path58) {
  return path58.split("/").filter((name) => name !== "");
}
function pathOf2(names) {
  return `/${names.join("/")}`;
}

// src/image/start-check.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var MAX_INTERPRETERS = 4;
var FIRST_LINE = 256;
function whyNotStart(tree, ours, start3) {
  const [command = ""] = start3.entrypoint;
  const { workdir, user } = start3;
  const here = workdir === null ? null : enterProblem(lookUp(tree, workdir, user), user);
  if (here !== null) return `starts in workdir ${workdir}, ${here}`;
  return commandProblem({ tree, ours, start: start3, depth: 0 }, command);
}
function enterProblem(found, user) {
  if (found.kind !== "found") return lookupProblem(found, user);
  if (found.entry.kind !== "directory") return "which is not a directory";
  return may(found.entry, user, "execute") ? null : `which ${idsOf(user)} may not enter (${rightsOf(found.entry)})`;
}
function commandProblem(check, command) {
  if (command.includes("/")) return pathProblem(check, absolute(check.start, command));
  const path58 = check.start.env["PATH"] ?? DEFAULT_PATH;
  const candidates2 = path58.split(":").flatMap((directory3) => directory3 === "" ? [] : [`${directory3}/${command}`]);
  const [first, ...others] = candidates2.map((candidate) => ({
    candidate,
    found: lookUp(check.tree, absolute(check.start, candidate), check.start.user)
  })).filter(({ found }) => found.kind === "found" && found.entry.kind !== "directory");
  if (first === void 0) return `is in no directory of PATH (${path58})`;
  const runs = [first, ...others].find(
    ({ found }) => found.kind === "found" && may(found.entry, check.start.user, "execute")
  );
  return pathProblem(check, absolute(check.start, (runs ?? first).candidate));
}
function absolute({ workdir }, path58) {
  return path58.startsWith("/") ? path58 : `${workdir ?? ""}/${path58}`;
}
function pathProblem(check, path58) {
  const { tree, ours, start: start3 } = check;
  if (path58.endsWith("/")) return "ends in a slash, which only the path of a directory does";
  const found = lookUp(tree, path58, start3.user);
  if (found.kind !== "found")
    return found.kind === "missing" && `${path58}/`.startsWith(`${found.path}/`) ? "is not in the image" : `leads nowhere, ${lookupProblem(found, start3.user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if ((entry.mode & 73) === 0)
    return `may not be executed (mode ${octal(entry.mode)}); write its mode in files, such as \u2026:${path58}:0755`;
  if (!may(entry, start3.user, "execute"))
    return `may not be executed by user ${idsOf(start3.user)} (${rightsOf(entry)}); write another mode or owner in files`;
  return ours.has(found.path) ? null : programProblem(check, entry.bytes, entry);
}
function programProblem(check, bytes, entry) {
  if (bytes[0] === 35 && bytes[1] === 33) return scriptProblem(check, bytes, entry);
  if (!isElf(bytes)) return `is ${fileKind(bytes)}`;
  return whenWhole(() => elfProblem(check, bytes));
}
function elfProblem(check, bytes) {
  const elf = readElf(bytes);
  const { type, entry, interpreter, neededLibraries: neededLibraries2 } = elf;
  const foreign = foreignProblem(check, elf, bytes);
  if (foreign !== null) return foreign;
  if (type !== 2 && type !== 3) return "is an object file and not a program";
  if (interpreter === null)
    return entry === 0n || neededLibraries2.length > 0 ? "is a library and not a program" : null;
  const loader = interpreterProblem(check, interpreter);
  if (loader !== null) return `asks for the dynamic loader ${interpreter}, which ${loader}`;
  return librariesProblem(check, interpreter, neededLibraries2);
}
function foreignProblem({ start: { platform: platform4 } }, elf, bytes) {
  const built = madeFor(elf, bytes, readBuildInfo(elf, bytes), platform4);
  return built === null ? null : `is a program for ${built}, and the image is for ${formatPlatform(platform4)}`;
}
function librariesProblem(check, loader, needed) {
  const isOwn = (name) => loader.includes("/ld-musl") && /^libc\.(?:musl-.*\.)?so/.test(name);
  const paths = Map.groupBy(check.tree.keys(), (path58) => path58.slice(path58.lastIndexOf("/") + 1));
  const names = new Set(needed);
  for (const name of names) {
    if (isOwn(name)) continue;
    const found = (paths.get(name) ?? []).map((path58) => readLibrary(check, path58));
    const fit = found.find((library) => typeof library !== "string");
    const [because = "is not in the image"] = found.filter((library) => typeof library === "string");
    if (fit === void 0) return `needs the library ${name}, which ${because}`;
    for (const further of fit) names.add(further);
  }
  return null;
}
function readLibrary(check, path58) {
  const { user } = check.start;
  const found = lookUp(check.tree, path58, user);
  if (found.kind !== "found") return `leads nowhere, ${lookupProblem(found, user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if (!may(entry, user, "read")) return `user ${idsOf(user)} may not read (${rightsOf(entry)})`;
  if (!isElf(entry.bytes)) return `is ${fileKind(entry.bytes)}`;
  return whenWhole(() => {
    const elf = readElf(entry.bytes);
    return foreignProblem(check, elf, entry.bytes) ?? elf.neededLibraries;
  });
}
function isElf(bytes) {
  return bytes[0] === 127 && bytes[1] === 69;
}
function whenWhole(read2) {
  try {
    return read2();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return "is an ELF file that is damaged or cut short";
  }
}
function scriptProblem(check, bytes, entry) {
  const { user } = check.start;
  if (!may(entry, user, "read"))
    return `is a script that user ${idsOf(user)} may not read (${rightsOf(entry)}); write another mode in files`;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, FIRST_LINE)).toString();
  const line = (head.split("\n")[0] ?? "").slice(2);
  if (line.endsWith("\r")) return "is a script with Windows line ends, whose interpreter Linux does not find";
  const [interpreter = "", ...args] = line.trim().split(/[ \t]+/);
  if (interpreter === "") return "is a script that names no interpreter";
  const problem2 = interpreterProblem(check, interpreter);
  if (problem2 !== null) return `is a script for ${interpreter}, which ${problem2}`;
  const [named] = args;
  if (!interpreter.endsWith("/env") || named === void 0 || named.startsWith("-") || named.includes("="))
    return null;
  const wanted2 = commandProblem({ ...check, depth: check.depth + 1 }, named);
  return wanted2 === null ? null : `is a script for ${named}, which ${wanted2}`;
}
function interpreterProblem(check, interpreter) {
  if (check.depth >= MAX_INTERPRETERS) return "is a script itself, and more than the kernel follows";
  return pathProblem({ ...check, depth: check.depth + 1 }, absolute(check.start, interpreter));
}
function lookupProblem(found, user) {
  switch (found.kind) {
    case "missing":
      return `since ${found.path} is not in the image`;
    case "not a directory":
      return `since ${found.path} is not a directory`;
    case "closed":
      return `since user ${idsOf(user)} may not enter ${found.path} (${rightsOf(found.entry)})`;
    case "loop":
      return "since its links lead in a circle";
  }
}
function rightsOf({ mode, uid, gid }) {
  return `mode ${octal(mode)}, owner ${uid}:${gid}`;
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}
function idsOf({ uid, gid }) {
  return `${uid}:${gid}`;
}

// src/host/read-tree.ts
import { isUtf8 } from "node:buffer";
import { lstat, readdir as readdir3, readlink as readlink3, realpath as realpath4, stat as stat10 } from "node:fs/promises";
import path39 from "node:path";

// src/host/open-inside.ts
import { constants as constants2 } from "node:fs";
import { open as open7, readlink as readlink2 } from "node:fs/promises";
var NotInside = class extends Error {
};
async function openInside(roots, file2) {
  const handle = await open7(file2, constants2.O_RDONLY | constants2.O_NOFOLLOW | constants2.O_NONBLOCK);
  try {
    const opened = await readlink2(`/proc/self/fd/${handle.fd}`).catch(() => file2);
    if (!(await handle.stat()).isFile() || !roots.some((root) => isInside(root, opened)))
      throw new NotInside(opened);
    return handle;
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

// src/host/read-tree.ts
async function readTree(file2, workspace) {
  try {
    const source = await realpath4(file2.source);
    if (!workspace.some((root) => isInside(root, source))) throw outside(file2, source);
    if (leadsIntoGit(file2.source, source))
      throw refusal3(file2, `leads to ${source}, where git keeps what it logs in with; remove the link`);
    if ((await stat10(source)).isDirectory()) {
      const destination2 = file2.destination === "/" ? "" : file2.destination.replace(/\/$/, "");
      return await readDirectory({ file: file2, workspace, root: source }, source, destination2);
    }
    const destination = file2.destination.endsWith("/") ? `${file2.destination}${path39.basename(file2.source)}` : file2.destination;
    return [await readEntry({ file: file2, workspace, root: null }, source, destination)].flat();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof NotInside) throw outside(file2, cause.message);
    throw refusal3(file2, `cannot be read: ${whyNotRead(cause)}`, cause);
  }
}
async function readDirectory(walk3, directory3, destination) {
  const entries = destination === "" ? [] : [{ kind: "directory", mode: 493, ...place(walk3.file, destination) }];
  const names = await readdir3(directory3, { encoding: "buffer" });
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    const text2 = utf82(name);
    if (text2 === null)
      throw refusal3(walk3.file, `holds ${directory3}/${name.toString()}, whose name is not UTF-8`);
    const below2 = path39.join(directory3, text2);
    if (text2.startsWith(".wh."))
      throw refusal3(walk3.file, `holds ${below2}, a name that deletes files in an image; rename it`);
    if (text2 === ".git")
      throw refusal3(
        walk3.file,
        `holds ${below2}, which can hold a token of the job; name what the service needs`
      );
    entries.push(...await readEntry(walk3, below2, `${destination}/${text2}`));
  }
  return entries;
}
async function readEntry(walk3, source, destination) {
  var _stack = [];
  try {
    const { file: file2 } = walk3;
    const status = await lstat(source);
    if (status.isDirectory()) return readDirectory(walk3, source, destination);
    if (status.isSymbolicLink()) {
      const target = utf82(await readlink3(source, { encoding: "buffer" }));
      if (target === null) throw refusal3(file2, `holds the link ${source}, whose target is not UTF-8`);
      if (!await staysInside(walk3.root, source, target))
        throw refusal3(
          file2,
          `holds the link ${source} to ${target}, which leads out of it; copy what it points to`
        );
      return [{ kind: "symlink", mode: 511, target, ...place(file2, destination) }];
    }
    if (!status.isFile())
      throw refusal3(file2, `holds ${source}, which is no file, directory or link; leave it out`);
    const mode = file2.mode ?? ((status.mode & 64) === 0 ? 420 : 493);
    const handle = __using(_stack, await openInside(walk3.workspace, source), true);
    return [{ kind: "file", mode, bytes: await handle.readFile(), ...place(file2, destination) }];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function place({ uid, gid }, destination) {
  return { path: destination, uid, gid };
}
async function staysInside(root, link3, target) {
  if (root === null || path39.isAbsolute(target)) return false;
  if (!isInside(root, path39.resolve(path39.dirname(link3), target))) return false;
  try {
    return isInside(root, await realpath4(link3));
  } catch {
    return true;
  }
}
function utf82(bytes) {
  return isUtf8(bytes) ? bytes.toString() : null;
}
function outside(file2, place2) {
  return refusal3(file2, `leads to ${place2}, which is outside the workspace; copy it into the workspace`);
}
function refusal3(file2, why, cause) {
  return new Failure("bad-input", `files: ${file2.source}, for ${file2.destination} in the image, ${why}.`, {
    cause
  });
}

// src/image/files-layer.ts
var BASE_DIRECTORIES = [
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap((file2) => parents(file2)),
  ...parents(`${ZONE_FILES_PATH}/UTC`)
];
function filesEntries(files, { user, workdir, volumes, directories }, binaries) {
  const standing2 = new Map(standingDirectories(user).map((directory3) => [directory3.path, directory3]));
  const base = [...standing2.keys(), ...BASE_DIRECTORIES];
  const tree = /* @__PURE__ */ new Map();
  for (const entry of files) {
    const there = tree.get(entry.path);
    if (there !== void 0 && !(there.kind === "directory" && entry.kind === "directory"))
      return problem(`"${entry.path}" is brought twice; give one of the two another destination.`);
    tree.set(entry.path, isPlainDirectory(entry) ? standing2.get(entry.path) ?? entry : entry);
  }
  for (const path58 of [workdir, ...volumes]) {
    if (path58 === null || path58 === "/") continue;
    const there = tree.get(path58);
    if (there !== void 0 && there.kind !== "directory")
      return problem(`"${path58}" must be a directory for the service, but is brought as a ${there.kind}.`);
    tree.set(path58, serviceDirectory(path58, user, directories, standing2.get(path58)));
  }
  for (const path58 of Array.from(tree.keys())) {
    for (const parent of parents(path58)) {
      const there = tree.get(parent);
      if (there !== void 0 && there.kind !== "directory")
        return problem(`"${path58}" cannot be put below "${parent}", which is brought as a ${there.kind}.`);
      const own = standing2.get(parent);
      if (own !== void 0 && there === void 0) tree.set(parent, own);
    }
  }
  for (const path58 of base) {
    const there = tree.get(path58);
    if (there !== void 0 && there.kind !== "directory")
      return problem(`"${path58}" is a directory of the image, and cannot be replaced by a ${there.kind}.`);
  }
  for (const path58 of binaries.map(binaryPath)) {
    const isIn = (other2) => other2 !== null && `${other2}/`.startsWith(`${path58}/`);
    if (!base.includes(path58) && ![...tree.keys()].some(isIn)) continue;
    const other = isIn(workdir) ? "workdir" : volumes.some(isIn) ? "volumes" : "something else";
    return problem(
      `"${path58}" is where a binary goes and ${other} too; give the binary another name, as in main: .=server.`
    );
  }
  return parsed([...tree.values()]);
}
function isPlainDirectory({ kind, uid, gid }) {
  return kind === "directory" && uid === 0 && gid === 0;
}
function serviceDirectory(path58, user, directories, standing2) {
  const asked = directories.find((directory3) => directory3.path === path58);
  if (asked === void 0 && path58 === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY;
  const { uid, gid } = asked?.owner ?? user;
  return { kind: "directory", path: path58, mode: asked?.mode ?? standing2?.mode ?? 493, uid, gid };
}

// src/commands/steps/files.ts
async function readFiles2(host, { files, workingDirectory }) {
  const workspace = await workspaceRoots(host, workingDirectory);
  return (await Promise.all(files.map((file2) => readTree(file2, workspace)))).flat();
}
function arrangeFiles({ config }, files, binaries) {
  const entries = filesEntries(files, config, binaries);
  if (!entries.ok)
    throw new Failure("bad-input", `Two things want one place in the image: ${entries.problem}`);
  return entries.value;
}

// src/commands/steps/check-start.ts
var MAX_SHOWN = 5;
function checkStart({ surface }, spec, brought, binaries) {
  const { config, platform: platform4 } = spec;
  const { user } = config;
  const entrypoint = entrypointOf(config, binaries);
  const ours = binaries.map((binary) => placeholder(binaryPath(binary)));
  const base = baseEntries({ certificates: null, zones: null, user });
  const entries = [...base, ...arrangeFiles(spec, brought, binaries), ...ours];
  const tree = entryTree(entries);
  const because = whyNotStart(tree, new Set(ours.map(({ path: path58 }) => path58)), {
    ...config,
    entrypoint,
    platform: platform4
  });
  if (because === null) return;
  const [command = ""] = entrypoint;
  const programs = [...tree.values()].filter((entry) => entry.kind === "file" && may(entry, user, "execute")).map(({ path: path58 }) => path58);
  const sentence = printable(`"${command}" ${because}; ${whatIsThere(command, programs)}.`);
  throw new Failure("bad-input", `${labelOf(surface, "entrypoint")} ${sentence}`);
}
function placeholder(path58) {
  return { kind: "file", path: path58, mode: 493, uid: 0, gid: 0, bytes: new Uint8Array() };
}
function whatIsThere(command, programs) {
  const others = programs.filter((path58) => path58 !== command).toSorted(byBytes);
  if (others.length === 0) return "the image has no other program: bring one with files";
  const name = command.split("/").at(-1) ?? "";
  const meant = others.find((path58) => path58.endsWith(`/${name}`)) ?? nearest(command, others) ?? (others.length === 1 ? others[0] : void 0);
  const shown3 = [.../* @__PURE__ */ new Set([...meant === void 0 ? [] : [meant], ...others])].slice(0, MAX_SHOWN);
  const hidden = others.length - shown3.length;
  return `the image has ${shown3.join(", ")}${hidden > 0 ? ` and ${hidden} more` : ""}: write ${meant ?? "one of these"}, or bring what is missing with files`;
}
function namesOf3(source) {
  if (source.kind === "binary") return [source];
  const named = source.mains.flatMap(({ name }) => name === null ? [] : [{ name }]);
  return named.length === source.mains.length && named.length > 0 ? named : null;
}

// src/commands/steps/check-subjects.ts
async function checkSubjects(host, spec, { go, binaries, baseline, name }) {
  const { budget } = spec;
  const limits = (budget.kind === "limits" ? budget.limits : []).filter(({ subject }) => isPart(subject));
  if (limits.length === 0) return [];
  const named = binaries.map(nameBinary);
  const unknownWith = (before, packages2) => unknownSubjects(host.surface, limits, named, { before, packages: packages2 });
  if (unknownWith([], []).length === 0) return [];
  const packages = await packagesAmong(host, spec, go, binaries, limits);
  if (unknownWith([], packages).length === 0) return packages;
  const found = await baseline;
  if (found.status === "unreadable") return packages;
  const image = found.status === "read" ? imageNamed(found, name) : void 0;
  const unknown2 = unknownWith(image?.weight.binaries ?? [], packages);
  if (unknown2.length > 0) throw problemsFailure(unknown2);
  return packages;
}
function nameBinary({ linked: { name }, breakdown, executable: { buildInfo } }) {
  const modules = modulePaths(buildInfo);
  return { name, breakdown: breakdown(), ...modules === null ? {} : { modules } };
}
async function packagesAmong(host, { source, compile: compile2, platform: platform4, workingDirectory }, go, binaries, limits) {
  const wanted2 = limits.flatMap(({ subject }) => subject.kind === "package" ? [subject.path] : []);
  if (wanted2.length === 0 || go === null || source.kind === "binary") return [];
  const context = { spec: compile2, platform: platform4, workingDirectory };
  const mains = binaries.flatMap(({ linked: { main } }) => main ?? []);
  const listed4 = new Set(await listDependencies(host, go, context, mains));
  return wanted2.filter((path58) => listed4.has(path58));
}

// src/size/embedded.ts
var ZONES = "time/tzdata";
function embeddedByPackage(breakdown) {
  const packages = packagesOf2(breakdown).flatMap(({ name, children = [] }) => {
    const files = children.filter(({ kind }) => kind === "embed");
    const bytes = files.reduce((sum3, file2) => sum3 + file2.bytes, 0);
    return bytes === 0 || name === ZONES ? [] : [[name, bytes]];
  });
  return new Map(packages.sort(([one], [other]) => one < other ? -1 : 1));
}
function packagesOf2(node2) {
  return node2.kind === "package" ? [node2] : (node2.children ?? []).flatMap(packagesOf2);
}

// src/commands/steps/annotate.ts
function annotate(spec, tools, base, binaries) {
  const { config, budget } = spec;
  const written3 = writeAnnotation({
    bantam: VERSION,
    settings: settingsOf2(spec, tools, base, binaries),
    budget: budget.kind === "limits" ? budget.limits : [],
    embedded: new Map(binaries.flatMap(embeddedIn2))
  });
  return { ...config, annotations: { ...config.annotations, [WEIGH_IN_ANNOTATION]: written3 } };
}
function embeddedIn2({ linked, breakdown }) {
  const packages = embeddedByPackage(breakdown());
  return packages.size === 0 ? [] : [[binaryPath(linked), packages]];
}

// src/commands/steps/ship.ts
import { readFile as readFile15 } from "node:fs/promises";

// src/pack/pack-binary.ts
import { webcrypto } from "node:crypto";
import { mkdtemp, readFile as readFile14, writeFile as writeFile4 } from "node:fs/promises";
import path41 from "node:path";

// src/pack/kept.ts
import { createHash as createHash10, randomUUID } from "node:crypto";
import { readdir as readdir4, readFile as readFile13, rename as rename2, rm as rm10, stat as stat11, writeFile as writeFile3 } from "node:fs/promises";
import path40 from "node:path";

// src/pack/packed-file.ts
import { open as open8 } from "node:fs/promises";
var HEADER = 20;
var MACHINE = 18;
async function packedFileFault(linked, packed) {
  const found = await begin(packed).catch(() => null);
  return found === null ? "nothing was written" : faultOf3(await begin(linked), found);
}
function packedBytesFault(linked, packed) {
  return faultOf3(beginOf(linked), beginOf(packed));
}
function faultOf3(wanted2, found) {
  if (!isElf2(found.header)) return "what was written is no ELF file";
  if (!sameMachine2(wanted2.header, found.header)) return "what was written is for another machine";
  if (found.size >= wanted2.size)
    return `what was written is no smaller (${wanted2.size} and ${found.size} bytes)`;
  return null;
}
function beginOf(bytes) {
  const header = Buffer.alloc(HEADER);
  header.set(bytes.subarray(0, HEADER));
  return { header, size: bytes.length };
}
async function begin(file2) {
  const handle = await open8(file2);
  try {
    const header = Buffer.alloc(HEADER);
    await handle.read(header, 0, HEADER, 0);
    return { header, size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}
function isElf2(header) {
  return header.readUInt32BE(0) === 2135247942;
}
function sameMachine2(a, b) {
  return a[4] === b[4] && a[5] === b[5] && a.readUInt16LE(MACHINE) === b.readUInt16LE(MACHINE);
}

// src/pack/kept.ts
function packKey(linkedSha256, packerIdentity) {
  return keyOf2(linkedSha256, packerIdentity);
}
function keyOf2(...parts) {
  return createHash10("sha256").update(parts.join("\n")).digest("hex");
}
async function readKeptPack(host, key, on, linked) {
  const [binary, description] = filesOf(host, key);
  try {
    const entry = readEntry2(JSON.parse(await readFile13(description, "utf8")));
    const bytes = await readFile13(binary);
    if (entry === null || sha256(bytes) !== entry.sha256) return null;
    const fault = packedBytesFault(linked, bytes);
    if (fault !== null) {
      host.log.debug(`kept: ${binary} is not used: ${fault}`);
      return null;
    }
    return { bytes, proof: entry.on === on ? entry.proof : null };
  } catch {
    return null;
  }
}
async function keepPack(host, key, on, kept) {
  const [binary, description] = filesOf(host, key);
  const entry = { sha256: sha256(kept.bytes), on: kept.proof === null ? null : on, proof: kept.proof };
  try {
    await writeWhole(binary, kept.bytes);
    await writeWhole(description, JSON.stringify(entry));
    await sweep2(path40.dirname(binary));
  } catch (error) {
    host.log.notice(`The packed binary could not be kept for later runs in ${host.kept}: ${String(error)}.`);
  }
}
async function isHandOverKept(host, packerIdentity, on) {
  return readFile13(handOverFile(host, packerIdentity, on)).then(
    () => true,
    () => false
  );
}
async function keepHandOver(host, packerIdentity, on) {
  await writeWhole(handOverFile(host, packerIdentity, on), "").catch(() => {
  });
}
function handOverFile(host, packerIdentity, on) {
  return path40.join(host.kept, "hand-over", keyOf2(packerIdentity, on));
}
function filesOf(host, key) {
  return [path40.join(host.kept, "packed", key), path40.join(host.kept, "packed", `${key}.json`)];
}
async function writeWhole(file2, content) {
  await makeDirectory(path40.dirname(file2));
  const partial = `${file2}.${randomUUID()}`;
  try {
    await writeFile3(partial, content, { mode: 420 });
    await rename2(partial, file2);
  } catch (cause) {
    await rm10(partial, { force: true });
    throw cause;
  }
}
var PARTIAL = /^[0-9a-f]{64}(?:\.json)?\.[0-9a-f-]{36}$/;
var ABANDONED_MS2 = 24 * 60 * 60 * 1e3;
async function sweep2(directory3) {
  const partials = (await readdir4(directory3)).filter((name) => PARTIAL.test(name));
  for (const file2 of partials.map((name) => path40.join(directory3, name))) {
    const age = Date.now() - ((await stat11(file2).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS2) await rm10(file2, { force: true });
  }
}
function sha256(bytes) {
  return createHash10("sha256").update(bytes).digest("hex");
}
function readEntry2(value) {
  if (!isRecord(value) || typeof value["sha256"] !== "string") return null;
  const on = value["on"];
  const proof = readProof(value["proof"]);
  return { sha256: value["sha256"], on: typeof on === "string" ? on : null, proof };
}
function readProof(value) {
  if (!isRecord(value) || !isRecord(value["report"])) return null;
  const { status, reason, isolation, environments } = value["report"];
  if (status !== "proven" || reason !== null && typeof reason !== "string") return null;
  if (isolation !== "namespaces" && isolation !== "process") return null;
  if (!Array.isArray(environments) || !environments.every((count) => typeof count === "number")) return null;
  const price = value["price"] === null ? null : readPrice(value["price"]);
  return price === void 0 ? null : { report: { status, reason, isolation, environments }, price };
}
function readPrice(value) {
  if (!isRecord(value)) return void 0;
  const processorMs = readPair(value["processorMs"]);
  const memory = readPair(value["memory"]);
  return processorMs === void 0 || memory === void 0 ? void 0 : { processorMs, memory };
}
function readPair(value) {
  if (!isRecord(value)) return void 0;
  const { linked, shipped } = value;
  return typeof linked === "number" && typeof shipped === "number" ? { linked, shipped } : void 0;
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/pack/proof/proof-plan.ts
import os from "node:os";

// src/pack/proof/starter.ts
import { readFileSync as readFileSync2 } from "node:fs";
var MACHINES = { x64: "amd64", ia32: "386", ppc64: "ppc64le" };
var QEMU = {
  amd64: "x86_64",
  arm: "arm",
  arm64: "aarch64",
  loong64: "loongarch64",
  mips: "mips",
  mips64: "mips64",
  mips64le: "mips64el",
  mipsle: "mipsel",
  ppc64: "ppc64",
  ppc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x"
};
function machine() {
  return MACHINES[process.arch] ?? process.arch;
}
function starterFor(host, platform4) {
  const { os: os2, architecture } = platform4;
  if (process.platform !== os2) return { kind: "none", why: `only ${os2} can start it` };
  if (architecture === machine() || architecture === "386" && machine() === "amd64")
    return { kind: "native" };
  const qemu = Object.hasOwn(QEMU, architecture) ? QEMU[architecture] : void 0;
  const unstartable = `this machine cannot start ${formatPlatform(platform4)}`;
  if (qemu === void 0) return { kind: "none", why: `${unstartable}, and no emulator is reliable there` };
  const name = `qemu-${qemu}-static`;
  const file2 = onPath(host, name);
  if (file2 !== null) return { kind: "emulator", name, file: file2 };
  if (kernelKnows(qemu)) return { kind: "emulator", name: `qemu-${qemu}`, file: null };
  return {
    kind: "none",
    why: `${unstartable}: there is no ${name} on PATH, and the kernel has no emulator (docker/setup-qemu-action sets one up)`
  };
}
function kernelKnows(qemu) {
  try {
    const entry = readFileSync2(`/proc/sys/fs/binfmt_misc/qemu-${qemu}`, "utf8");
    return entry.startsWith("enabled") && /^flags: .*F/m.test(entry);
  } catch {
    return false;
  }
}

// src/pack/proof/proof-plan.ts
function planProof(host, { executable, platform: platform4, smokeTested }) {
  const starter = starterFor(host, platform4);
  const on = [os.release(), machine(), starter.kind === "emulator" ? starter.name : "native"].join(" ");
  const why = whyNoRuntime(executable);
  if (why !== null && smokeTested) return { kind: "smoke test", why, on };
  if (why !== null)
    return { kind: "impossible", why: `${why}, and it has no smoke test (smoke-args or smoke-http)` };
  if (starter.kind === "none") return { kind: "impossible", why: starter.why };
  return { kind: "proof", starter, on };
}
var FIRST_PROVABLE = 19;
function whyNoRuntime({ buildInfo }) {
  if (buildInfo === null) return "Go did not build it";
  const minor = /\bgo1\.(\d+)/.exec(buildInfo.goVersion)?.[1];
  if (minor !== void 0 && Number(minor) >= FIRST_PROVABLE) return null;
  return `it was built by ${buildInfo.goVersion}, and only Go 1.${FIRST_PROVABLE} and newer can be seen to start`;
}

// src/pack/refusal.ts
var Refusal = class extends Error {
  name = "Refusal";
  /** A clause that stands by itself, and the same one as `message`. */
  reason;
  stage;
  proof;
  constructor(stage, reason, proof = notRun("there is nothing packed to prove"), options) {
    super(reason, options);
    this.stage = stage;
    this.reason = reason;
    this.proof = proof;
  }
};
function notRun(reason) {
  return { status: "not run", reason, isolation: null, environments: [] };
}

// src/pack/proof/proof.ts
var FIRST_RUNS = [4e3, 1001, 600, 511, 4e3, 1001, 600, 4e3, 1001, 4, 3, 2, 1];
var RUNS2 = [4e3, 1];
function beginProof(host, isolation, asked) {
  const beginning = begin2(host, isolation, asked);
  const ended = beginning.then(
    () => {
    },
    () => {
    }
  );
  return {
    ended: () => ended,
    prove: async (packed) => provePacked(host, asked, await beginning, packed)
  };
}
async function begin2(host, isolation, asked) {
  const first = !await isHandOverKept(host, asked.packer.identity, asked.plan.on);
  const seeing = seeingOf(host, asked, first ? FIRST_RUNS : RUNS2);
  const way = await isolation();
  const linked = way === "process" && asked.othersCode ? UNSHELTERED : await linkedSeen(host, way, seeing);
  return { way, first, seeing, linked };
}
var UNSHELTERED = {
  status: "cannot see",
  why: "this machine lets Bantam make no namespaces, and the code is of a pull request or of an event like one"
};
async function provePacked(host, asked, { way, first, seeing, linked }, packed) {
  if (linked.status === "linked failed") throw linkedFailure(asked.name, linked);
  if (linked.status === "cannot see") return { report: notRun(linked.why), price: null };
  const seen = await packedSeen(host, way, { ...seeing, packed, lanes: host.cores });
  if (seen.status === "seen" && first) await keepHandOver(host, asked.packer.identity, asked.plan.on);
  return judge2(asked.plan, linked, seen, isolationBy(way));
}
async function linkedSeen(host, way, asked) {
  if (way !== "sudo") return seeLinked({ ...asked, way });
  const answer = await askProver(host, { kind: "linked", asked: { ...asked, way: "root" } });
  if (answer.kind === "linked") return answer.seen;
  throw new TypeError(`the helper was asked for the linked binary and answered ${answer.kind}`);
}
async function packedSeen(host, way, asked) {
  if (way !== "sudo") return seePacked({ ...asked, way });
  const answer = await askProver(host, { kind: "packed", asked: { ...asked, way: "root" } });
  if (answer.kind === "packed") return answer.seen;
  throw new TypeError(`the helper was asked for the packed binary and answered ${answer.kind}`);
}
function seeingOf(host, asked, runs) {
  const { name, linked, linkedSize, elf, plan } = asked;
  const native = plan.starter.kind === "native";
  return {
    directory: host.temporary,
    name,
    linked,
    runs,
    segments: native ? fixedSegments(elf) : null,
    emulator: plan.starter.kind === "emulator" ? plan.starter.file : null,
    limits: limitsOf2(linkedSize, native)
  };
}
function limitsOf2(linkedSize, native) {
  const processorMs = 3e4 + Math.ceil(linkedSize / 1e6 * 1e3);
  return { processorMs: processorMs * (native ? 1 : 4), asleepMs: 3e4 };
}
var PT_LOAD5 = 1;
var PF_W2 = 2;
function fixedSegments({ segments }) {
  return segments.filter(({ type, flags, fileSize }) => type === PT_LOAD5 && (flags & PF_W2) === 0 && fileSize > 0).map(({ offset, fileSize, address }) => ({ offset, size: fileSize, address: String(address) }));
}
function judge2({ starter }, linked, packed, isolation) {
  const { environments } = packed;
  if (packed.status === "failed") {
    const reason2 = `the packed binary ${packed.fault}`;
    return { report: { status: "failed", reason: reason2, isolation, environments }, price: null };
  }
  const reason = starter.kind === "native" ? null : `under ${starter.name} the memory is not compared`;
  return { report: { status: "proven", reason, isolation, environments }, price: priceOf(linked, packed) };
}
function priceOf({ cost: linked, overheadMs }, { cost: shipped }) {
  if (linked === null || shipped === null) return null;
  return {
    processorMs: {
      linked: Math.max(0, linked.processorMs - overheadMs),
      shipped: Math.max(0, shipped.processorMs - overheadMs)
    },
    memory: { linked: linked.memory, shipped: shipped.memory }
  };
}
function linkedFailure(name, seen) {
  return new Failure(
    "proof",
    `The linked binary ${name} does not reach the Go runtime: it ${seen.fault}; run it by hand to see why, before it is packed.`,
    { output: firstLines(seen.output) }
  );
}
function firstLines(output) {
  return output.split("\n").slice(0, 10).join("\n");
}

// src/pack/pack-binary.ts
async function packBinary(host, request2, isolation = () => isolationOf(host)) {
  const { mode, packer } = request2;
  const times = { packMs: 0, proveMs: 0 };
  if (mode === "off" || packer === null)
    return unpacked(request2, new Refusal("pack", "packing is off"), times);
  try {
    return await packAndProve(host, request2, packer, isolation, times);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (mode === "require") throw required(request2, packer, error);
    return unpacked(request2, error, times);
  }
}
async function timed(times, stage, work) {
  const started = performance.now();
  try {
    return await work();
  } finally {
    times[stage] = performance.now() - started;
  }
}
async function packAndProve(host, request2, packer, isolation, times) {
  const plan = planOf(host, request2, packer);
  const key = packKey(await sha2562(request2.linkedBytes), packer.identity);
  const kept = await readKeptPack(host, key, plan.on, request2.linkedBytes);
  const proof = kept?.proof == null && plan.kind === "proof" ? beginProof(host, isolation, toBeProven(request2, packer, plan)) : null;
  const shipped = path41.join(await mkdtemp(path41.join(host.temporary, "pack-")), request2.name);
  await timed(times, "packMs", async () => {
    if (kept === null) await Promise.all([pack(request2, packer, shipped), afterwards(proof, request2)]);
    else await writeFile4(shipped, kept.bytes, { mode: 493 });
  }).catch(async (cause) => {
    await proof?.ended();
    throw cause;
  });
  const proven = await timed(times, "proveMs", async () => kept?.proof ?? await provenBy(proof, shipped));
  if (kept?.proof == null) await keepPack(host, key, plan.on, await keepable(shipped, proven));
  const { report: proved, price } = proven;
  const report = { status: "packed", packer: packer.title, reason: null, kept: kept !== null };
  return { shipped, pack: report, proof: proved, price, ...times };
}
async function afterwards(proof, { meanwhile }) {
  await proof?.ended();
  meanwhile?.();
}
function planOf(host, request2, packer) {
  const refused3 = packer.refuses(request2.platform);
  if (refused3 !== null) throw new Refusal("pack", refused3);
  if (isPositionIndependent(request2.executable))
    throw new Refusal("pack", "it is position-independent (-buildmode=pie), which UPX cannot pack");
  const plan = planProof(host, request2);
  if (plan.kind === "impossible")
    throw new Refusal("proof", `it cannot be proven: ${plan.why}`, notRun(plan.why));
  return plan;
}
var ET_DYN4 = 3;
function isPositionIndependent({ elf, buildInfo }) {
  return elf.type === ET_DYN4 || buildInfo?.settings["-buildmode"] === "pie";
}
async function pack(request2, packer, packed) {
  try {
    await packer.pack(request2.linked, packed, request2.platform);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== "pack" || cause instanceof Interrupted) throw cause;
    throw new Refusal("pack", cause.message.replace(/\.$/, ""), void 0, { cause });
  }
  const fault = await packedFileFault(request2.linked, packed);
  if (fault !== null) throw new Refusal("pack", `${packer.title} ended well, but ${fault}`);
}
async function provenBy(proof, packed) {
  if (proof === null) return { report: notRun("it is proven by its smoke test"), price: null };
  const proven = await proof.prove(packed);
  const { status, reason } = proven.report;
  if (status === "failed") throw new Refusal("proof", `it fails its proof: ${reason}`, proven.report);
  if (status === "not run") throw new Refusal("proof", `it cannot be proven: ${reason}`, proven.report);
  return proven;
}
function toBeProven({ name, linked, linkedBytes, executable, othersCode }, packer, plan) {
  return { name, linked, linkedSize: linkedBytes.length, elf: executable.elf, packer, plan, othersCode };
}
async function keepable(shipped, proven) {
  return { bytes: await readFile14(shipped), proof: proven.report.status === "proven" ? proven : null };
}
function unpacked({ linked, packer }, { reason, proof }, times) {
  const report = { status: "unpacked", packer: packer?.title ?? null, reason };
  return { shipped: linked, pack: report, proof, price: null, ...times };
}
function required({ name, platform: platform4 }, packer, refusal5) {
  const { cause } = refusal5;
  const what = `${name} for ${formatPlatform(platform4)} cannot ship packed by ${packer.title}`;
  const wayOut = "set pack: auto to ship it unpacked where that is so, or pack: off";
  return new Failure(refusal5.stage, `${what}: ${refusal5.reason}; ${wayOut}.`, {
    cause,
    ...cause instanceof Failure && cause.output !== void 0 ? { output: cause.output } : {}
  });
}
async function sha2562(bytes) {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
}

// src/commands/steps/ship.ts
async function shipBinaries(host, spec, packer, binaries) {
  return inParallel(host.cores, binaries, (binary) => shipBinary(host, spec, packer, binary));
}
async function shipBinary(host, spec, packer, { linked, bytes: linkedBytes, breakdown, executable }) {
  const outcome = await packBinary(host, {
    name: linked.name,
    linked: linked.file,
    linkedBytes,
    executable,
    platform: spec.platform,
    mode: spec.pack.mode,
    packer,
    smokeTested: spec.smoke !== null,
    othersCode: spec.othersCode,
    meanwhile: () => void breakdown()
  });
  const packed = outcome.pack.status === "packed";
  const bytes = packed ? await readFile15(outcome.shipped) : linkedBytes;
  const { pack: pack2, proof, price } = outcome;
  const modules = modulePaths(executable.buildInfo);
  const known3 = knownOf(executable, linkedBytes, breakdown());
  const weight = {
    name: linked.name,
    path: binaryPath(linked),
    ...executable.buildInfo?.path == null ? {} : { main: executable.buildInfo.path },
    linkedSize: linkedBytes.length,
    shippedSize: bytes.length,
    pack: pack2,
    proof,
    price,
    needs: executable.needs,
    ...known3.kind === "unread" ? { unread: known3.reason } : {},
    ...modules === null ? {} : { modules },
    breakdown: isSizeKnown(known3) ? toDepth(breakdown(), "package") : null
  };
  return { name: linked.name, bytes, packed, weight, packMs: outcome.packMs, proveMs: outcome.proveMs };
}

// src/commands/steps/weigh-brought.ts
async function weighBrought(host, { config }, upx, files) {
  const unpack2 = unpacker(host, upx);
  const binaries = [];
  const others = [];
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? "/"
  });
  for (const entry of files) {
    if (entry.kind !== "file" || !isProgram(entry, started)) continue;
    const { path: path58, bytes } = entry;
    const read2 = await readProgramBytes(bytes, path58, "package", unpack2).catch(whyUnreadable);
    if (typeof read2 === "string") others.push({ path: path58, bytes: bytes.length, unread: read2 });
    else if (read2.isGo || read2.weight.pack.status === "packed" || config.entrypoint?.[0] === path58)
      binaries.push(asBrought(read2));
    else others.push({ path: path58, bytes: bytes.length, unread: read2.unread });
  }
  return { binaries, others };
}
function isProgram({ mode, bytes, path: path58 }, started) {
  const head = bytes.subarray(0, PROGRAM_HEAD);
  if (!mayBeProgram(head)) return false;
  if (started.has(path58)) return true;
  return (mode & 73) !== 0 && (looksLikeProgram(head, path58) || saysProgram(bytes));
}
function whyUnreadable(error) {
  if (!(error instanceof Failure) || error.code !== "unreadable-binary") throw error;
  return error.message.replace(/\.$/, "");
}
function asBrought({ weight }) {
  const reason = "it came with files";
  return {
    ...weight,
    pack: weight.pack.status === "packed" ? weight.pack : { status: "unpacked", packer: null, reason },
    proof: { ...weight.proof, reason },
    brought: true
  };
}

// src/commands/steps/make.ts
async function makeImage(host, spec, tools, { files, binaries }, clock) {
  const base = await readBase(host, spec, tools.go, binaries, files);
  const baseLayer = makeBaseLayer(base.contents, spec.layerCompression);
  const shipped = await shipBinaries(host, spec, tools.packer, binaries);
  for (const { packMs, proveMs } of shipped) {
    clock.add("pack", packMs);
    clock.add("prove", proveMs);
  }
  const config = annotate(spec, tools, base, binaries);
  const image = await clock.time(
    "assemble",
    assemble({ ...spec, config, base: baseLayer, files, binaries: shipped })
  );
  const brought = await weighBrought(host, spec, tools.upx, files);
  return {
    base,
    shipped,
    image,
    weight: weighPlatform(spec, tools, base, { binaries, shipped, brought }, image)
  };
}

// src/commands/steps/publish.ts
import path47 from "node:path";

// src/output/archive.ts
import { open as open9, rename as rename3, rm as rm11, stat as stat12 } from "node:fs/promises";
import path43 from "node:path";

// src/output/beside.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import path42 from "node:path";
function beside(place2) {
  return path42.join(path42.dirname(place2), `.${path42.basename(place2)}.${randomUUID2()}`);
}

// src/image/index.ts
var INDEX_MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";
function imageIndex(manifests) {
  return jsonBlob(INDEX_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_MEDIA_TYPE,
    manifests: manifests.map(({ mediaType, digest, size, annotations, platform: platform4 }) => ({
      mediaType,
      digest,
      size,
      ...annotations === void 0 ? {} : { annotations: sortedRecord(annotations) },
      platform: {
        architecture: platform4.architecture,
        os: platform4.os,
        ...platform4.variant === void 0 ? {} : { variant: platform4.variant }
      }
    }))
  });
}
function indexEntry({ manifest, platform: platform4 }, annotations) {
  return { ...descriptorOf(manifest), platform: platform4, ...annotations === void 0 ? {} : { annotations } };
}

// src/output/layout-entries.ts
function layoutEntries(image, names) {
  const index = imageIndex(names.map((annotations) => indexEntry(image, annotations)));
  const blobs = new Map(
    [...image.layers, image.config, image.manifest].map((blob) => [blob.digest, blob])
  );
  return [
    file("/oci-layout", new TextEncoder().encode('{"imageLayoutVersion":"1.0.0"}')),
    file("/index.json", index.bytes),
    ...[...blobs.values()].map((blob) => file(`/${blobPath(blob.digest)}`, blob.bytes))
  ];
}
function blobPath(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
function file(path58, bytes) {
  return { kind: "file", path: path58, mode: 420, uid: 0, gid: 0, bytes };
}

// src/output/archive.ts
async function writeArchive(archive, image, references) {
  try {
    await makeDirectory(path43.dirname(archive));
    await refuseDirectory(archive);
    const written3 = beside(archive);
    try {
      await writeChunks(written3, tarChunks(archiveEntries(image, references)));
      await rename3(written3, archive);
    } finally {
      await rm11(written3, { force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause);
  }
}
async function writeChunks(file2, chunks) {
  const handle = await open9(file2, "wx");
  try {
    for (const chunk of chunks) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}
function archiveEntries(image, references) {
  const names = references.map((reference) => ({
    // containerd's store goes by the first, and wants it whole; podman and skopeo go by the second.
    "io.containerd.image.name": wholeReference(reference),
    "org.opencontainers.image.ref.name": reference
  }));
  return [
    ...layoutEntries(image, names.length === 0 ? [{}] : names),
    file("/manifest.json", new TextEncoder().encode(JSON.stringify([dockerManifest(image, references)])))
  ];
}
function wholeReference(reference) {
  const whole = parseReference(reference);
  return whole.ok ? formatReference(whole.value) : reference;
}
function dockerManifest({ config, layers }, references) {
  return {
    Config: blobPath(config.digest),
    RepoTags: references,
    Layers: layers.map((layer) => blobPath(layer.digest))
  };
}
async function refuseDirectory(archive) {
  const status = await stat12(archive).catch(() => null);
  if (status?.isDirectory() === true)
    throw new Failure(
      "write",
      `The image archive cannot be written to ${archive}, which is a directory; name a file that ends in .tar.`
    );
}

// src/output/daemon.ts
import { rm as rm12 } from "node:fs/promises";
import path44 from "node:path";
async function loadIntoDaemon(host, image, references) {
  const archive = path44.join(host.temporary, `load-${image.config.digest.slice(7, 19)}.tar`);
  try {
    await writeArchive(archive, image, references);
    for (const loader of ["docker", "podman"]) {
      const loaded = await runIfThere(host, loader, ["load", "--input", archive]);
      if (loaded === null) continue;
      if (loaded.exitCode !== 0) throw refusal4(loader, references, loaded);
      await ensureLoaded(host, loader, image, references);
      return loader;
    }
  } finally {
    await rm12(archive, { force: true });
  }
  throw new Failure(
    "daemon",
    `Loading ${references.join(", ")} needs docker or podman, and neither is on PATH; install one, or write an archive with output: FILE.tar.`
  );
}
async function ensureLoaded(host, loader, { config, manifest }, references) {
  const asked = ["image", "inspect", "--format", "{{.Id}}", ...references];
  const { exitCode, stdout, stderr } = await run(host, loader, asked, { env: childEnvironment(host, loader) });
  const ids = stdout.split(/\s+/).filter((id) => id !== "");
  const own = [config.digest, manifest.digest].flatMap((digest) => [digest, digest.replace("sha256:", "")]);
  const missing = exitCode !== 0 || ids.length !== references.length || ids.some((id) => !own.includes(id));
  if (missing)
    throw new Failure(
      "daemon",
      `Loading ${references.join(", ")}: "${loader} load" ended well, but "${loader} image inspect" does not show this image under that name; look at what ${loader} is, and at what else loads that name.`,
      { output: `${stdout}${stderr}` }
    );
}
async function runIfThere(host, command, args) {
  try {
    return await run(host, command, args, { env: childEnvironment(host, command) });
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool") return null;
    throw cause;
  }
}
function refusal4(loader, references, { stdout, stderr }) {
  const output = `${stdout}${stderr}`;
  const unreachable = /Cannot connect to the Docker daemon|permission denied|connection refused|no such host/i;
  const why = unreachable.test(output) ? "could not reach its daemon; start it, let DOCKER_HOST name it, or write an archive with output: FILE.tar" : "refused the image";
  return new Failure("daemon", `Loading ${references.join(", ")}: "${loader} load" ${why}.`, { output });
}

// src/output/layout.ts
import { readdir as readdir5, readFile as readFile16, realpath as realpath5, rename as rename4, rm as rm13, writeFile as writeFile5 } from "node:fs/promises";
import path45 from "node:path";
async function writeLayout(directory3, image) {
  try {
    await makeDirectory(path45.dirname(directory3));
    const place2 = await realpath5(directory3).catch(() => directory3);
    await refuseUnlessReplaceable(place2);
    const written3 = beside(place2);
    try {
      await writeFiles(written3, image);
      await putInPlace(written3, place2);
    } finally {
      await rm13(written3, { recursive: true, force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory3, cause);
  }
}
async function writeFiles(root, image) {
  await makeDirectory(path45.join(root, "blobs", "sha256"));
  for (const { path: name, bytes } of layoutEntries(image, [
    { "org.opencontainers.image.ref.name": "latest" }
  ]))
    await writeFile5(path45.join(root, name), bytes);
}
async function refuseUnlessReplaceable(place2) {
  const names = await namesIn3(place2);
  if (names === null || names.length === 0) return;
  const strangers = names.filter((name) => !LAYOUT_NAMES.includes(name));
  if (strangers.length === 0 && await saysLayout(place2)) return;
  const why = names.includes("oci-layout") ? `holds ${strangers[0] ?? "a broken layout"}` : "is no OCI layout";
  throw new Failure(
    "write",
    `The OCI layout cannot be written to ${place2}, since that directory ${why}; name another, or an empty one.`
  );
}
var LAYOUT_NAMES = ["oci-layout", "index.json", "blobs"];
async function namesIn3(place2) {
  try {
    return await readdir5(place2);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}
async function saysLayout(place2) {
  try {
    const layout = JSON.parse(await readFile16(path45.join(place2, "oci-layout"), "utf8"));
    return typeof layout === "object" && layout !== null && "imageLayoutVersion" in layout;
  } catch {
    return false;
  }
}
var TRIES = 20;
async function putInPlace(written3, place2) {
  for (let tries = 1; ; tries++) {
    const old = await moveAside(place2);
    try {
      await rename4(written3, place2);
    } catch (cause) {
      const taken = errorCode(cause) === "ENOTEMPTY" || errorCode(cause) === "EEXIST";
      if (old !== null && !taken) await rename4(old, place2);
      if (!taken || tries === TRIES) throw cause;
      continue;
    } finally {
      if (old !== null) await rm13(old, { recursive: true, force: true });
    }
    return;
  }
}
async function moveAside(place2) {
  const old = beside(place2);
  try {
    await rename4(place2, old);
    return old;
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}

// src/registry/all-of.ts
async function allOf(promises) {
  const settled = await Promise.allSettled(promises);
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

// src/registry/move-tag.ts
import { setTimeout as wait3 } from "node:timers/promises";

// src/registry/other-platform.ts
function otherPlatform(reference, ours, there, when) {
  const own = formatPlatform(ours);
  const others = there.map(formatPlatform).filter((platform4) => platform4 !== own);
  if (others.length === 0) return null;
  const tag = reference.identifier;
  const named = printable2(others.join(" and "));
  const wouldReplace = when === "before" ? `holds ${named}, which pushing ${own} would replace` : `holds ${named}, which another run has pushed there instead of ${own}`;
  const meant = `${tag}-${own.replace(/^[^/]*\//, "").replaceAll("/", "-")}`;
  return new Failure(
    "registry",
    `${formatReference(reference)} ${wouldReplace}: give each platform a tag of its own, such as tags: ${meant}, or delete ${tag} first.`
  );
}

// src/registry/platforms-at.ts
var MAX_OPENED = 16;
var MAX_DEPTH5 = 3;
async function platformsAt(client, repository, document) {
  let opened = 0;
  async function ofDocument({ bytes }, depth) {
    const found = readManifest(bytes);
    if (!found.ok) return [];
    if (found.value.kind === "manifest") return ofImage(found.value);
    const platforms2 = [];
    for (const listed4 of found.value.manifests) platforms2.push(...await ofListed(listed4, depth));
    return platforms2;
  }
  async function ofListed(listed4, depth) {
    if (isAttestation(listed4)) return [];
    if (listed4.platform !== null && !isIndexType(listed4.mediaType)) return [listed4.platform];
    opened += 1;
    if (opened > MAX_OPENED || depth === MAX_DEPTH5) return [];
    const document2 = await client.manifest(repository, listed4.digest);
    return document2 === null ? [] : ofDocument(document2, depth + 1);
  }
  async function ofImage(manifest) {
    const config = isImage(manifest) ? await client.config(repository, manifest.config) : null;
    const json = config === null ? null : readJson(config);
    const platform4 = json?.ok === true ? checkShape(PLATFORM, json.value) : null;
    if (platform4?.ok !== true || platform4.value.os === "" || platform4.value.architecture === "") return [];
    return [foundPlatform(platform4.value)];
  }
  const platforms = await ofDocument(document, 0);
  return [...new Map(platforms.map((platform4) => [formatPlatform(platform4), platform4])).values()];
}

// src/registry/move-tag.ts
async function prepareMove(destination, tag, { platform: platform4, manifest }) {
  const { client, registry, repository, tags } = destination;
  const reference = { registry, repository, identifier: tag };
  const from = await client.manifestDigest(repository, tag);
  if (from !== null && from !== tags.get(tag) && from !== manifest.digest)
    await refuseOthers(destination, reference, platform4, "before");
  return { destination, reference, from };
}
var PUTS = 2;
async function moveTag({ destination, reference, from }, { manifest, platform: platform4 }, patience) {
  const { client, repository, tags } = destination;
  const tag = reference.identifier;
  const stands = from === manifest.digest && (tags.get(tag) === from || await client.readBack(repository, tag) === from);
  if (stands) return "unchanged";
  let now = null;
  for (let put3 = 1; put3 <= PUTS; put3 += 1) {
    const refusal5 = await client.putManifest(repository, tag, manifest).then(
      () => null,
      (error) => error
    );
    const read2 = () => client.readBack(repository, tag);
    now = refusal5 === null ? await settle2(read2, (digest) => digest === manifest.digest, patience) : await read2().catch(() => null);
    if (now === manifest.digest) return "pushed";
    if (refusal5 !== null) throw refusal5;
    if (now !== null && now !== from) await refuseOthers(destination, reference, platform4, "meanwhile");
  }
  throw new Failure(
    "registry",
    `${formatReference(reference)} ${now === null ? "is not there" : `stands for ${now}`}, although the registry answered ${PUTS} times that it took ${manifest.digest}: the registry or a proxy before it is broken, or another run moves this tag.`
  );
}
async function settle2(read2, isSettled, { tries = 1, firstWaitMs = 0, longestWaitMs = 0 }) {
  for (let tried = 1; ; tried += 1) {
    const value = await read2();
    if (isSettled(value) || tried >= tries) return value;
    await wait3(Math.min(longestWaitMs, firstWaitMs * 3 ** (tried - 1)));
  }
}
async function refuseOthers({ client }, reference, platform4, when) {
  const there = await client.manifest(reference.repository, reference.identifier);
  const platforms = there === null ? [] : await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, platform4, platforms, when);
  if (conflict !== null) throw conflict;
}

// src/registry/push-blobs.ts
import { setTimeout as wait4 } from "node:timers/promises";
function pushBlobs(session, image) {
  const { groups, pushes } = session;
  const begun = pushes.get(image.manifest.digest);
  if (begun !== void 0) return begun;
  const push2 = allOf(groups.map((destinations) => pushToGroup(session, destinations, image))).then(
    (presences) => new Map(presences.flat())
  );
  pushes.set(image.manifest.digest, push2);
  return push2;
}
async function pushToGroup({ patience }, [first, ...others], image) {
  if (first === void 0) return [];
  const presence = await pushToRepository(first, image, null, patience);
  const mounted = others.map(
    async (other) => [other, await pushToRepository(other, image, first.repository, patience)]
  );
  return [[first, presence], ...await allOf(mounted)];
}
async function pushToRepository(destination, { layers, config, manifest }, mountFrom, patience) {
  const { client, repository, tags } = destination;
  if ([...tags.values()].includes(manifest.digest)) return "present";
  const store = (blob) => storeBlob(destination, blob, mountFrom, patience);
  const [first, ...rest] = layers;
  if (first === void 0 || !await client.hasBlob(repository, first.digest)) {
    await allOf([...layers, config].map(store));
    return "new";
  }
  if (await client.manifestDigest(repository, manifest.digest) !== null) return "present";
  await allOf([
    ...rest.map(async (layer) => {
      if (!await client.hasBlob(repository, layer.digest)) await store(layer);
    }),
    // A manifest that is not there has a config that is not.
    store(config)
  ]);
  return "new";
}
async function storeBlob({ client, registry, repository }, blob, mountFrom, { firstWaitMs = 0 }) {
  for (const from of [mountFrom, null]) {
    await client.putBlob(repository, blob, from);
    if (await client.hasBlob(repository, blob.digest)) return;
    await wait4(firstWaitMs);
    if (await client.hasBlob(repository, blob.digest)) return;
  }
  throw new Failure(
    "registry",
    `${registry}/${repository} does not have ${blob.digest}, although it answered twice that it stored it: the registry or a proxy before it is broken.`
  );
}

// src/registry/push.ts
async function publishImage(session, image) {
  const moves = await prepare(session, image).catch((cause) => ({ cause }));
  if ("cause" in moves) return publicationOf(session, image, notMoved(session, image, moves.cause));
  return publicationOf(session, image, await Promise.all(moves.map((move) => tryMove(session, move, image))));
}
async function prepare(session, image) {
  const presences = await pushBlobs(session, image);
  const moves = await allOf(
    [...presences].map(async ([destination, presence]) => {
      const prepared = allOf([...destination.tags.keys()].map((tag) => prepareMove(destination, tag, image)));
      await allOf([prepared, putByDigest(destination, presence, image)]);
      return prepared;
    })
  );
  return moves.flat();
}
async function putByDigest({ client, repository }, presence, { manifest }) {
  if (presence === "new") await client.putManifest(repository, manifest.digest, manifest);
}
async function tryMove({ patience }, move, image) {
  const { reference } = move;
  return moveTag(move, image, patience).then(
    (outcome) => ({ reference, outcome }),
    (cause) => ({ reference, cause })
  );
}
function notMoved({ groups }, { manifest }, cause) {
  return groups.flat().flatMap(
    ({ registry, repository, tags }) => [...tags].map(([identifier, before]) => {
      const reference = { registry, repository, identifier };
      return before === manifest.digest ? { reference, outcome: "unchanged" } : { reference, cause };
    })
  );
}
async function publicationOf({ groups }, { manifest }, outcomes) {
  const live = outcomes.filter((outcome) => "outcome" in outcome);
  const missing = outcomes.filter((outcome) => "cause" in outcome);
  const untagged = groups.flat().filter((place2) => !live.some(({ reference }) => isSameRepository(reference, place2))).map(async (place2) => await hasManifest(place2, manifest.digest) ? [place2] : []);
  return {
    live,
    missing,
    untagged: (await Promise.all(untagged)).flat().map(({ registry, repository }) => ({ registry, repository }))
  };
}
function isSameRepository(one, other) {
  return one.registry === other.registry && one.repository === other.repository;
}
async function hasManifest({ client, repository }, digest) {
  return await client.manifestDigest(repository, digest).catch(() => null) === digest;
}

// src/registry/session.ts
async function authenticate(host, publish2, platform4, patience = PATIENCE) {
  const repositories = [...Map.groupBy(publish2.references, formatRepository).values()];
  const found = await allOf(repositories.map((references) => findLogin(host, references, publish2)));
  const groups = await allOf(
    [...Map.groupBy(found, ({ key }) => key).values()].map(
      (members) => enterAll(host, members, platform4, patience)
    )
  );
  return { platform: platform4, patience, groups, pushes: /* @__PURE__ */ new Map() };
}
async function findLogin(host, references, publish2) {
  const [name] = references;
  if (name === void 0) throw new Error("a repository without a tag");
  const credentials = await findCredentials(host, name, publish2);
  const key = JSON.stringify([name.registry, credentials?.username, credentials?.password]);
  return { references, credentials, key };
}
async function enterAll(host, found, platform4, patience) {
  const [login] = found;
  const registry = login?.references[0]?.registry;
  if (login === void 0 || registry === void 0) return [];
  const client = connect(host, registry, login.credentials, patience);
  const destinations = [];
  for (const { references } of found) destinations.push(await enter(client, references, platform4));
  return destinations;
}
async function enter(client, references, platform4) {
  const [first, ...others] = references;
  if (first === void 0) throw new Error("a repository without a tag");
  const { registry, repository } = first;
  const look = async (reference) => [reference.identifier, await lookAt(client, reference, platform4)];
  const tags = new Map([await look(first), ...await allOf(others.map(look))]);
  const isNew = [...tags.values()].every((digest) => digest === null);
  if (isNew && client.asksForLogin) await client.tryPush(repository);
  return { client, registry, repository, tags };
}
async function lookAt(client, reference, platform4) {
  const there = await client.manifest(reference.repository, reference.identifier);
  if (there === null) return null;
  const platforms = await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, platform4, platforms, "before");
  if (conflict !== null) throw conflict;
  return there.digest;
}

// src/report/failed-publication.ts
function failedPublication(why, places, missing) {
  if (places.length === 0) return `${why} Nothing was published.`;
  const not = missing.map(({ reference }) => reference);
  return `${why} The image is at ${listed2(places)}${not.length === 0 ? "" : `, but not at ${listed2(not)}`}.`;
}
function otherReasons(missing) {
  const [first, ...others] = missing;
  const different = others.filter(({ reason }) => reason !== first?.reason);
  return different.length === 0 ? void 0 : different.map(({ reference, reason }) => `${reference}: ${reason}`).join("\n");
}
function listed2(names) {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

// src/commands/steps/paths-in-place.ts
import path46 from "node:path";
async function pathsOutOfPlace(host, { surface }, spec, run3) {
  const roots = await workspaceRoots(host, spec.workingDirectory);
  const problems = await Promise.all(
    namedPaths(spec, run3).map(async ({ input, file: file2 }) => {
      const end = await leadsOut(roots, file2);
      if (end === null) return [];
      const because = `leads out of the workspace through a link, to ${end}; remove the link, or write that path itself`;
      return [wrongValue(surface, input, path46.relative(host.cwd, file2), because)];
    })
  );
  return uniqueOf(problems.flat());
}
function uniqueOf(problems) {
  return [...new Map(problems.map((problem2) => [problem2.sentence, problem2])).values()];
}
async function requireInPlace(host, { workingDirectory }, file2) {
  const end = await leadsOut(await workspaceRoots(host, workingDirectory), file2);
  if (end === null) return;
  throw new Failure(
    "write",
    `Nothing was written to ${path46.relative(host.cwd, file2)}, since it leads out of the workspace through a link, to ${end}; remove the link, or name another place with output.`
  );
}
function namedPaths({ workingDirectory, source, go, certificates: { roots, extra }, publish: publish2, baseline }, { report }) {
  return [
    { input: "working-directory", file: workingDirectory },
    ...source.kind === "binary" ? [{ input: "binary", file: source.path }] : [],
    ...go.versionFile === null ? [] : [{ input: "go-version-file", file: go.versionFile }],
    ...typeof roots === "string" ? [] : [{ input: "certificates", file: roots.file }],
    ...extra.map((file2) => ({ input: "extra-certificates", file: file2 })),
    ...baselineFiles(baseline, workingDirectory).map((file2) => ({ input: "baseline", file: file2 })),
    ...publish2.output === null ? [] : [{ input: "output", file: publish2.output.path }],
    ...report === null ? [] : [report, htmlPathOf(report)].map((file2) => ({ input: "report", file: file2 }))
  ];
}
function baselineFiles(baseline, directory3) {
  if (baseline.kind !== "file") return [];
  const { path: given } = baseline;
  return [given, given.replace(/:[^:]*$/, "")].map((file2) => path46.resolve(directory3, file2));
}

// src/commands/steps/publish.ts
function openAccess(host, { publish: publish2, platform: platform4 }) {
  if (!publish2.push) return Promise.resolve(null);
  const session = authenticate(host, publish2, platform4);
  session.catch(() => {
  });
  return session;
}
async function publish(host, { publish: publishing, workingDirectory }, name, image, session) {
  const wanted2 = publishing.push ? publishing.references : [];
  const { places, failure: failure2 } = await writeLocally(host, { publish: publishing, workingDirectory }, name, image);
  if (failure2 !== null) {
    const missing = wanted2.map((reference) => ({ reference, cause: failure2 }));
    return outcomeOf(image, places, { live: [], missing, untagged: [] }, { wanted: wanted2, failure: failure2 });
  }
  if (session === null) return { references: [], places, missing: [], failure: null };
  const publication = await publishImage(session, image);
  return outcomeOf(image, places, publication, { wanted: wanted2, failure: publication.missing[0]?.cause ?? null });
}
function outcomeOf({ manifest }, local, { live, missing, untagged }, { wanted: wanted2, failure: failure2 }) {
  const tags = new Set(live.map(({ reference }) => formatReference(reference)));
  const references = [
    ...wanted2.map(formatReference).filter((reference) => tags.has(reference)),
    ...untagged.map((repository) => formatReference({ ...repository, identifier: manifest.digest }))
  ];
  const places = [
    ...local,
    ...references.slice(0, 1).map((reference) => ({ kind: "registry", reference }))
  ];
  const notThere = missing.map(({ reference, cause }) => ({
    reference: formatReference(reference),
    reason: errorMessage(cause).replace(/\.$/, "")
  }));
  return {
    references,
    places,
    missing: notThere,
    failure: failure2 instanceof Failure ? saying(failure2, [...local.map(placeName), ...references], notThere) : failure2
  };
}
function saying(cause, places, missing) {
  const output = cause.output ?? otherReasons(missing);
  return new Failure(cause.code, failedPublication(cause.message, places, missing), {
    cause,
    ...output === void 0 ? {} : { output }
  });
}
async function writeLocally(host, { publish: publishing, workingDirectory }, name, image) {
  const output = publishing.output ?? defaultOutput(host, publishing, name);
  const local = localReferences(publishing, name);
  const places = [];
  try {
    if (output !== null) await requireInPlace(host, { workingDirectory }, output.path);
    if (output?.kind === "layout") {
      await writeLayout(output.path, image);
      places.push({ kind: "layout", path: shown2(host, output.path) });
    }
    if (output?.kind === "archive") {
      await writeArchive(output.path, image, local);
      places.push({ kind: "archive", path: shown2(host, output.path), reference: local[0] });
    }
    if (publishing.load) {
      await loadIntoDaemon(host, image, local);
      places.push({ kind: "daemon", reference: local[0] });
    }
    return { places, failure: null };
  } catch (failure2) {
    return { places, failure: failure2 };
  }
}
function defaultOutput(host, { push: push2, load: load2 }, name) {
  if (host.surface === "action" || push2 || load2) return null;
  return { kind: "layout", path: path47.join(host.cwd, ".bantam", name) };
}
function localReferences({ references }, name) {
  const [first, ...others] = references.map(formatReference);
  return first === void 0 ? [`${localName(name)}:latest`] : [first, ...others];
}
function shown2(host, file2) {
  const relative = path47.relative(host.cwd, file2);
  return relative.startsWith("..") ? file2 : relative;
}

// src/pack/smoke/smoke-test.ts
import { mkdtemp as mkdtemp2, rm as rm14 } from "node:fs/promises";
import path48 from "node:path";

// src/pack/smoke/smoke-config.ts
function smokeConfig(blob) {
  const { config } = JSON.parse(Buffer.from(blob.bytes).toString("utf8"));
  const [uid, gid] = config.User.split(":").map(Number);
  return {
    entrypoint: config.Entrypoint ?? [],
    args: config.Cmd ?? [],
    env: Object.fromEntries((config.Env ?? []).map(splitVariable)),
    user: { uid: uid ?? 0, gid: gid ?? 0 },
    workdir: config.WorkingDir ?? "/"
  };
}
function splitVariable(variable) {
  const at = variable.indexOf("=");
  return [variable.slice(0, at), variable.slice(at + 1)];
}

// src/pack/smoke/smoke-entries.ts
var HOSTNAME = "smoke-test";
function smokeEntries(layers, owner, user, workdir) {
  const byPath = new Map(layers.map((entry) => [entry.path, entry]));
  byPath.delete("/");
  for (const directory3 of ["/proc", "/sys", "/dev", "/etc"])
    byPath.set(directory3, directoryAt(byPath, directory3));
  if (workdir !== "/" && !byPath.has(workdir)) byPath.set(workdir, directoryAt(byPath, workdir));
  for (const [path58, text2] of Object.entries(CONTAINER_FILES)) byPath.set(path58, fileAt(path58, text2));
  if (!byPath.has("/etc/mtab"))
    byPath.set("/etc/mtab", {
      kind: "symlink",
      path: "/etc/mtab",
      mode: 511,
      uid: 0,
      gid: 0,
      target: "/proc/mounts"
    });
  const entries = completeTree([...byPath.values()]);
  return owner === "root" ? entries : entries.map((entry) => ({ ...entry, mode: ownersMode(entry, user) }));
}
var CONTAINER_FILES = {
  "/etc/hostname": `${HOSTNAME}
`,
  "/etc/hosts": `127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
127.0.0.1	${HOSTNAME}
`,
  // There is no network but loopback: a resolver is refused at once.
  "/etc/resolv.conf": "nameserver 127.0.0.1\n"
};
function fileAt(path58, text2) {
  return { kind: "file", path: path58, mode: 420, uid: 0, gid: 0, bytes: Buffer.from(text2) };
}
function directoryAt(byPath, path58) {
  const there = byPath.get(path58);
  if (there !== void 0 && there.kind !== "directory") throw new RangeError(`${path58} is a ${there.kind}`);
  return there ?? { kind: "directory", path: path58, mode: 493, uid: 0, gid: 0 };
}
function ownersMode(owned, user) {
  const { mode, uid, gid } = owned;
  if (user.uid === 0 || user.uid === uid) return mode;
  const allowed = (user.gid === gid ? mode >> 3 : mode) & 7;
  return mode & ~448 | allowed << 6;
}

// src/pack/smoke/smoke-environment.ts
var PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function smokeEnvironment(env, entries, user, hostname) {
  return { PATH, HOSTNAME: hostname, HOME: homeOf3(entries, user), ...env };
}
function homeOf3(entries, user) {
  const passwd = entries.findLast((entry) => entry.path === "/etc/passwd");
  if (passwd?.kind !== "file") return "/";
  const lines = Buffer.from(passwd.bytes).toString("utf8").split("\n");
  const fields = lines.map((line) => line.split(":")).find((line) => line[2] === String(user.uid));
  return fields?.[5] || "/";
}
function candidates(program, env) {
  if (program.includes("/")) return [program];
  const directories = (env["PATH"] ?? "").split(":").filter((directory3) => directory3.startsWith("/"));
  const files = directories.map((directory3) => `${directory3.replace(/\/$/, "")}/${program}`);
  return files.length === 0 ? [`/${program}`] : files;
}

// src/pack/smoke/smoke-test.ts
var LIMIT_MS = 3e4;
var SET_UP_MS = 3e5;
async function smokeTest(host, way, request2) {
  if (way === "process") throw notRun2("this machine lets Bantam make no namespaces");
  const config = smokeConfig(request2.image.config);
  const layers = (await Promise.all(request2.image.layers.map(readLayer))).flat();
  const owner = way === "user" ? "user" : "root";
  const entries = laidOut(layers, owner, config);
  const directory3 = await mkdtemp2(path48.join(host.temporary, "smoke-test-"));
  try {
    const seen = [];
    for (const { argv, http } of checksOf(config, request2)) {
      const service = serviceOf(config, request2.smoke, layers, argv);
      const run3 = { owner, directory: directory3, service, http, limitMs: request2.limitMs ?? LIMIT_MS };
      seen.push(verdict(run3, await supervised(host, way, run3, entries)));
    }
    return { status: "passed", seen };
  } finally {
    await rm14(directory3, { recursive: true, force: true });
  }
}
function laidOut(layers, owner, { user, workdir }) {
  try {
    return smokeEntries(layers, owner, user, workdir);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw notRun2(`the image's files cannot be laid out (${cause.message})`);
  }
}
function checksOf({ entrypoint, args }, { smoke }) {
  const checks = [];
  if (smoke.args !== null) checks.push({ argv: [...entrypoint, ...smoke.args], http: null });
  if (smoke.http !== null) checks.push({ argv: [...entrypoint, ...args], http: smoke.http });
  return checks;
}
function serviceOf({ env, user, workdir }, smoke, layers, argv) {
  const variables = smokeEnvironment({ ...env, ...smoke.env }, layers, user, HOSTNAME);
  const [program = "/"] = argv;
  return {
    user,
    hostname: HOSTNAME,
    workdir,
    candidates: candidates(program, variables),
    argv,
    env: variables
  };
}
async function supervised(host, way, asked, entries) {
  const [command, ...args] = [
    ...way === "sudo" ? ["sudo", "-n", "--"] : [],
    process.execPath,
    entryPoint("smoke-supervisor")
  ];
  const finished = await run(host, command, args, {
    input: writeSmokeMessage(asked, entries),
    timeoutMs: SET_UP_MS + asked.limitMs,
    // Nothing of ours reaches the supervisor: no secret, and no NODE_OPTIONS.
    env: childEnvironment(host, way === "sudo" ? "sudo" : "shell")
  });
  if (finished.exitCode === 0) return JSON.parse(finished.stdout);
  const why = finished.timedOut ? "its supervisor hung" : `its supervisor ended with ${finished.exitCode ?? finished.signal}`;
  throw notRun2(why, finished.stderr);
}
function verdict(asked, outcome) {
  const command = asked.service.argv.join(" ");
  const probed = asked.http === null ? null : `${asked.http.port}${asked.http.path}`;
  switch (outcome.kind) {
    case "answered":
      return `${probed} answered ${outcome.status}`;
    case "ended":
      if (probed === null && outcome.exitCode === 0) return `${command} ended with 0`;
      throw failed(asked, endOf(outcome, probed), outcome.output);
    case "time limit":
      throw failed(asked, limitOf2(asked, outcome.last, probed), outcome.output);
    case "not started":
      throw failed(asked, `did not start: ${outcome.reason}`, "");
    case "not set up":
      throw notRun2(`the image could not be shut in (${outcome.reason})`);
  }
}
function endOf({ exitCode, signal }, probed) {
  const ended = exitCode === null ? `was ended by ${signal}` : `ended with ${exitCode}`;
  return probed === null ? `${ended}, and smoke-args must end with 0` : `${ended} before ${probed} answered`;
}
function limitOf2(asked, last, probed) {
  const limit = `${asked.limitMs / 1e3} s`;
  return probed === null ? `was still running after ${limit}, and smoke-args must end with 0` : `was given ${limit}, and at the last try ${probed} ${last}; smoke-http must answer below 500`;
}
function failed({ service: { argv, user } }, what, output) {
  return new Failure(
    "smoke-test",
    `The smoke test ran ${argv.join(" ")} as user ${user.uid}:${user.gid} in the finished image, which ${what}: correct the service, or what the image has for it; nothing was published, and ${output === "" ? "it printed nothing" : "what it printed is shown with this message"}.`,
    { output }
  );
}
function notRun2(why, output = "") {
  return new Failure(
    "smoke-test",
    `The smoke test was not run, since ${why}, and nothing was published: run Bantam as root, with passwordless sudo, or where an ordinary user may make namespaces (with util-linux and tar), or leave out smoke-args and smoke-http.`,
    { output }
  );
}

// src/report/smoke-hint.ts
var SYMPTOMS = [
  {
    pattern: /exec: "([^"\n]{1,200})": executable file not found in \$PATH/,
    need: "exec",
    hint: (asked) => `it starts the program ${asked}, which the image does not contain; add it with files`
  },
  {
    pattern: /fork\/exec ([^:\n]{1,200}): no such file or directory/,
    need: "exec",
    hint: (asked) => `it starts the program ${asked}, which the image does not contain (or whose interpreter it does not contain); add it with files`
  },
  {
    pattern: /user: (?:unknown user(?:id)?|lookup user(?:id)?|unknown group(?:id)?|lookup group(?:id)?) ([^:\s]{1,100})/,
    need: "users",
    hint: (asked) => `it looks up the user or group ${asked}, and the image knows only root, nonroot and nobody; use one of these`
  },
  {
    pattern: /unknown time zone ([^\s:]{1,100})/,
    need: null,
    hint: (asked) => `the image has no time zone ${asked}; set timezones: all`
  },
  {
    pattern: /x509: (certificate signed by unknown authority|failed to load system roots)/,
    need: null,
    hint: () => "the image does not have the certificate authority; set certificates or extra-certificates"
  }
];
function smokeHint(output, needs) {
  for (const { pattern, need, hint } of SYMPTOMS) {
    const asked = pattern.exec(output)?.[1];
    if (asked === void 0) continue;
    if (need === null || needs.some((found) => found?.[need] ?? true)) return hint(asked);
  }
  return null;
}

// src/commands/steps/smoke.ts
var NOT_ASKED = { status: "not asked", seen: [] };
async function smokeTestImage(host, { smoke }, image, binaries) {
  if (smoke === null) return NOT_ASKED;
  try {
    return await smokeTest(host, await isolationOf(host), { image, smoke });
  } catch (cause) {
    throw cause instanceof Failure ? explained(cause, binaries) : cause;
  }
}
function explained(failure2, binaries) {
  const hint = smokeHint(
    failure2.output ?? "",
    binaries.map(({ executable }) => executable.needs)
  );
  if (hint === null) return failure2;
  const { code, message, output, locations } = failure2;
  const said = `${message.replace(/\.$/, "")}. By its output, ${hint}.`;
  return new Failure(code, said, { locations, cause: failure2, ...output === void 0 ? {} : { output } });
}

// src/commands/steps/tools.ts
async function resolveTools(host, spec) {
  const [go, packing] = await Promise.all([resolveCompiler(host, spec), resolvePacking(host, spec)]);
  return { go, ...packing };
}
async function resolveCompiler(host, spec) {
  const needsGo = spec.source.kind === "main" || spec.timezones === "all";
  return needsGo ? resolveGo(host, spec.go, spec.workingDirectory) : null;
}
async function resolvePacking(host, { pack: pack2 }) {
  if (pack2.mode === "off") return { upx: null, packer: null };
  const upx = await resolveUpx(host, pack2);
  return { upx, packer: upxPacker(host, upx, pack2.upxArgs) };
}

// src/commands/build.ts
async function build(host, spec, surface) {
  const begun = [];
  try {
    return await buildImage(host, spec, surface, (work) => begun.push(work));
  } finally {
    if (spec.baseline.kind === "build") await Promise.allSettled(begun);
  }
}
async function buildImage(host, spec, { screen, restoreCaches, restoreWeighIn }, begin3) {
  const clock = startClock();
  const say = (line) => host.log.info(stageLine(line, screen));
  const platform4 = formatPlatform(spec.platform);
  const brought = await readFiles2(host, spec);
  const known3 = namesOf3(spec.source);
  if (known3 !== null) checkStart(host, spec, brought, known3);
  const resolving = resolvePacking(host, spec);
  const upx = resolving.then(
    (tools2) => tools2.upx,
    () => null
  );
  const go = await clock.time("resolve", resolveCompiler(host, spec));
  await restoreCaches?.(go);
  await checkZone(host, spec, go, brought);
  const access = openAccess(host, spec);
  const foundBaseline = findBaseline(host, spec, { upx, restoreWeighIn });
  begin3(foundBaseline);
  const [service, packing] = await Promise.all([
    clock.time(
      "compile",
      linkService(host, spec, go, (mains) => checkStart(host, spec, brought, mains))
    ),
    resolving
  ]);
  const tools = { go, ...packing };
  const linked = service.binaries;
  const name = spec.name ?? linked[0].name;
  host.log.info(`${headline(name, platform4, screen)}
`);
  const files = arrangeFiles(spec, brought, linked);
  const binaries = await clock.time("read", readBinaries(linked, spec.platform, service.embedded));
  const packages = await checkSubjects(host, spec, { go, binaries, baseline: foundBaseline, name });
  say(compileStage(go, binaries, clock.ms("compile")));
  await checkBuild(host, spec, service, binaries);
  const session = await access;
  await refuseEarly(foundBaseline);
  const { base, shipped, image, weight } = await makeImage(host, spec, tools, { files, binaries }, clock);
  for (const binary of shipped) {
    say(packStage(binary.weight, binary.packMs));
    say(proveStage(binary.weight, binary.proveMs));
    for (const line of needsStage(binary.weight)) say(line);
  }
  say(assembleStage(contentsOf(base, files, shipped), weight.sizes));
  const { baseline, report, growth } = compareWith(await foundBaseline, spec, name, weight);
  const budget = judge(spec, weight, baseline, packages);
  const verdict2 = gate(budget, spec, host.surface, {
    imageSize: weight.sizes.imageSize,
    noBaseline: report?.reason ?? null
  });
  for (const notice of verdict2.notices) host.log.notice(notice);
  const smokeTest2 = verdict2.publish ? await clock.time("smoke test", smokeTestImage(host, spec, image, binaries)) : NOT_ASKED;
  if (smokeTest2.status === "passed") say(smokeStage(smokeTest2.seen, clock.ms("smoke test")));
  const published = verdict2.publish ? await clock.time("publish", publish(host, spec, name, image, session)) : null;
  if (published !== null && published.references.length > 0)
    say(pushStage(published.references, clock.ms("publish")));
  const breakdowns = new Map(binaries.map(({ linked: binary, breakdown }) => [binary.name, breakdown()]));
  return {
    name,
    depths: [{ image: name, platform: platform4, breakdowns }],
    gate: verdict2,
    image,
    published,
    weighIn: {
      schemaVersion: 1,
      bantam: VERSION,
      revision: spec.revision,
      images: [
        {
          name,
          references: published?.references ?? [],
          digest: image.manifest.digest,
          published: published !== null && published.places.length > 0,
          ...published === null || published.missing.length === 0 ? {} : { missing: published.missing },
          budget,
          baseline: report,
          platforms: [{ ...weight, growth, smokeTest: smokeTest2 }]
        }
      ],
      stages: clock.stages(name, platform4)
    }
  };
}

// src/commands/declare.ts
import { stat as stat13 } from "node:fs/promises";

// src/compile/check-programs.ts
import { existsSync as existsSync8, readFileSync as readFileSync3, realpathSync as realpathSync4 } from "node:fs";
import path49 from "node:path";
function checkPrograms(host, spec, workingDirectory) {
  const env = childEnvironment(host, "go", spec.buildEnv);
  const places = placesOf3(host, env, workingDirectory);
  const variables = [
    ...Object.entries(env).map(([name, value]) => ({ name, value: value ?? "", from: "" })),
    ...variablesOfGoEnv(env)
  ];
  for (const { name, value, from } of variables) {
    const isMachines = ["PATH", "HOME", "XDG_CONFIG_HOME"].includes(name) && !(name in spec.buildEnv);
    const fault = isMachines ? null : variableFault(name, value, places);
    if (fault !== null) throw refused2(`${name}${from}`, fault);
    const number2 = /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1];
    const set = `GIT_CONFIG_VALUE_${number2}`;
    const ofGit = number2 === void 0 ? null : gitSettingFault(value, env[set] ?? "", places);
    if (ofGit !== null) throw refused2(`${set} (${value})`, ofGit);
  }
  for (const [name, program] of spec.cgo === "static" ? C_TOOLS : []) {
    const fault = (env[name] ?? "") === "" ? variableFault(name, program, places) : null;
    if (fault !== null) throw refused2(name, fault);
  }
  const flags = goFlagsFault(spec.buildFlags, places);
  if (flags !== null) throw refused2("build-flags", flags);
  const linker = linkerFlagsFault(wordsOf(spec.ldflags), places);
  if (linker !== null) throw refused2("ldflags", linker);
  const other = spec.buildVcs ? otherRepository(host, workingDirectory) : null;
  if (other !== null)
    throw refused2(
      "build-vcs",
      `would have Go run the program of ${other}, which the checkout brings; leave it out`
    );
}
function otherRepository(host, workingDirectory) {
  const top = findCheckout(host, workingDirectory);
  if (top === null) return null;
  for (let at = realPath2(workingDirectory); isWithin4(at, top); at = path49.dirname(at)) {
    const found = OTHER_REPOSITORIES.map((name) => path49.join(at, name)).find(existsSync8);
    if (found !== void 0) return found;
    if (at === top) return null;
  }
  return null;
}
var OTHER_REPOSITORIES = [".hg", ".svn", ".bzr", ".fslckout", "_FOSSIL_"];
var C_TOOLS = [
  ["CC", "gcc"],
  ["CC", "clang"],
  ["CXX", "g++"],
  ["AR", "ar"],
  ["PKG_CONFIG", "pkg-config"]
];
function refused2(name, fault) {
  return new Failure("bad-input", `${name} ${fault}.`);
}
function variablesOfGoEnv(env) {
  const file2 = goEnvFile(env);
  const text2 = file2 === null ? "" : readOrNothing(file2);
  const lines = text2.split("\n").flatMap((line) => /^([A-Z]\w*)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const variables = /* @__PURE__ */ new Map();
  for (let at = 0; at < lines.length; at += 2) variables.set(lines[at] ?? "", lines[at + 1] ?? "");
  return [...variables].filter(([name]) => (env[name] ?? "") === "").map(([name, value]) => ({ name, value, from: ` in ${file2}` }));
}
function goEnvFile(env) {
  const named = env["GOENV"] ?? "";
  if (named !== "") return named === "off" ? null : named;
  const home2 = homeOf(env);
  if (process.platform === "darwin")
    return home2 === null ? null : path49.join(home2, "Library", "Application Support", "go", "env");
  const configs = env["XDG_CONFIG_HOME"] ?? (home2 === null ? null : path49.join(home2, ".config"));
  return configs === null ? null : path49.join(configs, "go", "env");
}
function readOrNothing(file2) {
  try {
    return readFileSync3(file2, "utf8");
  } catch {
    return "";
  }
}
function placesOf3(host, env, workingDirectory) {
  const workspace = host.surface === "action" ? host.env["GITHUB_WORKSPACE"] ?? "" : "";
  const tops = [findCheckout(host, workingDirectory) ?? "", workspace, workingDirectory].filter(
    (top) => top !== ""
  );
  return {
    isInCheckout: (file2) => tops.some((top) => isWithin4(file2, top) || isWithin4(realPath2(file2), realPath2(top))),
    find: (program) => onPath({ env }, program)
  };
}
function isWithin4(file2, top) {
  const relative = path49.relative(top, file2);
  return relative === "" || !(relative === ".." || relative.startsWith(`..${path49.sep}`) || path49.isAbsolute(relative));
}
function realPath2(file2) {
  try {
    return realpathSync4(file2);
  } catch {
    const parent = path49.dirname(file2);
    return parent === file2 ? file2 : path49.join(realPath2(parent), path49.basename(file2));
  }
}

// src/declare/image-spec.ts
import path56 from "node:path";

// src/declare/baseline.ts
function declareBaseline(reader2, surroundings, source, repositories, budget) {
  const usual = auto(surroundings, repositories);
  const { commit } = surroundings.base;
  const baseline = reader2.value("baseline", (text2) => parseBaseline(text2, usual, commit), usual);
  const signed = budget.kind === "limits" ? budget.limits.filter(({ bound }) => bound.kind !== "size") : [];
  if (baseline.kind === "none") refuseNone(reader2, signed);
  if (baseline.kind === "build") {
    const why = whyNotBuilt(source, signed, commit);
    if (why !== null) reader2.wrong("baseline", "build", why);
  }
  return baseline;
}
function refuseNone(reader2, signed) {
  if (signed.length === 0) return;
  reader2.wrong(
    "baseline",
    "none",
    `leaves nothing that ${listed3(signed)} in budget could be growth over; write auto, or take the limit out`
  );
}
function whyNotBuilt(source, signed, base) {
  if (source.kind === "binary")
    return "compiles what binary brings ready-made; write auto, or the weigh-in, image or layout to compare with";
  const beyond = signed.filter(({ subject: { kind } }) => OF_AN_IMAGE.includes(kind));
  if (beyond.length > 0) {
    const instead = beyond.map((limit) => formatLimit({ ...limit, subject: { kind: "binary" } }));
    return `makes no image, so that ${listed3(beyond)} in budget could not be measured; write ${[...new Set(instead)].join(" or ")}, which is before packing, or baseline: auto`;
  }
  return base.status === "unknown" ? `finds no commit to build: ${base.why}; write auto, or what to compare with` : null;
}
var OF_AN_IMAGE = ["image", "download", "memory"];
function listed3(limits) {
  return limits.map((limit) => `"${formatLimit(limit)}"`).join(" and ");
}
function parseBaseline(text2, usual, base) {
  const given = text2.trim();
  switch (given) {
    case "":
      return problem("is empty; write auto, build, none, or what to compare with");
    case "auto":
      return parsed(usual);
    case "none":
      return parsed({ kind: "none" });
    case "build":
      return parsed(
        base.status === "known" ? { kind: "build", commit: base.commit } : { kind: "build", commit: null, why: base.why }
      );
    default:
      return parseNamed(given);
  }
}
function parseNamed(given) {
  const named = readThingName(given);
  switch (named.kind) {
    case "image":
      return parsed({ kind: "image", reference: named.reference });
    case "path":
      return parsed({ kind: "file", path: named.path });
    case "either": {
      const meant = didYouMean(given, ["auto", "build", "none"]);
      if (meant !== "") return problem(`is neither an image nor a path${meant}`);
      const latest = parseReference(`${given}:latest`);
      const image = latest.ok && !FILE_NAME.test(given) ? `, or ${formatReference(latest.value)} for an image in a registry` : "";
      return problem(
        `is not written as a path; write ${given.startsWith("~") ? "an absolute path" : `./${given}`}${image}`
      );
    }
  }
}
function auto({ surface, base }, [repository]) {
  const { branch } = base;
  const commit = base.commit.status === "known" ? base.commit.commit : null;
  const nowhere = (why) => ({ kind: "auto", commit, branch, reference: null, why });
  if (surface === "terminal") return { ...nowhere("name one with baseline"), commit: null, branch: null };
  const identifier = slug(branch ?? "");
  if (identifier === null) return nowhere("the event is about no branch");
  if (repository === void 0) return nowhere("image names no repository to look for one in");
  return { kind: "auto", commit, branch, reference: { ...repository, identifier }, why: null };
}

// src/declare/budget.ts
function parseBudget(text2, platform4) {
  const lines = splitList(text2);
  if (lines.length === 1 && lines[0] === "none") return { ok: true, value: { kind: "none" } };
  const limits = [];
  const wrong = [];
  if (lines.length === 0)
    wrong.push({ line: text2, because: "has no limit; write a size such as 3MB, or none" });
  for (const [at, line] of lines.entries()) {
    if (wrong.at(-1)?.line.endsWith(`,${line}`)) continue;
    const limit = parseLimit(line, platform4);
    if (!limit.ok) wrong.push(decimalComma(text2, line, lines[at + 1]) ?? { line, because: limit.problem });
    else if (limits.some((other) => isAlike(limit.value, other)))
      wrong.push({ line, because: secondProblem(limit.value) });
    else limits.push(limit.value);
  }
  return wrong.length === 0 ? { ok: true, value: { kind: "limits", limits } } : { ok: false, wrong };
}
function decimalComma(text2, line, next = "") {
  const number2 = `${line},${next}`;
  return /\d$/.test(line) && /^\d+ *[A-Za-z%]/.test(next) && text2.includes(number2) ? { line: number2, because: `has a comma in its number; write ${line}.${next}` } : null;
}
function isAlike(one, other) {
  const samePlace = one.platform === null || other.platform === null || one.platform === other.platform;
  const sameKind = one.bound.kind === "size" === (other.bound.kind === "size");
  return samePlace && sameKind && formatSubject(one.subject) === formatSubject(other.subject);
}
function secondProblem({ subject, bound }) {
  const of = formatSubject(subject);
  return bound.kind === "size" ? `is a second limit of ${of}; write one` : `is a second limit of the growth of ${of}; write one`;
}

// src/declare/declare-build.ts
import path50 from "node:path";

// src/declare/template.ts
var ACTION = /\{\{\s*(?:"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|(.*?))\s*\}\}/gs;
var OWN_BRACES = 'for braces that are no template write {{"{{"}}, or pass the text as {{.Env.NAME}}';
function fillTemplate(text2, values, env = {}) {
  const parts = fillParts(text2, values, env);
  return parts.ok ? parsed(parts.value.map((part2) => part2.text).join("")) : parts;
}
function fillParts(text2, values, env = {}) {
  const parts = [];
  let at = 0;
  for (const match of text2.matchAll(ACTION)) {
    const [whole, quoted3, raw, key = ""] = match;
    parts.push({ text: text2.slice(at, match.index), action: null });
    at = match.index + whole.length;
    const own = quoted3 === void 0 ? raw : unquote2(quoted3);
    if (own !== void 0) {
      parts.push({ text: own, action: null });
      continue;
    }
    const found = lookUp2(key.trim(), values, env);
    if ("missing" in found) return problem(`has ${whole}, ${found.missing}`);
    parts.push({ text: found.value, action: whole });
  }
  const rest = text2.slice(at);
  if (rest.includes("{{")) return problem(`has "{{" without "}}"; write {{.Version}}, or ${OWN_BRACES}`);
  return parsed(
    [...parts, { text: rest, action: null }].filter((part2) => part2.text !== "" || part2.action !== null)
  );
}
function unquote2(text2) {
  return text2.replace(/\\(.)/gs, "$1");
}
function lookUp2(key, values, env) {
  const known3 = [...Object.keys(values).map((name2) => `.${name2}`), ".Env.NAME"];
  const variable = /^\.Env\.([A-Za-z_][A-Za-z0-9_]*)$/.exec(key)?.[1];
  if (variable !== void 0) {
    const value2 = (Object.hasOwn(env, variable) ? env[variable] : void 0) ?? "";
    return value2 === "" ? { missing: `but the environment variable ${variable} is empty or not set; set it` } : { value: value2 };
  }
  const name = key.startsWith(".") ? key.slice(1) : null;
  const value = name !== null && Object.hasOwn(values, name) ? values[name] : void 0;
  if (value !== void 0) return value;
  const meant = didYouMean(key, known3);
  const hint = key.startsWith(".") ? `there are ${known3.join(", ")}` : OWN_BRACES;
  return { missing: `which is unknown${meant || `; ${hint}`}` };
}
function sourceValues(surroundings, created) {
  const { commit, tag, branch, ref, refused: refused3 } = surroundings.repository;
  const short = commit === null ? null : commit.slice(0, 7);
  const noCommit = refused3 === null ? "but git knows no commit here; check the repository out, with its .git" : `but git does not read this checkout: ${refused3}`;
  const noTag = ref === null ? "but no tag points at this commit; build from a tag, or fetch tags (actions/checkout: fetch-tags: true)" : `but this run is one on ${ref}, which is not a tag; write {{.Version}} or {{.Branch}}, or run on tags only`;
  return {
    Version: orMissing(tag === null ? short : versionOf(tag), noCommit),
    Commit: orMissing(commit, noCommit),
    ShortCommit: orMissing(short, noCommit),
    Date: orMissing(created === null ? null : formatTime(created), noCommit),
    Tag: orMissing(tag, refused3 === null || ref !== null ? noTag : noCommit),
    Branch: orMissing(branch, "but no branch is checked out; build from a branch")
  };
}
function orMissing(value, missing) {
  return value === null ? { missing } : { value };
}
function versionOf(tag) {
  return /^v\d/.test(tag) ? tag.slice(1) : tag;
}
function formatTime(seconds) {
  return `${new Date(seconds * 1e3).toISOString().slice(0, -5)}Z`;
}

// src/declare/declare-build.ts
var DEFAULT_PLATFORM = { os: "linux", architecture: "amd64" };
function declarePlatform(reader2) {
  const given = reader2.text("platforms");
  const items = given === null ? ["linux/amd64"] : reader2.items("platforms");
  const platforms = reader2.each("platforms", items, parsePlatform);
  if (items.length !== 1) {
    const text2 = reader2.text("platforms") ?? "";
    reader2.wrong(
      "platforms",
      text2,
      items.length === 0 ? "names no platform; write one, such as linux/amd64" : `names ${items.length} platforms, but one run builds for one for now; write one per run, such as ${items[0]}`
    );
  }
  return platforms[0] ?? DEFAULT_PLATFORM;
}
function declareSource(reader2, directory3, platform4) {
  if (reader2.text("binary") === null) return { kind: "main", mains: declareMains(reader2) };
  if (reader2.asked("main")) reader2.contradiction("main", "and binary exclude each other; write one of them");
  const file2 = reader2.value("binary", (text2) => parseBinaryPath(text2, platform4), "");
  return { kind: "binary", path: path50.resolve(directory3, file2), name: path50.basename(file2) };
}
function declareMains(reader2) {
  const mains = reader2.each("main", reader2.items("main"), parseMain);
  for (const [at, main] of mains.entries()) {
    const earlier2 = mains.slice(0, at);
    if (earlier2.some(({ path: path58 }) => path58 === main.path)) {
      reader2.wrong("main", main.path, "is given twice; write it once");
    } else if (main.name !== null && earlier2.some(({ name }) => name === main.name)) {
      reader2.wrong("main", `${main.path}=${main.name}`, "has the name of an earlier one; write another name");
    }
  }
  return mains;
}
function parseBinaryPath(text2, platform4) {
  const filled = fillTemplate(text2, {
    Os: { value: platform4.os },
    Arch: { value: platform4.architecture }
  });
  if (!filled.ok) return filled;
  if (/[\n\0]/.test(filled.value)) return problem("is more than one path; write one");
  if (filled.value.endsWith("/")) return problem("is a directory; write the path of an executable");
  const name = parseBinaryName(path50.basename(filled.value));
  return name.ok ? filled : name;
}
var GO_ONLY = [
  "go-version",
  "go-version-file",
  "go-download-url",
  "ldflags",
  "build-tags",
  "build-flags",
  "build-env",
  "build-vcs",
  "cgo"
];
function declareCompile(reader2, source, { env }, values) {
  if (source.kind === "binary") {
    for (const name of GO_ONLY) {
      if (reader2.asked(name)) {
        reader2.contradiction(name, "says nothing with binary, which is built already; leave one of them out");
      }
    }
  } else {
    for (const name of ["GOFLAGS", "GOCACHEPROG", "GOAUTH", "GOENV"]) {
      const value = env[name] ?? "";
      const wrong = checkVariable(name, value);
      if (wrong !== null) reader2.wrong(name, name === "GOAUTH" ? "\u2026" : value, wrong);
    }
  }
  const words3 = reader2.words("build-flags");
  const flags = parseBuildFlags(words3);
  if (!flags.ok) reader2.wrong("build-flags", reader2.text("build-flags") ?? "", flags.problem);
  const tags = reader2.lines("build-tags").flatMap((line) => line.split(/[\s,]+/));
  return {
    ldflags: declareLinkerFlags(reader2, env, values),
    buildTags: unique(
      reader2.each(
        "build-tags",
        tags.filter((tag) => tag !== ""),
        parseBuildTag
      )
    ),
    buildFlags: words3,
    buildEnv: reader2.map("build-env", parseBuildVariable),
    buildVcs: reader2.boolean("build-vcs"),
    cgo: reader2.choice("cgo", ["off", "static"])
  };
}
function declareLinkerFlags(reader2, env, values) {
  const fields = reader2.words("ldflags", { split: splitLinkerFlags, item: splitLinkerFlagsItem });
  const filled = reader2.each("ldflags", fields, (field) => fillTemplate(field, values, env));
  if (filled.length < fields.length) return "";
  const joined = checkLinkerFlags(fields, filled);
  if (joined.ok) return joined.value;
  reader2.wrong("ldflags", reader2.text("ldflags") ?? "", joined.problem);
  return "";
}
function checkLinkerFlags(fields, filled) {
  const first = fields[0];
  if (first === void 0) return parsed("");
  if (!first.startsWith("-")) {
    return problem(
      `begins with ${first}, which is no flag; write -X ${first.includes("=") ? first : "main.version=1.0"}`
    );
  }
  const unset = fields.find((field, at) => fields[at - 1] === "-X" && !/^[^=]+\.[^=.]+=/.test(field));
  if (unset !== void 0 || fields.at(-1) === "-X") {
    return problem(
      `has -X ${unset ?? ""}, which sets nothing; write -X package.name=value, such as -X main.version=1.0`
    );
  }
  const fault = linkerFlagsFault(filled, UNKNOWN_PLACES);
  return fault === null ? joinLinkerFlags(filled) : problem(fault);
}

// src/declare/declare-contents.ts
import path53 from "node:path";

// src/declare/config-values.ts
import path51 from "node:path";
var HIGHEST_ID = 2 ** 32 - 2;
var KNOWN_USERS = {
  root: "0:0",
  nobody: "65534:65534",
  nonroot: "65532:65532"
};
function parseUser(text2) {
  const given = text2.trim();
  const match = /^(\d+)(?::(\d+))?$/.exec(given);
  if (match === null) {
    const name = given.split(":")[0] ?? "";
    const numbers = Object.hasOwn(KNOWN_USERS, name) ? KNOWN_USERS[name] : void 0;
    return problem(
      `is not numeric, and scratch has no users to look it up; write ${numbers ?? "uid:gid, such as 65532:65532"}`
    );
  }
  const uid = Number(match[1]);
  const gid = Number(match[2] ?? match[1]);
  return Math.max(uid, gid) > HIGHEST_ID ? problem(`is above ${HIGHEST_ID}, the highest that a layer can hold; write a lower one`) : parsed({ uid, gid });
}
function parseExposed(text2) {
  const match = /^(\d{1,6})(?:\/([A-Za-z]+))?$/.exec(text2);
  if (match === null) {
    return problem(
      /^[\d.]*:?\d+[:-]\d+|^\S+\s/.test(text2) ? "is not one port; write each port that the service listens on, such as 8080" : "is no port; write a number such as 8080, or 53/udp"
    );
  }
  const protocol = (match[2] ?? "tcp").toLowerCase();
  if (!["tcp", "udp", "sctp"].includes(protocol)) {
    return problem(`has an unknown protocol "${match[2]}"; write tcp, udp or sctp`);
  }
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed(`${port.value}/${protocol}`) : port;
}
function parsePort(text2) {
  const port = Number(text2);
  return /^\d{1,6}$/.test(text2) && port >= 1 && port <= 65535 ? parsed(port) : problem("has a port that is out of range; write one from 1 to 65535");
}
var SIGNALS = [
  "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM",
  "SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO",
  "SIGPWR SIGSYS"
].flatMap((line) => line.split(" "));
function parseSignal(text2) {
  const given = text2.trim();
  if (SIGNALS.includes(given)) return parsed(given);
  if (/^\d+$/.test(given)) {
    return Number(given) >= 1 && Number(given) <= 64 ? parsed(String(Number(given))) : problem("is out of range; write a signal from 1 to 64");
  }
  const full = given.toUpperCase().replace(/^(SIG)?/, "SIG");
  if (SIGNALS.includes(full)) return problem(`is no signal's name; write ${full}`);
  return problem(`is no signal${didYouMean(full, SIGNALS) || "; write one such as SIGTERM"}`);
}
function parseImagePath(text2) {
  const given = text2.trim();
  if (given.includes("\0")) return problem("holds a NUL character, which no path can");
  if (!given.startsWith("/"))
    return problem(`is not absolute in the image; write /${given.replace(/^\.\//, "")}`);
  if (given.split("/").includes("..")) return problem(`has ".." in it; write ${path51.posix.normalize(given)}`);
  const tidy = path51.posix.normalize(given).replace(/(?<=.)\/$/, "");
  return parsed(tidy);
}
function parseSmokeHttp(text2) {
  const given = text2.trim();
  const url = /^(?:[a-z]+:\/\/)?[^/\s]*?:(\d+)(\/\S*)?$/i.exec(given);
  if (url !== null) return problem(`has more than a port and a path; write ${url[1]}${url[2] ?? "/"}`);
  const match = /^(\d+)(\/\S*)?$/.exec(given);
  if (match === null) return problem("is not port/path; write one such as 8080/healthz");
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed({ port: port.value, path: match[2] ?? "/" }) : port;
}
function parseDownloadUrl(text2) {
  const given = text2.trim();
  const url = URL.parse(given);
  if (url === null || !/^https?:\/\//i.test(given)) {
    return problem("is no http or https URL; write one such as https://mirror.example/go");
  }
  return parsed(given.replace(/\/+$/, ""));
}

// src/declare/file-spec.ts
import path52 from "node:path";
function parseFileSpec(line, directory3) {
  const [source = "", destination, mode, uid, gid, ...rest] = line.split(":").map((part2) => part2.trim());
  if (destination === void 0)
    return problem("has no destination; write source:destination, such as page.html:/page.html");
  if (source === "") return problem("has no source before the colon; write source:destination");
  if (rest.length > 0) return problem("has too many parts; write source:destination[:mode[:uid:gid]]");
  if (source.includes("\0")) return problem("holds a NUL character, which no path can");
  if (destination.endsWith("/") && /[^/]/.test(destination)) {
    return problem(`has a destination that ends in a slash; write ${destination}${path52.basename(source)}`);
  }
  const place2 = parseImagePath(destination);
  if (!place2.ok) return problem(`has a destination that ${place2.problem}`);
  if (place2.value === "/")
    return problem(`has the image's root for its destination; write /${path52.basename(source)}`);
  const bits = mode === void 0 ? parsed(null) : parseMode(mode);
  if (!bits.ok) return bits;
  if (uid !== void 0 && gid === void 0)
    return problem(`has a uid without a gid; write \u2026:${mode}:${uid}:${uid}`);
  const owner = uid === void 0 ? parsed({ uid: 0, gid: 0 }) : parseUser(`${uid}:${gid}`);
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`);
  return parsed({
    source: path52.resolve(directory3, source),
    destination: place2.value,
    mode: bits.value,
    ...owner.value
  });
}
function parseMode(text2) {
  return /^[0-7]{3,5}$/.test(text2) && Number.parseInt(text2, 8) <= 4095 ? parsed(Number.parseInt(text2, 8)) : problem(`has "${text2}" for a mode; write octal digits such as 0644 or 0755`);
}

// src/declare/directory-spec.ts
function parseDirectorySpec(text2) {
  const [path58 = "", mode, uid, gid, ...rest] = text2.split(":").map((part2) => part2.trim());
  if (mode?.startsWith("/") === true)
    return problem(`has two paths, as for docker run; write ${mode}, the directory in the image`);
  if (/\s\//.test(path58)) return problem("has several paths; write each on a line of its own");
  const place2 = parseImagePath(path58);
  if (!place2.ok) return place2;
  if (rest.length > 0) return problem("has too many parts; write path[:mode[:uid:gid]], such as /data:0775");
  const bits = mode === void 0 ? parsed(null) : parseMode(mode);
  if (!bits.ok) return bits;
  if (uid !== void 0 && gid === void 0)
    return problem(`has a uid without a gid; write ${path58}:${mode}:${uid}:${uid}`);
  const owner = uid === void 0 ? parsed(null) : parseUser(`${uid}:${gid}`);
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`);
  return parsed({ path: place2.value, mode: bits.value, owner: owner.value });
}

// src/declare/annotation-level.ts
var LEVELS = ["manifest", "index", "manifest-descriptor", "index-descriptor"];
function parseAnnotationLevel({ name, value }, platform4) {
  const match = /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):(.+)$/.exec(name);
  if (match === null) return parsed({ name, value });
  const [, levels = "", key = ""] = match;
  const read2 = levels.split(/,(?![^[]*\])/).map((level) => {
    const [, kind = "", of] = /^([a-z-]+)(?:\[(.*)\])?$/.exec(level) ?? [];
    return { kind, of };
  });
  const unknown2 = read2.find(({ kind }) => !LEVELS.includes(kind));
  if (unknown2 !== void 0)
    return problem(`has "${unknown2.kind}" for a level, which is unknown; write manifest:${key}`);
  const manifests = read2.filter(({ kind }) => kind === "manifest");
  if (manifests.length === 0)
    return problem(
      `is an annotation of "${read2[0]?.kind}", but one platform makes one manifest; write manifest:${key}`
    );
  return parsed(manifests.some(({ of }) => isOf2(of, platform4)) ? { name: key, value } : null);
}
function isOf2(written3, platform4) {
  if (written3 === void 0) return true;
  const read2 = parsePlatform(written3);
  return read2.ok && formatPlatform(read2.value) === formatPlatform(platform4);
}

// src/declare/declare-contents.ts
var DEFAULT_USER = { uid: 65532, gid: 65532 };
var OWN_FILES = ["/etc/passwd", "/etc/group"];
var CERTIFICATES_FILE = "/etc/ssl/certs/ca-certificates.crt";
function declareConfig(reader2, sources) {
  const entrypoint = reader2.words("entrypoint");
  const [program] = entrypoint;
  const env = reader2.map("env", parseVariable);
  const hasPath = env["PATH"] !== void 0 || reader2.text("files") !== null;
  if (program === "") reader2.wrong("entrypoint", "", "is an empty word; write a path such as /api");
  else if (program !== void 0 && /^\$|\{\{/.test(program))
    reader2.wrong(
      "entrypoint",
      program,
      "is taken as it stands, and no shell fills it in; write a path such as /api"
    );
  else if (program !== void 0 && !program.startsWith("/") && !hasPath) {
    reader2.wrong(
      "entrypoint",
      program,
      `is not absolute, and scratch has no PATH; write /${program.replace(/^\.\//, "")}`
    );
  }
  const filled = {
    repeats: "last wins",
    fill: (value) => fillTemplate(value, sources.values, sources.surroundings.env)
  };
  const labels = { ...defaultLabels(sources), ...reader2.map("labels", parsed, filled) };
  return {
    entrypoint: entrypoint.length === 0 ? null : entrypoint,
    args: reader2.words("args"),
    env,
    expose: unique(reader2.each("expose", reader2.items("expose"), parseExposed)),
    user: reader2.value("user", parseUser, DEFAULT_USER),
    ...declareDirectories(reader2),
    stopSignal: reader2.value("stop-signal", parseSignal, null),
    labels,
    annotations: {
      ...standardLabels(labels),
      ...reader2.map("annotations", (line) => parseAnnotationLevel(line, sources.platform), filled)
    }
  };
}
function parseVariable(assignment) {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(assignment.name) ? parsed(assignment) : problem(
    'is no name of a variable: letters, digits and "_", not beginning with a digit; write NAME=value'
  );
}
function parseVolume(text2) {
  const place2 = parseDirectorySpec(text2);
  return place2.ok && place2.value.path === "/" ? problem("is the whole image; write a directory such as /data") : place2;
}
function declareDirectories(reader2) {
  const workdir = reader2.value("workdir", parseDirectorySpec, null);
  const volumes = reader2.each("volumes", reader2.items("volumes"), parseVolume);
  const directories = /* @__PURE__ */ new Map();
  for (const directory3 of [...workdir === null ? [] : [workdir], ...volumes]) {
    const before = directories.get(directory3.path);
    const both = before === void 0 ? directory3 : merged(before, directory3);
    if (both === null) reader2.wrong("volumes", directory3.path, "has two modes or owners; write them once");
    else directories.set(directory3.path, both);
  }
  return {
    workdir: workdir?.path ?? null,
    volumes: unique(volumes.map((volume) => volume.path)),
    directories: [...directories.values()].filter(({ mode, owner }) => mode !== null || owner !== null)
  };
}
function merged(one, other) {
  const modes = one.mode !== null && other.mode !== null && one.mode !== other.mode;
  const [a, b] = [one.owner, other.owner];
  const owners = a !== null && b !== null && (a.uid !== b.uid || a.gid !== b.gid);
  return modes || owners ? null : { path: one.path, mode: one.mode ?? other.mode, owner: a ?? b };
}
var STANDARD = "org.opencontainers.image.";
function standardLabels(labels) {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith(STANDARD)));
}
function defaultLabels({ surroundings, created, title }) {
  const { source, commit, tag } = surroundings.repository;
  const labels = {
    created: created === null ? null : formatTime(created),
    revision: commit,
    source: source === null ? null : source.replace(/\/\/[^/@]*@/, "//"),
    title,
    version: tag === null ? null : versionOf(tag)
  };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => value === null ? [] : [[STANDARD + key, value]])
  );
}
function declareFiles(reader2, directory3) {
  return reader2.each("files", reader2.lines("files"), (line) => parseFileSpec(line, directory3));
}
function checkPlaces(reader2, source, files, { workdir, volumes }) {
  const names = source.kind === "binary" ? [source.name] : source.mains.flatMap(({ name }) => name === null ? [] : [name]);
  const binaries = names.map((name) => `/${name}`);
  const taken = new Map([
    ...binaries.map((place2) => [place2, "the binary"]),
    ...OWN_FILES.map((place2) => [place2, "a file of Bantam\u2019s own"]),
    ...reader2.text("certificates") === "none" ? [] : [[CERTIFICATES_FILE, "the certificates (certificates: none leaves them out)"]]
  ]);
  for (const { source: from, destination } of files) {
    const before = taken.get(destination);
    if (before !== void 0) {
      reader2.wrong("files", `${from}:${destination}`, `goes where ${before} lies; write another destination`);
    } else {
      const under = binaries.find((binary) => destination.startsWith(`${binary}/`));
      if (under !== void 0) {
        reader2.wrong(
          "files",
          `${from}:${destination}`,
          `goes below the binary ${under}; write another destination`
        );
      }
      taken.set(destination, "another file");
    }
  }
  const directories = [...volumes.map((place2) => ["volumes", place2]), ["workdir", workdir]];
  for (const [input, place2] of directories) {
    const before = place2 === null ? void 0 : taken.get(place2);
    if (place2 !== null && before !== void 0 && before !== "another file") {
      reader2.wrong(input, place2, `is where ${before} lies, and no directory; write another one`);
    }
  }
}
var ROOTS = ["auto", "mozilla", "system", "none"];
function declareCertificates(reader2, directory3) {
  const extra = reader2.items("extra-certificates");
  return {
    roots: reader2.value("certificates", (text2) => parseRoots(text2, directory3), "auto"),
    extra: unique(extra.map((file2) => path53.resolve(directory3, file2)))
  };
}
function parseRoots(text2, directory3) {
  const known3 = ROOTS.find((root) => root === text2);
  if (known3 !== void 0) return parsed(known3);
  const meant = nearest(text2, ROOTS);
  if (meant !== null)
    return problem(`is unknown; did you mean "${meant}"? A file in this directory is written ./${text2}`);
  if (!/[/.]/.test(text2))
    return problem("is unknown; write auto, mozilla, system, none or the path of a PEM file");
  return parsed({ file: path53.resolve(directory3, text2) });
}
function declareSmoke(reader2) {
  const given = reader2.text("smoke-args") !== null;
  const args = reader2.words("smoke-args");
  const http = reader2.value("smoke-http", parseSmokeHttp, null);
  const env = reader2.map("smoke-env", parseVariable);
  if (given || http !== null) return { args: given ? args : null, http, env };
  if (reader2.asked("smoke-env") && !reader2.asked("smoke-http")) {
    reader2.contradiction("smoke-env", "says nothing without smoke-args or smoke-http; write one of them");
  }
  return null;
}

// src/declare/declare-publish.ts
import path54 from "node:path";

// src/declare/push.ts
var PUBLISHING_EVENTS = ["push", "release", "workflow_dispatch", "schedule"];
function shouldPush(wish, { surface, event }, hasReferences) {
  switch (wish) {
    case "true":
      return true;
    case "false":
      return false;
    case "auto":
      return surface === "action" && hasReferences && event !== null && PUBLISHING_EVENTS.includes(event);
  }
}

// src/declare/tag-template.ts
var LONGEST_TAG = 128;
function fillTag(text2, values, env) {
  const filled = fillParts(text2, values, env);
  if (!filled.ok) return filled;
  const [name, tag] = splitAtTag(filled.value);
  const cleaned = [];
  for (const { text: text3, action } of tag) {
    const clean2 = action === null ? text3 : slug(text3);
    if (clean2 === null)
      return problem(`has ${action}, which is "${text3}" here and leaves nothing for a tag; write another`);
    cleaned.push({ text: clean2, action });
  }
  return parsed([...name, ...shortened(cleaned)].map((part2) => part2.text).join(""));
}
function splitAtTag(parts) {
  const marked = parts.findLastIndex(({ text: text2, action }) => action === null && /[:/]/.test(text2));
  const mark = parts[marked];
  if (mark === void 0) {
    const isReference = parts.some(
      ({ text: text2, action }) => action?.includes(".Env.") === true && text2.includes(":")
    );
    return isReference ? [parts, []] : [[], parts];
  }
  const colon = mark.text.lastIndexOf(":");
  if (colon < mark.text.lastIndexOf("/")) return [parts, []];
  const before = { text: mark.text.slice(0, colon + 1), action: null };
  const after = { text: mark.text.slice(colon + 1), action: null };
  return [
    [...parts.slice(0, marked), before],
    [after, ...parts.slice(marked + 1)]
  ];
}
function shortened(parts) {
  const excess = parts.reduce((sum3, part2) => sum3 + part2.text.length, 0) - LONGEST_TAG;
  const lengths = parts.map((part2) => part2.action === null ? 0 : part2.text.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const { text: value = "", action = null } = parts[longest] ?? {};
  if (action === null || excess <= 0 || value.length <= excess) return parts;
  const kept = value.slice(0, value.length - excess).replace(/-+$/, "");
  return parts.map((part2, at) => at === longest ? { ...part2, text: kept } : part2);
}

// src/declare/declare-publish.ts
function declareRepositories(reader2) {
  return reader2.each("image", reader2.items("image"), parseRepository);
}
function declarePublish(reader2, surroundings, repositories, values) {
  const references = declareReferences(reader2, surroundings, repositories, values);
  const wish = reader2.choice("push", ["auto", "true", "false"]);
  const push2 = shouldPush(wish, surroundings, references.length > 0);
  if (push2 && reader2.text("image") === null && references.length === 0) {
    const example = reader2.surface === "terminal" ? "--image ghcr.io/owner/name" : "image: ghcr.io/owner/name";
    reader2.contradiction("push", `needs a repository to publish to; write ${example}`);
  }
  return {
    push: push2,
    references,
    load: reader2.boolean("load"),
    output: reader2.value("output", (text2) => parseOutput(text2, surroundings.cwd), null),
    credentials: declareCredentials(reader2),
    githubToken: reader2.text("github-token")
  };
}
function declareReferences(reader2, surroundings, repositories, values) {
  const items = reader2.items("tags");
  const rule = items.find((item) => item.startsWith("type="));
  if (rule !== void 0)
    reader2.wrong(
      "tags",
      rule,
      "is a rule of docker/metadata-action, not a tag; write one such as {{.Version}}"
    );
  const tags = rule === void 0 ? items : items.filter((item) => !/^\w+=/.test(item));
  const asked = reader2.each("tags", tags, (text2) => {
    const filled = fillTag(text2, values, surroundings.env);
    if (!filled.ok) return filled;
    return looksLikeReference(filled.value) ? parseTagged(filled.value) : parseTag(filled.value);
  });
  const full = asked.filter((item) => typeof item !== "string");
  const bare = asked.filter((item) => typeof item === "string");
  const identifiers = asked.length === 0 ? [defaultTag(surroundings)] : bare;
  for (const repository of repositories) {
    const name = formatRepository(repository);
    if (identifiers.length === 0 && !full.some((reference) => formatRepository(reference) === name)) {
      reader2.wrong(
        "image",
        name,
        "gets no tag: tags has only references to other repositories; write a tag for it"
      );
    }
  }
  const all = [
    ...repositories.flatMap((repository) => identifiers.map((identifier) => ({ ...repository, identifier }))),
    ...full
  ];
  return [...new Map(all.map((reference) => [formatReference(reference), reference])).values()];
}
function parseTagged(text2) {
  if (text2.includes("@")) return problem("has a digest, which follows from the image; write a tag");
  if (text2.startsWith(":")) return problem(`begins with ":", which no tag does; write ${text2.slice(1)}`);
  if (/^[^.:]+\/[^:]*$/.test(text2))
    return problem(
      `has a slash, which no tag has; write ${slug(text2) ?? "a tag"}, or ${text2}:latest if it is a repository`
    );
  return parseReference(text2);
}
function defaultTag({ pullRequest, repository: { tag, branch } }) {
  if (pullRequest !== null) return `pr-${pullRequest}`;
  return slug(tag ?? branch ?? "latest") ?? "latest";
}
function parseOutput(text2, cwd) {
  const given = text2.trim();
  if (/^(?:oci|oci-archive|docker-archive|docker-daemon):|^(?:type|dest)=/.test(given)) {
    return problem("is more than a path; write the path alone, ending in .tar for an archive");
  }
  if (/\.(?:tar\.\w+|tgz|txz)$/i.test(given))
    return problem("is a compressed archive; write a path that ends in .tar");
  if (given.includes("\0")) return problem("holds a NUL character, which no path can");
  return parsed({ kind: given.endsWith(".tar") ? "archive" : "layout", path: path54.resolve(cwd, given) });
}
function declareCredentials(reader2) {
  const username = reader2.text("registry-username");
  const password = reader2.text("registry-password");
  if (username === null && password === null) return null;
  if (username === null) {
    reader2.contradiction("registry-password", "needs a user name; write registry-username too");
  } else if (password === null) {
    reader2.contradiction(
      "registry-username",
      "needs a password; write registry-password too, or leave both out"
    );
  } else if (username.includes(":")) {
    reader2.wrong(
      "registry-username",
      username,
      "has a colon, which no user name can; write the part before it"
    );
  } else {
    return { username, password };
  }
  return null;
}

// src/declare/declare-toolchain.ts
import path55 from "node:path";

// src/declare/go-version.ts
var NAMES2 = ["stable", "oldstable"];
var COMPARATOR = /^(?:>=|<=|>|<|=|\^|~)?(\d+)(?:\.(\d+|x|\*)(?:\.(\d+|x|\*)|(?:rc|beta)\d+)?)?$/;
var EXAMPLE2 = "write 1.26.8, 1.26, 1.26.x, >=1.25, stable or oldstable";
function parseGoVersion(text2) {
  const given = text2.trim();
  if (NAMES2.includes(given)) return parsed(given);
  const bare = /^(?:go|v)(\d.*)$/.exec(given)?.[1];
  if (bare !== void 0) return problem(`has a prefix; write ${bare}`);
  if (given === "latest") return problem("is no Go version; write stable");
  const comparators = given.replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1").split(/\s*\|\|\s*|\s+/);
  for (const comparator of comparators) {
    const match = COMPARATOR.exec(comparator);
    if (match === null) {
      const meant = nearest(given, NAMES2);
      return problem(`is no Go version${meant === null ? `; ${EXAMPLE2}` : `; did you mean "${meant}"?`}`);
    }
    const [, major, minor = "", patch] = match;
    if (major === "1" && /^\d$/.test(minor) && patch === void 0) {
      return problem(
        `is older than Go modules; if 1.${minor}0 is meant, YAML has dropped its zero: write "1.${minor}0" in quotes`
      );
    }
  }
  return parsed(given);
}

// src/declare/upx-settings.ts
var OTHER_WORK = ["decompress", "list", "test", "fileinfo", "version", "help", "license", "sysinfo"];
function parseUpxArgs(words3) {
  const noFlag = words3.find((word) => !/^--?[a-zA-Z0-9]/.test(word));
  if (noFlag !== void 0)
    return problem(`has "${noFlag}", which is no flag; write flags such as --best --lzma`);
  const refused3 = words3.find((word) => !packs(word));
  return refused3 === void 0 ? parsed(words3) : problem(`has ${refused3}, which packs nothing or elsewhere; leave it out`);
}
function packs(word) {
  return word.startsWith("--") ? !OTHER_WORK.includes(word.slice(2)) : /^-[1-9fqv]+$/.test(word);
}
function parseUpxVersion(text2) {
  const given = text2.trim();
  if (/^\d+\.\d+\.\d+$/.test(given)) return parsed(given);
  const bare = /^v(\d+\.\d+\.\d+)$/.exec(given)?.[1];
  return problem(
    bare === void 0 ? "is no exact UPX version; write three numbers such as 4.2.4" : `has a prefix; write ${bare}`
  );
}
function parseSha256(text2) {
  const given = text2.trim().replace(/^sha256:/, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(given) ? parsed(given) : problem("is no SHA-256; write 64 hexadecimal digits, as `sha256sum` prints them");
}

// src/declare/declare-toolchain.ts
var DEFAULT_UPX_ARGS = ["--best", "--lzma"];
function declareGo(reader2, directory3) {
  if (reader2.asked("go-version") && reader2.asked("go-version-file")) {
    reader2.contradiction("go-version", "and go-version-file exclude each other; write one of them");
  }
  const file2 = reader2.text("go-version-file");
  return {
    version: reader2.value("go-version", parseGoVersion, null),
    versionFile: file2 === null ? null : path55.resolve(directory3, file2),
    downloadUrl: reader2.value("go-download-url", parseDownloadUrl, null)
  };
}
function declarePack(reader2) {
  const mode = reader2.choice("pack", ["auto", "require", "off"]);
  for (const name of ["upx-version", "upx-args", "upx-sha256", "upx-download-url"]) {
    if (mode === "off" && reader2.asked(name)) {
      reader2.contradiction(name, "says nothing with pack: off; leave one of them out");
    }
  }
  if (mode !== "off" && reader2.asked("upx-sha256") && !reader2.asked("upx-version")) {
    reader2.contradiction("upx-sha256", "is of one version; write that in upx-version");
  }
  const words3 = reader2.words("upx-args");
  const args = parseUpxArgs(words3);
  if (!args.ok) reader2.wrong("upx-args", reader2.text("upx-args") ?? "", args.problem);
  return {
    mode,
    upxVersion: reader2.value("upx-version", parseUpxVersion, null),
    upxSha256: reader2.value("upx-sha256", parseSha256, null),
    upxArgs: words3.length === 0 ? DEFAULT_UPX_ARGS : words3,
    upxDownloadUrl: reader2.value("upx-download-url", parseDownloadUrl, null)
  };
}

// src/declare/trust.ts
var ACCEPTING_EVENTS = [
  "create",
  "push",
  "release",
  "repository_dispatch",
  "schedule",
  "workflow_dispatch"
];
function isOthersCode({ event, pullRequest }) {
  return pullRequest !== null || event !== null && !ACCEPTING_EVENTS.includes(event);
}

// src/declare/image-spec.ts
var LAST_SECOND = 253402300799;
function declareImage(given, surroundings) {
  const reader2 = readerOf(given);
  const directory3 = workingDirectoryOf(given, surroundings);
  const platform4 = declarePlatform(reader2);
  const created = declareCreated(reader2, surroundings);
  const values = sourceValues(surroundings, created);
  const source = declareSource(reader2, directory3, platform4);
  const name = nameOf2(source);
  const repositories = declareRepositories(reader2);
  const title = name ?? titleOf(repositories, surroundings);
  const config = declareConfig(reader2, { surroundings, created, title, values, platform: platform4 });
  const files = declareFiles(reader2, directory3);
  checkPlaces(reader2, source, files, config);
  const budget = declareBudget(reader2, platform4);
  const spec = {
    name,
    workingDirectory: directory3,
    source,
    go: declareGo(reader2, directory3),
    pack: declarePack(reader2),
    platform: platform4,
    compile: declareCompile(reader2, source, surroundings, values),
    config,
    files,
    certificates: declareCertificates(reader2, directory3),
    timezones: reader2.choice("timezones", ["auto", "all", "none"]),
    layerCompression: reader2.choice("layer-compression", ["gzip", "zstd"]),
    budget,
    onOverBudget: reader2.choice("on-over-budget", ["fail", "fail-if-grown", "warn"]),
    baseline: declareBaseline(reader2, surroundings, source, repositories, budget),
    smoke: declareSmoke(reader2),
    othersCode: isOthersCode(surroundings),
    publish: declarePublish(reader2, surroundings, repositories, values),
    created,
    revision: surroundings.repository.commit
  };
  const run3 = declareRun(reader2, surroundings);
  const problems = reader2.problems();
  return problems.length === 0 ? { ok: true, spec, run: run3 } : { ok: false, problems };
}
function workingDirectoryOf({ values }, { cwd }) {
  return path56.resolve(cwd, values["working-directory"] ?? ".");
}
function declareCreated(reader2, { env, repository }) {
  const epoch = env["SOURCE_DATE_EPOCH"] ?? "";
  if (epoch === "") return repository.committedAt;
  if (/^\d{1,12}$/.test(epoch) && Number(epoch) <= LAST_SECOND) return Number(epoch);
  reader2.wrong("SOURCE_DATE_EPOCH", epoch, "is no count of seconds since 1970; write one such as 1700000000");
  return null;
}
function declareBudget(reader2, platform4) {
  const text2 = reader2.listed("budget");
  if (text2 === null) return { kind: "undeclared" };
  const budget = parseBudget(text2, platform4);
  if (budget.ok) return budget.value;
  for (const { line, because } of budget.wrong) reader2.wrong("budget", line, because);
  return { kind: "undeclared" };
}
function nameOf2(source) {
  switch (source.kind) {
    case "binary":
      return source.name;
    case "main":
      return source.mains[0]?.name ?? null;
  }
}
function titleOf(repositories, { repository }) {
  return (repositories[0]?.repository ?? repository.source)?.split("/").at(-1) ?? null;
}
function declareRun(reader2, surroundings) {
  const { env, cwd, event, base } = surroundings;
  const report = reader2.text("report");
  const temporary2 = env["RUNNER_TEMP"] ?? "";
  const usual = reader2.surface === "action" && temporary2 !== "" ? path56.join(temporary2, "bantam.json") : null;
  return {
    report: report === null ? usual : path56.resolve(cwd, report),
    cache: reader2.boolean("cache"),
    branch: event === "push" ? base.branch : null,
    summary: reader2.boolean("summary"),
    comment: declareComment(reader2, surroundings)
  };
}

// src/declare/highest-tag.ts
var import_semver6 = __toESM(require_semver(), 1);
function highestTag(tags) {
  const [best] = tags.map((tag, age) => ({ tag, age, version: versionIn(tag) })).toSorted((a, b) => compare(b.version, a.version) || a.age - b.age);
  return best?.tag ?? null;
}
function versionIn(tag) {
  const match = /^(.*[-_/@]|[a-z]+)??v?(\d+)(\.\d+)?(\.\d+)?([-+].*)?$/i.exec(tag);
  if (match === null) return null;
  const [, prefix, major = "", minor = ".0", patch = ".0", rest = ""] = match;
  const version = import_semver6.default.parse(`${major}${minor}${patch}${rest}`, { loose: true });
  if (version === null) return null;
  return { version, isWhole: match[4] !== void 0, hasPrefix: prefix !== void 0 && prefix !== "" };
}
function compare(a, b) {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return Number(a.isWhole) - Number(b.isWhole) || Number(b.hasPrefix) - Number(a.hasPrefix) || import_semver6.default.compare(a.version, b.version) || // semver gives builds no order; b10 is above b5 to those who number them.
  a.version.build.join(".").localeCompare(b.version.build.join("."), "en", { numeric: true });
}

// src/host/base.ts
async function readBase2(host, directory3, event, { branch }) {
  if (host.surface === "terminal") return { commit: await mergeBase(host, directory3), branch: null };
  const { env } = host;
  const target = env["GITHUB_BASE_REF"] ?? "";
  if (event.pullRequest !== null || target !== "")
    return { commit: await startOfPullRequest(host, directory3, event.pullRequest), branch: target || null };
  if (event.mergeGroup !== null) {
    const { base, branch: into } = event.mergeGroup;
    return { commit: base === null ? unknown("the event names no base_sha") : known2(base), branch: into };
  }
  const own = env["GITHUB_REF_TYPE"] === "tag" ? null : branch;
  return { commit: beforePush(env["GITHUB_EVENT_NAME"] ?? "unnamed", event), branch: own };
}
async function startOfPullRequest(host, directory3, pull2) {
  const [first, second, ...others] = await parentsOfHead(host, directory3);
  const isMerge = second !== void 0 && others.length === 0;
  const head = pull2?.head ?? null;
  if (first !== void 0 && isMerge && (head === null || head === second)) return known2(first);
  if (pull2 !== null && pull2.base !== null) return known2(pull2.base);
  return unknown("the checkout is no merge commit, and the event names no base");
}
async function parentsOfHead(host, directory3) {
  const commit = await askGit(host, directory3, "cat-file", "commit", "HEAD") ?? "";
  const [head = ""] = commit.split("\n\n");
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(
    ([, parent]) => isCommit(parent) ? [parent] : []
  );
}
function beforePush(name, { before }) {
  if (name !== "push") return { status: "none", why: `the event ${name} is about no earlier commit` };
  if (before === null) return unknown("the event names no commit before the push");
  return /^0+$/.test(before) ? { status: "none", why: "nothing was there before this push" } : known2(before);
}
async function mergeBase(host, directory3) {
  const commit = await askGit(host, directory3, "merge-base", "HEAD", "refs/remotes/origin/HEAD");
  if (isCommit(commit)) return known2(commit);
  return unknown(
    "git knows no commit that HEAD shares with origin/HEAD, which `git remote set-head origin --auto` sets"
  );
}
function known2(commit) {
  return { status: "known", commit };
}
function unknown(why) {
  return { status: "unknown", why };
}

// src/host/event.ts
import { readFileSync as readFileSync4 } from "node:fs";
function readEvent({ env }) {
  const event = asPayload(payloadOf(env["GITHUB_EVENT_PATH"] ?? "")) ?? {};
  const pull2 = asPayload(event["pull_request"]);
  const group = asPayload(event["merge_group"]);
  return {
    pullRequest: pull2 === null ? null : {
      number: typeof pull2["number"] === "number" ? pull2["number"] : null,
      base: commitOf(asPayload(pull2["base"])?.["sha"]),
      head: commitOf(asPayload(pull2["head"])?.["sha"])
    },
    mergeGroup: group === null ? null : { base: commitOf(group["base_sha"]), branch: branchOf(group["base_ref"]) },
    before: commitOf(event["before"])
  };
}
function payloadOf(file2) {
  if (file2 === "") return null;
  try {
    return JSON.parse(readFileSync4(file2, "utf8"));
  } catch {
    return null;
  }
}
function asPayload(value) {
  return typeof value === "object" && value !== null ? value : null;
}
function commitOf(value) {
  return isCommit(value) ? value : null;
}
function branchOf(ref) {
  return typeof ref === "string" && ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}

// src/host/repository.ts
async function readSurroundings(host, workingDirectory) {
  const event = readEvent(host);
  const repository = await readRepository(host, workingDirectory);
  return {
    surface: host.surface,
    cwd: host.cwd,
    env: host.env,
    event: host.env["GITHUB_EVENT_NAME"] ?? null,
    pullRequest: event.pullRequest?.number ?? pullRequestOf(host.env),
    repository,
    base: await readBase2(host, workingDirectory, event, repository)
  };
}
function pullRequestOf({ GITHUB_REF: ref = "" }) {
  const number2 = /^refs\/pull\/(\d{1,15})\//.exec(ref)?.[1];
  return number2 === void 0 ? null : Number(number2);
}
async function readRepository(host, directory3) {
  const [head, tags, branch, remote] = await Promise.all([
    consultGit(host, directory3, "log", "-1", "--format=%H %ct"),
    askGit(host, directory3, ...TAGS_OF_HEAD),
    askGit(host, directory3, "symbolic-ref", "--short", "HEAD"),
    askGit(host, directory3, "remote", "get-url", "origin")
  ]);
  const [commit = null, seconds] = head.status === "ok" ? head.value.split(" ") : [];
  const { env } = host;
  const ref = refOf(host);
  const run3 = ref === null ? null : nameOf3(ref);
  return {
    commit: commit ?? env["GITHUB_SHA"] ?? null,
    committedAt: seconds === void 0 ? null : Number(seconds),
    tag: run3 === null ? highestTag(tags?.split("\n") ?? []) : run3.tag,
    branch: env["GITHUB_HEAD_REF"] || (run3?.branch ?? branch),
    source: sourceOf2(env, commit, webAddress(remote)),
    ref,
    refused: head.status === "refused" ? head.why : null
  };
}
var TAGS_OF_HEAD = [
  "for-each-ref",
  "--points-at=HEAD",
  "--sort=-creatordate",
  "--format=%(refname:strip=2)",
  "refs/tags"
];
function refOf({ surface, env }) {
  const ref = env["GITHUB_REF"] ?? "";
  if (ref !== "") return ref;
  const name = env["GITHUB_REF_NAME"] ?? "";
  if (name !== "") return `refs/${env["GITHUB_REF_TYPE"] === "tag" ? "tags" : "heads"}/${name}`;
  return surface === "action" ? env["GITHUB_SHA"] ?? "a commit" : null;
}
function nameOf3(ref) {
  const [, kind, name = null] = /^refs\/(tags|heads|pull)\/(.+)$/s.exec(ref) ?? [];
  return { tag: kind === "tags" ? name : null, branch: kind === "tags" ? null : name };
}
function sourceOf2(env, commit, remote) {
  const name = env["GITHUB_REPOSITORY"] ?? "";
  if (name === "") return remote;
  const own = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${name}`;
  if (commit === null) return own;
  if (remote !== null) return isSameRepository2(remote, own) ? own : remote;
  return (env["GITHUB_SHA"] ?? commit) === commit ? own : null;
}
function isSameRepository2(remote, own) {
  const [there, here] = [URL.parse(remote.toLowerCase()), URL.parse(own.toLowerCase())];
  if (there === null || here === null || there.pathname !== here.pathname) return false;
  return there.hostname === here.hostname || !there.hostname.includes(".");
}
function webAddress(remote) {
  const parts = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
    remote ?? ""
  );
  return parts === null ? null : `https://${parts[1]}/${parts[2]}`;
}

// src/commands/declare.ts
async function declare(host, given) {
  const directory3 = workingDirectoryOf(given, host);
  const surroundings = await readSurroundings(host, directory3);
  const declared2 = declareImage(given, surroundings);
  const { refused: refused3 } = surroundings.repository;
  if (refused3 !== null)
    host.log.warning(`What git knows of the checkout (commit, tag, remote) is left out, since ${refused3}.`);
  const problems = [...declared2.ok ? [] : declared2.problems, ...await checkDirectory(given, directory3)];
  if (!declared2.ok || problems.length > 0) throw problemsFailure(problems);
  const outOfPlace = await pathsOutOfPlace(host, given, declared2.spec, declared2.run);
  if (outOfPlace.length > 0) throw problemsFailure(outOfPlace);
  const { credentials, githubToken } = declared2.spec.publish;
  for (const secret of [credentials?.password, githubToken]) if (secret != null) host.log.secret(secret);
  const { source, compile: compile2, workingDirectory } = declared2.spec;
  if (source.kind === "main") checkPrograms(host, compile2, workingDirectory);
  return declared2;
}
async function checkDirectory({ surface, values }, directory3) {
  const status = await stat13(directory3).catch(() => null);
  if (status?.isDirectory() === true) return [];
  const why = status === null ? "is not there" : "is no directory";
  const value = values["working-directory"] ?? ".";
  return [wrongValue(surface, "working-directory", value, `${why}; write the directory of the service`)];
}

// src/host/report-file.ts
import { stat as stat14, writeFile as writeFile6 } from "node:fs/promises";
import path57 from "node:path";
async function writeReport(file2, text2) {
  try {
    await makeDirectory(path57.dirname(file2));
    const there = await stat14(file2).catch(() => null);
    if (there?.isFIFO() === true || there?.isSocket() === true)
      throw new Failure("write", `${file2} was not written: it is a pipe or a socket. Name a file.`);
    await writeFile6(file2, text2);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(file2, cause);
  }
}

// src/commands/write-reports.ts
async function writeReports(file2, weighIn, depths) {
  await writeReport(file2, weighInJson(weighIn));
  const { htmlReport } = await import("./report-HP7INHNG.js");
  await writeReport(htmlPathOf(file2), htmlReport(weighIn, depths));
}

export {
  slug,
  retry,
  decompress,
  bodyOf,
  makeDirectory,
  jsonText,
  weighInJson,
  htmlPathOf,
  breachMessage,
  listed,
  listedBeside,
  paint,
  layOut,
  growthLines,
  headline,
  verdictLines,
  growthOf,
  unknownSubjects,
  unreadProgram,
  judge,
  startClock,
  whyNotWritten,
  semverOfGo,
  goOfSemver,
  OFFICIAL_GO,
  listReleases,
  goOnPath,
  listThroughModuleProxy,
  listPlatform,
  holds,
  tagsOf2 as tagsOf,
  SYSTEMS,
  ARCHITECTURES2 as ARCHITECTURES,
  constraintOfHeader,
  nameHolds,
  inParallel,
  buildFlags,
  findCredentials,
  openRepository,
  openSubject,
  parseSymbolName,
  weighSubject,
  goEnvironment,
  goFailure,
  goListJson,
  goList,
  linkBinaries,
  readBinaries,
  readFiles2 as readFiles,
  arrangeFiles,
  makeImage,
  placeName,
  runHints,
  runCommand,
  resolveTools,
  build,
  parseBudget,
  declareCredentials,
  declare,
  writeReports
};
