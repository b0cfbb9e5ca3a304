import type { TextCodec } from '../text-view.ts'
import { decodeX86 } from './decode.ts'
import { encodeX86 } from './encode.ts'
import { stackEffectOf } from './instruction.ts'
import { LONGEST_FUNCTION, MOST_WORDS, STREAMS } from './streams.ts'

/** Machine code of x86-64, as Go's compiler writes it best. */
export const X86_TEXT: TextCodec = {
  quantum: 1,
  streams: STREAMS,
  encode: encodeX86,
  decode: decodeX86,
  stackEffect: stackEffectOf,
}

/** Of `struct work` in loader/text_x86.c: two tables of opcodes, the words, two lists of ranked values, and the rest. */
const WORK = 2 * 256 + 16 * MOST_WORDS + 2 * (4 * 256 + 12) + 64

/**
 * How many bytes of scratch `text_x86` takes at most, beside its streams: besides its tables, the offset of each
 * instruction of the longest function, and 8 bytes for each jump, which has two bytes at least.
 */
export function x86Scratch(size: number, _starts: Uint32Array): number {
  const longest = Math.min(size, LONGEST_FUNCTION)
  const roundings = 3 * 16
  return WORK + 4 * (longest + 2) + 8 * (Math.ceil(longest / 2) + 2) + roundings
}
