import { describe, expect, it } from '@jest/globals'
import { breachMessage } from '../../src/report/breach.ts'
import { grown, limitVerdict, overBudget, platformWeight, weighIn } from './sample.ts'
import { boundOf, subjectOf } from '../support/limits.ts'

describe('breachMessage', () => {
  it('adds the largest parts of the image to what the gate says', () => {
    expect(breachMessage('Over budget: by far.', weighIn(overBudget))).toBe(
      'Over budget: by far.\n' +
        'Largest parts in proxy for linux/amd64: /proxy 2.02 MB (92 %), /etc/ssl/certs/ca-certificates.crt 181 kB (8 %).',
    )
  })

  it('speaks only of the platform that is over', () => {
    const platforms = [platformWeight({ platform: 'linux/arm64' }), platformWeight()]
    expect(breachMessage('Over.', weighIn({ ...overBudget, platforms })).split('\n')).toHaveLength(2)
  })

  it('adds what grew where that is too much, and no parts of what is not too large', () => {
    expect(breachMessage('Over.', weighIn(grown))).toBe(
      'Over.\nLargest growth in proxy for linux/amd64: golang.org/x/net v0.29.0 → v0.30.0 +120 kB (golang.org/x/net/http2).',
    )
  })

  it('takes a linked binary apart where that is too large', () => {
    const limits = [limitVerdict({ subject: subjectOf('binary'), bound: boundOf('6 MB'), status: 'over' })]
    const budget = { status: 'over', waived: false, limits, dropped: [] } as const
    expect(breachMessage('Over.', weighIn({ budget }))).toMatch(
      /^Largest parts in proxy for linux\/amd64: net\/http 1\.80 MB \(28 %\), crypto\/tls 1\.20 MB/m,
    )
  })

  it('adds nothing within the budget', () => {
    expect(breachMessage('Within budget.', weighIn())).toBe('Within budget.')
  })
})
