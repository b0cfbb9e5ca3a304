import type { LimitVerdict } from '../weigh-in/verdict.ts'
import { usedOf } from './limit-words.ts'

/** The limit that a reader must know first: one that failed, otherwise the one with the highest use. */
export function worstLimit(limits: readonly LimitVerdict[]): LimitVerdict | undefined {
  const weight = (limit: LimitVerdict) =>
    limit.status === 'unmeasured' ? 2e9 : (usedOf(limit) ?? 0) + (limit.status === 'over' ? 1e9 : 0)
  return limits.toSorted((one, other) => weight(other) - weight(one))[0]
}
