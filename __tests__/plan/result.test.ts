import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readResult, writeResult } from '../../src/plan/result.ts'
import { AMD64, plan, result } from './sample.ts'

const RESULT = result(plan(), AMD64)

const read = (value: unknown) =>
  readResult(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))

describe('readResult', () => {
  it('reads what writeResult writes', () => {
    expect(read(writeResult(RESULT))).toEqual({ ok: true, value: RESULT })
  })

  it.each([
    ['nothing', '', 'is not JSON'],
    ['a plan', plan(), 'is not what a result of this version has'],
    ['no image', { ...RESULT, images: [] }, 'is not what a result of this version has'],
    ['another version of the file', { ...RESULT, schemaVersion: 2 }, 'in schemaVersion'],
    ['an id that is no digest', { ...RESULT, plan: 'plan' }, 'in plan'],
    ['another Bantam', { ...RESULT, bantam: '99.0.0' }, 'was not written by Bantam'],
    ['no platform', { ...RESULT, images: [{ ...RESULT.images[0], platforms: [] }] }, 'is not what a result'],
    [
      'no weigh-in',
      { ...RESULT, images: [{ ...RESULT.images[0], weighIn: null }] },
      'has a weigh-in that is not what',
    ],
    [
      'an older weigh-in',
      { ...RESULT, images: [{ ...RESULT.images[0], weighIn: { schemaVersion: 1 } }] },
      'has a weigh-in that was written',
    ],
    [
      'a manifest that is no text',
      {
        ...RESULT,
        images: [{ ...RESULT.images[0], platforms: [{ platform: AMD64, manifest: {}, config: '' }] }],
      },
      'is not what a result',
    ],
    ['depth', '['.repeat(1000), 'is nested more than'],
  ])('refuses %s', (_, value, said) => {
    expect(read(value)).toMatchObject({ ok: false, problem: expect.stringContaining(said) })
  })

  it('gives a result or a problem for anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        const found = read(text)
        expect(found.ok ? 'a result' : found.problem).not.toBe('')
      }),
    )
  })
})
