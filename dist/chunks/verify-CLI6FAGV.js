import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  WEIGH_IN_ANNOTATION,
  imagePath,
  linkerVariables,
  namedBase,
  openRepository,
  openThing,
  packageBytes,
  quietLog,
  readAnnotation,
  readInheritedConfig,
  release,
  unpacker,
  withCheckout
} from "./chunk-CZ7NJCJU.js";
import {
  tellOnTerminal,
  terminalHost,
  terminalStyle
} from "./chunk-MWB54OHP.js";
import {
  makeImages,
  sharingOf,
  startClock
} from "./chunk-SQEW6XXX.js";
import {
  decompress
} from "./chunk-QRUNDGHL.js";
import {
  SBOM_PATH,
  breakdownOf,
  checkCertificates,
  progressOn,
  readExecutable,
  readFiles
} from "./chunk-IXGPT5AO.js";
import "./chunk-5N4UT3EE.js";
import {
  NotWeighable,
  asUnreadable
} from "./chunk-FMAJZVTA.js";
import {
  fetchCommit,
  withoutDrivers
} from "./chunk-73IMFRIX.js";
import {
  RECORDED,
  checkPrograms,
  declareImage,
  parseBuildVariable,
  withSideWork
} from "./chunk-2NIS2GC2.js";
import "./chunk-C2OH2S3G.js";
import {
  shown
} from "./chunk-FUITNG2E.js";
import "./chunk-SLNL43HE.js";
import {
  tarEntries
} from "./chunk-P5HPMPQL.js";
import {
  findCredentials
} from "./chunk-TF5MGYJP.js";
import {
  headline,
  layOut,
  listed,
  paint
} from "./chunk-RDUWS57S.js";
import {
  allLayers
} from "./chunk-ZPWYLRU4.js";
import {
  readWeighIn
} from "./chunk-JP6MUPQV.js";
import "./chunk-Q7VAICPW.js";
import {
  askGit,
  declareCredentials,
  gitReason,
  isCommit,
  isInside,
  jsonText,
  otherFlagOf,
  parseJson,
  pathsOutside,
  realPlace,
  runGit,
  splitLinkerFlags
} from "./chunk-L2V5KLOK.js";
import "./chunk-CZJZGJUT.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import "./chunk-3XADMAM6.js";
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-T2HII73C.js";
import {
  DOWNLOADED,
  parseDownloadUrl,
  parseSha256
} from "./chunk-QPQ6KV7E.js";
import {
  formatDelta
} from "./chunk-7QU7PEQ2.js";
import "./chunk-7G2KKNT6.js";
import {
  readerOf
} from "./chunk-BNHI7EIA.js";
import {
  printable,
  shorten
} from "./chunk-O3XTEDKA.js";
import {
  firstOf,
  input,
  problemsFailure
} from "./chunk-GTV6CXRU.js";
import {
  formatBytes
} from "./chunk-F2CDRKCC.js";
import "./chunk-FL2XCUTW.js";
import "./chunk-ACFVWEEU.js";
import "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import "./chunk-NWSLXV6K.js";
import "./chunk-VD2XKUYA.js";
import "./chunk-EYJMA4VE.js";
import "./chunk-4KZHZBOR.js";
import "./chunk-FAWLDARW.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import "./chunk-HQLLIQ5B.js";
import "./chunk-UIFEWTII.js";
import {
  byBytes
} from "./chunk-IUS3NEIC.js";
import "./chunk-EVFFBKZG.js";
import "./chunk-P3IBKTOQ.js";
import "./chunk-DLB6TBYB.js";
import "./chunk-2XXI26VF.js";
import "./chunk-O46FCSL4.js";
import "./chunk-NNDOWG6N.js";
import {
  Failure,
  clause,
  reasonOf,
  sentenceText
} from "./chunk-IPQ6L4C3.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/declare/declare-verify.ts
function declareVerify(given) {
  const reader = readerOf(given);
  const asked = reader.items("platforms");
  const isAll = asked.length === 0 || asked.length === 1 && asked[0] === "all";
  const spec = {
    platforms: isAll ? "all" : reader.each("platforms", asked, parsePlatform),
    workingDirectory: reader.text("working-directory") ?? ".",
    credentials: declareCredentials(reader),
    own: given.values
  };
  reader.map("build-env", parseBuildVariable);
  reader.value("go-download-url", parseDownloadUrl, null);
  reader.value("upx-download-url", parseDownloadUrl, null);
  reader.value("upx-sha256", parseSha256, null);
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}

// src/verify/verification.ts
function isSame({ platforms }) {
  return platforms.every(({ digest, rebuilt }) => digest === rebuilt);
}

