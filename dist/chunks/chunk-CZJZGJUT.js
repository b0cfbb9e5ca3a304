import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import {
  require_node_https
} from "./chunk-JR5LPFBT.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  require_node_http
} from "./chunk-NNDOWG6N.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/host/http-error.ts
var HttpError = class extends Error {
  name = "HttpError";
  /** `null` if there was no answer. */
  status;
  temporary;
  /** Whether nothing was sent for certain, so that the server cannot have done what was asked for. */
  unsent;
  /** The wait that the server asked for with `Retry-After`. */
  retryAfterMs;
  /** The variable of the proxy that failed, such as `HTTPS_PROXY`. The server was never asked. */
  proxy;
  constructor(message, details = {}) {
    super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
    this.status = details.status ?? null;
    this.temporary = details.temporary ?? false;
    this.unsent = details.unsent ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.proxy = details.proxy ?? null;
  }
};

// src/host/retry.ts
import { setTimeout as wait } from "node:timers/promises";
async function retry(attempt, patience = {}, { ofValue = () => null, ofError = againAfter } = {}) {
  const { tries = 4 } = patience;
  for (let tried = 1; ; tried += 1) {
    const isLast = tried >= tries;
    const result = await attempt().then(
      (value) => ({ value, again: isLast ? null : ofValue(value) }),
      (error) => ({ error, again: isLast ? null : ofError(error) })
    );
    if (result.again !== null) await waitUnlessStopped(waitAfter(tried, result.again, patience), patience);
    else if ("value" in result) return result.value;
    else throw result.error;
  }
}
async function waitUnlessStopped(ms, { stop }) {
  await wait(ms, void 0, { signal: stop }).catch((error) => {
    stop?.throwIfAborted();
    throw error;
  });
}
var GROWTH = 3;
var JITTER = 0.2;
function waitAfter(tried, { retryAfterMs }, { firstWaitMs = 200, longestWaitMs = 2e4 }, random = Math.random) {
  const growing = firstWaitMs * GROWTH ** (tried - 1);
  const least = Math.max(growing, retryAfterMs ?? 0);
  return Math.min(longestWaitMs, least * (1 + JITTER * random()));
}
function againAfter(error) {
  return error instanceof HttpError && error.temporary ? { retryAfterMs: error.retryAfterMs } : null;
}
function againAfterResponse(status, headers) {
  return isTemporary(status) ? { retryAfterMs: retryAfter(headers.get("retry-after")) } : null;
}
function isTemporary(status) {
  return status === 408 || status === 429 || status >= 500;
}
function isCutOff(code) {
  return CUT_OFF.has(code);
}
var CUT_OFF = /* @__PURE__ */ new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "EAI_AGAIN",
  "UND_ERR_SOCKET"
]);
function retryAfter(value, now = Date.now()) {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1e3;
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

// src/host/subnet.ts
import { BlockList, isIP } from "node:net";
function isWithin(subnets, hostname) {
  const address = withoutBrackets(hostname);
  const version = isIP(address);
  if (version === 0) return false;
  const list = new BlockList();
  for (const subnet of subnets) list.addSubnet(...subnet);
  return list.check(address, version === 4 ? "ipv4" : "ipv6");
}
function parseSubnet(text) {
  const slash = text.indexOf("/");
  const address = withoutBrackets(slash === -1 ? text : text.slice(0, slash));
  const version = isIP(address);
  if (version === 0) return null;
  const longest = version === 4 ? 32 : 128;
  const bits = slash === -1 ? String(longest) : text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return null;
  return [address, Number(bits), version === 4 ? "ipv4" : "ipv6"];
}
function withoutBrackets(host) {
  return host.replace(/^\[(.*)\]$/, "$1");
}

// src/host/loopback.ts
var LOOPBACK = [
  ["127.0.0.0", 8, "ipv4"],
  ["::1", 128, "ipv6"]
];
function isLoopback(hostname) {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  return name === "localhost" || name.endsWith(".localhost") || isWithin(LOOPBACK, name);
}

// src/host/proxy.ts
function proxyFor(url, env) {
  if (isLoopback(url.hostname) || isExempt(url, env)) return parsed(null);
  return readProxy(url.protocol === "http:" ? "http" : "https", env);
}
function readProxy(scheme, env) {
  const [variable, text] = firstSet(`${scheme}_proxy`, env);
  if (text === "") return parsed(null);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === "")
    return problem(`${variable} is not the URL of a proxy; write http://host:port`);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return problem(
      `${variable} names a ${url.protocol.replace(":", "")} proxy, which Bantam cannot use; name an http proxy`
    );
  return parsed({ variable, url });
}
function showProxy({ url, variable }) {
  return `the proxy ${url.protocol}//${url.host} (${variable})`;
}
function secretsOf({ url: { username, password } }) {
  if (password === "") return [];
  const clear = decoded(password);
  const pair = Buffer.from(`${decoded(username)}:${clear}`).toString("base64");
  return [.../* @__PURE__ */ new Set([password, clear, pair])];
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function namesProxies(env) {
  return ["http_proxy", "https_proxy"].some((name) => firstSet(name, env)[1] !== "");
}
function firstSet(name, env) {
  const upper = name.toUpperCase();
  const variable = (env[name] ?? "").trim() === "" ? upper : name;
  return [variable, (env[variable] ?? "").trim()];
}
function isExempt({ hostname, port, protocol }, env) {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const dialed = port === "" ? protocol === "http:" ? "80" : "443" : port;
  return noProxy(env).some((entry) => {
    if (entry === "*") return true;
    const subnet = parseSubnet(entry);
    if (subnet !== null) return isWithin([subnet], host);
    const [, name = "", only] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
    if (only !== void 0 && Number(only) !== Number(dialed)) return false;
    const address = parseSubnet(name);
    return address === null ? isBelow(host, name) : isWithin([address], host);
  });
}
function noProxy(env) {
  const [, text] = firstSet("no_proxy", env);
  return text.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "");
}
function isBelow(host, entry) {
  const name = entry.replace(/^\*?\./, "").replace(/\.$/, "");
  return name !== "" && (host === name || host.endsWith(`.${name}`));
}

