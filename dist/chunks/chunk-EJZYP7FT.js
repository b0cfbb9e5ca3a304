import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  besideBaseline,
  describeLimit,
  largestChanges,
  largestParts,
  usedOf
} from "./chunk-773FLSHK.js";
import {
  inputsOf,
  wrongInput
} from "./chunk-HVQ5DI3P.js";
import {
  actualsOf,
  baseWords,
  describePrice,
  lacks,
  otherProgramWords
} from "./chunk-D73YCEDL.js";
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
  pathName,
  unownedWords,
  versionOf
} from "./chunk-ATBO4P6S.js";
import {
  METRIC_NAMES,
  formatBytes,
  formatSubject,
  isOfGrowth,
  isPart,
  metricRow,
  printable,
  shorten
} from "./chunk-G7ZI3KYM.js";
import {
  secretsOf
} from "./chunk-TDLSIEPT.js";
import {
  didYouMean
} from "./chunk-HRDB3P5L.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/declare/action-inputs.ts
var PREFIX = "INPUT_";
function givenInputs(env, inputs = inputsOf("action")) {
  const values = Object.fromEntries(
    inputs.flatMap(({ name, kind }) => {
      const given = env[PREFIX + name.toUpperCase()] ?? "";
      const value = kind === "map" ? given.trimEnd() : given.trim();
      return value === "" ? [] : [[name, value]];
    })
  );
  const names = inputs.map(({ name }) => name);
  const problems = Object.keys(env).filter((variable) => variable.startsWith(PREFIX)).map((variable) => variable.slice(PREFIX.length).toLowerCase()).filter((name) => !names.some((known) => known === name)).toSorted().map((name) => unknownInput(name, names));
  return { surface: "action", values, problems };
}
function unknownInput(name, names) {
  const hint = didYouMean(name, names) || "; docs/reference.md lists the inputs";
  return wrongInput(name, `is not an input${hint}`);
}

// src/report/document.ts
function paragraph(text) {
  return { head: [text], rows: [], foot: [] };
}
var SUMMARY_LIMIT = 1e6;
var COMMENT_LIMIT = 6e4;
function document(sections, limit, missing = "The rest was left out. A summary can have 1 MiB.") {
  const pieces = [];
  let room = limit - bytesOf(missing);
  for (const { head, rows, foot } of sections) {
    room -= bytesOf([...head, ...foot, ""].join("\n"));
    const fitting = rows.filter((row2) => (room -= bytesOf(row2)) >= 0);
    if (room < 0 && fitting.length === 0) return [...pieces, missing, ""].join("\n");
    pieces.push(...head, ...fitting, ...foot, "");
    if (room < 0) return [...pieces, missing, ""].join("\n");
  }
  return pieces.join("\n");
}
function bytesOf(text) {
  return Buffer.byteLength(text) + 1;
}

