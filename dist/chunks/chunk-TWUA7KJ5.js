import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  changedImages
} from "./chunk-GKL2MM22.js";
import {
  declarePlan,
  declareWhole
} from "./chunk-JEA74LU6.js";
import {
  planOf,
  writePlan
} from "./chunk-DZ53TNV5.js";
import {
  writeReport
} from "./chunk-TDE6NV6W.js";
import {
  input,
  problemsFailure,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/plan/matrix.ts
var MOST_JOBS = 256;
var USUAL_RUNNER = "ubuntu-24.04";
var RUNNERS = { arm64: "ubuntu-24.04-arm" };
function matrixOf({ images }, runners) {
  return {
    include: images.flatMap(
      ({ key, platforms }) => platforms.map((platform) => ({
        image: key ?? "",
        platform,
        runner: runners[platform] ?? RUNNERS[platform.split("/")[1] ?? ""] ?? USUAL_RUNNER,
        id: [...key === null ? [] : [key], platform.replaceAll("/", "-")].join("-")
      }))
    )
  };
}

// src/commands/plan.ts
async function plan(host, given) {
  const wish = declarePlan(given, host);
  if (!wish.ok) throw problemsFailure(wish.problems);
  const { plan: _, runners: __, ...values } = given.values;
  const planning = { ...given, values };
  const whole = await declareWhole(host, planning);
  const strange = runnersOfNone(wish.value.runners, whole);
  if (strange.length > 0) throw problemsFailure(strange);
  const changed = await changedImages(host, planning, whole);
  if (changed === null) return { matrix: { include: [] }, written: null };
  const made = planOf(changed.images, host.cwd);
  const matrix = matrixOf(made, wish.value.runners);
  const jobs = matrix.include.length;
  if (jobs > MOST_JOBS)
    throw new Failure(
      "bad-input",
      {
        what: clause`the plan has ${jobs} pieces`,
        why: clause`a matrix has ${MOST_JOBS} jobs at most`,
        fix: clause`leave out some of ${input("platforms")}`
      },
      { fields: { input: "platforms" } }
    );
  await writeReport(wish.value.file, writePlan(made));
  return { matrix, written: { plan: made, file: wish.value.file } };
}
function runnersOfNone(runners, { images }) {
  const planned = images.flatMap(({ spec }) => spec.platforms.map(({ platform }) => formatPlatform(platform)));
  const all = [...new Set(planned)].join(", ");
  return Object.keys(runners).filter((platform) => !planned.includes(platform)).map(
    (platform) => wrongValue(
      "runners",
      platform,
      clause`is not a platform of the plan, which has ${all}; leave it out, or add it to ${input("platforms")}`
    )
  );
}

export {
  plan
};
