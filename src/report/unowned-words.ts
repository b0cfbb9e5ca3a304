import { formatBytes } from '../declare/bytes.ts'
import type { LimitVerdict, PlatformWeight } from '../weigh-in/weigh-in.ts'
import { unownedBytes } from '../size/unowned.ts'

/** What a limit on a module or package leaves out: a clause, empty for other limits and where there is nothing. */
export function unownedWords(
  { metric }: Pick<LimitVerdict, 'metric'>,
  weight: Pick<PlatformWeight, 'binaries'> | undefined,
): string {
  const ofPart = /^(?:module|package) /.test(metric)
  const bytes = ofPart && weight !== undefined ? unownedBytes(weight.binaries) : null
  return bytes === null || bytes === 0
    ? ''
    : `${formatBytes(bytes)} of constant data has no owner and is not counted`
}
