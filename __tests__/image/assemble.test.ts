import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { assemble, type Parts, type BinaryFile } from '../../src/image/assemble.ts'
import { baseEntries, makeBaseLayer } from '../../src/image/base-layer.ts'
import { descriptorOf, digestOf } from '../../src/image/digest.ts'
import type { User } from '../../src/declare/spec.ts'
import type { Entry } from '../../src/image/entry.ts'
import type { Image } from '../../src/image/image.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import { imageIndex } from '../../src/image/index.ts'
import { sizesOf } from '../../src/size/sizes.ts'
import { image, NONROOT, PLAIN_CONFIG } from '../support/images.ts'

/** Bytes like a packed binary's, the same for ever. */
const PACKED: BinaryFile = {
  name: 'proxy',
  bytes: Buffer.concat(
    Array.from({ length: 3000 }, (_, index) => createHash('sha256').update(String(index)).digest()),
  ),
  packed: true,
}
const UNPACKED: BinaryFile = {
  name: 'proxy',
  bytes: Buffer.from('text section '.repeat(20_000)),
  packed: false,
}
const PAGE: Entry = {
  kind: 'file',
  path: '/www/page.html',
  mode: 0o644,
  uid: 0,
  gid: 0,
  bytes: Buffer.from('<h1>hi</h1>'),
}

const APP = { name: 'app', uid: 1000, gid: 1000, home: '/home/app' }

/** Everything that an image can hold, fixed. */
const WHOLE: Partial<Omit<Parts, 'base'>> & { base: { certificates: string; zones: Uint8Array } } = {
  base: {
    certificates: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    zones: Buffer.from('PK zones'),
  },
  files: [
    PAGE,
    { kind: 'symlink', path: '/www/index.html', target: 'page.html', mode: 0o777, uid: 0, gid: 0 },
  ],
  created: 1_700_000_000,
  config: {
    ...PLAIN_CONFIG,
    args: ['serve'],
    env: { PORT: '8080' },
    expose: ['8080/tcp'],
    workdir: '/www',
    labels: { 'org.opencontainers.image.source': 'https://github.com/o/r' },
    annotations: { 'org.opencontainers.image.source': 'https://github.com/o/r' },
  },
}

function json(blob: { readonly bytes: Uint8Array }): unknown {
  return JSON.parse(new TextDecoder().decode(blob.bytes))
}

