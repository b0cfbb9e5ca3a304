import type { WeighSpec } from '../declare/declare-weigh.ts'
import type { Host } from '../host/host.ts'
import { type Judged, judgeWeighIn } from './steps/weigh/judge-weigh-in.ts'
import { openToWeigh } from './steps/weigh/open-to-weigh.ts'
import { weighThing } from './steps/weigh-thing.ts'

/**
 * Weighs a Go image or binary from any source: opens, reads, weighs and judges it. Nothing of it is run.
 *
 * @throws Failure where this cannot be done. An exceeded budget is not a failure: `gate` reports it.
 */
export async function weigh(host: Host, thing: string, spec: WeighSpec): Promise<Judged> {
  const opened = await openToWeigh(host, thing, spec)
  const weighIn = await weighThing(host, opened, spec.depth)
  return judgeWeighIn(host, weighIn, spec.budget)
}
