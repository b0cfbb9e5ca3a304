import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  changedImages
} from "./chunk-EXIHV7DP.js";
import {
  declarePlan,
  declareWhole
} from "./chunk-LJWIXMJX.js";
import {
  planOf,
  writePlan
} from "./chunk-HQFKZYBE.js";
import {
  writeReport
} from "./chunk-TDE6NV6W.js";
import {
  input,
  problemsFailure
} from "./chunk-6ATLRWMP.js";
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
  const changed = await changedImages(host, planning, await declareWhole(host, planning));
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

export {
  plan
};
