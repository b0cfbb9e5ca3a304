import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clauseText } from '../../../src/clause.ts'
import { declareRun } from '../../../src/commands/declare.ts'
import type { Given } from '../../../src/declare/given.ts'
import { parseCommandLine } from '../../../src/declare/flags.ts'
import { Failure, failureSentence } from '../../../src/failure.ts'
import { BAD_FILES, type BadFile } from '../../declare/images-file/bad-file.table.ts'
import { aFailure } from '../../support/a-failure.ts'
import { testHost } from '../../support/host.ts'

function directoryOf({ text, files = {} }: Pick<BadFile, 'text' | 'files'>): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-images-'))
  for (const [name, content] of Object.entries({
    ...files,
    ...(text === null ? {} : { 'bantam.yaml': text }),
  })) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), content)
  }
  return directory
}

async function run(file: Pick<BadFile, 'text' | 'files' | 'argv'>) {
  const command = parseCommandLine(['build', ...(file.argv ?? [])])
  if (!command.ok || command.value.kind !== 'build') throw new Error('no build')
  const cwd = directoryOf(file)
  const host = testHost({ cwd, env: { HOME: process.env['HOME'], PATH: process.env['PATH'] } })
  return { host, cwd, declared: await declareRun(host, command.value.given) }
}

async function refusal(file: BadFile): Promise<string> {
  try {
    await run(file)
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'bad-input') return failureSentence(cause, 'terminal')
    throw cause
  }
  return ''
}

describe('a wrong file', () => {
  it.each(BAD_FILES)('is refused: $name', async file => {
    const said = await refusal(file)
    for (const piece of file.says) expect(said).toContain(piece)
    expect(said).not.toContain('s3cret')
    for (const line of said.split('\n')) expect(line.length).toBeLessThan(400)
  })

  it('is one of at least 35, each with a name of its own', () => {
    expect(new Set(BAD_FILES.map(({ name }) => name)).size).toBe(BAD_FILES.length)
    expect(BAD_FILES.length).toBeGreaterThanOrEqual(35)
  })
})

/** Declared by these files and arguments; the paths below are relative to the directory. */
async function declaredBy(text: string, argv: readonly string[] = [], files: BadFile['files'] = {}) {
  const { declared, host, cwd } = await run({ text, argv, files })
  return { ...declared, cwd, said: host.log.lines.filter(line => !line.startsWith('debug')) }
}

const THREE = `# yaml-language-server: $schema=schema/bantam.schema.json
defaults:
  platforms: [linux/amd64, linux/arm64]
  budget: { image: [5MB, +50kB], binary: 12MB }
  go-version: 1.20
  pack: off
images:
  api:
    main: ./cmd/api=api
    image: ghcr.io/acme/api
    labels: { team: core, empty: "" }
    pack: auto
  web:
    working-directory: services/web
    env: |
      A=1
      B=2
    args: [serve, --port=8080]
  tool:
    binary: bin/tool
    budget: none
`
const WITH_WEB = { 'services/web/main.go': 'package main' }

