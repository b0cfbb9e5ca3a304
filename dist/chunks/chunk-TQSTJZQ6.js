import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  allOf,
  allowanceOf,
  authenticate,
  known,
  moveTags,
  notMovedResult,
  outcomeOf,
  prepareTags,
  requireAll,
  sizeOf,
  together,
  unknownSubjects,
  verdictOf
} from "./chunk-AUY3H6LH.js";
import {
  isNoise
} from "./chunk-RIN426WY.js";
import {
  MAX_RESULT,
  readResult
} from "./chunk-6UQBG6ZC.js";
import {
  downloadSizeOf,
  isImage,
  readConfig,
  readManifest
} from "./chunk-TF5MGYJP.js";
import {
  notRead,
  readPlanFile,
  shownPath
} from "./chunk-DJLZVYY7.js";
import {
  labelledLog
} from "./chunk-QMFDELHE.js";
import {
  imageSet,
  rootOf
} from "./chunk-QY3U5MWY.js";
import {
  MANIFEST_MEDIA_TYPE
} from "./chunk-ZPWYLRU4.js";
import {
  NotSmall,
  jsonFilesAt,
  readSmallFile
} from "./chunk-ZPDLPKXA.js";
import {
  jointGate
} from "./chunk-4D4NLLDZ.js";
import {
  decide,
  gate,
  passes
} from "./chunk-MMIHZ5UC.js";
import {
  imageName
} from "./chunk-DZ53TNV5.js";
import {
  readSurroundings
} from "./chunk-B6TJL6TV.js";
import {
  declareCredentials,
  shouldPush
} from "./chunk-L2V5KLOK.js";
import {
  PACKER_VERSION,
  declaredLimits,
  descriptorOf,
  digestOf,
  formatReference,
  parseReference
} from "./chunk-QPQ6KV7E.js";
import {
  declareComment,
  readerOf
} from "./chunk-BNHI7EIA.js";
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
import {
  isDigest
} from "./chunk-ACFVWEEU.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  isPart,
  isSameSubject
} from "./chunk-NWSLXV6K.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/declare/declare-merge.ts
import path from "node:path";
function declareMerge(given, surroundings) {
  const { cwd, env } = surroundings;
  const reader = readerOf(given);
  const [plan, results] = [reader.text("plan"), reader.text("results")];
  if (plan === null) reader.contradiction("plan", "is missing; write the path of the plan");
  if (results === null)
    reader.contradiction("results", "is missing; write the directory that has the results of all pieces");
  const wish = reader.choice("push", ["auto", "true", "false"]);
  const report = reader.text("report");
  const temporary = env["RUNNER_TEMP"] ?? "";
  const usual = reader.surface === "action" && temporary !== "" ? path.join(temporary, "bantam.json") : null;
  const spec = {
    plan: path.resolve(cwd, plan ?? ""),
    planId: reader.value("plan-id", parsePlanId, null),
    results: path.resolve(cwd, results ?? ""),
    wish,
    push: shouldPush(wish, surroundings, true),
    credentials: declareCredentials(reader),
    githubToken: reader.text("github-token"),
    report: report === null ? usual : path.resolve(cwd, report),
    summary: reader.boolean("summary"),
    comment: declareComment(reader, surroundings)
  };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}
function parsePlanId(text) {
  return isDigest(text) ? parsed(text) : problem("is not the id of a plan; write sha256: and 64 hexadecimal digits, as bantam plan shows it");
}

// src/commands/declare-merge.ts
async function declareMergeOf(host, given) {
  const declared = declareMerge(given, await readSurroundings(host, host.cwd));
  if (!declared.ok) throw problemsFailure(declared.problems);
  const { credentials, githubToken, comment } = declared.value;
  for (const secret of [credentials?.password, githubToken, comment?.token])
    if (secret != null) host.log.secret(secret);
  return declared.value;
}

