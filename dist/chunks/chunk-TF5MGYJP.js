import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  INDEX_MEDIA_TYPE,
  MANIFEST_MEDIA_TYPE,
  allLayers
} from "./chunk-ZPWYLRU4.js";
import {
  bodyOf,
  excerpt,
  parseJson,
  showUrl
} from "./chunk-L2V5KLOK.js";
import {
  HttpError,
  againAfterResponse,
  isLoopback,
  isWithin,
  request,
  retry
} from "./chunk-CZJZGJUT.js";
import {
  descriptorOf,
  digestOf
} from "./chunk-QPQ6KV7E.js";
import {
  input
} from "./chunk-GTV6CXRU.js";
import {
  DIGEST2 as DIGEST,
  PLATFORM2 as PLATFORM,
  SIZE,
  STRINGS,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  MAX_DOCUMENT,
  array,
  fallback,
  literal,
  maxLength,
  nullish,
  number,
  object,
  optional,
  pipe,
  readJson,
  record,
  safeParse,
  string
} from "./chunk-CDH3UYRO.js";
import {
  redact
} from "./chunk-4KZHZBOR.js";
import {
  homeOf,
  xdgDirectory
} from "./chunk-FAWLDARW.js";
import {
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  childEnvironment,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/registry/credentials.ts
import path from "node:path";

// src/registry/address.ts
var DOCKER_HUB = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function isDockerHub(registry) {
  return DOCKER_HUB.has(registry);
}
function registryUrl(registry) {
  const url = new URL(`https://${registry}/v2/`);
  if (isLoopback(url.hostname)) url.protocol = "http:";
  return url;
}
function resolveLocation(location, from, registry) {
  if (location === null || location === "") return problem("names no Location");
  if (!URL.canParse(location, from.href)) return problem("names a Location that is no URL");
  const target = new URL(location, from);
  if (target.protocol === "http:" && registry.protocol === "https:" && target.hostname === registry.hostname) {
    target.protocol = "https:";
    target.port = registry.port;
  }
  return checkTarget(target, from, registry);
}
function resolveRealm(realm, registry) {
  if (realm === void 0 || !URL.canParse(realm)) return problem("names no token server");
  return checkTarget(new URL(realm), registry, registry);
}
function checkTarget(target, from, registry) {
  const { hostname, protocol } = target;
  if (protocol !== "https:" && protocol !== "http:") return problem(`leads to a ${protocol} URL`);
  if (protocol === "http:" && from.protocol === "https:")
    return problem(`leads from HTTPS to plain HTTP on ${hostname}`);
  const local = isLoopback(hostname);
  const isNeighbor = hostname === registry.hostname || local && isLoopback(registry.hostname);
  const isTrusted = isNeighbor && (!local || isLoopback(from.hostname));
  if (!isTrusted && (local || isWithin(INTERNAL, hostname)))
    return problem(`leads to ${hostname}, an address of an internal network`);
  if (protocol === "http:" && !local)
    return problem(`leads to plain HTTP on ${hostname}, which only this machine may use`);
  target.username = "";
  target.password = "";
  target.hash = "";
  return parsed(target);
}
var INTERNAL = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"]
];

// src/registry/credential-helper.ts
var Answer = object({ Username: string(), Secret: string() });
var TIMEOUT_MS = 3e4;
async function askHelper(host, name, registry, { complain: complainTo, helperMs = TIMEOUT_MS }) {
  const command = `docker-credential-${name}`;
  const complain = (reason, isGrave = false) => {
    complainTo({ clause: clause`${command} gave no login for ${registry}: ${reason}`, isGrave });
    return null;
  };
  if (!/^[\w.-]+$/.test(name)) return complain("that is not a name of a helper");
  const finished = await start(
    host,
    command,
    isDockerHub(registry) ? "https://index.docker.io/v1/" : registry,
    helperMs
  );
  if (finished === null) return complain("it is not on PATH");
  if (finished.timedOut) return complain(`it did not answer within ${helperMs / 1e3} s`, true);
  if (finished.exitCode !== 0)
    return /credentials not found/i.test(finished.stdout) ? null : complain(`it ended with exit code ${finished.exitCode}`);
  const answer = safeParse(Answer, parseJson(finished.stdout));
  if (!answer.success) return complain("its answer is not the JSON that docker expects");
  const { Username: username, Secret: password } = answer.output;
  if (password === "") return null;
  return username === "<token>" ? { kind: "identity-token", identityToken: password } : { kind: "password", username, password };
}
async function start(host, command, server, timeoutMs) {
  try {
    return await run(host, command, ["get"], {
      env: childEnvironment(host, "credential helper"),
      input: server,
      timeoutMs,
      maxOutput: 64 * 1024
    });
  } catch (error) {
    if (error instanceof Failure && error.code === "missing-tool") return null;
    throw error;
  }
}