describe('a file of images', () => {
  it('gives every image its own settings, and the defaults for what it leaves out', async () => {
    const { images, cwd } = await declaredBy(THREE, [], WITH_WEB)
    expect(images.map(({ key }) => key)).toEqual(['api', 'web', 'tool'])
    const [api, web, tool] = images.map(({ spec }) => spec)
    expect(api).toMatchObject({
      name: 'api',
      workingDirectory: cwd,
      go: { version: '1.20' },
      pack: { mode: 'auto' },
      platforms: [{ platform: { architecture: 'amd64' } }, { platform: { architecture: 'arm64' } }],
      budget: { kind: 'limits', limits: { length: 3 } },
    })
    expect(api?.platforms[0].config.labels).toMatchObject({ team: 'core', empty: '' })
    expect(api?.publish.references).toMatchObject([{ registry: 'ghcr.io', repository: 'acme/api' }])
    expect(web).toMatchObject({ workingDirectory: path.join(cwd, 'services/web'), pack: { mode: 'off' } })
    expect(web?.platforms[0].config).toMatchObject({
      args: ['serve', '--port=8080'],
      env: { A: '1', B: '2' },
    })
    expect(tool).toMatchObject({ name: 'tool', budget: { kind: 'none' }, go: { version: null } })
    expect(tool?.platforms[0].source).toMatchObject({ kind: 'binary', path: path.join(cwd, 'bin/tool') })
  })

  it('comes behind what the command line gives', async () => {
    const { images } = await declaredBy(
      THREE,
      ['--pack=require', '--budget=1MB', '--go-version-file=x', '--only=api,web'],
      WITH_WEB,
    )
    for (const { spec } of images)
      expect(spec).toMatchObject({
        pack: { mode: 'require' },
        go: { version: null },
        budget: { kind: 'limits' },
      })
  })

  it('is taken one image at a time by only, in its own order', async () => {
    const { images } = await declaredBy(THREE, ['--only=tool,api'])
    expect(images.map(({ key }) => key)).toEqual(['api', 'tool'])
    const one = await declaredBy(THREE, ['--only', 'api', './cmd/other=other', '--config=bantam.yaml'])
    expect(one.images.map(({ spec }) => spec.name)).toEqual(['other'])
  })

  it('may lie elsewhere, and its directories start where it lies', async () => {
    const text = 'images:\n  web: {working-directory: ../services/web}\n  here: {main: .}\n'
    const files = { ...WITH_WEB, 'deploy/images.yaml': text, '.git/HEAD': 'ref: refs/heads/main\n' }
    const { images, cwd } = await declaredBy('x: not read', ['--config', 'deploy/images.yaml'], files)
    expect(images.map(({ spec }) => spec.workingDirectory)).toEqual([
      path.join(cwd, 'services/web'),
      path.join(cwd, 'deploy'),
    ])
  })

  it('is looked for in the working directory', async () => {
    const files = { 'backend/bantam.yaml': 'images: {api: {main: ./cmd/api}}' }
    const { images, cwd } = await declaredBy('x: not read', ['--working-directory=backend'], files)
    expect(images).toMatchObject([{ key: 'api', spec: { workingDirectory: path.join(cwd, 'backend') } }])
  })

  it('is not read where a main is given, which a notice says', async () => {
    const { images, said } = await declaredBy(THREE, ['./cmd/api=api'])
    expect(images).toMatchObject([{ key: null, spec: { name: 'api' } }])
    expect(said).toEqual([
      'notice: bantam.yaml is not read, since --main is given; write --config bantam.yaml to read it.',
    ])
    const none = await declaredBy('what: ever', ['--config=none'])
    expect(none).toMatchObject({ images: [{ key: null }], said: [] })
  })

  it('has a name that a notice gives, where it has another', async () => {
    const { host, declared } = await run({ text: null, files: { 'bantam.yml': THREE } })
    expect(declared.images).toMatchObject([{ key: null }])
    expect(host.log.lines.join('\n')).toContain(
      'notice: bantam.yml is not read; name it bantam.yaml, or write --config bantam.yml.',
    )
  })

  it('writes an SBOM for each image and platform', async () => {
    const text =
      'defaults: {sbom: file, platforms: [linux/amd64, linux/arm64]}\nimages: {a: {}, b: {platforms: linux/amd64}}\n'
    const { run: ofRun, cwd } = await declaredBy(text, ['--report=out/bantam.json'])
    expect(ofRun).toMatchObject({
      report: path.join(cwd, 'out/bantam.json'),
      sboms: ['sbom-a-linux-amd64', 'sbom-a-linux-arm64', 'sbom-b'].map(name =>
        path.join(cwd, `out/${name}.spdx.json`),
      ),
    })
  })

  it('says once why an image is not pushed', async () => {
    const text = 'images: {a: {image: acme/a, tags: v1}, b: {image: acme/b, tags: v1}}\n'
    const { run: ofRun } = await declaredBy(text)
    expect(clauseText(ofRun.pushReason ?? [], 'terminal')).toContain(
      'it would push docker.io/acme/a:v1 and 1 more',
    )
  })

  it('shows at most fifty problems', async () => {
    const text = `images:\n${Array.from({ length: 90 }, (_, at) => `  a${at}: {budget: 5M}\n`).join('')}`
    const lines = (await refusal({ name: '', text, says: [] })).split('\n')
    expect(lines).toHaveLength(52)
    expect(lines[51]).toContain('40 more problems are not shown')
  })
})

