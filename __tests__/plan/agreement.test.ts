import { describe, expect, it } from '@jest/globals'
import { clauseText } from '../../src/clause.ts'
import type { Given } from '../../src/declare/given.ts'
import { disagreements } from '../../src/plan/agreement.ts'
import { plan } from './sample.ts'

const SAME = { planned: 'a'.repeat(40), declared: 'a'.repeat(40) }

function said(values: Given['values'], revisions: Parameters<typeof disagreements>[2] = SAME) {
  const [[planned], [declared]] = [plan().images, plan(values).images]
  return disagreements(planned, declared, revisions).map(one => clauseText(one, 'action'))
}

describe('disagreements', () => {
  it('has none for the same inputs', () => {
    expect(said({})).toEqual([])
  })

  it.each<[string, Given['values'], string]>([
    ['push', { push: 'false' }, 'pushes, but this run does not; give push and image as the plan has them'],
    [
      'tags',
      { tags: 'v1' },
      'registry.example/o/proxy:latest, but this run has registry.example/o/proxy:v1;',
    ],
    ['many tags', { tags: 'a,b,c,d,e' }, 'and 2 more; give image and tags'],
    ['budget', { budget: 'none' }, 'has the budget "image: 3MB" (fail), but this run has "none" (fail)'],
    ['on-over-budget', { 'on-over-budget': 'warn' }, 'but this run has "image: 3MB" (warn)'],
    ['another setting', { ldflags: '-X main.a=b' }, 'was made with other settings than this run has'],
  ])('names %s', (_, values, text) => {
    expect(said(values).join('\n')).toContain(text)
  })

  it('names the commits', () => {
    expect(said({}, { ...SAME, declared: 'b'.repeat(40) })).toEqual([
      'is of commit aaaaaaa, but this checkout is bbbbbbb; check out the same commit in all jobs',
    ])
    expect(said({}, { ...SAME, planned: null }).join()).toContain('is of commit an unknown one')
  })

  it('says that a run pushes although the plan does not', () => {
    const [[planned], [declared]] = [plan({ push: 'false' }).images, plan().images]
    const [first] = disagreements(planned, declared, SAME)
    expect(clauseText(first ?? [], 'terminal')).toContain('does not push, but this run does; give --push')
  })
})
