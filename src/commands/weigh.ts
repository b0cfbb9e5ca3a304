import type { WeighSpec } from '../declare/declare-weigh.ts'
import type { Host } from '../host/host.ts'
import { type Judged, judgeWeighIn } from './steps/weigh/judge-weigh-in.ts'
import { openThing } from './steps/weigh/open-thing.ts'
import { weighSubject } from './steps/weigh-subject.ts'

/**
 * Weighs a Go image or binary from any source: opens, reads, weighs and judges it. Nothing of it is run.
 *
 * @throws Failure where this cannot be done. An exceeded budget is not a failure: `gate` reports it.
 */
export async function weigh(host: Host, thing: string, spec: WeighSpec): Promise<Judged> {
  const subject = await openThing(host, thing, spec)
  const weighIn = await weighSubject(host, subject, spec.depth)
  return judgeWeighIn(host, weighIn, spec.budget)
}
