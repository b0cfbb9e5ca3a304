import type { WeighSpec } from '../declare/declare-weigh.ts'
import type { Host } from '../host/host.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { compare } from './steps/weigh/compare.ts'
import { openToWeigh } from './steps/weigh/open-to-weigh.ts'
import { weighThing } from './steps/weigh-thing.ts'

/**
 * Compares two things: returns the weigh-in of the second, with its growth over the first.
 *
 * @throws Failure where one cannot be weighed, or they have nothing in common
 */
export async function diff(host: Host, before: string, after: string, spec: WeighSpec): Promise<WeighIn> {
  const weighed = async (thing: string) => {
    const opened = await openToWeigh(host, thing, spec)
    return { thing, weighIn: await weighThing(host, opened, spec.depth) }
  }
  // One after the other, because each may fill the memory with its binaries.
  const old = await weighed(before)
  return compare(host, old, await weighed(after))
}
