import { describe, expect, it } from '@jest/globals'
import type { Budget, OnOverBudget } from '../../src/declare/budget.ts'
import { exitCodeOf, gate } from '../../src/report/gate.ts'
import type { LimitVerdict, Verdict } from '../../src/weigh-in/verdict.ts'
import { limitVerdict } from './sample.ts'
import { boundOf, lineOf, subjectOf } from '../support/limits.ts'

const LIMITS = declared({ kind: 'limits', limits: [] })

function declared(budget: Budget, onOverBudget: OnOverBudget = 'fail') {
  return { budget, onOverBudget }
}

function verdict(
  status: Verdict['status'],
  limits: readonly Partial<LimitVerdict>[] = [],
  waived = false,
): Verdict {
  return { status, waived, limits: limits.map(limit => limitVerdict(limit)), dropped: [] }
}

const over = { status: 'over', actual: 3_207_123 } as const

describe('gate', () => {
  it('lets a run within its budget publish', () => {
    expect(gate(verdict('within'), LIMITS, 'action', seen(1))).toMatchObject({ pass: true, publish: true })
  })

  it('stops what is over, with metric, limit, size and excess', () => {
    const said = gate(verdict('over', [over]), LIMITS, 'terminal', seen(3_207_123))
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toBe(
      'Over budget: image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB. Make it smaller, or raise the limit in budget.',
    )
  })

  it('says which switch lets a breach through', () => {
    const warn = { ...LIMITS, onOverBudget: 'warn' } as const
    const said = gate(verdict('over', [over], true), warn, 'action', seen(3_207_123))
    expect(said).toMatchObject({ pass: true, publish: true })
    expect(said.sentence).toContain('allowed (on-over-budget: warn): image of linux/amd64 is 3.21 MB')
  })

  it('stops what was not measured, on a terminal too', () => {
    const limits = [{ subject: subjectOf('memory'), actual: null, status: 'unmeasured' }] as const
    const said = gate(verdict('unmeasured', limits), LIMITS, 'terminal', seen(1))
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toContain('memory of linux/amd64 was not measured')
  })

  it('says what of a breach the baseline had already', () => {
    const inherited = { ...over, before: 3_207_123, growth: 0, inherited: true }
    const lenient = { ...LIMITS, onOverBudget: 'fail-if-grown' } as const
    const said = gate(verdict('over', [inherited], true), lenient, 'action', seen(3_207_123))
    expect(said.pass).toBe(true)
    expect(said.sentence).toBe(
      'Over budget, but allowed (on-over-budget: fail-if-grown): image of linux/amd64 is 3.21 MB, ' +
        '207123 B (6.9 %) over its limit of 3 MB, which the baseline already exceeded (3.21 MB).',
    )
  })

  it('names what was raised or dropped since the baseline, whatever it decides', () => {
    const raised = {
      ...verdict('within', [{ raisedFrom: boundOf('2 MB') }]),
      dropped: [lineOf('memory: 8MB')],
    }
    const said = gate(raised, LIMITS, 'action', seen(1))
    expect(said.sentence).toBe(
      'Within budget. Raised since the baseline: image of linux/amd64 from 2 MB to 3 MB. ' +
        'Removed since the baseline: memory: 8MB.',
    )
    expect(said.notices).toHaveLength(2)
    const stopped = gate(
      verdict('over', [{ ...over, raisedFrom: boundOf('2 MB') }]),
      LIMITS,
      'action',
      seen(1),
    )
    expect(stopped.sentence).toContain('Raised since the baseline: image of linux/amd64 from 2 MB to 3 MB.')
    expect(stopped.notices).toEqual([])
  })

  it('passes growth from nothing, and says so', () => {
    const reason = 'there is no baseline'
    const unchecked = verdict('within', [{ bound: boundOf('+0'), limit: null, reason }])
    const said = gate(unchecked, LIMITS, 'action', seen(1, 'a first run'))
    expect(said).toMatchObject({ pass: true, sentence: 'Within budget.' })
    expect(said.notices).toEqual([
      `image of linux/amd64 passes its limit +0, because ${reason}: a first run.`,
    ])
  })

  it('tells the reason once for all limits that share it', () => {
    const limit = { limit: null, reason: 'there is no baseline' }
    const unchecked = verdict('within', [
      { ...limit, bound: boundOf('+0') },
      { ...limit, subject: subjectOf('module std'), bound: boundOf('+1 kB') },
    ])
    expect(gate(unchecked, LIMITS, 'action', seen(1, 'a first run')).notices).toEqual([
      'image of linux/amd64 and module std of linux/amd64 pass their limits, because there is no baseline: a first run.',
    ])
  })

  it('stops growth over a baseline that could not be read', () => {
    const reason = 'the baseline could not be read'
    const limits = [{ bound: boundOf('+0'), limit: null, status: 'unmeasured', reason }] as const
    const said = gate(verdict('unmeasured', limits), LIMITS, 'action', seen(1, 'the registry answered 503'))
    expect(said.pass).toBe(false)
    expect(said.sentence).toBe(
      `The budget could not be checked: image of linux/amd64 has the limit +0, but ${reason}: the registry answered 503. ` +
        'A limit that could not be checked fails the run. Run it again, or remove image: … from budget.',
    )
  })

  it('in the action, stops a run without a budget and gives the line to write', () => {
    const said = gate(verdict('none'), declared({ kind: 'undeclared' }), 'action', seen(2_202_000))
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toContain('`budget: 2.4MB` (the image is 2.20 MB today)')
  })

  it.each([
    { name: 'no budget on a terminal', budget: { kind: 'undeclared' }, surface: 'terminal' },
    { name: 'none on a terminal', budget: { kind: 'none' }, surface: 'terminal' },
    { name: 'none in the action', budget: { kind: 'none' }, surface: 'action' },
  ] as const)('passes, visibly: $name', ({ budget, surface }) => {
    const said = gate(verdict('none'), declared(budget), surface, seen(1))
    expect(said).toEqual({
      pass: true,
      publish: true,
      sentence: 'There is no budget, so any size passes.',
      notices: [],
    })
  })
})

