import { formatAmount } from '../declare/amount.ts'
import type { Unit } from '../weigh-in/metric.ts'

/** Formats a change in bytes with the minus sign: `+61.2 kB`, `−492 B`, `±0 B`. */
export function formatDelta(bytes: number): string {
  return formatGrowth(bytes, 'bytes')
}

/** Formats a change of bytes or of a count: `+1`, `±0`. */
export function formatGrowth(amount: number, unit: Unit): string {
  const sign = amount === 0 ? '±' : amount < 0 ? '−' : '+'
  return `${sign}${formatAmount(Math.abs(amount), unit)}`
}

/** Formats a duration: `2.9 s`, and from a minute on `2 min 5 s`. */
export function formatSeconds(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** Formats milliseconds: `125 ms`. It has a decimal only if it would otherwise round to nothing. */
export function formatMs(ms: number): string {
  return ms > 0 && ms < 0.95 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`
}

/** One decimal of MB, because memory at the start comes in pages and differs between runs. */
export function formatMemory(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Formats the change from one size to another with the minus sign: `−68.0 %`. Empty if the first size is 0. */
export function formatChange(from: number, to: number): string {
  if (from === 0) return ''
  const percent = (100 * (to - from)) / from
  const digits = Math.abs(percent).toFixed(1)
  if (digits === '0.0') return '±0.0 %'
  return `${percent < 0 ? '−' : '+'}${digits} %`
}

/** A limit of a few bytes could be exceeded by thousands of percent. */
const MOST_USED = 999

/** Formats how much of a limit is used. `100 %` means exactly at the limit; otherwise it is `<100 %` or `>100 %`. */
export function formatUsed(actual: number, limit: number): string {
  const whole = limit === 0 ? 100 : Math.round((100 * actual) / limit)
  if (whole > MOST_USED) return `>${MOST_USED} %`
  if (whole !== 100 || actual === limit) return `${whole} %`
  return actual < limit ? '<100 %' : '>100 %'
}
