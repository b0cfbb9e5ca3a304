import path from 'node:path'
import type { ImageSpec } from '../../declare/spec.ts'
import { findMains } from '../../compile/find-mains.ts'
import { compile } from '../../compile/go-build.ts'
import type { LinkedBinary } from '../../compile/linked-binary.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { GoToolchain } from '../../toolchain/go-toolchain.ts'

/** At least one. */
export type LinkedBinaries = readonly [LinkedBinary, ...LinkedBinary[]]

/** The linked binaries: compiled, or the one that the user brought. */
export async function linkBinaries(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain | null,
): Promise<LinkedBinaries> {
  const { source } = spec
  if (source.kind === 'binary')
    return [{ name: source.name, file: source.path, main: null, importPath: null }]
  const { compile: flags, platform, workingDirectory } = spec
  const context = { spec: flags, platform, workingDirectory }
  const toolchain = requireToolchain(go)
  const mains = await findMains(host, toolchain, source.mains, context)
  const output = path.join(host.temporary, 'linked')
  const [first, ...others] = await compile(host, toolchain, { ...context, mains, output })
  if (first === undefined) throw new Failure('compile', 'No main package was compiled.')
  return [first, ...others]
}

function requireToolchain(go: GoToolchain | null): GoToolchain {
  if (go === null) throw new Error('a main package is compiled by a toolchain that was not resolved')
  return go
}
