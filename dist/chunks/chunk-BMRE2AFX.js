import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  compress,
  mediaTypeOf
} from "./chunk-5N4UT3EE.js";
import {
  ANY_DEPTH,
  NotInside,
  PACKAGE_FIELDS,
  binaryNameOf,
  binaryPath,
  buildFlags,
  findAmong,
  findMains,
  fitsName,
  goEnvironment,
  goFailure,
  goListJson,
  hasWildcard,
  inParallel,
  openInside,
  packageOf,
  withSideWork
} from "./chunk-EE3A2FFX.js";
import {
  MANIFEST_MEDIA_TYPE
} from "./chunk-ZPWYLRU4.js";
import {
  isInside,
  leadsIntoGit,
  workspaceRoots
} from "./chunk-6RQEHISK.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  descriptorOf,
  jsonBlob
} from "./chunk-QDPUHGK4.js";
import {
  input,
  whyNotRead
} from "./chunk-O5ID5AHO.js";
import {
  withoutCommands
} from "./chunk-4KZHZBOR.js";
import {
  didYouMean,
  formatPlatform,
  processorSetting
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  DF_1_PIE,
  DT_FLAGS_1,
  DT_NEEDED,
  DT_NULL,
  DT_STRTAB,
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS32,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFDATA2MSB,
  EM_386,
  EM_AARCH64,
  EM_ARM,
  EM_LOONGARCH,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  PF_W,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  PT_NOTE,
  SHT_NOBITS,
  isElf
} from "./chunk-FXRCOYOV.js";
import {
  byBytes,
  parents,
  sortedRecord,
  tarChunks
} from "./chunk-IUS3NEIC.js";
import {
  run
} from "./chunk-P3IBKTOQ.js";
import {
  UNPRIVILEGED
} from "./chunk-O46FCSL4.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __using
} from "./chunk-33PJWEQH.js";

// src/host/progress.ts
var CLEAR_LINE = "\r\x1B[K";
function progressOn(stream, env) {
  if (!isLive(stream, env)) return { say: (line) => void stream.write(`${onOneLine(line)}
`), end: () => {
  } };
  const width = () => Math.max(1, stream.columns - 1);
  let shown = false;
  return {
    say: (line) => {
      shown = true;
      stream.write(`${CLEAR_LINE}${onOneLine(line).slice(0, width())}`);
    },
    end: () => {
      if (shown) stream.write(CLEAR_LINE);
      shown = false;
    }
  };
}
function isLive(stream, env) {
  return stream.isTTY && env["TERM"] !== "dumb";
}
function onOneLine(line) {
  return withoutCommands(line).replaceAll("\n", " ");
}

// src/commands/steps/certificates.ts
import { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

// src/image/entry-tree.ts
var ROOT = { uid: 0, gid: 0 };
var MAX_LINKS = 40;
function entryTree(entries) {
  const tree = /* @__PURE__ */ new Map([["/", directory("/")]]);
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory(parent));
    tree.set(entry.path, entry);
  }
  return tree;
}
function directory(path9) {
  return { kind: "directory", path: path9, mode: 493, uid: 0, gid: 0 };
}
function lookUp(tree, path9, user) {
  let at = [];
  const rest = namesIn(path9).toReversed();
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
    if (links > MAX_LINKS) return { kind: "loop", path: path9 };
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
function namesIn(path9) {
  return path9.split("/").filter((name) => name !== "");
}
function pathOf(names) {
  return `/${names.join("/")}`;
}

// src/image/file-size.ts
function fileSize(entry) {
  return entry.content?.size ?? entry.bytes.length;
}

// src/image/certificates.ts
import { X509Certificate } from "node:crypto";
var CERTIFICATES_PATH = "/etc/ssl/certs/ca-certificates.crt";
function bundle(sources) {
  const bundled2 = /* @__PURE__ */ new Set();
  for (const source of sources) {
    const certificates = parseCertificates(source);
    if (!certificates.ok) return certificates;
    for (const certificate of certificates.value) bundled2.add(certificate);
  }
  return parsed([...bundled2].join(""));
}
function parseCertificates({ name, text: text2 }) {
  const wrong = (why, fix) => problem({ file: name, clauses: { why: clause`${why}`, fix } });
  if (text2.includes("\0"))
    return wrong(`${name} is not PEM text`, clause`convert it with "openssl x509 -inform der -in FILE"`);
  const blocks = [];
  let open2 = null;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line = raw.trimEnd();
    const at = `${name}:${index + 1}`;
    const boundary = /^-----(BEGIN|END) ([A-Z0-9 ]+)-----$/.exec(line);
    if (boundary === null) {
      open2?.body.push(line);
    } else if (boundary[2] !== "CERTIFICATE") {
      return wrong(`${at} holds a ${boundary[2]}, and only a CERTIFICATE belongs into an image's roots`);
    } else if (boundary[1] === "BEGIN") {
      if (open2 !== null) return wrong(`${name}:${open2.line} begins a certificate that does not end`);
      open2 = { line: index + 1, body: [] };
    } else {
      if (open2 === null) return wrong(`${at} ends a certificate that did not begin`);
      const certificate = canonicalPem(open2.body.join(""));
      if (certificate === null)
        return wrong(`${name}:${open2.line} begins a block that is not an X.509 certificate`);
      blocks.push(certificate);
      open2 = null;
    }
  }
  if (open2 !== null) return wrong(`${name}:${open2.line} begins a certificate that does not end`);
  if (blocks.length === 0) return wrong(`${name} holds no PEM certificate`);
  return parsed(blocks);
}
function canonicalPem(base64) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    const { raw } = new X509Certificate(Buffer.from(base64, "base64"));
    const lines = raw.toString("base64").match(/.{1,72}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----
${lines.join("\n")}
-----END CERTIFICATE-----
`;
  } catch {
    return null;
  }
}

// src/commands/steps/certificates.ts
async function checkCertificates({ roots, extra }) {
  const named = roots === "auto" || roots === "mozilla" ? "none" : roots;
  const sources = await readSources(named, extra);
  if (sources.length > 0) bundled(sources);
}
async function readRoots({ roots, extra }, binaries, base) {
  const there = roots === "auto" && base !== void 0 ? rootsIn(base) : null;
  if (there !== null) {
    if (extra.length === 0) return { pem: null, from: there.name };
    const extras = await readSources("none", extra);
    return { pem: bundled([there, ...extras]), from: wordsFor([there, ...extras]) };
  }
  const wanted = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates);
  const sources = await readSources(roots === "auto" ? wanted ? "mozilla" : "none" : roots, extra);
  if (sources.length === 0) return { pem: null, from: "none" };
  return { pem: bundled(sources), from: wordsFor(sources) };
}
function wordsFor(sources) {
  return sources.map(({ name }) => path.basename(name)).join(" and ");
}
var ROOTS_OF_GO = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem"
];
function rootsIn(base) {
  for (const file of ROOTS_OF_GO) {
    const found = lookUp(base, file, ROOT);
    if (found.kind !== "found" || found.entry.kind !== "file") continue;
    const { entry } = found;
    return {
      name: "those of the base",
      get text() {
        if (fileSize(entry) > LARGEST_PEM)
          throw new Failure(
            "bad-input",
            {
              what: clause`the certificates of the base cannot be used`,
              why: clause`${file} in it is too large`,
              fix: clause`name a PEM file with ${input("certificates")}`
            },
            { fields: { file } }
          );
        return Buffer.from(entry.bytes).toString("utf8");
      }
    };
  }
  return null;
}
async function readSources(roots, extra) {
  const [first, extras] = await Promise.all([
    firstSource(roots),
    Promise.all(extra.map((file) => readPem(file, "extra-certificates")))
  ]);
  return [...first, ...extras];
}
function bundled(sources) {
  const pem = bundle(sources);
  if (!pem.ok)
    throw new Failure(
      "bad-input",
      { what: clause`the certificates cannot be used`, ...pem.problem.clauses },
      { fields: { file: pem.problem.file } }
    );
  return pem.value;
}
async function firstSource(roots) {
  if (roots === "none") return [];
  if (roots === "system") return [await readSystemRoots()];
  if (roots === "mozilla") {
    const { MOZILLA_ROOTS } = await import("./mozilla-roots-EPURERAL.js");
    return [MOZILLA_ROOTS];
  }
  return [await readPem(roots.file, "certificates")];
}
async function readSystemRoots() {
  for (const file of ROOTS_OF_GO) {
    const text2 = await readFile(file, "utf8").catch(() => null);
    if (text2 !== null) return { name: file, text: text2 };
  }
  throw new Failure(
    "bad-input",
    {
      what: clause`${input("certificates", "system")} cannot be used`,
      why: clause`this machine has no file of root certificates`,
      fix: clause`write ${input("certificates", "mozilla")}, or name a PEM file`
    },
    { fields: { input: "certificates", value: "system" } }
  );
}
var LARGEST_PEM = 8e6;
async function readPem(file, name) {
  const status = await stat(file).catch((cause) => cause);
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file, text: await readFile(file, "utf8") };
  const why = status instanceof Stats ? status.isFile() ? "it is too large" : "it is no file" : whyNotRead(status);
  throw new Failure(
    "bad-input",
    {
      what: clause`${input(name)} "${file}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path of a PEM file`
    },
    { cause: status, fields: { input: name, value: file } }
  );
}