// src/plan/sound-verdict.ts
function limitsFor({ budget }, platform) {
  return declaredLimits(budget).filter((limit) => limit.platform === null || limit.platform === platform).map((limit) => ({ ...limit, platform }));
}
function verdictOn({ limits }, platform) {
  return limits.filter((limit) => limit.platform === platform);
}
function unsound(planned, verdict, weight) {
  const { platform } = weight;
  const wanted = limitsFor(planned, platform);
  const found = verdictOn(verdict, platform);
  const missing = wanted.find((limit) => !found.some((other) => formatLimit(limit) === formatLimit(other)));
  if (missing !== void 0) return `was not checked against "${formatLimit(missing)}" of the plan's budget`;
  if (found.length !== wanted.length) return "was checked against limits that are not in the plan's budget";
  const wrong = found.find((limit) => !isSound(limit, weight));
  if (wrong !== void 0)
    return `says that "${formatLimit(wrong)}" is ${wrong.status}, which its own sizes contradict`;
  return null;
}
function isSound(limit, weight) {
  const { subject, bound, actual, before, growth, status, inherited, reason } = limit;
  if (actual !== known(sizeOf(subject, weight))) return false;
  const grown = growth === null || before === null ? Infinity : isNoise(subject, before, growth) ? 0 : growth;
  if (inherited && !(bound.kind === "size" && before !== null && before > bound.amount && grown <= 0))
    return false;
  if (status !== "within") return true;
  if (actual === null) return false;
  if (bound.kind === "size") return actual <= bound.amount;
  if (before === null || growth === null) return reason !== null;
  return grown <= allowanceOf(bound, before);
}
function judged(planned, verdict, platform) {
  return verdictOf(planned, verdictOn(verdict, platform), verdict.dropped);
}

// src/plan/check-piece.ts
function checkPiece(planned, result, piece) {
  const [image] = result.weighIn.images;
  const weight = image?.platforms.find(({ platform: platform2 }) => platform2 === piece.platform);
  if (image === void 0 || weight === void 0) return problem("was not weighed");
  const platform = parsePlatform(piece.platform);
  if (!platform.ok) return platform;
  const manifest = blobOf(MANIFEST_MEDIA_TYPE, piece.manifest);
  const wrong = wrongManifest(manifest, piece.config, platform.value, weight) ?? unsound(planned, image.budget, weight);
  if (wrong !== null) return problem(wrong);
  const found = readManifest(manifest.bytes);
  const mediaType = found.ok && found.value.kind === "manifest" ? found.value.config.mediaType : "";
  const { packages, pushed } = result;
  const config = blobOf(mediaType, piece.config);
  const stages = result.weighIn.stages.filter((stage) => stage.platform === piece.platform);
  return parsed({ platform: platform.value, manifest, config, image, weight, stages, packages, pushed });
}
function wrongManifest(manifest, configText, platform, weight) {
  const found = readManifest(manifest.bytes);
  if (!found.ok) return `has a manifest that ${found.problem}`;
  if (found.value.kind !== "manifest" || !isImage(found.value))
    return "has a manifest that is not of an image";
  const { config, layers } = found.value;
  if (manifest.digest !== weight.digest)
    return `has a manifest with the digest ${manifest.digest}, but ${weight.digest} was weighed`;
  const own = blobOf(config.mediaType, configText);
  if (own.digest !== config.digest || own.bytes.length !== config.size)
    return "has another config than its manifest names";
  const read = readConfig(own.bytes);
  if (!read.ok) return `has a config that ${read.problem}`;
  const [is, wanted] = [formatPlatform(read.value.platform), formatPlatform(platform)];
  if (is !== wanted) return `has an image for ${is.length > 80 ? "another platform" : is}`;
  const sizes = layers.map(({ digest, size }) => `${digest} ${size}`).join();
  if (sizes !== weight.layers.map(({ digest, size }) => `${digest} ${size}`).join())
    return "has other layers than were weighed";
  const download = downloadSizeOf([...layers, config, descriptorOf(manifest)]);
  if (download !== weight.sizes.downloadSize)
    return `takes ${download} bytes to pull, but ${weight.sizes.downloadSize ?? "an unknown number"} were weighed`;
  return null;
}
function blobOf(mediaType, text) {
  const bytes = new TextEncoder().encode(text);
  return { mediaType, digest: digestOf(bytes), bytes };
}