describe('what the gate says of several limits', () => {
  const sentenceOf = (limits: readonly Partial<LimitVerdict>[], noBaseline: string | null = null) =>
    gate(verdict(limits[0]?.status ?? 'within', limits), LIMITS, 'action', seen(1, noBaseline)).sentence

  it('is each breach, apart from the others', () => {
    const two = sentenceOf([over, { ...over, platform: 'linux/arm64' }])
    expect(two).toMatch(/linux\/amd64 [^;]*; [^;]*linux\/arm64 /)
  })

  it('is each that was not measured, and what may help', () => {
    const memory = { subject: subjectOf('memory'), actual: null, status: 'unmeasured' } as const
    expect(sentenceOf([memory])).toContain('proof')
    expect(sentenceOf([{ ...memory, subject: subjectOf('binary') }])).not.toContain('proof')
    const both = sentenceOf([memory, { ...memory, subject: subjectOf('binary') }])
    expect(both).toMatch(/memory of linux\/amd64 and binary of linux\/amd64 /)
    expect(both).toMatch(/memory: … and binary: … /)
  })

  it('is to run it again only where growth could not be told', () => {
    const signed = { bound: boundOf('+0'), limit: null, actual: null, status: 'unmeasured' } as const
    const size = { actual: null, status: 'unmeasured' } as const
    const reason = 'the baseline could not be read'
    const again = (...of: Parameters<typeof sentenceOf>[0]) => sentenceOf(of).includes('again')
    expect(again({ ...signed, reason })).toBe(true)
    expect(again({ ...signed, reason }, size)).toBe(true)
    expect(again(signed)).toBe(false)
    expect(again({ ...size, reason })).toBe(false)
    expect(sentenceOf([{ ...size, subject: subjectOf('memory') }, size])).toContain('proof')
  })

  it('is why there is no baseline only where growth is limited', () => {
    const reason = 'it is not in any of the binaries'
    const size = { actual: null, status: 'unmeasured', reason } as const
    expect(sentenceOf([size], 'a first run')).not.toContain('a first run')
    expect(sentenceOf([size], 'a first run')).toContain(reason)
  })
})

describe('exitCodeOf', () => {
  it('is 1 where the gate says no', () => {
    expect([exitCodeOf({ pass: true }), exitCodeOf({ pass: false })]).toEqual([0, 1])
  })
})

function seen(imageSize: number, noBaseline: string | null = null) {
  return { imageSize, noBaseline }
}
