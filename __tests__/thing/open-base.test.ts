import { describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Platform } from '../../src/declare/platform.ts'
import type { BaseImage } from '../../src/image/base-image.ts'
import { BOUNDS } from '../../src/thing/allowance.ts'
import type { WantedBase } from '../../src/thing/open-base.ts'
import { type RawEntry, tarOf } from '../support/archives.ts'
import { ACCOUNTS, baseFor, baseLayout, openedBase, SECOND_LAYER } from '../support/base-images.ts'
import {
  blobOf,
  blobsOf,
  descriptor,
  handMade,
  layoutFiles,
  layoutOf,
  writeTree,
} from '../support/layouts.ts'
import { failureOf } from '../support/registry-client.ts'
import { digest } from '../support/tiny-image.ts'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }

const open = openedBase

const bytesAt = ({ tree }: BaseImage, at: string) => {
  const entry = tree.get(at)
  return entry?.kind === 'file' ? Buffer.from(entry.bytes).toString() : entry?.kind
}

/** A tar whose bytes are also gzip, of something else: the tar is a field of the gzip header. */
function tarThatIsGzip(entries: readonly RawEntry[], inner: Uint8Array): Buffer {
  const tar = tarOf([{ name: '\u001f?\b\u0004' }, ...entries])
  // The byte is no text, so it is put in afterwards, with the length of the field and the new checksum.
  tar[1] = 0x8b
  tar.writeUInt16LE(tar.length - 12, 10)
  tar.fill(' ', 148, 156)
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  tar.write(`${sum.toString(8).padStart(6, '0')}\0`, 148, 'latin1')
  return Buffer.concat([tar, gzipSync(inner).subarray(10)])
}

