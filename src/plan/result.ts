import * as v from 'valibot'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { checkShape, DIGEST } from '../image/check-shape.ts'
import { readJson } from '../image/read-json.ts'
import { readWeighIn } from '../size/read-weigh-in.ts'
import { VERSION } from '../version.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** What one run made of its piece of a plan. */
export interface JobResult {
  readonly schemaVersion: 1
  /** The id of the plan. */
  readonly plan: Digest
  /** Version of Bantam. */
  readonly bantam: string
  readonly images: readonly [ImageResult, ...ImageResult[]]
}

/** What a run made of one image of the plan, for one or more of its platforms. */
export interface ImageResult {
  readonly key: string | null
  /** Of this image alone, judged for the platforms of this run. */
  readonly weighIn: WeighIn
  readonly platforms: readonly [PlatformResult, ...PlatformResult[]]
  /** Packages with a limit that are compiled in although no byte of them is left. */
  readonly packages: readonly string[]
  /** Whether the images are in every repository of the plan, by their digests. */
  readonly pushed: boolean
}

export interface PlatformResult {
  readonly platform: string
  /** The bytes of the manifest and of the config, which are JSON. */
  readonly manifest: string
  readonly config: string
}

const PLATFORM = v.object({ platform: v.string(), manifest: v.string(), config: v.string() })

const IMAGE = v.object({
  key: v.nullable(v.string()),
  weighIn: v.unknown(),
  platforms: v.tupleWithRest([PLATFORM], PLATFORM),
  packages: v.array(v.string()),
  pushed: v.boolean(),
})

const RESULT = v.object({
  schemaVersion: v.literal(1),
  plan: DIGEST,
  bantam: v.string(),
  images: v.tupleWithRest([IMAGE], IMAGE),
})

/** Bytes. A weigh-in goes down to packages. */
export const MAX_RESULT = 32 * 1024 * 1024

/**
 * Reads a result, which may come from a run that built anyone's code. The text of a problem continues a sentence that begins
 * with the file's name.
 */
export function readResult(bytes: Uint8Array): Parsed<JobResult> {
  const json = readJson(bytes, MAX_RESULT)
  if (!json.ok) return json
  const checked = checkShape(RESULT, json.value, 'a result of this version')
  if (!checked.ok) return checked
  const { images, ...rest } = checked.value
  if (rest.bantam !== VERSION)
    return problem(`was not written by Bantam ${VERSION}; use one version in all jobs`)
  const read: ImageResult[] = []
  for (const image of images) {
    const weighIn = readWeighIn(image.weighIn)
    if (!weighIn.ok) return problem(`has a weigh-in that ${weighIn.problem}`)
    read.push({ ...image, weighIn: weighIn.value })
  }
  const [first, ...others] = read
  if (first === undefined) return problem('has no image')
  return parsed({ ...rest, images: [first, ...others] })
}

export function writeResult(result: JobResult): string {
  return `${JSON.stringify(result)}\n`
}
