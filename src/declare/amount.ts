import type { Unit } from '../weigh-in/metric.ts'
import { formatBytes, formatBytesExact, parseBytes } from './bytes.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/** Reads `3MB`, or `3` of what is counted. */
export function parseAmount(text: string, unit: Unit): Parsed<number> {
  switch (unit) {
    case 'bytes':
    case 'rough bytes':
      return parseBytes(text)
    case 'count':
      return parseCount(text)
  }
}

function parseCount(text: string): Parsed<number> {
  if (!/^\d+$/.test(text)) return problem('is not a number; write one such as 3')
  const count = Number(text)
  return Number.isSafeInteger(count) ? parsed(count) : problem('is too large; write a smaller number')
}

/** For people: `2.20 MB`, `3`. */
export function formatAmount(amount: number, unit: Unit): string {
  return unit === 'count' ? `${amount}` : formatBytes(amount)
}

/** Exact, for a limit: `3 MB`, `3`. `parseAmount` reads it. */
export function formatAmountExact(amount: number, unit: Unit): string {
  return unit === 'count' ? `${amount}` : formatBytesExact(amount)
}

/** In the smallest unit: `2202123 B`, `3`. */
export function formatAmountInFull(amount: number, unit: Unit): string {
  return unit === 'count' ? `${amount}` : `${amount} B`
}
