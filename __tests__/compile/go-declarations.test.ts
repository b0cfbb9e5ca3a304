import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { goDeclarations } from '../../src/compile/go-declarations.ts'
import { goTokens } from '../../src/compile/go-tokens.ts'
import { describeWith } from '../support/tools.ts'

const SOURCE = `// var comment string
package main

import ("fmt"; v "example.com/v")

/* var block string */ var version string
var (
	commit, date string // var inner string
	branch = "main" +
		"line"
	raw = \`
var inRaw string
\`
	count int = 3
	called = v.F("x", 1)
	first, second = pair()
	one, two = "1", fmt.Sprint(2)
	alias = konst
	converted = string("x")
	element = os.Args[0]
	list = []string{"a"}
	made = func() string { var inFunc string; return inFunc }()
	named v.Version = "x"
	ünïcode string
	r = '"'
)
var m map[string]struct{ a string } = nil; var afterSemicolon string
const konst = "c"
const (
	A = iota
	B
)
type T struct { version2 string }
func (t T) method() { var local string; _ = local }
func free[X any](x X) { version3 := "x" }
var _ = "blank"
var last string`

describe('goDeclarations', () => {
  const found = goDeclarations(SOURCE)

  it.each([
    ['version', { kind: 'var', type: 'string', value: 'none' }],
    ['commit', { kind: 'var', type: 'string', value: 'none' }],
    ['date', { kind: 'var', type: 'string', value: 'none' }],
    ['branch', { kind: 'var', type: null, value: 'string' }],
    ['raw', { kind: 'var', type: null, value: 'string' }],
    ['count', { kind: 'var', type: 'int', value: 'number' }],
    ['called', { kind: 'var', type: null, value: 'computed' }],
    ['first', { kind: 'var', type: null, value: 'computed' }],
    ['second', { kind: 'var', type: null, value: 'computed' }],
    ['one', { kind: 'var', type: null, value: 'string' }],
    ['two', { kind: 'var', type: null, value: 'computed' }],
    ['alias', { kind: 'var', type: null, value: 'unknown' }],
    ['converted', { kind: 'var', type: null, value: 'unknown' }],
    ['element', { kind: 'var', type: null, value: 'computed' }],
    ['list', { kind: 'var', type: null, value: 'computed' }],
    ['made', { kind: 'var', type: null, value: 'computed' }],
    ['named', { kind: 'var', type: 'v.Version', value: 'string' }],
    ['ünïcode', { kind: 'var', type: 'string', value: 'none' }],
    ['m', { kind: 'var', type: 'map[string]struct{astring}', value: 'unknown' }],
    ['afterSemicolon', { kind: 'var', type: 'string', value: 'none' }],
    ['konst', { kind: 'const', type: null, value: 'string' }],
    ['B', { kind: 'const', type: null, value: 'none' }],
    ['T', { kind: 'type', type: null, value: 'none' }],
    ['free', { kind: 'func', type: null, value: 'none' }],
    ['last', { kind: 'var', type: 'string', value: 'none' }],
  ] as const)('%s', (name, declaration) => expect(found.get(name)).toEqual(declaration))

  it.each([
    'comment',
    'block',
    'inner',
    'inRaw',
    'inFunc',
    'version2',
    'version3',
    'local',
    'method',
    '_',
    'fmt',
  ])('does not take %s for a declaration', name => expect(found.has(name)).toBe(false))

  it('reads anything to its end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('var', 'a', '"', '`', "'", '(', ')', '{', '=', '/*', '//', '\n', '\\', '😀', ','),
        ),
        parts => {
          const source = parts.join('')
          const length = [...goTokens(source)].reduce((sum, { text }) => sum + text.length, 0)
          // A line's end adds at most one semicolon.
          return length <= 2 * source.length + 1 && goDeclarations(source) !== null
        },
      ),
    )
  })
})

describeWith(['go'], "goDeclarations of Go's own library", () => {
  it.each([
    ['runtime', 'buildVersion', { kind: 'var', type: 'string', value: 'none' }],
    ['net/http', 'DefaultClient', { kind: 'var', value: 'computed' }],
    ['unicode', 'Version', { kind: 'const', value: 'string' }],
    ['strings', 'NewReader', { kind: 'func' }],
  ])('%s.%s', (name, variable, declaration) => {
    const directory = path.join(
      execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(),
      'src',
      name,
    )
    const files = readdirSync(directory).filter(file => file.endsWith('.go') && !file.endsWith('_test.go'))
    const found = files.flatMap(
      file => goDeclarations(readFileSync(path.join(directory, file), 'utf8')).get(variable) ?? [],
    )
    expect(found).toContainEqual(expect.objectContaining(declaration))
  })
})
