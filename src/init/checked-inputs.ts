import { clauseText } from '../clause.ts'
import { declareImage } from '../declare/image-spec.ts'
import type { InputName } from '../declare/inputs.ts'
import type { Surroundings } from '../declare/surroundings.ts'
import type { Inputs } from './draft.ts'
import type { Note } from './facts.ts'

export interface CheckedInputs {
  /** `null` where what says which program it is was refused: the rest would build another one under its name. */
  readonly inputs: Inputs | null
  readonly notes: readonly Note[]
}

const COMMIT = '0'.repeat(40)

/** The events that the workflow runs on, as Bantam will see them. */
const EVENTS: readonly Surroundings[] = [
  surroundings('push', { branch: 'main', tag: null, ref: 'refs/heads/main' }),
  surroundings('push', { branch: null, tag: 'v1.0.0', ref: 'refs/tags/v1.0.0' }),
  surroundings('pull_request', { branch: 'change', tag: null, ref: 'refs/pull/1/merge' }),
]

function surroundings(
  event: string,
  at: Pick<Surroundings['repository'], 'branch' | 'tag' | 'ref'>,
): Surroundings {
  return {
    surface: 'action',
    cwd: '/checkout',
    env: {},
    event,
    pullRequest: event === 'pull_request' ? 1 : null,
    repository: {
      commit: COMMIT,
      committedAt: 0,
      refused: null,
      tagPrefix: '',
      described: { status: 'described', text: 'v0.0.0' },
      source: 'https://github.com/owner/name',
      ...at,
    },
    base: { commit: { status: 'none', why: 'there is none' }, branch: 'main' },
  }
}

/**
 * Gives the inputs to Bantam's own reading of them, on each event that the workflow will run on, and leaves out what is
 * refused: a Dockerfile can say things that no image of Bantam's can have.
 */
export function checkedInputs(inputs: Inputs, where: string): CheckedInputs {
  const notes: Note[] = []
  let kept = inputs
  for (const at of EVENTS) {
    for (let refused = refusal(kept, at); refused !== null; refused = refusal(kept, at)) {
      const { name, value, why } = refused
      notes.push({ where, what: `${name} ${value}`, why })
      const others = without(kept, name, value)
      if (others === null) return { inputs: null, notes }
      kept = others
    }
  }
  return { inputs: kept, notes }
}

function refusal(
  inputs: Inputs,
  at: Surroundings,
): { readonly name: InputName; readonly value: string; readonly why: string } | null {
  const values = { ...inputs, image: 'ghcr.io/owner/name', budget: 'none' }
  const declared = declareImage({ surface: 'action', values, problems: [] }, at)
  if (declared.ok) return null
  for (const { input, value, clause } of declared.problems) {
    const name = (Object.keys(inputs) as InputName[]).find(known => known === input)
    if (name !== undefined) return { name, value, why: clauseText(clause, 'action') }
  }
  return null
}

/** Leaves out the line that is refused, or all of the input where that is not clear. */
function without(inputs: Inputs, name: InputName, value: string): Inputs | null {
  if (name === 'working-directory') return null
  const lines = inputs[name]?.split('\n') ?? []
  // Of linker flags the field that is wrong is named, and not the line.
  const isRefused = (line: string) =>
    line === value || line.startsWith(`${value}=`) || (name === 'ldflags' && line.endsWith(value))
  const good = lines.filter(line => value === '' || !isRefused(line))
  const { [name]: _, ...others } = inputs
  if (name === 'main') {
    // A program whose place is refused still is one.
    const bare = lines.map(line =>
      good.length < lines.length && !isRefused(line) ? line : line.replace(/=[^]*$/, ''),
    )
    return bare.join('\n') === inputs.main ? null : { ...inputs, main: bare.join('\n') }
  }
  if (good.length === lines.length || good.length === 0) return others
  return { ...others, [name]: good.join('\n') }
}
