import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatPlatform
} from "./chunk-AHUYJAQF.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  run
} from "./chunk-MFX7X4QD.js";
import {
  getState,
  saveState
} from "./chunk-MHY373IV.js";

// src/github/cache.ts
import { randomUUID } from "node:crypto";
import { readdir as readdir2 } from "node:fs/promises";

// src/github/cache-entries.ts
import { createHash } from "node:crypto";
function cacheEntries({ kept, unique, machine, go }) {
  const packed = growing("packed", kept, `bantam-packed-${machine}-`, unique);
  if (go === null) return [packed];
  const platform = formatPlatform(go.platform).replaceAll("/", "-");
  const prefix = `bantam-build-${machine}-${go.version}-${platform}-${hash(JSON.stringify(go.compile))}-`;
  const modules = go.sums === "" ? [] : [immutable("modules", go.moduleCache, `bantam-modules-${hash(go.sums)}`)];
  return [...modules, growing("build", go.buildCache, prefix, unique), packed];
}
function immutable(name, path3, key) {
  return { name, path: path3, key, restoreKeys: [], immutable: true };
}
function growing(name, path3, prefix, unique) {
  return { name, path: path3, key: prefix + unique, restoreKeys: [prefix], immutable: false };
}
function hash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

// src/github/cache-state.ts
function encodeState(unsaved) {
  return JSON.stringify(unsaved);
}
function decodeState(text) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isUnsaved) : [];
  } catch {
    return [];
  }
}
function isUnsaved(value) {
  if (typeof value !== "object" || value === null) return false;
  const { name, path: path3, key, listing } = value;
  const known = name === "modules" || name === "build" || name === "packed";
  return known && typeof path3 === "string" && typeof key === "string" && (listing === null || typeof listing === "string");
}

// src/github/quiet-commands.ts
var LOST_CACHE = /^::(?:error|warning)::(?=Failed to (?:restore|save)|Cache reservation failed|Unable to finalize)/gm;
async function withQuietCommands(work) {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (chunk, ...rest) => write(typeof chunk === "string" ? chunk.replace(LOST_CACHE, "::notice::") : chunk, ...rest);
  try {
    return await work();
  } finally {
    stdout.write = write;
  }
}

// src/github/cache-service.ts
async function tolerantly(host, done, work) {
  const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL } = host.env;
  const place = [ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL].find((url) => url !== void 0 && url !== "");
  if (place === void 0) return without(host, "there is no service here");
  try {
    const service = await import("./cache-373OMGYC.js");
    if (!service.isFeatureAvailable()) return without(host, "the service is not available here");
    return await withQuietCommands(() => work(service));
  } catch (error) {
    host.log.notice(`The cache could not be ${done}: ${errorMessage(error)}.`);
    return null;
  }
}
function sameKey(found, key) {
  return found?.toLowerCase() === key.toLowerCase();
}
function without(host, why) {
  host.log.debug(`cache: ${why}`);
  return null;
}

// src/github/go-caches.ts
import { readFile } from "node:fs/promises";
import path from "node:path";
async function findGoCaches(host, go, { buildEnv }, workingDirectory) {
  const env = { ...host.env, ...buildEnv, GOTOOLCHAIN: "local" };
  const ask = async (args) => {
    const { exitCode, stdout } = await run(host, go, args, { cwd: workingDirectory, env });
    return exitCode === 0 ? stdout.split(/\r?\n/) : null;
  };
  const [buildCache = "", moduleCache = "", mod = "", work = ""] = await ask(["env", "GOCACHE", "GOMODCACHE", "GOMOD", "GOWORK"]) ?? [];
  if (!path.isAbsolute(buildCache) || !path.isAbsolute(moduleCache)) return null;
  const inWorkspace = path.isAbsolute(work);
  const modules = inWorkspace ? await ask(["list", "-m", "-f", "{{.Dir}}"]) ?? [] : [path.dirname(mod)];
  const files = [
    ...inWorkspace ? [`${work}.sum`] : [],
    ...modules.filter((directory) => path.isAbsolute(directory)).map((directory) => path.join(directory, "go.sum"))
  ];
  const sums = await Promise.all(files.map(readOrNothing));
  return { buildCache, moduleCache, sums: sums.join("") };
}
async function readOrNothing(file) {
  try {
    return await readFile(file, "utf8");
  } catch {
    return "";
  }
}

// src/github/listing.ts
import { createHash as createHash2 } from "node:crypto";
import { readdir } from "node:fs/promises";
import path2 from "node:path";
async function listingOf(directory) {
  const names = await filesBelow(directory);
  if (names.length === 0) return null;
  return createHash2("sha256").update(names.sort().join("\0")).digest("hex");
}
async function filesBelow(directory) {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => path2.relative(directory, path2.join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

// src/github/cache.ts
var STATE = "bantam-cache";
async function restoreCaches(host, go, spec) {
  await tolerantly(host, "restored", async (service) => {
    const subject = go === null ? null : await goSubject(host, go, spec);
    const machine = `${process.platform}-${process.arch}`;
    const entries = cacheEntries({ kept: host.kept, unique: uniqueOf(host), machine, go: subject });
    const unsaved = await Promise.all(entries.map((entry) => restore(host, service, entry)));
    saveState(STATE, encodeState(unsaved.flatMap((entry) => entry ?? [])));
  });
}
async function saveCaches(host) {
  const unsaved = decodeState(getState(STATE));
  if (unsaved.length === 0) return;
  await tolerantly(host, "saved", async (service) => {
    await Promise.all(unsaved.map((entry) => save(host, service, entry)));
  });
}
async function goSubject(host, go, { platform, compile, workingDirectory }) {
  const caches = await findGoCaches(host, go.command, compile, workingDirectory);
  return caches === null ? null : { ...caches, version: go.version, platform, compile };
}
function uniqueOf({ env }) {
  return `${env["GITHUB_RUN_ID"] ?? "0"}-${env["GITHUB_RUN_ATTEMPT"] ?? "1"}-${randomUUID().slice(0, 8)}`;
}
async function restore(host, service, entry) {
  const { name, path: path3, key, restoreKeys, immutable: immutable2 } = entry;
  const lookupOnly = immutable2 && await holdsSomething(path3);
  const found = await service.restoreCache([path3], key, [...restoreKeys], { lookupOnly });
  host.log.debug(`cache: ${name}: ${found ?? "nothing"} for ${key}`);
  if (immutable2) return sameKey(found, key) ? null : { name, path: path3, key, listing: null };
  return { name, path: path3, key, listing: await listingOf(path3) };
}
async function save(host, service, { name, path: path3, key, listing }) {
  const now = await listingOf(path3);
  if (now === null || now === listing) return host.log.debug(`cache: ${name}: nothing was added`);
  const id = await service.saveCache([path3], key);
  host.log.debug(`cache: ${name}: ${id === -1 ? "not saved" : "saved"} as ${key}`);
}
async function holdsSomething(directory) {
  try {
    return (await readdir2(directory)).length > 0;
  } catch {
    return false;
  }
}

export {
  tolerantly,
  restoreCaches,
  saveCaches
};
