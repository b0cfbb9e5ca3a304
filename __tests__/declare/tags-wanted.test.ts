import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseTagPrefix, tagsWanted } from '../../src/declare/tags-wanted.ts'

const wanted = (values: Readonly<Record<string, string>>) =>
  tagsWanted({ surface: 'terminal', values, problems: [] })

describe('tagsWanted', () => {
  it.each([
    [{}, { prefix: '', describe: false }],
    [{ 'tag-prefix': ' svc/ ' }, { prefix: 'svc/', describe: false }],
    [{ 'tag-prefix': 'svc/*' }, { prefix: '', describe: false }],
    [{ ldflags: '-X main.v={{.Describe}}' }, { prefix: '', describe: true }],
    [{ tags: '{{.Tag | default .Summary}}' }, { prefix: '', describe: true }],
    [{ tags: '["{{.Describe | default \\"dev\\"}}"]' }, { prefix: '', describe: true }],
    [
      { labels: 'a=Describe', main: '{{.Describe}}' },
      { prefix: '', describe: false },
    ],
  ])('of %j', (values, expected) => {
    expect(wanted(values)).toEqual(expected)
  })
})

describe('parseTagPrefix', () => {
  it.each(['', 'svc/', 'services/api/', 'release-', 'v', 'name@', '3rdparty/', 'svc/v'])('takes %j', text => {
    expect(parseTagPrefix(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['refs/tags/svc/', 'write svc/'],
    ['svc/*', 'write what the tags begin with, such as svc/'],
    ['*', 'such as svc/'],
    ['svc/v1.4.0', 'has a version'],
    ['v1.4', 'has a version'],
    ['{{.Env.SVC}}/', 'is not a template'],
    ['a b/', 'cannot begin a git tag'],
    ['a..b/', 'cannot begin a git tag'],
    ['-x', 'cannot begin a git tag'],
    ['a:b', 'cannot begin a git tag'],
  ])('refuses %j', (text, because) => {
    expect(parseTagPrefix(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('gives git no option and no pattern', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const prefix = parseTagPrefix(text)
        if (prefix.ok) expect(prefix.value).not.toMatch(/^-|[*?[\\\s]/)
      }),
    )
  })
})
