import * as v from 'valibot'
import type { Limit } from '../weigh-in/limit.ts'
import { formatLimit, parseLimit } from '../declare/limit.ts'
import { parseJson } from '../declare/parse-json.ts'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Platform } from '../declare/platform.ts'
import { SIZE } from '../image/check-shape.ts'
import type { Settings } from '../weigh-in/weigh-in.ts'

/** Of the manifest: what a later run that is compared with this image cannot read from its bytes. */
export const WEIGH_IN_ANNOTATION = 'dev.bantam.weigh-in'

/** No time, no place and no measurement: the digest stays a function of the inputs. */
export interface Annotated {
  /** Version of Bantam. */
  readonly bantam: string
  /** Without the place that Go came from. */
  readonly settings: Omit<Settings, 'goSource'>
  /** What it was held against on its platform; empty for no limits. */
  readonly budget: readonly Limit[]
  /** By the place of a binary in the image, bytes of the files that each of its packages embeds. */
  readonly embedded: Embedded
}

export type Embedded = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Compact JSON, some 300 bytes of the download. */
export function writeAnnotation({ bantam, settings, budget, embedded }: Annotated): string {
  const { go, packer, ldflags, buildTags, buildFlags, cgo, certificates, timezones, layerCompression } =
    settings
  return JSON.stringify({
    schemaVersion: 1,
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
  })
}

const TEXTS = v.array(v.string())

const ANNOTATION = v.object({
  schemaVersion: v.literal(1),
  bantam: v.string(),
  settings: v.object({
    go: v.nullable(v.string()),
    packer: v.nullable(v.string()),
    // Of a binary that was brought ready-made some of it is not known.
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
})

/** Characters; a registry takes manifests of 4 MiB. */
const LONGEST = 1_000_000

/** Reads what `writeAnnotation` wrote, whoever says so. What cannot be read as a limit was none. */
export function readAnnotation(text: string, platform: Platform): Parsed<Annotated> {
  if (text.length > LONGEST) return problem(`has more than ${LONGEST} characters`)
  const json = parseJson(text)
  const shape = v.safeParse(ANNOTATION, json)
  if (!shape.success) return problem('is none that this version of Bantam wrote')
  const { bantam, settings, budget, embedded } = shape.output
  return parsed({
    bantam,
    settings,
    budget: budget.flatMap(line => {
      const limit = parseLimit(line, [platform])
      return limit.ok ? [limit.value] : []
    }),
    embedded: new Map(embedded.map(([binary, ...packages]) => [binary, new Map(packages)])),
  })
}
