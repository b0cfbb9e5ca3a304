import fc from 'fast-check'
import type { Payload } from '../../src/pack/bantam/file/payload.ts'
import { xxh32 } from '../../src/pack/bantam/streams/xxh32.ts'

/** A payload that says only what is possible: segments apart from each other, parts within them. */
export const payloads: fc.Arbitrary<Payload> = fc
  .record({
    machine: fc.constantFrom(62, 183),
    segments: fc.array(
      fc.record({ gap: fc.nat(3), size: fc.nat(5000), more: fc.nat(9000), rights: fc.nat(7) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fileBytes: fc.nat(300),
    text: fc.option(fc.nat(6)),
    pclntab: fc.boolean(),
    programHeaderCount: fc.nat(20),
    scratch: fc.nat(1 << 24),
    stored: fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 15, maxLength: 20 }),
  })
  .map(({ machine, segments, fileBytes, text, pclntab, programHeaderCount, scratch, stored }) => {
    let [address, offset] = [0x400000n, 0]
    const placed = segments.map(({ gap, size, more, rights }) => {
      const segment = { address, fileSize: size, memorySize: size + more, offset, rights }
      address += BigInt((Math.ceil((size + more) / 4096) + gap) * 4096)
      offset += size
      return segment
    })
    const kinds = placed.map((_, index) => {
      if (index === 1 && text !== null)
        return machine === 62 ? ('x86 text' as const) : ('arm64 text' as const)
      return index === 2 && pclntab ? ('pclntab' as const) : ('raw' as const)
    })
    const order = ['raw', 'x86 text', 'arm64 text', 'pclntab']
    const sorted = placed
      .map(({ address: start, fileSize }, index) => ({
        kind: kinds[index] ?? 'raw',
        address: start,
        size: fileSize,
        parameter: BigInt(index),
      }))
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    // Raw parts share the first stream.
    let used = 1
    const parts = sorted.map(part => {
      const streamCount = part.kind === 'raw' ? 1 : (text ?? 3)
      const firstStream = part.kind === 'raw' ? 0 : used
      if (part.kind !== 'raw') used += streamCount
      return { ...part, firstStream, streamCount }
    })
    const raw = sorted.reduce((sum, { kind, size }) => sum + (kind === 'raw' ? size : 0), 0)
    const packed = (size: number, bytes = new Uint8Array()) => ({ stored: bytes.subarray(0, size), size })
    const streams = stored.slice(0, used - 1).map(bytes => packed(bytes.length + (bytes.length % 7), bytes))
    const file = { kind: 'file' as const, streamCount: 1, address: BigInt(offset), parameter: 0n }
    return {
      entry: 0x400000n,
      programHeaders: 0x400040n,
      programHeaderCount,
      machine,
      linkedSize: offset + fileBytes,
      scratch,
      segments: placed,
      parts: [...parts, { ...file, firstStream: used, size: fileBytes }],
      streams: [packed(raw, stored.at(-1)), ...streams, packed(fileBytes, stored.at(-2))],
    }
  })

/** Bytes with the check that a payload of these bytes would have, so that what is behind the check is read. */
export function withCheck(bytes: Uint8Array): Uint8Array {
  const checked = Uint8Array.from(bytes)
  new DataView(checked.buffer).setUint32(12, xxh32(checked.subarray(16)), true)
  return checked
}
