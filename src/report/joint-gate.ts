import type { BudgetStatus } from '../weigh-in/verdict.ts'
import type { Gate } from './gate.ts'

/** What the gate said of one of several images. */
export interface NamedGate {
  readonly name: string
  readonly status: BudgetStatus
  readonly gate: Gate
}

/** What the gates of several images say together: one image that does not pass fails the run. */
export function jointGate(gates: readonly NamedGate[]): Gate {
  const pass = gates.every(({ gate }) => gate.pass)
  const telling = gates.filter(
    ({ status, gate }) => status === 'over' || !gate.pass || gate.notices.length > 0,
  )
  const sentences = telling.map(({ name, gate }) => `Image ${name}: ${gate.sentence}`)
  return {
    pass,
    publish: gates.every(({ gate }) => gate.publish),
    sentence:
      sentences.join(' ') || (gates.length === 1 ? 'Within budget.' : 'All images are within budget.'),
    notices: gates.flatMap(({ gate }) => gate.notices),
  }
}
