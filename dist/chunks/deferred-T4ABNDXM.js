import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ARCHITECTURES,
  SYSTEMS,
  constraintOfHeader,
  holds,
  nameHolds,
  tagsOf
} from "./chunk-2ZH2AFY4.js";
import {
  EMPTY_LAYER,
  PROGRAM_HEAD,
  WEIGH_IN_ANNOTATION,
  baseAnnotations,
  digestOfExtent,
  directoryStore,
  fileSystemOf,
  findParts,
  firstBytes,
  guardIn,
  imagePath,
  layoutSource,
  linkerVariables,
  looksLikeProgram,
  mayBeProgram,
  namedBase,
  nodesOf,
  openReference,
  openRepository,
  openThing,
  overlay,
  packageBytes,
  programsAmong,
  quietLog,
  readAnnotation,
  readInheritedConfig,
  readTar,
  saysProgram,
  storedFiles,
  unpacker,
  whiteoutOf,
  withCheckout,
  writeAnnotation
} from "./chunk-CZ7NJCJU.js";
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-MWB54OHP.js";
import {
  readLayer,
  writeSmokeMessage
} from "./chunk-ARHT7J7W.js";
import {
  releaseFileName,
  writeBinariesFolder
} from "./chunk-HYZ2MCSH.js";
import {
  compressionOf,
  decompress
} from "./chunk-QRUNDGHL.js";
import {
  DEFAULT_PATH,
  NOTHING_KNOWN,
  ZONES_PATH,
  ZONE_FILES_PATH,
  arrangeFiles,
  assemble,
  baseEntries,
  breakdownOf,
  entryTree,
  isStarted,
  layOver,
  levelBeyond,
  linkBinaries,
  linkService,
  listedHome,
  makeBaseLayer,
  parseSymbolName,
  progressOn,
  readBinaries,
  readExecutable,
  readFilePrograms,
  readFiles,
  readRoots,
  readZoneWish,
  sbomEntries,
  startedBy,
  startedPaths,
  takenAccount,
  tooLongAccounts,
  userIn,
  variantOf,
  withShippedPrograms
} from "./chunk-IXGPT5AO.js";
import {
  GZIP_MEDIA_TYPE,
  TAR_MEDIA_TYPE,
  ZSTD_MEDIA_TYPE
} from "./chunk-5N4UT3EE.js";
import {
  allowance,
  asUnreadable,
  unreadable
} from "./chunk-FMAJZVTA.js";
import {
  declare
} from "./chunk-JEA74LU6.js";
import "./chunk-73IMFRIX.js";
import {
  OFFICIAL_GO,
  buildFlags,
  formatCapabilities,
  formatTime,
  goEnvironment,
  goFailure,
  goList,
  goListJson,
  goOfSemver,
  goOnPath,
  linkerFlags,
  listPlatform,
  listReleases,
  listThroughModuleProxy,
  once,
  resolveGo,
  resolveTools,
  semverOfGo,
  withSideWork,
  writeStream,
  written
} from "./chunk-2NIS2GC2.js";
import {
  fileKind,
  loadHeadersOf
} from "./chunk-C2OH2S3G.js";
import "./chunk-FUITNG2E.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  tarEntries
} from "./chunk-P5HPMPQL.js";
import {
  authenticate,
  growthOf,
  judge,
  publish,
  requireAll,
  together,
  unknownSubjects,
  unreadProgram
} from "./chunk-AUY3H6LH.js";
import "./chunk-SCMEEL3S.js";
import {
  isNoise
} from "./chunk-RIN426WY.js";
import {
  findCredentials,
  foundPlatform,
  readConfig,
  sizesOf
} from "./chunk-TF5MGYJP.js";
import {
  growthLines,
  verdictLines
} from "./chunk-YR6YP654.js";
import "./chunk-QY3U5MWY.js";
import {
  assembleStage,
  baseStage,
  baseWords,
  binariesStage,
  compileStage,
  needsStage,
  otherProgramWords,
  packStage,
  packingStage,
  programStage,
  proveStage,
  provingStage,
  pushStage,
  smokeStage
} from "./chunk-VQVLJSEC.js";
import {
  headline,
  layOut,
  listed,
  listedBeside,
  paint,
  stageLine
} from "./chunk-RDUWS57S.js";
import "./chunk-ZPWYLRU4.js";
import {
  exitCodeOf,
  gate
} from "./chunk-MMIHZ5UC.js";
import "./chunk-V3C6T2MS.js";
import "./chunk-3NRIVDBR.js";
import {
  otherVersion,
  readWeighIn
} from "./chunk-JP6MUPQV.js";
import "./chunk-Q7VAICPW.js";
import "./chunk-JXWXFZCV.js";
import {
  shownPath
} from "./chunk-B6TJL6TV.js";
import {
  askGit,
  declareCredentials,
  isInside,
  jsonText,
  requireInPlace,
  weighInJson,
  workspaceRoots
} from "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  chunksOf,
  readPart
} from "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  cutAtLastColon,
  declaredLimits,
  formatReference,
  jsonBlob,
  parseBudget
} from "./chunk-QPQ6KV7E.js";
import {
  foundBreakdown,
  imageBreakdown
} from "./chunk-UJY4MS5D.js";
import "./chunk-BNLTPXAC.js";
import {
  limitsFor,
  nodeName,
  versionOf
} from "./chunk-KZT2CLQA.js";
import {
  formatChange,
  formatDelta,
  formatMemory,
  formatMs
} from "./chunk-7QU7PEQ2.js";
import "./chunk-7G2KKNT6.js";
import {
  formatShellWords,
  readerOf
} from "./chunk-BNHI7EIA.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  firstOf,
  input,
  problemsFailure,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import {
  array,
  fallback,
  literal,
  nullable,
  number,
  object,
  parse,
  picklist,
  string
} from "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  isPart
} from "./chunk-NWSLXV6K.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import "./chunk-EYJMA4VE.js";
import "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import {
  formatPlatform,
  nearest,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  asRoot,
  askAsRoot,
  isolationBy,
  isolationsOf,
  openProofCell,
  seeLinked,
  seePacked
} from "./chunk-OG24DNYT.js";
import "./chunk-B4OTDZSW.js";
import {
  entryPoint
} from "./chunk-HQLLIQ5B.js";
import {
  EI_CLASS,
  EI_DATA,
  PF_W,
  PT_LOAD,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  byBytes,
  completeTree
} from "./chunk-IUS3NEIC.js";
import {
  machine
} from "./chunk-EVFFBKZG.js";
import {
  childEnvironment,
  onPath,
  run
} from "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import {
  Absent,
  Failure,
  Interrupted,
  clause,
  clauseOf,
  clauseText,
  joinClauses,
  reasonOf,
  reasonText
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/commands/steps/baseline/found.ts
var NOTHING = { kind: "none", reference: null, revision: null, digest: null, reason: null };
function absent(reason, reference) {
  return { status: "absent", reason, report: { ...NOTHING, reference, reason } };
}
function unreadable2(reason, place) {
  return { status: "unreadable", reason, report: { ...NOTHING, ...place, reason } };
}

// src/commands/steps/baseline/compare-with.ts
function compareWith(found, spec, name, weight) {
  if (found.status !== "read") {
    const { status, reason, report: report2 } = found;
    const untold2 = report2 ?? (isNeeded(spec) ? { ...NOTHING, reason } : null);
    return { baseline: { status, reason }, report: untold2, growth: null };
  }
  const { report } = found;
  const image = imageNamed(found, name);
  if (image === void 0) {
    const reason = `${report.reference ?? "what was found"} has no ${name} for ${formatPlatform(spec.platform)}`;
    return {
      baseline: { status: "absent", reason },
      report: { ...report, kind: "none", reason },
      growth: null
    };
  }
  const { weight: before, budget } = image;
  return {
    baseline: { status: "read", weight: before, budget },
    report,
    growth: growthOf(before, weight, { ofCommits: true })
  };
}
function imageNamed({ images }, name) {
  return images.find((one) => one.name === name) ?? (images.length === 1 ? images[0] : void 0);
}
function isNeeded({ budget }) {
  return declaredLimits(budget).some(({ bound }) => bound.kind !== "size");
}

// src/binary/module-paths.ts
function modulePaths(buildInfo) {
  if (buildInfo === null) return null;
  const main = buildInfo.main?.path ?? buildInfo.path;
  return [...main === null ? [] : [main], ...buildInfo.dependencies.map(({ path: path21 }) => path21)];
}

// src/commands/steps/build/check-subjects.ts
async function checkSubjects(host, spec, { service, binaries, baseline, name, others = [] }) {
  const limits = limitsOn(spec).filter(({ subject }) => isPart(subject));
  if (limits.length === 0) return [];
  const named2 = binaries.map(nameBinary);
  const unknownWith = (before2, packages2) => unknownSubjects(limits, named2, { before: [...before2, ...others], packages: packages2 });
  if (unknownWith([], []).length === 0) return [];
  const packages = packagesAmong(service, limits);
  if (unknownWith([], packages).length === 0) return packages;
  const before = binariesBefore(await baseline, name);
  const unknown = before === null ? [] : unknownWith(before, packages);
  const elsewhere = spec.publish.piece?.elsewhere ?? [];
  if (unknown.length > 0 && elsewhere.length === 0) throw problemsFailure(unknown);
  return packages;
}
function binariesBefore(found, name) {
  switch (found.status) {
    case "read":
      return imageNamed(found, name)?.weight.binaries ?? [];
    case "absent":
      return [];
    case "unreadable":
      return null;
  }
}
function nameBinary({
  linked: { name },
  breakdown,
  executable: { buildInfo }
}) {
  const modules = modulePaths(buildInfo);
  return { name, breakdown: breakdown(), ...modules === null ? {} : { modules } };
}
function limitsOn({ budget, platform }) {
  const own = formatPlatform(platform);
  return declaredLimits(budget).filter((limit) => limit.platform === null || limit.platform === own);
}
function packagesAmong({ dependencies }, limits) {
  const listed2 = new Set(dependencies?.map(({ importPath }) => importPath));
  return limits.flatMap(
    ({ subject }) => subject.kind === "package" && listed2.has(subject.path) ? [subject.path] : []
  );
}

// src/commands/steps/build/judge-images.ts
async function judgeImages(host, made) {
  const comparisons = [];
  const verdicts = [];
  const compiledIn = /* @__PURE__ */ new Set();
  for (const one of made) {
    const { spec, name, weight, binaries, service, baseline } = one;
    const others = made.filter((other) => other !== one).flatMap((other) => other.binaries.map(nameBinary));
    const packages = others.length === 0 ? one.packages : await checkSubjects(host, spec, { service, binaries, baseline, name, others });
    for (const compiled of packages) compiledIn.add(compiled);
    const comparison = compareWith(await baseline, spec, name, weight);
    comparisons.push(comparison);
    verdicts.push(judge(spec, weight, comparison.baseline, packages, [...others, ...builtElsewhere(spec)]));
  }
  return {
    budget: together(verdicts),
    growths: comparisons.map(({ growth }) => growth),
    baseline: baselineOf(comparisons),
    noBaseline: whyNoBaseline(comparisons),
    packages: [...compiledIn]
  };
}
function builtElsewhere({ budget, publish: publish2 }) {
  if ((publish2.piece?.elsewhere ?? []).length === 0) return [];
  const modules = declaredLimits(budget).flatMap(({ subject }) => isPart(subject) ? [subject.path] : []);
  return [{ name: "", breakdown: null, modules }];
}
function baselineOf(comparisons) {
  const read = comparisons.find(({ baseline }) => baseline?.status === "read");
  return read?.report ?? comparisons.find(({ report }) => report !== null)?.report ?? null;
}
function whyNoBaseline(comparisons) {
  const missing = comparisons.find(({ baseline, report }) => baseline?.status !== "read" && report !== null);
  return missing?.report?.reason ?? null;
}

// src/size/embedded.ts
var ZONES = "time/tzdata";
function embeddedByPackage(breakdown) {
  const packages = packagesOf(breakdown).flatMap(({ name, children = [] }) => {
    const files = children.filter(({ kind }) => kind === "embed");
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return bytes === 0 || name === ZONES ? [] : [[name, bytes]];
  });
  return new Map(packages.sort(([one], [other]) => one < other ? -1 : 1));
}
function packagesOf(node) {
  return node.kind === "package" ? [node] : (node.children ?? []).flatMap(packagesOf);
}

// src/size/build-settings.ts
function buildSettings(buildInfo, isStatic2) {
  if (buildInfo === null) return { go: null, ldflags: null, buildTags: null, buildFlags: null, cgo: null };
  const { goVersion, settings } = buildInfo;
  return {
    go: goVersion,
    ldflags: settings["-ldflags"] ?? null,
    buildTags: (settings["-tags"] ?? "").split(",").filter((tag) => tag !== ""),
    buildFlags: null,
    cgo: cgoOf(settings["CGO_ENABLED"], isStatic2)
  };
}
function cgoOf(enabled, isStatic2) {
  if (enabled === "0") return "off";
  return enabled === "1" && isStatic2 ? "static" : null;
}

// src/commands/steps/settings.ts
function settingsOf(spec, { go, packer }, base, binaries) {
  return {
    ...sourceSettings(spec, go, binaries),
    packer: packer?.title ?? null,
    certificates: base.certificates,
    timezones: base.timezones,
    layerCompression: spec.layerCompression,
    ...spec.on === void 0 ? {} : { base: { name: spec.on.name, digest: spec.on.digest } }
  };
}
function sourceSettings(spec, go, binaries) {
  switch (spec.source.kind) {
    case "main":
      return compileSettings(spec, go);
    case "binary":
      return settingsOfSupplied(binaries);
  }
}
function compileSettings({ compile }, go) {
  const { ldflags, buildTags, buildFlags: buildFlags2, cgo } = compile;
  return {
    go: go?.version ?? null,
    goSource: go?.source ?? null,
    ldflags: `-s -w ${ldflags}`.trim(),
    buildTags,
    buildFlags: buildFlags2,
    cgo,
    ...NOT_COMPILED
  };
}
function settingsOfSupplied(binaries) {
  const executable = binaries[0]?.executable;
  const isStatic2 = executable?.elf.interpreter === null && executable.elf.neededLibraries.length === 0;
  return { ...buildSettings(executable?.buildInfo ?? null, isStatic2), goSource: null, ...NOT_COMPILED };
}
var NOT_COMPILED = { packer: null, certificates: null, timezones: null, layerCompression: null };

// src/commands/steps/weigh-in-annotation.ts
function withWeighInAnnotation(spec, tools, base, binaries) {
  const { config, budget, recorded = {} } = spec;
  const written2 = writeAnnotation({
    bantam: VERSION,
    settings: settingsOf(spec, tools, base, binaries),
    budget: declaredLimits(budget),
    embedded: new Map(binaries.flatMap(embeddedIn)),
    inputs: recorded
  });
  return { ...config, annotations: { ...config.annotations, [WEIGH_IN_ANNOTATION]: written2 } };
}
function embeddedIn({ linked, breakdown }) {
  const packages = embeddedByPackage(breakdown());
  return packages.size === 0 ? [] : [[binaryPath(linked), packages]];
}

// src/commands/steps/assemble.ts
function assembleImage(spec, tools, { base, files, binaries, shipped, sbom }) {
  const config = withWeighInAnnotation(spec, tools, base, binaries);
  const embedded = sbom !== null && spec.sbom.includes("embedded") ? sbomEntries(sbom, files, config, spec.on?.tree) : [];
  return assemble({ ...spec, config, base: base.layer, files, binaries: shipped, sbom: embedded });
}

// src/commands/steps/zones.ts
import { readFile } from "node:fs/promises";
import path from "node:path";

// src/image/zone-archive.ts
import { inflateRawSync } from "node:zlib";
var END_OF_DIRECTORY = 101010256;
var DIRECTORY_ENTRY = 33639248;
var LOCAL_HEADER = 67324752;
var LARGEST_ZONE = 1e6;
function readZoneArchive(bytes) {
  try {
    return parsed(readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch {
    return problem("is not a zip archive of time zones, or is damaged");
  }
}
function readEntries(zip) {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const zones = [];
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError("no entry");
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (/^(?:[A-Za-z0-9_+-]+\/)*[A-Za-z0-9_+-]+$/.test(name)) zones.push({ name, bytes: contentOf(zip, at) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zones;
}
function findEnd(zip) {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65535); at -= 1)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new RangeError("no end");
}
function contentOf(zip, entry) {
  const method = zip.readUInt16LE(entry + 10);
  const stored = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(header) !== LOCAL_HEADER) throw new RangeError("no header");
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + stored);
  if (bytes.length !== stored) throw new RangeError("cut short");
  if (method === 0) return bytes;
  if (method !== 8) throw new RangeError("an unknown method");
  return inflateRawSync(bytes, { maxOutputLength: LARGEST_ZONE });
}

