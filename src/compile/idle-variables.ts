import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Idle, IdleVariable, LinkerVariable } from '../declare/linker-variables.ts'
import { nearest } from '../declare/nearest.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import type { Dependency } from './dependencies.ts'
import { goDeclarations, type Declaration } from './go-declarations.ts'

/** What a service is made of. */
export interface Sources {
  readonly dependencies: readonly Dependency[]
  /** Import paths of the main packages. */
  readonly mains: readonly string[]
  /** The linked binaries' bytes. */
  readonly binaries: readonly Uint8Array[]
}

/**
 * Returns the variables that set nothing in any of the binaries. A variable in a file that cannot be read is not
 * included.
 */
export async function findIdleVariables(
  host: Host,
  variables: readonly LinkerVariable[],
  sources: Sources,
): Promise<readonly IdleVariable[]> {
  const found = await Promise.all(
    variables.map(async variable => ({ variable, why: await whyIdle(host, variable, sources) })),
  )
  return found.flatMap(({ variable, why }) => (why === null ? [] : [{ variable, why }]))
}

async function whyIdle(host: Host, variable: LinkerVariable, sources: Sources): Promise<Idle | null> {
  const { dependencies, mains, binaries } = sources
  if (mains.includes(variable.path)) return { kind: 'main by its path' }
  const meant = variable.path === 'main' ? mains : [variable.path]
  const packages = dependencies.filter(({ importPath }) => meant.includes(importPath))
  if (packages.length === 0) {
    const others = dependencies.filter(({ standard }) => !standard).map(({ importPath }) => importPath)
    return { kind: 'no package', meant: nearest(variable.path, others) }
  }
  const isThere = binaries.some(bytes =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(variable.value),
  )
  const reasons = await Promise.all(packages.map(async found => whyIdleIn(host, variable, found)))
  const [first] = reasons.filter(reason => !(isThere && mayBeString(reason)))
  if (reasons.length > 0 && first !== undefined && reasons.every(reason => reason !== null)) return first
  return isThere ? null : { kind: 'unused' }
}

/** The type can be an alias of `string`. For a variable that is in use, the linker refuses every other type. */
function mayBeString(reason: Idle | null): boolean {
  return reason?.kind === 'no string'
}

/** `null` if it sets the variable, or if that cannot be determined. */
async function whyIdleIn(host: Host, { name }: LinkerVariable, found: Dependency): Promise<Idle | null> {
  const declared = await declarationsOf(host, found)
  if (declared === null) return null
  const declaration = declared.get(name)
  if (declaration === undefined) {
    const variables = [...declared].filter(
      ([, { kind, type }]) => kind === 'var' && (type ?? 'string') === 'string',
    )
    return {
      kind: 'no variable',
      meant: nearest(
        name,
        variables.map(([variable]) => variable),
      ),
    }
  }
  const { kind, type, value } = declaration
  if (kind !== 'var') return { kind: 'no variable but', is: kind }
  if (type !== null && type !== 'string') return { kind: 'no string', type }
  if (type === null && value === 'number') return { kind: 'no string', type: 'a number' }
  return value === 'computed' ? { kind: 'computed' } : null
}

async function declarationsOf(
  host: Host,
  { directory, goFiles, cgoFiles }: Dependency,
): Promise<ReadonlyMap<string, Declaration> | null> {
  const files = [...goFiles, ...cgoFiles].map(file => path.resolve(directory, file))
  try {
    const texts = await Promise.all(files.map(async file => readFile(file, 'utf8')))
    return new Map(texts.flatMap(text => [...goDeclarations(text)]))
  } catch (cause) {
    // With -overlay, a file can be in another place.
    host.log.debug(`-X was not checked in ${directory}: ${errorMessage(cause)}`)
    return null
  }
}
