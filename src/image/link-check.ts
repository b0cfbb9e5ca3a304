import { byBytes } from './byte-order.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import type { SymlinkEntry } from './entry.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'
import { parents } from './tree.ts'
import { ZONE_FILES_PATH, ZONES_PATH } from './zones.ts'

/** What the runtime has in every container. */
const OF_THE_RUNTIME = ['/proc', '/dev', '/sys', '/run', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf']

/** What the base layer may have, which is not known before the binaries are read. */
const MAYBE = [CERTIFICATES_PATH, ...parents(ZONES_PATH).slice(-1), ZONE_FILES_PATH]

export interface BrokenLink {
  readonly link: SymlinkEntry
  /** The end of a sentence that begins with the link. */
  readonly because: string
}

/**
 * Finds a link that leads nowhere in the image.
 *
 * @param links some of the tree's
 * @param mounts directories that only a running container has files in
 */
export function brokenLink(
  tree: EntryTree,
  links: readonly SymlinkEntry[],
  mounts: readonly string[],
): BrokenLink | null {
  const later = [...OF_THE_RUNTIME, ...MAYBE, ...mounts]
  const running = withPlaces(tree, later)
  for (const link of links.toSorted((a, b) => byBytes(a.path, b.path))) {
    const found = lookUp(running, link.path, ROOT)
    if (found.kind === 'found' || found.kind === 'closed') continue
    if (found.kind === 'loop') return { link, because: 'leads in a circle' }
    if (found.kind === 'missing' && later.some(place => `${found.path}/`.startsWith(`${place}/`))) continue
    const why = found.kind === 'missing' ? 'is not in the image' : 'is not a directory'
    return { link, because: `leads nowhere, since ${found.path} ${why}` }
  }
  return null
}

/** The tree with what is there later, as directories: whatever a path there ends in. */
function withPlaces(tree: EntryTree, places: readonly string[]): EntryTree {
  const whole = new Map(tree)
  for (const path of places.flatMap(place => [...parents(place), place]))
    if (!whole.has(path)) whole.set(path, { kind: 'directory', path, mode: 0o755, uid: 0, gid: 0 })
  return whole
}
