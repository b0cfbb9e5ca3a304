import type { PageNode } from './page-node.ts'

/** The result of a search in a tree. */
export interface Found {
  readonly parts: ReadonlySet<PageNode>
  /** The parts that were found and their ancestors, which must not fade. */
  readonly lit: ReadonlySet<PageNode>
  /** The bytes of all of them, each counted once. */
  readonly bytes: number
}

/** The words are kept as bits of one number, which has room for no more than this. */
const MOST_WORDS = 30

/**
 * Finds parts by words. Each word must be in the name of the part or of one of its ancestors, and at least one in the
 * part's own name. So `http server` finds the functions and packages of net/http that deal with servers.
 */
export function find(parts: readonly PageNode[], query: string): Found | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const all = 2 ** words.length - 1
  const seen = new Map<PageNode | null, number>([[null, 0]])
  const found: PageNode[] = []
  for (const part of parts) {
    const own = wordsIn(part, words)
    const together = own | (seen.get(part.parent) ?? 0)
    seen.set(part, together)
    if (own !== 0 && together === all) found.push(part)
  }
  return { parts: new Set(found), lit: litBy(found), bytes: bytesOf(found) }
}

function wordsIn({ name, version }: PageNode, words: readonly string[]): number {
  const text = `${name} ${version ?? ''}`.toLowerCase()
  return words.reduce((bits, word, index) => (text.includes(word) ? bits | (1 << index) : bits), 0)
}

function litBy(found: readonly PageNode[]): ReadonlySet<PageNode> {
  const lit = new Set<PageNode>()
  for (const part of found) {
    for (let at: PageNode | null = part; at !== null && !lit.has(at); at = at.parent) lit.add(at)
  }
  return lit
}

function bytesOf(found: readonly PageNode[]): number {
  const set = new Set(found)
  const within = (part: PageNode | null): boolean => part !== null && (set.has(part) || within(part.parent))
  return found.reduce((sum, part) => (within(part.parent) ? sum : sum + part.bytes), 0)
}
