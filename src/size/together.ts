import { formatLimit } from '../declare/limit.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import { worstStatus } from './worst-status.ts'

/**
 * The verdict over several platforms or images. The worst one counts, and a breach is let through only if each of them
 * is.
 */
export function together(verdicts: readonly Verdict[]): Verdict {
  const status = worstStatus(verdicts, 'none')
  const over = verdicts.filter(verdict => verdict.status === 'over')
  const dropped = verdicts.flatMap(verdict => verdict.dropped)
  return {
    status,
    waived: status === 'over' && over.every(({ waived }) => waived),
    limits: verdicts.flatMap(({ limits }) => limits),
    dropped: [...new Map(dropped.map(limit => [formatLimit({ ...limit, platform: null }), limit])).values()],
  }
}
