import { beforeAll, describe, expect, it } from '@jest/globals'
import type { HealthcheckSpec, User } from '../../src/declare/spec.ts'
import type { BaseImage } from '../../src/image/base-image.ts'
import type { Entry } from '../../src/image/entry.ts'
import { filesEntries } from '../../src/image/files-layer.ts'
import type { Image } from '../../src/image/image.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import { ACCOUNTS, API, APP, BASE_CONFIG, imageOn, openedBase, SECOND_LAYER } from '../support/base-images.ts'
import { NONROOT, PLAIN_CONFIG } from '../support/images.ts'
import { handMade, layoutOf, writeTree } from '../support/layouts.ts'

const LINK = { name: 'bin', type: '2', link: 'usr/bin' } as const

/** Uncompressed, so that no digest depends on a version of zlib. */
const LAYOUT = writeTree(
  layoutOf(
    handMade([[...ACCOUNTS, LINK, { name: 'usr/bin/', type: '5', mode: 0o755, owner: 0 }], SECOND_LAYER], {
      compression: 'none',
      config: { config: BASE_CONFIG, history: [{ created_by: 'a' }, { created_by: 'b' }] },
    }),
  ),
)
const BARE = writeTree(layoutOf(handMade([[{ name: 'lib/x', content: 'x' }]], { config: { config: {} } })))

const built = imageOn

function json({ config }: Image) {
  return JSON.parse(Buffer.from(config.bytes).toString()) as {
    readonly config: Readonly<Record<string, unknown>>
    readonly history: readonly object[]
    readonly rootfs: { readonly diff_ids: readonly string[] }
  }
}

const pathsIn = async (image: Image, what: string) => {
  const layer = image.layers.find(one => one.what === what)
  return layer === undefined ? null : (await readLayer(layer)).map(({ path }) => path)
}

