import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { FunctionText } from '../../../../src/pack/bantam/pclntab/function-text.ts'
import {
  countInstructions,
  pcValuesBuffer,
  pcValuesBytes,
  rawEnd,
  readPcValues,
} from '../../../../src/pack/bantam/pclntab/pc-values.ts'

/** Instructions of these lengths in bytes, from this offset on. */
function textOf(lengths: readonly number[], start = 100): FunctionText {
  const at = [start]
  for (const length of lengths) at.push((at.at(-1) ?? 0) + length)
  const none = new Uint32Array()
  const empty = { afterStack: none, afterStackCount: 0, calls: none, callCount: 0 }
  return { at: Uint32Array.from(at), count: lengths.length, ...empty }
}

const lengthsAndValues = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -5000, max: 5000 })), { minLength: 1 })
  .map(pairs => ({ lengths: pairs.map(([length]) => length), values: pairs.map(([, value]) => value) }))
  .filter(({ values }) => values.every((value, index) => index === 0 || value !== values[index - 1]))

it('reads the table of a function that the compiler wrote', () => {
  const table = pcValuesBuffer()
  const bytes = Buffer.from([0, 2, 3, 16, 5, 15, 1, 0, 7])
  expect(readPcValues(bytes, 1, bytes.length, table)).toBe(8)
  expect(table).toEqual({ ends: [3, 8, 9], values: [0, 8, 0] })
})

it('has the bytes of a table again from its ends and values', () => {
  fc.assert(
    fc.property(lengthsAndValues, ({ lengths, values }) => {
      const text = textOf(lengths)
      const ends = lengths.map((_, index) => index + 1)
      const bytes = pcValuesBytes({ ends, values }, text, 1)
      const table = pcValuesBuffer()
      expect(readPcValues(bytes, 0, bytes.length, table)).toBe(bytes.length)
      expect(rawEnd(bytes, 0, bytes.length)).toBe(bytes.length)
      expect(countInstructions(table, text, 1)).toBe(true)
      expect(table).toEqual({ ends, values })
    }),
  )
})

it('does not read a table without an end, or with numbers longer than they have to be', () => {
  const table = pcValuesBuffer()
  for (const bytes of [
    [],
    [2],
    [2, 3],
    [2, 3, 16],
    [2, 0x83, 0x00, 0],
    [2, 0xff, 0xff, 0xff, 0xff, 0x7f, 0],
  ]) {
    expect(readPcValues(Buffer.from(bytes), 0, bytes.length, table)).toBe(-1)
  }
})

it('finds the end of any table that has one', () => {
  expect(rawEnd(Buffer.from([2, 0x83, 0x00, 0, 9]), 0, 5)).toBe(4)
  expect(rawEnd(Buffer.from([2, 3, 16]), 0, 3)).toBe(-1)
  expect(rawEnd(Buffer.from([0, 3, 0]), 0, 3)).toBe(3)
})

it('does not count instructions where a value ends within one, or not with the function', () => {
  const text = textOf([3, 5, 1])
  expect(countInstructions({ ends: [3, 9], values: [0, 1] }, text, 1)).toBe(true)
  expect(countInstructions({ ends: [4, 9], values: [0, 1] }, text, 1)).toBe(false)
  expect(countInstructions({ ends: [3, 8], values: [0, 1] }, text, 1)).toBe(false)
  expect(countInstructions({ ends: [3, 3, 9], values: [0, 1, 2] }, text, 1)).toBe(false)
})
