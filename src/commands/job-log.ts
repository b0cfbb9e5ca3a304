import type { Log } from '../host/log.ts'
import { breachMessage } from '../report/breach.ts'
import type { Gate } from '../report/gate.ts'
import type { Screen } from '../report/screen.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** A job's log has no window, and its lines are rarely cut before this width. */
export const JOB_SCREEN: Screen = { width: 120, colour: false }

/** Shows on the job that the gate failed it, or that a breach was allowed. */
export function tellGate(log: Log, gate: Gate, weighIn: WeighIn): void {
  if (!gate.pass) log.error(breachMessage(gate.sentence, weighIn))
  else if (weighIn.images.some(({ budget }) => budget.waived)) log.warning(gate.sentence)
}
