import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenStream } from '../../../src/pack/bantam/byte-reader.ts'
import { payloadVersion, readContainer, writeContainer } from '../../../src/pack/bantam/container.ts'
import type { Part, Payload, StreamBytes } from '../../../src/pack/bantam/payload.ts'
import { payloads, withCheck } from '../../support/payloads.ts'

const SMALL: Payload = {
  entry: 0x401000n,
  programHeaders: 0x400040n,
  programHeaderCount: 4,
  machine: 62,
  linkedSize: 6000,
  scratch: 100,
  segments: [
    { address: 0x400000n, fileSize: 4096, memorySize: 4096, offset: 0, rights: 5 },
    { address: 0x401000n, fileSize: 1000, memorySize: 8000, offset: 4096, rights: 6 },
  ],
  parts: [
    { kind: 'raw', firstStream: 0, streamCount: 1, address: 0x400000n, size: 4096, parameter: 0n },
    { kind: 'raw', firstStream: 0, streamCount: 1, address: 0x401000n, size: 1000, parameter: 0n },
    { kind: 'file', firstStream: 1, streamCount: 1, address: 5096n, size: 904, parameter: 0n },
  ],
  streams: [
    { stored: new Uint8Array(100), size: 5096 },
    { stored: new Uint8Array(904).fill(7), size: 904 },
  ],
}

/** Where things are in the bytes of `SMALL`. */
const AT = { segments: 80, parts: 160, streams: 256 }

type Edit = (view: DataView) => void

function edited(...edits: readonly Edit[]): Uint8Array {
  const bytes = writeContainer(SMALL)
  for (const edit of edits) edit(new DataView(bytes.buffer))
  return withCheck(bytes)
}

const u16 =
  (at: number, value: number): Edit =>
  view =>
    view.setUint16(at, value, true)
const u32 =
  (at: number, value: number): Edit =>
  view =>
    view.setUint32(at, value, true)
const u64 =
  (at: number, value: bigint): Edit =>
  view =>
    view.setBigUint64(at, value, true)

const EMPTY: StreamBytes = { stored: new Uint8Array(), size: 0 }
const RAW: Part = { kind: 'raw', firstStream: 0, streamCount: 1, address: 0x400000n, size: 0, parameter: 0n }

function written(more: Partial<Payload>): Uint8Array {
  return writeContainer({ ...SMALL, ...more })
}

/** Raw parts one behind the other, each with the next bytes of its stream. */
function takingTurns(streams: readonly number[]): readonly Part[] {
  return streams.map((firstStream, index) => ({
    ...RAW,
    firstStream,
    address: RAW.address + BigInt(index) * 10n,
    size: 10,
  }))
}

function sharing(): readonly Part[] {
  return SMALL.parts.map(part => ({ ...part, firstStream: 0 }))
}

const TERA = 1n << 40n

