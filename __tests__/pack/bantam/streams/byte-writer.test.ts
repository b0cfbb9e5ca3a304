import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ByteReader } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { ByteWriter, unzigzag, zigzag } from '../../../../src/pack/bantam/streams/byte-writer.ts'

const KINDS = [
  { name: 'byte', bits: 8 },
  { name: 'u16be', bits: 16 },
  { name: 'u24be', bits: 24 },
  { name: 'u32be', bits: 32 },
  { name: 'u32le', bits: 32 },
  { name: 'varint', bits: 32 },
] as const

const numbers = fc.array(
  fc.constantFrom(...KINDS).chain(kind => fc.tuple(fc.constant(kind), fc.nat(2 ** kind.bits - 1))),
  { maxLength: 2000 },
)

it('writes what a reader reads', () => {
  fc.assert(
    fc.property(numbers, fc.uint8Array({ maxLength: 3000 }), (written, more) => {
      const writer = new ByteWriter()
      for (const [{ name }, value] of written) writer[name](value)
      writer.bytes(more)
      const bytes = writer.end()
      expect(bytes.length).toBe(writer.length)
      const reader = new ByteReader(bytes)
      expect(written.map(([{ name }]) => reader[name]())).toEqual(written.map(([, value]) => value))
      expect(reader.bytes(more.length)).toEqual(more)
      expect(reader.isAtEnd).toBe(true)
    }),
  )
})

it('makes small distances small numbers', () => {
  expect([0, -1, 1, -2, 2 ** 31 - 1, -(2 ** 31)].map(zigzag)).toEqual([0, 1, 2, 3, 2 ** 32 - 2, 2 ** 32 - 1])
  fc.assert(fc.property(fc.integer(), value => expect(unzigzag(zigzag(value))).toBe(value)))
})
