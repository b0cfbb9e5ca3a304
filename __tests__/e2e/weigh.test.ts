import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PlatformWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { compileC } from '../support/compile-c.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { handMade, layoutOf, writeTree } from '../support/layouts.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'

const cwd = temporaryDirectory('weigh')
const at = (name: string) => path.join(cwd, name)
const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const run = (...args: readonly string[]) => bantam(args, { cwd, env })
let registry: TestRegistry

const schema = new URL('../../schema/weigh-in.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

async function weighed(...args: readonly string[]): Promise<WeighIn> {
  const ended = await run('weigh', ...args, '--json')
  expect(ended).toMatchObject({ exitCode: 0 })
  const weighIn = JSON.parse(ended.stdout) as WeighIn
  expect({ valid: validate(weighIn), errors: validate.errors }).toEqual({ valid: true, errors: null })
  return weighIn
}

async function onlyPlatform(...args: readonly string[]): Promise<PlatformWeight> {
  const { images } = await weighed(...args)
  expect(images).toHaveLength(1)
  const [platform, ...others] = images[0]?.platforms ?? []
  if (platform === undefined || others.length > 0) throw new Error(`${others.length} more platforms`)
  return platform
}

async function failed(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(...args)
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
  return stderr
}

beforeAll(async () => {
  registry = await startRegistry()
  const { small } = await buildGoPrograms({ small: PRINTLN })
  copyFileSync(small, at('small'))
  const build = ['build', '--working-directory', example('hello')]
  const ended: Ended[] = [
    await run(...build, '--output', 'hello'),
    await run(...build, '--output', 'hello.tar', '--report', 'hello.json'),
    await run(...build, '--image', `${registry.address}/hello`, '--tags', 'v1', '--push'),
  ]
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
}, 180_000)

afterAll(() => registry.stop())

describe('bantam weigh', () => {
  it('breaks a Go binary down to its packages, to the byte', async () => {
    const { sizes, binaries, settings } = await onlyPlatform('small')
    const bytes = readFileSync(at('small')).length
    expect(sizes).toEqual({ imageSize: bytes, downloadSize: null })
    expect(settings).toMatchObject({
      go: expect.stringMatching(/^go1\./),
      cgo: 'off',
      packer: null,
    })
    expect(binaries).toMatchObject([
      {
        name: 'small',
        linkedSize: bytes,
        pack: { status: 'unpacked' },
        proof: { status: 'not run' },
        price: null,
        needs: { certificates: false },
        breakdown: { bytes },
      },
    ])
    const runtime = binaries[0]?.breakdown?.children
      ?.find(({ kind }) => kind === 'std')
      ?.children?.find(({ name }) => name === 'runtime')
    expect(runtime?.bytes).toBeGreaterThan(bytes / 4)
    expect(runtime?.children).toBeUndefined()
  })

  it('goes down to functions when asked', async () => {
    const text = JSON.stringify(await onlyPlatform('small', '--depth', 'function'))
    expect(text).toMatch(/"name":"mallocgc","kind":"function"/)
  })

  it('breaks a program of C down to its sections', async () => {
    mkdirSync(at('c'))
    writeFileSync(at('c/main.c'), 'int main(void) { return 0; }\n')
    const { binaries, settings, sizes } = await onlyPlatform(compileC(at('c')))
    expect(settings.go).toBeNull()
    expect(binaries).toMatchObject([{ needs: null, breakdown: { bytes: sizes.imageSize } }])
  })

  it.each(['hello', 'hello.tar', 'registry'])(
    'unpacks the binary in %s, and finds what the build found',
    async thing => {
      const built = JSON.parse(readFileSync(at('hello.json'), 'utf8')) as WeighIn
      const [was] = built.images[0]?.platforms ?? []
      const found = await onlyPlatform(thing === 'registry' ? `${registry.address}/hello:v1` : thing)
      // The image's title is its repository's name, where it has one.
      if (thing !== 'registry') expect(found).toMatchObject({ digest: was?.digest, sizes: was?.sizes })
      const { linkedSize, shippedSize, needs, breakdown } = was?.binaries[0] ?? {}
      expect(found.binaries).toMatchObject([
        { path: '/hello', linkedSize, shippedSize, needs, breakdown, pack: { status: 'packed' } },
      ])
      expect(found.breakdown).toEqual(was?.breakdown)
    },
  )

  it('shows a weigh-in as it was written', async () => {
    const built = JSON.parse(readFileSync(at('hello.json'), 'utf8')) as WeighIn
    expect(await weighed('hello.json')).toEqual(built)
  })

  it('weighs several binaries over a base of files, and what a later layer hides', async () => {
    const small = readFileSync(at('small'))
    const image = handMade([
      [
        { name: 'etc/motd', content: 'a file of the base' },
        { name: 'old', content: 'x'.repeat(1000) },
      ],
      [
        { name: 'bin/one', content: small, mode: 0o755 },
        { name: 'bin/two', content: small, mode: 0o755 },
        { name: 'old', content: 'y' },
      ],
    ])
    const { binaries, breakdown, sizes } = await onlyPlatform(writeTree(layoutOf(image)))
    expect(binaries.map(binary => binary.path)).toEqual(['/bin/one', '/bin/two'])
    expect(breakdown.bytes).toBe(sizes.imageSize)
    expect(breakdown.children).toContainEqual(expect.objectContaining({ kind: 'unknown', bytes: 1000 }))
    expect(sizes.imageSize).toBe(2 * small.length + 1000 + 1 + 'a file of the base'.length)
  })

  describe('of an image with several programs', () => {
    const image = (files: Readonly<Record<string, Buffer>>) =>
      writeTree(
        layoutOf(
          handMade([Object.entries(files).map(([name, content]) => ({ name, content, mode: 0o755 }))]),
        ),
      )
    const small = () => readFileSync(at('small'))
    /** Without its mark, a program of Go says nothing of its build. */
    const nameless = () => {
      const bytes = Buffer.from(small())
      for (let found = bytes.indexOf(MARK); found >= 0; found = bytes.indexOf(MARK))
        bytes.fill(0, found, found + 16)
      return bytes
    }
    const MARK = Buffer.from('\xff Go buildinf:', 'latin1')
    const ofC = () => {
      mkdirSync(at('c2'), { recursive: true })
      writeFileSync(at('c2/main.c'), 'int main(void) { return 0; }\n')
      return readFileSync(compileC(at('c2')))
    }

    it('adds the one that it starts, though that has no build info', async () => {
      const made = image({ app: nameless(), 'bin/tool': small() })
      const { binaries } = await onlyPlatform(made)
      expect(binaries.map(({ path: place }) => place)).toEqual(['/app', '/bin/tool'])
      const size = small().length
      for (const [limit, exitCode] of [
        [2 * size, 0],
        [2 * size - 1, 1],
      ] as const)
        expect(await run('weigh', made, '--budget', `binary: ${limit}B`)).toMatchObject({ exitCode })
    })

    it('adds programs of C, whether it starts them or not', async () => {
      const c = ofC()
      const made = image({ app: c, 'bin/other': c, 'bin/tool': small() })
      const { binaries, otherPrograms } = await onlyPlatform(made)
      expect(binaries.map(({ path: place }) => place)).toEqual(['/app', '/bin/tool'])
      expect(otherPrograms).toEqual([{ path: '/bin/other', bytes: c.length, unread: null }])
      const size = 2 * c.length + small().length
      expect(await run('weigh', made, '--budget', `binary: ${size}B, module std: 5MB`)).toMatchObject({
        exitCode: 0,
      })
      expect(await run('weigh', made, '--budget', `binary: ${size - 1}B`)).toMatchObject({ exitCode: 1 })
    })

    it.each(['app', 'bin/other'])(
      'names %s, which cannot be read, and lets no limit on it pass',
      async place => {
        const sectionless = ofC()
        sectionless.writeBigUInt64LE(0n, 40)
        sectionless.fill(0, 58, 64)
        const made = image({ [place]: sectionless, 'bin/tool': small() })
        for (const limit of ['binary: 90MB', 'module std: 90MB', 'package nowhere/at/all: 90MB']) {
          const ended = await run('weigh', made, '--budget', limit)
          expect(ended).toMatchObject({
            exitCode: 1,
            stderr: expect.stringContaining('could not be checked'),
          })
          expect(ended.stderr).toContain(`/${place} could not be read: `)
        }
        expect(await run('weigh', made, '--budget', 'image: 90MB')).toMatchObject({ exitCode: 0 })
      },
    )
  })

  it('weighs what came with files in a build as it weighs the image', async () => {
    const tool = at('small')
    const args = ['build', '--working-directory', example('hello'), '--pack', 'off']
    const ended = await run(...args, '--files', `${tool}:/bin/tool:0755`, '--output', 'brought', '--json')
    expect(ended.exitCode).toBe(0)
    const [was] = (JSON.parse(ended.stdout) as WeighIn).images[0]?.platforms ?? []
    expect(was?.binaries).toMatchObject([{ path: '/hello' }, { path: '/bin/tool', fromFiles: true }])
    const found = await onlyPlatform('brought')
    const sizes = (of: PlatformWeight | undefined) =>
      of?.binaries.map(({ path: place, linkedSize }) => [place, linkedSize]).sort()
    expect(sizes(found)).toEqual(sizes(was))
  })

  it('records what a binary says of itself in a build that brings it', async () => {
    const args = ['build', '--binary', at('small'), '--pack', 'off', '--output', 'ready-made', '--json']
    const ended = await run(...args)
    expect(ended.exitCode).toBe(0)
    const [weight] = (JSON.parse(ended.stdout) as WeighIn).images[0]?.platforms ?? []
    expect(weight?.settings).toMatchObject({
      go: expect.stringMatching(/^go1\./),
      ldflags: null,
      buildTags: [],
      buildFlags: null,
      cgo: 'off',
    })
    mkdirSync(at('c3'))
    writeFileSync(at('c3/main.c'), 'int main(void) { return 0; }\n')
    const ofC = await run(
      'build',
      '--binary',
      compileC(at('c3')),
      '--pack',
      'off',
      '--output',
      'of-c',
      '--json',
    )
    const [unknown] = (JSON.parse(ofC.stdout) as WeighIn).images[0]?.platforms ?? []
    expect(unknown?.settings).toMatchObject({ go: null, ldflags: null, buildTags: null, cgo: null })
  })

  it('takes no file for an image in a registry', async () => {
    const name = `${registry.address}/hello:v1`
    mkdirSync(path.dirname(at(name)), { recursive: true })
    writeFileSync(at(name), readFileSync(at('small')))
    const [image] = (await weighed(name)).images
    expect(image?.platforms[0]?.binaries).toMatchObject([{ path: '/hello' }])
  })

  it('is a gate: 1 over budget, with the largest parts, and 0 within', async () => {
    const over = await run('weigh', 'hello', '--budget', 'image: 1kB')
    expect(over).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Over budget') })
    expect(over.stdout).toMatch(/largest .*\/hello/)
    const within = await run('weigh', 'small', '--budget', 'image: 5MB, binary: 5MB, package runtime: 3MB')
    expect(within).toMatchObject({ exitCode: 0, stderr: '' })
    expect(within.stdout).toContain('within budget')
  })

  it.each(['memory: 5MB', 'image: +0'])('never lets %s pass, which nothing here can measure', async limit => {
    const ended = await run('weigh', 'small', '--budget', limit)
    expect(ended).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('could not be checked'),
    })
  })

  it('says that a packed binary was not unpacked where there is no UPX, and lets no limit on it pass', async () => {
    const without = {
      ...env,
      PATH: '/nowhere',
      RUNNER_TOOL_CACHE: at('none'),
      https_proxy: 'http://127.0.0.1:1',
    }
    const ended = await bantam(['weigh', 'hello', '--budget', 'binary: 5MB'], { cwd, env: without })
    expect(ended.exitCode).toBe(1)
    expect(ended.stderr).toContain('/hello could not be read: it was packed by UPX')
    expect(ended.stderr).toContain('could not be checked')
  }, 60_000)

  it.each(['100', '50'])('fits into a window of %s columns, in plain text', async columns => {
    const { stdout } = await bantam(['weigh', 'hello', '--budget', '5MB'], {
      cwd,
      env: { ...env, COLUMNS: columns },
    })
    // A path is never broken, so that it can be copied.
    const long = stdout.split('\n').filter(line => line.length > Number(columns))
    expect(long.filter(line => !line.endsWith(' /var/lib/db/sbom/image.spdx.json'))).toEqual([])
    expect(stdout).not.toContain('\u001B')
    for (const label of ['go', 'binary', 'needs', 'download', 'image'])
      expect(stdout).toMatch(new RegExp(`^  ${label} `, 'm'))
    expect(stdout).toMatch(/%\s+runtime$/m)
  })

  it.each([
    { name: 'nothing', args: [], says: 'but got none' },
    { name: 'two things', args: ['a', 'b'], says: 'but got 2' },
    { name: 'a file that is not there', args: ['./nope'], says: 'no such file' },
    { name: 'a file that is none of it', args: ['main.c'], says: 'main.c cannot be weighed' },
    {
      name: 'a platform that is not there',
      args: ['hello', '--platforms', 'linux/arm64'],
      says: 'linux/amd64',
    },
    { name: 'a platform that is none', args: ['hello', '--platforms', 'arm64'], says: 'write linux/arm64' },
    { name: 'a depth that is none', args: ['hello', '--depth', 'module'], says: '--depth "module"' },
    { name: 'a budget that is none', args: ['hello', '--budget', '5M'], says: '--budget "5M"' },
    { name: 'a limit on what is not there', args: ['hello', '--budget', 'package fmtt: 1MB'], says: 'fmt' },
    {
      name: 'a limit for another platform',
      args: ['hello', '--budget', 'image@linux/arm64: 1MB'],
      says: 'amd64',
    },
    { name: 'a flag of build', args: ['hello', '--push'], says: 'not a flag of bantam weigh' },
    { name: 'a user without a password', args: ['hello', '--registry-username', 'me'], says: 'password' },
  ])('refuses $name in one sentence', async ({ args, says }) => {
    writeFileSync(at('main.c'), 'int main(void) { return 0; }\n')
    expect(await failed('weigh', ...args)).toContain(says)
  })

  it('refuses weigh-ins of another version and damaged ones', async () => {
    const text = readFileSync(at('hello.json'), 'utf8')
    writeFileSync(at('newer.json'), text.replace('"schemaVersion": 2', '"schemaVersion": 9'))
    writeFileSync(at('damaged.json'), text.replace('"imageSize"', '"imageSise"'))
    expect(await failed('weigh', 'newer.json')).toContain('schemaVersion 9, and this Bantam reads 2')
    expect(await failed('weigh', 'damaged.json')).toContain('imageSize')
  })

  it('says that an image is not in the registry', async () => {
    expect(await failed('weigh', `${registry.address}/none:v1`)).toContain('404')
  })
})
