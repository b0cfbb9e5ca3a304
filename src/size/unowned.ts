import type { BinaryWeight } from '../weigh-in/weigh-in.ts'
import type { Breakdown, BreakdownKind } from '../weigh-in/breakdown.ts'

/**
 * The kinds of data that belong to unknown packages: constant tables, strings, and embedded files of a program that
 * Bantam did not build.
 */
const KINDS: readonly BreakdownKind[] = ['data', 'embed']
const OWNERS: readonly BreakdownKind[] = ['main', 'module', 'std']

/** Whether a node at the top of a binary's tree holds bytes that no limit on a module or package counts. */
export function isUnowned({ kind }: Pick<Breakdown, 'kind'>): boolean {
  return KINDS.includes(kind)
}

/**
 * Returns the bytes of all binaries that no limit on a module or package counts, though a package may own them. `null`
 * if the content of a binary is unknown.
 */
export function unownedBytes(binaries: readonly Pick<BinaryWeight, 'breakdown'>[]): number | null {
  return binaries.reduce<number | null>((sum, { breakdown }) => {
    const children = breakdown?.children ?? []
    if (sum === null || !children.some(({ kind }) => OWNERS.includes(kind))) return null
    return sum + children.filter(isUnowned).reduce((total, { bytes }) => total + bytes, 0)
  }, 0)
}
