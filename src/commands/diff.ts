import type { WeighSpec } from '../declare/declare-weigh.ts'
import type { Host } from '../host/host.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { compare } from './steps/weigh/compare.ts'
import { openThing } from './steps/weigh/open-thing.ts'
import { weighSubject } from './steps/weigh-subject.ts'

/**
 * Compares two things: returns the weigh-in of the second, with its growth over the first.
 *
 * @throws Failure where one cannot be weighed, or they have nothing in common
 */
export async function diff(host: Host, before: string, after: string, spec: WeighSpec): Promise<WeighIn> {
  const weighed = async (thing: string) => {
    const subject = await openThing(host, thing, spec)
    return { thing, weighIn: await weighSubject(host, subject, spec.depth) }
  }
  // One after the other, because each may fill the memory with its binaries.
  const old = await weighed(before)
  return compare(host, old, await weighed(after))
}
