import { binaryPath } from '../declare/binary-place.ts'
import { parseCapabilitySpec } from '../declare/capability-spec.ts'
import { parseHealthcheck } from '../declare/healthcheck.ts'
import type { InputName } from '../declare/inputs.ts'
import { parseBinaryPlace } from '../declare/main-spec.ts'
import { type Inputs, inputOf, type Placed } from './draft.ts'
import type { Note } from './facts.ts'

/** Leaves out the settings of programs that the image will not have: a build would fail on each of them. */
export function withoutPrograms(
  inputs: Inputs,
  lost: readonly Placed[],
  where: string,
): { readonly inputs: Inputs; readonly notes: readonly Note[] } {
  const paths = lost.flatMap(pathOf)
  const notes: Note[] = []
  const without = (name: InputName, isLost: (line: string) => boolean): Inputs => {
    const lines = inputs[name]?.split('\n') ?? []
    const good = lines.filter(line => !isLost(line))
    const why = 'its program is not in the image, since it is in another module than the first'
    notes.push(...lines.filter(isLost).map(line => ({ where, what: `${name} ${line}`, why })))
    return inputOf(name, good)
  }
  const { healthcheck: _, capabilities: __, ...others } = inputs
  return {
    inputs: {
      ...others,
      ...without('healthcheck', line => isChecked(line, paths)),
      ...without('capabilities', line => isCapable(line, paths)),
    },
    notes,
  }
}

function pathOf({ program, place }: Placed): readonly string[] {
  const parsed = parseBinaryPlace(place ?? `/${program.name}`)
  return parsed.ok ? [binaryPath(parsed.value)] : []
}

function isChecked(line: string, paths: readonly string[]): boolean {
  const check = parseHealthcheck(line)
  return check.ok && check.value.kind === 'command' && paths.includes(check.value.words[0] ?? '')
}

function isCapable(line: string, paths: readonly string[]): boolean {
  const given = parseCapabilitySpec(line)
  return given.ok && given.value.path !== null && paths.includes(given.value.path)
}