// src/registry/docker-config.ts
import { readFile, stat } from "node:fs/promises";
var Entry = object({
  auth: optional(string()),
  username: optional(string()),
  password: optional(string()),
  identitytoken: optional(string()),
  registrytoken: optional(string())
});
var Config = object({
  auths: optional(record(string(), fallback(Entry, {})), {}),
  credHelpers: optional(record(string(), string()), {}),
  credsStore: optional(string())
});
async function readDockerConfig(file, legacy) {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > LARGEST_CONFIG) return "unreadable";
    const text = await readFile(file, "utf8");
    return legacy ? parseLegacyConfig(text) : parseDockerConfig(text);
  } catch (error) {
    const { code } = error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : "unreadable";
  }
}
var LARGEST_CONFIG = 1024 * 1024;
function parseDockerConfig(text) {
  const config = safeParse(Config, parseJson(text));
  return config.success ? config.output : "unreadable";
}
function parseLegacyConfig(text) {
  const auths = safeParse(Config.entries.auths, parseJson(text));
  return auths.success ? { auths: auths.output, credHelpers: {} } : "unreadable";
}
function helperOf({ credHelpers }, registry) {
  const name = find(credHelpers, registry) ?? "";
  return name === "" ? null : name;
}
function entryOfNamespace({ auths }, { registry, repository }) {
  const parts = repository.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const namespace = parts.slice(0, length).join("/");
    for (const host of isDockerHub(registry) ? ["docker.io", registry] : [registry]) {
      const login = loginOf(auths[`${host}/${namespace}`]);
      if (login !== null) return login;
    }
  }
  return null;
}
function entryOf({ auths }, registry) {
  return loginOf(find(auths, registry));
}
function loginOf(entry) {
  if (entry === void 0) return null;
  const { identitytoken, registrytoken } = entry;
  if (nonEmpty(identitytoken)) return { kind: "identity-token", identityToken: identitytoken };
  if (nonEmpty(registrytoken)) return { kind: "registry-token" };
  const login = nonEmpty(entry.auth) ? decode(entry.auth) : [entry.username ?? "", entry.password ?? ""];
  const [username = "", password = ""] = login;
  return username === "" || password === "" ? null : { kind: "password", username, password };
}
function nonEmpty(text) {
  return text !== void 0 && text !== "";
}
function decode(auth) {
  const text = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
  const colon = text.indexOf(":");
  return colon === -1 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}
function find(byHost, registry) {
  const keys = Object.keys(byHost);
  const key = keys.find((key2) => key2 === registry) ?? keys.find((key2) => sameRegistry(hostOf(key2), registry));
  return key === void 0 ? void 0 : byHost[key];
}
function hostOf(key) {
  return /^(?:https?:\/\/)?([^/]+)(?:\/(?:v[12]\/?)?)?$/.exec(key)?.[1]?.toLowerCase() ?? null;
}
function sameRegistry(host, registry) {
  return host !== null && (host === registry || isDockerHub(host) && isDockerHub(registry));
}