// src/image/zones.ts
var ZONES_PATH = "/usr/local/go/lib/time/zoneinfo.zip";
var ZONES_ENV = { GOROOT: "/usr/local/go" };
var ZONE_FILES_PATH = "/usr/share/zoneinfo";
function readZoneWish(tz) {
  const name = tz.replace(/^:/, "");
  if (name === "" || name === "UTC") return { kind: "nothing" };
  if (name.startsWith(`${ZONE_FILES_PATH}/`))
    return { kind: "zone", name: name.slice(ZONE_FILES_PATH.length + 1) };
  if (name.startsWith("/")) return { kind: "file", path: name };
  return { kind: /^(?:[A-Za-z]{3,}|<[\w+-]{3,}>)[+-]?\d/.test(name) ? "zone or rule" : "zone", name };
}

// src/image/lay-over.ts
var MAX_LINKS2 = 40;
function layOver(base, entries) {
  const placed = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const path9 = placeIn(base, entry);
    if (path9 === null)
      return problem(`"${entry.path}" cannot be put into the base, whose links lead in a circle`);
    const there = base.get(path9);
    const before = placed.get(path9);
    if (before !== void 0 && !(before.kind === "directory" && entry.kind === "directory"))
      return problem(
        `"${before.path}" and "${entry.path}" are one place in the base; write another destination`
      );
    if (there?.kind === "directory" && entry.kind !== "directory")
      return problem(`"${entry.path}" is a directory of the base, and cannot be replaced by a ${entry.kind}`);
    if (there !== void 0 && there.kind !== "directory" && entry.kind === "directory")
      return problem(`"${entry.path}" is a ${there.kind} of the base, and cannot be replaced by a directory`);
    placed.set(path9, there?.kind === "directory" && isPlain(entry) ? there : { ...entry, path: path9 });
  }
  for (const path9 of Array.from(placed.keys())) {
    for (const parent of parents(path9)) {
      const there = base.get(parent);
      if (there === void 0 || placed.has(parent)) continue;
      if (there.kind !== "directory")
        return problem(`"${path9}" cannot be put below "${parent}", a ${there.kind} of the base`);
      placed.set(parent, there);
    }
  }
  return parsed([...placed.values()]);
}
function isPlain({ kind, mode, uid, gid }) {
  return kind === "directory" && mode === 493 && uid === 0 && gid === 0;
}
function placeIn(base, { path: path9, kind }) {
  const rest = namesIn2(path9).toReversed();
  let at = [];
  let links = 0;
  for (let name = rest.pop(); name !== void 0; name = rest.pop()) {
    if (name === ".") continue;
    const next = name === ".." ? at.slice(0, -1) : [...at, name];
    const there = base.get(`/${next.join("/")}`);
    const isLast = rest.length === 0;
    if (there?.kind !== "symlink" || isLast && kind !== "directory") {
      at = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS2) return null;
    if (there.target.startsWith("/")) at = [];
    rest.push(...namesIn2(there.target).toReversed());
  }
  return `/${at.join("/")}`;
}
function namesIn2(path9) {
  return path9.split("/").filter((name) => name !== "");
}

// src/image/accounts.ts
var STANDING = [
  { name: "root", uid: 0, gid: 0, home: "/root" },
  { name: "nonroot", ...UNPRIVILEGED, home: "/home/nonroot" },
  { name: "nobody", uid: 65534, gid: 65534, home: "/nonexistent" }
];
var OTHER_NAME = "user";
var OTHER_HOME = "/home/user";
var NOT_MADE = ["/nonexistent", "/"];
function accountsOf(user, declared) {
  const isTaken = ({ name, uid }) => declared.some((account) => account.name === name || account.uid === uid);
  const accounts = [...STANDING.filter((account) => !isTaken(account)), ...declared];
  if (accounts.some(({ uid }) => uid === user.uid)) return accounts;
  const names = accounts.map((account) => account.name);
  return [...accounts, { name: freeName(names, user.uid), ...user, home: OTHER_HOME }];
}
function passwdFile(user, declared = []) {
  return accountsOf(user, declared).map(passwdLine).join("");
}
function passwdLine({ name, uid, gid, home }) {
  return `${name}:x:${uid}:${gid}:${name}:${home}:/sbin/nologin
`;
}
function groupFile(user, declared = []) {
  const own = declared.filter(({ uid, gid }) => gid === uid);
  const isTaken = ({ name, gid }) => own.some((group) => group.name === name || group.gid === gid);
  const groups = withGroups([...STANDING.filter((group) => !isTaken(group)), ...own], declared);
  if (groups.every((group) => group.gid !== user.gid))
    groups.push({
      name: freeName(
        groups.map((group) => group.name),
        user.gid
      ),
      gid: user.gid
    });
  return groups.map(groupLine).join("");
}
function groupLine({ name, gid }) {
  return `${name}:x:${gid}:
`;
}
function withGroups(groups, accounts) {
  const all = [...groups];
  for (const { name, gid } of accounts) {
    if (all.some((group) => group.gid === gid)) continue;
    const names = all.map((group) => group.name);
    all.push({ name: freeName(names, gid, name), gid });
  }
  return all;
}
function freeName(taken, id, name = OTHER_NAME) {
  return taken.includes(name) ? freeName(taken, id, `${name}${id}`) : name;
}
function homeOf(user, declared = []) {
  const account = accountsOf(user, declared).find(({ uid }) => uid === user.uid);
  const path9 = account?.home ?? OTHER_HOME;
  return { path: path9, isMade: !NOT_MADE.includes(path9) };
}
function accountsWithHomes(user, declared) {
  return accountsOf(user, declared).filter(({ home }) => !NOT_MADE.includes(home));
}

// src/image/temporary-directory.ts
var TEMPORARY_DIRECTORY = {
  kind: "directory",
  path: "/tmp",
  mode: 1023,
  uid: 0,
  gid: 0
};

// src/image/standing-directories.ts
function standingDirectories(user, accounts = [], base) {
  const directories = /* @__PURE__ */ new Map();
  for (const directory2 of [
    TEMPORARY_DIRECTORY,
    HOMES,
    ...accountsWithHomes(user, accounts).map(homeDirectory)
  ])
    if (!directories.has(directory2.path)) directories.set(directory2.path, directory2);
  return [...directories.values()].filter(({ path: path9 }) => isMissing(base, path9));
}
function isMissing(base, path9) {
  return base === void 0 || lookUp(base, path9, ROOT).kind === "missing";
}
var HOMES = { kind: "directory", path: "/home", mode: 493, uid: 0, gid: 0 };
function homeDirectory({ uid, gid, home }) {
  return { kind: "directory", path: home, mode: uid === 0 ? 448 : 493, uid, gid };
}

// src/sbom/embedded.ts
var SBOM_PATH = "/var/lib/db/sbom/image.spdx.json";
function checkSbomPlace(others) {
  const wrong = others.find(
    ({ kind, path: path9 }) => path9 === SBOM_PATH || path9.startsWith(`${SBOM_PATH}/`) || kind !== "directory" && SBOM_PATH.startsWith(`${path9}/`)
  );
  return wrong === void 0 ? parsed(null) : problem(
    `"${wrong.path}" is in the way of the SBOM, which goes to "${SBOM_PATH}"; give it another place.`
  );
}
function sbomEntries({ bytes }, others, { user, accounts }, base) {
  const directories = new Map(
    [...standingDirectories(user, accounts, base), ...others].flatMap(
      (entry) => entry.kind === "directory" ? [[entry.path, entry]] : []
    )
  );
  const above = parents(SBOM_PATH).flatMap((path9) => directories.get(path9) ?? []);
  return [...above, { kind: "file", path: SBOM_PATH, mode: 420, uid: 0, gid: 0, bytes }];
}

