import { BrokenStream, ByteReader } from '../streams/byte-reader.ts'
import { rankedReader } from '../streams/ranked-values.ts'
import { readNumber } from '../streams/small-numbers.ts'
import { MARK, type TextView } from '../text-view.ts'
import {
  byteAt,
  codeBytes,
  DISPLACEMENT,
  displacementBytes,
  displacementOf,
  marksOf,
  modRMAt,
  shapeAt,
  VALUE,
  valueBytes,
  valueOf,
} from './instruction.ts'
import { putWord, writeJumps, type Jump } from './jumps.ts'
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
import { readWords, shortNumbers, SPELLED } from './words.ts'

/** The inverse of `encodeX86`. @throws BrokenStream where the streams do not describe text of this size */
export function decodeX86(
  streams: readonly Uint8Array[],
  size: number,
  address: bigint,
  starts: Uint32Array,
): TextView {
  if (streams.length !== STREAMS) throw new BrokenStream(`x86-64 text has ${STREAMS} streams`)
  const decoder = new Decoder(streams, size, Number(BigInt.asUintN(32, address)), starts)
  for (const end of functionEnds(starts, size)) decoder.decodeTo(end)
  if (!decoder.isAtEnd) throw new BrokenStream('a stream of x86-64 text goes on behind its end')
  return { bytes: decoder.bytes, address, starts, marks: decoder.marks }
}

const LONGEST_INSTRUCTION = 15

/** A class on purpose, as its streams are: this is the inner loop over all of a program's code. */
class Decoder {
  readonly bytes: Uint8Array
  readonly marks: Uint8Array
  readonly #streams: readonly ByteReader[]
  readonly #code: Uint8Array
  readonly #words: readonly Uint8Array[]
  readonly #shapes: readonly number[]
  readonly #shortNumbers: number
  readonly #calls: ReturnType<typeof rankedReader>
  readonly #addresses: ReturnType<typeof rankedReader>
  readonly #address: number
  readonly #starts: Uint32Array
  /** Of the function's instructions, and its end. */
  readonly #offsets: Uint32Array
  #jumps: Jump[] = []
  #codeAt = 0
  #at = 0

  constructor(streams: readonly Uint8Array[], size: number, address: number, starts: Uint32Array) {
    const ranked = (stream: number) =>
      rankedReader({ values: streams[stream] as Uint8Array, list: streams[stream + 1] as Uint8Array })
    this.#streams = streams.map(bytes => new ByteReader(bytes))
    this.#code = streams[STREAM.code] as Uint8Array
    this.#words = readWords(streams[STREAM.words] as Uint8Array)
    this.#shapes = this.#words.map(word => shapeAt(word, 0))
    this.#shortNumbers = shortNumbers(this.#words.length)
    this.#calls = ranked(STREAM.calls)
    this.#addresses = ranked(STREAM.addresses)
    this.#address = address
    this.#starts = starts
    this.bytes = new Uint8Array(size)
    this.marks = new Uint8Array(size + 1)
    this.#offsets = new Uint32Array(Math.min(size, LONGEST_FUNCTION) + 2)
  }

