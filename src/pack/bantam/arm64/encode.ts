import {
  ESCAPE,
  KNOWN,
  NUMBER_FIELDS,
  OPERAND,
  REGISTER_SHIFTS,
  SHORT_OPCODES,
  STREAM,
  STREAMS,
  type NumberField,
  type Pattern,
} from './format.ts'
import { COLD, TARGETS, toFront, type FunctionState } from './function.ts'
import { wordAt } from './marks.ts'
import { choosePatterns } from './patterns.ts'
import { walkUnits, type Unit, type Walk } from './units.ts'
import { ByteWriter, zigzag } from '../streams/byte-writer.ts'
import type { EncodedText } from '../text-view.ts'

export function encodeArm64(bytes: Uint8Array, address: bigint, starts: Uint32Array): EncodedText {
  const text = textToWalk(bytes, address, starts)
  const writers = Array.from({ length: STREAMS }, () => new ByteWriter())
  const stream = (number: number) => writers[number] as ByteWriter
  const { patterns, ofUnit } = choosePatterns(text)
  for (const pattern of patterns) writePattern(stream(STREAM.patterns), pattern)
  let units = 0
  walkUnits(text, (unit, state) => {
    const number = ofUnit[units++] ?? -1
    const pattern = patterns[number]
    if (pattern === undefined) return writeWords(stream, text, unit)
    writeOpcode(stream(STREAM.opcodes), number)
    writeRegisters(stream(STREAM.opcodes), pattern, unit.word)
    if (!(pattern.operand & KNOWN)) writeOperand(stream, pattern.operand, unit, state)
  })
  stream(STREAM.words).bytes(bytes.subarray(4 * text.words))
  return { streams: writers.map(writer => writer.end()), marks: text.marks }
}

type Streams = (number: number) => ByteWriter

function textToWalk(bytes: Uint8Array, address: bigint, starts: Uint32Array): Walk {
  const words = bytes.length >>> 2
  const marks = new Uint8Array(bytes.length + 1)
  const functions = new Map<number, number>()
  // The number of a function has three bytes.
  for (let number = Math.min(starts.length - 1, 1 << 24) - 1; number >= 0; number--) {
    functions.set((starts[number] ?? 0) >>> 2, number)
  }
  return { bytes, words, address: Number(address & 0xff_ffff_ffffn), starts, marks, functions }
}

function writePattern(to: ByteWriter, { word, registers, operand, value }: Pattern): void {
  to.u32be(word)
  to.byte(registers)
  to.byte(operand)
  if (operand & KNOWN) to.u32be(value)
}

function writeOpcode(to: ByteWriter, number: number): void {
  if (number < SHORT_OPCODES) return to.byte(number)
  to.byte(SHORT_OPCODES + ((number - SHORT_OPCODES) >>> 8))
  to.byte(number - SHORT_OPCODES)
}

function writeRegisters(to: ByteWriter, { registers }: Pattern, word: number): void {
  REGISTER_SHIFTS.forEach((shift, index) => {
    if ((registers >>> index) & 1) to.byte((word >>> shift) & 31)
  })
}

/** The words of a unit without a pattern. */
function writeWords(stream: Streams, { bytes }: Walk, { first, words }: Unit): void {
  for (let word = first; word < first + words; word++) {
    stream(STREAM.opcodes).byte(ESCAPE)
    stream(STREAM.words).u32le(wordAt(bytes, 4 * word))
  }
}

function writeOperand(stream: Streams, operand: number, unit: Unit, state: FunctionState): void {
  const { word, value } = unit
  switch (operand) {
    case OPERAND.none:
    case OPERAND.restart:
    case OPERAND.leave:
    case OPERAND.pop:
    case OPERAND.padding:
      return
    case OPERAND.call:
      return stream(STREAM.calls).u24be(value)
    case OPERAND.farCall:
      return stream(STREAM.farCalls).u32be(value)
    case OPERAND.jump:
      return writeTarget(stream(STREAM.jumps), state, unit)
    case OPERAND.branch:
      return writeTarget(stream(STREAM.branches), state, unit)
    case OPERAND.entryBranch:
      return stream(STREAM.entryBranches).varint(zigzag(state.end - value))
    case OPERAND.testBranch:
      stream(STREAM.testedBits).byte(((word >>> 19) & 31) | ((word >>> 31) << 5))
      return writeTarget(stream(STREAM.branches), state, unit)
    case OPERAND.page:
      return stream(STREAM.pages).u24be(value)
    case OPERAND.sameAddress:
    case OPERAND.address:
      return stream(STREAM.addresses).u32be(value)
    case OPERAND.access:
      return stream(STREAM.accesses).u32be(value)
    case OPERAND.storedSlot:
      return writeStoredSlot(stream(STREAM.storedSlots), state, word)
    case OPERAND.loadedSlot:
      return writeLoadedSlot(stream(STREAM.loadedSlots), state, word)
    default:
      return writeNumber(stream, operand - OPERAND.number, word)
  }
}

function writeTarget(to: ByteWriter, state: FunctionState, { first, value }: Unit): void {
  const target = value >>> 0
  const index = state.targets.indexOf(target)
  const beforeCold = state.cold - target
  if (index >= 0) to.varint(index)
  else if (beforeCold >= 1 && beforeCold <= COLD) {
    to.varint(TARGETS + beforeCold - 1)
    state.cold = target
  } else to.varint(TARGETS + COLD + zigzag(value - first))
  toFront(state.targets, index, target)
}

/** The distance to the last slot, which becomes this one. */
function slotDistance(state: FunctionState, slot: number, scale: number): number {
  const distance = zigzag((slot >>> scale) - (state.lastSlot >>> scale))
  state.lastSlot = slot
  return distance
}

function writeStoredSlot(to: ByteWriter, state: FunctionState, word: number): void {
  const scale = word >>> 30
  const slot = ((word >>> 10) & 4095) << scale
  to.varint(slotDistance(state, slot, scale))
  toFront(state.slots, state.slots.indexOf(slot), slot)
}

function writeLoadedSlot(to: ByteWriter, state: FunctionState, word: number): void {
  const scale = word >>> 30
  const slot = ((word >>> 10) & 4095) << scale
  const index = state.slots.indexOf(slot)
  to.varint(index < 0 ? slotDistance(state, slot, scale) + state.slots.length : index)
  toFront(state.slots, index, slot)
}

function writeNumber(stream: Streams, index: number, word: number): void {
  const { shift, bits, form } = NUMBER_FIELDS[index] as NumberField
  const to = stream(STREAM.numbers + index)
  const value = (word >>> shift) & ((1 << bits) - 1)
  switch (form) {
    case 'varint':
      return to.varint(value)
    case 'zigzag':
      return to.varint(zigzag((value << (32 - bits)) >> (32 - bits)))
    case 'two bytes':
      return to.u16be(value)
    case 'two sixes':
      to.byte(value >>> 6)
      return to.byte(value & 63)
  }
}
