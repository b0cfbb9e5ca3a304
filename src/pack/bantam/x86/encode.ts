import { ByteWriter } from '../streams/byte-writer.ts'
import { RankedWriter } from '../streams/ranked-values.ts'
import { writeNumber } from '../streams/small-numbers.ts'
import { MARK, type EncodedText } from '../text-view.ts'
import {
  byteAt,
  codeBytes,
  DISPLACEMENT,
  displacementBytes,
  displacementOf,
  marksOf,
  modRMAt,
  shapeAt,
  signedByte,
  signedWord,
  VALUE,
  valueBytes,
  valueOf,
} from './instruction.ts'
import {
  FILL,
  functionEnds,
  isSignedByte,
  JUMP,
  LONGEST_FUNCTION,
  RAW,
  STREAM,
  STREAM_OF_DISPLACEMENT,
  STREAMS,
} from './streams.ts'
import { Words } from './words.ts'

/** Splits x86-64 text into streams of what is alike. */
export function encodeX86(bytes: Uint8Array, address: bigint, starts: Uint32Array): EncodedText {
  const encoder = new Encoder(bytes, Number(BigInt.asUintN(32, address)), starts)
  for (const end of functionEnds(starts, bytes.length)) encoder.encodeTo(end)
  return { streams: encoder.end(), marks: encoder.marks }
}

/** A class on purpose, as its streams are: this is the inner loop over all of a program's code. */
class Encoder {
  readonly marks: Uint8Array
  readonly #bytes: Uint8Array
  readonly #address: number
  readonly #starts: Uint32Array
  readonly #streams = Array.from({ length: STREAMS }, () => new ByteWriter())
  readonly #words = new Words()
  readonly #calls = new RankedWriter()
  readonly #addresses = new RankedWriter()
  readonly #word = new Uint8Array(16)
  /** Of the function's instructions, and its end. */
  readonly #offsets: Uint32Array
  /** By offset in the function: which instruction begins there, if one does. */
  readonly #numbers: Uint32Array
  /** Twice the number of the instruction, and 1 for a far jump. */
  readonly #jumps: Uint32Array
  #at = 0
  #noFillBefore = 0

  constructor(bytes: Uint8Array, address: number, starts: Uint32Array) {
    this.#bytes = bytes
    this.#address = address
    this.#starts = starts
    this.marks = new Uint8Array(bytes.length + 1)
    const longest = Math.min(bytes.length, LONGEST_FUNCTION)
    this.#offsets = new Uint32Array(longest + 2)
    this.#numbers = new Uint32Array(longest + 16)
    this.#jumps = new Uint32Array(longest)
  }

  encodeTo(end: number): void {
    while (this.#at < end) this.#function(end)
  }

  end(): readonly Uint8Array[] {
    const streams = this.#streams.map(stream => stream.end())
    const { words, code } = this.#words.end()
    streams[STREAM.words] = words
    streams[STREAM.code] = code
    for (const [stream, values] of [
      [STREAM.calls, this.#calls],
      [STREAM.addresses, this.#addresses],
    ] as const) {
      const ranked = values.end()
      streams[stream] = ranked.values
      streams[stream + 1] = ranked.list
    }
    return streams
  }

  #function(end: number): void {
    const bytes = this.#bytes
    const begin = this.#at
    const cut = Math.min(end, begin + LONGEST_FUNCTION)
    let at = begin
    let count = 0
    let jumps = 0
    while (at < cut) {
      this.#numbers[at - begin] = count
      this.#offsets[count] = at
      const first = byteAt(bytes, at)
      const shape = first === FILL || first === RAW ? 0 : shapeAt(bytes, at)
      const length = lengthOf(shape)
      if (shape !== 0 && length <= end - at) {
        this.marks[at] = marksOf(shape)
        this.#instruction(at, shape, at + length)
        const value = valueOf(shape)
        if (value === VALUE.nearJump) this.#jumps[jumps++] = 2 * count
        else if (value === VALUE.farJump) this.#jumps[jumps++] = 2 * count + 1
        at += length
      } else {
        this.marks[at] = MARK.instruction
        at = first === FILL && this.#isFilled(at, end) ? this.#fill(end) : this.#raw(at)
      }
      count++
    }
    this.#offsets[count] = at
    for (let index = 0; index < jumps; index++) {
      const jump = this.#jumps[index] ?? 0
      this.#jump(jump >> 1, (jump & 1) === 1, begin, at)
    }
    this.#at = at
  }

  #fill(end: number): number {
    this.#word[0] = FILL
    this.#words.add(this.#word, 0, 1)
    return end
  }

  #raw(at: number): number {
    this.#word[0] = RAW
    this.#word[1] = byteAt(this.#bytes, at)
    this.#words.add(this.#word, 0, 2)
    return at + 1
  }

