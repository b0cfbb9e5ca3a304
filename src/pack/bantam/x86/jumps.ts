import { BrokenStream } from '../streams/byte-reader.ts'

/** Numbers of the instruction that jumps, and of the one that it jumps to, in their function. */
export interface Jump {
  readonly from: number
  readonly to: number
  /** Whether the distance has four bytes, not one. They are the last of the instruction. */
  readonly isFar: boolean
}

/**
 * Writes how far a function's jumps go, when its instructions are known.
 *
 * @param offsets of each instruction, and where the function ends
 * @throws BrokenStream where a jump goes elsewhere
 */
export function writeJumps(bytes: Uint8Array, offsets: Uint32Array, jumps: readonly Jump[]): void {
  for (const { from, to, isFar } of jumps) {
    const end = offsets[from + 1] ?? 0
    const target = offsets[to]
    if (target === undefined) throw new BrokenStream('a jump leaves its function')
    if (isFar) putWord(bytes, end - 4, target - end)
    else bytes[end - 1] = target - end
  }
}

/** Four bytes, the low ones first. */
export function putWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >> 8
  bytes[at + 2] = value >> 16
  bytes[at + 3] = value >> 24
}