describe('openBase', () => {
  it('has the layers as they are, in the types of OCI, and the files of all of them together', async () => {
    const made = baseFor(AMD64)
    const layout = baseLayout([[AMD64, made]])
    const base = await open(layout)
    expect(base).toMatchObject({ digest: made.manifest.digest, platform: AMD64, config: { user: 'app' } })
    expect(base.layers).toEqual(
      made.layers.map(({ digest, bytes }, at) => ({
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest,
        size: bytes.length,
        file: path.join(layout, 'blobs', 'sha256', digest.slice(7)),
        offset: 0,
        diffId: expect.stringMatching(/^sha256:/),
        files: at === 0 ? [expect.anything(), expect.anything()] : [{ path: '/data/seed', bytes: 16 }],
        origin: null,
      })),
    )
    expect(bytesAt(base, '/data/seed')).toBe('seed of the base')
    expect(base.tree.get('/home/app')).toMatchObject({ kind: 'directory', mode: 0o750, uid: 1000, gid: 1000 })
    expect(base.tree.get('/data')).toMatchObject({ mode: 0o700, uid: 1000 })
  })

  it.each(['gzip', 'zstd', 'none'] as const)('reads layers of %s', async compression => {
    const made = handMade([ACCOUNTS, SECOND_LAYER], { compression })
    const base = await open(writeTree(layoutOf(made)))
    expect(base.layers[0]?.mediaType).toBe(
      `application/vnd.oci.image.layer.v1.tar${compression === 'none' ? '' : `+${compression}`}`,
    )
    expect(bytesAt(base, '/data/seed')).toBe('seed of the base')
  })

  it('unpacks a layer once, even where what comes out is gzip as well as a tar', async () => {
    const inner = tarOf([{ name: 'small', content: 'x' }])
    const tar = tarThatIsGzip([{ name: 'large', content: Buffer.alloc(20_000) }], inner)
    expect(gunzipSync(tar).equals(inner)).toBe(true)
    const base = await open(writeTree(layoutOf(handMade([tar]))))
    expect(base.layers[0]?.diffId).toBe(digest(tar))
    expect(base.layers[0]?.files.map(({ path: at }) => at)).toEqual([...base.tree.keys()].slice(1))
    const lying = handMade([tar], { diffIds: [digest(inner)] })
    expect(await failureOf(open(writeTree(layoutOf(lying))))).toMatchObject({
      code: 'unreadable-image',
      message: expect.stringMatching(/unpacks to sha256:\w+, but its config says sha256:/),
    })
  })

  it.each(['gzip', 'zstd', 'none'] as const)('counts the bytes of a layer of %s once', async compression => {
    const layout = writeTree(layoutOf(handMade([ACCOUNTS], { compression })))
    const unpacked = tarOf(ACCOUNTS).length
    const base = await open(layout, AMD64, { bounds: { ...BOUNDS, unpacked } })
    expect(base.layers).toHaveLength(1)
    const failure = await failureOf(open(layout, AMD64, { bounds: { ...BOUNDS, unpacked: unpacked - 1 } }))
    expect(failure.message).toContain(`unpacks to more than ${unpacked - 1} bytes`)
  })

  it('has a layer twice if the base has it twice', async () => {
    const base = await open(writeTree(layoutOf(handMade([ACCOUNTS, [], []]))))
    expect(new Set(base.layers.map(({ digest }) => digest)).size).toBe(2)
    expect(base.layers).toHaveLength(3)
  })

  const both = () =>
    baseLayout([
      [AMD64, baseFor(AMD64)],
      [ARM64, baseFor(ARM64)],
      [
        { os: 'linux', architecture: 'arm', variant: 'v6' },
        baseFor({ os: 'linux', architecture: 'arm', variant: 'v6' }),
      ],
    ])

  it.each<[string, Platform, Platform]>([
    ['the platform itself', ARM64, ARM64],
    ['the plain processor for a variant', { ...AMD64, variant: 'v3' }, AMD64],
    [
      'an older variant',
      { os: 'linux', architecture: 'arm', variant: 'v7' },
      { os: 'linux', architecture: 'arm', variant: 'v6' },
    ],
  ])('takes %s', async (_, wanted, taken) => {
    expect((await open(both(), wanted)).platform).toEqual(taken)
  })

  it.each<[string, Platform]>([
    ['a platform that it has not', { os: 'linux', architecture: 's390x' }],
    ['a variant that only newer ones could run', { os: 'linux', architecture: 'arm', variant: 'v5' }],
  ])('refuses %s', async (_, platform) => {
    const failure = await failureOf(open(both(), platform))
    expect(failure).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(
        /has no image for linux\/.*: it has linux\/amd64, linux\/arm64, linux\/arm\/v6\.$/,
      ),
    })
  })

  it('refuses a single image for another platform', async () => {
    const failure = await failureOf(open(writeTree(layoutOf(baseFor(ARM64)))))
    expect(failure).toMatchObject({
      code: 'bad-input',
      message: './base has no image for linux/amd64: it has linux/arm64.'.replace(
        './base',
        failure.message.split(' ')[0] ?? '',
      ),
    })
  })

  it('refuses an index that lies about the platform', async () => {
    const failure = await failureOf(open(baseLayout([[AMD64, baseFor(ARM64)]])))
    expect(failure).toMatchObject({ code: 'bad-input', message: expect.stringContaining('says linux/arm64') })
  })
})

const good = baseFor(AMD64)

/** The base with one of its blobs exchanged for other bytes. */
function exchanged(wrong: string, content: Uint8Array): string {
  return writeTree(
    layoutOf(good).map(file => (file.name.endsWith(wrong.slice(7)) ? { ...file, content } : file)),
  )
}

