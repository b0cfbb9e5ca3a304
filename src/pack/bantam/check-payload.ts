import { EM_AARCH64, EM_X86_64 } from '../../binary/elf-constants.ts'
import { BrokenStream } from './byte-reader.ts'
import { MAX_STREAM } from './frame.ts'
import type { LoadedSegment, Part, PartKind, Payload } from './payload.ts'

/** A linked file must be smaller, so that every offset in it fits into 31 bits. */
export const MAX_LINKED = 2 ** 31

/** Above every address that a linked file may have. Kernels give a program at least 39 bits, which the stack shares. */
export const MAX_ADDRESS = 2n ** 38n

/** Segments do not share a page of this size. */
export const PAGE = 4096

/** No linker writes more. */
export const MAX_SEGMENTS = 64

/** A packer writes tens of each. A table made by hand could have as many as memory cannot hold. */
export const MAX_ROWS = 1024

/**
 * How many bytes all streams may have together: a decoder keeps them in memory. The streams of text have about as many
 * bytes as the text.
 */
export function maxStreamBytes(linkedSize: number): number {
  return 2 * linkedSize + 65_536
}

/**
 * Whether what is encoded has a size that a decoder has memory for, together with its streams. A packer keeps larger text
 * as it is.
 */
export function isDecodable(size: number, streams: readonly number[]): boolean {
  return size <= MAX_STREAM && streams.reduce((sum, one) => sum + one, 0) <= maxStreamBytes(size)
}

/**
 * Checks that what a payload says of sizes and places is possible.
 *
 * @throws BrokenStream with a clause about the payload
 */
export function checkPayload(payload: Payload): void {
  const { linkedSize, machine, programHeaders, scratch } = payload
  if (machine !== EM_X86_64 && machine !== EM_AARCH64)
    throw new BrokenStream(`it is for the machine ${machine}`)
  if (linkedSize >= MAX_LINKED) throw new BrokenStream(`it unpacks to ${linkedSize} bytes, which is too much`)
  if (scratch >= 4 * MAX_LINKED)
    throw new BrokenStream(`it needs ${scratch} bytes of memory, which is too much`)
  if (payload.entry >= MAX_ADDRESS || programHeaders >= MAX_ADDRESS)
    throw new BrokenStream('it has an address out of bounds')
  checkSegments(payload)
  checkStreams(payload)
  checkParts(payload)
}

/**
 * Checks the lengths of the tables, before they are read.
 *
 * @throws BrokenStream with a clause about the payload
 */
export function checkCounts(segments: number, parts: number, streams: number): void {
  if (segments === 0 || segments > MAX_SEGMENTS) throw new BrokenStream(`it has ${segments} segments`)
  if (parts > MAX_ROWS) throw new BrokenStream(`it has ${parts} parts, which is too much`)
  if (streams > MAX_ROWS) throw new BrokenStream(`it has ${streams} streams, which is too much`)
}

function checkSegments({ segments, linkedSize }: Payload): void {
  let free = 0n
  for (const { address, fileSize, memorySize, offset, rights } of segments) {
    if (fileSize > linkedSize || offset > linkedSize - fileSize)
      throw new BrokenStream('it has a segment outside of its file')
    if (address < free) throw new BrokenStream('its segments overlap')
    if (fileSize > memorySize || memorySize >= Number(MAX_ADDRESS) || rights > 7)
      throw new BrokenStream('it has a segment that cannot be loaded')
    const end = address + BigInt(memorySize)
    if (end > MAX_ADDRESS) throw new BrokenStream('it has an address out of bounds')
    free = nextPage(end)
  }
  checkApart(segments.map(inFile), 'its segments overlap in the file')
}

/** A stretch of the linked file. */
interface Place {
  readonly start: number
  readonly end: number
}

function inFile({ offset, fileSize }: LoadedSegment): Place {
  return { start: offset, end: offset + fileSize }
}

function checkApart(places: readonly Place[], fault: string): void {
  let end = 0
  for (const place of places.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    if (place.start === place.end) continue
    if (place.start < end) throw new BrokenStream(fault)
    end = place.end
  }
}

/** The first page behind an address. */
export function nextPage(end: bigint): bigint {
  return (end + BigInt(PAGE - 1)) & -BigInt(PAGE)
}

