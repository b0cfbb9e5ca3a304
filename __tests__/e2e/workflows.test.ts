import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { repository, runToEnd } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

interface Jobs {
  readonly jobs: {
    readonly test: {
      readonly strategy: {
        readonly matrix: { readonly include: readonly { readonly runner: string; readonly tests?: string }[] }
      }
    }
    readonly macos: { readonly 'runs-on': string }
  }
}

describeWith(['actionlint'], 'the workflows of this repository', () => {
  const files = globSync('.github/workflows/*.yml', { cwd: repository })

  it('are sound to actionlint, which also reads action.yml for the inputs of `uses: ./`', async () => {
    expect(files.length).toBeGreaterThan(0)
    const ended = await runToEnd('actionlint', ['-no-color', ...files], { cwd: repository })
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  it.each(files)('pin every foreign action by its commit: %s', file => {
    const text = readFileSync(path.join(repository, file), 'utf8')
    const foreign = [...text.matchAll(/uses: (?!\.\/)(\S+)/g)].map(([, used]) => used)
    expect(foreign.filter(used => !/@[0-9a-f]{40}$/.test(used ?? ''))).toEqual([])
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } })
  })

  it('run on what users run on', () => {
    const { jobs } = parse(readFileSync(path.join(repository, '.github/workflows/ci.yml'), 'utf8')) as Jobs
    expect(jobs.test.strategy.matrix.include.map(({ runner }) => runner)).toEqual([
      'ubuntu-26.04',
      'ubuntu-24.04',
      'ubuntu-24.04-arm',
    ])
    expect(jobs.macos['runs-on']).toBe('macos-latest')
  })

  it('run, on the runner that runs a part of the tests, tests that exist', () => {
    const { jobs } = parse(readFileSync(path.join(repository, '.github/workflows/ci.yml'), 'utf8')) as Jobs
    const patterns = jobs.test.strategy.matrix.include.flatMap(({ tests }) => tests?.split(' ') ?? [])
    const all = globSync('__tests__/**/*.test.ts', { cwd: repository })
    expect(patterns.filter(pattern => !all.some(file => new RegExp(pattern).test(file)))).toEqual([])
    expect(patterns).not.toEqual([])
  })
})