// src/report/verify-words.ts
var MOST_NAMES = 5;
var LONGEST_NAME = 120;
function reasonWords(reason) {
  switch (reason.kind) {
    case "go":
      return clause`Go: ${shown2(reason.path)} was built with ${shown2(reason.image)}, and the image says ${shown2(reason.rebuilt)}`;
    case "setting":
      return clause`flags: ${shown2(reason.path)} was built with ${setting(reason.name, reason.image)}, and the rebuild with ${setting(reason.name, reason.rebuilt)}`;
    case "ldflags":
      return clause`flags: ${shown2(reason.path)} does not have the value that ${input("ldflags")} in the image gives to ${names(reason.variables)}`;
    case "modules":
      return clause`modules: ${shown2(reason.path)} was built with ${names(reason.modules.map(moduleWords))}`;
    case "source":
      return sourceWords(reason);
    case "packer":
      return clause`packer: the same linked binary gives another ${shown2(reason.path)} with ${reason.packer ?? "the packer"}, so another one packed it, or it was changed afterwards`;
    case "packed":
      return reason.where === "rebuild" ? clause`packer: ${shown2(reason.path)} is not packed, and the rebuild is` : clause`packer: ${shown2(reason.path)} is packed, and the rebuild is not (${shown2(reason.why ?? "it could not be")})`;
    case "unread":
      return clause`${shown2(reason.path)} could not be compared further: ${shown2(reason.why)}`;
    case "contents":
      return clause`${input(reason.of)}: the image has ${shown2(reason.image ?? "none")}, and the rebuild ${shown2(reason.rebuilt ?? "none")}`;
    case "files":
      return clause`source: what ${input("files")} copied is not what commit ${reason.revision.slice(0, 7)} has: ${names(reason.paths)}`;
    case "foreign":
      return clause`not built: ${shown2(reason.what)} is in the image, and its build does not make it`;
    case "bantam":
      return clause`Bantam ${shown2(reason.image)} built the image, and this is ${reason.rebuilt}`;
  }
}
function sourceWords({ path: path5, revision, packages }) {
  const where = packages.length === 0 ? clause`the size of every package is the same` : clause`the size of ${names(packages)} differs`;
  return clause`source: ${shown2(path5)} was built from other source than commit ${revision.slice(0, 7)}, from changes that were not committed, or with other values of ${input("ldflags")} or ${input("build-env")}; ${where}`;
}
function setting(name, value) {
  return value === null ? `no ${shown2(name)}` : `${shown2(name)}=${shown2(value)}`;
}
function moduleWords({ path: path5, image, rebuilt }) {
  const there = image === null ? `without ${path5}` : `${path5} ${image}`;
  return rebuilt === null ? `${there}, which the commit does not use` : `${there} instead of ${rebuilt}`;
}
function names(all) {
  return firstOf(all.map(shown2), MOST_NAMES);
}
function shown2(text) {
  return shorten(printable(text), LONGEST_NAME);
}
function layerWords({ digest, rebuilt, how }) {
  if (rebuilt === null) return "only the image has this layer";
  if (digest === null) return "only the rebuild has this layer";
  switch (how) {
    case "compression":
      return "the same tar, compressed in another way";
    case "headers":
      return "the same files, with other times or headers in the tar";
    case "files":
      return "";
  }
}
function fileWords({ aspects, bytes, rebuiltBytes }) {
  return [aspects.join(", "), ...sizeWords(bytes, rebuiltBytes)].join("; ");
}
function sizeWords(bytes, rebuilt) {
  if (bytes === null || rebuilt === null) {
    const only = bytes ?? rebuilt;
    return only === null ? [] : [formatBytes(only)];
  }
  return bytes === rebuilt ? [`${formatBytes(bytes)} in both`] : [`${formatBytes(bytes)} in the image, ${formatDelta(rebuilt - bytes)} in the rebuild`];
}

// src/report/verify-json.ts
function verifyJson(verification, surface) {
  const { name, digest, platforms, others } = verification;
  return jsonText({
    schemaVersion: 1,
    bantam: VERSION,
    name,
    digest,
    same: isSame(verification),
    platforms: platforms.map(({ reasons, ...platform }) => ({
      ...platform,
      same: platform.digest === platform.rebuilt,
      reasons: reasons.map((reason) => ({ ...reason, message: sentenceText(reasonWords(reason), surface) }))
    })),
    notVerified: others
  });
}

// src/report/verify-lines.ts
var MOST_FILES = 20;
function verifyLines({ name, platforms, others }, screen) {
  const left = others.length === 0 ? [] : ["", ...listed([`not verified: ${others.join(", ")}`], 2, screen)];
  return [
    ...platforms.flatMap((platform, at) => [
      ...at === 0 ? [] : [""],
      headline(printable(name), platform.platform, screen),
      "",
      ...platformLines(platform, screen)
    ]),
    ...left
  ];
}
function platformLines(found, screen) {
  const { revision, digest, rebuilt, go, packer, layers, fields, reasons } = found;
  const tools = [go, packer].filter((tool) => tool !== null).join(", ");
  const same = digest === rebuilt;
  const files = layers.flatMap((layer) => layerLines(layer, screen));
  const differing = fields.map((field) => ({ label: "field", what: field, figure: "", note: "differs" }));
  const unknown = layers.length + fields.length === 0 ? ["the manifest is written in another way"] : [];
  return [
    ...layOut({ label: "commit", what: revision.slice(0, 12), figure: "", note: tools }, screen),
    ...layOut({ label: "image", what: short(digest), figure: "", note: "" }, screen),
    ...layOut(
      {
        label: "rebuild",
        what: short(rebuilt),
        figure: "",
        note: same ? "the same" : "another digest",
        ink: same ? "good" : "bad"
      },
      screen
    ),
    ...same ? [] : [
      "",
      ...files,
      ...differing.flatMap((row) => layOut(row, screen)),
      ...listed(unknown, 2, screen),
      ...reasons.length === 0 ? [] : ["", `  ${paint(screen, "strong", "why")}`],
      ...reasons.flatMap((reason) => listed([sentenceText(reasonWords(reason), "terminal")], 4, screen))
    ]
  ];
}
function layerLines(layer, screen) {
  const { what, files } = layer;
  const whole = layerWords(layer);
  const shown3 = files.slice(0, MOST_FILES);
  const hidden = files.length - shown3.length;
  return [
    ...whole === "" ? [] : layOut({ label: "layer", what, figure: "", note: whole }, screen),
    ...shown3.flatMap(
      (file, at) => layOut(
        {
          label: at === 0 && whole === "" ? what : "",
          what: file.path,
          figure: "",
          note: fileWords(file)
        },
        screen
      )
    ),
    ...hidden > 0 ? listed([`and ${hidden} more files`], 12, screen) : []
  ];
}
function short(digest) {
  return digest.slice(0, "sha256:".length + 12);
}