// src/commands/steps/zones.ts
var NONE = { archive: null, files: [], from: "none" };
var OF_BASE = { ...NONE, from: "those of the base" };
function hasZones(base) {
  return [`${ZONE_FILES_PATH}/UTC`, `${ZONE_FILES_PATH}/Etc/UTC`, ZONES_PATH].some((file) => base.has(file));
}
async function readZones(host, spec, go, binaries, userFiles) {
  if (spec.timezones === "none") return NONE;
  const anyGo = binaries.some(({ executable }) => isOfGo(executable));
  const anyOther = binaries.some(({ executable }) => !isOfGo(executable)) || userFiles.some(isOtherProgram);
  const ofBase = spec.on !== void 0 && hasZones(spec.on.tree);
  const reachable = !ofBase && binaries.some(({ executable }) => executable.needs?.timezones === true);
  const all = spec.timezones === "all";
  const wish = missingZone(spec, userFiles, anyGo);
  if (!all && !reachable && wish.kind === "nothing") return ofBase ? OF_BASE : NONE;
  const archive = await readArchive(host, spec, go);
  const zones = zonesOf(archive);
  const named2 = zoneOf(wish, zones);
  const withArchive = anyGo && (all || reachable);
  const single = named2 === null || withArchive && !anyOther ? [] : [named2];
  const files = all && anyOther ? zones : single;
  return { archive: withArchive ? archive.bytes : null, files, from: wordsFor(withArchive, files) };
}
async function checkZone(host, spec, go, userFiles) {
  const wish = missingZone(spec, userFiles, spec.source.kind === "main");
  if (wish.kind === "nothing") return;
  if (spec.timezones === "none") {
    host.log.notice(
      clause`${input("env")} sets TZ=${spec.config.env["TZ"] ?? ""}, and ${input("timezones", "none")} leaves that zone out: local time is UTC unless the program embeds its zones`
    );
    return;
  }
  zoneOf(wish, zonesOf(await readArchive(host, spec, go)));
}
function missingZone({ config: { env }, on }, userFiles, anyGo) {
  const wish = readZoneWish(env["TZ"] ?? "");
  if (wish.kind === "zone or rule" && !anyGo) return { kind: "nothing" };
  const place = wish.kind === "nothing" ? null : wish.kind === "file" ? wish.path : zonePath(wish.name);
  const isThere = userFiles.some(({ path: path21 }) => path21 === place) || place !== null && on?.tree.has(place) === true;
  return isThere ? { kind: "nothing" } : wish;
}
function zonePath(name) {
  return `${ZONE_FILES_PATH}/${name}`;
}
function zoneOf(wish, zones) {
  switch (wish.kind) {
    case "nothing":
      return null;
    case "file":
      throw wrongZone(wish.path, {
        why: clause`that file is not in the image`,
        fix: clause`write the name of a zone, such as Europe/Berlin, or add the file with ${input("files")}`
      });
    case "zone":
    case "zone or rule": {
      const found = zones.find(({ name }) => name === wish.name);
      if (found !== void 0) return found;
      if (wish.kind === "zone") throw unknownZone(wish.name, zones);
      throw wrongZone(wish.name, {
        why: clause`Go cannot read that rule, so that local time would be UTC`,
        fix: clause`write the name of a zone, such as Europe/Berlin`
      });
    }
  }
}
function unknownZone(name, zones) {
  const names = zones.map((zone) => zone.name);
  const city = names.find((known) => known.toLowerCase().endsWith(`/${name.toLowerCase()}`));
  const hint = city ?? nearest(name.replace(/^["']|["']$/g, ""), names) ?? "the name of one, such as Europe/Berlin";
  return wrongZone(name, { why: clause`that is not the name of a time zone`, fix: clause`write ${hint}` });
}
function wrongZone(zone, because) {
  return new Failure(
    "bad-input",
    { what: clause`${input("env")} sets TZ to "${zone}"`, ...because },
    { fields: { input: "env", value: zone } }
  );
}
function isOfGo({ buildInfo, needs }) {
  return buildInfo !== null || needs !== null;
}
function isOtherProgram(entry) {
  if (entry.kind !== "file" || (entry.mode & 73) === 0) return false;
  return looksLikeProgram(entry.bytes.subarray(0, PROGRAM_HEAD), entry.path) && !isBuiltByGo(entry.bytes);
}
function isBuiltByGo(bytes) {
  try {
    return isOfGo(readExecutable(bytes));
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
async function readArchive(host, spec, go) {
  const { goroot } = go ?? await resolveGo(host, spec.go, spec.workingDirectory);
  const file = path.join(goroot, "lib", "time", "zoneinfo.zip");
  try {
    return { file, bytes: await readFile(file) };
  } catch (cause) {
    throw unreadable3(file, whyNotRead(cause), cause);
  }
}
function zonesOf({ file, bytes }) {
  const zones = readZoneArchive(bytes);
  if (!zones.ok) throw unreadable3(file, `it ${zones.problem}`);
  return zones.value;
}
function unreadable3(file, why, cause) {
  return new Failure(
    "toolchain",
    {
      what: clause`the time zones cannot be read from ${file}`,
      why: clause`${why}`,
      fix: clause`write ${input("timezones", "none")}, or install Go whole`
    },
    { cause, fields: { file } }
  );
}
function wordsFor(withArchive, files) {
  const [first, ...others] = files;
  const named2 = first === void 0 ? [] : [others.length === 0 ? first.name : `${files.length} zones`];
  return [...withArchive ? ["Go's zoneinfo.zip"] : [], ...named2].join(" and ") || "none";
}

// src/commands/steps/base.ts
async function readBase(host, spec, go, binaries, userFiles) {
  const [roots, zones] = await Promise.all([
    readRoots(spec.certificates, binaries, spec.on?.tree),
    readZones(host, spec, go, binaries, userFiles)
  ]);
  const contents = {
    certificates: roots.pem,
    zones: zones.archive,
    zoneFiles: zones.files,
    user: spec.config.user,
    accounts: spec.config.accounts,
    ...spec.on === void 0 ? {} : { tree: spec.on.tree }
  };
  return {
    contents,
    layer: makeBaseLayer(placedEntries(contents), spec.layerCompression),
    certificates: roots.from,
    timezones: zones.from
  };
}
function placedEntries(contents) {
  const entries = baseEntries(contents);
  if (contents.tree === void 0) return entries;
  const placed = layOver(contents.tree, entries);
  if (placed.ok) return placed.value;
  throw new Failure(
    "bad-input",
    { what: clause`${input("base")} cannot be used`, why: clause`${placed.problem}` },
    { fields: { input: "base" } }
  );
}
function contentsOf({ contents }, files, binaries, { sbom }) {
  const count = files.filter(({ kind }) => kind === "file").length;
  const { zoneFiles = [] } = contents;
  return [
    ...contents.certificates === null ? [] : ["certificates"],
    ...contents.zones === null && zoneFiles.length === 0 ? [] : ["time zones"],
    ...count === 0 ? [] : [count === 1 ? "1 file" : `${count} files`],
    ...binaries.map(({ name }) => name),
    ...sbom.includes("embedded") ? ["SBOM"] : []
  ];
}

// src/commands/steps/open-bases.ts
import { stat } from "node:fs/promises";
import { parse as parse2 } from "node:path";

// src/image/inherit.ts
function inherit(own, { config }, user) {
  return {
    ...own,
    user,
    workdir: own.workdir ?? config.workdir,
    labels: { ...config.labels, ...own.labels },
    expose: joined(config.expose, own.expose),
    stopSignal: own.stopSignal ?? config.stopSignal,
    inherited: { env: config.env, volumes: config.volumes, healthcheck: config.healthcheck }
  };
}
function joined(inherited, own) {
  return [.../* @__PURE__ */ new Set([...inherited, ...own])];
}

// src/thing/open-base.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import path3 from "node:path";

// src/image/base-tree.ts
function baseTree(layers) {
  const tree = /* @__PURE__ */ new Map([["/", directoryAt("/")]]);
  const names = /* @__PURE__ */ new Map();
  const nodes = [...nodesOf(overlay(layers))].toSorted((one, other) => byBytes(one.path, other.path));
  for (const { path: path21, node } of nodes) {
    const { value } = node;
    if (value === null) {
      if (node.kind === "directory") tree.set(path21, directoryAt(path21));
      continue;
    }
    const first = names.get(value);
    names.set(value, first ?? path21);
    tree.set(path21, value.path === path21 && first === void 0 ? value : named(value, path21, first));
  }
  return tree;
}
function named(entry, path21, first) {
  if (entry.kind !== "file") return { ...entry, path: path21 };
  const { kind, mode, uid, gid, content } = entry;
  return {
    kind,
    path: path21,
    mode,
    uid,
    gid,
    ...content === void 0 ? {} : { content },
    ...first === void 0 ? {} : { linkTo: first },
    get bytes() {
      return entry.bytes;
    }
  };
}
function directoryAt(path21) {
  return { kind: "directory", path: path21, mode: 493, uid: 0, gid: 0 };
}

// src/thing/base-entries.ts
import { randomBytes } from "node:crypto";
import path2 from "node:path";
async function readBaseEntries(host, tar, allowance2) {
  const changes = [];
  if (tar.size === 0) return changes;
  for await (const entry of tarEntries(chunksOf(tar), { maxEntries: Infinity, maxBytes: Infinity })) {
    const change = await changeOf(host, tar, entry, allowance2);
    if (change !== null) changes.push(change);
  }
  return changes;
}
async function changeOf(host, tar, entry, allowance2) {
  const at = imagePath(entry.name);
  if (at === "/") return null;
  const whiteout = whiteoutOf(at);
  if (whiteout === "nothing") return null;
  if (whiteout !== null) {
    const { kind, path: gone } = whiteout;
    return kind === "whiteout" || kind === "opaque" ? { kind, path: gone } : null;
  }
  const { mode, uid, gid, linkTarget } = entry;
  const owned = { path: at, mode, uid, gid };
  switch (entry.type) {
    case "file":
      return { kind: "leaf", path: at, value: fileEntry(owned, await contentOf2(host, tar, entry, allowance2)) };
    case "directory":
      return { kind: "directory", path: at, value: { kind: "directory", ...owned } };
    case "symlink":
      return {
        kind: "symlink",
        path: at,
        target: linkTarget,
        value: { kind: "symlink", ...owned, target: linkTarget }
      };
    case "hard link":
      return { kind: "hard link", path: at, target: imagePath(linkTarget) };
    case "other":
      return { kind: "leaf", path: at, value: null };
  }
}
function fileEntry(owned, content) {
  const { path: at, mode, uid, gid } = owned;
  return {
    kind: "file",
    path: at,
    mode,
    uid,
    gid,
    content,
    get bytes() {
      return readPart(content);
    }
  };
}
async function contentOf2(host, tar, entry, allowance2) {
  const { offset, size } = entry;
  if (offset !== null) return { file: tar.file, offset: tar.offset + offset, size };
  allowance2.spend("unpacked", size);
  const file = path2.join(host.temporary, `sparse-${randomBytes(8).toString("hex")}`);
  await writeStream(entry.content(), file);
  return { file, offset: 0, size };
}

// src/thing/open-base.ts
var MOST_LAYERS = 127;
async function openBase(host, source, wanted) {
  try {
    return await open(host, source, wanted);
  } catch (cause) {
    throw asUnreadable(wanted.name, cause);
  }
}
async function open(host, source, wanted) {
  const { kind, name, platform, tag, origin, started, bounds } = wanted;
  const allowance2 = allowance(bounds);
  const asked = { wanted: { runnableOn: platform }, tag };
  const { parts, digest: rootDigest } = await findParts(source, asked, allowance2);
  const [part] = parts;
  const digest = part?.manifestDigest ?? null;
  if (part === void 0 || digest === null) throw unreadable(name, "it has no manifest");
  const { diffIds, config } = configOf(name, part, platform);
  const layers = [];
  const entries = [];
  const changes = [];
  for (const [at, layer] of part.layers.entries()) {
    const extent = await layer.open();
    const compression = await compressionIn(extent);
    const { read, tar } = await readUnpacked(host, extent, compression, { allowance: allowance2, started });
    if (read.diffId !== diffIds[at])
      throw unreadable(
        name,
        `layer ${layer.digest} unpacks to ${read.diffId}, but its config says ${diffIds[at]}`
      );
    layers.push({
      mediaType: MEDIA_TYPES[compression],
      digest: layer.digest,
      file: extent.file,
      offset: extent.offset,
      size: extent.size,
      diffId: read.diffId,
      files: storedFiles(read.changes),
      origin
    });
    entries.push(read.changes);
    changes.push(await readBaseEntries(host, tar, allowance2));
  }
  const tree = baseTree(changes);
  const wrong = tooLongAccounts(tree);
  if (wrong !== null) throw unreadable(name, wrong);
  return {
    name,
    kind,
    digest,
    rootDigest: rootDigest ?? digest,
    platform: part.platform ?? platform,
    layers,
    entries,
    tree,
    config
  };
}
function configOf(name, part, wanted) {
  const found = readConfig(part.config);
  if (!found.ok) throw unreadable(name, `its config ${found.problem}`);
  const inherited = readInheritedConfig(part.config);
  if (!inherited.ok) throw unreadable(name, `its config ${inherited.problem}`);
  const { os: os2, architecture } = found.value.platform;
  if (os2 !== wanted.os || architecture !== wanted.architecture)
    throw new Failure(
      "bad-input",
      {
        what: clause`${name} names an image for ${formatPlatform(wanted)}`,
        why: clause`the config of that image says ${shorten(printable(formatPlatform(found.value.platform)), 60)}`
      },
      { fields: { input: "base", platform: formatPlatform(wanted) } }
    );
  checkLayers(name, part.layers, found.value.diffIds);
  return { diffIds: found.value.diffIds, config: inherited.value };
}
function checkLayers(name, layers, diffIds) {
  if (layers.length > MOST_LAYERS)
    throw unreadable(name, `it has ${layers.length} layers, and a runtime accepts ${MOST_LAYERS} at most`);
  if (layers.length !== diffIds.length)
    throw unreadable(name, `its config lists ${diffIds.length} layers, and it has ${layers.length}`);
}
var MEDIA_TYPES = {
  gzip: GZIP_MEDIA_TYPE,
  zstd: ZSTD_MEDIA_TYPE,
  none: TAR_MEDIA_TYPE
};
async function compressionIn({ file, offset, size }) {
  return compressionOf(await firstBytes(file, Math.min(4, size), offset));
}
async function readUnpacked(host, layer, compression, { allowance: allowance2, started }) {
  if (layer.size === 0) return { read: EMPTY_LAYER, tar: layer };
  if (compression === "none")
    return { read: await readTar(host, chunksOf(layer), allowance2, started), tar: layer };
  const file = path3.join(host.temporary, `layer-${randomBytes2(8).toString("hex")}`);
  let size = 0;
  async function* kept() {
    for await (const chunk of written(decompress(chunksOf(layer)), file)) {
      size += chunk.length;
      yield chunk;
    }
  }
  const read = await readTar(host, kept(), allowance2, started);
  return { read, tar: { file, offset: 0, size } };
}

// src/commands/steps/login-for.ts
function loginFor(registry, publish2) {
  const { references } = publish2;
  const isOwn = references.length === 0 || references.some((reference) => reference.registry === registry);
  return isOwn ? publish2 : { ...publish2, credentials: null };
}

// src/commands/steps/open-bases.ts
async function openBases(host, spec, base, opening) {
  const { publish: publish2, workingDirectory } = spec;
  const login = base.kind === "image" ? loginFor(base.reference.registry, publish2) : null;
  const place = base.kind === "layout" ? workingDirectory : null;
  const key = JSON.stringify([base, place, login?.credentials, login?.githubToken]);
  const opened = await opening.sources(key, () => openSource(host, spec, base));
  const open5 = { ...opened, key, bases: opening.bases };
  const [first, ...others] = spec.platforms;
  const onFirst = await platformOnBase(host, first, open5);
  const platforms = await inParallel(host.cores, others, (platform) => platformOnBase(host, platform, open5));
  const named2 = baseAnnotations(onFirst.on, onFirst.on.rootDigest);
  const image = {
    ...spec,
    platforms: [onFirst, ...platforms],
    index: { ...spec.index, annotations: { ...named2, ...spec.index.annotations } }
  };
  warnOfRoot(host, base, image);
  return image;
}
async function openBaseOf(host, spec) {
  if (spec.base.kind === "scratch") return spec;
  const opened = await openSource(host, spec, spec.base);
  return platformOnBase(host, spec, { ...opened, key: "", bases: once() });
}
async function openSource(host, { publish: publish2, workingDirectory }, base) {
  const { name, inheritsUser } = base;
  switch (base.kind) {
    case "image": {
      const { reference } = base;
      const credentials = await findCredentials(host, reference, loginFor(reference.registry, publish2));
      const source = await openRepository(host, reference, credentials);
      return { kind: "image", name, source, tag: null, origin: reference, inheritsUser };
    }
    case "layout": {
      const { path: path21, tag } = await placeOf(base);
      const source = await openLayout(host, workingDirectory, name, path21);
      return { kind: "layout", name, source, tag, origin: null, inheritsUser };
    }
  }
}
async function openLayout(host, workingDirectory, name, directory) {
  const workspace = await workspaceRoots(host, workingDirectory);
  const anywhere = { roots: [parse2(directory).root], temporary: host.temporary };
  const guard = await guardIn(host, workspace, directory) ?? anywhere;
  const store = directoryStore(name, directory, guard);
  try {
    if (await store.extent("oci-layout", 0) === null)
      throw refused(name, "it is a directory without oci-layout");
    return await layoutSource(store);
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function placeOf({ path: path21, name }) {
  if (await isDirectory(path21, name)) return { path: path21, tag: null };
  const { name: place, tag } = cutAtLastColon(path21);
  if (tag !== null && tag !== "" && await isDirectory(place, name)) return { path: place, tag };
  throw refused(name, "there is no such directory");
}
async function isDirectory(path21, name) {
  try {
    if ((await stat(path21)).isDirectory()) return true;
    throw refused(name, "it is a file");
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(cause))) return false;
    throw refused(name, whyNotRead(cause), cause);
  }
}
function refused(name, why, cause) {
  return new Failure(
    "bad-input",
    {
      what: clause`${input("base")} "${name}" cannot be used`,
      why: clause`${why}`,
      fix: clause`write scratch, an image such as alpine:3.22, or the path of an OCI layout`
    },
    { cause, fields: { input: "base", value: name } }
  );
}
async function platformOnBase(host, spec, { source, inheritsUser, key, bases, ...opened }) {
  const { platform, config } = spec;
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? "/"
  });
  const on = await bases(
    JSON.stringify([key, platform, [...started].sort()]),
    () => openBase(host, source, { ...opened, platform, started })
  );
  checkAccounts(on, config.accounts);
  const inherited = inherit(config, on, inheritsUser ? userOf(on) : config.user);
  const annotations = { ...baseAnnotations(on, on.digest), ...config.annotations };
  return { ...spec, on, config: { ...inherited, annotations } };
}
function checkAccounts({ name, tree }, accounts) {
  const taken = takenAccount(tree, accounts);
  if (taken === null) return;
  const { account, by } = taken;
  const value = `${account.name}:${account.uid}`;
  throw new Failure(
    "bad-input",
    {
      what: clause`${input("accounts")} "${value}" has the ${by} of a user of ${name}`,
      fix: clause`write another ${by}, or leave the account out and write ${input("user", String(account.uid))}`
    },
    { fields: { input: "accounts", value } }
  );
}
var LONGEST = 200;
function userOf({ name, tree, config }) {
  const user = userIn(tree, config.user);
  if (user.ok) return user.value;
  throw new Failure(
    "unreadable-image",
    {
      what: clause`${name} ${shorten(printable(user.problem), LONGEST)}`,
      fix: clause`write numbers with ${input("user", "65532:65532")}`
    },
    { fields: { thing: name } }
  );
}
function warnOfRoot({ log }, base, { platforms: [{ config }] }) {
  if (!base.inheritsUser || config.user.uid !== 0) return;
  log.notice(
    clause`the image runs as root, as ${base.name} does; write ${input("user", "65532:65532")} for a user without rights`
  );
}

// src/compile/cgo-stand-ins.ts
import { readFile as readFile2 } from "node:fs/promises";
import path4 from "node:path";

// src/compile/go-tokens.ts
var SPACE = /[ \t\r\n]/;
var WORD_START = /[\p{L}_]/u;
var WORD_PART = /[\p{L}\p{Nd}_]/u;
var NUMBER_PART = /[\p{L}\p{Nd}_.]/u;
var ENDS_STATEMENT = /* @__PURE__ */ new Set([")", "]", "}"]);
function* goTokens(source) {
  let ends = false;
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (character === "\n" && ends) {
      yield { kind: "sign", text: ";" };
      ends = false;
    }
    if (SPACE.test(character)) {
      at += 1;
      continue;
    }
    const after = afterComment(source, at);
    if (after !== null) {
      if (ends && source.slice(at, after).includes("\n")) {
        yield { kind: "sign", text: ";" };
        ends = false;
      }
      at = after;
      continue;
    }
    const token = tokenAt(source, at);
    yield token;
    ends = token.kind !== "sign" || ENDS_STATEMENT.has(token.text);
    at += token.text.length;
  }
  if (ends) yield { kind: "sign", text: ";" };
}
function afterComment(source, at) {
  const opens = source.slice(at, at + 2);
  if (opens !== "//" && opens !== "/*") return null;
  const end = source.indexOf(opens === "//" ? "\n" : "*/", at + 2);
  if (end < 0) return source.length;
  return opens === "//" ? end : end + 2;
}
function tokenAt(source, at) {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (character === '"' || character === "'" || character === "`")
    return { kind: character === "'" ? "number" : "string", text: quoted(source, at, character) };
  if (WORD_START.test(character)) return { kind: "word", text: run2(source, at, WORD_PART) };
  if (new RegExp("\\p{Nd}", "u").test(character)) return { kind: "number", text: run2(source, at, NUMBER_PART) };
  return { kind: "sign", text: character };
}
function run2(source, start, part) {
  let at = start;
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (!part.test(character)) break;
    at += character.length;
  }
  return source.slice(start, at);
}
function quoted(source, start, quote) {
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === quote) return source.slice(start, at + 1);
    if (quote === "`") continue;
    if (character === "\\") at += 1;
    else if (character === "\n") return source.slice(start, at);
  }
  return source.slice(start);
}

// src/compile/old-constraint.ts
function oldLinesHold(source, isSet) {
  const head = source.slice(0, MOST).split(/^package\s/m, 1)[0] ?? "";
  const lines = [...head.matchAll(/^\/\/[ \t]*\+build[ \t]+(.+)$/gm)].map(([, words = ""]) => words);
  const term = (word) => word.startsWith("!") ? !isSet(word.slice(1)) : isSet(word);
  return lines.length === 0 ? null : lines.every(
    (words) => words.trim().split(/\s+/).some((word) => word.split(",").every(term))
  );
}
var MOST = 16 * 1024;

// src/compile/cgo-stand-ins.ts
var STUBS = /* @__PURE__ */ new Set([
  "github.com/mattn/go-sqlite3",
  "github.com/mutecomm/go-sqlcipher",
  "github.com/mutecomm/go-sqlcipher/v4"
]);
var OPEN_FILES = 16;
var MOST2 = 1024 * 1024;
async function findCgoStandIns(host, { spec, platform }, dependencies) {
  if (spec.cgo !== "off") return [];
  const known = /* @__PURE__ */ new Set([
    platform.os,
    platform.architecture,
    "unix",
    "gc",
    "netgo",
    "osusergo",
    ...spec.buildTags
  ]);
  const isSet = (tag) => known.has(tag) || /^go1\.\d+$/.test(tag);
  const candidates2 = dependencies.filter(
    ({ standard, ignoredGoFiles }) => !standard && ignoredGoFiles.length > 0
  );
  const found = await inParallel(OPEN_FILES, candidates2, async (candidate) => standInOf(host, candidate, isSet));
  return found.flatMap((standIn) => standIn ?? []);
}
async function standInOf(host, { importPath, directory, goFiles, ignoredGoFiles }, isSet) {
  const withCgo = (tag) => tag === "cgo" || isSet(tag);
  const withC = [];
  const forCgo = [];
  for (const name of ignoredGoFiles.filter((file) => nameHolds(file, withCgo))) {
    const source = await sourceOf(host, directory, name);
    if (!counts(source, withCgo)) continue;
    if (importsC(source)) withC.push(name);
    else if (!counts(source, isSet)) forCgo.push(name);
  }
  if (withC.length + forCgo.length === 0) return null;
  const sources = [];
  for (const name of goFiles) {
    const source = await sourceOf(host, directory, name);
    if (!counts(source, withCgo)) sources.push(source);
  }
  if (withC.length === 0 && sources.length === 0) return null;
  const leftOut = [...withC, ...forCgo];
  const says = sources.flatMap((source) => remarkOf(source) ?? [])[0] ?? null;
  const registers = sources.some((source) => /\bsql\.Register\(/.test(source));
  return { importPath, leftOut, says, isStub: STUBS.has(importPath) || says !== null && registers };
}
async function sourceOf(host, directory, name) {
  try {
    return (await readFile2(path4.resolve(directory, name), "utf8")).slice(0, MOST2);
  } catch (cause) {
    host.log.debug(`${name} was not read: ${errorMessage(cause)}`);
    return "";
  }
}
function importsC(source) {
  let importing = false;
  let grouped = false;
  for (const { kind, text } of goTokens(source)) {
    if (kind === "word" && ["var", "const", "func", "type"].includes(text)) return false;
    if (kind === "word" && text === "import") importing = true;
    if (importing && text === '"C"') return true;
    if (text === "(") grouped = true;
    if (text === ")") grouped = false;
    if (text === ";" && !grouped) importing = false;
  }
  return false;
}
function counts(source, isSet) {
  const constraint = constraintOfHeader(source);
  return constraint === null ? oldLinesHold(source, isSet) ?? true : holds(constraint, isSet);
}
var REMARK = /\bcgo\b|CGO_ENABLED/i;
var LONGEST2 = 200;
function remarkOf(source) {
  for (const { kind, text } of goTokens(source))
    if (kind === "string" && REMARK.test(text)) return text.slice(1, -1).slice(0, LONGEST2);
  return null;
}

// src/compile/idle-variables.ts
import { readFile as readFile3 } from "node:fs/promises";
import path5 from "node:path";

// src/compile/go-declarations.ts
function goDeclarations(source) {
  const found = /* @__PURE__ */ new Map();
  for (const [keyword, ...statement] of statements(source)) {
    switch (keyword?.text) {
      case "var":
      case "const":
      case "type": {
        for (const specification of specifications(statement))
          for (const [name, declaration] of declared(keyword.text, specification))
            found.set(name, declaration);
        break;
      }
      case "func": {
        const [name] = statement;
        if (name?.kind === "word") found.set(name.text, { kind: "func", type: null, value: "none" });
        break;
      }
      // The package clause, the imports, and text that is not Go.
      case void 0:
      default:
    }
  }
  found.delete("_");
  return found;
}
var OPENS = /* @__PURE__ */ new Set(["(", "[", "{"]);
var CLOSES = /* @__PURE__ */ new Set([")", "]", "}"]);
function* split(tokens, sign) {
  let part = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && depth === 0 && token.text === sign) {
      if (part.length > 0) yield part;
      part = [];
      continue;
    }
    if (token.kind === "sign" && OPENS.has(token.text)) depth += 1;
    if (token.kind === "sign" && CLOSES.has(token.text)) depth = Math.max(0, depth - 1);
    part.push(token);
  }
  if (part.length > 0) yield part;
}
function statements(source) {
  return split(goTokens(source), ";");
}
function specifications(statement) {
  const [first] = statement;
  if (first?.text !== "(" || statement.at(-1)?.text !== ")") return [statement];
  return [...split(statement.slice(1, -1), ";")];
}
function* declared(kind, tokens) {
  if (kind === "type") {
    const [name] = tokens;
    if (name?.kind === "word") yield [name.text, { kind, type: null, value: "none" }];
    return;
  }
  const equals = tokens.findIndex((token, index) => token.text === "=" && depthAt(tokens, index) === 0);
  const left = equals < 0 ? tokens : tokens.slice(0, equals);
  const values = equals < 0 ? [] : [...split(tokens.slice(equals + 1), ",")];
  const { names, type } = namesAndType(left);
  for (const [index, name] of names.entries()) {
    const value = values.length === 0 ? "none" : valueOf(values.length < names.length ? values[0] : values[index]);
    yield [name, { kind, type, value }];
  }
}
function depthAt(tokens, end) {
  return tokens.slice(0, end).filter(({ kind }) => kind === "sign").reduce((depth, { text }) => depth + (OPENS.has(text) ? 1 : CLOSES.has(text) ? -1 : 0), 0);
}
function namesAndType(left) {
  const names = [];
  let at = 0;
  while (left[at]?.kind === "word") {
    names.push(left[at]?.text ?? "");
    at += 1;
    if (left[at]?.text !== ",") break;
    at += 1;
  }
  const type = left.slice(at).map(({ text }) => text).join("");
  return { names, type: type === "" ? null : type };
}
function valueOf(tokens = []) {
  if (tokens.some(({ text }, index) => runsCode(text, tokens[index - 1]))) return "computed";
  if (tokens.some(({ kind }) => kind === "word")) return "unknown";
  if (tokens.some(({ kind }) => kind === "string")) return "string";
  return "number";
}
function runsCode(text, before) {
  if (text === "{" || text === "[" || text === "func") return true;
  return text === "(" && (before?.kind === "word" || before?.text === ")") && before.text !== "string";
}

