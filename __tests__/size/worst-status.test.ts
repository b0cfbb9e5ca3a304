import { expect, it } from '@jest/globals'
import { worstStatus } from '../../src/size/worst-status.ts'
import type { BudgetStatus } from '../../src/weigh-in/verdict.ts'

it.each<[statuses: readonly BudgetStatus[], worst: BudgetStatus]>([
  [['within', 'over', 'unmeasured', 'none'], 'unmeasured'],
  [['none', 'within', 'over'], 'over'],
  [['none', 'within'], 'within'],
  [['none', 'none'], 'none'],
])('of %p is %s', (statuses, worst) => {
  expect(
    worstStatus(
      statuses.map(status => ({ status })),
      'within',
    ),
  ).toBe(worst)
})

it('of nothing is the other one', () => {
  expect(worstStatus([], 'within')).toBe('within')
})