// src/plan/check-results.ts
function checkResults(plan, results) {
  const problems = [];
  const found = /* @__PURE__ */ new Map();
  const [strange, ...others] = results.filter(({ result }) => result.plan !== plan.id);
  if (strange !== void 0)
    problems.push(
      wrongValue(
        "results",
        strange.file,
        others.length === 0 ? "is of another plan; remove it, or merge it with the plan that it was built for" : `and ${others.length} more are of another plan; remove them, or merge them with the plan that they were built for`
      )
    );
  for (const { file, result } of results) {
    const wrong = (because) => void problems.push(wrongValue("results", file, because));
    if (result.plan !== plan.id) continue;
    for (const image of result.images) checkImage(plan, image, { file, found, wrong });
  }
  const whole = plan.images.flatMap((planned) => {
    const pieces = planned.platforms.flatMap((platform) => found.get(placeOf(planned, platform))?.piece ?? []);
    const [first2, ...others2] = pieces;
    return first2 === void 0 ? [] : [{ planned, pieces: [first2, ...others2] }];
  });
  for (const { planned, pieces } of whole) {
    const names = [...new Set(pieces.map(({ image }) => image.name))];
    if (names.length > 1)
      problems.push(
        wrongInput(
          "results",
          clause`has results that call ${imageName(planned)} ${names.join(" and ")}; build all platforms from the same main`
        )
      );
  }
  const missing = problems.length > 0 ? [] : missingOf(plan, found);
  if (missing.length > 0)
    problems.push(
      wrongInput("results", clause`has no result of ${named(missing)}; run those jobs again, and then merge`)
    );
  const [first, ...rest] = whole;
  return problems.length > 0 || first === void 0 ? { ok: false, problems } : { ok: true, value: [first, ...rest] };
}
function checkImage(plan, image, { file, found, wrong }) {
  const planned = plan.images.find(({ key }) => key === image.key);
  if (planned === void 0) return wrong("has an image that is not in the plan");
  const { weighIn, platforms } = image;
  if (weighIn.bantam !== plan.bantam)
    return wrong(
      `was weighed by another Bantam than the plan's ${plan.bantam}; use one version in all jobs, and run the job again`
    );
  if (weighIn.revision !== plan.revision) return wrong("was built from another commit than the plan");
  if (weighIn.images.length !== 1) return wrong("weighs several images as one");
  if (weighIn.images[0]?.platforms.length !== platforms.length)
    return wrong("weighs other platforms than it has images for");
  for (const one of platforms) {
    const { platform } = one;
    const place = placeOf(planned, platform);
    const earlier = found.get(place);
    if (!planned.platforms.includes(platform)) {
      wrong(`has ${imageName(planned)} for a platform that is not in the plan`);
    } else if (earlier !== void 0) {
      wrong(
        clause`has ${imageName(planned)} for ${platform}, which ${earlier.file === file ? "it" : earlier.file} has too; remove one of them`
      );
    } else {
      const piece = checkPiece(planned, image, one);
      const missing = piece.ok ? notPushed(planned, piece.value) : null;
      if (!piece.ok) wrong(clause`is not to be trusted: ${platform} ${piece.problem}`);
      else if (missing !== null) wrong(clause`${missing}: ${platform} of ${imageName(planned)}`);
      else found.set(place, { file, piece: piece.value });
    }
  }
}
function notPushed({ push, budget }, { pushed, image }) {
  const refused = budget.kind === "undeclared" || !passes(decide(image.budget, budget, "action"));
  if (pushed && !push) return "pushed what the plan does not push";
  return push && !pushed && !refused ? "did not push what the plan pushes" : null;
}
function placeOf({ key }, platform) {
  return JSON.stringify([key, platform]);
}
function missingOf({ images }, found) {
  return images.flatMap(
    (planned) => planned.platforms.filter((platform) => !found.has(placeOf(planned, platform))).map((platform) => planned.key === null ? platform : `${planned.key} for ${platform}`)
  );
}
var MOST = 8;
function named(missing) {
  const last = missing.at(-1) ?? "";
  if (missing.length > MOST || missing.length === 1) return firstOf(missing, MOST);
  return `${missing.slice(0, -1).join(", ")} and ${last}`;
}

// src/plan/merged.ts
function mergedSet({ planned, pieces }) {
  const [first, ...others] = pieces.map(({ platform, manifest, config }) => ({
    platform,
    // They are in the registry already.
    layers: [],
    manifest,
    config
  }));
  if (first === void 0) throw new Error("an image without a platform");
  const { annotations, descriptors } = planned.index;
  return imageSet([first, ...others], { index: annotations, descriptor: {}, images: descriptors });
}
function mergedWeight({ planned, pieces }, { root }) {
  const baselines = pieces.flatMap(({ image }) => image.baseline ?? []);
  return {
    name: pieces[0].image.name,
    references: [],
    digest: root.digest,
    published: false,
    budget: together(pieces.map(({ image, weight }) => judged(planned, image.budget, weight.platform))),
    baseline: baselines.find(({ reason }) => reason === null) ?? baselines[0] ?? null,
    platforms: pieces.map(({ weight }) => weight)
  };
}
function limitsOnNothing({ planned, pieces }) {
  const unreadable = pieces.some(
    ({ image: { baseline } }) => baseline !== null && baseline.kind !== "none" && baseline.reason !== null
  );
  if (unreadable) return [];
  const verdicts = pieces.flatMap(({ image }) => image.budget.limits);
  const limits = declaredLimits(planned.budget).filter(
    ({ subject }) => isPart(subject) && !verdicts.some((limit) => isSameSubject(limit.subject, subject) && (limit.before ?? 0) > 0)
  );
  const [first, ...others] = pieces;
  return unknownSubjects(limits, first.weight.binaries, {
    before: others.flatMap(({ weight }) => weight.binaries),
    packages: pieces.flatMap(({ packages }) => packages)
  });
}

