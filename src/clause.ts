/** Where a run was started, which decides how its messages name inputs: `files` in a workflow, `--files` on a terminal. */
export type Surface = 'action' | 'terminal'

/** A piece of a clause: words of the source, a value that came from elsewhere, or an input that each surface names itself. */
export type ClausePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'input'; readonly name: string; readonly value: string | null }

/** Part of a sentence, without a full stop. Its first letter is small, except in a name. */
export type Clause = readonly ClausePart[]

/** Makes a clause from words with values, inputs (see `input`) and other clauses in them. */
export function clause(
  words: TemplateStringsArray,
  ...values: readonly (string | number | ClausePart | Clause)[]
): Clause {
  return words.flatMap((text, index) => [
    ...(text === '' ? [] : [{ kind: 'words' as const, text }]),
    ...partsOf(values[index]),
  ])
}

/** Text that is known only at run time, such as the message of another program, as a clause. */
export function valueClause(text: string): Clause {
  return [{ kind: 'value', text }]
}

/** Joins clauses with words between them, such as `; `. */
export function joinClauses(clauses: readonly Clause[], between: string): Clause {
  return clauses.flatMap((one, index) =>
    index === 0 ? one : [{ kind: 'words' as const, text: between }, ...one],
  )
}

/**
 * Returns a clause as text on one line, in which inputs have the names that the surface gives them. A value may hold a
 * line break, for example the name of a file, and a message with one would end early in the log of a workflow.
 */
export function clauseText(parts: Clause, surface: Surface): string {
  return parts
    .map(part => (part.kind === 'input' ? inputText(part, surface) : part.text))
    .join('')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** What a log is given: a sentence, or a clause in which inputs have no name yet. */
export type Message = string | Clause

export function messageText(message: Message, surface: Surface): string {
  return typeof message === 'string' ? message : sentenceText(message, surface)
}

/** Returns clauses as one sentence, with a capital unless a value comes first, and with a full stop. */
export function sentenceText(parts: Clause, surface: Surface): string {
  const text = clauseText(parts, surface).trimEnd()
  const capital = parts[0]?.kind === 'words' ? text.slice(0, 1).toUpperCase() + text.slice(1) : text
  return /[.?!]$/.test(capital) ? capital : `${capital}.`
}

function inputText({ name, value }: ClausePart & { readonly kind: 'input' }, surface: Surface): string {
  switch (surface) {
    case 'action':
      return value === null ? name : `${name}: ${value}`
    case 'terminal':
      // A flag that takes true needs no value, and none behind a space.
      return value === null || value === 'true' ? `--${name}` : `--${name} ${value}`
  }
}

function partsOf(value: string | number | ClausePart | Clause | undefined): Clause {
  if (value === undefined || value === '') return []
  if (typeof value === 'string' || typeof value === 'number') return [{ kind: 'value', text: String(value) }]
  return 'kind' in value ? [value] : value
}
