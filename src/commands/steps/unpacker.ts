import type { Host } from '../../host/host.ts'
import type { Packer, Unpacked, Unpacker } from '../../pack/packer.ts'
import { unpackersOf } from './packers.ts'

/** Returns the linked binary of a packed file; `null` where no known packer made the file. */
export type Unpack = (file: Uint8Array) => Promise<FoundPacked | null>

/** What was unpacked, with the packer's name. */
export type FoundPacked = Unpacked & { readonly packer: string }

/** The packer of this run, whose tool may still have to be downloaded; `null` if nothing is packed. */
export type RunPacker = Packer | null | Promise<Packer | null>

/**
 * The most packed programs of one image that are unpacked: each may take a minute, and a hostile image may have many.
 */
const MOST = 50

/**
 * Unpacks with the packer of the run where that made the file. Otherwise a tool is looked for when the first packed
 * binary is found, not earlier, because it may have to be downloaded.
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
      return {
        packer: name,
        why: `at most ${MOST} packed programs are unpacked, and there were ${MOST} before it`,
      }
    // The run itself reports why it has no packer.
    const own = await Promise.resolve(ofRun).catch(() => null)
    const unpacked = await (own?.name === name ? own : known).unpack(file)
    return { ...unpacked, packer: name }
  }
}
