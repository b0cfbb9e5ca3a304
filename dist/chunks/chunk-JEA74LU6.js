import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  GO_ONLY,
  NotInside,
  checkPrograms,
  declareImage,
  once,
  openInside,
  tagsWanted,
  workingDirectoryOf
} from "./chunk-2NIS2GC2.js";
import {
  shown
} from "./chunk-FUITNG2E.js";
import {
  placeInCheckout,
  readSurroundings,
  shownPath
} from "./chunk-B6TJL6TV.js";
import {
  filesOfFlags,
  findCheckout,
  isPlainCFlag,
  leadsOut,
  otherBuildFlag,
  otherLinkerFlag,
  pathsOutOfPlace,
  pathsOutside,
  pushReason,
  wordsOf,
  workspaceRoots
} from "./chunk-L2V5KLOK.js";
import {
  formatReference
} from "./chunk-QPQ6KV7E.js";
import {
  readerOf
} from "./chunk-BNHI7EIA.js";
import {
  INPUTS,
  firstOf,
  input,
  isInputName,
  problemsFailure,
  rowOf,
  unique,
  wrongInput,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  didYouMean,
  formatPlatform,
  nearest,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  Failure,
  clause,
  clauseText,
  sentenceText
} from "./chunk-IPQ6L4C3.js";
import {
  __callDispose,
  __using
} from "./chunk-33PJWEQH.js";

// src/declare/declare-plan.ts
import path from "node:path";

