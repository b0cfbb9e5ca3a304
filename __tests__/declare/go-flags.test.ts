import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clause, clauseText } from '../../src/clause.ts'
import {
  checkGoFlags,
  parseBuildFlags,
  parseBuildTag,
  parseBuildVariable,
} from '../../src/declare/go-flags.ts'
import { problemOf } from '../support/sentences.ts'

describe('parseBuildFlags', () => {
  it.each([
    [[]],
    [['-v', '-x']],
    [['-buildmode=pie']],
    [['-buildmode', 'pie']],
    [['-mod', 'vendor']],
    [['-gcflags=all=-l']],
    [['-pgo=auto', '-p', '2']],
  ])('takes %j', words => {
    expect(parseBuildFlags(words)).toEqual({ ok: true, value: words })
  })

  it.each([
    [['-toolexec', 'x'], 'has -toolexec'],
    [['--toolexec=x'], 'has -toolexec'],
    [['-v', '-o=x'], 'has -o'],
    [['-buildmode', 'plugin'], 'has -buildmode=plugin'],
    [['-buildmode=c-archive'], 'no static executable'],
    [['-buildmode'], 'no static executable'],
    [['-tags=a'], 'write it in build-tags'],
    [['-ldflags=-w', '-race'], 'write it in ldflags, and has -race'],
    [['-C', 'x'], 'working-directory'],
    [['-buildvcs=true'], 'write build-vcs'],
    [['.'], 'has ".", which is not a flag; write packages in main'],
    [['-p', '1', './cmd/a'], 'has "./cmd/a", which is not a flag'],
    [['-trimpath', './cmd/a'], 'has "./cmd/a", which is not a flag'],
    [['-mod=mod', './cmd/a'], 'has "./cmd/a", which is not a flag'],
    [['-v', '--', './cmd/a'], 'has "--", which is not a flag'],
  ])('refuses %j', (words, because) => {
    expect(problemOf(parseBuildFlags(words))).toContain(because)
  })

  it('never takes -toolexec, wherever it stands', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('-toolexec', '--toolexec', '-toolexec=x', '-v'))
    fc.assert(
      fc.property(fc.array(word), words => {
        if (parseBuildFlags(words).ok) expect(words.filter(w => /^--?toolexec(=|$)/.test(w))).toEqual([])
      }),
    )
  })
})

describe('parseBuildVariable', () => {
  it.each(['GOOS', 'GOARCH', 'GOARM', 'GOAMD64', 'CGO_ENABLED', 'GOTOOLCHAIN'])('refuses %s', name => {
    expect(problemOf(parseBuildVariable({ name, value: 'x' }))).toContain('is set by Bantam; write')
  })

  it.each([
    ['GOPRIVATE', 'example.com'],
    ['GOFLAGS', '-mod=vendor'],
    ['CC', 'musl-gcc'],
    ['constructor', 'x'],
  ])('takes %s', (name, value) => {
    expect(parseBuildVariable({ name, value })).toEqual({ ok: true, value: { name, value } })
  })
})

describe('checkGoFlags', () => {
  it.each(['-toolexec=x', '-v --toolexec=x', `'-toolexec=x y'`, '"-toolexec=x"', '-v\t-toolexec=x'])(
    'refuses %j',
    value => {
      expect(clauseText(clause`${checkGoFlags(value) ?? ''}`, 'action')).toContain('-toolexec')
    },
  )

  it.each(['', '-mod=mod -v', '-tags=toolexec'])('takes %j', value => {
    expect(checkGoFlags(value)).toBeNull()
  })
})

describe('parseBuildTag', () => {
  it.each(['netgo', 'go1.26', 'my_tag', 'größe'])('takes %s', tag => {
    expect(parseBuildTag(tag)).toEqual({ ok: true, value: tag })
  })

  it.each(['!cgo', 'a&&b', '-tags', 'a-b', ''])('refuses %j', tag => {
    expect(parseBuildTag(tag).ok).toBe(false)
  })
})