function checkStreams({ streams, linkedSize }: Payload): void {
  const total = streams.reduce((sum, { size }) => sum + size, 0)
  if (total > maxStreamBytes(linkedSize)) throw new BrokenStream('its streams are larger than their file')
  if (streams.some(({ stored, size }) => stored.length > size))
    throw new BrokenStream('it has a stream that is larger than what it holds')
  if (streams.some(({ size }) => size > MAX_STREAM))
    throw new BrokenStream('it has a stream that is larger than a frame can be')
}

/** In which order parts are unpacked: a pclntab is made with the help of text, and both with that of raw parts. */
const ORDER: Readonly<Record<PartKind, number>> = {
  raw: 0,
  'x86 text': 1,
  'arm64 text': 1,
  pclntab: 2,
  file: 3,
}

/** Each machine's loader knows the text of its machine alone. */
const TEXT_OF: Readonly<Record<number, PartKind>> = { [EM_X86_64]: 'x86 text', [EM_AARCH64]: 'arm64 text' }

function checkParts(payload: Payload): void {
  const { parts, machine, segments, streams, linkedSize } = payload
  const orders = parts.map(({ kind }) => ORDER[kind])
  if (orders.some((order, index) => index > 0 && order < (orders[index - 1] ?? 0)))
    throw new BrokenStream('its parts are not in their order')
  if ([1, 2].some(once => orders.filter(order => order === once).length > 1))
    throw new BrokenStream('it has two parts of a kind that a program has once')
  if (parts.some(({ kind }) => ORDER[kind] === 1 && kind !== TEXT_OF[machine]))
    throw new BrokenStream('it has text for another machine')
  const places = parts.map(part => {
    if (part.firstStream + part.streamCount > streams.length)
      throw new BrokenStream('it has a part without a stream')
    if (ORDER[part.kind] % 3 === 0 && part.streamCount !== 1)
      throw new BrokenStream('it has a raw part with more or less than one stream')
    const start = placeOf(part, segments)
    if (start === null || part.size > linkedSize || start > linkedSize - part.size)
      throw new BrokenStream('it has a part outside of its file')
    return { start, end: start + part.size }
  })
  checkApart(places, 'its parts overlap')
  // A loader skips these bytes. In a segment, a reader would see what the program does not have.
  const skipped = places.filter((_, index) => parts[index]?.kind === 'file')
  checkApart([...segments.map(inFile), ...skipped], 'it has a part that is in a segment and is not loaded')
  checkUse(payload)
}

/**
 * Streams are in the order of their parts, and each has one part, or neighbors of one kind that share it and take all of
 * it. A loader keeps one shared stream at a time, so in any other order it would not see the bytes that a reader sees.
 */
function checkUse({ parts, streams }: Payload): void {
  const left = streams.map(({ size }) => size)
  let [used, before]: [number, PartKind | null] = [0, null]
  for (const { kind, firstStream, streamCount, size } of parts) {
    const isRaw = ORDER[kind] % 3 === 0
    const isShared = isRaw && kind === before && firstStream === used - 1
    if (!isShared && firstStream !== used)
      throw new BrokenStream('its streams are not in the order of its parts')
    if (!isShared) used += streamCount
    const own = streams.slice(firstStream, firstStream + streamCount).map(stream => stream.size)
    if (!isRaw && !isDecodable(size, own)) throw new BrokenStream('it has a part that takes too much memory')
    if (isRaw) left[firstStream] = (left[firstStream] ?? 0) - size
    else left.fill(0, firstStream, firstStream + streamCount)
    before = kind
  }
  if (used !== streams.length) throw new BrokenStream('it has a stream that no part has')
  if (left.some(bytes => bytes < 0)) throw new BrokenStream('it has a stream that is shorter than its parts')
  if (left.some(bytes => bytes > 0)) throw new BrokenStream('it has a stream that is longer than its parts')
}

/** Where a part begins in the linked file; `null` where no segment has all of it. */
export function placeOf(
  { kind, address, size }: Pick<Part, 'kind' | 'address' | 'size'>,
  segments: readonly LoadedSegment[],
): number | null {
  if (kind === 'file') return Number(address)
  const segment = segments.find(
    one => address >= one.address && address + BigInt(Math.trunc(size)) <= one.address + BigInt(one.fileSize),
  )
  return segment === undefined ? null : segment.offset + Number(address - segment.address)
}