/** In a job, for the code of a pull request. */
async function inJob(text: string, values: Given['values'], event = 'pull_request') {
  const cwd = directoryOf({ text })
  const env = {
    HOME: process.env['HOME'],
    PATH: process.env['PATH'],
    GITHUB_WORKSPACE: cwd,
    GITHUB_EVENT_NAME: event,
    ...(event === 'pull_request' ? { GITHUB_REF: 'refs/pull/7/merge' } : {}),
  }
  const host = testHost({ cwd, env, surface: 'action' })
  // The runner passes the defaults too.
  const passed = { 'working-directory': '.', platforms: 'linux/amd64', pack: 'auto', push: 'auto', ...values }
  return { host, declared: await declareRun(host, { surface: 'action', values: passed, problems: [] }) }
}

const PUSHED = 'images: {a: {image: ghcr.io/acme/a, platforms: linux/arm64, tags: v1}}\n'

describe('in a job, a file of images', () => {
  it('comes before the defaults that the runner passes', async () => {
    const { declared } = await inJob(PUSHED, { budget: '3MB' }, 'push')
    expect(declared.images[0].spec).toMatchObject({
      platforms: [{ platform: { architecture: 'arm64' } }],
      publish: { push: true },
    })
  })

  it('does not say where the code of a pull request is pushed to', async () => {
    await expect(inJob(PUSHED, { push: 'true' })).rejects.toThrow(
      /bantam.yaml:1:21: image .*author of this change/,
    )
    const given = await inJob(PUSHED, { push: 'true', image: 'ghcr.io/acme/preview', tags: 'pr' })
    expect(given.declared.images[0].spec.publish).toMatchObject({
      push: true,
      references: [{ repository: 'acme/preview' }],
    })
  })

  it('does not say who is sent the password of the step', async () => {
    const login = { 'registry-username': 'me', 'registry-password': 'a-password' }
    const { declared, host } = await inJob(PUSHED, login)
    expect(declared.images[0].spec.publish.credentials).toBeNull()
    expect(host.log.lines.join('\n')).toMatch(/warning: --registry-password is not used, .*docker login/)
    const pushed = await inJob(PUSHED, login, 'push')
    expect(pushed.declared.images[0].spec.publish.credentials).toEqual({
      username: 'me',
      password: 'a-password',
    })
  })

  it('does not weaken the budget of the step', async () => {
    const text = 'images: {a: {on-over-budget: warn}}\n'
    await expect(inJob(text, { budget: '3MB' })).rejects.toThrow(
      /bantam.yaml:1:30: on-over-budget is set here/,
    )
    const { declared } = await inJob(text, {})
    expect(declared.images[0].spec.onOverBudget).toBe('warn')
  })

  it('gives every problem its place, for annotations', async () => {
    await expect(inJob('images:\n  a: {budget: 5M}\n  b: {user: x}\n', {})).rejects.toMatchObject({
      locations: [
        {
          file: 'bantam.yaml',
          line: 2,
          column: 15,
          message: expect.stringMatching(/^budget "5M" is ambiguous/),
        },
        { file: 'bantam.yaml', line: 3, column: 13, message: expect.stringMatching(/^user "x" /) },
      ],
    })
  })

  it('is not read through a link that leads out of the workspace', async () => {
    const cwd = directoryOf({ text: null })
    symlinkSync('/etc/hostname', path.join(cwd, 'bantam.yaml'))
    const host = testHost({
      cwd,
      env: { PATH: process.env['PATH'], GITHUB_WORKSPACE: cwd },
      surface: 'action',
    })
    await expect(declareRun(host, { surface: 'action', values: {}, problems: [] })).rejects.toEqual(
      aFailure('bad-input', {
        fields: { input: 'config' },
        what: 'leads out of the workspace through a link',
      }),
    )
  })
})
