import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  digestOf,
  formatReference,
  parseReference,
  withoutMirror
} from "./chunk-QPQ6KV7E.js";
import {
  BOUND,
  DIGEST2 as DIGEST,
  SUBJECT,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  array,
  boolean,
  check,
  literal,
  maxLength,
  minLength,
  nullable,
  object,
  picklist,
  pipe,
  readJson,
  record,
  string,
  tupleWithRest,
  variant
} from "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  formatPlatform,
  parsePlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/plan/canonical.ts
function digestOfValue(value) {
  return digestOf(new TextEncoder().encode(JSON.stringify(sorted(value))));
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== void 0);
  return {
    fields: fields.toSorted(([one], [other]) => one < other ? -1 : 1).map(([name, field]) => [name, sorted(field)])
  };
}

// src/plan/settings-digest.ts
function settingsDigest(spec, cwd) {
  const { platforms, index, binaries: _, ...shared } = spec;
  const settings = {
    ...sharedSettings(shared),
    platforms: platforms.map(platformSettings),
    index
  };
  return digestOfValue(withoutRoot(settings, cwd));
}
function sharedSettings(shared) {
  const { publish: _, go, pack, compile, smoke, ...rest } = shared;
  return {
    ...rest,
    go: { ...go, downloadUrl: null },
    pack: withoutMirror(pack),
    compile: { ...compile, buildEnv: namesOf(compile.buildEnv) },
    smoke: smoke === null ? null : { ...smoke, env: namesOf(smoke.env) }
  };
}
function platformSettings({ platform, source, config, files, links, ...rest }) {
  const { capabilities, packFiles, descriptorAnnotations } = rest;
  return { platform, source, config, files, links, capabilities, packFiles, descriptorAnnotations };
}
function namesOf(variables) {
  return Object.keys(variables).toSorted();
}
function withoutRoot(value, root) {
  if (typeof value === "string") {
    if (value === root) return ".";
    return value.startsWith(`${root}/`) ? `.${value.slice(root.length)}` : value;
  }
  if (Array.isArray(value)) return value.map((item) => withoutRoot(item, root));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutRoot(field, root)]));
}

// src/plan/plan.ts
function planOf(images, cwd) {
  const [first, ...others] = images;
  const content = {
    schemaVersion: 1,
    bantam: VERSION,
    revision: first.spec.revision,
    images: [plannedImage(first, cwd), ...others.map((image) => plannedImage(image, cwd))]
  };
  return { ...content, id: idOf(content) };
}
function idOf({ schemaVersion, bantam, revision, images }) {
  return digestOfValue({ schemaVersion, bantam, revision, images });
}
function plannedImage({ key, spec }, cwd) {
  const [first, ...others] = spec.platforms;
  return {
    key,
    settings: settingsDigest(spec, cwd),
    platforms: [formatPlatform(first.platform), ...others.map(({ platform }) => formatPlatform(platform))],
    push: spec.publish.push,
    references: spec.publish.references.map(formatReference),
    budget: spec.budget,
    onOverBudget: spec.onOverBudget,
    index: {
      annotations: spec.index.annotations,
      descriptors: spec.platforms.map(({ descriptorAnnotations }) => descriptorAnnotations)
    }
  };
}
function imageName({ key }) {
  return key ?? "the image";
}

// src/plan/read-plan.ts
var STRINGS = record(string(), string());
var PLATFORM = pipe(
  string(),
  check((text) => parsePlatform(text).ok)
);
var LIMIT = object({ subject: SUBJECT, bound: BOUND, platform: nullable(PLATFORM) });
var IMAGE = object({
  key: nullable(pipe(string(), minLength(1), maxLength(200))),
  settings: DIGEST,
  platforms: tupleWithRest([PLATFORM], PLATFORM),
  push: boolean(),
  references: array(
    pipe(
      string(),
      check((text) => parseReference(text).ok)
    )
  ),
  budget: variant("kind", [
    object({ kind: literal("undeclared") }),
    object({ kind: literal("none") }),
    object({ kind: literal("limits"), limits: array(LIMIT) })
  ]),
  onOverBudget: picklist(["fail", "fail-if-grown", "warn"]),
  index: object({ annotations: STRINGS, descriptors: array(STRINGS) })
});
var PLAN = object({
  schemaVersion: literal(1),
  id: DIGEST,
  bantam: string(),
  revision: nullable(string()),
  images: tupleWithRest([IMAGE], IMAGE)
});
var MAX_PLAN = 8 * 1024 * 1024;
var BY = "a plan of this version";
var AGAIN = "run bantam plan again, with the version of Bantam that reads it";
function readPlan(bytes) {
  const json = readJson(bytes, MAX_PLAN);
  if (!json.ok) return json;
  const checked = checkShape(PLAN, json.value, BY);
  if (!checked.ok) return problem(`${checked.problem}; ${AGAIN}`);
  const plan = checked.value;
  const { id, bantam, images } = plan;
  if (bantam !== VERSION)
    return problem(
      `was written by Bantam ${shown(bantam)}, and this is ${VERSION}; use one version in all jobs`
    );
  if (idOf(plan) !== id) return problem("was changed after it was written: its id is that of another plan");
  const keys = images.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return problem("has the same image twice");
  if (images.some(({ platforms }) => new Set(platforms).size < platforms.length))
    return problem("has the same platform twice");
  if (images.some(({ platforms, index }) => index.descriptors.length !== platforms.length))
    return problem("does not have one descriptor for each platform");
  if (images.some(({ push, references }) => push && references.length === 0))
    return problem("pushes an image that has no reference");
  return parsed(plan);
}
function writePlan(plan) {
  return `${JSON.stringify(plan, null, 2)}
`;
}
function shown(version) {
  return /^[\w.+-]{1,40}$/.test(version) ? version : "of another version";
}

export {
  digestOfValue,
  planOf,
  plannedImage,
  imageName,
  MAX_PLAN,
  readPlan,
  writePlan
};
