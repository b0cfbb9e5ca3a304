import type { InputName } from '../declare/inputs.ts'
import { formatShellWords } from '../declare/shell-words.ts'
import type { ImageSpec } from '../declare/spec.ts'

/** What to write for a change: an input and its whole value, as the action and the command line take it. */
export interface Setting {
  readonly input: InputName
  readonly value: string
}

/** The inputs that ask for `after` where `before` was asked for. */
export function settingsFor(before: ImageSpec, after: ImageSpec): readonly Setting[] {
  return DIETED.flatMap(({ input, valueOf }) => {
    const value = valueOf(after)
    return value === null || value === valueOf(before) ? [] : [{ input, value }]
  })
}

/** The inputs that a diet changes, and what each must say for a spec; `null` where it need not be given. */
const DIETED: readonly { readonly input: InputName; readonly valueOf: (spec: ImageSpec) => string | null }[] =
  [
    { input: 'go-version', valueOf: ({ go }) => go.version },
    { input: 'build-tags', valueOf: ({ compile }) => compile.buildTags.join(',') },
    { input: 'build-flags', valueOf: ({ compile }) => formatShellWords(compile.buildFlags) },
    { input: 'build-env', valueOf: ({ compile }) => buildVariables(compile.buildEnv) },
    { input: 'pack', valueOf: ({ pack }) => pack.mode },
    { input: 'certificates', valueOf: certificatesOf },
    { input: 'timezones', valueOf: ({ timezones }) => timezones },
    { input: 'layer-compression', valueOf: ({ layerCompression }) => layerCompression },
  ]

/** A line each, as the input takes them. */
function buildVariables(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}

function certificatesOf({ certificates: { roots } }: ImageSpec): string {
  return typeof roots === 'string' ? roots : roots.file
}