describe('a hostile base is refused in one sentence', () => {
  it.each<{ name: string; make: () => string; says: RegExp; wanted?: Partial<WantedBase> }>([
    {
      name: 'a layer of another size',
      make: () => exchanged(good.layers[0]!.digest, Buffer.alloc(3)),
      says: /has 3 bytes and should have \d+/,
    },
    {
      name: 'a layer of another digest',
      make: () => exchanged(good.layers[1]!.digest, Buffer.alloc(good.layers[1]!.bytes.length)),
      says: /has the digest sha256:/,
    },
    {
      name: 'a manifest of another digest',
      make: () => exchanged(good.manifest.digest, Buffer.alloc(good.manifest.bytes.length, ' ')),
      says: /has the digest/,
    },
    {
      name: 'a layer that is no tar',
      make: () => writeTree(layoutOf(handMade([Buffer.from('no tar'.repeat(200))]))),
      says: /not a tar archive/,
    },
    {
      name: 'a layer that breaks off',
      make: () => writeTree(layoutOf(handMade([tarOf(ACCOUNTS).subarray(0, 600)]))),
      says: /breaks off/,
    },
    {
      name: '10,000 layers',
      make: () => {
        const one = handMade([ACCOUNTS])
        const layers = Array.from({ length: 10_000 }, () => descriptor(one.layers[0]!))
        const made = handMade([ACCOUNTS], { manifest: { layers } })
        return writeTree(layoutOf(made))
      },
      says: /is not what the specification has in layers/,
    },
    {
      name: 'more layers than a runtime takes',
      make: () => writeTree(layoutOf(handMade(Array.from({ length: 128 }, () => [])))),
      says: /has 128 layers, and a runtime accepts 127 at most/,
    },
    {
      name: 'a config that does not parse',
      make: () => {
        const config = blobOf('application/vnd.oci.image.config.v1+json', Buffer.from('{'))
        const made = handMade([ACCOUNTS], { manifest: { config: descriptor(config) } })
        return writeTree(layoutOf({ ...made, config }))
      },
      says: /its config is not JSON/,
    },
    {
      name: 'a config of another shape',
      make: () => writeTree(layoutOf(handMade([ACCOUNTS], { config: { config: { Env: 'A=1' } } }))),
      says: /its config is not what the specification has in config\.Env/,
    },
    {
      name: 'diff IDs of other layers',
      make: () => writeTree(layoutOf(handMade([ACCOUNTS], { diffIds: [good.config.digest] }))),
      says: /unpacks to sha256:\w+, but its config says sha256:/,
    },
    {
      name: 'fewer diff IDs than layers',
      make: () => writeTree(layoutOf(handMade([ACCOUNTS], { diffIds: [] }))),
      says: /lists 0 layers, and it has 1/,
    },
    {
      name: 'an artifact that is no image',
      make: () => {
        const chart = handMade([ACCOUNTS], {
          manifest: {
            config: { ...descriptor(good.config), mediaType: 'application/vnd.cncf.helm.config.v1+json' },
          },
        })
        return writeTree(layoutOf(chart))
      },
      says: /names no image that is there/,
    },
    {
      name: 'a layer that is none',
      make: () => {
        const layer = {
          ...descriptor(good.layers[0]!),
          mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
        }
        return writeTree(
          layoutFiles(
            [descriptor(handMade([ACCOUNTS], { manifest: { layers: [layer] } }).manifest)],
            blobsOf(handMade([ACCOUNTS], { manifest: { layers: [layer] } })),
          ),
        )
      },
      says: /not a tar/,
    },
    {
      name: 'what unpacks to too much',
      make: () =>
        writeTree(layoutOf(handMade([tarOf([{ name: 'zeros', content: Buffer.alloc(2_000_000) }])]))),
      wanted: { bounds: { ...BOUNDS, unpacked: 1_000_000 } },
      says: /unpacks to more than 1000000 bytes/,
    },
    {
      name: 'accounts that fill the memory',
      make: () =>
        writeTree(layoutOf(handMade([[{ name: 'etc/passwd', content: Buffer.alloc(5_000_000, '\n') }]]))),
      says: /its \/etc\/passwd has more than 4194304 bytes/,
    },
    {
      name: 'an empty index',
      make: () => writeTree(layoutFiles([], [])),
      says: /names no image that is there/,
    },
  ])('$name', async ({ make, says, wanted }) => {
    const failure = await failureOf(open(make(), AMD64, wanted))
    expect(failure).toMatchObject({ code: 'unreadable-image', message: expect.stringMatching(says) })
    expect(failure.message).not.toContain('\n')
  })
})
