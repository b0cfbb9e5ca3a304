import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import type { Blob } from '../../src/image/blob.ts'
import type { Digest } from '../../src/weigh-in/digest.ts'
import { tarOf, type RawEntry } from './archives.ts'
import { digest } from './tiny-image.ts'

/** An image by hand, so that it may be as right or as wrong as the test wants it. */
export interface HandMade {
  readonly manifest: Blob
  readonly config: Blob
  readonly layers: readonly Blob[]
}

export interface ImagePlan {
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
  readonly compression?: 'gzip' | 'zstd' | 'none'
  /** Docker's media types in place of OCI's. */
  readonly docker?: boolean
  /** In place of what would be right. */
  readonly diffIds?: readonly Digest[]
  readonly manifest?: object
  readonly config?: object
}

/** Each layer is a list of tar entries, or the bytes of a tar. */
export function handMade(layers: readonly (readonly RawEntry[] | Buffer)[], plan: ImagePlan = {}): HandMade {
  const { platform = { os: 'linux', architecture: 'amd64' }, compression = 'gzip', docker = false } = plan
  const tars = layers.map(layer => (Buffer.isBuffer(layer) ? layer : tarOf(layer)))
  const blobs = tars.map(tar => blobOf(layerType(docker, compression), COMPRESS[compression](tar)))
  const config = jsonBlobOf(
    docker ? 'application/vnd.docker.container.image.v1+json' : 'application/vnd.oci.image.config.v1+json',
    {
      ...platform,
      config: { Entrypoint: ['/app'] },
      rootfs: { type: 'layers', diff_ids: plan.diffIds ?? tars.map(digest) },
      ...plan.config,
    },
  )
  const mediaType = docker
    ? 'application/vnd.docker.distribution.manifest.v2+json'
    : 'application/vnd.oci.image.manifest.v1+json'
  const manifest = jsonBlobOf(mediaType, {
    schemaVersion: 2,
    mediaType,
    config: descriptor(config),
    layers: blobs.map(descriptor),
    ...plan.manifest,
  })
  return { manifest, config, layers: blobs }
}

const COMPRESS = {
  gzip: (bytes: Buffer) => gzipSync(bytes),
  zstd: (bytes: Buffer) => zstdCompressSync(bytes),
  none: (bytes: Buffer) => bytes,
}

function layerType(docker: boolean, compression: 'gzip' | 'zstd' | 'none'): string {
  if (docker)
    return `application/vnd.docker.image.rootfs.diff.tar${compression === 'none' ? '' : `.${compression}`}`
  return `application/vnd.oci.image.layer.v1.tar${compression === 'none' ? '' : `+${compression}`}`
}

export function blobOf(mediaType: string, bytes: Uint8Array): Blob {
  return { mediaType, bytes, digest: digest(bytes) }
}

export function jsonBlobOf(mediaType: string, value: object): Blob {
  return blobOf(mediaType, Buffer.from(JSON.stringify(value)))
}

export function descriptor({ mediaType, digest, bytes }: Blob) {
  return { mediaType, digest, size: bytes.length }
}

export function blobsOf({ manifest, config, layers }: HandMade): readonly Blob[] {
  return [manifest, config, ...layers]
}

export function indexBlob(manifests: readonly object[]): Blob {
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  return jsonBlobOf(mediaType, { schemaVersion: 2, mediaType, manifests })
}

/** The files of a layout, by their names: a directory or a tar is made of them. */
export function layoutFiles(manifests: readonly object[], blobs: readonly Blob[]): readonly RawEntry[] {
  return [
    { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
    { name: 'index.json', content: Buffer.from(indexBlob(manifests).bytes) },
    ...[...new Map(blobs.map(blob => [blob.digest, blob])).values()].map(blob => ({
      name: `blobs/sha256/${blob.digest.slice(7)}`,
      content: blob.bytes,
    })),
  ]
}

/** A layout of one image. */
export function layoutOf(image: HandMade): readonly RawEntry[] {
  return layoutFiles([descriptor(image.manifest)], blobsOf(image))
}

export function writeTree(files: readonly RawEntry[]): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-tree-'))
  for (const { name, content = '' } of files) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), content)
  }
  return directory
}

export function writeTemporary(name: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-file-')), name)
  writeFileSync(file, content)
  return file
}
