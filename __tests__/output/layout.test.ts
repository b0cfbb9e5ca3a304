import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BinaryFile } from '../../src/image/assemble.ts'
import { filesEntries } from '../../src/image/files-layer.ts'
import { blobsOf, imageSet } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import { writeLayout } from '../../src/output/layout.ts'
import { bytesOf, image, PLAIN_CONFIG, staticProgram } from '../support/images.ts'
import { tool, withBundle } from '../support/oci-tools.ts'
import { startRegistry } from '../support/registry.ts'
import { runImage } from '../support/run-image.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure, type Expected } from '../support/a-failure.ts'
import { reasonWords } from '../support/sentences.ts'

const SMALL: BinaryFile = { name: 'x', bytes: Buffer.from('x'), packed: true }

function directory(): string {
  return mkdtempSync(path.join(tmpdir(), 'bantam-layout-'))
}

describe('writeLayout', () => {
  it('writes the blobs by digest, and an index that calls the image latest', async () => {
    const place = path.join(directory(), 'deep', 'layout')
    const written = await image(SMALL, { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } })
    await writeLayout(place, imageSet([written]))
    const blobs = [...written.layers, written.config, written.manifest]
    expect(readdirSync(place).sort()).toEqual(['blobs', 'index.json', 'oci-layout'])
    expect(readdirSync(path.join(place, 'blobs/sha256')).sort()).toEqual(
      blobs.map(({ digest }) => digest.slice(7)).sort(),
    )
    for (const { digest, bytes } of blobs)
      expect(readFileSync(path.join(place, 'blobs', digest.replace(':', '/'))).equals(bytes)).toBe(true)
    expect(readFileSync(path.join(place, 'oci-layout'), 'utf8')).toBe('{"imageLayoutVersion":"1.0.0"}')
    expect(JSON.parse(readFileSync(path.join(place, 'index.json'), 'utf8'))).toMatchObject({
      manifests: [
        {
          digest: written.manifest.digest,
          annotations: { 'org.opencontainers.image.ref.name': 'latest' },
          platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
        },
      ],
    })
  })

  it('replaces an earlier layout whole, and leaves nothing beside it', async () => {
    const parent = directory()
    const place = path.join(parent, 'layout')
    await writeLayout(place, imageSet([await image({ ...SMALL, bytes: Buffer.from('before') })]))
    const now = await image(SMALL)
    await writeLayout(place, imageSet([now]))
    expect(readdirSync(parent)).toEqual(['layout'])
    expect(readdirSync(path.join(place, 'blobs/sha256'))).toHaveLength(now.layers.length + 2)
  })

  it('fills an empty directory, and follows a link to a layout', async () => {
    const parent = directory()
    const place = path.join(parent, 'layout')
    mkdirSync(place)
    symlinkSync('layout', path.join(parent, 'link'))
    await writeLayout(path.join(parent, 'link'), imageSet([await image(SMALL)]))
    expect(existsSync(path.join(place, 'index.json'))).toBe(true)
    expect(readdirSync(parent).sort()).toEqual(['layout', 'link'])
  })

  it.each<{ name: string; make: (place: string) => void; expected: Expected }>([
    {
      name: 'a directory of somebody’s',
      make: place => {
        mkdirSync(place)
        writeFileSync(path.join(place, 'thesis.tex'), 'years')
      },
      expected: { why: /^that directory is no OCI layout$/, fix: 'name another' },
    },
    {
      name: 'a layout with something else in it',
      make: place => {
        mkdirSync(place)
        writeFileSync(path.join(place, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
        writeFileSync(path.join(place, 'thesis.tex'), 'years')
      },
      expected: { why: 'that directory holds thesis.tex' },
    },
    {
      name: 'what only looks like a layout',
      make: place => {
        mkdirSync(place)
        writeFileSync(path.join(place, 'oci-layout'), 'years')
      },
      expected: { why: 'that directory holds a broken layout' },
    },
    {
      name: 'a file',
      make: place => writeFileSync(place, 'years'),
      expected: { what: 'could not be written' },
    },
  ])('leaves $name alone', async ({ make, expected }) => {
    const parent = directory()
    const place = path.join(parent, 'layout')
    make(place)
    const before = execFileSync('find', [parent, '-type', 'f', '-exec', 'sha256sum', '{}', '+'], {
      encoding: 'utf8',
    })
    await expect(writeLayout(place, imageSet([await image(SMALL)]))).rejects.toEqual(
      aFailure('write', expected),
    )
    expect(
      execFileSync('find', [parent, '-type', 'f', '-exec', 'sha256sum', '{}', '+'], { encoding: 'utf8' }),
    ).toBe(before)
    expect(readdirSync(parent)).toEqual(['layout'])
  })

  it('survives two runs at once', async () => {
    const parent = directory()
    const place = path.join(parent, 'layout')
    const images = await Promise.all(
      ['a', 'b', 'c', 'd'].map(text => image({ ...SMALL, bytes: Buffer.from(text) })),
    )
    await writeLayout(place, imageSet([await image(SMALL)]))
    const ends = await Promise.allSettled(images.map(one => writeLayout(place, imageSet([one]))))
    expect(ends.map(({ status }) => status)).toEqual(images.map(() => 'fulfilled'))
    expect(readdirSync(parent)).toEqual(['layout'])
    const index = readFileSync(path.join(place, 'index.json'), 'utf8')
    expect(images.filter(one => index.includes(one.manifest.digest))).toHaveLength(1)
  })
})

/** Images for two platforms that have the base layer in common. */
async function two(): Promise<readonly [Image, Image]> {
  return [
    await image(SMALL),
    await image({ ...SMALL, bytes: Buffer.from('y') }, { platform: { os: 'linux', architecture: 'arm64' } }),
  ]
}

describe('writeLayout, of two platforms', () => {
  it('writes each blob once, and lists the index with its own annotations', async () => {
    const place = path.join(directory(), 'layout')
    const set = imageSet(await two(), {
      index: { 'org.example.whole': '1' },
      descriptor: { 'org.example.listed': '1' },
      images: [],
    })
    await writeLayout(place, set)
    expect(readdirSync(path.join(place, 'blobs/sha256')).sort()).toEqual(
      blobsOf(set)
        .map(({ digest }) => digest.slice(7))
        .sort(),
    )
    for (const blob of blobsOf(set)) {
      const written = readFileSync(path.join(place, 'blobs', blob.digest.replace(':', '/')))
      expect(written.equals(bytesOf(blob))).toBe(true)
    }
    expect(JSON.parse(readFileSync(path.join(place, 'index.json'), 'utf8'))).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        {
          mediaType: 'application/vnd.oci.image.index.v1+json',
          digest: set.root.digest,
          size: set.root.bytes.length,
          annotations: { 'org.example.listed': '1', 'org.opencontainers.image.ref.name': 'latest' },
        },
      ],
    })
  })

  it('replaces a layout of one platform, and the other way round', async () => {
    const place = path.join(directory(), 'layout')
    const [amd64, arm64] = await two()
    for (const set of [imageSet([amd64]), imageSet([amd64, arm64]), imageSet([arm64])]) {
      await writeLayout(place, set)
      expect(readdirSync(path.join(place, 'blobs/sha256'))).toHaveLength(blobsOf(set).length)
    }
  })
})

