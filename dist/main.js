import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  breachMessage,
  build,
  declare,
  htmlPathOf,
  slug,
  verdictLines,
  writeReports
} from "./chunks/chunk-RQWBYC5U.js";
import "./chunks/chunk-WK2GBKXF.js";
import "./chunks/chunk-F7PZDSIG.js";
import {
  restoreCaches,
  tolerantly
} from "./chunks/chunk-3RCWM4BG.js";
import {
  formatPlatform
} from "./chunks/chunk-AHUYJAQF.js";
import {
  LONGEST_SENTENCE,
  SUMMARY_LIMIT,
  code,
  document,
  escape,
  fence,
  givenInputs,
  markdownReport,
  row,
  sayOnPullRequest
} from "./chunks/chunk-FMVTQFKC.js";
import {
  exitCodeOf,
  readJson,
  readWeighIn,
  tellFailure
} from "./chunks/chunk-3NC6MDMM.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import {
  actualsOf
} from "./chunks/chunk-KI2GA55F.js";
import {
  runnerHost
} from "./chunks/chunk-IHW2O2K3.js";
import "./chunks/chunk-NKX4SIPG.js";
import {
  errorMessage
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-QTIA6VQ3.js";
import "./chunks/chunk-7KX4C3FV.js";
import "./chunks/chunk-MFX7X4QD.js";
import {
  Failure
} from "./chunks/chunk-WSKDE7IN.js";
import "./chunks/chunk-T2HII73C.js";
import "./chunks/chunk-JR5LPFBT.js";
import {
  setOutput
} from "./chunks/chunk-MHY373IV.js";
import "./chunks/chunk-NNDOWG6N.js";
import "./chunks/chunk-33PJWEQH.js";

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

// src/github/kept-weigh-in.ts
import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path2 from "node:path";
var FILE = "weigh-in.json";
var MAX_BYTES = 64 * 1024 * 1024;
async function restoreWeighIn(host, subject, at) {
  return tolerantly(host, "restored", async (service) => {
    const { directory, prefix } = placeOf(host, subject, at.branch);
    const found = await service.restoreCache([directory], prefix + (at.commit ?? "newest"), [prefix]);
    host.log.debug(`cache: weigh-in: ${found ?? "nothing"} for ${prefix}${at.commit ?? ""}`);
    return found === void 0 ? null : readKept(host, path2.join(directory, FILE));
  });
}
async function keepWeighIn(host, subject, branch, weighIn) {
  const { revision } = weighIn;
  if (revision === null) return;
  await tolerantly(host, "saved", async (service) => {
    const { directory, prefix } = placeOf(host, subject, branch);
    await mkdir(directory, { recursive: true });
    await writeFile(path2.join(directory, FILE), JSON.stringify(weighIn));
    const id = await service.saveCache([directory], prefix + revision);
    host.log.debug(`cache: weigh-in: ${id === -1 ? "not saved" : "saved"} as ${prefix}${revision}`);
  });
}
function placeOf(host, { source, platform, workingDirectory }, branch) {
  const here = (file) => path2.relative(host.cwd, file);
  const what = source.kind === "main" ? source.mains : here(source.path);
  const image = hash([what, formatPlatform(platform), here(workingDirectory)]);
  return {
    // Beside what is kept of packing, which is saved as a whole.
    directory: path2.join(path2.dirname(host.kept), "bantam-weigh-in", image),
    prefix: `bantam-weigh-in-${(slug(branch) ?? "").slice(0, 40)}-${hash([image, branch])}-`
  };
}
async function readKept(host, file) {
  const { size } = await stat(file);
  const json = size > MAX_BYTES ? null : readJson(await readFile(file), MAX_BYTES);
  const weighIn = json?.ok === true ? readWeighIn(json.value) : json;
  if (weighIn?.ok === true) return weighIn.value;
  const why = weighIn === null ? `has more than ${MAX_BYTES} bytes` : weighIn.problem;
  host.log.notice(`The weigh-in kept in the cache is not read: it ${why}.`);
  return null;
}
function hash(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
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
  {
    name: "growth",
    description: "Bytes that the image grew by over its baseline, negative where it shrank; empty where there is none, or it was not measured."
  },
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
    growth: textOf(platform?.growth?.metrics.find(({ metric }) => metric === "image")?.delta),
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
import { appendFile, stat as stat2 } from "node:fs/promises";
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
    return (await stat2(file)).size;
  } catch {
    return 0;
  }
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
      ...run.cache ? {
        restoreCaches: (go) => restoreCaches(host, go, spec),
        restoreWeighIn: (at) => restoreWeighIn(host, spec, at)
      } : {}
    });
    for (const line of ["", ...verdictLines(weighIn, SCREEN)]) host.log.info(line);
    setOutputs(outputsOf({ weighIn, image, report: run.report }));
    if (run.cache && run.branch !== null) await keepWeighIn(host, spec, run.branch, weighIn);
    if (run.report !== null) await writeReports(run.report, weighIn, depths);
    if (run.summary) await appendSummary(host, markdownReport(weighIn, gate.sentence));
    if (run.comment !== null) await sayOnPullRequest(host, run.comment, { weighIn, gate });
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
