import { expect, it } from '@jest/globals'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { example, repository, runToEnd, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

const WORKFLOW = `
on: pull_request
jobs:
  sizes:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - id: within
        uses: ./.github/bantam
        with:
          budget: 3MB
      - run: echo "within is \${{ steps.within.outcome }}, \${{ steps.within.outputs.budget-status }} at \${{ steps.within.outputs.image-size }}"
      - id: over
        continue-on-error: true
        uses: ./.github/bantam
        with:
          budget: 500kB
      - run: echo "over is \${{ steps.over.outcome }}, \${{ steps.over.outputs.budget-status }}, image <\${{ steps.over.outputs.image }}>"
`

/** A repository with one main package, the action, and a workflow that uses it twice. */
function serviceRepository(): string {
  const directory = temporaryDirectory('act')
  cpSync(example('hello'), directory, { recursive: true })
  const action = path.join(directory, '.github', 'bantam')
  mkdirSync(path.join(directory, '.github', 'workflows'), { recursive: true })
  for (const part of ['dist', 'action.yml'])
    cpSync(path.join(repository, part), path.join(action, part), { recursive: true })
  writeFileSync(path.join(action, 'package.json'), '{"type":"module"}')
  writeFileSync(path.join(directory, '.github', 'workflows', 'sizes.yml'), WORKFLOW)
  return directory
}

describeWith(['act', 'git', 'go', 'upx'], 'a workflow run by act', () => {
  it('has a passing step and a failing one, each with its outputs', async () => {
    const directory = serviceRepository()
    const git = (...args: string[]) =>
      runToEnd('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: directory })
    await git('init', '-q')
    await git('add', '-A')
    await git('commit', '-qm', 'service: begin')
    const home = temporaryDirectory('act-home')
    mkdirSync(path.join(home, '.config', 'act'), { recursive: true })
    writeFileSync(path.join(home, '.config', 'act', 'actrc'), '')
    const ended = await runToEnd(
      'act',
      ['pull_request', '-P', 'ubuntu-latest=-self-hosted', '--action-offline-mode', '--no-cache-server'],
      {
        cwd: directory,
        env: {
          ...process.env,
          HOME: home,
          XDG_CONFIG_HOME: path.join(home, '.config'),
          XDG_CACHE_HOME: path.join(home, '.cache'),
          GOCACHE: sharedGoCache,
          PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
        },
      },
    )
    const said = ended.stdout + ended.stderr
    expect(said).toMatch(/within is success, within at \d{6}/)
    expect(said).toMatch(/over is failure, over, image <>/)
    expect(ended.exitCode).toBe(0)
  }, 180_000)
})
