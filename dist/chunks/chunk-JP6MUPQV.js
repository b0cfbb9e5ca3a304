import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  BREAKDOWN_KINDS
} from "./chunk-Q7VAICPW.js";
import {
  AMOUNT,
  CHANGE,
  DIGEST,
  MEASURE,
  METRIC,
  PLATFORM,
  TEXT,
  TEXTS,
  VERDICT,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  array,
  boolean,
  check,
  description,
  exactOptional,
  lazy,
  literal,
  minLength,
  null_,
  nullable,
  object,
  picklist,
  pipe,
  string,
  title,
  variant
} from "./chunk-CDH3UYRO.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/weigh-in/shape/breakdown.ts
var KIND = picklist(BREAKDOWN_KINDS);
var NODE = {
  name: string(),
  kind: KIND,
  bytes: AMOUNT,
  version: exactOptional(pipe(string(), description("Of a module.")))
};
var BREAKDOWN = pipe(
  object({ ...NODE, children: exactOptional(array(lazy(() => BREAKDOWN))) }),
  check(({ bytes, children }) => {
    return children === void 0 || children.reduce((sum, child) => sum + child.bytes, 0) === bytes;
  }),
  description("A node's bytes are the sum of its children's.")
);

// src/weigh-in/shape/binary.ts
var PAIR = object({ linked: MEASURE, shipped: MEASURE });
var PRICE = pipe(
  object({
    processorMs: pipe(
      PAIR,
      description(
        "User and system time until the Go runtime takes over, in milliseconds. It is the lowest of several runs."
      )
    ),
    memory: pipe(PAIR, description("Private bytes at that moment."))
  }),
  description("What packing costs at run time.")
);
var PACK = variant("status", [
  object({
    status: literal("packed"),
    packer: string(),
    reason: null_(),
    kept: pipe(boolean(), description("It was packed by an earlier run."))
  }),
  object({ status: literal("unpacked"), packer: TEXT, reason: string() })
]);
var PROOF = object({
  status: picklist(["proven", "failed", "not run"]),
  reason: TEXT,
  isolation: nullable(picklist(["namespaces", "process"])),
  environments: pipe(
    array(AMOUNT),
    description("The numbers of environment variables for which the binary reached the Go runtime.")
  )
});
var NEEDS = object({
  certificates: boolean(),
  timezones: boolean(),
  exec: boolean(),
  users: boolean(),
  temp: boolean()
});
var BINARY = object({
  name: string(),
  path: pipe(string(), description("In the image.")),
  main: exactOptional(
    pipe(
      string(),
      description("Import path of the main package, if Go built the binary and the path is known.")
    )
  ),
  linkedSize: pipe(AMOUNT, description("Before packing.")),
  shippedSize: pipe(AMOUNT, description("As stored in the image.")),
  pack: PACK,
  proof: PROOF,
  price: nullable(PRICE),
  needs: pipe(
    nullable(NEEDS),
    description("What the binary can use and scratch does not have. null if it is not known.")
  ),
  fromFiles: exactOptional(
    pipe(
      boolean(),
      description("files added it, or the base image has it, so it is neither packed nor started.")
    )
  ),
  unread: exactOptional(
    pipe(
      string(),
      description(
        "Why its modules and packages are not known, as a clause. A limit on any of them is unmeasured."
      )
    )
  ),
  modules: exactOptional(
    pipe(
      TEXTS,
      description(
        "Paths of the modules that it was built from, if its build info has them. They include modules that have no byte left in it."
      )
    )
  ),
  breakdown: pipe(
    nullable(BREAKDOWN),
    description(
      "The linked binary down to its packages. null if it could not be read, and then its linked size is not known."
    )
  )
});
var OTHER_PROGRAM = object({
  path: pipe(string(), description("In the image.")),
  bytes: AMOUNT,
  unread: pipe(TEXT, description("Why it was not read, as a clause. null if Go did not build it."))
});