// src/registry/credentials.ts
function secretOf(credentials) {
  return "identityToken" in credentials ? credentials.identityToken : credentials.password;
}
async function findCredentials(host, place, publish) {
  const { found, complaints } = await lookEverywhere(host, place, publish);
  for (const complaint of complaints) host.log.warning(complaint.clause);
  return found;
}
async function findCredentialsToPush(host, place, publish, helperMs) {
  const { found, complaints } = await lookEverywhere(host, place, publish, helperMs);
  const grave = found === null ? complaints.find(({ isGrave }) => isGrave) : void 0;
  if (grave !== void 0)
    throw new Failure(
      "bad-input",
      {
        what: grave.clause,
        fix: clause`mend or remove it, or give ${input("registry-username")} and ${input("registry-password")}`
      },
      { fields: { registry: place.registry } }
    );
  for (const complaint of complaints) host.log.warning(complaint.clause);
  return found;
}
async function lookEverywhere(host, place, publish, helperMs) {
  const { registry } = place;
  const complaints = [];
  const asking = {
    complain: (complaint) => void complaints.push(complaint),
    ...helperMs === void 0 ? {} : { helperMs }
  };
  const found = fromInputs(registry, publish) ?? await fromConfigs(host, place, asking) ?? fromWorkflow(registry, publish);
  if (found !== null) host.log.secret(secretOf(found));
  return { found, complaints };
}
function fromInputs(registry, { credentials, references }) {
  if (credentials === null) return null;
  const registries = /* @__PURE__ */ new Set([...references.map((reference) => reference.registry), registry]);
  if (registries.size > 1)
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("registry-username")} and ${input("registry-password")} are for one registry, but ${input("image")} names ${[...registries].join(" and ")}`,
        fix: clause`leave them out, and log in to each with docker/login-action or "docker login"`
      },
      { fields: { input: "registry-username", registry } }
    );
  return { ...credentials, source: clause`${input("registry-username")} and ${input("registry-password")}` };
}
function fromWorkflow(registry, { githubToken }) {
  if (registry !== "ghcr.io" || githubToken === null || githubToken === "") return null;
  return { username: "x-access-token", password: githubToken, source: clause`${input("github-token")}` };
}
async function fromConfigs(host, place, asking) {
  const inline = host.env["DOCKER_AUTH_CONFIG"] ?? "";
  if (inline !== "") {
    const config = parseDockerConfig(inline);
    const found = await fromConfig(host, place, "DOCKER_AUTH_CONFIG", config, asking);
    if (found !== null) return found;
  }
  for (const { file, legacy } of configFiles(host)) {
    const config = await readDockerConfig(file, legacy);
    const found = config === null ? null : await fromConfig(host, place, file, config, asking);
    if (found !== null) return found;
  }
  return null;
}
function configFiles({ env }) {
  const home = homeOf(env) ?? "/";
  const named = env["REGISTRY_AUTH_FILE"] ?? "";
  const runtime = xdgDirectory(env, "XDG_RUNTIME_DIR");
  const files = [
    ...named === "" ? [] : [named],
    ...runtime === null ? perUser() : [path.join(runtime, "containers", "auth.json")],
    path.join(xdgDirectory(env, "XDG_CONFIG_HOME") ?? path.join(home, ".config"), "containers", "auth.json"),
    path.join(env["DOCKER_CONFIG"] ?? path.join(home, ".docker"), "config.json")
  ];
  return [
    ...files.map((file) => ({ file, legacy: false })),
    { file: path.join(home, ".dockercfg"), legacy: true }
  ];
}
function perUser() {
  return process.getuid === void 0 ? [] : [`/run/containers/${process.getuid()}/auth.json`];
}
async function fromConfig(host, place, source, config, asking) {
  const { complain } = asking;
  if (config === "unreadable") {
    const what = clause`${source} cannot be read, or is not a file of logins as docker and podman write it, so its logins are not used`;
    complain({ clause: what, isGrave: true });
    return null;
  }
  const { registry } = place;
  const entry = (login) => login === null ? null : usable(complain, registry, source, login);
  const own = helperOf(config, registry);
  return await fromHelper(host, registry, own, asking) ?? entry(entryOfNamespace(config, place)) ?? await fromHelper(host, registry, own === null ? config.credsStore ?? null : null, asking) ?? entry(entryOf(config, registry));
}
async function fromHelper(host, registry, name, asking) {
  const kept = name === null || name === "" ? null : await askHelper(host, name, registry, asking);
  return kept === null ? null : usable(asking.complain, registry, `docker-credential-${name}`, kept);
}
function usable(complain, registry, source, login) {
  switch (login.kind) {
    case "password":
      return { username: login.username, password: login.password, source };
    case "identity-token":
      return { identityToken: login.identityToken, source };
    case "registry-token": {
      const what = clause`${source} holds a registry token for ${registry}, which Bantam does not use: give ${input("registry-username")} and ${input("registry-password")}`;
      complain({ clause: what, isGrave: false });
      return null;
    }
  }
}

// src/registry/registry.ts
var PATIENCE = { tries: 4, firstWaitMs: 500, longestWaitMs: 6e4 };
function registryOf(host, name, credentials, patience = PATIENCE) {
  return { host, name, url: registryUrl(name), credentials, patience, secrets: /* @__PURE__ */ new Set() };
}

// src/size/sizes.ts
function sizesOf(image) {
  const layers = allLayers(image);
  const files = layers.flatMap((layer) => layer.files);
  return {
    imageSize: files.reduce((sum, file) => sum + file.bytes, 0),
    downloadSize: downloadSizeOf([...layers, image.config, image.manifest].map(descriptorOf))
  };
}
function downloadSizeOf(blobs) {
  const sizes = new Map(blobs.map(({ digest, size }) => [digest, size]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

// src/registry/distribution.ts
var MANIFESTS = [
  MANIFEST_MEDIA_TYPE,
  INDEX_MEDIA_TYPE,
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
var AS_IT_IS = { "accept-encoding": "identity" };
function checkBlob(transport, operation, digest) {
  return transport.request(to(transport, operation, "HEAD", `blobs/${digest}`));
}
function getBlob(transport, operation, digest, receive) {
  const headers = { accept: "application/octet-stream, */*", ...AS_IT_IS };
  return transport.request({ ...to(transport, operation, "GET", `blobs/${digest}`), headers, receive });
}
function checkManifest(transport, operation, reference) {
  const headers = { accept: MANIFESTS };
  return transport.request({ ...to(transport, operation, "HEAD", `manifests/${reference}`), headers });
}
function getManifest(transport, operation, reference, receive) {
  const headers = { accept: MANIFESTS, ...AS_IT_IS };
  return transport.request({
    ...to(transport, operation, "GET", `manifests/${reference}`),
    headers,
    receive
  });
}
function startUpload(transport, operation) {
  return transport.request(to(transport, operation, "POST", UPLOADS));
}
function putBlob(transport, operation, location, blob) {
  const url = new URL(location);
  url.searchParams.append("digest", blob.digest);
  const headers = { "content-type": "application/octet-stream" };
  return transport.request({
    ...to(transport, operation, "PUT", UPLOADS),
    url,
    headers,
    body: "bytes" in blob ? blob.bytes : blob
  });
}
function patchBlob(transport, operation, location, { at, body }) {
  const size = body instanceof Uint8Array ? body.byteLength : body.size;
  const headers = {
    "content-type": "application/octet-stream",
    "content-range": `${at}-${at + size - 1}`
  };
  return transport.request({ ...to(transport, operation, "PATCH", UPLOADS), url: location, headers, body });
}
function finishUpload(transport, operation, location, digest) {
  const url = new URL(location);
  url.searchParams.append("digest", digest);
  const headers = { "content-type": "application/octet-stream" };
  return transport.request({
    ...to(transport, operation, "PUT", UPLOADS),
    url,
    headers,
    body: new Uint8Array()
  });
}
function mountBlob(transport, operation, digest, from) {
  const request2 = to(transport, operation, "POST", UPLOADS);
  request2.url.searchParams.set("mount", digest);
  request2.url.searchParams.set("from", from);
  return transport.request({ ...request2, scopes: [...request2.scopes, scopeOf(from, "pull")] });
}
function cancelUpload(transport, operation, location) {
  return transport.requestHere({ ...to(transport, operation, "DELETE", UPLOADS), url: location });
}
function putManifest(transport, operation, reference, { mediaType, bytes }) {
  const headers = { "content-type": mediaType };
  return transport.request({
    ...to(transport, operation, "PUT", `manifests/${reference}`),
    headers,
    body: bytes
  });
}
var UPLOADS = "blobs/uploads/";
function to({ registry }, operation, method, path2) {
  const { repository, action } = operation.access;
  const url = new URL(`${repository}/${path2}`, registry.url);
  return { method, url, scopes: [scopeOf(repository, action)], operation };
}
function scopeOf(repository, action) {
  return `repository:${repository}:${action === "push" ? "pull,push" : "pull"}`;
}

// src/registry/operation.ts
function operationIn({ name, credentials, secrets }, repository, action, what) {
  return {
    what,
    access: { registry: name, repository, action, source: credentials?.source ?? null },
    secrets
  };
}

// src/registry/request-url.ts
var SHOWN_QUERIES = /* @__PURE__ */ new Set(["digest", "from", "mount", "scope", "service"]);
function showRequestUrl(url) {
  return showUrl(url, SHOWN_QUERIES);
}

// src/registry/advice.ts
function adviceFor(access, status, said) {
  const { registry, action } = access;
  switch (status) {
    case 401:
    case 403:
    case 404:
      return action === "pull" ? adviceForPull(access, status) : adviceForPush(access, status, said);
    case 413:
      return clause`${registry}, or a proxy before it, limits what it takes: raise that limit`;
    case 429:
      return clause`${registry} limits how often it is asked: log in, or try again later`;
    default:
      return status >= 500 ? clause`${registry} is in trouble: try again later` : clause``;
  }
}
function adviceForPull({ registry, repository, source }, status) {
  if (status === 404) return clause`check that ${repository} and its tag are spelt right`;
  if (source === null)
    return clause`no credentials for ${registry} were found: check that ${repository} is spelt right, or log in with ${howToLogInToPull(registry)}`;
  return clause`the credentials from ${source} may not read ${repository}: check that it is spelt right, and ask for permission to pull it`;
}
function adviceForPush(access, status, said) {
  if (status === 404) return create(access);
  if (access.source === null) return logIn(access);
  return status === 403 || /insufficient_scope|DENIED/.test(said) ? permit(access) : logIn(access);
}
function adviceWithoutAnswer(registry, { message: reason, proxy }) {
  if (proxy !== null) return clause`check ${proxy}, or name ${registry} in NO_PROXY`;
  if (/certificate|self.signed/i.test(reason))
    return clause`name the certificate authority of this registry in NODE_EXTRA_CA_CERTS`;
  if (/wrong version number|EPROTO|packet length/i.test(reason))
    return clause`plain HTTP is spoken to localhost only: give this registry a certificate`;
  return clause`check that ${registry} is spelt right and can be reached from here`;
}
function kindOf(registry) {
  if (registry === "ghcr.io") return "ghcr";
  if (isDockerHub(registry)) return "docker hub";
  if (/^(?:\d+\.dkr\.ecr\..+|public\.ecr\.aws$)/.test(registry)) return "ecr";
  if (/(?:^|\.)gcr\.io$|\.pkg\.dev$/.test(registry)) return "google";
  if (registry.endsWith(".azurecr.io")) return "azure";
  if (registry === "registry.gitlab.com") return "gitlab";
  return "other";
}
function logIn({ registry, source }) {
  const how = howToLogIn(registry);
  return source === null ? clause`no credentials for ${registry} were found: ${how}` : clause`${registry} does not accept the credentials from ${source}: ${how}`;
}
function howToLogInToPull(registry) {
  return kindOf(registry) === "ghcr" ? clause`"docker login ghcr.io", or give the job "permissions: packages: read" and this step ${input("github-token")}` : clause`"docker login ${registry}", or give ${input("registry-username")} and ${input("registry-password")}`;
}
function howToLogIn(registry) {
  switch (kindOf(registry)) {
    case "ghcr":
      return clause`give the job "permissions: packages: write" and this step ${input("github-token")}, or log in with docker/login-action`;
    case "docker hub":
      return clause`give ${input("registry-username")} and, as ${input("registry-password")}, an access token with "Read & Write"`;
    case "ecr":
      return clause`log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)`;
    case "google":
      return clause`run "gcloud auth configure-docker ${registry}", or give ${input("registry-username", "oauth2accesstoken")} and an access token as ${input("registry-password")}`;
    case "azure":
      return clause`run "az acr login" in a step before, or give the name and password of a service principal or of a repository-scoped token`;
    case "gitlab":
      return clause`give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD`;
    case "other":
      return clause`log in with "docker login ${registry}", or give ${input("registry-username")} and ${input("registry-password")}`;
  }
}
function permit({ registry, repository, source }) {
  const who = clause`the credentials from ${source ?? "this run"}`;
  switch (kindOf(registry)) {
    case "ghcr":
      return clause`${who} may not write ${repository}: give the job "permissions: packages: write", and in the package's settings let this repository write it ("Manage Actions access")`;
    case "docker hub":
      return clause`${who} may not write ${repository}: use an access token with "Read & Write" of an account that may push there`;
    case "ecr":
      return clause`${who} may not write ${repository}: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage`;
    case "google":
      return clause`${who} may not write ${repository}: grant roles/artifactregistry.writer`;
    case "azure":
      return clause`${who} may not write ${repository}: grant AcrPush`;
    case "gitlab":
    case "other":
      return clause`${who} may not write ${repository}: ask for permission to push there`;
  }
}
function create({ registry, repository }) {
  switch (kindOf(registry)) {
    case "ecr":
      return clause`create the repository first: aws ecr create-repository --repository-name ${repository}`;
    case "google":
      return clause`create the repository ${repository.split("/").slice(0, 2).join("/")} in Artifact Registry first`;
    case "docker hub":
      return clause`check that the namespace ${repository.split("/", 1).join("")} exists and that these credentials may write it`;
    case "gitlab":
      return clause`${repository} must begin with the path of a project that exists`;
    case "ghcr":
    case "azure":
    case "other":
      return clause`check that ${repository} is spelt right, and create the project or repository first where ${registry} wants that`;
  }
}

