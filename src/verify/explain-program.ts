import type { BuildInfo } from '../binary/build-info.ts'
import { linkerVariables } from '../declare/linker-variables.ts'
import { packageBytes } from '../size/package-bytes.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { ModuleDifference, Reason } from './reason.ts'

/** A program of an image, as far as it could be read. */
export interface SeenProgram {
  readonly path: string
  /** The packer's name; `null`: it is not packed. */
  readonly packer: string | null
  /** What was linked. `why`: it is packed and cannot be unpacked. */
  readonly linked: SeenLinked | { readonly why: string }
}

export interface SeenLinked {
  readonly bytes: Uint8Array
  readonly buildInfo: BuildInfo | null
  readonly breakdown: () => Breakdown
}

export interface ProgramContext {
  readonly revision: string
  /** As the image says, which the rebuild used. */
  readonly ldflags: string
  /** The packer of the rebuild, with its version and arguments. */
  readonly packer: string | null
  /** Why the rebuild did not pack it; `null` where it did. */
  readonly notPacked: string | null
}

/** Why a program differs from the one of the rebuild: Go, flags, modules, source or packer. */
export function explainProgram(
  image: SeenProgram,
  rebuilt: SeenProgram,
  context: ProgramContext,
): readonly Reason[] {
  const { path } = image
  const [one, other] = [image.linked, rebuilt.linked]
  const packing = packingReasons(image, rebuilt, context)
  if ('why' in one) return [{ kind: 'unread', path, why: one.why }]
  if ('why' in other) return [{ kind: 'unread', path, why: other.why }]
  if (Buffer.compare(one.bytes, other.bytes) === 0)
    return packing.length > 0 ? packing : [{ kind: 'packer', path, packer: context.packer }]
  const known = [
    ...buildReasons(path, one.buildInfo, other.buildInfo),
    ...flagReasons(path, one.bytes, other.bytes, context.ldflags),
  ]
  return [...(known.length > 0 ? known : [sourceReason(path, one, other, context)]), ...packing]
}

function packingReasons(
  image: SeenProgram,
  rebuilt: SeenProgram,
  { notPacked }: ProgramContext,
): readonly Reason[] {
  if ((image.packer === null) === (rebuilt.packer === null)) return []
  const { path } = image
  return [
    image.packer === null
      ? { kind: 'packed', path, where: 'rebuild', why: null }
      : { kind: 'packed', path, where: 'image', why: notPacked },
  ]
}

function buildReasons(path: string, one: BuildInfo | null, other: BuildInfo | null): readonly Reason[] {
  if (one === null || other === null) return []
  if (one.goVersion !== other.goVersion)
    return [{ kind: 'go', path, image: one.goVersion, rebuilt: other.goVersion }]
  const names = [...new Set([...Object.keys(one.settings), ...Object.keys(other.settings)])]
  const settings = names.flatMap((name): readonly Reason[] => {
    const [image, rebuilt] = [one.settings[name] ?? null, other.settings[name] ?? null]
    return image === rebuilt ? [] : [{ kind: 'setting', path, name, image, rebuilt }]
  })
  const modules = moduleDifferences(one, other)
  return [...settings, ...(modules.length === 0 ? [] : [{ kind: 'modules' as const, path, modules }])]
}

function moduleDifferences(one: BuildInfo, other: BuildInfo): readonly ModuleDifference[] {
  const [before, after] = [modulesOf(one), modulesOf(other)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(path => {
    const [image, rebuilt] = [before.get(path) ?? null, after.get(path) ?? null]
    return image === rebuilt ? [] : [{ path, image, rebuilt }]
  })
}

function modulesOf({ dependencies }: BuildInfo): ReadonlyMap<string, string> {
  return new Map(
    dependencies.map(({ path, version, replacedBy }) => [
      path,
      replacedBy === null ? version : `${version} => ${replacedBy.path} ${replacedBy.version}`.trimEnd(),
    ]),
  )
}

/** Shorter values are found in any binary. */
const SHORTEST_VALUE = 4

/** With -trimpath, Go records no -ldflags. What `-X` sets is a text of the binary. */
function flagReasons(
  path: string,
  image: Uint8Array,
  rebuilt: Uint8Array,
  ldflags: string,
): readonly Reason[] {
  const holds = (bytes: Uint8Array, value: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(value)
  const variables = linkerVariables(ldflags).filter(
    ({ value }) => value.length >= SHORTEST_VALUE && holds(rebuilt, value) && !holds(image, value),
  )
  if (variables.length === 0) return []
  return [
    { kind: 'ldflags', path, variables: variables.map(variable => `${variable.path}.${variable.name}`) },
  ]
}

function sourceReason(
  path: string,
  one: SeenLinked,
  other: SeenLinked,
  { revision }: ProgramContext,
): Reason {
  const [before, after] = [one.breakdown(), other.breakdown()]
  // What the linker keeps of the standard library follows from the code that uses it.
  const own = differingPackages(withoutStandard(before), withoutStandard(after))
  return { kind: 'source', path, revision, packages: own.length > 0 ? own : differingPackages(before, after) }
}

function differingPackages(one: Breakdown, other: Breakdown): readonly string[] {
  const [before, after] = [packageBytes([one]), packageBytes([other])]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    name => before.get(name) !== after.get(name),
  )
}

function withoutStandard(tree: Breakdown): Breakdown {
  return { ...tree, children: (tree.children ?? []).filter(({ kind }) => kind !== 'std') }
}
