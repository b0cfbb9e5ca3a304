import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileErrors } from '../../src/compile/compile-errors.ts'

function errorsIn(output: string, workingDirectory = '/repo', cwd = '/repo') {
  return compileErrors(output, workingDirectory, cwd)
}

describe('compileErrors', () => {
  it.each([
    {
      name: 'the compiler',
      output: '# example.com/x/bad\nbad/main.go:3:6: declared and not used: x\n./main.go:4:2: undefined: y\n',
      expected: [
        { file: 'bad/main.go', line: 3, column: 6, message: 'declared and not used: x' },
        { file: 'main.go', line: 4, column: 2, message: 'undefined: y' },
      ],
    },
    {
      name: 'go itself, over two lines',
      output: 'main.go:2:8: no required module provides package a.b/c; to add it:\n\tgo get a.b/c\n',
      expected: [
        {
          file: 'main.go',
          line: 2,
          column: 8,
          message: 'no required module provides package a.b/c; to add it:\ngo get a.b/c',
        },
      ],
    },
    {
      name: 'a mod file, without a column',
      output: 'go: errors parsing go.mod:\ngo.mod:2: unknown directive: foo\n',
      expected: [{ file: 'go.mod', line: 2, message: 'unknown directive: foo' }],
    },
    {
      name: 'C, from cgo',
      output:
        '# example.com/x\nmain.go:3:10: fatal error: nothere.h: No such file or directory\n    3 | // #include <nothere.h>\n',
      expected: [
        {
          file: 'main.go',
          line: 3,
          column: 10,
          message: 'fatal error: nothere.h: No such file or directory',
        },
      ],
    },
    {
      name: 'an absolute path',
      output: '/repo/a b/x.go:1:1: wrong\r\n',
      expected: [{ file: 'a b/x.go', line: 1, column: 1, message: 'wrong' }],
    },
    { name: 'a file of a dependency', output: '/home/u/go/pkg/mod/a@v1/x.go:1:1: wrong\n', expected: [] },
    { name: 'progress', output: 'go: downloading a.b/c v1.0.0\n', expected: [] },
  ])('knows the places that $name names', ({ output, expected }) => {
    expect(errorsIn(output)).toEqual(expected)
  })

  it('gives files as seen from where the run began, which annotations start at', () => {
    expect(errorsIn('./main.go:1:1: wrong', '/repo/services/api')).toMatchObject([
      { file: 'services/api/main.go' },
    ])
    expect(errorsIn('../lib/lib.go:1:1: wrong', '/repo/services')).toMatchObject([{ file: 'lib/lib.go' }])
    expect(errorsIn('../lib/lib.go:1:1: wrong', '/repo', '/repo')).toEqual([])
  })

  it('gives whole numbers for any output', () => {
    const piece = fc.oneof(
      fc.constantFrom('main.go', ':', '12', ' ', '\n', '\t', 'x.go:1:2: no\n'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        for (const { line, column = 1 } of errorsIn(pieces.join(''))) {
          expect(Number.isInteger(line) && Number.isInteger(column)).toBe(true)
        }
      }),
    )
  })
})
