import type { Gate } from './gate.ts'

export interface NamedGate {
  /** The image's. */
  readonly name: string
  readonly gate: Gate
}

/** What the gates of several images say together: each must let its image pass. */
export function joinGates(gates: readonly NamedGate[]): Gate {
  const [only, ...others] = gates
  if (only !== undefined && others.length === 0) return only.gate
  const telling = gates.filter(({ gate }) => !gate.pass || gate.sentence !== 'Within budget.')
  const sentences = telling.map(({ name, gate }) => `Image ${name}: ${gate.sentence}`)
  return {
    pass: gates.every(({ gate }) => gate.pass),
    publish: gates.every(({ gate }) => gate.publish),
    sentence: sentences.join(' ') || 'All images are within budget.',
    notices: gates.flatMap(({ name, gate }) => gate.notices.map(notice => `Image ${name}: ${notice}`)),
  }
}
