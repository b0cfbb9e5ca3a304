import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  BREAKDOWN_KINDS
} from "./chunk-HUDIJJMI.js";
import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  finite,
  getDotPath,
  lazy,
  literal,
  minLength,
  minValue,
  null_,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeInteger,
  safeParse,
  string,
  transform,
  union,
  variant
} from "./chunk-D7A3LSNZ.js";
import {
  parsed,
  problem
} from "./chunk-QTIA6VQ3.js";

// src/image/read-json.ts
var MAX_DOCUMENT = 4 * 1024 * 1024;
var MAX_DEPTH = 64;
function readJson(bytes, maxBytes = MAX_DOCUMENT) {
  if (bytes.length > maxBytes) return problem(`is larger than ${maxBytes} bytes`);
  const text = decoded(bytes);
  if (text === null) return problem("is not UTF-8");
  if (isDeep(text)) return problem(`is nested more than ${MAX_DEPTH} deep`);
  try {
    return parsed(JSON.parse(text));
  } catch {
    return problem("is not JSON");
  }
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function isDeep(text) {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

// src/image/check-shape.ts
function checkShape(schema, value) {
  const checked = safeParse(schema, value, { abortEarly: true });
  if (checked.success) return parsed(checked.output);
  const place = getDotPath(checked.issues[0]) ?? "";
  const shown = place.length <= 80 && /^\w+(?:\.\w+)*$/.test(place) ? ` in ${place}` : "";
  return problem(`is not what the specification has${shown}`);
}
var DIGEST = custom(
  (value) => typeof value === "string" && /^sha256:[0-9a-f]{64}$/.test(value)
);
var SIZE = pipe(number(), safeInteger(), minValue(0));
var STRINGS = nullish(record(string(), string()), {});
var PLATFORM = object({
  os: string(),
  architecture: string(),
  variant: optional(string())
});

// src/size/read-weigh-in.ts
var VERSION = 1;
var TEXT = nullable(string());
var TEXTS = array(string());
var DELTA = pipe(number(), safeInteger());
var TIME = pipe(number(), finite(), minValue(0));
var PLATFORM2 = pipe(string(), regex(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/));
var KIND = picklist(BREAKDOWN_KINDS);
var BREAKDOWN = pipe(
  object({
    name: string(),
    kind: KIND,
    bytes: SIZE,
    version: exactOptional(string()),
    children: exactOptional(array(lazy(() => BREAKDOWN)))
  }),
  check(({ bytes, children }) => {
    return children === void 0 || children.reduce((sum, child) => sum + child.bytes, 0) === bytes;
  })
);
var VERDICT = object({
  status: picklist(["within", "over", "unmeasured", "none"]),
  allowed: boolean(),
  limits: array(
    object({
      metric: string(),
      bound: string(),
      platform: PLATFORM2,
      limit: nullable(SIZE),
      actual: nullable(SIZE),
      before: nullable(SIZE),
      growth: nullable(DELTA),
      status: picklist(["within", "over", "unmeasured"]),
      inherited: boolean(),
      raisedFrom: TEXT,
      reason: TEXT
    })
  ),
  dropped: TEXTS
});
var NODES = array(
  object({
    binary: TEXT,
    path: pipe(TEXTS, minLength(1)),
    kind: KIND,
    versionBefore: TEXT,
    versionAfter: TEXT,
    before: nullable(SIZE),
    after: nullable(SIZE),
    change: picklist(["added", "removed", "grown", "shrunk", "unchanged"])
  })
);
var GROWTH = object({
  metrics: array(
    object({
      metric: picklist(["image", "download", "binary", "memory"]),
      before: nullable(SIZE),
      after: nullable(SIZE),
      delta: nullable(DELTA),
      change: nullable(picklist(["grown", "shrunk", "unchanged"]))
    })
  ),
  causes: TEXTS,
  nodes: NODES,
  files: NODES
});
var PAIR = object({ linked: TIME, shipped: TIME });
var PRICE = union([
  nullable(object({ processorMs: PAIR, memory: PAIR })),
  pipe(
    object({ startMs: PAIR, memory: PAIR }),
    transform(() => null)
  )
]);
var BINARY = object({
  name: string(),
  path: string(),
  main: exactOptional(string()),
  linkedSize: SIZE,
  shippedSize: SIZE,
  pack: variant("status", [
    object({ status: literal("packed"), packer: string(), reason: null_(), kept: boolean() }),
    object({ status: literal("unpacked"), packer: TEXT, reason: string() })
  ]),
  proof: object({
    status: picklist(["proven", "failed", "not run"]),
    reason: TEXT,
    isolation: nullable(picklist(["namespaces", "process"])),
    environments: array(SIZE)
  }),
  price: PRICE,
  needs: nullable(
    object({
      certificates: boolean(),
      timezones: boolean(),
      exec: boolean(),
      users: boolean(),
      temp: boolean()
    })
  ),
  brought: exactOptional(boolean()),
  unread: exactOptional(string()),
  modules: exactOptional(TEXTS),
  breakdown: nullable(BREAKDOWN)
});
var PLATFORM_WEIGHT = object({
  platform: PLATFORM2,
  digest: DIGEST,
  sizes: object({ imageSize: SIZE, downloadSize: nullable(SIZE) }),
  settings: object({
    go: TEXT,
    goSource: TEXT,
    packer: TEXT,
    ldflags: TEXT,
    buildTags: nullable(TEXTS),
    buildFlags: nullable(TEXTS),
    cgo: nullable(picklist(["off", "static"])),
    certificates: TEXT,
    timezones: TEXT,
    layerCompression: nullable(picklist(["gzip", "zstd"]))
  }),
  binaries: array(BINARY),
  otherPrograms: exactOptional(array(object({ path: string(), bytes: SIZE, unread: TEXT }))),
  layers: array(object({ digest: DIGEST, size: SIZE, what: string() })),
  breakdown: BREAKDOWN,
  growth: nullable(GROWTH),
  smokeTest: object({ status: picklist(["passed", "not asked"]), seen: TEXTS })
});
var WEIGH_IN = object({
  schemaVersion: literal(VERSION),
  bantam: string(),
  revision: TEXT,
  images: pipe(
    array(
      object({
        name: string(),
        references: TEXTS,
        missing: exactOptional(array(object({ reference: string(), reason: string() }))),
        digest: DIGEST,
        published: boolean(),
        budget: VERDICT,
        baseline: nullable(
          object({
            kind: picklist(["image", "cache", "file", "build", "none"]),
            reference: TEXT,
            revision: TEXT,
            digest: nullable(DIGEST),
            startsFrom: exactOptional(string()),
            reason: TEXT
          })
        ),
        platforms: pipe(array(PLATFORM_WEIGHT), minLength(1))
      })
    ),
    minLength(1)
  ),
  stages: array(
    object({
      stage: picklist(["resolve", "compile", "read", "pack", "prove", "assemble", "smoke test", "publish"]),
      image: string(),
      platform: string(),
      ms: TIME
    })
  )
});
function readWeighIn(value) {
  const version = typeof value === "object" && value !== null && "schemaVersion" in value ? value.schemaVersion : null;
  if (typeof version === "number" && version !== VERSION) return problem(otherVersion(version));
  const checked = checkShape(WEIGH_IN, value);
  if (!checked.ok)
    return problem(checked.problem.replace("the specification has", "schema/weigh-in.json has"));
  return parsed(checked.value);
}
function otherVersion(version) {
  const advice = version > VERSION ? "take the Bantam that wrote it, or a newer one" : "weigh the image itself anew";
  return `has schemaVersion ${version}, and this Bantam reads ${VERSION}: ${advice}`;
}

export {
  MAX_DOCUMENT,
  readJson,
  checkShape,
  DIGEST,
  SIZE,
  STRINGS,
  PLATFORM,
  readWeighIn
};
