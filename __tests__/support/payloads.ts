import fc from 'fast-check'
import type { Payload } from '../../src/pack/bantam/payload.ts'
import { xxh32 } from '../../src/pack/bantam/xxh32.ts'

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
    stored: fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 8, maxLength: 12 }),
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
    const parts = placed.map(({ address: start, fileSize }, index) => {
      const kind = kinds[index] ?? 'raw'
      const streamCount = kind === 'raw' ? 1 : (text ?? 3)
      return { kind, firstStream: 0, streamCount, address: start, size: fileSize, parameter: BigInt(index) }
    })
    const order = ['raw', 'x86 text', 'arm64 text', 'pclntab']
    return {
      entry: 0x400000n,
      programHeaders: 0x400040n,
      programHeaderCount,
      machine,
      linkedSize: offset + fileBytes,
      scratch,
      segments: placed,
      parts: [
        ...parts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
        {
          kind: 'file',
          firstStream: 1,
          streamCount: 1,
          address: BigInt(offset),
          size: fileBytes,
          parameter: 0n,
        },
      ],
      streams: stored.map(bytes => ({ stored: bytes, size: bytes.length + (bytes.length % 7) })),
    }
  })

/** Bytes with the check that a payload of these bytes would have, so that what is behind the check is read. */
export function withCheck(bytes: Uint8Array): Uint8Array {
  const checked = Uint8Array.from(bytes)
  new DataView(checked.buffer).setUint32(12, xxh32(checked.subarray(16)), true)
  return checked
}
