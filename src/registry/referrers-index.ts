import * as v from 'valibot'
import type { Blob, Descriptor } from '../image/blob.ts'
import { checkShape } from '../image/check-shape.ts'
import { jsonBlob } from '../image/digest.ts'
import { readJson } from '../image/read-json.ts'
import { type Parsed, parsed } from '../declare/parsed.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { INDEX_MEDIA_TYPE } from '../image/media-types.ts'

/** A referrer as an index lists it. */
export interface ReferrerDescriptor extends Descriptor {
  readonly artifactType: string
}

/** What others wrote into it stays as it is. */
const INDEX = v.looseObject({
  mediaType: v.optional(v.literal(INDEX_MEDIA_TYPE), INDEX_MEDIA_TYPE),
  manifests: v.array(v.looseObject({ digest: v.string() })),
})

type Index = v.InferOutput<typeof INDEX>

/**
 * The tag under which a registry without the referrers API lists what refers to a manifest.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
export function referrersTag(subject: Digest): string {
  return subject.replace(':', '-')
}

/** Whether an index lists a manifest. */
export function lists(index: Uint8Array, digest: Digest): boolean {
  const read = readIndex(index)
  return read.ok && read.value.manifests.some(manifest => manifest.digest === digest)
}

/**
 * The index with one more referrer, after those that it has.
 *
 * @param index what the tag refers to; `null`: nothing
 */
export function withReferrer(index: Uint8Array | null, referrer: ReferrerDescriptor): Parsed<Blob> {
  const read =
    index === null
      ? parsed({ schemaVersion: 2, mediaType: INDEX_MEDIA_TYPE, manifests: [] })
      : readIndex(index)
  if (!read.ok) return read
  const { mediaType, digest, size, artifactType } = referrer
  const added = { mediaType, digest, size, artifactType }
  return parsed(jsonBlob(INDEX_MEDIA_TYPE, { ...read.value, manifests: [...read.value.manifests, added] }))
}

function readIndex(bytes: Uint8Array): Parsed<Index> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const index = checkShape(INDEX, json.value)
  if (!index.ok) return index
  // The schema leaves out keys that are dangerous to other programs, such as `prototype`.
  return parsed({ ...(json.value as Index), mediaType: index.value.mediaType })
}
