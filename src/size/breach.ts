import { formatBytes, formatBytesExact } from '../declare/bytes.ts'
import type { LimitVerdict } from './weigh-in.ts'

/** By how much a limit was exceeded, in bytes and per cent of it: `207123 B (6.9 %)`. `null` where it was not, or where nobody can tell. */
export function excessOf({ status, actual, limit }: LimitVerdict): string | null {
  if (status !== 'over' || actual === null) return null
  const excess = actual - limit
  return limit === 0 ? `${excess} B` : `${excess} B (${percentOf(excess, limit)})`
}

function percentOf(excess: number, limit: number): string {
  const percent = (100 * excess) / limit
  return percent < 0.05 ? 'under 0.1 %' : `${percent.toFixed(1)} %`
}

/** An actual size and its limit as text, both in bytes where rounding would make two different sizes look alike: `2.20 MB`, `3 MB`. */
export function sizesApart(
  actual: number,
  limit: number,
): { readonly actual: string; readonly limit: string } {
  const alike = actual !== limit && formatBytes(actual) === formatBytes(limit)
  return alike
    ? { actual: `${actual} B`, limit: `${limit} B` }
    : { actual: formatBytes(actual), limit: formatBytesExact(limit) }
}

/** `image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB`: a clause, `null` without a breach. */
export function describeBreach(verdict: LimitVerdict): string | null {
  const excess = excessOf(verdict)
  if (excess === null || verdict.actual === null) return null
  const { actual, limit } = sizesApart(verdict.actual, verdict.limit)
  return `${verdict.metric} of ${verdict.platform} is ${actual}, ${excess} over its limit of ${limit}`
}
