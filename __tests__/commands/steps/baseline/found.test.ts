import { describe, expect, it } from '@jest/globals'
import { absent, NOTHING, unreadable } from '../../../../src/commands/steps/baseline/found.ts'

describe('a baseline that was not read', () => {
  it('says what is positively not there, and where', () => {
    const report = { ...NOTHING, reference: 'ghcr.io/o/x:main', reason: 'it is not there' }
    expect(absent('it is not there', 'ghcr.io/o/x:main')).toEqual({
      status: 'absent',
      reason: 'it is not there',
      report,
    })
  })

  it('keeps apart what could not be read', () => {
    const place = { kind: 'cache', reference: null } as const
    expect(unreadable('it is cut off', place)).toEqual({
      status: 'unreadable',
      reason: 'it is cut off',
      report: { ...NOTHING, ...place, reason: 'it is cut off' },
    })
  })
})
