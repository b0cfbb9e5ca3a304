import { clause } from '../../src/clause.ts'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { formatReference, type Reference } from '../../src/declare/reference.ts'
import { imageSet } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import { writeArchive } from '../../src/output/archive.ts'
import { writeLayout } from '../../src/output/layout.ts'
import { Absent, Failure, reasonText } from '../../src/failure.ts'
import { tarOf, type RawEntry } from '../support/archives.ts'
import { testHost } from '../support/host.ts'
import { image, staticProgram } from '../support/images.ts'
import {
  blobsOf,
  descriptor,
  handMade,
  indexBlob,
  layoutFiles,
  layoutOf,
  writeTemporary,
  writeTree,
} from '../support/layouts.ts'
import { makeElf } from '../support/make-elf.ts'
import { tool } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { failureOf } from '../support/registry-client.ts'
import { onlyPlatform, opened, openedImage, sizesOf } from '../support/things.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const ELF = makeElf({ segments: [{ type: 1, content: Buffer.from('a program') }] })
/** Without an entry, as libraries are. */
const LIBRARY = makeElf({ type: 3, segments: [{ type: 1, content: Buffer.from('a library') }] }).fill(
  0,
  24,
  32,
)
/** Programs with the shape of a library; the second one says so itself. */
const PIE = makeElf({ type: 3, segments: [{ type: 1, content: Buffer.from('position-independent') }] })
const PIE_BY_FLAG = makeElf({
  type: 3,
  segments: [
    {
      type: 2,
      content: Buffer.from([0x6fff_fffbn, 0x0800_0000n, 0n, 0n].flatMap(word => [...le64(word)])),
    },
  ],
})
function le64(word: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(word)
  return bytes
}
const APP: RawEntry = { name: 'app', content: ELF, mode: 0o755 }
const arm64 = { os: 'linux', architecture: 'arm64' }
const riscv64 = { os: 'linux', architecture: 'riscv64' }

const temporary = () => mkdtempSync(path.join(tmpdir(), 'bantam-subject-'))

