import type { TextView } from '../text-view.ts'

/** Where there is no padding: the assembler of arm64 makes it part of the function. No instruction has this value. */
export const NO_PADDING = 0xffffffff

/**
 * What the linker fills the space between functions with, a byte or a word: what they mostly end with.
 *
 * @param ends where functions are known to end: their index, and the offset in the text
 */
export function commonPadding(
  { bytes, starts }: TextView,
  quantum: number,
  ends: Iterable<readonly [index: number, end: number]>,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Map<number, number>()
  for (const [index, end] of ends) {
    const next = starts[index + 1] ?? 0
    const unit =
      end === next ? NO_PADDING : quantum === 1 ? view.getUint8(next - 1) : view.getUint32(next - 4, true)
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [NO_PADDING, 0])[0]
}
