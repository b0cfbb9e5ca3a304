import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { zstdCompressSync, constants } from 'node:zlib'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { compressStream, decompressStream } from '../../../../src/pack/bantam/streams/frame.ts'

/** Bytes of some order, so that frames are smaller than what they hold. */
const orderly = fc
  .array(fc.tuple(fc.nat(4), fc.nat(60)), { maxLength: 30 })
  .map(runs => Buffer.concat(runs.map(([byte, count]) => Buffer.alloc(count, byte))))

describe('a stream', () => {
  it('is the same after it was compressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(orderly, fc.uint8Array({ maxLength: 400 })), async bytes => {
        const stream = await compressStream(bytes)
        expect(stream.stored.length).toBeLessThanOrEqual(bytes.length)
        expect(Buffer.compare(decompressStream(stream), bytes)).toBe(0)
      }),
    )
  })

  it.each([300, 70_000, 9_000_000])('of %i bytes becomes one segment that knows its size', async size => {
    const { stored } = await compressStream(Buffer.alloc(size, 'bantam '))
    const descriptor = stored[4] ?? 0
    expect(stored.length).toBeLessThan(size)
    expect(descriptor & 0b0010_0111).toBe(0b0010_0000)
  })

  it('that does not become smaller is kept as it is', async () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => (at * 167) & 255)
    expect((await compressStream(bytes)).stored).toBe(bytes)
  })

  const zeros = new Uint8Array(100_000)
  it.each<[string, Uint8Array, number, string]>([
    ['no frame', new Uint8Array(20).fill(3), 100, 'no zstd frame of its size'],
    ['an empty one', new Uint8Array(), 100, 'no zstd frame of its size'],
    ['a frame of another size', zstdCompressSync(zeros), 100_001, 'no zstd frame of its size'],
    [
      'a frame with a checksum',
      zstdCompressSync(zeros, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
      100_000,
      'no zstd frame of its size',
    ],
    ['a frame that is cut', zstdCompressSync(zeros).subarray(0, 12), 100_000, 'damaged|cut short'],
    [
      'a frame that is damaged',
      zstdCompressSync(zeros).map((byte, at) => (at === 9 ? 0xff : byte)),
      100_000,
      'damaged',
    ],
  ])('is refused: %s', (_, stored, size, says) => {
    const decompress = () => decompressStream({ stored, size })
    expect(decompress).toThrow(BrokenStream)
    expect(decompress).toThrow(new RegExp(says))
  })
})
