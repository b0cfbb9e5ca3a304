import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  breachMessage
} from "./chunk-YR6YP654.js";
import {
  baseWords,
  describePrice,
  lacks,
  otherProgramWords
} from "./chunk-VQVLJSEC.js";
import {
  goesWithoutSaying,
  growthOfImages,
  imagesHeadline,
  isPlain,
  limitsTable,
  verdictOf
} from "./chunk-C7UE5S7Y.js";
import {
  growthSections,
  nodeCell
} from "./chunk-MMIHZ5UC.js";
import {
  packedWith
} from "./chunk-K3MYLFWG.js";
import {
  failedList,
  foldedWhole,
  imagesTable
} from "./chunk-DAHXDACD.js";
import {
  LONGEST_SENTENCE,
  SUMMARY_LIMIT,
  code,
  document,
  escape,
  filesTable,
  layersTable,
  paragraph,
  timesSection
} from "./chunk-UJY4MS5D.js";
import {
  isOfSeveral,
  urgencyOf,
  versionOf
} from "./chunk-KZT2CLQA.js";
import {
  formatChange
} from "./chunk-7QU7PEQ2.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";

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
  const title = `${nodeCell({ kind: node.kind, path: [node.name] })}${version} ${sizeOf(node.bytes, whole)}`;
  const children = items(node, (child) => leafItem(child, whole));
  return children.length === 0 ? `<li>${title}</li>` : `<li><details><summary>${title}</summary><ul>${children.join("")}</ul></details></li>`;
}
function leafItem(node, whole) {
  return `<li>${nodeCell({ kind: node.kind, path: [node.name] })} ${sizeOf(node.bytes, whole)}</li>`;
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
function sizeOf(bytes, whole) {
  const percent = whole === 0 ? 0 : Math.round(100 * bytes / whole);
  return percent === 0 ? formatBytes(bytes) : `${formatBytes(bytes)}, ${percent} %`;
}

// src/report/platform-sections.ts
function platformSections(weight, image) {
  return [
    paragraph(`${escape(weight.platform)}, ${builtWith(weight)}`),
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
function builtWith(weight) {
  const { go, goSource, base } = weight.settings;
  const packer = packedWith(weight);
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
  if (fromFiles && proof.status !== "proven") return [`- ${code(path)} ${packing}`];
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

// src/report/published-as.ts
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

// src/report/images-summary.ts
function severalSections(weighIn, gate, failures) {
  const images = weighIn.images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget));
  return [
    paragraph(`### ${imagesHeadline(weighIn)}`),
    ...isPlain(gate, images) ? [] : [paragraph(escape(gate.sentence, LONGEST_SENTENCE))],
    ...failedList(weighIn),
    ...failures,
    ...imagesTable(weighIn),
    ...growthOfImages(images),
    ...images.map(
      (image) => foldedWhole(`${code(image.name)}: ${verdictOf(image)}`, detailsOf(image), image.name)
    )
  ];
}
function detailsOf(image) {
  return [
    ...image.platforms.flatMap((platform) => platformSections(platform, image)),
    paragraph(publishedAs(image))
  ];
}

// src/report/markdown.ts
function markdownReport(weighIn, gate, { limit = SUMMARY_LIMIT, failures = [] } = {}) {
  const sections = [
    ...isOfSeveral(weighIn) ? severalSections(weighIn, gate, failures) : weighIn.images.flatMap((image) => imageSections(image, gate.sentence)),
    ...weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : [],
    ...weighIn.images.flatMap(
      ({ name, platforms }) => platforms.flatMap(treeSections).map((section) => ({ ...section, of: name }))
    ),
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

// src/commands/job-log.ts
var JOB_SCREEN = { width: 120, colour: false };
function tellGate(log, gate, weighIn) {
  if (!gate.pass) log.error(breachMessage(gate.sentence, weighIn));
  else if (weighIn.images.some(({ budget }) => budget.waived)) log.warning(gate.sentence);
}

export {
  markdownReport,
  JOB_SCREEN,
  tellGate
};
