import { PF_W, PT_LOAD, SHT_NOBITS } from './elf-constants.ts'
import type { Section, Segment } from './elf-parts.ts'
import { orWhenOutOfBytes, slice } from './words.ts'

/** Returns a section's bytes in the file, or `null` if it has none or its header is wrong. */
export function sectionBytes(section: Section, bytes: Uint8Array): Uint8Array | null {
  if (section.type === SHT_NOBITS) return null
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null,
  )
}

/**
 * Returns the bytes from a virtual address to the end of its loaded segment in the file, or `null` if nothing is loaded
 * there.
 */
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

/** Returns the offset in the file of a virtual address, or `null` if nothing is loaded there. */
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

/**
 * Returns where `length` bytes at a virtual address are in the file, or `null` if one segment does not load all of
 * them.
 */
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

/** Returns the virtual address of an offset in the file, or `null` if it is not loaded. */
export function addressOfPlace(segments: readonly Segment[], place: number): bigint | null {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && place >= offset && place < offset + fileSize,
  )
  return segment === undefined ? null : segment.address + BigInt(place - segment.offset)
}

/**
 * Returns the bytes from an offset in the file to the end of the loaded segment around it, or `null` if there is none.
 */
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

/** Whether a segment is loaded and writable. Go keeps its data in such segments. */
export function isWritable(segment: Segment): boolean {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0
}
