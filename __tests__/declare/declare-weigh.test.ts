import { describe, expect, it } from '@jest/globals'
import { declareWeigh } from '../../src/declare/declare-weigh.ts'
import type { Given } from '../../src/declare/given.ts'

function weigh(values: Given['values']) {
  return declareWeigh({ surface: 'terminal', values, problems: [] })
}

describe('declareWeigh', () => {
  it('has a default for everything', () => {
    expect(weigh({})).toEqual({
      ok: true,
      value: { platforms: 'usual', depth: 'package', budget: null, credentials: null },
    })
  })

  it('takes what is asked for', () => {
    const values = {
      depth: 'function',
      budget: '3MB',
      'registry-username': 'me',
      'registry-password': 's3cret',
    }
    expect(weigh(values)).toEqual({
      ok: true,
      value: {
        platforms: 'usual',
        depth: 'function',
        budget: '3MB',
        credentials: { username: 'me', password: 's3cret' },
      },
    })
  })

  it.each([
    { platforms: 'all', read: 'all' },
    { platforms: 'linux/arm64', read: [{ os: 'linux', architecture: 'arm64' }] },
    {
      platforms: 'linux/amd64, linux/arm/v6',
      read: [
        { os: 'linux', architecture: 'amd64' },
        { os: 'linux', architecture: 'arm', variant: 'v6' },
      ],
    },
  ])('reads platforms: $platforms', ({ platforms, read }) => {
    expect(weigh({ platforms })).toMatchObject({ ok: true, value: { platforms: read } })
  })

  it.each([
    { values: { platforms: 'all, linux/amd64' }, wrong: [['platforms', 'all']] },
    { values: { depth: 'module' }, wrong: [['depth', 'module']] },
    {
      values: { platforms: 'windows/amd64', 'registry-username': 'me' },
      wrong: [
        ['platforms', 'windows/amd64'],
        ['registry-username', ''],
      ],
    },
  ])('refuses $values', ({ values, wrong }) => {
    const checked = weigh(values)
    expect(checked.ok ? [] : checked.problems.map(({ input, value }) => [input, value])).toEqual(wrong)
  })
})
