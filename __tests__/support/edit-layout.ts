import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
}

export interface EditableManifest {
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
  readonly annotations: Readonly<Record<string, string>>
}

export interface EditableConfig {
  readonly config: Readonly<Record<string, unknown>>
  readonly rootfs: { readonly diff_ids: readonly string[] }
}

export interface LayoutEdits {
  readonly annotations?: (annotations: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  readonly config?: (config: EditableConfig) => object
  /** Of the tar of each layer; the same tar leaves the layer as it is. */
  readonly layer?: (tar: Buffer, at: number) => Buffer
  /** Compresses every layer again, in another way. */
  readonly recompress?: boolean
}

/** A copy of a layout of one image, changed by hand, in which every digest is right. */
export function editLayout(layout: string, edits: LayoutEdits): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-edited-')), 'image')
  cpSync(layout, copy, { recursive: true })
  const blob = (digest: string) => path.join(copy, 'blobs', digest.replace(':', '/'))
  const put = (mediaType: string, bytes: Uint8Array): Descriptor => {
    const digest = digestOf(bytes)
    writeFileSync(blob(digest), bytes)
    return { mediaType, digest, size: bytes.length }
  }
  const read = (digest: string): unknown => JSON.parse(readFileSync(blob(digest), 'utf8'))
  const place = path.join(copy, 'index.json')
  const index = JSON.parse(readFileSync(place, 'utf8')) as { manifests: [Descriptor] }
  const [listed] = index.manifests
  const manifest = read(listed.digest) as EditableManifest
  const config = read(manifest.config.digest) as EditableConfig
  const layers = manifest.layers.map((layer, at) => {
    const tar = gunzipSync(readFileSync(blob(layer.digest)))
    const edited = edits.layer?.(tar, at) ?? tar
    const same = edited.equals(tar) && edits.recompress !== true
    return {
      diffId: digestOf(edited),
      layer: same ? layer : put(layer.mediaType, gzipSync(edited, { level: 1 })),
    }
  })
  const withLayers = { ...config, rootfs: { ...config.rootfs, diff_ids: layers.map(({ diffId }) => diffId) } }
  const newConfig = put(manifest.config.mediaType, json(edits.config?.(withLayers) ?? withLayers))
  const newManifest = put(
    listed.mediaType,
    json({
      ...manifest,
      config: newConfig,
      layers: layers.map(({ layer }) => layer),
      annotations: edits.annotations?.(manifest.annotations) ?? manifest.annotations,
    }),
  )
  writeFileSync(place, json({ ...index, manifests: [{ ...listed, ...newManifest }] }))
  return copy
}

function json(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Changes the text of one annotation. */
export function annotation(name: string, change: (text: string) => string): LayoutEdits {
  return { annotations: all => ({ ...all, [name]: change(all[name] ?? '') }) }
}
