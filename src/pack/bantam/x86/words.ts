import { BrokenStream } from '../streams/byte-reader.ts'
import { ByteWriter } from '../streams/byte-writer.ts'
import { byteAt, codeBytes, shapeAt } from './instruction.ts'
import { FILL, LONGEST_WORD, MOST_WORDS, RAW } from './streams.ts'

/** In the code: the bytes of a word follow that has no number. */
export const SPELLED = 0xff

/** How many words have a number of one byte. The bytes from here to 254 begin a number of two bytes. */
export function shortNumbers(words: number): number {
  return 255 - Math.max(0, Math.ceil((words - 255) / 255))
}

/** Fewer uses do not pay for the word's bytes in the list of words. */
const LEAST_USES = 8

/** Counts words as they come, and numbers them when all are there. A class on purpose: it sees every instruction. */
export class Words {
  /** The words that differ, one behind the other, and where each begins. */
  #bytes = new Uint8Array(1 << 8)
  #begins = new Uint32Array(1 << 6)
  #uses = new Uint32Array(1 << 6)
  #differing = 0
  /** By hash: the word's number and 1. */
  #slots = new Uint32Array(1 << 7)
  #sequence = new Uint32Array(1 << 8)
  #length = 0

  /** The word is `length` bytes from `start` on, 15 at most. */
  add(bytes: Uint8Array, start: number, length: number): void {
    if (this.#length === this.#sequence.length) this.#sequence = doubled(this.#sequence)
    const number = this.#numberOf(bytes, start, length)
    this.#sequence[this.#length++] = number
    this.#uses[number] = (this.#uses[number] ?? 0) + 1
  }

  /** The stream of words and the one of code. */
  end(): { readonly words: Uint8Array; readonly code: Uint8Array } {
    const chosen = this.#choose()
    const short = shortNumbers(chosen.length)
    const words = new ByteWriter()
    for (const word of chosen) words.bytes(this.#word(word))
    const numbers = new Int32Array(this.#differing).fill(-1)
    for (const [number, word] of chosen.entries()) numbers[word] = number
    const code = new ByteWriter()
    for (let at = 0; at < this.#length; at++) {
      const word = this.#sequence[at] ?? 0
      const number = numbers[word] ?? -1
      if (number < 0) {
        code.byte(SPELLED)
        const end = this.#begins[word + 1] ?? 0
        for (let from = this.#begins[word] ?? 0; from < end; from++) code.byte(byteAt(this.#bytes, from))
      } else if (number < short) code.byte(number)
      else {
        code.byte(short + ((number - short) >> 8))
        code.byte(number - short)
      }
    }
    return { words: words.end(), code: code.end() }
  }

  /** The most frequent ones have one byte. Within both lengths they are sorted, since neighbors are alike then. */
  #choose(): readonly number[] {
    const often: number[] = []
    for (let word = 0; word < this.#differing; word++) {
      if ((this.#uses[word] ?? 0) < LEAST_USES) continue
      const bytes = this.#word(word)
      if (bytes.length <= LONGEST_WORD && bytes[0] !== RAW) often.push(word)
    }
    const compare = (a: number, b: number) => Buffer.compare(this.#word(a), this.#word(b))
    often.sort((a, b) => (this.#uses[b] ?? 0) - (this.#uses[a] ?? 0) || compare(a, b))
    const chosen = often.slice(0, MOST_WORDS)
    const short = shortNumbers(chosen.length)
    return [...chosen.slice(0, short).sort(compare), ...chosen.slice(short).sort(compare)]
  }

  #word(word: number): Uint8Array {
    return this.#bytes.subarray(this.#begins[word], this.#begins[word + 1])
  }

  #numberOf(bytes: Uint8Array, start: number, length: number): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(bytes, start, length) & mask
    for (;;) {
      const found = this.#slots[slot] ?? 0
      if (found === 0) break
      if (this.#isWord(found - 1, bytes, start, length)) return found - 1
      slot = (slot + 1) & mask
    }
    const number = this.#differing++
    this.#slots[slot] = number + 1
    if (number + 2 > this.#begins.length) {
      this.#begins = doubled(this.#begins)
      this.#uses = doubled(this.#uses)
    }
    const begin = this.#begins[number] ?? 0
    if (begin + length > this.#bytes.length) this.#bytes = doubled(this.#bytes)
    for (let at = 0; at < length; at++) this.#bytes[begin + at] = byteAt(bytes, start + at)
    this.#begins[number + 1] = begin + length
    if (2 * this.#differing > this.#slots.length) this.#rehash()
    return number
  }

  #isWord(number: number, bytes: Uint8Array, start: number, length: number): boolean {
    const begin = this.#begins[number] ?? 0
    if ((this.#begins[number + 1] ?? 0) - begin !== length) return false
    for (let at = 0; at < length; at++) if (this.#bytes[begin + at] !== bytes[start + at]) return false
    return true
  }

  #rehash(): void {
    this.#slots = new Uint32Array(4 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#differing; number++) {
      const begin = this.#begins[number] ?? 0
      let slot = hashOf(this.#bytes, begin, (this.#begins[number + 1] ?? 0) - begin) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = length
  for (let at = start; at < start + length; at++) hash = Math.imul(hash, 0x01000193) ^ byteAt(bytes, at)
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

function doubled<Items extends Uint8Array | Uint32Array>(items: Items): Items {
  const twice = new (items.constructor as new (length: number) => Items)(2 * items.length)
  twice.set(items)
  return twice
}

/** The words that have a number, in their order. @throws BrokenStream for what no encoder writes */
export function readWords(bytes: Uint8Array): readonly Uint8Array[] {
  const words: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] === FILL ? 1 : codeBytes(shapeAt(bytes, at))
    if (bytes[at] === RAW || length === 0 || length > LONGEST_WORD || length > bytes.length - at) {
      throw new BrokenStream('the list of words is damaged')
    }
    if (words.length === MOST_WORDS) throw new BrokenStream('there are too many words')
    words.push(bytes.subarray(at, at + length))
    at += length
  }
  return words
}
