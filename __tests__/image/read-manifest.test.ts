import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Parsed } from '../../src/declare/parsed.ts'
import { imageManifest } from '../../src/image/manifest.ts'
import { imageIndex } from '../../src/image/index.ts'
import { readConfig } from '../../src/image/read-config.ts'
import { readDockerManifest } from '../../src/image/read-docker-manifest.ts'
import { readJson } from '../../src/image/read-json.ts'
import { readManifest } from '../../src/image/read-manifest.ts'
import { tinyImage } from '../support/tiny-image.ts'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const DIGEST = `sha256:${'a'.repeat(64)}`
const descriptor = { mediaType: 'x', digest: DIGEST, size: 3 }
const manifest = { schemaVersion: 2, config: descriptor, layers: [descriptor] }
const tooMany = (value: object) => Array.from({ length: 1001 }, () => value)
const problemOf = (parsed: Parsed<unknown>) => (parsed.ok ? null : parsed.problem)

describe('a manifest', () => {
  it('gives back what Bantam writes', () => {
    const { config, layers } = tinyImage('manifest')
    const written = imageManifest(config, layers, { b: '2', a: '1' })
    expect(readManifest(written.bytes)).toEqual({
      ok: true,
      value: {
        kind: 'manifest',
        config: { mediaType: config.mediaType, digest: config.digest, size: config.bytes.length },
        layers: layers.map(({ mediaType, digest, bytes }) => ({ mediaType, digest, size: bytes.length })),
        annotations: { a: '1', b: '2' },
      },
    })
  })

  it('gives an index back, its platforms in our spelling', () => {
    const listed = { mediaType: 'm', digest: DIGEST as `sha256:${string}`, size: 3 }
    const written = imageIndex([
      { ...listed, annotations: {}, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { ...listed, platform: { os: 'linux', architecture: 'arm' }, annotations: { a: '1' } },
      { ...listed, annotations: {}, platform: { os: 'plan9', architecture: 'amd64' } },
    ])
    expect(readManifest(written.bytes)).toEqual({
      ok: true,
      value: {
        kind: 'index',
        annotations: {},
        manifests: [
          { ...listed, annotations: {}, platform: { os: 'linux', architecture: 'arm64' } },
          {
            ...listed,
            annotations: { a: '1' },
            platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
          },
          { ...listed, annotations: {}, platform: { os: 'plan9', architecture: 'amd64' } },
        ],
      },
    })
  })

  it.each<{ name: string; bytes: Uint8Array; says: RegExp }>([
    { name: 'nothing', bytes: Buffer.alloc(0), says: /^is not JSON$/ },
    { name: 'half of it', bytes: json(manifest).subarray(0, 40), says: /^is not JSON$/ },
    { name: 'a list', bytes: json([]), says: /^is not what the specification has in schemaVersion$/ },
    { name: 'null', bytes: json(null), says: /specification/ },
    { name: 'no UTF-8', bytes: Buffer.from('7b22ff223a317d', 'hex'), says: /^is not UTF-8$/ },
    { name: 'schema 1', bytes: json({ schemaVersion: 1, fsLayers: [] }), says: /schema 1/ },
    { name: 'another schema', bytes: json({ ...manifest, schemaVersion: 3 }), says: /in schemaVersion$/ },
    { name: 'manifest and index at once', bytes: json({ ...manifest, manifests: [] }), says: /^is both/ },
    { name: 'no config', bytes: json({ ...manifest, config: undefined }), says: /in config$/ },
    {
      name: 'a negative size',
      bytes: json({ ...manifest, config: { ...descriptor, size: -1 } }),
      says: /in config\.size$/,
    },
    {
      name: 'a size beyond numbers',
      bytes: json({ ...manifest, config: { ...descriptor, size: 1e300 } }),
      says: /in config\.size$/,
    },
    {
      name: 'half a size',
      bytes: json({ ...manifest, layers: [{ ...descriptor, size: 0.5 }] }),
      says: /in layers\.0\.size$/,
    },
    {
      name: 'another digest',
      bytes: json({ ...manifest, layers: [{ ...descriptor, digest: `sha512:${'a'.repeat(128)}` }] }),
      says: /in layers\.0\.digest$/,
    },
    {
      name: 'a digest that is a path',
      bytes: json({ ...manifest, config: { ...descriptor, digest: 'sha256:../../etc/passwd' } }),
      says: /in config\.digest$/,
    },
    {
      name: 'too many layers',
      bytes: json({ ...manifest, layers: tooMany(descriptor) }),
      says: /in layers$/,
    },
    {
      name: 'too many manifests',
      bytes: json({ schemaVersion: 2, manifests: tooMany(descriptor) }),
      says: /in manifests$/,
    },
    {
      name: 'an annotation that is no text',
      bytes: json({ ...manifest, annotations: { 'a b\n': 1 } }),
      says: /specification has$/,
    },
    {
      name: 'depth',
      bytes: Buffer.from(`${'['.repeat(1e6)}${']'.repeat(1e6)}`),
      says: /nested more than 64 deep/,
    },
    { name: 'length', bytes: Buffer.alloc(5_000_000, ' '), says: /larger than 4194304 bytes/ },
  ])('is refused: $name', ({ bytes, says }) => {
    expect(problemOf(readManifest(bytes))).toMatch(says)
  })

  it('brackets in texts are no depth', () => {
    expect(readJson(json({ a: `"${'['.repeat(200)}\\` }))).toMatchObject({ ok: true })
  })
})

describe('a config', () => {
  it('is read as Docker writes it', () => {
    const config = {
      architecture: 'arm64',
      variant: 'v8',
      os: 'linux',
      created: '2026-01-02T03:04:05.678Z',
      config: {
        Entrypoint: null,
        Cmd: ['sh'],
        Env: ['A=1'],
        User: '',
        WorkingDir: '/w',
        Labels: null,
        Image: 'x',
      },
      rootfs: { type: 'layers', diff_ids: [DIGEST] },
      history: [{ created_by: 'x' }],
      docker_version: '20.10',
    }
    expect(readConfig(json(config))).toEqual({
      ok: true,
      value: {
        platform: { os: 'linux', architecture: 'arm64' },
        diffIds: [DIGEST],
        created: '2026-01-02T03:04:05.678Z',
        entrypoint: [],
        args: ['sh'],
        env: ['A=1'],
        user: '',
        workdir: '/w',
        labels: {},
      },
    })
  })

  it('needs little', () => {
    const config = readConfig(json({ architecture: 'amd64', os: 'linux', rootfs: { diff_ids: null } }))
    expect(config).toMatchObject({ ok: true, value: { diffIds: [], labels: {}, created: null } })
  })

  it.each([
    ['an empty object', {}, /in architecture$/],
    [
      'a number for an entrypoint',
      { architecture: 'a', os: 'l', rootfs: {}, config: { Entrypoint: 1 } },
      /config\.Entrypoint$/,
    ],
    [
      'a diff ID that is none',
      { architecture: 'a', os: 'l', rootfs: { diff_ids: ['x'] } },
      /in rootfs\.diff_ids\.0$/,
    ],
  ])('is refused: %s', (_name, config, says) => {
    expect(problemOf(readConfig(json(config)))).toMatch(says)
  })
})

describe("Docker's manifest.json", () => {
  it('is read', () => {
    expect(
      readDockerManifest(json([{ Config: 'c.json', RepoTags: null, Layers: ['a/layer.tar'], Parent: 'x' }])),
    ).toEqual({
      ok: true,
      value: [{ Config: 'c.json', RepoTags: [], Layers: ['a/layer.tar'] }],
    })
  })

  it.each([[[]], [{}], [[{ Layers: [] }]], [[{ Config: 'x', Layers: [1] }]], [tooMany({ Config: 'x' })]])(
    'is refused: %j',
    value => {
      expect(problemOf(readDockerManifest(json(value)))).toMatch(/specification/)
    },
  )
})

describe('any bytes', () => {
  const readers = [readManifest, readConfig, readDockerManifest]
  const check = (bytes: Uint8Array) => {
    for (const read of readers) {
      const problem = problemOf(read(bytes))
      expect(problem === null || /^[ -~]{5,200}[^.]$/.test(problem)).toBe(true)
    }
  }

  it('give a value or the end of a sentence', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 500 })
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => check(json(value))),
      { numRuns: 500 },
    )
  })

  it('give a value or the end of a sentence, where one field is wrong', () => {
    const keys = [
      'schemaVersion',
      'config',
      'layers',
      'manifests',
      'annotations',
      'os',
      'rootfs',
      'Config',
      '__proto__',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const text = JSON.stringify({ ...manifest, os: 'linux', architecture: 'amd64', rootfs: {} })
        check(Buffer.from(`${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`))
      }),
      { numRuns: 1000 },
    )
  })
})