// src/image/base-user.ts
var LONGEST = 4 * 1024 * 1024;
function userIn(tree, user) {
  if (user === "") return parsed(ROOT);
  const [name = "", group] = user.split(":");
  const account = linesOf(tree, "/etc/passwd").find((line) => (isNumber(name) ? line[2] : line[0]) === name);
  const uid = isNumber(name) ? name : account?.[2];
  if (!isNumber(uid)) return problem(`runs as "${name}", which its /etc/passwd does not list`);
  if (group === void 0 || group === "") return idsOf(uid, account?.[3] ?? "0");
  const gid = isNumber(group) ? group : linesOf(tree, "/etc/group").find((line) => line[0] === group)?.[2];
  return isNumber(gid) ? idsOf(uid, gid) : problem(`runs with the group "${group}", which its /etc/group does not list`);
}
function listedHome(tree, { uid }) {
  return linesOf(tree, "/etc/passwd").find((line) => line[2] === String(uid))?.[5] ?? null;
}
function tooLongAccounts(tree) {
  for (const path9 of ["/etc/passwd", "/etc/group"]) {
    const found = lookUp(tree, path9, ROOT);
    if (found.kind === "found" && found.entry.kind === "file" && fileSize(found.entry) > LONGEST)
      return `its ${path9} has more than ${LONGEST} bytes`;
  }
  return null;
}
function idsOf(uid, gid) {
  const user = { uid: Number(uid), gid: Number(gid) };
  return Math.max(user.uid, user.gid) < 2 ** 32 - 1 ? parsed(user) : problem("runs as a user whose number is out of range");
}
function isNumber(text2) {
  return text2 !== void 0 && /^\d{1,10}$/.test(text2);
}
function linesOf(tree, path9) {
  const found = lookUp(tree, path9, ROOT);
  if (found.kind !== "found" || found.entry.kind !== "file" || fileSize(found.entry) > LONGEST) return [];
  const text2 = Buffer.from(found.entry.bytes).toString("utf8");
  return text2.split("\n").map((line) => line.split(":"));
}

// src/image/started.ts
import path2 from "node:path";
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function startedBy({
  entrypoint,
  args,
  workdir
}) {
  return {
    entrypoint: entrypoint ?? [],
    args: entrypoint?.length === 0 ? args : [],
    workdir: workdir ?? "/"
  };
}
function isStarted({ entrypoint, args, workdir }, place2) {
  const [started] = [...entrypoint, ...args];
  if (started === void 0) return false;
  return started.includes("/") ? path2.posix.resolve("/", workdir, started) === place2 : path2.posix.basename(place2) === started;
}
function startedPaths({ entrypoint, args, workdir }) {
  return new Set([...entrypoint, ...args].map((word) => path2.posix.resolve("/", workdir, word)));
}

// src/image/config.ts
var CONFIG_MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";
function imageConfig({ platform, config, entrypoint, env, layers, on, created }) {
  const time = created === null ? {} : { created: new Date(created * 1e3).toISOString().replace(".000Z", "Z") };
  return jsonBlob(CONFIG_MEDIA_TYPE, {
    ...time,
    architecture: platform.architecture,
    ...platform.variant === void 0 ? {} : { variant: platform.variant },
    os: platform.os,
    config: {
      User: `${config.user.uid}:${config.user.gid}`,
      ...nonEmpty("ExposedPorts", emptyObjects(config.expose)),
      ...nonEmpty(
        "Env",
        Object.entries(sortedRecord({ ...env, ...config.env })).map(([name, value]) => `${name}=${value}`)
      ),
      ...nonEmpty("Entrypoint", entrypoint),
      ...nonEmpty("Cmd", config.args),
      ...nonEmpty("Volumes", emptyObjects([...config.inherited?.volumes ?? [], ...config.volumes])),
      ...config.workdir === null ? {} : { WorkingDir: config.workdir },
      ...nonEmpty("Labels", sortedRecord(config.labels)),
      ...config.stopSignal === null ? {} : { StopSignal: config.stopSignal },
      ...nonNull("Healthcheck", healthcheckOf(config))
    },
    rootfs: { type: "layers", diff_ids: [...on?.layers ?? [], ...layers].map((layer) => layer.diffId) },
    // The history is optional as a whole, but umoci 0.4 crashes on entries without times.
    ...created === null ? {} : {
      history: [
        ...inheritedHistory(on),
        ...layers.map((layer) => ({ ...time, created_by: `bantam: ${layer.what}` }))
      ]
    }
  });
}
function inheritedHistory(on) {
  if (on === void 0) return [];
  const { layers, config } = on;
  const made = config.history.filter((entry) => entry.empty_layer !== true);
  return made.length === layers.length ? config.history : layers.map(() => ({ created_by: "a layer of the base" }));
}
function healthcheckOf({ healthcheck, inherited }) {
  if (healthcheck === null) return inherited?.healthcheck ?? null;
  if (healthcheck.kind === "none") return { Test: ["NONE"] };
  const { words: words2, interval, timeout, startPeriod, startInterval, retries } = healthcheck;
  return {
    Test: ["CMD", ...words2],
    ...interval === void 0 ? {} : { Interval: interval },
    ...timeout === void 0 ? {} : { Timeout: timeout },
    ...startPeriod === void 0 ? {} : { StartPeriod: startPeriod },
    ...startInterval === void 0 ? {} : { StartInterval: startInterval },
    ...retries === void 0 ? {} : { Retries: retries }
  };
}
function emptyObjects(names) {
  return sortedRecord(Object.fromEntries(names.map((name) => [name, {}])));
}
function nonEmpty(key, value) {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}
function nonNull(key, value) {
  return value === null ? {} : { [key]: value };
}

// src/image/layer.ts
import { createHash } from "node:crypto";
var PIECE = 16 * 65535;
async function makeLayer(what, entries, compression) {
  const diffHash = createHash("sha256");
  const hash = createHash("sha256");
  const tar = [...tarChunks(entries)];
  function* hashedTar() {
    for (const chunk of tar) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        diffHash.update(piece);
        yield piece;
      }
    }
  }
  const compressed = [];
  for await (const chunk of compress(hashedTar(), sumOfLengths(tar), compression)) {
    hash.update(chunk);
    compressed.push(chunk);
  }
  return {
    mediaType: mediaTypeOf(compression),
    digest: `sha256:${hash.digest("hex")}`,
    bytes: Buffer.concat(compressed),
    diffId: `sha256:${diffHash.digest("hex")}`,
    what,
    files: entries.flatMap((entry) => entry.kind === "file" ? [layerFile(entry)] : []).sort((a, b) => byBytes(a.path, b.path))
  };
}
function layerFile({ path: path9, bytes, capabilities }) {
  return { path: path9, bytes: bytes.length, ...capabilities === void 0 ? {} : { capabilities } };
}
function sumOfLengths(chunks) {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

// src/image/manifest.ts
function imageManifest(config, layers, annotations) {
  return jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    config: descriptorOf(config),
    layers: layers.map(descriptorOf),
    ...Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) }
  });
}

