import type { Host } from '../../host/host.ts'
import type { Packer, Unpacked, Unpacker } from '../../pack/packer.ts'
import { unpackersOf } from './packers.ts'

/** The linked binary of a file that a packer made; `null` where none of them did. */
export type Unpack = (file: Uint8Array) => Promise<FoundPacked | null>

/** With the packer's name. */
export type FoundPacked = Unpacked & { readonly packer: string }

/** What packs in this run, whose tool may still have to be downloaded; `null` if nothing does. */
export type RunPacker = Packer | null | Promise<Packer | null>

/** An image with more is made to take time: each may take a minute. */
const MOST = 50

/**
 * Unpacks with the packer of the run where it is of the right kind. Otherwise a tool is looked for when the first packed
 * binary is met, and not before: it may have to be downloaded.
 */
export function unpacker(
  host: Host,
  ofRun: RunPacker = null,
  unpackers: readonly Unpacker[] = unpackersOf(host),
): Unpack {
  let asked = 0
  return async file => {
    const known = unpackers.find(one => one.recognizes(file))
    if (known === undefined) return null
    const { name } = known
    asked += 1
    if (asked > MOST)
      return { packer: name, why: `${MOST} packed programs were unpacked before it, and that is the most` }
    // The run itself says why it has no packer.
    const own = await Promise.resolve(ofRun).catch(() => null)
    const unpacked = await (own?.name === name ? own : known).unpack(file)
    return { ...unpacked, packer: name }
  }
}
