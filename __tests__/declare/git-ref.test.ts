import { expect, it } from '@jest/globals'
import { parseGitRef } from '../../src/declare/git-ref.ts'
import { problemOf } from '../support/sentences.ts'

it.each(['main', 'origin/main', 'v1.4.0', 'a'.repeat(40), 'HEAD~3', 'HEAD^', 'svc/v1.0.0'])(
  'takes %s',
  text => {
    expect(parseGitRef(` ${text} `)).toEqual({ ok: true, value: text })
  },
)

it.each([
  ['--output=/etc/x', 'begins with "-"'],
  ['main...topic', 'is a range'],
  ['{{.Tag}}', 'is not a template'],
  ['main:go.mod', 'is not the name of a commit'],
  ['two words', 'is not the name of a commit'],
  ['/etc', 'is not the name of a commit'],
])('refuses %s', (text, because) => {
  expect(problemOf(parseGitRef(text))).toContain(because)
})