// src/registry/send.ts
var NoResponse = class extends HttpError {
  url;
  constructor(url, { status, temporary, retryAfterMs, proxy, cause }, message) {
    super(message, { status, temporary, retryAfterMs, proxy, cause });
    this.url = url;
  }
};
var BODY_LIMIT = 64 * 1024;
var HEAD_TIMEOUT_MS = 6e4;
var SLOWEST_BYTES_PER_MS = 25;
async function send({ host, patience: { answerMs = HEAD_TIMEOUT_MS } }, sent) {
  const { method, url, headers = {}, body, receive } = sent;
  const timeoutMs = answerMs + Math.ceil(sizeOf(body) / SLOWEST_BYTES_PER_MS);
  const started = performance.now();
  try {
    const response = await request(host, url.href, {
      method,
      headers,
      redirect: "manual",
      timeoutMs,
      signal: AbortSignal.timeout(
        timeoutMs + HEAD_TIMEOUT_MS + Math.ceil((receive?.bytes ?? 0) / SLOWEST_BYTES_PER_MS)
      ),
      ...bodyOptions(body)
    });
    const received = receive !== void 0 && response.status === 200;
    if (received) await receive.take(bodyOf(response, HEAD_TIMEOUT_MS));
    const text = received ? "" : await readText(response);
    const ms = Math.round(performance.now() - started);
    host.log.debug(`${method} ${showRequestUrl(url)} ${response.status}, ${ms} ms`);
    return { method, url, status: response.status, headers: response.headers, body: text };
  } catch (error) {
    throw error instanceof HttpError ? new NoResponse(url, error, error.message) : error;
  }
}
async function readText(response) {
  const chunks = [];
  let left = BODY_LIMIT;
  for await (const chunk of bodyOf(response, HEAD_TIMEOUT_MS)) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.byteLength;
    if (left <= 0) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
function sizeOf(body) {
  if (body === void 0) return 0;
  return body instanceof Uint8Array ? body.byteLength : body.size;
}
function bodyOptions(body) {
  if (body === void 0) return {};
  return body instanceof Uint8Array ? { body: asArrayBufferView(body) } : { file: body };
}
function asArrayBufferView(bytes) {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Uint8Array.from(bytes);
}

// src/registry/registry-error.ts
var ErrorBody = object({
  errors: array(object({ code: optional(string()), message: optional(string()) }))
});
var Refusal = class extends HttpError {
  /** Codes of the specification, such as `DENIED`; empty if the response named none. */
  codes;
  constructor(status, codes) {
    super(`the registry answered ${status}`, { status });
    this.codes = codes;
  }
};
function refused(operation, response) {
  const { method, url, status, headers } = response;
  const said = saidBy(response);
  const shown = showRequestUrl(url);
  const why = clause`${method} ${shown}: ${said === "" ? "" : `${said} `}(status ${status})`;
  const advice = adviceFor(operation.access, status, `${said} ${headers.get("www-authenticate") ?? ""}`);
  const cause = new Refusal(status, codesOf(response));
  const fix = advice.length === 0 ? void 0 : advice;
  return failure(operation, { why, fix }, { cause, fields: { method, url: shown, status } });
}
var UNKNOWN_CODES = /* @__PURE__ */ new Set(["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"]);
function saysUnknown(response) {
  const { status, headers } = response;
  if (status !== 404 || headers.get("content-type")?.startsWith("text/html") === true) return false;
  const codes = codesOf(response);
  return codes.length === 0 || codes.some((code) => UNKNOWN_CODES.has(code));
}
function forgetsBlob(response) {
  return response.status >= 400 && codesOf(response).includes("MANIFEST_BLOB_UNKNOWN");
}
function codesOf({ body }) {
  const errors = safeParse(ErrorBody, parseJson(body));
  return errors.success ? errors.output.errors.flatMap(({ code }) => code ?? []) : [];
}
function unusable(operation, { method, url }, reason) {
  const shown = showRequestUrl(url);
  const why = clause`${method} ${shown}: the registry's answer ${excerpt(reason)}`;
  return failure(operation, { why }, { fields: { method, url: shown } });
}
function unanswered(operation, error) {
  if (!(error instanceof NoResponse)) return error;
  const url = showRequestUrl(error.url);
  const fix = adviceWithoutAnswer(operation.access.registry, error);
  return failure(
    operation,
    { why: clause`${url}: ${excerpt(error.message)}`, fix },
    { cause: error, fields: { url } }
  );
}
function unreached(from, to2, error) {
  if (!(error instanceof NoResponse)) return error;
  return new NoResponse(from, error, `it leads to ${showRequestUrl(to2)}: ${error.message}`);
}
function failure({ what, access, secrets }, { why, fix }, { cause, fields }) {
  const hidden = (text) => text.map((part) => part.kind === "input" ? part : { ...part, text: redact(part.text, secrets) });
  const url = fields?.url === void 0 ? {} : { url: redact(fields.url, secrets) };
  return new Failure(
    "registry",
    { what: hidden(clause`could not ${what}`), why: hidden(why), fix: fix && hidden(fix) },
    { cause, fields: { registry: access.registry, ...fields, ...url } }
  );
}
function saidBy({ body, headers }) {
  const errors = safeParse(ErrorBody, parseJson(body));
  if (errors.success) {
    const said = errors.output.errors.map(
      ({ code, message }) => [code, excerpt(message ?? "")].filter(Boolean).join(": ")
    );
    return excerpt(said.join(", "));
  }
  return headers.get("content-type")?.startsWith("text/plain") === true ? excerpt(body) : "";
}

// src/registry/retry.ts
async function retryOperation({ host, patience }, operation, attempt) {
  try {
    return await retry(
      attempt,
      { ...patience, stop: host.stop },
      {
        ofValue: (response) => againAfterResponse(response.status, response.headers) ?? (forgetsBlob(response) ? { retryAfterMs: null } : null)
      }
    );
  } catch (error) {
    throw unanswered(operation, error);
  }
}

// src/registry/read-document.ts
async function readDocument(registry, operation, get) {
  const body = collector(MAX_DOCUMENT);
  const response = await retryOperation(
    registry,
    operation,
    () => get({ bytes: MAX_DOCUMENT, take: body.take })
  );
  if (response.status !== 200) return { document: null, response };
  const bytes = body.bytes();
  if (bytes === null) throw unusable(operation, response, `is larger than ${MAX_DOCUMENT} bytes`);
  return { document: { digest: digestOf(bytes), bytes }, response };
}
function collector(maxBytes) {
  let chunks = [];
  let size = 0;
  return {
    take: async (body) => {
      chunks = [];
      size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > maxBytes) return;
        chunks.push(chunk);
      }
    },
    /** `null` if there were more bytes than allowed. */
    bytes: () => size > maxBytes ? null : Buffer.concat(chunks)
  };
}

