import { expect, it } from '@jest/globals'
import { BrokenStream, ByteReader } from '../../../../src/pack/bantam/streams/byte-reader.ts'

it.each(['byte', 'u16be', 'u24be', 'u32be', 'u32le', 'varint'] as const)(
  'reads nothing behind the end: %s',
  name => {
    expect(() => new ByteReader(new Uint8Array())[name]()).toThrow(BrokenStream)
    expect(() => new ByteReader(Uint8Array.of(0x80)).varint()).toThrow('a stream ends too early')
  },
)

it('reads no more bytes than there are', () => {
  const reader = new ByteReader(Uint8Array.of(1, 2, 3))
  expect(reader.bytes(2)).toEqual(Uint8Array.of(1, 2))
  expect(() => reader.bytes(2)).toThrow(BrokenStream)
  expect(reader.bytes(1)).toEqual(Uint8Array.of(3))
})

it('reads no varint of more than five bytes', () => {
  expect(new ByteReader(Uint8Array.of(255, 255, 255, 255, 15)).varint()).toBe(2 ** 32 - 1)
  expect(() => new ByteReader(new Uint8Array(9).fill(255)).varint()).toThrow('more than 32 bits')
})
