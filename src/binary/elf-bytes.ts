import { PF_W, PT_LOAD, SHT_NOBITS } from './elf-constants.ts'
import type { Section, Segment } from './elf-parts.ts'
import { orWhenOutOfBytes, slice } from './words.ts'

/** The bytes a section has in the file; `null` where it has none, or lies about them. */
export function sectionBytes(section: Section, bytes: Uint8Array): Uint8Array | null {
  if (section.type === SHT_NOBITS) return null
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null,
  )
}

/** The bytes from a virtual address to the end of its loaded segment in the file; `null` where nothing is loaded there. */
export function bytesAtAddress(
  segments: readonly Segment[],
  bytes: Uint8Array,
  address: bigint,
): Uint8Array | null {
  const segment = segments.find(
    ({ type, address: start, fileSize }) =>
      type === PT_LOAD && address >= start && address < start + BigInt(fileSize),
  )
  if (segment === undefined) return null
  const skipped = Number(address - segment.address)
  return slice(bytes, segment.offset + skipped, segment.fileSize - skipped)
}

/** Where in the file a virtual address is; `null` where nothing is loaded there. */
export function placeOfAddress(segments: readonly Segment[], address: bigint): number | null {
  const segment = segments.find(
    ({ type, address: start, fileSize }) =>
      type === PT_LOAD && address >= start && address < start + BigInt(fileSize),
  )
  return segment === undefined ? null : segment.offset + Number(address - segment.address)
}

/** A stretch of the file. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Where in the file `length` bytes at a virtual address are; `null` where not all of them are loaded from one segment. */
export function rangeOfAddress(segments: readonly Segment[], address: bigint, length: number): Range | null {
  const segment = segments.find(
    one =>
      one.type === PT_LOAD &&
      address >= one.address &&
      address + BigInt(Math.trunc(length)) <= one.address + BigInt(one.fileSize),
  )
  if (segment === undefined || !Number.isSafeInteger(length)) return null
  const start = segment.offset + Number(address - segment.address)
  return { start, end: start + length }
}

/** The virtual address of a place in the file; `null` where it is not loaded. */
export function addressOfPlace(segments: readonly Segment[], place: number): bigint | null {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && place >= offset && place < offset + fileSize,
  )
  return segment === undefined ? null : segment.address + BigInt(place - segment.offset)
}

/** The bytes from a place in the file to the end of the loaded segment it is in; `null` where none is loaded. */
export function restOfSegment(
  segments: readonly Segment[],
  bytes: Uint8Array,
  at: number,
): Uint8Array | null {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && at >= offset && at < offset + fileSize,
  )
  return segment === undefined ? null : bytes.subarray(at, segment.offset + segment.fileSize)
}

/** Loaded and written to by the program: where Go keeps its data. */
export function isWritable(segment: Segment): boolean {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0
}
