import type { Metric } from '../declare/budget.ts'
import type { BreakdownKind } from '../weigh-in/weigh-in.ts'

export type SizeChange = 'grown' | 'shrunk' | 'unchanged'
export type Change = SizeChange | 'added' | 'removed'

/** An ELF file comes in steps of 4 KiB. */
const RAW_BAND = 4096
const LEAST_SHARE = 0.001
/** Four pages. A share of a large image has no such bound, and would let every change in that is a little smaller. */
const LARGEST_SHARE = 4 * RAW_BAND

/**
 * Other bytes that say nothing, as measured: what UPX and gzip make of a few functions more differs by up to 2 KiB in either
 * direction; memory at the start differs from run to run in its second decimal of MB. The bytes of a function are exact but
 * for its alignment of at most 32 bytes and its share of tables that it has in common with others. Of headers `padding.ts`
 * tells what is noise.
 */
const BANDS: Readonly<Partial<Record<Metric | BreakdownKind, number>>> = {
  download: 2048,
  memory: 100_000,
  function: 64,
  header: Infinity,
}

/** Whether a difference of `delta` bytes from `before` is within what nobody changed anything for. */
export function isNoise(of: Metric | BreakdownKind, before: number, delta: number): boolean {
  const share = Math.min(LEAST_SHARE * before, LARGEST_SHARE)
  return Math.abs(delta) <= Math.max(BANDS[of] ?? RAW_BAND, share)
}

/** What to call it. */
export function changeOf(of: Metric | BreakdownKind, before: number, delta: number): SizeChange {
  if (isNoise(of, before, delta)) return 'unchanged'
  return delta > 0 ? 'grown' : 'shrunk'
}
