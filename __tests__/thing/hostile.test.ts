import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { formatCapabilities } from '../../src/declare/capabilities.ts'
import { BOUNDS, type Bounds } from '../../src/thing/allowance.ts'
import { tarOf, type RawEntry } from '../support/archives.ts'
import { testHost } from '../support/host.ts'
import {
  blobOf,
  blobsOf,
  descriptor,
  handMade,
  indexBlob,
  jsonBlobOf,
  layoutFiles,
  layoutOf,
  writeTemporary,
  writeTree,
  type HandMade,
} from '../support/layouts.ts'
import { makeElf } from '../support/make-elf.ts'
import { failureOf } from '../support/registry-client.ts'
import { digest } from '../support/tiny-image.ts'
import { onlyPlatform, opened, openedImage, sizesOf } from '../support/things.ts'
import { aFailure } from '../support/a-failure.ts'

const NO_CAPABILITIES = { permitted: [], inheritable: [], effective: false }
const FILE: RawEntry = { name: 'file', content: 'content' }
const ELF = makeElf({ segments: [{ type: 1, content: Buffer.alloc(5000) }] })
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const good = handMade([[FILE]])
const bounds = (some: Partial<Bounds>): Bounds => ({ ...BOUNDS, ...some })
const layout = (made: HandMade) => writeTree(layoutOf(made))

/** A layout of `made`, one of its blobs exchanged. */
function exchanged(made: HandMade, wrong: string, bytes: Uint8Array): string {
  return writeTree(
    layoutOf(made).map(file => (file.name.endsWith(wrong.slice(7)) ? { ...file, content: bytes } : file)),
  )
}

function without(made: HandMade, missing: string): string {
  return writeTree(layoutOf(made).filter(({ name }) => !name.endsWith(missing.slice(7))))
}

/** A tar header with any size field. */
function lyingAbout(size: string): Buffer {
  const tar = tarOf([FILE])
  tar.write(size, 124, 12, 'latin1')
  tar.fill(' ', 148, 156)
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  tar.write(`${sum.toString(8).padStart(6, '0')}\0`, 148, 'latin1')
  return tar
}

function nested(depth: number): string {
  const blobs = [...blobsOf(good)]
  let inner = good.manifest
  for (let level = 0; level < depth; level += 1) {
    inner = indexBlob([descriptor(inner)])
    blobs.push(inner)
  }
  return writeTree(layoutFiles([descriptor(inner)], blobs))
}

/** A layer with one program, in an image of each architecture. */
function sharing(architectures: readonly string[]): string {
  const images = architectures.map(architecture =>
    handMade([[{ name: 'app', content: ELF, mode: 0o755 }]], { platform: { os: 'linux', architecture } }),
  )
  return writeTree(
    layoutFiles(
      images.map(({ manifest }) => descriptor(manifest)),
      images.flatMap(blobsOf),
    ),
  )
}

const sixty = (entry: RawEntry) => Array.from({ length: 60 }, () => entry)
const zeros = (megabytes: number) => tarOf([{ name: 'zeros', content: Buffer.alloc(megabytes * 1_000_000) }])

