import { formatBytes, formatBytesExact } from '../declare/bytes.ts'
import type { LimitVerdict } from '../weigh-in/weigh-in.ts'

/** By how much a limit was exceeded, in bytes and, of a size, per cent of it: `207123 B (6.9 %)`. `null` where it was not, or where nobody can tell. */
export function excessOf(verdict: LimitVerdict): string | null {
  const { status, actual, limit, growth, before } = verdict
  if (status !== 'over' || actual === null || limit === null) return null
  if (isSigned(verdict)) return `${(growth ?? actual) - (limit - (before ?? 0))} B`
  const excess = actual - limit
  return limit === 0 ? `${excess} B` : `${excess} B (${percentOf(excess, limit)})`
}

/** Whether it is a limit of growth. */
export function isSigned({ bound }: Pick<LimitVerdict, 'bound'>): boolean {
  return bound.startsWith('+')
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

/** `+61.2 kB`, `−492 B`, `±0 B`, with the minus sign. */
export function formatDelta(bytes: number): string {
  if (bytes === 0) return '±0 B'
  return `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes))}`
}

/** `image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB`: a clause, `null` without a breach. */
export function describeBreach(verdict: LimitVerdict): string | null {
  const excess = excessOf(verdict)
  const { metric, platform, bound } = verdict
  if (excess === null || verdict.actual === null || verdict.limit === null) return null
  if (isSigned(verdict)) {
    const grown = formatDelta(verdict.growth ?? verdict.actual)
    return `${metric} of ${platform} grew by ${grown.slice(1)} to ${formatBytes(verdict.actual)}, ${excess} over its limit of ${bound}`
  }
  const { actual, limit } = sizesApart(verdict.actual, verdict.limit)
  return `${metric} of ${platform} is ${actual}, ${excess} over its limit of ${limit}${history(verdict)}`
}

/** What a breach was in the baseline. */
function history({ inherited, before, limit, growth }: LimitVerdict): string {
  if (before === null || limit === null) return ''
  if (inherited) return `, which the baseline was over already (${formatBytes(before)})`
  return growth !== null && growth > 0 ? `, and ${formatDelta(growth)} since the baseline` : ''
}

function percentOf(excess: number, limit: number): string {
  const percent = (100 * excess) / limit
  return percent < 0.05 ? 'under 0.1 %' : `${percent.toFixed(1)} %`
}
