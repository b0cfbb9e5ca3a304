import { MARK } from '../text-view.ts'

/** Which displacement an instruction has, by where its bytes go. */
export const DISPLACEMENT = {
  none: 0,
  /** One byte, from a register. */
  byte: 1,
  /** One byte, from the stack pointer. */
  stackByte: 2,
  /** Four bytes, from a register or from nothing. */
  word: 3,
  /** Four bytes, from the stack pointer. */
  stackWord: 4,
  /** Four bytes, from the next instruction. */
  next: 5,
} as const

/** What follows the displacement. */
export const VALUE = {
  none: 0,
  /** One byte: how far a jump goes. */
  nearJump: 1,
  /** Four bytes: how far a jump goes. */
  farJump: 2,
  word: 3,
  /** One or four bytes: an operation of group 1, whose opcode says how many. */
  either: 4,
  byte: 5,
  /** Four bytes: how far a call goes. */
  call: 6,
  half: 7,
  long: 8,
} as const

/** What one opcode says: bit 0 whether ModRM follows, bits 1 to 3 the value, and the bits below. */
const MODRM = 1
const byte = VALUE.byte << 1
const word = VALUE.word << 1
const near = VALUE.nearJump << 1
const far = VALUE.farJump << 1
const half = VALUE.half << 1
const either = VALUE.either << 1
/** It changes the stack pointer. */
const STACK = 0x10
/** It is a call where ModRM has 2 in the middle. */
const CALLS = 0x20
/** With REX.W its value has eight bytes. */
const WIDE = 0x40
/** The opcode goes on, or is a prefix, or depends on more than the table knows. */
const MORE = 0x80

/** Bytes that go before REX. */
const PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]
/** No processor accepts so many, and the loops need a bound. */
const MOST_PREFIXES = 8
/** No instruction has more bytes. */
const LONGEST = 15

/** Pairs: the opcode from which on the table holds this. Opcodes below 0x40 repeat every eight. */
// prettier-ignore
const ONE_BYTE: readonly (readonly [from: number, kind: number])[] = [
  [0x40, 0], [0x50, STACK], [0x60, 0], [0x62, MORE], [0x63, MODRM], [0x64, MORE], [0x68, word],
  [0x69, MODRM | word], [0x6a, byte], [0x6b, MODRM | byte], [0x6c, 0], [0x70, near], [0x80, MODRM | byte],
  [0x81, MODRM | word], [0x82, MODRM | byte], [0x83, MODRM | either], [0x84, MODRM], [0x90, 0], [0x9c, STACK], [0x9e, 0], [0xa8, byte],
  [0xa9, word], [0xaa, 0], [0xb0, byte], [0xb8, WIDE | word], [0xc0, MODRM | byte], [0xc2, half],
  [0xc3, 0], [0xc4, MORE], [0xc6, MODRM | byte], [0xc7, MODRM | word], [0xc8, 0], [0xca, half],
  [0xcb, 0], [0xcc, MORE], [0xcd, byte], [0xce, MORE], [0xcf, 0], [0xd0, MODRM], [0xd4, 0], [0xd8, MODRM],
  [0xe0, near], [0xe4, byte], [0xe8, VALUE.call << 1], [0xe9, far], [0xea, 0], [0xeb, near], [0xec, 0],
  [0xf0, MORE], [0xf1, 0], [0xf2, MORE], [0xf4, 0], [0xf6, MORE], [0xf8, 0], [0xfe, MODRM], [0xff, MODRM | CALLS],
]

/** The same for opcodes behind 0x0f. Those behind 0x0f 0x38 and 0x0f 0x3a are all alike. */
// prettier-ignore
const TWO_BYTES: readonly (readonly [from: number, kind: number])[] = [
  [0x00, MODRM], [0x05, 0], [0x0a, MODRM], [0x0b, 0], [0x0c, MODRM], [0x30, 0], [0x36, MODRM], [0x37, 0],
  [0x38, MODRM], [0x70, MODRM | byte], [0x74, MODRM], [0x77, 0], [0x78, MODRM], [0x80, far], [0x90, MODRM],
  [0xa0, 0], [0xa3, MODRM], [0xa4, MODRM | byte], [0xa5, MODRM], [0xa8, 0], [0xab, MODRM], [0xac, MODRM | byte],
  [0xad, MODRM], [0xba, MODRM | byte], [0xbb, MODRM], [0xc2, MODRM | byte], [0xc3, MODRM], [0xc4, MODRM | byte],
  [0xc7, MODRM], [0xc8, 0], [0xd0, MODRM], [0xff, 0],
]

