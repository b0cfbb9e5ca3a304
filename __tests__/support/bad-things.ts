import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { weighIn } from '../report/sample.ts'
import { tarOf, type RawEntry } from './archives.ts'
import {
  blobsOf,
  descriptor,
  handMade,
  indexBlob,
  jsonBlobOf,
  layoutFiles,
  layoutOf,
  type HandMade,
} from './layouts.ts'
import { makeElf } from './make-elf.ts'
import { digest } from './tiny-image.ts'

export interface RightThings {
  /** A binary that Go built, and what UPX made of it. */
  readonly program: Buffer
  readonly packed: Buffer
}

const FILE: RawEntry = { name: 'motd', content: 'no program' }

/** Fills a directory with what can be weighed, and with what nearly can. */
export function writeBadThings(directory: string, { program, packed }: RightThings): void {
  const put = (name: string, content: string | Uint8Array) => writeFiles(directory, [{ name, content }])
  const layout = (name: string, files: readonly RawEntry[]) => writeFiles(path.join(directory, name), files)

  const image = handMade([[{ name: 'app', content: program, mode: 0o755 }]])
  const files = handMade([[FILE]])
  put('program', program)
  layout('image', layoutOf(image))
  layout('files', layoutOf(files))

  // No images.
  mkdirSync(path.join(directory, 'empty'))
  put('sources/main.go', 'package main\n')
  put('nothing', '')
  put('text', 'an image, honestly\n')
  put('script', '#!/bin/sh\nexec /app\n')
  put('page.html', '<!doctype html><title>404</title>')
  execFileSync('mkfifo', [path.join(directory, 'pipe')])
  symlinkSync('circle', path.join(directory, 'circle'))

  // Binaries.
  put('cut', program.subarray(0, 5000))
  put('headless', program.subarray(0, 20))
  put('cut-32', makeElf({ bits: 32, segments: [{ type: 1, fileSize: 100_000n }] }).subarray(0, 60))
  put('s390x', makeElf({ littleEndian: false, machine: 22, segmentCount: 60_000 }))
  put('no-build-info', withoutBuildInfo(program))
  put('damaged-packed', damaged(packed))
  layout('damaged-image', layoutOf(handMade([[{ name: 'app', content: damaged(packed), mode: 0o755 }]])))

  layout('many-packed', layoutOf(handMade([manyPacked()])))

  // Layouts.
  const [layer] = image.layers
  if (layer === undefined) throw new Error('the image has no layer')
  layout(
    'no-index',
    layoutOf(image).filter(({ name }) => name !== 'index.json'),
  )
  layout('index-of-text', exchanged(layoutOf(image), 'index.json', 'manifests: []'))
  layout('index-of-list', exchanged(layoutOf(image), 'index.json', '[]'))
  layout('no-images', layoutFiles([], []))
  layout(
    'no-layer',
    layoutOf(image).filter(({ name }) => !name.endsWith(layer.digest.slice(7))),
  )
  layout('changed-layer', exchanged(layoutOf(image), layer.digest.slice(7), layer.bytes.toReversed()))
  layout('cut-layer', exchanged(layoutOf(image), layer.digest.slice(7), layer.bytes.subarray(0, 1000)))
  layout('other-layer', layoutOf(handMade([[FILE]], { diffIds: [digest(Buffer.alloc(1))] })))
  layout('layer-of-text', layoutOf(handMade([Buffer.from('no tar'.repeat(300))])))
  layout(
    'chart',
    layoutOf(
      handMade([[FILE]], {
        manifest: {
          config: { ...descriptor(files.config), mediaType: 'application/vnd.cncf.helm.config.v1+json' },
        },
      }),
    ),
  )
  layout('nested', nested(files, 6))
  layout('two-platforms', twoPlatforms())

  // Archives.
  const archive = tarOf(layoutOf(image))
  put('cut.tar', archive.subarray(0, archive.length / 2))
  put('cut.tar.gz', gzipSync(archive).subarray(0, 2000))
  put('text.gz', gzipSync('no tar\n'.repeat(100)))
  put('sources.tar', tarOf([{ name: 'main.go', content: 'package main\n' }]))
  put('saved.tar', saved([{ Config: 'config.json', RepoTags: ['a:v1'], Layers: ['gone.tar'] }], files))
  put(
    'two-saved.tar',
    saved(
      [
        { Config: 'config.json', RepoTags: ['a:v1'], Layers: [] },
        { Config: 'other.json', RepoTags: ['b:v1'], Layers: [] },
      ],
      files,
    ),
  )

  // Weigh-ins.
  const right = weighIn()
  const json = (name: string, value: unknown) => put(name, JSON.stringify(value))
  json('weigh-in.json', right)
  json('newer.json', { ...right, schemaVersion: 3 })
  json('older.json', { ...right, schemaVersion: 1, bantam: '0.0.9' })
  json('version-as-text.json', { ...right, schemaVersion: '2' })
  json('no-images.json', { ...right, images: [] })
  json('no-sum.json', {
    ...right,
    images: right.images.map(image => ({
      ...image,
      platforms: image.platforms.map(platform => ({
        ...platform,
        breakdown: { ...platform.breakdown, bytes: 1 },
      })),
    })),
  })
  json('package.json', { name: 'x', version: '1.0.0' })
  json('list.json', [right])
  json('manifest.json', JSON.parse(String(image.manifest.bytes)))
  put('cut.json', JSON.stringify(right).slice(0, 500))
  put('wide.json', Buffer.from(JSON.stringify(right), 'utf16le'))
  put('latin.json', Buffer.from('{"schemaVersion":2,"bantam":"é"}', 'latin1'))
  put('deep.json', `{"schemaVersion":2,"images":${'['.repeat(1000)}${']'.repeat(1000)}}`)
}

