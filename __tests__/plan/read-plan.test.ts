import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readPlan, writePlan } from '../../src/plan/read-plan.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { changed, plan } from './sample.ts'

const read = (text: string) => readPlan(new TextEncoder().encode(text))

function problem(text: string): string {
  const found = read(text)
  return found.ok ? '' : found.problem
}

const PLAN = plan({ budget: 'image: 3MB,binary: +2%,module golang.org/x/net@linux/arm64: +0' })
const [IMAGE] = PLAN.images

/** With an id that fits, as a program would write it that means harm. */
const written = (change: Partial<Plan>) => writePlan(changed(PLAN, change))

describe('readPlan', () => {
  it('reads what writePlan writes', () => {
    expect(read(writePlan(PLAN))).toEqual({ ok: true, value: PLAN })
  })

  it('reads it whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(PLAN).toReversed())
    expect(read(JSON.stringify(turned))).toEqual({ ok: true, value: PLAN })
  })

  it.each([
    ['nothing', '', 'is not JSON'],
    ['no JSON', 'plan', 'is not JSON'],
    ['a list', '[]', 'is not what a plan of this version has'],
    [
      'a weigh-in',
      '{"schemaVersion":2,"bantam":"0.1.0"}',
      'is not what a plan of this version has in schemaVersion',
    ],
    [
      'another id',
      writePlan({ ...PLAN, id: `sha256:${'0'.repeat(64)}` }),
      'was changed after it was written',
    ],
    [
      'another budget under the same id',
      writePlan({ ...PLAN, images: [{ ...IMAGE, budget: { kind: 'none' } }] }),
      'was changed after it was written',
    ],
    [
      'other tags under the same id',
      writePlan({ ...PLAN, images: [{ ...IMAGE, references: ['registry.example/o/proxy:evil'] }] }),
      'was changed after it was written',
    ],
    ['another Bantam', written({ bantam: '99.0.0' }), 'was written by Bantam 99.0.0, and this is'],
    ['a version that is none', written({ bantam: '\u001B[31m' }), 'was written by Bantam of another version'],
    ['no image', writePlan({ ...PLAN, images: [] as never }), 'is not what a plan of this version has'],
    ['the same image twice', written({ images: [IMAGE, IMAGE] }), 'has the same image twice'],
    [
      'the same platform twice',
      written({ images: [{ ...IMAGE, platforms: ['linux/amd64', 'linux/amd64'] }] }),
      'has the same platform twice',
    ],
    [
      'a platform that is none',
      written({ images: [{ ...IMAGE, platforms: ['plan9/amd64'] }] }),
      'is not what a plan of this version has',
    ],
    [
      'a reference that is none',
      written({ images: [{ ...IMAGE, references: ['https://ghcr.io/o/p'] }] }),
      'is not what a plan of this version has',
    ],
    [
      'a push to nowhere',
      written({ images: [{ ...IMAGE, references: [] }] }),
      'pushes an image that has no reference',
    ],
    [
      'a descriptor too few',
      written({ images: [{ ...IMAGE, index: { annotations: {}, descriptors: [{}] } }] }),
      'one descriptor for each platform',
    ],
    [
      'a limit of 0',
      written({
        images: [
          {
            ...IMAGE,
            budget: {
              kind: 'limits',
              limits: [{ subject: { kind: 'image' }, bound: { kind: 'size', amount: 0 }, platform: null }],
            },
          },
        ],
      }),
      'is not what a plan of this version has',
    ],
    ['depth', '['.repeat(1000), 'is nested more than'],
  ])('refuses %s', (_, text, said) => {
    expect(problem(text)).toContain(said)
  })

  it('refuses what is too large, and bytes that are no text', () => {
    const large = readPlan(Buffer.alloc(9 * 1024 * 1024, ' '))
    expect(large).toMatchObject({ ok: false, problem: expect.stringContaining('is larger than') })
    expect(readPlan(Uint8Array.of(0xff, 0xfe))).toMatchObject({ ok: false, problem: 'is not UTF-8' })
  })

  it('gives a plan or a problem for anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        const found = read(text)
        expect(found.ok ? 'a plan' : found.problem).not.toBe('')
      }),
    )
  })
})