// src/compile/idle-variables.ts
async function findIdleVariables(host, variables, sources) {
  const found = await Promise.all(
    variables.map(async (variable) => ({ variable, why: await whyIdle(host, variable, sources) }))
  );
  return found.flatMap(({ variable, why }) => why === null ? [] : [{ variable, why }]);
}
async function whyIdle(host, variable, sources) {
  const { dependencies, mains, binaries } = sources;
  if (mains.includes(variable.path)) return { kind: "main by its path" };
  const meant = variable.path === "main" ? mains : [variable.path];
  const packages = dependencies.filter(({ importPath }) => meant.includes(importPath));
  if (packages.length === 0) {
    const others = dependencies.filter(({ standard }) => !standard).map(({ importPath }) => importPath);
    return { kind: "no package", meant: nearest(variable.path, others) };
  }
  const isThere = binaries.some(
    (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(variable.value)
  );
  const reasons = await Promise.all(packages.map(async (found) => whyIdleIn(host, variable, found)));
  const [first] = reasons.filter((reason) => !(isThere && mayBeString(reason)));
  if (reasons.length > 0 && first !== void 0 && reasons.every((reason) => reason !== null)) return first;
  return isThere ? null : { kind: "unused" };
}
function mayBeString(reason) {
  return reason?.kind === "no string";
}
async function whyIdleIn(host, { name }, found) {
  const declared2 = await declarationsOf(host, found);
  if (declared2 === null) return null;
  const declaration = declared2.get(name);
  if (declaration === void 0) {
    const variables = [...declared2].filter(
      ([, { kind: kind2, type: type2 }]) => kind2 === "var" && (type2 ?? "string") === "string"
    );
    return {
      kind: "no variable",
      meant: nearest(
        name,
        variables.map(([variable]) => variable)
      )
    };
  }
  const { kind, type, value } = declaration;
  if (kind !== "var") return { kind: "no variable but", is: kind };
  if (type !== null && type !== "string") return { kind: "no string", type };
  if (type === null && value === "number") return { kind: "no string", type: "a number" };
  return value === "computed" ? { kind: "computed" } : null;
}
async function declarationsOf(host, { directory, goFiles, cgoFiles }) {
  const files = [...goFiles, ...cgoFiles].map((file) => path5.resolve(directory, file));
  try {
    const texts = await Promise.all(files.map(async (file) => readFile3(file, "utf8")));
    return new Map(texts.flatMap((text) => [...goDeclarations(text)]));
  } catch (cause) {
    host.log.debug(`-X was not checked in ${directory}: ${errorMessage(cause)}`);
    return null;
  }
}

// src/compile/linker-warnings.ts
var LOADER = /warning: Using '(?<name>\w+)' in statically linked applications requires at runtime/;
var PLACE = /^# |: in function [`'].*':$/;
function linkerWarnings(output) {
  const lines = output.split("\n").filter((line2) => line2.trim() !== "");
  const loaders = lines.flatMap((line2) => LOADER.exec(line2)?.groups?.["name"] ?? []);
  return {
    loaders: [...new Set(loaders)].sort(),
    others: lines.filter(
      (line2) => !LOADER.test(line2) && !PLACE.test(line2) && !line2.startsWith("go: downloading ")
    )
  };
}

// src/report/cgo-words.ts
var INSTEAD = {
  "github.com/mattn/go-sqlite3": "modernc.org/sqlite or github.com/ncruces/go-sqlite3"
};
function refuseStub({ importPath }) {
  const instead = INSTEAD[importPath];
  const driver = instead === void 0 ? "a package in pure Go" : `a driver in pure Go, ${instead}`;
  return {
    what: clause`${importPath} needs cgo`,
    why: clause`without cgo, it compiles to a stub that fails whenever it is used`,
    fix: clause`set ${input("cgo", "static")}, or use ${driver}`
  };
}
function describeStandIn({ importPath, leftOut, says }) {
  const files = leftOut.length === 1 ? leftOut[0] ?? "" : `${leftOut.length} files`;
  const words = says === null ? "" : ` It says: "${says}".`;
  return clause`${importPath} is compiled without its cgo part (${files}), and other code replaces that part.${words} Set ${input("cgo", "static")} if the service needs the cgo part`;
}

// src/report/idle-variable.ts
function describeIdleVariable({ variable: { path: path21, name }, why }) {
  const sentence = (because, meant = null) => clause`-X ${path21}.${name} in ${input("ldflags")} sets nothing, because ${because}${meant === null ? "" : `; did you mean ${meant}?`}`;
  switch (why.kind) {
    case "main by its path":
      return sentence(`the linker knows a main package only as main; write -X main.${name}`);
    case "no package":
      return sentence(
        `the package ${path21} is not compiled in`,
        why.meant === null ? null : `${why.meant}.${name}`
      );
    case "no variable":
      return sentence(
        `the package has no variable ${name}`,
        why.meant === null ? null : `${path21}.${why.meant}`
      );
    case "no variable but":
      return sentence(`${name} is ${KINDS[why.is]}; declare it as var ${name} string`);
    case "no string":
      return sentence(`${name} is not a string (${why.type}); declare it as var ${name} string`);
    case "computed":
      return sentence(
        `the program computes ${name} when it starts; declare it without a value, or with a string in quotes`
      );
    case "unused":
      return sentence(`nothing in the program uses ${name}`);
  }
}
var KINDS = { const: "a constant", func: "a function", type: "a type" };

// src/report/linker-words.ts
var FAMILIES = [
  {
    functions: /^(?:getaddrinfo|gethostby|getnameinfo|getservby|getprotoby|getnetby|getnetgrent|innetgr|sethostent|setservent)/,
    means: "In the image, the call cannot look up host names, because glibc loads its resolver (libnss) at run time; use IP addresses or another C library, such as musl"
  },
  {
    functions: /^(?:getpw|getgr|setpw|setgr|endpw|endgr|initgroups|getgrouplist|getspnam|fgetpw)/,
    means: "In the image, the call cannot look up users and groups, because glibc loads libnss at run time; use numeric IDs or another C library, such as musl"
  },
  {
    functions: /^(?:dlopen|dlmopen|dlsym)/,
    means: "In the image, the call fails, because it loads shared libraries and the image contains none"
  },
  {
    functions: /^/,
    means: "In the image, the call can fail, because the image contains no shared libraries"
  }
];
function describeLoaders(loaders) {
  const families = Map.groupBy(loaders, (name) => FAMILIES.find(({ functions }) => functions.test(name)));
  return [...families].flatMap(
    ([family, names]) => family === void 0 ? [] : [
      `The linker warns that ${names.join(", ")} ${names.length === 1 ? "needs" : "need"} glibc's shared libraries at run time. ${family.means}.`
    ]
  );
}

// src/commands/steps/build/check-build.ts
async function checkBuild(host, spec, { dependencies, output }, binaries) {
  warnOfLevels(host, spec, binaries);
  if (dependencies === null) return;
  const standIns = await findCgoStandIns(host, { spec: spec.compile, platform: spec.platform }, dependencies);
  const stub = standIns.find(({ isStub }) => isStub);
  if (stub !== void 0)
    throw new Failure("compile", refuseStub(stub), { fields: { module: stub.importPath } });
  for (const standIn of standIns) host.log.notice(describeStandIn(standIn));
  const idle = await findIdleVariables(host, linkerVariables(linkerFlags(host, spec.compile)), {
    dependencies,
    mains: binaries.flatMap(({ linked: { importPath } }) => importPath ?? []),
    binaries: binaries.map(({ bytes }) => bytes)
  });
  for (const variable of idle) host.log.warning(describeIdleVariable(variable));
  const { loaders, others } = linkerWarnings(output);
  for (const sentence of describeLoaders(loaders)) host.log.notice(sentence);
  if (others.length > 0) {
    host.log.notice("go build succeeded and printed warnings. They follow.");
    host.log.quote(others.join("\n"));
  }
}
function warnOfLevels(host, { platform }, binaries) {
  for (const { linked, executable } of binaries) {
    const level = levelBeyond(executable.elf, executable.buildInfo, platform);
    if (level !== null)
      host.log.warning(
        clause`${linked.name} is built for ${level}, but the image is for ${formatPlatform(platform)}. It does not start on older processors. Write ${input("platforms", level)}, or build it for the older ones`
      );
  }
}

// src/commands/steps/build/write-binaries.ts
async function writeBinaries(host, spec, made) {
  const { binaries: wanted, revision } = spec;
  if (wanted === null) return null;
  const binaries = made.flatMap(binariesOf);
  const names = binaries.map((binary) => releaseFileName(binary, wanted));
  const twice = binaries.find((_, at) => names.indexOf(names[at] ?? "") < at);
  if (twice !== void 0)
    throw new Failure(
      "bad-input",
      {
        what: clause`two binaries for ${formatPlatform(twice.platform)} are named ${twice.name}`,
        fix: clause`give one of them another name with ${input("main", "PATH=NAME")}`
      },
      { fields: { platform: formatPlatform(twice.platform), value: twice.name } }
    );
  await requireInPlace(host, spec, wanted.directory, "binaries");
  const files = await writeBinariesFolder(wanted, binaries, revision);
  return { directory: wanted.directory, shown: shownPath(host, wanted.directory), files };
}
function binariesOf({ spec: { platform, pack: pack2 }, binaries, shipped }) {
  const inImage = shipped.map(({ name, bytes, packed }) => ({
    name,
    platform,
    kind: "shipped",
    packed,
    bytes
  }));
  const linked = binaries.map(({ linked: { name }, bytes }) => ({
    name,
    platform,
    kind: "linked",
    packed: false,
    bytes
  }));
  return pack2.mode === "off" ? inImage : [...inImage, ...linked];
}

// src/commands/steps/ship.ts
import { readFile as readFile7 } from "node:fs/promises";

// src/binary/go-signs.ts
function knownOf({ elf, buildInfo }, bytes, breakdown) {
  if (breakdown.children?.some(({ kind }) => kind === "std" || kind === "main" || kind === "module") === true)
    return { kind: "Go" };
  if (elf.sections.length === 0)
    return {
      kind: "unread",
      reason: "it has neither sections nor a function table of Go, so it may be packed",
      size: false
    };
  if (buildInfo !== null || hasRuntime(bytes))
    return {
      kind: "unread",
      reason: "it looks like a program of Go, and its function table cannot be read",
      size: true
    };
  return { kind: "other" };
}
function isSizeKnown(known) {
  return known.kind !== "unread" || known.size;
}
var TEXTS = ["GODEBUG", "goroutine ", "GOMAXPROCS"];
function hasRuntime(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return TEXTS.every((text) => file.includes(text, 0, "latin1"));
}

// src/pack/pack-beside-proof.ts
import { webcrypto } from "node:crypto";
import { mkdtemp, stat as stat3, writeFile as writeFile2 } from "node:fs/promises";
import path9 from "node:path";

// src/proof/not-run.ts
function notRun(reason) {
  return { status: "not run", reason, isolation: null, environments: [] };
}

// src/proof/proof-plan.ts
import os from "node:os";

// src/proof/starter.ts
import { readFileSync } from "node:fs";
var QEMU = {
  amd64: "x86_64",
  arm: "arm",
  arm64: "aarch64",
  loong64: "loongarch64",
  mips: "mips",
  mips64: "mips64",
  mips64le: "mips64el",
  mipsle: "mipsel",
  ppc64: "ppc64",
  ppc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x"
};
var BINFMT = "/proc/sys/fs/binfmt_misc";
function starterFor(host, platform, binfmt = BINFMT) {
  const { os: os2, architecture } = platform;
  if (process.platform !== os2) return { kind: "none", why: `only ${os2} can start it` };
  if (isNative(architecture)) return { kind: "native" };
  const qemu = emulatorOf(architecture);
  const unstartable = `this machine cannot start ${formatPlatform(platform)}`;
  if (qemu === void 0) return { kind: "none", why: `${unstartable}, and no emulator is reliable there` };
  const name = `qemu-${qemu}-static`;
  const file = onPath(host, name);
  if (file !== null) return { kind: "emulator", name, file };
  if (kernelKnows(binfmt, qemu)) return { kind: "emulator", name: `qemu-${qemu}`, file: null };
  return {
    kind: "none",
    why: `${unstartable}: there is no ${name} on PATH, and the kernel has no emulator (docker/setup-qemu-action sets one up)`
  };
}
function kernelStarts({ os: os2, architecture }, binfmt = BINFMT) {
  if (process.platform !== os2) return false;
  const qemu = emulatorOf(architecture);
  return isNative(architecture) || qemu !== void 0 && kernelKnows(binfmt, qemu);
}
function isNative(architecture) {
  return architecture === machine() || architecture === "386" && machine() === "amd64";
}
function emulatorOf(architecture) {
  return Object.hasOwn(QEMU, architecture) ? QEMU[architecture] : void 0;
}
function kernelKnows(binfmt, qemu) {
  try {
    const entry = readFileSync(`${binfmt}/qemu-${qemu}`, "utf8");
    return entry.startsWith("enabled") && /^flags: .*F/m.test(entry);
  } catch {
    return false;
  }
}

// src/proof/proof-plan.ts
function planProof(host, { executable, platform, smokeTested }) {
  const starter = starterFor(host, platform);
  const on = [os.release(), machine(), starter.kind === "emulator" ? starter.name : "native"].join(" ");
  const why = whyNoRuntime(executable);
  if (why !== null && smokeTested === true) return { kind: "smoke test", why, on };
  if (why !== null)
    return {
      kind: "impossible",
      why: `${why}, and ${smokeTested === null ? "the smoke test does not start it" : "it has no smoke test (smoke-args or smoke-http)"}`
    };
  if (starter.kind === "none") return { kind: "impossible", why: starter.why };
  return { kind: "proof", starter, on };
}
var FIRST_PROVABLE = 19;
function whyNoRuntime({ elf, buildInfo }) {
  if (elf.interpreter !== null) return `it needs the dynamic loader ${elf.interpreter}`;
  if (buildInfo === null) return "Go did not build it";
  const minor = /\bgo1\.(\d+)/.exec(buildInfo.goVersion)?.[1];
  if (minor !== void 0 && Number(minor) >= FIRST_PROVABLE) return null;
  return `it was built by ${buildInfo.goVersion}, and the proof works only for Go 1.${FIRST_PROVABLE} and newer`;
}

// src/proof/fixed-segments.ts
function fixedSegments(elf, bytes) {
  const headers = loadHeadersOf(elf, bytes);
  return elf.segments.filter(({ type, flags, fileSize }) => type === PT_LOAD && (flags & PF_W) === 0 && fileSize > 0).flatMap(
    ({ offset, fileSize, address }) => headers.reduce(without, [{ start: offset, end: offset + fileSize }]).map(({ start, end }) => ({
      offset: start,
      size: end - start,
      address: String(address + BigInt(start - offset))
    }))
  );
}
function without(stretches, header) {
  if (header.start >= header.end) return stretches;
  return stretches.flatMap(({ start, end }) => [
    { start, end: Math.min(end, header.start) },
    { start: Math.max(start, header.end), end }
  ]).filter(({ start, end }) => start < end);
}

// src/proof/kept-hand-over.ts
import { readFile as readFile4 } from "node:fs/promises";
import path7 from "node:path";

// src/host/kept-file.ts
import { createHash, randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import path6 from "node:path";
function keptName(...parts) {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
async function writeWhole(file, content) {
  await makeDirectory(path6.dirname(file));
  const partial = `${file}.${randomUUID()}`;
  try {
    await writeFile(partial, content, { mode: 420 });
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}

// src/proof/kept-hand-over.ts
async function isHandOverKept(host, packerIdentity, on) {
  return readFile4(fileOf(host, packerIdentity, on)).then(
    () => true,
    () => false
  );
}
async function keepHandOver(host, packerIdentity, on) {
  await writeWhole(fileOf(host, packerIdentity, on), "").catch(() => {
  });
}
function fileOf(host, packerIdentity, on) {
  return path7.join(host.kept, "hand-over", keptName(packerIdentity, on));
}

// src/proof/proof.ts
var FIRST_RUNS = [4e3, 1001, 600, 511, 4e3, 1001, 600, 4e3, 1001, 4, 3, 2, 1];
var RUNS = [4e3, 1];
function beginProof(host, isolations, asked) {
  const beginning = begin(host, isolations, asked);
  return {
    prepared: beginning.then(
      () => {
      },
      () => {
      }
    ),
    prove: async (packed) => provePacked(host, asked, await beginning, packed),
    close: () => beginning.then(
      ({ cell }) => cell?.close(),
      () => {
      }
    )
  };
}
async function begin(host, isolations, asked) {
  const first = !await isHandOverKept(host, asked.packerIdentity, asked.plan.on);
  const seeing = seeingOf(host, asked, first ? FIRST_RUNS : RUNS);
  const { way: way2, linked } = await triedAtOnce(isolations.likely(), seeing) ?? await searched(host, isolations, asked, seeing);
  const cell = linked.status === "seen" && way2 !== "sudo" ? await openProofCell({ ...seeing, way: way2 }) : null;
  return { way: way2, first, seeing, linked, cell };
}
async function triedAtOnce(way2, seeing) {
  if (way2 === null) return null;
  try {
    const linked = await seeLinked({ ...seeing, way: way2 });
    return linked.status === "seen" ? { way: way2, linked } : null;
  } catch (error) {
    if (error instanceof Failure && !(error instanceof Interrupted)) return null;
    throw error;
  }
}
async function searched(host, isolations, { othersCode }, seeing) {
  const way2 = await isolations.search();
  return {
    way: way2,
    linked: way2 === "process" && othersCode ? UNSHELTERED : await linkedSeen(host, way2, seeing)
  };
}
var UNSHELTERED = {
  status: "cannot see",
  why: "this machine does not let Bantam make namespaces, and the code comes from a pull request or a similar event"
};
async function provePacked(host, asked, { way: way2, first, seeing, linked, cell }, packed) {
  if (linked.status === "linked failed") throw linkedFailure(asked.name, linked);
  if (linked.status === "cannot see") return { report: notRun(linked.why), price: null };
  const seen = await packedSeen(host, cell, { ...seeing, packed, lanes: host.cores, way: wayInside(way2) });
  if (seen.status === "seen" && first) await keepHandOver(host, asked.packerIdentity, asked.plan.on);
  return judge2(asked.plan, linked, seen, isolationBy(way2));
}
function wayInside(way2) {
  return way2 === "sudo" ? "root" : way2;
}
async function linkedSeen(host, way2, asked) {
  const seeing = { ...asked, way: wayInside(way2) };
  if (way2 !== "sudo") return seeLinked(seeing);
  const request = { kind: "linked", asked: seeing };
  const answer = await askAsRoot(host, request);
  if (answer.kind === "linked") return answer.seen;
  throw new TypeError(`the helper was asked for the linked binary and answered ${answer.kind}`);
}
async function packedSeen(host, cell, asked) {
  if (cell !== null) return seePackedIn(host, cell, asked);
  const request = { kind: "packed", asked };
  const answer = await askAsRoot(host, request);
  if (answer.kind === "packed") return answer.seen;
  throw new TypeError(`the helper was asked for the packed binary and answered ${answer.kind}`);
}
async function seePackedIn(host, cell, asked) {
  try {
    return await seePacked(cell, asked);
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof Interrupted) throw error;
    host.log.debug(`proof: ${error.message} A fresh one is made.`);
    const fresh = await openProofCell(asked);
    try {
      return await seePacked(fresh, asked);
    } finally {
      await fresh.close();
    }
  }
}
function seeingOf(host, asked, runs) {
  const { name, linked, linkedBytes, elf, plan } = asked;
  const native = plan.starter.kind === "native";
  return {
    directory: host.temporary,
    name,
    linked,
    runs,
    segments: native ? fixedSegments(elf, linkedBytes) : null,
    emulator: plan.starter.kind === "emulator" ? plan.starter.file : null,
    limits: limitsOf(linkedBytes.length, native)
  };
}
function limitsOf(linkedSize, native) {
  const processorMs = 3e4 + Math.ceil(linkedSize / 1e6 * 1e3);
  return { processorMs: processorMs * (native ? 1 : 4), asleepMs: 3e4 };
}
function judge2({ starter }, linked, packed, isolation) {
  const { environments } = packed;
  if (packed.status === "failed") {
    const reason2 = `the packed binary ${packed.fault}`;
    return { report: { status: "failed", reason: reason2, isolation, environments }, price: null };
  }
  const reason = starter.kind === "native" ? null : `under ${starter.name} the memory is not compared`;
  return { report: { status: "proven", reason, isolation, environments }, price: priceOf(linked, packed) };
}
function priceOf({ cost: linked, overheadMs }, { cost: shipped }) {
  if (linked === null || shipped === null) return null;
  return {
    processorMs: {
      linked: Math.max(0, linked.processorMs - overheadMs),
      shipped: Math.max(0, shipped.processorMs - overheadMs)
    },
    memory: { linked: linked.memory, shipped: shipped.memory }
  };
}
function linkedFailure(name, seen) {
  return new Failure(
    "proof",
    {
      what: clause`the linked binary ${name} does not reach the Go runtime`,
      why: clause`it ${seen.fault}`,
      fix: clause`run it by hand to see why, before it is packed`
    },
    { output: firstLines(seen.output), fields: { file: name } }
  );
}
function firstLines(output) {
  return output.split("\n").slice(0, 10).join("\n");
}

// src/pack/kept.ts
import { createHash as createHash2 } from "node:crypto";
import { readdir, readFile as readFile5, rm as rm2, stat as stat2 } from "node:fs/promises";
import path8 from "node:path";

// src/pack/packed-file.ts
import { open as open2 } from "node:fs/promises";
var HEADER = 20;
var MACHINE = 18;
async function packedFileFault(linked, packed) {
  const found = await begin2(packed).catch(() => null);
  return found === null ? "nothing was written" : faultOf(await begin2(linked), found);
}
function packedBytesFault(linked, packed) {
  return faultOf(beginOf(linked), beginOf(packed));
}
function faultOf(wanted, found) {
  if (!isElf(found.header)) return "the output is not an ELF file";
  if (!sameMachine(wanted.header, found.header)) return "the output is for another machine";
  if (found.size >= wanted.size) return `the output is not smaller (${wanted.size} and ${found.size} bytes)`;
  return null;
}
function beginOf(bytes) {
  const header = Buffer.alloc(HEADER);
  header.set(bytes.subarray(0, HEADER));
  return { header, size: bytes.length };
}
async function begin2(file) {
  const handle = await open2(file);
  try {
    const header = Buffer.alloc(HEADER);
    await handle.read(header, 0, HEADER, 0);
    return { header, size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}
function sameMachine(a, b) {
  return a[EI_CLASS] === b[EI_CLASS] && a[EI_DATA] === b[EI_DATA] && a.readUInt16LE(MACHINE) === b.readUInt16LE(MACHINE);
}

// src/pack/kept.ts
var PAIR = object({ linked: number(), shipped: number() });
var PROOF = object({
  report: object({
    status: literal("proven"),
    reason: nullable(string()),
    isolation: picklist(["namespaces", "process"]),
    environments: array(number())
  }),
  price: nullable(object({ processorMs: PAIR, memory: PAIR }))
});
var ENTRY = object({
  sha256: string(),
  on: fallback(nullable(string()), null),
  proof: fallback(nullable(PROOF), null)
});
function packKey(linkedSha256, packerIdentity) {
  return keptName(linkedSha256, packerIdentity);
}
async function readKeptPack(host, key, on, linked) {
  const [binary, description] = filesOf(host, key);
  try {
    const entry = parse(ENTRY, JSON.parse(await readFile5(description, "utf8")));
    const bytes = await readFile5(binary);
    if (sha256(bytes) !== entry.sha256) return null;
    const fault = packedBytesFault(linked, bytes);
    if (fault !== null) {
      host.log.debug(`kept: ${binary} is not used: ${fault}`);
      return null;
    }
    return { bytes, proof: entry.on === on ? entry.proof : null };
  } catch {
    return null;
  }
}
async function keepPack(host, key, on, kept) {
  const [binary, description] = filesOf(host, key);
  const entry = { sha256: sha256(kept.bytes), on: kept.proof === null ? null : on, proof: kept.proof };
  try {
    await writeWhole(binary, kept.bytes);
    await writeWhole(description, JSON.stringify(entry));
    await sweep(path8.dirname(binary));
  } catch (error) {
    host.log.notice(`The packed binary could not be kept for later runs in ${host.kept}: ${String(error)}.`);
  }
}
function filesOf(host, key) {
  return [path8.join(host.kept, "packed", key), path8.join(host.kept, "packed", `${key}.json`)];
}
var PARTIAL = /^[0-9a-f]{64}(?:\.json)?\.[0-9a-f-]{36}$/;
var ABANDONED_MS = 24 * 60 * 60 * 1e3;
async function sweep(directory) {
  const partials = (await readdir(directory)).filter((name) => PARTIAL.test(name));
  for (const file of partials.map((name) => path8.join(directory, name))) {
    const age = Date.now() - ((await stat2(file).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) await rm2(file, { force: true });
  }
}
function sha256(bytes) {
  return createHash2("sha256").update(bytes).digest("hex");
}

// src/pack/refusal.ts
var Refusal = class extends Error {
  name = "Refusal";
  /** A clause that can stand alone. It is the same as `message`. */
  reason;
  stage;
  proof;
  /** What the packer printed. */
  output;
  constructor(stage, reason, proof = notRun("nothing was packed"), output) {
    super(reason);
    this.stage = stage;
    this.reason = reason;
    this.proof = proof;
    this.output = output;
  }
};
function whyRequired({ name, platform }, { title }, { stage, reason, output }) {
  return new Failure(
    stage,
    {
      what: clause`${name} for ${formatPlatform(platform)} cannot ship packed by ${title}`,
      why: clause`${reason}`,
      fix: clause`set ${input("pack", "auto")} to ship it unpacked where that is so, or ${input("pack", "off")}`
    },
    { output, fields: { file: name, platform: formatPlatform(platform) } }
  );
}

// src/pack/times.ts
async function timed(times, stage, work) {
  const started = performance.now();
  try {
    return await work();
  } finally {
    times[stage] = performance.now() - started;
  }
}

// src/pack/pack-beside-proof.ts
async function packBesideProof(host, request, packer, isolations, times) {
  const plan = planOf(host, request, packer);
  const key = packKey(await sha2562(request.linkedBytes), packer.identity);
  const kept = await readKeptPack(host, key, plan.on, request.linkedBytes);
  const shipped = path9.join(await mkdtemp(path9.join(host.temporary, "pack-")), request.name);
  return withSideWork(host, async ({ stop }, begin3) => {
    const packing = begin3(
      timed(times, "packMs", async () => {
        if (kept === null) await pack(request, packer, shipped, stop);
        else await writeFile2(shipped, kept.bytes, { mode: 493 });
      })
    );
    const proof = kept?.proof == null ? beginProofBy(host, request, packer, plan, isolations) : null;
    try {
      await Promise.all([packing, kept === null ? afterwards(proof, request) : null]);
      const { size } = await stat3(shipped);
      return { status: "unproven", packer, shipped, size, packMs: times.packMs, key, plan, kept, proof };
    } catch (error) {
      await proof?.close();
      throw error;
    }
  });
}
function planOf(host, request, packer) {
  if (packer.recognizes(request.linkedBytes)) throw new Refusal("pack", "it is packed already");
  const refused3 = packer.refuses(request);
  if (refused3 !== null) throw new Refusal("pack", refused3);
  const plan = planProof(host, request);
  if (plan.kind === "impossible")
    throw new Refusal("proof", `it cannot be proven: ${plan.why}`, notRun(plan.why));
  return plan;
}
async function pack({ linked, platform }, packer, packed, stop) {
  const failed3 = await packer.pack(linked, packed, platform, stop);
  if (failed3 !== null) throw new Refusal("pack", failed3.why, void 0, failed3.output);
  const fault = await packedFileFault(linked, packed);
  if (fault !== null) throw new Refusal("pack", `${packer.title} succeeded, but ${fault}`);
}
function beginProofBy(host, request, packer, plan, isolations) {
  switch (plan.kind) {
    case "proof":
      return beginProof(host, isolations, toBeProven(request, packer, plan));
    case "smoke test":
      return null;
  }
}
function toBeProven({ name, linked, linkedBytes, executable, othersCode }, packer, plan) {
  const { elf } = executable;
  return { name, linked, linkedBytes, elf, packerIdentity: packer.identity, plan, othersCode };
}
async function afterwards(proof, { meanwhile }) {
  await proof?.prepared;
  meanwhile?.();
}
async function sha2562(bytes) {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
}

// src/pack/prove-packed.ts
import { readFile as readFile6 } from "node:fs/promises";
async function provePacked2(host, packing, times) {
  const { shipped, key, plan, kept, proof } = packing;
  try {
    const proven = await timed(times, "proveMs", async () => kept?.proof ?? await provenBy(proof, shipped));
    if (kept?.proof == null) await keepPack(host, key, plan.on, await keepable(shipped, proven));
    return proven;
  } finally {
    await proof?.close();
  }
}
async function provenBy(proof, packed) {
  if (proof === null) return { report: notRun("it is proven by its smoke test"), price: null };
  const proven = await proof.prove(packed);
  const { status, reason } = proven.report;
  switch (status) {
    case "proven":
      return proven;
    case "failed":
      throw new Refusal("proof", `it fails its proof: ${reason}`, proven.report);
    case "not run":
      throw new Refusal("proof", `it cannot be proven: ${reason}`, proven.report);
  }
}
async function keepable(shipped, proven) {
  return { bytes: await readFile6(shipped), proof: proven.report.status === "proven" ? proven : null };
}

// src/pack/pack-binary.ts
function beginPacking(host, request, isolations) {
  const times = { packMs: 0, proveMs: 0 };
  const packing = packOrRefuse(host, request, isolations, times);
  const packed = packing.then((one) => packedOf(request, one));
  const outcome = packing.then(
    (one) => one.status === "unproven" ? proveOrRefuse(host, request, one, times) : one.outcome
  );
  packed.catch(() => {
  });
  outcome.catch(() => {
  });
  return { packed, outcome };
}
async function packOrRefuse(host, request, isolations, times) {
  const { mode, packer } = request;
  if (mode === "off" || packer === null)
    return { status: "refused", outcome: unpacked(request, new Refusal("pack", "packing is off"), times) };
  try {
    return await packBesideProof(host, request, packer, isolations, times);
  } catch (error) {
    return { status: "refused", outcome: refused2(request, packer, error, times) };
  }
}
async function proveOrRefuse(host, request, packing, times) {
  const { shipped } = packing;
  try {
    const { report: proof, price } = await provePacked2(host, packing, times);
    return { shipped, pack: packedReport(packing), proof, price, ...times };
  } catch (error) {
    return refused2(request, packing.packer, error, times);
  }
}
function packedOf({ linkedBytes }, packing) {
  switch (packing.status) {
    case "unproven":
      return { pack: packedReport(packing), size: packing.size, packMs: packing.packMs };
    case "refused": {
      const { pack: pack2, packMs } = packing.outcome;
      return { pack: pack2, size: linkedBytes.length, packMs };
    }
  }
}
function packedReport({ packer, kept }) {
  return { status: "packed", packer: packer.title, reason: null, kept: kept !== null };
}
function refused2(request, packer, error, times) {
  if (!(error instanceof Refusal)) throw error;
  if (request.mode === "require") throw whyRequired(request, packer, error);
  return unpacked(request, error, times);
}
function unpacked({ linked, packer }, { reason, proof }, times) {
  const report = { status: "unpacked", packer: packer?.title ?? null, reason };
  return { shipped: linked, pack: report, proof, price: null, ...times };
}

// src/size/depth.ts
function toDepth(breakdown, depth) {
  if (depth === "function") return breakdown;
  const { children, ...node } = breakdown;
  return children === void 0 || node.kind === "package" ? node : { ...node, children: children.map((child) => toDepth(child, depth)) };
}

// src/commands/steps/weigh-in.ts
var NOT_ASKED = { status: "not asked", seen: [] };
var NO_BUDGET = { status: "none", waived: false, limits: [], dropped: [] };
function binaryWeight({ name, path: path21, linkedSize, shippedSize, pack: pack2, proof, price }, { executable, known, breakdown }, depth) {
  const { buildInfo, needs } = executable;
  const modules = modulePaths(buildInfo);
  return {
    name,
    path: path21,
    ...buildInfo?.path == null ? {} : { main: buildInfo.path },
    linkedSize,
    shippedSize,
    pack: pack2,
    proof,
    price,
    needs: breakdown === null ? null : needs,
    ...known.kind === "unread" ? { unread: known.reason } : {},
    ...modules === null ? {} : { modules },
    breakdown: breakdown === null || !isSizeKnown(known) ? null : toDepth(breakdown, depth)
  };
}
function platformWeight(platform) {
  const { otherPrograms, files, layers, breakdown, ...weight } = platform;
  const capabilities = files.flatMap(
    ({ path: path21, capabilities: capabilities2 }) => capabilities2 === void 0 ? [] : [{ path: path21, capabilities: formatCapabilities(capabilities2) }]
  );
  return {
    ...weight,
    ...otherPrograms.length === 0 ? {} : { otherPrograms },
    ...capabilities.length === 0 ? {} : { capabilities },
    layers,
    breakdown,
    growth: null,
    smokeTest: NOT_ASKED
  };
}
function weighInOf(revision, image, stages = []) {
  return { schemaVersion: 2, bantam: VERSION, revision, images: [image], stages };
}

// src/commands/steps/ship.ts
function beginShipping(host, spec, packer, { binaries, programs }, isolations) {
  const smokeTested = spec.smoke !== null && kernelStarts(spec.platform);
  const turns = [
    ...binaries.map((binary) => ({ binary, smokeTested })),
    // A smoke test starts the image, and not every program in it.
    ...programs.map((binary) => ({ binary, smokeTested: null }))
  ].map((turn) => ({ ...turn, begun: Promise.withResolvers() }));
  const working = inParallel(host.cores, turns, async ({ binary, smokeTested: tested, begun }) => {
    const packing = beginPacking(host, requestOf(spec, tested, packer, binary), isolations);
    begun.resolve(packing);
    await packing.outcome;
  });
  working.catch((error) => {
    for (const { begun } of turns) begun.reject(error);
  });
  return turns.map(({ binary, begun }) => {
    const packed = begun.promise.then((packing) => packing.packed);
    const shipped = begun.promise.then(async (packing) => shippedOf(binary, await packing.outcome));
    packed.catch(() => {
    });
    shipped.catch(() => {
    });
    return { linkedSize: binary.linkedSize, packed, shipped };
  });
}
async function allShipped(shipping) {
  return Promise.all(shipping.map(({ shipped }) => shipped));
}
function requestOf({ platform, pack: pack2, othersCode }, smokeTested, packer, { linked, bytes, breakdown, executable }) {
  return {
    name: linked.name,
    linked: linked.file,
    linkedBytes: bytes,
    executable,
    platform,
    mode: pack2.mode,
    packer,
    smokeTested,
    othersCode,
    meanwhile: () => void breakdown()
  };
}
async function shippedOf({ linked, bytes: linkedBytes, breakdown, executable }, { shipped, pack: pack2, proof, price, packMs, proveMs }) {
  const packed = pack2.status === "packed";
  const bytes = packed ? await readFile7(shipped) : linkedBytes;
  const weight = binaryWeight(
    {
      name: linked.name,
      path: binaryPath(linked),
      linkedSize: linkedBytes.length,
      shippedSize: bytes.length,
      pack: pack2,
      proof,
      price
    },
    { executable, known: knownOf(executable, linkedBytes, breakdown()), breakdown: breakdown() },
    "package"
  );
  return { name: linked.name, directory: linked.directory, bytes, packed, weight, packMs, proveMs };
}

// src/sbom/document.ts
import { createHash as createHash3 } from "node:crypto";

// src/sbom/purl.ts
function golangPurl(path21, version) {
  const segments = path21.split("/");
  if (segments.some((segment) => NO_NAMES.includes(segment))) return null;
  const name = segments.map((segment) => encode(lowerCase(segment))).join("/");
  return `pkg:golang/${name}${version === null ? "" : `@${encode(version)}`}`;
}
var NO_NAMES = ["", ".", ".."];
function lowerCase(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function encode(text) {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/sbom/component.ts
function moduleComponent({ path: path21, version, replacedBy }) {
  if (replacedBy === null) return component(path21, version, null);
  return isDirectory2(replacedBy) ? component(path21, "", `replaced by the directory ${replacedBy.path}`) : component(replacedBy.path, replacedBy.version, `replaces ${path21} ${version}`.trimEnd());
}
function standardLibrary({ goVersion }) {
  const version = /(?:^|\s)go(\d\S*)/.exec(goVersion)?.[1] ?? goVersion;
  const cpe = /^\d+(?:\.\d+)+$/.test(version) ? `cpe:2.3:a:golang:go:${version}:-:*:*:*:*:*:*` : null;
  return { ...component("stdlib", version, null), cpe };
}
function component(name, given, comment) {
  const version = given === "" || given === "(devel)" ? null : given;
  return {
    name: name === "" ? "unnamed" : name,
    version,
    purl: golangPurl(name, version),
    cpe: null,
    comment
  };
}
function isDirectory2({ version }) {
  return version === "" || version === "(devel)";
}

// src/sbom/components.ts
function componentsOf(binaries) {
  const known = /* @__PURE__ */ new Map();
  const once2 = (component2) => {
    const key = JSON.stringify(component2);
    const there = known.get(key) ?? component2;
    known.set(key, there);
    return there;
  };
  const programs = binaries.map(
    (buildInfo) => buildInfo === null ? { main: null, parts: [] } : {
      main: buildInfo.main === null ? null : once2(moduleComponent(buildInfo.main)),
      parts: [...buildInfo.dependencies.map(moduleComponent), standardLibrary(buildInfo)].map(once2)
    }
  );
  const dependencies = /* @__PURE__ */ new Map();
  for (const { main, parts } of programs) {
    if (main === null) continue;
    const all = /* @__PURE__ */ new Set([...dependencies.get(main) ?? [], ...parts]);
    all.delete(main);
    dependencies.set(main, inOrder([...all]));
  }
  const loose = programs.flatMap(({ main, parts }) => main === null ? parts : []);
  return {
    all: inOrder([...known.values()]),
    mains: programs.map(({ main }) => main),
    dependencies,
    withoutMain: inOrder([...new Set(loose)])
  };
}
function inOrder(components) {
  return components.toSorted(
    (one, other) => byBytes(one.name, other.name) || byBytes(JSON.stringify(one), JSON.stringify(other))
  );
}

// src/sbom/document.ts
var SPDX_MEDIA_TYPE = "application/spdx+json";
function spdxDocument({ name, platform, created, revision, binaries }) {
  const { all, mains, dependencies, withoutMain } = componentsOf(binaries.map(({ buildInfo }) => buildInfo));
  const ids = new Map(all.map((component2, at) => [component2, `SPDXRef-Package-${at + 1}`]));
  const idOf = (component2) => ids.get(component2) ?? "";
  const document = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: DOCUMENT,
    name: `${name} ${formatPlatform(platform)}`,
    documentNamespace: "",
    // The specification requires a time.
    creationInfo: { created: formatTime(created ?? 0), creators: [`Tool: bantam-${VERSION}`] },
    packages: [
      {
        name,
        SPDXID: IMAGE,
        ...revision === null ? {} : { versionInfo: revision },
        ...NOT_ANALYZED,
        primaryPackagePurpose: "CONTAINER"
      },
      ...all.map((component2) => packageOf(component2, idOf(component2)))
    ],
    files: binaries.map(({ path: path21, bytes }, at) => ({
      fileName: `.${path21}`,
      SPDXID: fileId(at),
      fileTypes: ["BINARY"],
      // The first is required.
      checksums: [checksum("SHA1", bytes), checksum("SHA256", bytes)]
    })),
    relationships: [
      relationship(DOCUMENT, "DESCRIBES", IMAGE),
      ...[...dependencies.keys()].map((main) => relationship(IMAGE, "CONTAINS", idOf(main))),
      ...withoutMain.map((component2) => relationship(IMAGE, "CONTAINS", idOf(component2))),
      ...mains.map(
        (main, at) => main === null ? relationship(DOCUMENT, "DESCRIBES", fileId(at)) : relationship(fileId(at), "GENERATED_FROM", idOf(main))
      ),
      ...[...dependencies].flatMap(
        ([main, parts]) => parts.map((part) => relationship(idOf(main), "DEPENDS_ON", idOf(part)))
      )
    ]
  };
  const content = jsonBlob(SPDX_MEDIA_TYPE, document);
  const documentNamespace = `https://spdx.org/spdxdocs/bantam-${content.digest.replace("sha256:", "")}`;
  return jsonBlob(SPDX_MEDIA_TYPE, { ...document, documentNamespace });
}
var DOCUMENT = "SPDXRef-DOCUMENT";
var IMAGE = "SPDXRef-Image";
var NOT_ANALYZED = { downloadLocation: "NOASSERTION", filesAnalyzed: false };
function fileId(at) {
  return `SPDXRef-File-${at + 1}`;
}
function packageOf({ name, version, purl, cpe, comment }, id) {
  const references = [
    ...purl === null ? [] : [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
    ...cpe === null ? [] : [{ referenceCategory: "SECURITY", referenceType: "cpe23Type", referenceLocator: cpe }]
  ];
  return {
    name,
    SPDXID: id,
    ...version === null ? {} : { versionInfo: version },
    ...NOT_ANALYZED,
    ...comment === null ? {} : { comment },
    ...references.length === 0 ? {} : { externalRefs: references }
  };
}
function relationship(from, relationshipType, to) {
  return { spdxElementId: from, relationshipType, relatedSpdxElement: to };
}
function checksum(algorithm, bytes) {
  const checksumValue = createHash3(algorithm.toLowerCase()).update(bytes).digest("hex");
  return { algorithm, checksumValue };
}

// src/commands/steps/sbom.ts
function sbomOf(spec, binaries, shipped) {
  if (spec.sbom.length === 0) return null;
  return spdxDocument({
    ...spec,
    name: spec.name ?? shipped[0]?.name ?? "",
    binaries: shipped.map((binary, at) => ({
      path: binaryPath(binary),
      bytes: binary.bytes,
      buildInfo: binaries[at]?.executable.buildInfo ?? null
    }))
  });
}

// src/smoke/smoke-test.ts
import { mkdtemp as mkdtemp2, rm as rm3 } from "node:fs/promises";
import path10 from "node:path";

// src/smoke/smoke-config.ts
function smokeConfig(blob) {
  const config = readConfig(blob.bytes);
  if (!config.ok) throw new Error(`the config of our own image ${config.problem}`);
  const { entrypoint, args, env, user, workdir } = config.value;
  const [uid = 0, gid = 0] = user.split(":").map(Number);
  return {
    entrypoint,
    args,
    env: Object.fromEntries(env.map(splitVariable)),
    user: { uid, gid },
    workdir: workdir === "" ? "/" : workdir
  };
}
function splitVariable(variable) {
  const at = variable.indexOf("=");
  return [variable.slice(0, at), variable.slice(at + 1)];
}

// src/smoke/smoke-entries.ts
var HOSTNAME = "smoke-test";
function smokeEntries(layers, owner, user, workdir) {
  const byPath = new Map(layers.map((entry) => [entry.path, entry]));
  byPath.delete("/");
  for (const directory of ["/proc", "/sys", "/dev", "/etc"])
    byPath.set(directory, directoryAt2(byPath, directory));
  if (workdir !== "/" && !byPath.has(workdir)) byPath.set(workdir, directoryAt2(byPath, workdir));
  for (const [path21, text] of Object.entries(CONTAINER_FILES)) byPath.set(path21, fileAt(path21, text));
  if (!byPath.has("/etc/mtab"))
    byPath.set("/etc/mtab", {
      kind: "symlink",
      path: "/etc/mtab",
      mode: 511,
      uid: 0,
      gid: 0,
      target: "/proc/mounts"
    });
  const entries = completeTree([...byPath.values()]);
  return entries.map((entry) => inContainer(entry, owner === "root" ? entry.mode : ownersMode(entry, user)));
}
function inContainer(entry, mode) {
  if (entry.kind !== "file" || entry.content === void 0) return { ...entry, mode };
  const { path: path21, uid, gid, content } = entry;
  return { kind: "stored file", path: path21, mode, uid, gid, content };
}
var CONTAINER_FILES = {
  "/etc/hostname": `${HOSTNAME}
`,
  "/etc/hosts": `127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
127.0.0.1	${HOSTNAME}
`,
  // The only network is loopback, so a resolver refuses at once.
  "/etc/resolv.conf": "nameserver 127.0.0.1\n"
};
function fileAt(path21, text) {
  return { kind: "file", path: path21, mode: 420, uid: 0, gid: 0, bytes: Buffer.from(text) };
}
function directoryAt2(byPath, path21) {
  const there = byPath.get(path21);
  if (there !== void 0 && there.kind !== "directory") throw new RangeError(`${path21} is a ${there.kind}`);
  return there ?? { kind: "directory", path: path21, mode: 493, uid: 0, gid: 0 };
}
function ownersMode(owned, user) {
  const { mode, uid, gid } = owned;
  if (user.uid === 0 || user.uid === uid) return mode;
  const allowed = (user.gid === gid ? mode >> 3 : mode) & 7;
  return mode & ~448 | allowed << 6;
}

// src/smoke/smoke-environment.ts
function smokeEnvironment(env, entries, user, hostname) {
  const home = listedHome(entryTree(entries), user) || "/";
  return { PATH: DEFAULT_PATH, HOSTNAME: hostname, HOME: home, ...env };
}
function candidates(program, env) {
  if (program.includes("/")) return [program];
  const directories = (env["PATH"] ?? "").split(":").filter((directory) => directory.startsWith("/"));
  const files = directories.map((directory) => `${directory.replace(/\/$/, "")}/${program}`);
  return files.length === 0 ? [`/${program}`] : files;
}

// src/smoke/smoke-test.ts
var LIMIT_MS = 3e4;
var SET_UP_MS = 3e5;
async function smokeTest(host, way2, request) {
  if (way2 === "process") throw notRun2("this machine does not let Bantam make namespaces");
  const config = smokeConfig(request.image.config);
  const { base = [] } = request;
  const own = (await Promise.all(request.image.layers.map(readLayer))).flat();
  const layers = [...asLinks(base, own), ...own];
  const owner = way2 === "user" ? "user" : "root";
  const entries = laidOut(layers, owner, config);
  const directory = await mkdtemp2(path10.join(host.temporary, "smoke-test-"));
  try {
    const seen = [];
    for (const { argv, http } of checksOf(config, request)) {
      const service = serviceOf(config, request.smoke, layers, argv);
      const run3 = { owner, directory, service, http, limitMs: request.limitMs ?? LIMIT_MS };
      seen.push(verdict(run3, await supervised(host, way2, run3, entries)));
    }
    return { status: "passed", seen };
  } finally {
    await rm3(directory, { recursive: true, force: true });
  }
}
function asLinks(base, own) {
  const replaced = new Set(own.map(({ path: path21 }) => path21));
  return base.map((entry) => {
    if (entry.kind !== "file" || entry.linkTo === void 0 || replaced.has(entry.linkTo)) return entry;
    const { path: path21, uid, gid, linkTo } = entry;
    return { kind: "symlink", path: path21, mode: 511, uid, gid, target: linkTo };
  });
}
function laidOut(layers, owner, { user, workdir }) {
  try {
    return smokeEntries(layers, owner, user, workdir);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw notRun2(`the image's files cannot be unpacked (${cause.message})`);
  }
}
function checksOf({ entrypoint, args }, { smoke }) {
  const checks = [];
  if (smoke.args !== null) checks.push({ argv: [...entrypoint, ...smoke.args], http: null });
  if (smoke.http !== null) checks.push({ argv: [...entrypoint, ...args], http: smoke.http });
  return checks;
}
function serviceOf({ env, user, workdir }, smoke, layers, argv) {
  const variables = smokeEnvironment({ ...env, ...smoke.env }, layers, user, HOSTNAME);
  const [program = "/"] = argv;
  return {
    user,
    hostname: HOSTNAME,
    workdir,
    candidates: candidates(program, variables),
    argv,
    env: variables
  };
}
async function supervised(host, way2, asked, entries) {
  const [command, ...args] = way2 === "sudo" ? asRoot("smoke-supervisor") : [process.execPath, entryPoint("smoke-supervisor")];
  const finished = await run(host, command, args, {
    input: writeSmokeMessage(asked, entries),
    timeoutMs: SET_UP_MS + asked.limitMs,
    // The supervisor gets nothing of Bantam's environment: no secret, and no NODE_OPTIONS.
    env: childEnvironment(host, way2 === "sudo" ? "sudo" : "shell")
  });
  if (finished.exitCode === 0) return JSON.parse(finished.stdout);
  const why = finished.timedOut ? "its supervisor hung" : `its supervisor ended with ${finished.exitCode ?? finished.signal}`;
  throw notRun2(why, finished.stderr);
}
function verdict(asked, outcome) {
  const command = asked.service.argv.join(" ");
  const probed = asked.http === null ? null : `${asked.http.port}${asked.http.path}`;
  switch (outcome.kind) {
    case "answered":
      return `${probed} answered ${outcome.status}`;
    case "ended":
      if (probed === null && outcome.exitCode === 0) return `${command} ended with 0`;
      throw failed(asked, endOf(outcome, probed), outcome.output);
    case "time limit":
      throw failed(asked, limitOf(asked, outcome.last, probed), outcome.output);
    case "not started":
      throw failed(asked, clause`did not start (${outcome.reason})`, "");
    case "not set up":
      throw notRun2(`the image could not be isolated (${outcome.reason})`);
  }
}
function endOf({ exitCode, signal }, probed) {
  const ended = exitCode === null ? `was ended by ${signal}` : `ended with ${exitCode}`;
  return probed === null ? clause`${ended}, and ${input("smoke-args")} must end with 0` : clause`${ended} before ${probed} answered`;
}
function limitOf(asked, last, probed) {
  const limit = `${asked.limitMs / 1e3} s`;
  return probed === null ? clause`was still running after ${limit}, and ${input("smoke-args")} must end with 0` : clause`was given ${limit}, and at the last try ${probed} ${last ?? ""}, and ${input("smoke-http")} must answer below 500`;
}
function failed({ service: { argv, user } }, what, output) {
  return new Failure(
    "smoke-test",
    {
      what: clause`the smoke test failed`,
      why: clause`${argv.join(" ")} as user ${user.uid}:${user.gid} in the finished image ${what}, and it printed ${output === "" ? "nothing" : "what follows"}`,
      fix: clause`correct the service, or what the image has for it`,
      state: clause`nothing was published`
    },
    { output, fields: { command: argv.join(" ") } }
  );
}
function notRun2(why, output = "") {
  return new Failure(
    "smoke-test",
    {
      what: clause`the smoke test was not run`,
      why: clause`${why}`,
      fix: clause`run Bantam as root, with passwordless sudo, or where users may make namespaces (with util-linux and tar), or leave out ${input("smoke-args")} and ${input("smoke-http")}`,
      state: clause`nothing was published`
    },
    { output }
  );
}

// src/report/smoke-hint.ts
var SYMPTOMS = [
  {
    pattern: /exec: "([^"\n]{1,200})": executable file not found in \$PATH/,
    need: "exec",
    hint: (asked) => ({
      why: clause`it starts the program ${asked}, which the image does not contain`,
      fix: clause`add it with ${input("files")}`
    })
  },
  {
    pattern: /fork\/exec ([^:\n]{1,200}): no such file or directory/,
    need: "exec",
    hint: (asked) => ({
      why: clause`it starts the program ${asked}, which the image does not contain (or whose interpreter it does not contain)`,
      fix: clause`add it with ${input("files")}`
    })
  },
  {
    pattern: /user: (?:unknown user(?:id)?|lookup user(?:id)?|unknown group(?:id)?|lookup group(?:id)?) ([^:\s]{1,100})/,
    need: "users",
    hint: (asked) => ({
      why: clause`it looks up the user or group ${asked}, which the image does not have`,
      fix: clause`add it with ${input("accounts")}`
    })
  },
  {
    pattern: /unknown time zone ([^\s:]{1,100})/,
    need: null,
    hint: (asked) => ({
      why: clause`the image has no time zone ${asked}`,
      fix: clause`set ${input("timezones", "all")}`
    })
  },
  {
    pattern: /x509: (certificate signed by unknown authority|failed to load system roots)/,
    need: null,
    hint: () => ({
      why: clause`the image does not have the certificate authority`,
      fix: clause`set ${input("certificates")} or ${input("extra-certificates")}`
    })
  }
];
function smokeHint(output, needs) {
  for (const { pattern, need, hint } of SYMPTOMS) {
    const asked = pattern.exec(output)?.[1];
    if (asked === void 0) continue;
    if (need === null || needs.some((found) => found?.[need] ?? true)) return hint(asked);
  }
  return null;
}

// src/commands/steps/build/smoke.ts
function notRunHere(host, platform) {
  const starter = starterFor(host, platform);
  const why = starter.kind === "none" ? starter.why : `this machine cannot run ${formatPlatform(platform)}`;
  return { status: "not run", seen: [why] };
}
async function smokeTestImage(host, { smoke, platform, on }, image, { binaries, isolations, isAlone }) {
  if (smoke === null) return NOT_ASKED;
  if (!isAlone && !kernelStarts(platform)) return notRunHere(host, platform);
  if (on !== void 0) refuseLarge(on);
  try {
    return await smokeTest(host, await isolations.search(), {
      image,
      smoke,
      ...on === void 0 ? {} : { base: [...on.tree.values()] }
    });
  } catch (cause) {
    throw cause instanceof Failure ? explained(cause, binaries) : cause;
  }
}
var LARGEST_BASE = 1e9;
function refuseLarge({ name, layers }) {
  const bytes = layers.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= LARGEST_BASE) return;
  throw new Failure(
    "smoke-test",
    {
      what: clause`the smoke test was not run`,
      why: clause`the files of ${name} have ${bytes} bytes, and the limit is ${LARGEST_BASE}`,
      fix: clause`use a smaller base, or leave out ${input("smoke-args")} and ${input("smoke-http")}`,
      state: clause`nothing was published`
    },
    { fields: { input: "base", value: name } }
  );
}
function explained(failure, binaries) {
  const hint = smokeHint(
    failure.output ?? "",
    binaries.map(({ executable }) => executable.needs)
  );
  if (hint === null) return failure;
  const { code, clauses, output, fields } = failure;
  const { why = [] } = clauses;
  return new Failure(
    code,
    { ...clauses, why: joinClauses([why, clause`by its output, ${hint.why}`], "; "), fix: hint.fix },
    { cause: failure, output, fields }
  );
}

// src/commands/steps/read-program.ts
import { readFile as readFile8 } from "node:fs/promises";
import path11 from "node:path";
async function readProgram(file, place, depth, unpack, embedded = NOTHING_KNOWN) {
  return readProgramBytes(await readBytes(file, path11.posix.basename(place)), place, depth, unpack, embedded);
}
async function readProgramBytes(shipped, place, depth, unpack, embedded = NOTHING_KNOWN) {
  const name = path11.posix.basename(place);
  const asShipped = readExecutable(shipped, name);
  const packed = await unpack(shipped);
  const unpacked2 = packed ?? { linked: shipped };
  const linked = "linked" in unpacked2 ? unpacked2.linked : null;
  const executable = linked === null || packed === null ? asShipped : readExecutable(linked, name);
  const breakdown = linked === null ? null : breakdownOf(executable, linked, name, embedded);
  const known = linked === null || breakdown === null ? { kind: "unread", reason: "why" in unpacked2 ? unpacked2.why : "it is packed", size: false } : knownOf(executable, linked, breakdown);
  return {
    buildInfo: executable.buildInfo,
    platform: platformOf(asShipped.elf, executable.buildInfo),
    isStatic: isStatic(executable),
    unread: known.kind === "unread" ? known.reason : null,
    isGo: known.kind === "Go" || executable.buildInfo !== null,
    weight: binaryWeight(
      {
        name,
        path: place,
        linkedSize: (linked ?? shipped).length,
        shippedSize: shipped.length,
        pack: packed === null ? { status: "unpacked", packer: null, reason: "it is not packed" } : { status: "packed", packer: packed.packer, reason: null, kept: false },
        proof: { status: "not run", reason: "weighing runs nothing", isolation: null, environments: [] },
        price: null
      },
      { executable, known, breakdown },
      depth
    )
  };
}
function platformOf({ architecture }, buildInfo) {
  const system = buildInfo?.settings["GOOS"] ?? "";
  const variant = variantOf(architecture, buildInfo) ?? void 0;
  const os2 = /^[a-z0-9]{1,16}$/.test(system) ? system : "linux";
  return foundPlatform({ os: os2, architecture: architecture ?? "unknown", variant });
}
async function readBytes(file, name) {
  try {
    return await readFile8(file);
  } catch (cause) {
    throw new Failure(
      "bad-input",
      { what: clause`${name} cannot be weighed`, why: clause`${whyNotRead(cause)}` },
      { cause, fields: { file } }
    );
  }
}
function isStatic({ elf: { neededLibraries, interpreter } }) {
  return neededLibraries.length === 0 && interpreter === null;
}

// src/commands/steps/found-programs.ts
async function readFoundPrograms(programs, config, depth, unpack, embedded = /* @__PURE__ */ new Map()) {
  const found = [];
  const others = [];
  for (const program of programs) {
    const { path: place, bytes } = program;
    const read = await readOne(program, depth, unpack, embedded.get(place));
    if (typeof read === "string") others.push({ path: place, bytes, unread: read });
    else if (isBinary(read, config)) found.push(read);
    else others.push({ path: place, bytes, unread: read.unread });
  }
  return { programs: found, others };
}
function isBinary({ isGo, weight }, config) {
  return isGo || weight.pack.status === "packed" || isStarted(config, weight.path);
}
async function readOne({ path: place, bytes, file }, depth, unpack, byPackage) {
  if (file === null) return `it has ${bytes} bytes, and the programs before it used up the limit`;
  try {
    const embedded = byPackage === void 0 ? void 0 : { byPackage };
    return await readProgram(file, place, depth, unpack, embedded);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "unreadable-binary") throw error;
    return reasonText(error);
  }
}

// src/commands/steps/weigh-file-programs.ts
async function weighFilePrograms(host, { config }, packer, files, shipped = []) {
  const known = new Map(shipped.map((program) => [binaryPath(program), program.weight]));
  const unpack = unpacker(host, packer);
  const binaries = [];
  const others = [];
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? "/"
  });
  for (const entry of files) {
    if (entry.kind !== "file") continue;
    const { path: path21, bytes } = entry;
    const weight = known.get(path21);
    if (weight === void 0 && !isProgram(entry, started)) continue;
    if (weight?.pack.status === "packed") {
      binaries.push({ ...weight, fromFiles: true });
      continue;
    }
    const read = await readProgramBytes(bytes, path21, "package", unpack).catch(whyUnreadable);
    if (typeof read === "string") others.push({ path: path21, bytes: bytes.length, unread: read });
    else if (weight !== void 0 || isBinary(read, startedBy(config)))
      binaries.push(fromElsewhere(read, weight?.pack.reason ?? "it was added by files"));
    else others.push({ path: path21, bytes: bytes.length, unread: read.unread });
  }
  return { binaries, others };
}
function isProgram({ mode, bytes, path: path21 }, started) {
  const head = bytes.subarray(0, PROGRAM_HEAD);
  if (!mayBeProgram(head)) return false;
  if (started.has(path21)) return true;
  return (mode & 73) !== 0 && (looksLikeProgram(head, path21) || saysProgram(bytes));
}
function whyUnreadable(error) {
  if (!(error instanceof Failure) || error.code !== "unreadable-binary") throw error;
  return reasonText(error);
}
function fromElsewhere({ weight }, reason) {
  return {
    ...weight,
    pack: weight.pack.status === "packed" ? weight.pack : { status: "unpacked", packer: null, reason },
    proof: { ...weight.proof, reason },
    fromFiles: true
  };
}

// src/commands/steps/weigh-base.ts
async function weighBase(host, { config }, on, packer, image, files) {
  const own = image.layers.map((layer) => layer.what === "files" ? files.flatMap(asChange) : filesOf2(layer));
  const visible = fileSystemOf([...on.entries, ...own]);
  const { programs, others } = await readFoundPrograms(
    await programsAmong(visible),
    startedBy(config),
    "package",
    unpacker(host, packer)
  );
  const binaries = programs.map((program) => fromElsewhere(program, "it is part of the base image"));
  const ofBinaries = image.layers.flatMap(({ what, files: stored }) => what === "binaries" ? stored : []);
  const hidden = sizesOf(image).imageSize - visible.reduce((sum, { bytes }) => sum + bytes, 0);
  const named2 = [...ofBinaries, ...binaries].map(({ path: path21 }) => path21);
  return {
    programs: { binaries, others },
    layers: on.layers.map(({ digest, size }) => ({ digest, size, what: "base image" })),
    files: visible,
    breakdown: foundBreakdown(visible, named2, hidden)
  };
}
function asChange(entry) {
  const { path: path21, mode } = entry;
  switch (entry.kind) {
    case "file":
      return [
        { kind: "file", path: path21, mode, bytes: entry.bytes.length, program: null, ...capabilitiesOf(entry) }
      ];
    case "directory":
      return [{ kind: "directory", path: path21, mode }];
    case "symlink":
      return [{ kind: "symlink", path: path21, target: entry.target }];
  }
}
function filesOf2({ files }) {
  return files.map((file) => ({
    kind: "file",
    path: file.path,
    mode: 420,
    bytes: file.bytes,
    program: null,
    ...capabilitiesOf(file)
  }));
}
function capabilitiesOf({ capabilities }) {
  return capabilities === void 0 ? {} : { capabilities };
}

// src/commands/steps/weigh.ts
async function weighImage(host, spec, tools, { base, files, binaries, shipped, programs }, image) {
  const filePrograms = await weighFilePrograms(host, spec, tools.packer, files, programs);
  const below = spec.on === void 0 ? null : await weighBase(host, spec, spec.on, tools.packer, image, files);
  const own = image.layers.map(({ digest, bytes, what }) => ({ digest, size: bytes.length, what }));
  return platformWeight({
    platform: formatPlatform(spec.platform),
    digest: image.manifest.digest,
    sizes: sizesOf(image),
    settings: settingsOf(spec, tools, base, binaries),
    binaries: [
      ...shipped.map(({ weight }) => weight),
      ...filePrograms.binaries,
      ...below?.programs.binaries ?? []
    ],
    otherPrograms: [...filePrograms.others, ...below?.programs.others ?? []],
    files: below?.files ?? image.layers.flatMap((layer) => layer.files),
    layers: [...below?.layers ?? [], ...own],
    breakdown: below?.breakdown ?? imageBreakdown(image.layers)
  });
}

// src/report/tag-words.ts
var KNOWN = {
  disable_grpc_modules: "Cloud Storage's client loses DirectPath over gRPC",
  disable_pgv: "messages of Envoy are not validated",
  disableunsafe: "slower, because plain Go replaces unsafe code",
  go_json: "gin reads and writes JSON with goccy/go-json",
  grpcnotrace: "gRPC writes no traces for golang.org/x/net/trace",
  jsoniter: "gin reads and writes JSON with json-iterator",
  nethttpomithttp2: "net/http has no HTTP/2, neither as a server nor as a client",
  nobadger: "no Badger database (smallstep/nosql)",
  nobadgerv1: "no Badger 1 database (smallstep/nosql)",
  nobadgerv2: "no Badger 2 database (smallstep/nosql)",
  nobbolt: "no bbolt database (smallstep/nosql)",
  nomsgpack: "gin neither reads nor writes MsgPack",
  nomysql: "no MySQL database (smallstep/nosql)",
  nopgx: "no PostgreSQL database (smallstep/nosql)",
  safe: "slower, because plain Go replaces unsafe code",
  sonic: "gin reads and writes JSON with sonic"
};
var MOST_NAMED = 3;
function tagPrice(tag, packages) {
  const known = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : void 0;
  return known ?? `unknown; see how ${usersOf(packages)}`;
}
function usersOf(packages) {
  return `${firstOf(packages, MOST_NAMED)} ${packages.length === 1 ? "uses" : "use"} it`;
}

// src/report/diet-words.ts
function changesTitle(changes) {
  const [first, ...others] = changes;
  if (first === void 0) return "as it is";
  return others.length === 0 ? changeTitle(first) : "all changes together";
}
function changeTitle(change) {
  switch (change.kind) {
    case "build tag":
      return `build tag ${change.tag}`;
    case "no inlining":
      return "no inlining";
    case "no certificates":
      return "no certificates";
    case "no time zones":
      return "no time zones";
    case "zstd layers":
      return "zstd layers";
    case "zstd for packing":
      return "zstd layers, not packed";
    case "packing":
      return "packed";
    case "newer go":
      return change.version;
    case "newer module":
      return `${change.module} ${change.to} (${change.from} now)`;
    case "experiment":
      return `GOEXPERIMENT=${change.value}`;
  }
}
function changePrice(change) {
  switch (change.kind) {
    case "build tag":
      return tagPrice(change.tag, change.packages);
    case "no inlining":
      return "slower code, because small functions are called instead of copied into their callers";
    case "no certificates":
      return change.needed ? "TLS to any other server fails (x509: certificate signed by unknown authority), unless certificates are mounted" : "none: the binary cannot reach the system's certificates";
    case "no time zones":
      return change.needed ? "time.LoadLocation fails for every zone except UTC, and Local is UTC, unless zones are mounted" : "none: the binary cannot reach time.LoadLocation";
    case "zstd layers":
      return "pulling needs Docker 23 or containerd 1.5, or newer";
    case "zstd for packing":
      return "a node stores the linked binary, and pulling needs Docker 23 or containerd 1.5, or newer";
    case "packing":
      return "the binary is unpacked into private memory at every start";
    case "newer go":
      return "none except the upgrade itself; read the release notes";
    case "newer module":
      return "none except the upgrade itself; read its release notes";
    case "experiment":
      return EXPERIMENT_PRICES[change.value];
  }
}
var EXPERIMENT_PRICES = {
  nojsonv2: "encoding/json is the implementation of Go 1.26 and earlier, which decodes more slowly; a later Go may no longer offer it",
  nosizespecializedmalloc: "the runtime allocates small objects more slowly, as Go 1.26 and earlier do; a later Go may no longer offer it"
};
function changeCommands(changes) {
  return changes.flatMap(
    (change) => change.kind === "newer module" ? [`go get ${formatShellWords([`${change.module}@${change.to}`])}`] : []
  );
}
function changesPrice(changes) {
  return changes.map(changePrice).join("; ");
}
function settingsText(settings, surface) {
  return surface === "terminal" ? settings.map(({ input: input2, value }) => flag(input2, value)).join(" ") : settings.map(({ input: input2, value }) => `${input2}: ${yamlText(value)}`).join("\n");
}
function flag(input2, value) {
  const word = formatShellWords([value]);
  return value.startsWith("-") ? `--${input2}=${word}` : `--${input2} ${word}`;
}
function yamlText(value) {
  return /^[A-Za-z][\w.,/-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null)$/i.test(value) ? value : JSON.stringify(value);
}
function failureWords({ stage, reason }) {
  switch (stage) {
    case "compile":
      return `does not compile: ${reason}`;
    case "start":
      return `does not start: ${reason}`;
    case "pack":
      return `cannot be packed: ${reason}`;
    case "other":
      return `could not be tried: ${reason}`;
  }
}
function nothingWords({ linkedSize: before }, nothing) {
  const tags = nothing.flatMap(
    ({ changes }) => changes.flatMap((one) => one.kind === "build tag" ? [one.tag] : [])
  );
  const others = nothing.filter(({ changes }) => changes.every(({ kind }) => kind !== "build tag")).map(({ changes, outcome }) => {
    const grown = outcome.status === "not smaller" ? outcome.linkedSize - before : 0;
    return `${changesTitle(changes)}${grown > 0 ? ` (${formatDelta(grown)} before packing)` : ""}`;
  });
  return [...others, ...tags.length === 0 ? [] : [namedTags(tags)]].join(", ");
}
var MOST_UNTRIED = 5;
function untriedWords(tags) {
  const more = tags.length - MOST_UNTRIED;
  const named2 = namedTags(tags.slice(0, MOST_UNTRIED));
  return `not tried, to save time: ${named2}${more > 0 ? ` and ${more} more` : ""}`;
}
function namedTags(tags) {
  return `build ${tags.length === 1 ? "tag" : "tags"} ${tags.join(", ")}`;
}

// src/report/diet-json.ts
function dietJson(diet2) {
  const { name, platform, go, newerGo: newerGo2, modulesUnknown, asItIs, findings, untried, imports, deadCode } = diet2;
  const { saves, trades, nothing, failed: failed3 } = findings;
  const value = {
    schemaVersion: 1,
    bantam: VERSION,
    name,
    platform,
    go,
    newerGo: newerGo2,
    modulesUnknown,
    asItIs,
    findings: [
      ...saves.map((finding) => findingValue("smaller", finding)),
      ...trades.map((finding) => findingValue("larger", finding))
    ],
    nothing: nothing.map(triedValue),
    failed: failed3.map((tried) => ({ ...triedValue(tried), reason: reasonOf2(tried) })),
    untried,
    imports,
    deadCode
  };
  return jsonText(value);
}
function findingValue(image, { changes, settings, weight, saved }) {
  return {
    ...triedValue({ changes, settings }),
    image,
    commands: changeCommands(changes),
    flags: settingsText(settings, "terminal"),
    yaml: settingsText(settings, "action"),
    price: changesPrice(changes),
    weight,
    saved
  };
}
function triedValue({ changes, settings }) {
  return {
    title: changesTitle(changes),
    changes: changes.map(({ kind }) => kind),
    settings: Object.fromEntries(settings.map(({ input: input2, value }) => [input2, value]))
  };
}
function reasonOf2({ outcome }) {
  return outcome.status === "failed" ? failureWords(outcome) : "";
}

// src/diet/experiments.ts
var EXPERIMENTS = [
  { value: "nojsonv2", since: 27, package: "encoding/json" },
  { value: "nosizespecializedmalloc", since: 27, package: null }
];
function experimentsFor(goVersion, isCompiledIn, current) {
  const minor = Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0);
  const named2 = current.split(",").map((word) => word.trim().replace(/^no/, ""));
  return EXPERIMENTS.filter(
    (experiment) => minor >= experiment.since && !named2.includes(experiment.value.replace(/^no/, "")) && (experiment.package === null || isCompiledIn(experiment.package))
  ).map(({ value }) => value);
}
function withExperiment(current, value) {
  return [current, value].filter((word) => word !== "").join(",");
}

// src/diet/change.ts
var NO_INLINING = "-gcflags=all=-l";
function applyChanges(spec, changes) {
  return changes.reduce(applyChange, spec);
}
function applyChange(spec, change) {
  const { compile, certificates, pack: pack2, go } = spec;
  switch (change.kind) {
    case "build tag":
      return { ...spec, compile: { ...compile, buildTags: [...compile.buildTags, change.tag] } };
    case "no inlining":
      return { ...spec, compile: { ...compile, buildFlags: [...compile.buildFlags, NO_INLINING] } };
    case "no certificates":
      return { ...spec, certificates: { ...certificates, roots: "none" } };
    case "no time zones":
      return { ...spec, timezones: "none" };
    case "zstd layers":
      return { ...spec, layerCompression: "zstd" };
    case "zstd for packing":
      return { ...spec, pack: { ...pack2, mode: "off" }, layerCompression: "zstd" };
    case "packing":
      return { ...spec, pack: { ...pack2, mode: "auto" } };
    case "newer go": {
      const version = change.version.replace(/^go/, "");
      return { ...spec, go: { ...go, version, versionFile: null } };
    }
    case "newer module":
      return spec;
    case "experiment": {
      const GOEXPERIMENT = withExperiment(compile.buildEnv["GOEXPERIMENT"] ?? "", change.value);
      return { ...spec, compile: { ...compile, buildEnv: { ...compile.buildEnv, GOEXPERIMENT } } };
    }
  }
}
function isOfCode({ kind }) {
  switch (kind) {
    case "build tag":
    case "no inlining":
    case "newer go":
    case "newer module":
    case "experiment":
      return true;
    case "no certificates":
    case "no time zones":
    case "zstd layers":
    case "zstd for packing":
    case "packing":
      return false;
  }
}
function breaks(change) {
  switch (change.kind) {
    case "no certificates":
    case "no time zones":
      return change.needed;
    case "build tag":
    case "no inlining":
    case "zstd layers":
    case "zstd for packing":
    case "packing":
    case "newer go":
    case "newer module":
    case "experiment":
      return false;
  }
}

// src/report/diet-advice-lines.ts
var MOST3 = 10;
var INDENT = 12;
function importLines(imports, screen) {
  if (imports.length === 0) return [];
  const rest = imports.slice(MOST3);
  const bytes = rest.reduce((sum, advice) => sum + advice.bytes, 0);
  return [
    "",
    ...listed(["imports, each with the bytes that only it adds, before packing"], 2, screen),
    "",
    ...imports.slice(0, MOST3).flatMap((advice) => adviceLines(advice, screen)),
    ...rest.length === 0 ? [] : sized(bytes, rest.length === 1 ? "1 other" : `${rest.length} others`, screen)
  ];
}
function adviceLines({ imported, bytes, packages, path: path21 }, screen) {
  const more = packages > 1 ? `, ${packages} packages` : "";
  return [...sized(bytes, `${imported}${more}`, screen), ...listed([way(path21)], INDENT, screen)];
}
function sized(bytes, text, screen) {
  return listedBeside(`${formatBytes(bytes).padStart(INDENT - 2)}  `, [text], INDENT, screen);
}
function way(path21) {
  return path21.join(" \u2192 ");
}
function deadCodeLines(reasons, screen) {
  if (reasons === null) return ["", ...listed(["it is not known what keeps dead code"], 2, screen)];
  if (reasons.length === 0) return [];
  const why = "dead code stays: these functions look up methods by names that are known only at run time, so the linker keeps every exported method of every type in use";
  return [
    "",
    ...listed([why], 2, screen),
    ...reasons.slice(0, MOST3).flatMap(({ function: name, packages }) => [
      "",
      " ".repeat(INDENT) + paint(screen, "strong", printable(name)),
      ...listed([way(packages)], INDENT, screen)
    ])
  ];
}

// src/report/diet-lines.ts
function dietLines(diet2, screen) {
  const { name, platform, asItIs, findings, imports, deadCode } = diet2;
  return [
    headline(name, platform, screen),
    "",
    ...asItIsLines(asItIs, screen),
    ...findingsLines("smaller", findings.saves, screen),
    ...findingsLines("larger, but saves something else", findings.trades, screen),
    ...importLines(imports, screen),
    ...deadCodeLines(deadCode, screen),
    ...restLines(diet2, screen)
  ];
}
function asItIsLines({ imageSize, downloadSize, linkedSize, packed, price }, screen) {
  const pull = `${formatBytes(downloadSize)} to pull`;
  const linked = `${formatBytes(linkedSize)} before packing`;
  const rows = [
    {
      label: "image",
      what: formatBytes(imageSize),
      note: packed ? `${pull}, ${linked}` : `${pull}, not packed`
    },
    ...price === null ? [] : [
      {
        label: "memory",
        what: `${formatMemory(price.memory.shipped)} private`,
        note: `${formatMs(price.processorMs.shipped)} of processor time to start`
      }
    ]
  ];
  return rows.flatMap((row) => layOut({ ...row, figure: "" }, screen));
}
function findingsLines(title, findings, screen) {
  if (findings.length === 0) return [];
  return ["", `  ${title}`, ...findings.flatMap((finding) => ["", ...findingLines(finding, screen)])];
}
var INDENT2 = 12;
function findingLines({ changes, settings, saved }, screen) {
  const title = [changesTitle(changes), ...besides(saved)].join(", ");
  const figure = formatDelta(-saved.image).padStart(INDENT2 - 2);
  const price = `price: ${changes.length > 1 ? "the prices of all these changes" : changesPrice(changes)}`;
  return [
    ...listedBeside(
      `${paint(screen, saved.image < 0 ? "doubtful" : "good", figure)}  `,
      [title],
      INDENT2,
      screen
    ),
    ...[
      ...changeCommands(changes),
      ...settings.length === 0 ? [] : [settingsText(settings, "terminal")]
    ].map((line2) => `${" ".repeat(INDENT2)}${paint(screen, "strong", printable(line2))}`),
    ...listed([price], INDENT2, screen).map((line2) => changes.some(breaks) ? paintBelow(line2, screen) : line2)
  ];
}
function paintBelow(line2, screen) {
  return line2.slice(0, INDENT2) + paint(screen, "bad", line2.slice(INDENT2));
}
function besides({ download, memory, processorMs }) {
  return [
    `${formatDelta(-download)} to pull`,
    ...memory === null || isNoise({ kind: "memory" }, 0, memory) ? [] : [`${memory > 0 ? "\u2212" : "+"}${formatMemory(Math.abs(memory))} memory`],
    ...processorMs === null ? [] : [`${formatMs(Math.abs(processorMs))} ${processorMs > 0 ? "less" : "more"} to start`]
  ];
}
function restLines({ asItIs, findings, untried, go, newerGo: newerGo2, modulesUnknown }, screen) {
  const { nothing, failed: failed3 } = findings;
  const texts = [
    ...nothing.length === 0 ? [] : [`tried, but saved nothing: ${nothingWords(asItIs, nothing)}`],
    ...failed3.map(failedWords),
    ...untried.length === 0 ? [] : [untriedWords(untried)],
    ...goWords(go, newerGo2),
    ...modulesUnknown === null ? [] : [`no newer module was tried: ${modulesUnknown}`]
  ];
  return texts.length === 0 ? [] : ["", ...listed(texts, 2, screen)];
}
function failedWords({ changes, outcome }) {
  const why = outcome.status === "failed" ? failureWords(outcome) : "";
  return `${changesTitle(changes)} ${why}`;
}
function goWords(go, newerGo2) {
  switch (newerGo2.status) {
    case "tried":
      return [];
    case "newest":
      return [`${go} is the newest Go`];
    case "unknown":
      return [`no newer Go was tried: ${newerGo2.reason}`];
  }
}

// src/diet/candidates.ts
function candidatesFor(asItIs) {
  return [
    ...inliningChanges(asItIs),
    ...goChanges(asItIs),
    ...experimentChanges(asItIs),
    ...moduleChanges(asItIs),
    ...tagChanges(asItIs),
    ...contentChanges(asItIs),
    ...layerChanges(asItIs)
  ];
}
function inliningChanges({ spec: { compile } }) {
  const own = compile.buildFlags.some((flag2) => /^--?gcflags\b/.test(flag2));
  return own ? [] : [{ kind: "no inlining" }];
}
function goChanges({ newerGo: newerGo2 }) {
  return newerGo2 === null ? [] : [{ kind: "newer go", version: newerGo2 }];
}
function experimentChanges({ experiments }) {
  return experiments.map((value) => ({ kind: "experiment", value }));
}
function moduleChanges({ spec: { compile }, newerModules }) {
  const own = compile.buildFlags.some((flag2) => /^--?mod(?:file)?\b/.test(flag2));
  return own ? [] : newerModules.map((newer) => ({ kind: "newer module", ...newer }));
}
var MOST_TAGS = 16;
function tagChanges({ tags }) {
  return tags.slice(0, MOST_TAGS).map(({ tag, packages }) => ({ kind: "build tag", tag, packages }));
}
function untriedTags(tags) {
  return tags.slice(MOST_TAGS).map(({ tag }) => tag);
}
function contentChanges({ spec, certificates, timezones, needs }) {
  const rooted = certificates && spec.certificates.roots !== "none";
  return [
    ...rooted ? [{ kind: "no certificates", needed: needs.certificates }] : [],
    ...timezones ? [{ kind: "no time zones", needed: needs.timezones }] : []
  ];
}
function layerChanges({ spec, packed }) {
  const gzip = spec.layerCompression === "gzip";
  return [
    ...gzip ? [{ kind: "zstd layers" }] : [],
    ...packed ? [{ kind: "zstd for packing" }] : [],
    ...spec.pack.mode === "off" ? [{ kind: "packing" }] : []
  ];
}

// src/diet/weight.ts
function dietWeight({ sizes, binaries }) {
  const prices = binaries.map(({ price }) => price);
  const known = prices.filter((price) => price !== null);
  return {
    imageSize: sizes.imageSize,
    downloadSize: sizes.downloadSize ?? 0,
    linkedSize: binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0),
    packed: binaries.every(({ pack: pack2 }) => pack2.status === "packed"),
    price: known.length === 0 || known.length < prices.length ? null : known.reduce(worse)
  };
}
function worse(one, other) {
  return other.memory.shipped > one.memory.shipped ? other : one;
}
function isLinkedSmaller({ linkedSize: before }, linkedSize) {
  return linkedSize < before && !isNoise({ kind: "binary" }, before, before - linkedSize);
}
function savedBy(asItIs, tried) {
  const [before, after] = [asItIs.price, tried.price];
  const memory = difference(
    before?.memory.shipped ?? after?.memory.linked,
    after?.memory.shipped ?? before?.memory.linked
  );
  const processorMs = asItIs.packed === tried.packed ? null : difference(
    before?.processorMs.shipped ?? after?.processorMs.linked,
    after?.processorMs.shipped ?? before?.processorMs.linked
  );
  return {
    image: asItIs.imageSize - tried.imageSize,
    download: asItIs.downloadSize - tried.downloadSize,
    memory,
    processorMs
  };
}
function difference(before, after) {
  return before === void 0 || after === void 0 ? null : before - after;
}

