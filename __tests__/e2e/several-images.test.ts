import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { type GitHubServer, gitHubServer, TOKEN } from '../support/github-api.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep, type StepOptions } from '../support/runner.ts'
import { realUpx } from '../support/broken-packers.ts'
import { describeWith } from '../support/tools.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const caches = { XDG_CACHE_HOME: env.XDG_CACHE_HOME, GOCACHE: sharedGoCache }

const BROKEN = 'package main\n\nfunc main() { nowhere() }\n'

/** Three services of a repository: two with a module of their own, and one that does not compile. */
function services(settings: string, more: Readonly<Record<string, string>> = {}): string {
  const directory = temporaryDirectory('services')
  for (const name of ['hello', 'hash']) cpSync(example(name), path.join(directory, name), { recursive: true })
  const files = {
    'job/go.mod': 'module example.com/job\n\ngo 1.21\n',
    'job/main.go': BROKEN,
    'bantam.yaml': settings,
    ...more,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

const SETTINGS = `defaults:
  pack: off
  budget: { image: 9MB }
images:
  greeter:
    working-directory: hello
    platforms: [linux/amd64, linux/arm64]
  job:
    working-directory: job
  hash:
    working-directory: hash
`

const schema = new URL('../../schema/weigh-in.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

function weighInOf({ stdout, stderr }: Ended): WeighIn {
  if (stdout === '') throw new Error(stderr)
  const weighIn = JSON.parse(stdout) as WeighIn
  expect({ valid: validate(weighIn), errors: validate.errors }).toEqual({ valid: true, errors: null })
  return weighIn
}

describe('bantam build with a bantam.yaml', () => {
  let cwd: string
  let ended: Ended
  beforeAll(async () => {
    cwd = services(SETTINGS)
    ended = await bantam(['build', '--json', '--report', 'weigh-in.json'], { cwd, env })
  }, 180_000)

  it('builds the images that can be built, and ends with 2 for the one that cannot', () => {
    expect(ended.exitCode).toBe(2)
    expect(readdirSync(path.join(cwd, '.bantam')).sort()).toEqual(['greeter', 'hash'])
    const weighIn = weighInOf(ended)
    expect(weighIn).toMatchObject({
      asked: { file: 'bantam.yaml', images: ['greeter', 'job', 'hash'] },
      images: [
        {
          name: 'greeter',
          published: true,
          platforms: [{ platform: 'linux/amd64' }, { platform: 'linux/arm64' }],
        },
        { name: 'hash', published: true },
      ],
      failed: [{ name: 'job', code: 'compile', message: expect.stringContaining('undefined: nowhere') }],
    })
    expect(JSON.parse(readFileSync(path.join(cwd, 'weigh-in.json'), 'utf8'))).toEqual(weighIn)
    expect(readFileSync(path.join(cwd, 'weigh-in.html'), 'utf8')).toContain('<table class="images">')
  })

  it('reports one after the other, the failure in its place with what Go printed, and a table of all', () => {
    const { stderr } = ended
    const places = [
      'greeter  linux/amd64\n',
      'greeter  linux/arm64\n',
      'error: Image job: Compiling ',
      'job/main.go:3:15: undefined: nowhere',
      'hash  linux/amd64\n',
      '3 images: 1 failed, 2 pass\n',
      '.bantam/greeter   sha256:',
      '.bantam/hash      sha256:',
    ].map(part => stderr.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(stderr).toMatch(/^ {2}job +failed: compile$/m)
    expect(stderr.match(/undefined: nowhere \[?/g)?.length ?? 0).toBeLessThan(3)
  })

  it('gives each image the digest that it has alone, with the file or without it', async () => {
    const [greeter, hash] = weighInOf(ended).images
    const only = await bantam(['build', '--only', 'hash', '--json'], { cwd, env })
    expect(only.exitCode).toBe(0)
    expect(weighInOf(only)).toMatchObject({ images: [{ name: 'hash', digest: hash?.digest }] })
    expect(weighInOf(only)).not.toHaveProperty('failed')
    const flags = ['--pack', 'off', '--budget', '9MB', '--platforms', 'linux/amd64,linux/arm64', '--json']
    const without = await bantam(['build', '--config', 'none', ...flags], {
      cwd: path.join(cwd, 'hello'),
      env,
    })
    expect(weighInOf(without)).toMatchObject({ images: [{ name: 'hello', digest: greeter?.digest }] })
  }, 120_000)

  it('ends with 1 where all can be built and one is over its budget, whose place stays empty', async () => {
    const tight = SETTINGS.replace(
      'working-directory: hash',
      'working-directory: hash\n    budget: { image: 1kB }',
    )
    const directory = services(tight)
    const over = await bantam(['build', '--only', 'greeter,hash'], { cwd: directory, env })
    expect(over.exitCode).toBe(1)
    expect(readdirSync(path.join(directory, '.bantam'))).toEqual(['greeter'])
    expect(over.stderr).toMatch(/^error: Image hash: Over budget: /m)
    expect(over.stdout).toContain('2 images: 1 not within budget, 1 passes')
  }, 120_000)

  it('ends with 2 and the failure as JSON where none can be built', async () => {
    const broken = services(SETTINGS, { 'hello/main.go': BROKEN, 'hash/main.go': BROKEN })
    const none = await bantam(['build', '--json'], { cwd: broken, env })
    expect(none.exitCode).toBe(2)
    expect(JSON.parse(none.stdout)).toMatchObject({ failure: { code: 'compile' } })
    for (const name of ['greeter', 'job', 'hash']) expect(none.stderr).toContain(`error: Image ${name}: `)
    expect(existsSync(path.join(broken, '.bantam'))).toBe(false)
  }, 120_000)
})

/** A UPX that writes down what it is asked for, in a directory to put on PATH. */
function watchedUpx(): { readonly directory: string; readonly packings: () => number } {
  const directory = temporaryDirectory('upx')
  const log = path.join(directory, 'log')
  const script = `#!/bin/sh\necho "$@" >> ${log}\nexec ${realUpx().command} "$@"\n`
  writeFileSync(path.join(directory, 'upx'), script, { mode: 0o755 })
  return { directory, packings: () => readFileSync(log, 'utf8').match(/--lzma/g)?.length ?? 0 }
}

describeWith(['upx'], 'bantam build of two flavors', () => {
  it('compiles, packs and proves their binary once', async () => {
    const flavors = `defaults: { main: ./hello, upx-args: -1 --lzma, budget: none }
images:
  plain: { labels: flavor=plain }
  other: { labels: flavor=other, files: 'go.work:/etc/go.work' }
`
    const directory = services(flavors, { 'go.work': 'go 1.26\n\nuse ./hello\n' })
    const upx = watchedUpx()
    const PATH = `${upx.directory}${path.delimiter}${process.env['PATH']}`
    const ended = await bantam(['build', '--json', '--upx-version', realUpx().version], {
      cwd: directory,
      env: { ...env, PATH, XDG_CACHE_HOME: temporaryDirectory('cache') },
    })
    expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toMatchObject({ exitCode: 0 })
    const [plain, other] = weighInOf(ended).images
    expect(plain?.digest).not.toBe(other?.digest)
    const [one, same] = [plain, other].map(image => image?.platforms[0]?.binaries[0])
    expect(same).toEqual(one)
    expect(one).toMatchObject({ pack: { status: 'packed', kept: false }, proof: { status: 'proven' } })
    expect(upx.packings()).toBe(1)
  }, 120_000)
})

describeWith(['docker-registry', 'crane'], 'the action with a bantam.yaml', () => {
  let registry: TestRegistry
  let server: GitHubServer
  const action = installedAction()
  beforeAll(async () => {
    registry = await startRegistry()
    server = await gitHubServer({ repository: 'Octo-Org/Service' })
  })
  afterAll(async () => {
    await registry.stop()
    await server.stop()
  })

  const pushed = () =>
    SETTINGS.replace(
      'working-directory: hello',
      `image: ${registry.address}/o/greeter\n    working-directory: hello`,
    )
      .replace('working-directory: job', `image: ${registry.address}/o/job\n    working-directory: job`)
      .replace('working-directory: hash', `image: ${registry.address}/o/hash\n    working-directory: hash`)
  const step = (workspace: string, options: Partial<StepOptions> = {}) =>
    runStep(action, 'main', {
      workspace,
      ...options,
      inputs: { tags: 'v1', 'github-token': TOKEN, ...options.inputs },
      env: { ...caches, GITHUB_API_URL: server.url, ...options.env },
    })

  it('pushes what can be built, fails, and tells later steps and readers of all', async () => {
    const ended = await step(services(pushed()))
    expect(ended.exitCode).toBe(2)
    const digests = await Promise.all(
      ['greeter', 'hash'].map(async name => {
        const tag = `${registry.address}/o/${name}:v1`
        return (await runToEnd('crane', ['digest', '--insecure', tag], { env })).stdout.trim()
      }),
    )
    expect(digests).toEqual([expect.stringMatching(/^sha256:/), expect.stringMatching(/^sha256:/)])
    const [greeter = '', hash = ''] = digests
    expect(ended.outputs).toMatchObject({
      image: `${registry.address}/o/greeter@${greeter}\n${registry.address}/o/hash@${hash}`,
      digest: `${greeter}\n${hash}`,
      tags: `${registry.address}/o/greeter:v1\n${registry.address}/o/hash:v1`,
      'budget-status': 'within',
    })
    const metadata = JSON.parse(ended.outputs['metadata'] ?? '') as object
    expect(metadata).toMatchObject({
      greeter: { 'containerimage.digest': greeter },
      hash: { 'containerimage.digest': hash, 'image.name': `${registry.address}/o/hash:v1` },
    })
    expect(Object.keys(metadata)).toEqual(['greeter', 'hash'])
    const weighIn = JSON.parse(readFileSync(ended.outputs['report'] ?? '', 'utf8')) as WeighIn
    expect(weighIn.failed).toMatchObject([{ name: 'job', code: 'compile' }])
    const sizes = weighIn.images.flatMap(({ platforms }) => platforms.map(one => one.sizes.imageSize))
    expect(ended.outputs['image-size']).toBe(String(Math.max(...sizes)))

    expect(ended.stdout).toMatch(/^::error::Image job: Compiling .* \[compile\]$/m)
    expect(ended.stdout).toMatch(/^::error .*file=job\/main\.go.*::Image job: /m)
    expect(ended.summary).toMatch(/^### <code>job<\/code>: failed; 2 more images, passing$/m)
    expect(ended.summary).toContain('<summary>What failed in <code>job</code></summary>')
    for (const name of ['greeter', 'hash'])
      expect(ended.summary).toContain(`| <code>${name}</code> | linux/amd64 |`)
  }, 180_000)

  it('keeps one comment on a pull request, whether or not an image fails', async () => {
    const comment = (more: Readonly<Record<string, string>>) =>
      step(services(SETTINGS, more), {
        event: 'pull_request',
        inputs: { budget: '9MB', config: 'bantam.yaml' },
      })
    const failing = await comment({})
    expect(failing.exitCode).toBe(2)
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain('<code>job</code> **failed** (compile): Compiling ')
    const mended = await comment({ 'job/main.go': 'package main\n\nfunc main() {}\n' })
    expect({ exitCode: mended.exitCode, stdout: mended.stdout }).toMatchObject({ exitCode: 0 })
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).not.toContain('failed')
    expect(server.comments[0]?.body).toMatch(/^\| <code>job<\/code> \| linux\/amd64 \|/m)
  }, 180_000)

  it('says in the summary why each failed where none can be built, and leaves the outputs empty', async () => {
    const ended = await step(services(pushed(), { 'hello/main.go': BROKEN, 'hash/main.go': BROKEN }))
    expect(ended.exitCode).toBe(2)
    expect(ended.summary).toMatch(/^### All 3 images failed$/m)
    for (const name of ['greeter', 'job', 'hash'])
      expect(ended.summary).toContain(`#### <code>${name}</code> failed: compile`)
    expect(Object.values(ended.outputs).join('')).toBe('')
  }, 120_000)
})
