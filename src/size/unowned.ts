import type { BinaryWeight } from '../weigh-in/weigh-in.ts'
import type { Breakdown, BreakdownKind } from '../weigh-in/breakdown.ts'

/** What is some package's, though nothing tells whose: constant tables, strings, and embedded files of a foreign program. */
const KINDS: readonly BreakdownKind[] = ['data', 'embed']
const OWNERS: readonly BreakdownKind[] = ['main', 'module', 'std']

/** Whether a node at the top of a binary's tree holds bytes that no limit on a module or package counts. */
export function isUnowned({ kind }: Pick<Breakdown, 'kind'>): boolean {
  return KINDS.includes(kind)
}

/**
 * Bytes of all binaries that no limit on a module or package counts, though they may well be of one. `null` where it is not
 * known what is in a binary.
 */
export function unownedBytes(binaries: readonly Pick<BinaryWeight, 'breakdown'>[]): number | null {
  return binaries.reduce<number | null>((sum, { breakdown }) => {
    const children = breakdown?.children ?? []
    if (sum === null || !children.some(({ kind }) => OWNERS.includes(kind))) return null
    return sum + children.filter(isUnowned).reduce((total, { bytes }) => total + bytes, 0)
  }, 0)
}
