import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { readFacts } from '../../../../src/commands/steps/init/read-facts.ts'
import { temporaryDirectory } from '../../../support/cli.ts'
import { testHost } from '../../../support/host.ts'
import { writeShape } from '../../../support/shapes.ts'

const SHAPE = {
  'go.mod': 'module example.com/svc\n',
  Makefile: 'x:\n',
  'a/main.go': 'package main\n',
  'a/Dockerfile': 'FROM x\n',
  'b/main.go': 'package main\n',
  'b/Dockerfile': 'FROM x\n',
  '.github/workflows/x.yml': 'on: push\n',
}

function git(directory: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: directory })
}

it('readFacts of a directory has its programs, and the files around it', async () => {
  const top = temporaryDirectory('facts')
  writeShape(top, { ...SHAPE, 'go.work': 'use .\n' })
  const host = testHost({ env: { ...process.env, PATH: '/nowhere' } })
  const { programs, sources, workspace, branch } = await readFacts(host, top, path.join(top, 'a'))
  expect(programs.map(({ directory }) => directory)).toEqual(['a'])
  expect(sources.map(source => source.path)).toEqual(['Makefile', 'a/Dockerfile', '.github/workflows/x.yml'])
  expect({ workspace, branch }).toEqual({ workspace: [''], branch: 'main' })
})

it.each([
  { of: 'the only branch', steps: [['checkout', '-q', '-b', 'dev']], branch: 'dev' },
  {
    of: 'the usual branch',
    steps: [
      ['branch', 'master'],
      ['checkout', '-q', '-b', 'dev'],
    ],
    branch: 'master',
  },
  {
    of: 'the default of origin',
    steps: [
      ['update-ref', 'refs/remotes/origin/next', 'HEAD'],
      ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/next'],
    ],
    branch: 'next',
  },
  { of: 'no name that means something in YAML', steps: [['checkout', '-q', '-b', "'x'"]], branch: 'main' },
])('readFacts takes $of', async ({ steps, branch }) => {
  const top = temporaryDirectory('branch')
  writeShape(top, SHAPE)
  git(top, 'init', '-q', '-b', 'first')
  git(top, 'commit', '-q', '--allow-empty', '-m', 'x')
  for (const step of steps) git(top, ...step)
  expect((await readFacts(testHost(), top, top)).branch).toBe(branch)
})

it.each([
  { remote: 'https://github.com/Acme/Shop.git', repository: 'Acme/Shop' },
  { remote: 'git@github.com:acme/shop', repository: 'acme/shop' },
  { remote: 'https://user:token@github.com/acme/shop', repository: 'acme/shop' },
  { remote: 'https://gitlab.example/acme/shop', repository: null },
  { remote: 'https://github.com.example/acme/shop', repository: null },
  { remote: 'https://github.com/acme/shop/more', repository: null },
  { remote: 'https://github.com/acme/${{ github.token }}', repository: null },
  { remote: '/srv/git/shop.git', repository: null },
  { remote: null, repository: null },
])('readFacts takes $repository from the remote $remote', async ({ remote, repository }) => {
  const top = temporaryDirectory('remote')
  writeShape(top, SHAPE)
  git(top, 'init', '-q', '-b', 'main')
  if (remote !== null) git(top, 'remote', 'add', 'origin', remote)
  expect((await readFacts(testHost(), top, top)).repository).toBe(repository)
})
