import { expect, it } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readHead, walkCheckout } from '../../../../src/commands/steps/init/walk-checkout.ts'
import { temporaryDirectory } from '../../../support/cli.ts'
import { writeShape } from '../../../support/shapes.ts'

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

it('readHead reads the beginning of a file, and nothing of a link', async () => {
  const top = temporaryDirectory('head')
  writeFileSync(path.join(top, 'a.go'), 'x'.repeat(100_000))
  symlinkSync(path.join(top, 'a.go'), path.join(top, 'b.go'))
  expect(await readHead(top, 'a.go')).toHaveLength(32 * 1024)
  expect(await readHead(top, 'b.go')).toBe('')
  expect(await readHead(top, 'c.go')).toBe('')
})
