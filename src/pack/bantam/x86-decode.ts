import { BrokenStream, ByteReader } from './byte-reader.ts'
import { unzigzag } from './byte-writer.ts'
import { MARK, type TextView } from './text-view.ts'
import {
  byteAt,
  codeBytes,
  DISPLACEMENT,
  displacementOf,
  hasSib,
  marksOf,
  shapeAt,
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

interface Jump {
  /** Of the instruction that jumps, and of the one that it jumps to, in the function. */
  readonly from: number
  readonly to: number
  readonly isFar: boolean
}

/** A class on purpose, as its streams are: this is the inner loop over all of a program's code. */
class Decoder {
  readonly bytes: Uint8Array
  readonly marks: Uint8Array
  readonly #streams: readonly ByteReader[]
  readonly #code: Uint8Array
  readonly #address: number
  readonly #starts: Uint32Array
  readonly #offsets = new Uint32Array(LONGEST_FUNCTION + 2)
  #jumps: Jump[] = []
  #codeAt = 0
  #at = 0

  constructor(streams: readonly Uint8Array[], size: number, address: number, starts: Uint32Array) {
    this.#streams = streams.map(bytes => new ByteReader(bytes))
    this.#code = streams[STREAM.code] as Uint8Array
    this.#address = address
    this.#starts = starts
    this.bytes = new Uint8Array(size)
    this.marks = new Uint8Array(size + 1)
  }

  get isAtEnd(): boolean {
    return (
      this.#codeAt === this.#code.length &&
      this.#streams.every((stream, number) => number === 0 || stream.isAtEnd)
    )
  }

  decodeTo(end: number): void {
    while (this.#at < end) this.#function(end)
  }

  #function(end: number): void {
    const code = this.#code
    const cut = Math.min(end, this.#at + LONGEST_FUNCTION)
    this.#jumps = []
    let count = 0
    while (this.#at < cut) {
      const start = this.#at
      this.#offsets[count] = start
      const first = code[this.#codeAt]
      if (first === undefined) throw new BrokenStream('the code ends too early')
      if (first === FILL) {
        this.#codeAt++
        this.marks[start] = MARK.instruction
        this.bytes.fill(FILL, start, end)
        this.#at = end
      } else if (first === RAW) {
        this.#codeBytes(1, 2)
        this.marks[start] = MARK.instruction
      } else {
        const shape = shapeAt(code, this.#codeAt)
        if (shape === 0) throw new BrokenStream('an instruction is too long')
        this.marks[start] = marksOf(shape)
        this.#instruction(shape, count)
        if (this.#at > end || this.#at - start > LONGEST_INSTRUCTION) {
          throw new BrokenStream('an instruction is too long')
        }
      }
      count++
    }
    this.#offsets[count] = this.#at
    for (const jump of this.#jumps) this.#jump(jump, count)
  }

  /** Copies code bytes to the text. Those before `from` are passed over. */
  #codeBytes(from: number, to: number): void {
    if (to > this.#code.length - this.#codeAt) throw new BrokenStream('the code ends too early')
    for (let at = from; at < to; at++) this.bytes[this.#at++] = byteAt(this.#code, this.#codeAt + at)
    this.#codeAt += to
  }

  #instruction(shape: number, number: number): void {
    const start = this.#at
    const value = valueOf(shape)
    this.#codeBytes(0, codeBytes(shape))
    this.#displacement(displacementOf(shape), this.#at - (hasSib(shape) ? 2 : 1), valueBytes(value))
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
        this.#word(this.#stream(STREAM.imm32).u32be())
        break
      case VALUE.long:
        for (const byte of this.#stream(STREAM.imm64).bytes(8)) this.bytes[this.#at++] = byte
        break
      case VALUE.jump:
        this.#jumpFrom(start, number)
        break
      case VALUE.call:
        this.#word(this.#callTarget() - this.#at - 4)
        break
    }
  }

  #displacement(displacement: number, modRMAt: number, valueSize: number): void {
    switch (displacement) {
      case DISPLACEMENT.byte:
      case DISPLACEMENT.stackByte: {
        const byte = this.#stream(displacement).byte()
        if (byte !== WIDER) {
          this.bytes[this.#at++] = byte
          break
        }
        const distance = this.#stream(displacement + 2).u32be() | 0
        if (distance === -0x80) this.bytes[this.#at++] = byte
        else {
          this.bytes[modRMAt] = byteAt(this.bytes, modRMAt) ^ 0xc0
          this.#word(distance)
        }
        break
      }
      case DISPLACEMENT.word:
      case DISPLACEMENT.stackWord:
        this.#word(this.#stream(displacement).u32be())
        break
      case DISPLACEMENT.next:
        this.#word(this.#stream(displacement).u32be() - this.#address - (this.#at + 4 + valueSize))
        break
    }
  }

  /** An offset in the text. */
  #callTarget(): number {
    const called = this.#stream(STREAM.calls).u24be()
    if (called === 0) return this.#stream(STREAM.farCalls).u32be()
    const start = called < this.#starts.length ? this.#starts[called - 1] : undefined
    if (start === undefined) throw new BrokenStream('a call goes to no function')
    return start
  }

  #jumpFrom(start: number, number: number): void {
    const jump = this.#stream(STREAM.jumps).byte()
    const isFar = jump === JUMP.far || jump === JUMP.farToStart
    if (isFar) this.#widen(start)
    if (jump === JUMP.raw) {
      this.bytes[this.#at++] = this.#stream(STREAM.jumps).byte()
      return
    }
    let to = 0
    if (jump === JUMP.far) {
      const far = this.#stream(STREAM.farJumps).u16be()
      if (far === 0) {
        this.#word(this.#stream(STREAM.farJumps).u32be())
        return
      }
      to = number + 1 + unzigzag(far - 1)
    } else if (jump >= JUMP_DISTANCES) to = number + 1 + unzigzag(jump - JUMP_DISTANCES)
    this.#at += isFar ? 4 : 1
    this.#jumps.push({ from: number, to, isFar })
  }

  /** Makes the opcode that stands alone here the one of the same jump with four bytes. */
  #widen(start: number): void {
    const opcode = byteAt(this.bytes, start)
    if (this.#at !== start + 1) throw new BrokenStream('a far jump has a prefix')
    if (opcode === 0xeb) this.bytes[start] = 0xe9
    else if ((opcode & 0xf0) === 0x70) {
      this.bytes[start] = 0x0f
      this.bytes[this.#at++] = opcode + 0x10
    } else throw new BrokenStream('an instruction cannot jump far')
  }

  #jump({ from, to, isFar }: Jump, count: number): void {
    if (to < 0 || to > count) throw new BrokenStream('a jump leaves its function')
    const end = this.#offsets[from + 1] ?? 0
    const distance = (this.#offsets[to] ?? 0) - end
    if (isFar) putWord(this.bytes, end - 4, distance)
    else this.bytes[end - 1] = distance
  }

  #word(value: number): void {
    putWord(this.bytes, this.#at, value)
    this.#at += 4
  }

  #stream(number: number): ByteReader {
    return this.#streams[number] as ByteReader
  }
}

function putWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value
  bytes[at + 1] = value >> 8
  bytes[at + 2] = value >> 16
  bytes[at + 3] = value >> 24
}
