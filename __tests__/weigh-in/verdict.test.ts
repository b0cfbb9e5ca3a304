import { expect, it } from '@jest/globals'
import { isUnchecked } from '../../src/weigh-in/verdict.ts'

const REASON = 'the baseline has no image for linux/arm64'

it.each([
  { status: 'within', reason: REASON, unchecked: true },
  { status: 'within', reason: null, unchecked: false },
  { status: 'unmeasured', reason: REASON, unchecked: false },
  { status: 'over', reason: null, unchecked: false },
] as const)('a limit that is $status with the reason $reason', ({ status, reason, unchecked }) => {
  expect(isUnchecked({ status, reason })).toBe(unchecked)
})
