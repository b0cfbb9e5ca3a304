import type { FunctionText } from './function-text.ts'
import type { PcValues } from './pc-values.ts'

/**
 * What is known of a function when its tables are coded. A context is the function itself (0) or a node of its inline
 * tree (its number plus 1): a call that was inlined.
 */
export interface FunctionState {
  readonly text: FunctionText
  /** The place of its compilation unit in cutab. */
  readonly unit: number
  /** Which node of the inline tree each instruction belongs to; -1: to the function itself. */
  readonly inlined: PcValues
  readonly contexts: readonly Context[]
}

export interface Context {
  /** The number of the name. */
  readonly name: number
  /** The last line of this context, at first the one where the function starts. */
  line: number
  /** The last file; -1 before the first. */
  file: number
  /** Whether pcln has come to it. */
  isSeen: boolean
}

export function contextOf(name: number, line: number): Context {
  return { name, line, file: -1, isSeen: false }
}

/** Nothing is inlined, or nothing is known of it. */
export function notInlined({ count }: FunctionText): PcValues {
  return { ends: [count], values: [-1] }
}

/** Where one table's coding has come to. */
export interface Walk {
  /** The instruction where the next value begins. */
  from: number
  /** The value before it. */
  value: number
  /** The highest value so far. */
  highest: number
  /** The first candidate for the next end that is not yet behind. */
  candidate: number
  /** The range of `inlined` that has `from`. */
  range: number
  /** The context of the value before; only pcln needs it. */
  context: Context | null
}

export function startWalk(): Walk {
  return { from: 0, value: -1, highest: 0, candidate: 0, range: 0, context: null }
}

/** Goes on to the range that has the instruction where the next value begins. */
export function reachRange(walk: Walk, { inlined }: FunctionState): void {
  while (walk.range < inlined.ends.length - 1 && (inlined.ends[walk.range] ?? 0) <= walk.from) walk.range++
}

export function currentContext(walk: Walk, { inlined, contexts }: FunctionState): Context {
  const context = contexts[(inlined.values[walk.range] ?? -1) + 1] ?? contexts[0]
  if (context === undefined) throw new RangeError('a function has a context')
  return context
}

export function isOwn(walk: Walk, state: FunctionState): boolean {
  return currentContext(walk, state) === state.contexts[0]
}

/** Lines that are seen for the first time, go on, or come back to their context; those of inlined calls apart. */
export function lineClass(walk: Walk, state: FunctionState): number {
  const context = currentContext(walk, state)
  const visit = !context.isSeen ? 0 : context === walk.context ? 1 : 2
  return context === state.contexts[0] ? visit : visit + 3
}