const kindsOfOneByte = spread(ONE_BYTE)
for (let opcode = 0; opcode < 0x40; opcode++) {
  kindsOfOneByte[opcode] = [MODRM, MODRM, MODRM, MODRM, byte, word, 0, 0][opcode & 7] ?? 0
}
for (const opcode of [0x0f, ...PREFIXES]) kindsOfOneByte[opcode] = MORE
const kindsOfTwoBytes = spread(TWO_BYTES)
const prefixes = new Uint8Array(256)
for (const prefix of PREFIXES) prefixes[prefix] = 1

function spread(pairs: readonly (readonly [number, number])[]): Uint8Array {
  const kinds = new Uint8Array(256)
  for (const [from, kind] of pairs) kinds.fill(kind, from)
  return kinds
}

/**
 * What ModRM says: bits 0 to 2 the displacement, bit 3 that SIB follows, bit 4 that a base of 5 in SIB means no base
 * and four bytes.
 */
const ofModRM = Uint8Array.from({ length: 256 }, (_, modRM) => {
  const mode = modRM >> 6
  const base = modRM & 7
  if (mode === 3) return 0
  const sib = base === 4 ? 8 : 0
  if (mode === 0) return base === 5 ? DISPLACEMENT.next : sib && sib | 16
  return sib | (mode === 1 ? DISPLACEMENT.byte : DISPLACEMENT.word)
})

const BYTES_OF_DISPLACEMENT = 0x444110
/** A value that has one or four bytes has one in this table. */
const BYTES_OF_VALUE = [0, 1, 4, 4, 1, 1, 4, 2, 8]

/** Up to where a displacement begins: prefixes, opcode, ModRM and SIB. */
export const codeBytes = (shape: number): number => shape & 15
export const displacementOf = (shape: number): number => (shape >> 4) & 7
export const valueOf = (shape: number): number => (shape >> 7) & 15
/** Where ModRM is, from the first byte; the opcode is before it. */
export const modRMAt = (shape: number): number => (shape >> 11) & 15
export const marksOf = (shape: number): number => shape >> 15
export const displacementBytes = (displacement: number): number =>
  (BYTES_OF_DISPLACEMENT >> (4 * displacement)) & 15
export const valueBytes = (value: number): number => BYTES_OF_VALUE[value] ?? 0

/**
 * Finds the shape of the instruction at this offset: a number that the functions above take apart. It reads the code
 * bytes alone, as zeros behind the end.
 *
 * @returns 0 where the instruction has more than 15 bytes
 */
