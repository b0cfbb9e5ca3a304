import { Failure } from '../failure.ts'
import { INPUTS, isInputName, type Surface } from './inputs.ts'

/** One thing that is wrong in what the user asked for. */
export interface Problem {
  /** The input's name, without the dashes of a flag. */
  readonly input: string
  /** What was given, as it may be shown. */
  readonly value: string
  /** The whole sentence: the input, its value, why that is wrong, what to write. */
  readonly sentence: string
}

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] }

const LONGEST_SHOWN = 120

/** `because` is the end of a sentence that begins with the input and its value, without a full stop. */
export function wrongValue(surface: Surface, input: string, value: string, because: string): Problem {
  const shown = showValue(input, value)
  return { input, value: shown, sentence: withStop(`${labelOf(surface, input)} "${shown}" ${because}`) }
}

/** For one line or item of a value that may be a secret: `place` says which it is, and nothing of it is shown. */
export function wrongPlace(surface: Surface, input: string, place: string, because: string): Problem {
  return { input, value: place, sentence: withStop(`${labelOf(surface, input)}, ${place}, ${because}`) }
}

/** For what is wrong with an input as a whole, and with no value of it in particular. */
export function wrongInput(surface: Surface, input: string, because: string): Problem {
  return { input, value: '', sentence: withStop(`${labelOf(surface, input)} ${because}`) }
}

export function problemsFailure(problems: readonly Problem[]): Failure {
  const sentences = problems.map(({ sentence }) => sentence)
  return new Failure(
    'bad-input',
    sentences.length === 1
      ? (sentences[0] ?? '')
      : [`${sentences.length} inputs are wrong:`, ...sentences.map(sentence => `  ${sentence}`)].join('\n'),
  )
}

/** As the user writes it: `budget` in a workflow, `--budget` on the command line; a variable's name as it is. */
export function labelOf(surface: Surface, input: string): string {
  return surface === 'terminal' && isInputName(input) ? `--${input}` : input
}

function showValue(input: string, value: string): string {
  if (INPUTS.find(({ name }) => name === input)?.secret === true) return '***'
  const line = onOneLine(value)
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`
}

/** Without the password of a URL, and without what would break the line or the terminal. */
function onOneLine(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//***@').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

function withStop(text: string): string {
  const sentence = onOneLine(text)
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`
}
