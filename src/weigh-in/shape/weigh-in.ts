import * as v from 'valibot'
import { AMOUNT, DIGEST, MEASURE, PLATFORM, TEXT, TEXTS } from './basic.ts'
import { BINARY, PRICE } from './binary.ts'
import { BREAKDOWN, KIND } from './breakdown.ts'
import { GROWTH, NODE_GROWTH } from './growth.ts'
import { PLATFORM_WEIGHT } from './platform.ts'
import { BOUND, LIMIT_VERDICT, SUBJECT, VERDICT } from './verdict.ts'

export const SCHEMA_VERSION = 2

const BASELINE = v.object({
  kind: v.picklist(['image', 'cache', 'file', 'build', 'none']),
  reference: TEXT,
  revision: TEXT,
  digest: v.nullable(DIGEST),
  startsFrom: v.exactOptional(
    v.pipe(
      v.string(),
      v.description(
        'The commit that the change starts from, where what was found is of another, or of none that is known.',
      ),
    ),
  ),
  reason: v.pipe(TEXT, v.description('Why there is none, or why it could not be read.')),
})

const IMAGE = v.object({
  name: v.string(),
  references: v.pipe(
    TEXTS,
    v.description(
      'What it was published as, with its digest where a repository has it without a tag; empty when nothing was.',
    ),
  ),
  missing: v.exactOptional(
    v.pipe(
      v.array(v.object({ reference: v.string(), reason: v.string() })),
      v.description(
        'What it should have been published as too, and why it is not; left out where nothing is missing.',
      ),
    ),
  ),
  digest: v.pipe(
    DIGEST,
    v.description(
      "Of the manifest, or of the index where there are several platforms; of what weigh found without one: of the config (Docker's image ID) of an archive, of the file of a binary.",
    ),
  ),
  published: v.boolean(),
  budget: VERDICT,
  baseline: v.pipe(
    v.nullable(BASELINE),
    v.description('What it is compared with; null where nobody asked for one.'),
  ),
  platforms: v.pipe(v.array(PLATFORM_WEIGHT), v.minLength(1)),
})

const STAGE = v.object({
  stage: v.picklist(['resolve', 'compile', 'read', 'pack', 'prove', 'assemble', 'smoke test', 'publish']),
  image: v.string(),
  platform: v.string(),
  ms: MEASURE,
})

/** The schema of a weigh-in as JSON. Input is checked against it, and `schema/weigh-in.json` is generated from it. */
export const WEIGH_IN = v.pipe(
  v.object({
    schemaVersion: v.literal(SCHEMA_VERSION),
    bantam: v.pipe(v.string(), v.description('Version of Bantam.')),
    revision: v.pipe(TEXT, v.description('Commit that was built; null where git does not know.')),
    images: v.pipe(v.array(IMAGE), v.minLength(1)),
    stages: v.array(STAGE),
  }),
  v.title('Weigh-in'),
  v.description(
    'What Bantam reports of one run. Sizes are bytes. schemaVersion changes when a field is taken away or changes its meaning.',
  ),
)

/** The definitions that have a name in `schema/weigh-in.json`. */
export const DEFINITIONS = {
  amount: AMOUNT,
  digest: DIGEST,
  platform: PLATFORM,
  image: IMAGE,
  verdict: VERDICT,
  limitVerdict: LIMIT_VERDICT,
  subject: SUBJECT,
  bound: BOUND,
  baseline: BASELINE,
  platformWeight: PLATFORM_WEIGHT,
  binary: BINARY,
  price: PRICE,
  breakdown: BREAKDOWN,
  kind: KIND,
  growth: GROWTH,
  nodeGrowth: NODE_GROWTH,
  stage: STAGE,
} as const