describe('what it is, is seen by looking', () => {
  it('a binary', async () => {
    const file = writeTemporary('proxy', ELF)
    expect(await opened(file)).toEqual({ kind: 'binary', name: 'proxy', file, bytes: ELF.length })
  })

  it('a binary, from the working directory of the run', async () => {
    const host = testHost()
    writeFileSync(path.join(host.cwd, 'proxy'), ELF)
    expect(await opened('proxy', {}, host)).toMatchObject({
      kind: 'binary',
      file: path.join(host.cwd, 'proxy'),
    })
  })

  it.each([
    { name: 'ghcr.io/acme/hello:main', asked: 'ghcr.io/acme/hello:main' },
    { name: 'ghcr.io/acme/hello', asked: 'ghcr.io/acme/hello:latest' },
    { name: 'hello:v1', asked: 'docker.io/library/hello:v1' },
  ])('an image in a registry, though $name is a file too', async ({ name, asked }) => {
    const host = testHost()
    const file = path.join(host.cwd, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, ELF)
    const openRegistry = (reference: Reference) => Promise.reject(new Error(formatReference(reference)))
    await expect(opened(name, { openRegistry }, host)).rejects.toThrow(asked)
    expect(await opened(`./${name}`, { openRegistry }, host)).toMatchObject({ kind: 'binary', file })
  })

  it('a bare name: a file where there is one, an image else, and only a file under a gate', async () => {
    const host = testHost()
    const openRegistry = (reference: Reference) => Promise.reject(new Error(formatReference(reference)))
    await expect(opened('acme/hello', { openRegistry }, host)).rejects.toThrow(
      /^docker\.io\/acme\/hello:latest$/,
    )
    for (const Kind of [Failure, Absent]) {
      const fails = () => Promise.reject(new Kind('registry', { what: clause`nobody answers` }))
      const failure = opened('nope.bin', { openRegistry: fails }, host)
      await expect(failure).rejects.toThrow(Kind)
      await expect(failure).rejects.toThrow(
        'There is no file nope.bin, and as an image in a registry it was not read: nobody answers.',
      )
    }
    const gated = { openRegistry, bareNames: 'files' } as const
    await expect(opened('acme/hello', gated, host)).rejects.toEqual(
      aFailure('bad-input', { fields: { thing: 'acme/hello' }, fix: 'write docker.io/acme/hello:latest' }),
    )
    mkdirSync(path.join(host.cwd, 'acme'))
    writeFileSync(path.join(host.cwd, 'acme/hello'), ELF)
    for (const options of [gated, { openRegistry }])
      expect(await opened('acme/hello', options, host)).toMatchObject({ kind: 'binary' })
  })

  it('a weigh-in', async () => {
    const file = writeTemporary('w', ' \n{"schemaVersion": 1, "images": []}')
    expect(await opened(file)).toEqual({
      kind: 'weigh-in',
      name: file,
      weighIn: { schemaVersion: 1, images: [] },
    })
  })

  it('a weigh-in that is none, in the words of its reader', async () => {
    const file = writeTemporary('w.json', '{"schemaVersion": 9}')
    const readWeighIn = () => ({ ok: false, problem: 'is of version 9, and this Bantam reads 1' }) as const
    expect(await failureOf(opened(file, { readWeighIn }))).toEqual(
      aFailure('unreadable-image', {
        fields: { thing: file },
        why: 'as a weigh-in it is of version 9, and this Bantam reads 1',
      }),
    )
  })

  it.each<{ name: string; make: () => string; says: RegExp }>([
    { name: 'nothing', make: () => ' ', says: /^there is nothing to weigh$/ },
    { name: 'a path of nothing', make: () => './nowhere', says: /there is no such file/ },
    { name: 'an archive that is not there', make: () => 'image.tar', says: /there is no such file/ },
    { name: 'a home that no shell filled in', make: () => '~/image', says: /there is no such file/ },
    {
      name: 'what cannot be a reference',
      make: () => 'UPPER..case',
      says: /as an image in a registry it has the part/,
    },
    { name: 'a reference with a scheme', make: () => 'docker://ghcr.io/o/x', says: /has a scheme/ },
    { name: 'a NUL', make: () => 'a\0b', says: /^a b cannot be weighed/ },
    { name: 'a name that is too long', make: () => `./${'x'.repeat(5000)}`, says: /there is no such file/ },
    { name: 'a directory', make: temporary, says: /without oci-layout/ },
    { name: 'a device', make: () => '/dev/zero', says: /neither a file nor a directory/ },
    {
      name: 'an empty file',
      make: () => writeTemporary('x', ''),
      says: /it is an empty file$/,
    },
    { name: 'a script', make: () => writeTemporary('x', '#!/bin/sh\n'), says: /it is a script/ },
    { name: 'a Windows program', make: () => writeTemporary('x.exe', 'MZ'), says: /PE/ },
    {
      name: 'another JSON',
      make: () => writeTemporary('x', '{"name": 1}'),
      says: /JSON without schemaVersion/,
    },
    { name: 'a list', make: () => writeTemporary('x', '[{}]'), says: /JSON without schemaVersion/ },
    { name: 'half a JSON', make: () => writeTemporary('x', '{"schemaVersion"'), says: /it is not JSON/ },
    { name: 'a deep JSON', make: () => writeTemporary('x', '{"a":'.repeat(70)), says: /nested/ },
    {
      name: 'a manifest alone',
      make: () => writeTemporary('x', '{"schemaVersion":2,"manifests":[]}'),
      says: /only a manifest/,
    },
    {
      name: 'a tar of other things',
      make: () => writeTemporary('x', tarOf([APP])),
      says: /archive without oci-layout/,
    },
    {
      name: 'gzip of no tar',
      make: () => writeTemporary('x', gzipSync('hello')),
      says: /breaks off|not a tar/,
    },
    {
      name: 'gzip that breaks off',
      make: () => writeTemporary('x', gzipSync(tarOf([APP])).subarray(0, 30)),
      says: /damaged or incomplete/,
    },
    { name: 'a link to itself', make: linkToItself, says: /its links lead in a circle/ },
  ])('$name is refused in one sentence', async ({ make, says }) => {
    const failure = await failureOf(opened(make()))
    expect(reasonText(failure as Failure)).toMatch(says)
    expect(failure.message).toMatch(/^[^\n]+\.$/)
  })
})

