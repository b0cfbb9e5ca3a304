import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  asUnreadable,
  unreadable
} from "./chunks/chunk-FMAJZVTA.js";
import {
  joinWeighIns
} from "./chunks/chunk-UKIERV5I.js";
import "./chunks/chunk-P5HPMPQL.js";
import {
  NotSmall,
  TooMany,
  jsonFilesAt,
  readSmallFile
} from "./chunks/chunk-ZPDLPKXA.js";
import {
  reasonOf,
  sayOnPullRequest
} from "./chunks/chunk-C7UE5S7Y.js";
import {
  jointGate
} from "./chunks/chunk-4D4NLLDZ.js";
import {
  gate
} from "./chunks/chunk-MMIHZ5UC.js";
import "./chunks/chunk-V3C6T2MS.js";
import "./chunks/chunk-K3MYLFWG.js";
import "./chunks/chunk-3NRIVDBR.js";
import {
  readWeighIn
} from "./chunks/chunk-JP6MUPQV.js";
import "./chunks/chunk-Q7VAICPW.js";
import {
  COMMENT_INPUTS
} from "./chunks/chunk-5EMNV7WB.js";
import {
  givenInputs
} from "./chunks/chunk-DAHXDACD.js";
import "./chunks/chunk-UJY4MS5D.js";
import "./chunks/chunk-BNLTPXAC.js";
import "./chunks/chunk-KZT2CLQA.js";
import "./chunks/chunk-7QU7PEQ2.js";
import "./chunks/chunk-7G2KKNT6.js";
import {
  declareForeignComment
} from "./chunks/chunk-BNHI7EIA.js";
import {
  printable,
  shorten
} from "./chunks/chunk-O3XTEDKA.js";
import {
  input,
  problemsFailure
} from "./chunks/chunk-GTV6CXRU.js";
import "./chunks/chunk-F2CDRKCC.js";
import "./chunks/chunk-FL2XCUTW.js";
import "./chunks/chunk-ACFVWEEU.js";
import {
  integer,
  is,
  nullable,
  number,
  object,
  pipe,
  readJson,
  string
} from "./chunks/chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunks/chunk-LXE3XWRC.js";
import "./chunks/chunk-NWSLXV6K.js";
import {
  whyNotRead
} from "./chunks/chunk-VD2XKUYA.js";
import {
  runnerHost,
  runnerLog
} from "./chunks/chunk-MF2HQ7TP.js";
import "./chunks/chunk-EYJMA4VE.js";
import {
  currentDirectory,
  tellFailure
} from "./chunks/chunk-4KZHZBOR.js";
import "./chunks/chunk-FAWLDARW.js";
import "./chunks/chunk-HRDB3P5L.js";
import "./chunks/chunk-GGP7KFFM.js";
import "./chunks/chunk-2XXI26VF.js";
import "./chunks/chunk-O46FCSL4.js";
import {
  runEntry
} from "./chunks/chunk-7WIX25NP.js";
import {
  Failure,
  clause
} from "./chunks/chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/github/find-pull-request.ts
async function findPullRequest(host, spec, target) {
  const none = (why) => {
    host.log.notice(`No comment was written: ${printable(why)}.`);
    return null;
  };
  switch (target.kind) {
    case "nothing":
      return none(target.why);
    case "pull request":
      return target.pullRequest;
    case "head":
      break;
  }
  if (spec.token === "") return none("there is no token to write it with");
  try {
    const { gitHubApi } = await import("./chunks/api-FMF6S26E.js");
    const numbers = await openAt(gitHubApi(host, spec.apiUrl, spec.token), spec.repository, target);
    const [number2, ...others] = numbers;
    if (number2 === void 0)
      return none(`${describe(target)} is not the newest commit of any open pull request`);
    return others.length === 0 ? number2 : none(`${describe(target)} is the newest commit of several pull requests (${numbers.join(", ")})`);
  } catch (error) {
    return none(`its pull request in ${spec.repository} could not be found: ${reasonOf(error, spec.token)}`);
  }
}
async function openAt(api, repository, { owner: from, branch, commit }) {
  const [owner = "", repo = ""] = repository.split("/");
  const head = `${from}:${branch}`;
  const pulls = await api.paginate("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo,
    head,
    state: "open",
    per_page: 100
  });
  return pulls.filter((pull) => pull.head.label === head && pull.head.sha === commit).map(({ number: number2 }) => number2);
}
function describe({ owner, branch, commit }) {
  return `commit ${commit.slice(0, 7)} of ${owner}:${branch}`;
}

// src/github/comment-target.ts
import { readFileSync } from "node:fs";
var PULL_REQUEST = object({
  pull_request: object({ number: pipe(number(), integer()), head: object({ sha: string() }) })
});
var WORKFLOW_RUN = object({
  workflow_run: object({
    event: string(),
    head_sha: string(),
    head_branch: nullable(string()),
    head_repository: nullable(object({ owner: object({ login: string() }) }))
  })
});
function targetOfEvent(event) {
  if (is(PULL_REQUEST, event)) {
    const { number: number2, head } = event.pull_request;
    return { kind: "pull request", pullRequest: number2, commit: head.sha };
  }
  if (!is(WORKFLOW_RUN, event)) return nothing("the event of this workflow is not workflow_run");
  const { event: cause, head_sha: commit, head_branch: branch, head_repository: from } = event.workflow_run;
  if (cause !== "pull_request") return nothing(`the run that ended was one on ${cause}, not on pull_request`);
  if (from === null || branch === null) return nothing("the repository of the pull request is gone");
  return { kind: "head", owner: from.owner.login, branch, commit };
}
function commentTarget({ env }) {
  try {
    return targetOfEvent(JSON.parse(readFileSync(env["GITHUB_EVENT_PATH"] ?? "", "utf8")));
  } catch {
    return nothing("there is no event of a workflow here");
  }
}
function nothing(why) {
  return { kind: "nothing", why };
}

