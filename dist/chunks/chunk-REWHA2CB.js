import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  checkBinariesPlace
} from "./chunk-HYZ2MCSH.js";
import {
  checkStart,
  findBaseline,
  makeImages,
  namesOf,
  sharingOf,
  startClock
} from "./chunk-SQEW6XXX.js";
import {
  checkCertificates,
  isLive,
  progressOn,
  readFiles
} from "./chunk-IXGPT5AO.js";
import {
  withSideWork
} from "./chunk-2NIS2GC2.js";
import {
  checkOutput,
  imageSet
} from "./chunk-QY3U5MWY.js";
import {
  requireInPlace
} from "./chunk-L2V5KLOK.js";
import {
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  clause,
  clauseOf
} from "./chunk-IPQ6L4C3.js";

// src/host/wait.ts
var A_MINUTE = 6e4;
function waitInLog(log) {
  return waitWith({ say: (line) => log.info(line), end: () => {
  } }, A_MINUTE);
}
function waitOn(stream, env, log) {
  if (!isLive(stream, env)) return { wait: waitInLog(log), log };
  const progress = progressOn(stream, env);
  return { wait: waitWith(progress, 1e3), log: logOver(progress, log) };
}
function waitWith(progress, everyMs) {
  return async (work, say) => {
    const started = performance.now();
    const timer = setInterval(() => progress.say(say(performance.now() - started)), everyMs);
    timer.unref();
    try {
      return await work;
    } finally {
      clearInterval(timer);
      progress.end();
    }
  };
}
function logOver(progress, log) {
  const cleared = () => {
    progress.end();
    return log;
  };
  return {
    info: (line) => cleared().info(line),
    notice: (sentence) => cleared().notice(sentence),
    warning: (sentence) => cleared().warning(sentence),
    error: (sentence, location) => cleared().error(sentence, location),
    quote: (text) => cleared().quote(text),
    debug: (line) => cleared().debug(line),
    secret: (text) => log.secret(text),
    hide: (text) => log.hide(text)
  };
}

// src/commands/steps/build/check-early.ts
async function checkEarly(host, spec, called) {
  const files = /* @__PURE__ */ new Map();
  const read = /* @__PURE__ */ new Map();
  for (const platform of spec.platforms) {
    const same = JSON.stringify([platform.files, platform.links, platform.workingDirectory]);
    const entries = read.get(same) ?? await readFiles(host, platform);
    read.set(same, entries);
    const known = namesOf(platform.source);
    if (known !== null) checkStart(platform, entries, known);
    files.set(platform, entries);
  }
  await checkCertificates(spec.certificates);
  await checkOutput(host, spec, called);
  if (spec.binaries !== null) {
    await requireInPlace(host, spec, spec.binaries.directory, "binaries");
    await checkBinariesPlace(spec.binaries.directory);
  }
  return files;
}

// src/commands/steps/build/open-push-session.ts
function openPushSession(host, spec) {
  const session = spec.publish.push ? logIn(host, spec) : Promise.resolve(null);
  session.catch(() => {
  });
  return session;
}
async function logIn(host, { publish, platforms }) {
  const { authenticate, requireAll } = await import("./deferred-T4ABNDXM.js");
  const session = await authenticate(host, publish, [
    ...platforms.map(({ platform }) => platform),
    ...publish.piece?.elsewhere ?? []
  ]);
  if (publish.piece !== void 0) requireAll(session);
  for (const { cause } of session.refused)
    host.log.warning(clause`${clauseOf(cause)}; the other registries still get the image`);
  return session;
}

