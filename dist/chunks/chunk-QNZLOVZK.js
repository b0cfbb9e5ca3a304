import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  build
} from "./chunk-REWHA2CB.js";
import {
  orderedLogs,
  sharingOf,
  waitForTurn
} from "./chunk-SQEW6XXX.js";
import {
  joinWeighIns
} from "./chunk-UKIERV5I.js";
import {
  withSideWork
} from "./chunk-2NIS2GC2.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  labelledLog
} from "./chunk-QMFDELHE.js";
import {
  rootOf
} from "./chunk-QY3U5MWY.js";
import {
  jointGate
} from "./chunk-4D4NLLDZ.js";
import {
  writeReport
} from "./chunk-TDE6NV6W.js";
import {
  makeDirectory
} from "./chunk-3XADMAM6.js";
import {
  Failure,
  failureSentence
} from "./chunk-IPQ6L4C3.js";
import {
  errorMessage
} from "./chunk-6IWOL65Y.js";

// src/commands/build-images.ts
import { rm } from "node:fs/promises";
import path from "node:path";

// src/report/html/nodes-of.ts
function nodesOf({ breakdowns }) {
  return [...breakdowns.values()].reduce((sum, tree) => sum + nodesIn(tree), 0);
}
function nodesIn({ children = [] }) {
  return children.reduce((sum, child) => sum + nodesIn(child), 1);
}

// src/commands/build-images.ts
var MOST_NODES = 4e5;
function askedOf({ images, file }) {
  return file === null ? void 0 : { file: file.name, images: images.map(nameOf) };
}
async function buildImages(host, images, surface) {
  const [only, ...others] = images;
  if (others.length > 0)
    return withSideWork(host, (inside, begin) => buildSeveral(inside, images, surface, begin));
  const built = builtImage(only, await build(host, only.spec, { ...surface, called: only.key }));
  return { built: [built], failed: [], weighIn: withAsked(built.weighIn, surface), gate: built.gate };
}
async function buildSeveral(run, images, surface, begin) {
  const specs = images.map(({ spec }) => spec);
  const platforms = specs.flatMap((spec) => spec.platforms);
  const sharing = sharingOf(run, begin, specs);
  const logs = orderedLogs(run.log, images.length);
  const tasks = images.flatMap((declared, at) => {
    const log = logs[at];
    return log === void 0 ? [] : [{ declared, at, log }];
  });
  const results = await inParallel(sharing.width + 1, tasks, ({ declared, at, log }) => {
    const { wait, ...rest } = surface;
    const inOrder = { ...rest, wait: waitForTurn(log, wait), sharing, nodes: MOST_NODES / platforms.length };
    return inOwnDirectory(run, { at, log, name: nameOf(declared) }, (own) => buildOne(own, declared, inOrder));
  });
  const built = results.flatMap((one) => one.built ?? []);
  const failed = results.flatMap((one) => one.failed ?? []);
  return {
    built,
    failed,
    weighIn: jointWeighIn(run, surface, built, failed),
    gate: jointGate(
      built.map(({ name, gate, weighIn }) => ({
        name,
        gate,
        status: weighIn.images[0]?.budget.status ?? "none"
      }))
    )
  };
}
async function buildOne(own, declared, { tell, nodes, ...surface }) {
  const name = nameOf(declared);
  const fail = (thrown) => {
    tell(own, thrown);
    return { name, thrown };
  };
  try {
    const whole = builtImage(declared, await build(own, declared.spec, { ...surface, called: name }));
    const built = { ...whole, depths: whole.depths.filter((depth) => nodesOf(depth) <= nodes) };
    const failure = built.published?.failure ?? null;
    return { built, failed: failure === null ? null : fail(failure) };
  } catch (thrown) {
    return { built: null, failed: fail(thrown) };
  }
}
function withAsked(weighIn, { asked }) {
  return asked === void 0 ? weighIn : { ...weighIn, asked };
}
function jointWeighIn({ surface, log }, of, built, failed) {
  const [first, ...others] = built.map(({ weighIn: weighIn2 }) => weighIn2);
  if (first === void 0) return null;
  const weighIn = withAsked(joinWeighIns([first, ...others]), of);
  if (failed.length === 0) return weighIn;
  return {
    ...weighIn,
    failed: failed.map(({ name, thrown }) => ({
      name,
      code: thrown instanceof Failure ? thrown.code : "defect",
      message: log.hide(thrown instanceof Failure ? failureSentence(thrown, surface) : errorMessage(thrown))
    }))
  };
}
function builtImage(declared, { set, ...built }) {
  return { ...built, declared, root: rootOf(set) };
}
async function inOwnDirectory(run, { at, log, name }, work) {
  const temporary = path.join(run.temporary, "images", String(at));
  try {
    await makeDirectory(temporary);
    if (at > 0) log.info("");
    return await work({ ...run, temporary, log: labelledLog(log, `Image ${name}`) });
  } finally {
    await rm(temporary, { recursive: true, force: true });
    log.end();
  }
}
function nameOf({ key, spec }) {
  return key ?? spec.name ?? "";
}

// src/commands/write-sboms.ts
async function writeSboms(files, sboms) {
  for (const [at, file] of files.entries()) {
    const sbom = sboms[at] ?? null;
    if (sbom !== null) await writeReport(file, new TextDecoder().decode(sbom.bytes));
  }
}

export {
  askedOf,
  buildImages,
  writeSboms
};
