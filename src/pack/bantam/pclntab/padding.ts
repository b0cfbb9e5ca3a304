import type { TextView } from '../text-view.ts'

/** What most functions end with, which the linker fills the space between them with: a byte or a word. */
export function commonPadding({ bytes, starts }: TextView, quantum: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Map<number, number>()
  for (const end of starts) {
    if (end < quantum) continue
    const unit = quantum === 1 ? view.getUint8(end - 1) : view.getUint32(end - 4, true)
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  let [common, most] = [0, 0]
  for (const [unit, count] of counts) {
    if (count > most) [common, most] = [unit, count]
  }
  return common
}
