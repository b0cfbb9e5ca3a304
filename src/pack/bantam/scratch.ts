import { arm64Scratch } from './arm64/text.ts'
import type { EncodedParts } from './decode-parts.ts'
import type { Part } from './file/payload.ts'
import { pclntabScratch } from './pclntab/layout.ts'
import { readStarts } from './streams/starts.ts'
import { x86Scratch } from './x86/text.ts'

/** Of the loader's zstd decoder. */
const FRAME_TABLES = 152 * 1024

/** A stream has so many bytes behind it, and what is taken is rounded up to 16. */
const SLACK = 64 + 16

/** What the loader notes of each stream. */
const STREAM = 8 + 16

/** How many bytes of memory a loader needs at most besides the program's own, until the program starts. */
export function scratchOf({ parts, streams }: Pick<EncodedParts, 'parts' | 'streams'>): number {
  const unpacked = streams.reduce((sum, { length }) => sum + length + SLACK + STREAM, 0)
  return parts.reduce((sum, part) => sum + ownScratch(part, streams) + SLACK, FRAME_TABLES + unpacked)
}

function ownScratch({ kind, size, firstStream, streamCount }: Part, streams: readonly Uint8Array[]): number {
  const own = streams.slice(firstStream, firstStream + streamCount)
  switch (kind) {
    case 'raw':
    case 'file':
      return 0
    case 'x86 text':
      return ofAnyText(size, own) + x86Scratch(size, startsIn(own, size))
    case 'arm64 text':
      return ofAnyText(size, own) + arm64Scratch(size, startsIn(own, size))
    case 'pclntab':
      return pclntabScratch(own, size)
  }
}

function startsIn([starts = new Uint8Array()]: readonly Uint8Array[], size: number): Uint32Array {
  return readStarts(starts, size)
}

/** A mark for each byte and one more, and where each function begins. */
function ofAnyText(size: number, [starts]: readonly Uint8Array[]): number {
  return size + 1 + 4 * (starts?.length ?? 0) + 2 * SLACK
}
