import { gzipSync, zstdCompressSync } from 'node:zlib'
import { tarOf, type RawEntry } from '../../__tests__/support/archives.ts'
import { blobOf, descriptor, indexBlob, jsonBlobOf, layoutFiles } from '../../__tests__/support/layouts.ts'
import { digest } from '../../__tests__/support/tiny-image.ts'
import type { Blob } from '../../src/image/blob.ts'
import { TAR_SEEDS } from './archive-seeds.ts'
import { binarySeeds } from './binary-seeds.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateJson } from './mutate-json.ts'
import { mutateTar } from './mutate-tar.ts'
import { pick, type Random } from './random.ts'

const { functionTable, packed } = binarySeeds()
const PROGRAMS = [...functionTable, ...packed]
const PLACES = ['bin/app', 'bin/other', 'a\u001b[31m\nb\u009b\u202e']
const OCI = 'application/vnd.oci.image'

/** An image with something wrong in some of its parts, whose digests are right for what is in it. */
interface WrongImage {
  readonly manifest: Blob
  readonly config: Blob
  readonly layers: readonly Blob[]
}

function wrongImage(random: Random): WrongImage {
  const tars = Array.from({ length: 1 + random(3) }, () => wrongLayer(random))
  const layers = tars.map(tar => compressed(tar, random))
  const config = documentOf(`${OCI}.config.v1+json`, random, {
    architecture: 'amd64',
    os: 'linux',
    config: {
      Entrypoint: ['/bin/app'],
      Env: ['A=b'],
      Labels: { 'org.opencontainers.image.revision': 'abc' },
    },
    rootfs: { type: 'layers', diff_ids: tars.map(digest) },
  })
  const manifest = documentOf(`${OCI}.manifest.v1+json`, random, {
    schemaVersion: 2,
    config: descriptor(config),
    layers: layers.map(descriptor),
    annotations: { a: 'b' },
  })
  return { manifest, config, layers }
}

function wrongLayer(random: Random): Buffer {
  const program = {
    name: pick(random, PLACES),
    mode: 0o755,
    content: mutateBytes(pick(random, PROGRAMS), random),
  }
  const tar = random(2) === 0 ? tarOf([program]) : pick(random, TAR_SEEDS)
  return random(3) === 0 ? Buffer.from(mutateTar(tar, random)) : tar
}

function compressed(tar: Buffer, random: Random): Blob {
  const [suffix, bytes] = pick<() => [string, Buffer]>(random, [
    () => ['+gzip', gzipSync(tar, { level: 1 })],
    () => ['+zstd', zstdCompressSync(tar)],
    () => ['', tar],
  ])()
  return blobOf(`${OCI}.layer.v1.tar${suffix}`, random(10) === 0 ? mutateBytes(bytes, random) : bytes)
}

function documentOf(mediaType: string, random: Random, value: object): Blob {
  return random(5) === 0 ? blobOf(mediaType, mutateJson(value, random)) : jsonBlobOf(mediaType, value)
}

/** The files of an OCI layout. */
export function wrongLayout(random: Random): readonly RawEntry[] {
  const { manifest, config, layers } = wrongImage(random)
  const listed = { ...descriptor(manifest), platform: { os: 'linux', architecture: 'amd64' } }
  const inner = indexBlob(random(3) === 0 ? [listed, listed] : [listed])
  const top = random(4) === 0 ? descriptor(inner) : random(2) === 0 ? listed : descriptor(manifest)
  const files = layoutFiles([top], [manifest, config, ...layers, inner])
  return files.map(file =>
    file.name === 'index.json' && random(5) === 0
      ? { ...file, content: mutateJson(JSON.parse(String(file.content)), random) }
      : file,
  )
}

/** What `docker save` wrote before Docker 25. */
export function wrongSaved(random: Random): Uint8Array {
  const { config, layers } = wrongImage(random)
  const names = layers.map((_, index) => `${index}/layer.tar`)
  const manifest = [{ Config: 'config.json', RepoTags: ['a:b'], Layers: names }]
  const linked = random(4) === 0
  return maybeWrong(random, [
    {
      name: 'manifest.json',
      content: random(4) === 0 ? mutateJson(manifest, random) : JSON.stringify(manifest),
    },
    { name: 'config.json', content: config.bytes },
    ...layers.map(({ bytes }, index) =>
      linked && index > 0
        ? { name: `${index}/layer.tar`, type: '2', link: '../0/layer.tar' }
        : { name: `${index}/layer.tar`, content: bytes },
    ),
  ])
}

export function wrongArchive(random: Random): Uint8Array {
  return maybeWrong(random, wrongLayout(random))
}

function maybeWrong(random: Random, entries: readonly RawEntry[]): Uint8Array {
  const tar = tarOf(entries)
  const bytes = random(4) === 0 ? mutateTar(tar, random) : tar
  return random(4) === 0 ? gzipSync(bytes, { level: 1 }) : bytes
}
