import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  askGit,
  consultGit,
  findCheckout,
  isCommit
} from "./chunk-L2V5KLOK.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/host/shown-path.ts
import path from "node:path";
function shownPath({ cwd }, file) {
  const relative = path.relative(cwd, file);
  return relative.startsWith("..") ? file : relative;
}

// src/host/repository.ts
import { realpathSync } from "node:fs";
import path2 from "node:path";

// src/declare/highest-tag.ts
var import_semver = __toESM(require_semver(), 1);
function highestTag(tags) {
  const [best] = tags.map((tag, age) => ({ tag, age, version: versionIn(tag) })).toSorted((a, b) => compare(b.version, a.version) || a.age - b.age);
  return best?.tag ?? null;
}
function versionIn(tag) {
  const match = /^(.*[-_/@]|[a-z]+)??v?(\d+)(\.\d+)?(\.\d+)?([-+].*)?$/i.exec(tag);
  if (match === null) return null;
  const [, prefix, major = "", minor = ".0", patch = ".0", rest = ""] = match;
  const version = import_semver.default.parse(`${major}${minor}${patch}${rest}`, { loose: true });
  if (version === null) return null;
  return { version, isWhole: match[4] !== void 0, hasPrefix: prefix !== void 0 && prefix !== "" };
}
function compare(a, b) {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return Number(a.isWhole) - Number(b.isWhole) || Number(b.hasPrefix) - Number(a.hasPrefix) || import_semver.default.compare(a.version, b.version) || // semver does not order build numbers, but people expect b10 to be above b5.
  a.version.build.join(".").localeCompare(b.version.build.join("."), "en", { numeric: true });
}

// src/host/change-start.ts
async function readChangeStart(host, directory, event, { branch }) {
  if (host.surface === "terminal") return { commit: await mergeBase(host, directory), branch: null };
  const { env } = host;
  const target = env["GITHUB_BASE_REF"] ?? "";
  if (event.pullRequest !== null || target !== "")
    return { commit: await startOfPullRequest(host, directory, event.pullRequest), branch: target || null };
  if (event.mergeGroup !== null) {
    const { base, branch: into } = event.mergeGroup;
    return { commit: base === null ? unknown("the event names no base_sha") : known(base), branch: into };
  }
  const own = env["GITHUB_REF_TYPE"] === "tag" ? null : branch;
  return { commit: beforePush(env["GITHUB_EVENT_NAME"] ?? "unnamed", event), branch: own };
}
async function startOfPullRequest(host, directory, pull) {
  const [first, second, ...others] = await parentsOfHead(host, directory);
  const isMerge = second !== void 0 && others.length === 0;
  const head = pull?.head ?? null;
  if (first !== void 0 && isMerge && (head === null || head === second)) return known(first);
  if (pull !== null && pull.base !== null) return known(pull.base);
  return unknown("the checkout is not a merge commit, and the event names no base");
}
async function parentsOfHead(host, directory) {
  const commit = await askGit(host, directory, "cat-file", "commit", "HEAD") ?? "";
  const [head = ""] = commit.split("\n\n");
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(
    ([, parent]) => isCommit(parent) ? [parent] : []
  );
}
function beforePush(name, { before }) {
  if (name !== "push") return { status: "none", why: `the event ${name} is about no earlier commit` };
  if (before === null) return unknown("the event names no commit before the push");
  return /^0+$/.test(before) ? { status: "none", why: "nothing was there before this push" } : known(before);
}
async function mergeBase(host, directory) {
  const commit = await askGit(host, directory, "merge-base", "HEAD", "refs/remotes/origin/HEAD");
  if (isCommit(commit)) return known(commit);
  return unknown(
    "git knows no commit that HEAD shares with origin/HEAD, which `git remote set-head origin --auto` sets"
  );
}
function known(commit) {
  return { status: "known", commit };
}
function unknown(why) {
  return { status: "unknown", why };
}

