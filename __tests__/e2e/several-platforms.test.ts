import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const BOTH = 'linux/amd64,linux/arm64'

/** A service that says which platform it is for, and that may break on one of them alone. */
const SERVICE = {
  'go.mod': 'module example.com/tiny\n\ngo 1.21\n',
  'main.go': 'package main\n\nimport "runtime"\n\nfunc main() { println(runtime.GOARCH) }\n',
  'data/amd64.txt': 'for amd64',
  'data/arm64.txt': 'for arm64',
}
const BROKEN = 'package main\n\nfunc init() { undefinedFunction() }\n'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

/** A fresh copy of the service, outside any checkout. */
function service(more: Readonly<Record<string, string>> = {}): string {
  const directory = temporaryDirectory('platforms')
  for (const [name, text] of Object.entries({ ...SERVICE, ...more })) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

function build(cwd: string, args: readonly string[], platforms = BOTH): Promise<Ended> {
  return bantam(['build', '--platforms', platforms, '--main', '.=tiny', ...args], { cwd, env })
}

function imageOf({ stdout, stderr }: Ended) {
  const image = stdout === '' ? undefined : (JSON.parse(stdout) as WeighIn).images[0]
  if (image === undefined) throw new Error(stderr)
  return image
}

interface Index {
  readonly mediaType: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly manifests: readonly {
    readonly digest: string
    readonly platform?: { readonly architecture: string }
    readonly annotations?: Readonly<Record<string, string>>
  }[]
}

function readIn(layout: string, name: string): Index {
  return JSON.parse(readFileSync(path.join(layout, name), 'utf8')) as Index
}

/** The index to which the only tag of a layout refers. */
function indexIn(layout: string): Index {
  const [listed] = readIn(layout, 'index.json').manifests
  return readIn(layout, `blobs/${listed?.digest.replace(':', '/')}`)
}

describe('bantam build --platforms', () => {
  let cwd: string
  let ended: Ended
  beforeAll(async () => {
    cwd = service()
    ended = await build(cwd, ['--budget', '3MB', '--json', '--output', 'out'])
  }, 180_000)

  it('weighs each platform, in the order in which they were named', () => {
    expect(ended).toMatchObject({ exitCode: 0 })
    const image = imageOf(ended)
    expect(image).toMatchObject({
      name: 'tiny',
      published: true,
      budget: { status: 'within' },
      platforms: [
        { platform: 'linux/amd64', layers: [{}, {}, {}], binaries: [{ path: '/tiny' }] },
        { platform: 'linux/arm64', layers: [{}, {}, {}], binaries: [{ path: '/tiny' }] },
      ],
    })
    expect(image.budget.limits.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64'])
    const { stages } = JSON.parse(ended.stdout) as WeighIn
    expect(new Set(stages.map(({ platform }) => platform))).toEqual(new Set(['linux/amd64', 'linux/arm64']))
  })

  it('writes one index, which lists the manifest of each', () => {
    const image = imageOf(ended)
    const layout = path.join(cwd, 'out')
    expect(readIn(layout, 'index.json').manifests.map(({ digest }) => digest)).toEqual([image.digest])
    const { mediaType, manifests } = indexIn(layout)
    expect(mediaType).toBe('application/vnd.oci.image.index.v1+json')
    expect(manifests.map(({ platform }) => platform?.architecture)).toEqual(['amd64', 'arm64'])
    // What each platform is by itself.
    expect(image.platforms.map(({ digest }) => digest)).toEqual(manifests.map(({ digest }) => digest))
    // Two manifests and configs, layers of binaries and SBOMs, one base layer for both, and the index.
    expect(readdirSync(path.join(layout, 'blobs/sha256'))).toHaveLength(10)
  })

  it('reports one platform after the other, as if each were built alone', () => {
    const said = [...ended.stderr.matchAll(/^(?:tiny {2}(\S+)| {2}(compile|pack|prove|assemble) )/gm)]
    const stages = ['compile', 'pack', 'prove', 'assemble']
    expect(said.map(([, platform, stage]) => platform ?? stage)).toEqual([
      'linux/amd64',
      ...stages,
      'linux/arm64',
      ...stages,
    ])
  })

  it('gives the same digest in another folder, and the platforms’ own are those of single builds', async () => {
    const image = imageOf(ended)
    const again = imageOf(await build(service(), ['--budget', '3MB', '--json', '--output', 'out']))
    expect(again.digest).toBe(image.digest)
    for (const { platform, digest } of image.platforms) {
      const alone = await build(service(), ['--budget', '3MB', '--json', '--output', 'out'], platform)
      expect([platform, imageOf(alone).digest]).toEqual([platform, digest])
    }
  }, 120_000)

  it('keeps the order that was asked for', async () => {
    const turned = await build(
      service(),
      ['--pack', 'off', '--budget', '3MB', '--json', '--output', 'out'],
      'linux/arm64,linux/amd64',
    )
    expect(imageOf(turned).platforms.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64'])
    expect(turned.stderr.match(/^tiny {2}\S+/gm)).toEqual(['tiny  linux/arm64', 'tiny  linux/amd64'])
  }, 60_000)

  it('can be weighed again: both platforms, to the byte', async () => {
    const weighed = await bantam(['weigh', './out', '--platforms', 'all', '--json'], { cwd, env })
    const sizes = ({ platforms }: WeighIn['images'][number]) =>
      platforms.map(({ platform, sizes: of }) => ({ platform, ...of }))
    const { images } = JSON.parse(weighed.stdout) as WeighIn
    expect(images.flatMap(sizes)).toEqual(sizes(imageOf(ended)))
  }, 60_000)
})

describe('what differs by platform', () => {
  it('comes into the image of that platform', async () => {
    const cwd = service()
    const values = ['--files', 'data/{{.Arch}}.txt:/data.txt', '--pack', 'off', '--budget', '3MB']
    const annotations = [
      'a=1',
      'manifest[linux/arm64]:b=2',
      'index:c=3',
      'manifest-descriptor:d=4',
      'index-descriptor:e=5',
    ]
    const ended = await build(cwd, [
      ...values,
      ...annotations.flatMap(line => ['--annotations', line]),
      '--json',
      '--output',
      'out',
    ])
    expect(ended).toMatchObject({ exitCode: 0 })
    const layout = path.join(cwd, 'out')
    const index = indexIn(layout)
    expect(readIn(layout, 'index.json').manifests[0]?.annotations).toMatchObject({ e: '5' })
    expect(index.annotations).toMatchObject({ c: '3' })
    expect(index.manifests.map(one => one.annotations)).toEqual([{ d: '4' }, { d: '4' }])
    const own = index.manifests.map(
      ({ digest }) => readIn(layout, `blobs/${digest.replace(':', '/')}`).annotations,
    )
    expect(own.map(one => [one?.['a'], one?.['b'], one?.['c']])).toEqual([
      ['1', undefined, undefined],
      ['1', '2', undefined],
    ])
    const layers = imageOf(ended).platforms.map(one => one.layers.find(({ what }) => what !== 'base')?.digest)
    expect(layers[0]).not.toBe(layers[1])
  }, 60_000)

  it('is a prebuilt binary of that platform, and one of another is refused', async () => {
    const cwd = service()
    for (const architecture of ['amd64', 'arm64']) {
      const go = ['build', '-trimpath', '-o', `dist/api_${architecture}`, '.']
      const made = { ...env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: architecture }
      expect(await runToEnd('go', go, { cwd, env: made })).toMatchObject({ exitCode: 0 })
    }
    const pack = (binary: string) =>
      bantam(
        ['build', '--platforms', BOTH, '--binary', binary, '--pack', 'off', '--budget', '3MB', '--json'],
        { cwd, env },
      )
    const built = await pack('dist/api_{{.Arch}}=api')
    expect(built).toMatchObject({ exitCode: 0 })
    expect(imageOf(built)).toMatchObject({
      name: 'api',
      platforms: [
        { platform: 'linux/amd64', binaries: [{ path: '/api' }] },
        { platform: 'linux/arm64', binaries: [{ path: '/api' }] },
      ],
    })
    const wrong = await pack('dist/api_amd64=api')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toMatch(/^error: .*amd64.*linux\/arm64/m)
  }, 120_000)

  it('is smoke-tested where this machine can run it, and otherwise says why not', async () => {
    const args = ['--smoke-args', 'x', '--pack', 'off', '--budget', '3MB', '--json', '--output', 'out']
    const native = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64'
    const ended = await build(service(), args, `linux/s390x,${native}`)
    expect(ended).toMatchObject({ exitCode: 0 })
    const [foreign, own] = imageOf(ended).platforms
    expect(own?.smokeTest.status).toBe('passed')
    expect(['passed', 'not run']).toContain(foreign?.smokeTest.status)
    expect(foreign?.smokeTest.seen).not.toEqual([])
  }, 120_000)
})

describe('a run in which one platform fails', () => {
  it('publishes nothing where one alone is over its budget', async () => {
    const cwd = service()
    const budget = 'image@linux/amd64: 3MB\nimage@linux/arm64: 100kB'
    const ended = await build(cwd, ['--pack', 'off', '--budget', budget, '--json', '--output', 'out'])
    expect(ended.exitCode).toBe(1)
    expect(ended.stderr).toMatch(/^error: Over budget: image of linux\/arm64 is .* over its limit of 100 kB/m)
    expect(ended.stderr).not.toContain('image of linux/amd64')
    expect(imageOf(ended)).toMatchObject({
      published: false,
      budget: {
        status: 'over',
        limits: [
          { platform: 'linux/amd64', status: 'within' },
          { platform: 'linux/arm64', status: 'over' },
        ],
      },
      platforms: [{ platform: 'linux/amd64' }, { platform: 'linux/arm64' }],
    })
    expect(existsSync(path.join(cwd, 'out'))).toBe(false)
  }, 60_000)

  it.each(['amd64', 'arm64'])(
    'publishes nothing where the source does not compile for %s alone',
    async architecture => {
      const cwd = service({ [`broken_${architecture}.go`]: BROKEN })
      const ended = await build(cwd, ['--pack', 'off', '--budget', '3MB', '--output', 'out'])
      expect(ended.exitCode).toBe(2)
      expect(ended.stderr).toContain(
        `error: Compiling . for linux/${architecture} failed: broken_${architecture}.go:3:15: undefined: undefinedFunction. [compile]`,
      )
      expect(ended.stderr.match(/^error: /gm)).toHaveLength(1)
      expect(existsSync(path.join(cwd, 'out'))).toBe(false)
    },
    60_000,
  )

  it('names files that are missing for one platform before anything is compiled', async () => {
    const cwd = service()
    const files = ['--files', 'data/{{.Arch}}.txt:/data.txt', '--budget', '3MB', '--output', 'out']
    const ended = await build(cwd, files, 'linux/amd64,linux/s390x')
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).toContain('data/s390x.txt')
    expect(ended.stderr).not.toContain('compile')
  })
})

describeWith(['docker-registry', 'crane', 'skopeo'], 'bantam build --platforms --push', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  async function must(command: string, args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await runToEnd(command, args, { env })
    if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  const digestOf = (name: string) => must('crane', ['digest', '--insecure', `${registry.address}/${name}`])
  interface Push {
    readonly tags: string
    readonly platforms?: string
    readonly budget?: string
    readonly more?: readonly string[]
  }
  const push = (cwd: string, name: string, { tags, platforms = BOTH, budget = '3MB', more = [] }: Push) => {
    const place = ['--push', '--image', `${registry.address}/${name}`, '--tags', tags]
    return build(cwd, ['--pack', 'off', '--budget', budget, '--json', ...place, ...more], platforms)
  }

  it('moves every tag to one index that crane and skopeo find sound', async () => {
    const image = imageOf(await push(service(), 'o/tiny', { tags: 'v1,latest' }))
    expect(image.references).toEqual(['v1', 'latest'].map(tag => `${registry.address}/o/tiny:${tag}`))
    for (const tag of ['v1', 'latest']) expect(await digestOf(`o/tiny:${tag}`)).toBe(image.digest)
    await must('crane', ['validate', '--insecure', '--remote', `${registry.address}/o/tiny:v1`])
    for (const { platform, digest } of image.platforms) {
      expect(await digestOf(`o/tiny@${digest}`)).toBe(digest)
      const own = ['digest', '--insecure', '--platform', platform, `${registry.address}/o/tiny:v1`]
      expect(await must('crane', own)).toBe(digest)
      const asked = [`--override-arch=${platform.replace('linux/', '')}`, 'inspect', '--tls-verify=false']
      const inspected: unknown = JSON.parse(
        await must('skopeo', [...asked, `docker://${registry.address}/o/tiny:v1`]),
      )
      expect(inspected).toMatchObject({ Architecture: platform.replace('linux/', '') })
    }
  }, 60_000)

  it('moves no tag where one platform is over budget or does not compile', async () => {
    const before = imageOf(await push(service(), 'kept/tiny', { tags: 'v1' })).digest
    const over = await push(service(), 'kept/tiny', {
      tags: 'v1,v2',
      budget: 'image@linux/arm64: 1kB',
      more: ['--labels', 'a=b'],
    })
    expect(over.exitCode).toBe(1)
    expect(imageOf(over)).toMatchObject({ published: false, references: [] })
    const broken = await push(service({ 'broken_arm64.go': BROKEN }), 'kept/tiny', { tags: 'v1,v2' })
    expect(broken.exitCode).toBe(2)
    expect(await digestOf('kept/tiny:v1')).toBe(before)
    expect(await must('crane', ['ls', '--insecure', `${registry.address}/kept/tiny`])).toBe('v1')
  }, 60_000)

  it('replaces a tag of one platform, and one platform does not replace the index', async () => {
    const cwd = service()
    expect((await push(cwd, 'grown/tiny', { tags: 'v1', platforms: 'linux/arm64' })).exitCode).toBe(0)
    const both = await push(cwd, 'grown/tiny', { tags: 'v1' })
    expect(both.exitCode).toBe(0)
    const single = await push(cwd, 'grown/tiny', { tags: 'v1', platforms: 'linux/amd64' })
    expect(single.exitCode).toBe(2)
    expect(single.stderr).toContain(
      'v1 holds linux/arm64, which pushing linux/amd64 would replace; build all in one run with --platforms linux/amd64,linux/arm64',
    )
    expect(await digestOf('grown/tiny:v1')).toBe(imageOf(both).digest)
  }, 60_000)

  it('sets the outputs of a step to the index, and the sizes to the largest', async () => {
    const workspace = service()
    const step = await runStep(installedAction(), 'main', {
      workspace,
      inputs: {
        platforms: BOTH,
        main: '.=tiny',
        pack: 'off',
        push: 'true',
        image: `${registry.address}/step/tiny`,
        tags: 'v1',
        budget: '3MB',
      },
      env: { XDG_CACHE_HOME: env.XDG_CACHE_HOME, GOCACHE: sharedGoCache },
    })
    expect(step.stderr).toBe('')
    expect(step).toMatchObject({ exitCode: 0 })
    const digest = await digestOf('step/tiny:v1')
    expect(step.outputs).toMatchObject({
      digest,
      image: `${registry.address}/step/tiny@${digest}`,
      'budget-status': 'within',
    })
    const { images } = JSON.parse(readFileSync(step.outputs['report'] ?? '', 'utf8')) as WeighIn
    const sizes = images.flatMap(({ platforms }) => platforms.map(one => one.sizes.imageSize))
    expect(sizes).toHaveLength(2)
    expect(step.outputs['image-size']).toBe(String(Math.max(...sizes)))
    const metadata = JSON.parse(step.outputs['metadata'] ?? '') as Record<string, unknown>
    expect(metadata).toMatchObject({
      'containerimage.digest': digest,
      'containerimage.descriptor': { mediaType: 'application/vnd.oci.image.index.v1+json', digest },
    })
    expect(metadata).not.toHaveProperty(['containerimage.config.digest'])
    for (const platform of BOTH.split(',')) expect(step.summary).toContain(platform)
  }, 60_000)
})
