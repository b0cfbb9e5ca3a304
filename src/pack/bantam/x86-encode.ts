import { ByteWriter, zigzag } from './byte-writer.ts'
import { MARK, type EncodedText } from './text-view.ts'
import {
  byteAt,
  codeBytes,
  DISPLACEMENT,
  displacementBytes,
  displacementOf,
  hasSib,
  marksOf,
  shapeAt,
  signedByte,
  signedWord,
  VALUE,
  valueBytes,
  valueOf,
} from './x86-instruction.ts'
import {
  FILL,
  functionEnds,
  JUMP,
  JUMP_DISTANCES,
  LONGEST_FUNCTION,
  RAW,
  STREAM,
  STREAMS,
  WIDER,
} from './x86-streams.ts'

/** Splits x86-64 text into streams of what is alike. */
export function encodeX86(bytes: Uint8Array, address: bigint, starts: Uint32Array): EncodedText {
  const encoder = new Encoder(bytes, Number(BigInt.asUintN(32, address)), starts)
  for (const end of functionEnds(starts, bytes.length)) encoder.encodeTo(end)
  return { streams: encoder.streams.map(stream => stream.end()), marks: encoder.marks }
}

const MOST_INSTRUCTIONS = LONGEST_FUNCTION + 1

/** A class on purpose, as its streams are: this is the inner loop over all of a program's code. */
class Encoder {
  readonly streams = Array.from({ length: STREAMS }, () => new ByteWriter())
  readonly marks: Uint8Array
  readonly #bytes: Uint8Array
  readonly #address: number
  readonly #starts: Uint32Array
  /** Of the function's instructions, and its end. */
  readonly #offsets = new Uint32Array(MOST_INSTRUCTIONS + 1)
  /** By offset in the function: which instruction begins there, if one does. */
  readonly #numbers = new Uint32Array(LONGEST_FUNCTION + 16)
  readonly #jumps = new Uint32Array(MOST_INSTRUCTIONS)
  #at = 0
  #noFillBefore = 0

  constructor(bytes: Uint8Array, address: number, starts: Uint32Array) {
    this.#bytes = bytes
    this.#address = address
    this.#starts = starts
    this.marks = new Uint8Array(bytes.length + 1)
  }

  encodeTo(end: number): void {
    while (this.#at < end) this.#function(end)
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
      if (first === FILL && this.#isFilled(at, end)) {
        this.#stream(STREAM.code).byte(FILL)
        this.marks[at] = MARK.instruction
        at = end
      } else {
        const shape = first === FILL || first === RAW ? 0 : shapeAt(bytes, at)
        const length = lengthOf(shape)
        if (shape === 0 || at + length > end) {
          this.#stream(STREAM.code).byte(RAW)
          this.#stream(STREAM.code).byte(first)
          this.marks[at] = MARK.instruction
          at++
        } else {
          this.marks[at] = marksOf(shape)
          if (this.#instruction(at, shape, at + length)) this.#jumps[jumps++] = count
          at += length
        }
      }
      count++
    }
    this.#offsets[count] = at
    for (let jump = 0; jump < jumps; jump++) this.#jump(this.#jumps[jump] ?? 0, begin, at)
    this.#at = at
  }

  /** @returns whether it is a jump, which is written when all instructions of the function are known */
  #instruction(start: number, shape: number, end: number): boolean {
    const bytes = this.#bytes
    if (isFarJump(bytes, start)) {
      const first = byteAt(bytes, start)
      this.#stream(STREAM.code).byte(first === 0xe9 ? 0xeb : byteAt(bytes, start + 1) - 0x10)
      return true
    }
    const code = this.#stream(STREAM.code)
    let at = start + codeBytes(shape)
    const displacement = displacementOf(shape)
    const modRMAt = at - (hasSib(shape) ? 2 : 1)
    const isNarrowed = this.#displacement(displacement, modRMAt, at, end)
    for (let from = start; from < at; from++) {
      const byte = byteAt(bytes, from)
      code.byte(isNarrowed && from === modRMAt ? byte ^ 0xc0 : byte)
    }
    at += displacementBytes(displacement)

    const value = valueOf(shape)
    switch (value) {
      case VALUE.byte:
        this.#stream(STREAM.imm8).byte(byteAt(bytes, at))
        break
      case VALUE.half:
        this.#stream(STREAM.imm16).byte(byteAt(bytes, at + 1))
        this.#stream(STREAM.imm16).byte(byteAt(bytes, at))
        break
      case VALUE.word:
        this.#stream(STREAM.imm32).u32be(signedWord(bytes, at))
        break
      case VALUE.long:
        this.#stream(STREAM.imm64).bytes(bytes.subarray(at, at + 8))
        break
      case VALUE.call:
        this.#call((end + signedWord(bytes, at)) >>> 0)
        break
    }
    return value === VALUE.jump
  }

