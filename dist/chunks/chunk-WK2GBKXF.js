import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  require_node_https
} from "./chunk-JR5LPFBT.js";
import {
  require_node_http
} from "./chunk-NNDOWG6N.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/host/http.ts
var import_node_http = __toESM(require_node_http(), 1);
var import_node_https = __toESM(require_node_https(), 1);
var HttpError = class extends Error {
  name = "HttpError";
  /** `null` where no answer came. */
  status;
  temporary;
  /** What the server asked for with `Retry-After`. */
  retryAfterMs;
  constructor(message, details = {}) {
    super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
    this.status = details.status ?? null;
    this.temporary = details.temporary ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
};
async function request(host, url, options = {}) {
  useProxy(host);
  const { timeoutMs = 3e4, signal, headers, ...rest } = options;
  const { address, authorization } = splitCredentials(url);
  const sent = new Headers(headers);
  if (!sent.has("user-agent")) sent.set("user-agent", `bantam/${VERSION}`);
  if (authorization !== null && !sent.has("authorization")) sent.set("authorization", authorization);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await fetch(address, {
      ...rest,
      headers: sent,
      signal: AbortSignal.any(signal ? [signal, late.signal] : [late.signal])
    });
  } catch (cause) {
    if (late.signal.aborted) throw new HttpError(`no answer within ${timeoutMs / 1e3} s`, { cause });
    throw noAnswer(cause);
  } finally {
    clearTimeout(timer);
  }
}
var RESETS = /* @__PURE__ */ new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "EAI_AGAIN",
  "UND_ERR_SOCKET"
]);
function noAnswer(cause) {
  const inner = field(cause, "cause") ?? cause;
  const code = errorCode(inner);
  return new HttpError(errorMessage(inner) || code, { cause, temporary: RESETS.has(code) });
}
function refusal(response) {
  const { status, statusText } = response;
  return new HttpError(`the server answered ${`${status} ${statusText}`.trim()}`, {
    status,
    temporary: isTemporary(status),
    retryAfterMs: retryAfter(response.headers.get("retry-after"))
  });
}
function isTemporary(status) {
  return status === 408 || status === 429 || status >= 500;
}
function retryAfter(value, now = Date.now()) {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1e3;
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function showUrl(url) {
  if (!URL.canParse(url)) return "(not a URL)";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
function splitCredentials(url) {
  const address = new URL(url);
  const { username, password } = address;
  if (username === "" && password === "") return { address: url, authorization: null };
  address.username = "";
  address.password = "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address: address.href, authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}
function useProxy({ env, log }) {
  if (!wantsProxy(env) || agentUses(env)) return;
  if (typeof import_node_http.default.setGlobalProxyFromEnv === "function") import_node_http.default.setGlobalProxyFromEnv({ ...proxyOf(env) });
  else log.debug("HTTP_PROXY and HTTPS_PROXY are not honoured: that takes Node 24.14 or newer");
}
function wantsProxy(env) {
  const { http_proxy, https_proxy } = proxyOf(env);
  return (http_proxy ?? "") !== "" || (https_proxy ?? "") !== "";
}
function proxyOf(env) {
  return {
    http_proxy: env["http_proxy"] ?? env["HTTP_PROXY"],
    https_proxy: env["https_proxy"] ?? env["HTTPS_PROXY"],
    no_proxy: env["no_proxy"] ?? env["NO_PROXY"]
  };
}
function agentUses(env) {
  const { http_proxy, https_proxy } = proxyOf(env);
  return [import_node_http.default.globalAgent, import_node_https.default.globalAgent].some((agent) => {
    const set = field(field(agent, "options"), "proxyEnv");
    return field(set, "http_proxy") === http_proxy && field(set, "https_proxy") === https_proxy;
  });
}
function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}

export {
  HttpError,
  request,
  noAnswer,
  refusal,
  isTemporary,
  retryAfter,
  showUrl
};