// src/report/recorded-gate.ts
function recordedGate({ images }) {
  const [only, ...others] = images;
  if (only !== void 0 && others.length === 0) {
    const { pass: pass2, sentence: sentence2 } = gateOf(only);
    return { pass: pass2, sentence: sentence2 };
  }
  const gates = images.map((image) => ({
    name: image.name,
    status: image.budget.status,
    gate: gateOf(image)
  }));
  const { pass, sentence } = jointGate(gates);
  return { pass, sentence };
}
function gateOf({ budget, baseline, platforms }) {
  const imageSize = Math.max(...platforms.map(({ sizes }) => sizes.imageSize));
  const seen = { imageSize, noBaseline: baseline?.reason ?? null };
  return gate(budget, { budget: { kind: "none" }, onOverBudget: null }, "action", seen);
}

// src/thing/weigh-ins.ts
import path from "node:path";
var BOUNDS = {
  entries: 1e4,
  files: 100,
  bytes: 32 * 1024 * 1024,
  platforms: 1e3,
  limits: 1e4
};
async function readWeighIns({ cwd }, place, bounds = BOUNDS) {
  const named = (file) => shorten(printable(path.relative(cwd, file) || "."), LONGEST_NAME);
  const weighIns = [];
  let room = bounds.bytes;
  for (const file of await filesAt(place, named, bounds)) {
    const { size, weighIn } = await readOne(file, named(file), room);
    room -= size;
    weighIns.push(weighIn);
  }
  const [first, ...others] = weighIns;
  if (first === void 0) throw missing(named(place), "it holds no file that ends in .json");
  const tooMany = excessOf(weighIns, bounds);
  if (tooMany !== null) throw unreadable(named(place), tooMany);
  return [first, ...others];
}
var LONGEST_NAME = 200;
async function filesAt(place, named, bounds) {
  try {
    return await jsonFilesAt(place, bounds);
  } catch (cause) {
    if (cause instanceof TooMany) throw unreadable(named(place), `it ${cause.message}`);
    if (cause instanceof NotSmall) throw missing(named(place), `it ${cause.message}`);
    if (/^E[A-Z]+$/.test(errorCode(cause))) throw missing(named(place), whyNotRead(cause), cause);
    throw cause;
  }
}
async function readOne(file, name, room) {
  try {
    const bytes = await readSmallFile(file, room);
    const json = readJson(bytes, bytes.length);
    if (!json.ok) throw unreadable(name, `it ${json.problem}`);
    const weighIn = readWeighIn(json.value);
    if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`);
    return { size: bytes.length, weighIn: weighIn.value };
  } catch (cause) {
    throw cause instanceof NotSmall ? unreadable(name, `it ${cause.message}`) : asUnreadable(name, cause);
  }
}
function excessOf(weighIns, bounds) {
  const images = weighIns.flatMap((weighIn) => weighIn.images);
  const platforms = images.reduce((sum, image) => sum + image.platforms.length, 0);
  if (platforms > bounds.platforms) return `it weighs more than ${bounds.platforms} images and platforms`;
  const limits = images.reduce((sum, { budget }) => sum + budget.limits.length + budget.dropped.length, 0);
  return limits > bounds.limits ? `it has more than ${bounds.limits} limits` : null;
}
function missing(name, why, cause) {
  return new Failure(
    "bad-input",
    {
      what: clause`${input("weigh-in")} "${name}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path that actions/download-artifact wrote to`
    },
    { cause, fields: { input: "weigh-in", value: name } }
  );
}

// src/commands/comment.ts
function runComment(step) {
  const log = runnerLog(step);
  return runEntry(step, {
    main: () => comment(step, log),
    tell: (error) => tellFailure(log, error, "action"),
    outlivesOutput: true
  });
}
async function comment(step, log) {
  log.info(`bantam ${VERSION}`);
  const host = runnerHost(step.env, currentDirectory(step), log);
  await commentOn(host, declare(host));
  return 0;
}
async function commentOn(host, { weighIn: place, comment: spec }) {
  const weighIn = joinWeighIns(await readWeighIns(host, place));
  const target = commentTarget(host);
  const pullRequest = await findPullRequest(host, spec, target);
  if (pullRequest === null || target.kind === "nothing") return;
  const said = { weighIn, gate: recordedGate(weighIn), saidBy: target.commit };
  await sayOnPullRequest(host, { ...spec, pullRequest }, said);
}
function declare(host) {
  const declared = declareForeignComment(givenInputs(host.env, COMMENT_INPUTS), host);
  if (!declared.ok) throw problemsFailure(declared.problems);
  host.log.secret(declared.value.comment.token);
  return declared.value;
}

// src/comment.ts
await runComment(process);
