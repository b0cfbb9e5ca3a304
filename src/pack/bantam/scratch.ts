import type { Part, StreamBytes } from './payload.ts'

/** Tables of the loader's zstd decoder. */
const ZSTD_TABLES = 262_144

/** Behind each stream. */
const SLACK = 64 + 16

/** How many bytes of memory a loader needs besides the program's own, until the program starts. */
export function scratchOf(parts: readonly Part[], streams: readonly StreamBytes[]): number {
  const inMemory = streams.reduce((sum, { size }) => sum + size + SLACK, 0)
  const marks = parts
    .filter(({ kind }) => kind.endsWith(' text'))
    .reduce((sum, { size }) => sum + 2 * size, 0)
  return ZSTD_TABLES + inMemory + marks
}