describe('a hostile image is refused in one sentence', () => {
  it.each<{ name: string; make: () => string; bounds?: Bounds; says: RegExp }>([
    {
      name: 'a layer with another digest',
      make: () => exchanged(good, good.layers[0]!.digest, Buffer.alloc(good.layers[0]!.bytes.length)),
      says: /its blob sha256:\w{64} has the digest sha256:/,
    },
    {
      name: 'a layer of another length',
      make: () => exchanged(good, good.layers[0]!.digest, Buffer.alloc(3)),
      says: /has 3 bytes and should have \d+/,
    },
    {
      name: 'a config with another digest',
      make: () => exchanged(good, good.config.digest, Buffer.alloc(good.config.bytes.length, ' ')),
      says: /has the digest/,
    },
    {
      name: 'a manifest with another digest',
      make: () => exchanged(good, good.manifest.digest, Buffer.alloc(good.manifest.bytes.length, ' ')),
      says: /has the digest/,
    },
    {
      name: 'a layer that is missing',
      make: () => without(good, good.layers[0]!.digest),
      says: /sha256:\w{64} is not in it/,
    },
    { name: 'a config that is missing', make: () => without(good, good.config.digest), says: /is not in it/ },
    {
      name: 'a manifest that is missing',
      make: () => without(good, good.manifest.digest),
      says: /names no image that is there/,
    },
    {
      name: 'an index that is missing',
      make: () => writeTree(layoutOf(good).filter(({ name }) => name !== 'index.json')),
      says: /without index\.json/,
    },
    {
      name: 'a diff ID that is another',
      make: () => layout(handMade([[FILE]], { diffIds: [digest(Buffer.alloc(1))] })),
      says: /unpacks to sha256:\w+, but its config says sha256:/,
    },
    {
      name: 'too few diff IDs',
      make: () => layout(handMade([[FILE]], { diffIds: [] })),
      says: /lists 0 layers, but it has 1/,
    },
    {
      name: 'a layer that is no tar',
      make: () => layout(handMade([Buffer.from('no tar'.repeat(200))])),
      says: /not a tar archive/,
    },
    {
      name: 'a layer that breaks off',
      make: () => layout(handMade([tarOf([FILE]).subarray(0, 600)])),
      says: /breaks off/,
    },
    {
      name: 'a size that the tar has not',
      make: () => layout(handMade([lyingAbout('77777777777')])),
      says: /breaks off/,
    },
    {
      name: 'an absurd size',
      make: () => layout(handMade([lyingAbout('\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff')])),
      says: /malformed number/,
    },
    {
      name: 'a path without end',
      make: () =>
        layout(handMade([[{ name: '././@LongLink', type: 'L', content: 'x/'.repeat(4000) }, FILE]])),
      says: /more than 4096 characters/,
    },
    {
      name: 'a layer of another type',
      make: () =>
        layout(
          handMade([[FILE]], {
            manifest: { layers: [{ ...descriptor(good.layers[0]!), mediaType: 'text/html' }] },
          }),
        ),
      says: /layer of type "text\/html", which is not a tar/,
    },
    {
      name: 'another artifact',
      make: () =>
        layout(
          handMade([[FILE]], {
            manifest: {
              config: { ...descriptor(good.config), mediaType: 'application/vnd.cncf.helm.config.v1+json' },
            },
          }),
        ),
      says: /names no image that is there/,
    },
    {
      name: 'a manifest that says it is huge',
      make: () => writeTree(layoutFiles([{ ...descriptor(good.manifest), size: 1e12 }], blobsOf(good))),
      says: /larger than 4194304 bytes/,
    },
    {
      name: 'a layer that says it is huge',
      make: () =>
        layout(
          handMade([[FILE]], { manifest: { layers: [{ ...descriptor(good.layers[0]!), size: 1e13 }] } }),
        ),
      says: /it takes more than 8000000000 bytes/,
    },
    { name: 'indexes in indexes', make: () => nested(9), says: /its indexes are nested more than 4 deep/ },
    {
      name: 'more manifests than anybody has',
      make: () =>
        writeTree(
          layoutFiles(
            Array.from({ length: 900 }, (_, n) => descriptor(jsonBlobOf('', { n }))),
            [],
          ),
        ),
      says: /more than 200 manifests/,
    },
    {
      name: 'a manifest that is also an index',
      make: () => layout(handMade([[FILE]], { manifest: { manifests: [] } })),
      says: /is both a manifest and an index/,
    },
    {
      name: 'a gzip bomb',
      make: () => layout(handMade([zeros(20)])),
      bounds: bounds({ unpacked: 5_000_000 }),
      says: /unpacks to more than 5000000 bytes/,
    },
    {
      name: 'a zstd bomb',
      make: () => layout(handMade([zeros(20)], { compression: 'zstd' })),
      bounds: bounds({ unpacked: 5_000_000 }),
      says: /unpacks to more than 5000000 bytes/,
    },
    {
      name: 'a bomb of an archive',
      make: () => writeTemporary('x', gzipSync(zeros(20))),
      bounds: bounds({ unpacked: 5_000_000 }),
      says: /unpacks to more than 5000000 bytes/,
    },
    {
      name: 'bombs that are small each',
      make: () => layout(handMade([zeros(3), tarOf([{ name: 'y', content: Buffer.alloc(3_000_000) }])])),
      bounds: bounds({ unpacked: 5_000_000 }),
      says: /unpacks to more than/,
    },
    {
      name: 'too many entries',
      make: () => layout(handMade([sixty(FILE)])),
      bounds: bounds({ entries: 50 }),
      says: /holds more than 50 files/,
    },
    {
      name: 'too many entries of an archive',
      make: () => writeTemporary('x', tarOf(sixty(FILE))),
      bounds: bounds({ entries: 50 }),
      says: /holds more than 50 files/,
    },
    {
      name: 'more programs than anybody has',
      make: () => layout(handMade([sixty({ name: 'app', content: ELF, mode: 0o755 })])),
      bounds: bounds({ executables: 50 }),
      says: /has more than 50 programs/,
    },
    {
      name: 'programs that every platform shares',
      make: () => sharing(['amd64', 'arm64', 's390x']),
      bounds: bounds({ executables: 3 }),
      says: /has more than 3 programs/,
    },
    {
      name: 'names that fill the memory',
      make: () => layout(handMade([sixty({ name: 'n'.repeat(90) })])),
      bounds: bounds({ names: 5000 }),
      says: /names have more than 5000/,
    },
    {
      name: 'a type that a terminal obeys',
      make: () =>
        layout(
          handMade([[FILE]], {
            manifest: { layers: [{ ...descriptor(good.layers[0]!), mediaType: 'a\u009b31m\u202e\nb' }] },
          }),
        ),
      says: /layer of type "a 31m \\nb", which is not a tar$/,
    },
    {
      name: "Docker's archive without a layer",
      make: () =>
        writeTemporary(
          'x',
          tarOf([
            { name: 'manifest.json', content: '[{"Config":"c","Layers":["l"]}]' },
            { name: 'c', content: Buffer.from(good.config.bytes) },
          ]),
        ),
      says: /"l" is not in it/,
    },
    {
      name: "Docker's archive with links in a circle",
      make: () =>
        writeTemporary(
          'x',
          tarOf([
            { name: 'manifest.json', content: '[{"Config":"c","Layers":[]}]' },
            { name: 'c', type: '2', link: 'd' },
            { name: 'd', type: '2', link: 'c' },
          ]),
        ),
      says: /"c" is not in it/,
    },
    {
      name: "Docker's archive that leads out",
      make: () =>
        writeTemporary(
          'x',
          tarOf([{ name: 'manifest.json', content: '[{"Config":"../../../../etc/hostname","Layers":[]}]' }]),
        ),
      says: /is not in it/,
    },
    {
      name: "Docker's manifest of another shape",
      make: () => writeTemporary('x', tarOf([{ name: 'manifest.json', content: '{}' }])),
      says: /its manifest\.json is not what/,
    },
    {
      name: "Docker's archive of one layer a thousand times",
      make: () =>
        writeTemporary(
          'x',
          tarOf([
            {
              name: 'manifest.json',
              content: JSON.stringify([{ Config: 'c', Layers: Array(1000).fill('l') }]),
            },
            { name: 'c', content: Buffer.from(good.config.bytes) },
            { name: 'l', content: Buffer.alloc(100_000) },
          ]),
        ),
      bounds: bounds({ stored: 2_000_000 }),
      says: /takes more than 2000000 bytes/,
    },
  ])('$name', async ({ make, bounds: tighter, says }) => {
    const failure = await failureOf(
      opened(make(), { platforms: 'all', ...(tighter === undefined ? {} : { bounds: tighter }) }),
    )
    expect(failure).toEqual(aFailure('unreadable-image', { what: / could not be read$/, why: says }))
    expect(failure.message).not.toContain('\n')
  })
})

