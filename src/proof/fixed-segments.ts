import { PF_W, PT_LOAD } from '../binary/elf-constants.ts'
import type { Elf } from '../binary/elf.ts'
import { loadHeadersOf } from '../binary/extents.ts'

/** A part of the linked binary that nothing may write to after loading: code and read-only data. */
export interface FixedSegment {
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly size: number
  /** Decimal, because JSON has no bigint. */
  readonly address: string
}

/**
 * The segments that a packed binary must have in memory as the linked one has them. The first segment of a Go binary
 * begins with the ELF header and the program headers. They are not part of the program, so a packer may leave them out
 * or write others.
 */
export function fixedSegments(elf: Elf, bytes: Uint8Array): readonly FixedSegment[] {
  const headers = loadHeadersOf(elf, bytes)
  return elf.segments
    .filter(({ type, flags, fileSize }) => type === PT_LOAD && (flags & PF_W) === 0 && fileSize > 0)
    .flatMap(({ offset, fileSize, address }) =>
      headers
        .reduce<readonly Stretch[]>(without, [{ start: offset, end: offset + fileSize }])
        .map(({ start, end }) => ({
          offset: start,
          size: end - start,
          address: String(address + BigInt(start - offset)),
        })),
    )
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function without(stretches: readonly Stretch[], header: Stretch): readonly Stretch[] {
  if (header.start >= header.end) return stretches
  return stretches
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, header.start) },
      { start: Math.max(start, header.end), end },
    ])
    .filter(({ start, end }) => start < end)
}
