import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  writeReports,
  writeSboms
} from "./chunks/chunk-4J75BZLT.js";
import {
  build,
  waitInLog
} from "./chunks/chunk-7NNF32NA.js";
import {
  decompress
} from "./chunks/chunk-QRUNDGHL.js";
import {
  breachMessage,
  verdictLines
} from "./chunks/chunk-DZYQW5EU.js";
import {
  bodyOf,
  declare,
  htmlPathOf,
  makeDirectory,
  parseJson,
  slug
} from "./chunks/chunk-IBBHAFX2.js";
import "./chunks/chunk-T2HII73C.js";
import {
  HttpError,
  refusal,
  request,
  retry
} from "./chunks/chunk-PJSWHJGL.js";
import "./chunks/chunk-JR5LPFBT.js";
import {
  restoreCaches,
  tolerantly
} from "./chunks/chunk-VXDZPWZQ.js";
import {
  setOutput
} from "./chunks/chunk-CO3P7FZV.js";
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
} from "./chunks/chunk-EJZYP7FT.js";
import {
  otherVersion,
  readWeighIn
} from "./chunks/chunk-QPT3B4HR.js";
import {
  exitCodeOf
} from "./chunks/chunk-773FLSHK.js";
import {
  TarError,
  boolean,
  never,
  object,
  optional,
  readJson,
  safeParse,
  string,
  tarEntries
} from "./chunks/chunk-HVQ5DI3P.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import {
  actualsOf
} from "./chunks/chunk-D73YCEDL.js";
import "./chunks/chunk-ATBO4P6S.js";
import "./chunks/chunk-G7ZI3KYM.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-FYOSMOYU.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-TDLSIEPT.js";
import {
  formatPlatform
} from "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-FAWLDARW.js";
import {
  onPath
} from "./chunks/chunk-33OW35SP.js";
import "./chunks/chunk-NNDOWG6N.js";
import "./chunks/chunk-5N4UT3EE.js";
import "./chunks/chunk-XGSNR2IZ.js";
import "./chunks/chunk-JFKLU2OC.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-XF4RVXQN.js";
import {
  runEntry
} from "./chunks/chunk-BM5TYPHT.js";
import {
  Failure,
  clause,
  failureSentence,
  sentenceText
} from "./chunks/chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-X7JVFUTR.js";
import "./chunks/chunk-33PJWEQH.js";

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

// src/github/kept-weigh-in.ts
import { createHash as createHash2 } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path2 from "node:path";

