import { writeContainer } from '../../src/pack/bantam/file/container.ts'
import { encodeParts } from '../../src/pack/bantam/encode-parts.ts'
import { compressStream } from '../../src/pack/bantam/streams/frame.ts'
import { MACHINES } from '../../src/pack/bantam/file/inner-fault.ts'
import { splitInner } from '../../src/pack/bantam/file/inner.ts'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { findPayload } from '../../src/pack/bantam/file/packed-elf.ts'
import type { Payload } from '../../src/pack/bantam/file/payload.ts'
import { scratchOf } from '../../src/pack/bantam/scratch.ts'
import { wrap } from '../../src/pack/bantam/wrap.ts'
import { xxh32 } from '../../src/pack/bantam/streams/xxh32.ts'

export interface RawPacking {
  /** Whether the streams are zstd frames. */
  readonly frames?: boolean
  /** Changes what the payload says before it is written. */
  readonly change?: (payload: Payload) => Payload
}

/** Packs a program as the packer does, but without its filters. */
export async function packRaw(
  linked: Uint8Array,
  { frames = false, change = same => same }: RawPacking = {},
): Promise<Uint8Array> {
  const inner = splitInner(linked)
  if ('why' in inner) throw new Error(inner.why)
  const { elf, segments } = inner
  const encoded = encodeParts(inner, { text: false, pclntab: false })
  const streams = await Promise.all(
    encoded.streams.map(async bytes =>
      frames ? await compressStream(bytes) : { stored: bytes, size: bytes.length },
    ),
  )
  const loader = LOADERS[MACHINES[elf.machine] ?? 'amd64']
  if (loader === undefined) throw new Error('there is no loader for it')
  const payload: Payload = {
    entry: elf.entry,
    programHeaders: inner.programHeaders,
    programHeaderCount: inner.programHeaderCount,
    machine: elf.machine,
    linkedSize: linked.length,
    scratch: scratchOf(encoded),
    segments,
    parts: encoded.parts,
    streams,
  }
  return wrap(inner, loader, writeContainer(change(payload)))
}

/** A copy whose payload was changed by hand. Its check is made anew, except for `damage`. */
export function withPayload(packed: Uint8Array, change: (payload: DataView) => void): Uint8Array {
  return changed(packed, (view, size) => {
    change(view)
    const payload = new Uint8Array(view.buffer, view.byteOffset, size)
    view.setUint32(12, xxh32(payload.subarray(16)), true)
  })
}

export function damage(packed: Uint8Array, change: (payload: DataView) => void): Uint8Array {
  return changed(packed, change)
}

/** Where the payload is in the file. */
export function payloadPlace(packed: Uint8Array): { readonly start: number; readonly size: number } {
  const found = findPayload(packed)
  if (found === null) throw new Error('it is not packed')
  const size = Number(new DataView(found.buffer, found.byteOffset).getBigUint64(16, true))
  return { start: found.byteOffset - packed.byteOffset, size }
}

function changed(packed: Uint8Array, change: (payload: DataView, size: number) => void): Uint8Array {
  const { start, size } = payloadPlace(packed)
  const copy = Uint8Array.from(packed)
  change(new DataView(copy.buffer, start, size), size)
  return copy
}
