import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ImageWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { bantam, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { buildWithDocker, type DockerBuilt } from '../support/docker-built.ts'
import { buildWithKo } from '../support/ko-built.ts'
import { tool } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const cwd = temporaryDirectory('foreign')
const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const run = (...args: readonly string[]): Promise<Ended> => bantam(args, { cwd, env })

const schema = new URL('../../schema/weigh-in.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

async function weighed(...args: readonly string[]): Promise<ImageWeight> {
  const { exitCode, stdout, stderr } = await run('weigh', ...args, '--json')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const weighIn = JSON.parse(stdout) as WeighIn
  expect({ valid: validate(weighIn), errors: validate.errors }).toEqual({ valid: true, errors: null })
  const [image, ...others] = weighIn.images
  if (image === undefined || others.length > 0) throw new Error(`${others.length} more images`)
  for (const { breakdown, sizes, binaries } of image.platforms) {
    expect(sumOf(breakdown)).toBe(sizes.imageSize)
    for (const binary of binaries) expect(binary.breakdown && sumOf(binary.breakdown)).toBe(binary.linkedSize)
  }
  return image
}

/** Of the leaves. */
function sumOf({ bytes, children }: Breakdown): number {
  return children === undefined ? bytes : children.reduce((sum, child) => sum + sumOf(child), 0)
}

describeWith(
  ['go', 'dockerd', 'docker', 'docker-registry', 'crane'],
  'what docker build made, over a base image of files',
  () => {
    const started: { daemon?: Daemon; registry?: TestRegistry } = {}
    let built: DockerBuilt
    let pushed = ''

    beforeAll(async () => {
      started.registry = await startRegistry()
      started.daemon = await startDockerd()
      built = await buildWithDocker(started.daemon, cwd)
      pushed = `${started.registry.address}/team/service:v1`
      built.docker('tag', 'service:v1', pushed)
      built.docker('push', pushed)
    }, 180_000)
    afterAll(async () => {
      await started.daemon?.stop()
      await started.registry?.stop()
    })

    it('is weighed as the daemon sees it, each of its programs found', async () => {
      const { one, two, docker } = built
      const { platforms, digest } = await weighed(built.archive)
      expect(digest).toBe(docker('inspect', '--format', '{{.Id}}', 'service:v1').trim())
      const [platform] = platforms
      expect(platform?.sizes).toEqual({
        imageSize: Number(docker('inspect', '--format', '{{.Size}}', 'service:v1')),
        downloadSize: null,
      })
      expect(platform?.binaries.map(({ path, linkedSize }) => [path, linkedSize])).toEqual([
        ['/bin/one', one.length],
        ['/bin/one-more', two.length],
        ['/bin/two', two.length],
        ['/etc/old/gone', one.length],
      ])
      expect(platform?.settings).toMatchObject({ go: expect.stringMatching(/^go1\./), cgo: 'off' })
      expect(platform?.breakdown.children).toContainEqual({ name: '/etc/passwd', kind: 'file', bytes: 25 })
      // The file of the base that a later layer replaced.
      expect(platform?.breakdown.children).toContainEqual(
        expect.objectContaining({ kind: 'unknown', bytes: 4 }),
      )
    })

    it('is the same in a registry, where it has a download size', async () => {
      const [saved] = (await weighed(built.archive)).platforms
      const { digest, platforms } = await weighed(pushed)
      const manifest = tool('crane', ['manifest', '--insecure', pushed])
      const { config, layers } = JSON.parse(manifest) as Record<string, { size: number }> & {
        layers: readonly { digest: string; size: number }[]
      }
      const blobs = new Map(layers.map(({ digest, size }) => [digest, size]))
      const transferred = [...blobs.values()].reduce((sum, size) => sum + size, config?.size ?? 0)
      expect(digest).toBe(tool('crane', ['digest', '--insecure', pushed]).trim())
      expect(platforms).toMatchObject([
        {
          sizes: {
            imageSize: saved?.sizes.imageSize,
            downloadSize: transferred + Buffer.byteLength(manifest.trimEnd()),
          },
          binaries: saved?.binaries,
          breakdown: saved?.breakdown,
        },
      ])
    })

    it('is held against a budget of what is in it', async () => {
      const within = await run('weigh', built.archive, '--budget', 'image: 9MB, package runtime: 9MB')
      expect(within).toMatchObject({ exitCode: 0, stderr: '' })
      for (const path of ['/bin/one', '/bin/two', '/etc/passwd']) expect(within.stdout).toContain(path)
      const over = await run('weigh', pushed, '--budget', 'module std: 1kB')
      expect(over).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^error: Over budget/) })
      const absent = await run('weigh', pushed, '--budget', 'module golang.org/x/net: 1MB')
      expect(absent).toMatchObject({ exitCode: 2, stdout: '' })
      expect(absent.stderr).toMatch(/^error: .*a module that is not in one and one-more and two and gone/)
    })

    it('did not change between archive and registry', async () => {
      const { exitCode, stdout } = await run('diff', built.archive, pushed)
      expect(exitCode).toBe(0)
      expect(stdout).toContain('none beyond noise')
    })
  },
)

