import type { Capabilities } from '../declare/capabilities.ts'
import type { KeptProgram, LayerEntry } from './layer-entry.ts'

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
interface Content {
  readonly mode: number
  readonly bytes: number
  readonly layer: number
  readonly program: KeptProgram | null
  readonly capabilities?: Capabilities
}

type Node = Directory | Leaf

interface Directory {
  readonly kind: 'directory'
  readonly children: Map<string, Node>
}

type Leaf =
  | { readonly kind: 'file'; readonly content: Content }
  | { readonly kind: 'symlink'; readonly target: string; readonly layer: number }
  | { readonly kind: 'special' }

/** Limits on links, as in the kernel, and on the names they lead through. They bound the work for hostile layers. */
const MAX_LINKS = 40
const MAX_NAMES = 256

/**
 * Combines the layers as overlayfs shows them: later ones win, and whiteouts remove files of earlier layers. Files are
 * in byte order of their paths; their bytes add up to what the image shows.
 */
export function fileSystemOf(layers: readonly (readonly LayerEntry[])[]): readonly ImageFile[] {
  const root = directory()
  layers.forEach((changes, layer) => {
    // Whiteouts only apply to earlier layers, wherever they stand in the tar, so they come first.
    for (const change of changes) takeAway(root, change)
    for (const change of changes) put(root, change, layer)
  })
  return listFiles(root)
}

function directory(): Directory {
  return { kind: 'directory', children: new Map() }
}

function takeAway(root: Directory, change: LayerEntry): void {
  if (change.kind !== 'whiteout' && change.kind !== 'opaque') return
  const names = namesIn(change.path)
  if (change.kind === 'opaque') {
    const emptied = find(root, names)
    if (emptied?.kind === 'directory') emptied.children.clear()
    return
  }
  const name = names.pop()
  const parent = find(root, names)
  if (name !== undefined && parent?.kind === 'directory') parent.children.delete(name)
}

function put(root: Directory, change: LayerEntry, layer: number): void {
  if (change.kind === 'whiteout' || change.kind === 'opaque') return
  const names = namesIn(change.path)
  const name = names.pop()
  if (name === undefined) return
  const parent = parentFor(root, names, layer)
  switch (change.kind) {
    case 'directory':
      if (parent.children.get(name)?.kind !== 'directory') parent.children.set(name, directory())
      return
    case 'file':
      parent.children.set(name, { kind: 'file', content: { ...contentOf(change), layer } })
      return
    case 'symlink':
      parent.children.set(name, { kind: 'symlink', target: change.target, layer })
      return
    case 'special':
      parent.children.set(name, { kind: 'special' })
      return
    case 'hard link': {
      const target = find(root, namesIn(change.target))
      // A link to a missing target adds no file. Tools that extract layers would refuse it.
      if (target !== null && target.kind !== 'directory') parent.children.set(name, target)
    }
  }
}

function contentOf({ mode, bytes, program, capabilities }: Extract<LayerEntry, { kind: 'file' }>) {
  return { mode, bytes, program, ...(capabilities === undefined ? {} : { capabilities }) }
}

/**
 * Finds or creates the parent directory. A symlink of the same layer is followed; one of an earlier layer is replaced,
 * as in overlayfs.
 */
function parentFor(root: Directory, names: readonly string[], layer: number): Directory {
  let at = root
  const path: Directory[] = []
  const rest = names.toReversed()
  for (let links = 0; rest.length > 0;) {
    const name = rest.pop() ?? ''
    if (name === '..') {
      at = path.pop() ?? root
      continue
    }
    const child = at.children.get(name)
    if (child?.kind === 'symlink' && child.layer === layer && links < MAX_LINKS && rest.length < MAX_NAMES) {
      links += 1
      if (child.target.startsWith('/')) {
        at = root
        path.length = 0
      }
      rest.push(...rawNames(child.target).toReversed())
      continue
    }
    const next = child?.kind === 'directory' ? child : directory()
    if (next !== child) at.children.set(name, next)
    path.push(at)
    at = next
  }
  return at
}

function find(root: Directory, names: readonly string[]): Node | null {
  let at: Node = root
  for (const name of names) {
    const child: Node | undefined = at.kind === 'directory' ? at.children.get(name) : undefined
    if (child === undefined) return null
    at = child
  }
  return at
}

function namesIn(path: string): string[] {
  return path.split('/').filter(name => name !== '')
}

function rawNames(target: string): string[] {
  return namesIn(target).filter(name => name !== '.')
}

function listFiles(root: Directory): readonly ImageFile[] {
  const found: { readonly path: string; readonly content: Content }[] = []
  const left: { readonly path: string; readonly node: Node }[] = [{ path: '', node: root }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, node } = next
    if (node.kind === 'file') found.push({ path, content: node.content })
    if (node.kind === 'directory')
      for (const [name, child] of node.children) left.push({ path: `${path}/${name}`, node: child })
  }
  const first = new Map<Content, string>()
  return found
    .map(file => ({ ...file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ path, content }) => {
      const linkTo = first.get(content) ?? null
      if (linkTo === null) first.set(content, path)
      return { path, ...content, bytes: linkTo === null ? content.bytes : 0, linkTo }
    })
}
