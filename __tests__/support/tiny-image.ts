import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Platform } from '../../src/declare/platform.ts'
import type { Blob } from '../../src/image/blob.ts'
import type { Digest } from '../../src/weigh-in/digest.ts'
import type { Image } from '../../src/image/image.ts'
import type { Layer, LayerKind } from '../../src/image/layer.ts'

/** A valid image of two layers with one file each, written by hand: what registries are tested with. */
export function tinyImage(
  content: string,
  platform: Platform = { os: 'linux', architecture: 'amd64' },
): Image {
  const layers = [layer('base', 'base.txt', 'the same in every image'), layer('binaries', 'app.txt', content)]
  const config = blob('application/vnd.oci.image.config.v1+json', {
    ...platform,
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  })
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = blob(mediaType, {
    schemaVersion: 2,
    mediaType,
    config: descriptor(config),
    layers: layers.map(descriptor),
  })
  return { platform, layers, config, manifest }
}

function layer(what: LayerKind, name: string, content: string): Layer {
  const tar = Buffer.concat([
    header(name, content.length),
    Buffer.alloc(Math.ceil(content.length / 512) * 512),
    Buffer.alloc(1024),
  ])
  tar.write(content, 512)
  const bytes = gzipSync(tar)
  const files = [{ path: `/${name}`, bytes: content.length }]
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip'
  return { mediaType, digest: digest(bytes), bytes, diffId: digest(tar), what, files }
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(512)
  const fields = [
    [0, name],
    [100, '0000644\0'],
    [108, '0000000\0'],
    [116, '0000000\0'],
    [124, `${size.toString(8).padStart(11, '0')}\0`],
    [136, '00000000000\0'],
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\x0000'],
  ] as const
  for (const [at, text] of fields) block.write(text, at, 'latin1')
  const sum = block.reduce((sum, byte) => sum + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function blob(mediaType: string, value: unknown): Blob {
  const bytes = Buffer.from(JSON.stringify(value))
  return { mediaType, digest: digest(bytes), bytes }
}

function descriptor({ mediaType, digest, bytes }: Blob) {
  return { mediaType, digest, size: bytes.byteLength }
}

export function digest(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
