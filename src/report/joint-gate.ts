import { firstOf } from '../declare/first-of.ts'
import type { BudgetStatus } from '../weigh-in/verdict.ts'
import { type Gate, NO_BUDGET, WITHIN } from './gate.ts'

/** What the gate said of one of several images. */
export interface NamedGate {
  readonly name: string
  readonly status: BudgetStatus
  readonly gate: Gate
}

/** More sentences than this would not be read. */
const MOST_SAID = 5
const MOST_NAMED = 20

/**
 * What the gates of several images say together: one image that does not pass fails the run. Of many that there is
 * something to say of, the first sentences are in full, and the others are names.
 */
export function jointGate(gates: readonly NamedGate[]): Gate {
  const telling = gates.filter(
    ({ status, gate }) =>
      gate.sentence !== WITHIN && (status === 'over' || !gate.pass || gate.notices.length > 0),
  )
  const failingFirst = telling.toSorted((one, other) => Number(one.gate.pass) - Number(other.gate.pass))
  const said = telling.length > MOST_SAID ? failingFirst.slice(0, MOST_SAID - 2) : telling
  const sentences = said.map(({ name, gate }) => `Image ${name}: ${gate.sentence}`)
  const rest = telling.length > MOST_SAID ? [alsoNamed(failingFirst.slice(said.length))] : []
  return {
    pass: gates.every(({ gate }) => gate.pass),
    publish: gates.every(({ gate }) => gate.publish),
    sentence: [...sentences, ...rest].join(' ') || quiet(gates),
    notices: gates.flatMap(({ gate }) => gate.notices),
  }
}

/** What is said where there is nothing to say of a single image. */
function quiet(gates: readonly NamedGate[]): string {
  if (gates.every(({ status }) => status === 'none')) return NO_BUDGET
  if (gates.some(({ status }) => status === 'none')) return 'All images with a budget are within it.'
  return gates.length === 1 ? WITHIN : 'All images are within budget.'
}

function alsoNamed(gates: readonly NamedGate[]): string {
  const failing = gates.filter(({ gate }) => !gate.pass)
  const others = gates.filter(({ gate }) => gate.pass)
  return [
    ...(failing.length === 0 ? [] : [`Not within budget either: ${listed(failing)}.`]),
    ...(others.length === 0 ? [] : [`Read the limits of these too: ${listed(others)}.`]),
  ].join(' ')
}

function listed(gates: readonly NamedGate[]): string {
  const names = gates.map(({ name }) => name)
  return firstOf(names, MOST_NAMED)
}
