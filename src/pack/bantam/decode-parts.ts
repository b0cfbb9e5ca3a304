import { BrokenStream, ByteReader } from './byte-reader.ts'
import { placeOf } from './check-payload.ts'
import { readStarts } from './function-starts.ts'
import type { LoadedSegment, Part } from './payload.ts'
import { TEXT_CODECS, type TextCodecs, type TextKind } from './text-codecs.ts'
import type { TextView } from './text-view.ts'

/** Parts, and their streams as they were before they were compressed. */
export interface EncodedParts {
  readonly linkedSize: number
  readonly segments: readonly LoadedSegment[]
  readonly parts: readonly Part[]
  readonly streams: readonly Uint8Array[]
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
  let text: TextView | null = null
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
        linked.set(text.bytes, place)
        break
      case 'pclntab':
        throw new BrokenStream('it has a pclntab, which is not known yet')
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
): TextView {
  if (codec === undefined || starts === undefined || streams.length !== codec.streams)
    throw new BrokenStream('it has text that is not encoded as this version does it')
  const text = codec.decode(streams, size, address, readStarts(starts, size))
  if (text.bytes.length !== size) throw new BrokenStream('it has text of another size')
  return text
}