function linkToItself(): string {
  const link = path.join(temporary(), 'link')
  symlinkSync(link, link)
  return link
}

describe('an image', () => {
  const layers: readonly (readonly RawEntry[])[] = [
    [
      { name: './etc/', type: '5', mode: 0o755 },
      { name: './etc/gone', content: 'gone' },
      { name: 'etc/kept', content: 'kept!' },
      { name: '../../outside', content: 'x' },
      { name: 'lib.so.6', content: LIBRARY, mode: 0o755 },
      { name: 'not-executable', content: ELF },
      { name: 'dev', type: '3' },
    ],
    [
      { name: 'etc/.wh.gone' },
      APP,
      { name: 'again', type: '1', link: 'app' },
      { name: 'bin/two', content: ELF, mode: 0o700 },
    ],
  ]
  const shows = {
    '/again': ELF.length,
    '/app': 0,
    '/bin/two': ELF.length,
    '/etc/kept': 5,
    '/lib.so.6': LIBRARY.length,
    '/not-executable': ELF.length,
    '/outside': 1,
  }
  const made = handMade(layers)

  it.each<{ name: string; make: () => string }>([
    { name: 'in a layout', make: () => writeTree(layoutOf(made)) },
    {
      name: 'in a layout with zstd layers',
      make: () => writeTree(layoutOf(handMade(layers, { compression: 'zstd' }))),
    },
    {
      name: 'in a layout with plain layers',
      make: () => writeTree(layoutOf(handMade(layers, { compression: 'none' }))),
    },
    {
      name: "in a layout with Docker's media types",
      make: () => writeTree(layoutOf(handMade(layers, { docker: true }))),
    },
    { name: 'in an archive', make: () => writeTemporary('x', tarOf(layoutOf(made))) },
    {
      name: 'in an archive whose names begin with ./',
      make: () =>
        writeTemporary('x', tarOf(layoutOf(made).map(file => ({ ...file, name: `./${file.name}` })))),
    },
    {
      name: 'in a gzip-compressed archive',
      make: () => writeTemporary('x.tgz', gzipSync(tarOf(layoutOf(made)))),
    },
    {
      name: 'in a zstd-compressed archive',
      make: () => writeTemporary('x', zstdCompressSync(tarOf(layoutOf(made)))),
    },
  ])('$name is opened', async ({ make }) => {
    const host = testHost()
    const platform = await onlyPlatform(make(), {}, host)
    expect(sizesOf(platform)).toEqual(shows)
    expect(platform).toMatchObject({
      platform: { os: 'linux', architecture: 'amd64' },
      config: { entrypoint: ['/app'] },
      imageSize: 3 * ELF.length + LIBRARY.length + 4 + 5 + 1,
      hiddenSize: 4,
      programs: [
        { path: '/again', bytes: ELF.length, mode: 0o755, layer: 1 },
        { path: '/bin/two', bytes: ELF.length, mode: 0o700, layer: 1 },
      ],
    })
    for (const { file } of platform.programs) expect(readFileSync(file ?? '').equals(ELF)).toBe(true)
  })

  it.each<{ name: string; config: object; entry: RawEntry; programs: readonly string[] }>([
    {
      name: 'called as a library, which it starts',
      config: { Entrypoint: ['./x.so'], WorkingDir: '/lib' },
      entry: { name: 'lib/x.so', content: PIE, mode: 0o755 },
      programs: ['/again', '/lib/x.so'],
    },
    {
      name: 'without the right to be executed, which a loader starts',
      config: { Entrypoint: ['/lib/ld.so'], Cmd: ['/lib/x'] },
      entry: { name: 'lib/x', content: ELF, mode: 0o644 },
      programs: ['/again', '/lib/x'],
    },
    {
      name: 'called as a library, which nothing names, and which its linker noted to be one',
      config: {},
      entry: { name: 'lib/x.so', content: PIE_BY_FLAG, mode: 0o755 },
      programs: ['/again', '/lib/x.so'],
    },
    {
      name: 'like a library, which nothing names: it is none',
      config: {},
      entry: { name: 'lib/x.so', content: PIE, mode: 0o755 },
      programs: ['/again'],
    },
  ])('has a program $name', async ({ config, entry, programs }) => {
    const image = handMade([[APP, { ...APP, name: 'again' }, { name: 'app', content: 'x' }, entry]], {
      config: { config },
    })
    const platform = await onlyPlatform(writeTree(layoutOf(image)))
    expect(platform.programs.map(({ path }) => path)).toEqual(programs)
  })

  it('has the digests and sizes that a registry would have', async () => {
    const subject = await openedImage(writeTree(layoutOf(made)))
    expect(subject.digest).toBe(made.manifest.digest)
    expect(subject.platforms[0]).toMatchObject({
      manifestDigest: made.manifest.digest,
      configDigest: made.config.digest,
      downloadSize: blobsOf(made).reduce((sum, { bytes }) => sum + bytes.length, 0),
      layers: made.layers.map(({ digest, bytes }) => ({ digest, size: bytes.length })),
    })
  })

  it('leaves nothing of itself behind but copies of its programs, under names of our own', async () => {
    const host = testHost()
    await opened(writeTemporary('x', tarOf(layoutOf(made))), {}, host)
    const left = readdirSync(host.temporary)
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter(name => !/^program-[0-9a-f]{16}$/.test(name))).toEqual([])
  })

  it('with one layer twice transfers it once', async () => {
    const twice = handMade([[APP], [APP]])
    const platform = await onlyPlatform(writeTree(layoutOf(twice)))
    const { manifest, config, layers } = twice
    expect(platform.downloadSize).toBe(
      manifest.bytes.length + config.bytes.length + (layers[0]?.bytes.length ?? 0),
    )
    expect(platform).toMatchObject({ imageSize: 2 * ELF.length, hiddenSize: ELF.length })
  })

  it('without layers is an empty one', async () => {
    expect(await onlyPlatform(writeTree(layoutOf(handMade([]))))).toMatchObject({ imageSize: 0, files: [] })
  })
})

