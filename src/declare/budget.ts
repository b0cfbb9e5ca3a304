import { parseBytes } from './bytes.ts'
import { splitList } from './list.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, parsePlatform, type Platform } from './platform.ts'

/** What one limit is about. Sizes are bytes; `memory` is private bytes at the start. */
export type Metric = 'image' | 'download' | 'binary' | 'memory'

export interface Limit {
  readonly metric: Metric
  /** Bytes that must not be exceeded: a size equal to the limit is within it. */
  readonly limit: number
}

/** `undeclared`: the action fails with the line to write; on the command line it means `none`. */
export type Budget =
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'none' }
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }

export type OnOverBudget = 'fail' | 'warn'

const METRICS: readonly Metric[] = ['image', 'download', 'binary', 'memory']
const KNOWN = 'this version knows image, download, binary and memory'

/** `because` is the end of a sentence that begins with the line. */
export interface WrongLine {
  readonly line: string
  readonly because: string
}

export type ParsedBudget =
  { readonly ok: true; readonly value: Budget } | { readonly ok: false; readonly wrong: readonly WrongLine[] }

/**
 * Reads `5MB`, or `metric[@platform]: limit` on lines or between commas, or `none`. A limit that is written for a platform
 * must be written for the one that is built: another would never be looked at.
 */
export function parseBudget(text: string, platform: Platform): ParsedBudget {
  const lines = splitList(text)
  if (lines.length === 1 && lines[0] === 'none') return { ok: true, value: { kind: 'none' } }
  const limits: Limit[] = []
  const wrong: WrongLine[] = []
  if (lines.length === 0)
    wrong.push({ line: text, because: 'has no limit; write a size such as 3MB, or none' })
  for (const line of lines) {
    const limit = parseLimit(line, platform)
    if (!limit.ok) wrong.push({ line, because: limit.problem })
    else if (limits.some(({ metric }) => metric === limit.value.metric)) {
      wrong.push({ line, because: `is a second limit of ${limit.value.metric}; write one` })
    } else limits.push(limit.value)
  }
  return wrong.length === 0 ? { ok: true, value: { kind: 'limits', limits } } : { ok: false, wrong }
}

/** One line: `5MB`, `binary: 12MB`, `image@linux/amd64: 5MB`. */
function parseLimit(line: string, platform: Platform): Parsed<Limit> {
  if (line === 'none') return problem('stands beside limits; write either')
  const colon = line.indexOf(':')
  const subject = colon < 0 ? null : line.slice(0, colon).trim()
  const size = line.slice(colon + 1).trim()
  if (/^(module|package)\s/.test(line)) return problem(`limits a ${line.split(/\s/)[0]}; ${KNOWN}`)
  const metric = subject === null ? parsed<Metric>('image') : parseSubject(subject, platform)
  if (!metric.ok) return metric
  if (subject === null && /^[a-z@/]+[\s=]*\d/i.test(line)) {
    return problem('has no colon between metric and limit; write image: 3MB')
  }
  if (/^[+-]/.test(size)) return problem(`is a limit of growth (signed); ${KNOWN}, each with a plain size`)
  if (size.endsWith('%')) return problem(`is a limit in per cent; ${KNOWN}, each with a plain size`)
  const limit = parseBytes(size)
  if (!limit.ok) return limit
  if (limit.value === 0)
    return problem('allows nothing at all; write a size such as 3MB, or none for no limit')
  return parsed({ metric: metric.value, limit: limit.value })
}

function parseSubject(subject: string, built: Platform): Parsed<Metric> {
  const [word = '', ...rest] = subject.split('@')
  const metric = METRICS.find(known => known === word.trim())
  if (metric === undefined) {
    return problem(
      `names an unknown metric "${word.trim()}"${didYouMean(word.trim(), METRICS) || `; ${KNOWN}`}`,
    )
  }
  if (rest.length === 0) return parsed(metric)
  const platform = parsePlatform(rest.join('@'))
  if (!platform.ok) return problem(`names the platform "${rest.join('@')}", which ${platform.problem}`)
  const [asked, actual] = [formatPlatform(platform.value), formatPlatform(built)]
  return asked === actual
    ? parsed(metric)
    : problem(`is a limit for ${asked}, but this run builds ${actual}; write ${metric}: …`)
}