export function shapeAt(bytes: Uint8Array, start: number): number {
  let at = start
  let isNarrow = false
  while (at < start + MOST_PREFIXES && prefixes[byteAt(bytes, at)] === 1) {
    if (bytes[at] === 0x66) isNarrow = true
    at++
  }
  const hasPrefix = at > start
  let isWide = false
  if ((byteAt(bytes, at) & 0xf0) === 0x40) isWide = (byteAt(bytes, at++) & 8) !== 0

  const opcode = byteAt(bytes, at++)
  let kind = byteAt(kindsOfOneByte, opcode)
  if (hasPrefix) kind &= ~STACK
  if ((kind & MORE) !== 0) {
    kind = 0
    if (opcode === 0x0f) {
      const second = byteAt(bytes, at++)
      if (second === 0x38 || second === 0x3a) at++
      kind = second === 0x3a ? MODRM | byte : byteAt(kindsOfTwoBytes, second)
    } else if (opcode === 0xc4 || opcode === 0xc5 || opcode === 0x62) {
      const map = opcode === 0xc5 ? 1 : byteAt(bytes, at) & (opcode === 0xc4 ? 31 : 7)
      at += opcode === 0xc5 ? 1 : opcode === 0xc4 ? 2 : 3
      kind = kindOfVector(map, byteAt(bytes, at++))
    } else if (opcode === 0xf6 || opcode === 0xf7) {
      kind = MODRM
      if ((byteAt(bytes, at) & 0x38) <= 8) kind |= opcode === 0xf6 ? byte : word
    }
  }

  let value: number = (kind >> 1) & 7
  if (value === VALUE.word && isWide && (kind & WIDE) !== 0) value = VALUE.long
  else if (value === VALUE.word && isNarrow) value = VALUE.half
  // Its other form has two bytes, not four.
  else if (value === VALUE.either && isNarrow) value = VALUE.byte

  let marks: number = MARK.instruction
  if ((kind & STACK) !== 0 || movesStack(bytes, start)) marks |= MARK.stack
  if (value === VALUE.call) marks |= MARK.call
  if (opcode === 0xc3) marks |= MARK.ret

  let displacement: number = DISPLACEMENT.none
  const modRMStart = at - start
  if ((kind & MODRM) !== 0) {
    const modRM = byteAt(bytes, at++)
    if ((kind & CALLS) !== 0 && (modRM & 0x38) === 0x10) marks |= MARK.call
    const follows = byteAt(ofModRM, modRM)
    displacement = follows & 7
    if ((follows & 8) !== 0) {
      const base = byteAt(bytes, at++) & 7
      if (displacement !== 0) displacement += base === 4 ? 1 : 0
      else if (base === 5) displacement = DISPLACEMENT.word
    }
  }
  const code = at - start
  if (code + displacementBytes(displacement) + valueBytes(value) > LONGEST) return 0
  return code | (displacement << 4) | (value << 7) | (modRMStart << 11) | (marks << 15)
}

/** VEX and EVEX: every opcode has ModRM but vzeroupper. */
function kindOfVector(map: number, opcode: number): number {
  if (map === 3) return MODRM | byte
  if (map !== 1) return MODRM
  if (opcode === 0x77) return 0
  return kindsOfTwoBytes[opcode] === (MODRM | byte) ? MODRM | byte : MODRM
}

/**
 * `add`, `or`, `and` and `sub` of rsp and a number, and `lea` of rsp from rsp. The last comparison takes in two forms
 * that no compiler writes, and that change nothing.
 */
function movesStack(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x48) return false
  const modRM = byteAt(bytes, at + 2)
  if ((byteAt(bytes, at + 1) & 0xfd) === 0x81) return (modRM & 0xd7) === 0xc4
  return bytes[at + 1] === 0x8d && (modRM & 0x3f) === 0x24 && bytes[at + 3] === 0x24
}

/** By how many bytes the stack grows in the instruction at this offset, which has the mark `stack`. */
export function stackEffectOf(bytes: Uint8Array, start: number): number {
  const at = (byteAt(bytes, start) & 0xf0) === 0x40 ? start + 1 : start
  const opcode = byteAt(bytes, at)
  const modRM = byteAt(bytes, at + 1)
  if (opcode < 0x60) return opcode < 0x58 ? 8 : -8
  if (opcode === 0x9c || opcode === 0x9d) return opcode === 0x9c ? 8 : -8
  if (opcode === 0x8d) {
    if (modRM === 0x64) return 0 - signedByte(bytes, at + 3)
    return modRM === 0xa4 ? (0 - signedWord(bytes, at + 3)) | 0 : 0
  }
  const size = opcode === 0x83 ? signedByte(bytes, at + 2) : signedWord(bytes, at + 2)
  if (modRM === 0xec) return size
  return modRM === 0xc4 ? (0 - size) | 0 : 0
}

export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function signedByte(bytes: Uint8Array, at: number): number {
  return (byteAt(bytes, at) << 24) >> 24
}

export function signedWord(bytes: Uint8Array, at: number): number {
  return (
    byteAt(bytes, at) |
    (byteAt(bytes, at + 1) << 8) |
    (byteAt(bytes, at + 2) << 16) |
    (byteAt(bytes, at + 3) << 24)
  )
}
