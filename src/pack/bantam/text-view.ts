/** The machine code of a program, and what is known of it. Offsets are from its first byte. */
export interface TextView {
  readonly bytes: Uint8Array
  /** Address of the first byte in memory. */
  readonly address: bigint
  /**
   * Where each function begins, in ascending order, and after them the end of the last function: one more than there are
   * functions. The first is 0 or more, the last is at most the length. Empty where nothing is known of functions.
   */
  readonly starts: Uint32Array
  /** One byte for each byte of the text, and one more: bits of `MARK`. */
  readonly marks: Uint8Array
}

/** What is known of the byte of the text at the same offset. */
export const MARK = {
  /** An instruction begins here. */
  instruction: 1,
  /** The instruction that begins here changes the stack pointer by a number that it shows. */
  stack: 2,
  /** The instruction that begins here is a call. */
  call: 4,
  /** The instruction that begins here returns, or the code that asks for more stack follows. */
  ret: 8,
} as const

/** What only one machine's code has. Encoders and decoders of text, one for each machine. */
export interface TextCodec {
  /** The least number of bytes from one instruction to the next: Go's `minLC`. */
  readonly quantum: 1 | 4
  /** How many streams there are. */
  readonly streams: number
  /** Takes any bytes: what is no code costs size, never correctness. The code's streams, in their order. */
  encode(bytes: Uint8Array, address: bigint, starts: Uint32Array): EncodedText
  /** @throws BrokenStream where the streams do not describe text of this size */
  decode(streams: readonly Uint8Array[], size: number, address: bigint, starts: Uint32Array): TextView
  /**
   * By how many bytes the stack grows in the instruction at this offset, which has the mark `stack`: 8 after a push, −8
   * after a pop.
   */
  stackEffect(bytes: Uint8Array, at: number): number
}

export interface EncodedText {
  readonly streams: readonly Uint8Array[]
  /** As `decode` finds them. */
  readonly marks: Uint8Array
}
