import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  readPlanFile
} from "./chunk-DJLZVYY7.js";
import "./chunk-ZPDLPKXA.js";
import {
  digestOfValue,
  plannedImage
} from "./chunk-DZ53TNV5.js";
import {
  declaredLimits
} from "./chunk-QPQ6KV7E.js";
import "./chunk-O3XTEDKA.js";
import {
  firstOf,
  input,
  problemsFailure,
  wrongInput,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  formatLimit
} from "./chunk-F2CDRKCC.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-VD2XKUYA.js";
import {
  didYouMean,
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-O46FCSL4.js";
import {
  clause
} from "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/plan/agreement.ts
function disagreements(planned, declared, revisions) {
  const found = [];
  if (revisions.planned !== revisions.declared)
    found.push(
      clause`is of commit ${commitOf(revisions.planned)}, but this checkout is ${commitOf(revisions.declared)}; check out the same commit in all jobs`
    );
  if (planned.push !== declared.push)
    found.push(
      planned.push ? clause`pushes, but this run does not; give ${input("push")} and ${input("image")} as the plan has them` : clause`does not push, but this run does; give ${input("push")} and ${input("image")} as the plan has them`
    );
  if (digestOfValue(planned.references) !== digestOfValue(declared.references))
    found.push(
      clause`has the references ${listed(planned.references)}, but this run has ${listed(declared.references)}; give ${input("image")} and ${input("tags")} as the plan has them`
    );
  if (digestOfValue(planned.budget) !== digestOfValue(declared.budget) || planned.onOverBudget !== declared.onOverBudget)
    found.push(
      clause`has the budget ${budgetText(planned)}, but this run has ${budgetText(declared)}; give ${input("budget")} and ${input("on-over-budget")} as the plan has them`
    );
  if (found.length === 0 && digestOfValue(withoutKey(planned)) !== digestOfValue(withoutKey(declared)))
    found.push(
      clause`was made with other settings than this run has; give every input as it was given to the plan, in the same checkout`
    );
  return found;
}
function withoutKey(image) {
  const { key: _, ...rest } = image;
  return rest;
}
function commitOf(revision) {
  return revision === null ? "an unknown one" : revision.slice(0, 7);
}
var MOST = 3;
function listed(references) {
  return references.length === 0 ? "none" : firstOf(references, MOST);
}
function budgetText({ budget, onOverBudget }) {
  return `"${limitsText(budget)}" (${onOverBudget})`;
}
function limitsText(budget) {
  if (budget.kind !== "limits") return budget.kind;
  return listed(declaredLimits(budget).map(formatLimit));
}

// src/commands/declare-pieces.ts
var STORED = clause`this run stores images by their digests and moves no tag, since ${input("plan")} is given; the merge moves the tags`;
async function declarePieces(host, given, wish, declareWhole) {
  const plan = await readPlanFile(host, wish.plan);
  const planned = imagesAsked(plan, wish);
  const runs = [];
  const images = [];
  for (const one of planned) {
    const run2 = await declareWhole(host, wholeOf(given, one));
    runs.push(run2);
    images.push(...run2.images.map((image) => pieceOf(host, { plan, planned: one, wish }, image)));
  }
  const [first, ...others] = images;
  const [run] = runs;
  if (first === void 0 || run === void 0) throw new Error("a plan without an image");
  return {
    images: [first, ...others],
    // Eight runs would write eight comments, and only the merge knows the whole.
    run: {
      ...run.run,
      sboms: first.sboms,
      comment: null,
      pushReason: first.spec.publish.push ? STORED : run.run.pushReason
    },
    file: run.file,
    piece: { plan, result: wish.result }
  };
}
function wholeOf({ values, repeated, ...given }, { key, platforms }) {
  const { plan: _, result: __, only: ___, ...others } = values;
  const { platforms: ____, only: _____, ...otherRepeated } = repeated ?? {};
  return {
    ...given,
    values: { ...others, platforms: platforms.join("\n"), ...key === null ? {} : { only: key } },
    ...repeated === void 0 ? {} : { repeated: otherRepeated }
  };
}
function imagesAsked({ images }, { only }) {
  if (only.length === 0) return images;
  const keys = images.flatMap(({ key }) => key ?? []);
  const unknown = only.filter((name) => !keys.includes(name));
  if (unknown.length > 0)
    throw problemsFailure(
      unknown.map(
        (name) => wrongValue(
          "only",
          name,
          keys.length === 0 ? "is for a plan of several images, and this plan has one; leave it out" : `is not in the plan${didYouMean(name, keys) || `, which has ${keys.join(", ")}`}`
        )
      )
    );
  return images.filter(({ key }) => key !== null && only.includes(key));
}
function pieceOf(host, { plan, planned, wish }, image) {
  const found = disagreements(planned, plannedImage(image, host.cwd), {
    planned: plan.revision,
    declared: image.spec.revision
  });
  if (found.length > 0) throw problemsFailure(found.map((because) => wrongInput("plan", because)));
  const wanted = platformsAsked(planned, wish);
  const keep = (index) => wanted.includes(planned.platforms[index] ?? "");
  return { ...image, spec: narrowed(image.spec, wanted), sboms: image.sboms.filter((_, at) => keep(at)) };
}
function platformsAsked({ platforms }, wish) {
  if (wish.platforms.length === 0) return platforms;
  const problems = [];
  const asked = wish.platforms.flatMap((text) => {
    const platform = parsePlatform(text);
    const name = platform.ok ? formatPlatform(platform.value) : "";
    if (platforms.includes(name)) return [name];
    const because = platform.ok ? clause`is not in the plan, which has ${platforms.join(" and ")}; write one of them, or plan it too` : platform.problem;
    problems.push(wrongValue("platforms", text, because));
    return [];
  });
  if (problems.length > 0) throw problemsFailure(problems);
  return asked;
}
function narrowed(spec, wanted) {
  const isWanted = ({ platform }) => wanted.includes(formatPlatform(platform));
  const elsewhere = spec.platforms.filter((one) => !isWanted(one)).map(({ platform }) => platform);
  const publish = { ...spec.publish, piece: { elsewhere } };
  const [first, ...others] = spec.platforms.filter(isWanted).map((platform) => ({ ...platform, publish }));
  if (first === void 0) throw new Error("a piece without a platform");
  return { ...spec, publish, platforms: [first, ...others] };
}
export {
  declarePieces
};
