import type { EncodedParts } from './decode-parts.ts'
import { MAX_STREAM } from './frame.ts'
import { functionStarts, writeStarts } from './function-starts.ts'
import { MACHINES } from './inner-fault.ts'
import type { Inner, Piece } from './inner.ts'
import type { Part } from './payload.ts'
import { TEXT_CODECS, TEXT_KINDS, type TextCodecs } from './text-codecs.ts'

/** Which pieces are encoded by what they are, and not as they are. */
export interface Filters {
  readonly text: boolean
  readonly pclntab: boolean
}

interface Encoded {
  readonly parts: readonly Part[]
  readonly streams: readonly Uint8Array[]
}

/** Divides a linked file into parts and their streams. */
export function encodeParts(inner: Inner, filters: Filters, codecs: TextCodecs = TEXT_CODECS): EncodedParts {
  const { pieces, bytes, segments } = inner
  const text = filters.text
    ? encodeText(
        inner,
        pieces.find(({ kind }) => kind === 'text'),
        codecs,
      )
    : null
  const loaded = pieces.filter(({ kind }) => kind !== 'file' && !(kind === 'text' && text !== null))
  const files = pieces.filter(({ kind }) => kind === 'file')
  const all = [
    asTheyAre('raw', loaded, bytes),
    ...(text === null ? [] : [text]),
    asTheyAre('file', files, bytes),
  ]
  let streams: readonly Uint8Array[] = []
  const parts: Part[] = []
  for (const encoded of all) {
    const first = streams.length
    parts.push(...encoded.parts.map(part => ({ ...part, firstStream: first + part.firstStream })))
    streams = [...streams, ...encoded.streams]
  }
  return { linkedSize: bytes.length, segments, parts, streams }
}

/** Pieces that share their streams: what one has, the next need not repeat. A stream is never larger than a frame. */
function asTheyAre(kind: 'raw' | 'file', pieces: readonly Piece[], bytes: Uint8Array): Encoded {
  const parts: Part[] = []
  const streams: Uint8Array[][] = []
  let room = 0
  for (const piece of pieces) {
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
  }
  return { parts, streams: streams.map(chunks => Buffer.concat(chunks)) }
}

/** `null`: there is none, or its encoding would not be smaller than what a frame can hold. */
function encodeText({ elf, bytes }: Inner, piece: Piece | undefined, codecs: TextCodecs): Encoded | null {
  const machine = MACHINES[elf.machine]
  if (piece === undefined || machine === undefined) return null
  const kind = TEXT_KINDS[machine]
  const codec = codecs[kind]
  const size = piece.end - piece.start
  if (codec === undefined || size > MAX_STREAM) return null
  const starts = functionStarts(elf, bytes, piece.address, size)
  const { streams } = codec.encode(bytes.subarray(piece.start, piece.end), piece.address, starts)
  return {
    parts: [
      { kind, firstStream: 0, streamCount: streams.length + 1, address: piece.address, size, parameter: 0n },
    ],
    streams: [writeStarts(starts), ...streams],
  }
}