  /** All of it but the distance of a jump, which is known when all instructions of the function are. */
  #instruction(start: number, shape: number, end: number): void {
    const length = codeBytes(shape)
    const value = valueOf(shape)
    const displacement = displacementOf(shape)
    const modRM = start + modRMAt(shape)
    const isShorter = this.#displacement(displacement, start + length, modRM, end)
    // How far it is to an address depends on how many bytes the value has: then the opcode says it.
    const opcode = displacement === DISPLACEMENT.next ? -1 : modRM - 1
    const isGroup1 = this.#value(value, end - valueBytes(value), opcode, end)
    if (!isShorter && !isGroup1) {
      this.#words.add(this.#bytes, start, length)
      return
    }
    for (let at = 0; at < length; at++) this.#word[at] = byteAt(this.#bytes, start + at)
    if (isShorter) this.#word[modRM - start] = byteAt(this.#bytes, modRM) ^ 0xc0
    if (isGroup1) this.#word[opcode - start] = 0x83
    this.#words.add(this.#word, 0, length)
  }

  /** @returns whether the word has mod 1 where the text has mod 2: the number says that it needs four bytes */
  #displacement(displacement: number, at: number, modRM: number, end: number): boolean {
    if (displacement === DISPLACEMENT.none) return false
    if (displacement === DISPLACEMENT.next) {
      this.#addresses.add(this.#address + end + signedWord(this.#bytes, at))
      return false
    }
    const isByte = displacementBytes(displacement) === 1
    const number = isByte ? signedByte(this.#bytes, at) : signedWord(this.#bytes, at)
    this.#number(STREAM_OF_DISPLACEMENT[displacement] ?? 0, number)
    return !isByte && byteAt(this.#bytes, modRM) >> 6 === 2 && !isSignedByte(number)
  }

  /** @returns whether the word has the opcode 83 where the text has 81: the number says that it needs four bytes */
  #value(value: number, at: number, opcode: number, end: number): boolean {
    const bytes = this.#bytes
    switch (value) {
      case VALUE.byte:
        this.#stream(STREAM.imm8).byte(byteAt(bytes, at))
        return false
      case VALUE.half:
        this.#stream(STREAM.imm16).byte(byteAt(bytes, at + 1))
        this.#stream(STREAM.imm16).byte(byteAt(bytes, at))
        return false
      case VALUE.either:
        this.#number(STREAM.group1, signedByte(bytes, at))
        return false
      case VALUE.word: {
        const number = signedWord(bytes, at)
        const isGroup1 = bytes[opcode] === 0x81 && !isSignedByte(number)
        this.#number(isGroup1 ? STREAM.group1 : STREAM.imm32, number)
        return isGroup1
      }
      case VALUE.long:
        this.#stream(STREAM.imm64).u32be(signedWord(bytes, at + 4))
        this.#stream(STREAM.imm64).u32be(signedWord(bytes, at))
        return false
      case VALUE.call:
        this.#call((end + signedWord(bytes, at)) >>> 0)
        return false
      default:
        return false
    }
  }

  #call(target: number): void {
    const called = indexOf(this.#starts, target) + 1
    this.#calls.add(called)
    if (called === 0) this.#stream(STREAM.large).u32be(target)
  }

  #jump(number: number, isFar: boolean, begin: number, functionEnd: number): void {
    const end = this.#offsets[number + 1] ?? 0
    const bytes = isFar ? signedWord(this.#bytes, end - 4) : signedByte(this.#bytes, end - 1)
    const target = end + bytes
    const isInside = target >= begin && target < functionEnd && this.marks[target] !== 0
    const instructions = isInside ? (this.#numbers[target - begin] ?? 0) - number - 1 : 0
    const hasNumber = isInside && (isFar || isSignedByte(instructions))
    const distance =
      target === begin ? JUMP.toStart : hasNumber && instructions !== JUMP.toStart ? instructions : JUMP.raw
    if (isFar) {
      this.#number(STREAM.farJumps, distance, STREAM.largeJumps)
      if (distance === JUMP.raw) this.#stream(STREAM.largeJumps).u32be(bytes)
    } else {
      this.#stream(STREAM.nearJumps).byte(distance)
      if (distance === JUMP.raw) this.#stream(STREAM.nearJumps).byte(bytes)
    }
  }

  #number(stream: number, value: number, large: number = STREAM.large): void {
    writeNumber(this.#stream(stream), this.#stream(stream + 1), this.#stream(large), value)
  }

  #isFilled(at: number, end: number): boolean {
    if (at < this.#noFillBefore) return false
    let filled = at
    while (filled < end && this.#bytes[filled] === FILL) filled++
    this.#noFillBefore = filled
    return filled === end
  }

  #stream(number: number): ByteWriter {
    return this.#streams[number] as ByteWriter
  }
}

function lengthOf(shape: number): number {
  return codeBytes(shape) + displacementBytes(displacementOf(shape)) + valueBytes(valueOf(shape))
}

/** Which of the functions begins there; −1 if none does. The last number is no function's start. */
function indexOf(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low < starts.length - 1 && starts[low] === offset ? low : -1
}
