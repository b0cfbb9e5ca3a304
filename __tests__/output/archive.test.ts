import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BinaryFile } from '../../src/image/assemble.ts'
import { digestOf } from '../../src/image/digest.ts'
import type { Image } from '../../src/image/image.ts'
import { blobsOf, imageSet } from '../../src/image/image-set.ts'
import { hostImage, writeArchive } from '../../src/output/archive.ts'
import { image } from '../support/images.ts'
import { tool } from '../support/oci-tools.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const BINARY: BinaryFile = { name: 'x', bytes: Buffer.from('a binary'), packed: true }

function blob(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`
}

function directory(): string {
  return mkdtempSync(path.join(tmpdir(), 'bantam-archive-'))
}

describe('writeArchive', () => {
  it('writes a layout with Docker’s manifest in one tar, the same every time', async () => {
    const parent = directory()
    const archive = path.join(parent, 'deep', 'x.tar')
    const written = await image(BINARY)
    await writeArchive(archive, imageSet([written]), ['x:latest', 'ghcr.io/o/x:v1'])
    const names = tool('tar', ['--list', '--file', archive]).trimEnd().split('\n')
    expect(names).toEqual([
      'blobs/',
      'blobs/sha256/',
      ...[...written.layers, written.config, written.manifest].map(({ digest }) => blob(digest)).sort(),
      'index.json',
      'manifest.json',
      'oci-layout',
    ])
    const member = (name: string): unknown =>
      JSON.parse(tool('tar', ['--extract', '--to-stdout', '--file', archive, name]))
    expect(member('manifest.json')).toEqual([
      {
        Config: blob(written.config.digest),
        RepoTags: ['x:latest', 'ghcr.io/o/x:v1'],
        Layers: written.layers.map(({ digest }) => blob(digest)),
      },
    ])
    const descriptor = {
      mediaType: written.manifest.mediaType,
      digest: written.manifest.digest,
      size: written.manifest.bytes.length,
      platform: { architecture: 'amd64', os: 'linux' },
    }
    expect(member('index.json')).toMatchObject({
      manifests: [
        {
          ...descriptor,
          annotations: {
            'io.containerd.image.name': 'docker.io/library/x:latest',
            'org.opencontainers.image.ref.name': 'x:latest',
          },
        },
        {
          ...descriptor,
          annotations: {
            'io.containerd.image.name': 'ghcr.io/o/x:v1',
            'org.opencontainers.image.ref.name': 'ghcr.io/o/x:v1',
          },
        },
      ],
    })
    const first = digestOf(readFileSync(archive))
    await writeArchive(archive, imageSet([await image(BINARY)]), ['x:latest', 'ghcr.io/o/x:v1'])
    expect(digestOf(readFileSync(archive))).toBe(first)
    expect(readdirSync(path.dirname(archive))).toEqual(['x.tar'])
  })

  it('replaces a file, not a directory', async () => {
    const parent = directory()
    writeFileSync(path.join(parent, 'x.tar'), 'before')
    await writeArchive(path.join(parent, 'x.tar'), imageSet([await image(BINARY)]), [])
    expect(readFileSync(path.join(parent, 'x.tar')).length % 512).toBe(0)
    mkdirSync(path.join(parent, 'y.tar'))
    await expect(
      writeArchive(path.join(parent, 'y.tar'), imageSet([await image(BINARY)]), []),
    ).rejects.toEqual(
      aFailure('write', { fields: { file: path.join(parent, 'y.tar') }, why: 'it is a directory' }),
    )
    expect(readdirSync(parent).sort()).toEqual(['x.tar', 'y.tar'])
  })

  it('says where it could not write', async () => {
    const parent = directory()
    writeFileSync(path.join(parent, 'file'), '')
    const archive = path.join(parent, 'file', 'x.tar')
    await expect(writeArchive(archive, imageSet([await image(BINARY)]), [])).rejects.toEqual(
      aFailure('write', { fields: { file: archive } }),
    )
  })
})

describeWith(['mount', 'umount'], 'writeArchive onto a full disk', () => {
  it('says so, and leaves nothing behind', async () => {
    const mounted = directory()
    tool('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', mounted])
    try {
      const big = await image({ ...BINARY, bytes: Buffer.alloc(100_000) })
      const archive = path.join(mounted, 'x.tar')
      await expect(writeArchive(archive, imageSet([big]), [])).rejects.toEqual(
        aFailure('write', { fields: { file: archive }, why: 'there is no space left' }),
      )
      expect(readdirSync(mounted)).toEqual([])
    } finally {
      tool('umount', [mounted])
    }
  })
})

/** Images for two platforms that have the base layer in common. */
async function two(): Promise<readonly [Image, Image]> {
  return [
    await image(
      { ...BINARY, bytes: Buffer.from('for arm64') },
      { platform: { os: 'linux', architecture: 'arm64' } },
    ),
    await image(BINARY),
  ]
}

describe('writeArchive, of two platforms', () => {
  it('lists the index under each name, and names the image for this machine to Docker', async () => {
    const archive = path.join(directory(), 'x.tar')
    const [arm64, amd64] = await two()
    const set = imageSet([arm64, amd64], {
      index: {},
      descriptor: { 'org.example.listed': '1' },
      images: [],
    })
    await writeArchive(archive, set, ['x:latest', 'ghcr.io/o/x:v1'])
    const member = (name: string): unknown =>
      JSON.parse(tool('tar', ['--extract', '--to-stdout', '--file', archive, name]))
    const ours = hostImage(set)
    expect(ours).toBe(process.arch === 'arm64' ? arm64 : amd64)
    expect(member('manifest.json')).toEqual([
      {
        Config: blob(ours.config.digest),
        RepoTags: ['x:latest', 'ghcr.io/o/x:v1'],
        Layers: ours.layers.map(({ digest }) => blob(digest)),
      },
    ])
    const listed = { mediaType: set.root.mediaType, digest: set.root.digest, size: set.root.bytes.length }
    expect(member('index.json')).toMatchObject({
      manifests: ['x:latest', 'ghcr.io/o/x:v1'].map(name => ({
        ...listed,
        annotations: { 'org.example.listed': '1', 'org.opencontainers.image.ref.name': name },
      })),
    })
    const blobs = tool('tar', ['--list', '--file', archive]).match(/^blobs\/sha256\/\w+$/gm)
    expect(blobs).toEqual(
      blobsOf(set)
        .map(({ digest }) => blob(digest))
        .sort(),
    )
    expect(blobs).toHaveLength(2 * 2 + 2 + 1 + 1)
  })

  it('names the first image to Docker where none is for this machine', async () => {
    const platforms = ['riscv64', 's390x'].map(architecture => ({ os: 'linux', architecture }))
    const [riscv64, s390x] = await Promise.all(platforms.map(platform => image(BINARY, { platform })))
    expect(hostImage(imageSet([riscv64!, s390x!]))).toBe(riscv64)
  })
})

describeWith(['skopeo'], 'an archive of two platforms', () => {
  it('is read by skopeo: the index whole, the image for each platform, and Docker’s', async () => {
    const archive = path.join(directory(), 'x.tar')
    const [arm64, amd64] = await two()
    const set = imageSet([arm64, amd64])
    await writeArchive(archive, set, ['x:latest'])
    expect(tool('skopeo', ['inspect', '--raw', `oci-archive:${archive}`])).toBe(
      new TextDecoder().decode(set.root.bytes),
    )
    for (const { platform, layers } of [arm64, amd64]) {
      const asked = [`--override-arch=${platform.architecture}`, 'inspect', `oci-archive:${archive}:x:latest`]
      expect(JSON.parse(tool('skopeo', asked))).toMatchObject({
        Architecture: platform.architecture,
        Layers: layers.map(({ digest }) => digest),
      })
    }
    const config = tool('skopeo', ['inspect', '--config', '--raw', `docker-archive:${archive}`])
    expect(digestOf(Buffer.from(config))).toBe(hostImage(set).config.digest)
  })
})

describeWith(['skopeo'], 'an archive', () => {
  it.each(['gzip', 'zstd'] as const)(
    'is read by skopeo, both ways, with layers of %s',
    async layerCompression => {
      const archive = path.join(directory(), 'x.tar')
      const written = await image({ ...BINARY, packed: false }, { layerCompression })
      await writeArchive(archive, imageSet([written]), ['x:latest'])
      expect(tool('skopeo', ['inspect', '--raw', `oci-archive:${archive}`])).toBe(
        new TextDecoder().decode(written.manifest.bytes),
      )
      expect(
        digestOf(Buffer.from(tool('skopeo', ['inspect', '--config', '--raw', `docker-archive:${archive}`]))),
      ).toBe(written.config.digest)
    },
  )

  it('has each name, for whoever chooses one', async () => {
    const archive = path.join(directory(), 'x.tar')
    const written = await image(BINARY)
    await writeArchive(archive, imageSet([written]), ['x:latest', 'ghcr.io/o/x:v1'])
    for (const source of [`oci-archive:${archive}:ghcr.io/o/x:v1`, `oci-archive:${archive}:x:latest`])
      expect(JSON.parse(tool('skopeo', ['inspect', source]))).toMatchObject({
        Digest: written.manifest.digest,
      })
    for (const source of [`docker-archive:${archive}:ghcr.io/o/x:v1`, `docker-archive:${archive}`])
      expect(JSON.parse(tool('skopeo', ['inspect', source]))).toMatchObject({ Architecture: 'amd64' })
  })
})