// src/registry/challenge.ts
var TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
var QUOTED = /"((?:[^"\\]|\\[\s\S])*)"?/y;
var BARE = /[^\s,]*/y;
var TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
var GAP = /[\s,]*/y;
var SPACE = /\s*/y;
var EQUALS = /\s*=\s*/y;
function parseChallenges(header) {
  if (header === null) return [];
  const challenges = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (take(GAP); at < header.length; take(GAP)) {
    const name = take(TOKEN)?.[0].toLowerCase();
    const current = challenges.at(-1);
    if (name === void 0) at += 1;
    else if (current !== void 0 && take(EQUALS) !== null) {
      const value = unescape(take(QUOTED)?.[1]) ?? take(BARE)?.[0] ?? "";
      if (!current.params.has(name)) current.params.set(name, value);
    } else {
      challenges.push({ scheme: name, params: /* @__PURE__ */ new Map() });
      take(SPACE);
      skipToken68(header, at, take);
    }
  }
  return challenges;
}
function skipToken68(header, at, take) {
  if (at < header.length && header[at] !== ",") take(TOKEN68);
}
function unescape(quoted) {
  return quoted?.replace(/\\([\s\S])/g, "$1");
}

// src/registry/authorization.ts
function authorize(registry) {
  let scheme = { kind: "unknown" };
  const tokens = /* @__PURE__ */ new Map();
  async function tokenFor(scopes, operation, bearer, refused2) {
    const key = scopes.join(" ");
    const kept = tokens.get(key);
    if (kept !== void 0 && isUsable(await kept, refused2)) return kept;
    const newer = tokens.get(key);
    if (newer !== void 0 && newer !== kept) return newer;
    const wanted = [.../* @__PURE__ */ new Set([...refused2?.missing ?? [], ...scopes])];
    const token = fetchToken(registry, tokenRequest(registry, bearer, wanted), operation);
    tokens.set(key, token);
    token.catch(() => {
      if (tokens.get(key) === token) tokens.delete(key);
    });
    return token;
  }
  return {
    asksForLogin: () => scheme.kind !== "unknown",
    async header(scopes, operation) {
      switch (scheme.kind) {
        case "unknown":
          return null;
        case "basic":
          return scheme.header;
        case "bearer":
          return (await tokenFor(scopes, operation, scheme, null)).header;
      }
    },
    async answer(refusal, sent, scopes, operation) {
      const challenge = await challengeOf(registry, refusal);
      switch (scheme.kind) {
        case "unknown":
          scheme = schemeOf(registry, challenge, refusal, operation);
          return scheme.kind !== "unknown";
        case "basic":
          return sent !== scheme.header;
        case "bearer": {
          const missing = (challenge?.params.get("scope") ?? "").split(" ").filter(Boolean);
          await tokenFor(scopes, operation, scheme, { header: sent, missing });
          return true;
        }
      }
    }
  };
}
function isUsable({ header, until }, refused2) {
  return until > performance.now() && header !== refused2?.header;
}
async function challengeOf(registry, refusal) {
  return supported(refusal) ?? supported(await send(registry, { method: "GET", url: registry.url }));
}
function supported({ headers }) {
  return parseChallenges(headers.get("www-authenticate")).find(
    ({ scheme }) => scheme === "basic" || scheme === "bearer"
  );
}
function schemeOf(registry, challenge, refusal, operation) {
  if (challenge === void 0) return { kind: "unknown" };
  if (challenge.scheme === "basic") {
    const { credentials } = registry;
    return credentials === null || "identityToken" in credentials ? { kind: "unknown" } : { kind: "basic", header: basic(registry, credentials) };
  }
  const realm = resolveRealm(challenge.params.get("realm"), registry.url);
  if (!realm.ok) throw unusable(operation, refusal, realm.problem);
  return { kind: "bearer", realm: realm.value, service: challenge.params.get("service") ?? registry.url.host };
}
function basic({ host, secrets }, { username, password }) {
  const pair = Buffer.from(`${username}:${password}`).toString("base64");
  for (const secret of [password, pair]) keepSecret(host, secrets, secret);
  return `Basic ${pair}`;
}
function keepSecret(host, secrets, secret) {
  if (secret === "") return;
  secrets.add(secret);
  host.log.secret(secret);
}
function tokenRequest(registry, bearer, scopes) {
  const { credentials } = registry;
  return credentials !== null && "identityToken" in credentials ? exchange(registry, credentials, bearer, scopes) : ask(registry, credentials, bearer, scopes);
}
function ask(registry, credentials, { realm, service }, scopes) {
  const url = new URL(realm);
  url.searchParams.set("service", service);
  for (const scope of scopes) url.searchParams.append("scope", scope);
  const headers = credentials === null ? {} : { authorization: basic(registry, credentials) };
  return { method: "GET", url, headers };
}
function exchange({ host, secrets }, { identityToken }, { realm, service }, scopes) {
  keepSecret(host, secrets, identityToken);
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: "bantam",
    service,
    scope: scopes.join(" "),
    refresh_token: identityToken
  });
  return {
    method: "POST",
    url: realm,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: Buffer.from(form.toString())
  };
}
var TokenBody = object({
  token: optional(string()),
  access_token: optional(string()),
  expires_in: fallback(optional(number()), void 0)
});
var DEFAULT_LIFE = 60;
var MARGIN = 10;
async function fetchToken(registry, asked, operation) {
  const response = await retryOperation(registry, operation, () => send(registry, asked));
  if (response.status !== 200) throw refused(operation, response);
  const body = safeParse(TokenBody, parseJson(response.body));
  const token = body.success ? body.output.token ?? body.output.access_token ?? "" : "";
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(operation, response, "holds no token");
  keepSecret(registry.host, registry.secrets, token);
  const life = (body.success ? body.output.expires_in : void 0) ?? DEFAULT_LIFE;
  return { header: `Bearer ${token}`, until: performance.now() + (life - MARGIN) * 1e3 };
}

