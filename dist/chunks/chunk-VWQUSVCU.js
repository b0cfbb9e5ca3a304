import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  arrangeFiles,
  baseEntries,
  binaryPath,
  checkCertificates,
  checkOutput,
  entrypointOf,
  fileKind,
  htmlPathOf,
  input,
  isLive,
  linkService,
  madeFor,
  makeDirectory,
  progressOn,
  readBuildInfo,
  readElf,
  readFiles,
  resolveCompiler,
  resolvePacking,
  weighInJson,
  whyNotWritten
} from "./chunk-76B66ZV6.js";
import {
  printable
} from "./chunk-O5V3Z7PH.js";
import {
  formatPlatform,
  nearest
} from "./chunk-NJK4KJHQ.js";
import {
  ET_DYN,
  ET_EXEC,
  byBytes,
  isElf,
  parents
} from "./chunk-6KCGYEDW.js";
import {
  Failure,
  clause
} from "./chunk-W5USXX6S.js";

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
    secret: (text) => log.secret(text)
  };
}

// src/commands/clock.ts
function startClock() {
  const times = /* @__PURE__ */ new Map();
  const add = (stage, ms) => void times.set(stage, (times.get(stage) ?? 0) + ms);
  return {
    add,
    async time(stage, work) {
      const started = performance.now();
      const value = await work;
      add(stage, performance.now() - started);
      return value;
    },
    ms: (stage) => times.get(stage) ?? 0,
    stages: (image, platform) => [...times].map(([stage, ms]) => ({ stage, image, platform, ms: Math.round(ms) }))
  };
}

// src/image/entry-tree.ts
var MAX_LINKS = 40;
function entryTree(entries) {
  const tree = /* @__PURE__ */ new Map([["/", directory("/")]]);
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory(parent));
    tree.set(entry.path, entry);
  }
  return tree;
}
function directory(path2) {
  return { kind: "directory", path: path2, mode: 493, uid: 0, gid: 0 };
}
function lookUp(tree, path2, user) {
  let at = [];
  const rest = namesIn(path2).toReversed();
  let links = 0;
  for (let name = rest.pop(); name !== void 0; name = rest.pop()) {
    const here = tree.get(pathOf(at));
    if (here?.kind !== "directory") return { kind: "not a directory", path: pathOf(at) };
    if (!may(here, user, "execute")) return { kind: "closed", path: pathOf(at), entry: here };
    if (name === ".") continue;
    const next = name === ".." ? at.slice(0, -1) : [...at, name];
    const entry2 = tree.get(pathOf(next));
    if (entry2 === void 0) return { kind: "missing", path: pathOf(next) };
    if (entry2.kind !== "symlink") {
      at = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) return { kind: "loop", path: path2 };
    if (entry2.target.startsWith("/")) at = [];
    rest.push(...namesIn(entry2.target).toReversed());
  }
  const entry = tree.get(pathOf(at));
  return entry === void 0 ? { kind: "missing", path: pathOf(at) } : { kind: "found", path: pathOf(at), entry };
}
function may({ kind, mode, uid, gid }, user, what) {
  const bit = what === "read" ? 4 : 1;
  if (user.uid === 0) return what === "read" || kind === "directory" || (mode & 73) !== 0;
  const shift = user.uid === uid ? 6 : user.gid === gid ? 3 : 0;
  return (mode >> shift & bit) !== 0;
}
function namesIn(path2) {
  return path2.split("/").filter((name) => name !== "");
}
function pathOf(names) {
  return `/${names.join("/")}`;
}

