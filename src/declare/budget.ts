import { isSameSubject, type Limit } from '../weigh-in/limit.ts'
import { formatSubject, parseLimit } from './limit.ts'
import { splitList } from './list.ts'
import type { Platform } from './platform.ts'

/** `undeclared`: the action fails with the line to write; on the command line it means `none`. */
export type Budget =
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'none' }
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }

/** `fail-if-grown` allows a limit that the baseline exceeded already, if nothing grew since. */
export type OnOverBudget = 'fail' | 'fail-if-grown' | 'warn'

/** `because` is the end of a sentence that begins with the line. */
export interface WrongLine {
  readonly line: string
  readonly because: string
}

export type ParsedBudget =
  { readonly ok: true; readonly value: Budget } | { readonly ok: false; readonly wrong: readonly WrongLine[] }

/**
 * Reads `5MB`, or lines (or items between commas) of `subject[@platform]: limit`, or `none`. One subject may have a size and a
 * growth. A limit that is written for a platform must be written for one that is built: another would never be looked at.
 */
export function parseBudget(text: string, platforms: readonly Platform[]): ParsedBudget {
  const lines = splitList(text)
  if (lines.length === 1 && lines[0] === 'none') return { ok: true, value: { kind: 'none' } }
  const limits: Limit[] = []
  const wrong: WrongLine[] = []
  if (lines.length === 0)
    wrong.push({ line: text, because: 'has no limit; write a size such as 3MB, or none' })
  for (const [at, line] of lines.entries()) {
    // The other half of a number with a comma.
    if (wrong.at(-1)?.line.endsWith(`,${line}`)) continue
    const limit = parseLimit(line, platforms)
    if (!limit.ok) wrong.push(decimalComma(text, line, lines[at + 1]) ?? { line, because: limit.problem })
    else if (limits.some(other => isAlike(limit.value, other)))
      wrong.push({ line, because: secondProblem(limit.value) })
    else limits.push(limit.value)
  }
  return wrong.length === 0 ? { ok: true, value: { kind: 'limits', limits } } : { ok: false, wrong }
}

/** Detects a decimal comma: `3,5MB` means three and a half in many countries, but two items here. */
function decimalComma(text: string, line: string, next = ''): WrongLine | null {
  const number = `${line},${next}`
  return /\d$/.test(line) && /^\d+ *[A-Za-z%]/.test(next) && text.includes(number)
    ? { line: number, because: `has a comma in its number; write ${line}.${next}` }
    : null
}

/** None where the budget is `none`, or was not declared. */
export function declaredLimits(budget: Budget): readonly Limit[] {
  switch (budget.kind) {
    case 'limits':
      return budget.limits
    case 'none':
    case 'undeclared':
      return []
  }
}

/** Whether two limits set the same kind of bound (size or growth) for the same subject on a common platform. */
function isAlike(one: Limit, other: Limit): boolean {
  const samePlace = one.platform === null || other.platform === null || one.platform === other.platform
  const sameKind = (one.bound.kind === 'size') === (other.bound.kind === 'size')
  return samePlace && sameKind && isSameSubject(one.subject, other.subject)
}

function secondProblem({ subject, bound }: Limit): string {
  const of = formatSubject(subject)
  return bound.kind === 'size'
    ? `is a second limit of ${of}; write one`
    : `is a second limit of the growth of ${of}; write one`
}
