import { describe, expect, it } from '@jest/globals'
import { smokeStage } from '../../src/report/stages.ts'

describe('smokeStage', () => {
  const seen = ['/svc ended with 0']

  it('has no line where no smoke test was asked for', () => {
    expect(smokeStage({ status: 'not asked', seen: [] }, 0, null)).toEqual([])
  })

  it('says what was seen', () => {
    expect(smokeStage({ status: 'passed', seen }, 7, null)).toEqual([
      { stage: 'smoke', what: 'the image, isolated', ms: 7, note: '/svc ended with 0' },
    ])
  })

  it('names each of several platforms, and says which were not run', () => {
    expect(smokeStage({ status: 'passed', seen }, 7, 'linux/amd64')).toMatchObject([{ what: 'linux/amd64' }])
    expect(smokeStage({ status: 'not run', seen: ['it cannot start'] }, 0, 'linux/s390x')).toEqual([
      { stage: 'smoke', what: 'linux/s390x', ms: null, note: 'not run: it cannot start' },
    ])
  })
})
