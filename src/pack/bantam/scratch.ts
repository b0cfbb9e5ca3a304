import type { EncodedParts } from './decode-parts.ts'
import { pclntabScratch } from './pclntab/layout.ts'

/** Of the loader's zstd decoder, and of what is the same for each text. */
const TABLES = 256 * 1024

/** Where the instructions of the function in hand are, and its jumps. Longer functions count as several. */
const LONGEST_FUNCTION = 0x10000
const INSTRUCTION = 8

/** A stream has so many bytes behind it, and what is taken is rounded up to 16. */
const SLACK = 64 + 16

/** What the loader notes of each stream. */
const STREAM = 8 + 16

/** How many bytes of memory a loader needs at most besides the program's own, until the program starts. */
export function scratchOf({ parts, streams }: Pick<EncodedParts, 'parts' | 'streams'>): number {
  const unpacked = streams.reduce((sum, { length }) => sum + length + SLACK + STREAM, 0)
  const own = parts.map(({ kind, size, firstStream, streamCount }) => {
    switch (kind) {
      case 'raw':
      case 'file':
        return 0
      case 'x86 text':
      case 'arm64 text':
        // A mark for each byte, and where each function begins.
        return (
          size +
          4 * (streams[firstStream]?.length ?? 0) +
          INSTRUCTION * Math.min(size, LONGEST_FUNCTION) +
          3 * SLACK
        )
      case 'pclntab':
        return pclntabScratch(streams.slice(firstStream, firstStream + streamCount), size)
    }
  })
  return TABLES + own.reduce((sum, bytes) => sum + bytes, unpacked)
}
