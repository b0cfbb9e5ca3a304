import { expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { askGit, consultGit, isCommit, runGit } from '../../src/host/git.ts'
import { gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['git'], 'git', () => {
  it('answers, and has no answer where there is no repository, no commit or no git', async () => {
    const { directory, commit } = gitRepository()
    expect(await askGit(testHost(), directory, 'rev-parse', '--verify', 'HEAD')).toBeNull()
    const first = commit({ a: '1' })
    expect(await askGit(testHost(), directory, 'rev-parse', 'HEAD')).toBe(first)
    const host = testHost()
    expect(await askGit(host, host.cwd, 'rev-parse', 'HEAD')).toBeNull()
    const without = testHost({ env: { PATH: '' } })
    expect(await askGit(without, directory, 'rev-parse', 'HEAD')).toBeNull()
    // What git would know of a checkout that is there does not get lost without a word.
    expect(await consultGit(without, directory, 'rev-parse', 'HEAD')).toEqual({
      status: 'refused',
      why: 'git is not on PATH',
    })
    expect(await consultGit(without, host.cwd, 'rev-parse', 'HEAD')).toEqual({ status: 'none' })
  })

  it('writes no index that a hook around it names', async () => {
    const { directory, commit } = gitRepository()
    commit({ a: '1' })
    const index = path.join(testHost().cwd, 'index')
    const host = testHost({ env: { ...process.env, GIT_INDEX_FILE: index } })
    expect(await runGit(host, directory, ['reset', '-q', '--hard'])).toMatchObject({ exitCode: 0 })
    expect(existsSync(index)).toBe(false)
  })

  it.each([
    { value: 'a'.repeat(40), is: true },
    { value: '0'.repeat(64), is: true },
    { value: 'a'.repeat(41), is: false },
    { value: 'A'.repeat(40), is: false },
    { value: `${'a'.repeat(40)}\n`, is: false },
    { value: '--upload-pack=x', is: false },
    { value: 7, is: false },
  ])('knows a commit: $value is $is', ({ value, is }) => {
    expect(isCommit(value)).toBe(is)
  })
})