// src/declare/runners.ts
function declareRunners(reader) {
  return reader.map("runners", parseRunner);
}
function parseRunner({ name, value }) {
  const platform = parsePlatform(name);
  if (!platform.ok) return platform;
  const label = value.trim();
  if (label === "") return problem("names no runner; write a label of runs-on, such as ubuntu-24.04-arm");
  if (/[\s,[\]{}'"$]/.test(label))
    return problem("is not one label of a runner; write one, such as ubuntu-24.04-arm");
  return parsed({ name: formatPlatform(platform.value), value: label });
}

// src/declare/declare-plan.ts
function declarePlan(given, place) {
  const reader = readerOf(given);
  const file = fileOr(reader, "plan", "bantam-plan.json", place);
  if (file === null) reader.contradiction("plan", "is missing; write the path to write the plan to");
  const runners = declareRunners(reader);
  const problems = reader.problems();
  return problems.length > 0 || file === null ? { ok: false, problems } : { ok: true, value: { file, runners } };
}
function declarePiece(given, place) {
  const reader = readerOf({ ...given, problems: [] });
  const plan = reader.text("plan");
  if (plan === null) {
    if (reader.text("result") !== null)
      reader.contradiction(
        "result",
        clause`has no effect without ${input("plan")}; give that too, or leave it out`
      );
    const problems2 = reader.problems();
    return problems2.length > 0 ? { ok: false, problems: problems2 } : { ok: true, value: null };
  }
  const result = fileOr(reader, "result", "bantam-result.json", place);
  if (result === null) reader.contradiction("result", "is missing; write the path to write the result to");
  const platforms = reader.items("platforms");
  const only = reader.items("only");
  const problems = reader.problems();
  return problems.length > 0 || result === null ? { ok: false, problems } : { ok: true, value: { plan: path.resolve(place.cwd, plan), result, platforms, only } };
}
function fileOr(reader, name, usual, { env, cwd }) {
  const given = reader.text(name);
  if (given !== null) return path.resolve(cwd, given);
  const temporary = env["RUNNER_TEMP"] ?? "";
  return reader.surface === "action" && temporary !== "" ? path.join(temporary, usual) : null;
}

// src/host/is-there.ts
import { lstat } from "node:fs/promises";
async function isThere(file) {
  return await lstat(file).catch(() => null) !== null;
}

// src/commands/steps/declare-image.ts
import { stat } from "node:fs/promises";
async function declareOne(host, given, surroundings, key = null) {
  const directory = workingDirectoryOf(given, host);
  const declared = declareImage(given, surroundings, key);
  const problems = [...declared.ok ? [] : declared.problems, ...await checkDirectory(given, directory)];
  if (!declared.ok || problems.length > 0) return { ok: false, problems };
  const outOfPlace = await pathsOutOfPlace(host, declared.spec, declared.run);
  if (outOfPlace.length > 0) return { ok: false, problems: outOfPlace };
  const { credentials, githubToken } = declared.spec.publish;
  for (const secret of [credentials?.password, githubToken]) if (secret != null) host.log.secret(secret);
  return declared;
}
function leftOut(because) {
  return `The commit, tag and remote of the checkout are left out, because ${because}.`;
}
function checkSource(host, { source, compile, workingDirectory }) {
  switch (source.kind) {
    case "main":
      return checkPrograms(host, compile, workingDirectory);
    case "binary":
      return;
  }
}
async function checkDirectory({ values }, directory) {
  const status = await stat(directory).catch(() => null);
  if (status?.isDirectory() === true) return [];
  const why = status === null ? "is not there" : "is no directory";
  const value = values["working-directory"] ?? ".";
  return [wrongValue("working-directory", value, `${why}; write the directory of the service`)];
}

// src/declare/images-file/conflicts.ts
function conflicts(images) {
  return [...sameTags(images), ...samePlaces(images)];
}
function sameTags(images) {
  const takenBy = /* @__PURE__ */ new Map();
  return images.flatMap(({ key, spec }) => {
    const found = spec.publish.references.map(formatReference).flatMap((reference) => {
      const other = takenBy.get(reference);
      takenBy.set(reference, other ?? key);
      return other === void 0 || other === key ? [] : [{ reference, other }];
    });
    const [first] = found;
    if (first === void 0) return [];
    const because = clause`gives image ${key} the tag ${first.reference}, which image ${first.other} has too; write another repository or tag`;
    return [{ key, problem: wrongInput("image", because) }];
  });
}
function samePlaces(images) {
  return images.flatMap(({ key, spec, sboms }, at) => {
    const earlier = images.slice(0, at).flatMap((other2) => placesOf(other2).map((place2) => ({ key: other2.key, place: place2 })));
    const mine = placesOf({ spec, sboms });
    const pairs = mine.flatMap(
      (place2) => earlier.filter((other2) => overlap(place2, other2.place)).map((other2) => ({ place: place2, other: other2 }))
    );
    const [first] = pairs;
    if (first === void 0) return [];
    const { place, other } = first;
    const because = clause`of image ${key} is written where ${other.place.name} of image ${other.key} is, ${other.place.path}; write another place`;
    return [{ key, problem: wrongInput(place.name, because) }];
  });
}
function placesOf({ spec, sboms }) {
  const { publish, binaries } = spec;
  const { output } = publish;
  return [
    ...output === null ? [] : [{ name: "output", path: output.path, isFolder: output.kind === "layout" }],
    ...binaries === null ? [] : [{ name: "binaries", path: binaries.directory, isFolder: true }],
    ...sboms.map((path4) => ({ name: "sbom", path: path4, isFolder: false }))
  ];
}
function overlap(one2, other) {
  const lies = (inner, outer) => outer.isFolder && inner.path.startsWith(`${outer.path}/`);
  return one2.path === other.path || lies(one2, other) || lies(other, one2);
}

// src/declare/images-file/image-given.ts
import path2 from "node:path";

// src/declare/images-file/settings.ts
var OF_RUN = "is of the whole run, not of an image; write it in the step or on the command line";
var OF_STEP = "is not taken from a file that a pull request can change; write it in the step or on the command line";
var REFUSED_SETTINGS = {
  config: "names this file; leave it out",
  only: OF_RUN,
  "changed-since": OF_RUN,
  push: OF_STEP,
  load: OF_STEP,
  "registry-username": OF_STEP,
  "registry-password": OF_STEP,
  "github-token": OF_STEP,
  "go-download-url": OF_STEP,
  "upx-download-url": OF_STEP,
  "upx-sha256": OF_STEP,
  cache: OF_RUN,
  summary: OF_RUN,
  comment: OF_RUN,
  report: OF_RUN,
  plan: OF_RUN,
  result: OF_RUN
};
var SETTINGS = INPUTS.filter(
  ({ name, only }) => REFUSED_SETTINGS[name] === void 0 && (only === void 0 || only === "action" || only === "terminal")
);
var OWN_SETTINGS = [
  "main",
  "binary",
  "entrypoint",
  "args",
  "cmd",
  "image",
  "output",
  "binaries"
];
var OPPOSITES = {
  main: ["binary"],
  binary: ["main", ...GO_ONLY],
  "go-version": ["go-version-file"],
  "go-version-file": ["go-version"],
  cmd: ["entrypoint", "args"],
  entrypoint: ["cmd"],
  args: ["cmd"]
};
function displacedBy(name, text) {
  if (name === "pack") return text === "off" ? ["packer", "upx-version", "upx-args"] : [];
  if (name === "packer") return text === "bantam" ? ["upx-version", "upx-args"] : [];
  return OPPOSITES[name] ?? [];
}

// src/declare/images-file/image-given.ts
function imageGiven(given, { defaults }, entry, { directory, cwd }) {
  const values = new Map(entriesOf(given.values));
  const fromFile = /* @__PURE__ */ new Map();
  for (const layer of [defaults, entry.settings]) {
    for (const name of layer.flatMap(({ name: name2, text }) => displacedBy(name2, text))) {
      values.delete(name);
      fromFile.delete(name);
    }
    for (const setting of layer) {
      values.set(setting.name, setting.text);
      fromFile.set(setting.name, setting);
    }
  }
  for (const [name, text] of askedOf(given)) {
    for (const displaced of displacedBy(name, text)) if (fromFile.delete(displaced)) values.delete(displaced);
    values.set(name, text);
    fromFile.delete(name);
  }
  const own = fromFile.get("working-directory")?.text ?? ".";
  values.set("working-directory", path2.relative(cwd, path2.resolve(directory, own)) || ".");
  const ofCheckout = new Set(fromFile.keys());
  return { entry, given: { ...given, values: Object.fromEntries(values), ofCheckout }, fromFile };
}
function askedOf({ surface, values }) {
  return entriesOf(values).filter(
    ([name, text]) => name !== "working-directory" && !(surface === "action" && text === rowOf(name).default)
  );
}
function sharedByImages(given, file) {
  return askedOf(given).filter(([name]) => OWN_SETTINGS.includes(name)).map(
    ([name]) => wrongInput(
      name,
      `is given for several images, which each need their own; write it in ${file}, or choose one image by its name`
    )
  );
}
function gateOfStep(given, { fromFile }) {
  const isOfStep = given.surface === "action" && given.values.budget !== void 0;
  return isOfStep ? ["on-over-budget", "baseline"].filter((name) => fromFile.has(name)).map((name) => wrongInput(name, "is set here and the budget in the step; write both in one place")) : [];
}
function entriesOf(values) {
  return Object.entries(values).flatMap(
    ([name, value]) => isInputName(name) && value !== void 0 ? [[name, value]] : []
  );
}

// src/declare/images-file/placed-problem.ts
var MOST = 50;
function problemOfFile(file, { at, because }) {
  return placedAt(file, at, { input: file, value: `${at.line}:${at.column}`, clause: clause`${because}` });
}
function placedProblem(file, problem2, { fromFile }) {
  const setting = [...fromFile.values()].find(({ name }) => name === problem2.input);
  if (setting === void 0) return problem2;
  const item = setting.items.find(({ text }) => text === problem2.value);
  return placedAt(file, item?.at ?? setting.at, problem2);
}
function problemOfImage(file, { key, at }, problem2) {
  return placedAt(file, at, { ...problem2, clause: clause`image ${key}: ${problem2.clause}` });
}
function firstProblems(file, problems) {
  const unique2 = [...new Map(problems.map((problem2) => [JSON.stringify(problem2.clause), problem2])).values()];
  const more = unique2.length - MOST;
  if (more <= 1) return unique2;
  return [
    ...unique2.slice(0, MOST),
    { input: file, value: "", clause: clause`${more} more problems are not shown` }
  ];
}
function placedAt(file, { line, column }, problem2) {
  const named = inYaml(problem2.clause);
  return {
    ...problem2,
    clause: clause`${`${file}:${line}:${column}: `}${named}`,
    location: { file, line, column, message: sentenceText(named, "action") }
  };
}
function inYaml(parts) {
  return parts.map(
    (part) => part.kind === "input" ? { kind: "value", text: clauseText([part], "action") } : part
  );
}

// src/declare/images-file/select-images.ts
var MOST_SHOWN = 10;
function selectImages(given, images, file) {
  const { only } = given.values;
  if (only === void 0) return { images, problems: [] };
  const reader = readerOf({ ...given, problems: [] });
  const names = unique(reader.items("only"));
  const keys = images.map(({ key }) => key);
  const unknown = names.filter((name) => !keys.includes(name)).map(
    (name) => wrongValue("only", name, `is not an image of ${file}${didYouMean(name, keys) || `; ${has(keys)}`}`)
  );
  const none = names.length === 0 ? [wrongValue("only", only, `names no image; ${has(keys)}`)] : [];
  return {
    images: images.filter(({ key }) => names.includes(key)),
    problems: [...reader.problems(), ...unknown, ...none]
  };
}
function has(keys) {
  return `it has ${firstOf(keys, MOST_SHOWN)}`;
}

// src/declare/images-file/variables-of-file.ts
var OF_STEP2 = /^(?:GO(?:PROXY|NOPROXY|SUMDB|NOSUMDB|NOSUMCHECK|INSECURE|PRIVATE|VCS|AUTH|ENV|ROOT|PATH|BIN|MODCACHE|CACHE|CACHEPROG|TMPDIR|TOOLCHAIN)|(?:HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_\w+|SSH_\w+|GIT_\w+|NETRC|HOME|PATH|TMPDIR|XDG_\w+|LD_\w+|DYLD_\w+)$/i;
var PLAIN = {
  GO111MODULE: () => true,
  GOEXPERIMENT: () => true,
  GOFIPS140: (value) => /^[\w.-]*$/.test(value),
  GOWORK: (value) => value === "off",
  GOGC: () => true,
  GOMEMLIMIT: () => true,
  GOMAXPROCS: () => true,
  GOFLAGS: (value) => {
    const words = wordsOf(value);
    return otherBuildFlag(words) === null && filesOfFlags(words, "/").length === 0;
  },
  CC: isCompiler,
  CXX: isCompiler,
  AR: isCompiler,
  CGO_CFLAGS: areCFlags,
  CGO_CPPFLAGS: areCFlags,
  CGO_CXXFLAGS: areCFlags,
  CGO_LDFLAGS: areCFlags,
  SOURCE_DATE_EPOCH: () => true,
  TZ: (value) => /^[\w+-]*$/.test(value)
};
function isCompiler(value) {
  return /^(?:[\w.-]+-)?(?:gcc|g\+\+|clang|clang\+\+|cc|c\+\+|ar|gcc-ar|llvm-ar)(?:-\d+)?$/.test(value);
}
function areCFlags(value) {
  return wordsOf(value).every(isPlainCFlag);
}
function variablesOfStep(buildEnv) {
  return Object.entries(buildEnv).flatMap(([name, value]) => {
    const isPlain = Object.hasOwn(PLAIN, name) ? PLAIN[name]?.(value) === true : false;
    if (isPlain) return [];
    const why = OF_STEP2.test(name) ? "says where Go finds code, programs or logins" : "can have a build run programs or write files";
    return [wrongValue("build-env", name, `${why}, and ${ELSEWHERE}`)];
  });
}
var ELSEWHERE = "is not taken from a file that a pull request can change; write it in the step or on the command line";
function flagsOfStep({ buildFlags, ldflags }, isFromFile) {
  const others = [
    ["build-flags", otherBuildFlag(buildFlags)],
    ["ldflags", otherLinkerFlag(wordsOf(ldflags))]
  ];
  return others.flatMap(
    ([name, flag]) => flag === null || !isFromFile(name) ? [] : [wrongValue(name, flag, `can have a build write files or run programs, and ${ELSEWHERE}`)]
  );
}

// src/commands/steps/run-of-images.ts
function runOfImages({ surface, env }, { values: { push } }, run, images) {
  const wish = push === "true" || push === "false" ? push : "auto";
  const occasion = { surface, event: env["GITHUB_EVENT_NAME"] ?? null };
  const references = images.flatMap(({ spec }) => spec.publish.references);
  return {
    ...run,
    sboms: images.flatMap(({ sboms }) => sboms),
    pushReason: pushReason(wish, occasion, references)
  };
}

// src/commands/steps/declare-images.ts
async function declareImages(host, given, found) {
  const { name, directory, root, file, faults } = found;
  const selected = selectImages(given, file.images, name);
  const several = selected.images.length > 1;
  const cannotShare = several ? sharedByImages(given, name) : [];
  const ofRun = [...given.problems, ...selected.problems, ...cannotShare];
  const warn = warner(host);
  const surroundingsOf = surroundingsReader(host, warn);
  const tried = [];
  for (const entry of selected.images) {
    const image = imageGiven(given, file, entry, { directory, cwd: host.cwd });
    tried.push({ image, ...await tryImage(host, image, { surroundingsOf, warn, root }) });
  }
  const shared = (problem2) => tried.every(({ problems: problems2 }) => problems2.some((other) => sameProblem(other, problem2)));
  const ofImages = tried.flatMap(
    ({ image, problems: problems2 }) => problems2.map((problem2) => {
      const placed = placedProblem(name, problem2, image);
      return placed !== problem2 || shared(problem2) ? placed : problemOfImage(name, image.entry, problem2);
    })
  );
  const declared = tried.flatMap(
    ({ image, declared: one2 }) => one2 === null ? [] : [{ key: image.entry.key, spec: one2.spec, sboms: one2.run.sboms }]
  );
  const pairs = cannotShare.length > 0 ? [] : conflicts(declared);
  const ofPairs = pairs.flatMap(({ key, problem: problem2 }) => {
    const image = tried.find((one2) => one2.image.entry.key === key)?.image;
    if (image === void 0) return [];
    const placed = placedProblem(name, problem2, image);
    return [placed === problem2 ? problemOfImage(name, image.entry, problem2) : placed];
  });
  const inFile = [...faults.map((fault) => problemOfFile(name, fault)), ...ofImages, ...ofPairs];
  const problems = [...ofRun, ...inFile.toSorted(byLocation)];
  const [first, ...others] = declared;
  const run = tried[0]?.declared?.run;
  if (problems.length > 0 || first === void 0 || run === void 0)
    throw problemsFailure(
      problems.length > 0 ? firstProblems(name, problems) : [wrongInput("config", "has no image to build; write one below images")]
    );
  const images = [first, ...others];
  return { images, run: runOfImages(host, given, run, images), file: found };
}
function warner({ log }) {
  const said = /* @__PURE__ */ new Set();
  return (message) => {
    const key = JSON.stringify(message);
    if (!said.has(key)) log.warning(message);
    said.add(key);
  };
}
function surroundingsReader(host, warn) {
  const read = once();
  return async (given) => {
    const directory = workingDirectoryOf(given, host);
    const wanted = tagsWanted(given);
    const key = JSON.stringify([findCheckout(host, directory) ?? directory, wanted]);
    const { within: _, ...surroundings } = await read(key, () => readSurroundings(host, directory, wanted));
    const { refused } = surroundings.repository;
    if (refused !== null) warn(leftOut(refused));
    return { ...surroundings, ...placeInCheckout(host, directory) };
  };
}
async function tryImage(host, image, { surroundingsOf, warn, root }) {
  const { given, fromFile, entry } = image;
  const declared = await declareOne(host, given, await surroundingsOf(given), entry.key);
  if (!declared.ok) return { declared: null, problems: [...declared.problems, ...gateOfStep(given, image)] };
  const isFromFile = (problem2) => [...fromFile.keys()].some((name) => name === problem2.input);
  const outside = (await pathsOutside(root, declared.spec, declared.run)).filter(isFromFile);
  const problems = [
    ...gateOfStep(given, image),
    ...outside,
    ...flagsOfStep(declared.spec.compile, (name) => fromFile.has(name)),
    ...fromFile.has("build-env") ? variablesOfStep(declared.spec.compile.buildEnv) : [],
    ...pushesOfOthers(image, declared.spec),
    ...programsOf(host, declared.spec)
  ];
  const spec = withoutOthersLogin(warn, image, declared.spec);
  return problems.length > 0 ? { declared: null, problems } : { declared: { spec, run: declared.run }, problems: [] };
}
function programsOf(host, { platforms }) {
  try {
    checkSource(host, platforms[0]);
    return [];
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== "bad-input") throw cause;
    return [{ input: cause.fields.input ?? "", value: "", clause: cause.clauses.what }];
  }
}
var PUSH_SETTINGS = ["image", "tags"];
var LOGIN_SETTINGS = [...PUSH_SETTINGS, "base", "baseline"];
function pushesOfOthers({ fromFile }, { othersCode, publish }) {
  if (!othersCode || !publish.push) return [];
  return PUSH_SETTINGS.filter((name) => fromFile.has(name)).map(
    (name) => wrongInput(
      name,
      clause`is in a file that the author of this change can write, and ${input("push", "true")} would push there; write it in the step, for one image at a time with ${input("only")}`
    )
  );
}
function withoutOthersLogin(warn, { fromFile }, spec) {
  const { publish, othersCode } = spec;
  const [chosen] = LOGIN_SETTINGS.filter((name) => fromFile.has(name));
  if (!othersCode || publish.credentials === null || chosen === void 0) return spec;
  warn(
    clause`${input("registry-password")} is not used, since the author of this change can write ${chosen} in the file of images; use docker login, which is for one registry`
  );
  return { ...spec, publish: { ...publish, credentials: null } };
}
function sameProblem(one2, other) {
  return JSON.stringify(one2.clause) === JSON.stringify(other.clause);
}
function byLocation({ location: one2 }, { location: other }) {
  const [line = 0, otherLine = 0] = [one2?.line, other?.line];
  return line - otherLine || (one2?.column ?? 0) - (other?.column ?? 0);
}

// src/commands/steps/images-file.ts
import { realpath } from "node:fs/promises";
import path3 from "node:path";

// src/declare/images-file/reads-environment.ts
function readsEnvironment(text) {
  const bare2 = text.replace(/["'`\\]/g, "");
  return bare2.includes("{{") && /\.\s*Env\b/.test(bare2);
}

// src/declare/images-file/tree.ts
function treeWord({ kind }) {
  switch (kind) {
    case "text":
      return "one value";
    case "nothing":
      return "empty";
    case "list":
      return "a list";
    case "map":
      return "a map";
  }
}

// src/declare/images-file/setting-text.ts
function settingText({ name, kind }, value) {
  const isLimits = name === "budget";
  switch (value.kind) {
    case "nothing":
      return problem("has no value; write one, or leave it out");
    case "text":
      return one(kind, value.text);
    case "list":
      return kind === "text" || kind === "choice" || kind === "boolean" ? problem("takes one value, not a list; write one") : listText(value.items, isLimits);
    case "map":
      if (isLimits) return asList(limitsOf(value.entries));
      return kind === "map" ? mapText(value.entries) : problem(
        `takes ${kind === "list" || kind === "words" ? "a list or text" : "one value"}, not a map; quote text that has ": " or braces`
      );
  }
}
function one(kind, written) {
  const text = kind === "map" ? written.trimEnd() : written.trim();
  return text === "" ? problem("is empty; write a value, or leave it out") : parsed({ text, items: [] });
}
function listText(values, isLimits) {
  const items = [];
  for (const value of values) {
    if (isLimits && value.kind === "map") {
      const limits = limitsOf(value.entries);
      if (!limits.ok) return limits;
      items.push(...limits.value);
    } else if (value.kind === "text") items.push({ text: value.text, at: value.at });
    else
      return problem(`has an item that is ${treeWord(value)}; write text, in quotes if it has ": " or braces`);
  }
  return asList(parsed(items));
}
function asList(items) {
  if (!items.ok) return items;
  return parsed({ text: JSON.stringify(items.value.map(({ text }) => text)), items: items.value });
}
function limitsOf(entries) {
  const items = [];
  for (const { key, value, at } of entries) {
    const limits = value.kind === "list" ? value.items : [value];
    for (const limit of limits) {
      if (limit.kind !== "text") return problem(`has ${key} without a limit; write one, such as ${key}: 3MB`);
      items.push({ text: `${key}: ${limit.text}`, at });
    }
  }
  return parsed(items);
}
function mapText(entries) {
  const wrong = entries.find(({ value }) => value.kind !== "text");
  if (wrong !== void 0)
    return problem(
      `has ${wrong.key}, whose value is ${treeWord(wrong.value)}; write text, or "" for an empty value`
    );
  const pairs = entries.map(({ key, value }) => [key, value.kind === "text" ? value.text : ""]);
  const text = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`;
  return parsed({ text, items: entries.map(({ key, at }) => ({ text: key, at })) });
}

// src/declare/images-file/images-of.ts
var MOST_IMAGES = 200;
var MOST_HINTS = 100;
var TOP = ["defaults", "images"];
var MOST_TEXT = 2e6;
var MOST_OF_SETTING = 32e3;
var KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
function imagesOf(tree) {
  const faults = [];
  const add = (at, because) => void faults.push({ at, because });
  const entriesOf2 = (value, name) => {
    if (value.kind === "map") return value.entries;
    if (value.kind !== "nothing") add(value.at, `${name} must be a map, but is ${treeWord(value)}`);
    return [];
  };
  const settingsOf = (value, name) => entriesOf2(value, name).flatMap(({ key, at, value: given }) => {
    const row = SETTINGS.find((setting) => setting.name === key);
    if (row === void 0) {
      add(at, unknownSetting(key, faults.length < MOST_HINTS));
      return [];
    }
    const written = settingText(row, given);
    if (!written.ok) add(given.kind === "nothing" ? at : given.at, `${key} ${written.problem}`);
    if (!written.ok) return [];
    if (written.value.text.length > MOST_OF_SETTING) {
      const { length } = written.value.text;
      add(given.at, `${key} has ${length} characters, but at most ${MOST_OF_SETTING} are read; write less`);
      return [];
    }
    if (hasVariable(given)) {
      add(
        given.at,
        `${key} has {{.Env.\u2026}}, which a pull request could use to read the environment of the job; write that input in the step or on the command line`
      );
      return [];
    }
    return [{ name: row.name, at: given.at, ...written.value }];
  });
  if (tree.kind !== "map")
    add(tree.at, `the file must be a map with the keys defaults and images, but is ${treeWord(tree)}`);
  const top = tree.kind === "map" ? tree.entries : [];
  for (const { key, at } of top.filter((entry) => !TOP.includes(entry.key)))
    add(at, unknownTop(key, faults.length < MOST_HINTS));
  const part = (name) => top.find(({ key }) => key === name);
  const defaults = part("defaults");
  const images = part("images");
  const entries = images === void 0 ? [] : entriesOf2(images.value, "images");
  const isMap = images === void 0 || images.value.kind === "map" || images.value.kind === "nothing";
  if (tree.kind === "map" && entries.length === 0 && isMap)
    add(images?.at ?? tree.at, "there are no images; write images, and below it the name of each image");
  const extra = entries[MOST_IMAGES];
  if (extra !== void 0)
    add(extra.at, `a file has at most ${MOST_IMAGES} images, but this one has ${entries.length}`);
  const read = entries.slice(0, MOST_IMAGES).flatMap(({ key, at, value }) => {
    if (!KEY.test(key))
      add(at, `${shown(key)} cannot name an image; use letters, digits, ".", "_" and "-", at most 64 of them`);
    return [{ key, at, settings: settingsOf(value, `the image ${shown(key)}`) }];
  });
  const shared = defaults === void 0 ? [] : settingsOf(defaults.value, "defaults");
  const all = lengthOf(shared) * read.length + read.reduce((sum, { settings }) => sum + lengthOf(settings), 0);
  if (all > MOST_TEXT)
    add(
      defaults?.at ?? tree.at,
      `with the defaults, the settings of all images together have ${all} characters, but at most ${MOST_TEXT} are read; write less`
    );
  const file = all > MOST_TEXT ? { defaults: [], images: read.map(bare) } : { defaults: shared, images: read };
  return { file, faults: faults.toSorted(byPlace) };
}
function byPlace({ at: one2 }, { at: other }) {
  return one2.line - other.line || one2.column - other.column;
}
function unknownSetting(key, hints) {
  const refused = isInputName(key) ? REFUSED_SETTINGS[key] : void 0;
  if (refused !== void 0) return `${key} ${refused}`;
  if (INPUTS.some(({ name }) => name === key)) return `${key} is not an input of a build; leave it out`;
  const names = SETTINGS.map(({ name }) => name);
  const meant = hints ? nearest(key, names) : null;
  return `${shown(key)} is not a setting${meant === null ? "; docs/reference.md lists the inputs" : `; did you mean "${meant}"?`}`;
}
function unknownTop(key, hints) {
  if (isInputName(key) && REFUSED_SETTINGS[key] === void 0)
    return `${key} must stand below defaults, or below an image`;
  const meant = hints ? nearest(key, TOP) : null;
  return `${shown(key)} is not a key of the file${meant === null ? ", which has defaults and images" : `; did you mean "${meant}"?`}`;
}
function bare(image) {
  return { ...image, settings: [] };
}
function lengthOf(settings) {
  return settings.reduce((sum, { text }) => sum + text.length, 0);
}
function hasVariable(value) {
  switch (value.kind) {
    case "nothing":
      return false;
    case "text":
      return readsEnvironment(value.text);
    case "list":
      return value.items.some(hasVariable);
    case "map":
      return value.entries.some((entry) => hasVariable(entry.value));
  }
}

// src/commands/steps/images-file.ts
var USUAL = "bantam.yaml";
var MISNAMED = ["bantam.yml", ".bantam.yaml", ".bantam.yml"];
var MOST_BYTES = 1e6;
async function findImages(host, given) {
  const directory = workingDirectoryOf(given, host);
  const { config } = given.values;
  if (config === "none") return { ok: true, value: null };
  const file = path3.resolve(directory, config ?? USUAL);
  if (config === void 0 && !await isThere(file)) {
    await nameTheFile(host, directory);
    return { ok: true, value: null };
  }
  const [named] = ["main", "binary"].filter((name2) => given.values[name2] !== void 0);
  if (config === void 0 && named !== void 0) {
    host.log.notice(
      clause`${shownPath(host, file)} is not read, since ${input(named)} is given; write ${input("config", USUAL)} to read it`
    );
    return { ok: true, value: null };
  }
  const name = shownPath(host, file);
  const bytes = await readBytes(host, directory, file);
  const refused = (because) => ({
    ok: false,
    problems: [wrongValue("config", config ?? USUAL, because)]
  });
  if ("why" in bytes) return refused(bytes.why);
  const text = textOf(bytes.bytes);
  if (text === null) return refused("is not text in UTF-8; save it as UTF-8");
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const before = text.slice(0, nul).split("\n");
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { ok: false, problems: [problemOfFile(name, { at, because: "a NUL character; remove it" })] };
  }
  const { readYaml } = await import("./read-yaml-4AKJQMYE.js");
  const { tree, faults } = readYaml(text);
  if (tree === null) return { ok: false, problems: faults.map((fault) => problemOfFile(name, fault)) };
  const read = imagesOf(tree);
  const place = path3.dirname(file);
  return {
    ok: true,
    value: {
      name,
      path: file,
      directory: place,
      root: findCheckout(host, place) ?? await realpath(place),
      file: read.file,
      faults: [...faults, ...read.faults]
    }
  };
}
async function nameTheFile(host, directory) {
  for (const name of MISNAMED) {
    if (await isThere(path3.join(directory, name)))
      host.log.notice(clause`${name} is not read; name it ${USUAL}, or write ${input("config", name)}`);
  }
}
async function readBytes(host, directory, file) {
  const end = await leadsOut(await workspaceRoots(host, directory), file);
  if (end !== null) return { why: `leads out of the workspace through a link, to ${end}; remove the link` };
  try {
    var _stack = [];
    try {
      const real = await realpath(file);
      const handle = __using(_stack, await openInside([path3.dirname(real)], real), true);
      const buffer = Buffer.alloc(MOST_BYTES + 1);
      let size = 0;
      for (let read = -1; read !== 0 && size <= MOST_BYTES; size += read)
        read = (await handle.read(buffer, size, buffer.length - size, null)).bytesRead;
      if (size > MOST_BYTES) return { why: "is larger than 1 MB; write several files" };
      return { bytes: buffer.subarray(0, size) };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    if (cause instanceof NotInside) return { why: "is not a file; write the path of a YAML file" };
    return { why: `cannot be read: ${whyNotRead(cause)}` };
  }
}
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

// src/commands/declare.ts
async function declareRun(host, given) {
  const wish = declarePiece(given, host);
  if (!wish.ok) throw problemsFailure(wish.problems);
  if (wish.value === null) return declareWhole(host, given);
  const { declarePieces } = await import("./declare-pieces-XUNFXCHA.js");
  return declarePieces(host, given, wish.value, declareWhole);
}
async function declareWhole(host, given) {
  const found = await findImages(host, given);
  if (!found.ok) throw problemsFailure([...given.problems, ...found.problems]);
  if (found.value !== null) return declareImages(host, given, found.value);
  const { spec, run } = await declare(host, withoutFile(given));
  return { images: [{ key: null, spec, sboms: run.sboms }], run, file: null };
}
function withoutFile(given) {
  if (given.values.only === void 0) return given;
  const problem2 = wrongInput("only", "is for the images of a bantam.yaml, and none is read; leave it out");
  return { ...given, problems: [...given.problems, problem2] };
}
async function declare(host, given) {
  const directory = workingDirectoryOf(given, host);
  const surroundings = await readSurroundings(host, directory, tagsWanted(given));
  const { refused } = surroundings.repository;
  if (refused !== null) host.log.warning(leftOut(refused));
  const declared = await declareOne(host, given, surroundings);
  if (!declared.ok) throw problemsFailure(declared.problems);
  checkSource(host, declared.spec.platforms[0]);
  return declared;
}

export {
  declarePlan,
  SETTINGS,
  OWN_SETTINGS,
  imageGiven,
  runOfImages,
  readsEnvironment,
  imagesOf,
  isThere,
  declareRun,
  declareWhole,
  declare
};
