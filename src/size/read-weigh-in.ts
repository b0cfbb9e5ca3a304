import * as v from 'valibot'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { checkShape, DIGEST, SIZE } from '../image/check-shape.ts'
import { BREAKDOWN_KINDS, type Breakdown, type WeighIn } from '../weigh-in/weigh-in.ts'

const VERSION = 1

const TEXT = v.nullable(v.string())
const TEXTS = v.array(v.string())
const DELTA = v.pipe(v.number(), v.safeInteger())
const TIME = v.pipe(v.number(), v.finite(), v.minValue(0))
const PLATFORM = v.pipe(v.string(), v.regex(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/))

const KIND = v.picklist(BREAKDOWN_KINDS)

const BREAKDOWN: v.GenericSchema<Breakdown> = v.pipe(
  v.object({
    name: v.string(),
    kind: KIND,
    bytes: SIZE,
    version: v.exactOptional(v.string()),
    children: v.exactOptional(v.array(v.lazy(() => BREAKDOWN))),
  }),
  v.check(({ bytes, children }) => {
    return children === undefined || children.reduce((sum, child) => sum + child.bytes, 0) === bytes
  }),
)

const VERDICT = v.object({
  status: v.picklist(['within', 'over', 'unmeasured', 'none']),
  allowed: v.boolean(),
  limits: v.array(
    v.object({
      metric: v.string(),
      bound: v.string(),
      platform: PLATFORM,
      limit: v.nullable(SIZE),
      actual: v.nullable(SIZE),
      before: v.nullable(SIZE),
      growth: v.nullable(DELTA),
      status: v.picklist(['within', 'over', 'unmeasured']),
      inherited: v.boolean(),
      raisedFrom: TEXT,
      reason: TEXT,
    }),
  ),
  dropped: TEXTS,
})

const NODES = v.array(
  v.object({
    binary: TEXT,
    path: v.pipe(TEXTS, v.minLength(1)),
    kind: KIND,
    versionBefore: TEXT,
    versionAfter: TEXT,
    before: v.nullable(SIZE),
    after: v.nullable(SIZE),
    change: v.picklist(['added', 'removed', 'grown', 'shrunk', 'unchanged']),
  }),
)

const GROWTH = v.object({
  metrics: v.array(
    v.object({
      metric: v.picklist(['image', 'download', 'binary', 'memory']),
      before: v.nullable(SIZE),
      after: v.nullable(SIZE),
      delta: v.nullable(DELTA),
      change: v.nullable(v.picklist(['grown', 'shrunk', 'unchanged'])),
    }),
  ),
  causes: TEXTS,
  nodes: NODES,
  files: NODES,
})

const PAIR = v.object({ linked: TIME, shipped: TIME })

/** Before the price was processor time it was wall-clock time, `startMs`, which says nothing that can be compared: it is left out. */
const PRICE = v.union([
  v.nullable(v.object({ processorMs: PAIR, memory: PAIR })),
  v.pipe(
    v.object({ startMs: PAIR, memory: PAIR }),
    v.transform(() => null),
  ),
])

const BINARY = v.object({
  name: v.string(),
  path: v.string(),
  main: v.exactOptional(v.string()),
  linkedSize: SIZE,
  shippedSize: SIZE,
  pack: v.variant('status', [
    v.object({ status: v.literal('packed'), packer: v.string(), reason: v.null(), kept: v.boolean() }),
    v.object({ status: v.literal('unpacked'), packer: TEXT, reason: v.string() }),
  ]),
  proof: v.object({
    status: v.picklist(['proven', 'failed', 'not run']),
    reason: TEXT,
    isolation: v.nullable(v.picklist(['namespaces', 'process'])),
    environments: v.array(SIZE),
  }),
  price: PRICE,
  needs: v.nullable(
    v.object({
      certificates: v.boolean(),
      timezones: v.boolean(),
      exec: v.boolean(),
      users: v.boolean(),
      temp: v.boolean(),
    }),
  ),
  brought: v.exactOptional(v.boolean()),
  unread: v.exactOptional(v.string()),
  modules: v.exactOptional(TEXTS),
  breakdown: v.nullable(BREAKDOWN),
})

const PLATFORM_WEIGHT = v.object({
  platform: PLATFORM,
  digest: DIGEST,
  sizes: v.object({ imageSize: SIZE, downloadSize: v.nullable(SIZE) }),
  settings: v.object({
    go: TEXT,
    goSource: TEXT,
    packer: TEXT,
    ldflags: TEXT,
    buildTags: v.nullable(TEXTS),
    buildFlags: v.nullable(TEXTS),
    cgo: v.nullable(v.picklist(['off', 'static'])),
    certificates: TEXT,
    timezones: TEXT,
    layerCompression: v.nullable(v.picklist(['gzip', 'zstd'])),
  }),
  binaries: v.array(BINARY),
  otherPrograms: v.exactOptional(v.array(v.object({ path: v.string(), bytes: SIZE, unread: TEXT }))),
  layers: v.array(v.object({ digest: DIGEST, size: SIZE, what: v.string() })),
  breakdown: BREAKDOWN,
  growth: v.nullable(GROWTH),
  smokeTest: v.object({ status: v.picklist(['passed', 'not asked']), seen: TEXTS }),
})

const WEIGH_IN = v.object({
  schemaVersion: v.literal(VERSION),
  bantam: v.string(),
  revision: TEXT,
  images: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        references: TEXTS,
        missing: v.exactOptional(v.array(v.object({ reference: v.string(), reason: v.string() }))),
        digest: DIGEST,
        published: v.boolean(),
        budget: VERDICT,
        baseline: v.nullable(
          v.object({
            kind: v.picklist(['image', 'cache', 'file', 'build', 'none']),
            reference: TEXT,
            revision: TEXT,
            digest: v.nullable(DIGEST),
            startsFrom: v.exactOptional(v.string()),
            reason: TEXT,
          }),
        ),
        platforms: v.pipe(v.array(PLATFORM_WEIGHT), v.minLength(1)),
      }),
    ),
    v.minLength(1),
  ),
  stages: v.array(
    v.object({
      stage: v.picklist(['resolve', 'compile', 'read', 'pack', 'prove', 'assemble', 'smoke test', 'publish']),
      image: v.string(),
      platform: v.string(),
      ms: TIME,
    }),
  ),
})

/** Reads JSON as a weigh-in of this version, whoever wrote it: breakdowns sum. The problem goes on from `it`. */
export function readWeighIn(value: unknown): Parsed<WeighIn> {
  const version: unknown =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : null
  if (typeof version === 'number' && version !== VERSION) return problem(otherVersion(version))
  const checked = checkShape(WEIGH_IN, value)
  if (!checked.ok)
    return problem(checked.problem.replace('the specification has', 'schema/weigh-in.json has'))
  return parsed(checked.value)
}

function otherVersion(version: number): string {
  const advice =
    version > VERSION ? 'take the Bantam that wrote it, or a newer one' : 'weigh the image itself anew'
  return `has schemaVersion ${version}, and this Bantam reads ${VERSION}: ${advice}`
}
