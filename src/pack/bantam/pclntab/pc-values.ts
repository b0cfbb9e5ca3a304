import { ByteWriter, zigzag } from '../streams/byte-writer.ts'
import type { FunctionText } from './function-text.ts'

/**
 * A table of values by pc: each value holds up to its end. Here the ends are counted as the reader likes; in pctab they
 * are distances, as the values are. https://go.dev/src/runtime/symtab.go (pcvalue)
 */
export interface PcValues {
  readonly ends: readonly number[]
  readonly values: readonly number[]
}

/** One that is filled in again and again: a program has a hundred thousand. */
export interface PcValuesBuffer extends PcValues {
  readonly ends: number[]
  readonly values: number[]
}

export function pcValuesBuffer(): PcValuesBuffer {
  return { ends: [], values: [] }
}

/**
 * Reads the table at this place of pctab; its ends are multiples of the quantum, from the start of the function.
 *
 * @returns where it ends; -1 if it does not, or if its numbers are not written in their shortest form
 */
export function readPcValues(bytes: Uint8Array, place: number, end: number, into: PcValuesBuffer): number {
  into.ends.length = 0
  into.values.length = 0
  let at = place
  let isBroken = false
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = at < end ? (bytes[at++] ?? 0) : 0x80
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        if ((byte === 0 && shift > 0) || (shift === 28 && byte > 15)) isBroken = true
        return value >>> 0
      }
    }
    isBroken = true
    return 0
  }
  let value = -1
  let pc = 0
  while (true) {
    const delta = varint()
    if (isBroken) return -1
    if (delta === 0 && into.ends.length > 0) return at
    value = (value + ((delta >>> 1) ^ -(delta & 1))) | 0
    pc += varint()
    if (isBroken || pc > 0xffffffff) return -1
    into.ends.push(pc)
    into.values.push(value)
  }
}

/**
 * Changes the ends into numbers of instructions.
 *
 * @returns whether it could: each end is that of an instruction, the last that of the function
 */
export function countInstructions(table: PcValuesBuffer, text: FunctionText, quantum: number): boolean {
  const { at, count } = text
  const start = at[0] ?? 0
  let instruction = 0
  for (let index = 0; index < table.ends.length; index++) {
    const place = start + (table.ends[index] ?? 0) * quantum
    const before = instruction
    while (instruction < count && (at[instruction] ?? 0) < place) instruction++
    if (at[instruction] !== place || instruction === before) return false
    table.ends[index] = instruction
  }
  return instruction === count
}

/**
 * Where a table ends that is taken as it is: at a zero byte in the place of a value that is not the first.
 *
 * @returns -1 if it does not end
 */
export function rawEnd(bytes: Uint8Array, place: number, end: number): number {
  let at = place
  for (let number = 0; at < end; number++) {
    if (number > 0 && number % 2 === 0 && bytes[at] === 0) return at + 1
    while (at < end && (bytes[at] ?? 0) >= 0x80) at++
    at++
  }
  return -1
}

/** The bytes of a table whose ends are numbers of instructions. */
export function pcValuesBytes(table: PcValues, text: FunctionText, quantum: number): Uint8Array {
  const out = new ByteWriter()
  let before = -1
  let place = text.at[0] ?? 0
  for (let index = 0; index < table.ends.length; index++) {
    const value = table.values[index] ?? 0
    const end = text.at[table.ends[index] ?? 0] ?? 0
    out.varint(zigzag((value - before) | 0))
    out.varint((end - place) / quantum)
    before = value
    place = end
  }
  out.byte(0)
  return out.end()
}