// src/image/assemble.ts
async function assemble(parts) {
  const { platform, config, created, layerCompression, binaries, files, sbom = [], on } = parts;
  const baseLayers = on?.layers ?? [];
  const layers = (await Promise.all([
    parts.base,
    files.length === 0 ? null : makeLayer("files", files, filesCompression(layerCompression)),
    makeLayer("binaries", binariesEntries(parts), binariesCompression(layerCompression, binaries)),
    // Apart from the binaries, whose layer is not compressed where they are packed.
    sbom.length === 0 ? null : makeLayer("sbom", placedOn(on, sbom), filesCompression(layerCompression))
  ])).filter((layer) => layer !== null);
  const configBlob = imageConfig({
    platform,
    config,
    entrypoint: entrypointOf(config, binaries),
    env: {
      ...homeEnv(config, on),
      ...hasZones(layers) ? ZONES_ENV : {},
      ...config.inherited?.env,
      ...pathEnv(binaries, config.inherited?.env["PATH"])
    },
    layers,
    ...on === void 0 ? {} : { on },
    created
  });
  return {
    platform,
    ...on === void 0 ? {} : { baseLayers },
    layers,
    config: configBlob,
    manifest: imageManifest(configBlob, [...baseLayers, ...layers], config.annotations)
  };
}
function entrypointOf({ entrypoint }, binaries) {
  return entrypoint ?? binaries.slice(0, 1).map(binaryPath);
}
function binariesEntries(parts) {
  const { binaries, files, config, on } = parts;
  const own = placedOn(
    on,
    binaries.map((binary, at) => binaryEntry(binary, capabilitiesOf(parts, binary, at)))
  );
  const above = new Set(own.flatMap(({ path: path9 }) => parents(path9)));
  const isAbove = ({ kind, path: path9 }) => kind === "directory" && above.has(path9);
  const standing = standingDirectories(config.user, config.accounts, on?.tree);
  const entries = [...standing.filter(isAbove), ...own, ...files.filter(isAbove)];
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
function placedOn(on, entries) {
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (!placed.ok) throw new RangeError(placed.problem);
  return placed.value;
}
function binaryEntry(binary, capabilities) {
  const path9 = binaryPath(binary);
  return { kind: "file", path: path9, mode: 493, uid: 0, gid: 0, bytes: binary.bytes, ...capabilities };
}
function capabilitiesOf({ capabilities = [] }, binary, at) {
  const path9 = binaryPath(binary);
  const own = capabilities.find((spec) => spec.path === path9 || spec.path === null && at === 0);
  return own === void 0 ? {} : { capabilities: own.capabilities };
}
function filesCompression(kind) {
  return kind === "zstd" ? { kind } : { kind, level: 9 };
}
function binariesCompression(kind, binaries) {
  if (binaries.every((binary) => binary.packed)) return { kind: "stored" };
  return kind === "zstd" ? { kind } : { kind, level: 6 };
}
function homeEnv({ user, accounts }, on) {
  if (on !== void 0 && listedHome(on.tree, user) !== null) return {};
  const home = homeOf(user, accounts);
  return home.isMade ? { HOME: home.path } : {};
}
function pathEnv(binaries, inherited = DEFAULT_PATH) {
  const known = inherited.split(":");
  const others = binaries.flatMap(
    ({ directory: directory2 }) => directory2 === void 0 || known.includes(directory2) ? [] : [directory2]
  );
  return others.length === 0 ? {} : { PATH: [...known, ...new Set(others)].join(":") };
}
function hasZones(layers) {
  return layers.some((layer) => layer.files.some((file) => file.path === ZONES_PATH));
}

// src/image/base-accounts.ts
var PASSWD = "/etc/passwd";
var GROUP = "/etc/group";
function takenAccount(tree, accounts) {
  const lines = linesOf(tree, PASSWD);
  for (const account of accounts) {
    if (lines.some(([name]) => name === account.name)) return { account, by: "name" };
    if (lines.some(([, , uid]) => uid === String(account.uid))) return { account, by: "uid" };
  }
  return null;
}
function extendedAccounts(tree, accounts) {
  const groups = linesOf(tree, GROUP).flatMap(asGroup);
  const added = withGroups(groups, accounts).slice(groups.length);
  return [...extended(tree, PASSWD, accounts.map(passwdLine)), ...extended(tree, GROUP, added.map(groupLine))];
}
function asGroup([name, , gid]) {
  return name === void 0 || gid === void 0 ? [] : [{ name, gid: Number(gid) }];
}
function extended(tree, path9, lines) {
  const found = lookUp(tree, path9, ROOT);
  if (lines.length === 0 || found.kind !== "found" || found.entry.kind !== "file") return [];
  const { mode, uid, gid, bytes } = found.entry;
  const separator = bytes.length === 0 || bytes.at(-1) === 10 ? "" : "\n";
  const text2 = Buffer.concat([bytes, Buffer.from(`${separator}${lines.join("")}`)]);
  return [{ kind: "file", path: found.path, mode, uid, gid, bytes: text2 }];
}

// src/image/base-layer.ts
async function makeBaseLayer(entries, compression) {
  if (entries.length === 0) return null;
  return makeLayer("base", entries, compression === "zstd" ? { kind: "zstd" } : { kind: "gzip", level: 9 });
}
function baseEntries(base) {
  const { certificates, zones, zoneFiles = [], user, accounts } = base;
  const text2 = new TextEncoder();
  return [
    ...certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text2.encode(certificates))],
    ...zones === null ? [] : [rootsFile(ZONES_PATH, zones)],
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    ...missingFrom(base, [
      rootsFile("/etc/passwd", text2.encode(passwdFile(user, accounts))),
      rootsFile("/etc/group", text2.encode(groupFile(user, accounts))),
      ...standingDirectories(user, accounts)
    ])
  ];
}
function missingFrom({ tree, user, accounts = [] }, entries) {
  if (tree === void 0) return entries;
  const missing = entries.filter(({ path: path9 }) => lookUp(tree, path9, ROOT).kind === "missing");
  const extended2 = extendedAccounts(tree, accounts);
  if (lookUp(tree, "/etc/passwd", ROOT).kind === "missing") return [...extended2, ...missing];
  const homes = accounts.map(({ home }) => home);
  if (listedHome(tree, user) === null) homes.push(homeOf(user, accounts).path);
  const wanted = ["/tmp", ...homes];
  return [...extended2, ...missing.filter(({ kind, path: path9 }) => kind !== "directory" || wanted.includes(path9))];
}
function rootsFile(path9, bytes) {
  return { kind: "file", path: path9, mode: 420, uid: 0, gid: 0, bytes };
}

// src/binary/words.ts
var OutOfBytes = class extends Error {
  name = "OutOfBytes";
};
function words(bytes, size, littleEndian) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked = (at, length) => {
    if (!(at >= 0 && at + length <= bytes.byteLength)) throw new OutOfBytes(`${length} bytes at ${at}`);
    return at;
  };
  const u32 = (at) => view.getUint32(checked(at, 4), littleEndian);
  const word = size === 8 ? (at) => view.getBigUint64(checked(at, 8), littleEndian) : (at) => BigInt(u32(at));
  return {
    size,
    littleEndian,
    u8: (at) => view.getUint8(checked(at, 1)),
    u16: (at) => view.getUint16(checked(at, 2), littleEndian),
    u32,
    word,
    offset: (at) => Number(word(at))
  };
}
function slice(bytes, offset, length) {
  if (!(offset >= 0 && length >= 0 && offset + length <= bytes.byteLength)) {
    throw new OutOfBytes(`${length} bytes at ${offset}`);
  }
  return bytes.subarray(offset, offset + length);
}
function orWhenOutOfBytes(read, otherwise) {
  try {
    return read();
  } catch (error) {
    if (error instanceof OutOfBytes) return otherwise(error);
    throw error;
  }
}
function text(bytes, at, limit) {
  if (!(at >= 0 && at < bytes.byteLength)) throw new OutOfBytes(`a string at ${at}`);
  const window = bytes.subarray(at, at + limit);
  const end = window.indexOf(0);
  return utf8(end === -1 ? window : window.subarray(0, end));
}
function utf8(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

// src/binary/variant.ts
function variantOf(architecture, buildInfo) {
  const setting = architecture === null ? null : processorSetting(architecture) ?? null;
  if (setting === null) return null;
  const [level = ""] = (buildInfo?.settings[setting.variable] ?? "").split(",", 1);
  if (!LEVEL.test(level)) return null;
  const variants = Object.entries(setting.variants);
  const at = variants.findIndex(([, value]) => majorOf(value) === majorOf(level));
  return at === 0 && setting.isImplied ? null : variants[at]?.[0] ?? level;
}
function majorOf(level) {
  return level.replace(/\..*/, "");
}
var LEVEL = /^[a-z0-9.]{1,16}$/;

// src/binary/foreign.ts
var MAX_NOTES = 64;
var MAX_OWNER = 32;
var ABIS = {
  1: "HP-UX",
  2: "NetBSD",
  6: "Solaris",
  7: "AIX",
  9: "FreeBSD",
  12: "OpenBSD"
};
var NOTE_OWNERS = ["FreeBSD", "NetBSD", "OpenBSD", "DragonFly"];
function madeFor(elf, bytes, buildInfo, platform) {
  const { machine, architecture } = elf;
  if (architecture !== platform.architecture)
    return architecture ?? `machine ${machine}, which Go does not know`;
  const system = systemOf(elf, bytes, buildInfo);
  if (system !== null) return system;
  const level = levelBeyond(elf, buildInfo, platform);
  return architecture === "arm" ? level : null;
}
function levelBeyond({ architecture }, buildInfo, platform) {
  const level = variantOf(architecture, buildInfo);
  const [asked, had] = [numberOf(level), numberOf(platform.variant)];
  return level !== null && asked !== null && asked > (had ?? LEAST[platform.architecture] ?? Infinity) ? formatPlatform({ ...platform, variant: level }) : null;
}
var LEAST = { amd64: 1, arm: 7, arm64: 8 };
function numberOf(variant) {
  const number = /^v(\d+)$/.exec(variant ?? "")?.[1];
  return number === void 0 ? null : Number(number);
}
function systemOf(elf, bytes, buildInfo) {
  const goos = buildInfo?.settings["GOOS"] ?? "linux";
  if (/^[a-z0-9]{1,16}$/.test(goos) && goos !== "linux") return goos;
  return ABIS[elf.abi] ?? noteOwners(elf, bytes).find((owner) => NOTE_OWNERS.includes(owner)) ?? null;
}
function noteOwners({ segments, littleEndian }, bytes) {
  const owners = [];
  const file = words(bytes, 4, littleEndian);
  const read = () => {
    for (const { offset, fileSize: fileSize2 } of segments.filter(({ type }) => type === PT_NOTE)) {
      for (let at = offset; at + 12 <= offset + fileSize2 && owners.length < MAX_NOTES; ) {
        const [name, description] = [file.u32(at), file.u32(at + 4)];
        owners.push(text(bytes, at + 12, Math.min(name, MAX_OWNER)));
        at += 12 + aligned(name) + aligned(description);
      }
    }
    return owners;
  };
  return orWhenOutOfBytes(read, () => owners);
}
function aligned(size) {
  return Math.ceil(size / 4) * 4;
}

// src/host/match-files.ts
import { lstat, readdir, realpath } from "node:fs/promises";
import path4 from "node:path";

// src/host/files-refusal.ts
import { isUtf8 } from "node:buffer";
import path3 from "node:path";
function filesRefusal(file, why, { fix, cause } = {}) {
  const source = path3.join(file.source, ...file.pattern ?? []);
  return new Failure(
    "bad-input",
    { what: clause`${input("files")} cannot add ${source} to the image as ${file.destination}`, why, fix },
    { cause, fields: { input: "files", file: source } }
  );
}
function refuseOutOfPlace(file, workspace, end) {
  if (!workspace.some((root) => isInside(root, end))) throw outside(file, end);
  if (leadsIntoGit(file.source, end))
    throw filesRefusal(file, clause`it leads to ${end}, where git keeps what it logs in with`, {
      fix: clause`remove the link`
    });
}
function textOf(file, bytes, what) {
  if (isUtf8(bytes)) return bytes.toString();
  throw filesRefusal(file, what(bytes.toString()));
}
function outside(file, place2) {
  return filesRefusal(file, clause`it leads to ${place2}, which is outside the workspace`, {
    fix: clause`copy it into the workspace`
  });
}

// src/host/match-files.ts
async function matchFiles(file, workspace) {
  const { pattern, ...line } = file;
  if (pattern === void 0) return [file];
  const found = await findBelow(file, pattern, workspace);
  if (found.length === 0)
    throw filesRefusal(file, clause`it matches no file`, { fix: clause`write a pattern that does` });
  return withoutNested(found).map((below) => ({
    ...line,
    source: path4.join(file.source, below),
    destination: `${file.destination}${below}`
  }));
}
async function findBelow(file, pattern, workspace) {
  const found = /* @__PURE__ */ new Set();
  try {
    const start = await realpath(file.source);
    refuseOutOfPlace(file, workspace, start);
    await visit({ file, pattern, start, found, seen: /* @__PURE__ */ new Set() }, "", 0);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause });
  }
  return [...found].toSorted(byBytes);
}
async function visit(search, below, at) {
  const { pattern, start, found, seen } = search;
  const key = `${at} ${below}`;
  if (seen.has(key)) return;
  seen.add(key);
  const wanted = pattern[at];
  if (wanted === void 0) return;
  const isLast = at === pattern.length - 1;
  const directory2 = path4.join(start, below);
  if (!hasWildcard(wanted)) {
    const place2 = path4.join(below, wanted);
    const status = await lstat(path4.join(start, place2)).catch(() => null);
    if (status !== null && isLast) found.add(place2);
    else if (status?.isDirectory() === true) await visit(search, place2, at + 1);
    return;
  }
  if (wanted === ANY_DEPTH && !isLast) await visit(search, below, at + 1);
  for (const entry of await readdir(directory2, { withFileTypes: true, encoding: "buffer" })) {
    const name = textOf(
      search.file,
      entry.name,
      (text2) => clause`it looks at ${directory2}/${text2}, whose name is not UTF-8`
    );
    const place2 = path4.join(below, name);
    if (wanted === ANY_DEPTH) {
      if (name.startsWith(".")) continue;
      if (entry.isDirectory()) await visit(search, place2, at);
      else if (isLast) found.add(place2);
    } else if (fitsName(wanted, name)) {
      if (isLast) found.add(place2);
      else if (entry.isDirectory()) await visit(search, place2, at + 1);
    }
  }
}
function withoutNested(found) {
  const all = new Set(found);
  return found.filter((place2) => {
    for (let at = path4.dirname(place2); at !== "."; at = path4.dirname(at)) if (all.has(at)) return false;
    return true;
  });
}

