import { beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { formatSubject } from '../../src/declare/limit.ts'

// One cache for the whole file: what is packed once is not packed again.
const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

function build(args: readonly string[], cwd = temporaryDirectory()): Promise<Ended> {
  return bantam(['build', '--working-directory', example('hello'), ...args], { cwd, env })
}

describe('bantam build', () => {
  let cwd: string
  let ended: Ended

  beforeAll(async () => {
    cwd = temporaryDirectory()
    ended = await build(['--budget', '600kB', '--output', 'out/hello'], cwd)
  }, 120_000)

  it('ends with 0 and tells every stage with its sizes, the budget and how to run it', () => {
    // Where UPX 4.2.4 cannot be had, a notice says which version packs.
    expect(ended).toMatchObject({ exitCode: 0, stderr: expect.not.stringMatching(/^(?:warning|error):/m) })
    for (const stage of ['compile', 'pack', 'prove', 'assemble', 'image'])
      expect(ended.stdout).toMatch(new RegExp(`^  ${stage} `, 'm'))
    expect(ended.stdout).toContain('within budget')
    expect(ended.stdout).toMatch(/^ {2}out\/hello {3}sha256:[0-9a-f]{64}$/m)
    expect(ended.stdout).toMatch(/run it: .*out\/hello/)
    expect(ended.stdout).not.toContain('\u001B')
  })

  it('leaves an OCI layout and nothing else', () => {
    expect(readdirSync(cwd)).toEqual(['out'])
    expect(readdirSync(path.join(cwd, 'out'))).toEqual(['hello'])
    expect(readdirSync(path.join(cwd, 'out/hello')).sort()).toEqual(['blobs', 'index.json', 'oci-layout'])
  })

  it('prints the weigh-in alone on stdout with --json, and its parts sum to the whole', async () => {
    const { exitCode, stdout } = await build(['--budget', '600kB', '--json'], cwd)
    expect(exitCode).toBe(0)
    const { images } = JSON.parse(stdout) as WeighIn
    const platform = images[0]?.platforms[0]
    const binary = platform?.binaries[0]
    expect(binary?.pack).toMatchObject({ status: 'packed', kept: true })
    expect(binary?.proof).toMatchObject({ status: 'proven', reason: null })
    const parts = platform?.breakdown.children?.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(parts).toBe(platform?.sizes.imageSize)
    expect(platform?.breakdown.bytes).toBe(platform?.sizes.imageSize)
  })

  it('ends with 1 when it is over budget, says by how much and of what, and writes nothing', async () => {
    const directory = temporaryDirectory()
    const over = await build(['--budget', '500kB', '--output', 'out'], directory)
    expect(over.exitCode).toBe(1)
    expect(over.stdout + over.stderr).toMatch(/over budget by [\d,]+ B \(\+?\d+\.\d %\)/i)
    expect(over.stdout).toContain('/hello')
    expect(readdirSync(directory)).toEqual([])
  })

  it('leaves the earlier image where it was when the new one is over budget', async () => {
    const before = readFileSync(path.join(cwd, 'out/hello/index.json'), 'utf8')
    expect(
      (await build(['--budget', '500kB', '--output', 'out/hello', '--layer-compression', 'zstd'], cwd))
        .exitCode,
    ).toBe(1)
    expect(readFileSync(path.join(cwd, 'out/hello/index.json'), 'utf8')).toBe(before)
  })

  it('writes it all the same with --on-over-budget warn, and says so', async () => {
    const directory = temporaryDirectory()
    const warned = await build(
      ['--budget', '500kB', '--on-over-budget', 'warn', '--output', 'out'],
      directory,
    )
    expect(warned.exitCode).toBe(0)
    expect(warned.stdout + warned.stderr).toMatch(/over budget/i)
    expect(existsSync(path.join(directory, 'out/oci-layout'))).toBe(true)
  })

  it('needs no budget on the command line, and says that there is none', async () => {
    const without = await build(['--output', 'out'])
    expect(without.exitCode).toBe(0)
    expect(without.stdout).toContain('no budget')
  })

  it('holds the memory, the download and the linked binary against their limits too', async () => {
    const { exitCode, stdout } = await build([
      '--budget',
      'image: 600kB, download: 600kB, binary: 1.7MB, memory: 1kB',
      '--json',
    ])
    expect(exitCode).toBe(1)
    const { images } = JSON.parse(stdout) as WeighIn
    expect(
      images[0]?.budget.limits.map(({ subject, status }) => `${formatSubject(subject)} ${status}`),
    ).toEqual(['image within', 'download within', 'binary within', 'memory over'])
  })

  it('fits into a narrow window', async () => {
    const { stdout } = await bantam(['build', '--working-directory', example('hello'), '--output', 'o'], {
      cwd: temporaryDirectory(),
      env: { ...env, COLUMNS: '50' },
    })
    const long = stdout.split('\n').filter(line => line.length > 50 && !line.includes('run it'))
    expect(long).toEqual([])
  })
})

describe('bantam', () => {
  it.each([[['--help']], [['build', '--help']], [['help']]])(
    '%j explains itself within the width of the window, and within 100 columns in a pipe',
    async args => {
      for (const [columns, width] of [
        ['', 100],
        ['80', 80],
      ] as const) {
        const { exitCode, stdout, stderr } = await bantam(args, { env: { ...env, COLUMNS: columns } })
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
        expect(stdout).toContain('bantam build')
        expect(stdout.split('\n').filter(line => line.length > width)).toEqual([])
      }
    },
  )

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await bantam(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
  })
})
