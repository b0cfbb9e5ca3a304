import { accessScale } from './fields.ts'
import {
  ESCAPE,
  KNOWN,
  MOST_PATTERNS,
  NUMBER_FIELDS,
  OPERAND,
  REGISTER_SHIFTS,
  SHORT_OPCODES,
  STREAM,
  STREAMS,
  type NumberField,
  type Pattern,
} from './format.ts'
import {
  COLD,
  enterFunctions,
  noteInstruction,
  outsideOfFunctions,
  TARGETS,
  toFront,
  type FunctionState,
} from './function.ts'
import { BrokenStream, ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import type { TextView } from '../text-view.ts'

/** The words of a text, written from their streams. */
interface Decoding {
  readonly text: TextView
  readonly streams: readonly ByteReader[]
  readonly patterns: readonly Pattern[]
  readonly state: FunctionState
  /** The low bits of the address. */
  readonly address: number
  /** The number of the word that is written next. */
  word: number
}

export function decodeArm64(
  streams: readonly Uint8Array[],
  size: number,
  address: bigint,
  starts: Uint32Array,
): TextView {
  if (streams.length !== STREAMS) throw new BrokenStream('arm64 text has other streams')
  const text = { bytes: new Uint8Array(size), address, starts, marks: new Uint8Array(size + 1) }
  const readers = streams.map(stream => new ByteReader(stream))
  const decoding = {
    text,
    streams: readers,
    patterns: readPatterns(stream(readers, STREAM.patterns)),
    state: outsideOfFunctions(),
    address: Number(address & 0xff_ffff_ffffn),
    word: 0,
  }
  while (decoding.word < size >>> 2) decodeUnit(decoding)
  const words = stream(readers, STREAM.words)
  for (let at = (size >>> 2) * 4; at < size; at++) text.bytes[at] = words.byte()
  return text
}

function stream(streams: readonly ByteReader[], number: number): ByteReader {
  const found = streams[number]
  if (found === undefined) throw new BrokenStream('arm64 text has other streams')
  return found
}

function readPatterns(from: ByteReader): readonly Pattern[] {
  const patterns: Pattern[] = []
  while (!from.isAtEnd) {
    const word = from.u32be()
    const registers = from.byte() & 15
    const operand = from.byte()
    const value = operand & KNOWN ? from.u32be() : 0
    const known = (operand & ~KNOWN) < OPERAND.number + NUMBER_FIELDS.length
    if (!known || patterns.length === MOST_PATTERNS) throw new BrokenStream('a pattern of arm64 is broken')
    patterns.push({ word, registers, operand, value })
  }
  return patterns
}

/** One opcode: an instruction, or ADRP and the one behind it. */
function decodeUnit(decoding: Decoding): void {
  const { state, text, streams, patterns } = decoding
  enterFunctions(state, text.starts, decoding.word)
  const opcodes = stream(streams, STREAM.opcodes)
  const opcode = opcodes.byte()
  if (opcode === ESCAPE) return writeWord(decoding, stream(streams, STREAM.words).u32le())
  const number =
    opcode < SHORT_OPCODES ? opcode : SHORT_OPCODES + (opcode - SHORT_OPCODES) * 256 + opcodes.byte()
  const pattern = patterns[number]
  if (pattern === undefined) throw new BrokenStream('an opcode of arm64 has no pattern')
  let { word } = pattern
  REGISTER_SHIFTS.forEach((shift, index) => {
    if ((pattern.registers >>> index) & 1) word |= (opcodes.byte() & 31) << shift
  })
  writeWord(decoding, word | operandBits(decoding, pattern, word))
}

function writeWord(decoding: Decoding, word: number): void {
  const { bytes, marks } = decoding.text
  const at = decoding.word++
  for (let index = 0; index < 4; index++) bytes[4 * at + index] = word >>> (8 * index)
  marks[4 * at] = noteInstruction(decoding.state, bytes, at)
}

/** The bits of the operand. Of a pair of instructions, writes the first and returns the bits of the second. */
function operandBits(decoding: Decoding, pattern: Pattern, word: number): number {
  const { state, streams } = decoding
  const read = (number: number) => stream(streams, number)
  const kind = pattern.operand & ~KNOWN
  switch (kind) {
    case OPERAND.none:
      return 0
    case OPERAND.call:
      return distance26(decoding, functionStart(decoding, pattern))
    case OPERAND.farCall:
      return distance26(decoding, read(STREAM.farCalls).u32be())
    case OPERAND.jump:
      return distance26(decoding, target(decoding, STREAM.jumps))
    case OPERAND.restart:
      return distance26(decoding, state.begin)
    case OPERAND.branch:
      return distance19(decoding, target(decoding, STREAM.branches))
    case OPERAND.entryBranch:
      return distance19(decoding, state.end - unzigzag(read(STREAM.entryBranches).varint()))
    case OPERAND.testBranch: {
      const bit = read(STREAM.testedBits).byte()
      const distance = target(decoding, STREAM.branches) - decoding.word
      return ((bit & 31) << 19) | (((bit >> 5) & 1) << 31) | ((distance & 0x3fff) << 5)
    }
    case OPERAND.page:
      return pageBits(decoding, read(STREAM.pages).u24be())
    case OPERAND.sameAddress:
    case OPERAND.address:
    case OPERAND.access:
      return addressBits(decoding, pattern, kind, word)
    case OPERAND.storedSlot:
      return slotBits(storedSlot(decoding, word >>> 30), word >>> 30)
    case OPERAND.loadedSlot:
      return slotBits(loadedSlot(decoding, word >>> 30), word >>> 30)
    case OPERAND.leave:
      return (state.frame & 4095) << 10
    case OPERAND.pop:
      return (state.frame & 511) << 12
    case OPERAND.padding: {
      const end = Math.min(state.end, decoding.text.bytes.length >>> 2)
      while (decoding.word + 1 < end) writeWord(decoding, word)
      return 0
    }
    default:
      return numberBits(decoding, kind - OPERAND.number)
  }
}

const distance26 = ({ word }: Decoding, to: number) => (to - word) & 0x3ffffff
const distance19 = ({ word }: Decoding, to: number) => ((to - word) & 0x7ffff) << 5
const slotBits = (slot: number, scale: number) => ((slot >>> scale) & 4095) << 10

function functionStart({ text, streams }: Decoding, { operand, value }: Pattern): number {
  const number = operand & KNOWN ? value : stream(streams, STREAM.calls).u24be()
  const start = number + 1 < text.starts.length ? text.starts[number] : undefined
  if (start === undefined) throw new BrokenStream('a call of arm64 goes to a function that there is not')
  return start >>> 2
}

/** Where a jump goes. */
function target({ streams, state, word }: Decoding, number: number): number {
  const value = stream(streams, number).varint()
  const known = state.targets[value]
  const to = known ?? newTarget(state, word, value - TARGETS)
  toFront(state.targets, known === undefined ? -1 : value, to)
  return to
}

function newTarget(state: FunctionState, word: number, value: number): number {
  if (value >= COLD) return (word + unzigzag(value - COLD)) >>> 0
  state.cold = (state.cold - 1 - value) >>> 0
  return state.cold
}

function pageBits({ address, word }: Decoding, page: number): number {
  const distance = page - Math.floor((address + 4 * word) / 4096)
  return ((distance & 3) << 29) | (((distance >> 2) & 0x7ffff) << 5)
}

function addressBits(decoding: Decoding, pattern: Pattern, kind: number, word: number): number {
  const from = stream(decoding.streams, kind === OPERAND.access ? STREAM.accesses : STREAM.addresses)
  const address = pattern.operand & KNOWN ? pattern.value : from.u32be()
  if (decoding.word + 1 >= decoding.text.bytes.length >>> 2)
    throw new BrokenStream('arm64 text ends in a pair')
  const base = (word >>> 5) & 31
  writeWord(decoding, 0x90000000 | base | pageBits(decoding, address >>> 12))
  const number = (address & 4095) >>> accessScale(word)
  return (number << 10) | (kind === OPERAND.sameAddress ? base : 0)
}

function newSlot(state: FunctionState, scale: number, distance: number): number {
  const field = ((state.lastSlot >>> scale) + unzigzag(distance)) & 4095
  state.lastSlot = field << scale
  return state.lastSlot
}

function storedSlot({ state, streams }: Decoding, scale: number): number {
  const slot = newSlot(state, scale, stream(streams, STREAM.storedSlots).varint())
  toFront(state.slots, state.slots.indexOf(slot), slot)
  return slot
}

function loadedSlot({ state, streams }: Decoding, scale: number): number {
  const value = stream(streams, STREAM.loadedSlots).varint()
  const known = state.slots[value]
  const slot = known ?? newSlot(state, scale, value - state.slots.length)
  toFront(state.slots, known === undefined ? -1 : value, slot)
  return slot
}

function numberBits({ streams }: Decoding, index: number): number {
  const field = NUMBER_FIELDS[index]
  if (field === undefined) throw new BrokenStream('a pattern of arm64 is broken')
  const from = stream(streams, STREAM.numbers + index)
  const value = readNumber(from, field.form)
  return (value & ((1 << field.bits) - 1)) << field.shift
}

function readNumber(from: ByteReader, form: NumberField['form']): number {
  switch (form) {
    case 'varint':
      return from.varint()
    case 'zigzag':
      return unzigzag(from.varint())
    case 'two bytes':
      return from.u16be()
    case 'two sixes':
      return ((from.byte() & 63) << 6) | (from.byte() & 63)
  }
}