// src/github/cache-request.ts
import { createHash } from "node:crypto";
function cacheEndpoint(env) {
  const mode = (env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  if (mode === "none" || mode === "write-only") return null;
  const protocol = (env["ACTIONS_CACHE_SERVICE_V2"] ?? "") !== "" && !isEnterpriseServer(env) ? "v2" : "v1";
  const url = env[protocol === "v2" ? "ACTIONS_RESULTS_URL" : "ACTIONS_CACHE_URL"] ?? "";
  return url === "" ? null : { protocol, url: url.endsWith("/") ? url : `${url}/` };
}
function isEnterpriseServer(env) {
  const server = env["GITHUB_SERVER_URL"] || "https://github.com";
  const { hostname } = URL.canParse(server) ? new URL(server) : { hostname: "" };
  return hostname !== "github.com" && !/\.(?:ghe\.com|localhost)$/i.test(hostname);
}
async function findEntry(host, endpoint, asked, patience) {
  for (const version of versionsOf(host, asked.directory)) {
    const found = await retry(() => ask(host, endpoint, asked, version), { ...patience, stop: host.stop });
    if (found !== null) return found;
  }
  return null;
}
async function* entryContent(host, { url }) {
  const response = await request(host, url, {
    headers: { "accept-encoding": "identity" },
    signal: AbortSignal.timeout(LONGEST_MS)
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw refusal(response);
  }
  yield* bodyOf(response, STALL_MS);
}
var STALL_MS = 3e4;
var LONGEST_MS = 12e4;
var LONGEST_ANSWER = 1e6;
async function ask(host, endpoint, asked, version) {
  const [url, options] = requestOf(endpoint, asked, version, host.env["ACTIONS_RUNTIME_TOKEN"] ?? "");
  const response = await request(host, url, { ...options, signal: AbortSignal.timeout(LONGEST_MS) });
  if (endpoint.protocol === "v1" && response.status === 204) {
    await response.body?.cancel();
    return null;
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw refusal(response);
  }
  return readAnswer(endpoint.protocol, await textOf(response));
}
function readAnswer(protocol, text) {
  const answer = parseJson(text);
  return protocol === "v1" ? entryOfV1(answer) : entryOfV2(answer);
}
function requestOf({ protocol, url }, { key, prefix }, version, token) {
  const authorization = `Bearer ${token}`;
  const redirect = "error";
  if (protocol === "v2")
    return [
      `${url}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`,
      {
        method: "POST",
        redirect,
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify({ key, restore_keys: [prefix], version })
      }
    ];
  const query = new URLSearchParams({ keys: `${key},${prefix}`, version });
  return [
    `${url}_apis/artifactcache/cache?${query.toString()}`,
    { redirect, headers: { authorization, accept: "application/json;api-version=6.0-preview.1" } }
  ];
}
var V1 = object({ archiveLocation: string(), cacheKey: string() });
var V2 = object({
  ok: optional(boolean(), false),
  signed_download_url: optional(string(), ""),
  matched_key: optional(string(), ""),
  // An error of Twirp has a code. Some proxies pass such an error on as a success.
  code: optional(never())
});
function entryOfV1(answer) {
  const checked = safeParse(V1, answer);
  if (!checked.success) throw unusable();
  return entryAt(checked.output.archiveLocation, checked.output.cacheKey);
}
function entryOfV2(answer) {
  const checked = safeParse(V2, answer);
  if (!checked.success || Array.isArray(answer)) throw unusable();
  const { ok, signed_download_url: url, matched_key: key } = checked.output;
  return ok ? entryAt(url, key) : null;
}
function entryAt(url, key) {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || key === "") throw unusable();
  return { url, key };
}
function unusable() {
  return new HttpError("its answer is not one that a cache service gives");
}
function versionsOf(host, directory) {
  const methods = ["zstd-without-long", "gzip"];
  const usual = onPath(host, "zstd") === null ? methods.toReversed() : methods;
  return usual.map((method) => createHash("sha256").update([directory, method, "1.0"].join("|")).digest("hex"));
}
async function textOf(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of bodyOf(response, STALL_MS)) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) throw unusable();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

