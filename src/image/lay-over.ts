import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { Entry } from './entry.ts'
import type { EntryTree } from './entry-tree.ts'
import { parents } from './tree.ts'

/** The kernel follows at most this many links. */
const MAX_LINKS = 40

/**
 * Places entries into the files of a base. A runtime would put a directory in place of a link, so a path below a link of
 * the base (`/bin/api` where `/bin` is `usr/bin`) is written as the link leads, and a directory of the base that is the
 * parent of something is repeated as the base has it.
 */
export function layOver(base: EntryTree, entries: readonly Entry[]): Parsed<readonly Entry[]> {
  const placed = new Map<string, Entry>()
  for (const entry of entries) {
    const path = placeIn(base, entry)
    if (path === null)
      return problem(`"${entry.path}" cannot be put into the base, whose links lead in a circle`)
    const there = base.get(path)
    const before = placed.get(path)
    if (before !== undefined && !(before.kind === 'directory' && entry.kind === 'directory'))
      return problem(
        `"${before.path}" and "${entry.path}" are one place in the base; write another destination`,
      )
    if (there?.kind === 'directory' && entry.kind !== 'directory')
      return problem(`"${entry.path}" is a directory of the base, and cannot be replaced by a ${entry.kind}`)
    if (there !== undefined && there.kind !== 'directory' && entry.kind === 'directory')
      return problem(`"${entry.path}" is a ${there.kind} of the base, and cannot be replaced by a directory`)
    placed.set(path, there?.kind === 'directory' && isPlain(entry) ? there : { ...entry, path })
  }
  for (const path of Array.from(placed.keys())) {
    for (const parent of parents(path)) {
      const there = base.get(parent)
      if (there === undefined || placed.has(parent)) continue
      if (there.kind !== 'directory')
        return problem(`"${path}" cannot be put below "${parent}", a ${there.kind} of the base`)
      placed.set(parent, there)
    }
  }
  return parsed([...placed.values()])
}

/** Whether a directory has no mode and owner of its own, so that one of the base keeps what it has. */
function isPlain({ kind, mode, uid, gid }: Entry): boolean {
  return kind === 'directory' && mode === 0o755 && uid === 0 && gid === 0
}

/** Returns the path of an entry without links along it; `null` if they lead in a circle. */
export function placeIn(base: EntryTree, { path, kind }: Pick<Entry, 'path' | 'kind'>): string | null {
  const rest = namesIn(path).toReversed()
  let at: readonly string[] = []
  let links = 0
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (name === '.') continue
    const next = name === '..' ? at.slice(0, -1) : [...at, name]
    const there = base.get(`/${next.join('/')}`)
    const isLast = rest.length === 0
    // A file takes the place of a link. A directory is the one that the link leads to.
    if (there?.kind !== 'symlink' || (isLast && kind !== 'directory')) {
      at = next
      continue
    }
    links += 1
    if (links > MAX_LINKS) return null
    if (there.target.startsWith('/')) at = []
    rest.push(...namesIn(there.target).toReversed())
  }
  return `/${at.join('/')}`
}

function namesIn(path: string): readonly string[] {
  return path.split('/').filter(name => name !== '')
}
