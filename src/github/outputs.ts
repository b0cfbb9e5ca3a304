import { clause } from '../clause.ts'
import * as core from '@actions/core'
import { OUTPUTS, type OutputName } from '../declare/outputs.ts'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import type { Environment } from '../host/host.ts'
import type { ImageSet } from '../image/image-set.ts'
import { actualsOf } from '../size/actuals.ts'
import { htmlPathOf } from '../report/json.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'

export type Outputs = Readonly<Record<OutputName, string>>

/** What a run reports to later steps; `null` for what the run did not reach. */
export interface Told {
  readonly weighIn: WeighIn | null
  readonly set: ImageSet | null
  /** Path of the JSON report. */
  readonly report: string | null
  /** Path of the folder with the executables for the release. */
  readonly binaries: string | null
  /** Paths of the SBOMs; none if left out. */
  readonly sboms?: readonly string[]
  /** Path of the result of a part of a plan; left out where there is none. */
  readonly result?: string | null
}

/**
 * The value of every output. It is empty if there is nothing to report, so that a step does not read an older value.
 */
export function outputsOf({ weighIn, set, report, binaries, sboms = [], result = null }: Told): Outputs {
  const weight = weighIn?.images[0]
  const platforms = weight?.platforms ?? []
  const references = weight?.published === true ? weight.references : []
  return {
    image: weight === undefined ? '' : pinned(references, weight),
    digest: weight?.digest ?? '',
    tags: tagged(references).join('\n'),
    'image-size': largest(platforms.map(({ sizes }) => sizes.imageSize)),
    'download-size': largest(platforms.map(({ sizes }) => sizes.downloadSize)),
    'binary-size': largest(platforms.map(platform => actualsOf(platform).binary)),
    'budget-status': weight?.budget.status ?? '',
    growth: largest(platforms.map(imageGrowth)),
    report: report ?? '',
    'html-report': report === null ? '' : htmlPathOf(report),
    binaries: binaries ?? '',
    sbom: sboms.join('\n'),
    result: result ?? '',
    metadata: set === null ? '' : JSON.stringify(metadataOf(set, tagged(references))),
  }
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

/** `ghcr.io/o/proxy@sha256:…`: without the tag, because not every tool accepts both a tag and a digest. */
function pinned(references: readonly string[], { digest }: ImageWeight): string {
  const [first] = references
  if (first === undefined) return ''
  return isPinned(first) ? first : `${first.replace(/:[^/:]*$/, '')}@${digest}`
}

function tagged(references: readonly string[]): readonly string[] {
  return references.filter(reference => !isPinned(reference))
}

function isPinned(reference: string): boolean {
  return reference.includes('@')
}

/** https://github.com/docker/build-push-action#outputs */
function metadataOf(
  { images, root }: ImageSet,
  references: readonly string[],
): Readonly<Record<string, unknown>> {
  const { mediaType, digest, bytes } = root
  const [first, ...others] = images
  return {
    // An index has no config of its own.
    ...(others.length > 0 ? {} : { 'containerimage.config.digest': first.config.digest }),
    'containerimage.descriptor': { mediaType, digest, size: bytes.length },
    'containerimage.digest': digest,
    'image.name': references.join(','),
  }
}

function imageGrowth({ growth }: PlatformWeight): number | null {
  return growth?.metrics.find(({ metric }) => metric === 'image')?.delta ?? null
}

/** Of several platforms the largest value counts; empty if none was measured. */
function largest(values: readonly (number | null)[]): string {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? '' : String(Math.max(...known))
}