// src/report/escape.ts
var LONGEST = 300;
var LONGEST_SENTENCE = 4e3;
function escape(text, longest = LONGEST) {
  return entities(printable(shorten(text, longest))).replace(REFERENCE_STARTS, "$1&#8203;");
}
function code(text) {
  return `<code>${entities(printable(shorten(text, LONGEST)))}</code>`;
}
var REFERENCE_STARTS = /(&#64;|&#35;|\bGH-(?=\d))/gi;
var MARKS = /[!"#$&'*<>?@[\\\]^_`{|}~]/g;
var LINK_STARTS = /:(?=\/\/)|(?<=www)\./gi;
var LINE_START = /^(\d*)([.)](?=\s|$)|[-+=](?=[-=\s]|$))/;
function entities(text) {
  return text.trim().replace(MARKS, entity).replace(LINK_STARTS, entity).replace(LINE_START, (_, digits, mark) => digits + entity(mark));
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function fence(text, longest) {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.split("	").map(printable).join("	"));
  const whole = lines.join("\n").trimEnd();
  const cut = whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}
\u2026` : whole;
  const longestRun = Math.max(0, ...(cut.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(Math.max(3, longestRun + 1));
  return [`${ticks}text`, cut, ticks];
}

// src/report/bar.ts
var WIDTH = 10;
function bar(part, whole) {
  const full = part >= whole ? WIDTH : Math.min(WIDTH - 1, Math.round(WIDTH * part / whole));
  return "\u2588".repeat(full) + "\u2591".repeat(WIDTH - full);
}

// src/report/tables.ts
var LARGEST = 20;
function filesTable({ breakdown, sizes }) {
  const parts = largestParts(breakdown, LARGEST);
  const rest = sizes.imageSize - parts.reduce((sum, part) => sum + part.bytes, 0);
  const share = (bytes) => [
    formatBytes(bytes),
    `${Math.round(100 * bytes / sizes.imageSize)} %`,
    bar(bytes, sizes.imageSize)
  ];
  const rows = [
    ...parts.map(({ name, bytes }) => row([code(name), ...share(bytes)])),
    ...rest > 0 ? [row(["all others", ...share(rest)])] : []
  ];
  return { head: ["| file | size | share | |", "|---|--:|--:|---|"], rows, foot: [] };
}
function layersTable({ layers }) {
  const rows = layers.map(
    ({ what, size, digest }) => row([escape(what), formatBytes(size), code(digest.slice(0, 19))])
  );
  return { head: ["| layer | to pull | digest |", "|---|--:|---|"], rows, foot: [] };
}
function timesSection(stages) {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0);
  const rows = stages.map(
    ({ stage, image, platform, ms }) => row([stage, escape(`${image} ${platform}`.trim()), formatSeconds(ms)])
  );
  const summary = `<details><summary>Time per stage (${formatSeconds(total)} together; stages may overlap)</summary>`;
  return { head: [summary, "", "| stage | of | time |", "|---|---|--:|"], rows, foot: ["", "</details>"] };
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}

// src/report/growth-table.ts
var LARGEST2 = 10;
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
  const { largest, others } = largestChanges(nodes, LARGEST2);
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

// src/report/limits-table.ts
function limitsTable(weight, { budget, baseline }) {
  const { limits, waived } = budget;
  const actuals = actualsOf(weight);
  const here = limits.filter(({ platform }) => platform === weight.platform);
  const rowOf = (title, limit) => limitRow(title, limit, { waived, baseline, besides: unownedWords(limit, weight) });
  const sizes = METRIC_NAMES.map((metric) => {
    const title = `${metric} <sub>${metricRow(metric).meaning}</sub>`;
    const limit = here.find((one) => one.subject.kind === metric && !isOfGrowth(one));
    return limit === void 0 ? row([title, sizeText(metric, actuals[metric]), "", "", "", ""]) : rowOf(title, limit);
  });
  const parts = here.filter((limit) => isPart(limit.subject) && !isOfGrowth(limit));
  return {
    head: ["| | size | limit | used | | |", "|---|--:|--:|--:|---|---|"],
    rows: [
      ...sizes,
      ...parts.map((limit) => rowOf(titleOf(limit), limit)),
      ...here.filter(isOfGrowth).map((limit) => rowOf(`growth of ${titleOf(limit)}`, limit))
    ],
    foot: []
  };
}
function titleOf({ subject }) {
  return isPart(subject) ? `${subject.kind} ${code(subject.path)}` : subject.kind;
}
function limitRow(title, limit, { waived, baseline, besides }) {
  const words = describeLimit(limit, waived);
  const used = usedOf(limit);
  return row([
    title,
    limit.actual === null ? "not measured" : words.status === "unchecked" ? "" : escape(sizeOf(limit, words)),
    escape(words.limit),
    escape(words.used),
    used === null ? "" : bar(used, 1),
    escape([besideBaseline(words, baseline).note, besides].filter((text) => text !== "").join("; "))
  ]);
}
function sizeOf(limit, { actual }) {
  const { subject, status } = limit;
  if (isPart(subject) || isOfGrowth(limit) || status !== "within" || limit.actual === null) return actual;
  return metricRow(subject.kind).unit === "rough bytes" ? formatMetric(subject.kind, limit.actual) : actual;
}
function sizeText(metric, actual) {
  if (actual === null) return "not measured";
  return formatMetric(metric, actual);
}

// src/report/tree-section.ts
var MOST_CHILDREN = 200;
function treeSection({ name, breakdown }, platform) {
  if (breakdown?.children === void 0 || breakdown.children.length === 0) return [];
  const summary = `What is in ${code(name)} for ${escape(platform)}, before packing (${formatBytes(breakdown.bytes)})`;
  return [
    {
      head: [`<details><summary>${summary}</summary>`, "", "<ul>"],
      rows: items(breakdown, (child) => partItem(child, breakdown.bytes)),
      foot: ["</ul>", "", "</details>"]
    }
  ];
}
function partItem(node, whole) {
  const version = versionOf(node.version) === "" ? "" : ` ${escape(versionOf(node.version))}`;
  const title = `${nodeCell({ kind: node.kind, path: [node.name] })}${version} ${sizeOf2(node.bytes, whole)}`;
  const children = items(node, (child) => leafItem(child, whole));
  return children.length === 0 ? `<li>${title}</li>` : `<li><details><summary>${title}</summary><ul>${children.join("")}</ul></details></li>`;
}
function leafItem(node, whole) {
  return `<li>${nodeCell({ kind: node.kind, path: [node.name] })} ${sizeOf2(node.bytes, whole)}</li>`;
}
function items({ children = [] }, item) {
  const sorted = children.toSorted((one, other) => other.bytes - one.bytes);
  const rest = sorted.slice(MOST_CHILDREN);
  const bytes = rest.reduce((sum, child) => sum + child.bytes, 0);
  return [
    ...sorted.slice(0, MOST_CHILDREN).map(item),
    ...rest.length === 0 ? [] : [`<li>${rest.length} others ${formatBytes(bytes)}</li>`]
  ];
}
function sizeOf2(bytes, whole) {
  const percent = whole === 0 ? 0 : Math.round(100 * bytes / whole);
  return percent === 0 ? formatBytes(bytes) : `${formatBytes(bytes)}, ${percent} %`;
}

// src/report/markdown.ts
function markdownReport(weighIn, sentence, limit = SUMMARY_LIMIT) {
  const sections = [
    ...weighIn.images.flatMap((image) => imageSections(image, sentence)),
    ...weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : [],
    ...weighIn.images.flatMap(({ platforms }) => platforms.flatMap(treeSections)),
    paragraph(`<sub>Bantam ${escape(weighIn.bantam)}</sub>`)
  ];
  return document(sections, limit);
}
function imageSections(image, sentence) {
  return [
    paragraph(`### ${code(image.name)}: ${verdictOf(image)}`),
    ...goesWithoutSaying(image.budget) ? [] : [paragraph(escape(sentence, LONGEST_SENTENCE))],
    ...image.platforms.flatMap((platform) => platformSections(platform, image)),
    paragraph(publishedAs(image))
  ];
}
function verdictOf({ budget, platforms }) {
  const isAlone = platforms.length === 1;
  switch (budget.status) {
    case "none":
      return `no budget, ${largestImage(platforms)}`;
    case "unmeasured": {
      const unknown = budget.limits.filter(({ status }) => status === "unmeasured").map(
        ({ subject, reason }) => `${formatSubject(subject)} ${reason === null ? "was not measured" : `(${reason})`}`
      );
      return escape(`budget could not be checked, ${unknown.join(" and ")}`);
    }
    case "within":
      return `within budget${tightest(budget, isAlone)}`;
    case "over":
      return `${budget.waived ? "over budget, allowed" : "over budget"}${tightest(budget, isAlone)}`;
  }
}
function largestImage(platforms) {
  const [largest, ...others] = platforms.toSorted((one, other) => other.sizes.imageSize - one.sizes.imageSize);
  const on = largest === void 0 || others.length === 0 ? "" : ` on ${escape(largest.platform)}`;
  return `image ${formatBytes(largest?.sizes.imageSize ?? 0)}${on}`;
}
function tightest({ limits, waived }, isAlone) {
  const used = limits.flatMap((limit2) => {
    const share = usedOf(limit2);
    return share === null ? [] : [{ limit: limit2, share: limit2.status === "over" ? share + 1e6 : share }];
  });
  const [worst] = used.sort((one, other) => other.share - one.share);
  if (worst === void 0) return "";
  const { actual, limit, used: full } = describeLimit(worst.limit, waived);
  const grew = isOfGrowth(worst.limit) ? " growth" : "";
  const others = limits.filter(({ status }) => status === "over").length - 1;
  const more = others > 0 ? `, and ${others} more` : "";
  const on = isAlone ? "" : ` on ${worst.limit.platform}`;
  return escape(
    `, ${formatSubject(worst.limit.subject)}${grew} ${actual} of ${limit}${full === "" ? "" : ` (${full})`}${on}${more}`
  );
}
function goesWithoutSaying({ status, limits, dropped }) {
  return status === "within" && limits.every(({ raisedFrom }) => raisedFrom === null) && dropped.length === 0;
}
function platformSections(weight, image) {
  return [
    paragraph(`${escape(weight.platform)}, ${builtWith(weight.settings)}`),
    limitsTable(weight, image),
    ...growthSections(weight.growth, image.baseline),
    {
      head: [],
      rows: [
        ...weight.binaries.flatMap((binary) => binaryLines(binary, weight.settings.base)),
        ...otherLines(weight),
        ...smokeLines(weight)
      ],
      foot: []
    },
    filesTable(weight),
    layersTable(weight)
  ];
}
function treeSections({ platform, binaries }) {
  return binaries.flatMap((binary) => treeSection(binary, platform));
}
function builtWith({ go, goSource, packer, base }) {
  const compiler = go === null ? "a prebuilt binary" : `${go}${goSource === null ? "" : ` (${goSource})`}`;
  const parts = [
    compiler,
    ...packer === null ? [] : [packer],
    ...base === void 0 ? [] : [`on ${baseWords(base)}`]
  ];
  return escape(parts.join(", "));
}
function binaryLines(binary, base) {
  const { path, linkedSize, shippedSize, pack, proof, price, needs, fromFiles = false } = binary;
  const lacked = lacks(needs, base);
  const packing = pack.status === "packed" ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})` : `ships unpacked, ${formatBytes(shippedSize)}: ${escape(pack.reason)}`;
  const costs = price === null ? [] : [`- the price: ${describePrice(price)}`];
  const needed = lacked === null ? [] : [`- needs: ${escape(lacked)}`];
  if (fromFiles) return [`- ${code(path)} ${packing}`];
  return [`- ${code(path)} ${packing}`, `- proof: ${proofOf(proof)}`, ...costs, ...needed];
}
function otherLines({ otherPrograms = [] }) {
  const { read, unread, more } = otherProgramWords(otherPrograms);
  const lines = [read, ...unread, more].filter((line) => line !== null);
  return lines.map((line) => `- ${escape(line)}`);
}
function proofOf({ status, reason, isolation, environments }) {
  const why = reason === null ? "" : `, ${escape(reason)}`;
  if (status !== "proven") return `**${status}**${why}`;
  const where = isolation === "namespaces" ? "in an empty root directory of its own" : "in an ordinary process";
  const memory = reason === null ? "has the same code in memory as the linked binary and " : "";
  return `${memory}starts with ${environments.join(", ").replace(/, (?=\d+$)/, " and ")} environment variables, ${where}${why}`;
}
function smokeLines({ smokeTest: { status, seen } }) {
  switch (status) {
    case "passed":
    case "not run":
      return [`- smoke test: ${status}, ${escape(seen.join(", "))}`];
    case "not asked":
      return [];
  }
}
function publishedAs({ published, references, missing = [], digest }) {
  const not = missing.map(
    ({ reference, reason }) => `