// src/host/proxied-request.ts
var import_node_http = __toESM(require_node_http(), 1);
var import_node_https = __toESM(require_node_https(), 1);
import { Readable } from "node:stream";

// src/host/send-file.ts
import { once } from "node:events";
import { setTimeout as wait2 } from "node:timers/promises";
var ASKED_FOR = 256 * 1024;
var ANSWER_MS = 1e3;
function expectHeaders({ size }) {
  return size > ASKED_FOR ? { expect: "100-continue" } : {};
}
async function sendFile(asked, part) {
  const over = new AbortController();
  const end = () => over.abort();
  asked.once("close", end);
  asked.once("response", (message) => {
    if ((message.statusCode ?? 0) < 300 || asked.writableEnded) return;
    end();
    message.once("close", () => asked.destroy());
  });
  if (asked.hasHeader("expect")) {
    asked.flushHeaders();
    await Promise.race([once(asked, "continue", over), wait2(ANSWER_MS, null, over)]).catch(unless(over));
  }
  for await (const chunk of chunksOf(part)) {
    if (over.signal.aborted) return;
    if (!asked.write(chunk)) await once(asked, "drain", over).catch(unless(over));
  }
  if (!over.signal.aborted) asked.end();
}
function unless({ signal }) {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}

// src/host/proxied-request.ts
async function proxiedRequest(env, url, proxy, options) {
  const { method = "GET", redirect = "follow" } = options;
  for (let target = url, redirects = 0; ; redirects += 1) {
    const agent = agentFor(env, target, proxy);
    let response = await requestOnce(agent, target, options);
    if (response.status === EXPECTATION_FAILED && options.file !== void 0) {
      await response.body?.cancel();
      response = await requestOnce(agent, target, { ...options, asksFirst: false });
    }
    const location = response.headers.get("location");
    const follows = redirect === "follow" && (method === "GET" || method === "HEAD");
    if (!follows || location === null || response.status < 300 || redirects === MAX_REDIRECTS) return response;
    const next = URL.canParse(location, target.href) ? new URL(location, target) : null;
    if (next?.origin !== url.origin) return response;
    await response.body?.cancel();
    target = next;
  }
}
var MAX_REDIRECTS = 5;
var EXPECTATION_FAILED = 417;
var KEPT = /* @__PURE__ */ new WeakMap();
function agentFor(env, { protocol }, proxy) {
  const agents = KEPT.get(env) ?? /* @__PURE__ */ new Map();
  KEPT.set(env, agents);
  const name = `${protocol} ${proxy?.url.href ?? ""}`;
  const agent = agents.get(name) ?? new (protocol === "http:" ? import_node_http.default : import_node_https.default).Agent(optionsFor(proxy));
  agents.set(name, agent);
  return agent;
}
function optionsFor(proxy) {
  const proxyEnv = proxy === null ? {} : { http_proxy: proxy.url.href, https_proxy: proxy.url.href };
  return { keepAlive: true, proxyEnv };
}
function requestOnce(agent, url, options) {
  const { method = "GET", headers, timeoutMs, signal } = options;
  const { file, asksFirst = true } = options;
  const body = sendable(options.body);
  const { promise, resolve, reject } = Promise.withResolvers();
  const { request: request2 } = url.protocol === "http:" ? import_node_http.default : import_node_https.default;
  const length = file?.size ?? (body === null ? 0 : Buffer.byteLength(body));
  const asked = request2(url, {
    agent,
    method,
    signal,
    timeout: timeoutMs,
    headers: {
      ...Object.fromEntries(headers),
      ...file !== void 0 && asksFirst ? expectHeaders(file) : {},
      ...body === null && (method === "GET" || method === "HEAD") ? {} : { "content-length": length }
    }
  });
  asked.on("error", reject);
  asked.on("response", (message) => {
    try {
      resolve(responseOf(message, method, url));
    } catch (error) {
      message.destroy();
      reject(error);
    }
  });
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  if (file === void 0) asked.end(body ?? void 0);
  else sendFile(asked, file).catch(reject);
  return promise;
}
function sendable(body) {
  if (body === void 0 || body === null) return null;
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  throw new TypeError("a request has text or bytes for a body");
}
var WITHOUT_BODY = [204, 205, 304];
function responseOf(message, method, url) {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const bare = method === "HEAD" || WITHOUT_BODY.includes(status);
  if (bare) message.resume();
  const body = bare ? null : Readable.toWeb(message);
  const response = new Response(body, { status, statusText: message.statusMessage ?? "", headers });
  return Object.defineProperty(response, "url", { value: url.href });
}

