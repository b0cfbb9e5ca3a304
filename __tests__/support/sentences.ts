import { type Clause, type Surface, clause, clauseText, joinClauses, sentenceText } from '../../src/clause.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import type { Problem } from '../../src/declare/problem.ts'
import type { Clauses } from '../../src/failure.ts'

/** The sentence of each problem, as the surface shows it. */
export function sentencesOf(problems: readonly Problem[], surface: Surface = 'terminal'): readonly string[] {
  return problems.map(({ clause }) => sentenceText(clause, surface))
}

/** Why a parser gave no value, in the words of a workflow; `null` where it gave one. */
export function problemOf(result: Parsed<unknown, string | Clause>): string | null {
  return result.ok ? null : clauseText(clause`${result.problem}`, 'action')
}

/** A reason and what to do about it, in the words of a workflow. */
export function reasonWords({ why, fix }: Pick<Clauses, 'why' | 'fix'>): string {
  return clauseText(joinClauses([why ?? [], fix ?? []], '; '), 'action')
}