// src/host/event.ts
import { readFileSync } from "node:fs";
function readEvent({ env }) {
  const event = asPayload(payloadOf(env["GITHUB_EVENT_PATH"] ?? "")) ?? {};
  const pull = asPayload(event["pull_request"]);
  const group = asPayload(event["merge_group"]);
  return {
    pullRequest: pull === null ? null : {
      number: typeof pull["number"] === "number" ? pull["number"] : null,
      base: commitOf(asPayload(pull["base"])?.["sha"]),
      head: commitOf(asPayload(pull["head"])?.["sha"])
    },
    mergeGroup: group === null ? null : { base: commitOf(group["base_sha"]), branch: branchOf(group["base_ref"]) },
    before: commitOf(event["before"])
  };
}
function payloadOf(file) {
  if (file === "") return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
function asPayload(value) {
  return typeof value === "object" && value !== null ? value : null;
}
function commitOf(value) {
  return isCommit(value) ? value : null;
}
function branchOf(ref) {
  return typeof ref === "string" && ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}

// src/host/repository.ts
async function readSurroundings(host, workingDirectory, wanted = ALL_TAGS) {
  const event = readEvent(host);
  const repository = await readRepository(host, workingDirectory, wanted);
  return {
    surface: host.surface,
    cwd: host.cwd,
    ...placeInCheckout(host, workingDirectory),
    env: host.env,
    event: host.env["GITHUB_EVENT_NAME"] ?? null,
    pullRequest: event.pullRequest?.number ?? pullRequestOf(host.env),
    repository,
    base: await readChangeStart(host, workingDirectory, event, repository)
  };
}
function placeInCheckout(host, directory) {
  const top = findCheckout(host, directory);
  const within = top === null ? "" : path2.relative(top, realpathSync(directory));
  return within === "" ? {} : { within };
}
function pullRequestOf({ GITHUB_REF: ref = "" }) {
  const number = /^refs\/pull\/(\d{1,15})\//.exec(ref)?.[1];
  return number === void 0 ? null : Number(number);
}
var ALL_TAGS = { prefix: "", describe: false };
async function readRepository(host, directory, { prefix, describe }) {
  const [head, tags, branch, remote, described] = await Promise.all([
    consultGit(host, directory, "log", "-1", "--format=%H %ct"),
    askGit(host, directory, ...TAGS_OF_HEAD),
    askGit(host, directory, "symbolic-ref", "--short", "HEAD"),
    askGit(host, directory, "remote", "get-url", "origin"),
    describe ? describeHead(host, directory, prefix) : { status: "no tag" }
  ]);
  const [commit = null, seconds] = head.status === "ok" ? head.value.split(" ") : [];
  const { env } = host;
  const ref = refOf(host);
  const run = ref === null ? null : nameOf(ref);
  return {
    commit: commit ?? env["GITHUB_SHA"] ?? null,
    committedAt: seconds === void 0 ? null : Number(seconds),
    tag: tagOf(run === null ? tags?.split("\n") ?? [] : run.tag === null ? [] : [run.tag], prefix),
    tagPrefix: prefix,
    described,
    branch: env["GITHUB_HEAD_REF"] || (run?.branch ?? branch),
    source: sourceOf(env, commit, webAddress(remote)),
    ref,
    refused: head.status === "refused" ? head.why : null
  };
}
function tagOf(tags, prefix) {
  return highestTag(tags.flatMap((tag) => withoutPrefix(tag, prefix) ?? []));
}
function withoutPrefix(tag, prefix) {
  return tag.startsWith(prefix) && tag.length > prefix.length ? tag.slice(prefix.length) : null;
}
async function describeHead(host, directory, prefix) {
  const match = prefix === "" ? [] : [`--match=${prefix}*`];
  const [text, shallow] = await Promise.all([
    // The length does not depend on how many objects the clone has.
    askGit(host, directory, "describe", "--tags", "--long", "--abbrev=7", ...match),
    askGit(host, directory, "rev-parse", "--is-shallow-repository")
  ]);
  if (text !== null) return { status: "described", text: withoutPrefix(text, prefix) ?? text };
  return { status: shallow === "true" ? "cut off" : "no tag" };
}
var TAGS_OF_HEAD = [
  "for-each-ref",
  "--points-at=HEAD",
  "--sort=-creatordate",
  "--format=%(refname:strip=2)",
  "refs/tags"
];
function refOf({ surface, env }) {
  const ref = env["GITHUB_REF"] ?? "";
  if (ref !== "") return ref;
  const name = env["GITHUB_REF_NAME"] ?? "";
  if (name !== "") return `refs/${env["GITHUB_REF_TYPE"] === "tag" ? "tags" : "heads"}/${name}`;
  return surface === "action" ? env["GITHUB_SHA"] ?? "a commit" : null;
}
function nameOf(ref) {
  const [, kind, name = null] = /^refs\/(tags|heads|pull)\/(.+)$/s.exec(ref) ?? [];
  return { tag: kind === "tags" ? name : null, branch: kind === "tags" ? null : name };
}
function sourceOf(env, commit, remote) {
  const name = env["GITHUB_REPOSITORY"] ?? "";
  if (name === "") return remote;
  const own = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${name}`;
  if (commit === null) return own;
  if (remote !== null) return isSameRepository(remote, own) ? own : remote;
  return (env["GITHUB_SHA"] ?? commit) === commit ? own : null;
}
function isSameRepository(remote, own) {
  const [there, here] = [URL.parse(remote.toLowerCase()), URL.parse(own.toLowerCase())];
  if (there === null || here === null || there.pathname !== here.pathname) return false;
  return there.hostname === here.hostname || !there.hostname.includes(".");
}
function webAddress(remote) {
  const parts = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
    remote ?? ""
  );
  return parts === null ? null : `https://${parts[1]}/${parts[2]}`;
}

export {
  shownPath,
  readSurroundings,
  placeInCheckout,
  webAddress
};
