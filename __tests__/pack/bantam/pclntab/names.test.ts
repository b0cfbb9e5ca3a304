import { expect, it } from '@jest/globals'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { codeOfName, nameOfCode, readNames } from '../../../../src/pack/bantam/pclntab/names.ts'

const TABLE = Buffer.from('main.main\0\0main.b\0cut short')

it('numbers names in their order', () => {
  const names = readNames(TABLE)
  expect([...names.offsets]).toEqual([0, 10, 11])
  expect([0, 5, 10, 11, 18, 4000].map(at => names.numberAt(at))).toEqual([0, -1, 1, 2, -1, -1])
  expect([...readNames(Buffer.alloc(0)).offsets]).toEqual([])
})

it('codes the next name as 0', () => {
  const [writing, reading] = [readNames(TABLE), readNames(TABLE)]
  const codes = [0, 1, 0, 2].map(name => codeOfName(writing, name))
  expect(codes).toEqual([0, 0, 1, 0])
  expect(codes.map(code => nameOfCode(reading, code))).toEqual([0, 1, 0, 2])
  expect(() => nameOfCode(reading, 0)).toThrow(BrokenStream)
})
