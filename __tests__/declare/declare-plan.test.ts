import { describe, expect, it } from '@jest/globals'
import { declarePiece, declarePlan } from '../../src/declare/declare-plan.ts'
import type { Given } from '../../src/declare/given.ts'
import { sentencesOf } from '../support/sentences.ts'

const TERMINAL = { cwd: '/checkout', env: {} }
const JOB = { cwd: '/checkout', env: { RUNNER_TEMP: '/runner' } }

const given = (values: Given['values'], surface: Given['surface'] = 'terminal'): Given => ({
  surface,
  values,
  problems: [],
})

describe('declarePlan', () => {
  it('writes to the path that is given, or in a job to its temporary directory', () => {
    const runners = { 'linux/arm64': 'x' }
    expect(declarePlan(given({ plan: 'a/p.json', runners: 'linux/arm64=x' }), TERMINAL)).toEqual({
      ok: true,
      value: { file: '/checkout/a/p.json', runners },
    })
    expect(declarePlan(given({}, 'action'), JOB)).toEqual({
      ok: true,
      value: { file: '/runner/bantam-plan.json', runners: {} },
    })
  })

  it('needs a path elsewhere', () => {
    for (const [surface, place] of [
      ['terminal', JOB],
      ['action', TERMINAL],
    ] as const) {
      const declared = declarePlan(given({}, surface), place)
      expect(declared.ok ? [] : sentencesOf(declared.problems, 'terminal')).toEqual([
        '--plan is missing; write the path to write the plan to.',
      ])
    }
  })
})

describe('declarePiece', () => {
  it('is null without a plan', () => {
    expect(declarePiece(given({ platforms: 'linux/amd64' }), TERMINAL)).toEqual({ ok: true, value: null })
  })

  it('has the files, the platforms and the images', () => {
    const values = { plan: 'p.json', result: 'r.json', platforms: 'linux/amd64,linux/arm64', only: 'api' }
    expect(declarePiece(given(values), TERMINAL)).toEqual({
      ok: true,
      value: {
        plan: '/checkout/p.json',
        result: '/checkout/r.json',
        platforms: ['linux/amd64', 'linux/arm64'],
        only: ['api'],
      },
    })
    expect(declarePiece(given({ plan: '/p.json' }, 'action'), JOB)).toMatchObject({
      ok: true,
      value: { plan: '/p.json', result: '/runner/bantam-result.json', platforms: [], only: [] },
    })
  })

  it('refuses a result without a plan, and on a terminal a plan without a result', () => {
    expect(declarePiece(given({ result: 'r' }), TERMINAL)).toMatchObject({ ok: false })
    expect(declarePiece(given({ plan: 'p' }), TERMINAL)).toMatchObject({ ok: false })
  })
})
