import { byBytes } from './byte-order.ts'
import type { Entry } from './entry.ts'
import type { EntryTree } from './entry-tree.ts'
import { type Change, nodesOf, overlay } from './overlay.ts'

/** A change of a base's layer with the entry that it puts there; `null` for a device, a FIFO or a socket. */
export type BaseChange = Change<Entry | null>

/** Combines the layers of a base to the files that a container would have. Devices and the like are left out. */
export function baseTree(layers: readonly (readonly BaseChange[])[]): EntryTree {
  const tree = new Map<string, Entry>([['/', directoryAt('/')]])
  const names = new Map<Entry, string>()
  const nodes = [...nodesOf(overlay(layers))].toSorted((one, other) => byBytes(one.path, other.path))
  for (const { path, node } of nodes) {
    const { value } = node
    if (value === null) {
      if (node.kind === 'directory') tree.set(path, directoryAt(path))
      continue
    }
    const first = names.get(value)
    names.set(value, first ?? path)
    tree.set(path, value.path === path && first === undefined ? value : named(value, path, first))
  }
  return tree
}

/** The same file under this name. Its bytes are still read only when they are asked for. */
function named(entry: Entry, path: string, first: string | undefined): Entry {
  if (entry.kind !== 'file') return { ...entry, path }
  const { kind, mode, uid, gid, content } = entry
  return {
    kind,
    path,
    mode,
    uid,
    gid,
    ...(content === undefined ? {} : { content }),
    ...(first === undefined ? {} : { linkTo: first }),
    get bytes() {
      return entry.bytes
    },
  }
}

function directoryAt(path: string): Entry {
  return { kind: 'directory', path, mode: 0o755, uid: 0, gid: 0 }
}
