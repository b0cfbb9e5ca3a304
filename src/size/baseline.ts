import type { Limit } from '../declare/budget.ts'
import { parseLimit } from '../declare/limit.ts'
import { parsePlatform } from '../declare/platform.ts'
import type { Verdict } from '../weigh-in/weigh-in.ts'
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

/** The limits that an earlier verdict was about, each for its platform. What cannot be read as a limit was none. */
export function limitsOf({ limits }: Pick<Verdict, 'limits'>): readonly Limit[] {
  return limits.flatMap(({ metric, bound, platform }) => {
    const of = parsePlatform(platform)
    const limit = of.ok ? parseLimit(`${metric}@${platform}: ${bound}`, of.value) : of
    return limit.ok ? [limit.value] : []
  })
}
