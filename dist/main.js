import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  VERSION,
  breachMessage,
  build,
  declare,
  describeBaseline,
  describeLimit,
  describeMetricChange,
  describeOthers,
  describeVersions,
  exitCodeOf,
  filesThatMatter,
  formatMetric,
  htmlPathOf,
  inputsOf,
  largestChanges,
  largestParts,
  pathName,
  tellFailure,
  usedOf,
  verdictLines,
  versionOf,
  writeReports,
  wrongInput
} from "./chunks/chunk-4QF467X3.js";
import {
  actualsOf,
  describePrice,
  formatBytes,
  formatChange,
  formatDelta,
  formatSeconds,
  isSigned,
  printable,
  shorten
} from "./chunks/chunk-QRUVPFRY.js";
import {
  restoreCaches,
  runnerHost
} from "./chunks/chunk-PPPCMOIW.js";
import {
  didYouMean,
  errorMessage
} from "./chunks/chunk-CEIJRWH4.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-ARNGRDYL.js";
import {
  Failure
} from "./chunks/chunk-HBUXROF4.js";
import "./chunks/chunk-JR5LPFBT.js";
import "./chunks/chunk-NNDOWG6N.js";
import "./chunks/chunk-T2HII73C.js";
import {
  setOutput
} from "./chunks/chunk-MHY373IV.js";
import "./chunks/chunk-33PJWEQH.js";

// src/declare/action-inputs.ts
var PREFIX = "INPUT_";
function givenInputs(env) {
  const inputs = inputsOf("action");
  const values = Object.fromEntries(
    inputs.flatMap(({ name }) => {
      const value = env[PREFIX + name.toUpperCase()]?.trim() ?? "";
      return value === "" ? [] : [[name, value]];
    })
  );
  const names = inputs.map(({ name }) => name);
  const problems = Object.keys(env).filter((variable) => variable.startsWith(PREFIX)).map((variable) => variable.slice(PREFIX.length).toLowerCase()).filter((name) => !names.some((known) => known === name)).toSorted().map((name) => unknownInput(name, names));
  return { surface: "action", values, problems };
}
function unknownInput(name, names) {
  const hint = didYouMean(name, names) || "; docs/reference.md lists the inputs";
  return wrongInput("action", name, `is not an input${hint}`);
}

// src/github/annotations.ts
import path from "node:path";
var MOST = 10;
var LONGEST = 4096;
function annotationsOf({ message, locations }, base, workspace) {
  const shown = locations.slice(0, MOST - 1).map((location) => placed(location, base, workspace));
  const missing = locations.length - shown.length;
  const more = missing > 0 ? `
${missing} more ${missing === 1 ? "place is" : "places are"} in the log.` : "";
  return [{ message: cut(message, LONGEST - more.length) + more }, ...shown];
}
function annotate(host, failure, base = host.cwd) {
  const workspace = host.env["GITHUB_WORKSPACE"] ?? host.cwd;
  for (const { message, location } of annotationsOf(failure, base, workspace))
    host.log.error(message, location);
}
function placed(location, base, workspace) {
  const file = path.relative(workspace, path.resolve(base, location.file));
  const outside = file === "" || file.startsWith(`..${path.sep}`) || file === ".." || path.isAbsolute(file);
  if (!outside) return { message: cut(location.message, LONGEST), location: { ...location, file } };
  const place = [location.file, location.line, location.column].filter((part) => part !== void 0).join(":");
  return { message: cut(`${place}: ${location.message}`, LONGEST) };
}
function cut(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}\u2026`;
}

// src/declare/outputs.ts
var OUTPUTS = [
  { name: "image", description: "Reference with digest of what was pushed; empty when nothing was." },
  { name: "digest", description: "Digest of the image, `sha256:\u2026`, pushed or not." },
  { name: "tags", description: "Full references that were pushed, one a line; empty when nothing was." },
  { name: "image-size", description: "Sum of the image's files, in bytes." },
  { name: "download-size", description: "What a pull transfers, in bytes: config, layers and manifest." },
  { name: "binary-size", description: "Sum of the binaries before packing, in bytes." },
  { name: "budget-status", description: "`within`, `over`, `unmeasured` or `none`." },
  { name: "report", description: "Path of the weigh-in, a JSON file." },
  { name: "html-report", description: "Path of the report as one HTML page, down to functions." },
  {
    name: "metadata",
    description: "JSON with the fields that users of docker/build-push-action parse."
  }
];

// src/github/outputs.ts
function outputsOf({ weighIn, image, report }) {
  const weight = weighIn?.images[0];
  const platform = weight?.platforms[0];
  const binary = platform === void 0 ? null : actualsOf(platform).binary;
  const references = weight?.published === true ? weight.references : [];
  return {
    image: weight === void 0 ? "" : pinned(references, weight),
    digest: weight?.digest ?? "",
    tags: references.join("\n"),
    "image-size": textOf(platform?.sizes.imageSize),
    "download-size": textOf(platform?.sizes.downloadSize),
    "binary-size": textOf(binary),
    "budget-status": weight?.budget.status ?? "",
    report: report ?? "",
    "html-report": report === null ? "" : htmlPathOf(report),
    metadata: image === null ? "" : JSON.stringify(metadataOf(image, references))
  };
}
function setOutputs(outputs) {
  for (const { name } of OUTPUTS) setOutput(name, outputs[name]);
}
function pinned(references, { digest }) {
  const [first] = references;
  return first === void 0 ? "" : `${first.replace(/:[^/:]*$/, "")}@${digest}`;
}
function metadataOf({ config, manifest }, references) {
  const { mediaType, digest, bytes } = manifest;
  return {
    "containerimage.config.digest": config.digest,
    "containerimage.descriptor": { mediaType, digest, size: bytes.length },
    "containerimage.digest": digest,
    "image.name": references.join(",")
  };
}
function textOf(size) {
  return size === null || size === void 0 ? "" : String(size);
}

// src/github/summary.ts
import { appendFile, stat } from "node:fs/promises";
var STEP_LIMIT = 1024 * 1024;
async function appendSummary(host, markdown) {
  const file = host.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file === "") return host.log.debug("There is no job summary here.");
  try {
    const written = await sizeOf(file);
    if (written + Buffer.byteLength(markdown) + 1 > STEP_LIMIT) {
      return host.log.notice("The job summary has no room left for the report: GitHub takes 1 MiB of a step.");
    }
    await appendFile(file, `${markdown}
