import type { Budget } from '../declare/budget.ts'
import type { Surroundings } from '../declare/surroundings.ts'
import { formatBytes } from '../declare/bytes.ts'
import { describeBreach } from './breach.ts'
import { suggestBudget } from './suggestion.ts'
import type { LimitVerdict, Verdict } from './weigh-in.ts'

/** What the run may do after it has been weighed. */
export interface Gate {
  /** `false` fails the run, by exit code 1. */
  readonly pass: boolean
  /** `false`: no manifest and no tag goes anywhere. */
  readonly publish: boolean
  /** What to tell about it, as one sentence. */
  readonly sentence: string
}

/** @param imageSize bytes; what a budget is suggested from where none was declared */
export function gate(
  verdict: Verdict,
  budget: Budget,
  surface: Surroundings['surface'],
  imageSize: number,
): Gate {
  switch (verdict.status) {
    case 'within':
      return open('Within budget.')
    case 'over':
      return over(verdict)
    case 'unmeasured':
      return closed(unmeasured(verdict.limits))
    case 'none':
      return budget.kind === 'undeclared' && surface === 'action'
        ? closed(undeclared(imageSize))
        : open('No budget was declared: any size passes.')
  }
}

/** 0: the gate lets it pass. 1: it says no. What could not be done at all is 2, and not the gate's to say. */
export function exitCodeOf({ pass }: Pick<Gate, 'pass'>): 0 | 1 {
  return pass ? 0 : 1
}

function open(sentence: string): Gate {
  return { pass: true, publish: true, sentence }
}

function closed(sentence: string): Gate {
  return { pass: false, publish: false, sentence }
}

function over({ limits, allowed }: Verdict): Gate {
  const breaches = limits.flatMap(limit => describeBreach(limit) ?? []).join('; ')
  return allowed
    ? open(`Over budget, and let through by on-over-budget: warn: ${breaches}.`)
    : closed(`Over budget: ${breaches}. Make it smaller, or raise the limit in budget.`)
}

function unmeasured(limits: readonly LimitVerdict[]): string {
  const unknown = limits.filter(({ status }) => status === 'unmeasured')
  const metrics = unknown.map(({ metric, platform }) => `${metric} of ${platform}`).join(' and ')
  const lines = unknown.map(({ metric }) => `${metric}: …`).join(' and ')
  return (
    `The budget could not be checked: ${metrics} was not measured, and a limit that nobody checked does not pass. ` +
    `See the proof for the reason, or take ${lines} out of budget.`
  )
}

function undeclared(imageSize: number): string {
  const line = `budget: ${suggestBudget(imageSize)}`
  return `No budget is declared, so nothing was published. Write \`${line}\` (today ${formatBytes(imageSize)}), or \`budget: none\` to go without.`
}
