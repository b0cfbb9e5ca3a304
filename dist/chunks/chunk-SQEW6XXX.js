import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  CERTIFICATES_PATH,
  DEFAULT_PATH,
  ROOT,
  ZONES_PATH,
  ZONE_FILES_PATH,
  arrangeFiles,
  baseEntries,
  entryTree,
  entrypointOf,
  fileSize,
  findFilePrograms,
  layOver,
  linkService,
  lookUp,
  madeFor,
  may,
  placeIn
} from "./chunk-IXGPT5AO.js";
import {
  once,
  resolveCompiler,
  resolvePacking,
  stoppedBy,
  withSideWork
} from "./chunk-2NIS2GC2.js";
import {
  fileKind,
  readBuildInfo,
  readElf
} from "./chunk-C2OH2S3G.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";
import {
  firstOf,
  input
} from "./chunk-GTV6CXRU.js";
import {
  formatPlatform,
  nearest
} from "./chunk-HRDB3P5L.js";
import {
  ET_DYN,
  ET_EXEC,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  byBytes,
  parents
} from "./chunk-IUS3NEIC.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/host/ordered-logs.ts
function orderedLogs(log, count) {
  const logs = [];
  let current = 0;
  const advance = () => {
    while (logs[current]?.ended === true) {
      current += 1;
      logs[current]?.begin();
    }
  };
  for (let index = 0; index < count; index += 1) {
    const kept = [];
    const { promise: turn, resolve } = Promise.withResolvers();
    const say = (show) => {
      if (index <= current) show();
      else kept.push(show);
    };
    const begin = () => {
      for (const show of kept.splice(0)) show();
      resolve();
    };
    if (index === 0) resolve();
    const end = () => {
      const one = logs[index];
      if (one !== void 0) one.ended = true;
      advance();
    };
    logs.push({ own: { ...sayingThrough(log, say), turn, end }, begin, ended: false });
  }
  return logs.map(({ own }) => own);
}
function waitForTurn({ turn }, wait) {
  return async (work, say) => {
    await Promise.race([turn, work]);
    return wait(work, say);
  };
}
function sayingThrough(log, say) {
  return {
    info: (line) => say(() => log.info(line)),
    notice: (message) => say(() => log.notice(message)),
    warning: (message) => say(() => log.warning(message)),
    error: (message, location) => say(() => log.error(message, location)),
    quote: (text) => say(() => log.quote(text)),
    debug: (line) => say(() => log.debug(line)),
    secret: (text) => log.secret(text),
    hide: (text) => log.hide(text)
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
  const { readBaseline } = await import("./deferred-T4ABNDXM.js");
  return readBaseline(host, spec, baseline, means);
}

// src/image/link-check.ts
var OF_THE_RUNTIME = ["/proc", "/dev", "/sys", "/run", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf"];
var MAYBE = [CERTIFICATES_PATH, ...parents(ZONES_PATH).slice(-1), ZONE_FILES_PATH];
function brokenLink(tree, links, mounts) {
  const later = [...OF_THE_RUNTIME, ...MAYBE, ...mounts];
  const running = withPlaces(tree, later);
  for (const link of links.toSorted((a, b) => byBytes(a.path, b.path))) {
    const found = lookUp(running, link.path, ROOT);
    if (found.kind === "found" || found.kind === "closed") continue;
    if (found.kind === "loop") return { link, because: "leads in a circle" };
    if (found.kind === "missing" && later.some((place) => `${found.path}/`.startsWith(`${place}/`))) continue;
    const why = found.kind === "missing" ? "is not in the image" : "is not a directory";
    return { link, because: `leads nowhere, since ${found.path} ${why}` };
  }
  return null;
}
function withPlaces(tree, places) {
  const whole = new Map(tree);
  for (const path3 of places.flatMap((place) => [...parents(place), place]))
    if (!whole.has(path3)) whole.set(path3, { kind: "directory", path: path3, mode: 493, uid: 0, gid: 0 });
  return whole;
}

// src/image/start-check.ts
var MAX_INTERPRETERS = 4;
var LARGEST = 2e9;
var FIRST_LINE = 256;
function whyNotStart(tree, ours, start) {
  const [command = ""] = start.entrypoint;
  const { workdir, user } = start;
  const here = workdir === null ? null : enterProblem(lookUp(tree, workdir, user), user);
  if (here !== null) return `starts in ${workdir}, ${here}`;
  return commandProblem({ tree, ours, start, depth: 0 }, command);
}
function enterProblem(found, user) {
  if (found.kind !== "found") return lookupProblem(found, user);
  if (found.entry.kind !== "directory") return "which is not a directory";
  return may(found.entry, user, "execute") ? null : `which ${idsOf(user)} may not enter (${rightsOf(found.entry)})`;
}
function commandProblem(check, command) {
  if (command.includes("/")) return pathProblem(check, absolute(check.start, command));
  const path3 = check.start.env["PATH"] ?? DEFAULT_PATH;
  const candidates = path3.split(":").flatMap((directory) => directory === "" ? [] : [`${directory}/${command}`]);
  const [first, ...others] = candidates.map((candidate) => ({
    candidate,
    found: lookUp(check.tree, absolute(check.start, candidate), check.start.user)
  })).filter(({ found }) => found.kind === "found" && found.entry.kind !== "directory");
  if (first === void 0) return `is in no directory of PATH (${path3})`;
  const runs = [first, ...others].find(
    ({ found }) => found.kind === "found" && may(found.entry, check.start.user, "execute")
  );
  return pathProblem(check, absolute(check.start, (runs ?? first).candidate));
}
function absolute({ workdir }, path3) {
  return path3.startsWith("/") ? path3 : `${workdir ?? ""}/${path3}`;
}
function pathProblem(check, path3) {
  const { tree, ours, start } = check;
  if (path3.endsWith("/")) return "ends in a slash, which only the path of a directory does";
  const found = lookUp(tree, path3, start.user);
  if (found.kind !== "found")
    return found.kind === "missing" && `${path3}/`.startsWith(`${found.path}/`) ? "is not in the image" : `leads nowhere, ${lookupProblem(found, start.user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if ((entry.mode & 73) === 0)
    return `may not be executed (mode ${octal(entry.mode)}, which \u2026:${path3}:0755 would change)`;
  if (!may(entry, start.user, "execute"))
    return `may not be executed by user ${idsOf(start.user)} (${rightsOf(entry)})`;
  return ours.has(found.path) || fileSize(entry) > LARGEST ? null : programProblem(check, entry.bytes, entry);
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
  const paths = Map.groupBy(check.tree.keys(), (path3) => path3.slice(path3.lastIndexOf("/") + 1));
  const names = new Set(needed);
  for (const name of names) {
    if (isOwn(name)) continue;
    const found = (paths.get(name) ?? []).map((path3) => readLibrary(check, path3));
    const fit = found.find((library) => typeof library !== "string");
    const [because = "is not in the image"] = found.filter((library) => typeof library === "string");
    if (fit === void 0) return `needs the library ${name}, which ${because}`;
    for (const further of fit) names.add(further);
  }
  return null;
}
function readLibrary(check, path3) {
  const { user } = check.start;
  const found = lookUp(check.tree, path3, user);
  if (found.kind !== "found") return `leads nowhere, ${lookupProblem(found, user)}`;
  const { entry } = found;
  if (entry.kind !== "file") return `is a ${entry.kind}`;
  if (!may(entry, user, "read")) return `user ${idsOf(user)} may not read (${rightsOf(entry)})`;
  if (fileSize(entry) > LARGEST) return [];
  const { bytes } = entry;
  if (!isElf(bytes)) return `is ${fileKind(bytes)}`;
  return whenWhole(() => {
    const elf = readElf(bytes);
    return foreignProblem(check, elf, bytes) ?? elf.neededLibraries;
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
    return `is a script that user ${idsOf(user)} may not read (${rightsOf(entry)})`;
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
      return `because ${found.path} is not in the image`;
    case "not a directory":
      return `because ${found.path} is not a directory`;
    case "closed":
      return `because user ${idsOf(user)} may not enter ${found.path} (${rightsOf(found.entry)})`;
    case "loop":
      return "because its links lead in a circle";
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
function checkStart(spec, userFiles, binaries) {
  const { config, platform, on } = spec;
  const { user, accounts } = config;
  const entrypoint = entrypointOf(config, binaries);
  const ours = placedBinaries(binaries, on);
  const base = baseEntries({
    certificates: null,
    zones: null,
    user,
    accounts,
    ...on === void 0 ? {} : { tree: on.tree }
  });
  const files = arrangeFiles(spec, userFiles, binaries);
  findFilePrograms(spec, files, binaries);
  const entries = [...base, ...files, ...ours];
  const tree = entryTree([...on === void 0 ? [] : on.tree.values(), ...entries]);
  checkLinks(spec, tree);
  const names = new Set(ours.filter(({ kind }) => kind === "file").map(({ path: path3 }) => path3));
  const env = { ...config.inherited?.env, ...config.env };
  for (const [name, words] of commandsOf(config, entrypoint)) {
    const because = whyNotStart(tree, names, { ...config, env, entrypoint: words, platform });
    if (because !== null) throw noStart(name, words, because, tree, user);
  }
}
function commandsOf({ args, healthcheck }, entrypoint) {
  return [
    entrypoint.length === 0 ? ["cmd", args] : ["entrypoint", entrypoint],
    ...healthcheck?.kind === "command" ? [["healthcheck", healthcheck.words]] : []
  ];
}
function noStart(name, [command = ""], because, tree, user) {
  const programs = [...tree.values()].filter((entry) => entry.kind === "file" && may(entry, user, "execute")).map(({ path: path3 }) => path3);
  return new Failure(
    "bad-input",
    // File names and the interpreters of scripts come from the checkout.
    {
      what: clause`${input(name)} "${printable(command)}" ${printable(because)}`,
      ...whatIsThere(command, programs)
    },
    { fields: { input: name, value: command } }
  );
}
function checkLinks({ config, links }, tree) {
  if (links.length === 0) return;
  const entries = links.flatMap(({ path: path4 }) => {
    const entry = tree.get(placeIn(tree, { path: path4, kind: "symlink" }) ?? path4);
    return entry?.kind === "symlink" ? [entry] : [];
  });
  const { workdir, volumes, emptyDirectories } = config;
  const mounts = [...workdir === null ? [] : [workdir], ...volumes, ...emptyDirectories];
  const broken = brokenLink(
    tree,
    entries,
    mounts.filter((path4) => path4 !== "/")
  );
  if (broken === null) return;
  const { path: path3, target } = broken.link;
  const meant = nearest(
    target,
    [...tree.keys()].filter((other) => other !== path3)
  );
  const fix = meant === null ? "write a path of the image" : `write ${printable(`${path3} -> ${meant}`)}`;
  throw new Failure(
    "bad-input",
    {
      what: clause`${input("files")} "${printable(`${path3} -> ${target}`)}" ${printable(broken.because)}`,
      fix: clause`${fix}`
    },
    { fields: { input: "files", value: path3 } }
  );
}
function placedBinaries(binaries, on) {
  const entries = binaries.map((binary) => placeholder(binaryPath(binary)));
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (placed.ok) return placed.value;
  throw new Failure(
    "bad-input",
    {
      what: clause`a binary cannot be put into ${on.name}`,
      why: clause`${placed.problem}`,
      fix: clause`give it another place, as in ${input("main", ".=/usr/local/bin/server")}`
    },
    { fields: { input: "base", value: on.name } }
  );
}
function placeholder(path3) {
  return { kind: "file", path: path3, mode: 493, uid: 0, gid: 0, bytes: new Uint8Array() };
}
function whatIsThere(command, programs) {
  const others = programs.filter((path3) => path3 !== command).toSorted(byBytes);
  if (others.length === 0)
    return { why: clause`the image has no other program`, fix: clause`correct what ${input("files")} adds` };
  const name = command.split("/").at(-1) ?? "";
  const meant = others.find((path3) => path3.endsWith(`/${name}`)) ?? nearest(command, others) ?? (others.length === 1 ? others[0] : void 0);
  const meantFirst = [.../* @__PURE__ */ new Set([...meant === void 0 ? [] : [meant], ...others])];
  return {
    why: clause`the image has ${printable(firstOf(meantFirst, MAX_SHOWN))}`,
    fix: clause`write ${printable(meant ?? "one of these")}, or correct what ${input("files")} adds`
  };
}
function namesOf(source) {
  if (source.kind === "binary") return [source];
  const named = source.mains.flatMap(({ name, directory }) => name === null ? [] : [{ name, directory }]);
  return named.length === source.mains.length && named.length > 0 ? named : null;
}

// src/commands/steps/build/make-image.ts
async function makeImage(host, spec, making) {
  const { go, userFiles, baseline, clock, screen, wait, begin, twins } = making;
  const linking = begin(
    clock.time(
      "compile",
      twins.link(host, spec, go, (mains) => checkStart(spec, userFiles, mains))
    )
  );
  const [service, packing, steps] = await Promise.all([linking, making.resolving, making.loading]);
  const say = (line) => host.log.info(steps.stageLine(line, screen));
  const tools = { go, ...packing };
  const linked = service.binaries;
  const name = making.called ?? linked[0].name;
  const headline = steps.headline(name, formatPlatform(spec.platform), screen);
  host.log.info(`${making.isFirst ? "" : "\n"}${headline}
`);
  if (spec.on !== void 0) {
    const sizes = spec.on.layers.map(({ size }) => size);
    say(steps.baseStage(spec.on, sizes));
  }
  const given = arrangeFiles(spec, userFiles, linked);
  const programs = await steps.readFilePrograms(host, spec, given, linked);
  const binaries = await clock.time(
    "read",
    twins.read(spec, () => steps.readBinaries(linked, spec.platform, service.embedded))
  );
  const packages = making.isAlone ? await steps.checkSubjects(host, spec, { service, binaries, baseline, name }) : [];
  say(steps.compileStage(go, binaries, clock.ms("compile")));
  await steps.checkBuild(host, spec, service, binaries);
  await making.access;
  await refuseEarly(baseline);
  const base = await steps.readBase(host, spec, go, binaries, given);
  const isolations = await making.isolations;
  const shipping = twins.ship(
    host,
    spec,
    (own) => steps.beginShipping(own, spec, tools.packer, { binaries, programs }, isolations)
  );
  for (const { shipped: shipped2 } of shipping) void begin(shipped2);
  const saying = { say, wait, screen, programs, ...spec.on === void 0 ? {} : { on: spec.on } };
  const [all] = await Promise.all([steps.allShipped(shipping), reportShipping(steps, shipping, saying)]);
  for (const { packMs, proveMs } of all) {
    clock.add("pack", packMs);
    clock.add("prove", proveMs);
  }
  const shipped = all.slice(0, binaries.length);
  const shippedPrograms = all.slice(binaries.length);
  const files = steps.withShippedPrograms(given, shippedPrograms);
  const sbom = steps.sbomOf(spec, [...binaries, ...programs], all);
  const parts = { base, files, binaries, shipped, programs: shippedPrograms, sbom };
  const image = await clock.time("assemble", steps.assembleImage(spec, tools, parts));
  const weight = await steps.weighImage(host, spec, tools, parts, image);
  say(steps.assembleStage(steps.contentsOf(base, files, shipped, spec), weight.sizes));
  return { spec, name, image, sbom, weight, binaries, shipped, service, baseline, packages, clock };
}
async function reportShipping(steps, shipping, {
  say,
  wait,
  screen,
  programs,
  on
}) {
  const packing = (ms) => steps.stageLine(steps.packingStage(ms), screen);
  const proving = (ms) => steps.stageLine(steps.provingStage(ms), screen);
  const firstProgram = shipping.length - programs.length;
  for (const [at, { linkedSize, packed, shipped }] of shipping.entries()) {
    const program = programs[at - firstProgram];
    if (program !== void 0) say(steps.programStage(program));
    const { pack, size, packMs } = await wait(packed, packing);
    say(steps.packStage({ linkedSize, shippedSize: size, pack }, packMs));
    const { weight, proveMs } = await wait(shipped, proving);
    say(steps.proveStage(weight, proveMs));
    if (weight.pack.status !== pack.status) say(steps.packStage(weight, null));
    for (const line of steps.needsStage(weight, on)) say(line);
  }
}

// src/commands/steps/build/platform-hosts.ts
import { mkdirSync } from "node:fs";
import path from "node:path";
function platformHosts(host, platforms, { wait, cores }) {
  const [only, ...others] = platforms;
  if (only !== void 0 && others.length === 0)
    return [{ spec: only, host: { ...host, cores }, wait, end: () => {
    } }];
  const logs = orderedLogs(host.log, platforms.length);
  return logs.map((log, at) => {
    const spec = platforms[at];
    if (spec === void 0) throw new Error("a log without a platform");
    const temporary = path.join(host.temporary, formatPlatform(spec.platform).replaceAll("/", "-"));
    mkdirSync(temporary, { recursive: true });
    return {
      spec,
      host: { ...host, temporary, cores, log },
      wait: waitForTurn(log, wait),
      end: () => log.end()
    };
  });
}
var MEMORY_FOR_ONE = 15e8;
function platformWidth({ cores }, platforms) {
  const fitting = Math.floor(process.availableMemory() / MEMORY_FOR_ONE);
  return Math.max(1, Math.min(cores, platforms, fitting));
}

// src/commands/steps/build/make-images.ts
async function makeImages(host, { platforms }, { wait, sharing }, makingOf) {
  const isAlone = platforms.length === 1;
  const { twins } = sharing;
  const tasks = platformHosts(host, platforms, { wait, cores: sharing.cores }).map((own, at) => {
    const stop = new AbortController();
    return { ...own, at, stop, host: isAlone ? own.host : stoppedBy(own.host, stop.signal) };
  });
  const begun = tasks.map((task) => ({ ...task, making: makingOf(task.spec, task.host) }));
  return inParallel(sharing.width, begun, async ({ at, spec, host: own, wait: inOrder, making, end }) => {
    try {
      return await sharing.inTurn(
        () => withSideWork(
          own,
          (inside, begin) => makeImage(inside, spec, { ...making, twins, begin, wait: inOrder, isAlone, isFirst: at === 0 })
        )
      );
    } catch (failure) {
      for (const later of tasks.slice(at + 1)) later.stop.abort();
      throw failure;
    } finally {
      end();
    }
  });
}

// src/host/turns.ts
function turns(width) {
  const waiting = [];
  let free = width;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === void 0) free += 1;
      else next();
    }
  };
}

// src/commands/steps/build/twins.ts
import { mkdirSync as mkdirSync2 } from "node:fs";
import path2 from "node:path";
function twinsOf(run, begin, platforms) {
  const counts = /* @__PURE__ */ new Map();
  for (const spec of platforms) counts.set(keyOf(spec), (counts.get(keyOf(spec)) ?? 0) + 1);
  const hasTwin = (spec) => (counts.get(keyOf(spec)) ?? 0) > 1;
  const linked = once();
  const named = /* @__PURE__ */ new Map();
  const read = once();
  const shipped = /* @__PURE__ */ new Map();
  const directories = [...counts.keys()];
  const shared = (own, spec) => {
    const temporary = path2.join(run.temporary, "twins", String(directories.indexOf(keyOf(spec))));
    mkdirSync2(temporary, { recursive: true });
    return { ...own, temporary, stop: run.stop };
  };
  return {
    async link(own, spec, go, check) {
      if (!hasTwin(spec)) return linkService(own, spec, go, check);
      const key = keyOf(spec);
      const names = named.get(key) ?? Promise.withResolvers();
      named.set(key, names);
      const service = linked(key, () => begin(linkService(shared(own, spec), spec, go, names.resolve)));
      service.catch(names.reject);
      const [, done] = await Promise.all([names.promise.then(check), service]);
      return done;
    },
    read: (spec, work) => hasTwin(spec) ? read(keyOf(spec), () => begin(work())) : work(),
    ship(own, spec, work) {
      if (!hasTwin(spec)) return work(own);
      const { pack, smoke, othersCode, packFiles, files, base } = spec;
      const programs = packFiles.length === 0 ? [] : [packFiles, files, base];
      const key = JSON.stringify([keyOf(spec), pack, smoke !== null, othersCode, programs]);
      const shipping = shipped.get(key) ?? work(shared(own, spec));
      shipped.set(key, shipping);
      for (const { shipped: one } of shipping) void begin(one);
      return shipping;
    }
  };
}
function keyOf({ source, workingDirectory, compile, platform, go }) {
  return JSON.stringify([source, workingDirectory, compile, platform, go]);
}

// src/commands/steps/build/sharing.ts
function sharingOf(run, begin, images) {
  const platforms = images.flatMap((image) => image.platforms);
  const width = platformWidth(run, platforms.length);
  const inTurn = turns(width);
  const [gos, packers, caches] = [once(), once(), once()];
  const isolations = once();
  const [goInTurn, packerInTurn] = [turns(1), turns(1)];
  const hostOf = (own) => ({ ...own, temporary: run.temporary, stop: run.stop });
  const opening = { sources: once(), bases: once() };
  const shared = (found, oneByOne, find2) => {
    return (own, spec, key) => found(JSON.stringify(key), () => begin(oneByOne(() => find2(hostOf(own), spec))));
  };
  const go = shared(gos, goInTurn, resolveCompiler);
  const packer = shared(packers, packerInTurn, resolvePacking);
  const compiles = platforms.some(({ source }) => source.kind === "main");
  return {
    width,
    cores: Math.max(1, Math.floor(run.cores / width)),
    inTurn,
    findGo: (own, spec) => go(own, spec, [spec.go, spec.workingDirectory, spec.source.kind, spec.timezones]),
    findPacker: (own, spec) => packer(own, spec, spec.pack),
    openBase: async (own, spec, base) => {
      const { openBases } = await import("./deferred-T4ABNDXM.js");
      return begin(openBases(hostOf(own), spec, base, opening));
    },
    isolations: () => isolations("", async () => (await import("./deferred-T4ABNDXM.js")).isolationsOf(run)),
    restore: async (found, work) => {
      if (found !== null || !compiles) await caches("", work);
    },
    twins: twinsOf(run, begin, platforms)
  };
}

export {
  orderedLogs,
  waitForTurn,
  startClock,
  checkStart,
  namesOf,
  findBaseline,
  makeImages,
  sharingOf
};
