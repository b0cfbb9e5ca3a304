import type { WeighSpec } from '../declare/declare-weigh.ts'
import type { Host } from '../host/host.ts'
import { type Judged, judgeWeighIn } from './steps/weigh/judge-weigh-in.ts'
import { openThing } from './steps/weigh/open-thing.ts'
import { weighSubject } from './steps/weigh-subject.ts'

/**
 * Any Go image or binary in, its weigh-in out: open, read, weigh, judge. Nothing of it is run.
 *
 * @throws Failure where it could not be done; a budget that is exceeded is no failure, but what `gate` says
 */
export async function weigh(host: Host, thing: string, spec: WeighSpec): Promise<Judged> {
  const subject = await openThing(host, thing, spec)
  const weighIn = await weighSubject(host, subject, spec.depth)
  return judgeWeighIn(host, weighIn, spec.budget)
}