// src/host/read-tree.ts
import { lstat as lstat2, readdir as readdir2, readlink, realpath as realpath2, stat as stat2 } from "node:fs/promises";
import path5 from "node:path";
async function readTree(file, workspace) {
  try {
    const source = await realpath2(file.source);
    refuseOutOfPlace(file, workspace, source);
    if ((await stat2(source)).isDirectory()) {
      const destination2 = file.destination === "/" ? "" : file.destination.replace(/\/$/, "");
      refuseWhiteout(file, destination2);
      return await readDirectory({ file, workspace, root: source }, source, destination2);
    }
    const destination = file.destination.endsWith("/") ? `${file.destination}${path5.basename(file.source)}` : file.destination;
    refuseWhiteout(file, destination);
    return [await readEntry({ file, workspace, root: null }, source, destination)].flat();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof NotInside) throw outside(file, cause.message);
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause });
  }
}
function refuseWhiteout(file, destination) {
  if (destination.split("/").some((name) => name.startsWith(".wh.")))
    throw filesRefusal(file, clause`it has a name that deletes files in an image`, { fix: clause`rename it` });
}
async function readDirectory(walk, directory2, destination) {
  const entries = destination === "" ? [] : [{ kind: "directory", mode: 493, ...place(walk.file, destination) }];
  const names = await readdir2(directory2, { encoding: "buffer" });
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    const text2 = textOf(
      walk.file,
      name,
      (shown) => clause`it holds ${directory2}/${shown}, whose name is not UTF-8`
    );
    const below = path5.join(directory2, text2);
    if (text2.startsWith(".wh."))
      throw filesRefusal(walk.file, clause`it holds ${below}, a name that deletes files in an image`, {
        fix: clause`rename it`
      });
    if (text2 === ".git")
      throw filesRefusal(walk.file, clause`it holds ${below}, which can hold a token of the job`, {
        fix: clause`name what the service needs`
      });
    entries.push(...await readEntry(walk, below, `${destination}/${text2}`));
  }
  return entries;
}
async function readEntry(walk, source, destination) {
  var _stack = [];
  try {
    const { file } = walk;
    const status = await lstat2(source);
    if (status.isDirectory()) return readDirectory(walk, source, destination);
    if (status.isSymbolicLink()) {
      const target = textOf(
        file,
        await readlink(source, { encoding: "buffer" }),
        () => clause`it holds the link ${source}, whose target is not UTF-8`
      );
      if (!await staysInside(walk.root, source, target))
        throw filesRefusal(file, clause`it holds the link ${source} to ${target}, which leads out of it`, {
          fix: clause`copy what it points to`
        });
      return [{ kind: "symlink", mode: 511, target, ...place(file, destination) }];
    }
    if (!status.isFile())
      throw filesRefusal(file, clause`it holds ${source}, which is no file, directory or link`, {
        fix: clause`leave it out`
      });
    const mode = file.mode ?? ((status.mode & 64) === 0 ? 420 : 493);
    const handle = __using(_stack, await openInside(walk.workspace, source), true);
    return [{ kind: "file", mode, bytes: await handle.readFile(), ...place(file, destination) }];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function place({ uid, gid }, destination) {
  return { path: destination, uid, gid };
}
async function staysInside(root, link3, target) {
  if (root === null || path5.isAbsolute(target)) return false;
  if (!isInside(root, path5.resolve(path5.dirname(link3), target))) return false;
  try {
    return isInside(root, await realpath2(link3));
  } catch {
    return true;
  }
}

// src/image/files-layer.ts
var BASE_DIRECTORIES = [
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap((file) => parents(file)),
  ...parents(`${ZONE_FILES_PATH}/UTC`)
];
var ACCOUNT_FILES = ["/etc/passwd", "/etc/group"];
function filesEntries(files, { user, accounts, workdir, volumes, emptyDirectories, directories }, binaries, base) {
  const own = standingDirectories(user, accounts, base);
  const standing = new Map(own.map((directory2) => [directory2.path, directory2]));
  const homes = [...standing.keys()].flatMap((path9) => [...parents(path9), path9]);
  const taken = [...homes, ...BASE_DIRECTORIES];
  const tree = /* @__PURE__ */ new Map();
  for (const entry of files) {
    const there = tree.get(entry.path);
    if (there !== void 0 && !(there.kind === "directory" && entry.kind === "directory"))
      return problem({
        why: clause`"${entry.path}" is given twice`,
        fix: clause`give one of the two another destination`
      });
    tree.set(entry.path, isPlainDirectory(entry) ? standing.get(entry.path) ?? entry : entry);
  }
  const written = ACCOUNT_FILES.find((path9) => tree.has(path9));
  if (written !== void 0 && accounts.length > 0)
    return problem({
      why: clause`"${written}" comes with ${input("files")}, and ${input("accounts")} writes it`,
      fix: clause`leave one of the two out`
    });
  for (const path9 of [workdir, ...volumes, ...emptyDirectories]) {
    if (path9 === null || path9 === "/") continue;
    if (isDirectoryOf(base, path9) && !directories.some((directory2) => directory2.path === path9)) continue;
    const there = tree.get(path9);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path9}" must be a directory for the service, but ${input("files")} adds it as a ${there.kind}`
      });
    tree.set(path9, serviceDirectory(path9, user, directories, standing.get(path9)));
  }
  for (const path9 of Array.from(tree.keys())) {
    for (const parent of parents(path9)) {
      const there = tree.get(parent);
      if (there !== void 0 && there.kind !== "directory")
        return problem({
          why: clause`"${path9}" cannot be put below "${parent}", which ${input("files")} adds as a ${there.kind}`
        });
      const directory2 = standing.get(parent);
      if (directory2 !== void 0 && there === void 0) tree.set(parent, directory2);
    }
  }
  for (const path9 of taken) {
    const there = tree.get(path9);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path9}" is a directory of the image, and cannot be replaced by a ${there.kind}`
      });
  }
  for (const path9 of binaries.map(binaryPath)) {
    const above = parents(path9).find((parent) => (tree.get(parent)?.kind ?? "directory") !== "directory");
    if (above !== void 0)
      return problem({
        why: clause`"${path9}" is where a binary goes, and ${input("files")} adds "${above}" as a ${tree.get(above)?.kind ?? "file"}`
      });
    const isIn = (other2) => other2 !== null && `${other2}/`.startsWith(`${path9}/`);
    if (![...taken, ...tree.keys()].some(isIn)) continue;
    const other = isIn(workdir) ? input("workdir") : volumes.some(isIn) ? input("volumes") : "something else";
    return problem({
      why: clause`"${path9}" is where a binary goes and ${other} too`,
      fix: clause`give the binary another name, as in ${input("main", ".=server")}`
    });
  }
  return parsed([...tree.values()]);
}
function isDirectoryOf(base, path9) {
  if (base === void 0) return false;
  const found = lookUp(base, path9, ROOT);
  return found.kind === "found" && found.entry.kind === "directory";
}
function isPlainDirectory({ kind, uid, gid }) {
  return kind === "directory" && uid === 0 && gid === 0;
}
function serviceDirectory(path9, user, directories, standing) {
  const asked = directories.find((directory2) => directory2.path === path9);
  if (asked === void 0 && path9 === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY;
  const { uid, gid } = asked?.owner ?? user;
  return { kind: "directory", path: path9, mode: asked?.mode ?? standing?.mode ?? 493, uid, gid };
}

// src/commands/steps/files.ts
async function readFiles(host, { files, links, workingDirectory }) {
  const workspace = await workspaceRoots(host, workingDirectory);
  const found = (await Promise.all(files.map((file) => matchFiles(file, workspace)))).flat();
  const entries = (await Promise.all(found.map((file) => readTree(file, workspace)))).flat();
  return [...entries, ...links.map(link)];
}
function link({ path: path9, target }) {
  return { kind: "symlink", path: path9, mode: 511, uid: 0, gid: 0, target };
}
function arrangeFiles({ config, capabilities, sbom, on }, files, binaries) {
  const entries = filesEntries(files, config, binaries, on?.tree);
  if (!entries.ok) throw onePlace(entries.problem);
  if (sbom.includes("embedded")) {
    const programs = binaries.map((binary) => ({ kind: "file", path: binaryPath(binary) }));
    const place2 = checkSbomPlace([...entries.value, ...programs]);
    if (!place2.ok) throw onePlace({ why: clause`${place2.problem}` });
    placedOn2(on, [SBOM]);
  }
  return placedOn2(on, withCapabilities(entries.value, capabilities, binaries.map(binaryPath), on));
}
var SBOM = { kind: "file", path: SBOM_PATH, mode: 420, uid: 0, gid: 0, bytes: new Uint8Array() };
function placedOn2(on, entries) {
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (!placed.ok) throw onePlace({ why: clause`${placed.problem}` });
  return placed.value;
}
function withCapabilities(entries, capabilities, binaries, on) {
  const wanted = new Map(
    capabilities.flatMap((spec) => spec.path === null ? [] : [[spec.path, spec]])
  );
  const [first] = binaries;
  if (first !== void 0 && wanted.has(first) && capabilities.some(({ path: path9 }) => path9 === null))
    throw noFile(
      first,
      clause`is the first binary, which has capabilities already`,
      clause`write them on one line`
    );
  for (const path9 of binaries) wanted.delete(path9);
  const given = entries.map((entry) => {
    const spec = wanted.get(entry.path);
    if (spec === void 0 || entry.kind !== "file") return entry;
    wanted.delete(entry.path);
    return { ...entry, capabilities: spec.capabilities };
  });
  for (const path9 of wanted.keys()) {
    const there = entries.find((entry) => entry.path === path9);
    const files = [...binaries, ...entries.flatMap((entry) => entry.kind === "file" ? [entry.path] : [])];
    if (there === void 0 && on?.tree.get(path9)?.kind === "file")
      throw noFile(
        path9,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a file that this run adds`
      );
    throw there === void 0 ? noFile(
      path9,
      clause`is not in the image${didYouMean(path9, files)}`,
      clause`write the path of a file, such as ${files[0] ?? "/api"}`
    ) : noFile(path9, clause`is a ${there.kind}`, clause`write the path of a file`);
  }
  return given;
}
function noFile(path9, because, fix) {
  return new Failure(
    "bad-input",
    { what: clause`${input("capabilities")} "${path9}" ${because}`, fix },
    { fields: { input: "capabilities", value: path9 } }
  );
}
function onePlace(clauses) {
  return new Failure(
    "bad-input",
    { what: clause`two things want one place in the image`, ...clauses },
    { fields: { input: "files" } }
  );
}

// src/binary/elf-bytes.ts
function sectionBytes(section, bytes) {
  if (section.type === SHT_NOBITS) return null;
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null
  );
}
function bytesAtAddress(segments, bytes, address) {
  const segment = segments.find(
    ({ type, address: start, fileSize: fileSize2 }) => type === PT_LOAD && address >= start && address < start + BigInt(fileSize2)
  );
  if (segment === void 0) return null;
  const skipped = Number(address - segment.address);
  return slice(bytes, segment.offset + skipped, segment.fileSize - skipped);
}
function placeOfAddress(segments, address) {
  const segment = segments.find(
    ({ type, address: start, fileSize: fileSize2 }) => type === PT_LOAD && address >= start && address < start + BigInt(fileSize2)
  );
  return segment === void 0 ? null : segment.offset + Number(address - segment.address);
}
function rangeOfAddress(segments, address, length) {
  const segment = segments.find(
    (one) => one.type === PT_LOAD && address >= one.address && address + BigInt(Math.trunc(length)) <= one.address + BigInt(one.fileSize)
  );
  if (segment === void 0 || !Number.isSafeInteger(length)) return null;
  const start = segment.offset + Number(address - segment.address);
  return { start, end: start + length };
}
function addressOfPlace(segments, place2) {
  const segment = segments.find(
    ({ type, offset, fileSize: fileSize2 }) => type === PT_LOAD && place2 >= offset && place2 < offset + fileSize2
  );
  return segment === void 0 ? null : segment.address + BigInt(place2 - segment.offset);
}
function restOfSegment(segments, bytes, at) {
  const segment = segments.find(
    ({ type, offset, fileSize: fileSize2 }) => type === PT_LOAD && at >= offset && at < offset + fileSize2
  );
  return segment === void 0 ? null : bytes.subarray(at, segment.offset + segment.fileSize);
}
function isWritable(segment) {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0;
}

// src/binary/module-info.ts
function parseModuleInfo(text2) {
  let path9 = null;
  const modules = [];
  const settings = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const [kind = "", ...fields] = line.split("	");
    switch (kind) {
      case "path":
        path9 = fields.join("	");
        break;
      case "mod":
      case "dep":
        modules.push({ kind, module: moduleOf(fields) });
        break;
      case "=>": {
        const replaced = modules.pop();
        if (replaced === void 0) break;
        const { path: path10, version } = moduleOf(fields);
        modules.push({ ...replaced, module: { ...replaced.module, replacedBy: { path: path10, version } } });
        break;
      }
      case "build": {
        const setting = settingOf(fields.join("	"));
        if (setting !== null) settings.set(...setting);
        break;
      }
    }
  }
  return {
    path: path9,
    main: modules.find(({ kind }) => kind === "mod")?.module ?? null,
    dependencies: modules.filter(({ kind }) => kind === "dep").map(({ module }) => module),
    settings: Object.fromEntries(settings)
  };
}
function moduleOf([path9 = "", version = "", sum = ""]) {
  return { path: path9, version, sum: sum === "" ? null : sum, replacedBy: null };
}
function settingOf(field) {
  const match = /^(?<key>"(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(?<value>.*)$/.exec(field);
  return match?.groups === void 0 ? null : [unquote(match.groups["key"] ?? ""), unquote(match.groups["value"] ?? "")];
}
function unquote(quoted) {
  if (quoted.length < 2) return quoted;
  if (quoted.startsWith("`") && quoted.endsWith("`")) return quoted.slice(1, -1);
  if (!(quoted.startsWith('"') && quoted.endsWith('"'))) return quoted;
  return quoted.slice(1, -1).replace(ESCAPE, (escape, kind) => {
    const code = Number.parseInt(escape.slice(2), 16);
    if ("xuU".includes(kind[0] ?? "")) return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
    return SIMPLE_ESCAPES[kind] ?? kind;
  });
}
var ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g;
var SIMPLE_ESCAPES = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};

// src/binary/build-info.ts
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER_SIZE = 32;
var MAX_STRING = 16 * 1024 * 1024;
function readBuildInfo(elf, bytes) {
  return orWhenOutOfBytes(
    () => {
      const data = findBuildInfo(elf, bytes);
      if (data === null) return null;
      const [goVersion, moduleInfo] = readStrings(data, elf, bytes);
      return goVersion.length === 0 ? null : { goVersion: utf8(goVersion), ...parseModuleInfo(withoutSentinels(moduleInfo)) };
    },
    () => null
  );
}
function findBuildInfo(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const segment = elf.segments.find(isWritable);
  const data = section !== void 0 ? sectionBytes(section, bytes) : segment !== void 0 ? slice(bytes, segment.offset, segment.fileSize) : null;
  if (data === null) return null;
  const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = searched.indexOf(MAGIC); at !== -1; at = searched.indexOf(MAGIC, at + 1)) {
    if (at % ALIGNMENT === 0) return data.subarray(at);
  }
  return null;
}
function readStrings(data, elf, bytes) {
  const header = words(data, 4, true);
  const flags = header.u8(15);
  if ((flags & 2) !== 0) {
    const version = readCounted(data, HEADER_SIZE);
    return [version.content, readCounted(data, version.end).content];
  }
  const pointers = words(data, header.u8(14) === 4 ? 4 : 8, (flags & 1) === 0);
  const read = (at) => readGoString(pointers.word(at), pointers, elf, bytes);
  return [read(16), read(16 + pointers.size)];
}
function readCounted(data, at) {
  let length = 0;
  let next = at;
  for (let scale = 1; ; scale *= 128) {
    const byte = data[next++];
    if (byte === void 0 || scale > MAX_STRING) throw new OutOfBytes(`a length at ${at}`);
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return { content: slice(data, next, Math.min(length, MAX_STRING + 1)), end: next + length };
}
function readGoString(header, pointers, elf, bytes) {
  const at = (address) => bytesAtAddress(elf.segments, bytes, address) ?? new Uint8Array();
  const fields = words(at(header), pointers.size, pointers.littleEndian);
  return slice(at(fields.word(0)), 0, fields.offset(pointers.size));
}
function withoutSentinels(moduleInfo) {
  const { length } = moduleInfo;
  return length >= 33 && moduleInfo[length - 17] === 10 ? utf8(moduleInfo.subarray(16, length - 16)) : "";
}

// src/binary/architecture.ts
function architectureOf(machine, bits, littleEndian) {
  const found = ARCHITECTURES.find(
    (known) => known.machine === machine && known.bits === bits && known.littleEndian === littleEndian
  );
  return found?.architecture ?? null;
}
var ARCHITECTURES = [
  { architecture: "386", machine: EM_386, bits: 32, littleEndian: true },
  { architecture: "mips", machine: EM_MIPS, bits: 32, littleEndian: false },
  { architecture: "mipsle", machine: EM_MIPS, bits: 32, littleEndian: true },
  { architecture: "mips64", machine: EM_MIPS, bits: 64, littleEndian: false },
  { architecture: "mips64le", machine: EM_MIPS, bits: 64, littleEndian: true },
  { architecture: "ppc64", machine: EM_PPC64, bits: 64, littleEndian: false },
  { architecture: "ppc64le", machine: EM_PPC64, bits: 64, littleEndian: true },
  { architecture: "s390x", machine: EM_S390, bits: 64, littleEndian: false },
  { architecture: "arm", machine: EM_ARM, bits: 32, littleEndian: true },
  { architecture: "amd64", machine: EM_X86_64, bits: 64, littleEndian: true },
  { architecture: "arm64", machine: EM_AARCH64, bits: 64, littleEndian: true },
  { architecture: "riscv64", machine: EM_RISCV, bits: 64, littleEndian: true },
  { architecture: "loong64", machine: EM_LOONGARCH, bits: 64, littleEndian: true }
];

// src/binary/file-kind.ts
function fileKind(bytes) {
  if (bytes.byteLength === 0) return "an empty file";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString("latin1");
  const known = KINDS.find((kind) => kind.starts.some((magic) => start.startsWith(magic)));
  return known?.is ?? "not an ELF file, which every program for Linux is";
}
var KINDS = [
  {
    is: "an archive of object files, which is what go build writes for a package that is not main",
    starts: ["!<arch>\n"]
  },
  { is: "a script, and scratch has no interpreter to run it", starts: ["#!"] },
  {
    is: "a macOS program (Mach-O)",
    starts: [
      "\xCF\xFA\xED\xFE",
      "\xCE\xFA\xED\xFE",
      "\xFE\xED\xFA\xCF",
      "\xFE\xED\xFA\xCE",
      "\xCA\xFE\xBA\xBE"
    ]
  },
  { is: "a Windows program (PE)", starts: ["MZ"] },
  { is: "a WebAssembly module", starts: ["\0asm"] },
  { is: "a gzip archive", starts: ["\x8B"] },
  { is: "a zip archive", starts: ["PK"] }
];

// src/binary/elf.ts
var MAX_SEGMENTS = 1024;
var MAX_DYNAMIC_ENTRIES = 4096;
var MAX_SECTION_NAME = 256;
var MAX_PATH = 4096;
function readElf(bytes, name = "the binary") {
  if (!isElf(bytes))
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is ${fileKind(bytes)}` },
      { fields: { file: name } }
    );
  return orWhenOutOfBytes(
    () => readHeaders(bytes, name),
    (cause) => {
      throw new Failure(
        "unreadable-binary",
        {
          what: clause`${name} is an ELF file that is damaged or cut short`,
          why: clause`its headers point beyond its ${bytes.byteLength} bytes`,
          fix: clause`build or copy it again`
        },
        { cause, fields: { file: name } }
      );
    }
  );
}
function readHeaders(bytes, name) {
  const [wordSize, byteOrder] = [bytes[EI_CLASS], bytes[EI_DATA]];
  if (wordSize !== ELFCLASS32 && wordSize !== ELFCLASS64 || byteOrder !== ELFDATA2LSB && byteOrder !== ELFDATA2MSB) {
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is an ELF file of an unknown word size or byte order` },
      { fields: { file: name } }
    );
  }
  const bits = wordSize === ELFCLASS64 ? 64 : 32;
  const littleEndian = byteOrder === ELFDATA2LSB;
  const file = words(bytes, bits === 64 ? 8 : 4, littleEndian);
  const machine = file.u16(18);
  const segments = readSegments(file, bytes);
  const dynamic = readDynamic(segments, file);
  return {
    bits,
    littleEndian,
    abi: file.u8(EI_OSABI),
    type: file.u16(16),
    machine,
    architecture: architectureOf(machine, bits, littleEndian),
    entry: file.word(24),
    segments,
    sections: readSections(file, bytes),
    interpreter: readInterpreter(segments, bytes),
    neededLibraries: neededLibraries(dynamic, segments, bytes),
    isPie: dynamic.some(({ tag, value }) => tag === DT_FLAGS_1 && (value & DF_1_PIE) !== 0n)
  };
}
function readSegments(file, bytes) {
  const wide = file.size === 8;
  const table = file.offset(wide ? 32 : 28);
  const entrySize = file.u16(wide ? 54 : 42);
  const count = Math.min(file.u16(wide ? 56 : 44), MAX_SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize;
    const segment = wide ? {
      type: file.u32(at),
      flags: file.u32(at + 4),
      offset: file.offset(at + 8),
      address: file.word(at + 16),
      fileSize: file.offset(at + 32),
      memorySize: file.word(at + 40)
    } : {
      type: file.u32(at),
      flags: file.u32(at + 24),
      offset: file.offset(at + 4),
      address: file.word(at + 8),
      fileSize: file.offset(at + 16),
      memorySize: file.word(at + 20)
    };
    if (segment.type === PT_LOAD) slice(bytes, segment.offset, segment.fileSize);
    return segment;
  });
}
function readSections(file, bytes) {
  return orWhenOutOfBytes(
    () => {
      const wide = file.size === 8;
      const table = file.offset(wide ? 40 : 32);
      const entrySize = file.u16(wide ? 58 : 46);
      const count = table === 0 ? 0 : file.u16(wide ? 60 : 48);
      const at = (index) => table + index * entrySize;
      const offsetOf = (index) => file.offset(at(index) + (wide ? 24 : 16));
      const names = count === 0 ? 0 : offsetOf(file.u16(wide ? 62 : 50));
      return Array.from({ length: count }, (_, index) => ({
        name: text(bytes, names + file.u32(at(index)), MAX_SECTION_NAME),
        type: file.u32(at(index) + 4),
        flags: file.word(at(index) + 8),
        address: file.word(at(index) + (wide ? 16 : 12)),
        offset: offsetOf(index),
        size: file.offset(at(index) + (wide ? 32 : 20))
      }));
    },
    () => []
  );
}
function readInterpreter(segments, bytes) {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  return segment === void 0 ? null : text(bytes, segment.offset, Math.min(segment.fileSize, MAX_PATH));
}
function readDynamic(segments, file) {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === void 0) return [];
  const found = [];
  const entries = Math.min(Math.floor(dynamic.fileSize / (2 * file.size)), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < entries; index++) {
    const at = dynamic.offset + index * 2 * file.size;
    const tag = file.offset(at);
    if (tag === DT_NULL) break;
    found.push({ tag, value: file.word(at + file.size) });
  }
  return found;
}
function neededLibraries(dynamic, segments, bytes) {
  const needed = dynamic.flatMap(({ tag, value }) => tag === DT_NEEDED ? [value] : []);
  const table = dynamic.findLast(({ tag }) => tag === DT_STRTAB);
  const strings = table === void 0 ? null : bytesAtAddress(segments, bytes, table.value);
  return needed.map(
    (offset) => strings === null || offset >= BigInt(strings.byteLength) ? "a library without a name" : text(strings, Number(offset), MAX_PATH)
  );
}

// src/commands/steps/link.ts
import path8 from "node:path";

// src/compile/dependencies.ts
var FIELDS = "Module,GoFiles,CgoFiles,IgnoredGoFiles,EmbedFiles";
async function listDependencies(host, go, context, paths) {
  const flags = buildFlags(host, context.spec);
  const fields = `-json=${PACKAGE_FIELDS},${FIELDS}`;
  const entries = await goListJson(host, go, context, ["-e", "-deps", fields, ...flags, "--", ...paths]);
  return {
    packages: entries.filter(({ Match }) => Match !== void 0).map(packageOf),
    dependencies: entries.map(dependencyOf)
  };
}
function dependencyOf(entry) {
  const { ImportPath = "", Dir = "", Standard = false, Module } = entry;
  return {
    importPath: ImportPath,
    directory: Dir,
    standard: Standard,
    module: Module?.Path ?? null,
    replacedBy: Module?.Replace?.Path ?? null,
    goFiles: entry.GoFiles ?? [],
    cgoFiles: entry.CgoFiles ?? [],
    ignoredGoFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name)),
    embedFiles: entry.EmbedFiles ?? []
  };
}

// src/compile/go-build.ts
import path6 from "node:path";
async function compile(host, go, request) {
  const { mains, output } = request;
  await prepareOutput(output);
  const oneProcess = mains.every(({ name, importPath }) => name === binaryNameOf(importPath));
  const printed = [];
  if (oneProcess) printed.push(await goBuild(host, go, request, `${output}${path6.sep}`, mains));
  else
    for (const main of mains)
      printed.push(await goBuild(host, go, request, path6.join(output, main.name), [main]));
  const binaries = mains.map(({ name, directory: directory2, path: main, importPath }) => ({
    name,
    directory: directory2,
    file: path6.join(output, name),
    main,
    importPath
  }));
  return { binaries, output: printed.join("") };
}
async function compileOnly(host, go, request, main) {
  await prepareOutput(request.output);
  const file = path6.join(request.output, "main");
  return { file, output: await goBuild(host, go, request, file, [{ path: main }]) };
}
async function goBuild(host, go, { spec, platform, workingDirectory }, output, mains) {
  const packages = mains.map((main) => main.path);
  const args = ["build", ...buildFlags(host, spec), "-o", output, "--", ...packages];
  const finished = await run(host, go.command, args, {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform)
  });
  if (finished.exitCode !== 0) {
    const doing = `compiling ${packages.join(", ")} for ${formatPlatform(platform)}`;
    const fields = { main: packages.join(", "), platform: formatPlatform(platform) };
    throw goFailure(host, { doing, workingDirectory, fields }, finished);
  }
  return finished.stderr;
}
async function prepareOutput(directory2) {
  await makeDirectory(directory2).catch((cause) => {
    throw whyNotWritten(directory2, cause);
  });
}

// src/compile/read-embedded-files.ts
import { createHash as createHash2 } from "node:crypto";
import { constants, open } from "node:fs/promises";
import path7 from "node:path";
var WIDTH = 8;
async function readEmbeddedFiles(dependencies) {
  const named = dependencies.flatMap(
    ({ importPath, directory: directory2, embedFiles }) => embedFiles.map((name) => ({ package: importPath, name, file: path7.join(directory2, name) }))
  );
  const read = await inParallel(WIDTH, named, async ({ file, ...known }) => {
    const content = await contentOf(file);
    return content === null ? [] : [{ ...known, ...content }];
  });
  return read.flat();
}
async function contentOf(file) {
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  }
  try {
    const status = await handle.stat();
    return status.isFile() ? await hashOf(handle) : null;
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  } finally {
    await handle.close();
  }
}
var CHUNK = 1024 * 1024;
async function hashOf(handle) {
  const hash = createHash2("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max((await handle.stat()).size, 4096)));
  let size = 0;
  for (; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
  return size === 0 ? null : { size, hash: hash.digest("hex") };
}

// src/commands/steps/link.ts
async function linkBinaries(host, spec, go) {
  const { source } = spec;
  if (source.kind === "binary") return prebuilt(source);
  const toolchain = requireToolchain(go);
  return link2(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)));
}
async function linkService(host, spec, go, check = () => {
}) {
  const { source } = spec;
  if (source.kind === "binary") {
    check([source]);
    return { ...prebuilt(source), dependencies: null, embedded: [] };
  }
  const toolchain = requireToolchain(go);
  const context = contextOf(spec);
  const [only, ...more] = source.mains;
  if (only !== void 0 && more.length === 0)
    return withSideWork(host, (inside, begin) => linkOnly(inside, spec, toolchain, only, check, begin));
  const mains = await findMains(host, toolchain, source.mains, context);
  check(mains);
  return withSideWork(host, async (inside, begin) => {
    const listed = begin(listWithFiles(inside, toolchain, context, mains));
    return { ...await link2(inside, spec, toolchain, mains), ...await listed };
  });
}
async function linkOnly(host, spec, go, named, check, begin) {
  const context = contextOf(spec);
  const compiling = begin(compileOnly(host, go, { ...context, output: linkedDirectory(host) }, named.path));
  const { packages, dependencies } = await listDependencies(host, go, context, [named.path]);
  const mains = await findAmong(host, go, [named], context, packages);
  check(mains);
  const { file, output } = await compiling;
  const [found] = mains;
  if (found === void 0) throw nothingCompiled(spec);
  const binary = {
    name: found.name,
    directory: found.directory,
    file,
    main: found.path,
    importPath: found.importPath
  };
  return { binaries: [binary], output, dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function linkedDirectory(host) {
  return path8.join(host.temporary, "linked");
}
async function listWithFiles(host, go, context, mains) {
  const paths = mains.map((main) => main.path);
  const { dependencies } = await listDependencies(host, go, context, paths);
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function prebuilt({
  name,
  directory: directory2,
  path: file
}) {
  return { binaries: [{ name, directory: directory2, file, main: null, importPath: null }], output: "" };
}
async function link2(host, spec, go, mains) {
  const request = { ...contextOf(spec), mains, output: linkedDirectory(host) };
  const { binaries, output } = await compile(host, go, request);
  const [first, ...others] = binaries;
  if (first === void 0) throw nothingCompiled(spec);
  return { binaries: [first, ...others], output };
}
function nothingCompiled({ workingDirectory }) {
  return new Failure(
    "compile",
    { what: clause`no main package was compiled` },
    { fields: { directory: workingDirectory } }
  );
}
function contextOf({ compile: spec, platform, workingDirectory }) {
  return { spec, platform, workingDirectory };
}
function requireToolchain(go) {
  if (go === null) throw new Error("a main package is compiled by a toolchain that was not resolved");
  return go;
}

export {
  progressOn,
  isLive,
  ROOT,
  entryTree,
  lookUp,
  may,
  fileSize,
  CERTIFICATES_PATH,
  checkCertificates,
  readRoots,
  ZONES_PATH,
  ZONE_FILES_PATH,
  readZoneWish,
  layOver,
  placeIn,
  SBOM_PATH,
  sbomEntries,
  readFiles,
  arrangeFiles,
  userIn,
  listedHome,
  tooLongAccounts,
  DEFAULT_PATH,
  startedBy,
  isStarted,
  startedPaths,
  assemble,
  entrypointOf,
  takenAccount,
  makeBaseLayer,
  baseEntries,
  OutOfBytes,
  words,
  slice,
  orWhenOutOfBytes,
  utf8,
  sectionBytes,
  placeOfAddress,
  rangeOfAddress,
  addressOfPlace,
  restOfSegment,
  isWritable,
  readBuildInfo,
  fileKind,
  readElf,
  variantOf,
  madeFor,
  levelBeyond,
  linkBinaries,
  linkService
};