describeWith(['go', 'ko', 'crane', 'docker-registry'], 'what ko made, for two platforms', () => {
  const started: { registry?: TestRegistry } = {}
  let image = ''

  beforeAll(async () => {
    started.registry = await startRegistry()
    image = await buildWithKo(started.registry.address, temporaryDirectory('ko'))
  }, 180_000)
  afterAll(() => started.registry?.stop())

  it('is weighed for one platform, or for all', async () => {
    const platforms = async (...flags: readonly string[]) =>
      (await weighed(image, ...flags)).platforms.map(({ platform }) => platform)
    expect(await platforms()).toEqual(['linux/amd64'])
    expect(await platforms('--platforms', 'linux/arm64')).toEqual(['linux/arm64'])
    expect(await platforms('--platforms', 'all')).toEqual(['linux/amd64', 'linux/arm64'])
  })

  it('has the digests that crane sees, and one program of its own on each platform', async () => {
    const { digest, platforms } = await weighed(image, '--platforms', 'all')
    const crane = (...args: readonly string[]) => tool('crane', ['digest', '--insecure', ...args]).trim()
    expect(digest).toBe(crane(image))
    for (const { platform, digest, sizes, binaries, breakdown } of platforms) {
      expect(digest).toBe(crane('--platform', platform, image))
      expect(sizes.downloadSize).toBeLessThan(sizes.imageSize)
      expect(binaries.map(({ path }) => path)).toEqual(['/ko-app/service'])
      expect(breakdown.children?.map(({ name }) => name)).toContain('/etc/ssl/cert.pem')
    }
    expect(new Set(platforms.map(({ binaries: [binary] }) => binary?.linkedSize)).size).toBe(2)
  })

  it('is held against limits for one platform and for each', async () => {
    const all = ['weigh', image, '--platforms', 'all', '--budget']
    const mixed = 'image@linux/arm64: 1kB, package example.com/service: 1MB'
    expect(await run(...all, mixed)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^error: Over budget: image of linux\/arm64 (?!.*linux\/amd64)/),
    })
    expect(await run(...all, 'image@linux/s390x: 1MB')).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it('stays what it is as a weigh-in in a file', async () => {
    const { stdout } = await run('weigh', image, '--platforms', 'all', '--json')
    writeFileSync(path.join(cwd, 'ko.json'), stdout)
    expect(await weighed('ko.json')).toEqual((JSON.parse(stdout) as WeighIn).images[0])
    const compared = await run('diff', 'ko.json', image, '--platforms', 'all')
    expect(compared).toMatchObject({ exitCode: 0, stderr: '' })
    expect(compared.stdout.match(/none beyond noise/g)).toHaveLength(2)
  })
})
