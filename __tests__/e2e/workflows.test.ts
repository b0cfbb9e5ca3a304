import { expect, it } from '@jest/globals'
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { commitAll, runAct } from '../support/act.ts'
import { repository, runToEnd, temporaryDirectory } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string
        readonly permissions?: Readonly<Record<string, string>>
        readonly steps?: readonly { readonly uses?: string; readonly run?: string }[]
      }
    >
  >
}

function read(file: string): Workflow {
  return parse(readFileSync(path.join(repository, file), 'utf8')) as Workflow
}

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
  /** Without the workflow for other repositories, which is there to run their code. */
  const own = files.filter(file => !file.endsWith('/release.yml'))

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

  it('run nothing of the repository or of its dependencies where they may write', () => {
    const writing = own.flatMap(file =>
      Object.entries(read(file).jobs)
        .filter(([, { permissions = {} }]) => Object.values(permissions).includes('write'))
        .map(([name, { steps = [] }]) => ({ name, steps })),
    )
    expect(writing.map(({ name }) => name).sort()).toEqual([
      'analyze',
      'attest',
      'check',
      'commit',
      'github',
      'npm',
    ])
    const all = writing.flatMap(({ steps }) => steps)
    // Not "npm publish", which only sends what another job packed.
    const commands = all.flatMap(({ run }) => run ?? [])
    expect(commands.filter(text => /\bnpm (?!publish)|\b(?:npx|node)\b|\.ci\/|scripts\//.test(text))).toEqual(
      [],
    )
    expect(all.filter(({ uses = '' }) => uses.startsWith('./'))).toEqual([])
  })

  it('put no word of an event into a shell, where it could be a command', () => {
    const texts = files.flatMap(file =>
      Object.values(read(file).jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? [])),
    )
    expect(texts.filter(text => text.includes('${{'))).toEqual([])
  })

  it('release what was tested, as a draft until all its files are there', () => {
    const commands = (read('.github/workflows/release-bantam.yml').jobs['github']?.steps ?? []).map(
      ({ run = '' }) => run,
    )
    const order = ['--jq .sha)" = "$GITHUB_SHA"', '--draft --verify-tag', '--draft=false', '.immutable'].map(
      part => commands.join('\n').indexOf(part),
    )
    expect(order.filter(at => at === -1)).toEqual([])
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  })

  it("rebuild dist/ only on Dependabot's branches of this repository", () => {
    const { rebuild } = read('.github/workflows/rebuild-dist.yml').jobs
    expect(rebuild?.if).toContain("github.event.pull_request.user.login == 'dependabot[bot]'")
    expect(rebuild?.if).toContain('github.event.pull_request.head.repo.full_name == github.repository')
    const { commit } = read('.github/workflows/commit-dist.yml').jobs
    expect(commit?.if).toContain("github.event.workflow_run.actor.login == 'dependabot[bot]'")
    expect(commit?.if).toContain('github.event.workflow_run.head_repository.full_name == github.repository')
    expect([rebuild?.if, commit?.if].join(' ')).not.toContain('||')
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

/** A checkout of what the release workflow's first job reads, with the changelog's newest version released on that date. */
async function tagged(date: string): Promise<string> {
  const directory = temporaryDirectory('release')
  const files = [
    'package.json',
    'package-lock.json',
    'src/version.ts',
    'scripts/release.mjs',
    '.github/workflows',
  ]
  for (const file of files) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true })
    cpSync(path.join(repository, file), path.join(directory, file), { recursive: true })
  }
  const changelog = readFileSync(path.join(repository, 'CHANGELOG.md'), 'utf8')
  writeFileSync(
    path.join(directory, 'CHANGELOG.md'),
    changelog.replace(/^(## \[[^\]]+\] - ).+$/m, (_, start: string) => `${start}${date}`),
  )
  await commitAll(directory)
  return directory
}

describeWith(['act', 'git'], 'a tag that is pushed', () => {
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
    version: string
  }
  const push = (directory: string, tag: string) =>
    runAct(directory, {
      event: 'push',
      workflow: '.github/workflows/release-bantam.yml',
      job: 'version',
      payload: { ref: `refs/tags/${tag}` },
    })

  it('begins a release where the version is the same everywhere and has a date', async () => {
    const { exitCode, stdout } = await push(await tagged('2026-12-01'), `v${version}`)
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 })
    expect(stdout).toContain(`version=${version}`)
  })

  it('ends at once where the changelog gives no date, or the tag is another version', async () => {
    const undated = await push(await tagged('Unreleased'), `v${version}`)
    expect(undated.exitCode).toBe(1)
    expect(undated.stdout).toContain('gives no date')
    const other = await push(await tagged('2026-12-01'), 'v99.0.0')
    expect(other.exitCode).toBe(1)
    expect(other.stdout).toContain(`the tag must be v${version}`)
  })
})
