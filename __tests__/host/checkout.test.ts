import { expect, it } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { withCheckout } from '../../src/host/checkout.ts'
import { run } from '../../src/host/process.ts'
import { stoppedBy } from '../../src/host/side-work.ts'
import { processMark } from '../../src/host/process-mark.ts'
import { runToEnd } from '../support/cli.ts'
import { cloneState, gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

function twoCommits() {
  const origin = gitRepository()
  const first = origin.commit({ 'services/api/main.go': 'first', 'go.work': 'x' })
  const second = origin.commit({ 'services/api/main.go': 'second' })
  return { origin, first, second }
}

describeWith(['git'], 'another commit beside the checkout', () => {
  it('has the same places below its root, and none of what lies outside', async () => {
    const { origin, first } = twoCommits()
    await withCheckout(testHost(), path.join(origin.directory, 'services/api'), first, async checkout => {
      const { root, directory, place } = checkout
      expect(directory).toBe(path.join(root, 'services/api'))
      expect(place(path.join(origin.directory, 'go.work'))).toBe(path.join(root, 'go.work'))
      expect(place(origin.directory)).toBe(root)
      expect(place('/elsewhere/go.mod')).toBe('/elsewhere/go.mod')
      expect(readFileSync(path.join(directory, 'main.go'), 'utf8')).toBe('first')
    })
  })

  it.each([
    ['another directory', 'services/moved', 'services/api'],
    ['the top', '.', 'services/api'],
  ])('is at the place that was written, where a link there leads to %s today', async (_, target, written) => {
    const { origin, first } = twoCommits()
    const link = path.join(origin.directory, written)
    mkdirSync(path.join(origin.directory, 'services/moved'))
    rmSync(link, { recursive: true })
    symlinkSync(path.relative(path.dirname(link), path.join(origin.directory, target)) || '.', link)
    await withCheckout(testHost(), link, first, async ({ root, directory, place }) => {
      expect(directory).toBe(path.join(root, written))
      expect(place(path.join(link, 'go.mod'))).toBe(path.join(root, written, 'go.mod'))
      expect(readFileSync(path.join(directory, 'main.go'), 'utf8')).toBe('first')
    })
  })

  it('is found through a link outside that leads into the middle of the checkout', async () => {
    const { origin, first } = twoCommits()
    const link = path.join(testHost().cwd, 'link')
    symlinkSync(path.join(origin.directory, 'services/api'), link)
    await withCheckout(testHost(), link, first, async ({ root, directory }) =>
      expect(directory).toBe(path.join(root, 'services/api')),
    )
  })

  it('is none of a submodule in a workflow, since a pull request chooses its commits', async () => {
    const { origin, first } = twoCommits()
    const around = gitRepository()
    around.commit({ README: 'x' })
    around.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', origin.directory, 'services/sub')
    const directory = path.join(around.directory, 'services/sub')
    const env = { ...process.env, GITHUB_WORKSPACE: around.directory }
    const host = { ...testHost(), surface: 'action' as const, env }
    const work = async () => 'done'
    await expect(withCheckout(host, directory, first, work)).rejects.toEqual(
      aFailure('bad-input', { fields: { directory, commit: first }, what: 'lies in a submodule' }),
    )
    await expect(withCheckout(testHost(), directory, first, work)).resolves.toBe('done')
    // What actions/checkout puts below the workspace with `path` is no submodule.
    const beside = { ...host, env: { ...env, GITHUB_WORKSPACE: path.dirname(origin.directory) } }
    await expect(withCheckout(beside, origin.directory, first, work)).resolves.toBe('done')
  })

  it('is removed where its work is stopped, by commands that are not', async () => {
    const { origin, first } = twoCommits()
    const before = cloneState(origin)
    const stop = new AbortController()
    const host = stoppedBy(testHost(), stop.signal)
    const working = withCheckout(host, origin.directory, first, async () => {
      stop.abort()
      await run(host, 'true', [], { env: {} })
    })
    await expect(working).rejects.toMatchObject({ name: 'AbortError' })
    expect(cloneState(origin)).toEqual(before)
  })

  it('is removed where the work fails, and where its files are gone already', async () => {
    const { origin, first } = twoCommits()
    const before = cloneState(origin)
    const failing = withCheckout(testHost(), origin.directory, first, async () => {
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(cloneState(origin)).toEqual(before)
    await withCheckout(testHost(), origin.directory, first, async ({ root }) =>
      rmSync(root, { recursive: true }),
    )
    expect(cloneState(origin)).toEqual(before)
  })

  it('forgets the worktrees of runs that were killed, and of nobody else', async () => {
    const { origin, first } = twoCommits()
    const { cwd } = testHost()
    const [, start, where] = processMark().split('-')
    // The first process of a system began at its start.
    const ended = path.join(cwd, `bantam-1-999999999-${where}-abcdef`, `base-${first.slice(0, 12)}`)
    const running = path.join(cwd, `bantam-${process.pid}-${start}-${where}-abcdef`, 'base-running')
    const gone = path.join(cwd, `bantam-1-999999998-${where}-abcdef`, 'base-gone')
    const users = path.join(cwd, 'users')
    for (const tree of [ended, running, gone, users])
      origin.git('worktree', 'add', '-q', '--detach', tree, first)
    for (const tree of [gone, users]) rmSync(tree, { recursive: true })
    await withCheckout(testHost(), origin.directory, first, async () => {})
    const listed = origin.git('worktree', 'list', '--porcelain').split('\n')
    const left = listed.flatMap(line => line.split('worktree ')[1] ?? [])
    expect(left.sort()).toEqual([origin.directory, running, users].sort())
    expect(existsSync(ended)).toBe(false)
  })

  it('leaves no note where the process ends meanwhile', async () => {
    const { origin, first } = twoCommits()
    const before = cloneState(origin)
    const source = (name: string) =>
      JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, '../../src/host', name)).href)
    const script = `
      import { withCheckout } from ${source('checkout.ts')}
      import { scratchDirectory } from ${source('scratch-directory.ts')}
      const temporary = scratchDirectory(${JSON.stringify(testHost().cwd)})
      const host = { surface: 'terminal', env: process.env, log: { debug() {} }, cwd: '/', temporary }
      await withCheckout(host, ${JSON.stringify(origin.directory)}, '${first}', async () => process.exit(7))`
    const ended = await runToEnd(process.execPath, ['--input-type=module', '--eval', script])
    expect(ended).toMatchObject({ exitCode: 7 })
    expect(cloneState(origin)).toEqual(before)
  })

  it('runs no hook', async () => {
    const { origin, first } = twoCommits()
    const hook = path.join(origin.directory, '.git/hooks/post-checkout')
    const trace = path.join(testHost().temporary, 'ran')
    writeFileSync(hook, `#!/bin/sh\ntouch ${trace}\n`)
    chmodSync(hook, 0o755)
    await withCheckout(testHost(), origin.directory, first, async () => {})
    expect(existsSync(trace)).toBe(false)
  })
})