**Not published** as ${code(reference)}: ${escape(reason, LONGEST_SENTENCE)}`
  );
  return [publishedSentence(published, references, digest), ...not].join("");
}
function publishedSentence(published, references, digest) {
  if (!published) return `Nothing was published. Digest ${code(digest)}`;
  if (references.length === 0) return `Written, but not pushed to a registry. Digest ${code(digest)}`;
  return `Published as ${references.map(code).join(", ")}, digest ${code(digest)}`;
}

// src/report/marker.ts
var LONGEST2 = 200;
function markerOf(key) {
  return `<!-- bantam:${encodeURIComponent(key.toWellFormed()).slice(0, LONGEST2)} -->`;
}

// src/github/refusal.ts
var LONGEST3 = 300;
function reasonOf(error, token) {
  const said = errorMessage(error).replace(/\s+/g, " ").slice(0, LONGEST3).replace(/[.\s]+$/, "");
  const status = statusOf(error);
  const answer = status === null ? said : `GitHub answered ${status} (${said})`;
  const advice = status === null ? null : adviceOn(status, said);
  const secrets = secretsOf();
  secrets.add(token);
  return secrets.hide(advice === null ? answer : `${answer}; ${advice}`);
}
function adviceOn(status, said) {
  if (status === 401) return "give a github-token that is valid";
  if (status === 429 || /rate limit/i.test(said)) return "the next run will write it";
  if (status === 403)
    return "give the job `permissions: pull-requests: write`; on a pull request from a fork its token can only read, and the `comment/` action in a workflow on workflow_run writes it";
  if (status === 404) return "the token cannot see that pull request: check its permissions";
  return null;
}
function statusOf(error) {
  const { status, response } = error;
  return typeof status === "number" && response !== void 0 ? status : null;
}

// src/github/comment.ts
async function writeComment(host, asked) {
  const { token, repository, pullRequest, apiUrl, key, body } = asked;
  if (token === "") return host.log.notice("No comment was written: there is no token to write it with.");
  host.log.secret(token);
  const [owner = "", repo = ""] = repository.split("/");
  try {
    const [{ gitHubApi }, { putComment }] = await Promise.all([
      import("./api-6MMBPZPA.js"),
      import("./sticky-comment-3NPEJLOH.js")
    ]);
    const create = !(asked.silentWhenUnchanged && asked.unchanged);
    const comment = { owner, repo, pullRequest, marker: markerOf(key), body, create };
    await putComment(gitHubApi(host, apiUrl, token), comment);
  } catch (error) {
    host.log.notice(
      `The comment on pull request ${pullRequest} of ${repository} could not be written: ${reasonOf(error, token)}.`
    );
  }
}

// src/report/comment-key.ts
import { createHash } from "node:crypto";
function commentKey({ images }) {
  const set = images.flatMap(
    ({ name, platforms }) => platforms.map((weight) => [name, weight.platform, ...mainsOf(weight)])
  );
  const sorted = [...new Set(set.map((one) => JSON.stringify(one)))].sort();
  return createHash("sha256").update(sorted.join("\n")).digest("hex").slice(0, 32);
}
function mainsOf({ binaries }) {
  return binaries.flatMap(({ main }) => main ?? []).sort();
}

// src/report/comment.ts
function commentReport(weighIn, gate, key, { limit = COMMENT_LIMIT, saidBy = null } = {}) {
  const images = weighIn.images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget));
  const unchanged = isUnchanged(weighIn, gate);
  const sections = unchanged ? [unchangedLine(images)] : reportSections(images, gate);
  const footer = unchanged ? [] : [paragraph(footerOf(weighIn))];
  const [first = paragraph(""), ...rest] = sections;
  const marked = { ...first, head: [markerOf(key), ...first.head] };
  const origin = saidBy === null ? [] : [paragraph(originLine(saidBy))];
  return document(
    [marked, ...origin, ...rest, ...footer],
    limit,
    "The rest was left out, because a comment can have at most 65,536 characters. The job summary has all of it."
  ).trimEnd();
}
function isUnchanged({ images }, { pass }) {
  return pass && images.every(
    ({ budget, platforms }) => passesPlainly(budget) && platforms.every(({ growth }) => isNoise(growth))
  );
}
function passesPlainly({ status, limits, dropped }) {
  const plain = limits.every(({ raisedFrom, reason }) => raisedFrom === null && reason === null);
  return (status === "within" || status === "none") && plain && dropped.length === 0;
}
function isNoise(growth) {
  if (growth === null || growth.causes.length > 0) return false;
  const changed = growth.metrics.some(({ change }) => change !== null && change !== "unchanged");
  return !changed && whyTables(growth).length === 0;
}
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
function unchangedLine(images) {
  const [first] = images;
  if (first === void 0) return paragraph("Nothing was weighed");
  const { baseline } = first;
  const since = baseline === null ? "" : ` since ${escape(describeBaseline(baseline))}`;
  return paragraph(`${headline(images)}. Nothing changed beyond noise${since}`);
}
function reportSections(images, { pass, sentence }) {
  const plain = pass && images.every(({ budget }) => passesPlainly(budget) || goesWithoutSaying(budget));
  return [
    paragraph(`### ${headline(images)}`),
    ...plain ? [] : [paragraph(escape(sentence, LONGEST_SENTENCE))],
    platformsTable(images),
    ...images.flatMap((image) => whySections(image, images.length > 1)),
    ...images.flatMap(detailsOf)
  ];
}
function headline([worst, ...others]) {
  if (worst === void 0) return "Nothing was weighed";
  const verdict = `${code(worst.name)}: ${verdictOf(worst)}`;
  if (others.length === 0) return verdict;
  const failing = others.filter(({ budget }) => urgencyOf(budget) < 2).length;
  const rest = failing === 0 ? "passing" : `of which ${failing} ${failing === 1 ? "fails" : "fail"}`;
  return `${verdict}; ${others.length} more ${others.length === 1 ? "image" : "images"}, ${rest}`;
}
function platformsTable(images) {
  const several = images.length > 1;
  const rows = images.flatMap(
    (image) => image.platforms.map((weight) => platformRow(weight, image, several ? [code(image.name)] : []))
  );
  const [title, rule] = several ? ["| image ", "|---"] : ["", ""];
  return {
    head: [
      `${title}| platform | image | growth | to pull | before packing | limit | used |`,
      `${rule}|---|--:|--:|--:|--:|---|---|`
    ],
    rows,
    foot: []
  };
}
function platformRow(weight, { budget, baseline }, before) {
  const { platform, sizes, growth } = weight;
  const grown = growth?.metrics.find(({ metric }) => metric === "image");
  return row([
    ...before,
    escape(platform),
    `**${formatBytes(sizes.imageSize)}**`,
    grown === void 0 ? "" : describeMetricChange(grown),
    sizeText2(sizes.downloadSize),
    sizeText2(actualsOf(weight).binary),
    ...limitCells(
      budget.limits.filter((limit) => limit.platform === platform),
      budget.waived,
      baseline
    )
  ]);
}
function sizeText2(bytes) {
  return bytes === null ? "" : formatBytes(bytes);
}
function limitCells(limits, waived, baseline) {
  const weight = (limit2) => limit2.status === "unmeasured" ? 2e9 : (usedOf(limit2) ?? 0) + (limit2.status === "over" ? 1e9 : 0);
  const [worst] = limits.toSorted((one, other) => weight(other) - weight(one));
  if (worst === void 0) return ["none", ""];
  const described = describeLimit(worst, waived);
  const { limit, used, status } = described;
  const { verdict } = besideBaseline(described, baseline);
  const failing = limits.filter((one) => one !== worst && one.status !== "within").length;
  const more = failing === 0 ? "" : `; ${failing} more ${failing === 1 ? "fails" : "fail"}`;
  const words = status === "within" ? used : [used, verdict].filter((text) => text !== "").join(", ");
  return [escape(`${formatSubject(worst.subject)} ${limit}`), escape(`${words}${more}`, LONGEST_SENTENCE)];
}
function whySections({ name, platforms, baseline }, several) {
  const most = mostGrown(platforms);
  const growth = most?.growth ?? null;
  if (most === void 0 || growth === null)
    return baseline === null ? [] : [paragraph(baselineLine(baseline))];
  const tables = whyTables(growth);
  const what = tables.length === 0 && growth.causes.length === 0 ? "Nothing changed beyond noise" : "What changed";
  const image = several ? ` in ${code(name)}` : "";
  const platform = platforms.length > 1 ? ` for ${escape(most.platform)}` : "";
  const over = baseline === null ? "" : `, compared with ${escape(describeBaseline(baseline))}`;
  return [
    paragraph(`#### ${what}${image}${platform}${over}`),
    ...growth.causes.length === 0 ? [] : [causesSection(growth.causes)],
    ...tables
  ];
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
function detailsOf(image) {
  const most = mostGrown(image.platforms);
  return image.platforms.flatMap((weight) => detailSections(weight, image, weight === most));
}
function detailSections(weight, image, explained) {
  const of = `${code(image.name)} for ${escape(weight.platform)}`;
  const { growth, layers } = weight;
  return [
    folded(`Limits: ${of}`, limitsTable(weight, image)),
    ...growth === null ? [] : [folded(`Before and now: ${of}`, metricsTable(growth.metrics))],
    ...growth !== null && !explained ? whyTables(growth).map((table) => folded(`What changed: ${of}`, table)) : [],
    ...layers.length === 0 ? [] : [folded(`Layers: ${of}`, layersTable(weight))]
  ];
}
function folded(title, { head, rows, foot }) {
  return {
    head: [`<details><summary>${title}</summary>`, "", ...head],
    rows,
    foot: [...foot, "", "</details>"]
  };
}
function originLine(commit) {
  return `<sub>These figures come from the pull request's own run for commit ${escape(commit.slice(0, 7))}. They were not measured again here.</sub>`;
}
function footerOf({ bantam, revision, images }) {
  const settings = images[0]?.platforms[0]?.settings;
  const parts = [
    `Bantam ${bantam}`,
    ...revision === null ? [] : [`commit ${revision.slice(0, 7)}`],
    ...[settings?.go, settings?.packer].flatMap((part) => part ?? [])
  ];
  return `<sub>${escape(parts.join(", "))}</sub>`;
}

// src/commands/steps/say-on-pull-request.ts
async function sayOnPullRequest(host, spec, {
  weighIn,
  gate,
  saidBy = null
}) {
  const key = commentKey(weighIn);
  const body = commentReport(weighIn, gate, key, { saidBy });
  await writeComment(host, { ...spec, key, body, unchanged: isUnchanged(weighIn, gate) });
}

export {
  givenInputs,
  SUMMARY_LIMIT,
  document,
  LONGEST_SENTENCE,
  escape,
  code,
  fence,
  row,
  markdownReport,
  reasonOf,
  sayOnPullRequest
};
