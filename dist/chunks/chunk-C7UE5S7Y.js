import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  baselineLine,
  metricsTable,
  mostGrown,
  whyGrown,
  whySections,
  whyTables
} from "./chunk-MMIHZ5UC.js";
import {
  packedWith
} from "./chunk-K3MYLFWG.js";
import {
  describeBaseline,
  unownedWords
} from "./chunk-3NRIVDBR.js";
import {
  failedList,
  folded,
  foldedWhole,
  imagesTable
} from "./chunk-DAHXDACD.js";
import {
  COMMENT_LIMIT,
  LONGEST_SENTENCE,
  bar,
  code,
  document,
  escape,
  layersTable,
  paragraph,
  row
} from "./chunk-UJY4MS5D.js";
import {
  actualsOf
} from "./chunk-BNLTPXAC.js";
import {
  besideBaseline,
  describeLimit,
  describeMetricChange,
  formatMetric,
  hasGrowth,
  imageRows,
  isNoise,
  isOfSeveral,
  limitsFor,
  passesPlainly,
  urgencyOf,
  usedOf,
  worstLimit
} from "./chunk-KZT2CLQA.js";
import {
  formatBytes,
  formatSubject
} from "./chunk-F2CDRKCC.js";
import {
  METRIC_NAMES,
  isOfGrowth,
  isPart,
  metricRow
} from "./chunk-NWSLXV6K.js";
import {
  secretsOf
} from "./chunk-4KZHZBOR.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/report/marker.ts
var LONGEST = 200;
function markerOf(key) {
  return `<!-- bantam:${encodeURIComponent(key.toWellFormed()).slice(0, LONGEST)} -->`;
}

// src/github/refusal.ts
var LONGEST2 = 300;
function reasonOf(error, token) {
  const said = errorMessage(error).replace(/\s+/g, " ").slice(0, LONGEST2).replace(/[.\s]+$/, "");
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
      import("./api-FMF6S26E.js"),
      import("./sticky-comment-E2SU5UBV.js")
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
function commentKey({ asked, images }) {
  if (asked !== void 0)
    return hashOf([asked.file, ...asked.images.toSorted()].map((one) => JSON.stringify(one)));
  const set = images.flatMap(
    ({ name, platforms }) => platforms.map((weight) => [name, weight.platform, ...mainsOf(weight)])
  );
  const sorted = [...new Set(set.map((one) => JSON.stringify(one)))].sort();
  return hashOf(sorted);
}
function hashOf(lines) {
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 32);
}
function mainsOf({ binaries }) {
  return binaries.flatMap(({ main }) => main ?? []).sort();
}

// src/report/images-growth.ts
var MOST_OPEN = 3;
var MOST_NAMED = 10;
var MOST_REASONS = 3;
function growthOfImages(images) {
  const grown = images.filter(hasGrowth).flatMap((image) => {
    const why = whyGrown(image, true);
    return why === null ? [] : [{ ...why, of: image.name }];
  });
  const sections = grown.length > MOST_OPEN ? grown.map(({ title, sections: parts, of }) => foldedWhole(title, parts, of)) : grown.flatMap(
    ({ title, sections: parts, of }) => [paragraph(`#### ${title}`), ...parts].map((section) => ({ ...section, of }))
  );
  return [...sections, ...notCompared(images)];
}
function notCompared(images) {
  const alone = images.flatMap(
    ({ name, platforms, baseline }) => baseline !== null && platforms.every(({ growth }) => growth === null) ? [{ name, baseline }] : []
  );
  const alike = [...Map.groupBy(alone, ({ baseline }) => baselineLine(baseline))];
  const isNew = ([, of]) => of.every(({ baseline }) => baseline.kind === "none");
  const first = alike.filter(isNew);
  const folded2 = first.length > MOST_REASONS ? first.slice(1) : [];
  const said = alike.filter((one) => !folded2.includes(one));
  const others = folded2.flatMap(([, of]) => of);
  return [
    ...said.map(([line, of]) => paragraph(of.length === images.length ? line : `${line} (${listed(of)})`)),
    ...others.length === 0 ? [] : [paragraph(`No baseline either: ${listed(others)}`)]
  ];
}
function listed(images) {
  const names = images.slice(0, MOST_NAMED).map(({ name }) => code(name));
  const more = images.length > names.length ? [`${images.length - names.length} more`] : [];
  return [...names, ...more].join(", ");
}

// src/report/verdict-words.ts
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
function isPlain({ pass }, images) {
  return pass && images.every(({ budget }) => passesPlainly(budget) || goesWithoutSaying(budget));
}
function goesWithoutSaying({ status, limits, dropped }) {
  return status === "within" && limits.every(({ raisedFrom }) => raisedFrom === null) && dropped.length === 0;
}

