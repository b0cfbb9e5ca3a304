/** A change that a layer makes to the files below it, with whatever is known of the file. Paths are absolute and clean. */
export type Change<Value> =
  | { readonly kind: 'directory' | 'leaf'; readonly path: string; readonly value: Value }
  | { readonly kind: 'symlink'; readonly path: string; readonly target: string; readonly value: Value }
  | { readonly kind: 'hard link'; readonly path: string; readonly target: string }
  /** Removes the file at `path` of earlier layers. */
  | { readonly kind: 'whiteout'; readonly path: string }
  /** Removes everything that earlier layers have below `path`. */
  | { readonly kind: 'opaque'; readonly path: string }

export type OverlayNode<Value> = OverlayDirectory<Value> | OverlayLeaf<Value>

export interface OverlayDirectory<Value> {
  readonly kind: 'directory'
  readonly children: Map<string, OverlayNode<Value>>
  /** `null`: no layer lists the directory, it is only the parent of something. */
  readonly value: Value | null
}

/** Names of one file share one leaf. */
export type OverlayLeaf<Value> =
  | { readonly kind: 'leaf'; readonly value: Value; readonly layer: number }
  | { readonly kind: 'symlink'; readonly value: Value; readonly layer: number; readonly target: string }

/** Limits on links, as in the kernel, and on the names they lead through. They bound the work for hostile layers. */
const MAX_LINKS = 40
const MAX_NAMES = 256

/** Combines the layers as overlayfs shows them: later ones win, and whiteouts remove files of earlier layers. */
export function overlay<Value>(layers: readonly (readonly Change<Value>[])[]): OverlayDirectory<Value> {
  const root = directory<Value>(null)
  layers.forEach((changes, layer) => {
    // Whiteouts only apply to earlier layers, wherever they stand in the tar, so they come first.
    for (const change of changes) takeAway(root, change)
    for (const change of changes) put(root, change, layer)
  })
  return root
}

function directory<Value>(value: Value | null): OverlayDirectory<Value> {
  return { kind: 'directory', children: new Map(), value }
}

function takeAway<Value>(root: OverlayDirectory<Value>, change: Change<Value>): void {
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

function put<Value>(root: OverlayDirectory<Value>, change: Change<Value>, layer: number): void {
  if (change.kind === 'whiteout' || change.kind === 'opaque') return
  const names = namesIn(change.path)
  const name = names.pop()
  if (name === undefined) return
  const { children } = parentFor(root, names, layer)
  switch (change.kind) {
    case 'directory': {
      const there = children.get(name)
      children.set(
        name,
        there?.kind === 'directory' ? { ...there, value: change.value } : directory(change.value),
      )
      return
    }
    case 'leaf':
      children.set(name, { kind: 'leaf', value: change.value, layer })
      return
    case 'symlink':
      children.set(name, { kind: 'symlink', value: change.value, target: change.target, layer })
      return
    case 'hard link': {
      const target = find(root, namesIn(change.target))
      // A link to a missing target adds no file. Tools that extract layers would refuse it.
      if (target !== null && target.kind !== 'directory') children.set(name, target)
    }
  }
}

/**
 * Finds or creates the parent directory. A symlink of the same layer is followed; one of an earlier layer is replaced,
 * as in overlayfs.
 */
function parentFor<Value>(
  root: OverlayDirectory<Value>,
  names: readonly string[],
  layer: number,
): OverlayDirectory<Value> {
  let at = root
  const path: OverlayDirectory<Value>[] = []
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
    const next: OverlayDirectory<Value> = child?.kind === 'directory' ? child : directory<Value>(null)
    if (next !== child) at.children.set(name, next)
    path.push(at)
    at = next
  }
  return at
}

function find<Value>(root: OverlayDirectory<Value>, names: readonly string[]): OverlayNode<Value> | null {
  let at: OverlayNode<Value> = root
  for (const name of names) {
    const child: OverlayNode<Value> | undefined = at.kind === 'directory' ? at.children.get(name) : undefined
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

/** Every node below the root with its absolute path, in no order that means anything. */
export function* nodesOf<Value>(
  root: OverlayDirectory<Value>,
): Generator<{ readonly path: string; readonly node: OverlayNode<Value> }> {
  const left: { readonly path: string; readonly node: OverlayNode<Value> }[] = [{ path: '', node: root }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, node } = next
    if (node !== root) yield next
    if (node.kind === 'directory')
      for (const [name, child] of node.children) left.push({ path: `${path}/${name}`, node: child })
  }
}
