import { formatPlatform, type Platform, parsePlatform } from '../declare/platform.ts'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Blob } from '../image/blob.ts'
import { descriptorOf, digestOf } from '../image/digest.ts'
import { MANIFEST_MEDIA_TYPE } from '../image/media-types.ts'
import { readConfig } from '../image/read-config.ts'
import { isImage, readManifest } from '../image/read-manifest.ts'
import { downloadSizeOf } from '../size/sizes.ts'
import type { ImageWeight, PlatformWeight, StageTime } from '../weigh-in/weigh-in.ts'
import type { PlannedImage } from './plan.ts'
import type { ImageResult, PlatformResult } from './result.ts'
import { unsound } from './sound-verdict.ts'

/** The image for one platform of the plan, as a run made and weighed it. */
export interface Piece {
  readonly platform: Platform
  readonly manifest: Blob
  readonly config: Blob
  readonly image: ImageWeight
  readonly weight: PlatformWeight
  readonly stages: readonly StageTime[]
  readonly packages: readonly string[]
  readonly pushed: boolean
}

/**
 * Checks that what a result says of one platform agrees with itself and with the plan: its manifest has the digest, the
 * platform and the sizes that were weighed. The text of a problem continues a sentence after the platform.
 */
export function checkPiece(planned: PlannedImage, result: ImageResult, piece: PlatformResult): Parsed<Piece> {
  const [image] = result.weighIn.images
  const weight = image?.platforms.find(({ platform }) => platform === piece.platform)
  if (image === undefined || weight === undefined) return problem('was not weighed')
  const platform = parsePlatform(piece.platform)
  if (!platform.ok) return platform
  const manifest = blobOf(MANIFEST_MEDIA_TYPE, piece.manifest)
  const wrong =
    wrongManifest(manifest, piece.config, platform.value, weight) ?? unsound(planned, image.budget, weight)
  if (wrong !== null) return problem(wrong)
  const found = readManifest(manifest.bytes)
  const mediaType = found.ok && found.value.kind === 'manifest' ? found.value.config.mediaType : ''
  const { packages, pushed } = result
  const config = blobOf(mediaType, piece.config)
  const stages = result.weighIn.stages.filter(stage => stage.platform === piece.platform)
  return parsed({ platform: platform.value, manifest, config, image, weight, stages, packages, pushed })
}

function wrongManifest(
  manifest: Blob,
  configText: string,
  platform: Platform,
  weight: PlatformWeight,
): string | null {
  const found = readManifest(manifest.bytes)
  if (!found.ok) return `has a manifest that ${found.problem}`
  if (found.value.kind !== 'manifest' || !isImage(found.value))
    return 'has a manifest that is not of an image'
  const { config, layers } = found.value
  if (manifest.digest !== weight.digest)
    return `has a manifest with the digest ${manifest.digest}, but ${weight.digest} was weighed`
  const own = blobOf(config.mediaType, configText)
  if (own.digest !== config.digest || own.bytes.length !== config.size)
    return 'has another config than its manifest names'
  const read = readConfig(own.bytes)
  if (!read.ok) return `has a config that ${read.problem}`
  const [is, wanted] = [formatPlatform(read.value.platform), formatPlatform(platform)]
  if (is !== wanted) return `has an image for ${is.length > 80 ? 'another platform' : is}`
  const sizes = layers.map(({ digest, size }) => `${digest} ${size}`).join()
  if (sizes !== weight.layers.map(({ digest, size }) => `${digest} ${size}`).join())
    return 'has other layers than were weighed'
  const download = downloadSizeOf([...layers, config, descriptorOf(manifest)])
  if (download !== weight.sizes.downloadSize)
    return `takes ${download} bytes to pull, but ${weight.sizes.downloadSize ?? 'an unknown number'} were weighed`
  return null
}

function blobOf(mediaType: string, text: string): Blob {
  const bytes = new TextEncoder().encode(text)
  return { mediaType, digest: digestOf(bytes), bytes }
}