// src/diet/findings.ts
function findingsOf(asItIs, tried) {
  const weighed = tried.flatMap((one) => weighedOf(asItIs, one));
  const saves = weighed.filter(({ gain }) => gain === "saves").map(({ finding }) => finding);
  const trades = weighed.filter(({ gain }) => gain === "trades").map(({ finding }) => finding);
  const told = new Set([...saves, ...trades].map(({ changes }) => changes));
  return {
    saves: saves.toSorted(mostFirst),
    trades: trades.toSorted(mostFirst),
    nothing: tried.filter(({ outcome, changes }) => outcome.status !== "failed" && !told.has(changes)),
    failed: tried.filter(({ outcome }) => outcome.status === "failed")
  };
}
function worthTogether({ saves }) {
  const worth = saves.filter(({ saved, changes }) => saved.image > 0 && !changes.some(breaks));
  return worth.length < 2 ? [] : worth.flatMap(({ changes }) => changes);
}
function weighedOf(asItIs, { changes, settings, outcome }) {
  if (outcome.status !== "weighed") return [];
  const { weight } = outcome;
  const saved = savedBy(asItIs, weight);
  return [{ gain: gainOf(asItIs, saved), finding: { changes, settings, weight, saved } }];
}
var LEAST_SHARE = 0.01;
function gainOf({ imageSize, downloadSize }, { image, download, memory }) {
  const sameImage = isNoise({ kind: "image" }, imageSize, image);
  const lessToPull = download > LEAST_SHARE * downloadSize;
  if (sameImage) return lessToPull ? "saves" : "nothing";
  if (image > 0) return "saves";
  const lessMemory = memory !== null && memory > 0 && !isNoise({ kind: "memory" }, 0, memory);
  return lessToPull || lessMemory ? "trades" : "nothing";
}
function mostFirst({ saved: one }, { saved: other }) {
  return other.image - one.image || other.download - one.download;
}

