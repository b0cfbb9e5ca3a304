import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readContainer, writeContainer } from '../../../src/pack/bantam/file/container.ts'
import { packBytes } from '../../../src/pack/bantam/pack.ts'
import { splitInner } from '../../../src/pack/bantam/file/inner.ts'
import { LOADERS } from '../../../src/pack/bantam/loaders.ts'
import { findPayload, LOADER_OFFSET, type Loader } from '../../../src/pack/bantam/file/packed-elf.ts'
import type { Payload } from '../../../src/pack/bantam/file/payload.ts'
import { unpackBytes } from '../../../src/pack/bantam/unpack.ts'
import { wrap } from '../../../src/pack/bantam/wrap.ts'
import { BASE, makeElf } from '../../support/make-elf.ts'
import { withCheck } from '../../support/payloads.ts'

const LOADER = LOADERS.amd64 ?? { code: new Uint8Array() }

/** The packed file of the small program, with this payload, whatever it is. */
function around(payload: Uint8Array, loader: Loader = LOADER): Uint8Array {
  const inner = splitInner(smallProgram())
  if ('why' in inner) throw new Error(inner.why)
  return wrap(inner, loader, payload)
}

function why(packed: Uint8Array, maxBytes = 1_000_000_000): string | null {
  const unpacked = unpackBytes(packed, { maxBytes })
  return 'why' in unpacked ? unpacked.why : null
}

const DAMAGED = 'it was packed by Bantam and damaged or changed afterwards'

/** Code and data, apart from each other by a page. */
function smallProgram(): Uint8Array {
  const code = Uint8Array.from({ length: 3000 }, (_, at) => [0x48, 0x89, 0xe5, 0xc3, 0x90][at % 5] ?? 0)
  const data = Buffer.alloc(5000, 'some data, over and over. ')
  const start = BASE + 64n + 112n
  return Uint8Array.from(
    makeElf({
      entry: start,
      segments: [
        { type: 1, flags: 5, content: code },
        { type: 1, flags: 6, content: data, address: start + 3000n + 4096n },
      ],
    }),
  )
}

