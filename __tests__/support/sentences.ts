import { type Surface, sentenceText } from '../../src/clause.ts'
import type { Problem } from '../../src/declare/problem.ts'

/** The sentence of each problem, as the surface shows it. */
export function sentencesOf(problems: readonly Problem[], surface: Surface = 'terminal'): readonly string[] {
  return problems.map(({ clause }) => sentenceText(clause, surface))
}
