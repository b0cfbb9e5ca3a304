import { formatBound, parseBound } from './bound.ts'
import { isPart, type Limit, type Part, PART_PATH, PARTS, type Subject, unitOf } from '../weigh-in/limit.ts'
import { isMetric, METRIC_NAMES } from '../weigh-in/metric.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, parsePlatform, type Platform } from './platform.ts'

const KNOWN = `limits are of ${METRIC_NAMES.join(', ')}, module <path> and package <path>`
/** A path for a message. */
const EXAMPLE: Readonly<Record<Part, string>> = { module: 'golang.org/x/net', package: 'net/http' }

/** One line: `5MB`, `binary: 12MB`, `image@linux/amd64: 5MB`, `module golang.org/x/net: +0`, `package net/http@linux/arm64: 2MB`. */
export function parseLimit(line: string, built: readonly Platform[]): Parsed<Limit> {
  if (line === 'none') return problem('cannot be combined with limits; write one or the other')
  const colon = line.lastIndexOf(':')
  if (colon < 0 && /^[a-z@/]+[\s=]*[-+\d]/i.test(line)) {
    return problem('has no colon between metric and limit; write image: 3MB')
  }
  const part = PARTS.find(known => line === known || new RegExp(`^${known}[\\s:@]`).test(line))
  if (colon < 0 && part !== undefined)
    return problem(`has no colon between ${part} and limit; write ${part} ${EXAMPLE[part]}: 1MB`)
  const place = colon < 0 ? parsed({ written: 'image', at: null }) : splitPlace(line.slice(0, colon), part)
  if (!place.ok) return place
  const subject = parseSubject(place.value.written, part)
  if (!subject.ok) return subject
  const platform = place.value.at === null ? parsed(null) : parseAt(place.value.at, subject.value, built)
  if (!platform.ok) return platform
  const bound = parseBound(line.slice(colon + 1).trim(), unitOf(subject.value))
  return bound.ok ? parsed({ subject: subject.value, bound: bound.value, platform: platform.value }) : bound
}

/** As `parseLimit` reads it: `module golang.org/x/net@linux/amd64: 1MB`. */
export function formatLimit({ subject, bound, platform }: Limit): string {
  return `${formatSubject(subject)}${platform === null ? '' : `@${platform}`}: ${formatBound(bound, unitOf(subject)).replace(' ', '')}`
}

/** `image`, `module golang.org/x/net` */
export function formatSubject(subject: Subject): string {
  return isPart(subject) ? `${subject.kind} ${subject.path}` : subject.kind
}

interface SplitSubject {
  readonly written: string
  /** What stands behind the `@`. */
  readonly at: string | null
}

/**
 * Splits off the platform after an `@`. Import paths cannot contain an `@`, but a path that is written with its version
 * has one.
 */
function splitPlace(text: string, part: Part | undefined): Parsed<SplitSubject> {
  const [written = '', ...rest] = text.split('@')
  if (rest.length === 0) return parsed({ written: written.trim(), at: null })
  const at = rest.join('@').trim()
  return part !== undefined && /^v\d/.test(at)
    ? problem(`names a version, but a limit applies to the version that is built; write ${written.trim()}: …`)
    : parsed({ written: written.trim(), at })
}

function parseSubject(written: string, part: Part | undefined): Parsed<Subject> {
  if (part !== undefined) return parsePart(part, written.slice(part.length).trim())
  if (isMetric(written)) return parsed({ kind: written })
  const [word = ''] = written.split(/\s/)
  const meant = didYouMean(word, [...METRIC_NAMES, ...PARTS])
  return problem(`names an unknown metric "${written}"${meant || `; ${KNOWN}`}`)
}

function parsePart(part: Part, path: string): Parsed<Subject> {
  if (path === '') return problem(`names no ${part}; write ${part} ${EXAMPLE[part]}: 1MB`)
  if (/:\/\//.test(path))
    return problem(`has a URL for a path; write ${part} ${path.replace(/^.*:\/\//, '')}: …`)
  if (!PART_PATH.test(path))
    return problem(
      `names the ${part} "${path}", which is not an import path; write one such as ${EXAMPLE[part]}`,
    )
  return parsed({ kind: part, path })
}

function parseAt(at: string, subject: Subject, built: readonly Platform[]): Parsed<string> {
  const platform = parsePlatform(at)
  if (!platform.ok) return problem(`names the platform "${at}", which ${platform.problem}`)
  const [asked, actual] = [formatPlatform(platform.value), built.map(formatPlatform)]
  return actual.includes(asked)
    ? parsed(asked)
    : problem(
        `is a limit for ${asked}, but this run builds ${actual.join(' and ')}; write ${formatSubject(subject)}: …`,
      )
}
