import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  getState,
  saveState
} from "./chunk-CO3P7FZV.js";
import {
  toolkitCommands
} from "./chunk-EYJMA4VE.js";
import {
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  childEnvironment,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/github/cache.ts
import { randomUUID } from "node:crypto";
import { readdir as readdir2 } from "node:fs/promises";

// src/github/cache-entries.ts
import { createHash } from "node:crypto";
function cacheEntries({ kept, unique, machine, go }) {
  const packed = growing("packed", kept, `bantam-packed-${machine}-`, unique);
  if (go === null) return [packed];
  const platform = go.platforms.map(formatPlatform).toSorted().join("_").replaceAll("/", "-");
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

// src/github/hide-environment.ts
var IS_HIDDEN = /* @__PURE__ */ Symbol("hidden");
function hideEnvironment(host) {
  const whole = process.env;
  if (IS_HIDDEN in whole) return;
  const kept = Object.entries(whole).map(([name, value]) => [name, { value, writable: true }]);
  const hidden = Object.create(Object.prototype, {
    ...Object.fromEntries(kept),
    [IS_HIDDEN]: { value: true }
  });
  process.env = Object.assign(Object.create(hidden), childEnvironment(host, "tar"));
}

// src/github/watched-requests.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
async function withWatchedRequests({ silenceMs, wholeMs }, work) {
  const mine = new AsyncLocalStorage();
  const lost = Promise.withResolvers();
  const open = /* @__PURE__ */ new Map();
  const onRequest = (message) => {
    const { request } = message;
    if (mine.getStore() !== true) return;
    open.set(request, { bytes: 0, since: performance.now() });
    request.on("close", () => open.delete(request));
    request.prependListener("response", (response) => {
      response.on("close", () => {
        if (!response.complete) lost.reject(new Error("the service's answer broke off"));
      });
    });
  };
  const timer = setInterval(
    () => {
      const silent = silentOne(open, silenceMs);
      if (silent) lost.reject(new Error(`the service said nothing for ${Math.round(silenceMs / 1e3)} s`));
    },
    Math.min(1e3, silenceMs)
  );
  const late = setTimeout(
    () => lost.reject(new Error(`it took more than ${Math.round(wholeMs / 1e3)} s`)),
    wholeMs
  );
  subscribe(CREATED, onRequest);
  try {
    return await Promise.race([mine.run(true, work), lost.promise]);
  } finally {
    unsubscribe(CREATED, onRequest);
    clearInterval(timer);
    clearTimeout(late);
    for (const request of open.keys()) request.destroy();
  }
}
var CREATED = "http.client.request.created";
function silentOne(open, silenceMs) {
  const now = performance.now();
  for (const [request, { bytes, since }] of open) {
    const { bytesRead = 0, bytesWritten = 0 } = request.socket ?? {};
    const moved = bytesRead + bytesWritten;
    if (moved !== bytes) open.set(request, { bytes: moved, since: now });
    else if (now - since > silenceMs) return true;
  }
  return false;
}

// src/github/cache-service.ts
var LIMITS = { silenceMs: 6e4, wholeMs: 15 * 6e4 };
async function askCache(host, work, limits = LIMITS) {
  const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL } = host.env;
  const place = [ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL].find((url) => url !== void 0 && url !== "");
  if (place === void 0) return without(host, "there is no service here");
  try {
    hideEnvironment(host);
    const client = await import("./cache-LOMDD5XG.js");
    if (!client.isFeatureAvailable()) return without(host, "the service is not available here");
    return { status: "done", value: await work(attended(host, client, limits)) };
  } catch (error) {
    return { status: "failed", reason: errorMessage(error) };
  }
}
async function tolerantly(host, done, work) {
  const answer = await askCache(host, work);
  switch (answer.status) {
    case "done":
      return answer.value;
    case "failed":
      host.log.notice(`The cache could not be ${done}: ${answer.reason}.`);
      return null;
    case "no service":
      return null;
  }
}
function attended(host, client, limits) {
  const attend = async (call, nothing) => {
    const complaints = [];
    const listen = ({ name, message }) => {
      if (name === "warning" || name === "error") complaints.push(message);
      else host.log.debug(message);
    };
    const value = await toolkitCommands.run(listen, () => withWatchedRequests(limits, call));
    const [complaint] = complaints;
    if (value === nothing && complaint !== void 0) throw new Error(asClause(complaint));
    return value;
  };
  return {
    restoreCache: (...asked) => attend(() => client.restoreCache(...asked), void 0),
    saveCache: (...asked) => attend(() => client.saveCache(...asked), -1)
  };
}
function asClause(complaint) {
  return complaint.replace(/^Failed to (?:restore|save): (?:\w+ failed: )?/, "").replace(/\.$/, "");
}
function sameKey(found, key) {
  return found?.toLowerCase() === key.toLowerCase();
}
function without(host, why) {
  host.log.debug(`cache: ${why}`);
  return { status: "no service" };
}

// src/github/go-caches.ts
import { readFile } from "node:fs/promises";
import path from "node:path";
async function findGoCaches(host, go, { buildEnv }, workingDirectory) {
  const env = childEnvironment(host, "go", { ...buildEnv, GOTOOLCHAIN: "local" });
  const ask = async (args) => {
    const { exitCode, stdout } = await run(host, go, args, { cwd: workingDirectory, env, brief: true });
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
async function restoreCaches(host, go, images) {
  await tolerantly(host, "restored", async (service) => {
    const parts = go === null ? null : await goKeyParts(host, go, images);
    const machine = `${process.platform}-${process.arch}`;
    const entries = cacheEntries({ kept: host.kept, unique: uniqueOf(host), machine, go: parts });
    const failures = [];
    const unsaved = await Promise.all(
      entries.map(
        (entry) => restore(host, service, entry).catch((cause) => {
          failures.push(cause);
          return unrestored(entry);
        })
      )
    );
    saveState(STATE, encodeState(unsaved.flatMap((entry) => entry ?? [])));
    if (failures.length > 0) throw failures[0];
  });
}
async function saveCaches(host) {
  const unsaved = decodeState(getState(STATE));
  if (unsaved.length === 0) return;
  await tolerantly(host, "saved", async (service) => {
    await Promise.all(unsaved.map((entry) => save(host, service, entry)));
  });
}
async function goKeyParts(host, go, images) {
  const [{ compile }] = images;
  const directories = [...new Set(images.map(({ workingDirectory }) => workingDirectory))];
  const found = await inParallel(
    host.cores,
    directories,
    (directory) => findGoCaches(host, go.command, compile, directory)
  );
  const [first] = found;
  if (first == null) return null;
  const sums = [...new Set(found.flatMap((caches) => caches?.sums ?? []))].join("");
  const platforms = images.flatMap((image) => image.platforms.map(({ platform }) => platform));
  const unique = [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
  return { ...first, sums, version: go.version, platforms: unique, compile };
}
function uniqueOf({ env }) {
  return `${env["GITHUB_RUN_ID"] ?? "0"}-${env["GITHUB_RUN_ATTEMPT"] ?? "1"}-${randomUUID().slice(0, 8)}`;
}
async function restore(host, service, entry) {
  const { name, path: path3, key, restoreKeys, immutable: immutable2 } = entry;
  const lookupOnly = immutable2 && await holdsSomething(path3);
  const found = await service.restoreCache([path3], key, [...restoreKeys], { lookupOnly });
  host.log.debug(`cache: ${name}: ${found ?? "nothing"} for ${key}`);
  return immutable2 && sameKey(found, key) ? null : unrestored(entry);
}
async function unrestored({ name, path: path3, key, immutable: immutable2 }) {
  return { name, path: path3, key, listing: immutable2 ? null : await listingOf(path3) };
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
