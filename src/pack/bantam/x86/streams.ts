import { DISPLACEMENT } from './instruction.ts'

/** The streams of x86-64 text, in their order. `docs/packed-format.md` describes each. */
export const STREAM = {
  words: 0,
  code: 1,
  /** Numbers: each of these streams is followed by the one of its low bytes. */
  displacements: 2,
  stackDisplacements: 4,
  imm32: 6,
  group1: 8,
  farJumps: 10,
  /** Four bytes each: numbers of the streams above that are too large, and targets of calls to no function. */
  large: 12,
  /** The same of `farJumps`. */
  largeJumps: 13,
  nearJumps: 14,
  imm8: 15,
  imm16: 16,
  imm64: 17,
  /** Ranked values: each of these streams is followed by its list. */
  calls: 18,
  addresses: 20,
} as const
export const STREAMS = 22

/** By displacement: the stream of numbers that it is in. */
export const STREAM_OF_DISPLACEMENT: Readonly<Record<number, number>> = {
  [DISPLACEMENT.byte]: STREAM.displacements,
  [DISPLACEMENT.word]: STREAM.displacements,
  [DISPLACEMENT.stackByte]: STREAM.stackDisplacements,
  [DISPLACEMENT.stackWord]: STREAM.stackDisplacements,
}

/** A word: int3 up to the end of the function. */
export const FILL = 0xcc
/** It begins a word of two bytes: the second one is in the text as it is. */
export const RAW = 0xce

/** What a jump has where its distance in instructions would be. No compiler writes jumps that go so far. */
export const JUMP = {
  /** The distance in bytes follows: in the same stream where the jump has one byte, else in `largeJumps`. */
  raw: 0,
  /** To where the function begins. */
  toStart: -1,
} as const

/** A longer function is cut at the first instruction from here, so that the loader's tables are small. */
export const LONGEST_FUNCTION = 0x10000

/** The most words that have a number: eight bytes begin those of two. The loader has 16 bytes for each word. */
export const MOST_WORDS = 247 + 8 * 256
/** The longest word that has a number. */
export const LONGEST_WORD = 8

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

export function isSignedByte(number: number): boolean {
  return number >= -0x80 && number < 0x80
}