// src/commands/verify.ts
import path4 from "node:path";

// src/commands/steps/verify/cannot-verify.ts
function cannotVerify(name, why, { fix, cause, fields } = {}) {
  return new Failure(
    "bad-input",
    { what: clause`${name} cannot be verified`, why, fix },
    { cause, fields: { ...fields, thing: name } }
  );
}

// src/thing/list-layer.ts
import { createHash } from "node:crypto";
async function listLayer(stored) {
  const files = [];
  for await (const entry of tarEntries(decompress(stored), { maxEntries: Infinity, maxBytes: Infinity })) {
    const isFile = entry.type === "file";
    const hash = createHash("sha256");
    if (isFile) for await (const chunk of entry.content()) hash.update(chunk);
    files.push({
      path: imagePath(entry.name),
      kind: entry.type,
      mode: entry.mode,
      uid: entry.uid,
      gid: entry.gid,
      bytes: isFile ? entry.size : 0,
      sha256: isFile ? hash.digest("hex") : "",
      target: entry.linkTarget,
      capabilities: Buffer.from(entry.capabilities ?? []).toString("hex")
    });
  }
  return files;
}

// src/verify/explain.ts
function explainContents(layers, { revision, programs, image, rebuilt }) {
  const contents = ["certificates", "timezones"].flatMap(
    (of) => image.settings[of] === rebuilt.settings[of] ? [] : [{ kind: "contents", of, image: image.settings[of], rebuilt: rebuilt.settings[of] }]
  );
  const copied = layers.filter(({ what, how }) => what === "files" && how === "files").flatMap(({ files }) => files.map(({ path: path5 }) => path5));
  const extra = layers.flatMap((layer) => foreignIn(layer, programs));
  const versions = image.bantam === rebuilt.bantam ? [] : [{ kind: "bantam", image: image.bantam, rebuilt: rebuilt.bantam }];
  return [
    ...versions,
    ...contents,
    ...copied.length === 0 ? [] : [{ kind: "files", revision, paths: copied }],
    ...extra.map((what) => ({ kind: "foreign", what }))
  ];
}
function foreignIn({ what, rebuilt, files }, programs) {
  if (rebuilt === null) return [what];
  if (what === "files") return [];
  return files.filter(({ path: path5, aspects }) => aspects.includes("only in the image") && !programs.includes(path5)).map(({ path: path5 }) => path5);
}

// src/verify/explain-program.ts
function explainProgram(image, rebuilt, context) {
  const { path: path5 } = image;
  const [one, other] = [image.linked, rebuilt.linked];
  const packing = packingReasons(image, rebuilt, context);
  if ("why" in one) return [{ kind: "unread", path: path5, why: one.why }];
  if ("why" in other) return [{ kind: "unread", path: path5, why: other.why }];
  if (Buffer.compare(one.bytes, other.bytes) === 0)
    return packing.length > 0 ? packing : [{ kind: "packer", path: path5, packer: context.packer }];
  const known = [
    ...buildReasons(path5, one.buildInfo, other.buildInfo),
    ...flagReasons(path5, one.bytes, other.bytes, context.ldflags)
  ];
  return [...known.length > 0 ? known : [sourceReason(path5, one, other, context)], ...packing];
}
function packingReasons(image, rebuilt, { notPacked }) {
  if (image.packer === null === (rebuilt.packer === null)) return [];
  const { path: path5 } = image;
  return [
    image.packer === null ? { kind: "packed", path: path5, where: "rebuild", why: null } : { kind: "packed", path: path5, where: "image", why: notPacked }
  ];
}
function buildReasons(path5, one, other) {
  if (one === null || other === null) return [];
  if (one.goVersion !== other.goVersion)
    return [{ kind: "go", path: path5, image: one.goVersion, rebuilt: other.goVersion }];
  const names2 = [.../* @__PURE__ */ new Set([...Object.keys(one.settings), ...Object.keys(other.settings)])];
  const settings = names2.flatMap((name) => {
    const [image, rebuilt] = [one.settings[name] ?? null, other.settings[name] ?? null];
    return image === rebuilt ? [] : [{ kind: "setting", path: path5, name, image, rebuilt }];
  });
  const modules = moduleDifferences(one, other);
  return [...settings, ...modules.length === 0 ? [] : [{ kind: "modules", path: path5, modules }]];
}
function moduleDifferences(one, other) {
  const [before, after] = [modulesOf(one), modulesOf(other)];
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((path5) => {
    const [image, rebuilt] = [before.get(path5) ?? null, after.get(path5) ?? null];
    return image === rebuilt ? [] : [{ path: path5, image, rebuilt }];
  });
}
function modulesOf({ dependencies }) {
  return new Map(
    dependencies.map(({ path: path5, version, replacedBy }) => [
      path5,
      replacedBy === null ? version : `${version} => ${replacedBy.path} ${replacedBy.version}`.trimEnd()
    ])
  );
}
var SHORTEST_VALUE = 4;
function flagReasons(path5, image, rebuilt, ldflags) {
  const holds = (bytes, value) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(value);
  const variables = linkerVariables(ldflags).filter(
    ({ value }) => value.length >= SHORTEST_VALUE && holds(rebuilt, value) && !holds(image, value)
  );
  if (variables.length === 0) return [];
  return [
    { kind: "ldflags", path: path5, variables: variables.map((variable) => `${variable.path}.${variable.name}`) }
  ];
}
function sourceReason(path5, one, other, { revision }) {
  const [before, after] = [one.breakdown(), other.breakdown()];
  const own = differingPackages(withoutStandard(before), withoutStandard(after));
  return { kind: "source", path: path5, revision, packages: own.length > 0 ? own : differingPackages(before, after) };
}
function differingPackages(one, other) {
  const [before, after] = [packageBytes([one]), packageBytes([other])];
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name)
  );
}
function withoutStandard(tree) {
  return { ...tree, children: (tree.children ?? []).filter(({ kind }) => kind !== "std") };
}

