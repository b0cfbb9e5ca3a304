import { hash } from 'node:crypto'
import type { Blob, Descriptor, StoredBlob } from './blob.ts'
import type { Digest } from '../weigh-in/digest.ts'

export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${hash('sha256', bytes, 'hex')}`
}

export function descriptorOf(blob: StoredBlob): Descriptor {
  const { mediaType, digest } = blob
  return { mediaType, digest, size: 'bytes' in blob ? blob.bytes.length : blob.size }
}

/** Writes compact JSON without a final newline. The digest is that of exactly these bytes. */
export function jsonBlob(mediaType: string, value: object): Blob {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return { mediaType, digest: digestOf(bytes), bytes }
}
