import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { Executable } from './executable.ts'

/** How much is known about a program after reading it. */
export type Known =
  /** Go built it, and its packages are known. */
  | { readonly kind: 'Go' }
  /** Only its sections are known, and nothing in it comes from Go. */
  | { readonly kind: 'other' }
  /** `reason` is a clause. `size`: whether the file still has its linked size. */
  | { readonly kind: 'unread'; readonly reason: string; readonly size: boolean }

/** Returns what is known. A program that may be packed or built by Go does not count as one without modules. */
export function knownOf({ elf, buildInfo }: Executable, bytes: Uint8Array, breakdown: Breakdown): Known {
  if (breakdown.children?.some(({ kind }) => kind === 'std' || kind === 'main' || kind === 'module') === true)
    return { kind: 'Go' }
  // Packers remove the sections. Linkers write them, and strip(1) keeps them.
  if (elf.sections.length === 0)
    return {
      kind: 'unread',
      reason: 'it has neither sections nor a function table of Go, so it may be packed',
      size: false,
    }
  if (buildInfo !== null || hasRuntime(bytes))
    return {
      kind: 'unread',
      reason: 'it looks like a program of Go, and its function table cannot be read',
      size: true,
    }
  return { kind: 'other' }
}

export function isSizeKnown(known: Known): boolean {
  return known.kind !== 'unread' || known.size
}

/** Texts of Go's runtime that no tool removes. */
const TEXTS = ['GODEBUG', 'goroutine ', 'GOMAXPROCS']

function hasRuntime(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return TEXTS.every(text => file.includes(text, 0, 'latin1'))
}
