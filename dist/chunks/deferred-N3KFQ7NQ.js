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
  localName,
  placeName
} from "./chunk-YYU4HMDH.js";
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-THW5WVBU.js";
import {
  changeOf,
  isNoise,
  nodeChange
} from "./chunk-FESRDJGN.js";
import {
  compressionOf,
  decompress
} from "./chunk-QRUNDGHL.js";
import {
  growthLines,
  headline,
  layOut,
  listed,
  listedBeside,
  paint,
  stageLine,
  verdictLines
} from "./chunk-DZYQW5EU.js";
import {
  DEFAULT_PATH,
  FILE_NAME,
  INDEX_MEDIA_TYPE,
  MANIFEST_MEDIA_TYPE,
  NotInside,
  OFFICIAL_GO,
  OUTPUT_FORMATS,
  OutOfBytes,
  ZONES_PATH,
  ZONE_FILES_PATH,
  addressOfPlace,
  allLayers,
  arrangeFiles,
  askGit,
  assemble,
  baseEntries,
  binaryPath,
  bodyOf,
  buildFlags,
  cutAtLastColon,
  declare,
  declareCredentials,
  declaredLimits,
  descriptorOf,
  digestOf,
  entryTree,
  excerpt,
  fileKind,
  findCheckout,
  formatCapabilities,
  formatReference,
  formatRepository,
  formatTime,
  gitReason,
  goEnvironment,
  goFailure,
  goList,
  goListJson,
  goOfSemver,
  goOnPath,
  hostImage,
  inParallel,
  isInWorkspace,
  isInside,
  isStarted,
  isWritable,
  jsonBlob,
  jsonText,
  layOver,
  leadsIntoGit,
  levelBeyond,
  linkBinaries,
  linkService,
  linkerFlags,
  listPlatform,
  listReleases,
  listThroughModuleProxy,
  listedHome,
  madeFor,
  makeBaseLayer,
  makeDirectory,
  openInside,
  orWhenOutOfBytes,
  outputOf,
  parseBudget,
  parseJson,
  parseReference,
  placeOfAddress,
  progressOn,
  rangeOfAddress,
  readBuildInfo,
  readElf,
  readFiles,
  readRoots,
  readThingName,
  readZoneWish,
  releaseFileName,
  requireInPlace,
  resolveGo,
  resolveTools,
  restOfSegment,
  runGit,
  sbomEntries,
  sectionBytes,
  semverOfGo,
  showUrl,
  slice,
  splitLinkerFlags,
  startedBy,
  startedPaths,
  takenAccount,
  tooLongAccounts,
  unpackersOf,
  unstoppable,
  userIn,
  utf8,
  variantOf,
  weighInJson,
  whyNotWritten,
  withSideWork,
  words,
  workspaceRoots,
  writeArchive,
  writeBinariesFolder,
  writeMeasured,
  writeStream,
  written
} from "./chunk-IBBHAFX2.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  HttpError,
  againAfterResponse,
  isLoopback,
  isWithin,
  request,
  retry
} from "./chunk-PJSWHJGL.js";
import "./chunk-JR5LPFBT.js";
import {
  allowance,
  asUnreadable,
  bytesOf,
  cannotWeigh,
  damaged,
  digestOfExtent,
  noSuchTag,
  quoted,
  release,
  unreadable
} from "./chunk-I6WUIN5Q.js";
import {
  DIGEST,
  PLATFORM,
  SCHEMA_VERSION,
  SIZE,
  STRINGS,
  checkShape,
  isDigest,
  otherVersion,
  readWeighIn
} from "./chunk-QPT3B4HR.js";
import {
  exitCodeOf,
  foundBreakdown,
  gate,
  imageBreakdown
} from "./chunk-773FLSHK.js";
import {
  MAX_DOCUMENT,
  TarError,
  array,
  boolean,
  exactOptional,
  fallback,
  formatShellWords,
  input,
  literal,
  looseObject,
  maxLength,
  minLength,
  nullable,
  nullish,
  number,
  object,
  optional,
  parse,
  picklist,
  pipe,
  problemsFailure,
  readJson,
  readerOf,
  record,
  safeParse,
  string,
  tarEntries,
  tuple,
  tupleWithRest,
  unknown,
  whyNotRead,
  wrongValue
} from "./chunk-HVQ5DI3P.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  actualsOf,
  assembleStage,
  baseStage,
  baseWords,
  binariesStage,
  compileStage,
  needsStage,
  otherProgramWords,
  packStage,
  packingStage,
  proveStage,
  provingStage,
  pushStage,
  smokeStage
} from "./chunk-D73YCEDL.js";
import {
  formatChange,
  formatDelta,
  formatMemory,
  formatMs,
  largestFirst,
  nodeName,
  versionOf,
  withHeaders
} from "./chunk-ATBO4P6S.js";
import {
  METRIC_NAMES,
  formatBytes,
  formatLimit,
  isOfGrowth,
  isPart,
  isSameSubject,
  metricRow,
  parseLimit,
  printable,
  shorten
} from "./chunk-G7ZI3KYM.js";
import {
  isOfEndedRun,
  redact
} from "./chunk-TDLSIEPT.js";
import {
  DEFAULT_PLATFORM,
  editDistance,
  formatPlatform,
  nearest,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  homeOf,
  xdgDirectory
} from "./chunk-FAWLDARW.js";
import {
  asRoot,
  askAsRoot,
  isolationBy,
  isolationsOf,
  openProofCell,
  seeLinked,
  seePacked
} from "./chunk-4QEXMDNU.js";
import {
  childEnvironment,
  onPath,
  run
} from "./chunk-33OW35SP.js";
import "./chunk-NNDOWG6N.js";
import {
  readLayer,
  writeSmokeMessage
} from "./chunk-FGED6ZBN.js";
import {
  GZIP_MEDIA_TYPE,
  TAR_MEDIA_TYPE,
  ZSTD_MEDIA_TYPE
} from "./chunk-5N4UT3EE.js";
import {
  chunksOf,
  readPart
} from "./chunk-XGSNR2IZ.js";
import {
  entryPoint
} from "./chunk-UTKCJZEI.js";
import {
  DT_NULL,
  DT_RELA,
  DT_RELASZ,
  EI_CLASS,
  EI_DATA,
  ELFCLASS64,
  ELFDATA2LSB,
  EM_AARCH64,
  EM_LOONGARCH,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  PF_W,
  PF_X,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHT_NOTE,
  byBytes,
  completeTree,
  isElf,
  machine
} from "./chunk-JFKLU2OC.js";
import "./chunk-DLB6TBYB.js";
import {
  readCapabilities
} from "./chunk-XF4RVXQN.js";
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
} from "./chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/size/worst-status.ts
var WORST_FIRST = ["unmeasured", "over", "within", "none"];
function worstStatus(verdicts, otherwise2) {
  return WORST_FIRST.find((one) => verdicts.some(({ status }) => status === one)) ?? otherwise2;
}

// src/size/allowance.ts
function limitOf(bound, before) {
  if (bound.kind === "size") return bound.amount;
  return before === null ? null : before + allowanceOf(bound, before);
}
function allowanceOf(bound, before) {
  switch (bound.kind) {
    case "growth":
      return bound.amount;
    case "growth percent":
      return Math.floor(Number((before * bound.percent / 100).toPrecision(15)));
  }
}

// src/size/causes.ts
function causesOf(before, after) {
  const [from, to2] = [before.settings, after.settings];
  return [
    ...changed("Go", from.go, to2.go),
    ...isCompiledOnly(before) || isCompiledOnly(after) ? [] : [...packerChange(from, to2), ...packChanges(before, after)],
    ...changed("ldflags", from.ldflags, to2.ldflags),
    ...changed("build-tags", tagsOf2(from), tagsOf2(to2)),
    ...changed("build-flags", from.buildFlags?.join(" ") ?? null, to2.buildFlags?.join(" ") ?? null),
    ...changed("cgo", from.cgo, to2.cgo),
    // A layout has a path in one build and no name in an image that is read back.
    ...from.base?.digest === to2.base?.digest ? [] : changed("base", baseOf(from), baseOf(to2)),
    ...changed("certificates", from.certificates, to2.certificates),
    ...changed("timezones", from.timezones, to2.timezones),
    ...changed("layer-compression", from.layerCompression, to2.layerCompression)
  ];
}
function baseOf({ base, layerCompression }) {
  if (base === void 0) return layerCompression === null ? null : "scratch";
  return `${base.name ?? "an image"} (${base.digest.slice(0, 19)})`;
}
var OF_CGO = ["netgo", "osusergo"];
function tagsOf2({ buildTags, cgo }) {
  return buildTags?.filter((tag) => cgo !== "off" || !OF_CGO.includes(tag)).join(",") ?? null;
}
function isCompiledOnly({ binaries }) {
  return binaries.some(({ pack: pack2 }) => pack2 === null);
}
function packerChange({ packer: from }, { packer: to2 }) {
  const unsaid = (one, other) => one !== null && other?.startsWith(`${one} `);
  return unsaid(from, to2) || unsaid(to2, from) ? [] : changed("packing", from ?? "off", to2 ?? "off");
}
function packChanges(before, after) {
  return after.binaries.flatMap(({ name, pack: pack2 }) => {
    const old = before.binaries.find((binary) => binary.name === name);
    return old === void 0 ? [] : changed(name, old.pack?.status ?? null, pack2?.status ?? null);
  });
}
function changed(what, from, to2) {
  if (from === null || to2 === null || from === to2) return [];
  return [`${what} changed from ${from || "none"} to ${to2 || "none"}`];
}

// src/size/node-growth.ts
function compareTrees(before, after, binary) {
  return compareChildren([before], [after], { binary, path: [] });
}
function compareChildren(before, after, path32) {
  const [old, now] = [childrenByKey(before), childrenByKey(after)];
  const renamed = renamedModules(old, now);
  const oldKeys = new Set([...now.keys()].map((key) => renamed.get(key) ?? key));
  const gone = [...old.keys()].filter((key) => !oldKeys.has(key));
  return [
    ...[...now].flatMap(([key, nodes]) => compareNodes(old.get(renamed.get(key) ?? key) ?? [], nodes, path32)),
    ...gone.flatMap((key) => compareNodes(old.get(key) ?? [], [], path32))
  ];
}
function compareNodes(before, after, { binary, path: above }) {
  const node2 = after[0] ?? before[0];
  if (node2 === void 0) return [];
  const path32 = [...above, node2.name];
  const [from, to2] = [bytesOf2(before), bytesOf2(after)];
  const versionBefore = before[0]?.version ?? null;
  const versionAfter = after[0]?.version ?? null;
  const below = compareChildren(before, after, { binary, path: path32 });
  const sameVersion = before.length === 0 || after.length === 0 || versionBefore === versionAfter;
  if (from === to2 && sameVersion) return below;
  const change = nodeChange(node2.kind, from, to2);
  return [
    { binary, path: path32, kind: node2.kind, versionBefore, versionAfter, before: from, after: to2, change },
    ...below
  ];
}
function bytesOf2(nodes) {
  return nodes.length === 0 ? null : nodes.reduce((sum3, { bytes }) => sum3 + bytes, 0);
}
function childrenByKey(parents) {
  const byKey = /* @__PURE__ */ new Map();
  for (const parent of parents)
    for (const child of parent.children ?? []) {
      const key = keyOf(child, parent);
      const same = byKey.get(key);
      if (same === void 0) byKey.set(key, [child]);
      else same.push(child);
    }
  return byKey;
}
function keyOf({ kind, name }, parent) {
  if (kind === "main") return "main";
  const within2 = kind === "package" && parent.kind !== "std" && isBelow(name, parent.name);
  return `${kind} ${within2 ? name.slice(parent.name.length) : name}`;
}
function isBelow(name, path32) {
  return name === path32 || name.startsWith(`${path32}/`);
}
function renamedModules(old, now) {
  const gone = byModule([...old.keys()].filter((key) => !now.has(key)));
  const come = byModule([...now.keys()].filter((key) => !old.has(key)));
  const renamed = /* @__PURE__ */ new Map();
  for (const [name, keys] of come) {
    const [key, ...others] = keys;
    const [before, ...otherBefore] = gone.get(name) ?? [];
    const alone2 = others.length === 0 && otherBefore.length === 0;
    if (key !== void 0 && before !== void 0 && alone2) renamed.set(key, before);
  }
  return renamed;
}
function byModule(keys) {
  return Map.groupBy(
    keys.filter((key) => key.startsWith("module ")),
    (key) => key.replace(/\/v\d+$|(?<=^module gopkg\.in\/.*)\.v\d+$/, "")
  );
}

// src/size/padding.ts
function stepOf(platform) {
  return ["amd64", "386"].includes(platform.split("/")[1] ?? "") ? 4096 : 65536;
}
var PLACES = 2;
function paddingChange(metric, platform, before, after) {
  const [from, to2] = [paddingOf(metric, before), paddingOf(metric, after)];
  if (from === null || to2 === null) return { bytes: 0, counts: true };
  return { bytes: to2 - from, counts: to2 - from > PLACES * stepOf(platform) };
}
function paddingOf(metric, { binaries }) {
  switch (metricRow(metric).of) {
    case "linked binaries":
      return sum(binaries.map(({ breakdown }) => headersOf(breakdown)));
    case "files":
      return sum(
        binaries.map(({ pack: pack2, breakdown }) => pack2?.status === "packed" ? 0 : headersOf(breakdown))
      );
    case "transfer":
    case "process":
      return 0;
  }
}
function headersOf(breakdown) {
  if (breakdown === null) return null;
  return (breakdown.children ?? []).filter(({ kind }) => kind === "header").reduce((total, { bytes }) => total + bytes, 0);
}
function sum(values) {
  return values.reduce((total, value) => total === null || value === null ? null : total + value, 0);
}

// src/size/growth.ts
function growthOf(before, after) {
  const { counts: counts2 } = paddingChange("binary", after.platform, before, after);
  return {
    metrics: METRIC_NAMES.map((metric) => metricGrowth(metric, before, after)),
    causes: causesOf(before, after),
    nodes: [
      ...withHeaders(pairsOf(before.binaries, after.binaries).flatMap(binaryGrowth), counts2),
      ...compareTrees(othersTree(before), othersTree(after), null)
    ],
    files: filesGrowth(before.breakdown, after.breakdown)
  };
}
function metricDelta(metric, before, after) {
  const [from, to2] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  if (from === null || to2 === null) return null;
  const padding = paddingChange(metric, after.platform, before, after);
  return padding.counts ? to2 - from : to2 - from - padding.bytes;
}
function metricGrowth(metric, before, after) {
  const [from, to2] = [actualsOf(before)[metric], actualsOf(after)[metric]];
  const delta = metricDelta(metric, before, after);
  const change = from === null || delta === null ? null : changeOf({ kind: metric }, from, delta);
  return { metric, before: from, after: to2, delta, change };
}
function pairsOf(before, after) {
  const [[old], [now]] = [before, after];
  if (before.length === 1 && after.length === 1) return [[old ?? null, now ?? null]];
  const gone = before.filter(({ name }) => !after.some((other) => other.name === name));
  return [
    ...after.map((one) => [before.find(({ name }) => name === one.name) ?? null, one]),
    ...gone.map((one) => [one, null])
  ];
}
function binaryGrowth([before, after]) {
  if (before !== null && before.breakdown === null) return [];
  if (after !== null && after.breakdown === null) return [];
  const name = after?.name ?? before?.name ?? null;
  return compareTrees(treeOf(before), treeOf(after), name);
}
function othersTree({ otherPrograms = [] }) {
  const children = otherPrograms.map(({ path: path32, bytes }) => ({ name: path32, kind: "binary", bytes }));
  return { name: "", kind: "image", bytes: children.reduce((sum3, { bytes }) => sum3 + bytes, 0), children };
}
function filesGrowth(before, after) {
  return before === null || after === null ? [] : compareTrees(before, after, null);
}
function treeOf(binary) {
  return binary?.breakdown ?? { name: "", kind: "binary", bytes: 0, children: [] };
}

// src/size/subject.ts
function sizeOf(subject, weight) {
  if (!isPart(subject)) return actualsOf(weight)[subject.kind];
  const trees = unreadProgram(weight) === null ? treesOf(weight.binaries) : null;
  if (trees === null) return null;
  return trees.flatMap((tree) => nodesOf(tree, subject.kind)).filter(({ name }) => name === subject.path).reduce((sum3, { bytes }) => sum3 + bytes, 0);
}
var NOTHING = { before: [], packages: [] };
function isAbsent(subject, binaries, { before, packages } = NOTHING) {
  if (treesOf(binaries) === null || !isPart(subject)) return false;
  if (subject.kind === "package" && packages.includes(subject.path)) return false;
  return ![...binaries, ...before].some((binary) => has(binary, subject));
}
function has({ breakdown, modules = [] }, { kind, path: path32 }) {
  if (modules.includes(path32)) return true;
  return breakdown !== null && nodesOf(breakdown, kind).some(({ name }) => name === path32);
}
function unknownSubjects(limits, binaries, knowledge = NOTHING) {
  const where = binaries.map(({ name }) => name).join(" and ");
  return limits.flatMap((limit) => {
    const { subject } = limit;
    if (!isPart(subject)) return [];
    if (binaries.length > 0 && !isAbsent(subject, binaries, knowledge)) return [];
    const because = binaries.length === 0 ? `limits a ${subject.kind}, but no program in the image was built by Go; remove the line` : `limits a ${subject.kind} that is not in ${where}${adviceOn({ ...limit, subject }, binaries)}`;
    return [wrongValue("budget", formatLimit(limit), because)];
  });
}
function adviceOn(limit, binaries) {
  const { kind, path: path32 } = limit.subject;
  const other = kind === "module" ? "package" : "module";
  const namesOf2 = (of) => [
    ...(treesOf(binaries) ?? []).flatMap((tree) => nodesOf(tree, of).map(({ name }) => name)),
    ...of === "module" ? binaries.flatMap(({ modules = [] }) => modules) : []
  ];
  const instead = formatLimit({ ...limit, subject: { kind: other, path: path32 } });
  if (namesOf2(other).includes(path32)) return `, but there is a ${other} of that name; write ${instead}`;
  const known2 = [...new Set(namesOf2(kind))];
  if (known2.length === 0) return `, whose Go ${kind}s are not known; remove the line`;
  const meant = nearestPaths(path32, known2);
  return meant.length === 0 ? "; remove the line" : `; did you mean ${meant.map((name) => `"${name}"`).join(" or ")}?`;
}
var MOST_NAMES = 3;
var CANDIDATES = 100;
function nearestPaths(path32, known2) {
  const wanted = path32.slice(0, 128).toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 4));
  return known2.map((name) => ({ name, related: isRelated(wanted, name.toLowerCase()), alike: alikeness(wanted, name) })).sort((one, other) => Number(other.related) - Number(one.related) || other.alike - one.alike).slice(0, CANDIDATES).map(({ name, related }) => ({ name, distance: related ? 0 : editDistance(wanted, name.toLowerCase()) })).filter(({ distance }) => distance <= allowed).sort(
    (one, other) => one.distance - other.distance || one.name.length - other.name.length || (one.name < other.name ? -1 : 1)
  ).slice(0, MOST_NAMES).map(({ name }) => name);
}
function alikeness(wanted, name) {
  const candidate = name.toLowerCase();
  const shorter = Math.min(wanted.length, candidate.length);
  let head = 0;
  while (head < shorter && wanted[head] === candidate[head]) head++;
  let tail = 0;
  while (tail < shorter - head && wanted.at(-1 - tail) === candidate.at(-1 - tail)) tail++;
  return head + tail - Math.abs(wanted.length - candidate.length);
}
function isRelated(wanted, candidate) {
  const within2 = (part2, whole) => whole.startsWith(`${part2}/`) || whole.endsWith(`/${part2}`);
  return within2(wanted, candidate) || within2(candidate, wanted);
}
function unreadProgram({ binaries, otherPrograms = [] }) {
  const [first] = [
    ...binaries.flatMap(
      ({ name, unread }) => unread === void 0 ? [] : [`${name} was not read: ${unread}`]
    ),
    ...otherPrograms.flatMap(
      ({ path: path32, unread }) => unread === null ? [] : [`${path32} was not read: ${unread}`]
    )
  ];
  return first ?? null;
}
function treesOf(binaries) {
  const trees = binaries.flatMap(
    ({ breakdown, unread }) => breakdown === null || unread !== void 0 ? [] : [breakdown]
  );
  return trees.length === 0 || trees.length < binaries.length ? null : trees;
}
var MODULES = ["main", "module", "std"];
function nodesOf({ children = [] }, kind) {
  const modules = children.filter((child) => MODULES.includes(child.kind));
  return kind === "module" ? modules : modules.flatMap((module) => (module.children ?? []).filter((child) => child.kind === "package"));
}

// src/size/raised.ts
function raisedFrom(limit, platform, baseline) {
  if (baseline?.status !== "read") return null;
  const before = sizeOf(limit.subject, baseline.weight);
  const now = limitOf(limit.bound, before);
  const lower = earlier(platform, baseline).filter((old) => isCounterpart(old, limit)).map(({ bound }) => ({ bound, bytes: limitOf(bound, before) })).filter(({ bound, bytes }) => isLower(bytes, now, () => isLowerAsWritten(bound, limit.bound))).sort((one, other) => (one.bytes ?? 0) - (other.bytes ?? 0));
  return lower[0]?.bound ?? null;
}
function droppedLimits(limits, platform, baseline) {
  const here = limits.filter((limit) => limit.platform === null || limit.platform === platform);
  return earlier(platform, baseline).filter((old) => !here.some((limit) => isCounterpart(old, limit))).map(({ subject, bound }) => ({ subject, bound }));
}
function earlier(platform, baseline) {
  const limits = baseline?.status === "read" ? baseline.budget ?? [] : [];
  return limits.filter((limit) => limit.platform === null || limit.platform === platform);
}
function isCounterpart(one, other) {
  return isOfGrowth(one) === isOfGrowth(other) && isSameSubject(one.subject, other.subject);
}
function isLower(old, now, asWritten) {
  return old === null || now === null ? asWritten() : old < now;
}
function isLowerAsWritten(old, now) {
  if (old.kind === "growth percent" && now.kind === "growth percent") return old.percent < now.percent;
  return old.kind === "growth" && now.kind === "growth" && old.amount < now.amount;
}

// src/size/verdict.ts
function judge({ budget, onOverBudget }, weight, baseline, packages = [], others = []) {
  const declared2 = budget.kind === "limits" ? budget.limits : [];
  const dropped = droppedLimits(declared2, weight.platform, baseline);
  const limits = declared2.filter(({ platform }) => platform === null || platform === weight.platform).map((limit) => judgeLimit(limit, weight, baseline, { packages, before: others }));
  if (declared2.length === 0) return { status: "none", waived: false, limits, dropped };
  const status = worstStatus(limits, "within");
  const over = limits.filter((limit) => limit.status === "over");
  const lenient = onOverBudget === "warn" || onOverBudget === "fail-if-grown" && over.every(({ inherited }) => inherited);
  return { status, waived: status === "over" && lenient, limits, dropped };
}
function judgeLimit(limit, weight, baseline, { packages, before: others }) {
  const { subject, bound } = limit;
  const actual = known(sizeOf(subject, weight));
  const before = baseline?.status === "read" ? known(sizeOf(subject, baseline.weight)) : null;
  const growth = growthOf2(limit, weight, baseline);
  const compared = { limit, weight, baseline, actual, before, growth };
  const earlier2 = baseline?.status === "read" ? baseline.weight.binaries : [];
  const finding = isAbsent(subject, weight.binaries, { before: [...earlier2, ...others], packages }) ? unmeasured("it is not in any of the binaries") : bound.kind === "size" ? judgeSize(bound.amount, compared) : judgeGrowth(bound, compared);
  return {
    subject,
    bound,
    platform: weight.platform,
    limit: limitOf(bound, before),
    actual,
    before,
    growth,
    inherited: false,
    ...finding,
    raisedFrom: raisedFrom(limit, weight.platform, baseline)
  };
}
function judgeSize(amount, { limit, weight, actual, before, growth }) {
  if (actual === null) return unknownSize(limit, weight);
  if (actual <= amount) return { status: "within", reason: null };
  const overBefore = before !== null && before > amount;
  return { status: "over", reason: null, inherited: overBefore && grown(limit, before, growth) <= 0 };
}
function judgeGrowth(bound, compared) {
  const { limit, weight, baseline, actual, before, growth } = compared;
  if (actual === null) return unknownSize(limit, weight);
  if (baseline === null) return unmeasured("no baseline was requested");
  if (baseline.status === "absent") return { status: "within", reason: "there is no baseline" };
  if (baseline.status === "unreadable") return unmeasured("the baseline could not be read");
  if (before === null || growth === null) return unmeasured("the baseline does not have this value");
  const within2 = grown(limit, before, growth) <= allowanceOf(bound, before);
  return { status: within2 ? "within" : "over", reason: null };
}
function grown({ subject }, before, growth) {
  if (growth === null) return Infinity;
  return isNoise(subject, before, growth) ? 0 : growth;
}
function growthOf2({ subject }, weight, baseline) {
  if (baseline?.status !== "read") return null;
  if (!isPart(subject)) return known(metricDelta(subject.kind, baseline.weight, weight));
  const [before, after] = [sizeOf(subject, baseline.weight), sizeOf(subject, weight)];
  return before === null || after === null ? null : known(after - before);
}
function unknownSize({ subject }, weight) {
  const part2 = isPart(subject);
  const ofBinaries = part2 || metricRow(subject.kind).of === "linked binaries";
  const unread = ofBinaries ? unreadProgram(weight) : null;
  return unmeasured(unread ?? (part2 ? "the contents of the binaries are not known" : null));
}
function unmeasured(reason) {
  return { status: "unmeasured", reason };
}
function known(size) {
  return size !== null && Number.isFinite(size) ? size : null;
}

// src/size/together.ts
function together(verdicts) {
  const status = worstStatus(verdicts, "none");
  const over = verdicts.filter((verdict2) => verdict2.status === "over");
  const dropped = verdicts.flatMap((verdict2) => verdict2.dropped);
  return {
    status,
    waived: status === "over" && over.every(({ waived }) => waived),
    limits: verdicts.flatMap(({ limits }) => limits),
    dropped: [...new Map(dropped.map((limit) => [formatLimit({ ...limit, platform: null }), limit])).values()]
  };
}

// src/commands/steps/baseline/found.ts
var NOTHING2 = { kind: "none", reference: null, revision: null, digest: null, reason: null };
function absent(reason, reference) {
  return { status: "absent", reason, report: { ...NOTHING2, reference, reason } };
}
function unreadable2(reason, place) {
  return { status: "unreadable", reason, report: { ...NOTHING2, ...place, reason } };
}

// src/commands/steps/baseline/compare-with.ts
function compareWith(found, spec, name, weight) {
  if (found.status !== "read") {
    const { status, reason, report: report2 } = found;
    const untold2 = report2 ?? (isNeeded(spec) ? { ...NOTHING2, reason } : null);
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
  return { baseline: { status: "read", weight: before, budget }, report, growth: growthOf(before, weight) };
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
  return [...main === null ? [] : [main], ...buildInfo.dependencies.map(({ path: path32 }) => path32)];
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
  const unknown2 = before === null ? [] : unknownWith(before, packages);
  if (unknown2.length > 0) throw problemsFailure(unknown2);
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
  const listed3 = new Set(dependencies?.map(({ importPath }) => importPath));
  return limits.flatMap(
    ({ subject }) => subject.kind === "package" && listed3.has(subject.path) ? [subject.path] : []
  );
}

// src/commands/steps/build/judge-images.ts
async function judgeImages(host, made) {
  const comparisons = [];
  const verdicts = [];
  for (const one of made) {
    const { spec, name, weight, binaries, service, baseline } = one;
    const others = made.filter((other) => other !== one).flatMap((other) => other.binaries.map(nameBinary));
    const packages = others.length === 0 ? one.packages : await checkSubjects(host, spec, { service, binaries, baseline, name, others });
    const comparison = compareWith(await baseline, spec, name, weight);
    comparisons.push(comparison);
    verdicts.push(judge(spec, weight, comparison.baseline, packages, others));
  }
  return {
    budget: together(verdicts),
    growths: comparisons.map(({ growth }) => growth),
    baseline: baselineOf(comparisons),
    noBaseline: whyNoBaseline(comparisons)
  };
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
    const bytes = files.reduce((sum3, file) => sum3 + file.bytes, 0);
    return bytes === 0 || name === ZONES ? [] : [[name, bytes]];
  });
  return new Map(packages.sort(([one], [other]) => one < other ? -1 : 1));
}
function packagesOf(node2) {
  return node2.kind === "package" ? [node2] : (node2.children ?? []).flatMap(packagesOf);
}