function tarOf({ layers }: Image, what: string): readonly string[] {
  const layer = layers.find(layer => layer.what === what)
  if (layer === undefined) throw new Error(`no ${what} layer`)
  return execFileSync('tar', ['--list', '--file=-'], { input: gunzipSync(layer.bytes), encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

describe('assemble', () => {
  // A change here changes the digest of every image that is built from unchanged source: say so in the release notes.
  it('gives these digests for this payload, on every machine', async () => {
    const built = await image(PACKED, WHOLE)
    expect(built.layers.map(({ what, diffId, digest }) => ({ what, diffId, digest }))).toEqual([
      {
        diffId: 'sha256:7c239bd485bcb95823d2e99b94b003623b31d266d15807be8e60c619ae39f6ff',
        digest: 'sha256:520e3dd5bafdd5dfcf85dead4523aa273747525982a4222c77631b0d9b089f71',
        what: 'base',
      },
      {
        diffId: 'sha256:631f584f2ee1bc9aa4c2fdac299253223ce2588aac5ddbc6ead42e9a11eb7fd8',
        digest: 'sha256:3546bc90186fae87570d25ea8dc743a7666ab1d83daf3b36e67abed295ae51a3',
        what: 'files',
      },
      {
        diffId: 'sha256:c923cfbf5e8f34aaa03df58c4da0933c37ac8d3b620a5f38f0dbad403b4d4369',
        digest: 'sha256:7e216075ec7f7d9eb35bbda170bfcbfeacdbc9bec9ec05765f63e3df2c6f064a',
        what: 'binaries',
      },
    ])
    expect(built.config.digest).toBe(
      'sha256:46edcee1fcd48131b60f00afccc5f4f2ae1d4e1625d80a57af1c46830d6321e5',
    )
    expect(built.manifest.digest).toBe(
      'sha256:2ad28cad13b2f0375d19645369abfb45661220b4309b34c8a3505d4c37c7eb6b',
    )
  })

  it('gives these digests for an unpacked binary', async () => {
    expect((await image(UNPACKED)).manifest.digest).toBe(
      'sha256:63c3ce1d22cf49a649df3f7fd658a3922eb89796fe94bbab3984df915d21ea45',
    )
  })

  it('gives these digests with accounts, a health check, an empty directory and capabilities', async () => {
    const capabilities = { permitted: [10], inheritable: [], effective: true }
    const built = await image(PACKED, {
      ...WHOLE,
      base: { ...WHOLE.base, user: APP, accounts: [APP] },
      config: {
        ...PLAIN_CONFIG,
        ...WHOLE.config,
        entrypoint: [],
        args: ['/proxy', 'serve'],
        user: APP,
        accounts: [APP],
        healthcheck: { kind: 'command', words: ['/proxy', 'health'], interval: 30e9, retries: 5 },
      },
      files: [
        { ...PAGE, capabilities },
        { kind: 'directory', path: '/var/lib/app', mode: 0o750, uid: 1000, gid: 1000 },
      ],
      capabilities: [{ path: null, capabilities }],
    })
    expect(built.layers.map(({ digest }) => digest)).toEqual([
      'sha256:b0d2a32dde42bed94a0b0cfd4949f2c9e602103e8fe8d9815ce182cc7db312ec',
      'sha256:60e8ccd9ebe5378812b12211ad98f21897cfc69ac6e688b753eb28a294dacdfe',
      'sha256:8b45f56e7043ab833544b5e25f0c1cf8acb80e4b49213bbac3235d80e4f31447',
    ])
    expect(built.config.digest).toBe(
      'sha256:5dd4968b4ff692108fd48d0970731daed641ca62af3733f283f76adf7e1ab4f1',
    )
    expect(built.manifest.digest).toBe(
      'sha256:3451170fdbd8359714e19d8c6cbe13827631ace5ff92c11d3a69ff57e6c0ab2d',
    )
    expect(json(built.config)).toMatchObject({
      config: {
        User: '1000:1000',
        Env: ['GOROOT=/usr/local/go', 'HOME=/home/app', 'PORT=8080'],
        Cmd: ['/proxy', 'serve'],
        Healthcheck: { Test: ['CMD', '/proxy', 'health'], Interval: 30_000_000_000, Retries: 5 },
      },
    })
    expect(json(built.config)).not.toHaveProperty('config.Entrypoint')
    const found = built.layers.flatMap(({ files }) => files.filter(file => file.capabilities !== undefined))
    expect(found.map(file => file.path)).toEqual(['/www/page.html', '/proxy'])
  })

  it('leaves the directories above a binary to those who have them', async () => {
    const files: Entry[] = [{ kind: 'directory', path: '/opt', mode: 0o750, uid: 0, gid: 7 }]
    const binaries = ['/home/app', '/opt', '/usr/bin'].map(directory => ({ ...PACKED, directory }))
    const { layers } = await image(PACKED, {
      binaries,
      files,
      base: { user: APP, accounts: [APP] },
      config: { ...PLAIN_CONFIG, user: APP, accounts: [APP] },
    })
    const [binariesLayer] = layers.filter(({ what }) => what === 'binaries')
    const entries = binariesLayer === undefined ? [] : await readLayer(binariesLayer)
    expect(entries.map(({ path, mode, uid, gid }) => `${path} ${mode.toString(8)} ${uid}:${gid}`)).toEqual([
      '/home 755 0:0',
      '/home/app 755 1000:1000',
      '/home/app/proxy 755 0:0',
      '/opt 750 0:7',
      '/opt/proxy 755 0:0',
      '/usr 755 0:0',
      '/usr/bin 755 0:0',
      '/usr/bin/proxy 755 0:0',
    ])
  })

  it('gives this digest with zstd', async () => {
    expect((await image(UNPACKED, { layerCompression: 'zstd' })).manifest.digest).toBe(
      'sha256:3097418fcb2255973f264321cebc95eb6bcf1907135e3298d2471acbd620b9e2',
    )
  })

  it('gives the same digest in another directory, time zone, locale, year and umask, and for files in another order', () => {
    const images = pathToFileURL(path.resolve(import.meta.dirname, '..', 'support', 'images.ts')).href
    const script = `
      import { image } from '${images}'
      const file = path => ({ kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from(path.repeat(1000)) })
      const files = ['/ä', '/a/b', '/a-b', '/Z'].map(file)
      if (process.env.REVERSED) files.reverse()
      const binary = { name: 'x', bytes: Buffer.from('x'.repeat(100_000)), packed: false }
      const { manifest } = await image(binary, { files, created: 1_700_000_000 })
      console.log(manifest.digest)`
    const digest = (setting: string) =>
      execFileSync(
        'sh',
        ['-c', `${setting}; exec "$0" --input-type=module --eval "$1"`, process.execPath, script],
        {
          encoding: 'utf8',
          env: { ...process.env, NODE_OPTIONS: '' },
        },
      )
    const later = `data:text/javascript,Date.now=()=>2e12;const%20D=Date;globalThis.Date=class%20extends%20D{constructor(...a){super(...(a.length?a:[2e12]))}}`
    const here = digest(':')
    expect(here).toMatch(/^sha256:[0-9a-f]{64}\n$/)
    expect(
      digest(
        `umask 077; cd /; export TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 REVERSED=1 NODE_OPTIONS='--import=${later}'`,
      ),
    ).toBe(here)
  })

  it('lays base, files and binaries over one another, what changes least first', async () => {
    const built = await image(PACKED, WHOLE)
    expect(built.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries'])
    expect(tarOf(built, 'base')).toEqual([
      'etc/',
      'etc/group',
      'etc/passwd',
      'etc/ssl/',
      'etc/ssl/certs/',
      'etc/ssl/certs/ca-certificates.crt',
      'home/',
      'home/nonroot/',
      'root/',
      'tmp/',
      'usr/',
      'usr/local/',
      'usr/local/go/',
      'usr/local/go/lib/',
      'usr/local/go/lib/time/',
      'usr/local/go/lib/time/zoneinfo.zip',
    ])
    expect(tarOf(built, 'files')).toEqual(['www/', 'www/index.html', 'www/page.html'])
    expect(tarOf(built, 'binaries')).toEqual(['proxy'])
  })

  it('leaves out the layer of files where there are none', async () => {
    expect((await image(PACKED)).layers.map(({ what }) => what)).toEqual(['base', 'binaries'])
  })

  it('describes each blob by what it is', async () => {
    const built = await image(UNPACKED, WHOLE)
    for (const { digest, bytes } of [...built.layers, built.config, built.manifest])
      expect(digestOf(bytes)).toBe(digest)
    for (const { diffId, bytes } of built.layers) expect(digestOf(gunzipSync(bytes))).toBe(diffId)
    expect(json(built.manifest)).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: built.config.digest,
        size: built.config.bytes.length,
      },
      layers: built.layers.map(({ digest, bytes }) => ({
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest,
        size: bytes.length,
      })),
      annotations: { 'org.opencontainers.image.source': 'https://github.com/o/r' },
    })
    expect(json(built.config)).toMatchObject({
      rootfs: { diff_ids: built.layers.map(({ diffId }) => diffId) },
    })
  })

  it('shares the base layer among all that ask for the same', async () => {
    const [one, other] = await Promise.all([
      image(PACKED),
      image(UNPACKED, { platform: { os: 'linux', architecture: 'arm64' }, files: [PAGE], created: 7 }),
    ])
    expect(other.layers[0]).toEqual(one.layers[0])
    expect((await image(PACKED, { base: { user: { uid: 0, gid: 0 } } })).layers[0]).toEqual(one.layers[0])
  })

  it('starts the first binary, or what was asked for', async () => {
    const parts: Parts = {
      platform: { os: 'linux', architecture: 'amd64' },
      config: PLAIN_CONFIG,
      created: null,
      layerCompression: 'gzip',
      base: makeBaseLayer(baseEntries({ certificates: null, zones: null, user: NONROOT }), 'gzip'),
      files: [],
      binaries: [PACKED, { ...PACKED, name: 'admin' }],
    }
    const two = await assemble(parts)
    expect(json(two.config)).toMatchObject({ config: { Entrypoint: ['/proxy'] } })
    expect(tarOf(two, 'binaries')).toEqual(['admin', 'proxy'])
    const asked = await assemble({ ...parts, config: { ...PLAIN_CONFIG, entrypoint: ['/admin', '-v'] } })
    expect(json(asked.config)).toMatchObject({ config: { Entrypoint: ['/admin', '-v'] } })
  })

  it('names the zones to Go only where they are', async () => {
    expect(json((await image(PACKED, WHOLE)).config)).toMatchObject({
      config: { Env: ['GOROOT=/usr/local/go', 'HOME=/home/nonroot', 'PORT=8080'] },
    })
    expect(json((await image(PACKED)).config)).toMatchObject({ config: { Env: ['HOME=/home/nonroot'] } })
  })

  it('has a home for its user, and names it unless env does', async () => {
    const homeOf = async (user: User, env: Record<string, string> = {}) => {
      const built = await image(PACKED, { base: { user }, config: { ...PLAIN_CONFIG, user, env } })
      const owners = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--file=-'], {
        input: gunzipSync(built.layers[0]?.bytes ?? Buffer.alloc(0)),
        encoding: 'utf8',
      })
      const homes = [...owners.matchAll(/^(d\S+) (\S+) .* (\S*(?:home|root)\S*)$/gm)].map(([, ...found]) =>
        found.join(' '),
      )
      return [homes, (json(built.config) as { config: { Env?: readonly string[] } }).config.Env]
    }
    const standing = ['drwxr-xr-x 0/0 home/', 'drwxr-xr-x 65532/65532 home/nonroot/', 'drwx------ 0/0 root/']
    expect(await homeOf(NONROOT)).toEqual([standing, ['HOME=/home/nonroot']])
    expect(await homeOf(NONROOT, { HOME: '/data' })).toEqual([standing, ['HOME=/data']])
    expect(await homeOf({ uid: 0, gid: 0 })).toEqual([standing, ['HOME=/root']])
    expect(await homeOf({ uid: 65534, gid: 65534 })).toEqual([standing, undefined])
    expect(await homeOf({ uid: 1000, gid: 0 })).toEqual([
      [standing[0], standing[1], 'drwxr-xr-x 1000/0 home/user/', standing[2]],
      ['HOME=/home/user'],
    ])
  })

  it('deflates what is not packed, and stores what is', async () => {
    const [packed, unpacked] = await Promise.all([image(PACKED), image(UNPACKED)])
    const [stored, deflated] = [packed, unpacked].map(({ layers }) => layers.at(-1)?.bytes.length ?? 0)
    expect(stored).toBeGreaterThan(PACKED.bytes.length)
    expect(stored).toBeLessThan(PACKED.bytes.length + 3000)
    expect(deflated).toBeLessThan(UNPACKED.bytes.length / 50)
  })

  it('says by its media types what is zstd', async () => {
    const { layers } = await image(UNPACKED, { layerCompression: 'zstd', files: [PAGE] })
    expect(new Set(layers.map(({ mediaType }) => mediaType))).toEqual(
      new Set(['application/vnd.oci.image.layer.v1.tar+zstd']),
    )
  })
})

