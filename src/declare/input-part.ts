import type { ClausePart } from '../clause.ts'
import type { InputName } from './inputs.ts'

/** An input in a clause, with a value to write where that helps: `output: FILE.tar`, or `--output FILE.tar` on a terminal. */
export function input(name: InputName, value: string | null = null): ClausePart {
  return { kind: 'input', name, value }
}
