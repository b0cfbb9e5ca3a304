import { BrokenStream, ByteReader } from './streams/byte-reader.ts'
import { placeOf } from './file/check-payload.ts'
import { readStarts } from './streams/starts.ts'
import type { LoadedSegment, Part } from './file/payload.ts'
import { TEXT_CODECS, type TextCodecs, type TextKind } from './text-codecs.ts'
import { decodePclntab } from './pclntab/decode.ts'
import type { Memory } from './pclntab/place.ts'
import type { TextCodec, TextView } from './text-view.ts'

/** Parts, and their streams as they were before they were compressed. */
export interface EncodedParts {
  readonly linkedSize: number
  readonly segments: readonly LoadedSegment[]
  readonly parts: readonly Part[]
  readonly streams: readonly Uint8Array[]
}

interface DecodedText {
  readonly view: TextView
  readonly codec: TextCodec
}

/**
 * Makes the linked file of its parts. Bytes that no part has are zeros.
 *
 * @throws BrokenStream where the streams do not fit the parts
 */
export function decodeParts(
  { linkedSize, segments, parts, streams }: EncodedParts,
  codecs: TextCodecs = TEXT_CODECS,
): Uint8Array {
  const linked = new Uint8Array(linkedSize)
  const readers = streams.map(stream => new ByteReader(stream))
  let text: DecodedText | null = null
  for (const part of parts) {
    const place = placeOf(part, segments)
    if (place === null) throw new BrokenStream('it has a part outside of its file')
    const own = streams.slice(part.firstStream, part.firstStream + part.streamCount)
    switch (part.kind) {
      case 'raw':
      case 'file':
        linked.set(nextOf(readers[part.firstStream], part.size), place)
        break
      case 'x86 text':
      case 'arm64 text':
        text = decodeText(part, codecs[part.kind], own)
        linked.set(text.view.bytes, place)
        break
      case 'pclntab':
        linked.set(decodeTable(part, text, own, memoryOf(linked, segments, part)), place)
        break
    }
  }
  if (parts.some(({ kind, firstStream }) => isShared(kind) && readers[firstStream]?.isAtEnd !== true))
    throw new BrokenStream('it has a stream that is longer than its parts')
  return linked
}

function isShared(kind: Part['kind']): boolean {
  return kind === 'raw' || kind === 'file'
}

function nextOf(reader: ByteReader | undefined, size: number): Uint8Array {
  if (reader === undefined) throw new BrokenStream('it has a part without a stream')
  return reader.bytes(size)
}

function decodeText(
  { address, size }: Part,
  codec: TextCodecs[TextKind],
  [starts, ...streams]: readonly Uint8Array[],
): DecodedText {
  if (codec === undefined || starts === undefined || streams.length !== codec.streams)
    throw new BrokenStream('it has text that is not encoded as this version does it')
  const view = codec.decode(streams, size, address, readStarts(starts, size))
  if (view.bytes.length !== size) throw new BrokenStream('it has text of another size')
  return { view, codec }
}

function decodeTable(
  { address, size }: Part,
  text: DecodedText | null,
  streams: readonly Uint8Array[],
  memory: Memory,
): Uint8Array {
  if (text === null) throw new BrokenStream('it has a function table without functions')
  return decodePclntab(streams, { address, size, text: text.view, codec: text.codec, memory })
}

/** What is unpacked already: not the table, which a loader has in its place as far as it has come. */
function memoryOf(linked: Uint8Array, segments: readonly LoadedSegment[], table: Part): Memory {
  return (address, size) => {
    const place = placeOf({ kind: 'raw', address, size }, segments)
    const isBeside = address + BigInt(size) <= table.address || address >= table.address + BigInt(table.size)
    if (place === null || (size > 0 && !isBeside))
      throw new BrokenStream('a function table looks for something that is not loaded')
    return linked.subarray(place, place + size)
  }
}