describeWith(['skopeo', 'umoci'], 'an OCI layout of two platforms', () => {
  it('is read by skopeo: the index whole, and the image for each platform', async () => {
    const place = path.join(directory(), 'layout')
    const images = await two()
    const set = imageSet(images)
    await writeLayout(place, set)
    expect(tool('skopeo', ['inspect', '--raw', `oci:${place}:latest`])).toBe(
      new TextDecoder().decode(set.root.bytes),
    )
    for (const { platform, layers } of images) {
      const asked = [`--override-arch=${platform.architecture}`, 'inspect', `oci:${place}:latest`]
      expect(JSON.parse(tool('skopeo', asked))).toMatchObject({
        Architecture: platform.architecture,
        Layers: layers.map(({ digest }) => digest),
      })
    }
  })

  it('is copied whole by skopeo, with the same digests', async () => {
    const parent = directory()
    const set = imageSet(await two())
    await writeLayout(path.join(parent, 'layout'), set)
    tool('skopeo', ['copy', '--all', `oci:${parent}/layout:latest`, `oci:${parent}/copy:latest`])
    expect(readdirSync(path.join(parent, 'copy/blobs/sha256')).sort()).toEqual(
      readdirSync(path.join(parent, 'layout/blobs/sha256')).sort(),
    )
  })
})