// src/registry/warning.ts
var WARNING = /299 \S{1,255} "((?:[^"\\]|\\[\s\S])*)"/g;
function parseWarnings(header) {
  return [...(header ?? "").matchAll(WARNING)].map((match) => excerpt((match[1] ?? "").replace(/\\([\s\S])/g, "$1"))).filter((text) => text !== "");
}

// src/registry/transport.ts
var MAX_LOGINS = 2;
var MAX_REDIRECTS = 5;
function openTransport(registry) {
  const authorization = authorize(registry);
  const warned = /* @__PURE__ */ new Set();
  async function requestHere(request3) {
    const { url, scopes, operation } = request3;
    const isOwn = url.origin === registry.url.origin;
    for (let logins = 0; ; logins += 1) {
      const sent = isOwn ? await authorization.header(scopes, operation) : null;
      const headers = { ...request3.headers, ...sent === null ? {} : { authorization: sent } };
      const response = await send(registry, { ...request3, headers });
      const mayLogIn = response.status === 401 && isOwn && request3.method !== "DELETE" && logins < MAX_LOGINS;
      if (mayLogIn && await authorization.answer(response, sent, scopes, operation)) continue;
      for (const text of parseWarnings(response.headers.get("warning"))) warn(text);
      return response;
    }
  }
  async function request2(first, redirects = MAX_REDIRECTS) {
    const response = await requestHere(first);
    if (!isRedirect(first, response.status) || redirects === 0) return response;
    const url = locate(first.operation, response);
    return request2({ ...first, url }, redirects - 1).catch((error) => {
      throw unreached(first.url, url, error);
    });
  }
  function locate(operation, response) {
    const target = resolveLocation(response.headers.get("location"), response.url, registry.url);
    if (!target.ok) throw unusable(operation, response, target.problem);
    return target.value;
  }
  function warn(text) {
    if (warned.has(text)) return;
    warned.add(text);
    registry.host.log.warning(`${registry.url.host} warns: ${text}.`);
  }
  return {
    registry,
    asksForLogin: authorization.asksForLogin,
    request: (sent) => request2(sent),
    requestHere,
    locate
  };
}
function isRedirect({ method }, status) {
  if (status === 307 || status === 308) return true;
  return (method === "GET" || method === "HEAD") && [301, 302, 303].includes(status);
}

