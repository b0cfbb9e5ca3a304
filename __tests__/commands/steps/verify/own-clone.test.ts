import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { ownClone } from '../../../../src/commands/steps/verify/own-clone.ts'
import { withCheckout } from '../../../../src/host/checkout.ts'
import { cloneState, gitRepository, shallowCheckout } from '../../../support/git.ts'
import { testHost } from '../../../support/host.ts'

it.each(['whole', 'shallow'])('clones the worktree of a %s clone, with a .git of its own', async kind => {
  const repository = gitRepository()
  const commit = repository.commit({ 'a/x': '1' })
  repository.commit({ 'a/x': '2' })
  const clone = kind === 'whole' ? repository : shallowCheckout(repository, commit)
  const before = cloneState(clone)
  const host = testHost()
  await withCheckout(host, path.join(clone.directory, 'a'), commit, async worktree => {
    const own = await ownClone(host, worktree, commit)
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: own.root, encoding: 'utf8' }).trim()
    expect(statSync(path.join(own.root, '.git')).isDirectory()).toBe(true)
    expect(git('rev-parse', 'HEAD')).toBe(commit)
    expect(git('status', '--porcelain')).toBe('')
    expect(own.directory).toBe(path.join(own.root, 'a'))
    expect(own.place(path.join(worktree.root, 'a/x'))).toBe(path.join(own.root, 'a/x'))
    expect(own.place('/elsewhere')).toBe('/elsewhere')
  })
  expect(cloneState(clone)).toEqual(before)
})
