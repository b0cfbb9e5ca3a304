import { expect, it } from '@jest/globals'
import { isHelping, programAt, servicesOf } from '../../src/init/program-at.ts'
import { factsOf, type Shape } from '../support/shapes.ts'

const facts = factsOf({
  'go.mod': 'module example.com/svc\n',
  'main.go': 'package main\n',
  'cmd/a/x.go': 'package main\n',
})

it.each([
  { directory: '.', found: 'svc' },
  { directory: '', found: 'svc' },
  { directory: './cmd/a/', found: 'a' },
  { directory: 'cmd/../cmd/a', found: 'a' },
  { directory: 'cmd', found: undefined },
  { directory: '..', found: undefined },
])('programAt $directory is $found', ({ directory, found }) => {
  expect(programAt(facts, directory)?.name).toBe(found)
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
