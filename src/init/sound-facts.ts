import { parseMain } from '../declare/main-spec.ts'
import type { Facts, Note, Program } from './facts.ts'
import { unsafeReason } from './safe-value.ts'

/**
 * Leaves out the programs that a workflow cannot name, because a directory may be called anything. Done once and before
 * everything else: a service that loses its directory later would build another program under its name.
 */
export function soundFacts(facts: Facts): { readonly facts: Facts; readonly notes: readonly Note[] } {
  const checked = facts.programs.map(program => ({ program, why: whyUnsound(program) }))
  return {
    facts: { ...facts, programs: checked.flatMap(({ program, why }) => (why === null ? [program] : [])) },
    notes: checked.flatMap(({ program: { directory }, why }) =>
      why === null ? [] : [{ where: `./${directory}`, what: 'a main package', why }],
    ),
  }
}

function whyUnsound({ directory, module }: Program): string | null {
  const written = `./${directory}`
  const unsafe =
    (directory === '' ? null : unsafeReason('main', written)) ??
    (module === '' ? null : unsafeReason('working-directory', module))
  if (unsafe !== null) return unsafe
  if (directory === '') return null
  const main = parseMain(written)
  // `main` is a list, which a comma parts, and `=` begins the name of a binary.
  const isItself = main.ok && main.value.path === written && main.value.name === null
  return isItself && !written.includes(',')
    ? null
    : 'main cannot name its directory; rename the directory, and add an image for it'
}
