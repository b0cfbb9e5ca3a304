import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { digestOf } from '../../src/image/digest.ts'
import type { Image } from '../../src/image/image.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { writeArchive } from '../../src/output/archive.ts'
import { writeLayout } from '../../src/output/layout.ts'
import { baseFor, baseLayout, imageOn, openedBase } from '../support/base-images.ts'
import { testHost } from '../support/host.ts'
import { tool, withBundle } from '../support/oci-tools.ts'
import { describeWith } from '../support/tools.ts'

const PLATFORM = { os: 'linux', architecture: 'amd64' }

describe('an image on a base', () => {
  let image: Image
  beforeAll(async () => {
    image = await imageOn(await openedBase(baseLayout([[PLATFORM, baseFor(PLATFORM)]])))
  })

  it('is written to a layout with the layers of the base', async () => {
    const place = path.join(testHost().cwd, 'layout')
    await writeLayout(place, imageSet([image]))
    const { baseLayers = [] } = image
    expect(baseLayers).toHaveLength(2)
    for (const { digest, size } of baseLayers) {
      const bytes = readFileSync(path.join(place, 'blobs', digest.replace(':', '/')))
      expect({ digest: digestOf(bytes), size: bytes.length }).toEqual({ digest, size })
    }
  })

  describeWith(['umoci'], 'in a layout', () => {
    it('is unpacked with the files of both, and without what the base took away', async () => {
      const place = path.join(testHost().cwd, 'layout')
      await writeLayout(place, imageSet([image]))
      const listed = withBundle(`${place}:latest`, bundle =>
        tool('find', [path.join(bundle, 'rootfs'), '-type', 'f', '-printf', '/%P %m %U\n']),
      )
      expect(listed.trimEnd().split('\n').toSorted()).toEqual([
        '/api 755 0',
        '/data/seed 644 1000',
        '/etc/group 644 0',
        '/etc/passwd 644 0',
      ])
    })
  })

  describeWith(['skopeo', 'crane'], 'in an archive', () => {
    it('is read by skopeo and crane', async () => {
      const archive = path.join(testHost().cwd, 'x.tar')
      await writeArchive(archive, imageSet([image]), ['x:latest'])
      expect(tool('skopeo', ['inspect', '--raw', `oci-archive:${archive}`])).toBe(
        Buffer.from(image.manifest.bytes).toString(),
      )
      const config = tool('skopeo', ['inspect', '--config', '--raw', `docker-archive:${archive}`])
      expect(digestOf(Buffer.from(config))).toBe(image.config.digest)
      expect(tool('crane', ['validate', '--tarball', archive])).toMatch(/^PASS/)
    })
  })
})
