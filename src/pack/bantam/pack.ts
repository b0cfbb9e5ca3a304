import { inParallel } from '../../host/in-parallel.ts'
import { BrokenStream } from './byte-reader.ts'
import { isDecodable, maxStreamBytes } from './check-payload.ts'
import { writeContainer } from './container.ts'
import { decodeParts, type EncodedParts } from './decode-parts.ts'
import { encodeParts, type Filters } from './encode-parts.ts'
import { compressStream, MAX_STREAM } from './frame.ts'
import { MACHINES } from './inner-fault.ts'
import { type Inner, splitInner, type Unpackable } from './inner.ts'
import type { Loader } from './packed-elf.ts'
import type { Part, StreamBytes } from './payload.ts'
import { scratchOf } from './scratch.ts'
import { TEXT_CODECS, type TextCodecs } from './text-codecs.ts'
import { wrap } from './wrap.ts'

export interface Packed {
  /** The packed file. */
  readonly bytes: Uint8Array
  /** How each part was encoded, and how large it was before. */
  readonly parts: readonly Pick<Part, 'kind' | 'size'>[]
}

export interface Packing {
  readonly loaders: Readonly<Partial<Record<'amd64' | 'arm64', Loader>>>
  /** How many streams are compressed at the same time. The output does not depend on it. */
  readonly cores: number
  /** Of zstd; the usual one where left out. */
  readonly level?: number | undefined
  readonly codecs?: TextCodecs | undefined
}

/**
 * Packs a linked file. What comes out of it was made of the packed file's own streams once, and compared: a part whose
 * encoding cannot be undone exactly is kept as it is.
 */
export async function packBytes(linked: Uint8Array, packing: Packing): Promise<Packed | Unpackable> {
  const inner = splitInner(linked)
  if ('why' in inner) return inner
  const machine = MACHINES[inner.elf.machine]
  const loader = machine === undefined ? undefined : packing.loaders[machine]
  if (loader === undefined) return { why: `this Bantam has no loader for ${machine ?? 'its machine'}` }
  const encoded = encodeAndTry(inner, packing.codecs)
  const streams = await compressAll(encoded.streams, packing)
  return {
    bytes: writeAround(inner, loader, encoded, streams),
    parts: encoded.parts.map(({ kind, size }) => ({ kind, size })),
  }
}

/** From the smallest to what always can be undone. A function table is made with the help of the text. */
const ATTEMPTS: readonly Filters[] = [
  { text: true, pclntab: true },
  { text: true, pclntab: false },
]

function encodeAndTry(inner: Inner, codecs: TextCodecs = TEXT_CODECS): EncodedParts {
  for (const filters of ATTEMPTS) {
    const encoded = encodeParts(inner, filters, codecs)
    if (isSmallEnough(encoded) && isUndone(encoded, inner.bytes, codecs)) return encoded
  }
  return encodeParts(inner, { text: false, pclntab: false })
}

/** As a reader wants it. */
function isSmallEnough({ parts, streams, linkedSize }: EncodedParts): boolean {
  const sizes = streams.map(({ length }) => length)
  const encoded = parts.filter(({ kind }) => kind !== 'raw' && kind !== 'file')
  return (
    sizes.every(size => size <= MAX_STREAM) &&
    sizes.reduce((sum, size) => sum + size, 0) <= maxStreamBytes(linkedSize) &&
    encoded.every(({ size, firstStream, streamCount }) =>
      isDecodable(size, sizes.slice(firstStream, firstStream + streamCount)),
    )
  )
}

function isUndone(encoded: EncodedParts, linked: Uint8Array, codecs: TextCodecs): boolean {
  try {
    return Buffer.compare(decodeParts(encoded, codecs), linked) === 0
  } catch (error) {
    if (error instanceof BrokenStream) return false
    throw error
  }
}

/** The largest first, so that no core waits for the last one. */
async function compressAll(
  streams: readonly Uint8Array[],
  { cores, level }: Packing,
): Promise<readonly StreamBytes[]> {
  const order = streams
    .map((stream, index) => ({ stream, index }))
    .sort((a, b) => b.stream.length - a.stream.length)
  const compressed: StreamBytes[] = []
  await inParallel(cores, order, async ({ stream, index }) => {
    compressed[index] = await compressStream(stream, level)
  })
  return compressed
}

function writeAround(
  inner: Inner,
  loader: Loader,
  encoded: EncodedParts,
  streams: readonly StreamBytes[],
): Uint8Array {
  const { parts, segments, linkedSize } = encoded
  const { elf, programHeaders, programHeaderCount } = inner
  const payload = writeContainer({
    entry: elf.entry,
    programHeaders,
    programHeaderCount,
    machine: elf.machine,
    linkedSize,
    scratch: scratchOf(encoded),
    segments,
    parts,
    streams,
  })
  return wrap(inner, loader, payload)
}