// src/verify/json-fields.ts
import { isDeepStrictEqual } from "node:util";
function differingFields(image, rebuilt, within = "") {
  if (isDeepStrictEqual(image, rebuilt)) return [];
  if (!isRecord(image) || !isRecord(rebuilt)) return [within];
  return [.../* @__PURE__ */ new Set([...Object.keys(image), ...Object.keys(rebuilt)])].flatMap(
    (name) => differingFields(image[name], rebuilt[name], within === "" ? name : `${within}.${name}`)
  );
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/verify/listing.ts
function fileDifferences(image, rebuilt) {
  const before = new Map(image.map((file) => [file.path, file]));
  const after = new Map(rebuilt.map((file) => [file.path, file]));
  const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort(byBytes);
  return paths.flatMap((path5) => {
    const [one, other] = [before.get(path5), after.get(path5)];
    const aspects = aspectsOf(one, other);
    return aspects.length === 0 ? [] : [{ path: path5, aspects, bytes: bytesOf(one), rebuiltBytes: bytesOf(other) }];
  });
}
function aspectsOf(one, other) {
  if (one === void 0) return ["only in the rebuild"];
  if (other === void 0) return ["only in the image"];
  if (one.kind !== other.kind) return ["kind"];
  const differing = [
    ["content", one.sha256 !== other.sha256],
    ["mode", one.mode !== other.mode],
    ["owner", one.uid !== other.uid || one.gid !== other.gid],
    ["target", one.target !== other.target],
    ["capabilities", one.capabilities !== other.capabilities]
  ];
  return differing.flatMap(([aspect, differs]) => differs ? [aspect] : []);
}
function bytesOf(file) {
  return file?.kind === "file" ? file.bytes : null;
}

// src/verify/pair-layers.ts
function pairLayers(image, rebuilt) {
  const pairs = [];
  let [at, next] = [0, 0];
  const upTo = (imageEnd, rebuiltEnd) => {
    for (; at < imageEnd || next < rebuiltEnd; at += 1, next += 1)
      pairs.push([
        at < imageEnd ? image[at] ?? null : null,
        next < rebuiltEnd ? rebuilt[next] ?? null : null
      ]);
    at = imageEnd;
    next = rebuiltEnd;
  };
  for (const [index, layer] of image.entries()) {
    if (index < at) continue;
    const same = rebuilt.findIndex(({ digest }, place) => place >= next && digest === layer.digest);
    if (same < 0) continue;
    upTo(index, same);
    pairs.push([layer, rebuilt[same] ?? null]);
    at = index + 1;
    next = same + 1;
  }
  upTo(image.length, rebuilt.length);
  return pairs;
}

// src/commands/steps/verify/read-build.ts
import { readFile } from "node:fs/promises";
var REVISION = "org.opencontainers.image.revision";
async function readBuild(name, image, unpack) {
  const { manifestDigest: digest, annotations, config, platform } = image;
  if (digest === null)
    throw cannotVerify(name, clause`this archive keeps no manifest`, {
      fix: clause`name the image in its registry, or an OCI layout or archive of it`
    });
  const annotation = annotationOf(name, image);
  const revision = annotations[REVISION] ?? config.labels[REVISION];
  if (!isCommit(revision))
    throw cannotVerify(name, clause`it does not name the commit that it was built from`, {
      fix: clause`build it in a git checkout, without a label ${REVISION} of your own`
    });
  const programs = await Promise.all(image.programs.map((program) => seeProgram(program, unpack)));
  const infos = programs.flatMap(({ linked }) => "why" in linked ? [] : linked.buildInfo ?? []);
  const { inputs, settings } = annotation;
  const ours = inputs["working-directory"] === void 0 ? programs.map((program) => builtProgram(name, program)) : null;
  const shown3 = readInheritedConfig(image.parts.config);
  if (!shown3.ok) throw cannotVerify(name, clause`its config ${shown3.problem}`);
  const settingsOfGo = infos[0]?.settings ?? {};
  return {
    name,
    image,
    digest,
    annotation,
    revision,
    created: config.created === null ? null : secondsOf(config.created),
    programs,
    buildInfo: infos[0] ?? null,
    record: {
      platform,
      settings,
      inputs,
      config: { ...shown3.value, entrypoint: config.entrypoint, args: config.args },
      base: namedBase(annotations),
      programs: ours,
      vcs: settingsOfGo["vcs.revision"] !== void 0,
      goEnv: Object.fromEntries(
        ["GOEXPERIMENT", "GOFIPS140"].flatMap((key) => {
          const value = settingsOfGo[key];
          return value === void 0 ? [] : [[key, value]];
        })
      ),
      sbom: image.files.some(({ path: path5 }) => path5 === SBOM_PATH)
    }
  };
}
function annotationOf(name, { annotations, platform }) {
  const written = annotations[WEIGH_IN_ANNOTATION];
  if (written === void 0)
    throw cannotVerify(name, clause`Bantam did not build it: it has no annotation ${WEIGH_IN_ANNOTATION}`);
  const read = readAnnotation(written, platform);
  if (read.ok) return read.value;
  throw cannotVerify(
    name,
    clause`its annotation ${WEIGH_IN_ANNOTATION} for ${formatPlatform(platform)} ${read.problem}`
  );
}
function secondsOf(time) {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : ms / 1e3;
}
function builtProgram(name, { path: path5, linked }) {
  if ("why" in linked)
    throw cannotVerify(name, clause`${printable(path5)} in it cannot be read: ${linked.why}`);
  const main = linked.buildInfo?.path ?? null;
  if (main === null || linked.buildInfo?.main === null)
    throw cannotVerify(
      name,
      clause`${printable(path5)} in it does not name the package that it was built from`
    );
  return { path: path5, main };
}
async function seeProgram({ path: path5, file }, unpack) {
  if (file === null) return { path: path5, packer: null, linked: { why: "it is too large" } };
  const bytes = await readFile(file);
  const packed = await unpack(bytes);
  const packer = packed?.packer ?? null;
  if (packed !== null && "why" in packed) return { path: path5, packer, linked: { why: packed.why } };
  return { path: path5, packer, linked: seeLinked(path5, packed?.linked ?? bytes) };
}
function seeLinked(path5, bytes) {
  try {
    const executable = readExecutable(bytes, path5);
    return { bytes, buildInfo: executable.buildInfo, breakdown: () => breakdownOf(executable, bytes, path5) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { why: "it is not a complete executable" };
  }
}

// src/commands/steps/verify/compare-builds.ts
async function compareBuilds(found, made) {
  const { digest, revision, annotation } = found;
  const same = digest === made.image.manifest.digest;
  const layers = same ? [] : await layerDifferences(found, made);
  return {
    platform: formatPlatform(found.record.platform),
    revision,
    digest,
    rebuilt: made.image.manifest.digest,
    go: annotation.settings.go,
    packer: annotation.settings.packer,
    layers,
    fields: same ? [] : documentDifferences(found, made),
    reasons: same ? [] : reasonsOf(found, made, layers)
  };
}
async function layerDifferences({ name, image }, made) {
  const own = new Map(
    made.image.layers.map(({ digest, what }) => [digest, what])
  );
  const rebuilt = allLayers(made.image).map((layer) => ({
    ...layer,
    what: own.get(layer.digest) ?? "a layer of the base"
  }));
  const stored = image.layers.map((layer, at) => ({
    digest: layer.digest,
    diffId: layer.diffId,
    place: at + 1,
    part: image.parts.layers[at]
  }));
  const differences = [];
  for (const [one, other] of pairLayers(stored, rebuilt)) {
    if (one?.digest === other?.digest) continue;
    const sameTar = one?.diffId === other?.diffId;
    const files = sameTar ? [] : fileDifferences(
      one?.part === void 0 ? [] : await listStored(name, one.part),
      other === null ? [] : await listLayer(bytesOf2(other))
    );
    differences.push({
      what: other?.what ?? `layer ${one?.place ?? 0}`,
      digest: one?.digest ?? null,
      rebuilt: other?.digest ?? null,
      files,
      how: sameTar ? "compression" : files.length === 0 ? "headers" : "files"
    });
  }
  return differences;
}
async function listStored(name, part) {
  const extent = await part.open();
  try {
    return await listLayer(chunksOf(extent));
  } catch (cause) {
    throw asUnreadable(name, cause);
  } finally {
    await release(extent);
  }
}
async function* bytesOf2(blob) {
  if ("bytes" in blob) yield blob.bytes;
  else yield* chunksOf(blob);
}
function documentDifferences({ image }, made) {
  const text = new TextDecoder();
  const config = differingFields(
    parseJson(text.decode(image.parts.config)),
    parseJson(text.decode(made.image.config.bytes))
  ).filter((field) => field !== "rootfs.diff_ids");
  return [...config, ...annotationDifferences(image.annotations, annotationsOf(made))];
}
function annotationsOf({ image }) {
  const manifest = parseJson(new TextDecoder().decode(image.manifest.bytes));
  return manifest.annotations ?? {};
}
function annotationDifferences(image, rebuilt) {
  const open = ({ [WEIGH_IN_ANNOTATION]: written = "", ...others }) => ({
    ...others,
    [WEIGH_IN_ANNOTATION]: parseJson(written)
  });
  return differingFields(open(image), open(rebuilt), "annotations");
}
function reasonsOf(found, made, layers) {
  const { revision, annotation, record } = found;
  const changed = new Set(layers.flatMap(({ files }) => files.map(({ path: path5 }) => path5)));
  const context = { revision, ldflags: annotation.settings.ldflags ?? "", packer: annotation.settings.packer };
  const rebuilt = made.shipped.map((shipped, at) => {
    const { pack } = shipped.weight;
    const path5 = binaryPath(shipped);
    const program = {
      path: path5,
      packer: shipped.packed ? pack.packer ?? "packer" : null,
      linked: seeLinked(path5, made.binaries[at]?.bytes ?? shipped.bytes)
    };
    return { program, notPacked: shipped.packed ? null : pack.reason };
  });
  const programs = rebuilt.flatMap(({ program, notPacked }) => {
    const seen = found.programs.find(({ path: path5 }) => path5 === program.path);
    return seen === void 0 || !changed.has(program.path) ? [] : explainProgram(seen, program, { ...context, notPacked });
  });
  const contents = explainContents(layers, {
    revision,
    programs: rebuilt.map(({ program }) => program.path),
    image: { bantam: annotation.bantam, settings: record.settings },
    rebuilt: {
      bantam: VERSION,
      settings: {
        certificates: made.weight.settings.certificates,
        timezones: made.weight.settings.timezones
      }
    }
  });
  return [...programs, ...contents];
}

// src/commands/steps/verify/open-to-verify.ts
async function openToVerify(host, text, { platforms, credentials }) {
  const openRegistry = async (reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null };
    const login = await findCredentials(host, reference, { ...publishing, credentials });
    return openRepository(host, reference, login);
  };
  const thing = await openThing(host, text, { platforms, openRegistry, readWeighIn }).catch(
    (cause) => {
      if (!(cause instanceof NotWeighable)) throw cause;
      const { why = clause`it is no image` } = cause.clauses;
      throw cannotVerify(printable(text), why, { fix: WHAT, cause: cause.cause });
    }
  );
  switch (thing.kind) {
    case "image":
      return thing;
    case "binary":
      throw notAnImage(thing.name, "a binary");
    case "weigh-in":
      throw notAnImage(thing.name, "a weigh-in");
  }
}
var WHAT = clause`name an OCI layout, an image archive or an image in a registry`;
function notAnImage(name, kind) {
  return cannotVerify(name, clause`it is ${kind}`, { fix: WHAT });
}

// src/commands/steps/verify/own-clone.ts
import path from "node:path";
async function ownClone(host, { root, directory }, commit) {
  const clone = path.join(host.temporary, `clone-${commit.slice(0, 12)}`);
  const config = { ...await withoutDrivers(host, root), "advice.detachedHead": "false" };
  const cloning = ["clone", "--quiet", "--shared", "--no-checkout", "--template=", "--", root, clone];
  const git = async (place2, args) => {
    const ended = await runGit(host, place2, args, { config });
    if (ended.exitCode === 0) return;
    throw new Failure(
      "bad-input",
      { what: clause`Git could not clone commit ${commit.slice(0, 7)}`, why: clause`${gitReason(ended)}` },
      { fields: { commit } }
    );
  };
  await git(root, cloning);
  await git(clone, ["checkout", "--quiet", "--detach", commit]);
  const place = (file) => {
    const within = path.relative(root, file);
    return within.startsWith("..") || path.isAbsolute(within) ? file : path.join(clone, within);
  };
  return { root: clone, directory: place(directory), place };
}

// src/commands/steps/verify/rebuild.ts
import path3 from "node:path";

// src/declare/rebuild-inputs.ts
function rebuildInputs(record, own) {
  const { settings, inputs, platform } = record;
  const strange = Object.keys(inputs).find((name) => !RECORDED.some((known) => known === name));
  if (strange !== void 0) return problem(`keeps "${strange}", which is no input that an image keeps`);
  const packing = packingValues(settings.packer, own);
  if (!packing.ok) return packing;
  const compiling = inputs.binary === void 0 ? compilingValues(record) : parsed({});
  if (!compiling.ok) return compiling;
  const values = {
    platforms: formatPlatform(platform),
    ...compiling.value,
    ...packing.value,
    "layer-compression": settings.layerCompression ?? "gzip",
    sbom: record.sbom ? "embedded" : "none",
    ...command(record.config),
    ...record.base === null ? configValues(record.config) : baseValue(record.base),
    ...record.programs === null ? {} : some(
      "main",
      record.programs.map(({ main, path: path5 }) => `${main}=${path5}`)
    ),
    ...recordedValues(inputs),
    push: "false",
    baseline: "none"
  };
  if (inputs.binary !== void 0) return parsed({ surface: "terminal", values, problems: [] });
  const url = own["go-download-url"];
  const downloading = url === void 0 ? {} : { "go-download-url": url };
  const env = [...own["build-env"] === void 0 ? [] : [own["build-env"]], ...goEnvText(record)];
  return parsed({
    surface: "terminal",
    values: { ...values, ...downloading, ...env.length === 0 ? {} : { "build-env": env.join("\n") } },
    // Each is read by itself, however it is written.
    ...env.length > 1 ? { repeated: { "build-env": env } } : {},
    problems: []
  });
}
function compilingValues({ settings, vcs }) {
  const { go, ldflags, buildTags, buildFlags, cgo } = settings;
  if (go === null || ldflags === null)
    return problem("does not say which Go and which flags it was built with");
  const flag = otherFlagOf({ buildFlags: buildFlags ?? [], ldflags });
  if (flag !== null)
    return problem(`was built with ${shown(flag)}, which can have a build write files or run programs`);
  return parsed({
    "go-version": go.replace(/^go/, "").replace(/ .*$/, ""),
    ...linkerFlags(ldflags),
    ...some("build-tags", buildTags ?? []),
    ...some("build-flags", buildFlags ?? []),
    cgo: cgo ?? "off",
    "build-vcs": String(vcs)
  });
}
function goEnvText({ goEnv }) {
  return Object.keys(goEnv).length === 0 ? [] : [JSON.stringify(goEnv)];
}
function some(name, items) {
  return items.length === 0 ? {} : { [name]: JSON.stringify(items) };
}
function recordedValues(inputs) {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, textOf(value)]));
}
function textOf(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
function linkerFlags(ldflags) {
  const text = ldflags.replace(/^-s -w ?/, "").replaceAll("{{", '{{"{{"}}');
  if (text === "") return {};
  const fields = splitLinkerFlags(text);
  return { ldflags: /[\r\n]/.test(text) && fields.ok ? JSON.stringify(fields.value) : text };
}
function packingValues(title, own) {
  if (title === null) return parsed({ pack: "off" });
  if (/^bantam 1 \(zstd [\w.]+\)$/.test(title)) return parsed({ pack: "auto", packer: "bantam" });
  const [, version, args = ""] = /^upx (\d+\.\d+\.\d+)((?: \S+)*)$/.exec(title) ?? [];
  if (version === void 0) return problem("was packed by a packer that this Bantam does not know");
  const sources = ["upx-download-url", "upx-sha256"].flatMap((name) => {
    const value = own[name];
    return value === void 0 ? [] : [[name, value]];
  });
  return parsed({
    pack: "auto",
    packer: "upx",
    "upx-version": version,
    ...some("upx-args", args.split(" ").filter(Boolean)),
    ...Object.fromEntries(sources)
  });
}
function command({ entrypoint, args }) {
  return entrypoint.length === 0 ? some("cmd", args) : { ...some("entrypoint", entrypoint), ...some("args", args) };
}
function configValues({ env, expose, user, workdir, stopSignal, healthcheck }) {
  return {
    ...Object.keys(env).length === 0 ? {} : { env: JSON.stringify(env) },
    ...some("expose", expose),
    user,
    ...workdir === null ? {} : { workdir },
    ...stopSignal === null ? {} : { "stop-signal": stopSignal },
    ...healthcheck === null ? {} : { healthcheck: healthcheckText(healthcheck) }
  };
}
function healthcheckText({
  Test = [],
  Interval,
  Timeout,
  StartPeriod,
  StartInterval,
  Retries
}) {
  const [keyword = "", ...words] = Test;
  if (keyword === "NONE") return "NONE";
  const flags = [
    ["interval", Interval, "ns"],
    ["timeout", Timeout, "ns"],
    ["start-period", StartPeriod, "ns"],
    ["start-interval", StartInterval, "ns"],
    ["retries", Retries, ""]
  ];
  const given = flags.flatMap(
    ([name, value, unit]) => value === void 0 ? [] : [`--${name}=${value}${unit}`]
  );
  return [...given, keyword, JSON.stringify(words)].join(" ");
}
function baseValue({ name, digest }) {
  return name === null ? {} : { base: `${name}@${digest}` };
}

// src/commands/steps/verify/find-module.ts
import { readFile as readFile2 } from "node:fs/promises";
import path2 from "node:path";
async function findModule(host, { root, directory }, module) {
  const listed2 = await askGit(host, root, "ls-files", "-z", "--", ":(glob)**/go.mod");
  const files = (listed2 ?? "").split("\0").filter((file) => file !== "");
  const found = [];
  for (const file of files) {
    const place = path2.join(root, file);
    const text = await readFile2(place, "utf8").catch(() => "");
    if (moduleOf(text) === module) found.push(path2.dirname(place));
  }
  const here = found.filter((place) => directory === place || directory.startsWith(`${place}${path2.sep}`));
  return [
    ...here.toSorted((one, other) => other.length - one.length),
    ...found.filter((place) => !here.includes(place))
  ];
}
function moduleOf(goMod) {
  return /^[ \t]*module[ \t]+(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))/m.exec(goMod)?.slice(1).find(Boolean) ?? null;
}

