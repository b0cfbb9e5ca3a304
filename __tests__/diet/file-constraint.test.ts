import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { holds } from '../../src/diet/build-constraint.ts'
import { constraintOfHeader, nameHolds } from '../../src/diet/file-constraint.ts'
import { ARCHITECTURES, SYSTEMS } from '../../src/diet/known-systems.ts'
import { askConstraintOracle } from '../support/constraint-oracle.ts'
import { describeWith } from '../support/tools.ts'

const SET = ['linux', 'amd64', 'gc', 'unix', 'yes']

const headers = fc
  .array(
    fc.constantFrom(
      '',
      '// a licence',
      '/* a',
      'comment */',
      '/* one */ // two',
      '/**/',
      '  ',
      '*/',
      '/*',
      'import "x" // y',
      '//go:build yes',
      '//go:build !yes',
      '\t//go:build no || yes',
      '// go:build no',
      '/* //go:build no */',
      'package a',
      '/* x */ package b',
    ),
    { maxLength: 8 },
  )
  .map(lines => `${lines.join('\n')}\npackage p\n`)
const names = fc
  .array(fc.constantFrom('linux', 'windows', 'amd64', 'arm64', 'unix', 'file', 'yes', '', '386.x'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(words => `${words.join('_')}.go`)
  .filter(name => !/^[._]/.test(name))

describeWith(['go'], 'the constraints of a file, beside Go itself', () => {
  it('reads headers and names as go/build does', () => {
    const files = fc.sample(fc.tuple(names, headers), { numRuns: 5_000, seed: 3 })
    const expected = askConstraintOracle(files.map(([Name, Head]) => ({ Name, Head, Tags: ['yes'] })))
    expect(new Set(expected)).toEqual(new Set([true, false, null]))
    // Of a file that Go refuses there is nothing to agree on.
    const wrong = files.filter(
      ([name, head], at) => expected[at] !== null && counts(name, head) !== expected[at],
    )
    expect(wrong).toEqual([])
  })

  it('knows the systems that Go knows', () => {
    const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
    const list = readFileSync(path.join(goroot, 'src/internal/syslist/syslist.go'), 'utf8')
    const known = (name: string) =>
      new Set((new RegExp(`var ${name} = map.*?^\\}`, 'ms').exec(list)?.[0] ?? '').match(/(?<=")\w+(?=":)/g))
    expect(SYSTEMS).toEqual(known('KnownOS'))
    expect(ARCHITECTURES).toEqual(known('KnownArch'))
  })
})

function counts(name: string, header: string): boolean {
  const isSet = (tag: string) => SET.includes(tag)
  const constraint = constraintOfHeader(header)
  return nameHolds(name, isSet) && (constraint === null || holds(constraint, isSet))
}

describe('constraintOfHeader', () => {
  it('survives what is no Go at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), garbage => {
        expect(() => constraintOfHeader(`${garbage}//go:build ${garbage}`)).not.toThrow()
      }),
    )
  })

  it('reads a head that is one comment from end to end', () => {
    expect(constraintOfHeader(`/*${'/*'.repeat(100_000)}\n//go:build x`)).toBeNull()
    expect(constraintOfHeader(`${'/**/'.repeat(100_000)}\n//go:build x`)).toEqual({ kind: 'tag', tag: 'x' })
  })
})