describe('several images in one place', () => {
  const amd = handMade([[APP]])
  const arm = handMade([[APP, { name: 'more', content: 'more' }]], { platform: arm64 })
  const risc = handMade([[APP]], { platform: riscv64 })
  const attestation = handMade([[]], { platform: { os: 'unknown', architecture: 'unknown' } })
  const listed = (made: typeof amd, platform: object | null, annotations = {}) => ({
    ...descriptor(made.manifest),
    ...(platform === null ? {} : { platform }),
    annotations,
  })
  const index = indexBlob([
    listed(arm, arm64),
    listed(amd, { os: 'linux', architecture: 'amd64' }),
    listed(
      attestation,
      { os: 'unknown', architecture: 'unknown' },
      { 'vnd.docker.reference.type': 'attestation-manifest' },
    ),
  ])
  const blobs = [...blobsOf(amd), ...blobsOf(arm), ...blobsOf(attestation), index]
  const multi = () => writeTree(layoutFiles([descriptor(index)], blobs))
  const platformsOf = async (...args: Parameters<typeof openedImage>) =>
    (await openedImage(...args)).platforms.map(({ platform }) => platform.architecture)

  it('of one index: linux/amd64 where nothing is said', async () => {
    const subject = await openedImage(multi())
    expect(subject).toMatchObject({ digest: index.digest, others: [arm64] })
    expect(subject.platforms.map(({ manifestDigest }) => manifestDigest)).toEqual([amd.manifest.digest])
  })

  it('of one index: all, or those that are asked for', async () => {
    expect(await platformsOf(multi(), { platforms: 'all' })).toEqual(['arm64', 'amd64'])
    expect(await platformsOf(multi(), { platforms: [arm64] })).toEqual(['arm64'])
  })

  it('of one index: one that is not there', async () => {
    const failure = await failureOf(opened(multi(), { platforms: [riscv64] }))
    expect(failure).toEqual(
      aFailure('bad-input', {
        fields: { platform: 'linux/riscv64' },
        why: /^it has linux\/arm64, linux\/amd64$/,
      }),
    )
  })

  it('whose index names no platforms are told by their configs', async () => {
    const directory = writeTree(
      layoutFiles([listed(arm, null), listed(risc, null)], [...blobsOf(arm), ...blobsOf(risc)]),
    )
    expect(await platformsOf(directory, { platforms: 'all' })).toEqual(['arm64', 'riscv64'])
  })

  it('of which only some were copied: those that are there', async () => {
    const directory = writeTree(layoutFiles([descriptor(index)], [...blobsOf(arm), index]))
    expect(await platformsOf(directory)).toEqual(['arm64'])
    expect(await platformsOf(directory, { platforms: 'all' })).toEqual(['arm64'])
  })

  it('of which one is named that was lost: damage, and not the same as none', async () => {
    const directory = writeTree(layoutFiles([descriptor(index)], [...blobsOf(arm), index]))
    const amd64 = { os: 'linux', architecture: 'amd64' }
    const failure = await failureOf(opened(directory, { platforms: [amd64] }))
    expect(failure).toEqual(
      aFailure('unreadable-image', { why: 'its index names an image for linux/amd64 that is not there' }),
    )
    expect(failure).not.toBeInstanceOf(Absent)
  })

  it('of which an index was lost: it may have held what is asked for', async () => {
    const nested = indexBlob([listed(amd, { os: 'linux', architecture: 'amd64' })])
    const outer = indexBlob([descriptor(nested), listed(arm, arm64)])
    const whole = [...blobsOf(amd), ...blobsOf(arm), outer]
    const amd64 = { os: 'linux', architecture: 'amd64' }
    const directory = writeTree(layoutFiles([descriptor(outer)], whole))
    const failure = await failureOf(opened(directory, { platforms: [amd64] }))
    expect(failure).toEqual(
      aFailure('unreadable-image', { why: `it names ${nested.digest}, which is not there` }),
    )
    expect(failure).not.toBeInstanceOf(Absent)
    const complete = writeTree(layoutFiles([descriptor(outer)], [...whole, nested]))
    expect(await platformsOf(complete, { platforms: [amd64] })).toEqual(['amd64'])
  })

  it('by their tags', async () => {
    const names = (name: string) => ({ 'org.opencontainers.image.ref.name': name })
    const other = handMade([[{ name: 'other', content: 'x' }]])
    const directory = writeTree(
      layoutFiles(
        [listed(amd, null, names('one')), listed(other, null, names('two'))],
        [...blobsOf(amd), ...blobsOf(other)],
      ),
    )
    expect(Object.keys(sizesOf(await onlyPlatform(`${directory}:two`)))).toEqual(['/other'])
    expect((await openedImage(`${directory}:one`)).digest).toBe(amd.manifest.digest)
    expect(await failureOf(opened(directory))).toEqual(
      aFailure('bad-input', { fields: { thing: directory, platform: 'linux/amd64' }, fix: 'say which' }),
    )
    expect(await failureOf(opened(`${directory}:three`))).toEqual(
      aFailure('bad-input', { what: '"three"', why: /^it has "one", "two"$/ }),
    )
  })
})

