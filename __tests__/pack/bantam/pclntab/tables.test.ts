import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenStream, ByteReader } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { ByteWriter } from '../../../../src/pack/bantam/streams/byte-writer.ts'
import { inOrder, makeColumns } from '../../../../src/pack/bantam/pclntab/columns.ts'
import { readFiles } from '../../../../src/pack/bantam/pclntab/files.ts'
import { contextOf, type FunctionState } from '../../../../src/pack/bantam/pclntab/function-state.ts'
import { readNames } from '../../../../src/pack/bantam/pclntab/names.ts'
import { pcValuesBuffer, type PcValues } from '../../../../src/pack/bantam/pclntab/pc-values.ts'
import { TABLE } from '../../../../src/pack/bantam/pclntab/table-kinds.ts'
import type { Knowledge } from '../../../../src/pack/bantam/pclntab/table-values.ts'
import { canWriteTable, readTable, writeTable } from '../../../../src/pack/bantam/pclntab/tables.ts'

const COUNT = 40

/** A table over 40 instructions, with values that are often those that are predicted. */
const table = (values: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: COUNT - 1 }), values), { maxLength: 20 }).chain(pairs => {
    const ends = [...new Set(pairs.map(([end]) => end))].toSorted((a, b) => a - b)
    return fc.record({
      ends: fc.constant([...ends, COUNT]),
      values: fc.array(values, { minLength: ends.length + 1, maxLength: ends.length + 1 }),
    })
  })

const some = fc
  .uniqueArray(fc.integer({ min: 0, max: COUNT - 1 }))
  .map(list => list.toSorted((a, b) => a - b))

const function_ = fc.record({
  afterStack: some.map(list => list.map(one => one + 1)),
  calls: some,
  inlined: table(fc.integer({ min: -1, max: 4 })),
  effects: fc.array(fc.option(fc.integer({ min: -64, max: 64 })), { minLength: COUNT, maxLength: COUNT }),
})

const tables = fc.array(
  fc.record({
    kind: fc.integer({ min: 0, max: 9 }),
    table: table(
      fc.oneof(fc.integer({ min: -2, max: 8 }), fc.integer({ min: -(2 ** 29) + 1, max: 2 ** 29 - 1 })),
    ),
  }),
  { maxLength: 6 },
)

/** The same state for each direction. */
function stateOf({ afterStack, calls, inlined, effects }: FunctionPlan): {
  readonly state: FunctionState
  readonly knowledge: Knowledge
} {
  const at = Uint32Array.from({ length: COUNT + 1 }, (_, index) => index * 4)
  return {
    state: {
      text: {
        at,
        count: COUNT,
        afterStack: Uint32Array.from(afterStack),
        afterStackCount: afterStack.length,
        calls: Uint32Array.from(calls),
        callCount: calls.length,
      },
      unit: 1,
      inlined,
      contexts: [contextOf(0, 10), contextOf(1, 20), contextOf(0, 30), contextOf(2, 7)],
    },
    knowledge: {
      names: readNames(Buffer.from('main.main\0main.a\0main.b\0')),
      files: readFiles(new Uint8Array(Uint32Array.from([0, 11, 22, 0xffffffff, 33]).buffer)),
      stackEffect: place => effects[place / 4] ?? null,
    },
  }
}

interface FunctionPlan {
  readonly afterStack: readonly number[]
  readonly calls: readonly number[]
  readonly inlined: PcValues
  readonly effects: readonly (number | null)[]
}

it('reads the tables that it wrote, whatever is predicted', () => {
  fc.assert(
    fc.property(function_, tables, (plan, list) => {
      const columns = makeColumns(() => new ByteWriter())
      const writing = stateOf(plan)
      for (const { kind, table } of list) {
        expect(canWriteTable(table)).toBe(true)
        writeTable(kind, table, writing.state, writing.knowledge, columns)
      }
      const streams = inOrder(columns).map(column => column.end())
      const readers = makeColumns(index => new ByteReader(streams[index] ?? new Uint8Array()))
      const reading = stateOf(plan)
      for (const { kind, table } of list) {
        const found = pcValuesBuffer()
        readTable(kind, found, reading.state, reading.knowledge, readers)
        expect(found).toEqual(table)
      }
      expect(inOrder(readers).every(reader => reader.isAtEnd)).toBe(true)
    }),
  )
})

it('reads no table of bytes made by chance that is longer than its function', () => {
  fc.assert(
    fc.property(
      function_,
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 0, max: 9 }),
      (plan, bytes, kind) => {
        const { state, knowledge } = stateOf(plan)
        const found = pcValuesBuffer()
        const readers = makeColumns(() => new ByteReader(bytes))
        try {
          readTable(kind, found, state, knowledge, readers)
          expect(found.ends.at(-1)).toBe(COUNT)
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenStream)
        }
      },
    ),
  )
})

it('writes a line that goes on as a small number', () => {
  const { state, knowledge } = stateOf({
    afterStack: [],
    calls: [],
    inlined: { ends: [COUNT], values: [-1] },
    effects: [],
  })
  const columns = makeColumns(() => new ByteWriter())
  writeTable(TABLE.line, { ends: [3, COUNT], values: [10, 11] }, state, knowledge, columns)
  expect([...(columns.lineValues[0]?.end() ?? [])]).toEqual([0])
  expect([...(columns.lineValues[1]?.end() ?? [])]).toEqual([2])
  expect([...(columns.pcs[TABLE.line]?.end() ?? [])]).toEqual([3, 0])
})

it('does not write values that leave no room for codes', () => {
  expect(canWriteTable({ ends: [1], values: [2 ** 29] })).toBe(false)
})