// src/size/annotation.ts
var WEIGH_IN_ANNOTATION = "dev.bantam.weigh-in";
function writeAnnotation({ bantam, settings, budget, embedded }) {
  const { go, packer, ldflags, buildTags, buildFlags: buildFlags2, cgo, certificates, timezones, layerCompression } = settings;
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    bantam,
    settings: {
      go,
      packer,
      ldflags,
      buildTags,
      buildFlags: buildFlags2,
      cgo,
      certificates,
      timezones,
      layerCompression
    },
    budget: budget.map(formatLimit),
    ...embedded.size === 0 ? {} : { embedded: Array.from(embedded, ([binary, packages]) => [binary, ...packages]) }
  });
}
var TEXTS = array(string());
var ANNOTATION = object({
  schemaVersion: literal(SCHEMA_VERSION),
  bantam: string(),
  settings: object({
    go: nullable(string()),
    packer: nullable(string()),
    // Some settings are unknown for a binary that the user provided.
    ldflags: nullable(string()),
    buildTags: nullable(TEXTS),
    buildFlags: nullable(TEXTS),
    cgo: nullable(picklist(["off", "static"])),
    certificates: string(),
    timezones: string(),
    layerCompression: picklist(["gzip", "zstd"])
  }),
  budget: TEXTS,
  embedded: optional(array(tupleWithRest([string()], tuple([string(), SIZE]))), [])
});
var LONGEST = 1e6;
function readAnnotation(text, platform) {
  if (text.length > LONGEST) return problem(`has more than ${LONGEST} characters`);
  const json = parseJson(text);
  const other = otherVersion(json);
  if (other !== null) return problem(other.said);
  const shape = safeParse(ANNOTATION, json);
  if (!shape.success) return problem("was not written by this version of Bantam");
  const { bantam, settings, budget, embedded } = shape.output;
  return parsed({
    bantam,
    settings,
    budget: budget.flatMap((line2) => {
      const limit = parseLimit(line2, [platform]);
      return limit.ok ? [limit.value] : [];
    }),
    embedded: new Map(embedded.map(([binary, ...packages]) => [binary, new Map(packages)]))
  });
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
  const { config, budget } = spec;
  const written2 = writeAnnotation({
    bantam: VERSION,
    settings: settingsOf(spec, tools, base, binaries),
    budget: declaredLimits(budget),
    embedded: new Map(binaries.flatMap(embeddedIn))
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
import path2 from "node:path";

// src/binary/pclntab.ts
var SECTIONS = [".gopclntab", ".data.rel.ro.gopclntab"];
var MAGIC_1_18 = 4294967280;
var MAGIC_1_20 = 4294967281;
var MAX_CANDIDATES = 1e3;
function findPclntab(elf, bytes) {
  const section = elf.sections.find(({ name }) => SECTIONS.includes(name));
  const table = section === void 0 ? null : sectionBytes(section, bytes);
  return (table === null ? null : readPclntab(elf, table)) ?? scan(elf, bytes);
}
function scan(elf, bytes) {
  const searched2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let candidates2 = 0;
  for (const magic of [MAGIC_1_20, MAGIC_1_18]) {
    const start2 = Buffer.alloc(6);
    if (elf.littleEndian) start2.writeUInt32LE(magic);
    else start2.writeUInt32BE(magic);
    for (let at = searched2.indexOf(start2); at !== -1; at = searched2.indexOf(start2, at + 1)) {
      if (++candidates2 > MAX_CANDIDATES) return null;
      const table = restOfSegment(elf.segments, bytes, at);
      const found = table === null ? null : readPclntab(elf, table);
      if (found !== null) return found;
    }
  }
  return null;
}
function readPclntab(elf, table) {
  return orWhenOutOfBytes(
    () => {
      const header2 = words(table, elf.bits === 64 ? 8 : 4, elf.littleEndian);
      const magic = header2.u32(0);
      const [quantum, pointerSize] = [header2.u8(6), header2.u8(7)];
      if (magic !== MAGIC_1_18 && magic !== MAGIC_1_20) return null;
      if (pointerSize !== header2.size || ![1, 2, 4].includes(quantum)) return null;
      const field = (index) => header2.offset(8 + index * header2.size);
      const part2 = (index) => slice(table, field(index), field(index + 1) - field(index));
      const functionCount = field(0);
      const functions = slice(table, field(7), table.byteLength - field(7));
      slice(functions, 0, functionCount * 8 + 4);
      return {
        since: magic === MAGIC_1_18 ? "1.18" : "1.20",
        quantum,
        pointerSize: header2.size,
        functionCount,
        fileCount: field(1),
        table,
        names: part2(3),
        units: part2(4),
        files: part2(5),
        pcValues: part2(6),
        functions
      };
    },
    () => null
  );
}

// src/binary/function-table.ts
var MAX_SIZE = 64 * 1024 * 1024;
var MAX_NAMES = 1024 * 1024;
function readFunctionNames(elf, bytes) {
  const table = findPclntab(elf, bytes)?.names;
  if (table === void 0 || table.byteLength > MAX_SIZE) return null;
  const names = utf8(table).split("\0", MAX_NAMES + 1);
  return names.length > MAX_NAMES ? null : new Set(names.filter((name) => name !== ""));
}

// src/binary/needs.ts
function readNeeds(functions) {
  if (functions === null || !functions.has("runtime.main")) return null;
  const reaches = (names) => names.some((name) => functions.has(name));
  return {
    certificates: reaches(CERTIFICATES),
    timezones: reaches(TIMEZONES) && !reaches(EMBEDDED_TIMEZONES),
    exec: reaches(EXEC),
    users: reaches(USERS),
    temp: reaches(TEMP)
  };
}
var CERTIFICATES = ["crypto/x509.initSystemRoots", "crypto/x509.loadSystemRoots"];
var TIMEZONES = ["time.LoadLocation"];
var EMBEDDED_TIMEZONES = ["time/tzdata.loadFromEmbeddedTZData"];
var EXEC = ["os.StartProcess", "syscall.forkExec", "syscall.Exec"];
var USERS = [
  "os/user.Current",
  "os/user.Lookup",
  "os/user.LookupId",
  "os/user.LookupGroup",
  "os/user.LookupGroupId",
  "os/user.(*User).GroupIds"
];
var TEMP = ["os.TempDir", "os.CreateTemp", "os.MkdirTemp"];

// src/binary/executable.ts
function readExecutable(bytes, name) {
  const elf = readElf(bytes, name);
  return { elf, buildInfo: readBuildInfo(elf, bytes), needs: readNeeds(readFunctionNames(elf, bytes)) };
}

// src/binary/program-head.ts
import path from "node:path";
var PROGRAM_HEAD = 4096;
function looksLikeProgram(head, name) {
  if (!mayBeProgram(head)) return false;
  const isLibrary = /\.so(?:\.[\w.-]*)?$/.test(path.posix.basename(name));
  return !isLibrary || typeOf(head) === ET_EXEC;
}
function mayBeProgram(head) {
  const view = viewOf(head);
  if (head.length < 52 || !isElf(head)) return false;
  const wide = head[EI_CLASS] === ELFCLASS64;
  const little = head[EI_DATA] === ELFDATA2LSB;
  const type = typeOf(head);
  return type === ET_EXEC || type === ET_DYN && (hasEntry(view, wide, little) || hasInterpreter(view, wide, little));
}
function saysProgram(bytes) {
  try {
    return readElf(bytes).isPie;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
function typeOf(head) {
  return viewOf(head).getUint16(16, head[EI_DATA] === ELFDATA2LSB);
}
function viewOf(head) {
  return new DataView(head.buffer, head.byteOffset, head.byteLength);
}
function hasEntry(view, wide, little) {
  return (wide ? view.getBigUint64(24, little) : BigInt(view.getUint32(24, little))) !== 0n;
}
function hasInterpreter(view, wide, little) {
  if (wide && view.byteLength < 64) return false;
  const table = wide ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little);
  const size = view.getUint16(wide ? 54 : 42, little);
  const count = Math.min(view.getUint16(wide ? 56 : 44, little), 256);
  for (let index = 0; index < count; index += 1) {
    const at = table + index * size;
    if (at + 4 <= view.byteLength && view.getUint32(at, little) === PT_INTERP) return true;
  }
  return false;
}

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
  const header2 = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(header2) !== LOCAL_HEADER) throw new RangeError("no header");
  const start2 = header2 + 30 + zip.readUInt16LE(header2 + 26) + zip.readUInt16LE(header2 + 28);
  const bytes = zip.subarray(start2, start2 + stored);
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
  const isThere2 = userFiles.some(({ path: path32 }) => path32 === place) || place !== null && on?.tree.has(place) === true;
  return isThere2 ? { kind: "nothing" } : wish;
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
  const city = names.find((known2) => known2.toLowerCase().endsWith(`/${name.toLowerCase()}`));
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
  const file = path2.join(goroot, "lib", "time", "zoneinfo.zip");
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
import { stat as stat3 } from "node:fs/promises";
import { parse as parse3 } from "node:path";

// src/image/base-annotations.ts
var NAME = "org.opencontainers.image.base.name";
var DIGEST2 = "org.opencontainers.image.base.digest";
function baseAnnotations({ kind, name }, digest) {
  return { ...kind === "image" ? { [NAME]: name } : {}, [DIGEST2]: digest };
}
function namedBase(annotations) {
  const digest = annotations[DIGEST2] ?? "";
  const name = annotations[NAME] ?? "";
  if (!isDigest(digest)) return null;
  return { name: /^[\x21-\x7e]{1,300}$/.test(name) ? name : null, digest };
}

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

// src/registry/credentials.ts
import path3 from "node:path";

// src/registry/address.ts
var DOCKER_HUB = /* @__PURE__ */ new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);
function isDockerHub(registry) {
  return DOCKER_HUB.has(registry);
}
function registryUrl(registry) {
  const url = new URL(`https://${registry}/v2/`);
  if (isLoopback(url.hostname)) url.protocol = "http:";
  return url;
}
function resolveLocation(location, from, registry) {
  if (location === null || location === "") return problem("names no Location");
  if (!URL.canParse(location, from.href)) return problem("names a Location that is no URL");
  const target = new URL(location, from);
  if (target.protocol === "http:" && registry.protocol === "https:" && target.hostname === registry.hostname) {
    target.protocol = "https:";
    target.port = registry.port;
  }
  return checkTarget(target, from, registry);
}
function resolveRealm(realm, registry) {
  if (realm === void 0 || !URL.canParse(realm)) return problem("names no token server");
  return checkTarget(new URL(realm), registry, registry);
}
function checkTarget(target, from, registry) {
  const { hostname, protocol } = target;
  if (protocol !== "https:" && protocol !== "http:") return problem(`leads to a ${protocol} URL`);
  if (protocol === "http:" && from.protocol === "https:")
    return problem(`leads from HTTPS to plain HTTP on ${hostname}`);
  const local = isLoopback(hostname);
  const isNeighbor = hostname === registry.hostname || local && isLoopback(registry.hostname);
  const isTrusted = isNeighbor && (!local || isLoopback(from.hostname));
  if (!isTrusted && (local || isWithin(INTERNAL, hostname)))
    return problem(`leads to ${hostname}, an address of an internal network`);
  if (protocol === "http:" && !local)
    return problem(`leads to plain HTTP on ${hostname}, which only this machine may use`);
  target.username = "";
  target.password = "";
  target.hash = "";
  return parsed(target);
}
var INTERNAL = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"]
];

// src/registry/credential-helper.ts
var Answer = object({ Username: string(), Secret: string() });
var TIMEOUT_MS = 3e4;
async function askHelper(host, name, registry) {
  const command = `docker-credential-${name}`;
  const complain = (reason) => {
    host.log.warning(`${command} gave no login for ${registry}: ${reason}.`);
    return null;
  };
  if (!/^[\w.-]+$/.test(name)) return complain("that is not a name of a helper");
  const finished = await start(
    host,
    command,
    isDockerHub(registry) ? "https://index.docker.io/v1/" : registry
  );
  if (finished === null) return complain("it is not on PATH");
  if (finished.timedOut) return complain(`it did not answer within ${TIMEOUT_MS / 1e3} s`);
  if (finished.exitCode !== 0)
    return /credentials not found/i.test(finished.stdout) ? null : complain(`it ended with exit code ${finished.exitCode}`);
  const answer = safeParse(Answer, parseJson(finished.stdout));
  if (!answer.success) return complain("its answer is not the JSON that docker expects");
  const { Username: username, Secret: password } = answer.output;
  if (password === "") return null;
  return username === "<token>" ? { kind: "identity-token", identityToken: password } : { kind: "password", username, password };
}
async function start(host, command, server) {
  try {
    return await run(host, command, ["get"], {
      env: childEnvironment(host, "credential helper"),
      input: server,
      timeoutMs: TIMEOUT_MS,
      maxOutput: 64 * 1024
    });
  } catch (error) {
    if (error instanceof Failure && error.code === "missing-tool") return null;
    throw error;
  }
}

// src/registry/docker-config.ts
import { readFile as readFile2, stat } from "node:fs/promises";
var Entry = object({
  auth: optional(string()),
  username: optional(string()),
  password: optional(string()),
  identitytoken: optional(string()),
  registrytoken: optional(string())
});
var Config = object({
  auths: optional(record(string(), fallback(Entry, {})), {}),
  credHelpers: optional(record(string(), string()), {}),
  credsStore: optional(string())
});
async function readDockerConfig(file, legacy) {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > LARGEST_CONFIG) return "unreadable";
    const text = await readFile2(file, "utf8");
    return legacy ? parseLegacyConfig(text) : parseDockerConfig(text);
  } catch (error) {
    const { code } = error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : "unreadable";
  }
}
var LARGEST_CONFIG = 1024 * 1024;
function parseDockerConfig(text) {
  const config = safeParse(Config, parseJson(text));
  return config.success ? config.output : "unreadable";
}
function parseLegacyConfig(text) {
  const auths = safeParse(Config.entries.auths, parseJson(text));
  return auths.success ? { auths: auths.output, credHelpers: {} } : "unreadable";
}
function helperOf({ credHelpers }, registry) {
  const name = find(credHelpers, registry) ?? "";
  return name === "" ? null : name;
}
function entryOfNamespace({ auths }, { registry, repository }) {
  const parts = repository.split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const namespace = parts.slice(0, length).join("/");
    for (const host of isDockerHub(registry) ? ["docker.io", registry] : [registry]) {
      const login = loginOf(auths[`${host}/${namespace}`]);
      if (login !== null) return login;
    }
  }
  return null;
}
function entryOf({ auths }, registry) {
  return loginOf(find(auths, registry));
}
function loginOf(entry) {
  if (entry === void 0) return null;
  const { identitytoken, registrytoken } = entry;
  if (nonEmpty(identitytoken)) return { kind: "identity-token", identityToken: identitytoken };
  if (nonEmpty(registrytoken)) return { kind: "registry-token" };
  const login = nonEmpty(entry.auth) ? decode(entry.auth) : [entry.username ?? "", entry.password ?? ""];
  const [username = "", password = ""] = login;
  return username === "" || password === "" ? null : { kind: "password", username, password };
}
function nonEmpty(text) {
  return text !== void 0 && text !== "";
}
function decode(auth) {
  const text = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
  const colon = text.indexOf(":");
  return colon === -1 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}
function find(byHost, registry) {
  const keys = Object.keys(byHost);
  const key = keys.find((key2) => key2 === registry) ?? keys.find((key2) => sameRegistry(hostOf(key2), registry));
  return key === void 0 ? void 0 : byHost[key];
}
function hostOf(key) {
  return /^(?:https?:\/\/)?([^/]+)(?:\/(?:v[12]\/?)?)?$/.exec(key)?.[1]?.toLowerCase() ?? null;
}
function sameRegistry(host, registry) {
  return host !== null && (host === registry || isDockerHub(host) && isDockerHub(registry));
}

// src/registry/credentials.ts
function secretOf(credentials) {
  return "identityToken" in credentials ? credentials.identityToken : credentials.password;
}
async function findCredentials(host, place, publish2) {
  const { registry } = place;
  const found = fromInputs(registry, publish2) ?? await fromConfigs(host, place) ?? fromWorkflow(registry, publish2);
  if (found !== null) host.log.secret(secretOf(found));
  return found;
}
function fromInputs(registry, { credentials, references }) {
  if (credentials === null) return null;
  const registries = /* @__PURE__ */ new Set([...references.map((reference) => reference.registry), registry]);
  if (registries.size > 1)
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("registry-username")} and ${input("registry-password")} are for one registry, but ${input("image")} names ${[...registries].join(" and ")}`,
        fix: clause`leave them out, and log in to each with docker/login-action or "docker login"`
      },
      { fields: { input: "registry-username", registry } }
    );
  return { ...credentials, source: clause`${input("registry-username")} and ${input("registry-password")}` };
}
function fromWorkflow(registry, { githubToken }) {
  if (registry !== "ghcr.io" || githubToken === null || githubToken === "") return null;
  return { username: "x-access-token", password: githubToken, source: clause`${input("github-token")}` };
}
async function fromConfigs(host, place) {
  const inline = host.env["DOCKER_AUTH_CONFIG"] ?? "";
  if (inline !== "") {
    const config = parseDockerConfig(inline);
    const found = await fromConfig(host, place, "DOCKER_AUTH_CONFIG", config);
    if (found !== null) return found;
  }
  for (const { file, legacy } of configFiles(host)) {
    const config = await readDockerConfig(file, legacy);
    const found = config === null ? null : await fromConfig(host, place, file, config);
    if (found !== null) return found;
  }
  return null;
}
function configFiles({ env }) {
  const home = homeOf(env) ?? "/";
  const named2 = env["REGISTRY_AUTH_FILE"] ?? "";
  const runtime = xdgDirectory(env, "XDG_RUNTIME_DIR");
  const files = [
    ...named2 === "" ? [] : [named2],
    ...runtime === null ? perUser() : [path3.join(runtime, "containers", "auth.json")],
    path3.join(xdgDirectory(env, "XDG_CONFIG_HOME") ?? path3.join(home, ".config"), "containers", "auth.json"),
    path3.join(env["DOCKER_CONFIG"] ?? path3.join(home, ".docker"), "config.json")
  ];
  return [
    ...files.map((file) => ({ file, legacy: false })),
    { file: path3.join(home, ".dockercfg"), legacy: true }
  ];
}
function perUser() {
  return process.getuid === void 0 ? [] : [`/run/containers/${process.getuid()}/auth.json`];
}
async function fromConfig(host, place, source, config) {
  if (config === "unreadable") {
    host.log.warning(
      `${source} cannot be read, or is not a file of logins as docker and podman write it, so its logins are not used.`
    );
    return null;
  }
  const { registry } = place;
  const entry = (login) => login === null ? null : usable(host, registry, source, login);
  const own = helperOf(config, registry);
  return await fromHelper(host, registry, own) ?? entry(entryOfNamespace(config, place)) ?? await fromHelper(host, registry, own === null ? config.credsStore ?? null : null) ?? entry(entryOf(config, registry));
}
async function fromHelper(host, registry, name) {
  const kept = name === null || name === "" ? null : await askHelper(host, name, registry);
  return kept === null ? null : usable(host, registry, `docker-credential-${name}`, kept);
}
function usable(host, registry, source, login) {
  switch (login.kind) {
    case "password":
      return { username: login.username, password: login.password, source };
    case "identity-token":
      return { identityToken: login.identityToken, source };
    case "registry-token":
      host.log.warning(
        clause`${source} holds a registry token for ${registry}, which Bantam does not use: give ${input("registry-username")} and ${input("registry-password")}`
      );
      return null;
  }
}

// src/registry/pull.ts
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path4 from "node:path";

// src/registry/distribution.ts
var MANIFESTS = [
  MANIFEST_MEDIA_TYPE,
  INDEX_MEDIA_TYPE,
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
var AS_IT_IS = { "accept-encoding": "identity" };
function checkBlob(transport, operation, digest) {
  return transport.request(to(transport, operation, "HEAD", `blobs/${digest}`));
}
function getBlob(transport, operation, digest, receive) {
  const headers = { accept: "application/octet-stream, */*", ...AS_IT_IS };
  return transport.request({ ...to(transport, operation, "GET", `blobs/${digest}`), headers, receive });
}
function checkManifest(transport, operation, reference) {
  const headers = { accept: MANIFESTS };
  return transport.request({ ...to(transport, operation, "HEAD", `manifests/${reference}`), headers });
}
function getManifest(transport, operation, reference, receive) {
  const headers = { accept: MANIFESTS, ...AS_IT_IS };
  return transport.request({
    ...to(transport, operation, "GET", `manifests/${reference}`),
    headers,
    receive
  });
}
function startUpload(transport, operation) {
  return transport.request(to(transport, operation, "POST", UPLOADS));
}
function putBlob(transport, operation, location, blob) {
  const url = new URL(location);
  url.searchParams.append("digest", blob.digest);
  const headers = { "content-type": "application/octet-stream" };
  return transport.request({
    ...to(transport, operation, "PUT", UPLOADS),
    url,
    headers,
    body: "bytes" in blob ? blob.bytes : blob
  });
}
function mountBlob(transport, operation, digest, from) {
  const request2 = to(transport, operation, "POST", UPLOADS);
  request2.url.searchParams.set("mount", digest);
  request2.url.searchParams.set("from", from);
  return transport.request({ ...request2, scopes: [...request2.scopes, scopeOf(from, "pull")] });
}
function cancelUpload(transport, operation, location) {
  return transport.requestHere({ ...to(transport, operation, "DELETE", UPLOADS), url: location });
}
function putManifest(transport, operation, reference, { mediaType, bytes }) {
  const headers = { "content-type": mediaType };
  return transport.request({
    ...to(transport, operation, "PUT", `manifests/${reference}`),
    headers,
    body: bytes
  });
}
var UPLOADS = "blobs/uploads/";
function to({ registry }, operation, method, path32) {
  const { repository, action } = operation.access;
  const url = new URL(`${repository}/${path32}`, registry.url);
  return { method, url, scopes: [scopeOf(repository, action)], operation };
}
function scopeOf(repository, action) {
  return `repository:${repository}:${action === "push" ? "pull,push" : "pull"}`;
}

// src/registry/operation.ts
function operationIn({ name, credentials, secrets }, repository, action, what) {
  return {
    what,
    access: { registry: name, repository, action, source: credentials?.source ?? null },
    secrets
  };
}

// src/registry/advice.ts
function adviceFor(access, status, said) {
  const { registry, action } = access;
  switch (status) {
    case 401:
    case 403:
    case 404:
      return action === "pull" ? adviceForPull(access, status) : adviceForPush(access, status, said);
    case 413:
      return clause`${registry}, or a proxy before it, limits what it takes: raise that limit`;
    case 429:
      return clause`${registry} limits how often it is asked: log in, or try again later`;
    default:
      return status >= 500 ? clause`${registry} is in trouble: try again later` : clause``;
  }
}
function adviceForPull({ registry, repository, source }, status) {
  if (status === 404) return clause`check that ${repository} and its tag are spelt right`;
  if (source === null)
    return clause`no credentials for ${registry} were found: check that ${repository} is spelt right, or log in with ${howToLogInToPull(registry)}`;
  return clause`the credentials from ${source} may not read ${repository}: check that it is spelt right, and ask for permission to pull it`;
}
function adviceForPush(access, status, said) {
  if (status === 404) return create(access);
  if (access.source === null) return logIn(access);
  return status === 403 || /insufficient_scope|DENIED/.test(said) ? permit(access) : logIn(access);
}
function adviceWithoutAnswer(registry, { message: reason, proxy }) {
  if (proxy !== null) return clause`check ${proxy}, or name ${registry} in NO_PROXY`;
  if (/certificate|self.signed/i.test(reason))
    return clause`name the certificate authority of this registry in NODE_EXTRA_CA_CERTS`;
  if (/wrong version number|EPROTO|packet length/i.test(reason))
    return clause`plain HTTP is spoken to localhost only: give this registry a certificate`;
  return clause`check that ${registry} is spelt right and can be reached from here`;
}
function kindOf(registry) {
  if (registry === "ghcr.io") return "ghcr";
  if (isDockerHub(registry)) return "docker hub";
  if (/^(?:\d+\.dkr\.ecr\..+|public\.ecr\.aws$)/.test(registry)) return "ecr";
  if (/(?:^|\.)gcr\.io$|\.pkg\.dev$/.test(registry)) return "google";
  if (registry.endsWith(".azurecr.io")) return "azure";
  if (registry === "registry.gitlab.com") return "gitlab";
  return "other";
}
function logIn({ registry, source }) {
  const how = howToLogIn(registry);
  return source === null ? clause`no credentials for ${registry} were found: ${how}` : clause`${registry} does not accept the credentials from ${source}: ${how}`;
}
function howToLogInToPull(registry) {
  return kindOf(registry) === "ghcr" ? clause`"docker login ghcr.io", or give the job "permissions: packages: read" and this step ${input("github-token")}` : clause`"docker login ${registry}", or give ${input("registry-username")} and ${input("registry-password")}`;
}
function howToLogIn(registry) {
  switch (kindOf(registry)) {
    case "ghcr":
      return clause`give the job "permissions: packages: write" and this step ${input("github-token")}, or log in with docker/login-action`;
    case "docker hub":
      return clause`give ${input("registry-username")} and, as ${input("registry-password")}, an access token with "Read & Write"`;
    case "ecr":
      return clause`log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)`;
    case "google":
      return clause`run "gcloud auth configure-docker ${registry}", or give ${input("registry-username", "oauth2accesstoken")} and an access token as ${input("registry-password")}`;
    case "azure":
      return clause`run "az acr login" in a step before, or give the name and password of a service principal or of a repository-scoped token`;
    case "gitlab":
      return clause`give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD`;
    case "other":
      return clause`log in with "docker login ${registry}", or give ${input("registry-username")} and ${input("registry-password")}`;
  }
}
function permit({ registry, repository, source }) {
  const who = clause`the credentials from ${source ?? "this run"}`;
  switch (kindOf(registry)) {
    case "ghcr":
      return clause`${who} may not write ${repository}: give the job "permissions: packages: write", and in the package's settings let this repository write it ("Manage Actions access")`;
    case "docker hub":
      return clause`${who} may not write ${repository}: use an access token with "Read & Write" of an account that may push there`;
    case "ecr":
      return clause`${who} may not write ${repository}: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage`;
    case "google":
      return clause`${who} may not write ${repository}: grant roles/artifactregistry.writer`;
    case "azure":
      return clause`${who} may not write ${repository}: grant AcrPush`;
    case "gitlab":
    case "other":
      return clause`${who} may not write ${repository}: ask for permission to push there`;
  }
}
function create({ registry, repository }) {
  switch (kindOf(registry)) {
    case "ecr":
      return clause`create the repository first: aws ecr create-repository --repository-name ${repository}`;
    case "google":
      return clause`create the repository ${repository.split("/").slice(0, 2).join("/")} in Artifact Registry first`;
    case "docker hub":
      return clause`check that the namespace ${repository.split("/", 1).join("")} exists and that these credentials may write it`;
    case "gitlab":
      return clause`${repository} must begin with the path of a project that exists`;
    case "ghcr":
    case "azure":
    case "other":
      return clause`check that ${repository} is spelt right, and create the project or repository first where ${registry} wants that`;
  }
}

// src/registry/request-url.ts
var SHOWN_QUERIES = /* @__PURE__ */ new Set(["digest", "from", "mount", "scope", "service"]);
function showRequestUrl(url) {
  return showUrl(url, SHOWN_QUERIES);
}

// src/registry/send.ts
var NoResponse = class extends HttpError {
  url;
  constructor(url, { status, temporary, retryAfterMs, proxy, cause }, message) {
    super(message, { status, temporary, retryAfterMs, proxy, cause });
    this.url = url;
  }
};
var BODY_LIMIT = 64 * 1024;
var HEAD_TIMEOUT_MS = 6e4;
var SLOWEST_BYTES_PER_MS = 25;
async function send(host, sent) {
  const { method, url, headers = {}, body, receive } = sent;
  const timeoutMs = HEAD_TIMEOUT_MS + Math.ceil(sizeOf2(body) / SLOWEST_BYTES_PER_MS);
  const started = performance.now();
  try {
    const response = await request(host, url.href, {
      method,
      headers,
      redirect: "manual",
      timeoutMs,
      signal: AbortSignal.timeout(
        timeoutMs + HEAD_TIMEOUT_MS + Math.ceil((receive?.bytes ?? 0) / SLOWEST_BYTES_PER_MS)
      ),
      ...bodyOptions(body)
    });
    const received = receive !== void 0 && response.status === 200;
    if (received) await receive.take(bodyOf(response, HEAD_TIMEOUT_MS));
    const text = received ? "" : await readText(response);
    const ms = Math.round(performance.now() - started);
    host.log.debug(`${method} ${showRequestUrl(url)} ${response.status}, ${ms} ms`);
    return { method, url, status: response.status, headers: response.headers, body: text };
  } catch (error) {
    throw error instanceof HttpError ? new NoResponse(url, error, error.message) : error;
  }
}
async function readText(response) {
  const chunks = [];
  let left = BODY_LIMIT;
  for await (const chunk of bodyOf(response, HEAD_TIMEOUT_MS)) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.byteLength;
    if (left <= 0) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
function sizeOf2(body) {
  if (body === void 0) return 0;
  return body instanceof Uint8Array ? body.byteLength : body.size;
}
function bodyOptions(body) {
  if (body === void 0) return {};
  return body instanceof Uint8Array ? { body: asArrayBufferView(body) } : { file: body };
}
function asArrayBufferView(bytes) {
  return bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Uint8Array.from(bytes);
}

// src/registry/registry-error.ts
var ErrorBody = object({
  errors: array(object({ code: optional(string()), message: optional(string()) }))
});
var Refusal = class extends HttpError {
  /** Codes of the specification, such as `DENIED`; empty if the response named none. */
  codes;
  constructor(status, codes) {
    super(`the registry answered ${status}`, { status });
    this.codes = codes;
  }
};
function refused(operation, response) {
  const { method, url, status, headers } = response;
  const said = saidBy(response);
  const shown3 = showRequestUrl(url);
  const why = clause`${method} ${shown3}: ${said === "" ? "" : `${said} `}(status ${status})`;
  const advice = adviceFor(operation.access, status, `${said} ${headers.get("www-authenticate") ?? ""}`);
  const cause = new Refusal(status, codesOf(response));
  const fix = advice.length === 0 ? void 0 : advice;
  return failure(operation, { why, fix }, { cause, fields: { method, url: shown3, status } });
}
var UNKNOWN_CODES = /* @__PURE__ */ new Set(["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"]);
function saysUnknown(response) {
  const { status, headers } = response;
  if (status !== 404 || headers.get("content-type")?.startsWith("text/html") === true) return false;
  const codes = codesOf(response);
  return codes.length === 0 || codes.some((code) => UNKNOWN_CODES.has(code));
}
function forgetsBlob(response) {
  return response.status >= 400 && codesOf(response).includes("MANIFEST_BLOB_UNKNOWN");
}
function codesOf({ body }) {
  const errors = safeParse(ErrorBody, parseJson(body));
  return errors.success ? errors.output.errors.flatMap(({ code }) => code ?? []) : [];
}
function unusable(operation, { method, url }, reason) {
  const shown3 = showRequestUrl(url);
  const why = clause`${method} ${shown3}: the registry's answer ${excerpt(reason)}`;
  return failure(operation, { why }, { fields: { method, url: shown3 } });
}
function unanswered(operation, error) {
  if (!(error instanceof NoResponse)) return error;
  const url = showRequestUrl(error.url);
  const fix = adviceWithoutAnswer(operation.access.registry, error);
  return failure(
    operation,
    { why: clause`${url}: ${excerpt(error.message)}`, fix },
    { cause: error, fields: { url } }
  );
}
function unreached(from, to2, error) {
  if (!(error instanceof NoResponse)) return error;
  return new NoResponse(from, error, `it leads to ${showRequestUrl(to2)}: ${error.message}`);
}
function failure({ what, access, secrets }, { why, fix }, { cause, fields }) {
  const hidden = (text) => text.map((part2) => part2.kind === "input" ? part2 : { ...part2, text: redact(part2.text, secrets) });
  const url = fields?.url === void 0 ? {} : { url: redact(fields.url, secrets) };
  return new Failure(
    "registry",
    { what: hidden(clause`could not ${what}`), why: hidden(why), fix: fix && hidden(fix) },
    { cause, fields: { registry: access.registry, ...fields, ...url } }
  );
}
function saidBy({ body, headers }) {
  const errors = safeParse(ErrorBody, parseJson(body));
  if (errors.success) {
    const said = errors.output.errors.map(
      ({ code, message }) => [code, excerpt(message ?? "")].filter(Boolean).join(": ")
    );
    return excerpt(said.join(", "));
  }
  return headers.get("content-type")?.startsWith("text/plain") === true ? excerpt(body) : "";
}

// src/registry/retry.ts
async function retryOperation({ host, patience }, operation, attempt) {
  try {
    return await retry(
      attempt,
      { ...patience, stop: host.stop },
      {
        ofValue: (response) => againAfterResponse(response.status, response.headers) ?? (forgetsBlob(response) ? { retryAfterMs: null } : null)
      }
    );
  } catch (error) {
    throw unanswered(operation, error);
  }
}

// src/registry/read-document.ts
async function readDocument(registry, operation, get) {
  const body = collector(MAX_DOCUMENT);
  const response = await retryOperation(
    registry,
    operation,
    () => get({ bytes: MAX_DOCUMENT, take: body.take })
  );
  if (response.status !== 200) return { document: null, response };
  const bytes = body.bytes();
  if (bytes === null) throw unusable(operation, response, `is larger than ${MAX_DOCUMENT} bytes`);
  return { document: { digest: digestOf(bytes), bytes }, response };
}
function collector(maxBytes) {
  let chunks = [];
  let size = 0;
  return {
    take: async (body) => {
      chunks = [];
      size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > maxBytes) return;
        chunks.push(chunk);
      }
    },
    /** `null` if there were more bytes than allowed. */
    bytes: () => size > maxBytes ? null : Buffer.concat(chunks)
  };
}

// src/registry/registry.ts
var PATIENCE = { tries: 4, firstWaitMs: 500, longestWaitMs: 6e4 };
function registryOf(host, name, credentials, patience = PATIENCE) {
  return { host, name, url: registryUrl(name), credentials, patience, secrets: /* @__PURE__ */ new Set() };
}

// src/registry/challenge.ts
var TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
var QUOTED = /"((?:[^"\\]|\\[\s\S])*)"?/y;
var BARE = /[^\s,]*/y;
var TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
var GAP = /[\s,]*/y;
var SPACE = /\s*/y;
var EQUALS = /\s*=\s*/y;
function parseChallenges(header2) {
  if (header2 === null) return [];
  const challenges = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(header2);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (take(GAP); at < header2.length; take(GAP)) {
    const name = take(TOKEN)?.[0].toLowerCase();
    const current = challenges.at(-1);
    if (name === void 0) at += 1;
    else if (current !== void 0 && take(EQUALS) !== null) {
      const value = unescape(take(QUOTED)?.[1]) ?? take(BARE)?.[0] ?? "";
      if (!current.params.has(name)) current.params.set(name, value);
    } else {
      challenges.push({ scheme: name, params: /* @__PURE__ */ new Map() });
      take(SPACE);
      skipToken68(header2, at, take);
    }
  }
  return challenges;
}
function skipToken68(header2, at, take) {
  if (at < header2.length && header2[at] !== ",") take(TOKEN68);
}
function unescape(quoted3) {
  return quoted3?.replace(/\\([\s\S])/g, "$1");
}

// src/registry/authorization.ts
function authorize(registry) {
  let scheme = { kind: "unknown" };
  const tokens = /* @__PURE__ */ new Map();
  async function tokenFor(scopes, operation, bearer, refused4) {
    const key = scopes.join(" ");
    const kept = tokens.get(key);
    if (kept !== void 0 && isUsable(await kept, refused4)) return kept;
    const newer = tokens.get(key);
    if (newer !== void 0 && newer !== kept) return newer;
    const wanted = [.../* @__PURE__ */ new Set([...refused4?.missing ?? [], ...scopes])];
    const token = fetchToken(registry, tokenRequest(registry, bearer, wanted), operation);
    tokens.set(key, token);
    token.catch(() => {
      if (tokens.get(key) === token) tokens.delete(key);
    });
    return token;
  }
  return {
    asksForLogin: () => scheme.kind !== "unknown",
    async header(scopes, operation) {
      switch (scheme.kind) {
        case "unknown":
          return null;
        case "basic":
          return scheme.header;
        case "bearer":
          return (await tokenFor(scopes, operation, scheme, null)).header;
      }
    },
    async answer(refusal2, sent, scopes, operation) {
      const challenge = await challengeOf(registry, refusal2);
      switch (scheme.kind) {
        case "unknown":
          scheme = schemeOf(registry, challenge, refusal2, operation);
          return scheme.kind !== "unknown";
        case "basic":
          return sent !== scheme.header;
        case "bearer": {
          const missing = (challenge?.params.get("scope") ?? "").split(" ").filter(Boolean);
          await tokenFor(scopes, operation, scheme, { header: sent, missing });
          return true;
        }
      }
    }
  };
}
function isUsable({ header: header2, until }, refused4) {
  return until > performance.now() && header2 !== refused4?.header;
}
async function challengeOf({ host, url }, refusal2) {
  return supported(refusal2) ?? supported(await send(host, { method: "GET", url }));
}
function supported({ headers }) {
  return parseChallenges(headers.get("www-authenticate")).find(
    ({ scheme }) => scheme === "basic" || scheme === "bearer"
  );
}
function schemeOf(registry, challenge, refusal2, operation) {
  if (challenge === void 0) return { kind: "unknown" };
  if (challenge.scheme === "basic") {
    const { credentials } = registry;
    return credentials === null || "identityToken" in credentials ? { kind: "unknown" } : { kind: "basic", header: basic(registry, credentials) };
  }
  const realm = resolveRealm(challenge.params.get("realm"), registry.url);
  if (!realm.ok) throw unusable(operation, refusal2, realm.problem);
  return { kind: "bearer", realm: realm.value, service: challenge.params.get("service") ?? registry.url.host };
}
function basic({ host, secrets }, { username, password }) {
  const pair = Buffer.from(`${username}:${password}`).toString("base64");
  for (const secret of [password, pair]) keepSecret(host, secrets, secret);
  return `Basic ${pair}`;
}
function keepSecret(host, secrets, secret) {
  if (secret === "") return;
  secrets.add(secret);
  host.log.secret(secret);
}
function tokenRequest(registry, bearer, scopes) {
  const { credentials } = registry;
  return credentials !== null && "identityToken" in credentials ? exchange(registry, credentials, bearer, scopes) : ask(registry, credentials, bearer, scopes);
}
function ask(registry, credentials, { realm, service }, scopes) {
  const url = new URL(realm);
  url.searchParams.set("service", service);
  for (const scope of scopes) url.searchParams.append("scope", scope);
  const headers = credentials === null ? {} : { authorization: basic(registry, credentials) };
  return { method: "GET", url, headers };
}
function exchange({ host, secrets }, { identityToken }, { realm, service }, scopes) {
  keepSecret(host, secrets, identityToken);
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: "bantam",
    service,
    scope: scopes.join(" "),
    refresh_token: identityToken
  });
  return {
    method: "POST",
    url: realm,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: Buffer.from(form.toString())
  };
}
var TokenBody = object({
  token: optional(string()),
  access_token: optional(string()),
  expires_in: fallback(optional(number()), void 0)
});
var DEFAULT_LIFE = 60;
var MARGIN = 10;
async function fetchToken(registry, asked, operation) {
  const { host } = registry;
  const response = await retryOperation(registry, operation, () => send(host, asked));
  if (response.status !== 200) throw refused(operation, response);
  const body = safeParse(TokenBody, parseJson(response.body));
  const token = body.success ? body.output.token ?? body.output.access_token ?? "" : "";
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(operation, response, "holds no token");
  keepSecret(host, registry.secrets, token);
  const life = (body.success ? body.output.expires_in : void 0) ?? DEFAULT_LIFE;
  return { header: `Bearer ${token}`, until: performance.now() + (life - MARGIN) * 1e3 };
}

