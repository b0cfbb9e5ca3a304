import type { ImageSpec } from '../declare/spec.ts'
import type { Surroundings } from '../declare/surroundings.ts'
import { formatBytes } from '../declare/bytes.ts'
import { describeBreach, isSigned } from './breach.ts'
import { suggestBudget } from './suggestion.ts'
import type { LimitVerdict, Verdict } from '../weigh-in/weigh-in.ts'

/** What the run may do after it has been weighed. */
export interface Gate {
  /** `false` fails the run, by exit code 1. */
  readonly pass: boolean
  /** `false`: no manifest and no tag goes anywhere. */
  readonly publish: boolean
  /** What to tell about it: one sentence, and one more where the budget lets more through than the baseline's did. */
  readonly sentence: string
  /** What passes and should be seen all the same, a sentence each: limits that were raised, growth from nothing. */
  readonly notices: readonly string[]
}

interface Declared extends Pick<ImageSpec, 'budget'> {
  /** `null` where nobody knows any more. */
  readonly onOverBudget: ImageSpec['onOverBudget'] | null
}

interface Seen {
  /** Bytes; what a budget is suggested from where none was declared. */
  readonly imageSize: number
  /** Why there is no baseline, or none that could be read: a clause. `null` where there is one, or none was wanted. */
  readonly noBaseline: string | null
}

export function gate(
  verdict: Verdict,
  declared: Declared,
  surface: Surroundings['surface'],
  seen: Seen,
): Gate {
  const { pass, sentence } = decide(verdict, declared, surface, seen)
  const raised = raisedSentences(verdict)
  return {
    pass,
    publish: pass,
    sentence: [sentence, ...raised].join(' '),
    notices: [...(pass ? raised : []), ...uncheckedSentences(verdict.limits, seen)],
  }
}

/** 0: the gate lets it pass. 1: it says no. What could not be done at all is 2, and not the gate's to say. */
export function exitCodeOf({ pass }: Pick<Gate, 'pass'>): 0 | 1 {
  return pass ? 0 : 1
}

type Decision = Pick<Gate, 'pass' | 'sentence'>

function decide(
  verdict: Verdict,
  { budget, onOverBudget }: Declared,
  surface: Surroundings['surface'],
  seen: Seen,
): Decision {
  switch (verdict.status) {
    case 'within':
      return { pass: true, sentence: 'Within budget.' }
    case 'over':
      return over(verdict, onOverBudget)
    case 'unmeasured':
      return { pass: false, sentence: unmeasured(verdict.limits, seen) }
    case 'none':
      return budget.kind === 'undeclared' && surface === 'action'
        ? { pass: false, sentence: undeclared(seen) }
        : { pass: true, sentence: 'No budget was declared: any size passes.' }
  }
}

function over({ limits, allowed }: Verdict, onOverBudget: Declared['onOverBudget']): Decision {
  const breaches = limits.flatMap(limit => describeBreach(limit) ?? []).join('; ')
  const letThrough = ['on-over-budget', ...(onOverBudget === null ? [] : [onOverBudget])].join(': ')
  return allowed
    ? {
        pass: true,
        sentence: `Over budget, and let through by ${letThrough}: ${breaches}.`,
      }
    : {
        pass: false,
        sentence: `Over budget: ${breaches}. Make it smaller, or raise the limit in budget.`,
      }
}

function unmeasured(limits: readonly LimitVerdict[], seen: Seen): string {
  const unknown = limits.filter(({ status }) => status === 'unmeasured')
  const told = byReason(unknown, seen).map(({ names, bound, reason }) => {
    if (reason === null) return `${names} ${bound === null ? 'were' : 'was'} not measured`
    return `${names} ${bound === null ? 'have limits' : `has the limit ${bound}`}, but ${reason}`
  })
  const lines = unknown.map(({ metric }) => `${metric}: …`).join(' and ')
  return `The budget could not be checked: ${told.join(' and ')}, and a limit that nobody checked does not pass. ${firstTry(unknown)} ${lines} out of budget.`
}

/** The beginning of an advice: what may help before a limit has to go. */
function firstTry(unknown: readonly LimitVerdict[]): string {
  if (unknown.some(limit => isSigned(limit) && limit.reason !== null)) return 'Run it again, or take'
  if (unknown.some(({ metric }) => metric === 'memory')) return 'See the proof for the reason, or take'
  return 'Take'
}

/** None where nothing was raised. */
function raisedSentences({ limits, dropped }: Verdict): readonly string[] {
  const raised = limits.flatMap(({ metric, platform, bound, raisedFrom }) =>
    raisedFrom === null ? [] : [`${metric} of ${platform} from ${raisedFrom} to ${bound}`],
  )
  return [
    ...(raised.length === 0 ? [] : [`Raised since the baseline: ${raised.join('; ')}.`]),
    ...(dropped.length === 0 ? [] : [`No longer limited as in the baseline: ${dropped.join('; ')}.`]),
  ]
}

/** Limits within which a run is because there was nothing to hold it against. */
function uncheckedSentences(limits: readonly LimitVerdict[], seen: Seen): readonly string[] {
  const unchecked = limits.filter(({ status, reason }) => status === 'within' && reason !== null)
  return byReason(unchecked, seen).map(
    ({ names, bound, reason }) =>
      `${names} ${bound === null ? 'pass their limits' : `passes its limit ${bound}`}, since ${reason}.`,
  )
}

interface Alike {
  /** `image of linux/amd64 and module std of linux/amd64` */
  readonly names: string
  /** `null`: there are several. */
  readonly bound: string | null
  readonly reason: string | null
}

/** Limits that share a reason share a sentence, which tells it once and whole. */
function byReason(limits: readonly LimitVerdict[], { noBaseline }: Seen): readonly Alike[] {
  const alike = Map.groupBy(limits, ({ reason, ...limit }) => {
    const whole = isSigned(limit) && reason !== null && noBaseline !== null
    return whole ? `${reason}: ${noBaseline}` : reason
  })
  return [...alike].map(([reason, group]) => ({
    names: group.map(({ metric, platform }) => `${metric} of ${platform}`).join(' and '),
    bound: group.length === 1 ? (group[0]?.bound ?? null) : null,
    reason,
  }))
}

function undeclared({ imageSize }: Seen): string {
  const line = `budget: ${suggestBudget(imageSize)}`
  return `No budget is declared, so nothing was published. Write \`${line}\` (today ${formatBytes(imageSize)}), or \`budget: none\` to go without.`
}
