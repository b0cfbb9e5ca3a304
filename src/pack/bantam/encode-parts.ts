import type { EncodedParts } from './decode-parts.ts'
import { MAX_STREAM } from './streams/frame.ts'
import { MACHINES } from './file/inner-fault.ts'
import type { Inner, Piece } from './file/inner.ts'
import type { Part } from './file/payload.ts'
import { encodePclntab } from './pclntab/encode.ts'
import { functionStarts, memoryOf } from './pclntab/place.ts'
import { writeStarts } from './streams/starts.ts'
import { TEXT_CODECS, TEXT_KINDS, type TextCodecs } from './text-codecs.ts'
import type { TextCodec, TextView } from './text-view.ts'

/** Which pieces are encoded by what they are, and not as they are. */
export interface Filters {
  readonly text: boolean
  readonly pclntab: boolean
}

interface Encoded {
  readonly parts: readonly Part[]
  readonly streams: readonly Uint8Array[]
}

interface EncodedCode extends Encoded {
  readonly view: TextView
  readonly codec: TextCodec
}

/** Divides a linked file into parts and their streams. */
export function encodeParts(inner: Inner, filters: Filters, codecs: TextCodecs = TEXT_CODECS): EncodedParts {
  const { pieces, bytes, segments } = inner
  const text = filters.text ? encodeText(inner, codecs) : null
  const table = filters.pclntab && text !== null ? encodeTable(inner, text) : null
  const asData = pieces.filter(
    ({ kind }) =>
      kind === 'data' || (kind === 'text' && text === null) || (kind === 'pclntab' && table === null),
  )
  const encoded = [
    asTheyAre('raw', joined(asData), bytes),
    ...(text === null ? [] : [text]),
    ...(table === null ? [] : [table]),
    asTheyAre(
      'file',
      pieces.filter(({ kind }) => kind === 'file'),
      bytes,
    ),
  ]
  return { linkedSize: bytes.length, segments, ...together(encoded) }
}

function together(all: readonly Encoded[]): Encoded {
  const streams: Uint8Array[] = []
  const parts: Part[] = []
  for (const encoded of all) {
    const first = streams.length
    parts.push(...encoded.parts.map(part => ({ ...part, firstStream: first + part.firstStream })))
    streams.push(...encoded.streams)
  }
  return { parts, streams }
}

/** Neighbors in memory become one piece, which a loader unpacks in its place. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    const follows =
      last !== undefined &&
      last.end === piece.start &&
      last.address + BigInt(last.end - last.start) === piece.address
    if (follows) all[all.length - 1] = { ...last, end: piece.end }
    else all.push(piece)
  }
  return all
}

/** A loader unpacks what has a stream of its own in its place, without memory for the stream. */
const LARGE = 4 * 1024 * 1024

/** Pieces that share their streams: what one has, the next need not repeat. A stream is never larger than a frame. */
function asTheyAre(kind: 'raw' | 'file', pieces: readonly Piece[], bytes: Uint8Array): Encoded {
  const parts: Part[] = []
  const streams: Uint8Array[][] = []
  let room = 0
  for (const piece of pieces) {
    const isLarge = piece.end - piece.start >= LARGE
    if (isLarge) room = 0
    for (let at = piece.start; at < piece.end;) {
      if (room === 0) {
        streams.push([])
        room = MAX_STREAM
      }
      const size = Math.min(room, piece.end - at)
      streams.at(-1)?.push(bytes.subarray(at, at + size))
      const address = kind === 'file' ? BigInt(at) : piece.address + BigInt(at - piece.start)
      parts.push({ kind, firstStream: streams.length - 1, streamCount: 1, address, size, parameter: 0n })
      at += size
      room -= size
    }
    if (isLarge) room = 0
  }
  return { parts, streams: streams.map(chunks => Buffer.concat(chunks)) }
}

/** `null`: there is none, or no codec for it. */
function encodeText({ elf, bytes, pclntab, pieces }: Inner, codecs: TextCodecs): EncodedCode | null {
  const piece = pieces.find(({ kind }) => kind === 'text')
  const machine = MACHINES[elf.machine]
  if (piece === undefined || machine === undefined) return null
  const kind = TEXT_KINDS[machine]
  const codec = codecs[kind]
  const { address } = piece
  const size = piece.end - piece.start
  if (codec === undefined || size > MAX_STREAM) return null
  const starts =
    (pclntab === null ? null : functionStarts(pclntab, bytes, { address, size })) ?? new Uint32Array()
  const text = bytes.subarray(piece.start, piece.end)
  const { streams, marks } = codec.encode(text, address, starts)
  return {
    parts: [{ kind, firstStream: 0, streamCount: streams.length + 1, address, size, parameter: 0n }],
    streams: [writeStarts(starts), ...streams],
    view: { bytes: text, address, starts, marks },
    codec,
  }
}

/** `null`: there is no function table, or none that its codec knows. */
function encodeTable(
  { elf, bytes, pclntab: place, pieces }: Inner,
  { view, codec }: EncodedCode,
): Encoded | null {
  // A section table made by hand may put it where no segment has it.
  if (place === null || !pieces.some(({ kind }) => kind === 'pclntab')) return null
  const { address, offset, size } = place
  const part = bytes.subarray(offset, offset + size)
  const encoded = encodePclntab({ place, part, address, text: view, codec, memory: memoryOf(elf, bytes) })
  if (encoded === null) return null
  const { streams } = encoded
  return {
    parts: [{ kind: 'pclntab', firstStream: 0, streamCount: streams.length, address, size, parameter: 0n }],
    streams,
  }
}
