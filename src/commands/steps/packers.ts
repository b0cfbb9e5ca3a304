import type { PackSpec } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { BANTAM_UNPACKER, bantamPacker } from '../../pack/bantam/bantam-packer.ts'
import type { Packer, Unpacker } from '../../pack/packer.ts'
import { upxUnpacker } from '../../pack/upx-unpack.ts'
import { upxPacker } from '../../pack/upx.ts'
import { resolveUpx, resolveUpxToUnpack } from '../../toolchain/resolve-upx.ts'

/** A packer, and where its tool comes from. */
interface KnownPacker {
  /** @throws Failure where its tool cannot be found or downloaded */
  readonly toPack: (host: Host, spec: PackSpec) => Promise<Packer>
  readonly toUnpack: (host: Host) => Unpacker
}

/** Every packer that there is, by what the input calls it. Files that any of them packed are recognized and unpacked. */
const PACKERS: Readonly<Record<PackSpec['packer'], KnownPacker>> = {
  upx: {
    toPack: async (host, spec) => upxPacker(host, await resolveUpx(host, spec), spec.upxArgs),
    toUnpack: host => upxUnpacker(host, () => orNone(host, resolveUpxToUnpack(host))),
  },
  bantam: {
    toPack: async host => bantamPacker(host),
    toUnpack: () => BANTAM_UNPACKER,
  },
}

/**
 * Returns the packer of the run; `null`: nothing will be packed.
 *
 * @throws Failure where its tool cannot be found or downloaded
 */
export async function packerOf(host: Host, spec: PackSpec): Promise<Packer | null> {
  return spec.mode === 'off' ? null : PACKERS[spec.packer].toPack(host, spec)
}

export function unpackersOf(host: Host): readonly Unpacker[] {
  return Object.values(PACKERS).map(({ toUnpack }) => toUnpack(host))
}

/** Without the packer's tool, a packed binary is weighed as it is, and the report says so. */
async function orNone<Tool>(host: Host, tool: Promise<Tool>): Promise<Tool | null> {
  try {
    return await tool
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    host.log.debug(error.message)
    return null
  }
}
