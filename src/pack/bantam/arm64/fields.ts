import { NUMBER, OPERAND } from './format.ts'

/** Which bits of an instruction are not in its pattern. */
export interface Fields {
  /** Bits for `REGISTER_SHIFTS`. */
  readonly registers: number
  readonly operand: number
  /** The bits of the registers. */
  readonly registerBits: number
  /** The bits of the operand. */
  readonly operandBits: number
}

/** Bits of `registers`, named as Arm's manual names the fields. */
const RM = 1
const RN = 2
const RD = 4
const RT2 = 8

const IMM12 = 0x3ffc00
const ZERO_REGISTER = 31

function fields(registers: number, operand: number, operandBits: number): Fields {
  const registerBits =
    (registers & RM ? 31 << 16 : 0) |
    (registers & RN ? 31 << 5 : 0) |
    (registers & RD ? 31 : 0) |
    (registers & RT2 ? 31 << 10 : 0)
  return { registers, operand, registerBits, operandBits }
}

const number = (registers: number, kind: number, operandBits: number) =>
  fields(registers, OPERAND.number + kind, operandBits)

const NOTHING = fields(0, OPERAND.none, 0)
const THREE = fields(RM | RN | RD, OPERAND.none, 0)
const COMPARE_REGISTERS = fields(RM | RN, OPERAND.none, 0)
const MOVE_REGISTER = fields(RM | RD, OPERAND.none, 0)
const FAR_CALL = fields(0, OPERAND.farCall, 0x3ffffff)
const JUMP = fields(0, OPERAND.jump, 0x3ffffff)
const BRANCH = fields(0, OPERAND.branch, 0xffffe0)
const ZERO_BRANCH = fields(RD, OPERAND.branch, 0xffffe0)
const TEST_BRANCH = fields(RD, OPERAND.testBranch, 0x80ffffe0 & ~(1 << 24))
const PAGE = fields(RD, OPERAND.page, 0x60ffffe0)
const ADD_TO_STACK_POINTER = number(RD, NUMBER.addToStackPointer, IMM12)
const COMPARE = number(RN, NUMBER.compare, IMM12)
const ADD = number(RN | RD, NUMBER.add, IMM12)
const STORED_SLOT = fields(RD, OPERAND.storedSlot, IMM12)
const LOADED_SLOT = fields(RD, OPERAND.loadedSlot, IMM12)
const STORE = number(RN | RD, NUMBER.store, IMM12)
const LOAD = number(RN | RD, NUMBER.load, IMM12)
const STACK_UNSCALED = number(RD, NUMBER.stackUnscaled, 0x1ff000)
const UNSCALED = number(RN | RD, NUMBER.unscaled, 0x1ff000)
const STACK_PAIR = number(RD | RT2, NUMBER.stackPair, 0x3f8000)
const PAIR = number(RN | RD | RT2, NUMBER.pair, 0x3f8000)
const MOVE = number(RD, NUMBER.move, 0x1fffe0)
const BITS = number(RN | RD, NUMBER.bits, IMM12)

/** ADRP xN and ADD xN, xN: only the register once. */
export const SAME_ADDRESS: Fields = {
  ...fields(RN, OPERAND.sameAddress, IMM12),
  registerBits: (31 << 5) | 31,
}
export const ADDRESS = fields(RN | RD, OPERAND.address, IMM12)
export const ACCESS = fields(RN | RD, OPERAND.access, IMM12)

const RET = 0xd65f03c0 | 0
const NOP = 0xd503201f | 0

/**
 * Any word has a pattern and up to three registers. A wrong guess (data in text, an instruction of tomorrow) is written
 * as exactly as a right one.
 */
export function fieldsOf(word: number): Fields {
  const rd = word & 31
  const onStack = ((word >>> 5) & 31) === ZERO_REGISTER
  if (((word >>> 26) & 31) === 5) return word < 0 ? FAR_CALL : JUMP
  if ((word & 0xff000010) === 0x54000000) return BRANCH
  if ((word & 0x7e000000) === 0x34000000) return ZERO_BRANCH
  if ((word & 0x7e000000) === 0x36000000) return TEST_BRANCH
  if ((word & 0x9f000000) === (0x90000000 | 0)) return PAGE
  if ((word & 0x1f800000) === 0x11000000) {
    if (onStack) return ADD_TO_STACK_POINTER
    return rd === ZERO_REGISTER ? COMPARE : ADD
  }
  if ((word & 0x3b000000) === 0x39000000) {
    if (word & (1 << 22)) return onStack ? LOADED_SLOT : LOAD
    return onStack ? STORED_SLOT : STORE
  }
  if ((word & 0x3b200000) === 0x38000000) return onStack ? STACK_UNSCALED : UNSCALED
  if ((word & 0x3a000000) === 0x28000000) return onStack ? STACK_PAIR : PAIR
  if ((word & 0x1f800000) === 0x12800000) return MOVE
  if ((word & 0x1e800000) === 0x12000000) return BITS
  if ((word & 0x7fe0ffe0) === 0x2a0003e0) return MOVE_REGISTER
  if ((word & 0x1e00001f) === 0x0a00001f) return COMPARE_REGISTERS
  return word === RET || word === NOP || word === 0 ? NOTHING : THREE
}

/** What ADRP makes together with the instruction behind it, or null. */
export function pairOf(first: number, second: number): Fields | null {
  if ((first & 0x9f000000) !== (0x90000000 | 0)) return null
  const base = first & 31
  if (base === ZERO_REGISTER || ((second >>> 5) & 31) !== base) return null
  if ((second & 0xffc00000) === (0x91000000 | 0)) return (second & 31) === base ? SAME_ADDRESS : ADDRESS
  if ((second & 0x3b000000) !== 0x39000000) return null
  return ((second >>> 10) & 4095) << accessScale(second) < 4096 ? ACCESS : null
}

/** By how many bits the number of a load, a store or an addition is shifted. */
export function accessScale(word: number): number {
  if (!(word & (1 << 29))) return 0
  return (word >>> 30) + ((word & 0x4800000) === 0x4800000 ? 4 : 0)
}
