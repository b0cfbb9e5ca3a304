import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Packer } from '../../pack/packer.ts'
import { upxPacker } from '../../pack/upx.ts'
import type { GoToolchain } from '../../toolchain/go-toolchain.ts'
import { resolveGo } from '../../toolchain/resolve-go.ts'
import { resolveUpx } from '../../toolchain/resolve-upx.ts'
import type { UpxTool } from '../../toolchain/upx-tool.ts'

/** What the run works with. */
export interface Tools {
  /** `null`: the binary was brought, and nothing needs Go. */
  readonly go: GoToolchain | null
  /** `null`: nothing is to be packed. */
  readonly packer: Packer | null
  /** What packs; `null`: nothing is to be packed. */
  readonly upx: UpxTool | null
}

/** Go and UPX, side by side: either may have to be downloaded. */
export async function resolveTools(host: Host, spec: ImageSpec): Promise<Tools> {
  const needsGo = spec.source.kind === 'main' || spec.timezones === 'all'
  const [go, upx] = await Promise.all([
    needsGo ? resolveGo(host, spec.go, spec.workingDirectory) : null,
    spec.pack.mode === 'off' ? null : resolveUpx(host, spec.pack),
  ])
  return { go, upx, packer: upx === null ? null : upxPacker(host, upx, spec.pack.upxArgs) }
}