describe('a packed program', () => {
  let linked = new Uint8Array()
  let packed = new Uint8Array()
  let payload: Payload
  beforeAll(async () => {
    linked = Uint8Array.from(smallProgram())
    const made = await packBytes(linked, { loaders: { amd64: LOADER }, cores: 2, level: 1 })
    if ('why' in made) throw new Error(made.why)
    packed = Uint8Array.from(made.bytes)
    payload = readContainer(findPayload(packed) ?? new Uint8Array())
  })

  it('is what was linked', () => {
    expect(unpackBytes(packed)).toEqual({ linked })
  })

  it('is refused above the limit, and before memory is taken for it', () => {
    expect(why(packed, 1000)).toBe(`it unpacks to ${linked.length} bytes, and the limit is 1000`)
    const largest = { ...payload, linkedSize: 2 ** 31 - 1, parts: [], streams: [] }
    expect(why(around(writeContainer(largest)))).toBe(
      'it unpacks to 2147483647 bytes, and the limit is 1000000000',
    )
  })

  it('is refused where it is of a future version', () => {
    const bytes = writeContainer(payload)
    bytes[7] = 9
    expect(why(around(bytes))).toBe(
      'it was packed in version 9 of the format, and this Bantam reads version 1',
    )
  })

  it.each([1, 20, 100])('is refused where its last %i bytes are missing', missing => {
    expect(why(packed.subarray(0, packed.length - 64 - missing))).toBe(`${DAMAGED}: it is cut short`)
  })

  it('is refused where a stream is of no use', () => {
    const first = payload.streams[0]
    const streams = [{ stored: new Uint8Array(9), size: first?.size ?? 0 }, ...payload.streams.slice(1)]
    expect(why(around(writeContainer({ ...payload, streams })))).toBe(
      `${DAMAGED}: it has a stream that is no zstd frame of its size`,
    )
  })

  it('is refused where a stream is longer than its parts', () => {
    const parts = payload.parts.map((part, index) => (index === 0 ? { ...part, size: part.size - 1 } : part))
    expect(why(around(writeContainer({ ...payload, parts })))).toBe(
      `${DAMAGED}: it has a stream that is longer than its parts`,
    )
  })

  it('is refused where a stream is shorter than its parts', () => {
    const streams = payload.streams.map((stream, index) =>
      index === 0 ? { stored: new Uint8Array(3), size: 3 } : stream,
    )
    expect(why(around(writeContainer({ ...payload, streams })))).toBe(
      `${DAMAGED}: it has a stream that is shorter than its parts`,
    )
  })

  /** What its author may want a report to believe, and the program does not do. */
  const FORGED: readonly [string, string, (bytes: DataView) => void][] = [
    ['another entry', 'it has bytes that no packer wrote', view => view.setUint8(24, view.getUint8(24) + 4)],
    ['data that is code', 'it was not packed by Bantam', view => view.setUint32(64 + 56 + 4, 5, true)],
    ['another place of its payload', 'it has bytes', view => view.setUint8(LOADER_OFFSET, 32)],
    ['fewer bytes of payload', 'it has bytes', view => view.setUint8(LOADER_OFFSET + 8, 80)],
    ['a stack that can be executed', 'it has bytes', view => view.setUint32(64 + 2 * 56 + 4, 7, true)],
    ['bytes behind its payload', 'it has bytes', view => view.setUint8(view.byteLength - 1, 1)],
    [
      'a loader that was changed',
      'it was packed by a version of Bantam that this one does not know, or changed afterwards',
      view => view.setUint8(LOADER_OFFSET + 40, view.getUint8(LOADER_OFFSET + 40) ^ 1),
    ],
  ]

  it.each(FORGED)('is refused with %s', (_, says, change) => {
    const forged = Uint8Array.from(packed)
    change(new DataView(forged.buffer))
    expect(why(forged)).toContain(says)
  })

  it('is refused with more behind it', () => {
    expect(why(Buffer.concat([packed, Buffer.from('more')]))).toBe(
      `${DAMAGED}: it has bytes that no packer wrote`,
    )
  })

  it('is refused with the loader of somebody else, whatever its payload is', () => {
    expect(why(around(writeContainer(payload), { code: Buffer.alloc(5000, 0xf4) }))).toBe(
      'it was packed by a version of Bantam that this one does not know, or changed afterwards',
    )
  })

  it('is refused with a second payload, which its loader takes', () => {
    const real = writeContainer(payload)
    const decoy = Buffer.concat([real, Buffer.alloc(-real.length & 15)])
    const forged = around(Buffer.concat([decoy, real]))
    const view = new DataView(forged.buffer)
    view.setBigUint64(LOADER_OFFSET, view.getBigUint64(LOADER_OFFSET, true) + BigInt(decoy.length), true)
    view.setBigUint64(LOADER_OFFSET + 8, BigInt(real.length), true)
    expect(why(forged)).toBe(`${DAMAGED}: it has bytes that no packer wrote`)
  })

  it.each<[string, Partial<Payload>]>([
    ['begins elsewhere', { entry: BASE + 200n }],
    ['has its headers elsewhere', { programHeaders: BASE + 64n }],
    ['has more headers', { programHeaderCount: 3 }],
  ])('is refused where it %s than the linked file says', (_, more) => {
    expect(why(around(writeContainer({ ...payload, ...more })))).toBe(
      `${DAMAGED}: it loads something else than the headers of the linked file say`,
    )
  })

  it('is refused where it has other rights than the linked file says', () => {
    const segments = payload.segments.map(segment => ({ ...segment, rights: 6 }))
    expect(why(around(writeContainer({ ...payload, segments })))).toBe(
      `${DAMAGED}: it loads something else than the headers of the linked file say`,
    )
  })

  it('is refused where a packed file is in it', async () => {
    const inner = writeContainer({
      ...payload,
      linkedSize: packed.length,
      segments: [{ address: BASE, fileSize: packed.length, memorySize: packed.length, offset: 0, rights: 5 }],
      parts: [
        { kind: 'raw', firstStream: 0, streamCount: 1, address: BASE, size: packed.length, parameter: 0n },
      ],
      streams: [{ stored: packed, size: packed.length }],
    })
    expect(why(around(inner))).toBe(`${DAMAGED}: what was packed cannot be packed: it is packed already`)
  })

  it('is unpacked or refused, whatever was changed', () => {
    const container = writeContainer(payload)
    const place = fc.nat(container.length - 1)
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }), changes => {
        const bytes = Uint8Array.from(container)
        for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value
        const unpacked = unpackBytes(around(withCheck(bytes)), { maxBytes: 100_000_000 })
        expect('why' in unpacked ? unpacked.why : '').toMatch(/^(?:it [^\n]+)?$/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what Bantam did not pack', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(1 << 20)],
    ['text', Buffer.from('bantam\0\x01 is the start of a payload')],
  ])('is refused: %s', (_, bytes) => {
    expect(why(bytes)).toBe('it was not packed by Bantam')
  })
})