describe('a payload', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(payloads, payload => expect(readContainer(writeContainer(payload))).toEqual(payload)),
    )
  })

  it('is read with other bytes behind it', () => {
    const bytes = writeContainer(SMALL)
    expect(readContainer(Buffer.concat([bytes, Buffer.alloc(300, 1)]))).toEqual(readContainer(bytes))
  })

  it('begins with its name and its version', () => {
    const bytes = writeContainer(SMALL)
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('bantam\0\x01')
    expect([
      payloadVersion(bytes),
      payloadVersion(Buffer.from('bantam\0')),
      payloadVersion(bytes.subarray(1)),
    ]).toEqual([1, null, null])
  })

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'does not begin as one does'],
    ['zeros', new Uint8Array(4096), 'does not begin as one does'],
    ['a future version', edited(view => view.setUint8(7, 2)), 'has version 2 of the format'],
    ['a magic alone', Buffer.from('bantam\0\x01'), 'is cut short'],
    ['one cut in its tables', writeContainer(SMALL).subarray(0, 200), 'is cut short'],
    ['one cut in its streams', writeContainer(SMALL).subarray(0, -1), 'is cut short'],
    [
      'a flipped bit',
      writeContainer(SMALL).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
      'its check does not match',
    ],
    ['a head that is too long', edited(u32(8, 81)), 'its tables do not fit its head'],
    ['four billion segments', edited(u32(64, 0xffffffff)), 'its tables do not fit its head'],
    ['four billion streams', edited(u32(72, 0xffffffff)), 'its tables do not fit its head'],
    ['more bytes than there are', edited(u64(16, TERA)), 'is cut short'],
    ['as many bytes as there can be', edited(u64(16, 2n ** 64n - 1n)), 'is cut short'],
    [
      'a linked file of terabytes',
      edited(u64(48, TERA)),
      'unpacks to 1099511627776 bytes, which is too much',
    ],
    ['scratch of terabytes', edited(u64(56, TERA)), 'needs 1099511627776 bytes of memory'],
    ['another machine', edited(u32(44, 243)), 'is for the machine 243'],
    ['an entry beyond all memory', edited(u64(24, TERA)), 'an address out of bounds'],
    ['program headers beyond all memory', edited(u64(32, TERA)), 'an address out of bounds'],
    ['a segment of terabytes', edited(u64(AT.segments + 16, TERA)), 'a segment that cannot be loaded'],
    ['a segment larger in the file', edited(u64(AT.segments + 8, 5000n)), 'a segment that cannot be loaded'],
    ['a segment behind its file', edited(u64(AT.segments + 24, 5000n)), 'a segment outside of its file'],
    ['segments that overlap', edited(u64(AT.segments + 40, 0x400800n)), 'its segments overlap'],
    ['segments that share a page', edited(u64(AT.segments + 16, 4097n)), 'its segments overlap'],
    [
      'a segment at the end of the world',
      edited(u64(AT.segments + 40, 2n ** 64n - 4096n)),
      'an address out of bounds',
    ],
    ['rights that do not exist', edited(u32(AT.segments + 32, 8)), 'a segment that cannot be loaded'],
    [
      'segments that overlap in the file',
      edited(u64(AT.segments + 40 + 24, 4000n)),
      'its segments overlap in the file',
    ],
    [
      'text with streams that take too much memory',
      written({
        linkedSize: 200_000,
        parts: [{ ...RAW, kind: 'x86 text', size: 100 }],
        streams: [{ stored: new Uint8Array(9), size: 65_737 }],
      }),
      'a part that takes too much memory',
    ],
    ['text for another machine', edited(u16(AT.parts + 32, 2)), 'has text for another machine'],
    [
      'a part that a loader skips in a segment',
      edited(u64(AT.parts + 32 + 16, 500n), u64(AT.parts + 64 + 8, 5000n)),
      'a part that is in a segment and is not loaded',
    ],
    ['an unknown kind', edited(u16(AT.parts, 9)), 'a part of the unknown kind 9'],
    ['a part behind its segment', edited(u64(AT.parts + 8, 0x400001n)), 'a part outside of its file'],
    ['a part of terabytes', edited(u64(AT.parts + 16, TERA)), 'a part outside of its file'],
    [
      'a part of the file behind its end',
      edited(u64(AT.parts + 64 + 8, 5097n)),
      'a part outside of its file',
    ],
    ['a part before its file', edited(u64(AT.parts + 64 + 8, 2n ** 64n - 1n)), 'a part outside of its file'],
    ['parts that overlap', edited(u64(AT.parts + 64 + 8, 5000n)), 'its parts overlap'],
    [
      'a million streams',
      withCheck(writeContainer({ ...SMALL, streams: Array.from({ length: 1_000_000 }, () => EMPTY) })),
      'has 1000000 streams, which is too much',
    ],
    [
      'thousands of parts',
      withCheck(writeContainer({ ...SMALL, parts: Array.from({ length: 2000 }, () => RAW) })),
      'has 2000 parts, which is too much',
    ],
    ['streams in another order', written({ parts: takingTurns([0, 1, 0]) }), 'not in the order of its parts'],
    ['a stream for two kinds of part', written({ parts: sharing() }), 'not in the order of its parts'],
    ['a stream too much', written({ streams: [...SMALL.streams, EMPTY] }), 'a stream that no part has'],
    [
      'a stream longer than its parts',
      edited(u64(AT.parts + 16, 4000n)),
      'a stream that is longer than its parts',
    ],
    ['a stream that is not there', edited(u32(AT.parts + 4, 2)), 'a part without a stream'],
    ['more streams than there are', edited(u16(AT.parts + 2, 3)), 'a part without a stream'],
    [
      'a raw part without streams',
      edited(u16(AT.parts + 2, 0)),
      'a raw part with more or less than one stream',
    ],
    [
      'parts in another order',
      edited(u16(AT.parts, 4), u64(AT.parts + 8, 0n)),
      'its parts are not in their order',
    ],
    [
      'two texts',
      edited(u16(AT.parts, 1), u16(AT.parts + 32, 2)),
      'two parts of a kind that a program has once',
    ],
    [
      'a stream of gigabytes',
      edited(u32(AT.streams + 4, 0xffffffff)),
      'its streams are larger than their file',
    ],
    ['a stream larger than its content', edited(u32(AT.streams + 4, 99)), 'larger than what it holds'],
    ['a stream behind the end', edited(u32(AT.streams, 2000)), 'is cut short'],
    ['bytes that no stream has', edited(u32(AT.streams, 99)), 'has bytes behind its streams'],
  ])('is refused: %s', (_, bytes, says) => {
    expect(() => readContainer(bytes)).toThrow(says)
    expect(() => readContainer(bytes)).toThrow(BrokenStream)
  })

  it('is read or refused, whatever its bytes are', () => {
    const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 6 })
    fc.assert(
      fc.property(payloads, changes, (payload, changed) => {
        const bytes = writeContainer(payload)
        for (const [at, value] of changed) bytes[8 + (at % (bytes.length - 8))] = value
        try {
          const read = readContainer(withCheck(bytes))
          expect(read.streams.reduce((sum, { stored }) => sum + stored.length, 0)).toBeLessThanOrEqual(
            bytes.length,
          )
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenStream)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
