import { createHash } from 'node:crypto'
import type { Capabilities } from '../declare/capabilities.ts'
import type { Blob } from './blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { compress, mediaTypeOf, type Compression } from './compress.ts'
import type { Entry, FileEntry } from './entry.ts'
import { byBytes } from './byte-order.ts'
import { tarChunks } from './tar.ts'

/** A layer: a compressed tar. Its `digest` is that of the compressed bytes, its diff ID that of the tar. */
export interface Layer extends Blob {
  readonly diffId: Digest
  readonly what: LayerKind
  /** The regular files of the layer: the path in the image and the size before compression. */
  readonly files: readonly LayerFile[]
}

/** `base` holds certificates, zones, accounts and `/tmp`. */
export type LayerKind = 'base' | 'files' | 'binaries' | 'sbom'

export interface LayerFile {
  /** Absolute: `/etc/ssl/certs/ca-certificates.crt`. */
  readonly path: string
  readonly bytes: number
  readonly capabilities?: Capabilities
}

// Hashing a whole binary at once would block the event loop. This is a multiple of the size of a stored block.
const PIECE = 16 * 0xffff

/** Writes, compresses and hashes a tar in one pass, so that the whole tar is never in memory. */
export async function makeLayer(
  what: LayerKind,
  entries: readonly Entry[],
  compression: Compression,
): Promise<Layer> {
  const diffHash = createHash('sha256')
  const hash = createHash('sha256')
  // A list of the files' bytes with headers between them; nothing is copied.
  const tar = [...tarChunks(entries)]
  function* hashedTar(): Generator<Uint8Array> {
    for (const chunk of tar) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE)
        diffHash.update(piece)
        yield piece
      }
    }
  }
  const compressed: Uint8Array[] = []
  for await (const chunk of compress(hashedTar(), sumOfLengths(tar), compression)) {
    hash.update(chunk)
    compressed.push(chunk)
  }
  return {
    mediaType: mediaTypeOf(compression),
    digest: `sha256:${hash.digest('hex')}`,
    bytes: Buffer.concat(compressed),
    diffId: `sha256:${diffHash.digest('hex')}`,
    what,
    files: entries
      .flatMap(entry => (entry.kind === 'file' ? [layerFile(entry)] : []))
      .sort((a, b) => byBytes(a.path, b.path)),
  }
}

function layerFile({ path, bytes, capabilities }: FileEntry): LayerFile {
  return { path, bytes: bytes.length, ...(capabilities === undefined ? {} : { capabilities }) }
}

function sumOfLengths(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0)
}