// src/plan/differing-tools.ts
function differingTools({ pieces }) {
  return [
    ...differing(pieces, "Go", "go-version", ({ go }) => go),
    ...differing(pieces, "the packer", PACKER_VERSION, ({ packer }) => packer)
  ];
}
function differing(pieces, tool, name, versionIn) {
  const versions = pieces.flatMap(({ image, weight: { platform, settings } }) => {
    const version = versionIn(settings);
    return version === null ? [] : [{ image: image.name, platform, version }];
  });
  const [first] = versions;
  if (first === void 0 || versions.every(({ version }) => version === first.version)) return [];
  const each = versions.map(({ platform, version }) => `${version} for ${platform}`).join(", ");
  const own = versions.every(({ version }) => version.startsWith("bantam "));
  return [
    own ? clause`${first.image} was built with different versions of ${tool} (${each}); the same version of Node gives all platforms the same` : clause`${first.image} was built with different versions of ${tool} (${each}); ${input(name)} gives all platforms the same`
  ];
}

// src/registry/stored-images.ts
async function requireStored({ groups }, { images }) {
  const wanted = groups.flat().flatMap((destination) => images.map((image) => ({ destination, image })));
  await allOf(wanted.map(({ destination, image }) => requireIn(destination, image)));
}
async function requireIn({ client, registry, repository }, { manifest, platform }) {
  const there = await client.manifest(repository, manifest.digest);
  if (there?.digest === manifest.digest) return;
  const shown = formatReference({ registry, repository, identifier: manifest.digest });
  throw new Failure(
    "registry",
    {
      what: clause`${shown} is not there`,
      why: there === null ? clause`the result for ${formatPlatform(platform)} says that it was pushed, but the registry does not have it` : clause`the registry answered with ${there.digest}`,
      fix: clause`run the job for ${formatPlatform(platform)} again, and then merge`,
      state: clause`no tag was moved`
    },
    { fields: { registry, reference: shown, digest: manifest.digest, platform: formatPlatform(platform) } }
  );
}

// src/commands/steps/plan/publish-merged.ts
async function publishMerged(host, images, login) {
  const prepared = [];
  try {
    for (const image of images) prepared.push(await prepare(host, image, login));
  } catch (failure) {
    return Promise.all(images.map((image) => notPublished(image, prepared, failure)));
  }
  const published = [];
  for (const { wanted, session, moves, set } of prepared) {
    const pushed = await moveTags(session, set, moves);
    const failure = pushed.missing[0]?.cause ?? null;
    published.push(outcomeOf(set, [], pushed, { wanted, failure, bare: [] }));
  }
  return published;
}
async function prepare(host, { whole, set }, login) {
  const wanted = referencesOf(whole);
  const publish = { push: true, references: wanted, load: false, output: null, ...login };
  const platforms = whole.pieces.map(({ platform }) => platform);
  const session = await authenticate(host, publish, platforms);
  requireAll(session);
  await requireStored(session, set);
  return { whole, set, wanted, session, moves: await prepareTags(session, set) };
}
async function notPublished({ whole, set }, prepared, failure) {
  const wanted = referencesOf(whole);
  const session = prepared.find((image) => image.whole === whole)?.session;
  const missing = wanted.map((reference) => ({ reference, cause: failure }));
  const pushed = session === void 0 ? { live: [], missing, untagged: [] } : await notMovedResult(session, set, failure);
  return outcomeOf(set, [], { ...pushed, untagged: [] }, { wanted, failure, bare: [] });
}
function referencesOf({ planned }) {
  return planned.references.map((text) => certain(parseReference(text)));
}
function certain(read) {
  if (!read.ok) throw new Error("a plan with a reference that is none");
  return read.value;
}

