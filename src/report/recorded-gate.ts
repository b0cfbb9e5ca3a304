import { type Gate, gate } from './gate.ts'
import { jointGate } from './joint-gate.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Returns what the gate said in the run that wrote a weigh-in, as far as it is recorded. The weigh-in does not record
 * whether a missing budget was an omission, nor which `on-over-budget` let a breach pass.
 */
export function recordedGate({ images }: WeighIn): Pick<Gate, 'pass' | 'sentence'> {
  const [only, ...others] = images
  if (only !== undefined && others.length === 0) {
    const { pass, sentence } = gateOf(only)
    return { pass, sentence }
  }
  const gates = images.map(image => ({
    name: image.name,
    status: image.budget.status,
    gate: gateOf(image),
  }))
  const { pass, sentence } = jointGate(gates)
  return { pass, sentence }
}

function gateOf({ budget, baseline, platforms }: ImageWeight): Gate {
  const imageSize = Math.max(...platforms.map(({ sizes }) => sizes.imageSize))
  const seen = { imageSize, noBaseline: baseline?.reason ?? null }
  return gate(budget, { budget: { kind: 'none' }, onOverBudget: null }, 'action', seen)
}
