import { expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileInCommit, readChanges } from '../../src/host/read-changes.ts'
import { cloneState, gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'

const NAME = 'odd "name"\twith\nall'

it('has what differs from the commit that both share, committed or not', async () => {
  const { directory, git, commit } = gitRepository()
  const start = commit({
    same: '1',
    edited: '1',
    gone: '1',
    [NAME]: '1',
    'deep/x': '1',
    '.gitignore': 'out/\n',
  })
  git('checkout', '-q', '-b', 'topic')
  commit({ edited: '2', gone: null })
  writeFileSync(path.join(directory, NAME), '2')
  writeFileSync(path.join(directory, 'new'), 'new')
  symlinkSync('same', path.join(directory, 'link'))
  mkdirSync(path.join(directory, 'out'))
  writeFileSync(path.join(directory, 'out', 'x'), 'x')
  git('add', 'link')
  const before = cloneState({ directory, git, commit })
  const read = await readChanges(testHost({ cwd: directory }), path.join(directory, 'deep'), 'main')
  if (read.status === 'unknown') throw new Error(read.why)
  const { changed, gone, tracked, ignored } = read.changes
  expect(read.changes.start).toBe(start)
  expect([...changed].toSorted()).toEqual(['edited', 'gone', 'link', 'new', NAME].toSorted())
  expect([...gone]).toEqual(['gone'])
  expect([tracked.get('same'), tracked.get('link'), tracked.get('new')]).toEqual([
    '100644',
    '120000',
    undefined,
  ])
  expect(ignored).toEqual(['out'])
  expect(cloneState({ directory, git, commit })).toEqual(before)
})

it.each(['.gitattributes', 'web/.gitattributes'])('decides nothing where %s changed', async file => {
  const { directory, commit } = gitRepository()
  commit({ a: '1' })
  const start = commit({ b: '1' })
  commit({ [file]: '*.txt working-tree-encoding=UTF-16LE-BOM\n' })
  expect(await readChanges(testHost({ cwd: directory }), directory, start)).toEqual({
    status: 'unknown',
    why: `${file} changed, which decides how git writes files`,
  })
})

it('reads a file of a commit', async () => {
  const { directory, commit } = gitRepository()
  const first = commit({ 'a/b': 'one\n' })
  commit({ 'a/b': 'two\n' })
  const host = testHost({ cwd: directory })
  expect(await fileInCommit(host, directory, first, 'a/b')).toBe('one\n')
  expect(await fileInCommit(host, directory, first, 'a/c')).toBeNull()
})

it('runs no program that the checkout names', async () => {
  const { directory, git, commit } = gitRepository()
  commit({ '.gitattributes': '* filter=evil diff=evil\n', evil: '#!/bin/sh\ntouch ran\ncat\n', a: '1' })
  chmodSync(path.join(directory, 'evil'), 0o755)
  for (const name of ['filter.evil.clean', 'filter.evil.process', 'diff.evil.textconv', 'diff.evil.command'])
    git('config', name, './evil')
  git('config', 'core.fsmonitor', './evil')
  writeFileSync(path.join(directory, 'a'), '2')
  const read = await readChanges(testHost({ cwd: directory }), directory, 'HEAD')
  if (read.status === 'unknown') throw new Error(read.why)
  expect(read.changes.changed.has('a')).toBe(true)
  expect(read.changes.changed.has('ran')).toBe(false)
})

it('knows nothing outside a checkout', async () => {
  const host = testHost()
  expect(await readChanges(host, host.cwd, 'main')).toEqual({
    status: 'unknown',
    why: `${host.cwd} does not lie in the checkout of a git repository`,
  })
})