// src/host/http.ts
async function request(host, url, options = {}) {
  host.stop?.throwIfAborted();
  const { timeoutMs = 3e4, signal, headers, file, ...rest } = options;
  const { address, authorization } = splitCredentials(url);
  const sent = new Headers(headers);
  if (!sent.has("user-agent")) sent.set("user-agent", `bantam/${VERSION}`);
  if (authorization !== null && !sent.has("authorization")) sent.set("authorization", authorization);
  if (sent.has("authorization")) refuseInClear(address);
  const proxy = proxyFor(address, host.env);
  if (!proxy.ok) throw new HttpError(proxy.problem);
  if (proxy.value !== null) for (const secret of secretsOf(proxy.value)) host.log.secret(secret);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  const until = AbortSignal.any([late.signal, ...signal ? [signal] : [], ...host.stop ? [host.stop] : []]);
  try {
    const init = { ...rest, headers: sent, signal: until };
    const response = file !== void 0 || namesProxies(host.env) ? await proxiedRequest(host.env, address, proxy.value, { ...init, timeoutMs, file }) : await fetch(address, init);
    return answered(proxy.value, response);
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    const through = proxy.value === null ? "" : ` through ${showProxy(proxy.value)}`;
    if (late.signal.aborted)
      throw new HttpError(`no answer within ${timeoutMs / 1e3} s${through}`, { cause });
    throw proxy.value === null ? noAnswer(cause) : noAnswerThrough(proxy.value, cause);
  } finally {
    clearTimeout(timer);
  }
}
function answered(proxy, response) {
  if (proxy !== null && response.status === 407) throw refusedBy(proxy, 407, null);
  return response;
}
function refuseInClear({ protocol, hostname, host }) {
  if (protocol === "http:" && !isLoopback(hostname))
    throw new HttpError(`a password or token is never sent to ${host} over plain http; use https`);
}
function noAnswer(cause) {
  const inner = field(cause, "cause") ?? cause;
  const code = errorCode(inner);
  return new HttpError(errorMessage(inner) || code, {
    cause,
    temporary: isCutOff(code),
    unsent: wasUnsent(inner)
  });
}
function wasUnsent(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasUnsent);
  const call = field(error, "syscall");
  return call === "connect" || call === "getaddrinfo" || errorCode(error) === "UND_ERR_CONNECT_TIMEOUT";
}
function noAnswerThrough(proxy, cause) {
  const { message, temporary, unsent } = noAnswer(cause);
  const status = Number(field(cause, "statusCode") ?? 0);
  if (errorCode(cause) === "ERR_PROXY_TUNNEL" && status !== 0) return refusedBy(proxy, status, cause);
  const why = errorCode(cause) === "ERR_PROXY_TUNNEL" ? "does not connect to the server: it hung up" : UNREACHED.has(errorCode(cause)) ? `cannot be reached: ${message}` : null;
  return why === null ? new HttpError(`${message}, through ${showProxy(proxy)}`, { cause, temporary, unsent }) : new HttpError(`${showProxy(proxy)} ${why}`, { cause, temporary, unsent, proxy: proxy.variable });
}
function refusedBy(proxy, status, cause) {
  const why = status === 407 ? ", because it wants another user and password" : "";
  return new HttpError(`${showProxy(proxy)} answered with status ${status}${why}`, {
    cause,
    temporary: isTemporary(status),
    proxy: proxy.variable
  });
}
var UNREACHED = /* @__PURE__ */ new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT"
]);
function refusal(response) {
  const { status, statusText } = response;
  return new HttpError(`the server answered ${`${status} ${statusText}`.trim()}`, {
    status,
    temporary: isTemporary(status),
    retryAfterMs: retryAfter(response.headers.get("retry-after"))
  });
}
function splitCredentials(url) {
  const address = new URL(url);
  const { username, password } = address;
  if (username === "" && password === "") return { address, authorization: null };
  address.username = "";
  address.password = "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address, authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}

export {
  HttpError,
  retry,
  againAfterResponse,
  isTemporary,
  retryAfter,
  isWithin,
  isLoopback,
  request,
  noAnswer,
  refusal
};
