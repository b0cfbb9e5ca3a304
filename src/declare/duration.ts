import { type Parsed, parsed, problem } from './parsed.ts'

/** In nanoseconds. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

const LONGEST_HOURS = 24

/** Reads a duration as Go writes it, such as `30s` or `1m30s`, in nanoseconds. */
export function parseDuration(text: string): Parsed<number> {
  if (/^\d+$/.test(text)) return problem(`has "${text}" without a unit; write ${text}s`)
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text)
    return problem(`has "${text}" for a duration; write one such as 30s or 1m30s`)
  const total = Math.round(
    parts.reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (UNITS[unit] ?? 0), 0),
  )
  return total > LONGEST_HOURS * 3600e9
    ? problem(`has the duration "${text}", which is longer than a day; write a shorter one`)
    : parsed(total)
}