// src/registry/warning.ts
var WARNING = /299 \S{1,255} "((?:[^"\\]|\\[\s\S])*)"/g;
function parseWarnings(header2) {
  return [...(header2 ?? "").matchAll(WARNING)].map((match) => excerpt((match[1] ?? "").replace(/\\([\s\S])/g, "$1"))).filter((text) => text !== "");
}

// src/registry/transport.ts
var MAX_LOGINS = 2;
var MAX_REDIRECTS = 5;
function openTransport(registry) {
  const authorization = authorize(registry);
  const warned = /* @__PURE__ */ new Set();
  async function requestHere(request3) {
    const { url, scopes, operation } = request3;
    const isOwn = url.origin === registry.url.origin;
    for (let logins = 0; ; logins += 1) {
      const sent = isOwn ? await authorization.header(scopes, operation) : null;
      const headers = { ...request3.headers, ...sent === null ? {} : { authorization: sent } };
      const response = await send(registry.host, { ...request3, headers });
      const mayLogIn = response.status === 401 && isOwn && request3.method !== "DELETE" && logins < MAX_LOGINS;
      if (mayLogIn && await authorization.answer(response, sent, scopes, operation)) continue;
      for (const text of parseWarnings(response.headers.get("warning"))) warn(text);
      return response;
    }
  }
  async function request2(first, redirects = MAX_REDIRECTS) {
    const response = await requestHere(first);
    if (!isRedirect(first, response.status) || redirects === 0) return response;
    const url = locate(first.operation, response);
    return request2({ ...first, url }, redirects - 1).catch((error) => {
      throw unreached(first.url, url, error);
    });
  }
  function locate(operation, response) {
    const target = resolveLocation(response.headers.get("location"), response.url, registry.url);
    if (!target.ok) throw unusable(operation, response, target.problem);
    return target.value;
  }
  function warn(text) {
    if (warned.has(text)) return;
    warned.add(text);
    registry.host.log.warning(`${registry.url.host} warns: ${text}.`);
  }
  return {
    registry,
    asksForLogin: authorization.asksForLogin,
    request: (sent) => request2(sent),
    requestHere,
    locate
  };
}
function isRedirect({ method }, status) {
  if (status === 307 || status === 308) return true;
  return (method === "GET" || method === "HEAD") && [301, 302, 303].includes(status);
}

// src/registry/pull.ts
async function openRepository(host, reference, credentials, patience) {
  const { registry: name, repository, identifier } = reference;
  const registry = registryOf(host, name, credentials, patience);
  const transport = openTransport(registry);
  const shown3 = formatReference(reference);
  const begin3 = (what) => operationIn(registry, repository, "pull", `read ${what}`);
  async function manifest(identifier2, operation) {
    const { document, response } = await readDocument(
      registry,
      operation,
      (receive) => getManifest(transport, operation, identifier2, receive)
    );
    if (saysUnknown(response) && response.url.origin === registry.url.origin) return null;
    if (document === null) throw refused(operation, response);
    if (identifier2.includes(":") && identifier2 !== document.digest)
      throw wrongDigest(operation, response, document.digest);
    return document;
  }
  async function blob({ digest, size }) {
    const file = path4.join(host.temporary, `blob-${randomBytes(8).toString("hex")}`);
    const operation = begin3(`${digest} of ${shown3}`);
    try {
      let came = null;
      const take = async (body) => {
        came = await writeMeasured(body, file, size);
      };
      const response = await retryOperation(
        registry,
        operation,
        () => getBlob(transport, operation, digest, { bytes: size, take })
      );
      if (response.status !== 200) throw refused(operation, response);
      verify(operation, response, { digest, size }, came);
      return { file, offset: 0, size, temporary: true };
    } catch (cause) {
      await rm(file, { force: true });
      throw cause;
    }
  }
  const root = await manifest(identifier, begin3(shown3));
  if (root === null)
    throw new Absent(
      "registry",
      {
        what: clause`there is no ${excerpt(shown3)}`,
        why: clause`the registry answers 404`,
        fix: clause`check that it is spelt right`
      },
      { fields: { registry: name, reference: shown3, status: 404 } }
    );
  return {
    name: shown3,
    root,
    blob,
    manifest: ({ digest }) => manifest(digest, begin3(`${digest} of ${shown3}`))
  };
}
function verify(operation, response, { digest, size }, came) {
  if (came === null) throw unusable(operation, response, `is larger than the ${size} bytes it should be`);
  const found = `sha256:${came.sha256}`;
  if (found !== digest) throw wrongDigest(operation, response, found);
  if (came.size !== size)
    throw unusable(operation, response, `has ${came.size} bytes and should have ${size}`);
}
function wrongDigest(operation, response, digest) {
  return unusable(operation, response, `has the digest ${digest}`);
}

// src/thing/directory-store.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { realpath, stat as stat2 } from "node:fs/promises";
import path6 from "node:path";

// src/image/layer-entry.ts
import path5 from "node:path";
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var BOOKS = ".wh..wh.";
function imagePath(name) {
  const normal = path5.posix.normalize(`/${name}`);
  return normal.length > 1 ? normal.replace(/\/$/, "") : normal;
}
function whiteoutOf(at) {
  const name = path5.posix.basename(at);
  if (!name.startsWith(WHITEOUT)) return null;
  const directory2 = path5.posix.dirname(at);
  if (name === OPAQUE) return { kind: "opaque", path: directory2 };
  if (name.startsWith(BOOKS)) return "nothing";
  const hidden = name.slice(WHITEOUT.length);
  if (hidden === "" || hidden === "." || hidden === "..") return "nothing";
  return { kind: "whiteout", path: path5.posix.join(directory2, hidden) };
}

// src/thing/directory-store.ts
async function guardIn({ temporary }, workspace, directory2) {
  if (workspace === void 0 || !await isInWorkspace(workspace, directory2)) return null;
  return { roots: workspace, temporary };
}
function directoryStore(name, directory2, guard = null) {
  return {
    name,
    async extent(inside, most) {
      const file = path6.join(directory2, imagePath(inside));
      const status = await stat2(file).catch((cause) => {
        if (["ENOENT", "ENOTDIR"].includes(errorCode(cause))) return null;
        throw cause;
      });
      if (status?.isFile() !== true) return null;
      if (guard === null) return { file, offset: 0, size: status.size, temporary: false };
      const end = await realpath(file);
      const copy = leadsIntoGit(file, end) ? null : await copied(file, end, guard, most);
      if (copy !== null) return copy;
      throw unreadable(name, `${inside} in it leads out of the workspace through a link, to ${end}`);
    }
  };
}
var CHUNK = 1024 * 1024;
async function copied(file, end, guard, most) {
  const handle = await openInside(guard.roots, end).catch((cause) => {
    if (cause instanceof NotInside) return null;
    throw cause;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size > most) return { file, offset: 0, size, temporary: false };
    const copy = path6.join(guard.temporary, `blob-${randomBytes2(8).toString("hex")}`);
    let length = 0;
    const whole = handle.createReadStream({ end: size, highWaterMark: CHUNK, autoClose: false });
    for await (const chunk of written(whole, copy)) length += chunk.length;
    return { file: copy, offset: 0, size: length, temporary: true };
  } finally {
    await handle.close();
  }
}

// src/thing/layout.ts
async function layoutSource(store) {
  const { name } = store;
  const index = await store.extent("index.json", MAX_DOCUMENT);
  if (index === null) throw unreadable(name, "it is an OCI layout without index.json");
  async function find4({ digest, size }) {
    const extent = await store.extent(`blobs/${digest.replace(":", "/")}`, size);
    if (extent !== null && extent.size !== size)
      throw damaged(name, `${digest} in it has ${extent.size} bytes and should have ${size}`);
    return extent;
  }
  return {
    name,
    root: { digest: null, bytes: await documentOf(name, "index.json", index) },
    async manifest(descriptor) {
      const extent = await find4(descriptor);
      if (extent === null) return null;
      const bytes = await documentOf(name, descriptor.digest, extent);
      const found = digestOf(bytes);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return { digest: found, bytes };
    },
    async blob(descriptor) {
      const extent = await find4(descriptor);
      if (extent === null) throw damaged(name, `${descriptor.digest} is not in it`);
      const found = await digestOfExtent(extent);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return extent;
    }
  };
}
function wrongDigest2(name, { digest }, found) {
  return damaged(name, `its blob ${digest} has the digest ${found}`);
}
async function documentOf(name, what, extent) {
  if (extent.size > MAX_DOCUMENT) throw unreadable(name, `${what} in it is larger than ${MAX_DOCUMENT} bytes`);
  try {
    return await bytesOf(extent);
  } finally {
    await release(extent);
  }
}

// src/thing/open-base.ts
import { randomBytes as randomBytes6 } from "node:crypto";
import path11 from "node:path";

// src/image/overlay.ts
var MAX_LINKS = 40;
var MAX_NAMES2 = 256;
function overlay(layers) {
  const root = directory(null);
  layers.forEach((changes, layer) => {
    for (const change of changes) takeAway(root, change);
    for (const change of changes) put(root, change, layer);
  });
  return root;
}
function directory(value) {
  return { kind: "directory", children: /* @__PURE__ */ new Map(), value };
}
function takeAway(root, change) {
  if (change.kind !== "whiteout" && change.kind !== "opaque") return;
  const names = namesIn(change.path);
  if (change.kind === "opaque") {
    const emptied = find2(root, names);
    if (emptied?.kind === "directory") emptied.children.clear();
    return;
  }
  const name = names.pop();
  const parent = find2(root, names);
  if (name !== void 0 && parent?.kind === "directory") parent.children.delete(name);
}
function put(root, change, layer) {
  if (change.kind === "whiteout" || change.kind === "opaque") return;
  const names = namesIn(change.path);
  const name = names.pop();
  if (name === void 0) return;
  const { children } = parentFor(root, names, layer);
  switch (change.kind) {
    case "directory": {
      const there = children.get(name);
      children.set(
        name,
        there?.kind === "directory" ? { ...there, value: change.value } : directory(change.value)
      );
      return;
    }
    case "leaf":
      children.set(name, { kind: "leaf", value: change.value, layer });
      return;
    case "symlink":
      children.set(name, { kind: "symlink", value: change.value, target: change.target, layer });
      return;
    case "hard link": {
      const target = find2(root, namesIn(change.target));
      if (target !== null && target.kind !== "directory") children.set(name, target);
    }
  }
}
function parentFor(root, names, layer) {
  let at = root;
  const path32 = [];
  const rest = names.toReversed();
  for (let links = 0; rest.length > 0; ) {
    const name = rest.pop() ?? "";
    if (name === "..") {
      at = path32.pop() ?? root;
      continue;
    }
    const child = at.children.get(name);
    if (child?.kind === "symlink" && child.layer === layer && links < MAX_LINKS && rest.length < MAX_NAMES2) {
      links += 1;
      if (child.target.startsWith("/")) {
        at = root;
        path32.length = 0;
      }
      rest.push(...rawNames(child.target).toReversed());
      continue;
    }
    const next = child?.kind === "directory" ? child : directory(null);
    if (next !== child) at.children.set(name, next);
    path32.push(at);
    at = next;
  }
  return at;
}
function find2(root, names) {
  let at = root;
  for (const name of names) {
    const child = at.kind === "directory" ? at.children.get(name) : void 0;
    if (child === void 0) return null;
    at = child;
  }
  return at;
}
function namesIn(path32) {
  return path32.split("/").filter((name) => name !== "");
}
function rawNames(target) {
  return namesIn(target).filter((name) => name !== ".");
}
function* nodesOf2(root) {
  const left = [{ path: "", node: root }];
  for (let next = left.pop(); next !== void 0; next = left.pop()) {
    const { path: path32, node: node2 } = next;
    if (node2 !== root) yield next;
    if (node2.kind === "directory")
      for (const [name, child] of node2.children) left.push({ path: `${path32}/${name}`, node: child });
  }
}

// src/image/base-tree.ts
function baseTree(layers) {
  const tree = /* @__PURE__ */ new Map([["/", directoryAt("/")]]);
  const names = /* @__PURE__ */ new Map();
  const nodes = [...nodesOf2(overlay(layers))].toSorted((one, other) => byBytes(one.path, other.path));
  for (const { path: path32, node: node2 } of nodes) {
    const { value } = node2;
    if (value === null) {
      if (node2.kind === "directory") tree.set(path32, directoryAt(path32));
      continue;
    }
    const first = names.get(value);
    names.set(value, first ?? path32);
    tree.set(path32, value.path === path32 && first === void 0 ? value : named(value, path32, first));
  }
  return tree;
}
function named(entry, path32, first) {
  if (entry.kind !== "file") return { ...entry, path: path32 };
  const { kind, mode, uid, gid, content } = entry;
  return {
    kind,
    path: path32,
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
function directoryAt(path32) {
  return { kind: "directory", path: path32, mode: 493, uid: 0, gid: 0 };
}

// src/image/inherited-config.ts
import path7 from "node:path";
var TEXT = nullish(string(), "");
var EMPTY_OBJECTS = nullish(record(string(), unknown()), {});
var HEALTHCHECK = object({
  Test: exactOptional(array(string())),
  Interval: exactOptional(number()),
  Timeout: exactOptional(number()),
  StartPeriod: exactOptional(number()),
  StartInterval: exactOptional(number()),
  Retries: exactOptional(number())
});
var HISTORY = object({
  created: exactOptional(string()),
  created_by: exactOptional(string()),
  author: exactOptional(string()),
  comment: exactOptional(string()),
  empty_layer: exactOptional(boolean())
});
var CONFIG = object({
  config: nullish(
    object({
      Env: nullish(array(string()), []),
      User: TEXT,
      WorkingDir: TEXT,
      Labels: STRINGS,
      ExposedPorts: EMPTY_OBJECTS,
      Volumes: EMPTY_OBJECTS,
      StopSignal: TEXT,
      Healthcheck: nullish(HEALTHCHECK, null)
    }),
    {}
  ),
  history: nullish(array(HISTORY), [])
});
function readInheritedConfig(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const checked = checkShape(CONFIG, json.value);
  if (!checked.ok) return checked;
  const { config, history } = checked.value;
  const workdir = path7.posix.resolve("/", config.WorkingDir);
  if (/\/\.wh\.|\0/.test(workdir)) return problem("has a WorkingDir that no image can have");
  return parsed({
    env: variablesOf(config.Env),
    user: config.User,
    workdir: workdir === "/" ? null : workdir,
    labels: config.Labels,
    expose: Object.keys(config.ExposedPorts),
    volumes: Object.keys(config.Volumes),
    stopSignal: config.StopSignal === "" ? null : config.StopSignal,
    healthcheck: config.Healthcheck,
    history
  });
}
function variablesOf(env) {
  const pairs = env.flatMap((variable) => {
    const at = variable.indexOf("=");
    return at <= 0 ? [] : [[variable.slice(0, at), variable.slice(at + 1)]];
  });
  return Object.fromEntries(pairs);
}

// src/image/found-platform.ts
function foundPlatform(found) {
  const { os: os2, architecture } = found;
  const variant = found.variant === void 0 || found.variant === "" ? void 0 : found.variant;
  const known2 = parsePlatform([os2, architecture, ...variant === void 0 ? [] : [variant]].join("/"));
  if (known2.ok) return known2.value;
  return variant === void 0 ? { os: os2, architecture } : { os: os2, architecture, variant };
}

// src/image/read-config.ts
var LIST = nullish(array(string()), []);
var TEXT2 = nullish(string(), "");
var CONFIG2 = object({
  architecture: string(),
  os: string(),
  variant: optional(string()),
  created: nullish(string(), null),
  config: nullish(
    object({ Entrypoint: LIST, Cmd: LIST, Env: LIST, User: TEXT2, WorkingDir: TEXT2, Labels: STRINGS }),
    {}
  ),
  rootfs: object({ diff_ids: nullish(array(DIGEST), []) })
});
function readConfig(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const checked = checkShape(CONFIG2, json.value);
  if (!checked.ok) return checked;
  const { config, created, rootfs } = checked.value;
  return parsed({
    platform: foundPlatform(checked.value),
    diffIds: rootfs.diff_ids,
    created,
    entrypoint: config.Entrypoint,
    args: config.Cmd,
    env: config.Env,
    user: config.User,
    workdir: config.WorkingDir,
    labels: config.Labels
  });
}

// src/image/stored-files.ts
function storedFiles(entries) {
  const pinned = [];
  const stored = /* @__PURE__ */ new Map();
  let hasLinks = false;
  for (const entry of entries) {
    if (entry.kind === "whiteout" || entry.kind === "opaque") continue;
    const before = stored.get(entry.path);
    if (before !== void 0 && (hasLinks || entry.kind === "hard link"))
      pinned.push({ path: entry.path, bytes: before });
    stored.delete(entry.path);
    if (entry.kind === "file") stored.set(entry.path, entry.bytes);
    hasLinks ||= entry.kind === "hard link" || entry.kind === "symlink";
  }
  return [...pinned, ...Array.from(stored, ([path32, bytes]) => ({ path: path32, bytes }))];
}

// src/thing/base-entries.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import path8 from "node:path";
async function readBaseEntries(host, tar, allowance2) {
  const changes = [];
  if (tar.size === 0) return changes;
  for await (const entry of tarEntries(chunksOf(tar), { maxEntries: Infinity, maxBytes: Infinity })) {
    const change = await changeOf2(host, tar, entry, allowance2);
    if (change !== null) changes.push(change);
  }
  return changes;
}
async function changeOf2(host, tar, entry, allowance2) {
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
  const file = path8.join(host.temporary, `sparse-${randomBytes3(8).toString("hex")}`);
  await writeStream(entry.content(), file);
  return { file, offset: 0, size };
}

// src/thing/choose.ts
function choose(name, candidates2, wanted) {
  const byPlatform = Map.groupBy(candidates2, ({ platform }) => formatPlatform(platform));
  const keys = keysOf([...byPlatform.keys()], wanted);
  const chosen = keys.map((key) => {
    const [first, second] = byPlatform.get(key) ?? [];
    if (first === void 0)
      throw new Absent(
        "bad-input",
        {
          what: clause`${name} has no image for ${key}`,
          why: clause`it has ${[...byPlatform.keys()].map(shown).join(", ")}`
        },
        { fields: { thing: name, platform: key } }
      );
    if (second !== void 0)
      throw new Failure(
        "bad-input",
        {
          what: clause`${name} holds several images for ${key}`,
          fix: clause`say which, by its tag behind a colon or by its digest`
        },
        { fields: { thing: name, platform: key } }
      );
    return first;
  });
  const others = [...byPlatform].flatMap(
    ([key, [first]]) => keys.includes(key) || first === void 0 ? [] : [first.platform]
  );
  return { chosen, others };
}
function keysOf(there, wanted) {
  if (wanted === "all") return there;
  if (typeof wanted === "object" && "runnableOn" in wanted) {
    const suiting = withOlderVariants(wanted.runnableOn).map(formatPlatform);
    return [suiting.find((key) => there.includes(key)) ?? formatPlatform(wanted.runnableOn)];
  }
  if (wanted !== "usual") return [...new Set(wanted.map(formatPlatform))];
  const usual = [formatPlatform(DEFAULT_PLATFORM), `linux/${machine()}`].find((key) => there.includes(key)) ?? there[0];
  return usual === void 0 ? [] : [usual];
}
function withOlderVariants(platform) {
  const { os: os2, architecture, variant } = platform;
  const level = /^v(\d{1,2})$/.exec(variant ?? "")?.[1];
  const older = level === void 0 ? [] : Array.from({ length: Number(level) }, (_, at) => Number(level) - at - 1);
  return [
    platform,
    ...older.map(
      (number2) => number2 === 0 ? { os: os2, architecture } : { os: os2, architecture, variant: `v${number2}` }
    )
  ];
}
function shown(key) {
  return /^[\w/.-]{1,60}$/.test(key) ? key : quoted(key.slice(0, 60));
}

// src/image/read-manifest.ts
var MAX_LAYERS = 1e3;
var MAX_LISTED = 1e3;
var DESCRIPTOR = object({ mediaType: optional(string(), ""), digest: DIGEST, size: SIZE });
var MANIFEST = object({
  schemaVersion: literal(2),
  config: DESCRIPTOR,
  layers: pipe(array(DESCRIPTOR), maxLength(MAX_LAYERS)),
  annotations: STRINGS
});
var INDEX = object({
  schemaVersion: literal(2),
  manifests: pipe(
    array(object({ ...DESCRIPTOR.entries, platform: nullish(PLATFORM, null), annotations: STRINGS })),
    maxLength(MAX_LISTED)
  ),
  annotations: STRINGS
});
function readManifest(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const [hasManifests, hasLayers] = [has2(json.value, "manifests"), has2(json.value, "layers")];
  if (hasManifests && hasLayers) return problem("is both a manifest and an index");
  if (has2(json.value, "fsLayers"))
    return problem("is a manifest of schema 1, which Docker dropped in 2017; push the image again");
  return hasManifests ? readIndex(json.value) : readOne(json.value);
}
function readOne(value) {
  const manifest = checkShape(MANIFEST, value);
  if (!manifest.ok) return manifest;
  const { config, layers, annotations } = manifest.value;
  return parsed({ kind: "manifest", config, layers, annotations });
}
function readIndex(value) {
  const index = checkShape(INDEX, value);
  if (!index.ok) return index;
  const manifests = index.value.manifests.map((listed3) => ({
    ...listed3,
    platform: listed3.platform === null ? null : foundPlatform(listed3.platform)
  }));
  return parsed({ kind: "index", manifests, annotations: index.value.annotations });
}
var IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
function isImage({ config }) {
  return IMAGE_CONFIG.test(config.mediaType);
}
function isAttestation({ platform, annotations }) {
  return platform?.os === "unknown" || annotations["vnd.docker.reference.type"] !== void 0;
}
function isIndexType(mediaType) {
  return /\.index\.|\.list\./.test(mediaType);
}
function has2(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

// src/thing/list-images.ts
var MAX_DEPTH = 4;
async function listImages(source, tag, allowance2) {
  const { name, root } = source;
  const found = parse2(name, root);
  if (found.kind === "manifest") {
    if (!isImage(found))
      throw unreadable(name, `it is an artifact of type ${quoted(found.config.mediaType)} and not an image`);
    const loaded = { document: root, manifest: found };
    return {
      images: [{ platform: null, load: () => Promise.resolve(loaded) }],
      digest: root.digest,
      lost: []
    };
  }
  const tops = topsOf(name, found, root.digest === null ? tag : null);
  const images = /* @__PURE__ */ new Map();
  const lost = [];
  for (const top of tops) await walk({ source, allowance: allowance2, images, lost }, top, 1);
  const only = new Set(tops.map(({ digest }) => digest)).size === 1 ? tops[0]?.digest : void 0;
  return { images: [...images.values()], digest: root.digest ?? only ?? null, lost };
}
var REF_NAMES = ["org.opencontainers.image.ref.name", "io.containerd.image.name"];
function topsOf(name, { manifests }, tag) {
  if (tag === null) return manifests;
  const tagged2 = manifests.filter(({ annotations }) => REF_NAMES.some((key) => annotations[key] === tag));
  if (tagged2.length > 0) return tagged2;
  throw noSuchTag(
    name,
    tag,
    manifests.flatMap(({ annotations }) => annotations[REF_NAMES[0]] ?? [])
  );
}
async function walk(walking, listed3, depth) {
  const { source, allowance: allowance2, images } = walking;
  if (images.has(listed3.digest) || isAttestation(listed3)) return;
  if (depth > MAX_DEPTH) throw unreadable(source.name, `its indexes are nested more than ${MAX_DEPTH} deep`);
  if (listed3.platform !== null && !isIndexType(listed3.mediaType)) {
    images.set(listed3.digest, {
      platform: listed3.platform,
      load: once(async () => loadedImage(await load(source, listed3, allowance2)))
    });
    return;
  }
  const loaded = await load(source, listed3, allowance2);
  if (loaded === null) {
    walking.lost.push(listed3.digest);
    return;
  }
  if (loaded.found.kind === "index") {
    for (const inner of loaded.found.manifests) await walk(walking, inner, depth + 1);
    return;
  }
  const image = loadedImage(loaded);
  if (image !== null)
    images.set(listed3.digest, { platform: listed3.platform, load: () => Promise.resolve(image) });
}
async function load(source, listed3, allowance2) {
  allowance2.spend("documents", 1);
  if (listed3.size > MAX_DOCUMENT)
    throw unreadable(source.name, `${listed3.digest} in it is larger than ${MAX_DOCUMENT} bytes`);
  const document = await source.manifest(listed3);
  return document === null ? null : { document, found: parse2(source.name, document) };
}
function loadedImage(loaded) {
  if (loaded === null || loaded.found.kind === "index" || !isImage(loaded.found)) return null;
  return { document: loaded.document, manifest: loaded.found };
}
function parse2(name, { digest, bytes }) {
  const found = readManifest(bytes);
  if (!found.ok) throw unreadable(name, `its ${digest === null ? "index" : "manifest"} ${found.problem}`);
  return found.value;
}
function once(work) {
  let begun = null;
  return () => begun ??= work();
}

// src/thing/read-platform.ts
import { readFile as readFile3 } from "node:fs/promises";

// src/image/file-system.ts
function fileSystemOf(layers) {
  const root = overlay(layers.map((changes, layer) => changes.map((change) => asChange(change, layer))));
  const found = [];
  for (const { path: path32, node: node2 } of nodesOf2(root))
    if (node2.kind === "leaf" && node2.value !== null)
      found.push({ path: path32, content: node2.value, key: Buffer.from(path32) });
  const first = /* @__PURE__ */ new Map();
  return found.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ path: path32, content }) => {
    const linkTo = first.get(content) ?? null;
    if (linkTo === null) first.set(content, path32);
    return { path: path32, ...content, bytes: linkTo === null ? content.bytes : 0, linkTo };
  });
}
function asChange(change, layer) {
  switch (change.kind) {
    case "file": {
      const { path: path32, mode, bytes, program, capabilities } = change;
      const own = capabilities === void 0 ? {} : { capabilities };
      return { kind: "leaf", path: path32, value: { mode, bytes, program, layer, ...own } };
    }
    case "directory":
      return { kind: "directory", path: change.path, value: null };
    case "symlink":
      return { kind: "symlink", path: change.path, target: change.target, value: null };
    case "special":
      return { kind: "leaf", path: change.path, value: null };
    case "hard link":
      return { kind: "hard link", path: change.path, target: change.target };
    case "whiteout":
    case "opaque":
      return change;
  }
}