  /** @returns whether the code says one byte where the text has four */
  #displacement(displacement: number, modRMAt: number, at: number, end: number): boolean {
    const bytes = this.#bytes
    switch (displacement) {
      case DISPLACEMENT.byte:
      case DISPLACEMENT.stackByte: {
        const byte = byteAt(bytes, at)
        this.#stream(displacement).byte(byte)
        if (byte === WIDER) this.#stream(displacement + 2).u32be(signedByte(bytes, at))
        return false
      }
      case DISPLACEMENT.word:
      case DISPLACEMENT.stackWord: {
        const distance = signedWord(bytes, at)
        const isNarrowed = byteAt(bytes, modRMAt) >> 6 === 2 && distance !== -0x80
        if (isNarrowed) this.#stream(displacement - 2).byte(WIDER)
        this.#stream(displacement).u32be(distance)
        return isNarrowed
      }
      case DISPLACEMENT.next:
        this.#stream(displacement).u32be((this.#address + end + signedWord(bytes, at)) >>> 0)
        return false
      default:
        return false
    }
  }

  #call(target: number): void {
    const called = indexOf(this.#starts, target) + 1
    this.#stream(STREAM.calls).u24be(called)
    if (called === 0) this.#stream(STREAM.farCalls).u32be(target)
  }

  #jump(number: number, begin: number, functionEnd: number): void {
    const start = this.#offsets[number] ?? 0
    const end = this.#offsets[number + 1] ?? 0
    const isFar = isFarJump(this.#bytes, start)
    const distance = isFar ? signedWord(this.#bytes, end - 4) : signedByte(this.#bytes, end - 1)
    const target = end + distance
    const isInside = target >= begin && target < functionEnd && this.marks[target] !== 0
    const jumps = this.#stream(STREAM.jumps)
    const farJumps = this.#stream(STREAM.farJumps)
    if (isInside && target === begin) {
      jumps.byte(isFar ? JUMP.farToStart : JUMP.toStart)
      return
    }
    const instructions = isInside ? zigzag((this.#numbers[target - begin] ?? 0) - number - 1) : Infinity
    if (isFar) {
      jumps.byte(JUMP.far)
      if (instructions < 0xffff) farJumps.u16be(instructions + 1)
      else {
        farJumps.u16be(0)
        farJumps.u32be(distance)
      }
    } else if (instructions + JUMP_DISTANCES < 0x100) jumps.byte(instructions + JUMP_DISTANCES)
    else {
      jumps.byte(JUMP.raw)
      jumps.byte(distance)
    }
  }

  #isFilled(at: number, end: number): boolean {
    if (at < this.#noFillBefore) return false
    let filled = at
    while (filled < end && this.#bytes[filled] === FILL) filled++
    this.#noFillBefore = filled
    return filled === end
  }

  #stream(number: number): ByteWriter {
    return this.streams[number] as ByteWriter
  }
}

function lengthOf(shape: number): number {
  return codeBytes(shape) + displacementBytes(displacementOf(shape)) + valueBytes(valueOf(shape))
}

/** A jump without prefix that has four bytes. In the code, it looks like the one that has one. */
function isFarJump(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe9 || (bytes[at] === 0x0f && (byteAt(bytes, at + 1) & 0xf0) === 0x80)
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
  return low < starts.length - 1 && starts[low] === offset && low < 0xffffff ? low : -1
}
