import { clause } from '../clause.ts'
import * as core from '@actions/core'
import { OUTPUTS, type OutputName } from '../declare/outputs.ts'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import type { Environment } from '../host/host.ts'
import type { ImageRoot } from '../image/image-set.ts'
import { actualsOf } from '../size/actuals.ts'
import { worstStatus } from '../size/worst-status.ts'
import { htmlPathOf } from '../report/json.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'

export type Outputs = Readonly<Record<OutputName, string>>

/** What a run reports to later steps; `null` and empty for what the run did not reach. */
export interface Reported {
  readonly weighIn: WeighIn | null
  /** What the run built, in order. */
  readonly images: readonly { readonly name: string; readonly root: ImageRoot }[]
  /** Whether the run is for several images, built or not. */
  readonly several: boolean
  /** Path of the JSON report. */
  readonly report: string | null
  /** Paths of the folders with the executables for the release. */
  readonly binaries: readonly string[]
  /** Paths of the SBOMs; none if left out. */
  readonly sboms?: readonly string[]
  /** Path of the result of a piece of a plan; left out where there is none. */
  readonly result?: string | null
}

export const NOTHING_REPORTED: Reported = {
  weighIn: null,
  images: [],
  several: false,
  report: null,
  binaries: [],
}

/**
 * The value of every output. It is empty if there is nothing to report, so that a step does not read an older value. Of
 * several images, references, digests and paths have a line each, the largest of the sizes counts, and the worst status.
 */
export function outputsOf({
  weighIn,
  images,
  several,
  report,
  binaries,
  sboms = [],
  result = null,
}: Reported): Outputs {
  const weights = weighIn?.images ?? []
  const platforms = weights.flatMap(weight => weight.platforms)
  return {
    image: lines(weights.map(pinned)),
    digest: lines(weights.map(({ digest }) => digest)),
    tags: lines(weights.flatMap(tagsOf)),
    'image-size': largest(platforms.map(({ sizes }) => sizes.imageSize)),
    'download-size': largest(platforms.map(({ sizes }) => sizes.downloadSize)),
    'binary-size': largest(platforms.map(platform => actualsOf(platform).binary)),
    'budget-status':
      weights.length === 0
        ? ''
        : worstStatus(
            weights.map(({ budget }) => budget),
            'none',
          ),
    growth: largest(platforms.map(imageGrowth)),
    report: report ?? '',
    'html-report': report === null ? '' : htmlPathOf(report),
    binaries: lines([...new Set(binaries)]),
    sbom: lines(sboms),
    result: result ?? '',
    metadata: metadataText({ weighIn, images, several }),
  }
}

function metadataText({
  weighIn,
  images,
  several,
}: Pick<Reported, 'weighIn' | 'images' | 'several'>): string {
  const each = images.map(({ name, root }): readonly [string, Metadata] => {
    const weight = weighIn?.images.find(one => one.name === name)
    return [name, metadataOf(root, weight === undefined ? [] : tagsOf(weight))]
  })
  if (several) return each.length === 0 ? '' : JSON.stringify(Object.fromEntries(each))
  return each.map(([, metadata]) => JSON.stringify(metadata)).join('')
}

/**
 * Sets the outputs for later steps: every declared output, in the order of action.yml.
 *
 * @throws Failure `write`: a later step would take an output that was not set for an empty one
 */
export function setOutputs(env: Environment, outputs: Outputs): void {
  setNamedOutputs(
    env,
    OUTPUTS.map(({ name }) => [name, outputs[name]]),
  )
}

/** The same for a step with outputs of its own. */
export function setNamedOutputs(
  env: Environment,
  outputs: readonly (readonly [name: string, value: string])[],
): void {
  // Without it, the toolkit writes workflow commands, and the log lets no library do that.
  if ((env['GITHUB_OUTPUT'] ?? '') === '') throw notSet('GITHUB_OUTPUT names no file')
  try {
    for (const [name, value] of outputs) core.setOutput(name, value)
  } catch (cause) {
    throw notSet(
      `GITHUB_OUTPUT cannot be written: ${REASONS[errorCode(cause)] ?? errorMessage(cause)}`,
      cause,
    )
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EISDIR: 'it is a directory',
  ENOSPC: 'there is no space left on its disk',
  EROFS: 'its file system is read-only',
}

function notSet(why: string, cause?: unknown): Failure {
  return new Failure(
    'write',
    { what: clause`the outputs of this step cannot be set`, why: clause`${why}` },
    { cause, fields: { input: 'GITHUB_OUTPUT' } },
  )
}

/**
 * `ghcr.io/o/proxy@sha256:…`: without the tag, because not every tool accepts both a tag and a digest. Empty if nothing
 * was pushed.
 */
function pinned(weight: ImageWeight): string {
  const [first] = referencesOf(weight)
  if (first === undefined) return ''
  return isPinned(first) ? first : `${first.replace(/:[^/:]*$/, '')}@${weight.digest}`
}

function tagsOf(weight: ImageWeight): readonly string[] {
  return referencesOf(weight).filter(reference => !isPinned(reference))
}

function referencesOf({ published, references }: ImageWeight): readonly string[] {
  return published ? references : []
}

function lines(values: readonly string[]): string {
  return values.filter(value => value !== '').join('\n')
}

function isPinned(reference: string): boolean {
  return reference.includes('@')
}

type Metadata = Readonly<Record<string, unknown>>

/** https://github.com/docker/build-push-action#outputs */
function metadataOf({ config, ...descriptor }: ImageRoot, references: readonly string[]): Metadata {
  return {
    // An index has no config of its own.
    ...(config === null ? {} : { 'containerimage.config.digest': config }),
    'containerimage.descriptor': descriptor,
    'containerimage.digest': descriptor.digest,
    'image.name': references.join(','),
  }
}

function imageGrowth({ growth }: PlatformWeight): number | null {
  return growth?.metrics.find(({ metric }) => metric === 'image')?.delta ?? null
}

/** Of several platforms and images the largest value counts; empty if none was measured. */
function largest(values: readonly (number | null)[]): string {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? '' : String(Math.max(...known))
}
