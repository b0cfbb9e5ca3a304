import { TarError } from './tar-error.ts'

/** The bytes of an archive in order, read in pieces. */
export interface ByteSource {
  /** The number of bytes that have been returned so far. */
  position(): number
  exactly(length: number): Promise<Uint8Array>
  /** Returns at least one byte, and at most `length`. */
  upTo(length: number): Promise<Uint8Array>
  /** Reads to the end, where a compressed stream has its checksum. */
  drain(): Promise<void>
  close(): Promise<void>
}

export function byteSource(archive: AsyncIterable<Uint8Array>, maxBytes: number): ByteSource {
  const chunks = archive[Symbol.asyncIterator]()
  let chunk: Uint8Array = new Uint8Array(0)
  let total = 0
  const fill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await chunks.next()
      if (next.done === true) return false
      chunk = next.value
      total += chunk.length
      if (total > maxBytes) throw new TarError(`it unpacks to more than ${maxBytes} bytes`)
    }
    return true
  }
  const upTo = async (length: number): Promise<Uint8Array> => {
    if (!(await fill())) throw new TarError('it breaks off in the middle')
    const taken = chunk.subarray(0, length)
    chunk = chunk.subarray(taken.length)
    return taken
  }
  return {
    position: () => total - chunk.length,
    upTo,
    exactly: async length => {
      if (length === 0) return new Uint8Array(0)
      const first = await upTo(length)
      if (first.length === length) return first
      const whole = new Uint8Array(length)
      whole.set(first)
      for (let filled = first.length; filled < length;) {
        const more = await upTo(length - filled)
        whole.set(more, filled)
        filled += more.length
      }
      return whole
    },
    drain: async () => {
      while (await fill()) chunk = new Uint8Array(0)
    },
    close: async () => void (await chunks.return?.()),
  }
}
