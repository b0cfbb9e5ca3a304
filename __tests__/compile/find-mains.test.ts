import { describe, expect, it } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findMains } from '../../src/compile/find-mains.ts'
import type { FoundMain } from '../../src/compile/find-mains.ts'
import { Absent, Failure } from '../../src/failure.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures')

async function find(directory: string, ...mains: readonly string[]): Promise<readonly FoundMain[]> {
  const workingDirectory = path.resolve(FIXTURES, directory)
  const named = mains.map(main => {
    const [where = '', name = null] = main.split('=')
    return { path: where, name }
  })
  const context = { spec: compileSpec(), platform: { os: 'linux', architecture: 'amd64' }, workingDirectory }
  return findMains(testHost({ cwd: workingDirectory }), goOnPath(), named, context)
}

describe('findMains, where none was named', () => {
  it.each([
    {
      name: 'the working directory',
      directory: 'go-single',
      path: '.',
      importPath: 'example.com/single/v2',
      binary: 'single',
    },
    {
      name: 'a directory in a module',
      directory: 'go-commands/cmd/web',
      path: '.',
      importPath: 'example.com/commands/cmd/web',
      binary: 'web',
    },
    {
      name: 'the only one of the module',
      directory: 'go-only',
      path: './cmd/server',
      importPath: 'example.com/only/cmd/server',
      binary: 'server',
    },
    {
      name: 'the only one of a workspace',
      directory: 'go-workspace',
      path: './service',
      importPath: 'example.com/workspace/service',
      binary: 'service',
    },
  ])('means $name', async ({ directory, path, importPath, binary }) => {
    expect(await find(directory)).toEqual([{ path, importPath, name: binary }])
  })

  it('lists lines to paste where several could be meant', async () => {
    await expect(find('go-commands')).rejects.toMatchObject({
      code: 'bad-input',
      message:
        'main was not given, and 2 packages could be meant: ./cmd/api, ./cmd/web; write one or more of them as main.',
      output: './cmd/api\n./cmd/web',
    })
  })

  it.each([
    { name: 'in the module', directory: 'go-library' },
    { name: 'in this module of a workspace', directory: 'go-workspace/lib' },
  ])('says that there is none $name', async ({ directory }) => {
    await expect(find(directory)).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'main' }, why: 'there is no main package in' }),
    )
  })

  it('says that there is no module', async () => {
    const nowhere = mkdtempSync(path.join(tmpdir(), 'bantam-no-module-'))
    await expect(find(nowhere)).rejects.toEqual(
      aFailure('bad-input', { fields: { directory: nowhere }, fix: 'set working-directory' }),
    )
  })
})

describe('findMains, where some were named', () => {
  it('keeps their order, and names them as go build does or as the user does', async () => {
    expect(await find('go-commands', './cmd/web=site', 'example.com/commands/cmd/api')).toEqual([
      { path: './cmd/web', importPath: 'example.com/commands/cmd/web', name: 'site' },
      { path: 'example.com/commands/cmd/api', importPath: 'example.com/commands/cmd/api', name: 'api' },
    ])
  })

  it('lets one package become two binaries', async () => {
    const found = await find('go-commands', './cmd/web=one', './cmd/web=two')
    expect(found.map(({ name }) => name)).toEqual(['one', 'two'])
  })

  it.each([
    {
      name: 'a library',
      mains: ['.'],
      says: { what: 'main "." is the package commands, a library, and only a package main' },
    },
    {
      name: 'a typo',
      mains: ['./cmd/ap'],
      says: { why: 'go-commands/cmd/ap', fix: 'did you mean "./cmd/api"?' },
    },
    {
      name: 'a path without ./',
      mains: ['nowhere'],
      says: {
        what: 'main "nowhere" is not in Go\'s standard library',
        fix: 'write ./nowhere for a directory',
      },
    },
    {
      name: 'an import path without its host',
      mains: ['commands/cmd/api'],
      says: { what: 'main "commands/cmd/api" is not in Go\'s standard library' },
    },
    {
      name: 'a path that go takes for its own',
      mains: ['cmd/api'],
      says: { what: 'main "cmd/api" is a package of Go itself', fix: 'did you mean "./cmd/api"?' },
    },
    {
      name: 'a package of nobody',
      mains: ['example.com/x'],
      says: { why: /no required module provides package example\.com\/x$/ },
    },
    {
      name: 'a directory outside',
      mains: ['../go-single'],
      says: { what: 'main "../go-single" is not a package' },
    },
    {
      name: 'files that build constraints leave out',
      mains: ['./cmd/tool'],
      says: { what: 'has no file for linux/amd64', why: 'build constraints exclude all of them' },
    },
    {
      name: 'two names that are one',
      mains: ['./cmd/api', './cmd/web=api'],
      says: { what: 'would both be named api', fix: 'write one of them as ./cmd/web=other-name' },
    },
    { name: 'the same twice', mains: ['./cmd/api', './cmd/api'], says: { what: 'would both be named api' } },
    {
      name: 'several at once',
      mains: ['.', './cmd/nope'],
      says: { what: '; main "./cmd/nope" is not there: there is no directory ' },
    },
  ])('refuses $name', async ({ mains, says }) => {
    await expect(find('go-commands', ...mains)).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'main' }, ...says }),
    )
  })

  it.each([
    { name: 'no directory', directory: 'go-commands', mains: ['./nope'], absent: true },
    { name: 'a library', directory: 'go-commands', mains: ['.'], absent: true },
    { name: 'a package of nobody', directory: 'go-commands', mains: ['example.com/x'], absent: true },
    { name: 'none in the module', directory: 'go-library', mains: [], absent: true },
    { name: 'only files that are left out', directory: 'go-commands', mains: ['./cmd/tool'], absent: false },
    {
      name: 'one that is left out beside one that is none',
      directory: 'go-commands',
      mains: ['./cmd/tool', './nope'],
      absent: false,
    },
    { name: 'several that could be meant', directory: 'go-commands', mains: [], absent: false },
  ])('knows whether there is positively none: $name', async ({ directory, mains, absent }) => {
    const failure: unknown = await find(directory, ...mains).catch((cause: unknown) => cause)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure instanceof Absent).toBe(absent)
  })

  it('shows the mains that there are', async () => {
    await expect(find('go-commands', './nope')).rejects.toMatchObject({ output: './cmd/api\n./cmd/web' })
    await expect(find('go-single', './nope')).rejects.toMatchObject({ output: '.' })
  })

  it('leaves broken files to the compiler, which says more', async () => {
    expect(await find('go-broken', './cmd/syntax')).toMatchObject([{ name: 'syntax' }])
  })
})
