import { tarEntries } from '../../src/host/tar-entries.ts'
import { GZIP_MEDIA_TYPE, ZSTD_MEDIA_TYPE } from '../../src/image/compress.ts'
import { compressionOf, decompress } from '../../src/image/decompress.ts'
import { digestOf } from '../../src/image/digest.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import { asUnreadable } from '../../src/thing/unreadable.ts'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { COMPRESSED_SEEDS, OWN_TAR_SEEDS, TAR_SEEDS } from './archive-seeds.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateTar } from './mutate-tar.ts'
import type { Random } from './random.ts'
import { bytesOf, type Outcome, type Target } from './target.ts'

export const ARCHIVE_TARGETS: readonly Target[] = [
  {
    name: 'gzip and zstd',
    share: 5,
    input: mutated(COMPRESSED_SEEDS, mutateBytes),
    read: input =>
      asked(async () => {
        for await (const chunk of decompress(pieces(bytesOf(input)))) bounded(chunk.length)
      }),
  },
  {
    name: 'tar',
    share: 2,
    input: mutated(TAR_SEEDS, mutateTar),
    read: input =>
      asked(async () => {
        const bounds = { maxEntries: 1000, maxBytes: 1_000_000 }
        for await (const entry of tarEntries(pieces(bytesOf(input)), bounds))
          if (entry.size % 2 === 0) for await (const chunk of entry.content()) bounded(chunk.length)
      }),
  },
  {
    name: 'layer of our own',
    share: 5,
    input: (random, turn) => {
      const tar = mutated(OWN_TAR_SEEDS, mutateTar)(random, turn)
      return turn % 2 === 0 ? gzipSync(tar, { level: 1 }) : zstdCompressSync(tar)
    },
    read: async input => {
      const bytes = bytesOf(input)
      const mediaType = compressionOf(bytes) === 'zstd' ? ZSTD_MEDIA_TYPE : GZIP_MEDIA_TYPE
      try {
        await readLayer({ mediaType, bytes, digest: digestOf(bytes) })
        return 'value'
      } catch (cause) {
        if (cause instanceof RangeError) return { problem: cause.message }
        throw cause
      }
    },
  },
]

function mutated(seeds: readonly Uint8Array[], mutate: (bytes: Uint8Array, random: Random) => Uint8Array) {
  return (random: Random, turn: number) => mutate(seeds[turn % seeds.length] ?? new Uint8Array(), random)
}

/** As whoever opens an image tells it. */
async function asked(read: () => Promise<void>): Promise<Outcome> {
  try {
    await read()
    return 'value'
  } catch (cause) {
    throw asUnreadable('input', cause)
  }
}

/** Of a length that fits no header. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 999) yield bytes.subarray(at, at + 999)
}

/** So much at a time is what memory it takes. */
function bounded(bytes: number): void {
  if (bytes > 1_000_000) throw new Error(`${bytes} bytes came at once`)
}
