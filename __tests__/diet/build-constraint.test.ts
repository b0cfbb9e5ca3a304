import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { holds, parseBuildConstraint, tagsOf } from '../../src/diet/build-constraint.ts'
import { askConstraintOracle } from '../support/constraint-oracle.ts'
import { describeWith } from '../support/tools.ts'

const TAGS = ['linux', 'netgo', 'go1.21', 'x_y', 'größe', '386']

/** Expressions that Go takes, and what nearly is one. */
const { expression } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...TAGS),
    tie('expression').map(operand => `!${operand}`),
    tie('expression').map(operand => `( ${operand})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', ' && ', '||', '\t|| '), tie('expression'))
      .map(parts => parts.join('')),
  ),
}))
const fragment = fc.constantFrom(
  ...TAGS,
  '(',
  ')',
  '!',
  '&&',
  '||',
  '&',
  '|',
  ' ',
  '\t',
  '-',
  ',',
  '\u00a0',
  '\u0085',
  '\ufeff',
  '"',
  '𝔸',
  '٣',
  '²',
  '\r',
  '\f',
)
const line = fc.oneof(
  expression.map(text => `//go:build ${text}`),
  fc.array(fragment, { maxLength: 12 }).map(parts => `//go:build ${parts.join('')}`),
  fc
    .tuple(
      fc.constantFrom('//go:build', '// go:build', '//go:builds', ' //go:build', '//go:build\n'),
      fragment,
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary-ascii', maxLength: 20 }).map(text => `//go:build ${text}`),
)

describeWith(['go'], 'parseBuildConstraint, beside Go itself', () => {
  it('takes what Go takes, refuses what Go refuses, and evaluates as Go does', () => {
    const lines = fc.sample(fc.tuple(line, fc.subarray(TAGS)), { numRuns: 5_000, seed: 7 })
    const expected = askConstraintOracle(lines.map(([Line, Tags]) => ({ Line, Tags })))
    expect(expected).toContain(null)
    const wrong = lines.filter(([text, tags], at) => answer(text, tags) !== expected[at])
    expect(wrong).toEqual([])
  })

  it.each([
    { name: '999 terms', text: Array.from({ length: 999 }, () => 'a').join(' || ') },
    { name: '1000 terms', text: Array.from({ length: 1000 }, () => 'a').join(' || ') },
    { name: '1001 terms', text: Array.from({ length: 1001 }, () => 'a').join(' || ') },
    { name: 'parentheses 900 deep', text: `${'('.repeat(900)}a${')'.repeat(900)}` },
    { name: 'parentheses 1100 deep', text: `${'('.repeat(1100)}a${')'.repeat(1100)}` },
    { name: 'parentheses that never close', text: '('.repeat(100_000) },
    { name: 'negations without end', text: '!('.repeat(50_000) },
  ])('agrees on $name', ({ text }) => {
    const Line = `//go:build ${text}`
    expect(answer(Line, ['a'])).toBe(askConstraintOracle([{ Line, Tags: ['a'] }])[0])
  })
})

function answer(line: string, tags: readonly string[]): boolean | null {
  const constraint = parseBuildConstraint(line)
  return constraint === null ? null : holds(constraint, tag => tags.includes(tag))
}

describe('tagsOf', () => {
  it('names every tag of a constraint', () => {
    const constraint = parseBuildConstraint('//go:build (linux && !cgo) || (!linux && x.y)')
    expect(constraint && tagsOf(constraint)).toEqual(['linux', 'cgo', 'linux', 'x.y'])
  })
})
