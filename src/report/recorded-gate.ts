import { type Gate, gate } from './gate.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Returns what the gate said in the run that wrote a weigh-in, as far as it is recorded. The weigh-in does not record
 * whether a missing budget was an omission, nor which `on-over-budget` let a breach pass.
 */
export function recordedGate({ images }: WeighIn): Pick<Gate, 'pass' | 'sentence'> {
  const gates = images.map(image => ({ image, said: gateOf(image) }))
  const pass = gates.every(({ said }) => said.pass)
  const [only, ...others] = gates
  if (only !== undefined && others.length === 0) return { pass, sentence: only.said.sentence }
  const telling = gates.filter(({ image, said }) => image.budget.status === 'over' || saysMore(said))
  const sentences = telling.map(({ image, said }) => `Image ${image.name}: ${said.sentence}`)
  return { pass, sentence: sentences.join(' ') || 'All images are within budget.' }
}

function gateOf({ budget, baseline, platforms }: ImageWeight): Gate {
  const imageSize = Math.max(...platforms.map(({ sizes }) => sizes.imageSize))
  const seen = { imageSize, noBaseline: baseline?.reason ?? null }
  return gate(budget, { budget: { kind: 'none' }, onOverBudget: null }, 'action', seen)
}

function saysMore({ pass, notices }: Gate): boolean {
  return !pass || notices.length > 0
}
