import type { Part } from './part.ts'

/** What a search found in a tree. */
export interface Found {
  readonly parts: ReadonlySet<Part>
  /** Found parts, and what they are within: what must not fade. */
  readonly lit: ReadonlySet<Part>
  /** Bytes of all of them, each counted once. */
  readonly bytes: number
}

/** More words than a number has bits would not fit: nobody types as many. */
const MOST_WORDS = 30

/**
 * Every word must be in the name of a part, or of something it is within: `http server` finds the functions and
 * packages of net/http that have to do with servers. At least one word is in the part's own name.
 */
export function find(parts: readonly Part[], query: string): Found | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const all = 2 ** words.length - 1
  const seen = new Map<Part | null, number>([[null, 0]])
  const found: Part[] = []
  for (const part of parts) {
    const own = wordsIn(part, words)
    const together = own | (seen.get(part.parent) ?? 0)
    seen.set(part, together)
    if (own !== 0 && together === all) found.push(part)
  }
  return { parts: new Set(found), lit: litBy(found), bytes: bytesOf(found) }
}

function wordsIn({ name, version }: Part, words: readonly string[]): number {
  const text = `${name} ${version ?? ''}`.toLowerCase()
  return words.reduce((bits, word, index) => (text.includes(word) ? bits | (1 << index) : bits), 0)
}

function litBy(found: readonly Part[]): ReadonlySet<Part> {
  const lit = new Set<Part>()
  for (const part of found) {
    for (let at: Part | null = part; at !== null && !lit.has(at); at = at.parent) lit.add(at)
  }
  return lit
}

function bytesOf(found: readonly Part[]): number {
  const set = new Set(found)
  const within = (part: Part | null): boolean => part !== null && (set.has(part) || within(part.parent))
  return found.reduce((sum, part) => (within(part.parent) ? sum : sum + part.bytes), 0)
}
