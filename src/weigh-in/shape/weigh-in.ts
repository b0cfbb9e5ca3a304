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
        'The commit that the change starts from, if the baseline is of another or an unknown commit.',
      ),
    ),
  ),
  reason: v.pipe(TEXT, v.description('Why there is no baseline, or why it could not be read.')),
})

const IMAGE = v.object({
  name: v.string(),
  references: v.pipe(
    TEXTS,
    v.description(
      'References that it was published as. One with a digest if the repository has it without a tag. Empty if nothing was published.',
    ),
  ),
  missing: v.exactOptional(
    v.pipe(
      v.array(v.object({ reference: v.string(), reason: v.string() })),
      v.description(
        'References that should have been published and are not, with the reason. Left out if none is missing.',
      ),
    ),
  ),
  digest: v.pipe(
    DIGEST,
    v.description(
      "Digest of the manifest, or of the index if there are several platforms. For things without a manifest: the digest of the config (Docker's image ID) of an archive, or of the file of a binary.",
    ),
  ),
  published: v.boolean(),
  budget: VERDICT,
  baseline: v.pipe(
    v.nullable(BASELINE),
    v.description('What the image is compared with. null if no baseline was requested.'),
  ),
  platforms: v.pipe(v.array(PLATFORM_WEIGHT), v.minLength(1)),
})

const ASKED = v.object({
  file: v.string(),
  images: v.pipe(TEXTS, v.description('Keys in the file.')),
})

const FAILED = v.object({
  name: v.string(),
  code: v.pipe(v.string(), v.description('The code of the failure, or defect.')),
  message: v.pipe(v.string(), v.description('What failed and why, as a sentence.')),
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
    revision: v.pipe(TEXT, v.description('Commit that was built. null if git does not know it.')),
    asked: v.exactOptional(
      v.pipe(
        ASKED,
        v.description(
          'The bantam.yaml whose images the run was asked for, built or not; left out where there is none.',
        ),
      ),
    ),
    images: v.pipe(v.array(IMAGE), v.minLength(1)),
    failed: v.exactOptional(
      v.pipe(
        v.array(FAILED),
        v.minLength(1),
        v.description(
          'Images of a run for several that failed; left out if none did. images has those of them that were weighed before they failed.',
        ),
      ),
    ),
    stages: v.array(STAGE),
  }),
  v.title('Weigh-in'),
  v.description(
    'What Bantam reports about one run. Sizes are in bytes. schemaVersion changes when a field is removed or changes its meaning.',
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
  asked: ASKED,
  failed: FAILED,
  growth: GROWTH,
  nodeGrowth: NODE_GROWTH,
  stage: STAGE,
} as const