describeWith(['gcc', 'skopeo', 'docker-registry'], 'an image that Bantam made', () => {
  const directory = temporary()
  const at = (name: string) => path.join(directory, name)
  const made: { image?: Image; registry?: TestRegistry } = {}
  const program = staticProgram()

  beforeAll(async () => {
    made.registry = await startRegistry()
    made.image = await image(program, {
      files: [{ kind: 'file', path: '/srv/x', mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from('xyz') }],
    })
    await writeLayout(at('layout'), imageSet([made.image]))
    await writeArchive(at('bantam.tar'), imageSet([made.image]), ['proxy:latest', 'proxy:v1'])
    tool('skopeo', ['copy', `oci:${at('layout')}:latest`, `oci-archive:${at('oci.tar')}:proxy:v2`])
    tool('skopeo', ['copy', `oci:${at('layout')}:latest`, `docker-archive:${at('docker.tar')}:proxy:v2`])
    tool('skopeo', [
      'copy',
      '--dest-tls-verify=false',
      `oci:${at('layout')}:latest`,
      `docker://${made.registry.address}/o/proxy:v1`,
    ])
    tool('skopeo', [
      'copy',
      '--dest-tls-verify=false',
      '--format',
      'v2s2',
      `oci:${at('layout')}:latest`,
      `docker://${made.registry.address}/o/proxy:docker`,
    ])
    execFileSync('gzip', ['-k', at('docker.tar')])
    execFileSync('gzip', ['-k', at('oci.tar')])
  })
  afterAll(() => made.registry?.stop())

  it.each([
    'layout',
    'layout:latest',
    'bantam.tar',
    'oci.tar',
    'oci.tar.gz',
    'docker.tar',
    'docker.tar.gz',
    'registry:v1',
    'registry:docker',
  ])('is the same in %s', async where => {
    const place = where.replace(/^registry/, `${made.registry?.address}/o/proxy`)
    const platform = await onlyPlatform(where.startsWith('registry') ? place : at(where))
    const files = made.image?.layers.flatMap(layer => layer.files) ?? []
    expect(sizesOf(platform)).toEqual(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])))
    expect(platform).toMatchObject({
      hiddenSize: 0,
      programs: [{ path: '/whoami', bytes: program.bytes.length }],
      layers: made.image?.layers.map(({ diffId }) => ({ diffId })),
    })
    expect(readFileSync(platform.programs[0]?.file ?? '').equals(program.bytes)).toBe(true)
  })

  it('has its digest and download size, wherever it kept its manifest', async () => {
    const blobs = [made.image!.manifest, made.image!.config, ...made.image!.layers]
    const downloadSize = blobs.reduce((sum, { bytes }) => sum + bytes.length, 0)
    for (const where of [at('layout'), at('bantam.tar'), `${made.registry?.address}/o/proxy:v1`]) {
      const subject = await openedImage(where)
      expect(subject.digest).toBe(made.image?.manifest.digest)
      expect(subject.platforms[0]).toMatchObject({ downloadSize, configDigest: made.image?.config.digest })
    }
    expect(await openedImage(at('docker.tar'))).toMatchObject({
      digest: null,
      platforms: [{ downloadSize: null }],
    })
  })

  it('is found by its digest too', async () => {
    const subject = await openedImage(`${made.registry?.address}/o/proxy@${made.image?.manifest.digest}`)
    expect(subject.digest).toBe(made.image?.manifest.digest)
  })

  it('is positively absent where the registry says so', async () => {
    for (const missing of ['o/proxy:none', 'o/none:v1', 'o/none']) {
      const failure = await failureOf(opened(`${made.registry?.address}/${missing}`))
      expect(failure).toBeInstanceOf(Absent)
      expect((failure as Failure).fields).toMatchObject({ registry: made.registry?.address, status: 404 })
    }
  })
})
