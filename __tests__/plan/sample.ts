import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { parsePlatform } from '../../src/declare/platform.ts'
import type { ImageSpec } from '../../src/declare/spec.ts'
import { descriptorOf } from '../../src/image/digest.ts'
import { readResult, type ImageResult, type JobResult, writeResult } from '../../src/plan/result.ts'
import { idOf, type Plan, planOf } from '../../src/plan/plan.ts'
import type { LimitVerdict } from '../../src/weigh-in/verdict.ts'
import type { PlatformWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { COMMIT, surroundings } from '../declare/surroundings.ts'
import { limitVerdict, platformWeight, weighIn } from '../report/sample.ts'
import { boundOf, subjectOf } from '../support/limits.ts'
import { sentencesOf } from '../support/sentences.ts'
import { tinyImage } from '../support/tiny-image.ts'

export const AMD64 = 'linux/amd64'
export const ARM64 = 'linux/arm64'

const VALUES: Given['values'] = {
  main: '.=proxy',
  platforms: `${AMD64},${ARM64}`,
  budget: 'image: 3MB',
  image: 'registry.example/o/proxy',
  tags: 'v1,latest',
  push: 'true',
}

export function specOf(values: Given['values'] = {}): ImageSpec {
  const given: Given = { surface: 'terminal', values: { ...VALUES, ...values }, problems: [] }
  const declared = declareImage(given, surroundings())
  if (!declared.ok) throw new Error(sentencesOf(declared.problems, 'terminal').join('\n'))
  return declared.spec
}

export const CWD = surroundings().cwd

/** One image for two platforms, with two tags, that may have 3 MB. */
export function plan(values: Given['values'] = {}): Plan {
  return planOf([{ key: null, spec: specOf(values) }], CWD)
}

/** A plan as someone who changes it would write it, with an id that fits. */
export function changed(from: Plan, change: Partial<Plan>): Plan {
  const content = { ...from, ...change }
  return { ...content, id: idOf(content) }
}

/** What weighs an image for a platform as it is. */
export function weightOf(text: string): PlatformWeight {
  const { layers, config, manifest } = tinyFor(text)
  const descriptors = layers.map(descriptorOf)
  const pieces = [...descriptors, descriptorOf(config), descriptorOf(manifest)]
  const downloadSize = pieces.reduce((sum, { size }) => sum + size, 0)
  return platformWeight({
    platform: text,
    digest: manifest.digest,
    sizes: { imageSize: 2_202_123, downloadSize },
    layers: descriptors.map(({ digest, size }) => ({ digest, size, what: 'base' })),
  })
}

export function tinyFor(text: string) {
  const platform = parsePlatform(text)
  if (!platform.ok) throw new Error(platform.problem)
  return tinyImage(`for ${text}`, platform.value)
}

/** The limit `image: 3MB` on a platform. */
export function within(platform: string, overrides: Partial<LimitVerdict> = {}): LimitVerdict {
  return limitVerdict({ platform, subject: subjectOf('image'), bound: boundOf('3 MB'), ...overrides })
}

export function imageResult(platform: string, overrides: Partial<ImageResult> = {}): ImageResult {
  const { manifest, config } = tinyFor(platform)
  const decoder = new TextDecoder()
  return {
    key: null,
    weighIn: weighInOf(platform),
    platforms: [{ platform, manifest: decoder.decode(manifest.bytes), config: decoder.decode(config.bytes) }],
    packages: [],
    pushed: true,
    ...overrides,
  }
}

export function weighInOf(platform: string, weight: Partial<PlatformWeight> = {}): WeighIn {
  return weighIn(
    {
      references: [],
      published: true,
      digest: weightOf(platform).digest,
      budget: { status: 'within', waived: false, limits: [within(platform)], dropped: [] },
      platforms: [{ ...weightOf(platform), ...weight }],
    },
    { revision: COMMIT, stages: [{ stage: 'compile', image: 'proxy', platform, ms: 300 }] },
  )
}

export function result(of: Plan, platform: string, image: Partial<ImageResult> = {}): JobResult {
  return { schemaVersion: 1, plan: of.id, bantam: of.bantam, images: [imageResult(platform, image)] }
}

/** As the merge reads it from a file. */
export function throughFile(value: JobResult): JobResult {
  const read = readResult(new TextEncoder().encode(writeResult(value)))
  if (!read.ok) throw new Error(read.problem)
  return read.value
}
