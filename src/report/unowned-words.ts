import { isPart } from '../weigh-in/limit.ts'
import { formatBytes } from '../declare/bytes.ts'
import type { PlatformWeight } from '../weigh-in/weigh-in.ts'
import type { LimitVerdict } from '../weigh-in/verdict.ts'
import { unownedBytes } from '../size/unowned.ts'

/**
 * Describes the bytes that a limit on a module or package does not count: a clause, empty for other limits and if there
 * are none.
 */
export function unownedWords(
  { subject }: Pick<LimitVerdict, 'subject'>,
  weight: Pick<PlatformWeight, 'binaries'> | undefined,
): string {
  const bytes = isPart(subject) && weight !== undefined ? unownedBytes(weight.binaries) : null
  return bytes === null || bytes === 0
    ? ''
    : `${formatBytes(bytes)} of constant data has no owner and is not counted`
}
