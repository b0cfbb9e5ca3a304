import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Packer } from '../../pack/packer.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { resolveGo } from '../../toolchain/resolve-go.ts'
import { packerOf } from './packers.ts'

/** What the run works with. */
export interface Tools {
  /** `null`: the binary was brought, and nothing needs Go. */
  readonly go: GoToolchain | null
  /** `null`: nothing is to be packed. */
  readonly packer: Packer | null
}

/** Go and what packs, side by side: either may have to be downloaded. */
export async function resolveTools(host: Host, spec: ImageSpec): Promise<Tools> {
  const [go, packing] = await Promise.all([resolveCompiler(host, spec), resolvePacking(host, spec)])
  return { go, ...packing }
}

export async function resolveCompiler(host: Host, spec: ImageSpec): Promise<Tools['go']> {
  return needsGo(spec) ? resolveGo(host, spec.go, spec.workingDirectory) : null
}

function needsGo({ source, timezones }: ImageSpec): boolean {
  switch (source.kind) {
    case 'main':
      return true
    case 'binary':
      return timezones === 'all'
  }
}

/** What is not needed before something is compiled. */
export async function resolvePacking(host: Host, { pack }: ImageSpec): Promise<Omit<Tools, 'go'>> {
  return { packer: await packerOf(host, pack) }
}
