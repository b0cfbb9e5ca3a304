import { formatBound } from '../declare/bound.ts'
import { formatBytes } from '../declare/bytes.ts'
import { formatLimit, formatSubject } from '../declare/limit.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import type { Surface } from '../clause.ts'
import { decide, type Decision, passes } from '../size/decision.ts'
import { isOfGrowth, isPart, unitOf } from '../weigh-in/limit.ts'
import { metricRow } from '../weigh-in/metric.ts'
import { isUnchecked, type LimitVerdict, type Verdict } from '../weigh-in/verdict.ts'
import { describeBreach } from './breach-words.ts'
import { suggestBudget } from './suggestion.ts'

/** What a run may do after its image was weighed. */
export interface Gate {
  /** `false` fails the run with exit code 1. */
  readonly pass: boolean
  /** `false`: no manifest and no tag is published. */
  readonly publish: boolean
  /** The result in one sentence, and another one if the budget allows more than that of the baseline. */
  readonly sentence: string
  /** Things that pass but should be noticed, a sentence each: raised limits, growth without a baseline. */
  readonly notices: readonly string[]
}

/** What there is to say of an image that passes, where nothing else is worth a word. */
export const WITHIN = 'Within budget.'

/** The same where nothing limits it. */
export const NO_BUDGET = 'There is no budget, so any size passes.'

interface Declared extends Pick<PlatformSpec, 'budget'> {
  /** `null` if it is not recorded. */
  readonly onOverBudget: PlatformSpec['onOverBudget'] | null
}

interface Seen {
  /** In bytes. A budget is suggested from it if none is declared. */
  readonly imageSize: number
  /** Why there is no usable baseline, as a clause. `null` if there is one, or none was requested. */
  readonly noBaseline: string | null
}

export function gate(verdict: Verdict, declared: Declared, surface: Surface, seen: Seen): Gate {
  const decision = decide(verdict, declared.budget, surface)
  const pass = passes(decision)
  const raised = raisedSentences(verdict)
  return {
    pass,
    publish: pass,
    sentence: [sentenceOf(decision, verdict, declared, seen), ...raised].join(' '),
    notices: [...(pass ? raised : []), ...uncheckedSentences(verdict.limits, seen)],
  }
}

/** Returns 0 if the gate lets the run pass, and 1 if not. A run that fails for another reason exits with 2. */
export function exitCodeOf({ pass }: Pick<Gate, 'pass'>): 0 | 1 {
  return pass ? 0 : 1
}

function sentenceOf(decision: Decision, { limits }: Verdict, { onOverBudget }: Declared, seen: Seen): string {
  switch (decision) {
    case 'within':
      return WITHIN
    case 'over':
      return `Over budget: ${breaches(limits)}. Make it smaller, or raise the limit in budget.`
    case 'waived': {
      const allowedBy = ['on-over-budget', ...(onOverBudget === null ? [] : [onOverBudget])].join(': ')
      return `Over budget, but allowed (${allowedBy}): ${breaches(limits)}.`
    }
    case 'unmeasured':
      return unmeasured(limits, seen)
    case 'undeclared':
      return undeclared(seen)
    case 'none':
      return NO_BUDGET
  }
}

function breaches(limits: readonly LimitVerdict[]): string {
  return limits.flatMap(limit => describeBreach(limit) ?? []).join('; ')
}

function unmeasured(limits: readonly LimitVerdict[], seen: Seen): string {
  const unknown = limits.filter(({ status }) => status === 'unmeasured')
  const unchecked = byReason(unknown, seen).map(({ names, bound, reason }) => {
    if (reason === null) return `${names} ${bound === null ? 'were' : 'was'} not measured`
    return `${names} ${bound === null ? 'have limits' : `has the limit ${bound}`}, but ${reason}`
  })
  const lines = unknown.map(({ subject }) => `${formatSubject(subject)}: …`).join(' and ')
  return `The budget could not be checked: ${unchecked.join(' and ')}. A limit that could not be checked fails the run. ${firstTry(unknown)} ${lines} from budget.`
}

/** Begins the advice with what may help before a limit is removed. */
function firstTry(unknown: readonly LimitVerdict[]): string {
  if (unknown.some(limit => isOfGrowth(limit) && limit.reason !== null)) return 'Run it again, or remove'
  if (unknown.some(isOfProcess)) return 'See the proof for the reason, or remove'
  return 'Remove'
}

/** Whether a limit is on a value that is measured during the proof of the packed binary. */
function isOfProcess({ subject }: LimitVerdict): boolean {
  return !isPart(subject) && metricRow(subject.kind).of === 'process'
}

/** Empty if nothing was raised. */
function raisedSentences({ limits, dropped }: Verdict): readonly string[] {
  const raised = limits.flatMap(limit => {
    const unit = unitOf(limit.subject)
    const { raisedFrom, bound } = limit
    return raisedFrom === null
      ? []
      : [`${nameOf(limit)} from ${formatBound(raisedFrom, unit)} to ${formatBound(bound, unit)}`]
  })
  const gone = dropped.map(limit => formatLimit({ ...limit, platform: null }))
  return [
    ...(raised.length === 0 ? [] : [`Raised since the baseline: ${raised.join('; ')}.`]),
    ...(gone.length === 0 ? [] : [`Removed since the baseline: ${gone.join('; ')}.`]),
  ]
}

function nameOf({ subject, platform }: LimitVerdict): string {
  return `${formatSubject(subject)} of ${platform}`
}

/** Describes limits that pass only because there was no baseline. */
function uncheckedSentences(limits: readonly LimitVerdict[], seen: Seen): readonly string[] {
  const unchecked = limits.filter(isUnchecked)
  return byReason(unchecked, seen).map(
    ({ names, bound, reason }) =>
      `${names} ${bound === null ? 'pass their limits' : `passes its limit ${bound}`}, because ${reason}.`,
  )
}

interface Alike {
  /** `image of linux/amd64 and module std of linux/amd64` */
  readonly names: string
  /** `null` if there are several. */
  readonly bound: string | null
  readonly reason: string | null
}

/** Groups limits by their reason, so that each reason is stated once and in full. */
function byReason(limits: readonly LimitVerdict[], { noBaseline }: Seen): readonly Alike[] {
  const alike = Map.groupBy(limits, ({ reason, ...limit }) => {
    const whole = isOfGrowth(limit) && reason !== null && noBaseline !== null
    return whole ? `${reason}: ${noBaseline}` : reason
  })
  return [...alike].map(([reason, [first, ...others]]) => ({
    names: [first, ...others].flatMap(limit => (limit === undefined ? [] : [nameOf(limit)])).join(' and '),
    bound: first === undefined || others.length > 0 ? null : formatBound(first.bound, unitOf(first.subject)),
    reason,
  }))
}

function undeclared({ imageSize }: Seen): string {
  const line = `budget: ${suggestBudget(imageSize)}`
  return `There is no budget, so nothing was published. Write \`${line}\` (the image is ${formatBytes(imageSize)} today), or \`budget: none\` if you want no limit.`
}
