import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { unpack, type Unpacked } from '../../pack/unpack.ts'
import { resolveUpxToUnpack } from '../../toolchain/resolve-upx.ts'
import type { UpxTool } from '../../tools/upx-tool.ts'

/** Gives the linked binary of what UPX packed. */
export type Unpack = (packed: Uint8Array) => Promise<Unpacked>

/** The UPX of the run, which may still have to be downloaded; `null` if it has none. */
export type KnownUpx = UpxTool | null | Promise<UpxTool | null>

/** An image with more is made to take time: each may take a minute. */
const MOST = 50

/** Looks for a UPX when the first packed binary is met, and not before: it may have to be downloaded. */
export function unpacker(host: Host, known: KnownUpx = null): Unpack {
  let upx: Promise<UpxTool | null> | undefined
  let asked = 0
  return async bytes => {
    asked += 1
    if (asked > MOST) return { why: `${MOST} packed programs were unpacked before it, and that is the most` }
    upx ??= usable(host, known)
    return unpack(host, await upx, { bytes })
  }
}

/** The run itself says why it has no UPX. */
async function usable(host: Host, known: KnownUpx): Promise<UpxTool | null> {
  const found = await Promise.resolve(known).catch(() => null)
  return found ?? findUpx(host)
}

/** Without one, a packed binary is weighed as it is, and said to be. */
async function findUpx(host: Host): Promise<UpxTool | null> {
  try {
    return await resolveUpxToUnpack(host)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    host.log.debug(error.message)
    return null
  }
}