  get isAtEnd(): boolean {
    const others = [...this.#streams.slice(STREAM.displacements, STREAM.calls), this.#calls, this.#addresses]
    return this.#codeAt === this.#code.length && others.every(stream => stream.isAtEnd)
  }

  decodeTo(end: number): void {
    while (this.#at < end) this.#function(end)
  }

  #function(end: number): void {
    const cut = Math.min(end, this.#at + LONGEST_FUNCTION)
    this.#jumps = []
    let count = 0
    while (this.#at < cut) {
      this.#offsets[count] = this.#at
      this.#next(count, end)
      count++
    }
    this.#offsets[count] = this.#at
    writeJumps(this.bytes, this.#offsets.subarray(0, count + 1), this.#jumps)
  }

  #next(count: number, end: number): void {
    const first = this.#codeByte()
    if (first === SPELLED) this.#spelled(count, end)
    else {
      const short = this.#shortNumbers
      const number = first < short ? first : short + (((first - short) << 8) | this.#codeByte())
      const word = this.#words[number]
      if (word === undefined) throw new BrokenStream('a word has no such number')
      if (word[0] === FILL) this.#fill(end)
      else this.#instruction(word, 0, this.#shapes[number] ?? 0, count, end)
    }
  }

  #spelled(count: number, end: number): void {
    const first = this.#code[this.#codeAt]
    if (first === FILL || first === RAW) {
      this.#codeAt++
      if (first === FILL) this.#fill(end)
      else {
        this.marks[this.#at] = MARK.instruction
        this.bytes[this.#at++] = this.#codeByte()
      }
      return
    }
    const shape = shapeAt(this.#code, this.#codeAt)
    const length = codeBytes(shape)
    if (length > this.#code.length - this.#codeAt) throw new BrokenStream('the code ends too early')
    this.#instruction(this.#code, this.#codeAt, shape, count, end)
    this.#codeAt += length
  }

  #fill(end: number): void {
    this.marks[this.#at] = MARK.instruction
    this.bytes.fill(FILL, this.#at, end)
    this.#at = end
  }

  #instruction(word: Uint8Array, from: number, shape: number, number: number, end: number): void {
    if (shape === 0) throw new BrokenStream('an instruction is too long')
    const start = this.#at
    const length = codeBytes(shape)
    const value = valueOf(shape)
    this.marks[start] = marksOf(shape)
    for (let at = 0; at < length; at++) this.bytes[start + at] = byteAt(word, from + at)
    this.#at += length
    this.#displacement(displacementOf(shape), start + modRMAt(shape), valueBytes(value))
    this.#value(value, start + modRMAt(shape) - 1, number)
    if (this.#at > end || this.#at - start > LONGEST_INSTRUCTION) {
      throw new BrokenStream('an instruction is too long')
    }
  }

  #displacement(displacement: number, modRM: number, valueSize: number): void {
    if (displacement === DISPLACEMENT.none) return
    if (displacement === DISPLACEMENT.next) {
      this.#word(this.#addresses.next() - this.#address - (this.#at + 4 + valueSize))
      return
    }
    const number = this.#number(STREAM_OF_DISPLACEMENT[displacement] ?? 0)
    if (displacementBytes(displacement) === 4) this.#word(number)
    else if (isSignedByte(number)) this.bytes[this.#at++] = number
    else {
      this.bytes[modRM] = byteAt(this.bytes, modRM) ^ 0xc0
      this.#word(number)
    }
  }

  #value(value: number, opcode: number, count: number): void {
    switch (value) {
      case VALUE.byte:
        this.bytes[this.#at++] = this.#stream(STREAM.imm8).byte()
        break
      case VALUE.half: {
        const half = this.#stream(STREAM.imm16).u16be()
        this.bytes[this.#at++] = half
        this.bytes[this.#at++] = half >> 8
        break
      }
      case VALUE.word:
        this.#word(this.#number(STREAM.imm32))
        break
      case VALUE.either: {
        const number = this.#number(STREAM.group1)
        if (isSignedByte(number)) this.bytes[this.#at++] = number
        else {
          this.bytes[opcode] = 0x81
          this.#word(number)
        }
        break
      }
      case VALUE.long: {
        const high = this.#stream(STREAM.imm64).u32be()
        this.#word(this.#stream(STREAM.imm64).u32be())
        this.#word(high)
        break
      }
      case VALUE.farJump:
        this.#farJump(count)
        break
      case VALUE.nearJump:
        this.#nearJump(count)
        break
      case VALUE.call:
        this.#word(this.#callTarget() - this.#at - 4)
        break
    }
  }

  /** An offset in the text. */
  #callTarget(): number {
    const called = this.#calls.next()
    if (called === 0) return this.#stream(STREAM.large).u32be()
    const start = called < this.#starts.length ? this.#starts[called - 1] : undefined
    if (start === undefined) throw new BrokenStream('a call goes to no function')
    return start
  }

  #nearJump(from: number): void {
    const distance = (this.#stream(STREAM.nearJumps).byte() << 24) >> 24
    if (distance === JUMP.raw) this.bytes[this.#at++] = this.#stream(STREAM.nearJumps).byte()
    else {
      this.#jumps.push({ from, to: distance === JUMP.toStart ? 0 : from + 1 + distance, isFar: false })
      this.#at++
    }
  }

  #farJump(from: number): void {
    const distance = this.#number(STREAM.farJumps, STREAM.largeJumps)
    if (distance === JUMP.raw) this.#word(this.#stream(STREAM.largeJumps).u32be())
    else {
      this.#jumps.push({ from, to: distance === JUMP.toStart ? 0 : from + 1 + distance, isFar: true })
      this.#at += 4
    }
  }

  #word(value: number): void {
    putWord(this.bytes, this.#at, value)
    this.#at += 4
  }

  #codeByte(): number {
    const byte = this.#code[this.#codeAt++]
    if (byte === undefined) throw new BrokenStream('the code ends too early')
    return byte
  }

  #number(stream: number, large: number = STREAM.large): number {
    return readNumber(this.#stream(stream), this.#stream(stream + 1), this.#stream(large))
  }

  #stream(number: number): ByteReader {
    return this.#streams[number] as ByteReader
  }
}
