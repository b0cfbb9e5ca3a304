import type { ClausePart } from '../clause.ts'
import { type InputName, isInputName } from './inputs.ts'

/** An input in a clause, with a value to write where that helps: `output: FILE.tar`, or `--output FILE.tar` on a terminal. */
export function input(name: InputName, value: string | null = null): ClausePart {
  return { kind: 'input', name, value }
}

/** An input is named as the surface does; the name of a variable, a file or a command stays as it is. */
export function inputOrWord(name: string): ClausePart {
  return isInputName(name) ? input(name) : { kind: 'value', text: name }
}
