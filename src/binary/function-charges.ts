import { NONE } from './function-records.ts'
import type { FunctionRecords } from './function-records.ts'

/*
 * The linker stores equal tables once. What several functions share is charged to the first of them in the order of the
 * code: splitting it would make every function's size depend on all others.
 */

/** Bytes of pctab for each function; `null` where the tables overlap, which no linker writes. */
export function chargePcValues(records: FunctionRecords, pcValues: Uint8Array): Uint32Array | null {
  const { values, starts } = records.pcValues
  const charges = new Uint32Array(records.count)
  const charged = new Uint8Array(pcValues.byteLength)
  let total = 0
  for (let index = 0; index < records.count; index++) {
    const end = starts[index + 1] ?? 0
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? 0
      if (offset === 0 || charged[offset] === 1) continue
      const length = lengthOfPcValues(pcValues, offset)
      total += length
      // Also what bounds the time: each byte is walked over once.
      if (length === 0 || total > pcValues.byteLength) return null
      charged[offset] = 1
      charges[index] = (charges[index] ?? 0) + length
    }
  }
  return charges
}

/** Pairs of a value's and a pc's change, LEB128 each, to a change of 0 that is not the first. 0 where there is no end. */
function lengthOfPcValues(pcValues: Uint8Array, start: number): number {
  let at = start
  for (let first = true; at < pcValues.length; first = false) {
    if (pcValues[at] === 0 && !first) return at + 1 - start
    while ((pcValues[at] ?? 0) >= 0x80) at++
    at++
    while ((pcValues[at] ?? 0) >= 0x80) at++
    at++
  }
  return 0
}

export interface FunctionDataCharges {
  readonly charges: Uint32Array
  /** Bytes from the first to the end of the last. */
  readonly length: number
}

/** More functions than any program has would not fit beside an offset in a number. */
const MAX_FUNCTIONS = 2 ** 21

/**
 * Bytes of funcdata for each function: stack maps, inlining trees, defer tables. Nothing tells how long one is but where
 * the next one starts.
 *
 * @param available bytes there are from the first on; `null` where the end is not known and the last has no length.
 */
export function chargeFunctionData(
  records: FunctionRecords,
  available: number | null,
): FunctionDataCharges | null {
  if (records.count > MAX_FUNCTIONS) return null
  const uses = usesInOrder(records)
  const charges = new Uint32Array(records.count)
  const last = uses.length === 0 ? 0 : offsetOf(uses[uses.length - 1] ?? 0)
  const end = available ?? last
  if (last > end) return null
  for (let index = 0; index < uses.length;) {
    const use = uses[index] ?? 0
    const offset = offsetOf(use)
    while (index < uses.length && offsetOf(uses[index] ?? 0) === offset) index++
    const next = index < uses.length ? offsetOf(uses[index] ?? 0) : end
    const user = use % MAX_FUNCTIONS
    charges[user] = (charges[user] ?? 0) + next - offset
  }
  return { charges, length: end }
}

/** Each use as offset and function in one number, by offset and then by function: sorting numbers is fast. */
function usesInOrder({ count, functionData: { values, starts } }: FunctionRecords): Float64Array {
  const uses = new Float64Array(values.length)
  let length = 0
  for (let index = 0; index < count; index++) {
    const end = starts[index + 1] ?? 0
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? NONE
      if (offset !== NONE) uses[length++] = offset * MAX_FUNCTIONS + index
    }
  }
  return uses.subarray(0, length).sort()
}

function offsetOf(use: number): number {
  return Math.floor(use / MAX_FUNCTIONS)
}
