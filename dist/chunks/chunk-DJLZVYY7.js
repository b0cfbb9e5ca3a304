import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  NotSmall,
  readSmallFile
} from "./chunk-ZPDLPKXA.js";
import {
  MAX_PLAN,
  readPlan
} from "./chunk-DZ53TNV5.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  problemsFailure,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";

// src/commands/steps/plan/read-plan-file.ts
import path from "node:path";
async function readPlanFile(host, file) {
  const read = await readSmallFile(file, MAX_PLAN).catch((cause) => {
    throw notRead(host, "plan", file, cause);
  });
  const plan = readPlan(read);
  if (!plan.ok) throw problemsFailure([wrongValue("plan", shownPath(host, file), plan.problem)]);
  return plan.value;
}
var LONGEST_NAME = 100;
function shownPath({ cwd }, file) {
  return shorten(printable(path.relative(cwd, file) || "."), LONGEST_NAME);
}
function notRead(host, input, file, cause) {
  const because = cause instanceof NotSmall ? cause.message : `cannot be read: ${whyNotRead(cause)}`;
  return problemsFailure([wrongValue(input, shownPath(host, file), because)]);
}

export {
  readPlanFile,
  shownPath,
  notRead
};