// src/commands/steps/plan/read-results.ts
var BOUNDS = { entries: 1e4, files: 1e3, bytes: MAX_RESULT };
var MAX_ALL = 512 * 1024 * 1024;
async function readResults(host, place, bounds = BOUNDS) {
  const files = await jsonFilesAt(place, bounds).catch((cause) => {
    throw notRead(host, "results", place, cause);
  });
  if (files.length === 0)
    throw problemsFailure([
      wrongValue(
        "results",
        shownPath(host, place),
        "holds no file that ends in .json; write the directory that the results were downloaded to"
      )
    ]);
  const problems = [];
  const found = [];
  let room = MAX_ALL;
  for (const absolute of files) {
    const file = shownPath(host, absolute);
    try {
      const bytes = await readSmallFile(absolute, Math.min(bounds.bytes, room));
      room -= bytes.length;
      const result = readResult(bytes);
      if (result.ok) found.push({ file, result: result.value });
      else problems.push(wrongValue("results", file, clause`is not a result: it ${result.problem}`));
    } catch (cause) {
      const because = cause instanceof NotSmall ? cause.message : `cannot be read: ${whyNotRead(cause)}`;
      problems.push(wrongValue("results", file, because));
    }
  }
  if (problems.length > 0) throw problemsFailure(problems);
  return found;
}

// src/commands/merge.ts
async function merge(host, spec) {
  const plan = await readPlanFile(host, spec.plan);
  checkId(host, spec, plan);
  const checked = checkResults(plan, await readResults(host, spec.results));
  if (!checked.ok) throw problemsFailure(checked.problems);
  const onNothing = checked.value.flatMap(limitsOnNothing);
  if (onNothing.length > 0) throw problemsFailure(onNothing);
  const pushes = pushedBy(host, spec, plan);
  for (const notice of checked.value.flatMap(differingTools)) host.log.notice(notice);
  const [first, ...others] = checked.value;
  const judged2 = [
    judge(host, first),
    ...others.map((image) => judge(host, image))
  ];
  const [only, ...more] = judged2;
  const whole = more.length === 0 ? only.gate : jointGate(
    judged2.map((one) => ({ name: one.weight.name, status: one.weight.budget.status, gate: one.gate }))
  );
  for (const { weight, gate: own } of judged2) {
    const log = more.length === 0 ? host.log : labelledLog(host.log, `Image ${weight.name}`);
    for (const notice of own.notices) log.notice(notice);
  }
  const pushed = pushes && whole.publish ? judged2.filter((image) => image.whole.planned.push) : [];
  const published = await publishMerged(host, pushed, spec);
  const images = judged2.map((image) => {
    const at = pushed.indexOf(image);
    return at < 0 ? image.weight : withPublished(image.weight, published[at]);
  });
  return {
    gate: whole,
    images: judged2.map(({ weight, set }) => ({ name: weight.name, root: rootOf(set) })),
    failure: published.find(({ failure }) => failure !== null)?.failure ?? null,
    weighIn: {
      schemaVersion: 2,
      bantam: VERSION,
      revision: plan.revision,
      images,
      stages: stagesOf(checked.value)
    }
  };
}
function checkId(host, { planId, plan: file }, { id }) {
  if (planId === null || planId === id) return;
  const because = clause`is not the id of ${shownPath(host, file)}, which is ${id}: the file was replaced, or is of another run; merge the plan that has this id`;
  throw problemsFailure([wrongValue("plan-id", planId, because)]);
}
function pushedBy(host, { wish, push, plan: file }, plan) {
  const asked = plan.images.some((image) => image.push);
  if (!asked && wish === "true")
    throw problemsFailure([
      wrongValue(
        "push",
        "true",
        clause`moves the tags of the plan, and ${file} has none to move; make it with ${input("push")} and ${input("image")}`
      )
    ]);
  if (asked && !push)
    host.log.notice(
      clause`the plan pushes, but this run moves no tag; to move the tags, give ${input("push", "true")}`
    );
  return asked && push;
}
function judge(host, whole) {
  const set = mergedSet(whole);
  const weight = mergedWeight(whole, set);
  const said = gate(weight.budget, whole.planned, host.surface, {
    imageSize: Math.max(...weight.platforms.map(({ sizes }) => sizes.imageSize)),
    noBaseline: weight.baseline?.reason ?? null
  });
  return { whole, set, weight, gate: said };
}
function withPublished(weight, published) {
  if (published === void 0) return weight;
  const { references, missing } = published;
  return {
    ...weight,
    references,
    published: references.length > 0,
    ...missing.length === 0 ? {} : { missing }
  };
}
function stagesOf(images) {
  return images.flatMap(({ pieces }) => pieces.flatMap(({ stages }) => stages));
}

export {
  declareMergeOf,
  merge
};
