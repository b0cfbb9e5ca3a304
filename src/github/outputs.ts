import { clause } from '../clause.ts'
import * as core from '@actions/core'
import { OUTPUTS, type OutputName } from '../declare/outputs.ts'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import type { Environment } from '../host/host.ts'
import type { Image } from '../image/image.ts'
import { actualsOf } from '../size/actuals.ts'
import { htmlPathOf } from '../report/json.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'

export type Outputs = Readonly<Record<OutputName, string>>

/** What a run reports to later steps; `null` for what the run did not reach. */
export interface Told {
  readonly weighIn: WeighIn | null
  readonly image: Image | null
  /** Path of the JSON report. */
  readonly report: string | null
}

/**
 * The value of every output. It is empty if there is nothing to report, so that a step does not read an older value.
 */
export function outputsOf({ weighIn, image, report }: Told): Outputs {
  const weight = weighIn?.images[0]
  const platform = weight?.platforms[0]
  const binary = platform === undefined ? null : actualsOf(platform).binary
  const references = weight?.published === true ? weight.references : []
  return {
    image: weight === undefined ? '' : pinned(references, weight),
    digest: weight?.digest ?? '',
    tags: tagged(references).join('\n'),
    'image-size': textOf(platform?.sizes.imageSize),
    'download-size': textOf(platform?.sizes.downloadSize),
    'binary-size': textOf(binary),
    'budget-status': weight?.budget.status ?? '',
    growth: textOf(platform?.growth?.metrics.find(({ metric }) => metric === 'image')?.delta),
    report: report ?? '',
    'html-report': report === null ? '' : htmlPathOf(report),
    metadata: image === null ? '' : JSON.stringify(metadataOf(image, tagged(references))),
  }
}

/**
 * Sets the outputs for later steps: every declared output, in the order of action.yml.
 *
 * @throws Failure `write`: a later step would take an output that was not set for an empty one
 */
export function setOutputs(env: Environment, outputs: Outputs): void {
  // Without it, the toolkit writes workflow commands, and the log lets no library do that.
  if ((env['GITHUB_OUTPUT'] ?? '') === '') throw notSet('GITHUB_OUTPUT names no file')
  try {
    for (const { name } of OUTPUTS) core.setOutput(name, outputs[name])
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
    { cause, fields: { file: 'GITHUB_OUTPUT' } },
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
  { config, manifest }: Image,
  references: readonly string[],
): Readonly<Record<string, unknown>> {
  const { mediaType, digest, bytes } = manifest
  return {
    'containerimage.config.digest': config.digest,
    'containerimage.descriptor': { mediaType, digest, size: bytes.length },
    'containerimage.digest': digest,
    'image.name': references.join(','),
  }
}

function textOf(size: number | null | undefined): string {
  return size === null || size === undefined ? '' : String(size)
}
