import type { Limit } from '../weigh-in/limit.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import type { Sized } from './weighed.ts'

/** What one platform's weight is compared with. `absent` is positively so: a first run, a 404. */
export type Baseline =
  | {
      readonly status: 'read'
      readonly weight: Sized
      /** What it was held against; `null` where it does not say. */
      readonly budget: readonly Limit[] | null
    }
  | { readonly status: 'absent' | 'unreadable'; /** A clause. */ readonly reason: string }

/** The limits that an earlier verdict was about, each for its platform. */
export function limitsOf({ limits }: Pick<Verdict, 'limits'>): readonly Limit[] {
  return limits.map(({ subject, bound, platform }) => ({ subject, bound, platform }))
}