describeWith(['mount', 'umount'], 'writeLayout where it cannot', () => {
  it.each([
    { name: 'no space is left', options: 'size=16k', problem: /no space/ },
    { name: 'the file system is read-only', options: 'ro', problem: /read-only/ },
  ])('says that $name', async ({ options, problem }) => {
    const mounted = directory()
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mounted])
    try {
      const big = await image({ ...SMALL, bytes: Buffer.alloc(100_000) })
      for (const place of [path.join(mounted, 'layout'), path.join(mounted, 'x', 'y', 'layout')]) {
        const refused = writeLayout(place, imageSet([big]))
        await expect(refused).rejects.toEqual(aFailure('write', { fields: { file: place }, why: problem }))
      }
      expect(readdirSync(mounted, { recursive: true }).filter(name => name.includes('layout'))).toEqual([])
    } finally {
      execFileSync('umount', [mounted])
    }
  })
})

describeWith(['skopeo', 'umoci', 'runc', 'gcc'], 'an OCI layout', () => {
  const place = path.join(directory(), 'layout')
  let written: Image
  beforeAll(async () => {
    const config = {
      ...PLAIN_CONFIG,
      args: ['with', 'arguments'],
      workdir: '/srv/here',
      volumes: ['/data'],
      labels: { a: 'b' },
    }
    const files = filesEntries([], config, [{ name: 'whoami' }])
    if (!files.ok) throw new Error(reasonWords(files.problem))
    written = await image(staticProgram(), { config, files: files.value, created: 1_700_000_000 })
    await writeLayout(place, imageSet([written]))
  })

  it('is read by skopeo', () => {
    expect(JSON.parse(tool('skopeo', ['inspect', `oci:${place}:latest`]))).toMatchObject({
      Digest: written.manifest.digest,
      Created: '2023-11-14T22:13:20Z',
      Labels: { a: 'b' },
      Architecture: 'amd64',
      Layers: written.layers.map(({ digest }) => digest),
    })
    expect(tool('skopeo', ['inspect', '--raw', `oci:${place}`])).toBe(
      new TextDecoder().decode(written.manifest.bytes),
    )
  })

  it('is read by umoci', () => {
    expect(tool('umoci', ['stat', '--image', `${place}:latest`])).toContain('bantam: binaries')
  })

  it('is unpacked by umoci with the owners and modes that were asked for', () => {
    withBundle(`${place}:latest`, bundle => {
      const of = (name: string) => {
        const { mode, uid, gid } = statSync(path.join(bundle, 'rootfs', name))
        return `${(mode & 0o7777).toString(8)} ${uid}:${gid}`
      }
      expect(['/whoami', '/srv', '/srv/here', '/data', '/tmp', '/etc/passwd'].map(of)).toEqual([
        '755 0:0',
        '755 0:0',
        '755 65532:65532',
        '755 65532:65532',
        '1777 0:0',
        '644 0:0',
      ])
    })
  })

  it('runs as 65532, in its directory, with its arguments', async () => {
    expect(await runImage(`${place}:latest`)).toEqual({
      exitCode: 0,
      output: '65532:65532 /srv/here with arguments\n',
    })
  })
})

describeWith(['crane', 'docker-registry', 'skopeo'], 'an OCI layout, once it is pushed', () => {
  it('passes crane’s validation, whether crane or skopeo pushed it', async () => {
    const place = path.join(directory(), 'layout')
    const written = await image({ ...SMALL, packed: false })
    await writeLayout(place, imageSet([written]))
    const registry = await startRegistry()
    try {
      const [byCrane, bySkopeo] = [`${registry.address}/by/crane:v1`, `${registry.address}/by/skopeo:v1`]
      tool('crane', ['push', '--insecure', place, byCrane])
      tool('skopeo', ['copy', '--dest-tls-verify=false', `oci:${place}:latest`, `docker://${bySkopeo}`])
      for (const reference of [byCrane, bySkopeo]) {
        expect(tool('crane', ['validate', '--insecure', '--remote', reference])).toContain('PASS')
        expect(tool('crane', ['digest', '--insecure', reference]).trim()).toBe(written.manifest.digest)
      }
    } finally {
      await registry.stop()
    }
  })
})
