import { describe, expect, it } from '@jest/globals'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { Surroundings } from '../../src/declare/surroundings.ts'
import { surroundings } from './surroundings.ts'

function declared(values: Readonly<Record<string, string>>, around: Surroundings = surroundings()) {
  return declareImage({ surface: around.surface, values, problems: [] }, around)
}

function baselineOf(values: Readonly<Record<string, string>>, around?: Surroundings) {
  const result = declared(values, around)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.spec.baseline
}

const job = (env: Readonly<Record<string, string>>, branch: string | null = null) =>
  surroundings({ surface: 'action', env }, { branch })
const repository = { registry: 'ghcr.io', repository: 'o/x' }

describe('baseline', () => {
  it.each([
    {
      name: 'a pull request is compared with the branch that it goes into',
      around: job({ GITHUB_BASE_REF: 'release/1.x', GITHUB_HEAD_REF: 'feature' }, 'feature'),
      values: { image: 'ghcr.io/o/x', baseline: 'auto' },
      baseline: { kind: 'auto', reference: { ...repository, identifier: 'release-1.x' } },
    },
    {
      name: 'a push is compared with what its branch published last, in the first repository',
      around: job({ GITHUB_BASE_REF: '', GITHUB_REF_TYPE: 'branch' }, 'main'),
      values: { image: 'ghcr.io/o/x, docker.io/o/x' },
      baseline: { kind: 'auto', reference: { ...repository, identifier: 'main' } },
    },
    {
      name: 'a tag is of no branch',
      around: job({ GITHUB_REF_TYPE: 'tag' }, 'main'),
      values: { image: 'ghcr.io/o/x' },
      baseline: { kind: 'auto', reference: null, why: 'the event is about no branch' },
    },
    {
      name: 'without image there is nowhere to look',
      around: job({ GITHUB_BASE_REF: 'main' }),
      values: {},
      baseline: { kind: 'auto', reference: null, why: 'image names no repository to look for one in' },
    },
    {
      name: 'a terminal looks for none by itself',
      around: surroundings(),
      values: { image: 'ghcr.io/o/x' },
      baseline: { kind: 'auto', reference: null, why: 'none was named, and baseline can name one' },
    },
    {
      name: 'what the user names',
      around: surroundings(),
      values: { baseline: ' ./main.json ' },
      baseline: { kind: 'given', text: './main.json' },
    },
    {
      name: 'none',
      around: surroundings(),
      values: { baseline: 'none', budget: '3MB' },
      baseline: { kind: 'none' },
    },
  ])('$name', ({ values, around, baseline }) => {
    expect(baselineOf(values, around)).toEqual(baseline)
  })

  it.each([
    {
      values: { baseline: 'none', budget: 'image: +50kB\nbinary: +2%' },
      said: /"image: \+50kB" and "binary: \+2%"/,
    },
    { values: { baseline: 'build' }, said: /not to be had yet/ },
    { values: { baseline: ' ' }, said: /is empty/ },
  ])('$values is a problem', ({ values, said }) => {
    const result = declared(values)
    expect(result.ok ? [] : result.problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(said),
    ])
  })
})
