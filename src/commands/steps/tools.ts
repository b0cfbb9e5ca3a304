import type { PlatformSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Packer } from '../../pack/packer.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { resolveGo } from '../../toolchain/resolve-go.ts'
import { packerOf } from './packers.ts'

/** The tools of the run. */
export interface Tools {
  /** `null`: the user supplied the binary, and nothing needs Go. */
  readonly go: GoToolchain | null
  /** `null`: nothing will be packed. */
  readonly packer: Packer | null
}

/** Finds Go and the packer's tool at the same time: either may have to be downloaded. */
export async function resolveTools(host: Host, spec: PlatformSpec): Promise<Tools> {
  const [go, packing] = await Promise.all([resolveCompiler(host, spec), resolvePacking(host, spec)])
  return { go, ...packing }
}

export async function resolveCompiler(host: Host, spec: PlatformSpec): Promise<Tools['go']> {
  return needsGo(spec) ? resolveGo(host, spec.go, spec.workingDirectory) : null
}

function needsGo({ source, timezones }: PlatformSpec): boolean {
  switch (source.kind) {
    case 'main':
      return true
    case 'binary':
      return timezones === 'all'
  }
}

/** Finds what is needed only after something is compiled. */
export async function resolvePacking(
  host: Host,
  { pack }: Pick<PlatformSpec, 'pack'>,
): Promise<Omit<Tools, 'go'>> {
  return { packer: await packerOf(host, pack) }
}