// src/commands/build.ts
async function build(host, spec, surface) {
  return withSideWork(host, (inside, begin) => buildImage(inside, spec, surface, begin));
}
var deferred = () => import("./deferred-T4ABNDXM.js");
async function buildImage(host, asked, { screen, wait, restoreCaches, restoreWeighIn, called: key, sharing: given }, begin) {
  const clock = startClock();
  const { base } = asked;
  const sharing = given ?? sharingOf(host, begin, [asked]);
  const called = key ?? asked.name;
  const spec = base.kind === "scratch" ? asked : await clock.time("resolve", sharing.openBase(host, asked, base));
  const [first] = spec.platforms;
  const userFiles = await checkEarly(host, spec, called);
  const resolvingGo = clock.time("resolve", sharing.findGo(host, first));
  const resolving = sharing.findPacker(host, first);
  const packer = resolving.then(
    (tools) => tools.packer,
    () => null
  );
  const go = await resolvingGo;
  if (restoreCaches !== void 0) await sharing.restore(go, () => restoreCaches(go));
  if (first.config.env["TZ"] !== void 0) {
    const { checkZone } = await deferred();
    await checkZone(host, first, go, userFiles.get(first) ?? []);
  }
  const access = openPushSession(host, spec);
  const loading = deferred();
  const isolations = sharing.isolations();
  const made = await makeImages(host, spec, { wait, sharing }, (platform, own) => {
    const means = { packer, restoreWeighIn: restoreWeighIn?.(platform, key ?? null) };
    const baseline = findBaseline(own, platform, means);
    if (spec.baseline.kind === "build") void begin(baseline);
    return {
      called,
      go,
      resolving,
      loading,
      isolations,
      userFiles: userFiles.get(platform) ?? [],
      baseline,
      access,
      // What all platforms share is counted with the first.
      clock: platform === first ? clock : startClock(),
      screen
    };
  });
  const steps = await deferred();
  const name = made[0]?.name ?? "";
  if (called === null) await checkOutput(host, spec, name);
  const set = imageSet(imagesOf(made), {
    index: spec.index.annotations,
    descriptor: spec.index.descriptorAnnotations,
    images: spec.platforms.map(({ descriptorAnnotations }) => descriptorAnnotations)
  });
  const judged = await steps.judgeImages(host, made);
  const verdict = steps.gate(judged.budget, spec, host.surface, {
    imageSize: Math.max(...made.map(({ weight }) => weight.sizes.imageSize)),
    noBaseline: judged.noBaseline
  });
  for (const notice of verdict.notices) host.log.notice(notice);
  const smokeTests = [];
  for (const one of made) {
    const smokeTest = verdict.publish ? await one.clock.time(
      "smoke test",
      steps.smokeTestImage(host, one.spec, one.image, {
        binaries: one.binaries,
        isolations: await isolations,
        isAlone: made.length === 1 && (spec.publish.piece?.elsewhere ?? []).length === 0
      })
    ) : steps.NOT_ASKED;
    const platform = made.length === 1 ? null : formatPlatform(one.spec.platform);
    for (const line of steps.smokeStage(smokeTest, one.clock.ms("smoke test"), platform))
      host.log.info(steps.stageLine(line, screen));
    smokeTests.push(smokeTest);
  }
  const released = verdict.publish ? await steps.writeBinaries(host, spec, made) : null;
  if (released !== null) host.log.info(steps.stageLine(steps.binariesStage(released), screen));
  const sboms = made.map(({ sbom }) => sbom);
  const published = verdict.publish ? await clock.time("publish", steps.publish(host, spec, name, set, await access, sboms)) : null;
  if (published !== null && published.references.length > 0) {
    const withSbom = spec.sbom.includes("referrer") && published.failure === null;
    const line = steps.pushStage(published.references, clock.ms("publish"), withSbom);
    host.log.info(steps.stageLine(line, screen));
  }
  const weighed = {
    name,
    references: published?.references ?? [],
    digest: set.root.digest,
    published: published !== null && published.places.length > 0,
    ...published === null || published.missing.length === 0 ? {} : { missing: published.missing },
    budget: judged.budget,
    baseline: judged.baseline,
    platforms: made.map(({ weight }, at) => ({
      ...weight,
      growth: judged.growths[at] ?? null,
      smokeTest: smokeTests[at] ?? steps.NOT_ASKED
    }))
  };
  return {
    name,
    depths: made.map((one) => depthOf(name, one)),
    gate: verdict,
    set,
    sboms,
    manifests: spec.publish.piece === void 0 ? [] : made.map(manifestOf),
    packages: judged.packages,
    published,
    binaries: released?.directory ?? null,
    weighIn: steps.weighInOf(
      spec.revision,
      weighed,
      made.flatMap((one) => stagesOf(name, one))
    )
  };
}
function imagesOf(made) {
  const [first, ...others] = made.map(({ image }) => image);
  if (first === void 0) throw new Error("an image for no platform");
  return [first, ...others];
}
function manifestOf({ spec, image: { manifest, config } }) {
  const decoder = new TextDecoder();
  return {
    platform: formatPlatform(spec.platform),
    manifest: decoder.decode(manifest.bytes),
    config: decoder.decode(config.bytes)
  };
}
function depthOf(name, { spec, binaries }) {
  const breakdowns = new Map(binaries.map(({ linked, breakdown }) => [linked.name, breakdown()]));
  return { image: name, platform: formatPlatform(spec.platform), breakdowns };
}
function stagesOf(name, { spec, clock }) {
  return clock.stages(name, formatPlatform(spec.platform));
}

export {
  waitInLog,
  waitOn,
  build
};