`);
  } catch (error) {
    host.log.notice(`The job summary could not be written: ${errorMessage(error)}.`);
  }
}
async function sizeOf(file) {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

// src/report/document.ts
var SUMMARY_LIMIT = 1e6;
function document(sections, limit, missing = "The rest was left out: a summary has room for 1 MiB.") {
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
var LONGEST2 = 300;
var LONGEST_SENTENCE = 4e3;
function escape(text, longest = LONGEST2) {
  return entities(printable(shorten(text, longest))).replace(/(&#64;|&#35;)/g, "$1&#8203;");
}
function code(text) {
  return `<code>${entities(printable(shorten(text, LONGEST2)))}</code>`;
}
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
  const cut2 = whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}
\u2026` : whole;
  const longestRun = Math.max(0, ...(cut2.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = "`".repeat(Math.max(3, longestRun + 1));
  return [`${ticks}text`, cut2, ticks];
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

// src/report/failure-summary.ts
var LONGEST_OUTPUT = 6e4;
function failureSummary({ code: kind, message, output, locations }, limit = SUMMARY_LIMIT) {
  return document(
    [
      section(`### Failed: ${escape(kind)}`),
      section(...sentence(message)),
      ...locations.length > 0 ? [places(locations)] : [],
      ...output === void 0 || output.trim() === "" ? [] : [section(...fence(output, LONGEST_OUTPUT))]
    ],
    limit
  );
}
function defectSummary(thrown, limit = SUMMARY_LIMIT) {
  const text = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  const title = "### Failed, and not by anything you did: this is a defect of Bantam";
  return document([section(title), section(...fence(text, LONGEST_OUTPUT))], limit);
}
function sentence(message) {
  return message.split("\n").filter((line) => line.trim() !== "").flatMap((line, index) => (index === 0 ? [] : [""]).concat(escape(line, LONGEST_SENTENCE)));
}
function places(locations) {
  const rows = locations.map(({ file, line, column, message }) => {
    const place = [file, line, column].filter((part) => part !== void 0).join(":");
    return row([code(place), escape(message)]);
  });
  return { head: ["| where | what |", "|---|---|"], rows, foot: [] };
}
function section(...head) {
  return { head, rows: [], foot: [] };
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
  const head = [`| ${where} | version | before | now | change | most of it in |`];
  return [{ head: [...head, "|---|---|--:|--:|--:|---|"], rows, foot: [] }];
}
function changeRow({ node, delta, most }, several) {
  const size = (bytes) => bytes === null ? "" : formatBytes(bytes);
  const within = several && node.binary !== null ? ` in ${code(node.binary)}` : "";
  return row([
    nodeCell(node) + within,
    escape(describeVersions(node)),
    size(node.before),
    size(node.after),
    formatDelta(delta),
    most === null ? "" : `${nodeCell(most.node)} ${formatDelta(most.delta)}`
  ]);
}
var NAMED = ["main", "module", "package", "function", "embed", "binary", "file"];
function nodeCell({ kind, path: path2 }) {
  const name = pathName(kind, path2);
  return NAMED.includes(kind) ? code(name) : escape(name);
}
function paragraph(text) {
  return { head: [text], rows: [], foot: [] };
}

// src/report/limits-table.ts
var METRICS = [
  ["image", "all files"],
  ["download", "what a pull transfers"],
  ["binary", "before packing"],
  ["memory", "private, at the start"]
];
function limitsTable(weight, { limits, allowed }) {
  const actuals = actualsOf(weight);
  const here = limits.filter(({ platform }) => platform === weight.platform);
  const ofMetrics = new Set(METRICS.map(([metric]) => metric));
  const sizes = METRICS.map(([metric, meaning]) => {
    const title = `${metric} <sub>${meaning}</sub>`;
    const limit = here.find((one) => one.metric === metric && !isSigned(one));
    return limit === void 0 ? row([title, sizeText(metric, actuals[metric]), "", "", "", ""]) : limitRow(title, limit, allowed, metric);
  });
  const parts = here.filter((limit) => !ofMetrics.has(limit.metric) && !isSigned(limit));
  const signed = here.filter(isSigned);
  return {
    head: ["| | size | limit | used | | |", "|---|--:|--:|--:|---|---|"],
    rows: [
      ...sizes,
      ...parts.map((limit) => limitRow(titleOf(limit), limit, allowed, "binary")),
      ...signed.map((limit) => limitRow(`growth of ${titleOf(limit)}`, limit, allowed, "binary"))
    ],
    foot: []
  };
}
function titleOf({ metric }) {
  const [kind = "", ...path2] = metric.split(" ");
  return path2.length === 0 ? escape(kind) : `${escape(kind)} ${code(path2.join(" "))}`;
}
function limitRow(title, limit, allowed, metric) {
  const words = describeLimit(limit, allowed);
  const used = usedOf(limit);
  const size = metric === "memory" && limit.status === "within" && limit.actual !== null ? formatMetric(metric, limit.actual) : words.actual;
  const status = words.status === "within" ? "" : words.verdict;
  return row([
    title,
    limit.actual === null ? "not measured" : words.status === "unchecked" ? "" : escape(size),
    escape(words.limit),
    escape(words.used),
    used === null ? "" : bar(used, 1),
    escape(status || noteOf(words.verdict))
  ]);
}
function noteOf(verdict) {
  return verdict.replace(/^within budget(, )?/, "");
}
function sizeText(metric, actual) {
  if (actual === null) return "not measured";
  return metric === "memory" ? formatMetric(metric, actual) : formatBytes(actual);
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
function markdownReport(weighIn, sentence2, limit = SUMMARY_LIMIT) {
  const sections = [
    ...weighIn.images.flatMap((image) => imageSections(image, sentence2)),
    ...weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : [],
    ...weighIn.images.flatMap(({ platforms }) => platforms.flatMap(treeSections)),
    paragraph2(`<sub>Bantam ${escape(weighIn.bantam)}</sub>`)
  ];
  return document(sections, limit);
}
function imageSections(image, sentence2) {
  return [
    paragraph2(`### ${code(image.name)}: ${verdictOf(image)}`),
    ...goesWithoutSaying(image.budget) ? [] : [paragraph2(escape(sentence2, LONGEST_SENTENCE))],
    ...image.platforms.flatMap((platform) => platformSections(platform, image)),
    paragraph2(publishedAs(image))
  ];
}
function verdictOf({ budget, platforms }) {
  switch (budget.status) {
    case "none":
      return `no budget, image ${formatBytes(platforms[0]?.sizes.imageSize ?? 0)}`;
    case "unmeasured": {
      const unknown = budget.limits.filter(({ status }) => status === "unmeasured").map(({ metric, reason }) => `${metric} ${reason === null ? "was not measured" : `(${reason})`}`);
      return escape(`budget could not be checked, ${unknown.join(" and ")}`);
    }
    case "within":
      return `within budget${tightest(budget)}`;
    case "over":
      return `${budget.allowed ? "over budget, let through" : "over budget"}${tightest(budget)}`;
  }
}
function tightest({ limits, allowed }) {
  const used = limits.flatMap((limit2) => {
    const share = usedOf(limit2);
    return share === null ? [] : [{ limit: limit2, share: limit2.status === "over" ? share + 1e6 : share }];
  });
  const [worst] = used.sort((one, other) => other.share - one.share);
  if (worst === void 0) return "";
  const { actual, limit, used: full } = describeLimit(worst.limit, allowed);
  const grew = isSigned(worst.limit) ? " growth" : "";
  const others = limits.filter(({ status }) => status === "over").length - 1;
  const more = others > 0 ? `, and ${others} more` : "";
  return escape(
    `, ${worst.limit.metric}${grew} ${actual} of ${limit}${full === "" ? "" : ` (${full})`}${more}`
  );
}
function goesWithoutSaying({ status, limits, dropped }) {
  const plain = limits.every(({ raisedFrom, reason }) => raisedFrom === null && reason === null);
  return status === "within" && plain && dropped.length === 0;
}
function platformSections(weight, { budget, baseline }) {
  return [
    paragraph2(`${escape(weight.platform)}, ${builtWith(weight.settings)}`),
    limitsTable(weight, budget),
    ...growthSections(weight.growth, baseline),
    { head: [], rows: [...weight.binaries.flatMap(binaryLines), ...smokeLines(weight)], foot: [] },
    filesTable(weight),
    layersTable(weight)
  ];
}
function treeSections({ platform, binaries }) {
  return binaries.flatMap((binary) => treeSection(binary, platform));
}
function builtWith({ go, goSource, packer }) {
  const compiler = go === null ? "a prebuilt binary" : `${go}${goSource === null ? "" : ` (${goSource})`}`;
  return escape(packer === null ? compiler : `${compiler}, ${packer}`);
}
function binaryLines({ path: path2, linkedSize, shippedSize, pack, proof, price }) {
  const packing = pack.status === "packed" ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})` : `ships unpacked, ${formatBytes(shippedSize)}: ${escape(pack.reason)}`;
  const costs = price === null ? [] : [`- the price: ${describePrice(price)}`];
  return [`- ${code(path2)} ${packing}`, `- proof: ${proofOf(proof)}`, ...costs];
}
function proofOf({ status, reason, isolation, environments }) {
  const why = reason === null ? "" : `, ${escape(reason)}`;
  if (status !== "proven") return `**${status}**${why}`;
  const where = isolation === "namespaces" ? "in an empty root of its own" : "in a plain process";
  const memory = reason === null ? "holds the linked code in memory and " : "";
  return `${memory}starts with ${environments.join(", ").replace(/, (?=\d+$)/, " and ")} environment variables, ${where}${why}`;
}
function smokeLines({ smokeTest }) {
  return smokeTest.status === "passed" ? [`- smoke test: passed, ${escape(smokeTest.seen.join(", "))}`] : [];
}
function publishedAs({ published, references, digest }) {
  if (!published) return `Nothing was published. Digest ${code(digest)}`;
  return `Published as ${references.map(code).join(", ")}, digest ${code(digest)}`;
}
function paragraph2(text) {
  return { head: [text], rows: [], foot: [] };
}

// src/commands/action.ts
var SCREEN = { width: 120, colour: false };
async function action(env, cwd) {
  const host = runnerHost(env, cwd);
  host.log.info(`bantam ${VERSION}`);
  setOutputs(outputsOf({ weighIn: null, image: null, report: null }));
  try {
    const { spec, run } = await declare(host, givenInputs(env));
    const { weighIn, gate, image, depths } = await build(host, spec, {
      screen: SCREEN,
      ...run.cache ? { restoreCaches: (go) => restoreCaches(host, go, spec) } : {}
    });
    for (const line of ["", ...verdictLines(weighIn, SCREEN)]) host.log.info(line);
    setOutputs(outputsOf({ weighIn, image, report: run.report }));
    if (run.report !== null) await writeReports(run.report, weighIn, depths);
    if (run.summary) await appendSummary(host, markdownReport(weighIn, gate.sentence));
    if (!gate.pass) host.log.error(breachMessage(gate.sentence, weighIn));
    else if (weighIn.images.some(({ budget }) => budget.allowed)) host.log.warning(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    await reportFailure(host, error);
    return 2;
  }
}
async function reportFailure(host, error) {
  if (error instanceof Failure) {
    if (error.output !== void 0) host.log.quote(error.output);
    annotate(host, error);
    await appendSummary(host, failureSummary(error));
  } else {
    tellFailure(host.log, error);
    await appendSummary(host, defectSummary(error));
  }
}

// src/main.ts
process.exitCode = await action(process.env, process.cwd());
