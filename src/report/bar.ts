const WIDTH = 10

/** Draws a share as ten blocks. All ten are full only for 100 % and more. */
export function bar(part: number, whole: number): string {
  const full = part >= whole ? WIDTH : Math.min(WIDTH - 1, Math.round((WIDTH * part) / whole))
  return '█'.repeat(full) + '░'.repeat(WIDTH - full)
}