// src/thing/read-layer.ts
import { createHash, randomBytes as randomBytes4 } from "node:crypto";
import { rm as rm2 } from "node:fs/promises";
import path9 from "node:path";
var LONGEST_PATH = 4096;
var EMPTY_LAYER = {
  diffId: `sha256:${createHash("sha256").digest("hex")}`,
  changes: []
};
async function readLayer2(host, layer, allowance2, started = /* @__PURE__ */ new Set()) {
  if (layer.size === 0) return EMPTY_LAYER;
  return readTar(host, decompress(chunksOf(layer)), allowance2, started);
}
async function readTar(host, tar, allowance2, started) {
  const hash = createHash("sha256");
  async function* counted() {
    for await (const chunk of tar) {
      allowance2.spend("unpacked", chunk.length);
      hash.update(chunk);
      yield chunk;
    }
  }
  const changes = [];
  for await (const entry of tarEntries(counted(), { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance2.spend("entries", 1);
    allowance2.spend("names", entry.name.length + entry.linkTarget.length);
    const change = await changeOf3(host, entry, allowance2, started);
    if (change !== null) changes.push(change);
  }
  return { diffId: `sha256:${hash.digest("hex")}`, changes };
}
async function changeOf3(host, entry, allowance2, started) {
  if (Math.max(entry.name.length, entry.linkTarget.length) > LONGEST_PATH)
    throw new TarError(`it has a path of more than ${LONGEST_PATH} characters`);
  const at = imagePath(entry.name);
  if (at === "/") return null;
  const whiteout = whiteoutOf(at);
  if (whiteout !== null) return whiteout === "nothing" ? null : whiteout;
  switch (entry.type) {
    case "file":
      return {
        kind: "file",
        path: at,
        mode: entry.mode,
        bytes: entry.size,
        program: await programOf(host, entry, allowance2, started.has(at)),
        ...capabilitiesOf(entry)
      };
    case "directory":
      return { kind: "directory", path: at, mode: entry.mode };
    case "symlink":
      return { kind: "symlink", path: at, target: entry.linkTarget };
    case "hard link":
      return { kind: "hard link", path: at, target: imagePath(entry.linkTarget) };
    case "other":
      return { kind: "special", path: at };
  }
}
function capabilitiesOf({ capabilities }) {
  const read = capabilities === null ? null : readCapabilities(capabilities);
  return read === null ? {} : { capabilities: read };
}
async function programOf(host, entry, allowance2, isStarted2) {
  if ((entry.mode & 73) === 0 && !isStarted2) return null;
  const content = entry.content();
  const chunks = [];
  for (let length = 0; length < PROGRAM_HEAD; ) {
    const next = await content.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  if (!mayBeProgram(head)) return null;
  const isSure = isStarted2 || looksLikeProgram(head, entry.name);
  allowance2.spend("executables", 1);
  if (!allowance2.maySpend("programs", entry.size)) return { file: null, isSure };
  const file = path9.join(host.temporary, `program-${randomBytes4(8).toString("hex")}`);
  await keep(file, head, content);
  return { file, isSure };
}
async function keep(file, head, rest) {
  async function* whole() {
    yield head;
    yield* rest;
  }
  await writeStream(whole(), file).catch(async (cause) => {
    await rm2(file, { force: true });
    throw cause;
  });
}

// src/thing/read-platform.ts
async function readPlatform(host, name, parts, allowance2, read) {
  const config = readConfig(parts.config);
  if (!config.ok) throw unreadable(name, `its config ${config.problem}`);
  const { diffIds, platform } = config.value;
  const started = startedPaths(config.value);
  if (diffIds.length !== parts.layers.length)
    throw unreadable(name, `its config lists ${diffIds.length} layers, but it has ${parts.layers.length}`);
  const layers = [];
  for (const [index, part2] of parts.layers.entries()) {
    const { diffId, changes } = await readOnce(host, part2, allowance2, read, started);
    if (diffId !== diffIds[index])
      throw unreadable(
        name,
        `layer ${part2.digest} unpacks to ${diffId}, but its config says ${diffIds[index]}`
      );
    layers.push({ digest: part2.digest, diffId, size: part2.size, entries: changes });
  }
  const files = fileSystemOf(layers.map(({ entries }) => entries));
  const programs = await programsAmong(files);
  allowance2.spend("executables", programs.length);
  const imageSize = sum2(layers.flatMap(({ entries }) => storedFiles(entries)).map(({ bytes }) => bytes));
  return {
    platform: parts.platform ?? platform,
    manifestDigest: parts.manifestDigest,
    configDigest: parts.configDigest,
    annotations: parts.annotations,
    config: config.value,
    downloadSize: parts.downloadSize,
    imageSize,
    hiddenSize: imageSize - sum2(files.map(({ bytes }) => bytes)),
    layers,
    files,
    programs
  };
}
async function readOnce(host, { digest, open: open5 }, allowance2, read, started) {
  const key = JSON.stringify([digest, ...started]);
  const known2 = read.get(key);
  if (known2 !== void 0) return known2;
  const extent = await open5();
  try {
    const layer = await readLayer2(host, extent, allowance2, started);
    read.set(key, layer);
    return layer;
  } finally {
    await release(extent);
  }
}
var READS = 4;
async function programsAmong(files) {
  return (await inParallel(READS, files, asProgram)).flat();
}
async function asProgram(file) {
  const { path: path32, bytes, mode, layer, program, linkTo } = file;
  if (program === null || linkTo !== null) return [];
  const isOne = program.isSure || program.file === null || saysProgram(await readFile3(program.file));
  return isOne ? [{ path: path32, bytes, mode, layer, file: program.file }] : [];
}
function sum2(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/thing/from-source.ts
async function openSource(host, source, asked, allowance2) {
  const { name } = source;
  const { parts, digest, others } = await findParts(source, asked, allowance2);
  const read = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const part2 of parts) platforms.push(await readPlatform(host, name, part2, allowance2, read));
  return { kind: "image", name, digest, platforms, others };
}
async function findParts(source, { wanted, tag }, allowance2) {
  const { name } = source;
  const { images, digest, lost } = await listImages(source, tag, allowance2);
  const named2 = [];
  for (const image of images) {
    const whole = await withPlatform(source, image, allowance2);
    if (whole !== null) named2.push(whole);
  }
  const { chosen, others } = await chooseLoaded(name, named2, wanted).catch((cause) => {
    if (cause instanceof Absent && lost[0] !== void 0)
      throw damaged(name, `it names ${lost[0]}, which is not there`, cause);
    throw cause;
  });
  const parts = [];
  for (const image of chosen) parts.push(await partsOf(source, image, allowance2));
  return { parts, digest, others };
}
async function withPlatform(source, image, allowance2) {
  if (image.platform !== null) return { ...image, platform: image.platform, config: null };
  const loaded = await image.load();
  if (loaded === null) return null;
  const config = await configOf(source, loaded.manifest, allowance2);
  const found = readConfig(config);
  if (!found.ok) throw unreadable(source.name, `its config ${found.problem}`);
  return { ...image, platform: found.value.platform, config };
}
async function chooseLoaded(name, named2, wanted) {
  if (named2.length === 0)
    throw unreadable(name, "it names no image that is there, only other artifacts or nothing");
  const { chosen, others } = choose(name, named2, wanted);
  const loaded = [];
  const gone = [];
  for (const image of chosen) {
    const manifest = await image.load();
    if (manifest === null) gone.push(image);
    else loaded.push({ ...image, ...manifest });
  }
  if (gone.length === 0) return { chosen: loaded, others };
  const there = named2.filter((image) => !gone.includes(image));
  const lost = gone.find(({ platform }) => isAskedFor(wanted, platform) && !isAmong(there, platform));
  if (lost !== void 0)
    throw damaged(name, `its index names an image for ${formatPlatform(lost.platform)} that is not there`);
  return chooseLoaded(name, there, wanted);
}
function isAskedFor(wanted, platform) {
  return Array.isArray(wanted) && wanted.some((one) => formatPlatform(one) === formatPlatform(platform));
}
function isAmong(named2, platform) {
  return named2.some((one) => formatPlatform(one.platform) === formatPlatform(platform));
}
var LAYER = /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.diff\.tar(?:\.(?:gzip|zstd))?)$/;
async function partsOf(source, image, allowance2) {
  const { manifest, document, platform } = image;
  const strange = manifest.layers.find(({ mediaType }) => !LAYER.test(mediaType));
  if (strange !== void 0)
    throw unreadable(source.name, `it has a layer of type ${quoted(strange.mediaType)}, which is not a tar`);
  return {
    platform,
    manifestDigest: document.digest,
    annotations: manifest.annotations,
    configDigest: manifest.config.digest,
    config: image.config ?? await configOf(source, manifest, allowance2),
    downloadSize: document.bytes.length + sizeOf3([manifest.config, ...manifest.layers]),
    layers: manifest.layers.map((layer) => ({
      digest: layer.digest,
      size: layer.size,
      mediaType: layer.mediaType,
      open: () => {
        allowance2.spend("stored", layer.size);
        return source.blob(layer);
      }
    }))
  };
}
async function configOf(source, { config }, allowance2) {
  if (config.size > MAX_DOCUMENT)
    throw unreadable(source.name, `its config is larger than ${MAX_DOCUMENT} bytes`);
  allowance2.spend("stored", config.size);
  const extent = await source.blob(config);
  try {
    return await bytesOf(extent);
  } finally {
    await release(extent);
  }
}
function sizeOf3(descriptors) {
  const sizes = new Map(descriptors.map(({ digest, size }) => [digest, size]));
  return [...sizes.values()].reduce((sum3, size) => sum3 + size, 0);
}

// src/thing/store.ts
import { randomBytes as randomBytes5 } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path10 from "node:path";
var MAX_LINKS2 = 8;
async function archiveStore(host, name, archive, allowance2) {
  const compressed = compressionOf(await firstBytes(archive)) !== "none";
  const file = compressed ? path10.join(host.temporary, `archive-${randomBytes5(8).toString("hex")}`) : archive;
  const read = createReadStream(archive, { highWaterMark: 1024 * 1024 });
  const places = await placesIn(
    host,
    compressed ? copied2(decompress(read), file, allowance2) : read,
    allowance2
  );
  return {
    name,
    async extent(inside) {
      let place = places.get(imagePath(inside));
      for (let links = 0; place !== void 0 && "link" in place; links += 1)
        place = links < MAX_LINKS2 ? places.get(place.link) : void 0;
      return place === void 0 ? null : { file, ...place, temporary: false };
    }
  };
}
async function placesIn(host, tar, allowance2) {
  const places = /* @__PURE__ */ new Map();
  for await (const entry of tarEntries(tar, { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance2.spend("entries", 1);
    allowance2.spend("names", entry.name.length + entry.linkTarget.length);
    const at = imagePath(entry.name);
    if (entry.type === "file") places.set(at, await placeOf(host, entry, allowance2));
    if (entry.type === "hard link") places.set(at, { link: imagePath(entry.linkTarget) });
    if (entry.type === "symlink")
      places.set(at, { link: imagePath(path10.posix.join(path10.posix.dirname(at), entry.linkTarget)) });
  }
  return places;
}
async function placeOf(host, entry, allowance2) {
  const { offset, size } = entry;
  if (offset !== null) return { offset, size };
  allowance2.spend("unpacked", size);
  const file = path10.join(host.temporary, `sparse-${randomBytes5(8).toString("hex")}`);
  for await (const chunk of written(entry.content(), file)) void chunk;
  return { file, offset: 0, size };
}
async function* copied2(chunks, file, allowance2) {
  for await (const chunk of written(chunks, file)) {
    allowance2.spend("unpacked", chunk.length);
    yield chunk;
  }
}
async function firstBytes(file, length = 512, offset = 0) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

// src/thing/open-base.ts
var MOST_LAYERS = 127;
async function openBase(host, source, wanted) {
  try {
    return await open2(host, source, wanted);
  } catch (cause) {
    throw asUnreadable(wanted.name, cause);
  }
}
async function open2(host, source, wanted) {
  const { kind, name, platform, tag, origin, started, bounds } = wanted;
  const allowance2 = allowance(bounds);
  const asked = { wanted: { runnableOn: platform }, tag };
  const { parts, digest: rootDigest } = await findParts(source, asked, allowance2);
  const [part2] = parts;
  const digest = part2?.manifestDigest ?? null;
  if (part2 === void 0 || digest === null) throw unreadable(name, "it has no manifest");
  const { diffIds, config } = configOf2(name, part2, platform);
  const layers = [];
  const entries = [];
  const changes = [];
  for (const [at, layer] of part2.layers.entries()) {
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
    platform: part2.platform ?? platform,
    layers,
    entries,
    tree,
    config
  };
}
function configOf2(name, part2, wanted) {
  const found = readConfig(part2.config);
  if (!found.ok) throw unreadable(name, `its config ${found.problem}`);
  const inherited = readInheritedConfig(part2.config);
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
  checkLayers(name, part2.layers, found.value.diffIds);
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
  const file = path11.join(host.temporary, `layer-${randomBytes6(8).toString("hex")}`);
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
async function openBases(host, spec, base) {
  const opened = await openSource2(host, spec, base);
  const [first, ...others] = spec.platforms;
  const onFirst = await platformOnBase(host, first, opened);
  const platforms = await inParallel(host.cores, others, (platform) => platformOnBase(host, platform, opened));
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
  return platformOnBase(host, spec, await openSource2(host, spec, spec.base));
}
async function openSource2(host, { publish: publish2, workingDirectory }, base) {
  const { name, inheritsUser } = base;
  switch (base.kind) {
    case "image": {
      const { reference } = base;
      const credentials = await findCredentials(host, reference, loginFor(reference.registry, publish2));
      const source = await openRepository(host, reference, credentials);
      return { kind: "image", name, source, tag: null, origin: reference, inheritsUser };
    }
    case "layout": {
      const { path: path32, tag } = await placeOf2(base);
      const source = await openLayout(host, workingDirectory, name, path32);
      return { kind: "layout", name, source, tag, origin: null, inheritsUser };
    }
  }
}
async function openLayout(host, workingDirectory, name, directory2) {
  const workspace = await workspaceRoots(host, workingDirectory);
  const anywhere = { roots: [parse3(directory2).root], temporary: host.temporary };
  const guard = await guardIn(host, workspace, directory2) ?? anywhere;
  const store = directoryStore(name, directory2, guard);
  try {
    if (await store.extent("oci-layout", 0) === null)
      throw refused2(name, "it is a directory without oci-layout");
    return await layoutSource(store);
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function placeOf2({ path: path32, name }) {
  if (await isDirectory(path32, name)) return { path: path32, tag: null };
  const { name: place, tag } = cutAtLastColon(path32);
  if (tag !== null && tag !== "" && await isDirectory(place, name)) return { path: place, tag };
  throw refused2(name, "there is no such directory");
}
async function isDirectory(path32, name) {
  try {
    if ((await stat3(path32)).isDirectory()) return true;
    throw refused2(name, "it is a file");
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(cause))) return false;
    throw refused2(name, whyNotRead(cause), cause);
  }
}
function refused2(name, why, cause) {
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
async function platformOnBase(host, spec, { source, inheritsUser, ...opened }) {
  const { platform, config } = spec;
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? "/"
  });
  const on = await openBase(host, source, { ...opened, platform, started });
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
var LONGEST2 = 200;
function userOf({ name, tree, config }) {
  const user = userIn(tree, config.user);
  if (user.ok) return user.value;
  throw new Failure(
    "unreadable-image",
    {
      what: clause`${name} ${shorten(printable(user.problem), LONGEST2)}`,
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
import { readFile as readFile4 } from "node:fs/promises";
import path12 from "node:path";

// src/compile/go-tokens.ts
var SPACE2 = /[ \t\r\n]/;
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
    if (SPACE2.test(character)) {
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
    return { kind: character === "'" ? "number" : "string", text: quoted2(source, at, character) };
  if (WORD_START.test(character)) return { kind: "word", text: run2(source, at, WORD_PART) };
  if (new RegExp("\\p{Nd}", "u").test(character)) return { kind: "number", text: run2(source, at, NUMBER_PART) };
  return { kind: "sign", text: character };
}
function run2(source, start2, part2) {
  let at = start2;
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (!part2.test(character)) break;
    at += character.length;
  }
  return source.slice(start2, at);
}
function quoted2(source, start2, quote) {
  for (let at = start2 + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === quote) return source.slice(start2, at + 1);
    if (quote === "`") continue;
    if (character === "\\") at += 1;
    else if (character === "\n") return source.slice(start2, at);
  }
  return source.slice(start2);
}

// src/compile/old-constraint.ts
function oldLinesHold(source, isSet) {
  const head = source.slice(0, MOST).split(/^package\s/m, 1)[0] ?? "";
  const lines = [...head.matchAll(/^\/\/[ \t]*\+build[ \t]+(.+)$/gm)].map(([, words2 = ""]) => words2);
  const term = (word) => word.startsWith("!") ? !isSet(word.slice(1)) : isSet(word);
  return lines.length === 0 ? null : lines.every(
    (words2) => words2.trim().split(/\s+/).some((word) => word.split(",").every(term))
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
  const known2 = /* @__PURE__ */ new Set([
    platform.os,
    platform.architecture,
    "unix",
    "gc",
    "netgo",
    "osusergo",
    ...spec.buildTags
  ]);
  const isSet = (tag) => known2.has(tag) || /^go1\.\d+$/.test(tag);
  const candidates2 = dependencies.filter(
    ({ standard, ignoredGoFiles }) => !standard && ignoredGoFiles.length > 0
  );
  const found = await inParallel(OPEN_FILES, candidates2, async (candidate) => standInOf(host, candidate, isSet));
  return found.flatMap((standIn) => standIn ?? []);
}
async function standInOf(host, { importPath, directory: directory2, goFiles, ignoredGoFiles }, isSet) {
  const withCgo = (tag) => tag === "cgo" || isSet(tag);
  const withC = [];
  const forCgo = [];
  for (const name of ignoredGoFiles.filter((file) => nameHolds(file, withCgo))) {
    const source = await sourceOf(host, directory2, name);
    if (!counts(source, withCgo)) continue;
    if (importsC(source)) withC.push(name);
    else if (!counts(source, isSet)) forCgo.push(name);
  }
  if (withC.length + forCgo.length === 0) return null;
  const sources = [];
  for (const name of goFiles) {
    const source = await sourceOf(host, directory2, name);
    if (!counts(source, withCgo)) sources.push(source);
  }
  if (withC.length === 0 && sources.length === 0) return null;
  const leftOut = [...withC, ...forCgo];
  const says = sources.flatMap((source) => remarkOf(source) ?? [])[0] ?? null;
  const registers = sources.some((source) => /\bsql\.Register\(/.test(source));
  return { importPath, leftOut, says, isStub: STUBS.has(importPath) || says !== null && registers };
}
async function sourceOf(host, directory2, name) {
  try {
    return (await readFile4(path12.resolve(directory2, name), "utf8")).slice(0, MOST2);
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
var LONGEST3 = 200;
function remarkOf(source) {
  for (const { kind, text } of goTokens(source))
    if (kind === "string" && REMARK.test(text)) return text.slice(1, -1).slice(0, LONGEST3);
  return null;
}

// src/compile/idle-variables.ts
import { readFile as readFile5 } from "node:fs/promises";
import path13 from "node:path";

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
  let part2 = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign" && depth === 0 && token.text === sign) {
      if (part2.length > 0) yield part2;
      part2 = [];
      continue;
    }
    if (token.kind === "sign" && OPENS.has(token.text)) depth += 1;
    if (token.kind === "sign" && CLOSES.has(token.text)) depth = Math.max(0, depth - 1);
    part2.push(token);
  }
  if (part2.length > 0) yield part2;
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
  const isThere2 = binaries.some(
    (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(variable.value)
  );
  const reasons = await Promise.all(packages.map(async (found) => whyIdleIn(host, variable, found)));
  const [first] = reasons.filter((reason) => !(isThere2 && mayBeString(reason)));
  if (reasons.length > 0 && first !== void 0 && reasons.every((reason) => reason !== null)) return first;
  return isThere2 ? null : { kind: "unused" };
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
async function declarationsOf(host, { directory: directory2, goFiles, cgoFiles }) {
  const files = [...goFiles, ...cgoFiles].map((file) => path13.resolve(directory2, file));
  try {
    const texts = await Promise.all(files.map(async (file) => readFile5(file, "utf8")));
    return new Map(texts.flatMap((text) => [...goDeclarations(text)]));
  } catch (cause) {
    host.log.debug(`-X was not checked in ${directory2}: ${errorMessage(cause)}`);
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

// src/declare/linker-variables.ts
function linkerVariables(ldflags) {
  const fields = splitLinkerFlags(ldflags);
  const found = /* @__PURE__ */ new Map();
  for (const [index, field] of (fields.ok ? fields.value : []).entries()) {
    const flag2 = /^--?X(?:=(.*))?$/s.exec(field);
    const given = flag2 === null ? void 0 : flag2[1] ?? (fields.ok ? fields.value[index + 1] : void 0);
    const parts = /^([^=]*)\.([^.=]*)=(.*)$/s.exec(given ?? "");
    if (parts === null) continue;
    const [, place = "", name = "", value = ""] = parts;
    found.set(`${place}.${name}`, { path: place, name, value });
  }
  return [...found.values()];
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
  const words2 = says === null ? "" : ` It says: "${says}".`;
  return clause`${importPath} is compiled without its cgo part (${files}), and other code replaces that part.${words2} Set ${input("cgo", "static")} if the service needs the cgo part`;
}

// src/report/idle-variable.ts
function describeIdleVariable({ variable: { path: path32, name }, why }) {
  const sentence = (because, meant = null) => clause`-X ${path32}.${name} in ${input("ldflags")} sets nothing, because ${because}${meant === null ? "" : `; did you mean ${meant}?`}`;
  switch (why.kind) {
    case "main by its path":
      return sentence(`the linker knows a main package only as main; write -X main.${name}`);
    case "no package":
      return sentence(
        `the package ${path32} is not compiled in`,
        why.meant === null ? null : `${why.meant}.${name}`
      );
    case "no variable":
      return sentence(
        `the package has no variable ${name}`,
        why.meant === null ? null : `${path32}.${why.meant}`
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

// src/commands/steps/build/publish.ts
import path15 from "node:path";

// src/output/daemon.ts
import { rm as rm3 } from "node:fs/promises";
import path14 from "node:path";
async function loadIntoDaemon(host, set, references) {
  const archive = path14.join(host.temporary, `load-${set.root.digest.slice(7, 19)}.tar`);
  try {
    await writeArchive(archive, set, references);
    for (const loader of ["docker", "podman"]) {
      const loaded = await runIfThere(host, loader, ["load", "--input", archive]);
      if (loaded === null) continue;
      if (loaded.exitCode !== 0) throw refusal(loader, references, loaded);
      await ensureLoaded(host, loader, set, references);
      return loader;
    }
  } finally {
    await rm3(archive, { force: true });
  }
  throw new Failure(
    "daemon",
    {
      what: clause`could not load ${references.join(", ")}`,
      why: clause`that needs docker or podman, and neither is on PATH`,
      fix: clause`install one, or write an archive with ${input("output", "FILE.tar")}`
    },
    { fields: { reference: references[0] } }
  );
}
async function ensureLoaded(host, loader, set, references) {
  const asked = ["image", "inspect", "--format", "{{.Id}}", ...references];
  const { exitCode, stdout, stderr } = await run(host, loader, asked, {
    env: childEnvironment(host, loader),
    brief: true
  });
  const ids = stdout.split(/\s+/).filter((id) => id !== "");
  const { config, manifest } = hostImage(set);
  const own = [config.digest, manifest.digest, set.root.digest].flatMap((digest) => [
    digest,
    digest.replace("sha256:", "")
  ]);
  const missing = exitCode !== 0 || ids.length !== references.length || ids.some((id) => !own.includes(id));
  if (missing)
    throw new Failure(
      "daemon",
      {
        what: clause`could not load ${references.join(", ")}`,
        why: clause`"${loader} load" ended well, but "${loader} image inspect" does not show this image under that name`,
        fix: clause`look at what ${loader} is, and at what else loads that name`
      },
      {
        output: `${stdout}${stderr}`,
        fields: { command: `${loader} image inspect`, reference: references[0] }
      }
    );
}
async function runIfThere(host, command, args) {
  try {
    return await run(host, command, args, { env: childEnvironment(host, command) });
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool") return null;
    throw cause;
  }
}
function refusal(loader, references, { stdout, stderr }) {
  const output = `${stdout}${stderr}`;
  const unreachable = /Cannot connect to the Docker daemon|permission denied|connection refused|no such host/i;
  const what = clause`could not load ${references.join(", ")}`;
  const clauses = unreachable.test(output) ? {
    what,
    why: clause`"${loader} load" could not reach its daemon`,
    fix: clause`start it, let DOCKER_HOST name it, or write an archive with ${input("output", "FILE.tar")}`
  } : { what, why: clause`"${loader} load" refused the image` };
  return new Failure("daemon", clauses, {
    output,
    fields: { command: `${loader} load`, reference: references[0] }
  });
}

// src/registry/all-of.ts
async function allOf(promises) {
  const settled = await Promise.allSettled(promises);
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

// src/registry/push-blobs.ts
async function pushBlobs(session, set) {
  const missing = await allOf(session.groups.map((destinations) => pushToGroup(session, destinations, set)));
  return new Map(missing.flat());
}
async function pushToGroup({ patience }, [first, ...others], set) {
  if (first === void 0) return [];
  const missing = await pushToRepository(first, set, null, patience);
  const mounted = others.map(
    async (other) => [other, await pushToRepository(other, set, first.repository, patience)]
  );
  return [[first, missing], ...await allOf(mounted)];
}
async function pushToRepository(destination, { images, root }, mountFrom, patience) {
  if ([...destination.tags.values()].includes(root.digest)) return [];
  const stored = /* @__PURE__ */ new Map();
  const origins = new Map(
    images.flatMap(({ baseLayers = [] }) => baseLayers).map(({ digest, origin }) => [digest, origin])
  );
  const mountable = ({ digest }) => {
    const origin = origins.get(digest);
    if (mountFrom !== null || origin == null || origin.registry !== destination.registry) return mountFrom;
    return origin.repository === destination.repository ? null : origin.repository;
  };
  const storeOnce = (blob, store2) => {
    const begun = stored.get(blob.digest) ?? store2();
    stored.set(blob.digest, begun);
    return begun;
  };
  const store = {
    always: (blob) => storeOnce(blob, () => storeBlob(destination, blob, mountable(blob), patience)),
    ifMissing: (blob) => storeOnce(blob, async () => {
      const { client, repository } = destination;
      if (!await client.hasBlob(repository, blob.digest))
        await storeBlob(destination, blob, mountable(blob), patience);
    })
  };
  const [first, ...others] = images;
  const isNew = [await pushImageBlobs(destination, first, store)];
  isNew.push(...await allOf(others.map((image) => pushImageBlobs(destination, image, store))));
  return images.filter((_, at) => isNew[at]);
}
async function pushImageBlobs({ client, repository, tags }, image, store) {
  const { config, manifest } = image;
  const layers = allLayers(image);
  if ([...tags.values()].includes(manifest.digest)) return false;
  const [first, ...rest] = layers;
  if (first === void 0 || !await client.hasBlob(repository, first.digest)) {
    await allOf([...layers, config].map(store.always));
    return true;
  }
  if (await client.manifestDigest(repository, manifest.digest) !== null) return false;
  await allOf([...rest.map(store.ifMissing), store.always(config)]);
  return true;
}
async function storeBlob({ client, registry, repository }, blob, mountFrom, patience) {
  for (const from of [mountFrom, null]) {
    await client.storeBlob(repository, blob, from);
    const isThere2 = await retry(
      () => client.hasBlob(repository, blob.digest),
      { ...patience, tries: 2 },
      { ofValue: (isThere3) => isThere3 ? null : { retryAfterMs: null } }
    );
    if (isThere2) return;
  }
  throw new Failure(
    "registry",
    {
      what: clause`${registry}/${repository} does not have ${blob.digest}`,
      why: clause`it answered twice that it stored it, so it or a proxy before it is broken`
    },
    { fields: { registry, digest: blob.digest } }
  );
}

// src/registry/referrers-index.ts
var INDEX2 = looseObject({
  mediaType: optional(literal(INDEX_MEDIA_TYPE), INDEX_MEDIA_TYPE),
  manifests: array(looseObject({ digest: string() }))
});
function referrersTag(subject) {
  return subject.replace(":", "-");
}
function lists(index, digest) {
  const read = readIndex2(index);
  return read.ok && read.value.manifests.some((manifest) => manifest.digest === digest);
}
function withReferrer(index, referrer) {
  const read = index === null ? parsed({ schemaVersion: 2, mediaType: INDEX_MEDIA_TYPE, manifests: [] }) : readIndex2(index);
  if (!read.ok) return read;
  const { mediaType, digest, size, artifactType } = referrer;
  const added = { mediaType, digest, size, artifactType };
  return parsed(jsonBlob(INDEX_MEDIA_TYPE, { ...read.value, manifests: [...read.value.manifests, added] }));
}
function readIndex2(bytes) {
  const json = readJson(bytes);
  return json.ok ? checkShape(INDEX2, json.value) : json;
}

// src/registry/attach.ts
async function attachReferrers({ groups, patience }, referrers, repositories) {
  const names = new Set(repositories.map(formatRepository));
  const destinations = groups.flat().filter((destination) => names.has(formatRepository(destination)));
  const outcomes = destinations.map(
    (destination) => attachAll(destination, referrers, patience).then(
      () => [],
      (cause) => {
        const { registry, repository } = destination;
        return [{ repository: { registry, repository }, cause }];
      }
    )
  );
  return (await Promise.all(outcomes)).flat();
}
async function attachAll(destination, referrers, patience) {
  const { client, repository } = destination;
  const isNew = await allOf(
    referrers.map(
      async ({ manifest }) => await client.manifestDigest(repository, manifest.digest) === null
    )
  );
  const blobs = new Map(
    referrers.flatMap(
      ({ blobs: blobs2 }, at) => isNew[at] === true ? blobs2.map((blob) => [blob.digest, blob]) : []
    )
  );
  await allOf([...blobs.values()].map((blob) => storeBlob(destination, blob, null, patience)));
  await allOf(referrers.map((referrer) => attach(destination, referrer, patience)));
}
async function attach(destination, referrer, patience) {
  const { client, repository } = destination;
  const { subject, manifest } = referrer;
  const listed3 = await client.storeReferrer(repository, manifest, subject.digest);
  if (!listed3) await listByTag(destination, referrer, patience);
}
var PUTS = 3;
async function listByTag({ client, registry, repository }, { subject, manifest, artifactType }, patience) {
  const tag = referrersTag(subject.digest);
  const read = () => client.manifest(repository, tag);
  const isIn = (there2) => there2 !== null && lists(there2.bytes, manifest.digest);
  let there = await read();
  for (let put2 = 1; !isIn(there); put2 += 1) {
    const name = formatRepository({ registry, repository });
    if (put2 > PUTS)
      throw new Failure(
        "registry",
        {
          what: clause`${name}:${tag} does not list ${manifest.digest}, although the registry answered ${PUTS} times that it took the list`,
          why: clause`the registry or a proxy before it is broken, or other runs write the same list`
        },
        { fields: { reference: `${name}:${tag}`, digest: manifest.digest } }
      );
    const index = withReferrer(there?.bytes ?? null, { ...descriptorOf(manifest), artifactType });
    if (!index.ok)
      throw new Failure(
        "registry",
        {
          what: clause`${name}:${tag} is not a list of what refers to ${subject.digest}: it ${index.problem}`,
          fix: clause`remove that tag`
        },
        { fields: { reference: `${name}:${tag}`, digest: subject.digest } }
      );
    await client.storeManifest(repository, tag, index.value);
    there = await retry(read, patience, { ofValue: (now) => isIn(now) ? null : { retryAfterMs: null } });
  }
}

// src/registry/other-platform.ts
function otherPlatform(reference, ours, there, when) {
  const names = ours.map(formatPlatform);
  const others = there.map(formatPlatform).filter((platform) => !names.includes(platform));
  if (others.length === 0) return null;
  const tag = reference.identifier;
  const own = names.join(" and ");
  const named2 = excerpt(others.join(" and "));
  const wouldReplace = when === "before" ? `holds ${named2}, which pushing ${own} would replace` : `holds ${named2}, which another run has pushed there instead of ${own}`;
  const all = [...names, ...others].join(",");
  const first = ours.length === 1 ? ours[0] : void 0;
  const apart = first === void 0 ? "" : clause`give each platform a tag of its own, such as ${input("tags", ownTag(tag, first))}, `;
  return new Failure(
    "registry",
    {
      what: clause`${formatReference(reference)} ${wouldReplace}`,
      fix: clause`build all in one run with ${input("platforms", all)}, ${apart}or delete ${tag} first`
    },
    { fields: { registry: reference.registry, reference: formatReference(reference), platform: own } }
  );
}
function ownTag(tag, platform) {
  return `${tag}-${formatPlatform(platform).replace(/^[^/]*\//, "").replaceAll("/", "-")}`;
}

// src/registry/platforms-at.ts
var MAX_OPENED = 16;
var MAX_DEPTH2 = 3;
async function platformsAt(client, repository, document) {
  let opened = 0;
  async function ofDocument({ bytes }, depth) {
    const found = readManifest(bytes);
    if (!found.ok) return [];
    if (found.value.kind === "manifest") return ofImage(found.value);
    const platforms2 = [];
    for (const listed3 of found.value.manifests) platforms2.push(...await ofListed(listed3, depth));
    return platforms2;
  }
  async function ofListed(listed3, depth) {
    if (isAttestation(listed3)) return [];
    if (listed3.platform !== null && !isIndexType(listed3.mediaType)) return [listed3.platform];
    opened += 1;
    if (opened > MAX_OPENED || depth === MAX_DEPTH2) return [];
    const document2 = await client.manifest(repository, listed3.digest);
    return document2 === null ? [] : ofDocument(document2, depth + 1);
  }
  async function ofImage(manifest) {
    const config = isImage(manifest) ? await client.config(repository, manifest.config) : null;
    const json = config === null ? null : readJson(config);
    const platform = json?.ok === true ? checkShape(PLATFORM, json.value) : null;
    if (platform?.ok !== true || platform.value.os === "" || platform.value.architecture === "") return [];
    return [foundPlatform(platform.value)];
  }
  const platforms = await ofDocument(document, 0);
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}

// src/registry/move-tag.ts
async function prepareMove(destination, tag, root, platforms) {
  const { client, registry, repository, tags } = destination;
  const reference = { registry, repository, identifier: tag };
  const from = await client.manifestDigest(repository, tag);
  if (from !== null && from !== tags.get(tag) && from !== root.digest)
    await refuseOthers(destination, reference, platforms, "before");
  return { destination, reference, from };
}
var PUTS2 = 2;
async function moveTag({ destination, reference, from }, manifest, platforms, patience) {
  const { client, repository, tags } = destination;
  const tag = reference.identifier;
  const stands = from === manifest.digest && (tags.get(tag) === from || await client.readBack(repository, tag) === from);
  if (stands) return "unchanged";
  let now = null;
  for (let put2 = 1; put2 <= PUTS2; put2 += 1) {
    const refusal2 = await client.storeManifest(repository, tag, manifest).then(
      () => null,
      (error) => error
    );
    const read = () => client.readBack(repository, tag);
    now = refusal2 === null ? await retry(read, patience, { ofValue: (digest) => digest === manifest.digest ? null : SHOWN_LATE }) : await read().catch(() => null);
    if (now === manifest.digest) return "pushed";
    if (refusal2 !== null) throw refusal2;
    if (now !== null && now !== from) await refuseOthers(destination, reference, platforms, "meanwhile");
  }
  const shown3 = formatReference(reference);
  throw new Failure(
    "registry",
    {
      what: clause`${shown3} was not moved to ${manifest.digest}`,
      why: clause`the registry answered ${PUTS2} times that it was, but ${now === null ? "it is not there" : `it stands for ${now}`}`,
      fix: clause`look for what is broken, the registry or a proxy before it, or for another run that moves this tag`
    },
    { fields: { registry: reference.registry, reference: shown3, digest: now ?? void 0 } }
  );
}
var SHOWN_LATE = { retryAfterMs: null };
async function refuseOthers({ client }, reference, ours, when) {
  const there = await client.manifest(reference.repository, reference.identifier);
  const platforms = there === null ? [] : await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, ours, platforms, when);
  if (conflict !== null) throw conflict;
}

// src/registry/push.ts
async function pushImages(session, set) {
  const { root } = set;
  const moves = await prepare(session, set).catch((cause) => ({ cause }));
  if ("cause" in moves) return resultOf(session, root, notMoved(session, root, moves.cause));
  return resultOf(session, root, await Promise.all(moves.map((move) => tryMove(session, move, root))));
}
async function prepare(session, set) {
  const { platforms } = session;
  const lacking = await pushBlobs(session, set);
  const moves = await allOf(
    [...lacking].map(async ([destination, missing]) => {
      const tags = [...destination.tags.keys()];
      const prepared = allOf(tags.map((tag) => prepareMove(destination, tag, set.root, platforms)));
      await allOf([prepared, putByDigest(destination, missing, set)]);
      return prepared;
    })
  );
  return moves.flat();
}
async function putByDigest({ client, repository, tags }, missing, { images, root }) {
  await allOf(missing.map(({ manifest }) => client.storeManifest(repository, manifest.digest, manifest)));
  if (images.length === 1 || [...tags.values()].includes(root.digest)) return;
  await client.storeManifest(repository, root.digest, root);
}
async function tryMove({ patience, platforms }, move, root) {
  const { reference } = move;
  return moveTag(move, root, platforms, patience).then(
    (outcome) => ({ reference, outcome }),
    (cause) => ({ reference, cause })
  );
}
function notMoved({ groups }, { digest }, cause) {
  return groups.flat().flatMap(
    ({ registry, repository, tags }) => [...tags].map(([identifier, before]) => {
      const reference = { registry, repository, identifier };
      return before === digest ? { reference, outcome: "unchanged" } : { reference, cause };
    })
  );
}
async function resultOf({ groups }, { digest }, outcomes) {
  const live = outcomes.filter((outcome) => "outcome" in outcome);
  const missing = outcomes.filter((outcome) => "cause" in outcome);
  const untagged = groups.flat().filter((place) => !live.some(({ reference }) => isSameRepository(reference, place))).map(async (place) => await hasManifest(place, digest) ? [place] : []);
  return {
    live,
    missing,
    untagged: (await Promise.all(untagged)).flat().map(({ registry, repository }) => ({ registry, repository }))
  };
}
function isSameRepository(one, other) {
  return one.registry === other.registry && one.repository === other.repository;
}
async function hasManifest({ client, repository }, digest) {
  return await client.manifestDigest(repository, digest).catch(() => null) === digest;
}

// src/report/failed-publication.ts
function failedPublication(places, missing, withoutSbom = []) {
  if (places.length === 0) return clause`nothing was published`;
  const not = missing.map(({ reference }) => reference);
  const image = clause`the image is at ${listed2(places)}${not.length === 0 ? "" : `, but not at ${listed2(not)}`}`;
  return withoutSbom.length === 0 ? image : clause`${image}, and its SBOM is not in ${listed2(withoutSbom)}`;
}
function otherReasons(missing) {
  const [first, ...others] = missing;
  const different = others.filter(({ reason }) => reason !== first?.reason);
  return different.length === 0 ? void 0 : different.map(({ reference, reason }) => `${reference}: ${reason}`).join("\n");
}
function listed2(names) {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

// src/sbom/referrer.ts
var EMPTY = new TextEncoder().encode("{}");
var EMPTY_CONFIG = {
  mediaType: "application/vnd.oci.empty.v1+json",
  digest: digestOf(EMPTY),
  bytes: EMPTY
};
function sbomReferrer(subject, document) {
  const artifactType = document.mediaType;
  const manifest = jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    artifactType,
    config: descriptorOf(EMPTY_CONFIG),
    layers: [
      {
        ...descriptorOf(document),
        annotations: { "org.opencontainers.image.title": "sbom.spdx.json" }
      }
    ],
    subject: descriptorOf(subject)
  });
  return { subject, artifactType, blobs: [EMPTY_CONFIG, document], manifest };
}

// src/commands/steps/build/publish.ts
async function publish(host, { publish: publishing, workingDirectory, sbom }, name, set, session, sboms = []) {
  const wanted = publishing.push ? publishing.references : [];
  const { places, failure: failure2 } = await writeLocally(host, { publish: publishing, workingDirectory }, name, set);
  if (failure2 !== null) {
    const missing = wanted.map((reference) => ({ reference, cause: failure2 }));
    return outcomeOf(set, places, { live: [], missing, untagged: [] }, { wanted, failure: failure2, bare: [] });
  }
  if (session === null) return { references: [], places, missing: [], failure: null };
  const pushed = await pushImages(session, set);
  const referrers = sbom.includes("referrer") ? referrersOf(set, sboms) : [];
  const bare = await attachReferrers(
    session,
    referrers,
    pushed.live.map(({ reference }) => reference)
  );
  const cause = pushed.missing[0]?.cause ?? bare[0]?.cause ?? null;
  return outcomeOf(set, places, pushed, { wanted, failure: cause, bare });
}
function referrersOf({ images }, sboms) {
  return images.flatMap(({ manifest }, at) => {
    const document = sboms[at] ?? null;
    return document === null ? [] : [sbomReferrer(manifest, document)];
  });
}
function outcomeOf({ root }, local, { live, missing, untagged }, { wanted, failure: failure2, bare }) {
  const tags = new Set(live.map(({ reference }) => formatReference(reference)));
  const references = [
    ...wanted.map(formatReference).filter((reference) => tags.has(reference)),
    ...untagged.map((repository) => formatReference({ ...repository, identifier: root.digest }))
  ];
  const places = [
    ...local,
    ...references.slice(0, 1).map((reference) => ({ kind: "registry", reference }))
  ];
  const notThere = missing.map(({ reference, cause }) => ({
    reference: formatReference(reference),
    reason: cause instanceof Failure ? reasonText(cause) : errorMessage(cause)
  }));
  return {
    references,
    places,
    missing: notThere,
    failure: failure2 instanceof Failure ? saying(failure2, [...local.map(placeName), ...references], notThere, bare) : failure2
  };
}
function saying(cause, places, missing, bare) {
  const withoutSbom = bare.map(({ repository }) => formatRepository(repository));
  const output = cause.output ?? otherReasons(missing);
  return new Failure(
    cause.code,
    { ...cause.clauses, state: failedPublication(places, missing, withoutSbom) },
    { cause, output, fields: cause.fields, locations: cause.locations }
  );
}
async function writeLocally(host, { publish: publishing, workingDirectory }, name, set) {
  const output = outputOf(host, publishing, name);
  const local = localReferences(publishing, name);
  const places = [];
  try {
    if (output !== null) {
      await requireInPlace(host, { workingDirectory }, output.path);
      const format = OUTPUT_FORMATS[output.kind];
      await format.write(output.path, set, local);
      places.push(format.where(shown2(host, output.path), local));
    }
    if (publishing.load) {
      await loadIntoDaemon(host, set, local);
      places.push({ kind: "daemon", reference: local[0] });
    }
    return { places, failure: null };
  } catch (failure2) {
    return { places, failure: failure2 };
  }
}
function localReferences({ references }, name) {
  const [first, ...others] = references.map(formatReference);
  return first === void 0 ? [`${localName(name)}:latest`] : [first, ...others];
}
function shown2(host, file) {
  const relative = path15.relative(host.cwd, file);
  return relative.startsWith("..") ? file : relative;
}

// src/commands/steps/build/write-binaries.ts
import path16 from "node:path";
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
  const relative = path16.relative(host.cwd, wanted.directory);
  return {
    directory: wanted.directory,
    shown: relative.startsWith("..") ? wanted.directory : relative,
    files
  };
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

// src/commands/steps/read.ts
import { readFile as readFile6 } from "node:fs/promises";

// src/binary/share.ts
function lazily(make) {
  return { [Symbol.iterator]: make };
}
function inTurn(one, other) {
  return lazily(function* () {
    yield* one;
    yield* other;
  });
}
function sumOf(parts) {
  let sum3 = 0;
  for (const { bytes } of parts) sum3 += bytes;
  return sum3;
}

// src/binary/carve.ts
function* carve(extents, claims, otherwise2) {
  const inOrder3 = claims.filter(({ start: start2, end }) => Number.isSafeInteger(start2) && Number.isSafeInteger(end) && start2 < end).sort((one, other) => one.start - other.start || other.end - one.end);
  let next = 0;
  for (const extent of extents) {
    let end = extent.start;
    let unclaimed = 0;
    for (; next < inOrder3.length; next++) {
      const claim = inOrder3[next];
      if (claim === void 0 || claim.start >= extent.end) break;
      if (claim.start < end || claim.end > extent.end) continue;
      const rest = claim.end - claim.start - sumOf(claim.shares);
      if (rest < 0) continue;
      unclaimed += claim.start - end;
      yield* claim.shares;
      if (rest > 0) yield { ...claim.rest, bytes: rest };
      end = claim.end;
    }
    unclaimed += extent.end - end;
    if (unclaimed > 0) yield { ...otherwise2(extent), bytes: unclaimed };
  }
}

// src/binary/embedded-claims.ts
import { createHash as createHash2 } from "node:crypto";

// src/binary/embedded-systems.ts
var MAX_FILES = 1e5;
var MAX_NAME = 1024;
var HASH = 16;
function findEmbeddedSystems(elf, bytes, extents) {
  const systems = [];
  let left = MAX_FILES;
  for (const extent of extents.filter(({ role, name }) => role === "data" && !WRITTEN.includes(name))) {
    const address = addressOfPlace(elf.segments, extent.start);
    if (address === null) continue;
    const content = bytes.subarray(extent.start, extent.end);
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader.size;
    const head = 3 * step;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const lowWordAt = reader.littleEndian || step === 4 ? 0 : 4;
    const first = Number(BigInt.asUintN(32, address));
    for (let at = (step - extent.start % step) % step; at + head <= content.byteLength && left > 0; at += step) {
      if (view.getUint32(at + lowWordAt, reader.littleEndian) !== first + at + head >>> 0) continue;
      if (reader.word(at) !== address + BigInt(at + head)) continue;
      const files = readFiles2(elf, bytes, reader, at, left);
      left -= files?.length ?? 1;
      if (files === null) continue;
      const entrySize = 4 * step + HASH;
      const length = files.length * entrySize;
      const start2 = extent.start + at;
      systems.push({ start: start2, end: start2 + head + length, entrySize, files });
      at += length - length % step;
    }
  }
  return systems;
}
var WRITTEN = [".data", ".noptrdata"];
function readFiles2(elf, bytes, reader, at, limit) {
  return orWhenOutOfBytes(
    () => {
      const step = reader.size;
      const count = reader.offset(at + step);
      if (count === 0 || count > limit || reader.offset(at + 2 * step) !== count) return null;
      const files = [];
      for (let index = 0; index < count; index++) {
        const entry = at + 3 * step + index * (4 * step + HASH);
        const name = rangeOfAddress(elf.segments, reader.word(entry), reader.offset(entry + step));
        const length = reader.offset(entry + 3 * step);
        const content = length === 0 ? { start: 0, end: 0 } : rangeOfAddress(elf.segments, reader.word(entry + 2 * step), length);
        if (name === null || content === null || name.end - name.start > MAX_NAME) return null;
        const text = utf8(slice(bytes, name.start, name.end - name.start));
        if (!isEmbeddable(text)) return null;
        if (!text.endsWith("/")) files.push({ name: text, ...content });
        else files.push({ name: text, start: 0, end: 0 });
      }
      return files;
    },
    () => null
  );
}
function isEmbeddable(name) {
  return name !== "" && !/[\p{Cc}"*<>?`'|\\:\ufffd]|^\/|\/\//u.test(name);
}

// src/binary/embedded-variables.ts
var MAX_WORDS = 125e5;
function* contentsOfVariables(elf, bytes, lengths) {
  const seen = /* @__PURE__ */ new Set();
  let left = MAX_WORDS;
  for (const { offset, fileSize, address } of elf.segments.filter(isWritable)) {
    const content = bytes.subarray(offset, offset + fileSize);
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader.size;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const low = reader.littleEndian || step === 4 ? 0 : 4;
    const first = Number((BigInt(step) - address % BigInt(step)) % BigInt(step));
    for (let at = first + step; at + step <= content.byteLength && left > 0; at += step, left--) {
      const length = view.getUint32(at + low, reader.littleEndian);
      if (!lengths.has(length)) continue;
      const range = orWhenOutOfBytes(
        () => reader.offset(at) === length ? rangeOfAddress(elf.segments, reader.word(at - step), length) : null,
        () => null
      );
      const key = `${range?.start} ${length}`;
      if (range === null || seen.has(key)) continue;
      seen.add(key);
      yield range;
    }
  }
}

// src/binary/embedded-claims.ts
function embeddedClaims(elf, bytes, extents, known2) {
  const matching = matcher(bytes, known2);
  const contents = /* @__PURE__ */ new Map();
  const claims = [];
  for (const system of findEmbeddedSystems(elf, bytes, extents)) {
    const owners = ownersOf(system, matching);
    claims.push(tableClaim(system, owners[0] ?? null));
    for (const { name, ...range } of system.files) {
      const packages = owners.length > 0 ? owners : matching(range).map((file) => file.package);
      add(contents, { ...range, name }, packages);
    }
  }
  if (known2.length > 0) {
    const lengths = new Set(known2.map(({ size }) => size));
    for (const range of contentsOfVariables(elf, bytes, lengths)) {
      const files = matching(range);
      const [first] = files;
      if (first === void 0) continue;
      add(
        contents,
        { ...range, name: first.name },
        files.map((file) => file.package)
      );
    }
  }
  return [...claims, ...withoutOverlaps([...contents.values()]).map(contentClaim)];
}
function add(contents, content, packages) {
  if (content.start >= content.end) return;
  const before = contents.get(content.start);
  if (before === void 0 || before.end < content.end)
    contents.set(content.start, { ...content, packages: new Set(packages) });
  else if (before.end === content.end) for (const path32 of packages) before.packages.add(path32);
}
function withoutOverlaps(contents) {
  const kept = [];
  for (const one of contents.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === void 0 || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept.splice(-1, 1, one);
  }
  return kept;
}
var MOST_HASHED = 8;
function matcher(bytes, known2) {
  const bySize = Map.groupBy(known2, ({ size }) => size);
  const found = /* @__PURE__ */ new Map();
  let left = MOST_HASHED * bytes.byteLength;
  return ({ start: start2, end }) => {
    const candidates2 = bySize.get(end - start2);
    if (candidates2 === void 0) return [];
    const key = `${start2} ${end}`;
    const before = found.get(key);
    if (before !== void 0) return before;
    left -= end - start2;
    if (left < 0) return [];
    const hash = createHash2("sha256").update(bytes.subarray(start2, end)).digest("hex");
    const files = candidates2.filter((file) => file.hash === hash);
    found.set(key, files);
    return files;
  };
}
function ownersOf({ files }, matching) {
  const votes = /* @__PURE__ */ new Map();
  for (const { name, ...range } of files) {
    const packages = matching(range).flatMap((file) => file.name === name ? [file.package] : []);
    for (const path32 of new Set(packages)) votes.set(path32, (votes.get(path32) ?? 0) + 1);
  }
  const most = Math.max(...votes.values());
  return [...votes].flatMap(([path32, count]) => count === most ? [path32] : []).sort();
}
function tableClaim({ start: start2, end, entrySize, files }, owner) {
  return {
    start: start2,
    end,
    shares: files.map(({ name }) => ({ package: owner, kind: "embed", name, bytes: entrySize })),
    rest: { package: owner, kind: "embed", name: "embed.FS" }
  };
}
function contentClaim({ start: start2, end, name, packages }) {
  const owners = [...packages].sort();
  const part2 = Math.floor((end - start2) / Math.max(owners.length, 1));
  return {
    start: start2,
    end,
    shares: owners.slice(1).map((path32) => ({ package: path32, kind: "embed", name, bytes: part2 })),
    rest: { package: owners[0] ?? null, kind: "embed", name }
  };
}

// src/binary/embedded-file.ts
var NOTHING_KNOWN = { files: [] };

// src/binary/extents.ts
function layOut2(elf, bytes) {
  const claimed = [...headersOf2(elf, bytes), ...contentsOf2(elf, bytes)].filter(({ start: start2, end: end2 }) => start2 < end2).sort((one, other) => one.start - other.start || one.end - other.end);
  const extents = [];
  let end = 0;
  for (const extent of claimed) {
    if (extent.end <= end) continue;
    if (extent.start > end) extents.push(gap(bytes, end, extent.start));
    extents.push({ ...extent, start: Math.max(extent.start, end) });
    end = extent.end;
  }
  if (end < bytes.byteLength) extents.push(gap(bytes, end, bytes.byteLength));
  return extents;
}
function headersOf2(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  return orWhenOutOfBytes(
    () => [
      ...loadHeadersOf(elf, bytes),
      header(
        bytes,
        "section headers",
        file.offset(wide ? 40 : 32),
        file.u16(wide ? 58 : 46) * elf.sections.length
      )
    ],
    () => []
  );
}
function loadHeadersOf(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  const [table, entrySize] = [file.offset(wide ? 32 : 28), file.u16(wide ? 54 : 42)];
  return [
    header(bytes, "ELF header", 0, wide ? 64 : 52),
    header(bytes, "program headers", table, entrySize * elf.segments.length)
  ];
}
function header(bytes, name, start2, length) {
  const end = start2 + length;
  return { name, role: "header", start: start2, end: end <= bytes.byteLength ? end : start2 };
}
function contentsOf2(elf, bytes) {
  const sections = elf.sections.filter((section) => (sectionBytes(section, bytes)?.byteLength ?? 0) > 0);
  return sections.length > 0 ? sections.map((section) => ({
    name: section.name === "" ? "a section without a name" : section.name,
    role: roleOfSection(section),
    start: section.offset,
    end: section.offset + section.size
  })) : elf.segments.filter(({ type }) => type === PT_LOAD).map((segment) => ({
    ...roleOfSegment(segment),
    start: segment.offset,
    end: segment.offset + segment.fileSize
  }));
}
var FUNCTION_TABLES = [".gopclntab", ".data.rel.ro.gopclntab"];
var TYPES = /^(?:\.data\.rel\.ro)?\.(?:typelink|itablink|go\.type)$/;
var HEADERS = [".shstrtab", ".interp"];
var LARGEST_HEADER = 4096;
var DEBUG = /^\.z?debug(?:_|$)|^\.(?:stab|gnu\.debuglto_|gnu\.lto_|BTF|SUNW_ctf|ctf)|^\.(?:line|gdb_index|comment|gnu_debug(?:link|altlink|data))$/;
var SYMBOLS = /^\.(?:symtab|strtab|symtab_shndx|dynsym|dynstr|dynamic|hash|gnu\.hash|gnu\.version(?:_[rd])?|gosymtab)$|^\.rel[ar]?(?:\.|$)/;
var SYMBOL_TYPES = [2, 3, 4, 5, 6, 9, 11];
function roleOfSection({ name, type, flags, size }) {
  if ((flags & SHF_EXECINSTR) !== 0n) return "code";
  if (FUNCTION_TABLES.includes(name)) return "function table";
  if (TYPES.test(name)) return "types";
  if (DEBUG.test(name)) return "debug";
  if (size <= LARGEST_HEADER && (type === SHT_NOTE || HEADERS.includes(name))) return "header";
  if (SYMBOLS.test(name) || SYMBOL_TYPES.includes(type)) return "symbols";
  return (flags & SHF_ALLOC) !== 0n ? "data" : "unknown";
}
function roleOfSegment({ flags }) {
  return (flags & PF_X) !== 0 ? { name: "a segment of code", role: "code" } : { name: "a segment of data", role: "data" };
}
function gap(bytes, start2, end) {
  const isLast = end === bytes.byteLength;
  return isZero(bytes.subarray(start2, end)) && (!isLast || STEPS.some((step) => end === roundUp(start2, step))) ? { name: "padding", role: "header", start: start2, end } : { name: isLast ? "appended" : "between sections", role: "unknown", start: start2, end };
}
var STEPS = [4096, 65536];
function roundUp(place, step) {
  return Math.ceil(place / step) * step;
}
function isZero(bytes) {
  for (let at = 0; at < bytes.byteLength; at++) if (bytes[at] !== 0) return false;
  return true;
}

// src/binary/function-records.ts
var NONE2 = 4294967295;
var PAIR = 8;
var FIXED_PC_VALUES = 3;
var FIXED_PC_VALUES_AT = 16;
var MAX_PC_VALUES = 32;
function readFunctionRecords(table, littleEndian) {
  const reader = words(table.functions, table.pointerSize, littleEndian);
  const size = table.since === "1.20" ? 44 : 40;
  const places = placesOf(reader, table.functionCount);
  const { pcStarts, dataStarts } = measureLists(reader, places, size);
  const records = {
    count: table.functionCount,
    names: new Uint32Array(table.functionCount),
    code: new Uint32Array(table.functionCount),
    units: new Uint32Array(table.functionCount),
    own: new Uint32Array(table.functionCount),
    pcValues: { starts: pcStarts, values: new Uint32Array(pcStarts[table.functionCount] ?? 0) },
    functionData: { starts: dataStarts, values: new Uint32Array(dataStarts[table.functionCount] ?? 0) }
  };
  let last = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const code = reader.u32((index + 1) * PAIR) - reader.u32(index * PAIR);
    if (code < 0) throw new OutOfBytes(`the function at ${at}`);
    records.code[index] = code;
    records.names[index] = reader.u32(at + 4);
    records.units[index] = reader.u32(at + 32);
    const more = at + size;
    const pcValues = pcStarts[index] ?? 0;
    const pcValuesAfter = (pcStarts[index + 1] ?? 0) - pcValues - FIXED_PC_VALUES;
    fill(records.pcValues.values, pcValues, reader, at + FIXED_PC_VALUES_AT, FIXED_PC_VALUES);
    fill(records.pcValues.values, pcValues + FIXED_PC_VALUES, reader, more, pcValuesAfter);
    const data = dataStarts[index] ?? 0;
    const dataCount = (dataStarts[index + 1] ?? 0) - data;
    fill(records.functionData.values, data, reader, more + 4 * pcValuesAfter, dataCount);
    const length = size + 4 * (pcValuesAfter + dataCount);
    records.own[index] = PAIR + Math.ceil(length / table.pointerSize) * table.pointerSize;
    last = Math.max(last, at + length);
  }
  return { ...records, end: last };
}
function placesOf(reader, count) {
  const places = new Uint32Array(count);
  for (let index = 0; index < count; index++) places[index] = reader.u32(index * PAIR + 4);
  return places;
}
function measureLists(reader, places, size) {
  const pcStarts = new Uint32Array(places.length + 1);
  const dataStarts = new Uint32Array(places.length + 1);
  let end = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const [pcValues, data] = [reader.u32(at + 28), reader.u8(at + size - 1)];
    if (at < end || pcValues > MAX_PC_VALUES) throw new OutOfBytes(`a function record at ${at}`);
    end = at + size + 4 * (pcValues + data);
    pcStarts[index + 1] = (pcStarts[index] ?? 0) + FIXED_PC_VALUES + pcValues;
    dataStarts[index + 1] = (dataStarts[index] ?? 0) + data;
  }
  return { pcStarts, dataStarts };
}
function fill(values, from, reader, at, count) {
  for (let index = 0; index < count; index++) values[from + index] = reader.u32(at + 4 * index);
}

// src/binary/file-charges.ts
function chargeFiles(unitPlaces, { units, files }, littleEndian, packageOfUnit, isPackage) {
  const charges = /* @__PURE__ */ new Map();
  const charge = (path32, bytes) => charges.set(path32, (charges.get(path32) ?? 0) + bytes);
  const reader = words(units, 4, littleEndian);
  const count = Math.floor(units.byteLength / 4);
  const starts = [...new Set(unitPlaces)].filter((unit) => unit < count);
  starts.sort((one, other) => one - other);
  const charged = /* @__PURE__ */ new Set();
  for (const [index, start2] of starts.entries()) {
    const unit = packageOfUnit.get(start2);
    if (unit === void 0) continue;
    const end = starts[index + 1] ?? count;
    charge(unit, 4 * (end - start2));
    for (let entry = start2; entry < end; entry++) {
      const at = reader.u32(4 * entry);
      if (at === NONE2 || charged.has(at)) continue;
      charged.add(at);
      if (!startsName(files, at)) continue;
      const name = files.subarray(at, files.indexOf(0, at));
      charge(packageOfFile(utf8(name.subarray(0, MAX_PATH)), isPackage) ?? unit, name.byteLength + 1);
    }
  }
  return charges;
}
var MAX_PATH = 1024;
function startsName(files, at) {
  return at < files.byteLength && (at === 0 || files[at - 1] === 0) && files.indexOf(0, at) !== -1;
}
function packageOfFile(file, isPackage) {
  const directory2 = file.slice(0, Math.max(file.lastIndexOf("/"), 0)).replace(/@[^/]*/, "");
  const parts = directory2.split("/");
  for (let index = 0; index < Math.min(parts.length, MAX_DEPTH3); index++) {
    const path32 = parts.slice(index).join("/");
    if (path32 !== "" && isPackage(path32)) return path32;
  }
  return null;
}
var MAX_DEPTH3 = 32;

// src/binary/function-charges.ts
function chargePcValues(records, pcValues) {
  const { values, starts } = records.pcValues;
  const charges = new Uint32Array(records.count);
  const charged = new Uint8Array(pcValues.byteLength);
  let total = 0;
  for (let index = 0; index < records.count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? 0;
      if (offset === 0 || charged[offset] === 1) continue;
      const length = lengthOfPcValues(pcValues, offset);
      total += length;
      if (length === 0 || total > pcValues.byteLength) return null;
      charged[offset] = 1;
      charges[index] = (charges[index] ?? 0) + length;
    }
  }
  return charges;
}
function lengthOfPcValues(pcValues, start2) {
  let at = start2;
  for (let first = true; at < pcValues.length; first = false) {
    if (pcValues[at] === 0 && !first) return at + 1 - start2;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
  }
  return 0;
}
var MAX_FUNCTIONS = 2 ** 21;
function chargeFunctionData(records, available) {
  if (records.count > MAX_FUNCTIONS) return null;
  const uses = usesInOrder(records);
  const charges = new Uint32Array(records.count);
  const last = uses.length === 0 ? 0 : offsetOf(uses[uses.length - 1] ?? 0);
  const end = available ?? last;
  if (last > end) return null;
  for (let index = 0; index < uses.length; ) {
    const use = uses[index] ?? 0;
    const offset = offsetOf(use);
    while (index < uses.length && offsetOf(uses[index] ?? 0) === offset) index++;
    const next = index < uses.length ? offsetOf(uses[index] ?? 0) : end;
    const user = use % MAX_FUNCTIONS;
    charges[user] = (charges[user] ?? 0) + next - offset;
  }
  return { charges, length: end };
}
function usesInOrder({ count, functionData: { values, starts } }) {
  const uses = new Float64Array(values.length);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? NONE2;
      if (offset !== NONE2) uses[length++] = offset * MAX_FUNCTIONS + index;
    }
  }
  return uses.subarray(0, length).sort();
}
function offsetOf(use) {
  return Math.floor(use / MAX_FUNCTIONS);
}

// src/binary/name-table.ts
function readNameTable(names) {
  const starts = startsOf(names);
  const text = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  const endOf2 = (index) => starts[index + 1] ?? names.byteLength;
  return {
    starts,
    indexOf: (place) => {
      const index = search(starts, place);
      if (starts[index] !== place) throw new OutOfBytes(`a name at ${place}`);
      return index;
    },
    nameOf: (index) => text.toString("utf8", starts[index] ?? 0, endOf2(index) - 1),
    sizeOf: (index) => endOf2(index) - (starts[index] ?? 0)
  };
}
function startsOf(names) {
  let count = 0;
  for (let end = names.indexOf(0); end !== -1; end = names.indexOf(0, end + 1)) count++;
  const starts = new Uint32Array(count);
  let start2 = 0;
  for (let index = 0; index < count; index++) {
    starts[index] = start2;
    start2 = names.indexOf(0, start2) + 1;
  }
  return starts;
}
function search(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/binary/module-data.ts
var FUNCTION_INDEX = 19;
var SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43, typeLinks: null };
var SINCE_1_26 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 45 };
var SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 44 };
var SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38, typeLinks: 42 };
function layoutOf(since, minor) {
  if (since === "1.18") return SINCE_1_18;
  if (minor >= 27) return SINCE_1_27;
  return minor >= 26 ? SINCE_1_26 : SINCE_1_20;
}
function readModuleData(elf, bytes, table, goVersion) {
  const minor = minorOf(goVersion);
  if (minor === null) return null;
  return orWhenOutOfBytes(
    () => {
      const found = find3(elf, bytes, table);
      if (found === null) return null;
      const at = layoutOf(table.since, minor);
      const word = (index) => found.word(index * found.size);
      const listAt = (index, size) => rangeOfAddress(elf.segments, word(index), found.offset((index + 1) * found.size) * size);
      return {
        types: word(at.types),
        endTypes: word(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
        typeLinks: at.typeLinks === null ? null : listAt(at.typeLinks, 4),
        itabLinks: at.typeLinks === null ? null : listAt(at.typeLinks + 3, found.size),
        functionData: word(at.functionData),
        functionIndex: word(FUNCTION_INDEX)
      };
    },
    () => null
  );
}
function minorOf(goVersion) {
  const minor = /^go1\.(?<minor>\d+)/.exec(goVersion ?? "")?.groups?.["minor"];
  return minor === void 0 ? null : Number(minor);
}
function find3(elf, bytes, table) {
  const address = addressOfPlace(elf.segments, table.table.byteOffset - bytes.byteOffset);
  if (address === null) return null;
  const start2 = new DataView(new ArrayBuffer(2 * table.pointerSize));
  const names = address + BigInt(table.names.byteOffset - table.table.byteOffset);
  [address, names].forEach((value, index) => {
    if (table.pointerSize === 8) start2.setBigUint64(index * 8, value, elf.littleEndian);
    else start2.setUint32(index * 4, Number(BigInt.asUintN(32, value)), elf.littleEndian);
  });
  const wanted = new Uint8Array(start2.buffer);
  for (const { offset, fileSize } of elf.segments.filter(isWritable)) {
    const data = slice(bytes, offset, fileSize);
    const searched2 = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const at = searched2.indexOf(wanted);
    if (at !== -1 && at % table.pointerSize === 0)
      return words(data.subarray(at), table.pointerSize, elf.littleEndian);
  }
  return null;
}

// src/binary/standard-packages.ts
function standardPackages(goVersion) {
  const minor = minorOf(goVersion) ?? Infinity;
  const lists2 = Object.entries(NEW_IN).filter(([version]) => Number(version) <= Math.max(minor, OLDEST));
  const packages = new Set(lists2.flatMap(([, names]) => names.trim().split(/\s+/)));
  const firsts = new Set([...packages].map(firstOf));
  return {
    has: (path32) => packages.has(path32),
    // Go's own commands import each other as cmd/….
    mayHave: (path32) => firsts.has(firstOf(path32)) || firstOf(path32) === "cmd"
  };
}
function firstOf(path32) {
  return path32.split("/", 1)[0] ?? "";
}
var OLDEST = 18;
var NEW_IN = {
  18: `
    archive/tar archive/zip bufio bytes compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib
    container/heap container/list container/ring context crypto crypto/aes crypto/cipher crypto/des crypto/dsa
    crypto/ecdsa crypto/ed25519 crypto/ed25519/internal/edwards25519 crypto/ed25519/internal/edwards25519/field
    crypto/elliptic crypto/elliptic/internal/fiat crypto/elliptic/internal/nistec crypto/hmac
    crypto/internal/randutil crypto/internal/subtle crypto/md5 crypto/rand crypto/rc4 crypto/rsa crypto/sha1
    crypto/sha256 crypto/sha512 crypto/subtle crypto/tls crypto/x509 crypto/x509/internal/macos crypto/x509/pkix
    database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
    debug/plan9obj embed embed/internal/embedtest encoding encoding/ascii85 encoding/asn1 encoding/base32
    encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/pem
    encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc go/format
    go/importer go/internal/gccgoimporter go/internal/gcimporter go/internal/srcimporter go/internal/typeparams
    go/parser go/printer go/scanner go/token go/types hash hash/adler32 hash/crc32 hash/crc64 hash/fnv
    hash/maphash html html/template image image/color image/color/palette image/draw image/gif
    image/internal/imageutil image/jpeg image/png index/suffixarray internal/abi internal/buildcfg
    internal/bytealg internal/cfg internal/cpu internal/execabs internal/fmtsort internal/fuzz internal/goarch
    internal/godebug internal/goexperiment internal/goos internal/goroot internal/goversion internal/intern
    internal/itoa internal/lazyregexp internal/lazytemplate internal/nettrace internal/obscuretestdata
    internal/oserror internal/poll internal/profile internal/race internal/reflectlite internal/safefilepath
    internal/singleflight internal/syscall/execenv internal/syscall/unix internal/syscall/windows
    internal/syscall/windows/registry internal/syscall/windows/sysdll internal/sysinfo internal/testenv
    internal/testlog internal/trace internal/unsafeheader internal/xcoff io io/fs io/ioutil log log/syslog math
    math/big math/bits math/cmplx math/rand mime mime/multipart mime/quotedprintable net net/http net/http/cgi
    net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/internal
    net/http/internal/ascii net/http/internal/testcert net/http/pprof net/internal/socktest net/mail net/netip
    net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/exec/internal/fdtest os/signal
    os/signal/internal/pty os/user path path/filepath plugin reflect reflect/internal/example1
    reflect/internal/example2 regexp regexp/syntax runtime runtime/cgo runtime/debug runtime/internal/atomic
    runtime/internal/math runtime/internal/sys runtime/internal/syscall runtime/metrics runtime/pprof
    runtime/race runtime/trace sort strconv strings sync sync/atomic syscall testing testing/fstest
    testing/internal/testdeps testing/iotest testing/quick text/scanner text/tabwriter text/template
    text/template/parse time time/tzdata unicode unicode/utf16 unicode/utf8 unsafe`,
  19: `
    crypto/internal/boring crypto/internal/boring/bbig crypto/internal/boring/bcache crypto/internal/boring/sig
    crypto/internal/edwards25519 crypto/internal/edwards25519/field crypto/internal/nistec
    crypto/internal/nistec/fiat go/doc/comment internal/diff internal/pkgbits internal/txtar`,
  20: `
    crypto/ecdh crypto/internal/alias crypto/internal/bigmod internal/coverage internal/coverage/calloc
    internal/coverage/cformat internal/coverage/cmerge internal/coverage/decodecounter
    internal/coverage/decodemeta internal/coverage/encodecounter internal/coverage/encodemeta
    internal/coverage/pods internal/coverage/rtcov internal/coverage/slicereader internal/coverage/slicewriter
    internal/coverage/stringtab internal/coverage/test internal/coverage/uleb128 internal/dag internal/platform
    internal/saferio internal/testpty internal/types/errors runtime/coverage runtime/internal/startlinetest
    runtime/race/internal/amd64v1`,
  21: `
    cmp internal/bisect internal/godebugs internal/zstd log/internal log/slog log/slog/internal
    log/slog/internal/benchmarks log/slog/internal/buffer log/slog/internal/slogtest maps
    runtime/internal/wasitest slices testing/slogtest`,
  22: `
    go/version internal/chacha8rand internal/gover internal/trace/traceviewer internal/trace/traceviewer/format
    internal/trace/v2 internal/trace/v2/event internal/trace/v2/event/go122
    internal/trace/v2/internal/testgen/go122 internal/trace/v2/raw internal/trace/v2/testtrace
    internal/trace/v2/version math/rand/v2`,
  23: `
    crypto/internal/cryptotest crypto/internal/hpke crypto/internal/mlkem768 internal/asan internal/byteorder
    internal/concurrent internal/coverage/cfile internal/filepathlite internal/msan internal/profilerecord
    internal/runtime/atomic internal/runtime/exithook internal/runtime/syscall internal/stringslite
    internal/trace/event internal/trace/event/go122 internal/trace/internal/oldtrace
    internal/trace/internal/testgen/go122 internal/trace/raw internal/trace/testtrace internal/trace/version
    internal/weak iter net/internal/cgotest structs unique`,
  24: `
    crypto/fips140 crypto/hkdf crypto/internal/entropy crypto/internal/fips140 crypto/internal/fips140/aes
    crypto/internal/fips140/aes/gcm crypto/internal/fips140/alias crypto/internal/fips140/bigmod
    crypto/internal/fips140/check crypto/internal/fips140/check/checktest crypto/internal/fips140/drbg
    crypto/internal/fips140/ecdh crypto/internal/fips140/ecdsa crypto/internal/fips140/ed25519
    crypto/internal/fips140/edwards25519 crypto/internal/fips140/edwards25519/field crypto/internal/fips140/hkdf
    crypto/internal/fips140/hmac crypto/internal/fips140/mlkem crypto/internal/fips140/nistec
    crypto/internal/fips140/nistec/fiat crypto/internal/fips140/pbkdf2 crypto/internal/fips140/rsa
    crypto/internal/fips140/sha256 crypto/internal/fips140/sha3 crypto/internal/fips140/sha512
    crypto/internal/fips140/ssh crypto/internal/fips140/subtle crypto/internal/fips140/tls12
    crypto/internal/fips140/tls13 crypto/internal/fips140deps crypto/internal/fips140deps/byteorder
    crypto/internal/fips140deps/cpu crypto/internal/fips140deps/godebug crypto/internal/fips140hash
    crypto/internal/fips140only crypto/internal/fips140test crypto/internal/impl crypto/internal/sysrand
    crypto/internal/sysrand/internal/seccomp crypto/mlkem crypto/pbkdf2 crypto/sha3
    crypto/tls/internal/fips140tls go/ast/internal/tests internal/copyright internal/exportdata
    internal/runtime/maps internal/runtime/math internal/runtime/sys internal/sync internal/synctest
    internal/syslist weak`,
  25: `
    crypto/internal/fips140cache internal/cgrouptest internal/routebsd internal/runtime/cgroup
    internal/runtime/gc internal/runtime/startlinetest internal/runtime/strconv internal/runtime/wasitest
    internal/testhash internal/trace/internal/testgen internal/trace/internal/tracev1 internal/trace/tracev2
    math/big/internal/asmgen net/http/internal/httpcommon testing/synctest`,
  26: `
    crypto/hpke crypto/internal/constanttime crypto/internal/entropy/v1.0.0 crypto/internal/fips140/mldsa
    crypto/internal/fips140deps/time crypto/internal/rand crypto/mlkem/mlkemtest go/internal/scannerhooks
    internal/runtime/cgobench internal/runtime/gc/internal/gen internal/runtime/gc/scan
    internal/runtime/pprof/label internal/runtime/syscall/linux internal/runtime/syscall/windows
    internal/strconv testing/cryptotest`,
  27: `
    crypto/internal/cryptotest/wycheproof crypto/internal/cryptotest/x509limbo crypto/mldsa
    database/sql/internal encoding/json/internal encoding/json/internal/jsonflags
    encoding/json/internal/jsonopts encoding/json/internal/jsontest encoding/json/internal/jsonwire
    encoding/json/jsontext encoding/json/v2 internal/gate internal/nettest net/http/internal/http2
    net/http/internal/httpsfv uuid`
};

// src/binary/package-owner.ts
var MAX_DEPTH4 = 64;
var C = "C";
function packageOwners(buildInfo) {
  const modules = /* @__PURE__ */ new Map();
  for (const { path: path32, version: version2 } of buildInfo?.dependencies ?? []) {
    modules.set(path32, { kind: "module", path: path32, version: version2 === "" ? null : version2 });
  }
  const version = buildInfo?.main?.version ?? "";
  const main = {
    kind: "main",
    path: mainModuleOf(buildInfo),
    version: version === "" ? null : version
  };
  modules.set(main.path, main);
  const standard = standardPackages(buildInfo?.goVersion ?? null);
  const listsModules = buildInfo !== null && (buildInfo.main !== null || buildInfo.dependencies.length > 0);
  return (path32) => {
    if (path32 === "main") return main;
    if (path32.startsWith("vendor/") || standard.has(path32)) return { kind: "std" };
    if (path32 === buildInfo?.path) return main;
    let prefix = path32;
    for (let depth = 0; depth < MAX_DEPTH4 && prefix !== ""; depth++) {
      const owner = modules.get(prefix);
      if (owner !== void 0) return owner;
      prefix = prefix.slice(0, Math.max(prefix.lastIndexOf("/"), 0));
    }
    if (path32 === C) return { kind: "module", path: path32, version: null };
    const ofStd = !firstOf2(path32).includes(".") && (listsModules || standard.mayHave(path32));
    return ofStd ? { kind: "std" } : { kind: "module", path: likelyModule(path32), version: null };
  };
}
function mainPathOf(buildInfo) {
  const path32 = buildInfo?.path ?? null;
  return path32 === null || standardPackages(buildInfo?.goVersion ?? null).has(path32) ? null : path32;
}
function importPathOf(path32, buildInfo) {
  return path32 === "main" ? buildInfo?.path ?? path32 : path32;
}
function mainModuleOf(buildInfo) {
  return buildInfo?.main?.path ?? buildInfo?.path ?? "main";
}
function likelyModule(path32) {
  const first = firstOf2(path32);
  return first.includes(".") ? path32.split("/").slice(0, 3).join("/") : first;
}
function firstOf2(path32) {
  return path32.split("/", 1)[0] ?? "";
}

// src/binary/symbol-name.ts
function parseSymbolName(symbol) {
  if (isGenerated(symbol)) {
    return { package: packageOfType(symbol.replace(GENERATED, "")), name: withoutArguments(symbol) };
  }
  const end = symbol.search(/[[({ ]/);
  const head = end === -1 ? symbol : symbol.slice(0, end);
  const dot = head.indexOf(".", head.lastIndexOf("/") + 1);
  if (dot <= 0 || dot > MAX_PATH2) return { package: null, name: symbol };
  return { package: unescapePath(symbol.slice(0, dot)), name: withoutArguments(symbol.slice(dot + 1)) };
}
function isGenerated(symbol) {
  return GENERATED.test(symbol);
}
function withKnownPackage(symbol, isPackage) {
  const { package: path32, name } = symbol;
  if (path32 === null || !path32.includes(".") || isPackage(path32)) return symbol;
  let dot = path32.indexOf(".");
  for (let tries = 0; tries < MAX_DOTS && dot !== -1; tries++) {
    if (isPackage(path32.slice(0, dot))) {
      return { package: path32.slice(0, dot), name: `${path32.slice(dot + 1)}.${name}` };
    }
    dot = path32.indexOf(".", dot + 1);
  }
  return symbol;
}
var MAX_DOTS = 16;
function withoutArguments(name) {
  let kept = "";
  let depth = 0;
  let from = 0;
  for (let at = name.indexOf("["); at !== -1 && at < name.length; at++) {
    const byte = name[at];
    if (byte === "[") {
      if (depth > 0 || /[\p{L}\p{N}_]/u.test(name[at - 1] ?? "")) {
        if (depth++ === 0) kept += `${name.slice(from, at)}[...`;
      }
    } else if (byte === "]" && depth > 0 && --depth === 0) from = at;
  }
  return depth > 0 ? `${kept}]` : kept + name.slice(from);
}
function packageOfType(type) {
  for (const word of type.slice(0, MAX_TYPE).split(NOT_OF_A_PATH)) {
    const dot = word.indexOf(".", word.lastIndexOf("/") + 1);
    if (dot > 0 && !word.startsWith(SHAPES)) return unescapePath(word.slice(0, dot));
  }
  return null;
}
var GENERATED = /^(?:type[:.]\.\w+\.|type:|go:|go\.(?=\(?\*?(?:struct|interface) \{|shape\.|buildid$))/;
var MAX_TYPE = 1024;
var MAX_PATH2 = 1024;
var SHAPES = "go.shape.";
var NOT_OF_A_PATH = /[\s,;:()[\]{}*"]+/;
function unescapePath(path32) {
  if (!path32.includes("%")) return path32;
  return Buffer.from(
    path32.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1"
  ).toString("utf8");
}

// src/binary/go-functions.ts
function readGoFunctions(table, littleEndian, buildInfo, dataLength) {
  return orWhenOutOfBytes(
    () => {
      const records = readFunctionRecords(table, littleEndian);
      const names = readNameTable(table.names);
      const nameOf2 = Uint32Array.from(records.names, (place) => names.indexOf(place));
      const named2 = nameFunctions(records, names, nameOf2);
      const pcValues = chargePcValues(records, table.pcValues);
      const data = chargeFunctionData(records, dataLength);
      const shares = (bytesOf3) => lazily(() => sharesOf(named2, bytesOf3));
      const ownBytes = (index) => (records.own[index] ?? 0) + (pcValues?.[index] ?? 0) + (named2.nameSizes[index] ?? 0);
      return {
        code: shares((index) => records.code[index] ?? 0),
        table: inTurn(shares(ownBytes), [
          ...inlinedShares(names, nameOf2, new Set(named2.units.values())),
          ...fileShares(table, littleEndian, named2.units, buildInfo)
        ]),
        data: data === null ? null : { shares: shares((index) => data.charges[index] ?? 0), length: data.length },
        recordsEnd: table.functions.byteOffset - table.table.byteOffset + records.end
      };
    },
    () => null
  );
}
var RUNTIME = "runtime";
function nameFunctions(records, table, nameOf2) {
  const strings = /* @__PURE__ */ new Map();
  const units = /* @__PURE__ */ new Map();
  const paths = [];
  const names = [];
  const nameSizes = new Uint32Array(records.count);
  const charged = new Uint8Array(table.starts.length);
  for (let index = 0; index < records.count; index++) {
    const place = nameOf2[index] ?? 0;
    const symbol = table.nameOf(place);
    const { package: path32, name } = parseSymbolName(symbol);
    const unit = records.units[index] ?? NONE2;
    paths.push(path32 === null ? null : shared(path32, strings));
    names.push(name);
    const tells = !name.includes("[") && !isGenerated(symbol);
    if (path32 !== null && tells && isHome(path32, units.get(unit))) units.set(unit, path32);
    if (charged[place] === 0) nameSizes[index] = table.sizeOf(place);
    charged[place] = 1;
  }
  const known2 = new Set(units.values());
  const packages = [];
  for (let index = 0; index < records.count; index++) {
    const symbol = { package: paths[index] ?? null, name: names[index] ?? "" };
    const placed = withKnownPackage(symbol, (path32) => known2.has(path32));
    packages.push(placed.package ?? units.get(records.units[index] ?? NONE2) ?? RUNTIME);
    names[index] = placed.name;
  }
  return { packages, names, nameSizes, units };
}
function isHome(path32, before) {
  return before === void 0 || before.length > path32.length && before.startsWith(`${path32}.`);
}
function shared(string2, strings) {
  const known2 = strings.get(string2);
  if (known2 === void 0) strings.set(string2, string2);
  return known2 ?? string2;
}
function* sharesOf({ packages, names }, bytesOf3) {
  for (let index = 0; index < names.length; index++) {
    const bytes = bytesOf3(index);
    if (bytes > 0) {
      yield { package: packages[index] ?? RUNTIME, kind: "function", name: names[index] ?? "", bytes };
    }
  }
}
function inlinedShares(names, nameOf2, known2) {
  const ofFunctions = new Uint8Array(names.starts.length);
  for (const index of nameOf2) ofFunctions[index] = 1;
  const charges = /* @__PURE__ */ new Map();
  for (let index = 0; index < names.starts.length; index++) {
    if (ofFunctions[index] === 1) continue;
    const symbol = withKnownPackage(parseSymbolName(names.nameOf(index)), (path33) => known2.has(path33));
    const path32 = symbol.package ?? RUNTIME;
    charges.set(path32, (charges.get(path32) ?? 0) + names.sizeOf(index));
  }
  return packageShares(charges, "names of inlined functions");
}
function fileShares(table, littleEndian, units, buildInfo) {
  const paths = new Set([...units.values()].map((path32) => importPathOf(path32, buildInfo)));
  const charges = chargeFiles(units.keys(), table, littleEndian, units, (path32) => paths.has(path32));
  return packageShares(charges, "names of source files");
}
function packageShares(charges, name) {
  return Array.from(charges, ([path32, bytes]) => ({ package: path32, kind: "pclntab", name, bytes }));
}

// src/binary/function-claims.ts
function functionClaims({ elf, buildInfo }, bytes, extents, table, moduleData) {
  const start2 = table.table.byteOffset - bytes.byteOffset;
  const dataAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionData);
  const own = extents.find(({ role, start: from }) => role === "function table" && from === start2);
  const inTable = dataAt !== null && dataAt > start2 && dataAt < start2 + table.table.byteLength;
  const indexAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionIndex);
  const dataLength = inTable && indexAt !== null && indexAt >= dataAt ? indexAt - dataAt : null;
  const functions = readGoFunctions(table, elf.littleEndian, buildInfo, dataLength);
  if (functions === null) return null;
  const code = codeClaim(functions, extents, buildInfo?.settings["CGO_ENABLED"] === "1");
  if (code === null) return null;
  const { data } = functions;
  const shares = inTable && data !== null ? inTurn(functions.table, data.shares) : functions.table;
  const tableClaim2 = {
    start: start2,
    end: own?.end ?? (inTable && dataLength !== null ? dataAt + dataLength : start2 + functions.recordsEnd),
    shares,
    rest: { package: null, kind: "pclntab", name: own?.name ?? "function table" }
  };
  const dataClaim = inTable || dataAt === null || data === null ? null : {
    start: dataAt,
    end: dataAt + data.length,
    shares: data.shares,
    rest: { package: null, kind: "pclntab", name: "funcdata" }
  };
  return [code, tableClaim2, ...dataClaim === null ? [] : [dataClaim]];
}
function codeClaim({ code }, extents, usesC) {
  const total = sumOf(code);
  const home = extents.filter(({ role, start: start2, end }) => role === "code" && end - start2 >= total).reduce(
    (largest, one) => largest === null || sizeOf4(one) > sizeOf4(largest) ? one : largest,
    null
  );
  if (home === null || total === 0) return null;
  const rest = usesC ? { package: C, kind: "function", name: home.name } : { package: null, kind: "unknown", name: home.name };
  return { start: home.start, end: home.end, shares: code, rest };
}
function sizeOf4({ start: start2, end }) {
  return end - start2;
}

// src/binary/tally.ts
function tallyByPackage(shares, buildInfo) {
  const packages = /* @__PURE__ */ new Map();
  const keyOf2 = keyer(buildInfo);
  for (const share of shares) {
    const names = namesOf(packages, share.package === null ? null : keyOf2(share.package), share.kind);
    names.set(share.name, (names.get(share.name) ?? 0) + share.bytes);
  }
  return packages;
}
var RECORDED = "embedded files";
var UNOWNED = ["embed", "data"];
function giveEmbedded(packages, byPackage, buildInfo) {
  const keyOf2 = keyer(buildInfo);
  const unowned = UNOWNED.flatMap((kind) => {
    const names = packages.get(null)?.get(kind) ?? /* @__PURE__ */ new Map();
    return Array.from(names, ([name, bytes]) => ({ names, name, bytes })).sort(largestFirst);
  });
  let [next, left] = [0, unowned[0]?.bytes ?? 0];
  for (const [path32, wanted] of byPackage) {
    let given = 0;
    while (given < wanted && next < unowned.length) {
      const taken = Math.min(wanted - given, left);
      given += taken;
      left -= taken;
      const from = unowned[next];
      if (from !== void 0) from.names.set(from.name, left);
      if (left === 0) left = unowned[++next]?.bytes ?? 0;
    }
    if (given === 0) continue;
    const names = namesOf(packages, keyOf2(path32), "embed");
    names.set(RECORDED, (names.get(RECORDED) ?? 0) + given);
  }
  const gone = unowned.filter(({ names, name }) => names.get(name) === 0);
  for (const { names, name } of gone) names.delete(name);
}
function keyer(buildInfo) {
  const mainPath = mainPathOf(buildInfo);
  return (path32) => path32 === mainPath ? "main" : path32;
}
function namesOf(packages, path32, kind) {
  const tally = getOrMake(packages, path32, () => /* @__PURE__ */ new Map());
  return getOrMake(tally, kind, () => /* @__PURE__ */ new Map());
}
function getOrMake(map, key, make) {
  const known2 = map.get(key);
  if (known2 !== void 0) return known2;
  const made = make();
  map.set(key, made);
  return made;
}

// src/binary/plant.ts
function plant(name, shares, buildInfo, embedded = /* @__PURE__ */ new Map()) {
  const ownerOf = packageOwners(buildInfo);
  const modules = /* @__PURE__ */ new Map();
  const others = [];
  const tallies = tallyByPackage(shares, buildInfo);
  if (embedded.size > 0) giveEmbedded(tallies, embedded, buildInfo);
  for (const [path32, tally] of tallies) {
    if (path32 === null) {
      const kinds = [...tally].filter(([, names]) => names.size > 0);
      others.push(...kinds.map(([kind, names]) => node(NAMES[kind], kind, leaves(kind, names))));
      continue;
    }
    const owner = ownerOf(path32);
    const key = owner.kind === "std" ? "std" : `${owner.kind} ${owner.path}`;
    const module = modules.get(key) ?? { owner, packages: [] };
    modules.set(key, module);
    module.packages.push(
      node(
        importPathOf(path32, buildInfo),
        "package",
        [...tally].flatMap(([kind, names]) => leaves(kind, names))
      )
    );
  }
  const children = [
    ...[...modules.values()].map(({ owner, packages }) => moduleNode(owner, packages)),
    ...others
  ].sort((one, other) => rank(one) - rank(other) || inOrder(one, other));
  return { name, kind: "binary", bytes: sumOf(children), children };
}
function leaves(kind, names) {
  return Array.from(names, ([name, bytes]) => ({ name, kind, bytes }));
}
function moduleNode(owner, packages) {
  const { kind } = owner;
  const planted = node(kind === "std" ? "std" : owner.path, kind, packages);
  return kind === "std" || owner.version === null ? planted : { ...planted, version: owner.version };
}
function node(name, kind, children) {
  return { name, kind, bytes: sumOf(children), children: [...children].sort(inOrder) };
}
var ORDER = [
  "main",
  "module",
  "std",
  "types",
  "data",
  "embed",
  "pclntab",
  "debug",
  "symbols",
  "header",
  "unknown"
];
var NAMES = {
  function: "functions",
  types: "types",
  data: "data",
  embed: "embedded files",
  pclntab: "function table",
  debug: "debug information",
  symbols: "symbols and relocations",
  header: "headers",
  unknown: "unknown"
};
function rank({ kind }) {
  return ORDER.indexOf(kind);
}
function inOrder(one, other) {
  return largestFirst(one, other) || (one.kind < other.kind ? -1 : Number(one.kind > other.kind));
}

// src/binary/relocated.ts
var ENTRY_SIZE = 24;
var MAX_DYNAMIC_ENTRIES = 4096;
var RELATIVE = {
  [EM_PPC64]: 22,
  [EM_S390]: 12,
  [EM_X86_64]: 8,
  [EM_AARCH64]: 1027,
  [EM_RISCV]: 3,
  [EM_LOONGARCH]: 3
};
function relocated(elf, bytes) {
  const relative = RELATIVE[elf.machine];
  if (elf.type !== ET_DYN || elf.bits !== 64 || relative === void 0) return bytes;
  return orWhenOutOfBytes(
    () => fillIn(elf, bytes, relative),
    () => bytes
  );
}
function fillIn(elf, bytes, relative) {
  const file = words(bytes, 8, elf.littleEndian);
  const placeOf3 = placesOf2(elf);
  const dynamic = dynamicOf(elf, bytes);
  const table = placeOf3(dynamic.get(DT_RELA) ?? 0);
  if (table === null) return bytes;
  const size = Math.min(dynamic.get(DT_RELASZ) ?? 0, bytes.byteLength - table);
  const [lowAt, highAt] = elf.littleEndian ? [0, 4] : [4, 0];
  let copy = null;
  for (let at = table; at + ENTRY_SIZE <= table + size; at += ENTRY_SIZE) {
    if (file.u32(at + 8 + lowAt) !== relative) continue;
    const place = placeOf3(file.u32(at + highAt) * 2 ** 32 + file.u32(at + lowAt));
    if (place === null || place + 8 > bytes.byteLength || isSame(bytes, at + 16, place)) continue;
    copy ??= Uint8Array.from(bytes);
    copy.set(bytes.subarray(at + 16, at + ENTRY_SIZE), place);
  }
  return copy ?? bytes;
}
function isSame(bytes, one, other) {
  for (let index = 0; index < 8; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
function placesOf2({ segments }) {
  const loaded = segments.filter(({ type }) => type === PT_LOAD).map(({ address, offset, fileSize }) => ({ start: Number(address), offset, fileSize }));
  return (address) => {
    for (const { start: start2, offset, fileSize } of loaded)
      if (address >= start2 && address < start2 + fileSize) return offset + address - start2;
    return null;
  };
}
function dynamicOf({ segments, littleEndian }, bytes) {
  const found = /* @__PURE__ */ new Map();
  const segment = segments.find(({ type }) => type === PT_DYNAMIC);
  if (segment === void 0) return found;
  const file = words(bytes, 8, littleEndian);
  const count = Math.min(Math.floor(segment.fileSize / 16), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < count; index++) {
    const at = segment.offset + index * 16;
    const tag = file.offset(at);
    if (tag === DT_NULL) break;
    found.set(tag, file.offset(at + 8));
  }
  return found;
}

// src/binary/time-zone-data.ts
var PACKAGE = "time/tzdata";
var END = Buffer.from("PK", "latin1");
var END_SIZE = 22;
var FILE = Buffer.from("PK", "latin1");
var ZONE = Buffer.from("Africa/Abidjan");
var MAX_ARCHIVES = 100;
function timeZoneClaims(bytes, extents, { names }) {
  const functions = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  if (!functions.includes(`${PACKAGE}.`)) return [];
  let left = MAX_ARCHIVES;
  for (const extent of extents.filter(({ role }) => role === "data")) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + extent.start, extent.end - extent.start);
    for (let at = content.indexOf(END); at !== -1 && left > 0; at = content.indexOf(END, at + 1), left--) {
      const start2 = startOfArchive(content, at);
      if (start2 === null || !content.subarray(start2, at).includes(ZONE)) continue;
      return [
        {
          start: extent.start + start2,
          end: extent.start + at + END_SIZE,
          shares: [],
          rest: { package: PACKAGE, kind: "embed", name: "zoneinfo.zip" }
        }
      ];
    }
  }
  return [];
}
function startOfArchive(content, at) {
  if (at + END_SIZE > content.length) return null;
  const record2 = words(content.subarray(at, at + END_SIZE), 4, true);
  const start2 = at - record2.u32(12) - record2.u32(16);
  return start2 >= 0 && record2.u16(20) === 0 && content.subarray(start2, start2 + FILE.length).equals(FILE) ? start2 : null;
}

// src/binary/type-descriptors.ts
var UNCOMMON = 1;
var KINDS2 = 31;
var ARRAY = 17;
var CHAN = 18;
var FUNC = 19;
var INTERFACE = 20;
var MAP = 21;
var POINTER = 22;
var SLICE = 23;
var STRUCT = 25;
var UNSAFE_POINTER = 26;
var UNCOMMON_SIZE = 16;
var METHOD_SIZE = 16;
var INTERFACE_METHOD_SIZE = 8;
var VARIADIC = 32768;
function visitType(space, at, visitor) {
  const { words: words2 } = space;
  const word = words2.size;
  const { kind, body, uncommon, more } = partsOf2(space, at);
  const type = (place) => tell(pointerAt(space, place), visitor.type);
  const typeOffset = (place) => tell(offsetAt(space, place), visitor.type);
  const name = (place) => tell(pointerAt(space, place), visitor.name);
  const nameOffset = (place) => tell(offsetAt(space, place), visitor.name);
  nameOffset(body - 8);
  typeOffset(body - 4);
  let methods = more;
  switch (kind) {
    case ARRAY:
      type(body);
      type(body + word);
      break;
    case CHAN:
    case POINTER:
    case SLICE:
      type(body);
      break;
    case MAP:
      for (let index = 0; index < 3; index++) type(body + index * word);
      break;
    case FUNC:
      methods += (words2.u16(body) + (words2.u16(body + 2) & ~VARIADIC)) * word;
      within(space, methods);
      for (let place = more; place < methods; place += word) type(place);
      break;
    case INTERFACE:
      name(body);
      methods += words2.offset(body + 2 * word) * INTERFACE_METHOD_SIZE;
      within(space, methods);
      for (let place = more; place < methods; place += INTERFACE_METHOD_SIZE) {
        nameOffset(place);
        typeOffset(place + 4);
      }
      break;
    case STRUCT:
      name(body);
      methods += words2.offset(body + 2 * word) * 3 * word;
      within(space, methods);
      for (let place = more; place < methods; place += 3 * word) {
        name(place);
        type(place + word);
      }
      break;
  }
  if (uncommon === null) {
    within(space, methods);
    return methods - at;
  }
  nameOffset(uncommon);
  const end = methods + words2.u16(uncommon + 4) * METHOD_SIZE;
  within(space, end);
  for (let place = methods; place < end; place += METHOD_SIZE) {
    nameOffset(place);
    typeOffset(place + 4);
  }
  return end - at;
}
function partsOf2(space, at) {
  const { words: words2 } = space;
  const body = at + 4 * words2.size + 16;
  const flags = words2.u8(at + 2 * words2.size + 4);
  const kind = words2.u8(at + 2 * words2.size + 7) & KINDS2;
  const end = body + sizeOfBody(space, kind);
  return (flags & UNCOMMON) === 0 ? { kind, body, uncommon: null, more: end } : { kind, body, uncommon: end, more: end + UNCOMMON_SIZE };
}
var MAX_DEPTH5 = 16;
function packagePlace(space, at) {
  let type = at;
  for (let depth = 0; depth < MAX_DEPTH5 && type !== null; depth++) {
    const { kind, body, uncommon } = partsOf2(space, type);
    const named2 = uncommon === null ? null : offsetAt(space, uncommon);
    if (named2 !== null) return named2;
    if (kind === STRUCT || kind === INTERFACE) return pointerAt(space, body);
    type = elementOf(space, kind, body);
  }
  return null;
}
function within({ bytes }, end) {
  if (!(end <= bytes.byteLength)) throw new OutOfBytes(`a type to ${end}`);
}
function sizeOfBody({ words: words2, mapSize }, kind) {
  switch (kind) {
    case ARRAY:
      return 3 * words2.size;
    case CHAN:
      return 2 * words2.size;
    case FUNC:
    case POINTER:
    case SLICE:
      return words2.size;
    case INTERFACE:
    case STRUCT:
      return 4 * words2.size;
    case MAP:
      return mapSize;
    default:
      if (kind === 0 || kind > UNSAFE_POINTER) throw new OutOfBytes(`a type of kind ${kind}`);
      return 0;
  }
}
function elementOf(space, kind, body) {
  switch (kind) {
    case ARRAY:
    case CHAN:
    case POINTER:
    case SLICE:
      return pointerAt(space, body);
    case MAP:
      return pointerAt(space, body + space.words.size);
    default:
      return null;
  }
}
function pointerAt({ words: words2, base, bytes }, place) {
  const low = words2.u32(words2.size === 8 && !words2.littleEndian ? place + 4 : place);
  const at = low - base >>> 0;
  return low !== 0 && at < bytes.byteLength ? at : null;
}
function offsetAt({ words: words2, bytes }, place) {
  const at = words2.u32(place);
  return at !== 0 && at < bytes.byteLength ? at : null;
}
function tell(place, visit) {
  if (place !== null) visit(place);
}
var HAS_TAG = 2;
var HAS_PACKAGE = 4;
function sizeOfTypeName({ bytes, words: words2 }, at) {
  const flags = words2.u8(at);
  const name = readCounted(words2, at + 1);
  const { end } = (flags & HAS_TAG) === 0 ? name : readCounted(words2, name.end);
  const size = end + ((flags & HAS_PACKAGE) === 0 ? 0 : 4) - at;
  if (at + size > bytes.byteLength) throw new OutOfBytes(`a name at ${at}`);
  return size;
}
function readTypeName({ bytes, words: words2 }, at) {
  const { start: start2, end } = readCounted(words2, at + 1);
  return utf8(slice(bytes, start2, end - start2));
}
function readCounted(words2, at) {
  let length = 0;
  let next = at;
  for (let shift = 0; ; shift += 7) {
    const byte = words2.u8(next++);
    if (shift > 21) throw new OutOfBytes(`a length at ${at}`);
    length |= (byte & 127) << shift;
    if (byte < 128) return { start: next, end: next + length };
  }
}

// src/binary/type-claims.ts
function typeClaims({ elf, buildInfo }, bytes, moduleData) {
  return orWhenOutOfBytes(
    () => {
      const start2 = placeOfAddress(elf.segments, moduleData.types);
      if (start2 === null) return [];
      const content = slice(bytes, start2, Number(moduleData.endTypes - moduleData.types));
      const space = {
        bytes: content,
        words: words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian),
        base: Number(BigInt.asUintN(32, moduleData.types)),
        mapSize: mapSizeOf(buildInfo?.goVersion ?? "", elf)
      };
      const { descriptors } = moduleData;
      const roots = descriptors === null ? rootsOf(bytes, moduleData, space) : walk2(space, descriptors);
      const { charges, end } = chargeTypes(space, roots);
      return [
        {
          start: start2,
          end: start2 + (descriptors === null ? end : content.byteLength),
          shares: Array.from(charges, ([path32, bytes2]) => ({
            package: path32,
            kind: "types",
            name: "types",
            bytes: bytes2
          })),
          rest: { package: null, kind: "types", name: "types of no package" }
        }
      ];
    },
    () => []
  );
}
function mapSizeOf(goVersion, { bits }) {
  const word = bits / 8;
  const minor = minorOf(goVersion) ?? 0;
  const size = minor >= 27 ? 10 * word + 4 : minor >= 24 && !goVersion.includes("noswissmap") ? 7 * word + 4 : 4 * word + 8;
  return Math.ceil(size / word) * word;
}
var NOBODY = { type: () => void 0, name: () => void 0 };
function walk2(space, length) {
  const found = [];
  const word = space.words.size;
  for (let at = word; at < length; ) {
    found.push(at);
    at += Math.ceil(visitType(space, at, NOBODY) / word) * word;
  }
  return found;
}
function rootsOf(bytes, { typeLinks, itabLinks }, space) {
  const { size, littleEndian } = space.words;
  const entriesOf = (list, entrySize) => {
    const content = list === null ? new Uint8Array() : bytes.subarray(list.start, list.end);
    const reader = words(content, entrySize, littleEndian);
    return Array.from(
      { length: Math.floor(content.byteLength / entrySize) },
      (_, index) => reader.offset(index * entrySize)
    );
  };
  const inSpace = (at) => at > 0 && at < space.bytes.byteLength;
  const typeOf2 = (itab) => space.words.u32(itab) - space.base >>> 0;
  const itabs = entriesOf(itabLinks, size).map((address) => address - space.base >>> 0).filter((at) => inSpace(at) && littleEndian && at + 2 * size <= space.bytes.byteLength);
  return [...entriesOf(typeLinks, 4), ...itabs.flatMap((itab) => [typeOf2(itab), typeOf2(itab + size)])].filter(
    inSpace
  );
}
function chargeTypes(space, roots) {
  const packageOf4 = packagesOf2(space);
  const charges = /* @__PURE__ */ new Map();
  const seen = new Uint8Array(space.bytes.byteLength);
  const isNew = (at, kind) => {
    const before = seen[at] ?? 0;
    seen[at] = before | kind;
    return (before & kind) === 0;
  };
  const pending = [];
  let [size, total, end] = [0, 0, 0];
  const visitor = {
    type: (at) => {
      if (isNew(at, 1)) pending.push(at);
    },
    name: (at) => {
      if (isNew(at, 2)) size += sizeOfTypeName(space, at);
    }
  };
  for (const root of roots) visitor.type(root);
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    size = 0;
    const own = visitType(space, at, visitor);
    size += own;
    total += size;
    if (total > space.bytes.byteLength) throw new OutOfBytes("types that overlap");
    end = Math.max(end, at + own);
    const path32 = packageOf4(at);
    if (path32 !== null) charges.set(path32, (charges.get(path32) ?? 0) + size);
  }
  return { charges, end };
}
var SHAPES2 = "go.shape";
function packagesOf2(space) {
  const paths = /* @__PURE__ */ new Map();
  return (type) => {
    const place = packagePlace(space, type);
    if (place === null) return null;
    const path32 = paths.get(place) ?? readTypeName(space, place);
    paths.set(place, path32);
    return path32 === "" || path32 === SHAPES2 ? null : path32;
  };
}

// src/binary/breakdown.ts
function breakdownOf(executable, bytes, name, embedded = NOTHING_KNOWN) {
  const { elf, buildInfo } = executable;
  const extents = layOut2(elf, bytes);
  const loaded = relocated(elf, bytes);
  const table = findPclntab(elf, loaded);
  const moduleData = table === null ? null : readModuleData(elf, loaded, table, buildInfo?.goVersion ?? null);
  const functions = table === null ? null : functionClaims(executable, loaded, extents, table, moduleData);
  const claims = functions === null || table === null ? [] : [
    ...functions,
    ...moduleData === null ? [] : typeClaims(executable, loaded, moduleData),
    ...embeddedClaims(elf, loaded, extents, "files" in embedded ? embedded.files : []),
    ...timeZoneClaims(loaded, extents, table)
  ];
  const usesC = functions !== null && buildInfo?.settings["CGO_ENABLED"] === "1";
  return plant(
    name,
    carve(extents, claims, (extent) => otherwise(extent, usesC)),
    buildInfo,
    functions !== null && "byPackage" in embedded ? embedded.byPackage : void 0
  );
}
function otherwise({ name, role }, usesC) {
  switch (role) {
    case "code":
      return usesC ? { package: C, kind: "function", name } : { package: null, kind: "unknown", name };
    case "function table":
      return { package: null, kind: "pclntab", name };
    case "types":
    case "data":
    case "debug":
    case "symbols":
    case "header":
    case "unknown":
      return { package: null, kind: role, name };
  }
}

// src/binary/static.ts
function requireStatic(executable, bytes, name, platform, origin) {
  const why = whyNot(executable, bytes, platform, origin);
  if (why !== null)
    throw new Failure(
      "not-static",
      { what: clause`${name} cannot run in a scratch image`, ...why },
      { fields: { file: name, platform: formatPlatform(platform) } }
    );
}
var LINK_STATICALLY = {
  compiled: clause`set ${input("cgo", "static")} if it needs C code, and leave ${input("cgo")} off if not`,
  given: clause`build it with CGO_ENABLED=0, or link it statically, for example with musl`
};
function whyNot({ elf, buildInfo }, bytes, platform, origin) {
  const built = madeFor(elf, bytes, buildInfo, platform);
  if (built !== null)
    return {
      why: clause`it is built for ${built}, but the platform is ${formatPlatform(platform)}`,
      fix: clause`build it for that platform, or set ${input("platforms")}`
    };
  const { type, entry, interpreter, neededLibraries } = elf;
  if (type !== ET_EXEC && type !== ET_DYN)
    return { why: clause`it is an object file and not a program`, fix: clause`link it first` };
  if (neededLibraries.length > 0)
    return {
      why: clause`it needs ${neededLibraries.join(", ")}, and scratch has no libraries`,
      fix: LINK_STATICALLY[origin]
    };
  if (interpreter !== null)
    return {
      why: clause`it needs the dynamic loader ${interpreter}, and scratch has none`,
      fix: clause`build it without -buildmode=pie, or link it with -static-pie`
    };
  if (entry === 0n) return { why: clause`it is a library and not a program`, fix: clause`link a program` };
  return null;
}

// src/commands/steps/read.ts
async function readBinaries(linked, platform, embedded = []) {
  return Promise.all(
    linked.map(async (binary) => {
      const bytes = await readBinary(binary);
      const executable = readExecutable(bytes, binary.name);
      requireStatic(executable, bytes, binary.name, platform, binary.main === null ? "given" : "compiled");
      const breakdown = once2(() => breakdownOf(executable, bytes, binary.name, { files: embedded }));
      return { linked: binary, bytes, linkedSize: bytes.length, breakdown, executable };
    })
  );
}
function once2(make) {
  let made = null;
  return () => (made ??= { value: make() }).value;
}
async function readBinary({ file, main }) {
  try {
    return await readFile6(file);
  } catch (cause) {
    if (main !== null) throw cause;
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("binary")} "${file}" cannot be read`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`write the path of a static ELF executable`
      },
      { cause, fields: { input: "binary", value: file } }
    );
  }
}

// src/commands/steps/ship.ts
import { readFile as readFile10 } from "node:fs/promises";

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
function isSizeKnown(known2) {
  return known2.kind !== "unread" || known2.size;
}
var TEXTS2 = ["GODEBUG", "goroutine ", "GOMAXPROCS"];
function hasRuntime(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return TEXTS2.every((text) => file.includes(text, 0, "latin1"));
}

// src/pack/pack-beside-proof.ts
import { webcrypto } from "node:crypto";
import { mkdtemp, stat as stat5, writeFile as writeFile2 } from "node:fs/promises";
import path20 from "node:path";

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
  if (why !== null && smokeTested) return { kind: "smoke test", why, on };
  if (why !== null)
    return { kind: "impossible", why: `${why}, and it has no smoke test (smoke-args or smoke-http)` };
  if (starter.kind === "none") return { kind: "impossible", why: starter.why };
  return { kind: "proof", starter, on };
}
var FIRST_PROVABLE = 19;
function whyNoRuntime({ buildInfo }) {
  if (buildInfo === null) return "Go did not build it";
  const minor = /\bgo1\.(\d+)/.exec(buildInfo.goVersion)?.[1];
  if (minor !== void 0 && Number(minor) >= FIRST_PROVABLE) return null;
  return `it was built by ${buildInfo.goVersion}, and the proof works only for Go 1.${FIRST_PROVABLE} and newer`;
}

// src/proof/fixed-segments.ts
function fixedSegments(elf, bytes) {
  const headers = loadHeadersOf(elf, bytes);
  return elf.segments.filter(({ type, flags, fileSize }) => type === PT_LOAD && (flags & PF_W) === 0 && fileSize > 0).flatMap(
    ({ offset, fileSize, address }) => headers.reduce(without, [{ start: offset, end: offset + fileSize }]).map(({ start: start2, end }) => ({
      offset: start2,
      size: end - start2,
      address: String(address + BigInt(start2 - offset))
    }))
  );
}
function without(stretches, header2) {
  if (header2.start >= header2.end) return stretches;
  return stretches.flatMap(({ start: start2, end }) => [
    { start: start2, end: Math.min(end, header2.start) },
    { start: Math.max(start2, header2.end), end }
  ]).filter(({ start: start2, end }) => start2 < end);
}

// src/proof/kept-hand-over.ts
import { readFile as readFile7 } from "node:fs/promises";
import path18 from "node:path";

// src/host/kept-file.ts
import { createHash as createHash3, randomUUID } from "node:crypto";
import { rename, rm as rm4, writeFile } from "node:fs/promises";
import path17 from "node:path";
function keptName(...parts) {
  return createHash3("sha256").update(parts.join("\n")).digest("hex");
}
async function writeWhole(file, content) {
  await makeDirectory(path17.dirname(file));
  const partial = `${file}.${randomUUID()}`;
  try {
    await writeFile(partial, content, { mode: 420 });
    await rename(partial, file);
  } catch (cause) {
    await rm4(partial, { force: true });
    throw cause;
  }
}

// src/proof/kept-hand-over.ts
async function isHandOverKept(host, packerIdentity, on) {
  return readFile7(fileOf(host, packerIdentity, on)).then(
    () => true,
    () => false
  );
}
async function keepHandOver(host, packerIdentity, on) {
  await writeWhole(fileOf(host, packerIdentity, on), "").catch(() => {
  });
}
function fileOf(host, packerIdentity, on) {
  return path18.join(host.kept, "hand-over", keptName(packerIdentity, on));
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
  const request2 = { kind: "linked", asked: seeing };
  const answer = await askAsRoot(host, request2);
  if (answer.kind === "linked") return answer.seen;
  throw new TypeError(`the helper was asked for the linked binary and answered ${answer.kind}`);
}
async function packedSeen(host, cell, asked) {
  if (cell !== null) return seePackedIn(host, cell, asked);
  const request2 = { kind: "packed", asked };
  const answer = await askAsRoot(host, request2);
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
import { createHash as createHash4 } from "node:crypto";
import { readdir, readFile as readFile8, rm as rm5, stat as stat4 } from "node:fs/promises";
import path19 from "node:path";

// src/pack/packed-file.ts
import { open as open3 } from "node:fs/promises";
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
  const header2 = Buffer.alloc(HEADER);
  header2.set(bytes.subarray(0, HEADER));
  return { header: header2, size: bytes.length };
}
async function begin2(file) {
  const handle = await open3(file);
  try {
    const header2 = Buffer.alloc(HEADER);
    await handle.read(header2, 0, HEADER, 0);
    return { header: header2, size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}
function sameMachine(a, b) {
  return a[EI_CLASS] === b[EI_CLASS] && a[EI_DATA] === b[EI_DATA] && a.readUInt16LE(MACHINE) === b.readUInt16LE(MACHINE);
}

// src/pack/kept.ts
var PAIR2 = object({ linked: number(), shipped: number() });
var PROOF = object({
  report: object({
    status: literal("proven"),
    reason: nullable(string()),
    isolation: picklist(["namespaces", "process"]),
    environments: array(number())
  }),
  price: nullable(object({ processorMs: PAIR2, memory: PAIR2 }))
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
    const entry = parse(ENTRY, JSON.parse(await readFile8(description, "utf8")));
    const bytes = await readFile8(binary);
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
    await sweep(path19.dirname(binary));
  } catch (error) {
    host.log.notice(`The packed binary could not be kept for later runs in ${host.kept}: ${String(error)}.`);
  }
}
function filesOf(host, key) {
  return [path19.join(host.kept, "packed", key), path19.join(host.kept, "packed", `${key}.json`)];
}
var PARTIAL = /^[0-9a-f]{64}(?:\.json)?\.[0-9a-f-]{36}$/;
var ABANDONED_MS = 24 * 60 * 60 * 1e3;
async function sweep(directory2) {
  const partials = (await readdir(directory2)).filter((name) => PARTIAL.test(name));
  for (const file of partials.map((name) => path19.join(directory2, name))) {
    const age = Date.now() - ((await stat4(file).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) await rm5(file, { force: true });
  }
}
function sha256(bytes) {
  return createHash4("sha256").update(bytes).digest("hex");
}

// src/pack/refusal.ts
var Refusal2 = class extends Error {
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
async function packBesideProof(host, request2, packer, isolations, times) {
  const plan = planOf(host, request2, packer);
  const key = packKey(await sha2562(request2.linkedBytes), packer.identity);
  const kept = await readKeptPack(host, key, plan.on, request2.linkedBytes);
  const shipped = path20.join(await mkdtemp(path20.join(host.temporary, "pack-")), request2.name);
  return withSideWork(host, async ({ stop }, begin3) => {
    const packing = begin3(
      timed(times, "packMs", async () => {
        if (kept === null) await pack(request2, packer, shipped, stop);
        else await writeFile2(shipped, kept.bytes, { mode: 493 });
      })
    );
    const proof = kept?.proof == null ? beginProofBy(host, request2, packer, plan, isolations) : null;
    try {
      await Promise.all([packing, kept === null ? afterwards(proof, request2) : null]);
      const { size } = await stat5(shipped);
      return { status: "unproven", packer, shipped, size, packMs: times.packMs, key, plan, kept, proof };
    } catch (error) {
      await proof?.close();
      throw error;
    }
  });
}
function planOf(host, request2, packer) {
  const refused4 = packer.refuses(request2);
  if (refused4 !== null) throw new Refusal2("pack", refused4);
  const plan = planProof(host, request2);
  if (plan.kind === "impossible")
    throw new Refusal2("proof", `it cannot be proven: ${plan.why}`, notRun(plan.why));
  return plan;
}
async function pack({ linked, platform }, packer, packed, stop) {
  const failed3 = await packer.pack(linked, packed, platform, stop);
  if (failed3 !== null) throw new Refusal2("pack", failed3.why, void 0, failed3.output);
  const fault = await packedFileFault(linked, packed);
  if (fault !== null) throw new Refusal2("pack", `${packer.title} succeeded, but ${fault}`);
}
function beginProofBy(host, request2, packer, plan, isolations) {
  switch (plan.kind) {
    case "proof":
      return beginProof(host, isolations, toBeProven(request2, packer, plan));
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
import { readFile as readFile9 } from "node:fs/promises";
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
      throw new Refusal2("proof", `it fails its proof: ${reason}`, proven.report);
    case "not run":
      throw new Refusal2("proof", `it cannot be proven: ${reason}`, proven.report);
  }
}
async function keepable(shipped, proven) {
  return { bytes: await readFile9(shipped), proof: proven.report.status === "proven" ? proven : null };
}

// src/pack/pack-binary.ts
function beginPacking(host, request2, isolations) {
  const times = { packMs: 0, proveMs: 0 };
  const packing = packOrRefuse(host, request2, isolations, times);
  const packed = packing.then((one) => packedOf(request2, one));
  const outcome = packing.then(
    (one) => one.status === "unproven" ? proveOrRefuse(host, request2, one, times) : one.outcome
  );
  packed.catch(() => {
  });
  outcome.catch(() => {
  });
  return { packed, outcome };
}
async function packOrRefuse(host, request2, isolations, times) {
  const { mode, packer } = request2;
  if (mode === "off" || packer === null)
    return { status: "refused", outcome: unpacked(request2, new Refusal2("pack", "packing is off"), times) };
  try {
    return await packBesideProof(host, request2, packer, isolations, times);
  } catch (error) {
    return { status: "refused", outcome: refused3(request2, packer, error, times) };
  }
}
async function proveOrRefuse(host, request2, packing, times) {
  const { shipped } = packing;
  try {
    const { report: proof, price } = await provePacked2(host, packing, times);
    return { shipped, pack: packedReport(packing), proof, price, ...times };
  } catch (error) {
    return refused3(request2, packing.packer, error, times);
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
function refused3(request2, packer, error, times) {
  if (!(error instanceof Refusal2)) throw error;
  if (request2.mode === "require") throw whyRequired(request2, packer, error);
  return unpacked(request2, error, times);
}
function unpacked({ linked, packer }, { reason, proof }, times) {
  const report = { status: "unpacked", packer: packer?.title ?? null, reason };
  return { shipped: linked, pack: report, proof, price: null, ...times };
}

// src/size/depth.ts
function toDepth(breakdown, depth) {
  if (depth === "function") return breakdown;
  const { children, ...node2 } = breakdown;
  return children === void 0 || node2.kind === "package" ? node2 : { ...node2, children: children.map((child) => toDepth(child, depth)) };
}

// src/commands/steps/weigh-in.ts
var NOT_ASKED = { status: "not asked", seen: [] };
var NO_BUDGET = { status: "none", waived: false, limits: [], dropped: [] };
function binaryWeight({ name, path: path32, linkedSize, shippedSize, pack: pack2, proof, price }, { executable, known: known2, breakdown }, depth) {
  const { buildInfo, needs } = executable;
  const modules = modulePaths(buildInfo);
  return {
    name,
    path: path32,
    ...buildInfo?.path == null ? {} : { main: buildInfo.path },
    linkedSize,
    shippedSize,
    pack: pack2,
    proof,
    price,
    needs: breakdown === null ? null : needs,
    ...known2.kind === "unread" ? { unread: known2.reason } : {},
    ...modules === null ? {} : { modules },
    breakdown: breakdown === null || !isSizeKnown(known2) ? null : toDepth(breakdown, depth)
  };
}
function platformWeight(platform) {
  const { otherPrograms, files, layers, breakdown, ...weight } = platform;
  const capabilities = files.flatMap(
    ({ path: path32, capabilities: capabilities2 }) => capabilities2 === void 0 ? [] : [{ path: path32, capabilities: formatCapabilities(capabilities2) }]
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
function beginShipping(host, spec, packer, binaries, isolations) {
  const turns = binaries.map((binary) => ({ binary, begun: Promise.withResolvers() }));
  const working = inParallel(host.cores, turns, async ({ binary, begun }) => {
    const packing = beginPacking(
      host,
      requestOf(spec, kernelStarts(spec.platform), packer, binary),
      isolations
    );
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
function requestOf({ platform, pack: pack2, smoke, othersCode }, runsHere, packer, { linked, bytes, breakdown, executable }) {
  return {
    name: linked.name,
    linked: linked.file,
    linkedBytes: bytes,
    executable,
    platform,
    mode: pack2.mode,
    packer,
    // A binary that Go did not build is proven by its smoke test, where this machine can run that.
    smokeTested: smoke !== null && runsHere,
    othersCode,
    meanwhile: () => void breakdown()
  };
}
async function shippedOf({ linked, bytes: linkedBytes, breakdown, executable }, { shipped, pack: pack2, proof, price, packMs, proveMs }) {
  const packed = pack2.status === "packed";
  const bytes = packed ? await readFile10(shipped) : linkedBytes;
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
import { createHash as createHash5 } from "node:crypto";

// src/sbom/purl.ts
function golangPurl(path32, version) {
  const segments = path32.split("/");
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
function moduleComponent({ path: path32, version, replacedBy }) {
  if (replacedBy === null) return component(path32, version, null);
  return isDirectory2(replacedBy) ? component(path32, "", `replaced by the directory ${replacedBy.path}`) : component(replacedBy.path, replacedBy.version, `replaces ${path32} ${version}`.trimEnd());
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
  const known2 = /* @__PURE__ */ new Map();
  const once3 = (component2) => {
    const key = JSON.stringify(component2);
    const there = known2.get(key) ?? component2;
    known2.set(key, there);
    return there;
  };
  const programs = binaries.map(
    (buildInfo) => buildInfo === null ? { main: null, parts: [] } : {
      main: buildInfo.main === null ? null : once3(moduleComponent(buildInfo.main)),
      parts: [...buildInfo.dependencies.map(moduleComponent), standardLibrary(buildInfo)].map(once3)
    }
  );
  const dependencies = /* @__PURE__ */ new Map();
  for (const { main, parts } of programs) {
    if (main === null) continue;
    const all = /* @__PURE__ */ new Set([...dependencies.get(main) ?? [], ...parts]);
    all.delete(main);
    dependencies.set(main, inOrder2([...all]));
  }
  const loose = programs.flatMap(({ main, parts }) => main === null ? parts : []);
  return {
    all: inOrder2([...known2.values()]),
    mains: programs.map(({ main }) => main),
    dependencies,
    withoutMain: inOrder2([...new Set(loose)])
  };
}
function inOrder2(components) {
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
    files: binaries.map(({ path: path32, bytes }, at) => ({
      fileName: `.${path32}`,
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
        ([main, parts]) => parts.map((part2) => relationship(idOf(main), "DEPENDS_ON", idOf(part2)))
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
function relationship(from, relationshipType, to2) {
  return { spdxElementId: from, relationshipType, relatedSpdxElement: to2 };
}
function checksum(algorithm, bytes) {
  const checksumValue = createHash5(algorithm.toLowerCase()).update(bytes).digest("hex");
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
import { mkdtemp as mkdtemp2, rm as rm6 } from "node:fs/promises";
import path21 from "node:path";

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
  for (const directory2 of ["/proc", "/sys", "/dev", "/etc"])
    byPath.set(directory2, directoryAt2(byPath, directory2));
  if (workdir !== "/" && !byPath.has(workdir)) byPath.set(workdir, directoryAt2(byPath, workdir));
  for (const [path32, text] of Object.entries(CONTAINER_FILES)) byPath.set(path32, fileAt(path32, text));
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
  const { path: path32, uid, gid, content } = entry;
  return { kind: "stored file", path: path32, mode, uid, gid, content };
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
function fileAt(path32, text) {
  return { kind: "file", path: path32, mode: 420, uid: 0, gid: 0, bytes: Buffer.from(text) };
}
function directoryAt2(byPath, path32) {
  const there = byPath.get(path32);
  if (there !== void 0 && there.kind !== "directory") throw new RangeError(`${path32} is a ${there.kind}`);
  return there ?? { kind: "directory", path: path32, mode: 493, uid: 0, gid: 0 };
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
  const directories = (env["PATH"] ?? "").split(":").filter((directory2) => directory2.startsWith("/"));
  const files = directories.map((directory2) => `${directory2.replace(/\/$/, "")}/${program}`);
  return files.length === 0 ? [`/${program}`] : files;
}

// src/smoke/smoke-test.ts
var LIMIT_MS = 3e4;
var SET_UP_MS = 3e5;
async function smokeTest(host, way2, request2) {
  if (way2 === "process") throw notRun2("this machine does not let Bantam make namespaces");
  const config = smokeConfig(request2.image.config);
  const { base = [] } = request2;
  const own = (await Promise.all(request2.image.layers.map(readLayer))).flat();
  const layers = [...asLinks(base, own), ...own];
  const owner = way2 === "user" ? "user" : "root";
  const entries = laidOut(layers, owner, config);
  const directory2 = await mkdtemp2(path21.join(host.temporary, "smoke-test-"));
  try {
    const seen = [];
    for (const { argv, http } of checksOf(config, request2)) {
      const service = serviceOf(config, request2.smoke, layers, argv);
      const run3 = { owner, directory: directory2, service, http, limitMs: request2.limitMs ?? LIMIT_MS };
      seen.push(verdict(run3, await supervised(host, way2, run3, entries)));
    }
    return { status: "passed", seen };
  } finally {
    await rm6(directory2, { recursive: true, force: true });
  }
}
function asLinks(base, own) {
  const replaced = new Set(own.map(({ path: path32 }) => path32));
  return base.map((entry) => {
    if (entry.kind !== "file" || entry.linkTo === void 0 || replaced.has(entry.linkTo)) return entry;
    const { path: path32, uid, gid, linkTo } = entry;
    return { kind: "symlink", path: path32, mode: 511, uid, gid, target: linkTo };
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
      throw failed(asked, limitOf2(asked, outcome.last, probed), outcome.output);
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
function limitOf2(asked, last, probed) {
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
  const bytes = layers.flatMap(({ files }) => files).reduce((sum3, file) => sum3 + file.bytes, 0);
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
function explained(failure2, binaries) {
  const hint = smokeHint(
    failure2.output ?? "",
    binaries.map(({ executable }) => executable.needs)
  );
  if (hint === null) return failure2;
  const { code, clauses, output, fields } = failure2;
  const { why = [] } = clauses;
  return new Failure(
    code,
    { ...clauses, why: joinClauses([why, clause`by its output, ${hint.why}`], "; "), fix: hint.fix },
    { cause: failure2, output, fields }
  );
}

// src/size/sizes.ts
function sizesOf(image) {
  const layers = allLayers(image);
  const files = layers.flatMap((layer) => layer.files);
  const blobs = new Map(
    [...layers, image.config, image.manifest].map((blob) => [blob.digest, descriptorOf(blob)])
  );
  return {
    imageSize: files.reduce((sum3, file) => sum3 + file.bytes, 0),
    downloadSize: [...blobs.values()].reduce((sum3, { size }) => sum3 + size, 0)
  };
}

// src/commands/steps/read-program.ts
import { readFile as readFile11 } from "node:fs/promises";
import path22 from "node:path";
async function readProgram(file, place, depth, unpack, embedded = NOTHING_KNOWN) {
  return readProgramBytes(await readBytes(file, path22.posix.basename(place)), place, depth, unpack, embedded);
}
async function readProgramBytes(shipped, place, depth, unpack, embedded = NOTHING_KNOWN) {
  const name = path22.posix.basename(place);
  const asShipped = readExecutable(shipped, name);
  const packed = await unpack(shipped);
  const unpacked2 = packed ?? { linked: shipped };
  const linked = "linked" in unpacked2 ? unpacked2.linked : null;
  const executable = linked === null || packed === null ? asShipped : readExecutable(linked, name);
  const breakdown = linked === null ? null : breakdownOf(executable, linked, name, embedded);
  const known2 = linked === null || breakdown === null ? { kind: "unread", reason: "why" in unpacked2 ? unpacked2.why : "it is packed", size: false } : knownOf(executable, linked, breakdown);
  return {
    buildInfo: executable.buildInfo,
    platform: platformOf(asShipped.elf, executable.buildInfo),
    isStatic: isStatic(executable),
    unread: known2.kind === "unread" ? known2.reason : null,
    isGo: known2.kind === "Go" || executable.buildInfo !== null,
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
      { executable, known: known2, breakdown },
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
    return await readFile11(file);
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
    const read = await readOne2(program, depth, unpack, embedded.get(place));
    if (typeof read === "string") others.push({ path: place, bytes, unread: read });
    else if (isBinary(read, config)) found.push(read);
    else others.push({ path: place, bytes, unread: read.unread });
  }
  return { programs: found, others };
}
function isBinary({ isGo, weight }, config) {
  return isGo || weight.pack.status === "packed" || isStarted(config, weight.path);
}
async function readOne2({ path: place, bytes, file }, depth, unpack, byPackage) {
  if (file === null) return `it has ${bytes} bytes, and the programs before it used up the limit`;
  try {
    const embedded = byPackage === void 0 ? void 0 : { byPackage };
    return await readProgram(file, place, depth, unpack, embedded);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "unreadable-binary") throw error;
    return reasonText(error);
  }
}

// src/commands/steps/unpacker.ts
var MOST3 = 50;
function unpacker(host, ofRun = null, unpackers = unpackersOf(host)) {
  let asked = 0;
  return async (file) => {
    const known2 = unpackers.find((one) => one.recognizes(file));
    if (known2 === void 0) return null;
    const { name } = known2;
    asked += 1;
    if (asked > MOST3)
      return {
        packer: name,
        why: `at most ${MOST3} packed programs are unpacked, and there were ${MOST3} before it`
      };
    const own = await Promise.resolve(ofRun).catch(() => null);
    const unpacked2 = await (own?.name === name ? own : known2).unpack(file);
    return { ...unpacked2, packer: name };
  };
}

// src/commands/steps/weigh-file-programs.ts
async function weighFilePrograms(host, { config }, packer, files) {
  const unpack = unpacker(host, packer);
  const binaries = [];
  const others = [];
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? "/"
  });
  for (const entry of files) {
    if (entry.kind !== "file" || !isProgram(entry, started)) continue;
    const { path: path32, bytes } = entry;
    const read = await readProgramBytes(bytes, path32, "package", unpack).catch(whyUnreadable);
    if (typeof read === "string") others.push({ path: path32, bytes: bytes.length, unread: read });
    else if (isBinary(read, startedBy(config))) binaries.push(fromElsewhere(read, "it was added by files"));
    else others.push({ path: path32, bytes: bytes.length, unread: read.unread });
  }
  return { binaries, others };
}
function isProgram({ mode, bytes, path: path32 }, started) {
  const head = bytes.subarray(0, PROGRAM_HEAD);
  if (!mayBeProgram(head)) return false;
  if (started.has(path32)) return true;
  return (mode & 73) !== 0 && (looksLikeProgram(head, path32) || saysProgram(bytes));
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
  const own = image.layers.map((layer) => layer.what === "files" ? files.flatMap(asChange2) : filesOf2(layer));
  const visible = fileSystemOf([...on.entries, ...own]);
  const { programs, others } = await readFoundPrograms(
    await programsAmong(visible),
    startedBy(config),
    "package",
    unpacker(host, packer)
  );
  const binaries = programs.map((program) => fromElsewhere(program, "it is part of the base image"));
  const ofBinaries = image.layers.flatMap(({ what, files: stored }) => what === "binaries" ? stored : []);
  const hidden = sizesOf(image).imageSize - visible.reduce((sum3, { bytes }) => sum3 + bytes, 0);
  const named2 = [...ofBinaries, ...binaries].map(({ path: path32 }) => path32);
  return {
    programs: { binaries, others },
    layers: on.layers.map(({ digest, size }) => ({ digest, size, what: "base image" })),
    files: visible,
    breakdown: foundBreakdown(visible, named2, hidden)
  };
}
function asChange2(entry) {
  const { path: path32, mode } = entry;
  switch (entry.kind) {
    case "file":
      return [
        { kind: "file", path: path32, mode, bytes: entry.bytes.length, program: null, ...capabilitiesOf2(entry) }
      ];
    case "directory":
      return [{ kind: "directory", path: path32, mode }];
    case "symlink":
      return [{ kind: "symlink", path: path32, target: entry.target }];
  }
}
function filesOf2({ files }) {
  return files.map((file) => ({
    kind: "file",
    path: file.path,
    mode: 420,
    bytes: file.bytes,
    program: null,
    ...capabilitiesOf2(file)
  }));
}
function capabilitiesOf2({ capabilities }) {
  return capabilities === void 0 ? {} : { capabilities };
}

// src/commands/steps/weigh.ts
async function weighImage(host, spec, tools, { base, files, binaries, shipped }, image) {
  const filePrograms = await weighFilePrograms(host, spec, tools.packer, files);
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
  const known2 = Object.hasOwn(KNOWN, tag) ? KNOWN[tag] : void 0;
  return known2 ?? `unknown; see how ${usersOf(packages)}`;
}
function usersOf(packages) {
  const named2 = packages.slice(0, MOST_NAMED).join(", ");
  const more = packages.length - MOST_NAMED;
  return `${named2}${more > 0 ? ` and ${more} more` : ""} ${packages.length === 1 ? "uses" : "use"} it`;
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
    const grown2 = outcome.status === "not smaller" ? outcome.linkedSize - before : 0;
    return `${changesTitle(changes)}${grown2 > 0 ? ` (${formatDelta(grown2)} before packing)` : ""}`;
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
var MOST4 = 10;
var INDENT = 12;
function importLines(imports, screen) {
  if (imports.length === 0) return [];
  const rest = imports.slice(MOST4);
  const bytes = rest.reduce((sum3, advice) => sum3 + advice.bytes, 0);
  return [
    "",
    ...listed(["imports, each with the bytes that only it adds, before packing"], 2, screen),
    "",
    ...imports.slice(0, MOST4).flatMap((advice) => adviceLines(advice, screen)),
    ...rest.length === 0 ? [] : sized(bytes, rest.length === 1 ? "1 other" : `${rest.length} others`, screen)
  ];
}
function adviceLines({ imported, bytes, packages, path: path32 }, screen) {
  const more = packages > 1 ? `, ${packages} packages` : "";
  return [...sized(bytes, `${imported}${more}`, screen), ...listed([way(path32)], INDENT, screen)];
}
function sized(bytes, text, screen) {
  return listedBeside(`${formatBytes(bytes).padStart(INDENT - 2)}  `, [text], INDENT, screen);
}
function way(path32) {
  return path32.join(" \u2192 ");
}
function deadCodeLines(reasons, screen) {
  if (reasons === null) return ["", ...listed(["it is not known what keeps dead code"], 2, screen)];
  if (reasons.length === 0) return [];
  const why = "dead code stays: these functions look up methods by names that are known only at run time, so the linker keeps every exported method of every type in use";
  return [
    "",
    ...listed([why], 2, screen),
    ...reasons.slice(0, MOST4).flatMap(({ function: name, packages }) => [
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
  const known2 = prices.filter((price) => price !== null);
  return {
    imageSize: sizes.imageSize,
    downloadSize: sizes.downloadSize ?? 0,
    linkedSize: binaries.reduce((sum3, { linkedSize }) => sum3 + linkedSize, 0),
    packed: binaries.every(({ pack: pack2 }) => pack2.status === "packed"),
    price: known2.length === 0 || known2.length < prices.length ? null : known2.reduce(worse)
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

// src/host/quiet-log.ts
function quietLog(log) {
  const drop = () => {
  };
  return {
    info: drop,
    notice: drop,
    warning: drop,
    error: drop,
    quote: drop,
    debug: (line2) => log.debug(line2),
    secret: (text) => log.secret(text),
    hide: (text) => log.hide(text)
  };
}

// src/toolchain/newer-go.ts
var import_semver = __toESM(require_semver(), 1);
async function newerGo(host, { downloadUrl }, current, workingDirectory) {
  const known2 = await knownReleases(host, downloadUrl ?? OFFICIAL_GO, workingDirectory);
  return known2.ok ? parsed(newestAfter(current.version, known2.value)) : known2;
}
async function knownReleases(host, base, workingDirectory) {
  const listed3 = await listReleases(host, base, listPlatform()).catch((cause) => {
    if (cause instanceof Failure) return problem(reasonText(cause));
    throw cause;
  });
  if (!("ok" in listed3)) return parsed(listed3);
  const local = await goOnPath(host, workingDirectory);
  return local === null ? listed3 : listThroughModuleProxy(host, local);
}
function newestAfter(current, known2) {
  const present = semverOfGo(current);
  const stable = known2.filter((release2) => release2.stable).map(({ version }) => version);
  const newest = import_semver.default.maxSatisfying(stable, "*");
  return present === null || newest === null || !import_semver.default.gt(newest, present) ? null : goOfSemver(newest);
}

// src/commands/steps/diet/look-into.ts
import { rm as rm8 } from "node:fs/promises";
import path26 from "node:path";

// src/compile/build-tags.ts
import { open as open4 } from "node:fs/promises";
import path23 from "node:path";

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
function isPredictable({ packages, tags }, { package: path32, ...file }) {
  const isSet = (tag) => tags.has(tag);
  const counts2 = packages.get(path32)?.files.includes(file.name) ?? false;
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
    const constraint = constraintOfHeader(await headerOf(host, path23.join(found.directory, name)));
    if (constraint !== null) constrained.push({ package: found.importPath, name, constraint });
  }
  return constrained;
}
async function headerOf(host, file) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await open4(file), true);
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
  const known2 = new Set(entries.map((entry) => entry.ImportPath ?? ""));
  return {
    roots: [...new Set(mains.map((main) => main.importPath))],
    packages: new Map(entries.map((entry) => [entry.ImportPath ?? "", packageOf2(entry, known2)])),
    tags: new Set(tags.trim().split(/\s+/))
  };
}
function packageOf2(entry, known2) {
  const { ImportPath = "", Dir = "", Module, Standard = false } = entry;
  return {
    importPath: ImportPath,
    // A package of files that were named on the command line has no module.
    module: Standard ? null : Module?.Path ?? ImportPath,
    own: !Standard && (Module === void 0 || Module.Main === true),
    // "C" stands for the C code that cgo reads. It is not a package.
    imports: (entry.Imports ?? []).filter((imported) => known2.has(imported)),
    directory: Dir,
    files: [...entry.GoFiles ?? [], ...entry.CgoFiles ?? []],
    ignoredFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name))
  };
}

// src/compile/linker-dependencies.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { rm as rm7 } from "node:fs/promises";
import path24 from "node:path";

// src/diet/linker-symbols.ts
var TYPE = /^type:(?!\.)/;
function isFunction(symbol) {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE;
}
function isMethodOfType(from, to2) {
  return TYPE.test(from) && isFunction(to2);
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
    const { from, to: to2, isMarked } = edge;
    keepers2.readFrom(from);
    if (isMethodOfType(from, to2)) {
      over = marked.size > 0 && !addingMethods;
      addingMethods = true;
    } else if (!TYPE.test(from)) addingMethods = false;
    if (over) return;
    if (!reachedFrom.has(to2)) reachedFrom.set(to2, keepers2.of(from, to2) ?? from);
    if (isMarked) marked.add(to2);
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
  const path32 = caller === -1 ? functions : functions.slice(0, caller + 1);
  const last = path32.at(-1) ?? symbol;
  const packages = path32.flatMap((name) => packageOf3(name, main) ?? []);
  return { function: last, package: packageOf3(last, main) ?? main, path: path32, packages: [...new Set(packages)] };
}
function packageOf3(symbol, main) {
  const { package: found } = parseSymbolName(symbol);
  return found === "main" ? main : found;
}

// src/compile/linker-dependencies.ts
var MAX_OUTPUT = 1024 * 1024;
async function whyDeadCodeStays(host, go, { main, spec, platform, workingDirectory }) {
  const output = path24.join(host.temporary, `dependencies-${randomUUID2()}`);
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
    await rm7(output, { force: true });
  }
  return dependencies.reasons();
}

// src/compile/mod-file.ts
import { copyFile } from "node:fs/promises";
import path25 from "node:path";
async function copyModFile(host, go, { spec, platform, workingDirectory }, directory2) {
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
  if (!path25.isAbsolute(modFile) || !modFile.endsWith(".mod"))
    throw new Failure(
      "bad-input",
      { what: clause`there is no go.mod in ${workingDirectory} or above it` },
      { fields: { directory: workingDirectory } }
    );
  const copy = path25.join(directory2, "go.mod");
  try {
    await makeDirectory(directory2);
    await copyFile(modFile, copy);
    await copyFile(modFile.replace(/\.mod$/, ".sum"), path25.join(directory2, "go.sum")).catch(
      (cause) => {
        if (errorCode(cause) !== "ENOENT") throw cause;
      }
    );
  } catch (cause) {
    throw whyNotWritten(directory2, cause);
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
async function findNewerModules(host, go, context, modules, directory2) {
  if (modules.length === 0) return [];
  const { flags } = await copyModFile(host, go, context, directory2);
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
  const listed3 = JSON.parse(`[${finished.stdout.replaceAll(/^\}\n\{/gm, "},{")}]`);
  return listed3.flatMap(
    ({ Path, Version, Replace, Update }) => Path === void 0 || Version === void 0 || Update?.Version === void 0 || Replace !== void 0 ? [] : [{ module: Path, from: Version, to: Update.Version }]
  );
}

// src/diet/dominators.ts
function immediateDominators(root, successors) {
  const order = reversePostorder(root, successors);
  const numbers = new Map(order.map((node2, number2) => [node2, number2]));
  const predecessors = predecessorsOf(order, numbers, successors);
  const dominators = [0];
  for (let changed2 = true; changed2; ) {
    changed2 = false;
    for (let node2 = 1; node2 < order.length; node2++) {
      const dominator = commonDominator(predecessors[node2] ?? [], dominators);
      changed2 ||= dominators[node2] !== dominator;
      dominators[node2] = dominator;
    }
  }
  return new Map(order.slice(1).map((node2, at) => [node2, order[dominators[at + 1] ?? 0] ?? root]));
}
function subtreeSums(dominators, valueOf2) {
  const sums = /* @__PURE__ */ new Map();
  const add2 = (node2, value) => sums.set(node2, (sums.get(node2) ?? 0) + value);
  for (const [node2, dominator] of [...dominators].reverse()) {
    add2(node2, valueOf2(node2));
    add2(dominator, sums.get(node2) ?? 0);
  }
  return sums;
}
function commonDominator(predecessors, dominators) {
  const reached = predecessors.filter((node2) => dominators[node2] !== void 0);
  return reached.reduce(
    (common, node2) => common === void 0 ? node2 : intersect(common, node2, dominators),
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
  for (const [number2, node2] of order.entries()) {
    for (const successor of successors(node2)) predecessors[numbers.get(successor) ?? 0]?.push(number2);
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
  const dominators = immediateDominators(OWN_CODE, (node2) => successorsOf(node2, graph, ways, dependencies));
  const freed = subtreeSums(dominators, (node2) => bytes.get(node2) ?? 0);
  const counts2 = subtreeSums(dominators, (node2) => graph.packages.has(node2) ? 1 : 0);
  return [...dependencies].map(([node2, { kind, imported, entries }]) => ({
    kind,
    imported,
    bytes: freed.get(node2) ?? 0,
    packages: counts2.get(node2) ?? 0,
    path: shortestImportPath(ways, entries)
  })).filter(({ bytes: bytes2 }) => bytes2 > 0).sort((a, b) => b.bytes - a.bytes || (a.imported < b.imported ? -1 : 1));
}
function successorsOf(node2, { packages }, ways, dependencies) {
  if (node2 === OWN_CODE) return [...packages.has(ALWAYS) ? [ALWAYS] : [], ...dependencies.keys()];
  const imports = dependencies.get(node2)?.entries ?? packages.get(node2)?.imports ?? [];
  return [...imports].filter((imported) => packages.get(imported)?.own !== true || !ways.has(imported));
}
function directDependencies({ packages }, ways) {
  const dependencies = /* @__PURE__ */ new Map();
  for (const importPath of ways.keys()) {
    const imported = packages.get(importPath);
    if (imported === void 0 || imported.own) continue;
    const { kind, name } = dependencyOf(imported);
    const node2 = `${kind} ${name}`;
    const dependency = dependencies.get(node2) ?? { kind, imported: name, entries: /* @__PURE__ */ new Set() };
    dependency.entries.add(importPath);
    dependencies.set(node2, dependency);
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

// src/diet/package-bytes.ts
function packageBytes(breakdowns) {
  const bytes = /* @__PURE__ */ new Map();
  for (const { name, bytes: more } of breakdowns.flatMap(packagesOf3))
    bytes.set(name, (bytes.get(name) ?? 0) + more);
  return bytes;
}
function packagesOf3(node2) {
  return node2.kind === "package" ? [node2] : (node2.children ?? []).flatMap(packagesOf3);
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
  const directory2 = path26.join(host.temporary, "newer-modules");
  try {
    return { found: await findNewerModules(host, go, context, modules, directory2), unknown: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { found: [], unknown: reasonText(error) };
  } finally {
    await rm8(directory2, { recursive: true, force: true });
  }
}
function mainOf({ linked: { name, directory: directory2, main, importPath } }) {
  if (main === null || importPath === null) throw new Error(`${name} was not compiled here`);
  return { name, directory: directory2, path: main, importPath };
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
import { mkdtemp as mkdtemp3, rm as rm9 } from "node:fs/promises";
import path27 from "node:path";

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
  const temporary = await mkdtemp3(path27.join(host.temporary, "try-"));
  const own = { ...host, temporary, cores: 1, log: quietLog(host.log) };
  try {
    const built = await withNewerModules(own, { ...setup, spec }, changes);
    return { changes, settings, outcome: await outcomeOf2(own, built, asItIs, changes) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { changes, settings, outcome: failed2(error) };
  } finally {
    await rm9(temporary, { recursive: true, force: true });
  }
}
async function withNewerModules(host, setup, changes) {
  const newer = changes.filter((change) => change.kind === "newer module");
  const { spec, tools } = setup;
  if (newer.length === 0 || tools.go === null) return setup;
  const { compile, platform, workingDirectory } = spec;
  const context = { spec: compile, platform, workingDirectory };
  const modFile = await copyModFile(host, tools.go, context, path27.join(host.temporary, "modules"));
  for (const { module, to: to2 } of newer) await upgradeModule(host, tools.go, context, modFile, `${module}@${to2}`);
  const buildFlags2 = [...compile.buildFlags, ...modFile.flags];
  return { ...setup, spec: { ...spec, compile: { ...compile, buildFlags: buildFlags2 } } };
}
async function outcomeOf2(host, setup, asItIs, changes) {
  const tools = changes.some(needsOtherTools) ? await resolveTools(host, setup.spec) : setup.tools;
  const changed2 = { ...setup, tools };
  const binaries = await link(host, changed2);
  const linkedSize = binaries.reduce((sum3, binary) => sum3 + binary.linkedSize, 0);
  if (changes.some(isOfCode) && !isLinkedSmaller(asItIs, linkedSize))
    return { status: "not smaller", linkedSize };
  const { weight, shipped } = await finish(host, changed2, binaries);
  const wanted = asItIs.packed || changes.some(({ kind }) => kind === "packing");
  return (wanted ? whyNotPacked(setup.spec, shipped) : null) ?? { status: "weighed", weight };
}
async function link(host, { spec, tools }) {
  return readBinaries((await linkBinaries(host, spec, tools.go)).binaries, spec.platform);
}
async function finish(host, { spec, tools, isolations, userFiles }, binaries) {
  const files = arrangeFiles(
    spec,
    userFiles,
    binaries.map(({ linked }) => linked)
  );
  const base = await readBase(host, spec, tools.go, binaries, files);
  const shipped = await allShipped(beginShipping(host, spec, tools.packer, binaries, isolations));
  const parts = { base, files, binaries, shipped, sbom: sbomOf(spec, binaries, shipped) };
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
function failed2(failure2) {
  const { why } = failure2.clauses;
  const reason = why === void 0 ? reasonText(failure2) : clauseText(why, "action");
  return { status: "failed", stage: stageOf(failure2.code), reason };
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
function nodeLines(node2, whole, view, level) {
  const children = level < view.depth ? node2.children ?? [] : [];
  const sorted = children.filter(({ bytes }) => bytes > 0).toSorted((one, other) => other.bytes - one.bytes);
  const rest = sorted.slice(view.count);
  const restBytes = rest.reduce((sum3, { bytes }) => sum3 + bytes, 0);
  const others = rest.length === 1 ? "1 other" : `${rest.length} others`;
  return [
    line(node2.bytes, whole, level, `${nodeName(node2.kind, node2.name)} ${versionOf(node2.version)}`.trimEnd()),
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
  return weighIn.images.flatMap((image, index) => [
    ...index === 0 ? [] : [""],
    ...image.platforms.flatMap((weight, at) => [
      ...at === 0 ? [] : [""],
      headline(image.name, weight.platform, screen),
      "",
      ...platformLines(weight, screen),
      ...verdictLines({ ...weighIn, images: [alone(image, weight)] }, screen),
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
  const limits = image.budget.limits.filter(({ platform }) => platform === weight.platform);
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
      ({ path: path32, capabilities: what }, index) => layOut(
        { label: index === 0 ? "caps" : "", what: printable(`${path32} ${what}`), figure: "", note: "" },
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
  const { path: path32, linkedSize, shippedSize, pack: pack2, price, proof, needs } = binary;
  const packed = pack2.status === "packed";
  const unread = packed && binary.breakdown === null;
  const note = unread ? `packed by ${pack2.packer}, not unpacked` : packed ? `${formatBytes(linkedSize)} before ${pack2.packer}` : "not packed";
  const figure = packed && !unread ? formatChange(linkedSize, shippedSize) : "";
  const what = `${formatBytes(shippedSize)}  ${path32}`;
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
  const named2 = NEEDS.filter(([need]) => needs[need]).map(([, words2]) => words2);
  return named2.length === 0 ? "nothing beyond the binary" : named2.join(", ");
}
var OF_PACKAGES = ["main", "std", "module"];
function withoutRepetition(tree) {
  const children = tree.children ?? [];
  if (!children.some(({ kind }) => OF_PACKAGES.includes(kind))) return tree;
  return {
    ...tree,
    children: children.map(({ children: parts = [], ...node2 }) => {
      const tells = OF_PACKAGES.includes(node2.kind) || parts.length > 1 && node2.kind !== "header";
      return tells ? { ...node2, children: parts } : node2;
    })
  };
}
function treeLines({ binaries, breakdown }, depth) {
  const trees = binaries.flatMap(
    ({ path: path32, pack: pack2, breakdown: tree }) => tree === null ? [] : [
      "",
      `  ${printable(path32)}${pack2.status === "packed" ? ", before packing" : ""}`,
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
      const unknown2 = unreadProgram(weight) === null ? unknownSubjects(limitsFor(budget, weight), weight.binaries) : [];
      if (unknown2.length > 0) throw problemsFailure(unknown2);
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
function limitsFor(budget, weight) {
  return declaredLimits(budget).filter(({ platform }) => platform === null || platform === weight.platform);
}
function platformOf2(text) {
  const [os2 = "", architecture = "", variant] = text.split("/");
  return { os: os2, architecture, ...variant === void 0 ? {} : { variant } };
}

// src/thing/open.ts
import { stat as stat6 } from "node:fs/promises";
import path28 from "node:path";

// src/image/read-docker-manifest.ts
var SAVED = pipe(
  array(
    object({
      Config: string(),
      RepoTags: nullish(array(string()), []),
      Layers: pipe(nullish(array(string()), []), maxLength(1e3))
    })
  ),
  minLength(1),
  maxLength(1e3)
);
function readDockerManifest(bytes) {
  const json = readJson(bytes);
  return json.ok ? checkShape(SAVED, json.value) : json;
}

// src/thing/docker-archive.ts
async function openDockerArchive(host, store, { wanted, tag }, allowance2) {
  const { name } = store;
  const saved = readDockerManifest(
    await documentOf(name, "manifest.json", await part(store, "manifest.json"))
  );
  if (!saved.ok) throw unreadable(name, `its manifest.json ${saved.problem}`);
  const images = new Map(tagged(name, saved.value, tag).map((image) => [image.Config, image]));
  const parts = [];
  for (const image of images.values()) parts.push(await partsOf3(store, image, allowance2));
  const { chosen, others } = choose(name, parts, wanted);
  const read = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const image of chosen) platforms.push(await readPlatform(host, name, image, allowance2, read));
  return { kind: "image", name, digest: null, platforms, others };
}
function tagged(name, images, tag) {
  if (tag === null) return images;
  const called = images.filter(
    ({ RepoTags }) => RepoTags.some((known2) => known2 === tag || known2.endsWith(`:${tag}`))
  );
  if (called.length > 0) return called;
  throw noSuchTag(
    name,
    tag,
    images.flatMap(({ RepoTags }) => RepoTags)
  );
}
async function partsOf3(store, { Config: Config2, Layers }, allowance2) {
  allowance2.spend("documents", 1);
  const bytes = await documentOf(store.name, "the config", await part(store, Config2));
  const config = readConfig(bytes);
  if (!config.ok) throw unreadable(store.name, `its config ${config.problem}`);
  const layers = [];
  for (const layer of Layers) {
    const extent = await part(store, layer);
    allowance2.spend("stored", extent.size);
    const digest = await digestOfExtent(extent);
    layers.push({ digest, size: extent.size, open: () => Promise.resolve(extent) });
  }
  return {
    platform: config.value.platform,
    manifestDigest: null,
    annotations: {},
    configDigest: digestOf(bytes),
    config: bytes,
    downloadSize: null,
    layers
  };
}
async function part(store, name) {
  const extent = await store.extent(name, Infinity);
  if (extent === null) throw unreadable(store.name, `${quoted(name)} is not in it`);
  return extent;
}

// src/thing/open.ts
async function openThing(host, text, options) {
  const name = printable(text);
  const opening = { host, name, options, allowance: allowance(options.bounds) };
  try {
    if (name.trim() === "")
      throw new Failure(
        "bad-input",
        { what: clause`there is nothing to weigh`, fix: WHAT },
        { fields: { thing: name } }
      );
    if (name.length > LONGEST_NAME2)
      throw cannotWeigh(
        `${name.slice(0, 60)}\u2026`,
        "there is no such file, because a path cannot be that long",
        { fix: WHAT }
      );
    const named2 = readThingName(text);
    if (named2.kind === "image") return await openNamedImage(opening, named2.reference);
    const found = await openFile(opening, text);
    if (found !== null) return found;
    if (named2.kind === "path" || options.bareNames === "files") throw noSuchFile(name, options);
    const reference = referenceOf(name, options);
    return await openNamedImage(opening, reference).catch((cause) => {
      throw withoutFile(name, cause);
    });
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openReference(host, reference, options) {
  const name = formatReference(reference);
  try {
    return await openNamedImage({ host, name, options, allowance: allowance(options.bounds) }, reference);
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openNamedImage(opening, reference) {
  return openImage(opening, await opening.options.openRegistry(reference), null);
}
async function openFile(opening, text) {
  const { host, name } = opening;
  const whole = await statOf(name, path28.resolve(host.cwd, text));
  if (whole !== null) return openPath(opening, whole, null);
  const { name: place, tag } = cutAtLastColon(text);
  const tagged2 = tag === null || place === "" ? null : await statOf(name, path28.resolve(host.cwd, place));
  return tagged2 === null ? null : openPath(opening, tagged2, tag);
}
async function statOf(name, file) {
  try {
    return file.includes("\0") ? null : { file, status: await stat6(file) };
  } catch (cause) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(cause))) return null;
    throw cannotWeigh(name, whyNotRead(cause), { cause });
  }
}
async function openPath(opening, { file, status }, tag) {
  const { name, host, options } = opening;
  if (status.isDirectory()) {
    const store = directoryStore(name, file, await guardIn(host, options.workspace, file));
    const isLayout = await isThere(store, "oci-layout");
    if (isLayout) return openImage(opening, await layoutSource(store), tag);
    throw cannotWeigh(name, "it is a directory without oci-layout", { fix: WHAT });
  }
  if (!status.isFile()) throw cannotWeigh(name, "it is neither a file nor a directory", { fix: WHAT });
  const head = await firstBytes(file);
  switch (kindOf2(head)) {
    case "elf":
      return { kind: "binary", name: path28.basename(file), file, bytes: status.size };
    case "archive":
      return openArchive(opening, file, status.size, tag);
    case "json":
      return openWeighIn(opening, file, status.size);
    case "other":
      throw cannotWeigh(name, `it is ${fileKind(head)}`, { fix: WHAT });
  }
}
function kindOf2(head) {
  if (isElf(head)) return "elf";
  if (compressionOf(head) !== "none" || head.toString("latin1", 257, 262) === "ustar") return "archive";
  return /^\s*[[{]/.test(head.toString("latin1")) ? "json" : "other";
}
async function openArchive(opening, file, size, tag) {
  const { host, name, options, allowance: allowance2 } = opening;
  allowance2.spend("stored", size);
  const store = await archiveStore(host, name, file, allowance2);
  if (await isThere(store, "oci-layout", "index.json"))
    return openImage(opening, await layoutSource(store), tag);
  if (await isThere(store, "manifest.json"))
    return openDockerArchive(host, store, { wanted: options.platforms ?? "usual", tag }, allowance2);
  throw cannotWeigh(name, "it is an archive without oci-layout or manifest.json", { fix: WHAT });
}
async function isThere(store, ...names) {
  for (const name of names) if (await store.extent(name, 0) === null) return false;
  return true;
}
function openImage({ host, options, allowance: allowance2 }, source, tag) {
  return openSource(host, source, { wanted: options.platforms ?? "usual", tag }, allowance2);
}
var MAX_WEIGH_IN = 64 * 1024 * 1024;
async function openWeighIn({ name, options }, file, size) {
  if (size > MAX_WEIGH_IN) throw unreadable(name, `it is JSON of more than ${MAX_WEIGH_IN} bytes`);
  const bytes = await bytesOf({ file, offset: 0, size, temporary: false });
  const json = readJson(bytes, MAX_WEIGH_IN);
  if (!json.ok) throw unreadable(name, `it ${json.problem}`);
  if (typeof json.value !== "object" || json.value === null || !("schemaVersion" in json.value))
    throw cannotWeigh(name, "it is JSON without schemaVersion", { fix: WHAT });
  if ("manifests" in json.value || "layers" in json.value)
    throw cannotWeigh(name, "it is only a manifest", {
      fix: clause`name the directory or archive that contains it`
    });
  const weighIn = options.readWeighIn(json.value);
  if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`);
  return { kind: "weigh-in", name, weighIn: weighIn.value };
}
var LONGEST_NAME2 = 4096;
var WHAT = clause`name a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`;
function referenceOf(text, options) {
  if (text.startsWith("~") || FILE_NAME.test(text)) throw noSuchFile(text, options);
  const last = text.slice(text.lastIndexOf("/") + 1);
  const reference = parseReference(/[:@]/.test(last) || text.includes("@") ? text : `${text}:latest`);
  if (reference.ok) return reference.value;
  throw cannotWeigh(
    text,
    clause`there is no such file, and as an image in a registry it ${reference.problem}`
  );
}
function withoutFile(name, cause) {
  if (!(cause instanceof Failure)) return cause;
  const Kind = cause instanceof Absent ? Absent : Failure;
  return new Kind(
    cause.code,
    {
      what: clause`there is no file ${name}, and as an image in a registry it was not read`,
      why: reasonOf(cause),
      fix: cause.clauses.fix
    },
    { cause, fields: { ...cause.fields, thing: name } }
  );
}
function noSuchFile(text, { bareNames }) {
  const latest = bareNames === "files" ? parseReference(`${text}:latest`) : null;
  return cannotWeigh(text, "there is no such file", {
    fix: latest?.ok === true ? clause`write ${formatReference(latest.value)} for an image in a registry where there is a ${input("budget")}` : WHAT
  });
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
  const paths = binaries.map(({ path: path32 }) => path32);
  return platformWeight({
    platform: formatPlatform(image.platform),
    digest: image.manifestDigest ?? image.configDigest,
    sizes: { imageSize: image.imageSize, downloadSize: image.downloadSize },
    settings: { ...settingsOf2(programs), ...baseOf2(image) },
    binaries,
    otherPrograms: others,
    files: image.files,
    layers: image.layers.map(({ digest, size, entries }) => ({ digest, size, what: contentsOf3(entries) })),
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
function baseOf2({ annotations }) {
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
function contentsOf3(entries) {
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
async function runWeigh(terminal, log, { subject, ...asked }) {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const { weighIn, gate: gate2 } = await weigh(host, subject, spec);
    for (const line2 of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line2);
    if (asked.json) terminal.stdout.write(weighInJson(weighIn));
    for (const notice of gate2.notices) host.log.notice(notice);
    if (!gate2.pass) host.log.error(gate2.sentence);
    return exitCodeOf(gate2);
  });
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
function partnerOf(one, after, before, keyOf2) {
  if (after.length === 1 && before.length === 1) return before[0] ?? null;
  return before.find((old) => keyOf2(old) === keyOf2(one)) ?? null;
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

// src/registry/announced-digest.ts
function announcedDigest({ headers }) {
  const digest = headers.get("docker-content-digest");
  return digest !== null && isDigest2(digest) ? digest : null;
}
function isDigest2(text) {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

// src/registry/look-up.ts
async function lookUp(transport, operation, reference, methods) {
  let refusal2 = null;
  for (const method of methods) {
    const { digest, response } = await lookUpBy(method, transport, operation, reference);
    if (digest !== null || response.status === 404) return { digest, refusal: null };
    refusal2 ??= response;
    if (!OTHER_METHOD_MAY_HELP.has(response.status)) break;
  }
  return { digest: null, refusal: refusal2 };
}
var OTHER_METHOD_MAY_HELP = /* @__PURE__ */ new Set([200, 405, 429, 501]);
async function lookUpBy(method, transport, operation, reference) {
  const { registry } = transport;
  switch (method) {
    case "GET": {
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getManifest(transport, operation, reference, receive)
      );
      return { digest: document?.digest ?? null, response };
    }
    case "HEAD": {
      const response = await retryOperation(
        registry,
        operation,
        () => checkManifest(transport, operation, reference)
      );
      return { digest: response.status === 200 ? announcedDigest(response) : null, response };
    }
  }
}

// src/registry/upload-blob.ts
async function uploadBlob(transport, operation, blob, mountFrom) {
  let last = "PUT";
  const response = await retryOperation(transport.registry, operation, async () => {
    const mount = mountFrom === null ? null : await tryMount(transport, operation, blob.digest, mountFrom);
    if (mount?.status === 201) {
      last = "POST";
      return mount;
    }
    const begun = mount?.status === 202 ? mount : await startUpload(transport, operation);
    if (begun.status !== 202) return begun;
    return putBlob(transport, operation, transport.locate(operation, begun), blob);
  });
  ensureStored(operation, response, last, blob.digest);
}
async function tryMount(transport, operation, digest, from) {
  try {
    return await mountBlob(transport, operation, digest, from);
  } catch (cause) {
    if (cause instanceof Failure) return null;
    throw cause;
  }
}
function ensureStored(operation, response, method, digest) {
  if (response.method !== method || response.status < 200 || response.status > 204)
    throw refused(operation, response);
  const said = announcedDigest(response);
  if (said !== null && said !== digest)
    throw unusable(operation, response, `says that it stored ${said} instead`);
}

// src/registry/client.ts
function connect(host, name, credentials, patience) {
  const registry = registryOf(host, name, credentials, patience);
  const transport = openTransport(registry);
  const begin3 = (repository, what) => operationIn(registry, repository, "push", `${what} ${name}/${repository}`);
  const store = async (repository, reference, manifest) => {
    const operation = begin3(repository, `publish ${reference} in`);
    const response = await retryOperation(
      registry,
      operation,
      () => putManifest(transport, operation, reference, manifest)
    );
    ensureStored(operation, response, "PUT", manifest.digest);
    return response;
  };
  return {
    asksForLogin: transport.asksForLogin,
    async manifestDigest(repository, reference) {
      const operation = begin3(repository, `look up ${reference} in`);
      const { digest, refusal: refusal2 } = await lookUp(transport, operation, reference, ["HEAD", "GET"]);
      if (digest !== null || refusal2 === null) return digest;
      if (refusal2.status === 403) return null;
      throw refused(operation, refusal2);
    },
    async readBack(repository, tag) {
      const operation = begin3(repository, `read back ${tag} in`);
      const methods = isDockerHub(name) ? ["HEAD", "GET"] : ["GET", "HEAD"];
      const { digest, refusal: refusal2 } = await lookUp(transport, operation, tag, methods);
      if (refusal2 !== null) throw refused(operation, refusal2);
      return digest;
    },
    async manifest(repository, reference) {
      const operation = begin3(repository, `look up ${reference} in`);
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getManifest(transport, operation, reference, receive)
      );
      if (document !== null || MAY_BE_ABSENT.has(response.status)) return document;
      throw refused(operation, response);
    },
    async config(repository, { digest, size }) {
      if (size > MAX_DOCUMENT) return null;
      const operation = begin3(repository, `look up ${digest} in`);
      const { document, response } = await readDocument(
        registry,
        operation,
        (receive) => getBlob(transport, operation, digest, receive)
      );
      if (document === null && !MAY_BE_ABSENT.has(response.status)) throw refused(operation, response);
      return document?.digest === digest ? document.bytes : null;
    },
    async hasBlob(repository, digest) {
      const operation = begin3(repository, `look up ${digest} in`);
      const response = await retryOperation(
        registry,
        operation,
        () => checkBlob(transport, operation, digest)
      );
      if (response.status === 401 || MAY_BE_ABSENT.has(response.status)) return false;
      if (response.status === 200) return true;
      throw refused(operation, response);
    },
    async storeBlob(repository, blob, mountFrom) {
      await uploadBlob(transport, begin3(repository, `store ${blob.digest} in`), blob, mountFrom);
    },
    async storeManifest(repository, reference, manifest) {
      await store(repository, reference, manifest);
    },
    async storeReferrer(repository, manifest, subject) {
      const { headers } = await store(repository, manifest.digest, manifest);
      return headers.get("oci-subject") === subject;
    },
    async tryPush(repository) {
      const operation = begin3(repository, "push to");
      const begun = await retryOperation(registry, operation, () => startUpload(transport, operation));
      if (begun.status === 401 || MAY_BE_ABSENT.has(begun.status)) throw refused(operation, begun);
      if (begun.status !== 202) return;
      const location = transport.locate(operation, begun);
      await cancelUpload(transport, operation, location).catch(
        () => host.log.debug(`DELETE ${showRequestUrl(location)} failed`)
      );
    }
  };
}
var MAY_BE_ABSENT = /* @__PURE__ */ new Set([403, 404]);

// src/registry/session.ts
async function authenticate(host, publish2, platforms, patience = PATIENCE) {
  const repositories = [...Map.groupBy(publish2.references, formatRepository).values()];
  const found = await allOf(repositories.map((references) => withCredentials(host, references, publish2)));
  const groups = await allOf(
    [...Map.groupBy(found, ({ key }) => key).values()].map(
      (members) => enterAll(host, members, platforms, patience)
    )
  );
  return { platforms, patience, groups };
}
async function withCredentials(host, references, publish2) {
  const [name] = references;
  if (name === void 0) throw new Error("a repository without a tag");
  const credentials = await findCredentials(host, name, publish2);
  const { source: _, ...login } = credentials ?? { source: "" };
  const key = JSON.stringify([name.registry, login]);
  return { references, credentials, key };
}
async function enterAll(host, found, platforms, patience) {
  const [first] = found;
  const registry = first?.references[0]?.registry;
  if (first === void 0 || registry === void 0) return [];
  const client = connect(host, registry, first.credentials, patience);
  const destinations = [];
  for (const { references } of found) destinations.push(await enter(client, references, platforms));
  return destinations;
}
async function enter(client, references, platforms) {
  const [first, ...others] = references;
  if (first === void 0) throw new Error("a repository without a tag");
  const { registry, repository } = first;
  const look = async (reference) => [reference.identifier, await lookAt(client, reference, platforms)];
  const tags = new Map([await look(first), ...await allOf(others.map(look))]);
  const isNew = [...tags.values()].every((digest) => digest === null);
  if (isNew && client.asksForLogin()) await client.tryPush(repository);
  return { client, registry, repository, tags };
}
async function lookAt(client, reference, ours) {
  const there = await client.manifest(reference.repository, reference.identifier);
  if (there === null) return null;
  const platforms = await platformsAt(client, reference.repository, there);
  const conflict = otherPlatform(reference, ours, platforms, "before");
  if (conflict !== null) throw conflict;
  return there.digest;
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
    const reason = clauseText(clauseOf(cause), host.surface);
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
    report: { ...NOTHING2, ...place, revision },
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
  const known2 = annotated?.ok === true ? annotated.value : null;
  const settings = known2 === null ? weight.settings : { ...weight.settings, ...known2.settings, goSource: null };
  return {
    status: "read",
    report: { ...NOTHING2, ...place, revision, digest: weight.digest },
    images: [{ name: null, weight: { ...weight, settings }, budget: known2?.budget ?? null }]
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
import { existsSync, realpathSync as realpathSync2 } from "node:fs";
import path30 from "node:path";

// src/host/checkout.ts
import { readFileSync as readFileSync2, realpathSync, rmdirSync, rmSync } from "node:fs";
import { rm as rm10 } from "node:fs/promises";
import path29 from "node:path";

// src/host/git-drivers.ts
var LFS = /^git-lfs (?:clean|smudge|smudge --skip|filter-process|filter-process --skip)(?: -- %f)?$/;
async function withoutDrivers(host, directory2) {
  const listing = ["config", "--null", "--get-regexp", String.raw`^(filter|hook)\..*`];
  const { stdout } = await runGit(host, directory2, listing);
  return driversOff(stdout);
}
function driversOff(listing) {
  return Object.fromEntries(listing.split("\0").flatMap(settingsOff));
}
function settingsOff(entry) {
  const [, section = "", driver = "", key = "", command = ""] = /^(filter|hook)\.(.+)\.([a-z]+)(?:\n(.*))?$/is.exec(entry) ?? [];
  switch (section.toLowerCase()) {
    case "hook":
      return [[`hook.${driver}.enabled`, "false"]];
    case "filter":
      return !COMMANDS.includes(key.toLowerCase()) || LFS.test(command) ? [] : [
        [`filter.${driver}.${key}`, ""],
        [`filter.${driver}.required`, "false"]
      ];
    default:
      return [];
  }
}
var COMMANDS = ["clean", "smudge", "process"];

// src/host/fetch-commit.ts
var PATIENCE2 = 3e5;
async function fetchCommit(host, directory2, commit) {
  const known2 = await runGit(host, directory2, ["cat-file", "-e", `${commit}^{commit}`]);
  if (known2.exitCode === 0) return;
  const shallow2 = await runGit(host, directory2, ["rev-parse", "--is-shallow-repository"]);
  const depth = shallow2.stdout.trim() === "true" ? ["--depth=1"] : [];
  const only = ["--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--quiet", ...depth];
  const config = await withoutDrivers(host, directory2);
  const fetched = await runGit(host, directory2, ["fetch", ...only, "origin", commit], {
    timeoutMs: PATIENCE2,
    config
  });
  if (fetched.exitCode !== 0)
    throw new Failure(
      "bad-input",
      {
        what: clause`Git could not fetch commit ${commit.slice(0, 7)}`,
        why: clause`${gitReason(fetched)}`
      },
      { fields: { commit } }
    );
}

// src/host/checkout.ts
var PATIENCE3 = 3e5;
async function withCheckout(running, directory2, commit, work) {
  const host = unstoppable(running);
  await refuseSubmodule(host, directory2, commit);
  await fetchCommit(host, directory2, commit);
  const root = path29.join(host.temporary, `base-${commit.slice(0, 12)}`);
  await forgetEnded(host, directory2);
  const forget = () => forgetNow(root);
  process.prependListener("exit", forget);
  const added = await runGit(host, directory2, ["worktree", "add", "--quiet", "--detach", root, commit], {
    timeoutMs: PATIENCE3,
    config: { ...await withoutDrivers(host, directory2), "advice.detachedHead": "false" }
  });
  try {
    if (added.exitCode !== 0)
      throw new Failure(
        "bad-input",
        {
          what: clause`Git could not check out commit ${commit.slice(0, 7)}`,
          why: clause`${gitReason(added)}`
        },
        { fields: { commit } }
      );
    running.stop?.throwIfAborted();
    return await work(placesIn2(host, directory2, root));
  } finally {
    await remove(host, directory2, root);
    process.off("exit", forget);
  }
}
async function refuseSubmodule(host, directory2, commit) {
  if (host.surface !== "action") return;
  const around = await askGit(host, directory2, "rev-parse", "--show-superproject-working-tree");
  if (around === null) return;
  throw new Failure(
    "bad-input",
    {
      what: clause`${directory2} lies in a submodule`,
      why: clause`commit ${commit.slice(0, 7)} is of the repository around it`,
      fix: clause`write another ${input("baseline")}, such as auto`
    },
    { fields: { commit, directory: directory2 } }
  );
}
function placesIn2(host, directory2, root) {
  const real = findCheckout(host, directory2) ?? directory2;
  const top = topAsWritten(directory2, real);
  const place = (file) => {
    const within2 = path29.relative(top ?? real, file);
    return within2.startsWith("..") || path29.isAbsolute(within2) ? file : path29.join(root, within2);
  };
  return { root, directory: place(top === null ? realpathSync(directory2) : directory2), place };
}
function topAsWritten(directory2, real) {
  let top = null;
  for (let at = directory2; ; at = path29.dirname(at)) {
    if (realpathSync(at) === real) top = at;
    if (path29.dirname(at) === at) return top;
  }
}
async function forgetEnded(host, directory2) {
  const { stdout } = await runGit(host, directory2, ["worktree", "list", "--porcelain"]);
  const trees = stdout.split("\n").flatMap((line2) => /^worktree (.*)$/.exec(line2)?.[1] ?? []);
  for (const tree of trees.filter((tree2) => isOfEndedRun(path29.dirname(tree2))))
    await remove(host, directory2, tree);
}
function forgetNow(root) {
  try {
    const named2 = /^gitdir: (.+)$/m.exec(readFileSync2(path29.join(root, ".git"), "utf8"))?.[1] ?? "";
    const note = path29.resolve(root, named2);
    const notes = path29.dirname(note);
    if (path29.basename(notes) !== "worktrees") return;
    rmSync(note, { recursive: true, force: true });
    rmdirSync(notes);
  } catch {
  }
}
async function remove(host, directory2, root) {
  const removing = ["worktree", "remove", "--force", root];
  const removed = await runGit(host, directory2, removing, { timeoutMs: PATIENCE3 });
  if (removed.exitCode === 0) return;
  await rm10(root, { recursive: true, force: true });
  const noted = await runGit(host, directory2, removing);
  host.log.debug(
    `git worktree remove: ${gitReason(removed)}; then ${noted.exitCode === 0 ? "done" : gitReason(noted)}`
  );
}

// src/commands/steps/baseline/build-base.ts
async function buildBase(host, spec, commit) {
  const short = commit.slice(0, 7);
  try {
    const weight = await withCheckout(
      host,
      spec.workingDirectory,
      commit,
      (checkout) => weighBase2(host, spec, checkout)
    );
    const report = { ...NOTHING2, kind: "build", revision: commit };
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
  const { directory: directory2, place } = checkout;
  if (!existsSync(directory2) || !isInModule(realPlaces(checkout)))
    throw new Absent(
      "bad-input",
      { what: clause`there is no go.mod for ${directory2}` },
      { fields: { directory: directory2 } }
    );
  const { versionFile } = spec.go;
  const base = {
    ...spec,
    workingDirectory: directory2,
    go: { ...spec.go, versionFile: versionFile === null ? null : place(versionFile) }
  };
  const temporary = path30.join(host.temporary, "base");
  await makeDirectory(temporary);
  const there = { ...host, cwd: place(host.cwd), temporary };
  const go = await resolveGo(there, base.go, directory2);
  const linked = await linkService(there, base, go);
  const binaries = await readBinaries(linked.binaries, base.platform, linked.embedded);
  return weightOf(base, go, binaries);
}
function realPlaces({
  root,
  directory: directory2
}) {
  const places = { root: realpathSync2(root), directory: realpathSync2(directory2) };
  if (!isInside(places.root, places.directory))
    throw new Failure(
      "bad-input",
      { what: clause`a link leads out of that commit's files, to ${places.directory}` },
      { fields: { directory: places.directory } }
    );
  return places;
}
function isInModule({ root, directory: directory2 }) {
  if (existsSync(path30.join(directory2, "go.mod"))) return true;
  return directory2.length > root.length && isInModule({ root, directory: path30.dirname(directory2) });
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
import { realpath as realpath2 } from "node:fs/promises";
import path31 from "node:path";
async function warnOfTracked(host, spec, given) {
  if (host.surface !== "action" || !await isTracked(host, spec.workingDirectory, given)) return;
  host.log.notice(
    clause`${input("baseline")} "${printable(given)}" is a file that git tracks, so a pull request can change what its growth is measured against. It cannot change auto, build or an image`
  );
}
async function isTracked(host, directory2, given) {
  const written2 = path31.resolve(directory2, given);
  const real = await realpath2(written2).catch(() => written2);
  const root = await askGit(host, directory2, "rev-parse", "--show-toplevel");
  if (root === null) return false;
  const places = [.../* @__PURE__ */ new Set([...withParents(written2, root), real])].filter(
    (place) => place !== root && !path31.relative(root, place).startsWith("..")
  );
  for (const place of places) {
    const listed3 = await askGit(host, directory2, "--literal-pathspecs", "ls-files", "-s", "--", place);
    const isLink = listed3?.startsWith("120000 ") === true;
    if (listed3 !== null && (isLink || place === written2 || place === real)) return true;
  }
  return false;
}
function withParents(file, root) {
  const parents = [];
  for (let at = file; at.length > root.length; at = path31.dirname(at)) parents.push(at);
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
  proveStage,
  provingStage,
  publish,
  pushStage,
  readBase,
  readBaseline,
  readBinaries,
  runDiet,
  runDiff,
  runWeigh,
  sbomOf,
  smokeStage,
  smokeTestImage,
  stageLine,
  weighImage,
  weighInOf,
  writeBinaries
};