describe('an image on a base', () => {
  let on: BaseImage
  let bare: BaseImage
  beforeAll(async () => {
    on = await openedBase(LAYOUT)
    bare = await openedBase(BARE)
  })

  // A change here changes the digest of every image that is built from unchanged source: say so in the release notes.
  it('has these digests, on every machine', async () => {
    const { config, manifest, layers } = await built(on)
    expect({
      config: config.digest,
      manifest: manifest.digest,
      layers: layers.map(({ digest }) => digest),
    }).toEqual({
      config: 'sha256:78f2227f6f1d1fa454cc820ba0892ef16e34a117b06fa608395fba48f563c924',
      manifest: 'sha256:8a4f676a7f1558112f475d8d133e3f1793b00ce2f60e8691860f2e3ffc1f1804',
      layers: ['sha256:01de79c7d5bf94d0cb60f820a959d4e407b58e257bba6f4757ffd3ac3913a5a7'],
    })
  })

  it('inherits the config, and has its own entrypoint and no command', async () => {
    const image = await built(on, { env: { MODE: 'own' }, labels: { own: 'yes' }, expose: ['8080/tcp'] })
    expect(json(image).config).toEqual({
      User: '1000:1000',
      ExposedPorts: { '8080/tcp': {}, '9000/tcp': {} },
      Env: ['LANG=C.UTF-8', 'MODE=own', 'PATH=/usr/local/bin:/usr/bin:/bin'],
      Entrypoint: ['/api'],
      Volumes: { '/cache': {} },
      WorkingDir: '/data',
      Labels: { maker: 'base', 'org.opencontainers.image.title': 'base', own: 'yes' },
      StopSignal: 'SIGINT',
      Healthcheck: { Test: ['CMD', '/bin/sh', '-c', 'true'], Interval: 5_000_000_000 },
    })
  })

  it('has the layers of the base first, byte for byte, and their history', async () => {
    const image = await built(on)
    expect(image.baseLayers).toEqual(on.layers)
    const { layers } = JSON.parse(Buffer.from(image.manifest.bytes).toString()) as {
      readonly layers: readonly { readonly digest: string }[]
    }
    expect(layers.map(({ digest }) => digest)).toEqual(
      [...on.layers, ...image.layers].map(({ digest }) => digest),
    )
    expect(json(image).rootfs.diff_ids).toEqual([...on.layers, ...image.layers].map(({ diffId }) => diffId))
    expect(json(image).history).toEqual([
      { created_by: 'a' },
      { created_by: 'b' },
      { created: '2023-11-14T22:13:20Z', created_by: 'bantam: binaries' },
    ])
    expect(json(await built(bare)).history[0]).toEqual({ created_by: 'a layer of the base' })
  })

  it('brings only what the base lacks', async () => {
    expect(await pathsIn(await built(on), 'base')).toBeNull()
    // A user whom the accounts of the base do not list gets a home, and no account.
    expect(await pathsIn(await built(on, {}, { user: NONROOT }), 'base')).toEqual(['/home', '/home/nonroot'])
    expect(await pathsIn(await built(bare, {}, { user: NONROOT }), 'base')).toEqual([
      '/etc',
      '/etc/group',
      '/etc/passwd',
      '/home',
      '/home/nonroot',
      '/root',
      '/tmp',
    ])
  })

  it('adds accounts behind those of the base, with their homes', async () => {
    const accounts = [{ name: 'proxy', uid: 2000, gid: 1000, home: '/srv/proxy' }]
    const image = await built(on, { accounts }, { user: { uid: 2000, gid: 1000 } })
    expect(await pathsIn(image, 'base')).toEqual(['/etc', '/etc/passwd', '/srv', '/srv/proxy'])
    expect(json(image).config['Env']).toContain('HOME=/srv/proxy')
    // A base without accounts gets those of an image on scratch too.
    const whole = await built(bare, { accounts }, { user: NONROOT })
    expect(await pathsIn(whole, 'base')).toEqual(expect.arrayContaining(['/etc/group', '/home/nonroot']))
  })

  it('keeps the health check of the base, unless another is written or it is switched off', async () => {
    const healthcheckOf = async (healthcheck: HealthcheckSpec | null) =>
      json(await built(on, { healthcheck })).config['Healthcheck']
    expect(await healthcheckOf(null)).toEqual(BASE_CONFIG.Healthcheck)
    expect(await healthcheckOf({ kind: 'none' })).toEqual({ Test: ['NONE'] })
    expect(await healthcheckOf({ kind: 'command', words: ['/api', 'up'] })).toEqual({
      Test: ['CMD', '/api', 'up'],
    })
  })

  it('gives the binary its capabilities where the links of the base lead', async () => {
    const capabilities = { permitted: [10], inheritable: [], effective: true }
    const image = await built(
      on,
      {},
      { binary: { ...API, directory: '/bin' }, capabilities: [{ path: null, capabilities }] },
    )
    const files = image.layers.flatMap(layer => layer.files)
    expect(files).toContainEqual(expect.objectContaining({ path: '/usr/bin/api', capabilities }))
  })

  it('leaves a home that the base has as the base has it, also below a binary', async () => {
    const accounts = [{ name: 'svc', uid: 7, gid: 7, home: '/data' }]
    const binary = { name: 'api', directory: '/data', bytes: API.bytes, packed: true }
    const { layers } = await built(on, { accounts }, { binary })
    const layer = layers.find(({ what }) => what === 'binaries')!
    expect((await readLayer(layer)).find(({ path }) => path === '/data')).toMatchObject({
      mode: 0o700,
      uid: 1000,
    })
  })

  it('puts an SBOM below the directories of the base as they are', async () => {
    const bytes = Buffer.from('{}')
    const sbom: Entry[] = [{ kind: 'file', path: '/data/x.json', mode: 0o644, uid: 0, gid: 0, bytes }]
    const { layers } = await built(on, {}, { sbom })
    const layer = layers.find(({ what }) => what === 'sbom')
    if (layer === undefined) throw new Error('no layer with the SBOM')
    expect(await readLayer(layer)).toMatchObject([
      { path: '/data', mode: 0o700, uid: 1000 },
      { path: '/data/x.json' },
    ])
  })

  it('sets HOME only where the accounts of the base do not give it', async () => {
    const variables = async (user: User) => json(await built(on, {}, { user })).config['Env']
    expect(await variables(APP)).not.toContainEqual(expect.stringMatching(/^HOME=/))
    expect(await variables(NONROOT)).toContain('HOME=/home/nonroot')
  })

  it('puts a binary where the links of the base lead, and on its PATH', async () => {
    const image = await built(on, {}, { binary: { ...API, directory: '/bin' } })
    expect(await pathsIn(image, 'binaries')).toEqual(['/usr', '/usr/bin', '/usr/bin/api'])
    expect(json(image).config).toMatchObject({ Entrypoint: ['/bin/api'] })
    const apart = await built(on, {}, { binary: { ...API, directory: '/opt/api' } })
    expect(json(apart).config['Env']).toContain('PATH=/usr/local/bin:/usr/bin:/bin:/opt/api')
  })

  it('leaves a working directory of the base as it is, unless a mode or an owner was written', () => {
    const volumes = ['/data', '/new']
    const config = { ...PLAIN_CONFIG, user: APP, workdir: '/data', volumes }
    const entries = filesEntries([], config, [], on.tree)
    expect(entries).toMatchObject({ ok: true, value: [{ path: '/new', uid: 1000 }] })
    const directories = [{ path: '/data', mode: 0o750, owner: null }]
    expect(filesEntries([], { ...config, directories }, [], on.tree)).toMatchObject({
      value: [{ path: '/data', mode: 0o750, uid: 1000 }, { path: '/new' }],
    })
  })
})
