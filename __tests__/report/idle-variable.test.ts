import { expect, it } from '@jest/globals'
import { sentenceText } from '../../src/clause.ts'
import type { Idle } from '../../src/declare/linker-variables.ts'
import { describeIdleVariable } from '../../src/report/idle-variable.ts'

it.each<[Idle, RegExp]>([
  [{ kind: 'no package', meant: 'a/c' }, /package a\/b is not compiled in; did you mean a\/c\.v\?$/],
  [{ kind: 'no package', meant: null }, /package a\/b is not compiled in\.$/],
  [{ kind: 'main by its path' }, /write -X main\.v\.$/],
  [{ kind: 'no variable', meant: 'w' }, /has no variable v; did you mean a\/b\.w\?$/],
  [{ kind: 'no variable but', is: 'const' }, /v is a constant; declare it as var v string\.$/],
  [{ kind: 'no string', type: 'int' }, /v is not a string \(int\)/],
  [{ kind: 'computed' }, /computes v when it starts/],
  [{ kind: 'unused' }, /nothing in the program uses v\.$/],
])('%j', (why, says) => {
  const said = describeIdleVariable({ variable: { path: 'a/b', name: 'v', value: '1' }, why })
  const sentence = sentenceText(said, 'action')
  expect(sentence).toMatch(/^-X a\/b\.v in ldflags sets nothing, because /)
  expect(sentence).toMatch(says)
})