// src/image/found-platform.ts
function foundPlatform(found) {
  const { os, architecture } = found;
  const variant = found.variant === void 0 || found.variant === "" ? void 0 : found.variant;
  const known = parsePlatform([os, architecture, ...variant === void 0 ? [] : [variant]].join("/"));
  if (known.ok) return known.value;
  return variant === void 0 ? { os, architecture } : { os, architecture, variant };
}

// src/image/read-config.ts
var LIST = nullish(array(string()), []);
var TEXT = nullish(string(), "");
var CONFIG = object({
  architecture: string(),
  os: string(),
  variant: optional(string()),
  created: nullish(string(), null),
  config: nullish(
    object({ Entrypoint: LIST, Cmd: LIST, Env: LIST, User: TEXT, WorkingDir: TEXT, Labels: STRINGS }),
    {}
  ),
  rootfs: object({ diff_ids: nullish(array(DIGEST), []) })
});
function readConfig(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const checked = checkShape(CONFIG, json.value);
  if (!checked.ok) return checked;
  const { config, created, rootfs } = checked.value;
  return parsed({
    platform: foundPlatform(checked.value),
    diffIds: rootfs.diff_ids,
    created,
    entrypoint: config.Entrypoint,
    args: config.Cmd,
    env: config.Env,
    user: config.User,
    workdir: config.WorkingDir,
    labels: config.Labels
  });
}