// src/github/kept-weigh-in.ts
var FILE = "weigh-in.json";
var MAX_BYTES = 64 * 1024 * 1024;
var MAX_ENTRIES = 100;
async function restoreWeighIn(host, parts, at, patience) {
  const endpoint = cacheEndpoint(host.env);
  if (endpoint === null) {
    host.log.debug("cache: there is no service to read a weigh-in from");
    return { status: "none" };
  }
  const { directory, prefix } = cacheOf(host, parts, at.branch);
  const asked = { directory, prefix, key: prefix + (at.commit ?? "newest") };
  try {
    const found = await findEntry(host, endpoint, asked, patience);
    host.log.debug(`cache: weigh-in: ${found?.key ?? "nothing"} for ${asked.key}`);
    if (found === null) return { status: "none" };
    return readKept(
      await retry(() => contentOf(host, found), { ...patience, stop: host.stop }),
      found,
      prefix
    );
  } catch (error) {
    const why = whyNotRestored(error);
    if (why === null) throw error;
    return { status: "unreadable", reason: `the weigh-in kept in the cache could not be read: ${why}` };
  }
}
async function keepWeighIn(host, parts, branch, weighIn) {
  const { revision } = weighIn;
  if (revision === null) return;
  await tolerantly(host, "saved", async (service) => {
    const { directory, prefix } = cacheOf(host, parts, branch);
    await makeDirectory(directory);
    await writeFile(path2.join(directory, FILE), JSON.stringify(weighIn));
    const id = await service.saveCache([directory], prefix + revision);
    host.log.debug(`cache: weigh-in: ${id === -1 ? "not saved" : "saved"} as ${prefix}${revision}`);
  });
}
function cacheOf(host, { source, platform, workingDirectory }, branch) {
  const here = (file) => path2.relative(host.cwd, file);
  const what = source.kind === "main" ? source.mains : here(source.path);
  const image = hash([what, formatPlatform(platform), here(workingDirectory)]);
  return {
    // Next to the directory for packed binaries, which is saved as a whole.
    directory: path2.join(path2.dirname(host.kept), "bantam-weigh-in", image),
    prefix: `bantam-weigh-in-${(slug(branch) ?? "").slice(0, 40)}-${hash([image, branch])}-`
  };
}
async function contentOf(host, found) {
  const archive = decompress(entryContent(host, found));
  let content = null;
  for await (const entry of tarEntries(archive, { maxEntries: MAX_ENTRIES, maxBytes: MAX_BYTES })) {
    if (entry.type !== "file" || path2.posix.basename(entry.name) !== FILE) continue;
    const chunks = [];
    for await (const chunk of entry.content()) chunks.push(chunk);
    content = Buffer.concat(chunks);
  }
  if (content === null) throw new TarError(`it has no ${FILE}`);
  return content;
}
function readKept(bytes, { key }, prefix) {
  const json = readJson(bytes, MAX_BYTES);
  const other = json.ok ? otherVersion(json.value) : null;
  if (other !== null)
    return { status: "other version", reason: `the weigh-in kept in the cache ${other.said}` };
  const weighIn = json.ok ? readWeighIn(json.value) : json;
  if (!weighIn.ok) return damaged(`it ${weighIn.problem}`);
  const { value } = weighIn;
  if (key.toLowerCase() !== `${prefix}${value.revision}`.toLowerCase())
    return damaged("it is of a different commit");
  return { status: "found", weighIn: value };
}
function damaged(why) {
  return { status: "unreadable", reason: `the weigh-in kept in the cache is damaged: ${why}` };
}
function whyNotRestored(error) {
  if (error instanceof HttpError || error instanceof TarError) return error.message;
  return /^Z_|^ZSTD_/.test(errorCode(error)) ? `it is damaged or incomplete (${errorMessage(error)})` : null;
}
function hash(value) {
  return createHash2("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

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
    name: "metadata",
    description: "JSON in the form of the output `metadata` of docker/build-push-action."
  }
];

