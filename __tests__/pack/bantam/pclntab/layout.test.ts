import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { ByteWriter } from '../../../../src/pack/bantam/streams/byte-writer.ts'
import {
  type Layout,
  pclntabScratch,
  readLayout,
  writeLayout,
} from '../../../../src/pack/bantam/pclntab/layout.ts'

const LAYOUT: Layout = {
  pointerSize: 8,
  base: 0,
  padding: 0xcc,
  pcValues: 500,
  records: 300,
  instructions: 20,
  tables: 6,
  names: { distance: -900, size: 700, count: 9 },
  units: { distance: -200, count: 10 },
  functionData: { where: 1, distance: 800, size: 100, nodes: 3, width: 3 },
  functionIndex: { distance: 900, size: 24 },
}

function written(layout: Layout): Uint8Array {
  const out = new ByteWriter()
  writeLayout(layout, out)
  return out.end()
}

it('is read as it was written', () => {
  expect(readLayout(written(LAYOUT), 924)).toEqual(LAYOUT)
})

it.each<[string, Partial<Layout>]>([
  ['the part ends before findfunctab does', { functionIndex: { distance: 901, size: 24 } }],
  ['funcdata is within the records', { functionData: { ...LAYOUT.functionData, distance: 799 } }],
  ['the records end behind the part', { records: 425 }],
  ['pointers have 5 bytes', { pointerSize: 5 }],
  ['offsets have 2 bytes', { functionData: { ...LAYOUT.functionData, width: 2 } }],
])('is refused where %s', (_, change) => {
  expect(() => readLayout(written({ ...LAYOUT, ...change }), 924)).toThrow(BrokenStream)
})

it('is refused or read, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
      try {
        expect(readLayout(bytes, 1000).pcValues).toBeLessThanOrEqual(1000)
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenStream)
      }
    }),
  )
})

it('needs more scratch for a longer function', () => {
  const longer = written({ ...LAYOUT, instructions: 1020 })
  expect(pclntabScratch([longer], 924) - pclntabScratch([written(LAYOUT)], 924)).toBeGreaterThan(40_000)
})