// src/toolchain/newer-go.ts
var import_semver = __toESM(require_semver(), 1);
async function newerGo(host, { downloadUrl }, current, workingDirectory) {
  const known = await knownReleases(host, downloadUrl ?? OFFICIAL_GO, workingDirectory);
  return known.ok ? parsed(newestAfter(current.version, known.value)) : known;
}
async function knownReleases(host, base, workingDirectory) {
  const listed2 = await listReleases(host, base, listPlatform()).catch((cause) => {
    if (cause instanceof Failure) return problem(reasonText(cause));
    throw cause;
  });
  if (!("ok" in listed2)) return parsed(listed2);
  const local = await goOnPath(host, workingDirectory);
  return local === null ? listed2 : listThroughModuleProxy(host, local);
}
function newestAfter(current, known) {
  const present = semverOfGo(current);
  const stable = known.filter((release) => release.stable).map(({ version }) => version);
  const newest = import_semver.default.maxSatisfying(stable, "*");
  return present === null || newest === null || !import_semver.default.gt(newest, present) ? null : goOfSemver(newest);
}

// src/commands/steps/diet/look-into.ts
import { rm as rm5 } from "node:fs/promises";
import path15 from "node:path";

// src/compile/build-tags.ts
import { open as open3 } from "node:fs/promises";
import path12 from "node:path";

