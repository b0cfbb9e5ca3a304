import { BrokenStream } from '../streams/byte-reader.ts'
import { checkCounts, checkPayload } from './check-payload.ts'
import type { LoadedSegment, Part, PartKind, Payload, StreamBytes } from './payload.ts'
import { PART_KINDS } from './payload.ts'
import { xxh32 } from '../streams/xxh32.ts'

/** The payload of a packed file as bytes. docs/packed-format.md has all of it. All numbers are little-endian. */
export const MAGIC = 'bantam\0'

/** Of the format, the byte after `MAGIC`. */
export const FORMAT_VERSION = 1

const HEADER = 80
const SEGMENT = 40
const PART = 32
const STREAM = 8

/** The check covers everything from here on. */
const CHECKED_FROM = 16

/** Of the payload, in the file and in memory. */
export const ALIGNMENT = 16

export function writeContainer(payload: Payload): Uint8Array {
  const { segments, parts, streams } = payload
  const head = HEADER + segments.length * SEGMENT + parts.length * PART + streams.length * STREAM
  const total = streams.reduce((sum, { stored }) => sum + stored.length, head)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(MAGIC))
  view.setUint8(7, FORMAT_VERSION)
  view.setUint32(8, head, true)
  view.setBigUint64(16, BigInt(total), true)
  view.setBigUint64(24, payload.entry, true)
  view.setBigUint64(32, payload.programHeaders, true)
  view.setUint32(40, payload.programHeaderCount, true)
  view.setUint32(44, payload.machine, true)
  view.setBigUint64(48, BigInt(payload.linkedSize), true)
  view.setBigUint64(56, BigInt(payload.scratch), true)
  view.setUint32(64, segments.length, true)
  view.setUint32(68, parts.length, true)
  view.setUint32(72, streams.length, true)
  let at = HEADER
  for (const segment of segments) {
    writeSegment(view, at, segment)
    at += SEGMENT
  }
  for (const part of parts) {
    writePart(view, at, part)
    at += PART
  }
  for (const { stored, size } of streams) {
    view.setUint32(at, stored.length, true)
    view.setUint32(at + 4, size, true)
    at += STREAM
  }
  for (const { stored } of streams) {
    bytes.set(stored, at)
    at += stored.length
  }
  view.setUint32(12, xxh32(bytes.subarray(CHECKED_FROM)), true)
  return bytes
}

function writeSegment(view: DataView, at: number, segment: LoadedSegment): void {
  view.setBigUint64(at, segment.address, true)
  view.setBigUint64(at + 8, BigInt(segment.fileSize), true)
  view.setBigUint64(at + 16, BigInt(segment.memorySize), true)
  view.setBigUint64(at + 24, BigInt(segment.offset), true)
  view.setUint32(at + 32, segment.rights, true)
}

function writePart(view: DataView, at: number, part: Part): void {
  view.setUint16(at, PART_KINDS[part.kind], true)
  view.setUint16(at + 2, part.streamCount, true)
  view.setUint32(at + 4, part.firstStream, true)
  view.setBigUint64(at + 8, part.address, true)
  view.setBigUint64(at + 16, BigInt(part.size), true)
  view.setBigUint64(at + 24, part.parameter, true)
}

/** The version of the payload at the start of these bytes; `null`: there is none. */
export function payloadVersion(bytes: Uint8Array): number | null {
  const isOne = Buffer.from(MAGIC).every((letter, at) => bytes[at] === letter)
  return isOne ? (bytes[MAGIC.length] ?? null) : null
}

/** How many bytes a payload says that it has, of which the header is here. */
export function payloadSize(bytes: Uint8Array): number {
  return numberAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 16)
}

/**
 * Reads a payload at the start of bytes that may come from anywhere. What it says of sizes and places is possible: no
 * part is outside of the file, and no two have the same byte. Streams are views.
 *
 * @throws BrokenStream with a clause about the payload
 */
export function readContainer(bytes: Uint8Array): Payload {
  const version = payloadVersion(bytes)
  if (version === null) throw new BrokenStream('it does not begin as one does')
  if (version !== FORMAT_VERSION) throw new BrokenStream(`it has version ${version} of the format`)
  if (bytes.length < HEADER) throw cutShort()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [head, total] = [view.getUint32(8, true), numberAt(view, 16)]
  const [segmentCount, partCount, streamCount] = [64, 68, 72].map(at => view.getUint32(at, true)) as [
    number,
    number,
    number,
  ]
  if (head !== HEADER + segmentCount * SEGMENT + partCount * PART + streamCount * STREAM)
    throw new BrokenStream('its tables do not fit its head')
  checkCounts(segmentCount, partCount, streamCount)
  if (head > total || total > bytes.length) throw cutShort()
  if (xxh32(bytes.subarray(CHECKED_FROM, total)) !== view.getUint32(12, true))
    throw new BrokenStream('its check does not match')
  const partsAt = HEADER + segmentCount * SEGMENT
  const streamsAt = partsAt + partCount * PART
  const payload: Payload = {
    entry: view.getBigUint64(24, true),
    programHeaders: view.getBigUint64(32, true),
    programHeaderCount: view.getUint32(40, true),
    machine: view.getUint32(44, true),
    linkedSize: numberAt(view, 48),
    scratch: numberAt(view, 56),
    segments: list(segmentCount, index => readSegment(view, HEADER + index * SEGMENT)),
    parts: list(partCount, index => readPart(view, partsAt + index * PART)),
    streams: readStreams(bytes.subarray(0, total), view, streamsAt, streamCount),
  }
  checkPayload(payload)
  return payload
}

function readSegment(view: DataView, at: number): LoadedSegment {
  return {
    address: view.getBigUint64(at, true),
    fileSize: numberAt(view, at + 8),
    memorySize: numberAt(view, at + 16),
    offset: numberAt(view, at + 24),
    rights: view.getUint32(at + 32, true),
  }
}

function readPart(view: DataView, at: number): Part {
  return {
    kind: kindOf(view.getUint16(at, true)),
    streamCount: view.getUint16(at + 2, true),
    firstStream: view.getUint32(at + 4, true),
    address: view.getBigUint64(at + 8, true),
    size: numberAt(view, at + 16),
    parameter: view.getBigUint64(at + 24, true),
  }
}

function kindOf(number: number): PartKind {
  for (const [kind, known] of Object.entries(PART_KINDS)) if (known === number) return kind as PartKind
  throw new BrokenStream(`it has a part of the unknown kind ${number}`)
}

function readStreams(
  bytes: Uint8Array,
  view: DataView,
  table: number,
  count: number,
): readonly StreamBytes[] {
  let at = table + count * STREAM
  const streams = list(count, index => {
    const [stored, size] = [
      view.getUint32(table + index * STREAM, true),
      view.getUint32(table + index * STREAM + 4, true),
    ]
    if (stored > bytes.length - at) throw cutShort()
    at += stored
    return { stored: bytes.subarray(at - stored, at), size }
  })
  if (at !== bytes.length) throw new BrokenStream('it has bytes behind its streams')
  return streams
}

function list<Item>(count: number, item: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => item(index))
}

/** A size or an offset. Above 2^53 it is inexact, and refused by its bounds. */
function numberAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function cutShort(): BrokenStream {
  return new BrokenStream('it is cut short')
}