// src/weigh-in/shape/growth.ts
var NODE_GROWTH = object({
  binary: pipe(
    TEXT,
    description("Name of the binary whose tree has the node. null for the tree of the image.")
  ),
  path: pipe(TEXTS, minLength(1), description("Names of the nodes from below the root to this one.")),
  kind: KIND,
  versionBefore: pipe(TEXT, description("Of a module.")),
  versionAfter: TEXT,
  before: pipe(nullable(AMOUNT), description("null if it did not exist.")),
  after: pipe(nullable(AMOUNT), description("null if it no longer exists.")),
  change: picklist(["added", "removed", "grown", "shrunk", "unchanged"])
});
var METRIC_GROWTH = object({
  metric: METRIC,
  before: pipe(nullable(AMOUNT), description("null if it was not measured.")),
  after: nullable(AMOUNT),
  delta: pipe(nullable(CHANGE), description("Growth without the padding between segments.")),
  change: pipe(
    nullable(picklist(["grown", "shrunk", "unchanged"])),
    description("unchanged also if the difference is noise or only padding.")
  )
});
var GROWTH = object({
  metrics: array(METRIC_GROWTH),
  causes: pipe(TEXTS, description("Causes of growth that are not code, a clause each.")),
  nodes: pipe(
    array(NODE_GROWTH),
    description("The nodes of the linked binaries whose bytes changed, parents before children.")
  ),
  files: pipe(array(NODE_GROWTH), description("The same for the files of the image."))
});

// src/weigh-in/shape/platform.ts
var SETTINGS = object({
  go: TEXT,
  goSource: TEXT,
  packer: TEXT,
  ldflags: TEXT,
  buildTags: nullable(TEXTS),
  buildFlags: nullable(TEXTS),
  cgo: nullable(picklist(["off", "static"])),
  certificates: TEXT,
  timezones: TEXT,
  layerCompression: nullable(picklist(["gzip", "zstd"])),
  base: exactOptional(
    pipe(
      object({ name: TEXT, digest: DIGEST }),
      description(
        "The base image, with the digest of its manifest for the platform; left out on scratch, and where nothing says."
      )
    )
  )
});
var SIZES = object({
  imageSize: pipe(AMOUNT, description("Total size of the regular files in the image.")),
  downloadSize: pipe(
    nullable(AMOUNT),
    description(
      "Total size of config, layers and manifest, which a pull transfers. null if there is no manifest, as in a single binary or an archive of docker save."
    )
  )
});
var SMOKE_TEST = object({
  status: picklist(["passed", "not asked", "not run"]),
  seen: pipe(TEXTS, description("What the test saw, a clause each."))
});
var PLATFORM_WEIGHT = object({
  platform: PLATFORM,
  digest: pipe(DIGEST, description("Digest of the manifest for this platform.")),
  sizes: SIZES,
  settings: pipe(
    SETTINGS,
    description(
      "What the digest depends on besides the source. null if it is not known, which can happen for things that weigh reads."
    )
  ),
  binaries: array(BINARY),
  otherPrograms: exactOptional(
    pipe(
      array(OTHER_PROGRAM),
      description("Other executables, which Go did not build or which could not be read.")
    )
  ),
  capabilities: exactOptional(
    pipe(
      array(object({ path: string(), capabilities: string() })),
      description(
        "Files that give capabilities to whoever starts them, as getcap shows them; left out where there are none."
      )
    )
  ),
  layers: array(object({ digest: DIGEST, size: AMOUNT, what: string() })),
  breakdown: pipe(BREAKDOWN, description("The files as shipped. Their sum is imageSize.")),
  growth: pipe(nullable(GROWTH), description("Growth over the baseline. null without a baseline.")),
  smokeTest: SMOKE_TEST
});