// src/image/read-manifest.ts
var MAX_LAYERS = 1e3;
var MAX_LISTED = 1e3;
var DESCRIPTOR = object({ mediaType: optional(string(), ""), digest: DIGEST, size: SIZE });
var MANIFEST = object({
  schemaVersion: literal(2),
  config: DESCRIPTOR,
  layers: pipe(array(DESCRIPTOR), maxLength(MAX_LAYERS)),
  annotations: STRINGS
});
var INDEX = object({
  schemaVersion: literal(2),
  manifests: pipe(
    array(object({ ...DESCRIPTOR.entries, platform: nullish(PLATFORM, null), annotations: STRINGS })),
    maxLength(MAX_LISTED)
  ),
  annotations: STRINGS
});
function readManifest(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const [hasManifests, hasLayers] = [has(json.value, "manifests"), has(json.value, "layers")];
  if (hasManifests && hasLayers) return problem("is both a manifest and an index");
  if (has(json.value, "fsLayers"))
    return problem("is a manifest of schema 1, which Docker dropped in 2017; push the image again");
  return hasManifests ? readIndex(json.value) : readOne(json.value);
}
function readOne(value) {
  const manifest = checkShape(MANIFEST, value);
  if (!manifest.ok) return manifest;
  const { config, layers, annotations } = manifest.value;
  return parsed({ kind: "manifest", config, layers, annotations });
}
function readIndex(value) {
  const index = checkShape(INDEX, value);
  if (!index.ok) return index;
  const manifests = index.value.manifests.map((listed) => ({
    ...listed,
    platform: listed.platform === null ? null : foundPlatform(listed.platform)
  }));
  return parsed({ kind: "index", manifests, annotations: index.value.annotations });
}
var IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
function isImage({ config }) {
  return IMAGE_CONFIG.test(config.mediaType);
}
function isAttestation({ platform, annotations }) {
  return platform?.os === "unknown" || annotations["vnd.docker.reference.type"] !== void 0;
}
function isIndexType(mediaType) {
  return /\.index\.|\.list\./.test(mediaType);
}
function has(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

export {
  isDockerHub,
  findCredentials,
  findCredentialsToPush,
  checkBlob,
  getBlob,
  checkManifest,
  getManifest,
  startUpload,
  putBlob,
  patchBlob,
  finishUpload,
  mountBlob,
  cancelUpload,
  putManifest,
  operationIn,
  showRequestUrl,
  refused,
  saysUnknown,
  unusable,
  retryOperation,
  readDocument,
  PATIENCE,
  registryOf,
  openTransport,
  foundPlatform,
  readConfig,
  sizesOf,
  downloadSizeOf,
  readManifest,
  isImage,
  isAttestation,
  isIndexType
};
