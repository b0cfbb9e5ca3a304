import { DISPLACEMENT, VALUE } from './x86-instruction.ts'

/** The streams of x86-64 text, in their order. `docs/packed-format.md` describes each. */
export const STREAM = {
  code: 0,
  /** The streams of displacements: the number is the displacement's. */
  disp8: DISPLACEMENT.byte,
  stackDisp8: DISPLACEMENT.stackByte,
  disp32: DISPLACEMENT.word,
  stackDisp32: DISPLACEMENT.stackWord,
  next: DISPLACEMENT.next,
  /** The streams of values: 5 more than the value's number. */
  imm8: 5 + VALUE.byte,
  jumps: 5 + VALUE.jump,
  imm16: 5 + VALUE.half,
  imm32: 5 + VALUE.word,
  imm64: 5 + VALUE.long,
  calls: 5 + VALUE.call,
  farJumps: 12,
  farCalls: 13,
} as const
export const STREAMS = 14

/** In the code: int3 up to the end of the function. */
export const FILL = 0xcc
/** In the code: the next byte is one of the text, as it is. */
export const RAW = 0xce

/** In `jumps`: what is no distance. Other numbers are the distance in instructions, zigzag, and 4. */
export const JUMP = {
  /** Four bytes wide; the distance is in `farJumps`, zigzag and 1, or it is 0 and four bytes follow as they are. */
  far: 0,
  /** Four bytes wide, to where the function begins. */
  farToStart: 1,
  /** One byte wide, to where the function begins. */
  toStart: 2,
  /** One byte wide, and this byte follows as it is. */
  raw: 3,
} as const
export const JUMP_DISTANCES = 4

/** In `disp8`: ModRM says four bytes, and they are in the stream for these. */
export const WIDER = 0x80

/** A longer function is cut at the first instruction from here, so that the loader's tables are small. */
export const LONGEST_FUNCTION = 0x10000

/** The most bytes that the loader takes from its arena for this. */
export function x86Scratch(size: number): number {
  const longest = Math.min(size, LONGEST_FUNCTION)
  const offsets = 4 * (longest + 2)
  const jumps = 8 * (Math.ceil(longest / 2) + 2)
  return 3 * 256 + offsets + jumps + 3 * 16
}

/**
 * Where functions end, in order: what is before the first function and behind the last one counts as a function too.
 * All of the text is one where nothing is known.
 */
export function functionEnds(starts: Uint32Array, size: number): Uint32Array {
  if (starts.length < 2) return Uint32Array.of(size)
  const ends = new Uint32Array(starts.length + 1)
  ends.set(starts)
  ends[starts.length] = size
  return ends
}
