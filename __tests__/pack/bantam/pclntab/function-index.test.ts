import { expect, it } from '@jest/globals'
import { functionIndex } from '../../../../src/pack/bantam/pclntab/function-index.ts'

it('has the first function of each 4096 bytes, and of each 256 how many later', () => {
  const index = functionIndex(Uint32Array.of(0, 100, 300, 4200, 5000))
  expect(index).toHaveLength(2 * 4 + 20)
  const view = new DataView(index?.buffer ?? new ArrayBuffer(0))
  expect(view.getUint32(0, true)).toBe(0)
  expect(index?.subarray(4, 8)).toEqual(Uint8Array.of(0, 1, 2, 2))
  expect(view.getUint32(20, true)).toBe(2)
  expect(index?.subarray(24)).toEqual(Uint8Array.of(0, 1, 1, 1))
})

it('is not there without functions, or where the linker would give up', () => {
  expect(functionIndex(Uint32Array.of())).toBeNull()
  expect(functionIndex(Uint32Array.of(0))).toBeNull()
  expect(functionIndex(Uint32Array.from({ length: 400 }, (_, index) => index * 2))).toBeNull()
})
