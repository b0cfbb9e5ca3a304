import { describe, expect, it } from '@jest/globals'
import { breachMessage } from '../../src/report/breach.ts'
import { overBudget, platformWeight, weighIn } from './sample.ts'

describe('breachMessage', () => {
  it('adds the largest parts of the image to what the gate says', () => {
    expect(breachMessage('Over budget: by far.', weighIn(overBudget))).toBe(
      'Over budget: by far.\n' +
        'Largest parts of proxy for linux/amd64: /proxy 2.02 MB (92 %), /etc/ssl/certs/ca-certificates.crt 181 kB (8 %).',
    )
  })

  it('speaks only of the platform that is over', () => {
    const platforms = [platformWeight({ platform: 'linux/arm64' }), platformWeight()]
    expect(breachMessage('Over.', weighIn({ ...overBudget, platforms })).split('\n')).toHaveLength(2)
  })

  it('adds nothing within the budget', () => {
    expect(breachMessage('Within budget.', weighIn())).toBe('Within budget.')
  })
})
