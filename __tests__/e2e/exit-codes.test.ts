import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUTPUTS } from '../../src/declare/outputs.ts'
import { cacheServer } from '../github/cache-server.ts'
import { cli, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { commandsIn } from '../support/runner-commands.ts'
import { installedAction, runStep } from '../support/runner.ts'

const workspace = temporaryDirectory('exit-codes')
writeFileSync(path.join(workspace, 'go.mod'), 'module example.com/small\n\ngo 1.24\n')
writeFileSync(path.join(workspace, 'main.go'), 'package main\n\nfunc main() {}\n')
const file = path.join(workspace, 'a-file')
writeFileSync(file, '')
const directory = path.join(workspace, 'a-directory')
mkdirSync(directory)

const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const action = installedAction()
const step = (
  entry: 'main' | 'post' | 'comment',
  more: Record<string, string>,
  inputs: Record<string, string> = {},
) =>
  runStep(action, entry, {
    workspace,
    inputs: { budget: '1kB', pack: 'off', ...inputs },
    env: { ...env, ...more },
  })

/** The command line in a shell, which says how it is connected. */
function shell(command: string, more: Record<string, string> = {}): Promise<Ended> {
  return runToEnd('bash', ['-c', command, process.execPath, cli], {
    cwd: workspace,
    env: { ...process.env, ...env, ...more },
  })
}

const BUILD = '"$0" "$1" build --pack off --budget 1kB --output "$(mktemp -d)/layout"'

describe('a step that has no room to work in', () => {
  it.each([
    { name: 'is not there', place: path.join(workspace, 'nowhere'), why: 'it is not there' },
    { name: 'is a file', place: file, why: 'it is no directory' },
  ])('ends with 2 and sets its outputs where RUNNER_TEMP $name', async ({ place, why }) => {
    const ended = await step('main', { RUNNER_TEMP: place })
    const sentence = `The temporary directory ${place} cannot be used: ${why}; set RUNNER_TEMP to a directory that can be written. [write]`
    expect(ended.exitCode).toBe(2)
    expect(commandsIn(ended.stdout).filter(({ name }) => name === 'error')).toEqual([
      { name: 'error', message: sentence },
    ])
    expect(Object.keys(ended.outputs).sort()).toEqual(OUTPUTS.map(({ name }) => name).sort())
    expect(ended.summary).toMatch(/Failed/)
    expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at /m)
    expect(await step('comment', { RUNNER_TEMP: place })).toMatchObject({ exitCode: 2 })
    expect((await step('post', { RUNNER_TEMP: place })).exitCode).not.toBe(1)
  })

  it.each(['', file, directory, '/dev/full', path.join(workspace, 'nowhere')])(
    'ends with 2 where GITHUB_OUTPUT is %j, before anything is built',
    async place => {
      const ended = await step('main', {
        GITHUB_OUTPUT: place,
        ...(place === file ? { GITHUB_OUTPUT: `${file}/x` } : {}),
      })
      expect(ended.exitCode).toBe(2)
      expect(ended.stdout).toMatch(/^::error::The outputs of this step cannot be set: /m)
      expect(ended.stdout).not.toContain('compile')
    },
  )

  it('only warns where the summary cannot be written: the gate decides', async () => {
    const ended = await step('main', { GITHUB_STEP_SUMMARY: directory })
    expect(ended.exitCode).toBe(1)
    expect(ended.stdout).toMatch(/^::warning::The job summary could not be written: /m)
    expect(ended.outputs['budget-status']).toBe('over')
  })

  it('ends with 2 where the report cannot be written, and names no report', async () => {
    const ended = await step('main', {}, { report: `${file}/report.json` })
    expect(ended).toMatchObject({
      exitCode: 2,
      outputs: { 'budget-status': 'over', report: '', 'html-report': '' },
    })
  })
})

describe.each(['v1', 'v2'] as const)('a cache service of %s whose answers break off', protocol => {
  it('costs a step nothing but a notice, and its verdict stays', async () => {
    const server = await cacheServer({ protocol, cut: true })
    try {
      const ended = await step('main', server.env)
      expect(ended.exitCode).toBe(1)
      expect(ended.outputs['budget-status']).toBe('over')
      expect(ended.stdout).toMatch(/^::notice::The cache could not be restored: .*broke off\.$/m)
      const state = Object.fromEntries(
        Object.entries(ended.state).map(([name, value]) => [`STATE_${name}`, value]),
      )
      const post = await step('post', { ...server.env, ...state })
      expect(post).toMatchObject({ exitCode: 0 })
    } finally {
      await server.stop()
    }
  }, 60_000)
})

describe('the command line', () => {
  it.each([path.join(workspace, 'nowhere'), file])(
    'ends with 2 and one sentence where TMPDIR is %s',
    async place => {
      for (const command of ['build --budget 1kB', 'weigh x', 'diff x y', 'diet', 'init']) {
        const ended = await shell(`"$0" "$1" ${command}`, { TMPDIR: place })
        expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
        expect(ended.stderr).toMatch(
          /^error: The temporary directory \/.* cannot be used: .*; set TMPDIR to .*\. \[write\]\n$/,
        )
      }
    },
  )

  it('ends with 1 for the gate', async () => {
    expect(await shell(BUILD)).toMatchObject({ exitCode: 1 })
  })

  it.each([
    { name: 'stdout that is closed', command: `${BUILD} --json | true` },
    { name: 'a log that is closed', command: `${BUILD} | true` },
    { name: 'stderr that is closed', command: `${BUILD} 2> >(true)`, codes: '$?' },
    { name: 'a full disk', command: `${BUILD} --json > /dev/full`, codes: '$?' },
    { name: 'help that nobody reads', command: '"$0" "$1" --help | true' },
    { name: 'a version that nobody reads', command: '"$0" "$1" --version > /dev/full', codes: '$?' },
    {
      name: 'a directory that is gone',
      command: 'cd "$(mktemp -d)" && rmdir "$PWD" && "$0" "$1" build --budget 1kB',
      codes: '$?',
    },
    { name: 'flags that nobody knows', command: '"$0" "$1" build --nothing', codes: '$?' },
  ])('ends with 2 for $name, without a stack', async ({ command, codes = '${PIPESTATUS[0]}' }) => {
    // A slow start of the reader's end is no excuse: it is gone before anything is written.
    const ended = await shell(`${command}; exit ${codes}`)
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).not.toMatch(/^\s+at |Error:/m)
  })

  it('leaves the real code where everything was read', async () => {
    const out = path.join(temporaryDirectory(), 'weigh-in.json')
    expect(await shell(`${BUILD} --json > "${out}"`)).toMatchObject({ exitCode: 1 })
    expect(existsSync(out) && JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ schemaVersion: 2 })
  })
})