// src/commands/steps/verify/missing-tool.ts
function missingTool(name, kind, cause) {
  if (!(cause instanceof Failure) || cause.code !== "missing-tool") return cause;
  const { title: tool, mirror } = DOWNLOADED[kind];
  const { version, url, platform } = cause.fields;
  if (version === void 0 || url === void 0 && platform === void 0) return cause;
  const orMirror = url === void 0 ? clause`` : clause`, or set ${input(mirror)} to a mirror that can be reached`;
  return new Failure(
    "missing-tool",
    {
      what: clause`${name} cannot be verified without ${tool} ${version}, which built it`,
      why: cause.clauses.why,
      fix: clause`install ${tool} ${version} and put it on PATH${orMirror}`
    },
    { cause, fields: { ...cause.fields, thing: name } }
  );
}

// src/commands/steps/verify/rebuild.ts
async function rebuild(host, found, checkout, own) {
  const kept = path3.join(host.temporary, "kept");
  const there = { ...host, cwd: checkout.root, kept, log: quietLog(host.log) };
  const spec = await declareRebuild(there, found, checkout, own);
  const [platform] = spec.platforms;
  if (platform.source.kind === "main") checkPrograms(there, platform.compile, platform.workingDirectory);
  await checkCertificates(platform.certificates);
  const [made] = await withSideWork(there, (inside, begin) => makeAgain(inside, found, spec, begin));
  if (made === void 0) throw new Error("an image for no platform");
  return made;
}
async function makeAgain(host, { name }, spec, begin) {
  const [platform] = spec.platforms;
  const { base } = spec;
  const sharing = sharingOf(host, begin, [spec]);
  const onBase = base.kind === "scratch" ? spec : await sharing.openBase(host, spec, base);
  const userFiles = await readFiles(host, platform);
  const resolving = sharing.findPacker(host, platform).catch((cause) => {
    throw missingTool(name, "packer", cause);
  });
  resolving.catch(() => {
  });
  const go = await sharing.findGo(host, platform).catch((cause) => {
    throw missingTool(name, "compiler", cause);
  });
  return makeImages(host, onBase, { wait: (work) => work, sharing }, () => ({
    called: spec.name,
    go,
    resolving,
    loading: import("./deferred-T4ABNDXM.js"),
    isolations: sharing.isolations(),
    userFiles,
    baseline: Promise.resolve({ status: "absent", report: null, reason: "nothing is compared" }),
    access: Promise.resolve(null),
    clock: startClock(),
    screen: { width: Infinity, colour: false }
  }));
}
async function declareRebuild(host, found, checkout, own) {
  const { name, record } = found;
  const given = rebuildInputs(record, own);
  if (!given.ok) throw cannotVerify(name, clause`it ${given.problem}`);
  const directory = await directoryOf(host, found, checkout);
  const values = { ...given.value.values, "working-directory": directory };
  const declared = declareImage({ ...given.value, values }, surroundingsOf(found));
  if (!declared.ok) {
    const cause = problemsFailure(declared.problems);
    throw cannotVerify(name, clause`the settings that it names are refused: ${reasonOf(cause)}`, { cause });
  }
  const { spec } = declared;
  await checkInside(found, checkout, declared);
  const platforms = [asRecorded(spec.platforms[0], found)];
  return { ...spec, ...factsOf(found), platforms };
}
function surroundingsOf({ revision, created }) {
  return {
    surface: "terminal",
    cwd: "/",
    env: {},
    event: null,
    pullRequest: null,
    repository: {
      commit: revision,
      committedAt: created,
      tag: null,
      tagPrefix: "",
      described: { status: "no tag" },
      ref: null,
      refused: null,
      branch: null,
      source: null
    },
    base: { commit: { status: "none", why: "nothing is compared" }, branch: null }
  };
}
function factsOf({ revision, created, annotation }) {
  const { budget: limits } = annotation;
  return {
    revision,
    created,
    othersCode: true,
    budget: limits.length === 0 ? { kind: "none" } : { kind: "limits", limits }
  };
}
function asRecorded(spec, found) {
  const { image, annotation } = found;
  const annotations = Object.fromEntries(
    Object.entries(image.annotations).filter(([key]) => key !== WEIGH_IN_ANNOTATION)
  );
  const { recorded: _, ...own } = spec;
  return {
    ...own,
    ...factsOf(found),
    config: { ...spec.config, labels: image.config.labels, annotations },
    ...Object.keys(annotation.inputs).length === 0 ? {} : { recorded: annotation.inputs }
  };
}
async function directoryOf(host, found, checkout) {
  const { name, record, buildInfo, revision } = found;
  const recorded = record.inputs["working-directory"];
  if (typeof recorded === "string") return path3.resolve(checkout.root, recorded);
  const module = buildInfo?.main?.path ?? "";
  const [first, second] = await findModule(host, checkout, module);
  const short2 = revision.slice(0, 7);
  if (first === void 0)
    throw cannotVerify(name, clause`commit ${short2} has no go.mod of the module ${printable(module)}`);
  const isHere = isInside(first, checkout.directory);
  if (second !== void 0 && !isHere)
    throw cannotVerify(name, clause`commit ${short2} has several go.mod of the module ${printable(module)}`, {
      fix: clause`write the directory of one with ${input("working-directory")}`
    });
  return first;
}
async function checkInside({ name }, { root }, { spec, run }) {
  const [outside] = await pathsOutside(await realPlace(root), spec, run);
  if (outside !== void 0)
    throw cannotVerify(
      name,
      clause`it was built with ${printable(outside.value)}, which is not in its commit`
    );
}

