import { readFile } from 'node:fs/promises'
import { isSizeKnown, knownOf } from '../../binary/go-signs.ts'
import { modulePaths } from '../../binary/module-paths.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import { inParallel } from '../../host/in-parallel.ts'
import { binaryPath } from '../../image/assemble.ts'
import { packBinary } from '../../pack/pack-binary.ts'
import type { Packer } from '../../pack/packer.ts'
import { toDepth } from '../../size/depth.ts'
import type { BinaryWeight } from '../../weigh-in/weigh-in.ts'
import type { ReadBinary } from './read.ts'

/** A binary as it goes into the image, and all that was found out about it. */
export interface ShippedBinary {
  readonly name: string
  readonly bytes: Uint8Array
  readonly packed: boolean
  readonly weight: BinaryWeight
  readonly packMs: number
  readonly proveMs: number
}

/** Packs and proves every binary; what cannot be packed safely ships as it was linked. */
export async function shipBinaries(
  host: Host,
  spec: ImageSpec,
  packer: Packer | null,
  binaries: readonly ReadBinary[],
): Promise<readonly ShippedBinary[]> {
  return inParallel(host.cores, binaries, binary => shipBinary(host, spec, packer, binary))
}

async function shipBinary(
  host: Host,
  spec: ImageSpec,
  packer: Packer | null,
  { linked, bytes: linkedBytes, breakdown, executable }: ReadBinary,
): Promise<ShippedBinary> {
  const outcome = await packBinary(host, {
    name: linked.name,
    linked: linked.file,
    linkedBytes,
    executable,
    platform: spec.platform,
    mode: spec.pack.mode,
    packer,
    smokeTested: spec.smoke !== null,
    othersCode: spec.othersCode,
    meanwhile: () => void breakdown(),
  })
  const packed = outcome.pack.status === 'packed'
  const bytes = packed ? await readFile(outcome.shipped) : linkedBytes
  const { pack, proof, price } = outcome
  const modules = modulePaths(executable.buildInfo)
  const known = knownOf(executable, linkedBytes, breakdown())
  const weight: BinaryWeight = {
    name: linked.name,
    path: binaryPath(linked),
    ...(executable.buildInfo?.path == null ? {} : { main: executable.buildInfo.path }),
    linkedSize: linkedBytes.length,
    shippedSize: bytes.length,
    pack,
    proof,
    price,
    needs: executable.needs,
    ...(known.kind === 'unread' ? { unread: known.reason } : {}),
    ...(modules === null ? {} : { modules }),
    breakdown: isSizeKnown(known) ? toDepth(breakdown(), 'package') : null,
  }
  return { name: linked.name, bytes, packed, weight, packMs: outcome.packMs, proveMs: outcome.proveMs }
}
