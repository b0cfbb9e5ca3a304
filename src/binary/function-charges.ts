import { NONE } from './function-records.ts'
import type { FunctionRecords } from './function-records.ts'

/*
 * The linker stores equal tables once. A table that several functions share is charged to the first of them in the
 * order of the code. If it were split, every function's size would depend on all others.
 */

/** Computes the bytes of pctab for each function. Returns `null` if the tables overlap, which no linker produces. */
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
      // This check also limits the time: each byte is read only once.
      if (length === 0 || total > pcValues.byteLength) return null
      charged[offset] = 1
      charges[index] = (charges[index] ?? 0) + length
    }
  }
  return charges
}

/**
 * Returns the length of pairs of changes (value and pc, each in LEB128), up to a value change of 0 that is not the
 * first. Returns 0 if there is no end.
 */
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
  /** Bytes from the first table to the end of the last. */
  readonly length: number
}

/** A use packs an offset and a function's index into one number; with more functions than this it would not fit. */
const MAX_FUNCTIONS = 2 ** 21

/**
 * Computes the bytes of funcdata for each function: stack maps, inlining trees, defer tables. An entry has no length of
 * its own, so each one extends to the start of the next.
 *
 * @param available bytes from the first entry on; `null` if the end is unknown, so that the last entry has no length.
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

/** Returns each use as an offset and a function in one number, sorted by both, because sorting numbers is fast. */
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
