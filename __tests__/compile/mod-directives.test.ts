import { expect, it } from '@jest/globals'
import { modDirectives, modSums } from '../../src/compile/mod-directives.ts'

it('has what a go.mod says besides versions', () => {
  const text = `module example.com/x // here

go 1.24
toolchain go1.26.8
godebug (
	default=go1.21
	panicnil=1 // old
)
require example.com/a v1.0.0
require (
	example.com/b v1.0.0
)
replace example.com/a => ../a
tool example.com/t
`
  expect(modDirectives(text)).toEqual([
    'go 1.24',
    'godebug default=go1.21',
    'godebug panicnil=1',
    'module example.com/x',
    'toolchain go1.26.8',
  ])
})

it('has the sum of each module', () => {
  expect([...modSums('example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\n\nbroken\n')]).toEqual([
    ['example.com/a@v1.0.0', 'h1:x='],
    ['example.com/a@v1.0.0/go.mod', 'h1:y='],
  ])
})
