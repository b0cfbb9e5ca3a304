/** A read past the end of the bytes: the file contains a wrong offset or length. */
export class OutOfBytes extends Error {
  override readonly name = 'OutOfBytes'
}

/** Numbers in the byte order and word size of one file. Every read is checked against the length of the bytes. */
export interface Words {
  /** Bytes of a word: 4 or 8. */
  readonly size: 4 | 8
  readonly littleEndian: boolean
  u8(at: number): number
  u16(at: number): number
  u32(at: number): number
  word(at: number): bigint
  /** A word that is an offset or a length. Above 2^53 it is inexact, but no file is that long. */
  offset(at: number): number
}

export function words(bytes: Uint8Array, size: 4 | 8, littleEndian: boolean): Words {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const checked = (at: number, length: number): number => {
    if (!(at >= 0 && at + length <= bytes.byteLength)) throw new OutOfBytes(`${length} bytes at ${at}`)
    return at
  }
  const u32 = (at: number) => view.getUint32(checked(at, 4), littleEndian)
  const word =
    size === 8
      ? (at: number) => view.getBigUint64(checked(at, 8), littleEndian)
      : (at: number) => BigInt(u32(at))
  return {
    size,
    littleEndian,
    u8: at => view.getUint8(checked(at, 1)),
    u16: at => view.getUint16(checked(at, 2), littleEndian),
    u32,
    word,
    offset: at => Number(word(at)),
  }
}

/** Returns `length` bytes from `offset` on, as a view and not a copy. */
export function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (!(offset >= 0 && length >= 0 && offset + length <= bytes.byteLength)) {
    throw new OutOfBytes(`${length} bytes at ${offset}`)
  }
  return bytes.subarray(offset, offset + length)
}

/** Returns the result of `read`, or `otherwise` if it runs out of bytes. */
export function orWhenOutOfBytes<Value, Otherwise>(
  read: () => Value,
  otherwise: (cause: OutOfBytes) => Otherwise,
): Value | Otherwise {
  try {
    return read()
  } catch (error) {
    if (error instanceof OutOfBytes) return otherwise(error)
    throw error
  }
}

/** A NUL-terminated string of at most `limit` bytes; longer ones are cut there. */
export function text(bytes: Uint8Array, at: number, limit: number): string {
  if (!(at >= 0 && at < bytes.byteLength)) throw new OutOfBytes(`a string at ${at}`)
  const window = bytes.subarray(at, at + limit)
  const end = window.indexOf(0)
  return utf8(end === -1 ? window : window.subarray(0, end))
}

export function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