// src/github/outputs.ts
function outputsOf({ weighIn, set, report, binaries, sboms = [] }) {
  const weight = weighIn?.images[0];
  const platforms = weight?.platforms ?? [];
  const references = weight?.published === true ? weight.references : [];
  return {
    image: weight === void 0 ? "" : pinned(references, weight),
    digest: weight?.digest ?? "",
    tags: tagged(references).join("\n"),
    "image-size": largest(platforms.map(({ sizes }) => sizes.imageSize)),
    "download-size": largest(platforms.map(({ sizes }) => sizes.downloadSize)),
    "binary-size": largest(platforms.map((platform) => actualsOf(platform).binary)),
    "budget-status": weight?.budget.status ?? "",
    growth: largest(platforms.map(imageGrowth)),
    report: report ?? "",
    "html-report": report === null ? "" : htmlPathOf(report),
    binaries: binaries ?? "",
    sbom: sboms.join("\n"),
    metadata: set === null ? "" : JSON.stringify(metadataOf(set, tagged(references)))
  };
}
function setOutputs(env, outputs) {
  if ((env["GITHUB_OUTPUT"] ?? "") === "") throw notSet("GITHUB_OUTPUT names no file");
  try {
    for (const { name } of OUTPUTS) setOutput(name, outputs[name]);
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
function pinned(references, { digest }) {
  const [first] = references;
  if (first === void 0) return "";
  return isPinned(first) ? first : `${first.replace(/:[^/:]*$/, "")}@${digest}`;
}
function tagged(references) {
  return references.filter((reference) => !isPinned(reference));
}
function isPinned(reference) {
  return reference.includes("@");
}
function metadataOf({ images, root }, references) {
  const { mediaType, digest, bytes } = root;
  const [first, ...others] = images;
  return {
    // An index has no config of its own.
    ...others.length > 0 ? {} : { "containerimage.config.digest": first.config.digest },
    "containerimage.descriptor": { mediaType, digest, size: bytes.length },
    "containerimage.digest": digest,
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
  const { code: kind, output, locations } = failure;
  return document(
    [
      section(`### Failed: ${escape(kind)}`),
      section(...lines(failureSentence(failure, "action"))),
      ...locations.length > 0 ? [places(locations)] : [],
      ...output === void 0 || output.trim() === "" ? [] : [section(...fence(output, LONGEST_OUTPUT))]
    ],
    limit
  );
}
function defectSummary(thrown, limit = SUMMARY_LIMIT) {
  const text = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
  const title = "### Failed because of a defect in Bantam";
  return document([section(title), section(...fence(text, LONGEST_OUTPUT))], limit);
}
function lines(message) {
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
function runAction(step) {
  const { env } = step;
  const log = runnerLog(step);
  return runEntry(step, {
    main: () => action(step, log),
    tell: (error) => reportFailure({ env, log, cwd: "/" }, error),
    // Later steps read the outputs of this one, not its log.
    outlivesOutput: true
  });
}
async function action(step, log) {
  const { env } = step;
  log.info(`bantam ${VERSION}`);
  setOutputs(env, outputsOf({ weighIn: null, set: null, report: null, binaries: null }));
  const host = runnerHost(env, currentDirectory(step), log);
  try {
    const { spec, run } = await declare(host, givenInputs(env));
    if (run.pushReason !== null) host.log.info(sentenceText(run.pushReason, host.surface));
    const { weighIn, gate, set, sboms, depths, published, binaries } = await build(host, spec, {
      screen: SCREEN,
      wait: waitInLog(host.log),
      ...run.cache ? {
        restoreCaches: (go) => restoreCaches(host, go, spec),
        restoreWeighIn: (platform) => (at) => restoreWeighIn(host, platform, at)
      } : {}
    });
    for (const line of ["", ...verdictLines(weighIn, SCREEN)]) host.log.info(line);
    setOutputs(env, outputsOf({ weighIn, set, report: null, binaries }));
    const failure = published?.failure ?? null;
    if (failure !== null) await reportFailure(host, failure);
    if (run.cache && run.branch !== null && failure === null)
      for (const platform of spec.platforms) await keepWeighIn(host, platform, run.branch, weighIn);
    if (run.report !== null) {
      await writeReports(run.report, weighIn, depths);
      await writeSboms(run.sboms, sboms);
      setOutputs(env, outputsOf({ weighIn, set, report: run.report, binaries, sboms: run.sboms }));
    }
    if (run.summary) await appendSummary(host, markdownReport(weighIn, gate.sentence));
    if (failure !== null) return 2;
    if (run.comment !== null) await sayOnPullRequest(host, run.comment, { weighIn, gate });
    if (!gate.pass) host.log.error(breachMessage(gate.sentence, weighIn));
    else if (weighIn.images.some(({ budget }) => budget.waived)) host.log.warning(gate.sentence);
    return exitCodeOf(gate);
  } catch (error) {
    await reportFailure(host, error);
    return 2;
  }
}
async function reportFailure(host, error) {
  if (error instanceof Failure) {
    annotate(host, error);
    if (error.output !== void 0) host.log.quote(error.output);
    await appendSummary(host, failureSummary(error));
  } else {
    tellFailure(host.log, error, "action");
    await appendSummary(host, defectSummary(error));
  }
}

// src/main.ts
await runAction(process);
