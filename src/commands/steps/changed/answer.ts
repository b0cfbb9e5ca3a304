/** Whether an image changed. What cannot be decided counts as changed. `why` is a clause, or a path. */
export type Answer =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly why: string }
  | { readonly kind: 'undecided'; readonly why: string }

export const SAME: Answer = { kind: 'same' }

export function changed(why: string): Answer {
  return { kind: 'changed', why }
}

export function undecided(why: string): Answer {
  return { kind: 'undecided', why }
}

/** A change that is certain says more than a doubt. */
export function joined(answers: readonly Answer[]): Answer {
  return (
    answers.find(({ kind }) => kind === 'changed') ?? answers.find(({ kind }) => kind === 'undecided') ?? SAME
  )
}