describe('sizes', () => {
  it('count files, and blobs', async () => {
    const built = await image(PACKED, WHOLE)
    const files = built.layers.flatMap(layer => layer.files)
    expect(files.map(file => path.posix.basename(file.path))).toEqual([
      'group',
      'passwd',
      'ca-certificates.crt',
      'zoneinfo.zip',
      'page.html',
      'proxy',
    ])
    const overhead =
      sizesOf(built).imageSize -
      PACKED.bytes.length -
      PAGE.bytes.length -
      WHOLE.base.certificates.length -
      WHOLE.base.zones.length
    expect(overhead).toBeGreaterThan(0)
    expect(overhead).toBeLessThan(300)
    const blobs = [built.config, built.manifest, ...built.layers]
    expect(sizesOf(built).downloadSize).toBe(blobs.reduce((sum, { bytes }) => sum + bytes.length, 0))
  })
})

describe('imageIndex', () => {
  const entryOf = ({ manifest, platform }: Image, annotations: Readonly<Record<string, string>> = {}) => ({
    ...descriptorOf(manifest),
    platform,
    annotations,
  })

  it('lists the manifests in the order given, each with its platform', async () => {
    const [amd64, arm] = await Promise.all([
      image(PACKED),
      image(PACKED, { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }),
    ])
    expect(
      json(imageIndex([entryOf(amd64, { 'org.opencontainers.image.ref.name': 'x' }), entryOf(arm)])),
    ).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        {
          mediaType: 'application/vnd.oci.image.manifest.v1+json',
          digest: amd64.manifest.digest,
          size: amd64.manifest.bytes.length,
          annotations: { 'org.opencontainers.image.ref.name': 'x' },
          platform: { architecture: 'amd64', os: 'linux' },
        },
        {
          mediaType: 'application/vnd.oci.image.manifest.v1+json',
          digest: arm.manifest.digest,
          size: arm.manifest.bytes.length,
          platform: { architecture: 'arm', os: 'linux', variant: 'v7' },
        },
      ],
    })
  })
})