describe('a hostile image', () => {
  it('writes nothing by its own names', async () => {
    const host = testHost()
    const program = { content: ELF, mode: 0o4777 }
    const made = handMade([
      [
        { name: '../../../../tmp/bantam-escaped', ...program },
        { name: '/etc/bantam-escaped', ...program },
        { name: 'link', type: '2', link: '/etc' },
        { name: 'link/bantam-escaped', ...program },
      ],
    ])
    const platform = await onlyPlatform(layout(made), {}, host)
    expect(platform.files.map(({ path }) => path)).toEqual(['/etc/bantam-escaped', '/tmp/bantam-escaped'])
    expect(platform.programs.map(({ file }) => path.dirname(file ?? ''))).toEqual([
      host.temporary,
      host.temporary,
    ])
    expect(readdirSync('/etc')).not.toContain('bantam-escaped')
    expect(readdirSync('/tmp')).not.toContain('bantam-escaped')
  })

  it('keeps no more programs than may be kept, and names the others', async () => {
    const names = ['a', 'b', 'c']
    const made = handMade([names.map(name => ({ name, content: ELF, mode: 0o755 }))])
    const { programs } = await onlyPlatform(layout(made), { bounds: bounds({ programs: 2 * ELF.length }) })
    expect(programs.map(({ path, file }) => [path, file === null])).toEqual([
      ['/a', false],
      ['/b', false],
      ['/c', true],
    ])
  })

  it.each([
    ['capabilities', '0100000200040000000000000000000000000000', ['cap_net_bind_service=ep']],
    ['capabilities that are cut', '010000020004', []],
    ['capabilities of a revision to come', '0100000900040000000000000000000000000000', []],
    ['no capability', '0000000200000000000000000000000000000000', []],
    ['nothing', '', []],
  ])('whose file has %s as an attribute is read', async (_, hex, capabilities) => {
    const value = Buffer.concat([
      Buffer.from('SCHILY.xattr.security.capability='),
      Buffer.from(`${hex}0a`, 'hex'),
    ])
    // With the digits of the length and the blank behind them.
    const content = Buffer.concat([Buffer.from(`${value.length + 3} `), value])
    const made = handMade([[{ name: 'PaxHeaders', type: 'x', content }, FILE, { name: 'other' }]])
    const { files } = await onlyPlatform(layout(made))
    const found = files.flatMap(file => (file.capabilities === undefined ? [] : [file]))
    expect(found.map(file => formatCapabilities(file.capabilities ?? NO_CAPABILITIES))).toEqual(capabilities)
    expect(found.every(file => file.path === '/file')).toBe(true)
  })

  it('hides no bytes behind another name of a file that it replaces', async () => {
    const made = handMade([
      [
        { name: 'large', content: Buffer.alloc(1_000_000) },
        { name: 'other', type: '1', link: 'large' },
        { name: 'large', content: 'x' },
      ],
    ])
    const platform = await onlyPlatform(layout(made))
    expect(sizesOf(platform)).toEqual({ '/large': 1, '/other': 1_000_000 })
    expect(platform).toMatchObject({ imageSize: 1_000_001, hiddenSize: 0 })
  })

  it('of a hundred thousand entries is read', async () => {
    const names = Array.from({ length: 100_000 }, (_, index) => ({ name: `d${index % 100}/f${index}` }))
    expect((await onlyPlatform(layout(handMade([names])))).files).toHaveLength(100_000)
  })

  it('of a million entries is not', async () => {
    const header = tarOf([{ name: 'empty' }]).subarray(0, 512)
    const tar = Buffer.concat([Buffer.alloc(512 * 1_000_000, header), Buffer.alloc(1024)])
    const layer = blobOf(LAYER, gzipSync(tar, { level: 1 }))
    const made = handMade([tar.subarray(-1024)], { manifest: { layers: [descriptor(layer)] } })
    const directory = writeTree(layoutFiles([descriptor(made.manifest)], [...blobsOf(made), layer]))
    expect(await failureOf(opened(directory))).toEqual(
      aFailure('unreadable-image', { why: 'holds more than 500000 files' }),
    )
  })

  it('whose archive is damaged anywhere gives an image or one sentence', async () => {
    const archive = tarOf(layoutOf(handMade([[FILE, { name: 'app', content: ELF, mode: 0o755 }]])))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: archive.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const bytes = Buffer.from(archive)
        bytes[at] = byte
        await outcome(bytes)
      }),
      { numRuns: 150 },
    )
  })

  it('of any layer bytes gives an image or one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('gzip', 'zstd', 'none'),
        async (bytes, compression) => {
          await outcome(
            tarOf(layoutOf(handMade([Buffer.from(bytes)], { compression: compression as 'gzip' }))),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

async function outcome(archive: Uint8Array): Promise<void> {
  const said = await openedImage(writeTemporary('x', archive)).then(
    () => null,
    (cause: Error) => cause,
  )
  expect(said === null || (said.name === 'Failure' && /^[^\n]+\.$/.test(said.message))).toBe(true)
}
