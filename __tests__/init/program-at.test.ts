import { expect, it } from '@jest/globals'
import { isHelping, moduleOf, packageOf, programAt, servicesOf } from '../../src/init/program-at.ts'
import { factsOf, type Shape } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc\n',
  'main.go': 'package main\n',
  'cmd/a/x.go': 'package main\n',
  'odd/b.go/x.go': 'package main\n',
  'api/go.mod': 'module example.com/api\n',
  'api/main.go': 'package main\n',
})

it.each([
  { directory: '.', found: 'svc' },
  { directory: '', found: 'svc' },
  { directory: './cmd/a/', found: 'a' },
  { directory: 'cmd/../cmd/a', found: 'a' },
  { directory: 'cmd/a/x.go', found: 'a' },
  { directory: './cmd/a/*.go', found: 'a' },
  { directory: 'main.go', found: 'svc' },
  { directory: 'odd/b.go', found: 'b.go' },
  { directory: 'cmd', found: undefined },
  { directory: '..', found: undefined },
])('programAt $directory is $found', ({ directory, found }) => {
  expect(programAt(facts, directory)?.name).toBe(found)
})

it.each([
  { written: './cmd/a', name: './cmd/a' },
  { written: './cmd/a/main.go', name: './cmd/a' },
  { written: 'cmd/a/*', name: 'cmd/a' },
  { written: 'main.go', name: '' },
])('packageOf $written is "$name"', ({ written, name }) => {
  expect(packageOf(written)).toBe(name)
})

it('moduleOf is the module of a program', () => {
  expect(facts.programs.map(program => moduleOf(facts, program)?.path)).toEqual([
    'example.com/svc',
    'example.com/api',
    'example.com/svc',
    'example.com/svc',
  ])
  expect(moduleOf(facts, { directory: 'x', module: 'x', name: 'x' })).toBeNull()
})

it.each([
  { directory: '', helps: false },
  { directory: 'cmd/api', helps: false },
  { directory: 'cmd/toolbox', helps: false },
  { directory: 'services/latest', helps: false },
  { directory: 'hack/gen', helps: true },
  { directory: 'cmd/tools', helps: true },
  { directory: 'examples/x', helps: true },
  { directory: 'internal/gen/docs/flags', helps: true },
  { directory: '.devcontainer/Dockerfile', helps: true },
])('isHelping $directory is $helps', ({ directory, helps }) => {
  expect(isHelping(directory)).toBe(helps)
})

it('servicesOf leaves helpers out, unless there is nothing else', () => {
  const mod = { 'go.mod': 'module example.com/svc\n' }
  const names = (files: Shape) => servicesOf(factsOf({ ...mod, ...files })).map(({ directory }) => directory)
  expect(names({ 'cmd/a/m.go': 'package main\n', 'examples/b/m.go': 'package main\n' })).toEqual(['cmd/a'])
  expect(names({ 'examples/b/m.go': 'package main\n' })).toEqual(['examples/b'])
  expect(names({})).toEqual([])
})