// src/image/start-check.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var MAX_INTERPRETERS = 4;
var FIRST_LINE = 256;
function whyNotStart(tree, ours, start) {
  const [command = ""] = start.entrypoint;
  const { workdir, user } = start;
  const here = workdir === null ? null : enterProblem(lookUp(tree, workdir, user), user);
  if (here !== null) return `starts in workdir ${workdir}, ${here}`;
  return commandProblem({ tree, ours, start, depth: 0 }, command);
}
function enterProblem(found, user) {
  if (found.kind !== "found") return lookupProblem(found, user);
  if (found.entry.kind !== "directory") return "which is not a directory";
  return may(found.entry, user, "execute") ? null : `which ${idsOf(user)} may not enter (${rightsOf(found.entry)})`;
}
function commandProblem(check, command) {
  if (command.includes("/")) return pathProblem(check, absolute(check.start, command));
  const path2 = check.start.env["PATH"] ?? DEFAULT_PATH;
  const candidates = path2.split(":").flatMap((directory2) => directory2 === "" ? [] : [`${directory2}/${command}`]);
  const [first, ...others] = candidates.map((candidate) => ({
    candidate,
    found: lookUp(check.tree, absolute(check.start, candidate), check.start.user)
  })).filter(({ found }) => found.kind === "found" && found.entry.kind !== "directory");
  if (first === void 0) return `is in no directory of PATH (${path2})`;
  const runs = [first, ...others].find(
    ({ found }) => found.kind === "found" && may(found.entry, check.start.user, "execute")
  );
  return pathProblem(check, absolute(check.start, (runs ?? first).candidate));
}
function absolute({ workdir }, path2) {
  return path2.startsWith("/") ? path2 : `${workdir ?? ""}/${path2}`;
}
function pathProblem(check, path2) {
  const { tree, ours, start } = check;
  if (path2.endsWith("/")) return "ends in a slash, which only the path of a directory does";
  const found = lookUp(tree, path2, start.user);
  if (found.kind !== "found")
    return found.kind === "missing" && `${path2}/`.startsWith(`${found.path}/`) ? "is not in the image" : `leads nowhere, ${lookupProblem(found, start.user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if ((entry.mode & 73) === 0)
    return `may not be executed (mode ${octal(entry.mode)}); write its mode in files, such as \u2026:${path2}:0755`;
  if (!may(entry, start.user, "execute"))
    return `may not be executed by user ${idsOf(start.user)} (${rightsOf(entry)}); write another mode or owner in files`;
  return ours.has(found.path) ? null : programProblem(check, entry.bytes, entry);
}
function programProblem(check, bytes, entry) {
  if (bytes[0] === 35 && bytes[1] === 33) return scriptProblem(check, bytes, entry);
  if (!isElf(bytes)) return `is ${fileKind(bytes)}`;
  return whenWhole(() => elfProblem(check, bytes));
}
function elfProblem(check, bytes) {
  const elf = readElf(bytes);
  const { type, entry, interpreter, neededLibraries } = elf;
  const foreign = foreignProblem(check, elf, bytes);
  if (foreign !== null) return foreign;
  if (type !== ET_EXEC && type !== ET_DYN) return "is an object file and not a program";
  if (interpreter === null)
    return entry === 0n || neededLibraries.length > 0 ? "is a library and not a program" : null;
  const loader = interpreterProblem(check, interpreter);
  if (loader !== null) return `asks for the dynamic loader ${interpreter}, which ${loader}`;
  return librariesProblem(check, interpreter, neededLibraries);
}
function foreignProblem({ start: { platform } }, elf, bytes) {
  const built = madeFor(elf, bytes, readBuildInfo(elf, bytes), platform);
  return built === null ? null : `is a program for ${built}, and the image is for ${formatPlatform(platform)}`;
}
function librariesProblem(check, loader, needed) {
  const isOwn = (name) => loader.includes("/ld-musl") && /^libc\.(?:musl-.*\.)?so/.test(name);
  const paths = Map.groupBy(check.tree.keys(), (path2) => path2.slice(path2.lastIndexOf("/") + 1));
  const names = new Set(needed);
  for (const name of names) {
    if (isOwn(name)) continue;
    const found = (paths.get(name) ?? []).map((path2) => readLibrary(check, path2));
    const fit = found.find((library) => typeof library !== "string");
    const [because = "is not in the image"] = found.filter((library) => typeof library === "string");
    if (fit === void 0) return `needs the library ${name}, which ${because}`;
    for (const further of fit) names.add(further);
  }
  return null;
}
function readLibrary(check, path2) {
  const { user } = check.start;
  const found = lookUp(check.tree, path2, user);
  if (found.kind !== "found") return `leads nowhere, ${lookupProblem(found, user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if (!may(entry, user, "read")) return `user ${idsOf(user)} may not read (${rightsOf(entry)})`;
  if (!isElf(entry.bytes)) return `is ${fileKind(entry.bytes)}`;
  return whenWhole(() => {
    const elf = readElf(entry.bytes);
    return foreignProblem(check, elf, entry.bytes) ?? elf.neededLibraries;
  });
}
function whenWhole(read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return "is an ELF file that is damaged or cut short";
  }
}
function scriptProblem(check, bytes, entry) {
  const { user } = check.start;
  if (!may(entry, user, "read"))
    return `is a script that user ${idsOf(user)} may not read (${rightsOf(entry)}); write another mode in files`;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, FIRST_LINE)).toString();
  const line = (head.split("\n")[0] ?? "").slice(2);
  if (line.endsWith("\r")) return "is a script with Windows line ends, whose interpreter Linux does not find";
  const [interpreter = "", ...args] = line.trim().split(/[ \t]+/);
  if (interpreter === "") return "is a script that names no interpreter";
  const problem = interpreterProblem(check, interpreter);
  if (problem !== null) return `is a script for ${interpreter}, which ${problem}`;
  const [named] = args;
  if (!interpreter.endsWith("/env") || named === void 0 || named.startsWith("-") || named.includes("="))
    return null;
  const wanted = commandProblem({ ...check, depth: check.depth + 1 }, named);
  return wanted === null ? null : `is a script for ${named}, which ${wanted}`;
}
function interpreterProblem(check, interpreter) {
  if (check.depth >= MAX_INTERPRETERS) return "is a script itself, and more than the kernel follows";
  return pathProblem({ ...check, depth: check.depth + 1 }, absolute(check.start, interpreter));
}
function lookupProblem(found, user) {
  switch (found.kind) {
    case "missing":
      return `since ${found.path} is not in the image`;
    case "not a directory":
      return `since ${found.path} is not a directory`;
    case "closed":
      return `since user ${idsOf(user)} may not enter ${found.path} (${rightsOf(found.entry)})`;
    case "loop":
      return "since its links lead in a circle";
  }
}
function rightsOf({ mode, uid, gid }) {
  return `mode ${octal(mode)}, owner ${uid}:${gid}`;
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}
function idsOf({ uid, gid }) {
  return `${uid}:${gid}`;
}