// src/report/images-headline.ts
function imagesHeadline(weighIn) {
  const { images, failed = [] } = weighIn;
  const [broken] = failed;
  const [worst] = images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget));
  const others = imageRows(weighIn).filter(({ name }) => name !== (broken ?? worst)?.name);
  if (broken !== void 0) return `${code(broken.name)}: failed${sumUp(others)}`;
  if (worst === void 0) return "Nothing was weighed";
  return `${code(worst.name)}: ${verdictOf(worst)}${sumUp(others)}`;
}
function sumUp(others) {
  if (others.length === 0) return "";
  const failing = others.filter(({ fails }) => fails).length;
  const rest = failing > 0 ? `of which ${failing} ${failing === 1 ? "fails" : "fail"}` : others.every(({ hasBudget }) => hasBudget) ? "passing" : "some without a budget";
  return `; ${others.length} more ${others.length === 1 ? "image" : "images"}, ${rest}`;
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

// src/report/comment.ts
function commentReport(weighIn, gate, key, { limit = COMMENT_LIMIT, saidBy = null } = {}) {
  const images = weighIn.images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget));
  const unchanged = isUnchanged(weighIn, gate);
  const title = imagesHeadline(weighIn);
  const sections = unchanged ? [unchangedLine(weighIn, title)] : isOfSeveral(weighIn) ? severalSections(weighIn, images, gate, title) : reportSections(images, gate, title);
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
function isUnchanged({ images, failed = [] }, { pass }) {
  return pass && failed.length === 0 && images.every(
    ({ budget, platforms }) => passesPlainly(budget) && platforms.every(({ growth }) => isNoise(growth))
  );
}
function unchangedLine({ images }, title) {
  const since = new Set(images.map(({ baseline: baseline2 }) => baseline2 === null ? "" : describeBaseline(baseline2)));
  const [baseline = ""] = since.size === 1 ? since : [];
  return paragraph(
    `${title}. Nothing changed beyond noise${baseline === "" ? "" : ` since ${escape(baseline)}`}`
  );
}
function reportSections(images, said, title) {
  return [
    paragraph(`### ${title}`),
    ...isPlain(said, images) ? [] : [paragraph(escape(said.sentence, LONGEST_SENTENCE))],
    platformsTable(images),
    ...images.flatMap(whySections),
    ...images.flatMap(detailsOf)
  ];
}
var MOST_DETAILED = 4;
function severalSections(weighIn, images, said, title) {
  const detailed = images.length <= MOST_DETAILED ? images : images.filter((image) => !passesPlainly(image.budget) || hasGrowth(image));
  return [
    paragraph(`### ${title}`),
    ...isPlain(said, images) ? [] : [paragraph(escape(said.sentence, LONGEST_SENTENCE))],
    ...failedList(weighIn),
    ...imagesTable(weighIn),
    ...growthOfImages(images),
    ...detailed.flatMap((image) => detailsOf(image).map((section) => ({ ...section, of: image.name })))
  ];
}
function platformsTable(images) {
  return {
    head: [
      "| platform | image | growth | to pull | before packing | limit | used |",
      "|---|--:|--:|--:|--:|---|---|"
    ],
    rows: images.flatMap((image) => image.platforms.map((weight) => platformRow(weight, image))),
    foot: []
  };
}
function platformRow(weight, { budget, baseline }) {
  const { platform, sizes, growth } = weight;
  const grown = growth?.metrics.find(({ metric }) => metric === "image");
  return row([
    escape(platform),
    `**${formatBytes(sizes.imageSize)}**`,
    grown === void 0 ? "" : describeMetricChange(grown),
    sizeText2(sizes.downloadSize),
    sizeText2(actualsOf(weight).binary),
    ...limitCells(limitsFor(budget, platform), budget.waived, baseline)
  ]);
}
function sizeText2(bytes) {
  return bytes === null ? "" : formatBytes(bytes);
}
function limitCells(limits, waived, baseline) {
  const worst = worstLimit(limits);
  if (worst === void 0) return ["none", ""];
  const described = describeLimit(worst, waived);
  const { limit, used, status } = described;
  const { verdict } = besideBaseline(described, baseline);
  const failing = limits.filter((one) => one !== worst && one.status !== "within").length;
  const more = failing === 0 ? "" : `; ${failing} more ${failing === 1 ? "fails" : "fail"}`;
  const words = status === "within" ? used : [used, verdict].filter((text) => text !== "").join(", ");
  return [escape(`${formatSubject(worst.subject)} ${limit}`), escape(`${words}${more}`, LONGEST_SENTENCE)];
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
function originLine(commit) {
  return `<sub>These figures come from the pull request's own run for commit ${escape(commit.slice(0, 7))}. They were not measured again here.</sub>`;
}
function footerOf({ bantam, revision, images }) {
  const first = images[0]?.platforms[0];
  const packer = images.flatMap(({ platforms }) => platforms).flatMap((weight) => packedWith(weight) ?? [])[0];
  const parts = [
    `Bantam ${bantam}`,
    ...revision === null ? [] : [`commit ${revision.slice(0, 7)}`],
    ...[first?.settings.go, packer].flatMap((part) => part ?? [])
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
  verdictOf,
  isPlain,
  goesWithoutSaying,
  imagesHeadline,
  growthOfImages,
  limitsTable,
  reasonOf,
  sayOnPullRequest
};
