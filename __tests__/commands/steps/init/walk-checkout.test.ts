import { describe, expect, it } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readHead, walkCheckout } from '../../../../src/commands/steps/init/walk-checkout.ts'
import { temporaryDirectory } from '../../../support/cli.ts'
import { type Shape, writeShape } from '../../../support/shapes.ts'

it('walkCheckout lists files, reads those that matter, and leaves out what Go does', async () => {
  const top = temporaryDirectory('walk')
  writeShape(top, {
    'go.mod': 'module x\n',
    'go.work': 'use .\n',
    'a/b/Dockerfile': 'FROM b\n',
    Makefile: 'x:\n',
    'a/main.go': 'package main\n',
    'a/main_test.go': 'package main\n',
    'a/_x.go': '',
    'vendor/v/go.mod': 'module v\n',
    'node_modules/n/Dockerfile': '',
    'testdata/go.mod': 'module t\n',
    '.hidden/Dockerfile': '',
    '_skip/Dockerfile': '',
    '.github/workflows/a.yml': 'on: push\n',
    '.github/workflows/bantam.yml': 'on: push\n',
    '.github/Dockerfile': '',
  })
  symlinkSync(path.join(top, 'a'), path.join(top, 'linked'))
  const walked = await walkCheckout(top)
  expect(walked.sources.map(({ path: file }) => file)).toEqual([
    'Makefile',
    '.github/workflows/a.yml',
    'a/b/Dockerfile',
  ])
  expect([...walked.modFiles]).toEqual([['', 'module x\n']])
  expect(walked.workFile).toBe('use .\n')
  expect([...walked.goFiles]).toEqual([['a', ['main.go']]])
  expect(walked.notes).toEqual([])
  expect(walked.paths.has('linked')).toBe(true)
  expect(walked.paths.has('linked/b')).toBe(false)
  expect(walked.directories.has('a/b')).toBe(true)
})

const MANY: Shape = {
  'go.mod': 'module x\n',
  Dockerfile: 'FROM a\n',
  'a/go.mod': 'module a\n',
  'a/Dockerfile': 'FROM a\n',
  'a/main.go': 'package main\n',
  'b/go.mod': 'module b\n',
  'b/Dockerfile': 'FROM b\n',
  'b/c/main.go': 'package main\n',
  'd/Dockerfile': 'FROM d\n',
}
const ENOUGH = { entries: 100, sources: 100, modules: 100 }

async function walk(limits: Partial<typeof ENOUGH>) {
  const top = temporaryDirectory('walk-limits')
  writeShape(top, MANY)
  const { paths, sources, modFiles, goFiles, notes } = await walkCheckout(top, { ...ENOUGH, ...limits })
  return {
    paths: [...paths],
    sources: sources.map(({ path: file }) => file),
    modules: [...modFiles.keys()],
    goFiles: [...goFiles.keys()],
    notes: notes.map(({ where, what }) => `${where} ${what}`),
  }
}

describe('walkCheckout with a limit', () => {
  it('has no note where it reaches none', async () => {
    const walked = await walk({ entries: 13, sources: 4, modules: 3 })
    expect(walked).toEqual(await walk({}))
    expect(walked.paths).toHaveLength(13)
    expect(walked.notes).toEqual([])
  })

  it('lists no more than so many entries, of all directories together', async () => {
    const { paths, notes } = await walk({ entries: 6 })
    expect(paths).toEqual(['Dockerfile', 'a', 'b', 'd', 'go.mod', 'a/Dockerfile'])
    expect(notes).toEqual(['. the rest of the checkout'])
  })

  it('reads no more than so many files, those nearest to the top first', async () => {
    const { paths, sources, notes } = await walk({ sources: 2 })
    expect(sources).toEqual(['Dockerfile', 'a/Dockerfile'])
    expect(paths).toHaveLength(13)
    expect(notes).toEqual(['. the other files'])
  })

  it('leaves out whole modules, whose packages are not those of the module around', async () => {
    const { modules, goFiles, sources, notes } = await walk({ modules: 2 })
    expect(modules).toEqual(['', 'a'])
    expect(goFiles).toEqual(['a'])
    expect(sources).toEqual(['Dockerfile', 'a/Dockerfile', 'd/Dockerfile'])
    expect(notes).toEqual(['. the other modules'])
  })
})

it('readHead reads the beginning of a file, and nothing of a link', async () => {
  const top = temporaryDirectory('head')
  writeFileSync(path.join(top, 'a.go'), 'x'.repeat(100_000))
  symlinkSync(path.join(top, 'a.go'), path.join(top, 'b.go'))
  expect(await readHead(top, 'a.go')).toHaveLength(32 * 1024)
  expect(await readHead(top, 'b.go')).toBe('')
  expect(await readHead(top, 'c.go')).toBe('')
})