// src/commands/steps/build/check-start.ts
var MAX_SHOWN = 5;
function checkStart(spec, brought, binaries) {
  const { config, platform } = spec;
  const { user } = config;
  const entrypoint = entrypointOf(config, binaries);
  const ours = binaries.map((binary) => placeholder(binaryPath(binary)));
  const base = baseEntries({ certificates: null, zones: null, user });
  const entries = [...base, ...arrangeFiles(spec, brought, binaries), ...ours];
  const tree = entryTree(entries);
  const because = whyNotStart(tree, new Set(ours.map(({ path: path2 }) => path2)), {
    ...config,
    entrypoint,
    platform
  });
  if (because === null) return;
  const [command = ""] = entrypoint;
  const programs = [...tree.values()].filter((entry) => entry.kind === "file" && may(entry, user, "execute")).map(({ path: path2 }) => path2);
  const sentence = printable(`"${command}" ${because}; ${whatIsThere(command, programs)}`);
  throw new Failure(
    "bad-input",
    { what: clause`${input("entrypoint")} ${sentence}` },
    { fields: { input: "entrypoint", value: command } }
  );
}
function placeholder(path2) {
  return { kind: "file", path: path2, mode: 493, uid: 0, gid: 0, bytes: new Uint8Array() };
}
function whatIsThere(command, programs) {
  const others = programs.filter((path2) => path2 !== command).toSorted(byBytes);
  if (others.length === 0) return "the image has no other program: bring one with files";
  const name = command.split("/").at(-1) ?? "";
  const meant = others.find((path2) => path2.endsWith(`/${name}`)) ?? nearest(command, others) ?? (others.length === 1 ? others[0] : void 0);
  const shown = [.../* @__PURE__ */ new Set([...meant === void 0 ? [] : [meant], ...others])].slice(0, MAX_SHOWN);
  const hidden = others.length - shown.length;
  return `the image has ${shown.join(", ")}${hidden > 0 ? ` and ${hidden} more` : ""}: write ${meant ?? "one of these"}, or bring what is missing with files`;
}
function namesOf(source) {
  if (source.kind === "binary") return [source];
  const named = source.mains.flatMap(({ name }) => name === null ? [] : [{ name }]);
  return named.length === source.mains.length && named.length > 0 ? named : null;
}

