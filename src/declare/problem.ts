import { type Clause, clause, valueClause } from '../clause.ts'
import { Failure, type Location, type WrongInput } from '../failure.ts'
import { inputOrWord } from './input-part.ts'
import { INPUTS } from './inputs.ts'

/** One thing that is wrong in what the user asked for. */
export interface Problem extends WrongInput {
  /** Where it stands, if that is in a file. */
  readonly location?: Location
}

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] }

const LONGEST_SHOWN = 120

/** `because` is the end of a sentence that begins with the input and its value, without a full stop. */
export function wrongValue(input: string, value: string, because: string | Clause): Problem {
  const shown = showValue(input, value)
  return { input, value: shown, clause: clause`${inputOrWord(input)} "${shown}" ${onOneLine(because)}` }
}

/** For one line or item of a value that may be a secret: `place` says which it is, and nothing of it is shown. */
export function wrongPlace(input: string, place: string, because: string | Clause): Problem {
  return { input, value: place, clause: clause`${inputOrWord(input)}, ${place}, ${onOneLine(because)}` }
}

/** For what is wrong with an input as a whole, and with no value of it in particular. */
export function wrongInput(input: string, because: string | Clause): Problem {
  return { input, value: '', clause: clause`${inputOrWord(input)} ${onOneLine(because)}` }
}

export function problemsFailure(problems: readonly Problem[]): Failure {
  const [first, ...others] = problems
  const locations = problems.flatMap(({ location }) => location ?? [])
  if (first !== undefined && others.length === 0)
    return new Failure(
      'bad-input',
      { what: first.clause },
      { fields: { input: first.input, value: first.value }, inputs: problems, locations },
    )
  return new Failure(
    'bad-input',
    { what: clause`${problems.length} inputs are wrong` },
    { inputs: problems, locations },
  )
}

function showValue(input: string, value: string): string {
  if (INPUTS.find(({ name }) => name === input)?.secret === true) return '***'
  const line = oneLine(value)
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`
}

function onOneLine(because: string | Clause): Clause {
  const parts = typeof because === 'string' ? valueClause(because) : because
  return parts.map(part => (part.kind === 'input' ? part : { ...part, text: oneLine(part.text) }))
}

/** Without the password of a URL, and without what would break the line or the terminal. */
function oneLine(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//***@').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
