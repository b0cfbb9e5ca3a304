import type { Given } from './given.ts'
import { INPUTS } from './inputs.ts'
import { type Problem, wrongInput } from './problem.ts'

/**
 * Refuses a value with several lines if one line is expected, and any NUL, which no path, variable or argument can
 * contain.
 */
export function withoutBroken({ values }: Given): {
  readonly values: Given['values']
  readonly broken: readonly Problem[]
} {
  const broken = INPUTS.flatMap(({ name, kind }) => {
    const value = values[name] ?? ''
    const single = kind === 'text' || kind === 'choice' || kind === 'boolean'
    if (value.includes('\0')) return [wrongInput(name, 'contains a NUL character; remove it')]
    return single && /[\r\n]/.test(value) ? [wrongInput(name, 'has several lines; write one')] : []
  })
  const kept = Object.entries(values).filter(([name]) => !broken.some(({ input }) => input === name))
  return { values: Object.fromEntries(kept), broken }
}

/** Inputs that are read once for each platform have the same problem as often. */
export function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem.clause), problem])).values()]
}
