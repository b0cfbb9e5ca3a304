import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { declareComment, declareForeignComment } from '../../src/declare/declare-comment.ts'
import type { Given } from '../../src/declare/given.ts'
import { readerOf } from '../../src/declare/reader.ts'

const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: 'https://ghe.example/api/v3' }

function given(values: Given['values']): Given {
  return { surface: 'action', values, problems: [] }
}

describe('declareComment', () => {
  const declare = (values: Given['values'], pullRequest: number | null = 7, variables: object = env) =>
    declareComment(readerOf(given(values)), { env: { ...variables }, pullRequest })

  it('is on by default, where there is a pull request', () => {
    expect(declare({ 'github-token': 't' })).toEqual({
      token: 't',
      repository: 'o/r',
      apiUrl: 'https://ghe.example/api/v3',
      silentWhenUnchanged: false,
      pullRequest: 7,
    })
    expect(declare({}, null)).toBeNull()
  })

  it.each([
    { comment: 'true', silent: false },
    { comment: 'changed', silent: true },
    { comment: 'false', silent: undefined },
  ])('reads comment: $comment', ({ comment, silent }) => {
    expect(declare({ comment })?.silentWhenUnchanged).toBe(silent)
  })

  it('goes to github.com where the runner names no server', () => {
    expect(declare({}, 7, {})?.apiUrl).toBe('https://api.github.com')
    expect(declare({}, 7, { GITHUB_API_URL: '' })?.apiUrl).toBe('https://api.github.com')
  })
})

describe('declareForeignComment', () => {
  const declare = (values: Given['values']) => declareForeignComment(given(values), { env, cwd: '/checkout' })

  it('takes a path, from where the step runs', () => {
    expect(declare({ 'weigh-in': 'weigh-ins', comment: 'changed', 'github-token': 't' })).toEqual({
      ok: true,
      value: {
        weighIn: '/checkout/weigh-ins',
        comment: {
          token: 't',
          repository: 'o/r',
          apiUrl: 'https://ghe.example/api/v3',
          silentWhenUnchanged: true,
        },
      },
    })
  })

  it.each([
    {
      values: {},
      says: 'weigh-in is missing; write the path that actions/download-artifact wrote to.',
    },
    {
      values: { 'weigh-in': 'a\nb' },
      says: 'weigh-in has several lines; write one.',
    },
    {
      values: { 'weigh-in': 'a', comment: 'false' },
      says: 'comment "false" is unknown; write true or changed.',
    },
  ])('refuses $values', ({ values, says }) => {
    const declared = declare(values)
    expect(declared.ok ? [] : sentencesOf(declared.problems, 'action')).toContain(says)
  })
})
