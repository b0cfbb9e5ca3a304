import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ByteReader } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { ByteWriter } from '../../../../src/pack/bantam/streams/byte-writer.ts'
import { inOrder, makeColumns } from '../../../../src/pack/bantam/pclntab/columns.ts'
import { dataOffsets, NO_DATA } from '../../../../src/pack/bantam/pclntab/data-offsets.ts'

const offset = fc.oneof(
  fc.constant(NO_DATA),
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 0, max: 0xfffffd }),
)
const offsets = fc.array(fc.tuple(offset, fc.integer({ min: 0, max: 9 }), fc.boolean()))

it('reads the offsets that it wrote, with those of trees in between', () => {
  fc.assert(
    fc.property(offsets, fc.constantFrom(3, 4), (list, width) => {
      const columns = makeColumns(() => new ByteWriter())
      const writing = dataOffsets()
      for (const [offset, kind, isTree] of list) {
        writing.write(offset, kind, width, columns)
        if (isTree) writing.endTree(offset + 16)
      }
      const streams = inOrder(columns).map(column => column.end())
      const readers = makeColumns(index => new ByteReader(streams[index] ?? new Uint8Array()))
      const reading = dataOffsets()
      for (const [offset, kind, isTree] of list) {
        expect(reading.read(kind, width, readers)).toBe(offset)
        if (isTree) reading.endTree(offset + 16)
      }
    }),
  )
})

it('writes what follows the last of its group as a step', () => {
  const columns = makeColumns(() => new ByteWriter())
  const writing = dataOffsets()
  writing.write(400, 0, 3, columns)
  writing.endTree(464)
  writing.write(464, 3, 3, columns)
  expect([...(columns.data[0]?.end() ?? [])]).toEqual([0, 0, 1])
  expect([...(columns.data[3]?.end() ?? [])]).toEqual([0, 0, 1])
  expect([...(columns.steps[3]?.end() ?? [])]).toEqual([0])
})