function writeFiles(directory: string, files: readonly RawEntry[]): void {
  for (const { name, content = '' } of files) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), content)
  }
}

function exchanged(files: readonly RawEntry[], ending: string, content: string | Uint8Array) {
  return files.map(file => (file.name.endsWith(ending) ? { ...file, content } : file))
}

function withoutBuildInfo(program: Buffer): Buffer {
  const bytes = Buffer.from(program)
  const at = bytes.indexOf('\xff Go buildinf:', 0, 'latin1')
  // A length of the version that no file has.
  return bytes.fill(0xff, at + 32, at + 48)
}

/** What UPX would unpack is no longer what it packed. */
function damaged(packed: Buffer): Buffer {
  return Buffer.from(packed).fill(0xff, 2000, 3000)
}

/** With UPX's marks, and nothing in them. */
function manyPacked(): readonly RawEntry[] {
  const marks = Buffer.concat([
    Buffer.from('\0\0\0\0UPX!\0\0\0\0'),
    Buffer.alloc(100),
    Buffer.from('UPX!'),
    Buffer.alloc(28),
  ])
  const content = makeElf({ segments: [{ type: 1, content: marks }] })
  return Array.from({ length: 60 }, (_, index) => ({
    name: `bin/${index}\u001b[31m\u009b`,
    content,
    mode: 0o755,
  }))
}

function nested(image: HandMade, depth: number): readonly RawEntry[] {
  const indexes = [image.manifest]
  for (let level = 0; level < depth; level += 1)
    indexes.unshift(indexBlob([descriptor(indexes[0] ?? image.manifest)]))
  return layoutFiles([descriptor(indexes[0] ?? image.manifest)], [...blobsOf(image), ...indexes])
}

function twoPlatforms(): readonly RawEntry[] {
  const images = ['arm64', 's390x'].map(architecture => ({
    architecture,
    image: handMade([[FILE]], { platform: { os: 'linux', architecture } }),
  }))
  const listed = images.map(({ architecture, image }) => ({
    ...descriptor(image.manifest),
    platform: { os: 'linux', architecture },
  }))
  const index = indexBlob(listed)
  return layoutFiles([descriptor(index)], [index, ...images.flatMap(({ image }) => blobsOf(image))])
}

function saved(manifest: readonly object[], { config }: HandMade): Buffer {
  const other = jsonBlobOf('', { ...JSON.parse(String(config.bytes)), author: 'another' })
  return tarOf([
    { name: 'manifest.json', content: JSON.stringify(manifest) },
    { name: 'config.json', content: config.bytes },
    { name: 'other.json', content: other.bytes },
  ])
}
