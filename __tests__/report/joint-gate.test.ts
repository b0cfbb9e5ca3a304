import { describe, expect, it } from '@jest/globals'
import type { Gate } from '../../src/report/gate.ts'
import { jointGate, type NamedGate } from '../../src/report/joint-gate.ts'

const within: Gate = { pass: true, publish: true, sentence: 'Within budget.', notices: [] }

function named(name: string, gate: Partial<Gate> = {}, status: NamedGate['status'] = 'within'): NamedGate {
  return { name, status, gate: { ...within, ...gate } }
}

describe('jointGate', () => {
  it('says one thing where all are well', () => {
    expect(jointGate([named('api'), named('web')])).toEqual({
      ...within,
      sentence: 'All images are within budget.',
    })
    expect(jointGate([named('api')]).sentence).toBe('Within budget.')
  })

  it('does not call an image without a budget within one', () => {
    const free = named('free', { sentence: 'There is no budget, so any size passes.' }, 'none')
    expect(jointGate([free, free]).sentence).toBe('There is no budget, so any size passes.')
    expect(jointGate([free, named('api')]).sentence).toBe('All images with a budget are within it.')
  })

  it('fails as soon as one does, and names those that there is something to say of', () => {
    const over = named('web', { pass: false, publish: false, sentence: 'Over budget: 1 B.' }, 'over')
    const raised = named('job', { sentence: 'Within budget. Raised: x.', notices: ['Raised: x.'] })
    expect(jointGate([named('api'), over, raised])).toEqual({
      pass: false,
      publish: false,
      sentence: 'Image web: Over budget: 1 B. Image job: Within budget. Raised: x.',
      notices: ['Raised: x.'],
    })
  })

  it('says nothing of an image that only has a limit without a baseline', () => {
    const first = named('api', { notices: ['image passes its limit +1 B, because there is no baseline.'] })
    const over = named('web', { pass: false, publish: false, sentence: 'Over budget: 1 B.' }, 'over')
    expect(jointGate([first, over])).toMatchObject({
      sentence: 'Image web: Over budget: 1 B.',
      notices: first.gate.notices,
    })
    expect(jointGate([first, named('web')]).sentence).toBe('All images are within budget.')
  })

  it('names a breach that was let through', () => {
    const waived = named('web', { sentence: 'Over budget, but allowed: 1 B.' }, 'over')
    expect(jointGate([named('api'), waived])).toMatchObject({
      pass: true,
      sentence: 'Image web: Over budget, but allowed: 1 B.',
    })
  })

  it('of many names most, and those that fail first', () => {
    const over = (at: number) => named(`s${at}`, { pass: false, sentence: 'Over budget: 1 B.' }, 'over')
    const waived = named('w', { sentence: 'Over budget, but allowed: 1 B.' }, 'over')
    const { sentence } = jointGate([waived, ...Array.from({ length: 30 }, (_, at) => over(at))])
    expect(sentence).toMatch(
      /^Image s0: Over budget: 1 B\. Image s1: .* Image s2: Over budget: 1 B\. Not within budget either: s3, .*, s22 and 7 more\. Read the limits of these too: w\.$/,
    )
  })
})
