import type { Capabilities } from '../declare/capabilities.ts'
import type { KeptProgram, LayerEntry } from './layer-entry.ts'
import { type Change, nodesOf, overlay } from './overlay.ts'

/** A regular file as a container sees it, with all layers combined. */
export interface ImageFile {
  /** Absolute. */
  readonly path: string
  readonly mode: number
  /** 0 for another name of a file that is already listed; see `linkTo`. */
  readonly bytes: number
  /** Index of the layer that holds its bytes. */
  readonly layer: number
  /** `null`: the file is not a program. */
  readonly program: KeptProgram | null
  /** For a hard link, the first path of the same file; `null` for that first path. */
  readonly linkTo: string | null
  readonly capabilities?: Capabilities
}

/** The properties that all names of one file share. */
type Content = Pick<ImageFile, 'mode' | 'bytes' | 'layer' | 'program' | 'capabilities'>

/**
 * Combines the layers as overlayfs shows them. Files are in byte order of their paths; their bytes add up to what the
 * image shows.
 */
export function fileSystemOf(layers: readonly (readonly LayerEntry[])[]): readonly ImageFile[] {
  const root = overlay(layers.map((changes, layer) => changes.map(change => asChange(change, layer))))
  const found: { readonly path: string; readonly content: Content; readonly key: Buffer }[] = []
  for (const { path, node } of nodesOf(root))
    if (node.kind === 'leaf' && node.value !== null)
      found.push({ path, content: node.value, key: Buffer.from(path) })
  const first = new Map<Content, string>()
  return found
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ path, content }) => {
      const linkTo = first.get(content) ?? null
      if (linkTo === null) first.set(content, path)
      return { path, ...content, bytes: linkTo === null ? content.bytes : 0, linkTo }
    })
}

/** The value is `null` for everything that is not a regular file. */
function asChange(change: LayerEntry, layer: number): Change<Content | null> {
  switch (change.kind) {
    case 'file': {
      const { path, mode, bytes, program, capabilities } = change
      const own = capabilities === undefined ? {} : { capabilities }
      return { kind: 'leaf', path, value: { mode, bytes, program, layer, ...own } }
    }
    case 'directory':
      return { kind: 'directory', path: change.path, value: null }
    case 'symlink':
      return { kind: 'symlink', path: change.path, target: change.target, value: null }
    case 'special':
      return { kind: 'leaf', path: change.path, value: null }
    case 'hard link':
      return { kind: 'hard link', path: change.path, target: change.target }
    case 'whiteout':
    case 'opaque':
      return change
  }
}
