import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  askedOf,
  buildImages,
  writeSboms
} from "./chunks/chunk-QNZLOVZK.js";
import {
  waitInLog
} from "./chunks/chunk-REWHA2CB.js";
import "./chunks/chunk-HYZ2MCSH.js";
import "./chunks/chunk-SQEW6XXX.js";
import {
  decompress
} from "./chunks/chunk-QRUNDGHL.js";
import "./chunks/chunk-IXGPT5AO.js";
import "./chunks/chunk-5N4UT3EE.js";
import {
  restoreCaches,
  tolerantly
} from "./chunks/chunk-RR2QSMV2.js";
import "./chunks/chunk-UKIERV5I.js";
import {
  changedImages
} from "./chunks/chunk-GKL2MM22.js";
import {
  declareRun
} from "./chunks/chunk-JEA74LU6.js";
import "./chunks/chunk-73IMFRIX.js";
import "./chunks/chunk-2NIS2GC2.js";
import "./chunks/chunk-C2OH2S3G.js";
import "./chunks/chunk-FUITNG2E.js";
import "./chunks/chunk-SLNL43HE.js";
import {
  TarError,
  tarEntries
} from "./chunks/chunk-P5HPMPQL.js";
import {
  JOB_SCREEN,
  markdownReport,
  tellGate
} from "./chunks/chunk-OXBUGCY6.js";
import {
  writeReports
} from "./chunks/chunk-QMFDELHE.js";
import {
  verdictLines
} from "./chunks/chunk-YR6YP654.js";
import "./chunks/chunk-QY3U5MWY.js";
import "./chunks/chunk-VQVLJSEC.js";
import "./chunks/chunk-RDUWS57S.js";
import "./chunks/chunk-ZPWYLRU4.js";
import {
  sayOnPullRequest
} from "./chunks/chunk-C7UE5S7Y.js";
import "./chunks/chunk-4D4NLLDZ.js";
import {
  exitCodeOf
} from "./chunks/chunk-MMIHZ5UC.js";
import "./chunks/chunk-V3C6T2MS.js";
import "./chunks/chunk-K3MYLFWG.js";
import "./chunks/chunk-3NRIVDBR.js";
import {
  otherVersion,
  readWeighIn
} from "./chunks/chunk-JP6MUPQV.js";
import "./chunks/chunk-Q7VAICPW.js";
import {
  NOTHING_REPORTED,
  allFailedSummary,
  annotateFailure,
  appendSummary,
  failedDetails,
  outputsOf,
  reportFailure,
  setOutputs
} from "./chunks/chunk-FCAZSJDN.js";
import "./chunks/chunk-JXWXFZCV.js";
import "./chunks/chunk-B6TJL6TV.js";
import "./chunks/chunk-TDE6NV6W.js";
import {
  bodyOf,
  parseJson
} from "./chunks/chunk-L2V5KLOK.js";
import {
  HttpError,
  refusal,
  request,
  retry
} from "./chunks/chunk-CZJZGJUT.js";
import "./chunks/chunk-Q2ABXHKH.js";
import {
  makeDirectory
} from "./chunks/chunk-3XADMAM6.js";
import "./chunks/chunk-XGSNR2IZ.js";
import "./chunks/chunk-JR5LPFBT.js";
import "./chunks/chunk-T2HII73C.js";
import {
  slug
} from "./chunks/chunk-QPQ6KV7E.js";
import "./chunks/chunk-CO3P7FZV.js";
import "./chunks/chunk-X7JVFUTR.js";
import {
  givenInputs
} from "./chunks/chunk-DAHXDACD.js";
import "./chunks/chunk-UJY4MS5D.js";
import "./chunks/chunk-BNLTPXAC.js";
import "./chunks/chunk-KZT2CLQA.js";
import "./chunks/chunk-7QU7PEQ2.js";
import "./chunks/chunk-7G2KKNT6.js";
import "./chunks/chunk-BNHI7EIA.js";
import "./chunks/chunk-O3XTEDKA.js";
import "./chunks/chunk-GTV6CXRU.js";
import "./chunks/chunk-F2CDRKCC.js";
import "./chunks/chunk-FL2XCUTW.js";
import "./chunks/chunk-ACFVWEEU.js";
import {
  boolean,
  never,
  object,
  optional,
  readJson,
  safeParse,
  string
} from "./chunks/chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import "./chunks/chunk-NWSLXV6K.js";
import "./chunks/chunk-VD2XKUYA.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-MF2HQ7TP.js";
import "./chunks/chunk-EYJMA4VE.js";
import {
  currentDirectory
} from "./chunks/chunk-4KZHZBOR.js";
import "./chunks/chunk-FAWLDARW.js";
import {
  formatPlatform
} from "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-HQLLIQ5B.js";
import "./chunks/chunk-UIFEWTII.js";
import "./chunks/chunk-IUS3NEIC.js";
import "./chunks/chunk-EVFFBKZG.js";
import {
  onPath
} from "./chunks/chunk-P3IBKTOQ.js";
import "./chunks/chunk-DLB6TBYB.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import "./chunks/chunk-NNDOWG6N.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import {
  sentenceText
} from "./chunks/chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/github/kept-weigh-in.ts
import { createHash as createHash2 } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";

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
    await writeFile(path.join(directory, FILE), JSON.stringify(weighIn));
    const id = await service.saveCache([directory], prefix + revision);
    host.log.debug(`cache: weigh-in: ${id === -1 ? "not saved" : "saved"} as ${prefix}${revision}`);
  });
}
function cacheOf(host, { spec: { source, platform, workingDirectory }, key }, branch) {
  const here = (file) => path.relative(host.cwd, file);
  const what = source.kind === "main" ? source.mains : here(source.path);
  const image = hash([what, formatPlatform(platform), here(workingDirectory), ...key === null ? [] : [key]]);
  return {
    // Next to the directory for packed binaries, which is saved as a whole.
    directory: path.join(path.dirname(host.kept), "bantam-weigh-in", image),
    prefix: `bantam-weigh-in-${(slug(branch) ?? "").slice(0, 40)}-${hash([image, branch])}-`
  };
}
async function contentOf(host, found) {
  const archive = decompress(entryContent(host, found));
  let content = null;
  for await (const entry of tarEntries(archive, { maxEntries: MAX_ENTRIES, maxBytes: MAX_BYTES })) {
    if (entry.type !== "file" || path.posix.basename(entry.name) !== FILE) continue;
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

// src/commands/action.ts
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
  setOutputs(env, outputsOf(NOTHING_REPORTED));
  const host = runnerHost(env, currentDirectory(step), log);
  try {
    const given = givenInputs(env);
    const declared = await declareRun(host, given);
    const changed = await changedImages(host, given, declared);
    if (changed === null) {
      if (declared.run.summary) await appendSummary(host, "Bantam built nothing, since no image changed.\n");
      return 0;
    }
    const { images, run } = changed;
    if (run.pushReason !== null) host.log.info(sentenceText(run.pushReason, host.surface));
    const result = await buildImages(host, images, {
      asked: askedOf(declared),
      screen: JOB_SCREEN,
      wait: waitInLog(host.log),
      tell: annotateFailure,
      ...run.cache ? cachesOf(host, images) : {}
    });
    return await report(host, changed, declared.images.length > 1, result);
  } catch (error) {
    await reportFailure(host, error);
    return 2;
  }
}
function cachesOf(host, images) {
  const [{ spec }, ...others] = images;
  const specs = [spec, ...others.map((image) => image.spec)];
  return {
    restoreCaches: (go) => restoreCaches(host, go, specs),
    restoreWeighIn: (platform, key) => (at) => restoreWeighIn(host, { spec: platform, key }, at)
  };
}
async function report(host, { run, piece }, several, result) {
  const { env } = host;
  const { built, failed, weighIn, gate } = result;
  if (weighIn === null) {
    if (run.summary) await appendSummary(host, allFailedSummary(failed));
    return 2;
  }
  for (const line of ["", ...verdictLines(weighIn, JOB_SCREEN)]) host.log.info(line);
  const binaries = built.flatMap((image) => image.binaries ?? []);
  if (piece !== void 0) {
    const { writePieceResult } = await import("./chunks/write-result-Y6FTI34D.js");
    await writePieceResult(host, piece, built);
  }
  const reported = { weighIn, images: built, several, binaries, result: piece?.result ?? null };
  setOutputs(env, outputsOf({ ...reported, report: null }));
  const failure = failed.length > 0 ? null : built[0]?.published?.failure ?? null;
  if (failure !== null) await reportFailure(host, failure);
  if (run.cache && run.branch !== null) await keepWeighIns(host, run.branch, built);
  if (run.report !== null) {
    await writeReports(
      run.report,
      weighIn,
      built.flatMap(({ depths }) => depths)
    );
    for (const { declared, sboms: sboms2 } of built) await writeSboms(declared.sboms, sboms2);
    const sboms = built.flatMap(({ declared }) => declared.sboms);
    setOutputs(env, outputsOf({ ...reported, report: run.report, sboms }));
  }
  if (run.summary)
    await appendSummary(host, markdownReport(weighIn, gate, { failures: failedDetails(failed) }));
  if (failure !== null) return 2;
  if (run.comment !== null) await sayOnPullRequest(host, run.comment, { weighIn, gate });
  tellGate(host.log, gate, weighIn);
  return failed.length > 0 ? 2 : exitCodeOf(gate);
}
async function keepWeighIns(host, branch, built) {
  for (const { declared, published, weighIn } of built) {
    if ((published?.failure ?? null) !== null) continue;
    for (const spec of declared.spec.platforms)
      await keepWeighIn(host, { spec, key: declared.key }, branch, weighIn);
  }
}

// src/main.ts
await runAction(process);
