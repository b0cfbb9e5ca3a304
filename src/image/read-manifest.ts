import * as v from 'valibot'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Platform } from '../declare/platform.ts'
import type { Descriptor } from './blob.ts'
import { checkShape, DIGEST, PLATFORM, SIZE, STRINGS } from './check-shape.ts'
import { foundPlatform } from './found-platform.ts'
import { readJson } from './read-json.ts'

type Annotations = Readonly<Record<string, string>>

/**
 * The manifest of one image, in the OCI format or Docker's schema 2, which have the same structure.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 */
export interface FoundManifest {
  readonly kind: 'manifest'
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
  readonly annotations: Annotations
}

/**
 * An index of several manifests, in the OCI format or as Docker's manifest list.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
export interface FoundIndex {
  readonly kind: 'index'
  readonly manifests: readonly ListedManifest[]
  readonly annotations: Annotations
}

export interface ListedManifest extends Descriptor {
  /** `null`: the index does not say. */
  readonly platform: Platform | null
  readonly annotations: Annotations
}

/** A limit on layers; Docker's own limit is 127. */
const MAX_LAYERS = 1000
const MAX_LISTED = 1000

const DESCRIPTOR = v.object({ mediaType: v.optional(v.string(), ''), digest: DIGEST, size: SIZE })

const MANIFEST = v.object({
  schemaVersion: v.literal(2),
  config: DESCRIPTOR,
  layers: v.pipe(v.array(DESCRIPTOR), v.maxLength(MAX_LAYERS)),
  annotations: STRINGS,
})

const INDEX = v.object({
  schemaVersion: v.literal(2),
  manifests: v.pipe(
    v.array(v.object({ ...DESCRIPTOR.entries, platform: v.nullish(PLATFORM, null), annotations: STRINGS })),
    v.maxLength(MAX_LISTED),
  ),
  annotations: STRINGS,
})

/**
 * Reads a manifest or an index and tells them apart by their fields. The text of a problem continues a sentence that
 * begins with its name.
 */
export function readManifest(bytes: Uint8Array): Parsed<FoundManifest | FoundIndex> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const [hasManifests, hasLayers] = [has(json.value, 'manifests'), has(json.value, 'layers')]
  // A document with the fields of both would mean different things to different readers:
  // https://github.com/advisories/GHSA-77vh-xpmg-72qh
  if (hasManifests && hasLayers) return problem('is both a manifest and an index')
  if (has(json.value, 'fsLayers'))
    return problem('is a manifest of schema 1, which Docker dropped in 2017; push the image again')
  return hasManifests ? readIndex(json.value) : readOne(json.value)
}

function readOne(value: unknown): Parsed<FoundManifest> {
  const manifest = checkShape(MANIFEST, value)
  if (!manifest.ok) return manifest
  const { config, layers, annotations } = manifest.value
  return parsed({ kind: 'manifest', config, layers, annotations })
}

function readIndex(value: unknown): Parsed<FoundIndex> {
  const index = checkShape(INDEX, value)
  if (!index.ok) return index
  const manifests = index.value.manifests.map(listed => ({
    ...listed,
    platform: listed.platform === null ? null : foundPlatform(listed.platform),
  }))
  return parsed({ kind: 'index', manifests, annotations: index.value.annotations })
}

const IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/

/** Whether a manifest describes an image, and not another artifact such as a chart or a signature. */
export function isImage({ config }: FoundManifest): boolean {
  return IMAGE_CONFIG.test(config.mediaType)
}

/**
 * Whether an entry of an index is an attestation that BuildKit adds to an image.
 * https://docs.docker.com/build/metadata/attestations/attestation-storage/
 */
export function isAttestation({ platform, annotations }: ListedManifest): boolean {
  return platform?.os === 'unknown' || annotations['vnd.docker.reference.type'] !== undefined
}

export function isIndexType(mediaType: string): boolean {
  return /\.index\.|\.list\./.test(mediaType)
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}