// src/diet/tags-for-users.ts
function isForUsers(tag) {
  return !(SYSTEMS.has(tag) || ARCHITECTURES.has(tag) || // The tag amd64.v3 comes from GOAMD64.
  ARCHITECTURES.has(tag.split(".", 1)[0] ?? "") || // The toolchain sets these tags. The last two come from GOEXPERIMENT and GOFIPS140.
  /^go1(?:\.\d+)?$|^goexperiment\.|^fips140v/.test(tag) || NOT_FOR_USERS.has(tag));
}
var NOT_FOR_USERS = /* @__PURE__ */ new Set([
  // The go command or another compiler sets these tags together with other settings.
  "gc",
  "gccgo",
  "cgo",
  "unix",
  "race",
  "msan",
  "asan",
  "boringcrypto",
  "tinygo",
  // These tags are for building, testing and debugging Go itself.
  "compiler_bootstrap",
  "cmd_go_bootstrap",
  "debuglog",
  "faketime",
  "libfuzzer",
  "valgrind",
  "noopt",
  // These tags use C code for looking up hosts and users.
  "netcgo",
  "osusercgo",
  // These tags replace assembly by portable code. That saves one percent of a packed service and makes cryptography
  // many times slower.
  "purego",
  "appengine",
  "appenginevm",
  "math_big_pure_go",
  "noasm",
  // Files with these tags are not part of any program.
  "ignore",
  "tools"
]);

// src/diet/build-tags.ts
function findTags(graph, files) {
  const changes = files.filter((file) => graph.packages.get(file.package)?.own === false && isPredictable(graph, file)).flatMap((file) => changesOf(graph, file));
  return [...Map.groupBy(changes, ({ tag }) => tag)].filter(([, changes2]) => !emptiesPackage(graph, changes2)).map(([tag, changes2]) => foundTag(tag, changes2)).filter(({ leavesOut }) => leavesOut > 0).sort((a, b) => b.leavesOut - a.leavesOut || (a.tag < b.tag ? -1 : 1));
}
function isPredictable({ packages, tags }, { package: path21, ...file }) {
  const isSet = (tag) => tags.has(tag);
  const counts2 = packages.get(path21)?.files.includes(file.name) ?? false;
  return nameHolds(file.name, isSet) && holds(file.constraint, isSet) === counts2;
}
function changesOf({ tags }, file) {
  const counts2 = holds(file.constraint, (tag) => tags.has(tag));
  return [...new Set(tagsOf(file.constraint))].filter((tag) => !tags.has(tag) && isForUsers(tag)).filter((tag) => holds(file.constraint, (other) => other === tag || tags.has(other)) !== counts2).map((tag) => ({ tag, package: file.package, change: counts2 ? "leaves out" : "brings in" }));
}
function foundTag(tag, changes) {
  const leavesOut = changes.filter(({ change }) => change === "leaves out").length;
  return {
    tag,
    packages: [...new Set(changes.map((change) => change.package))].sort(),
    leavesOut,
    bringsIn: changes.length - leavesOut
  };
}
function emptiesPackage({ packages }, changes) {
  return [...Map.groupBy(changes, (change) => change.package)].some(([importPath, changes2]) => {
    const files = packages.get(importPath)?.files.length ?? 0;
    return changes2.every(({ change }) => change === "leaves out") && changes2.length >= files;
  });
}

// src/compile/build-tags.ts
var HEADER_SIZE = 16 * 1024;
var OPEN_FILES2 = 16;
async function readBuildTags(host, graph) {
  const packages = [...graph.packages.values()];
  const files = await inParallel(OPEN_FILES2, packages, async (found) => constrainedFiles(host, found));
  return findTags(graph, files.flat());
}
async function constrainedFiles(host, found) {
  const constrained = [];
  for (const name of [...found.files, ...found.ignoredFiles]) {
    const constraint = constraintOfHeader(await headerOf(host, path12.join(found.directory, name)));
    if (constraint !== null) constrained.push({ package: found.importPath, name, constraint });
  }
  return constrained;
}
async function headerOf(host, file) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await open3(file), true);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_SIZE), 0, HEADER_SIZE, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    host.log.debug(`no header of ${file}: ${errorMessage(cause)}`);
    return "";
  }
}

// src/compile/go-experiments.ts
async function offeredExperiments(host, go, { spec, platform, workingDirectory }, values) {
  const env = goEnvironment(host, spec, platform);
  const answers = await Promise.all(
    values.map(async (value) => {
      const GOEXPERIMENT = withExperiment(env["GOEXPERIMENT"] ?? "", value);
      const { exitCode } = await run(host, go.command, ["env", "GOEXPERIMENT"], {
        cwd: workingDirectory,
        env: { ...env, GOEXPERIMENT },
        brief: true
      });
      return { value, offered: exitCode === 0 };
    })
  );
  return answers.filter(({ offered }) => offered).map(({ value }) => value);
}

// src/compile/import-graph.ts
var FIELDS = "-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,CgoFiles,IgnoredGoFiles";
var TAGS = "{{context.GOOS}} {{context.GOARCH}} {{context.Compiler}} unix {{if context.CgoEnabled}}cgo {{end}}{{range context.ReleaseTags}}{{.}} {{end}}{{range context.ToolTags}}{{.}} {{end}}{{range context.BuildTags}}{{.}} {{end}}";
async function readImportGraph(host, go, context, mains) {
  const flags = buildFlags(host, context.spec);
  const paths = mains.map((main) => main.path);
  const [entries, tags] = await Promise.all([
    goListJson(host, go, context, ["-deps", FIELDS, ...flags, "--", ...paths]),
    goList(host, go, context, ["-find", "-f", TAGS, ...flags, "--", "unsafe"])
  ]);
  const known = new Set(entries.map((entry) => entry.ImportPath ?? ""));
  return {
    roots: [...new Set(mains.map((main) => main.importPath))],
    packages: new Map(entries.map((entry) => [entry.ImportPath ?? "", packageOf2(entry, known)])),
    tags: new Set(tags.trim().split(/\s+/))
  };
}
function packageOf2(entry, known) {
  const { ImportPath = "", Dir = "", Module, Standard = false } = entry;
  return {
    importPath: ImportPath,
    // A package of files that were named on the command line has no module.
    module: Standard ? null : Module?.Path ?? ImportPath,
    own: !Standard && (Module === void 0 || Module.Main === true),
    // "C" stands for the C code that cgo reads. It is not a package.
    imports: (entry.Imports ?? []).filter((imported) => known.has(imported)),
    directory: Dir,
    files: [...entry.GoFiles ?? [], ...entry.CgoFiles ?? []],
    ignoredFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name))
  };
}

// src/compile/linker-dependencies.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { rm as rm4 } from "node:fs/promises";
import path13 from "node:path";

// src/diet/linker-symbols.ts
var TYPE = /^type:(?!\.)/;
function isFunction(symbol) {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE;
}
function isMethodOfType(from, to) {
  return TYPE.test(from) && isFunction(to);
}
var NOWHERE = "_";

// src/diet/method-keepers.ts
var BY_NAME = "reached generic iface method: ";
var BY_INTERFACE = "reached iface method: ";
var METHOD = /^markable method: (?<signature>.*) of sym \d+ (?<type>type:.*)$/;
function methodKeepers() {
  const byName = /* @__PURE__ */ new Map();
  const byInterface = /* @__PURE__ */ new Map();
  const signatures = /* @__PURE__ */ new Map();
  let remarks = [];
  let last = null;
  const readRemark = (line2) => {
    if (line2.startsWith(BY_NAME)) remarks.push({ keepers: byName, key: line2.slice(BY_NAME.length) });
    else if (line2.startsWith(BY_INTERFACE))
      remarks.push({ keepers: byInterface, key: line2.slice(BY_INTERFACE.length) });
    else {
      const method = METHOD.exec(line2)?.groups;
      if (method === void 0) return false;
      const { signature = "", type = "" } = method;
      signatures.set(`${type} ${nameOf(signature)}`, signature);
    }
    return true;
  };
  const readFrom = (from) => {
    const keeper = isFunction(from) ? from : last;
    if (keeper !== null) {
      for (const { keepers: keepers2, key } of remarks) if (!keepers2.has(key)) keepers2.set(key, keeper);
    }
    remarks = [];
    last = isFunction(from) ? from : null;
  };
  const of = (type, method) => {
    const name = method.slice(method.lastIndexOf(".") + 1);
    const reflected = byName.get(name) ?? null;
    if (reflected !== null || !method.startsWith("reflect.")) return reflected;
    return byInterface.get(signatures.get(`${type} ${name}`) ?? "") ?? null;
  };
  return { readRemark, readFrom, of };
}
function nameOf(signature) {
  return /^\{(\S+) /.exec(signature)?.[1] ?? "";
}

// src/diet/dead-code.ts
function readDependencies(main) {
  const reachedFrom = /* @__PURE__ */ new Map([[NOWHERE, null]]);
  const marked = /* @__PURE__ */ new Set();
  const keepers2 = methodKeepers();
  let addingMethods = false;
  let over = false;
  const readLine = (line2) => {
    if (over || keepers2.readRemark(line2)) return;
    const edge = parseEdge(line2, reachedFrom);
    if (edge === null) return;
    const { from, to, isMarked } = edge;
    keepers2.readFrom(from);
    if (isMethodOfType(from, to)) {
      over = marked.size > 0 && !addingMethods;
      addingMethods = true;
    } else if (!TYPE.test(from)) addingMethods = false;
    if (over) return;
    if (!reachedFrom.has(to)) reachedFrom.set(to, keepers2.of(from, to) ?? from);
    if (isMarked) marked.add(to);
  };
  const reasons = () => {
    const found = [...marked].map((symbol) => reasonOf3(symbol, reachedFrom, main));
    return [...new Map(found.map((reason) => [reason.function, reason])).values()];
  };
  return { readLine, reasons };
}
var ARROW = " -> ";
var FLAGS = / (?:<UsedInIface>)?(?:<ReflectMethod>)?$/;
function parseEdge(line2, reached) {
  for (let at = line2.indexOf(ARROW); at !== -1; at = line2.indexOf(ARROW, at + 1)) {
    const from = line2.slice(0, at).replace(FLAGS, "");
    if (!reached.has(from)) continue;
    const target = line2.slice(at + ARROW.length);
    return { from, to: target.replace(FLAGS, ""), isMarked: target.endsWith("<ReflectMethod>") };
  }
  return null;
}
function reasonOf3(symbol, reachedFrom, main) {
  const way2 = [];
  for (let at = symbol; at !== null; at = reachedFrom.get(at) ?? null) way2.unshift(at);
  const functions = way2.slice(Math.max(0, way2.indexOf("main.main"))).filter(isFunction);
  const caller = functions.findLastIndex((name) => packageOf3(name, main) !== "reflect");
  const path21 = caller === -1 ? functions : functions.slice(0, caller + 1);
  const last = path21.at(-1) ?? symbol;
  const packages = path21.flatMap((name) => packageOf3(name, main) ?? []);
  return { function: last, package: packageOf3(last, main) ?? main, path: path21, packages: [...new Set(packages)] };
}
function packageOf3(symbol, main) {
  const { package: found } = parseSymbolName(symbol);
  return found === "main" ? main : found;
}

// src/compile/linker-dependencies.ts
var MAX_OUTPUT = 1024 * 1024;
async function whyDeadCodeStays(host, go, { main, spec, platform, workingDirectory }) {
  const output = path13.join(host.temporary, `dependencies-${randomUUID2()}`);
  const flags = buildFlags(host, { ...spec, ldflags: `${spec.ldflags} -dumpdep -v=2` });
  const dependencies = readDependencies(main.importPath);
  try {
    const finished = await run(host, go.command, ["build", ...flags, "-o", output, "--", main.path], {
      cwd: workingDirectory,
      env: goEnvironment(host, spec, platform),
      maxOutput: MAX_OUTPUT,
      onStderrLine: dependencies.readLine
    });
    if (finished.exitCode !== 0) {
      const doing = `linking ${main.path} for ${formatPlatform(platform)} to see what it depends on`;
      const fields = { main: main.path, platform: formatPlatform(platform) };
      throw goFailure(host, { doing, workingDirectory, fields }, finished);
    }
  } finally {
    await rm4(output, { force: true });
  }
  return dependencies.reasons();
}

// src/compile/mod-file.ts
import { copyFile } from "node:fs/promises";
import path14 from "node:path";
async function copyModFile(host, go, { spec, platform, workingDirectory }, directory) {
  const env = goEnvironment(host, spec, platform);
  const asked = await run(host, go.command, ["env", "GOMOD", "GOWORK"], {
    cwd: workingDirectory,
    env,
    brief: true
  });
  const [modFile = "", workFile = ""] = asked.stdout.split("\n");
  if (workFile !== "" && workFile !== "off")
    throw new Failure(
      "bad-input",
      { what: clause`Go uses the workspace in go.work, and can try no other go.mod there` },
      { fields: { file: workFile } }
    );
  if (!path14.isAbsolute(modFile) || !modFile.endsWith(".mod"))
    throw new Failure(
      "bad-input",
      { what: clause`there is no go.mod in ${workingDirectory} or above it` },
      { fields: { directory: workingDirectory } }
    );
  const copy = path14.join(directory, "go.mod");
  try {
    await makeDirectory(directory);
    await copyFile(modFile, copy);
    await copyFile(modFile.replace(/\.mod$/, ".sum"), path14.join(directory, "go.sum")).catch(
      (cause) => {
        if (errorCode(cause) !== "ENOENT") throw cause;
      }
    );
  } catch (cause) {
    throw whyNotWritten(directory, cause);
  }
  return { file: copy, flags: [`-modfile=${copy}`, "-mod=mod"] };
}
async function upgradeModule(host, go, { spec, platform, workingDirectory }, { file }, moduleAtVersion) {
  const finished = await run(host, go.command, ["get", `-modfile=${file}`, moduleAtVersion], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform)
  });
  if (finished.exitCode === 0) return;
  const doing = `raising ${moduleAtVersion} for ${formatPlatform(platform)}`;
  const { clauses, output, fields } = goFailure(host, { doing, workingDirectory }, finished);
  throw new Failure("bad-input", clauses, { output, fields: { ...fields, module: moduleAtVersion } });
}

// src/compile/newer-modules.ts
async function findNewerModules(host, go, context, modules, directory) {
  if (modules.length === 0) return [];
  const { flags } = await copyModFile(host, go, context, directory);
  const { spec, platform, workingDirectory } = context;
  const finished = await run(host, go.command, ["list", ...flags, "-m", "-u", "-json", ...modules], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    timeoutMs: 6e4
  });
  if (finished.exitCode !== 0)
    throw goFailure(
      host,
      { doing: "asking for newer modules", workingDirectory },
      { ...finished, stdout: "" }
    );
  const listed2 = JSON.parse(`[${finished.stdout.replaceAll(/^\}\n\{/gm, "},{")}]`);
  return listed2.flatMap(
    ({ Path, Version, Replace, Update }) => Path === void 0 || Version === void 0 || Update?.Version === void 0 || Replace !== void 0 ? [] : [{ module: Path, from: Version, to: Update.Version }]
  );
}

