import { describe, expect, it } from '@jest/globals'
import { declareMerge } from '../../src/declare/declare-merge.ts'
import type { Given } from '../../src/declare/given.ts'
import { sentencesOf } from '../support/sentences.ts'
import { surroundings } from './surroundings.ts'

const PLACES = { plan: 'p.json', results: 'r' }

function declared(values: Given['values'], around: Parameters<typeof surroundings>[0] = {}) {
  const surface = around.surface ?? 'terminal'
  return declareMerge({ surface, values, problems: [] }, surroundings({ surface, ...around }))
}

function spec(values: Given['values'], around: Parameters<typeof surroundings>[0] = {}) {
  const found = declared({ ...PLACES, ...values }, around)
  if (!found.ok) throw new Error(sentencesOf(found.problems, 'terminal').join('\n'))
  return found.value
}

describe('declareMerge', () => {
  it('has absolute paths, and no report on a terminal', () => {
    expect(spec({})).toMatchObject({
      plan: '/checkout/service/p.json',
      planId: null,
      results: '/checkout/service/r',
      report: null,
      push: false,
      comment: null,
      credentials: null,
    })
    expect(spec({ report: 'a.json' }).report).toBe('/checkout/service/a.json')
    const env = { RUNNER_TEMP: '/runner' }
    expect(spec({}, { surface: 'action', env }).report).toBe('/runner/bantam.json')
  })

  it.each([
    ['action', 'push', {}, true],
    ['action', 'release', {}, true],
    ['action', 'pull_request', {}, false],
    ['action', 'workflow_run', {}, false],
    ['action', 'push', { push: 'false' }, false],
    ['action', 'pull_request', { push: 'true' }, true],
    ['terminal', null, {}, false],
    ['terminal', null, { push: 'true' }, true],
  ] as const)('on %s, for the event %s and %j, moves tags: %s', (surface, event, values, push) => {
    expect(spec(values, { surface, event }).push).toBe(push)
  })

  it('has the id of the only plan that may be merged', () => {
    const id = `sha256:${'a'.repeat(64)}`
    expect(spec({ 'plan-id': id }).planId).toBe(id)
  })

  it('comments on a pull request', () => {
    const env = { GITHUB_REPOSITORY: 'o/r' }
    const around = { surface: 'action', event: 'pull_request', pullRequest: 7, env } as const
    expect(spec({ 'github-token': 't' }, around).comment).toMatchObject({ pullRequest: 7, token: 't' })
    expect(spec({ comment: 'false' }, around).comment).toBeNull()
  })

  it('reports all that is missing at once', () => {
    const found = declared({})
    expect(found.ok ? [] : sentencesOf(found.problems, 'action')).toHaveLength(2)
  })
})
