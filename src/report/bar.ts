const WIDTH = 10

/** A share as ten blocks: full only for all and more. */
export function bar(part: number, whole: number): string {
  const full = part >= whole ? WIDTH : Math.min(WIDTH - 1, Math.round((WIDTH * part) / whole))
  return '█'.repeat(full) + '░'.repeat(WIDTH - full)
}
