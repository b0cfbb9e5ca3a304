import { isPercent, type Bound } from '../weigh-in/limit.ts'
import type { Unit } from '../weigh-in/metric.ts'
import { formatAmountExact, parseAmount } from './amount.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

const GROWTH = 'write +50kB, +2% or +0 for growth over the baseline'

/** Reads `5MB`, `+50kB`, `+0`, `+2%`, `+0.5 %`; of a count `3`, `+1`. */
export function parseBound(text: string, unit: Unit): Parsed<Bound> {
  if (text.startsWith('+')) return parseGrowth(text.slice(1).trim(), unit)
  if (/^[-−]/.test(text))
    return problem(`is negative; write a size such as 3MB, or +50kB, +2% or +0 for growth over the baseline`)
  if (text.endsWith('%'))
    return problem(
      `is a percentage without a sign; write ${/^\d/.test(text) ? `+${text}` : '+2%'} for growth over the baseline, or a size such as 3MB`,
    )
  const amount = /^0+$/.test(text) ? parsed(0) : parseAmount(text, unit)
  if (!amount.ok) return amount
  return amount.value === 0
    ? problem('allows nothing; write a size such as 3MB, or none for no limit')
    : parsed({ kind: 'size', amount: amount.value })
}

/** `3 MB`, `+50 kB`, `+2 %`; no growth at all is `+0`. `parseBound` reads it. */
export function formatBound(bound: Bound, unit: Unit): string {
  switch (bound.kind) {
    case 'size':
      return formatAmountExact(bound.amount, unit)
    case 'growth':
      return bound.amount === 0 ? '+0' : `+${formatAmountExact(bound.amount, unit)}`
    case 'growth percent':
      return `+${bound.percent} %`
  }
}

function parseGrowth(text: string, unit: Unit): Parsed<Bound> {
  if (text === '') return problem(`has no size behind its sign; ${GROWTH}`)
  if (text.endsWith('%')) return parsePercent(text.slice(0, -1).trim())
  if (/^0+(\.0+)?$/.test(text)) return parsed({ kind: 'growth', amount: 0 })
  if (unit !== 'count' && /^\d+(\.\d+)?$/.test(text))
    return problem(`has no unit; write +${text}kB, or +${text}% of the baseline`)
  const amount = parseAmount(text, unit)
  return amount.ok ? parsed({ kind: 'growth', amount: amount.value }) : amount
}

/** Reads at most six decimals, so that the bound is written back exactly as it was read. */
function parsePercent(text: string): Parsed<Bound> {
  if (!/^\d+(\.\d{1,6})?$/.test(text)) return problem(`is not a percentage; ${GROWTH}`)
  const percent = Number(text)
  return isPercent(percent) ? parsed({ kind: 'growth percent', percent }) : problem(`is too large; ${GROWTH}`)
}
