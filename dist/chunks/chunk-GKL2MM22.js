import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  imageGiven,
  imagesOf,
  runOfImages
} from "./chunk-JEA74LU6.js";
import {
  fetchCommit,
  withoutDrivers
} from "./chunk-73IMFRIX.js";
import {
  buildFlags,
  findMains,
  goEnvironment,
  goListJson,
  listModuleDirectories,
  resolveCompiler
} from "./chunk-2NIS2GC2.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  askGit,
  consultGit,
  filesOfFlags,
  findCheckout,
  isCommit,
  isInside,
  linksOnTheWay,
  realPlace,
  runGit
} from "./chunk-L2V5KLOK.js";
import {
  input,
  problemsFailure,
  wrongValue
} from "./chunk-GTV6CXRU.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  run
} from "./chunk-P3IBKTOQ.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/declare/git-ref.ts
function parseGitRef(text) {
  const given = text.trim();
  if (given.startsWith("-"))
    return problem('begins with "-", which no commit does; write one such as origin/main');
  if (given.includes(".."))
    return problem("is a range; write the commit that it starts from, such as origin/main");
  if (given.includes("{{")) return problem("is not a template; write a branch, a tag or a commit");
  if (/[\s\p{Cc}:\\?*[]/u.test(given) || given.startsWith("/") || given.startsWith("^"))
    return problem("is not the name of a commit; write a branch, a tag or a commit, such as origin/main");
  return parsed(given);
}

// src/host/read-changes.ts
async function readChanges(host, directory, ref) {
  const top = findCheckout(host, directory);
  if (top === null) return unknown(`${directory} does not lie in the checkout of a git repository`);
  if (/^0+$/.test(ref)) return unknown("nothing was there before this push");
  const isHash = isCommit(ref);
  if (isHash) {
    try {
      await fetchCommit(host, top, ref);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      return unknown(`the clone does not have commit ${ref.slice(0, 7)}`);
    }
  }
  const asked = await consultGit(
    host,
    top,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`
  );
  if (asked.status === "refused") return unknown(asked.why);
  if (asked.status === "none")
    throw problemsFailure([
      wrongValue(
        "changed-since",
        ref,
        "names no commit of this clone; write a branch, a tag or a commit that it has (actions/checkout has all with fetch-depth: 0)"
      )
    ]);
  const start = await askGit(host, top, "merge-base", asked.value, "HEAD");
  if (start === null)
    return unknown(`the clone does not have the commit that HEAD shares with ${ref}; fetch-depth: 0 gets it`);
  return compare(host, top, start);
}
var MOST_OUTPUT = 256 * 1024 * 1024;
function unknown(why) {
  return { status: "unknown", why };
}
async function compare(host, top, start) {
  const config = await withoutDrivers(host, top);
  const ask = async (...args) => {
    const { exitCode, stdout } = await runGit(host, top, args, { config, maxOutput: MOST_OUTPUT });
    const isWhole = exitCode === 0 && (stdout === "" || stdout.endsWith("\0"));
    return isWhole ? stdout.split("\0").slice(0, -1) : null;
  };
  const [status, files, others, ignored] = await Promise.all([
    ask(
      "diff",
      "--name-status",
      "--no-renames",
      "--ignore-submodules=dirty",
      "--no-ext-diff",
      "--no-textconv",
      "-z",
      start,
      "--"
    ),
    ask("ls-files", "--stage", "-z"),
    ask("ls-files", "--others", "--exclude-standard", "-z"),
    ask("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
  ]);
  if (status === null || files === null || others === null || ignored === null)
    return unknown(`git cannot compare the checkout with commit ${start.slice(0, 7)}`);
  const pairs = status.flatMap((path6, at) => at % 2 === 1 ? [{ path: path6, status: status[at - 1] ?? "" }] : []);
  const changed2 = /* @__PURE__ */ new Set([...pairs.map(({ path: path6 }) => path6), ...others]);
  const attributes = [...changed2].find((file) => /(?:^|\/)\.gitattributes$/.test(file));
  if (attributes !== void 0) return unknown(`${attributes} changed, which decides how git writes files`);
  return {
    status: "known",
    changes: {
      top,
      start,
      changed: changed2,
      gone: new Set(pairs.filter((pair) => pair.status === "D").map(({ path: path6 }) => path6)),
      tracked: new Map(
        files.flatMap((line) => {
          const [, mode = "", path6 = ""] = /^(\d+) [^\t]*\t(.*)$/s.exec(line) ?? [];
          return path6 === "" ? [] : [[path6, mode]];
        })
      ),
      cleanSubmodules: host.surface === "action",
      ignored: ignored.map((path6) => path6.replace(/\/$/, ""))
    }
  };
}
async function fileInCommit(host, top, commit, path6) {
  const { exitCode, stdout } = await runGit(host, top, ["cat-file", "blob", `${commit}:${path6}`]);
  return exitCode === 0 ? stdout : null;
}

// src/commands/steps/changed/answer.ts
var SAME = { kind: "same" };
function changed(why) {
  return { kind: "changed", why };
}
function undecided(why) {
  return { kind: "undecided", why };
}
function joined(answers) {
  return answers.find(({ kind }) => kind === "changed") ?? answers.find(({ kind }) => kind === "undecided") ?? SAME;
}

// src/compile/source-packages.ts
import path from "node:path";
var FILES = [
  "GoFiles",
  "CgoFiles",
  "CFiles",
  "CXXFiles",
  "MFiles",
  "HFiles",
  "FFiles",
  "SFiles",
  "SwigFiles",
  "SwigCXXFiles",
  "SysoFiles",
  "EmbedFiles"
];
var FIELDS = ["ImportPath", "Name", "Dir", "Standard", "Error", "Module", "EmbedPatterns", ...FILES].join(
  ","
);
async function listSourcePackages(host, go, context, mains, flags = []) {
  const own = buildFlags(host, context.spec);
  const args = ["-e", "-deps", `-json=${FIELDS}`, ...own, ...flags, "--", ...mains];
  return (await goListJson(host, go, context, args)).map(packageOf);
}
function packageOf(entry) {
  const { ImportPath = "", Name = "", Dir = "", Standard = false, Error: error, EmbedPatterns = [] } = entry;
  const module = entry.Module ?? {};
  const { Path, Version } = module.Replace ?? module;
  const isVersioned = Version !== void 0 && Version !== "";
  return {
    importPath: ImportPath,
    name: Name,
    directory: Dir,
    standard: Standard,
    // A vendored package has a version too, but its module no directory.
    isCached: isVersioned && module.Dir !== void 0 && module.Dir !== "",
    version: isVersioned ? `${Path ?? ""}@${Version}` : null,
    moduleFile: module.GoMod ?? null,
    files: FILES.flatMap((name) => entry[name] ?? []),
    embedPatterns: EmbedPatterns,
    includes: [entry.CgoFiles, entry.SFiles].some((files) => (files ?? []).length > 0),
    error: error?.Err ?? null
  };
}
async function findModuleFiles(host, go, { spec, platform, workingDirectory }) {
  const { stdout } = await run(host, go.command, ["env", "GOMOD", "GOWORK"], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    brief: true
  });
  const [modFile = "", workFile = ""] = stdout.split("\n");
  return {
    modFile: path.isAbsolute(modFile) && modFile.endsWith(".mod") ? modFile : null,
    workFile: path.isAbsolute(workFile) ? workFile : null
  };
}

// src/commands/steps/changed/modules-changed.ts
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import path3 from "node:path";

// src/compile/mod-directives.ts
function modDirectives(text) {
  const lines = [];
  let block = null;
  for (const written of text.split("\n")) {
    const line = written.replace(/\/\/.*$/, "").trim().replace(/\s+/g, " ");
    if (line === "") continue;
    if (block !== null) {
      if (line === ")") block = null;
      else if (!OF_VERSIONS.includes(block)) lines.push(`${block} ${line}`);
      continue;
    }
    const [verb = ""] = line.split(" ");
    if (line.endsWith("(")) block = verb.replace(/\($/, "");
    else if (!OF_VERSIONS.includes(verb)) lines.push(line);
  }
  return lines.toSorted();
}
var OF_VERSIONS = ["require", "replace", "exclude", "retract", "tool", "ignore"];
function modSums(text) {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [module, version, sum] = line.trim().split(/\s+/);
      return module === void 0 || version === void 0 || sum === void 0 ? [] : [[`${module}@${version}`, sum]];
    })
  );
}

// src/commands/steps/changed/place-changed.ts
import path2 from "node:path";
var LINK = "120000";
var SUBMODULE = "160000";
function placeChanged(changes, written, real) {
  const { top } = changes;
  if (!isInside(top, real)) return undecided(`${written} lies outside the checkout`);
  const place = path2.relative(top, real);
  const name = isInside(top, written) ? path2.relative(top, written) : place;
  const above = [...parentsOf(name), ...parentsOf(place), name].find((part) => changes.changed.has(part));
  if (above !== void 0) return changed(above);
  if (isTrackedFile(changes, place)) return SAME;
  for (const file of changes.changed) if (lies(place, file)) return changed(file);
  const submodule = parentsOf(place).find((part) => changes.tracked.get(part) === SUBMODULE);
  if (submodule !== void 0) return submoduleSame(changes, submodule);
  const known = [...changes.tracked].filter(([file]) => lies(place, file));
  if (known.length === 0) return undecided(`${name || "."} is not in git`);
  const [link] = known.find(([file, mode]) => mode === LINK && file !== place) ?? [];
  if (link !== void 0) return undecided(`${link} is a link`);
  const [inside] = known.find(([, mode]) => mode === SUBMODULE) ?? [];
  if (inside !== void 0 && submoduleSame(changes, inside).kind !== "same")
    return submoduleSame(changes, inside);
  const ignored = changes.ignored.find((file) => lies(place, file) || lies(file, place));
  return ignored === void 0 ? SAME : undecided(`${ignored} is ignored by git`);
}
function submoduleSame({ cleanSubmodules }, submodule) {
  return cleanSubmodules ? SAME : undecided(`${submodule} is a submodule`);
}
function wayChanged({ top, changed: files }, file) {
  const links = linksOnTheWay(file).map((link) => path2.relative(top, link));
  const found = links.find((link) => files.has(link));
  return found === void 0 ? SAME : changed(found);
}
function isTrackedFile({ tracked }, place) {
  const mode = tracked.get(place);
  return mode !== void 0 && mode !== LINK && mode !== SUBMODULE;
}
function lies(place, file) {
  return place === "" || file === place || file.startsWith(`${place}/`);
}
function parentsOf(file) {
  const parts = file.split("/");
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join("/"));
}

// src/commands/steps/changed/modules-changed.ts
async function modulesChanged(host, go, context, {
  changes,
  mains,
  packages
}) {
  const { modFile, workFile } = await findModuleFiles(host, go, context);
  const placeOf = async (file) => path3.relative(changes.top, await realPlace(file));
  const ways = [workFile, modFile].flatMap((file) => file === null ? [] : [wayChanged(changes, file)]);
  const way = joined(ways);
  if (way.kind === "changed") return way;
  if (workFile !== null) {
    const directories = await listModuleDirectories(host, go, context);
    const files = [
      workFile,
      workFile.replace(/\.work$/, ".work.sum"),
      ...directories.flatMap((directory) => ["go.mod", "go.sum"].map((name) => path3.join(directory, name)))
    ];
    return firstChanged(changes, await Promise.all(files.map(placeOf)));
  }
  if (modFile === null) return SAME;
  const sumFile = modFile.replace(/\.mod$/, ".sum");
  const vendored = path3.join(path3.dirname(modFile), "vendor", "modules.txt");
  const ofDirectories = packages.filter(({ standard, isCached }) => !standard && !isCached).flatMap(({ moduleFile }) => moduleFile === null || moduleFile === modFile ? [] : [moduleFile]);
  const others = firstChanged(changes, await Promise.all([vendored, ...new Set(ofDirectories)].map(placeOf)));
  if (others.kind === "changed") return others;
  const own = firstChanged(changes, await Promise.all([modFile, sumFile].map(placeOf)));
  return own.kind === "changed" ? versionsChanged(host, go, context, { changes, mains, packages, modFile, sumFile }) : SAME;
}
function firstChanged({ changed: files }, places) {
  const found = places.find((place) => files.has(place));
  return found === void 0 ? SAME : changed(found);
}
async function versionsChanged(host, go, context, {
  changes,
  mains,
  packages,
  modFile,
  sumFile
}) {
  const then = async (file) => fileInCommit(host, changes.top, changes.start, path3.relative(changes.top, await realPlace(file)));
  const place = path3.relative(changes.top, await realPlace(modFile));
  const modThen = await then(modFile);
  if (modThen === null) return changed(place);
  const modNow = await readFile(modFile, "utf8");
  if (modDirectives(modThen).join("\n") !== modDirectives(modNow).join("\n")) return changed(place);
  const sumThen = await then(sumFile) ?? "";
  const sumsThen = modSums(sumThen);
  const sumsNow = modSums(await readFile(sumFile, "utf8").catch(() => ""));
  const versions = new Set(packages.flatMap(({ version }) => version ?? []));
  const resummed = [...versions].find((version) => sumsThen.get(version) !== sumsNow.get(version));
  if (resummed !== void 0) return changed(resummed);
  if (context.spec.buildFlags.some((flag) => /^--?modfile\b/.test(flag))) return changed(place);
  await mkdir(host.temporary, { recursive: true });
  const directory = await mkdtemp(path3.join(host.temporary, "mod-"));
  await writeFile(path3.join(directory, "go.mod"), modThen);
  await writeFile(path3.join(directory, "go.sum"), sumThen);
  try {
    const flags = [`-modfile=${path3.join(directory, "go.mod")}`, "-mod=readonly"];
    const before = await listSourcePackages(host, go, context, mains, flags);
    const listedThen = new Map(before.map((one) => [one.importPath, one]));
    const other = packages.find(({ importPath, version, standard, directory: place2 }) => {
      const one = listedThen.get(importPath);
      if (one === void 0 || one.error !== null || one.version !== version) return true;
      return version === null && !standard && one.directory !== place2;
    });
    return other === void 0 ? SAME : changed(other.version ?? other.importPath);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return undecided(`go cannot read ${place} as it was before`);
  }
}

// src/commands/steps/changed/package-changed.ts
import { realpathSync } from "node:fs";
import path4 from "node:path";
var SOURCE = /\.(?:go|c|cc|cpp|cxx|m|f|F|for|f90|h|hh|hpp|hxx|s|S|sx|swig|swigcxx|syso|a|o|ld)$/;
function packageChanged(changes, source) {
  if (source.error !== null) return undecided(`go cannot list ${source.importPath}`);
  if (source.standard || source.isCached) return SAME;
  const way = wayChanged(changes, source.directory);
  if (way.kind === "changed") return way;
  const directory = realpathSync(source.directory);
  if (!isInside(changes.top, directory)) return undecided(`${source.directory} lies outside the checkout`);
  const place = path4.relative(changes.top, directory);
  for (const file of changes.changed) {
    const isInPlace = path4.dirname(file) === (place || ".");
    if (isInPlace && isSource(file, source) || isIncluded(file, source)) return changed(file);
  }
  for (const file of changes.gone) {
    const isEmbedded = (pattern) => isInside(path4.join(directory, startOf(pattern)), path4.join(changes.top, file));
    if (source.embedPatterns.some(isEmbedded)) return changed(file);
  }
  return joined(
    source.files.flatMap((name) => {
      const file = path4.join(directory, name);
      const isLink = changes.tracked.get(path4.join(place, name)) === "120000";
      return isLink ? [wayChanged(changes, file), placeChanged(changes, file, realpathSync(file))] : [placeChanged(changes, file, file)];
    })
  );
}
function isIncluded(file, { includes }) {
  return includes && !file.endsWith(".go");
}
function isSource(file, { name }) {
  if (path4.basename(file) === "default.pgo") return name === "main";
  return SOURCE.test(file) && !file.endsWith("_test.go");
}
function startOf(pattern) {
  const plain = pattern.replace(/^all:/, "");
  const at = plain.search(/[*?[\\]/);
  return at < 0 ? plain : plain.slice(0, at).replace(/[^/]*$/, "");
}

// src/commands/steps/changed/image-changed.ts
async function imageChanged(host, spec, changes) {
  const places = placesOf(spec);
  const answers = await Promise.all(
    places.map(async (place) => placeChanged(changes, place, await realPlace(place)))
  );
  answers.push(...[spec.workingDirectory, ...places].map((place) => wayChanged(changes, place)));
  for (const platform of spec.platforms) {
    if (joined(answers).kind === "changed") break;
    if (platform.source.kind === "main") answers.push(await sourceChanged(host, platform, changes));
  }
  return joined(answers);
}
async function sourceChanged(host, spec, changes) {
  const { source, compile, platform, workingDirectory } = spec;
  if (source.kind !== "main") throw new Error("a binary has no source");
  try {
    const go = await resolveCompiler(host, spec);
    if (go === null) throw new Error("a main package has no toolchain");
    const context = { spec: compile, platform, workingDirectory };
    const mains = (await findMains(host, go, source.mains, context)).map((main) => main.path);
    const packages = await listSourcePackages(host, go, context, mains);
    return joined([
      ...packages.map((one) => packageChanged(changes, one)),
      await modulesChanged(host, go, context, { changes, mains, packages })
    ]);
  } catch (cause) {
    if (cause instanceof Failure) return undecided("go cannot list its packages");
    throw cause;
  }
}
function placesOf({
  platforms,
  certificates,
  base,
  go,
  compile,
  workingDirectory
}) {
  const { roots, extra } = certificates;
  const named = [
    ...platforms.flatMap(({ source }) => source.kind === "binary" ? [source.path] : []),
    ...platforms.flatMap(({ files }) => files.map(({ source }) => source)),
    ...typeof roots === "string" ? [] : [roots.file],
    ...extra,
    ...base.kind === "layout" ? [base.path.replace(/:[^:/]*$/, "")] : [],
    ...go.versionFile === null ? [] : [go.versionFile],
    ...filesOfFlags(compile.buildFlags, workingDirectory)
  ];
  return [...new Set(named)];
}

// src/commands/steps/changed/settings-changed.ts
import path5 from "node:path";
async function settingsComparer(host, given, found, changes) {
  const place = path5.relative(changes.top, await realPlace(found.path));
  if (!changes.changed.has(place))
    return () => changes.tracked.has(place) ? SAME : undecided(`${place} is not in git`);
  const then = await fileInCommit(host, changes.top, changes.start, place);
  if (then === null) return () => changed(place);
  const { readYaml } = await import("./read-yaml-4AKJQMYE.js");
  const { tree } = readYaml(then);
  if (tree === null) return () => undecided(`${found.name} could not be read before`);
  const before = imagesOf(tree).file;
  const from = { directory: found.directory, cwd: host.cwd };
  const valuesOf = (file, entry) => Object.entries(imageGiven(given, file, entry, from).given.values).map((pair) => JSON.stringify(pair)).toSorted().join("\n");
  return (key) => {
    const [now] = found.file.images.filter((entry) => entry.key === key);
    const [old] = before.images.filter((entry) => entry.key === key);
    const isSame = now !== void 0 && old !== void 0 && valuesOf(found.file, now) === valuesOf(before, old);
    return isSame ? SAME : changed(place);
  };
}

// src/commands/changed-images.ts
async function changedImages(host, given, declared) {
  const { images, file, run: run2 } = declared;
  const { "changed-since": text } = given.values;
  if (text === void 0 || declared.piece !== void 0) return declared;
  const ref = parseGitRef(text);
  if (!ref.ok) throw problemsFailure([wrongValue("changed-since", text, ref.problem)]);
  const directory = file?.directory ?? images[0].spec.workingDirectory;
  const read = await readChanges(host, directory, ref.value);
  if (read.status === "unknown") {
    host.log.notice(
      clause`every image is built, since ${input("changed-since", ref.value)} cannot be decided: ${read.why}`
    );
    return declared;
  }
  const { changes } = read;
  const ofSettings = file === null ? () => null : await settingsComparer(host, given, file, changes);
  const workflow = workflowChanged(host, changes);
  const answers = await inParallel(host.cores, images, async ({ key, spec }) => {
    const first = workflow ?? (key === null ? null : ofSettings(key));
    if (first?.kind === "changed") return first;
    return joined([...first === null ? [] : [first], await imageChanged(host, spec, changes)]);
  });
  const kept = images.filter((_, at) => answers[at]?.kind !== "same");
  tell(host, images, answers, isCommit(ref.value) ? ref.value.slice(0, 7) : ref.value);
  const [head, ...others] = kept;
  if (head === void 0) return null;
  return {
    file,
    images: [head, ...others],
    run: file === null ? run2 : runOfImages(host, given, run2, kept)
  };
}
function workflowChanged(host, { changed: files }) {
  const place = [...files].find((file) => file.startsWith(".github/"));
  return host.surface === "action" && place !== void 0 ? changed(place) : null;
}
function tell(host, images, answers, ref) {
  const named = images.map(({ key, spec }, at) => ({
    name: key ?? spec.name ?? "the image",
    answer: answers[at]
  }));
  for (const { name, answer } of named) {
    switch (answer?.kind) {
      case "changed":
        host.log.info(`${name}: changed since ${ref} (${answer.why})`);
        break;
      case "undecided":
        host.log.notice(clause`${name}: built, since it cannot be decided whether it changed: ${answer.why}`);
        break;
      case "same":
      case void 0:
        break;
    }
  }
  const same = named.filter(({ answer }) => answer?.kind === "same").map(({ name }) => name);
  const isAll = same.length === named.length;
  if (isAll) host.log.info(`No image changed since ${ref}, so nothing is built: ${same.join(", ")}`);
  else if (same.length > 0) host.log.info(`Not changed since ${ref}, so not built: ${same.join(", ")}`);
}

export {
  changedImages
};