// src/diet/dominators.ts
function immediateDominators(root, successors) {
  const order = reversePostorder(root, successors);
  const numbers = new Map(order.map((node, number2) => [node, number2]));
  const predecessors = predecessorsOf(order, numbers, successors);
  const dominators = [0];
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 1; node < order.length; node++) {
      const dominator = commonDominator(predecessors[node] ?? [], dominators);
      changed ||= dominators[node] !== dominator;
      dominators[node] = dominator;
    }
  }
  return new Map(order.slice(1).map((node, at) => [node, order[dominators[at + 1] ?? 0] ?? root]));
}
function subtreeSums(dominators, valueOf2) {
  const sums = /* @__PURE__ */ new Map();
  const add = (node, value) => sums.set(node, (sums.get(node) ?? 0) + value);
  for (const [node, dominator] of [...dominators].reverse()) {
    add(node, valueOf2(node));
    add(dominator, sums.get(node) ?? 0);
  }
  return sums;
}
function commonDominator(predecessors, dominators) {
  const reached = predecessors.filter((node) => dominators[node] !== void 0);
  return reached.reduce(
    (common, node) => common === void 0 ? node : intersect(common, node, dominators),
    void 0
  );
}
function intersect(one, other, dominators) {
  let [left, right] = [one, other];
  while (left !== right) {
    if (left > right) left = dominators[left] ?? 0;
    else right = dominators[right] ?? 0;
  }
  return left;
}
function predecessorsOf(order, numbers, successors) {
  const predecessors = order.map(() => []);
  for (const [number2, node] of order.entries()) {
    for (const successor of successors(node)) predecessors[numbers.get(successor) ?? 0]?.push(number2);
  }
  return predecessors;
}
function reversePostorder(root, successors) {
  const seen = /* @__PURE__ */ new Set([root]);
  const finished = [];
  const open5 = [{ node: root, rest: successors(root)[Symbol.iterator]() }];
  for (let top = open5.at(-1); top !== void 0; top = open5.at(-1)) {
    const next = top.rest.next();
    if (next.done === true) {
      finished.push(top.node);
      open5.pop();
    } else if (!seen.has(next.value)) {
      seen.add(next.value);
      open5.push({ node: next.value, rest: successors(next.value)[Symbol.iterator]() });
    }
  }
  return finished.reverse();
}

// src/diet/import-advice.ts
var OWN_CODE = "own code";
var ALWAYS = "runtime";
function adviseOnImports(graph, bytes) {
  const ways = waysThroughOwnCode(graph);
  const dependencies = directDependencies(graph, ways);
  const dominators = immediateDominators(OWN_CODE, (node) => successorsOf(node, graph, ways, dependencies));
  const freed = subtreeSums(dominators, (node) => bytes.get(node) ?? 0);
  const counts2 = subtreeSums(dominators, (node) => graph.packages.has(node) ? 1 : 0);
  return [...dependencies].map(([node, { kind, imported, entries }]) => ({
    kind,
    imported,
    bytes: freed.get(node) ?? 0,
    packages: counts2.get(node) ?? 0,
    path: shortestImportPath(ways, entries)
  })).filter(({ bytes: bytes2 }) => bytes2 > 0).sort((a, b) => b.bytes - a.bytes || (a.imported < b.imported ? -1 : 1));
}
function successorsOf(node, { packages }, ways, dependencies) {
  if (node === OWN_CODE) return [...packages.has(ALWAYS) ? [ALWAYS] : [], ...dependencies.keys()];
  const imports = dependencies.get(node)?.entries ?? packages.get(node)?.imports ?? [];
  return [...imports].filter((imported) => packages.get(imported)?.own !== true || !ways.has(imported));
}
function directDependencies({ packages }, ways) {
  const dependencies = /* @__PURE__ */ new Map();
  for (const importPath of ways.keys()) {
    const imported = packages.get(importPath);
    if (imported === void 0 || imported.own) continue;
    const { kind, name } = dependencyOf(imported);
    const node = `${kind} ${name}`;
    const dependency = dependencies.get(node) ?? { kind, imported: name, entries: /* @__PURE__ */ new Set() };
    dependency.entries.add(importPath);
    dependencies.set(node, dependency);
  }
  return dependencies;
}
function dependencyOf({ module, importPath }) {
  return module === null ? { kind: "package", name: importPath } : { kind: "module", name: module };
}
function waysThroughOwnCode({ roots, packages }) {
  const ways = new Map(roots.map((root) => [root, null]));
  for (const importPath of ways.keys()) {
    const found = packages.get(importPath);
    if (found?.own !== true) continue;
    for (const imported of found.imports) if (!ways.has(imported)) ways.set(imported, importPath);
  }
  return ways;
}
function shortestImportPath(ways, [entry]) {
  const way2 = [];
  for (let at = entry ?? null; at !== null; at = ways.get(at) ?? null) way2.unshift(at);
  return way2;
}

