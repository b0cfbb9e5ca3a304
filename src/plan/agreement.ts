import { firstOf } from '../declare/first-of.ts'
import { type Clause, clause } from '../clause.ts'
import { declaredLimits, type Budget } from '../declare/budget.ts'
import { input } from '../declare/input-part.ts'
import { formatLimit } from '../declare/limit.ts'
import { digestOfValue } from './canonical.ts'
import type { PlannedImage } from './plan.ts'

/**
 * How the declarations of a run differ from the plan, the most telling first, each as the end of a sentence that begins with
 * `plan`. Empty: they agree.
 */
export function disagreements(
  planned: PlannedImage,
  declared: PlannedImage,
  revisions: { readonly planned: string | null; readonly declared: string | null },
): readonly Clause[] {
  const found: Clause[] = []
  if (revisions.planned !== revisions.declared)
    found.push(
      clause`is of commit ${commitOf(revisions.planned)}, but this checkout is ${commitOf(revisions.declared)}; check out the same commit in all jobs`,
    )
  if (planned.push !== declared.push)
    found.push(
      planned.push
        ? clause`pushes, but this run does not; give ${input('push')} and ${input('image')} as the plan has them`
        : clause`does not push, but this run does; give ${input('push')} and ${input('image')} as the plan has them`,
    )
  if (digestOfValue(planned.references) !== digestOfValue(declared.references))
    found.push(
      clause`has the references ${listed(planned.references)}, but this run has ${listed(declared.references)}; give ${input('image')} and ${input('tags')} as the plan has them`,
    )
  if (
    digestOfValue(planned.budget) !== digestOfValue(declared.budget) ||
    planned.onOverBudget !== declared.onOverBudget
  )
    found.push(
      clause`has the budget ${budgetText(planned)}, but this run has ${budgetText(declared)}; give ${input('budget')} and ${input('on-over-budget')} as the plan has them`,
    )
  if (found.length === 0 && digestOfValue(withoutKey(planned)) !== digestOfValue(withoutKey(declared)))
    found.push(
      clause`was made with other settings than this run has; give every input as it was given to the plan, in the same checkout`,
    )
  return found
}

function withoutKey(image: PlannedImage): object {
  const { key: _, ...rest } = image
  return rest
}

function commitOf(revision: string | null): string {
  return revision === null ? 'an unknown one' : revision.slice(0, 7)
}

const MOST = 3

function listed(references: readonly string[]): string {
  return references.length === 0 ? 'none' : firstOf(references, MOST)
}

function budgetText({ budget, onOverBudget }: Pick<PlannedImage, 'budget' | 'onOverBudget'>): string {
  return `"${limitsText(budget)}" (${onOverBudget})`
}

function limitsText(budget: Budget): string {
  if (budget.kind !== 'limits') return budget.kind
  return listed(declaredLimits(budget).map(formatLimit))
}
