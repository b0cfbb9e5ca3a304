/** A stream ends before what it should hold, or holds what it cannot. The packed file is damaged or made by hand. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream'
}

/** A stream that is being read. Every read checks that there is something to read. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** @throws BrokenStream at the end, as all of these */
  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) throw new BrokenStream('a stream ends too early')
    this.#at++
    return value
  }

  bytes(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) throw new BrokenStream('a stream ends too early')
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }

  u16be(): number {
    return (this.byte() << 8) | this.byte()
  }

  u24be(): number {
    return (this.byte() << 16) | this.u16be()
  }

  u32be(): number {
    return ((this.u16be() << 16) | this.u16be()) >>> 0
  }

  u32le(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0
  }

  /** From 0 to 2^32 - 1. */
  varint(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    throw new BrokenStream('a number has more than 32 bits')
  }
}
