import { INPUTS, type InputName } from '../declare/inputs.ts'
import type { Inputs } from './draft.ts'
import { yamlText } from './yaml-text.ts'

/** The inputs in the order of the reference, each on one line or as a block, as a step and bantam.yaml have them. */
export function inputLines(inputs: Inputs, indent: string): readonly string[] {
  return INPUTS.flatMap(({ name }) => linesOf(name, inputs[name], indent))
}

function linesOf(name: InputName, value: string | undefined, indent: string): readonly string[] {
  if (value === undefined) return []
  const [only, ...others] = value.split('\n')
  if (only !== undefined && others.length === 0) return [`${indent}${name}: ${scalar(only)}`]
  return [`${indent}${name}: |`, ...value.split('\n').map(line => `${indent}  ${guarded(line)}`)]
}

export function scalar(text: string): string {
  return yamlText(guarded(text))
}

/**
 * What comes from the checkout was looked at where it was read. If a reader forgets that, the run fails here, before anything
 * is written.
 */
function guarded(text: string): string {
  if (!/\$\{\{|[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return text
  throw new Error(`this would not be plain text in a file that is written: ${JSON.stringify(text)}`)
}
