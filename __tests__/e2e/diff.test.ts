import { beforeAll, describe, expect, it } from '@jest/globals'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'

const cwd = temporaryDirectory('diff')
const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const run = (...args: readonly string[]) => bantam(args, { cwd, env })

const FMT = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello", 1.5) }\n'

beforeAll(async () => {
  const { before, after } = await buildGoPrograms({ before: PRINTLN, after: FMT })
  const { tagged } = await buildGoPrograms(
    { tagged: PRINTLN },
    { flags: ['-ldflags=-s -w -X main.v=1', '-tags=nomsgpack'] },
  )
  for (const [name, file] of Object.entries({ before, after, tagged }))
    copyFileSync(file, path.join(cwd, name))
  const build = ['build', '--working-directory', example('hello')]
  const packed = await run(...build, '--output', 'packed', '--report', 'packed.json')
  const plain = await run(...build, '--pack', 'off', '--output', 'plain', '--report', 'plain.json')
  expect([packed.exitCode, plain.exitCode]).toEqual([0, 0])
}, 180_000)

async function growthOf(before: string, after: string) {
  const { exitCode, stdout } = await run('diff', before, after, '--json')
  expect(exitCode).toBe(0)
  const { images } = JSON.parse(stdout) as WeighIn
  const [image] = images
  const growth = image?.platforms[0]?.growth
  if (image === undefined || growth == null) throw new Error('there is no growth')
  return { ...growth, baseline: image.baseline }
}

describe('bantam diff', () => {
  it('names what a binary grew by, the largest first, and ends with 0', async () => {
    const { exitCode, stdout, stderr } = await run('diff', 'before', 'after')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/growth +over before/)
    expect(stdout).toMatch(/before packing\n +\+[\d.]+ kB {2}standard library/)
    expect(stdout).not.toContain('\u001B')
  })

  it('gives it as a weigh-in that has its baseline', async () => {
    const { baseline, causes, nodes } = await growthOf('before', 'after')
    expect(baseline).toMatchObject({ kind: 'file', reference: 'before', reason: null })
    expect(causes).toEqual([])
    const fmt = nodes.find(({ path: [, name], kind }) => kind === 'package' && name === 'fmt')
    expect(fmt).toMatchObject({ before: null, change: 'added' })
  })

  it('finds nothing between a thing and itself', async () => {
    const { stdout } = await run('diff', 'packed', 'packed')
    expect(stdout).toContain('none beyond noise')
  })

  it('names what is not code first', async () => {
    const { causes } = await growthOf('before', 'tagged')
    expect(causes).toEqual(['build-tags changed from none to nomsgpack'])
    const { stdout } = await run('diff', 'before', 'tagged')
    expect(stdout.indexOf('build-tags')).toBeGreaterThan(0)
  })

  it('compares two weigh-ins', async () => {
    const { causes, metrics, nodes } = await growthOf('plain.json', 'packed.json')
    expect(causes.join()).toMatch(/packing changed from off to upx/)
    expect(metrics.find(({ metric }) => metric === 'image')).toMatchObject({ change: 'shrunk' })
    expect(metrics.find(({ metric }) => metric === 'binary')).toMatchObject({ change: 'unchanged' })
    expect(nodes).toEqual([])
  })

  it('finds no difference between a layout and the weigh-in of its build', async () => {
    const { causes, metrics, nodes, files } = await growthOf('packed.json', 'packed')
    expect({ causes, nodes, files }).toEqual({ causes: [], nodes: [], files: [] })
    expect(metrics.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged', null])
  })

  it('compares a layout with a binary', async () => {
    const { nodes } = await growthOf('before', 'packed')
    expect(nodes.find(({ kind }) => kind === 'std')).toMatchObject({ path: ['std'], change: 'grown' })
  })

  it('fits into a narrow window', async () => {
    const { stdout } = await bantam(['diff', 'before', 'packed'], { cwd, env: { ...env, COLUMNS: '50' } })
    expect(stdout.split('\n').filter(line => line.length > 50)).toEqual([])
  })

  it.each([
    { name: 'one thing', args: ['before'], says: 'but got 1' },
    { name: 'a budget', args: ['before', 'after', '--budget', '1MB'], says: 'not a flag of bantam diff' },
    { name: 'a thing that is not there', args: ['before', './nope'], says: 'no such file' },
  ])('refuses $name in one sentence', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await run('diff', ...args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
    expect(stderr).toContain(says)
  })
})
