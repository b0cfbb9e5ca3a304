import type { Given } from './given.ts'
import { type InputKind, type InputName, inputsOf } from './inputs.ts'
import { didYouMean } from './nearest.ts'
import { type Problem, wrongInput } from './problem.ts'

const PREFIX = 'INPUT_'

/**
 * Reads the variables that the runner makes of `with:`: upper case, spaces turned into `_`, dashes kept.
 * An empty one is as good as not given: the runner sets every declared input.
 *
 * @param inputs those of the action that runs
 */
export function givenInputs(
  env: Readonly<Record<string, string | undefined>>,
  inputs: readonly { readonly name: InputName; readonly kind: InputKind }[] = inputsOf('action'),
): Given {
  const values: Given['values'] = Object.fromEntries(
    inputs.flatMap(({ name, kind }) => {
      const given = env[PREFIX + name.toUpperCase()] ?? ''
      // The lines of a map are counted in messages, so its first ones stay, even if they are empty.
      const value = kind === 'map' ? given.trimEnd() : given.trim()
      return value === '' ? [] : [[name, value]]
    }),
  )
  const names = inputs.map(({ name }) => name)
  const problems = Object.keys(env)
    .filter(variable => variable.startsWith(PREFIX))
    .map(variable => variable.slice(PREFIX.length).toLowerCase())
    .filter(name => !names.some(known => known === name))
    .toSorted()
    .map(name => unknownInput(name, names))
  return { surface: 'action', values, problems }
}

function unknownInput(name: string, names: readonly string[]): Problem {
  const hint = didYouMean(name, names) || '; docs/reference.md lists the inputs'
  return wrongInput(name, `is not an input${hint}`)
}
