import { accessScale, fieldsOf, pairOf, type Fields } from './fields.ts'
import { OPERAND } from './format.ts'
import {
  branchTarget,
  enterFunctions,
  isEntryBranch,
  noteInstruction,
  outsideOfFunctions,
  type FunctionState,
} from './function.ts'
import { wordAt } from './marks.ts'

/** Text as the encoder walks through it, several times. */
export interface Walk {
  readonly bytes: Uint8Array
  readonly words: number
  /** The low bits of the address. */
  readonly address: number
  readonly starts: Uint32Array
  readonly marks: Uint8Array
  /** The number of the first function that begins at an offset. */
  readonly functions: ReadonlyMap<number, number>
}

/** What one opcode stands for: an instruction, ADRP and the one behind it, or zeros up to the end of a function. */
export interface Unit {
  /** The number of its first word. */
  first: number
  /** How many words it has. */
  words: number
  /** The word that its pattern describes: the last. */
  word: number
  fields: Fields
  operand: number
  /** The function of a call, the target of a jump in words, the page or the address. */
  value: number
}

/** Is it ADRP and the instruction behind it? */
export const isPair = (operand: number) => operand >= OPERAND.sameAddress && operand <= OPERAND.access

/** Visits the units in their order, and fills in the marks. The unit is valid during the visit alone. */
export function walkUnits(text: Walk, visit: (unit: Unit, state: FunctionState) => void): void {
  const { bytes, marks } = text
  const state = outsideOfFunctions()
  const unit: Unit = { first: 0, words: 1, word: 0, fields: fieldsOf(0), operand: 0, value: 0 }
  let padding = text.words
  for (let word = 0; word < text.words;) {
    const { next } = state
    enterFunctions(state, text.starts, word)
    if (state.next !== next) padding = paddingOf(text, state)
    readUnit(text, unit, word)
    if (word >= padding && word < state.end) readPadding(unit, state)
    else if (unit.words === 1) settleOperand(text, unit, state)
    visit(unit, state)
    for (const end = word + unit.words; word < end; word++) {
      marks[4 * word] = noteInstruction(state, bytes, word)
    }
  }
}

function readUnit(text: Walk, unit: Unit, word: number): void {
  unit.first = word
  unit.word = wordAt(text.bytes, 4 * word)
  if (word + 1 < text.words) {
    const second = wordAt(text.bytes, 4 * word + 4)
    const fields = pairOf(unit.word, second)
    const page = fields === null ? 0 : targetPage(text, unit)
    if (fields !== null && page < 1 << 20) {
      unit.word = second
      unit.fields = fields
      unit.operand = fields.operand
      unit.value = page * 4096 + (((second >>> 10) & 4095) << accessScale(second))
      unit.words = 2
      return
    }
  }
  unit.fields = fieldsOf(unit.word)
  unit.operand = unit.fields.operand
  unit.value = 0
  unit.words = 1
}

/** The page that an ADRP makes: 21 bits of its number. */
function targetPage({ address }: Walk, { first, word }: Unit): number {
  const distance = (((word >>> 5) & 0x7ffff) << 2) | ((word >>> 29) & 3)
  return (Math.floor((address + 4 * first) / 4096) + distance) & 0x1fffff
}

/** Where the zeros at the end of a function begin. */
function paddingOf({ bytes, words }: Walk, { begin, end }: FunctionState): number {
  if (end > words) return words
  let padding = end
  while (padding > begin && wordAt(bytes, 4 * padding - 4) === 0) padding--
  return padding === end ? words : padding
}

function readPadding(unit: Unit, { end }: FunctionState): void {
  unit.operand = OPERAND.padding
  unit.words = end - unit.first
}

/** What depends on the function that the instruction is in. */
function settleOperand(text: Walk, unit: Unit, state: FunctionState): void {
  const { first, word } = unit
  switch (unit.operand) {
    case OPERAND.farCall: {
      unit.value = first + ((word << 6) >> 6)
      const called = text.functions.get(unit.value)
      if (called === undefined) return
      unit.operand = OPERAND.call
      unit.value = called
      return
    }
    case OPERAND.jump:
      unit.value = first + ((word << 6) >> 6)
      if (state.next > 0 && unit.value === state.begin) unit.operand = OPERAND.restart
      return
    case OPERAND.branch:
      unit.value = branchTarget(first, word)
      if (isEntryBranch(word) && state.entryTarget === 0) unit.operand = OPERAND.entryBranch
      return
    case OPERAND.testBranch:
      unit.value = first + ((word << 13) >> 18)
      return
    case OPERAND.page:
      unit.value = targetPage(text, unit)
      return
  }
  if (state.frame === 0) return
  if ((word & 0xffc003ff) === (0x910003ff | 0) && ((word >>> 10) & 4095) === (state.frame & 4095)) {
    unit.operand = OPERAND.leave
  } else if ((word & 0xffe00fe0) === (0xf84007e0 | 0) && ((word >>> 12) & 511) === (state.frame & 511)) {
    unit.operand = OPERAND.pop
  }
}
