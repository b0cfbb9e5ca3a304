import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inParallel } from '../../src/host/in-parallel.ts'
import { BAD_FILES } from '../declare/images-file/bad-file.table.ts'
import { bantam, type Ended, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { gitRepository } from '../support/git.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const STACK = /^\s+at .+:\d+/m

describe('a wrong bantam.yaml', () => {
  it('ends every run with 2 and a sentence, and nothing is written', async () => {
    const ended = await inParallel(2, BAD_FILES, async file => {
      const cwd = temporaryDirectory('bad-file')
      if (file.text !== null) writeFileSync(path.join(cwd, 'bantam.yaml'), file.text)
      const run = await bantam(['build', ...(file.argv ?? [])], { cwd })
      return { file, run, left: readdirSync(cwd) }
    })
    for (const { file, run, left } of ended) {
      expect({ name: file.name, exitCode: run.exitCode, stdout: run.stdout, left }).toEqual({
        name: file.name,
        exitCode: 2,
        stdout: '',
        left: file.text === null ? [] : ['bantam.yaml'],
      })
      for (const piece of file.says) expect(run.stderr).toContain(piece)
      expect(run.stderr).not.toMatch(STACK)
    }
  }, 240_000)
})

const main = (text: string) => `package main\n\nfunc main() { println("${text}") }\n`

/** Three services, two of them in one module. */
function services() {
  const repository = gitRepository()
  const { directory, commit } = repository
  mkdirSync(path.join(directory, 'services', 'mailer'), { recursive: true })
  commit({
    'go.mod': 'module example.com/shop\n\ngo 1.21\n',
    'cmd/api/main.go': main('api'),
    'cmd/web/main.go': main('web'),
    'services/mailer/go.mod': 'module example.com/mailer\n\ngo 1.21\n',
    'services/mailer/main.go': main('mailer'),
    'bantam.yaml': `defaults: {pack: off, budget: {image: 5MB}}
images:
  api: {main: ./cmd/api}
  web: {main: ./cmd/web, labels: {team: shop}}
  mailer: {working-directory: services/mailer}
`,
  })
  return repository
}

const env = { ...process.env, GOCACHE: sharedGoCache, GOFLAGS: '' }

/** The names of the images that the JSON of a run has. */
function namesOf({ stdout }: Ended): readonly string[] {
  const { images } = JSON.parse(stdout) as { images: readonly { name: string }[] }
  return images.map(({ name }) => name)
}

describeWith(['git', 'go'], 'a bantam.yaml', () => {
  it('has every image built, or those that only and changed-since choose', async () => {
    const { directory: cwd, commit } = services()
    const all = await bantam(['build', '--json'], { cwd, env })
    expect(all).toMatchObject({ exitCode: 0 })
    expect(namesOf(all)).toEqual(['api', 'web', 'mailer'])
    expect(readdirSync(path.join(cwd, '.bantam')).toSorted()).toEqual(['api', 'mailer', 'web'])

    const some = await bantam(['build', '--json', '--only', 'mailer,api'], { cwd, env })
    expect(namesOf(some)).toEqual(['api', 'mailer'])

    writeFileSync(path.join(cwd, '.gitignore'), '.bantam/\n')
    commit({ '.gitignore': '.bantam/\n' })
    const none = await bantam(['build', '--json', '--changed-since', 'HEAD'], { cwd, env })
    expect(none).toMatchObject({ exitCode: 0, stdout: '' })
    expect(none.stderr).toContain('Nothing is built, since nothing changed since HEAD: api, web, mailer')

    commit({ 'cmd/web/main.go': main('another web') })
    const one = await bantam(['build', '--json', '--changed-since', 'HEAD^'], { cwd, env })
    expect(one.exitCode).toBe(0)
    expect(namesOf(one)).toEqual(['web'])
  }, 120_000)

  it('is read by the action, whose outputs are empty where nothing changed', async () => {
    const { directory: workspace } = services()
    const action = installedAction()
    const built = await runStep(action, 'main', { workspace, inputs: { cache: 'false' }, env })
    expect(built).toMatchObject({ exitCode: 0 })
    expect(built.outputs['digest']?.split('\n')).toHaveLength(3)
    const inputs = { cache: 'false', 'changed-since': 'HEAD' }
    const none = await runStep(action, 'main', { workspace, inputs, env })
    expect(none).toMatchObject({ exitCode: 0, outputs: { digest: '', image: '' } })
  }, 120_000)
})

it('is loaded by no other build', () => {
  const entry = readFileSync(path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js'), 'utf8')
  expect(entry).not.toContain('YAMLParseError')
})
