import { beforeAll, expect, it } from '@jest/globals'
import path from 'node:path'
import { judgeMemory } from '../../scripts/soak/memory.ts'
import { repository, runToEnd, temporaryDirectory } from '../support/cli.ts'
import { buildGoPrograms } from '../support/go-programs.ts'
import { describeWith } from '../support/tools.ts'

const folder = temporaryDirectory('soak')

const NEVER_THE_SAME = 'package main\n\nimport "os"\n\nfunc main() { println(os.Getpid()) }\n'

async function example(name: string): Promise<string> {
  const file = path.join(folder, name)
  const built = await runToEnd('go', ['build', '-ldflags=-s -w', '-o', file, '.'], {
    cwd: path.join(repository, 'examples', name),
    env: { ...process.env, CGO_ENABLED: '0', GOARCH: 'amd64', GOFLAGS: '-buildvcs=false' },
  })
  expect(built).toMatchObject({ exitCode: 0 })
  return file
}

function soak(...args: readonly string[]) {
  return runToEnd(process.execPath, ['scripts/soak.mjs', ...args], {
    cwd: repository,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
}

/** On a machine with much other work. */
const LONG = 180_000

describeWith(['go'], 'scripts/soak.mjs', () => {
  let files: Readonly<Record<'hash' | 'proxy', string>>

  beforeAll(async () => {
    const [hash, proxy] = await Promise.all([example('hash'), example('proxy')])
    files = { hash, proxy }
  }, LONG)

  it(
    'starts a program and its packed one, and finds no difference',
    async () => {
      const ended = await soak('starts', files.hash, '20', '--', 'text')
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(ended.stdout).toMatch(/^20 starts of each, 0 not the same$/m)
      expect(ended.stdout).toMatch(/^linked: exit code 0 \d+ times$/m)
      expect(ended.stdout).toMatch(/^linked: exit code 2 \d+ times$/m)
    },
    LONG,
  )

  it(
    'notices a difference',
    async () => {
      const { pid } = await buildGoPrograms({ pid: NEVER_THE_SAME })
      const ended = await soak('starts', pid, '3')
      expect(ended).toMatchObject({ exitCode: 1, stderr: '' })
      expect(ended.stdout).toMatch(/^3 starts of each, 3 not the same$/m)
      expect(ended.stdout).toMatch(/^ {2}packed \{"status":0,/m)
    },
    LONG,
  )

  it(
    'sends requests to a service and its packed one, and finds no difference',
    async () => {
      const paths = ['/', '/?url={source}/small', '/?url={source}/large']
      const ended = await soak('load', files.proxy, '3', ...paths, '--', 'PORT={http}')
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
      expect(ended.stdout).toMatch(/^[1-9]\d* requests to each, \d+ MB of answers, 0 not the same$/m)
      expect(ended.stdout).toMatch(/^SIGTERM: linked exit code 0, packed exit code 0$/m)
      expect(ended.stdout).toMatch(/^linked: 200 \d+ times$/m)
    },
    LONG,
  )

  it('says how it is used', async () => {
    expect(await soak('starts')).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

/** A sample a second for two minutes. */
function samples(linked: (second: number) => number, packed: (second: number) => number) {
  return Array.from({ length: 120 }, (_, seconds) => ({
    seconds,
    linked: linked(seconds) * 1e6,
    packed: packed(seconds) * 1e6,
  }))
}

it.each([
  { what: 'memory that stays', linked: () => 20, packed: () => 22, right: true },
  {
    what: 'memory that grows at first',
    linked: (s: number) => Math.min(s, 20),
    packed: () => 30,
    right: true,
  },
  { what: 'memory that grows', linked: () => 20, packed: (s: number) => 20 + s / 2, right: false },
  { what: 'more memory than the file explains', linked: () => 20, packed: () => 50, right: false },
])('judges $what', ({ linked, packed, right }) => {
  expect(judgeMemory(samples(linked, packed), 6_000_000).right).toBe(right)
})
