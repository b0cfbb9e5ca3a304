import { expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packageChanged } from '../../../../src/commands/steps/changed/package-changed.ts'
import type { SourcePackage } from '../../../../src/compile/source-packages.ts'

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'bantam-package-')))
mkdirSync(path.join(top, 'cmd', 'api'), { recursive: true })

const API: SourcePackage = {
  importPath: 'example.com/cmd/api',
  name: 'main',
  directory: path.join(top, 'cmd', 'api'),
  standard: false,
  isCached: false,
  version: null,
  moduleFile: null,
  files: ['main.go'],
  embedPatterns: ['all:static/*.html', 'one.txt'],
  includes: false,
  error: null,
}

function ask(files: readonly string[], source: Partial<SourcePackage> = {}, gone: readonly string[] = []) {
  const changes = {
    top,
    start: '',
    changed: new Set([...files, ...gone]),
    gone: new Set(gone),
    tracked: new Map([['cmd/api/main.go', '100644']]),
    cleanSubmodules: true,
    ignored: [],
  }
  return packageChanged(changes, { ...API, ...source })
}

it.each([
  ['a source', ['cmd/api/main.go'], 'changed'],
  ['a new source for another system', ['cmd/api/main_windows.go'], 'changed'],
  ['assembly', ['cmd/api/add_amd64.s'], 'changed'],
  ['a test', ['cmd/api/main_test.go'], 'same'],
  ['a text', ['cmd/api/README.md'], 'same'],
  ['a package below', ['cmd/api/deep/x.go'], 'same'],
  ['a package beside', ['cmd/apiary/x.go', 'cmd/x.go'], 'same'],
  ['a profile', ['cmd/api/default.pgo'], 'changed'],
])('answers for %s', (_, files, kind) => {
  expect(ask(files)).toMatchObject({ kind })
})

it('takes the profile of a main package alone', () => {
  expect(ask(['cmd/api/default.pgo'], { name: 'api' })).toEqual({ kind: 'same' })
})

it.each([
  ['cmd/api/static/a.html', 'changed'],
  ['cmd/api/one.txt', 'changed'],
  ['cmd/api/two.txt', 'same'],
])('sees what is gone: %s', (file, kind) => {
  expect(ask([], {}, [file])).toMatchObject({ kind })
})

it.each(['include/x.h', 'include/x.txt', 'cmd/api/n.inc'])(
  'C and assembly may include any file that is not of Go: %s',
  file => {
    expect(ask([file])).toEqual({ kind: 'same' })
    expect(ask([file], { includes: true })).toEqual({ kind: 'changed', why: file })
    expect(ask(['include/x.go'], { includes: true })).toEqual({ kind: 'same' })
  },
)

it('knows a module by its version, and nothing of what go cannot list', () => {
  expect(ask(['cmd/api/main.go'], { isCached: true })).toEqual({ kind: 'same' })
  expect(ask(['cmd/api/main.go'], { standard: true })).toEqual({ kind: 'same' })
  expect(ask([], { error: 'no such package' })).toMatchObject({ kind: 'undecided' })
  expect(ask([], { directory: '/' })).toMatchObject({ kind: 'undecided', why: '/ lies outside the checkout' })
  expect(ask([], { files: ['generated.go'] })).toMatchObject({ kind: 'undecided' })
})