// src/commands/steps/diet/look-into.ts
async function lookInto(host, spec, go, binaries) {
  const { compile, platform, workingDirectory } = spec;
  const context = { spec: compile, platform, workingDirectory };
  const mains = binaries.map(mainOf);
  const graph = await readImportGraph(host, go, context, mains);
  const current = compile.buildEnv["GOEXPERIMENT"] ?? host.env["GOEXPERIMENT"] ?? "";
  const [tags, deadCode, experiments] = await Promise.all([
    readBuildTags(host, graph),
    Promise.all(mains.map((main) => whyDeadCodeStays(host, go, { ...context, main }))).catch(untold(host)),
    offeredExperiments(
      host,
      go,
      context,
      experimentsFor(go.version, (importPath) => graph.packages.has(importPath), current)
    )
  ]);
  const newerModules = await askForNewerModules(host, go, context, keepers(graph, deadCode?.flat() ?? []));
  const bytes = packageBytes(binaries.map(({ breakdown }) => breakdown()));
  return {
    tags,
    imports: adviseOnImports(graph, bytes),
    deadCode: deadCode === null ? null : unlike(deadCode.flat()),
    newerModules,
    experiments
  };
}
function keepers({ packages }, reasons) {
  const modules = reasons.flatMap((reason) => {
    const found = packages.get(reason.package);
    return found === void 0 || found.own || found.module === null ? [] : [found.module];
  });
  return [...new Set(modules)].sort();
}
async function askForNewerModules(host, go, context, modules) {
  const directory = path15.join(host.temporary, "newer-modules");
  try {
    return { found: await findNewerModules(host, go, context, modules, directory), unknown: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { found: [], unknown: reasonText(error) };
  } finally {
    await rm5(directory, { recursive: true, force: true });
  }
}
function mainOf({ linked: { name, directory, main, importPath } }) {
  if (main === null || importPath === null) throw new Error(`${name} was not compiled here`);
  return { name, directory, path: main, importPath };
}
function untold(host) {
  return (error) => {
    if (!(error instanceof Failure)) throw error;
    host.log.debug(error.message);
    return null;
  };
}
function unlike(reasons) {
  return reasons.filter(
    (reason, index) => reasons.findIndex((other) => other.function === reason.function) === index
  );
}

// src/commands/steps/diet/try-changes.ts
import { mkdtemp as mkdtemp3, rm as rm6 } from "node:fs/promises";
import path16 from "node:path";

// src/diet/settings.ts
function settingsFor(before, after) {
  return DIETED.flatMap(({ input: input2, valueOf: valueOf2 }) => {
    const value = valueOf2(after);
    return value === null || value === valueOf2(before) ? [] : [{ input: input2, value }];
  });
}
var DIETED = [
  { input: "go-version", valueOf: ({ go }) => go.version },
  { input: "build-tags", valueOf: ({ compile }) => compile.buildTags.join(",") },
  { input: "build-flags", valueOf: ({ compile }) => formatShellWords(compile.buildFlags) },
  { input: "build-env", valueOf: ({ compile }) => buildVariables(compile.buildEnv) },
  { input: "pack", valueOf: ({ pack: pack2 }) => pack2.mode },
  { input: "certificates", valueOf: certificatesOf },
  { input: "timezones", valueOf: ({ timezones }) => timezones },
  { input: "layer-compression", valueOf: ({ layerCompression }) => layerCompression }
];
function buildVariables(variables) {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`).join("\n");
}
function certificatesOf({ certificates: { roots } }) {
  return typeof roots === "string" ? roots : roots.file;
}

// src/commands/steps/diet/try-changes.ts
async function buildUnpublished(host, setup) {
  return finish(host, setup, await link(host, setup));
}
async function tryChanges(host, setup, asItIs, changes) {
  const spec = applyChanges(setup.spec, changes);
  const settings = settingsFor(setup.spec, spec);
  const temporary = await mkdtemp3(path16.join(host.temporary, "try-"));
  const own = { ...host, temporary, cores: 1, log: quietLog(host.log) };
  try {
    const built = await withNewerModules(own, { ...setup, spec }, changes);
    return { changes, settings, outcome: await outcomeOf(own, built, asItIs, changes) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { changes, settings, outcome: failed2(error) };
  } finally {
    await rm6(temporary, { recursive: true, force: true });
  }
}
async function withNewerModules(host, setup, changes) {
  const newer = changes.filter((change) => change.kind === "newer module");
  const { spec, tools } = setup;
  if (newer.length === 0 || tools.go === null) return setup;
  const { compile, platform, workingDirectory } = spec;
  const context = { spec: compile, platform, workingDirectory };
  const modFile = await copyModFile(host, tools.go, context, path16.join(host.temporary, "modules"));
  for (const { module, to } of newer) await upgradeModule(host, tools.go, context, modFile, `${module}@${to}`);
  const buildFlags2 = [...compile.buildFlags, ...modFile.flags];
  return { ...setup, spec: { ...spec, compile: { ...compile, buildFlags: buildFlags2 } } };
}
async function outcomeOf(host, setup, asItIs, changes) {
  const tools = changes.some(needsOtherTools) ? await resolveTools(host, setup.spec) : setup.tools;
  const changed = { ...setup, tools };
  const binaries = await link(host, changed);
  const linkedSize = binaries.reduce((sum, binary) => sum + binary.linkedSize, 0);
  if (changes.some(isOfCode) && !isLinkedSmaller(asItIs, linkedSize))
    return { status: "not smaller", linkedSize };
  const { weight, shipped } = await finish(host, changed, binaries);
  const wanted = asItIs.packed || changes.some(({ kind }) => kind === "packing");
  return (wanted ? whyNotPacked(setup.spec, shipped) : null) ?? { status: "weighed", weight };
}
async function link(host, { spec, tools }) {
  return readBinaries((await linkBinaries(host, spec, tools.go)).binaries, spec.platform);
}
async function finish(host, { spec, tools, isolations, userFiles }, binaries) {
  const linked = binaries.map((binary) => binary.linked);
  const given = arrangeFiles(spec, userFiles, linked);
  const toShip = { binaries, programs: await readFilePrograms(host, spec, given, linked) };
  const base = await readBase(host, spec, tools.go, binaries, given);
  const all = await allShipped(beginShipping(host, spec, tools.packer, toShip, isolations));
  const shipped = all.slice(0, binaries.length);
  const programs = all.slice(binaries.length);
  const files = withShippedPrograms(given, programs);
  const sbom = sbomOf(spec, [...binaries, ...toShip.programs], all);
  const parts = { base, files, binaries, shipped, programs, sbom };
  const image = await assembleImage(spec, tools, parts);
  return { ...parts, weight: dietWeight(await weighImage(host, spec, tools, parts, image)) };
}
function needsOtherTools({ kind }) {
  switch (kind) {
    case "newer go":
    case "packing":
    case "zstd for packing":
      return true;
    case "build tag":
    case "no inlining":
    case "no certificates":
    case "no time zones":
    case "zstd layers":
    case "newer module":
    case "experiment":
      return false;
  }
}
function whyNotPacked({ pack: { mode } }, binaries) {
  const unpacked2 = binaries.find(({ packed }) => !packed);
  if (mode === "off" || unpacked2 === void 0) return null;
  const { pack: pack2, proof } = unpacked2.weight;
  return proof.status === "failed" ? { status: "failed", stage: "start", reason: proof.reason ?? "its proof failed" } : { status: "failed", stage: "pack", reason: pack2.reason ?? "it was not packed" };
}
function failed2(failure) {
  const { why } = failure.clauses;
  const reason = why === void 0 ? reasonText(failure) : clauseText(why, "action");
  return { status: "failed", stage: stageOf(failure.code), reason };
}
function stageOf(code) {
  switch (code) {
    case "compile":
    case "not-static":
      return "compile";
    case "proof":
      return "start";
    case "pack":
      return "pack";
    case "bad-input":
    case "missing-tool":
    case "toolchain":
    case "unreadable-binary":
    case "unreadable-image":
    case "smoke-test":
    case "write":
    case "registry":
    case "daemon":
      return "other";
  }
}

// src/commands/diet.ts
async function diet(host, asked, progress) {
  const spec = await openBaseOf(host, asked);
  const userFiles = await readFiles(host, spec);
  const tools = await resolveTools(host, spec);
  const go = requireGo(tools);
  const setup = { spec, tools, isolations: isolationsOf(host), userFiles };
  const quiet = { ...host, log: quietLog(host.log) };
  progress.say("building it as it is");
  const asking = askForNewerGo(quiet, spec, go);
  asking.catch(() => {
  });
  const asItIs = await buildUnpublished(quiet, setup);
  progress.say("looking into its packages");
  const lookedInto = await lookInto(quiet, spec, go, asItIs.binaries);
  const { tags, imports, deadCode, newerModules } = lookedInto;
  const newer = await asking;
  const candidates2 = candidatesFor(factsOf(spec, asItIs, lookedInto, newer));
  const tried = await tryEach(host, setup, asItIs.weight, candidates2, progress);
  const together2 = worthTogether(findingsOf(asItIs.weight, tried));
  if (together2.length > 0) progress.say(`trying ${changesTitle(together2)}`);
  const all = together2.length === 0 ? [] : [await tryChanges(host, setup, asItIs.weight, together2)];
  return {
    name: spec.name ?? asItIs.binaries[0]?.linked.name ?? "",
    platform: formatPlatform(spec.platform),
    go: go.version,
    asItIs: asItIs.weight,
    findings: findingsOf(asItIs.weight, [...all, ...tried]),
    untried: untriedTags(tags),
    newerGo: newer,
    modulesUnknown: newerModules.unknown,
    imports,
    deadCode
  };
}
function requireGo({ go }) {
  if (go === null) throw new Error("a diet is of what Go compiles, and no Go was resolved");
  return go;
}
async function askForNewerGo(host, { go, workingDirectory }, current) {
  const newer = await newerGo(host, go, current, workingDirectory);
  if (!newer.ok) return { status: "unknown", reason: newer.problem };
  return newer.value === null ? { status: "newest" } : { status: "tried", version: newer.value };
}
async function tryEach(host, setup, asItIs, candidates2, progress) {
  return inParallel(host.cores, [...candidates2.entries()], async ([index, change]) => {
    progress.say(`trying ${index + 1} of ${candidates2.length}: ${changesTitle([change])}`);
    return tryChanges(host, setup, asItIs, [change]);
  });
}
function factsOf(spec, { binaries, base, weight }, { tags, newerModules, experiments }, newer) {
  const { certificates, zones, zoneFiles = [] } = base.contents;
  return {
    spec,
    packed: weight.packed,
    certificates: certificates !== null,
    timezones: zones !== null || zoneFiles.length > 0,
    needs: {
      certificates: binaries.some(({ executable: { needs } }) => needs?.certificates ?? true),
      timezones: spec.config.env["TZ"] !== void 0 || binaries.some(({ executable: { needs } }) => needs?.timezones ?? true)
    },
    tags,
    newerGo: newer.status === "tried" ? newer.version : null,
    newerModules: newerModules.found,
    experiments
  };
}

// src/commands/terminal/diet.ts
async function runDiet(terminal, log, { given, json }) {
  const progress = progressOn(terminal.stderr, terminal.env);
  try {
    const host = terminalHost(terminal, log);
    const { spec } = await declare(host, given);
    const found = await diet(host, onlyPlatform(spec), progress);
    progress.end();
    const screen = terminalStyle(terminal.stdout, terminal.env);
    for (const line2 of json ? [] : dietLines(found, screen)) host.log.info(line2);
    if (json) terminal.stdout.write(dietJson(found));
    return 0;
  } catch (error) {
    progress.end();
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}
function onlyPlatform({ platforms: [first, ...others] }) {
  if (others.length === 0) return first;
  const names = [first, ...others].map(({ platform }) => formatPlatform(platform));
  throw problemsFailure([
    wrongValue(
      "platforms",
      names.join(","),
      `names ${names.length} platforms, and a diet is for one; write ${names[0]}`
    )
  ]);
}

// src/report/breakdown-lines.ts
var LONGEST_NAME = 200;
function breakdownLines(root, view) {
  return nodeLines(root, root.bytes, view, 0);
}
function nodeLines(node, whole, view, level) {
  const children = level < view.depth ? node.children ?? [] : [];
  const sorted = children.filter(({ bytes }) => bytes > 0).toSorted((one, other) => other.bytes - one.bytes);
  const rest = sorted.slice(view.count);
  const restBytes = rest.reduce((sum, { bytes }) => sum + bytes, 0);
  const others = rest.length === 1 ? "1 other" : `${rest.length} others`;
  return [
    line(node.bytes, whole, level, `${nodeName(node.kind, node.name)} ${versionOf(node.version)}`.trimEnd()),
    ...sorted.slice(0, view.count).flatMap((child) => nodeLines(child, whole, view, level + 1)),
    ...rest.length === 0 ? [] : [line(restBytes, whole, level + 1, others)]
  ];
}
function line(bytes, whole, level, name) {
  const percent = whole === 0 ? 0 : Math.round(100 * bytes / whole);
  const share = percent === 0 ? "" : `${percent} %`;
  const title = printable(shorten(name, LONGEST_NAME));
  return `  ${formatBytes(bytes).padStart(8)}  ${share.padStart(5)}  ${"  ".repeat(level)}${title}`;
}

// src/report/weight-lines.ts
var VIEWS = {
  package: { depth: 2, count: 8 },
  function: { depth: 3, count: 5 }
};
var FILES = { depth: 1, count: 10 };
function weightLines(weighIn, depth, screen) {
  const { failed: _, ...weighed } = weighIn;
  return weighIn.images.flatMap((image, index) => [
    ...index === 0 ? [] : [""],
    ...image.platforms.flatMap((weight, at) => [
      ...at === 0 ? [] : [""],
      headline(image.name, weight.platform, screen),
      "",
      ...platformLines(weight, screen),
      ...verdictLines({ ...weighed, images: [alone(image, weight)] }, screen),
      ...treeLines(weight, depth)
    ])
  ]);
}
function comparisonLines({ images }, screen) {
  const lines = images.flatMap(
    ({ name, platforms, baseline }) => platforms.flatMap(({ platform, growth }) => [
      "",
      headline(name, platform, screen),
      "",
      ...growth === null ? [] : growthLines(growth, baseline, screen)
    ])
  );
  return lines.slice(1);
}
function alone(image, weight) {
  const limits = limitsFor(image.budget, weight.platform);
  return { ...image, platforms: [weight], budget: { ...image.budget, limits } };
}
function platformLines({ settings, binaries, otherPrograms = [], capabilities = [], sizes }, screen) {
  const { go, cgo, ldflags, buildTags, base } = settings;
  const flags = [
    ...cgo === null ? [] : [`cgo ${cgo}`],
    ...buildTags === null || buildTags.length === 0 ? [] : [`tags ${buildTags.join(",")}`],
    ...ldflags === null || ldflags === "" ? [] : [`ldflags ${ldflags}`]
  ];
  return [
    ...go === null ? [] : layOut({ label: "go", what: go, figure: "", note: flags.join(", ") }, screen),
    ...base === void 0 ? [] : layOut({ label: "base", what: baseWords(base), figure: "", note: "" }, screen),
    ...binaries.flatMap((binary) => binaryLines(binary, screen)),
    ...otherProgramLines(otherPrograms, screen),
    ...capabilities.flatMap(
      ({ path: path21, capabilities: what }, index) => layOut(
        { label: index === 0 ? "caps" : "", what: printable(`${path21} ${what}`), figure: "", note: "" },
        screen
      )
    ),
    ...sizes.downloadSize === null ? [] : layOut(
      { label: "download", what: formatBytes(sizes.downloadSize), figure: "", note: "to pull" },
      screen
    )
  ];
}
function binaryLines(binary, screen) {
  const { path: path21, linkedSize, shippedSize, pack: pack2, price, proof, needs } = binary;
  const packed = pack2.status === "packed";
  const unread = packed && binary.breakdown === null;
  const note = unread ? `packed by ${pack2.packer}, not unpacked` : packed ? `${formatBytes(linkedSize)} before ${pack2.packer}` : "not packed";
  const figure = packed && !unread ? formatChange(linkedSize, shippedSize) : "";
  const what = `${formatBytes(shippedSize)}  ${path21}`;
  const proven = proof.status !== "not run" || price !== null;
  return [
    ...layOut({ label: "binary", what, figure, note }, screen),
    ...proven ? layOut({ ...rowOf(proveStage(binary, null)), figure: "" }, screen) : [],
    ...needs === null ? [] : layOut({ label: "needs", what: describeNeeds(needs), figure: "", note: "" }, screen)
  ];
}
function otherProgramLines(programs, screen) {
  const { read, unread, more } = otherProgramWords(programs);
  const rows = [...read === null ? [] : [read], ...unread, ...more === null ? [] : [more]];
  return rows.flatMap(
    (what, index) => layOut({ label: index === 0 ? "others" : "", what: printable(what), figure: "", note: "" }, screen)
  );
}
function rowOf({ stage, what, note }) {
  return { label: stage, what, note };
}
var NEEDS = [
  ["certificates", "certificates"],
  ["timezones", "time zones"],
  ["exec", "programs to start"],
  ["users", "users to look up"],
  ["temp", "a temporary directory"]
];
function describeNeeds(needs) {
  const named2 = NEEDS.filter(([need]) => needs[need]).map(([, words]) => words);
  return named2.length === 0 ? "nothing beyond the binary" : named2.join(", ");
}
var OF_PACKAGES = ["main", "std", "module"];
function withoutRepetition(tree) {
  const children = tree.children ?? [];
  if (!children.some(({ kind }) => OF_PACKAGES.includes(kind))) return tree;
  return {
    ...tree,
    children: children.map(({ children: parts = [], ...node }) => {
      const tells = OF_PACKAGES.includes(node.kind) || parts.length > 1 && node.kind !== "header";
      return tells ? { ...node, children: parts } : node;
    })
  };
}
function treeLines({ binaries, breakdown }, depth) {
  const trees = binaries.flatMap(
    ({ path: path21, pack: pack2, breakdown: tree }) => tree === null ? [] : [
      "",
      `  ${printable(path21)}${pack2.status === "packed" ? ", before packing" : ""}`,
      ...breakdownLines(depth === "package" ? withoutRepetition(tree) : tree, VIEWS[depth])
    ]
  );
  const files = breakdown.children ?? [];
  return [...trees, ...files.length < 2 ? [] : ["", "  in the image", ...breakdownLines(breakdown, FILES)]];
}

// src/commands/steps/weigh/judge-weigh-in.ts
function judgeWeighIn({ surface }, weighIn, text) {
  const images = weighIn.images.map((image) => ({ ...image, budget: judgeImage(image, text) }));
  const whole = together(images.map(({ budget }) => budget));
  const imageSize = Math.max(
    ...images.flatMap(({ platforms }) => platforms.map(({ sizes }) => sizes.imageSize))
  );
  const declared2 = { budget: { kind: "none" }, onOverBudget: "fail" };
  return {
    weighIn: { ...weighIn, images },
    gate: gate(whole, declared2, surface, { imageSize, noBaseline: null })
  };
}
function judgeImage({ platforms }, text) {
  const budget = budgetOf(
    platforms.map(({ platform }) => platformOf2(platform)),
    text
  );
  return together(
    platforms.map((weight) => {
      const unknown = unreadProgram(weight) === null ? unknownSubjects(limitsFor2(budget, weight), weight.binaries) : [];
      if (unknown.length > 0) throw problemsFailure(unknown);
      return judge({ budget, onOverBudget: "fail" }, weight, null);
    })
  );
}
function budgetOf(platforms, text) {
  if (text === null) return { kind: "none" };
  const budget = parseBudget(text, platforms);
  if (budget.ok) return budget.value;
  throw problemsFailure(budget.wrong.map(({ line: line2, because }) => wrongValue("budget", line2, because)));
}
function limitsFor2(budget, weight) {
  return declaredLimits(budget).filter(({ platform }) => platform === null || platform === weight.platform);
}
function platformOf2(text) {
  const [os2 = "", architecture = "", variant] = text.split("/");
  return { os: os2, architecture, ...variant === void 0 ? {} : { variant } };
}

// src/commands/steps/weigh/open-to-weigh.ts
async function openToWeigh(host, text, { platforms, credentials, budget }) {
  const openRegistry = async (reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null };
    const login = await findCredentials(host, reference, { ...publishing, credentials });
    return openRepository(host, reference, login);
  };
  const gated = budget === null ? {} : { bareNames: "files", workspace: await workspaceRoots(host, host.cwd) };
  return openThing(host, text, { platforms, openRegistry, readWeighIn, ...gated });
}

// src/commands/steps/weigh-thing.ts
async function weighThing(host, thing, depth, unpack = unpacker(host)) {
  switch (thing.kind) {
    case "binary":
      return weighBinary(host, thing, depth, unpack);
    case "image":
      return weighImage2(host, thing, depth, unpack);
    case "weigh-in":
      return { ...thing.weighIn, images: thing.weighIn.images.map((image) => shallow(image, depth)) };
  }
}
async function weighBinary(host, { name, file, bytes }, depth, unpack) {
  const place = `/${name}`;
  const program = await readProgram(file, place, depth, unpack);
  tellUnread(host, [program], []);
  const digest = await digestOfExtent({ file, offset: 0, size: bytes, temporary: false });
  const weight = platformWeight({
    platform: formatPlatform(program.platform),
    digest,
    // What an image with only this binary would weigh. What a pull would transfer is not known.
    sizes: { imageSize: bytes, downloadSize: null },
    settings: settingsOf2([program]),
    binaries: [program.weight],
    otherPrograms: [],
    files: [],
    layers: [],
    breakdown: foundBreakdown([{ path: place, bytes }], [place], 0)
  });
  return weighInOf(revisionOf([program]), foundImage(name, digest, [weight]));
}
async function weighImage2(host, { name, digest, platforms }, depth, unpack) {
  const weights = [];
  const revisions = [];
  for (const image of platforms) {
    const { programs, others } = await readPrograms(host, name, image, depth, unpack);
    tellUnread(host, programs, others);
    weights.push(weighFound(image, programs, others));
    revisions.push(labelOf(image) ?? revisionOf(programs));
  }
  const [first] = weights;
  if (first === void 0)
    throw new Failure(
      "unreadable-image",
      { what: clause`${name} holds no image to weigh` },
      { fields: { thing: name } }
    );
  return weighInOf(revisions[0] ?? null, foundImage(name, digest ?? first.digest, weights));
}
function weighFound(image, programs, others) {
  const binaries = programs.map(({ weight }) => weight);
  const paths = binaries.map(({ path: path21 }) => path21);
  return platformWeight({
    platform: formatPlatform(image.platform),
    digest: image.manifestDigest ?? image.configDigest,
    sizes: { imageSize: image.imageSize, downloadSize: image.downloadSize },
    settings: { ...settingsOf2(programs), ...baseOf(image) },
    binaries,
    otherPrograms: others,
    files: image.files,
    layers: image.layers.map(({ digest, size, entries }) => ({ digest, size, what: contentsOf2(entries) })),
    breakdown: foundBreakdown(image.files, paths, image.hiddenSize)
  });
}
async function readPrograms(host, name, image, depth, unpack) {
  const { programs, config } = image;
  const embedded = embeddedIn2(host, name, image);
  if (programs.length === 0) host.log.notice(`${name} holds no program: only its files are weighed.`);
  return readFoundPrograms(programs, config, depth, unpack, embedded);
}
function embeddedIn2({ log }, name, { annotations, platform }) {
  const written2 = annotations[WEIGH_IN_ANNOTATION];
  const annotated = written2 === void 0 ? null : readAnnotation(written2, platform);
  if (annotated?.ok === false)
    log.notice(`The annotation ${WEIGH_IN_ANNOTATION} of ${name} is left out: it ${annotated.problem}.`);
  return annotated?.ok === true ? annotated.value.embedded : /* @__PURE__ */ new Map();
}
function tellUnread(host, programs, others) {
  const unread = [
    ...programs.map(({ weight, unread: why }) => ({ place: weight.path, why })),
    ...others.map(({ path: place, unread: why }) => ({ place, why }))
  ];
  tellFew(
    host,
    unread.flatMap(({ place, why }) => why === null ? [] : [`${place} could not be read: ${why}.`])
  );
}
var MOST_TOLD = 10;
function tellFew({ log }, sentences) {
  for (const sentence of sentences.slice(0, MOST_TOLD)) log.notice(printable(sentence));
  const left = sentences.length - MOST_TOLD;
  if (left > 0) log.notice(`The same is true of ${left} more programs.`);
}
function settingsOf2(programs) {
  const program = programs.find(({ buildInfo }) => buildInfo !== null);
  return {
    ...buildSettings(program?.buildInfo ?? null, program?.isStatic ?? false),
    goSource: null,
    packer: programs.find(({ weight }) => weight.pack.status === "packed")?.weight.pack.packer ?? null,
    certificates: null,
    timezones: null,
    layerCompression: null
  };
}
function baseOf({ annotations }) {
  const base = namedBase(annotations);
  return base === null ? {} : { base };
}
function revisionOf(programs) {
  return programs.map(({ buildInfo }) => buildInfo?.settings["vcs.revision"] ?? null).find(Boolean) ?? null;
}
var REVISION = "org.opencontainers.image.revision";
function labelOf({ config, annotations }) {
  return annotations[REVISION] ?? config.labels[REVISION] ?? null;
}
function contentsOf2(entries) {
  const files = entries.filter(({ kind }) => kind === "file");
  const [first] = files;
  if (first === void 0) return "no files";
  return files.length === 1 ? first.path : `${files.length} files`;
}
function shallow(image, depth) {
  const platforms = image.platforms.map((weight) => ({
    ...weight,
    binaries: weight.binaries.map((binary) => ({
      ...binary,
      breakdown: binary.breakdown === null ? null : toDepth(binary.breakdown, depth)
    }))
  }));
  return { ...image, platforms };
}
function foundImage(name, digest, platforms) {
  return { name, references: [], digest, published: false, budget: NO_BUDGET, baseline: null, platforms };
}

// src/commands/weigh.ts
async function weigh(host, thing, spec) {
  const opened = await openToWeigh(host, thing, spec);
  const weighIn = await weighThing(host, opened, spec.depth);
  return judgeWeighIn(host, weighIn, spec.budget);
}

// src/declare/declare-weigh.ts
function declareWeigh(given) {
  const reader = readerOf(given);
  const asked = reader.items("platforms");
  const spec = {
    platforms: asked.length === 0 ? "usual" : asked.length === 1 && asked[0] === "all" ? "all" : reader.each("platforms", asked, parsePlatform),
    depth: reader.choice("depth", ["package", "function"]),
    budget: reader.listed("budget"),
    credentials: declareCredentials(reader)
  };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}

// src/commands/terminal/without-building.ts
async function withoutBuilding(terminal, log, { given, json }, run3) {
  try {
    const host = terminalHost(terminal, log);
    const declared2 = declareWeigh(given);
    if (!declared2.ok) throw problemsFailure(declared2.problems);
    if (declared2.value.credentials !== null) host.log.secret(declared2.value.credentials.password);
    return await run3(
      host,
      declared2.value,
      terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
    );
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}

// src/commands/terminal/weigh.ts
async function runWeigh(terminal, log, { thing, ...asked }) {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const { weighIn, gate: gate2 } = await weigh(host, thing, spec);
    for (const line2 of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    for (const notice of gate2.notices) host.log.notice(notice);
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  });
}

// src/declare/unpack-command.ts
import path17 from "node:path";
function declareUnpack({ file, given }, cwd) {
  const reader = readerOf(given);
  const output = reader.text("output");
  if (output === null && reader.problems().length === 0)
    reader.contradiction("output", "is missing; write the path of the file to write the linked binary to");
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: { file, output: path17.resolve(cwd, output ?? "") } } : { ok: false, problems };
}

// src/commands/unpack.ts
import { constants } from "node:fs";
import { mkdir, open as open4, rm as rm7, stat as stat4, writeFile as writeFile3 } from "node:fs/promises";
import path18 from "node:path";
async function unpackFile(host, { file, output }) {
  const packed = await readPacked(path18.resolve(host.cwd, file), file);
  const unpacked2 = await unpacker(host)(packed);
  if (unpacked2 === null) throw cannotUnpack(file, clause`no packer that Bantam knows packed it`);
  if ("why" in unpacked2) throw cannotUnpack(file, clause`${unpacked2.why}`, unpacked2.fix);
  await write(output, unpacked2.linked);
  return { packer: unpacked2.packer, packedSize: packed.length, linkedSize: unpacked2.linked.length };
}
var MAX_BYTES = 1e9;
async function readPacked(file, name) {
  const fields = { file: name };
  try {
    const handle = await open4(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await handle.stat();
      if (!status.isFile() && !status.isDirectory()) throw cannotUnpack(name, clause`it is no regular file`);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
      const start = buffer.subarray(0, bytesRead);
      if (!isElf(start)) throw cannotUnpack(name, clause`it is ${fileKind(start)}`);
      const { size } = status;
      if (size > MAX_BYTES)
        throw cannotUnpack(name, clause`it has ${size} bytes, and the limit is ${MAX_BYTES}`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(
      "bad-input",
      {
        what: clause`${name} cannot be unpacked`,
        why: clause`${whyNotRead(cause)}`,
        fix: ["ENOENT", "EISDIR"].includes(errorCode(cause)) ? clause`name a packed binary` : void 0
      },
      { cause, fields }
    );
  }
}
function cannotUnpack(file, why, fix) {
  return new Failure(
    "unreadable-binary",
    { what: clause`${file} cannot be unpacked`, why, fix: fix === void 0 ? void 0 : clause`${fix}` },
    { fields: { file } }
  );
}
async function write(output, linked) {
  try {
    await mkdir(path18.dirname(output), { recursive: true });
  } catch (cause) {
    throw whyNotWritten(output, cause);
  }
  try {
    await writeFile3(output, linked, { mode: 493, flag: "wx" });
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") throw await existsAlready(output, cause);
    if (["ENOSPC", "EDQUOT", "EIO"].includes(errorCode(cause))) await rm7(output, { force: true });
    throw whyNotWritten(output, cause);
  }
}
async function existsAlready(output, cause) {
  const there = await stat4(output).catch(() => null);
  const why = there?.isDirectory() === true ? clause`it is a directory` : clause`it exists already`;
  return new Failure(
    "write",
    { what: clause`${output} could not be written`, why, fix: clause`name a file that does not exist yet` },
    { cause, fields: { file: output } }
  );
}

// src/commands/terminal/unpack.ts
async function runUnpack(terminal, log, command) {
  try {
    const host = terminalHost(terminal, log);
    const declared2 = declareUnpack(command, host.cwd);
    if (!declared2.ok) throw problemsFailure(declared2.problems);
    const { packer, packedSize, linkedSize } = await unpackFile(host, declared2.value);
    host.log.info(
      `${printable(declared2.value.output)} has ${formatBytes(linkedSize)}, which ${packer} packed into ${formatBytes(packedSize)}`
    );
    return 0;
  } catch (error) {
    tellOnTerminal(terminal, log, { json: false }, error);
    return 2;
  }
}

// src/commands/steps/weigh/compare.ts
function compare(host, before, after) {
  const images = after.weighIn.images.flatMap((image) => {
    const old = partnerOf(image, after.weighIn.images, before.weighIn.images, ({ name }) => name);
    if (old === null) {
      host.log.notice(
        printable(`${image.name} is not compared: ${before.thing} holds no image of that name.`)
      );
      return [];
    }
    const platforms = comparePlatforms(host, before.thing, old, image);
    return platforms.length === 0 ? [] : [{ ...image, platforms, baseline: baselineOf2(before, old), budget: NO_BUDGET }];
  });
  if (images.length === 0)
    throw new Failure(
      "bad-input",
      {
        what: clause`${after.thing} cannot be compared with ${before.thing}`,
        why: clause`they have no image and platform in common`,
        fix: clause`name things of one platform, or choose with ${input("platforms")}`
      },
      { fields: { thing: after.thing } }
    );
  return { ...after.weighIn, images };
}
function comparePlatforms(host, thing, before, after) {
  return after.platforms.flatMap((weight) => {
    const old = partnerOf(weight, after.platforms, before.platforms, ({ platform }) => platform);
    if (old === null) {
      host.log.notice(`${weight.platform} is not compared: it is not in ${thing}.`);
      return [];
    }
    const growth = growthOf(old, weight);
    const causes = old.platform === weight.platform ? growth.causes : [`platform changed from ${old.platform} to ${weight.platform}`, ...growth.causes];
    return [{ ...weight, growth: { ...growth, causes } }];
  });
}
function partnerOf(one, after, before, keyOf) {
  if (after.length === 1 && before.length === 1) return before[0] ?? null;
  return before.find((old) => keyOf(old) === keyOf(one)) ?? null;
}
function baselineOf2({ thing, weighIn }, { digest }) {
  return { kind: "file", reference: thing, revision: weighIn.revision, digest, reason: null };
}

// src/commands/diff.ts
async function diff(host, before, after, spec) {
  const weighed = async (thing) => {
    const opened = await openToWeigh(host, thing, spec);
    return { thing, weighIn: await weighThing(host, opened, spec.depth) };
  };
  const old = await weighed(before);
  return compare(host, old, await weighed(after));
}

// src/commands/terminal/diff.ts
async function runDiff(terminal, log, { before, after, ...asked }) {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const weighIn = await diff(host, before, after, spec);
    for (const line2 of asked.json ? [] : comparisonLines(weighIn, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    return 0;
  });
}

// src/size/baseline.ts
function limitsOf2({ limits }) {
  return limits.map(({ subject, bound, platform }) => ({ subject, bound, platform }));
}

// src/commands/steps/baseline/open.ts
async function openBaseline(host, spec, packer, asked) {
  const openRegistry = async (reference) => {
    const credentials = await findCredentials(host, reference, loginFor(reference.registry, spec.publish));
    return openRepository(host, reference, credentials);
  };
  const workspace = await workspaceRoots(host, spec.workingDirectory);
  const options = { platforms: [spec.platform], openRegistry, readWeighIn: readUnlessOlder, workspace };
  const text = asked.kind === "image" ? formatReference(asked.reference) : asked.path;
  const place = { kind: asked.kind, reference: text };
  try {
    const opened = asked.kind === "image" ? await openReference(host, asked.reference, options) : (
      // The path starts in the working directory of the build.
      await openThing({ ...host, cwd: spec.workingDirectory }, asked.path, options)
    );
    return await readThing(host, spec, packer, opened, place);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const reason = clauseText(cause instanceof Absent ? reasonOf(cause) : clauseOf(cause), host.surface);
    if (cause instanceof OlderWeighIn) host.log.notice(`There is nothing to compare with: ${reason}.`);
    if (cause instanceof Absent) return absent(reason, text);
    if (cause.code === "bad-input" && asked.kind === "file") throw cause;
    return unreadable2(reason, place);
  }
}
var OlderWeighIn = class extends Absent {
};
function readUnlessOlder(value) {
  const other = otherVersion(value);
  if (other?.older === true)
    throw new OlderWeighIn("unreadable-image", { what: clause`the weigh-in ${other.said}` });
  return readWeighIn(value);
}
function readFromWeighIn({ images, revision }, platform, place) {
  const wanted = formatPlatform(platform);
  return {
    status: "read",
    report: { ...NOTHING, ...place, revision },
    images: images.flatMap(
      ({ name, platforms, budget }) => platforms.filter((weight) => weight.platform === wanted).map((weight) => ({ name, weight, budget: limitsOf2(budget) }))
    )
  };
}
async function readThing(host, { platform }, packer, opened, place) {
  switch (opened.kind) {
    case "binary":
      throw new Failure(
        "bad-input",
        {
          what: clause`${input("baseline")} "${place.reference ?? ""}" cannot be compared with`,
          why: clause`it is a binary alone, which says nothing of an image`,
          fix: clause`name an image reference, an OCI layout, an archive or a weigh-in`
        },
        { fields: { input: "baseline", value: place.reference ?? "" } }
      );
    case "weigh-in":
      return readFromWeighIn(opened.weighIn, platform, place);
    case "image":
      return readImage(host, opened, platform, { place, packer });
  }
}
async function readImage(host, opened, platform, { place, packer }) {
  const { revision, images } = await weighThing(host, opened, "package", unpacker(host, packer));
  const [weight] = images.flatMap(({ platforms }) => platforms);
  if (weight === void 0) throw new Error(`${opened.name} has no platform that was asked for`);
  const packed = weight.binaries.find(({ pack: pack2, breakdown }) => pack2.status === "packed" && breakdown === null);
  if (packed !== void 0)
    throw new Failure(
      "unreadable-image",
      { what: clause`${printable(packed.path)} of ${opened.name} could not be unpacked` },
      { fields: { file: packed.path, thing: opened.name } }
    );
  const written2 = opened.platforms[0]?.annotations[WEIGH_IN_ANNOTATION];
  const annotated = written2 === void 0 ? null : readAnnotation(written2, platform);
  const known = annotated?.ok === true ? annotated.value : null;
  const settings = known === null ? weight.settings : { ...weight.settings, ...known.settings, goSource: null };
  return {
    status: "read",
    report: { ...NOTHING, ...place, revision, digest: weight.digest },
    images: [{ name: null, weight: { ...weight, settings }, budget: known?.budget ?? null }]
  };
}

// src/commands/steps/baseline/auto.ts
async function findOfBranch(host, platform, { commit, branch, why }, places) {
  const restored = branch === null ? void 0 : await places.kept?.({ branch, commit });
  if (restored?.status === "other version")
    host.log.notice(`There is nothing to compare with in the cache: ${restored.reason}.`);
  const kept = restored === void 0 ? null : asBaseline(restored, platform);
  if (kept?.status === "read" && isOf(kept, commit)) return kept;
  const image = await places.image?.();
  if (image?.status === "read" && isOf(image, commit)) return image;
  if (image?.status === "unreadable" && kept !== null) host.log.debug(`baseline: ${image.reason}`);
  if (kept?.status === "read") return startingFrom(kept, commit);
  if (kept !== null) return kept;
  if (image === void 0) return nothingToCompare(branch, why, restored);
  return image.status === "read" ? startingFrom(image, commit) : image;
}
function asBaseline(kept, platform) {
  const place = { kind: "cache", reference: null };
  switch (kept.status) {
    case "none":
    case "other version":
      return null;
    case "unreadable":
      return unreadable2(kept.reason, place);
    case "found": {
      const found = readFromWeighIn(kept.weighIn, platform, place);
      return found.images.length > 0 ? found : unreadable2(`the weigh-in kept in the cache has no image for ${formatPlatform(platform)}`, place);
    }
  }
}
function nothingToCompare(branch, why, restored) {
  const looked = restored === void 0 ? [] : [whyNoneIsKept(branch, restored)];
  return {
    status: "absent",
    report: null,
    reason: [...looked, why ?? "there is no image to read"].join(", and ")
  };
}
function whyNoneIsKept(branch, restored) {
  return restored.status === "other version" ? restored.reason : `no weigh-in of ${branch} is kept in the cache`;
}
function isOf({ report }, commit) {
  return commit !== null && report.revision === commit;
}
function startingFrom(found, commit) {
  return commit === null ? found : { ...found, report: { ...found.report, startsFrom: commit } };
}

// src/commands/steps/baseline/build-base.ts
import { existsSync, realpathSync } from "node:fs";
import path19 from "node:path";
async function buildBase(host, spec, commit) {
  const short = commit.slice(0, 7);
  try {
    const weight = await withCheckout(
      host,
      spec.workingDirectory,
      commit,
      (checkout) => weighBase2(host, spec, checkout)
    );
    const report = { ...NOTHING, kind: "build", revision: commit };
    return { status: "read", report, images: [{ name: null, weight, budget: null }] };
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    host.log.debug([`base ${short}: ${cause.message}`, cause.output ?? ""].join("\n").trimEnd());
    if (cause instanceof Absent)
      return absent(`commit ${short}, where this change starts, ${whatIsMissing(spec)}`, null);
    const reason = `commit ${short} could not be built: ${clauseText(clauseOf(cause), host.surface)}`;
    return unreadable2(reason, { kind: "build", reference: null });
  }
}
async function weighBase2(host, spec, checkout) {
  const { directory, place } = checkout;
  if (!existsSync(directory) || !isInModule(realPlaces(checkout)))
    throw new Absent(
      "bad-input",
      { what: clause`there is no go.mod for ${directory}` },
      { fields: { directory } }
    );
  const { versionFile } = spec.go;
  const base = {
    ...spec,
    workingDirectory: directory,
    go: { ...spec.go, versionFile: versionFile === null ? null : place(versionFile) }
  };
  const temporary = path19.join(host.temporary, "base");
  await makeDirectory(temporary);
  const there = { ...host, cwd: place(host.cwd), temporary };
  const go = await resolveGo(there, base.go, directory);
  const linked = await linkService(there, base, go);
  const binaries = await readBinaries(linked.binaries, base.platform, linked.embedded);
  return weightOf(base, go, binaries);
}
function realPlaces({
  root,
  directory
}) {
  const places = { root: realpathSync(root), directory: realpathSync(directory) };
  if (!isInside(places.root, places.directory))
    throw new Failure(
      "bad-input",
      { what: clause`a link leads out of that commit's files, to ${places.directory}` },
      { fields: { directory: places.directory } }
    );
  return places;
}
function isInModule({ root, directory }) {
  if (existsSync(path19.join(directory, "go.mod"))) return true;
  return directory.length > root.length && isInModule({ root, directory: path19.dirname(directory) });
}
function weightOf(spec, go, binaries) {
  return {
    sizes: { imageSize: null, downloadSize: null },
    settings: compileSettings(spec, go),
    binaries: binaries.map(weighBinary2),
    breakdown: null
  };
}
function weighBinary2({ linked: { name }, linkedSize, breakdown, executable }) {
  const modules = modulePaths(executable.buildInfo);
  return {
    name,
    linkedSize,
    pack: null,
    price: null,
    ...modules === null ? {} : { modules },
    breakdown: toDepth(breakdown(), "package")
  };
}
function whatIsMissing({ source }) {
  if (source.kind === "binary") throw new Error("the base of a supplied binary cannot be built");
  const mains = source.mains.map((main) => main.path);
  return mains.length === 0 ? "has no main package there" : `has no main package ${mains.join(" and ")}`;
}

// src/commands/steps/baseline/tracked.ts
import { realpath } from "node:fs/promises";
import path20 from "node:path";
async function warnOfTracked(host, spec, given) {
  if (host.surface !== "action" || !await isTracked(host, spec.workingDirectory, given)) return;
  host.log.notice(
    clause`${input("baseline")} "${printable(given)}" is a file that git tracks, so a pull request can change what its growth is measured against. It cannot change auto, build or an image`
  );
}
async function isTracked(host, directory, given) {
  const written2 = path20.resolve(directory, given);
  const real = await realpath(written2).catch(() => written2);
  const root = await askGit(host, directory, "rev-parse", "--show-toplevel");
  if (root === null) return false;
  const places = [.../* @__PURE__ */ new Set([...withParents(written2, root), real])].filter(
    (place) => place !== root && !path20.relative(root, place).startsWith("..")
  );
  for (const place of places) {
    const listed2 = await askGit(host, directory, "--literal-pathspecs", "ls-files", "-s", "--", place);
    const isLink = listed2?.startsWith("120000 ") === true;
    if (listed2 !== null && (isLink || place === written2 || place === real)) return true;
  }
  return false;
}
function withParents(file, root) {
  const parents = [];
  for (let at = file; at.length > root.length; at = path20.dirname(at)) parents.push(at);
  return parents;
}

// src/commands/steps/baseline/read-baseline.ts
async function readBaseline(host, spec, baseline, { packer, restoreWeighIn }) {
  switch (baseline.kind) {
    case "image":
      return openBaseline(host, spec, packer, baseline);
    case "file": {
      await warnOfTracked(host, spec, baseline.path);
      return openBaseline(host, spec, packer, baseline);
    }
    case "build": {
      if (baseline.commit === null) return { status: "absent", report: null, reason: baseline.why };
      return buildBase(host, spec, baseline.commit);
    }
    case "auto": {
      const { reference } = baseline;
      const image = reference === null ? null : { kind: "image", reference };
      return findOfBranch(host, spec.platform, baseline, {
        kept: restoreWeighIn,
        image: image === null ? null : () => openBaseline(host, spec, packer, image)
      });
    }
  }
}
export {
  NOT_ASKED,
  allShipped,
  assembleImage,
  assembleStage,
  authenticate,
  baseStage,
  beginShipping,
  binariesStage,
  checkBuild,
  checkSubjects,
  checkZone,
  compileStage,
  contentsOf,
  gate,
  headline,
  isolationsOf,
  judgeImages,
  needsStage,
  openBases,
  packStage,
  packingStage,
  programStage,
  proveStage,
  provingStage,
  publish,
  pushStage,
  readBase,
  readBaseline,
  readBinaries,
  readFilePrograms,
  requireAll,
  runDiet,
  runDiff,
  runUnpack,
  runWeigh,
  sbomOf,
  smokeStage,
  smokeTestImage,
  stageLine,
  weighImage,
  weighInOf,
  withShippedPrograms,
  writeBinaries
};