// src/weigh-in/shape/weigh-in.ts
var SCHEMA_VERSION = 2;
var BASELINE = object({
  kind: picklist(["image", "cache", "file", "build", "none"]),
  reference: TEXT,
  revision: TEXT,
  digest: nullable(DIGEST),
  startsFrom: exactOptional(
    pipe(
      string(),
      description(
        "The commit that the change starts from, if the baseline is of another or an unknown commit."
      )
    )
  ),
  reason: pipe(TEXT, description("Why there is no baseline, or why it could not be read."))
});
var IMAGE = object({
  name: string(),
  references: pipe(
    TEXTS,
    description(
      "References that it was published as. One with a digest if the repository has it without a tag. Empty if nothing was published."
    )
  ),
  missing: exactOptional(
    pipe(
      array(object({ reference: string(), reason: string() })),
      description(
        "References that should have been published and are not, with the reason. Left out if none is missing."
      )
    )
  ),
  digest: pipe(
    DIGEST,
    description(
      "Digest of the manifest, or of the index if there are several platforms. For things without a manifest: the digest of the config (Docker's image ID) of an archive, or of the file of a binary."
    )
  ),
  published: boolean(),
  budget: VERDICT,
  baseline: pipe(
    nullable(BASELINE),
    description("What the image is compared with. null if no baseline was requested.")
  ),
  platforms: pipe(array(PLATFORM_WEIGHT), minLength(1))
});
var ASKED = object({
  file: string(),
  images: pipe(TEXTS, description("Keys in the file."))
});
var FAILED = object({
  name: string(),
  code: pipe(string(), description("The code of the failure, or defect.")),
  message: pipe(string(), description("What failed and why, as a sentence."))
});
var STAGE = object({
  stage: picklist(["resolve", "compile", "read", "pack", "prove", "assemble", "smoke test", "publish"]),
  image: string(),
  platform: string(),
  ms: MEASURE
});
var WEIGH_IN = pipe(
  object({
    schemaVersion: literal(SCHEMA_VERSION),
    bantam: pipe(string(), description("Version of Bantam.")),
    revision: pipe(TEXT, description("Commit that was built. null if git does not know it.")),
    asked: exactOptional(
      pipe(
        ASKED,
        description(
          "The bantam.yaml whose images the run was asked for, built or not; left out where there is none."
        )
      )
    ),
    images: pipe(array(IMAGE), minLength(1)),
    failed: exactOptional(
      pipe(
        array(FAILED),
        minLength(1),
        description(
          "Images of a run for several that failed; left out if none did. images has those of them that were weighed before they failed."
        )
      )
    ),
    stages: array(STAGE)
  }),
  title("Weigh-in"),
  description(
    "What Bantam reports about one run. Sizes are in bytes. schemaVersion changes when a field is removed or changes its meaning."
  )
);

// src/size/other-version.ts
function otherVersion(value) {
  if (typeof value !== "object" || value === null) return null;
  const { schemaVersion, bantam } = value;
  if (typeof schemaVersion !== "number" || !Number.isSafeInteger(schemaVersion) || schemaVersion < 0)
    return null;
  if (schemaVersion === SCHEMA_VERSION) return null;
  const by = typeof bantam === "string" && /^[\w.+-]{1,40}$/.test(bantam) ? ` by Bantam ${bantam}` : "";
  return {
    schemaVersion,
    older: schemaVersion < SCHEMA_VERSION,
    said: `was written${by} with schemaVersion ${schemaVersion}, and this Bantam reads ${SCHEMA_VERSION}`
  };
}

// src/size/read-weigh-in.ts
function readWeighIn(value) {
  const other = otherVersion(value);
  if (other !== null) return problem(`${other.said}: ${other.older ? WEIGH_ANEW : TAKE_NEWER}`);
  const checked = checkShape(WEIGH_IN, value, "schema/weigh-in.json");
  return checked.ok ? parsed(checked.value) : problem(`${checked.problem}; ${ANOTHER_BANTAM}`);
}
var WEIGH_ANEW = "weigh the image itself again";
var TAKE_NEWER = "use the version of Bantam that wrote it, or a newer one";
var ANOTHER_BANTAM = `if another version of Bantam wrote it, ${WEIGH_ANEW}`;

export {
  SCHEMA_VERSION,
  otherVersion,
  readWeighIn
};
