import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  worstStatus
} from "./chunk-JXWXFZCV.js";
import {
  htmlPathOf
} from "./chunk-L2V5KLOK.js";
import {
  setOutput
} from "./chunk-CO3P7FZV.js";
import {
  foldedWhole
} from "./chunk-DAHXDACD.js";
import {
  LONGEST_SENTENCE,
  SUMMARY_LIMIT,
  code,
  document,
  escape,
  fence,
  row
} from "./chunk-UJY4MS5D.js";
import {
  actualsOf
} from "./chunk-BNLTPXAC.js";
import {
  tellFailure
} from "./chunk-4KZHZBOR.js";
import {
  Failure,
  clause,
  failureSentence
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/declare/outputs.ts
var OUTPUTS = [
  {
    name: "image",
    description: "Reference with digest of the pushed image, also if the run failed after the push. Empty if nothing was pushed."
  },
  { name: "digest", description: "Digest of the image, `sha256:\u2026`, also if it was not pushed." },
  {
    name: "tags",
    description: "Full references that name the image at the end of the run, one per line. Empty if there are none."
  },
  { name: "image-size", description: "Total size of the image's files, in bytes." },
  { name: "download-size", description: "Bytes that a pull transfers: config, layers and manifest." },
  { name: "binary-size", description: "Total size of the binaries before packing, in bytes." },
  { name: "budget-status", description: "`within`, `over`, `unmeasured` or `none`." },
  {
    name: "growth",
    description: "Bytes that the image grew by since its baseline, negative if it shrank. Empty without a baseline, or if the growth was not measured."
  },
  { name: "report", description: "Path of the JSON file with the weigh-in." },
  {
    name: "html-report",
    description: "Path of the HTML page with the report, which shows sizes down to functions."
  },
  {
    name: "binaries",
    description: "Path of the folder that `binaries` names, with the executables for a release; empty where none was written."
  },
  {
    name: "sbom",
    description: "Path of the SBOM that `sbom: file` wrote, an SPDX file; one a line where there are several platforms, in their order."
  },
  {
    name: "result",
    description: "Path of the result of a piece of a plan, for `merge/`. Empty where the run builds all of its images."
  },
  {
    name: "metadata",
    description: "JSON in the form of the output `metadata` of docker/build-push-action."
  }
];
var PLAN_OUTPUTS = [
  {
    name: "matrix",
    description: "JSON for `strategy.matrix`: a job for each platform of each image, with `image`, `platform`, `runner` and `id`."
  },
  {
    name: "plan",
    description: "Path of the plan. Empty where `changed-since` leaves nothing to build; `matrix` then has no job."
  },
  {
    name: "plan-id",
    description: "Id of the plan, `sha256:\u2026`, for the input `plan-id` of `merge/`. It is computed from all that stands in the plan. Empty where `plan` is."
  }
];

// src/github/outputs.ts
var NOTHING_REPORTED = {
  weighIn: null,
  images: [],
  several: false,
  report: null,
  binaries: []
};
function outputsOf({
  weighIn,
  images,
  several,
  report,
  binaries,
  sboms = [],
  result = null
}) {
  const weights = weighIn?.images ?? [];
  const platforms = weights.flatMap((weight) => weight.platforms);
  return {
    image: lines(weights.map(pinned)),
    digest: lines(weights.map(({ digest }) => digest)),
    tags: lines(weights.flatMap(tagsOf)),
    "image-size": largest(platforms.map(({ sizes }) => sizes.imageSize)),
    "download-size": largest(platforms.map(({ sizes }) => sizes.downloadSize)),
    "binary-size": largest(platforms.map((platform) => actualsOf(platform).binary)),
    "budget-status": weights.length === 0 ? "" : worstStatus(
      weights.map(({ budget }) => budget),
      "none"
    ),
    growth: largest(platforms.map(imageGrowth)),
    report: report ?? "",
    "html-report": report === null ? "" : htmlPathOf(report),
    binaries: lines([...new Set(binaries)]),
    sbom: lines(sboms),
    result: result ?? "",
    metadata: metadataText({ weighIn, images, several })
  };
}
function metadataText({
  weighIn,
  images,
  several
}) {
  const each = images.map(({ name, root }) => {
    const weight = weighIn?.images.find((one) => one.name === name);
    return [name, metadataOf(root, weight === void 0 ? [] : tagsOf(weight))];
  });
  if (several) return each.length === 0 ? "" : JSON.stringify(Object.fromEntries(each));
  return each.map(([, metadata]) => JSON.stringify(metadata)).join("");
}
function setOutputs(env, outputs) {
  setNamedOutputs(
    env,
    OUTPUTS.map(({ name }) => [name, outputs[name]])
  );
}
function setNamedOutputs(env, outputs) {
  if ((env["GITHUB_OUTPUT"] ?? "") === "") throw notSet("GITHUB_OUTPUT names no file");
  try {
    for (const [name, value] of outputs) setOutput(name, value);
  } catch (cause) {
    throw notSet(
      `GITHUB_OUTPUT cannot be written: ${REASONS[errorCode(cause)] ?? errorMessage(cause)}`,
      cause
    );
  }
}
var REASONS = {
  EACCES: "permission is denied",
  EISDIR: "it is a directory",
  ENOSPC: "there is no space left on its disk",
  EROFS: "its file system is read-only"
};
function notSet(why, cause) {
  return new Failure(
    "write",
    { what: clause`the outputs of this step cannot be set`, why: clause`${why}` },
    { cause, fields: { input: "GITHUB_OUTPUT" } }
  );
}
function pinned(weight) {
  const [first] = referencesOf(weight);
  if (first === void 0) return "";
  return isPinned(first) ? first : `${first.replace(/:[^/:]*$/, "")}@${weight.digest}`;
}
function tagsOf(weight) {
  return referencesOf(weight).filter((reference) => !isPinned(reference));
}
function referencesOf({ published, references }) {
  return published ? references : [];
}
function lines(values) {
  return values.filter((value) => value !== "").join("\n");
}
function isPinned(reference) {
  return reference.includes("@");
}
function metadataOf({ config, ...descriptor }, references) {
  return {
    // An index has no config of its own.
    ...config === null ? {} : { "containerimage.config.digest": config },
    "containerimage.descriptor": descriptor,
    "containerimage.digest": descriptor.digest,
    "image.name": references.join(",")
  };
}
function imageGrowth({ growth }) {
  return growth?.metrics.find(({ metric }) => metric === "image")?.delta ?? null;
}
function largest(values) {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? "" : String(Math.max(...known));
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
      return host.log.warning(
        "The report does not fit into the job summary, because GitHub allows 1 MiB for each step."
      );
    }
    await appendFile(file, `${markdown}
`);
  } catch (error) {
    host.log.warning(`The job summary could not be written: ${errorMessage(error)}.`);
  }
}
async function sizeOf(file) {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

// src/report/failure-summary.ts
var LONGEST_OUTPUT = 6e4;
function failureSummary(failure, limit = SUMMARY_LIMIT) {
  return document(failureSections(failure, `### Failed: ${escape(failure.code)}`, LONGEST_OUTPUT), limit);
}
function defectSummary(thrown, limit = SUMMARY_LIMIT) {
  return document(defectSections(thrown, "### Failed because of a defect in Bantam", LONGEST_OUTPUT), limit);
}
function allFailedSummary(failed, limit = SUMMARY_LIMIT) {
  const title = section(`### All ${failed.length} images failed`);
  return document([title, ...failed.flatMap(failedSections)], limit, "The rest was left out. The log has it.");
}
var LONGEST_OF_SEVERAL = 1e4;
function failedSections({ name, thrown }) {
  const title = thrown instanceof Failure ? `#### ${code(name)} failed: ${escape(thrown.code)}` : `#### ${code(name)} failed because of a defect in Bantam`;
  const sections = thrown instanceof Failure ? failureSections(thrown, title, LONGEST_OF_SEVERAL) : defectSections(thrown, title, LONGEST_OF_SEVERAL);
  return sections.map((one) => ({ ...one, of: name }));
}
function failedDetails(failed) {
  return failed.flatMap((one) => {
    const [, ...sections] = failedSections(one);
    const details = one.thrown instanceof Failure ? sections.slice(1) : sections;
    return details.length === 0 ? [] : [foldedWhole(`What failed in ${code(one.name)}`, details, one.name)];
  });
}
function failureSections(failure, title, longest) {
  const { output, locations } = failure;
  return [
    section(title),
    section(...lines2(failureSentence(failure, "action"))),
    ...locations.length > 0 ? [places(locations)] : [],
    ...output === void 0 || output.trim() === "" ? [] : [section(...fence(output, longest))]
  ];
}
function defectSections(thrown, title, longest) {
  const text = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  return [section(title), section(...fence(text, longest))];
}
function lines2(message) {
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

// src/github/annotations.ts
import path from "node:path";
var MOST = 10;
var LONGEST = 4096;
function annotationsOf(failure, base, workspace) {
  const { code: code2, locations } = failure;
  const message = `${failureSentence(failure, "action")} [${code2}]`;
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

// src/commands/report-failure.ts
function annotateFailure(host, error) {
  if (error instanceof Failure) {
    annotate(host, error);
    if (error.output !== void 0) host.log.quote(error.output);
  } else tellFailure(host.log, error, "action");
}
async function reportFailure(host, error) {
  annotateFailure(host, error);
  await appendSummary(host, error instanceof Failure ? failureSummary(error) : defectSummary(error));
}

export {
  PLAN_OUTPUTS,
  NOTHING_REPORTED,
  outputsOf,
  setOutputs,
  setNamedOutputs,
  appendSummary,
  allFailedSummary,
  failedDetails,
  annotateFailure,
  reportFailure
};
