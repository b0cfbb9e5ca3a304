import * as v from 'valibot'
import type { Limit } from '../weigh-in/limit.ts'
import { formatLimit, parseLimit } from '../declare/limit.ts'
import { parseJson } from '../declare/parse-json.ts'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Platform } from '../declare/platform.ts'
import type { RecordedInputs } from '../declare/recorded.ts'
import { SIZE } from '../image/check-shape.ts'
import { SCHEMA_VERSION } from '../weigh-in/shape/weigh-in.ts'
import type { Settings } from '../weigh-in/weigh-in.ts'
import { otherVersion } from './other-version.ts'

/**
 * The name of the manifest's annotation. It holds what a later run, which compares with this image, cannot read from
 * its bytes.
 */
export const WEIGH_IN_ANNOTATION = 'dev.bantam.weigh-in'

/**
 * The content of the annotation. It has no times, paths or measurements, so that the digest depends on the inputs only.
 */
export interface WeighInAnnotation {
  /** Version of Bantam. */
  readonly bantam: string
  /** Without the source of the Go toolchain. */
  readonly settings: Omit<Settings, 'goSource'>
  /** The limits that it was checked against on its platform; empty if there were none. */
  readonly budget: readonly Limit[]
  /** Bytes of the files that each package embeds, by the path of the binary in the image. */
  readonly embedded: Embedded
  /** The inputs that nothing in the image shows; empty if there are none. */
  readonly inputs: RecordedInputs
}

export type Embedded = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Writes compact JSON, about 300 bytes of the download. */
export function writeAnnotation({ bantam, settings, budget, embedded, inputs }: WeighInAnnotation): string {
  const { go, packer, ldflags, buildTags, buildFlags, cgo, certificates, timezones, layerCompression } =
    settings
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    bantam,
    settings: {
      go,
      packer,
      ldflags,
      buildTags,
      buildFlags,
      cgo,
      certificates,
      timezones,
      layerCompression,
    },
    budget: budget.map(formatLimit),
    ...(embedded.size === 0
      ? {}
      : { embedded: Array.from(embedded, ([binary, packages]) => [binary, ...packages]) }),
    ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
  })
}

const TEXTS = v.array(v.string())

const ANNOTATION = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  bantam: v.string(),
  settings: v.object({
    go: v.nullable(v.string()),
    packer: v.nullable(v.string()),
    // Some settings are unknown for a binary that the user provided.
    ldflags: v.nullable(v.string()),
    buildTags: v.nullable(TEXTS),
    buildFlags: v.nullable(TEXTS),
    cgo: v.nullable(v.picklist(['off', 'static'])),
    certificates: v.string(),
    timezones: v.string(),
    layerCompression: v.picklist(['gzip', 'zstd']),
  }),
  budget: TEXTS,
  embedded: v.optional(v.array(v.tupleWithRest([v.string()], v.tuple([v.string(), SIZE]))), []),
  inputs: v.optional(
    v.record(v.string(), v.union([v.string(), TEXTS, v.record(v.string(), v.string())])),
    {},
  ),
})

/** In characters. Registries accept manifests of 4 MiB. */
const LONGEST = 1_000_000

/** Reads an annotation, which can come from an untrusted image. A limit that cannot be parsed is ignored. */
export function readAnnotation(text: string, platform: Platform): Parsed<WeighInAnnotation> {
  if (text.length > LONGEST) return problem(`has more than ${LONGEST} characters`)
  const json = parseJson(text)
  const other = otherVersion(json)
  if (other !== null) return problem(other.said)
  const shape = v.safeParse(ANNOTATION, json)
  if (!shape.success) return problem('was not written by this version of Bantam')
  const { bantam, settings, budget, embedded, inputs } = shape.output
  return parsed({
    bantam,
    settings,
    budget: budget.flatMap(line => {
      const limit = parseLimit(line, [platform])
      return limit.ok ? [limit.value] : []
    }),
    embedded: new Map(embedded.map(([binary, ...packages]) => [binary, new Map(packages)])),
    inputs,
  })
}
