import { formatAmount } from '../declare/amount.ts'
import type { Unit } from '../weigh-in/metric.ts'

/** `+61.2 kB`, `−492 B`, `±0 B`, with the minus sign. */
export function formatDelta(bytes: number): string {
  return formatGrowth(bytes, 'bytes')
}

/** The same of what may be a count: `+1`, `±0`. */
export function formatGrowth(amount: number, unit: Unit): string {
  const sign = amount === 0 ? '±' : amount < 0 ? '−' : '+'
  return `${sign}${formatAmount(Math.abs(amount), unit)}`
}

/** `2.9 s`; `2 min 5 s` from a minute on. */
export function formatSeconds(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `125 ms`; a decimal only where whole milliseconds would say nothing. */
export function formatMs(ms: number): string {
  return ms > 0 && ms < 0.95 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`
}

/** Memory at the start comes in pages and differs from run to run: one decimal of MB is what it is good for. */
export function formatMemory(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** The change from one size to another: `−68.0 %`, with the minus sign. Empty where it would be of nothing. */
export function formatChange(from: number, to: number): string {
  if (from === 0) return ''
  const percent = (100 * (to - from)) / from
  const digits = Math.abs(percent).toFixed(1)
  if (digits === '0.0') return '±0.0 %'
  return `${percent < 0 ? '−' : '+'}${digits} %`
}

/** Of a limit of a few bytes anything is thousands of per cent. */
const MOST_USED = 999

/** How much of a limit is used. `100 %` is only said of what is exactly at its limit: `<100 %`, `>100 %`. */
export function formatUsed(actual: number, limit: number): string {
  const whole = limit === 0 ? 100 : Math.round((100 * actual) / limit)
  if (whole > MOST_USED) return `>${MOST_USED} %`
  if (whole !== 100 || actual === limit) return `${whole} %`
  return actual < limit ? '<100 %' : '>100 %'
}
