/** The streams of arm64 text, by their place: docs/packed-format.md says what each holds. */
export const STREAM = {
  patterns: 0,
  opcodes: 1,
  words: 2,
  calls: 3,
  farCalls: 4,
  jumps: 5,
  branches: 6,
  entryBranches: 7,
  testedBits: 8,
  pages: 9,
  addresses: 10,
  accesses: 11,
  storedSlots: 12,
  loadedSlots: 13,
  /** The first of those that hold numbers, one for each row of `NUMBER_FIELDS`. */
  numbers: 14,
} as const

/** What is left of an instruction when its registers are known, and how that is written. */
export const OPERAND = {
  /** Nothing. */
  none: 0,
  /** BL to a function: its number. */
  call: 1,
  /** BL to anywhere else. */
  farCall: 2,
  /** B to anywhere but the start of its function. */
  jump: 3,
  /** B to the start of its function, as behind a call of `runtime.morestack`. */
  restart: 4,
  /** B.cond, CBZ and CBNZ. */
  branch: 5,
  /** The first B.LS of a function, which goes to the call of `runtime.morestack` near the function's end. */
  entryBranch: 6,
  /** TBZ and TBNZ. */
  testBranch: 7,
  /** ADRP without what follows it. */
  page: 8,
  /** ADRP xN and ADD xN, xN. */
  sameAddress: 9,
  /** ADRP xN and ADD xM, xN. */
  address: 10,
  /** ADRP xN and a load or store at [xN]. */
  access: 11,
  /** A store at [sp]. */
  storedSlot: 12,
  /** A load at [sp]. */
  loadedSlot: 13,
  /** ADD sp, sp with the number by which the stack grew before. */
  leave: 14,
  /** A load at [sp], #n, with the number by which the stack grew before. */
  pop: 15,
  /** The same word up to the end of the function. */
  padding: 16,
  /** A number, and more of them, one for each row of `NUMBER_FIELDS`. */
  number: 17,
} as const

/** In an operand of a pattern: the pattern itself holds it. */
export const KNOWN = 0x80

/** Where a number goes in the instruction, and how its stream holds it. */
export interface NumberField {
  readonly shift: number
  readonly bits: number
  readonly form: 'varint' | 'zigzag' | 'two bytes' | 'two sixes'
}

export const NUMBER = {
  addToStackPointer: 0,
  compare: 1,
  add: 2,
  load: 3,
  store: 4,
  stackUnscaled: 5,
  unscaled: 6,
  stackPair: 7,
  pair: 8,
  move: 9,
  bits: 10,
} as const

export const NUMBER_FIELDS: readonly NumberField[] = [
  { shift: 10, bits: 12, form: 'varint' },
  { shift: 10, bits: 12, form: 'varint' },
  { shift: 10, bits: 12, form: 'varint' },
  { shift: 10, bits: 12, form: 'varint' },
  { shift: 10, bits: 12, form: 'varint' },
  { shift: 12, bits: 9, form: 'zigzag' },
  { shift: 12, bits: 9, form: 'zigzag' },
  { shift: 15, bits: 7, form: 'varint' },
  { shift: 15, bits: 7, form: 'varint' },
  { shift: 5, bits: 16, form: 'two bytes' },
  { shift: 10, bits: 12, form: 'two sixes' },
]

export const STREAMS = STREAM.numbers + NUMBER_FIELDS.length

/** Where the registers go that follow an opcode, in their order: bit 0 of a pattern's registers is the first. */
export const REGISTER_SHIFTS = [16, 5, 0, 10] as const

/** Opcodes of one byte. Those beyond have two, and `ESCAPE` stands for a word without a pattern. */
export const SHORT_OPCODES = 238
export const ESCAPE = 255
export const MOST_PATTERNS = SHORT_OPCODES + (ESCAPE - SHORT_OPCODES) * 256

/** An instruction without some of its registers and without its operand. */
export interface Pattern {
  readonly word: number
  /** Bits for `REGISTER_SHIFTS`. */
  readonly registers: number
  readonly operand: number
  /** The number of the function, or the address, where the operand has `KNOWN`. */
  readonly value: number
}
