import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { together } from '../../src/size/together.ts'
import type { BudgetStatus, Verdict } from '../../src/weigh-in/verdict.ts'
import { limitVerdict } from '../report/sample.ts'

function verdict(status: BudgetStatus, more: Partial<Verdict> = {}): Verdict {
  return { status, waived: false, limits: [], dropped: [], ...more }
}

const statuses = fc.constantFrom<BudgetStatus>('unmeasured', 'over', 'within', 'none')

describe('together', () => {
  it.each<[readonly BudgetStatus[], BudgetStatus]>([
    [['none'], 'none'],
    [['none', 'none'], 'none'],
    [['within', 'none'], 'within'],
    [['within', 'within'], 'within'],
    [['within', 'over'], 'over'],
    [['over', 'within', 'none'], 'over'],
    [['over', 'unmeasured'], 'unmeasured'],
    [['within', 'unmeasured'], 'unmeasured'],
  ])('of %j is %s', (each, status) => {
    expect(together(each.map(one => verdict(one))).status).toBe(status)
  })

  it('lets a breach pass only where each breach is waived', () => {
    const waived = verdict('over', { waived: true })
    expect(together([waived]).waived).toBe(true)
    expect(together([waived, waived]).waived).toBe(true)
    expect(together([waived, verdict('within')]).waived).toBe(true)
    expect(together([waived, verdict('over')]).waived).toBe(false)
    expect(together([verdict('over'), waived]).waived).toBe(false)
    expect(together([verdict('within'), verdict('none')]).waived).toBe(false)
  })

  it('does not let pass what one platform could not measure, although the breach of another is waived', () => {
    const both = together([verdict('over', { waived: true }), verdict('unmeasured')])
    expect(both).toMatchObject({ status: 'unmeasured', waived: false })
  })

  it('has the limits of each in their order', () => {
    const [amd64, arm64] = ['linux/amd64', 'linux/arm64'].map(platform => limitVerdict({ platform }))
    const verdicts = [amd64!, arm64!].map(limit => verdict(limit.status, { limits: [limit] }))
    expect(together(verdicts).limits).toEqual([amd64, arm64])
  })

  it('names a limit that was dropped on every platform once', () => {
    const { subject, bound } = limitVerdict()
    const one = verdict('within', { dropped: [{ subject, bound }] })
    expect(together([one, one]).dropped).toEqual([{ subject, bound }])
  })

  it('of one verdict is that verdict', () => {
    const limits = [limitVerdict()]
    for (const waived of [true, false])
      expect(together([verdict('over', { waived, limits })])).toEqual(verdict('over', { waived, limits }))
  })

  it('does not depend on the order', () => {
    const verdicts = fc.array(fc.tuple(statuses, fc.boolean()), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(verdicts, given => {
        const each = given.map(([status, waived]) => verdict(status, { waived: status === 'over' && waived }))
        const { status, waived } = together(each)
        expect(together(each.toReversed())).toMatchObject({ status, waived })
        expect(each.map(one => one.status)).toContain(status)
      }),
    )
  })
})
