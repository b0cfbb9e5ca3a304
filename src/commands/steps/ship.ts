import { readFile } from 'node:fs/promises'
import { knownOf } from '../../binary/go-signs.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import { inParallel } from '../../host/in-parallel.ts'
import { type BinaryPlace, binaryPath } from '../../declare/binary-place.ts'
import type { Isolations } from '../../isolation/isolation.ts'
import type { BegunPacking, Packed, PackOutcome } from '../../pack/outcome.ts'
import { beginPacking } from '../../pack/pack-binary.ts'
import type { PackRequest } from '../../pack/pack-request.ts'
import type { Packer } from '../../pack/packer.ts'
import type { BinaryWeight } from '../../weigh-in/weigh-in.ts'
import { kernelStarts } from '../../proof/starter.ts'
import type { ReadBinary } from './read.ts'
import { binaryWeight } from './weigh-in.ts'

/** A binary as it goes into the image, and everything that was found out about it. */
export interface ShippedBinary extends Required<BinaryPlace> {
  readonly bytes: Uint8Array
  readonly packed: boolean
  readonly weight: BinaryWeight
  readonly packMs: number
  readonly proveMs: number
}

/** A binary that is being packed and proven. It goes on whether or not the promises are awaited. */
export interface Shipping {
  readonly linkedSize: number
  /** What the packer made. The proof may still refuse it. */
  readonly packed: Promise<Packed>
  /** The binary, packed and proven, or as it was linked where it cannot be packed safely. */
  readonly shipped: Promise<ShippedBinary>
}

/** What is to be packed for one image. */
export interface ToShip {
  readonly binaries: readonly ReadBinary[]
  /** From `readFilePrograms`. */
  readonly programs: readonly ReadBinary[]
}

/** Begins to pack and to prove the binaries and then the programs, as many at a time as there are cores. */
export function beginShipping(
  host: Host,
  spec: PlatformSpec,
  packer: Packer | null,
  { binaries, programs }: ToShip,
  isolations: Isolations,
): readonly Shipping[] {
  const smokeTested = spec.smoke !== null && kernelStarts(spec.platform)
  const turns = [
    ...binaries.map(binary => ({ binary, smokeTested })),
    // A smoke test starts the image, and not every program in it.
    ...programs.map(binary => ({ binary, smokeTested: null })),
  ].map(turn => ({ ...turn, begun: Promise.withResolvers<BegunPacking>() }))
  const working = inParallel(host.cores, turns, async ({ binary, smokeTested: tested, begun }) => {
    const packing = beginPacking(host, requestOf(spec, tested, packer, binary), isolations)
    begun.resolve(packing)
    await packing.outcome
  })
  // A failure is reported to the caller when it awaits the binary, also for the binaries that were not begun.
  working.catch((error: unknown) => {
    for (const { begun } of turns) begun.reject(error)
  })
  return turns.map(({ binary, begun }) => {
    const packed = begun.promise.then(packing => packing.packed)
    const shipped = begun.promise.then(async packing => shippedOf(binary, await packing.outcome))
    packed.catch(() => {})
    shipped.catch(() => {})
    return { linkedSize: binary.linkedSize, packed, shipped }
  })
}

/** @throws Failure as soon as one of them fails */
export async function allShipped(shipping: readonly Shipping[]): Promise<readonly ShippedBinary[]> {
  return Promise.all(shipping.map(({ shipped }) => shipped))
}

function requestOf(
  { platform, pack, othersCode }: PlatformSpec,
  smokeTested: boolean | null,
  packer: Packer | null,
  { linked, bytes, breakdown, executable }: ReadBinary,
): PackRequest {
  return {
    name: linked.name,
    linked: linked.file,
    linkedBytes: bytes,
    executable,
    platform,
    mode: pack.mode,
    packer,
    smokeTested,
    othersCode,
    meanwhile: () => void breakdown(),
  }
}

async function shippedOf(
  { linked, bytes: linkedBytes, breakdown, executable }: ReadBinary,
  { shipped, pack, proof, price, packMs, proveMs }: PackOutcome,
): Promise<ShippedBinary> {
  const packed = pack.status === 'packed'
  const bytes = packed ? await readFile(shipped) : linkedBytes
  const weight = binaryWeight(
    {
      name: linked.name,
      path: binaryPath(linked),
      linkedSize: linkedBytes.length,
      shippedSize: bytes.length,
      pack,
      proof,
      price,
    },
    { executable, known: knownOf(executable, linkedBytes, breakdown()), breakdown: breakdown() },
    'package',
  )
  return { name: linked.name, directory: linked.directory, bytes, packed, weight, packMs, proveMs }
}