// src/commands/verify.ts
async function verify(host, text, spec, progress) {
  progress.say(`reading ${text}`);
  const image = await openToVerify(host, text, spec);
  const unpack = unpacker(host);
  const directory = path4.resolve(host.cwd, spec.workingDirectory);
  const builds = [];
  for (const platform of image.platforms) {
    const name = image.platforms.length === 1 ? image.name : `${image.name} (${formatPlatform(platform.platform)})`;
    builds.push(await readBuild(name, platform, unpack));
  }
  const [first] = builds;
  if (first === void 0) throw new Error(`${image.name} has no platform that was asked for`);
  await noteChanges(host, directory, first);
  const platforms = [];
  for (const build of builds) {
    const { platform } = build.record;
    const go = build.annotation.settings.go ?? "Go";
    progress.say(`building ${build.revision.slice(0, 7)} again for ${formatPlatform(platform)} with ${go}`);
    platforms.push(await verifyBuild(host, directory, build, spec));
  }
  return {
    name: image.name,
    digest: image.digest ?? first.digest,
    platforms,
    others: image.others.map(formatPlatform)
  };
}
async function verifyBuild(host, directory, build, { own }) {
  await haveCommit(host, directory, build);
  return withCheckout(host, directory, build.revision, async (worktree) => {
    const { record, revision } = build;
    const checkout = record.vcs ? await ownClone(host, worktree, revision) : worktree;
    return compareBuilds(build, await rebuild(host, build, checkout, own));
  });
}
async function haveCommit(host, directory, { name, revision }) {
  try {
    await fetchCommit(host, directory, revision);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.fields.commit === void 0) throw cause;
    throw cannotVerify(
      name,
      clause`this clone does not have the commit ${revision.slice(0, 7)} that it was built from, and ${reasonOf(cause)}`,
      { fix: clause`run this in a clone of its repository`, cause, fields: { commit: revision } }
    );
  }
}
async function noteChanges(host, directory, { revision }) {
  const config = await withoutDrivers(host, directory);
  const status = ["status", "--porcelain", "--untracked-files=no", "--ignore-submodules=all"];
  const { exitCode, stdout } = await runGit(host, directory, status, { config });
  if (exitCode === 0 && stdout.trim() !== "")
    host.log.notice(
      clause`this checkout has changes that are not committed; they do not count, because commit ${revision.slice(0, 7)} is built`
    );
}

// src/commands/terminal/verify.ts
async function runVerify(terminal, log, { given, json, image }) {
  const progress = progressOn(terminal.stderr, terminal.env);
  try {
    const host = terminalHost(terminal, log);
    const declared = declareVerify(given);
    if (!declared.ok) throw problemsFailure(declared.problems);
    if (declared.value.credentials !== null) host.log.secret(declared.value.credentials.password);
    const found = await verify(host, image, declared.value, progress);
    progress.end();
    const screen = terminalStyle(terminal.stdout, terminal.env);
    for (const line of json ? [] : verifyLines(found, screen)) host.log.info(line);
    if (json) terminal.stdout.write(verifyJson(found, host.surface));
    return isSame(found) ? 0 : 1;
  } catch (error) {
    progress.end();
    tellOnTerminal(terminal, log, { json }, error);
    return 2;
  }
}
export {
  runVerify
};
