import type { InputName } from '../declare/inputs.ts'
import { formatShellWords } from '../declare/shell-words.ts'
import type { PlatformSpec } from '../declare/spec.ts'

/**
 * What to write for a change: an input and its whole value, in the form that the action and the command line accept.
 */
export interface Setting {
  readonly input: InputName
  readonly value: string
}

/** Returns the inputs that turn the spec `before` into `after`. */
export function settingsFor(before: PlatformSpec, after: PlatformSpec): readonly Setting[] {
  return DIETED.flatMap(({ input, valueOf }) => {
    const value = valueOf(after)
    return value === null || value === valueOf(before) ? [] : [{ input, value }]
  })
}

/** The inputs that a diet changes, with the value that a spec needs; `null` where the input can be left out. */
const DIETED: readonly {
  readonly input: InputName
  readonly valueOf: (spec: PlatformSpec) => string | null
}[] = [
  { input: 'go-version', valueOf: ({ go }) => go.version },
  { input: 'build-tags', valueOf: ({ compile }) => compile.buildTags.join(',') },
  { input: 'build-flags', valueOf: ({ compile }) => formatShellWords(compile.buildFlags) },
  { input: 'build-env', valueOf: ({ compile }) => buildVariables(compile.buildEnv) },
  { input: 'pack', valueOf: ({ pack }) => pack.mode },
  { input: 'certificates', valueOf: certificatesOf },
  { input: 'timezones', valueOf: ({ timezones }) => timezones },
  { input: 'layer-compression', valueOf: ({ layerCompression }) => layerCompression },
]

/** One line for each, as the input accepts them. */
function buildVariables(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}

function certificatesOf({ certificates: { roots } }: PlatformSpec): string {
  return typeof roots === 'string' ? roots : roots.file
}
