import type { Limit } from '../weigh-in/limit.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import type { Sized } from './weighed.ts'

/** The baseline of one platform's weight. `absent` means that there certainly is none: a first run, a 404. */
export type Baseline =
  | {
      readonly status: 'read'
      readonly weight: Sized
      /** The limits that it was checked against; `null` if unknown. */
      readonly budget: readonly Limit[] | null
    }
  | { readonly status: 'absent' | 'unreadable'; /** A clause. */ readonly reason: string }

/** Returns the limits of an earlier verdict, each with its platform. */
export function limitsOf({ limits }: Pick<Verdict, 'limits'>): readonly Limit[] {
  return limits.map(({ subject, bound, platform }) => ({ subject, bound, platform }))
}
