/** A stream that is being written. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  bytes(values: Uint8Array): void {
    this.#grow(values.length)
    this.#bytes.set(values, this.#length)
    this.#length += values.length
  }

  /** Big-endian: the byte that changes least comes first, which compresses better. */
  u16be(value: number): void {
    this.byte(value >>> 8)
    this.byte(value)
  }

  u24be(value: number): void {
    this.byte(value >>> 16)
    this.u16be(value)
  }

  u32be(value: number): void {
    this.u16be(value >>> 16)
    this.u16be(value)
  }

  u32le(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >>> shift)
  }

  /** Seven bits a byte, the low ones first, as Go's `binary.PutUvarint` does. @param value from 0 to 2^32 - 1 */
  varint(value: number): void {
    let rest = value >>> 0
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** What was written. The stream must not be written to afterwards. */
  end(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = bytes
  }
}

/** Small numbers for small distances in both directions: 0, -1, 1, -2 become 0, 1, 2, 3. @param value 32 bits, signed */
export function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0
}

export function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1)
}
