import { expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withCheckout } from '../../src/host/checkout.ts'
import { fetchCommit } from '../../src/host/fetch-commit.ts'
import { askGit, consultGit, runGit } from '../../src/host/git.ts'
import type { Host } from '../../src/host/host.ts'
import { readSurroundings } from '../../src/host/repository.ts'
import { gitRepository, type GitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { describeWith, which } from '../support/tools.ts'

/** A program that leaves a mark when it runs. */
function trap() {
  const { cwd } = testHost()
  const program = path.join(cwd, 'trap')
  const mark = path.join(cwd, 'marks')
  mkdirSync(mark)
  writeFileSync(program, `#!/bin/sh\ntouch "${mark}/ran-$$"\ncat 2>/dev/null\nexit 0\n`, { mode: 0o755 })
  return { program, ran: () => readdirSync(mark).length > 0 }
}

/** Every setting by which git runs a program. */
function armed(program: string): string {
  return `
[core]
	repositoryformatversion = 0
	bare = true
	fsmonitor = ${program}
	hooksPath = ${path.dirname(program)}/hooks
	sshCommand = ${program}
	askPass = ${program}
	pager = ${program}
	editor = ${program}
	gitProxy = ${program}
	alternateRefsCommand = ${program}
[gpg]
	program = ${program}
[gpg "ssh"]
	program = ${program}
[log]
	showSignature = true
[diff]
	external = ${program}
[diff "x"]
	textconv = ${program}
[credential]
	helper = !${program}
[filter "x"]
	smudge = ${program}
	clean = ${program}
	process = ${program}
	required = true
[hook "x"]
	event = post-checkout
	command = ${program}
[uploadpack]
	packObjectsHook = ${program}
[remote "origin"]
	url = ext::${program}
	vcs = ext
	uploadpack = ${program}
[alias]
	log = !${program}
	rev-parse = !${program}
[protocol "ext"]
	allow = always
`
}

/** A commit with a signature: git asks the program of `gpg.program` about it where signatures are shown. */
function sign(repository: GitRepository): void {
  const [head = '', ...message] = repository.git('cat-file', 'commit', 'HEAD').split('\n\n')
  const signed = `${head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n${message.join('\n\n')}\n`
  const file = path.join(repository.directory, '.git', 'signed')
  writeFileSync(file, signed)
  repository.git('update-ref', 'HEAD', repository.git('hash-object', '-t', 'commit', '-w', file))
}

function makeHooks(directory: string, program: string): void {
  mkdirSync(path.join(directory, 'hooks'), { recursive: true })
  for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change', 'fsmonitor-watchman'])
    symlinkSync(program, path.join(directory, 'hooks', hook))
}

/** A directory whose files make it a bare repository with a signed commit, as a pull request can track them. */
function bareRepositoryAt(directory: string, program: string): void {
  const inner = gitRepository()
  inner.commit({ 'main.go': 'package main' })
  sign(inner)
  inner.git('clone', '-q', '--bare', '.', directory)
  writeFileSync(path.join(directory, 'config'), armed(program))
  makeHooks(directory, program)
}

/** Whatever Bantam asks of git, and more. */
async function askEverything(host: Host, directory: string, commit: string): Promise<void> {
  await readSurroundings(host, directory)
  for (const args of ['log -1', 'status --porcelain', 'diff HEAD', 'log -1 -p', 'describe --dirty'])
    await runGit(host, directory, args.split(' ')).catch(() => {})
  await fetchCommit(host, directory, '1'.repeat(40)).catch(() => {})
  await withCheckout(host, directory, commit, async () => {}).catch(() => {})
}

describeWith(['git'], 'git in a checkout of somebody else', () => {
  it('takes the checkout and not the bare repository that it brings', async () => {
    const { program, ran } = trap()
    const checkout = gitRepository()
    const service = path.join(checkout.directory, 'service')
    bareRepositoryAt(service, program)
    const commit = checkout.commit({ 'go.mod': 'module x' })
    const host = testHost()
    expect(await consultGit(host, service, 'rev-parse', 'HEAD')).toEqual({ status: 'ok', value: commit })
    await askEverything(host, service, commit)
    expect(ran()).toBe(false)
    // The same question without the door.
    spawnSync('git', ['log', '-1'], { cwd: service })
    expect(ran()).toBe(true)
  })

  it.each(['.', 'objects', 'refs/heads'])('takes none where there is no checkout: %s', async within => {
    const { program, ran } = trap()
    const top = path.join(testHost().cwd, 'downloaded')
    bareRepositoryAt(top, program)
    const directory = path.join(top, within)
    const host = testHost()
    expect(await consultGit(host, directory, 'rev-parse', 'HEAD')).toEqual({ status: 'none' })
    await askEverything(host, directory, '1'.repeat(40))
    expect(ran()).toBe(false)
  })

  it('takes none around the workspace of a workflow', async () => {
    const { directory, commit } = gitRepository()
    const head = commit({ 'work/space/go.mod': 'module x' })
    const workspace = path.join(directory, 'work')
    const env = { ...process.env, GITHUB_WORKSPACE: workspace }
    const asked = async (surface: Host['surface']) =>
      consultGit(testHost({ env, surface }), path.join(workspace, 'space'), 'rev-parse', 'HEAD')
    expect(await asked('action')).toEqual({ status: 'none' })
    expect(await asked('terminal')).toEqual({ status: 'ok', value: head })
  })

  it("runs none of the programs that the checkout's own configuration names", async () => {
    const { program, ran } = trap()
    const checkout = gitRepository()
    const first = checkout.commit({ a: '1', '.gitattributes': '* filter=x diff=x\n' })
    checkout.commit({ a: '2' })
    sign(checkout)
    const config = path.join(checkout.directory, '.git', 'config')
    writeFileSync(config, armed(program).replace('bare = true', 'bare = false'))
    makeHooks(path.join(checkout.directory, '.git'), program)
    makeHooks(path.dirname(program), program)
    const host = testHost()
    const worked = withCheckout(host, checkout.directory, first, async ({ root }) =>
      readFileSync(path.join(root, 'a'), 'utf8'),
    )
    expect(await worked).toBe('1')
    await readSurroundings(host, checkout.directory)
    await fetchCommit(host, checkout.directory, '1'.repeat(40)).catch(() => {})
    expect(ran()).toBe(false)
  })

  it.each([
    { name: 'GIT_DIR', set: (bare: string) => ({ GIT_DIR: bare }) },
    { name: 'GIT_DIR and a work tree', set: (bare: string) => ({ GIT_DIR: bare, GIT_WORK_TREE: '/' }) },
    { name: 'GIT_COMMON_DIR', set: (bare: string) => ({ GIT_COMMON_DIR: bare }) },
    { name: 'GIT_OBJECT_DIRECTORY', set: (bare: string) => ({ GIT_OBJECT_DIRECTORY: `${bare}/objects` }) },
    { name: 'GIT_NAMESPACE', set: () => ({ GIT_NAMESPACE: 'other' }) },
    { name: 'GIT_CONFIG_PARAMETERS', set: () => ({ GIT_CONFIG_PARAMETERS: "'safe.bareRepository=all'" }) },
    { name: 'GIT_CONFIG_GLOBAL, relative', set: () => ({ GIT_CONFIG_GLOBAL: 'service/config' }) },
  ])('is not led elsewhere by $name', async ({ set }) => {
    const { program, ran } = trap()
    const checkout = gitRepository()
    const service = path.join(checkout.directory, 'service')
    bareRepositoryAt(service, program)
    const commit = checkout.commit({ 'go.mod': 'module x' })
    const host = testHost({ env: { ...process.env, ...set(service) } })
    for (const directory of [checkout.directory, service])
      expect(await consultGit(host, directory, 'log', '-1', '--format=%H')).toEqual({
        status: 'ok',
        value: commit,
      })
    expect(ran()).toBe(false)
  })

  it('says why git refuses a repository, and that there is no answer where that is all', async () => {
    const { directory, commit, git } = gitRepository()
    commit({ a: '1' })
    const host = testHost()
    expect(await consultGit(host, directory, 'describe', '--tags', '--exact-match')).toEqual({
      status: 'none',
    })
    git('config', 'core.repositoryFormatVersion', '99')
    expect(await consultGit(host, directory, 'rev-parse', 'HEAD')).toEqual({
      status: 'refused',
      why: expect.stringContaining('99'),
    })
  })

  it('says how to allow a checkout of another owner', async () => {
    const { directory, commit } = gitRepository()
    commit({ a: '1' })
    // Git's own switch for its tests.
    const env = { PATH: pathOfStrictGit(), HOME: '/nowhere' }
    const answer = await consultGit(testHost({ env }), directory, 'rev-parse', 'HEAD')
    expect(answer).toEqual({
      status: 'refused',
      why: `it has dubious ownership: another user owns ${directory}; run git config --global --add safe.directory ${directory}`,
    })
  })

  it('works in a worktree and in a submodule, whose .git is a file', async () => {
    const main = gitRepository()
    const commit = main.commit({ 'cmd/main.go': 'x' })
    const tree = path.join(testHost().cwd, 'tree')
    main.git('worktree', 'add', '-q', '--detach', tree, commit)
    expect(await askGit(testHost(), path.join(tree, 'cmd'), 'rev-parse', 'HEAD')).toBe(commit)
    const outer = gitRepository()
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', main.directory, 'inner')
    const inner = path.join(outer.directory, 'inner', 'cmd')
    expect(await askGit(testHost(), inner, 'rev-parse', 'HEAD')).toBe(commit)
  })
})

/** A PATH whose git believes that another user owns every file. */
function pathOfStrictGit(): string {
  const directory = path.join(testHost().cwd, 'bin')
  mkdirSync(directory)
  const script = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${which('git')} "$@"\n`
  writeFileSync(path.join(directory, 'git'), script, { mode: 0o755 })
  return directory
}