// src/commands/steps/baseline/find.ts
function findBaseline(host, spec, means) {
  const found = find(host, spec, means);
  found.catch(() => {
  });
  return found;
}
async function refuseEarly(found) {
  await Promise.race([found, Promise.resolve()]);
}
async function find(host, spec, means) {
  const { baseline } = spec;
  if (baseline.kind === "none") return { status: "absent", report: null, reason: "baseline is none" };
  const { readBaseline } = await import("./deferred-7TGBKLDL.js");
  return readBaseline(host, spec, baseline, means);
}

// src/commands/steps/build/open-access.ts
function openAccess(host, spec) {
  const session = spec.publish.push ? logIn(host, spec) : Promise.resolve(null);
  session.catch(() => {
  });
  return session;
}
async function logIn(host, { publish, platform }) {
  const { authenticate } = await import("./deferred-7TGBKLDL.js");
  return authenticate(host, publish, platform);
}

// src/commands/build.ts
async function build(host, spec, surface) {
  const begun = [];
  try {
    return await buildImage(host, spec, surface, (work) => begun.push(work));
  } finally {
    if (spec.baseline.kind === "build") await Promise.allSettled(begun);
  }
}
var deferred = () => import("./deferred-7TGBKLDL.js");
async function buildImage(host, spec, { screen, wait, restoreCaches, restoreWeighIn }, begin) {
  const clock = startClock();
  const platform = formatPlatform(spec.platform);
  const brought = await readFiles(host, spec);
  const known = namesOf(spec.source);
  if (known !== null) checkStart(spec, brought, known);
  await checkCertificates(spec.certificates);
  await checkOutput(host, spec, spec.name);
  const resolvingGo = clock.time("resolve", resolveCompiler(host, spec));
  const resolving = resolvePacking(host, spec);
  const packer = resolving.then(
    (tools2) => tools2.packer,
    () => null
  );
  const go = await resolvingGo;
  await restoreCaches?.(go);
  if (spec.config.env["TZ"] !== void 0) {
    const { checkZone } = await deferred();
    await checkZone(host, spec, go, brought);
  }
  const linking = clock.time(
    "compile",
    linkService(host, spec, go, (mains) => checkStart(spec, brought, mains))
  );
  const access = openAccess(host, spec);
  const foundBaseline = findBaseline(host, spec, { packer, restoreWeighIn });
  begin(foundBaseline);
  const [service, packing, steps] = await Promise.all([linking, resolving, deferred()]);
  const say = (line) => host.log.info(steps.stageLine(line, screen));
  const tools = { go, ...packing };
  const linked = service.binaries;
  const name = spec.name ?? linked[0].name;
  host.log.info(`${steps.headline(name, platform, screen)}
`);
  const files = arrangeFiles(spec, brought, linked);
  const binaries = await clock.time("read", steps.readBinaries(linked, spec.platform, service.embedded));
  const packages = await steps.checkSubjects(host, spec, { service, binaries, baseline: foundBaseline, name });
  say(steps.compileStage(go, binaries, clock.ms("compile")));
  await steps.checkBuild(host, spec, service, binaries);
  const session = await access;
  await refuseEarly(foundBaseline);
  if (spec.name === null) await checkOutput(host, spec, name);
  const base = await steps.readBase(host, spec, go, binaries, files);
  const shipping = steps.beginShipping(host, spec, tools.packer, binaries);
  const [shipped] = await Promise.all([
    steps.allShipped(shipping),
    reportShipping(steps, shipping, { say, wait, screen })
  ]);
  for (const { packMs, proveMs } of shipped) {
    clock.add("pack", packMs);
    clock.add("prove", proveMs);
  }
  const parts = { base, files, binaries, shipped };
  const image = await clock.time("assemble", steps.assembleImage(spec, tools, parts));
  const weight = await steps.weighImage(host, spec, tools, parts, image);
  say(steps.assembleStage(steps.contentsOf(base, files, shipped), weight.sizes));
  const { baseline, report, growth } = steps.compareWith(await foundBaseline, spec, name, weight);
  const budget = steps.judge(spec, weight, baseline, packages);
  const verdict = steps.gate(budget, spec, host.surface, {
    imageSize: weight.sizes.imageSize,
    noBaseline: report?.reason ?? null
  });
  for (const notice of verdict.notices) host.log.notice(notice);
  const smokeTest = verdict.publish ? await clock.time("smoke test", steps.smokeTestImage(host, spec, image, binaries)) : steps.NOT_ASKED;
  if (smokeTest.status === "passed") say(steps.smokeStage(smokeTest.seen, clock.ms("smoke test")));
  const published = verdict.publish ? await clock.time("publish", steps.publish(host, spec, name, image, session)) : null;
  if (published !== null && published.references.length > 0)
    say(steps.pushStage(published.references, clock.ms("publish")));
  const breakdowns = new Map(binaries.map(({ linked: binary, breakdown }) => [binary.name, breakdown()]));
  const weighed = {
    name,
    references: published?.references ?? [],
    digest: image.manifest.digest,
    published: published !== null && published.places.length > 0,
    ...published === null || published.missing.length === 0 ? {} : { missing: published.missing },
    budget,
    baseline: report,
    platforms: [{ ...weight, growth, smokeTest }]
  };
  return {
    name,
    depths: [{ image: name, platform, breakdowns }],
    gate: verdict,
    image,
    published,
    weighIn: steps.weighInOf(spec.revision, weighed, clock.stages(name, platform))
  };
}
async function reportShipping(steps, shipping, { say, wait, screen }) {
  const packing = (ms) => steps.stageLine(steps.packingStage(ms), screen);
  const proving = (ms) => steps.stageLine(steps.provingStage(ms), screen);
  for (const { linkedSize, packed, shipped } of shipping) {
    const { pack, size, packMs } = await wait(packed, packing);
    say(steps.packStage({ linkedSize, shippedSize: size, pack }, packMs));
    const { weight, proveMs } = await wait(shipped, proving);
    say(steps.proveStage(weight, proveMs));
    if (weight.pack.status !== pack.status) say(steps.packStage(weight, null));
    for (const line of steps.needsStage(weight)) say(line);
  }
}

// src/host/report-file.ts
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
async function writeReport(file, text) {
  try {
    await makeDirectory(path.dirname(file));
    const there = await stat(file).catch(() => null);
    if (there?.isFIFO() === true || there?.isSocket() === true)
      throw new Failure("write", {
        what: clause`${file} was not written`,
        why: clause`it is a pipe or a socket. Name a file`
      });
    await writeFile(file, text);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(file, cause);
  }
}

// src/commands/write-reports.ts
async function writeReports(file, weighIn, depths) {
  await writeReport(file, weighInJson(weighIn));
  const { htmlReport } = await import("./report-SKQW2P6D.js");
  await writeReport(htmlPathOf(file), htmlReport(weighIn, depths));
}

export {
  waitInLog,
  waitOn,
  build,
  writeReports
};
