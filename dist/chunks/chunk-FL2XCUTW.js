import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  DIGEST_PATTERN,
  isDigest
} from "./chunk-ACFVWEEU.js";
import {
  array,
  boolean,
  check,
  custom,
  description,
  finite,
  getDotPath,
  guard,
  literal,
  maxValue,
  minValue,
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
  variant
} from "./chunk-CDH3UYRO.js";
import {
  METRIC_NAMES,
  MOST_PERCENT,
  PARTS,
  PART_PATH,
  isPercent
} from "./chunk-NWSLXV6K.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";

// src/image/check-shape.ts
function checkShape(schema, value, by = "the specification") {
  const checked = safeParse(schema, value, { abortEarly: true });
  if (checked.success) return parsed(checked.output);
  const place = getDotPath(checked.issues[0]) ?? "";
  const shown = place.length <= 80 && /^\w+(?:\.\w+)*$/.test(place) ? ` in ${place}` : "";
  return problem(`is not what ${by} has${shown}`);
}
var DIGEST = custom((value) => typeof value === "string" && isDigest(value));
var SIZE = pipe(number(), safeInteger(), minValue(0));
var STRINGS = nullish(record(string(), string()), {});
var PLATFORM = object({
  os: string(),
  architecture: string(),
  variant: optional(string())
});

// src/weigh-in/shape/basic.ts
var AMOUNT = pipe(number(), safeInteger(), minValue(0));
var CHANGE = pipe(number(), safeInteger());
var MEASURE = pipe(number(), finite(), minValue(0));
var DIGEST2 = pipe(string(), regex(DIGEST_PATTERN), guard(isDigest));
var PLATFORM2 = pipe(
  string(),
  regex(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/),
  description("os/architecture[/variant]")
);
var TEXT = nullable(string());
var TEXTS = array(string());

// src/weigh-in/shape/verdict.ts
var METRIC = picklist(METRIC_NAMES);
var SUBJECT = pipe(
  variant("kind", [
    object({ kind: METRIC }),
    object({ kind: picklist(PARTS), path: pipe(string(), regex(PART_PATH)) })
  ]),
  description("What is limited: a metric, a module or a package.")
);
var PERCENT = pipe(number(), minValue(0), maxValue(MOST_PERCENT), check(isPercent));
var BOUND = pipe(
  variant("kind", [
    object({ kind: literal("size"), amount: pipe(number(), safeInteger(), minValue(1)) }),
    object({ kind: literal("growth"), amount: AMOUNT }),
    object({ kind: literal("growth percent"), percent: PERCENT })
  ]),
  description(
    "The limit: a size, or a growth over the baseline. Amounts are bytes, or a count for metrics that are counted."
  )
);
var BOUND_SUBJECT = { subject: SUBJECT, bound: BOUND };
var LIMIT_VERDICT = object({
  ...BOUND_SUBJECT,
  platform: PLATFORM2,
  limit: pipe(
    nullable(AMOUNT),
    description("Largest allowed value. null for a limit on growth without a value in the baseline.")
  ),
  actual: pipe(nullable(AMOUNT), description("null if it could not be measured.")),
  before: pipe(nullable(AMOUNT), description("Value in the baseline. null without one.")),
  growth: pipe(
    nullable(CHANGE),
    description(
      "Actual minus before, without the padding between segments. A limit on growth is compared with it."
    )
  ),
  status: picklist(["within", "over", "unmeasured"]),
  inherited: pipe(
    boolean(),
    description("The baseline was already over this limit, and the value has not grown since.")
  ),
  raisedFrom: pipe(
    nullable(BOUND),
    description("The lower limit that the baseline had. null if the limit was not raised.")
  ),
  reason: pipe(
    TEXT,
    description("Why the limit could not be checked, or why there was nothing to compare with.")
  )
});
var VERDICT = object({
  status: pipe(
    picklist(["within", "over", "unmeasured", "none"]),
    description("unmeasured always fails the run.")
  ),
  waived: pipe(boolean(), description("The image is over budget, and on-over-budget allows it.")),
  limits: array(LIMIT_VERDICT),
  dropped: pipe(
    array(object(BOUND_SUBJECT)),
    description("Limits that the baseline had and this budget does not have.")
  )
});

export {
  AMOUNT,
  CHANGE,
  MEASURE,
  DIGEST2 as DIGEST,
  PLATFORM2 as PLATFORM,
  TEXT,
  TEXTS,
  METRIC,
  SUBJECT,
  BOUND,
  VERDICT,
  checkShape,
  DIGEST as DIGEST2,
  SIZE,
  STRINGS,
  PLATFORM as PLATFORM2
};
