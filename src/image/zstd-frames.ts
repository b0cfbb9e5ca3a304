/** The bytes are not zstd, or they are truncated. */
class ZstdError extends Error {
  readonly code = 'ZSTD_FRAME'
}

/** A limit on frames. zstd:chunked has one for each file; more would only cost time. */
const MAX_FRAMES = 200_000

const DATA = 0xfd2fb528
const isSkippable = (magic: number) => magic >>> 4 === 0x184d2a5

/**
 * Splits zstd data into its frames, because Node unpacks only the first one, and leaves out skippable frames. The
 * caller must read each frame to its end before it asks for the next.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
export async function* zstdFrames(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<AsyncGenerator<Uint8Array>> {
  const source = reader(chunks)
  try {
    for (let frames = 0; ; frames += 1) {
      if (frames > MAX_FRAMES) throw new ZstdError(`it has more than ${MAX_FRAMES} zstd frames`)
      const magic = await source.exactly(4, true)
      if (magic === null) return
      const kind = magic.readUInt32LE()
      if (kind === DATA) {
        const frame = dataFrame(source, magic)
        yield frame
        for await (const _ of frame);
      } else if (isSkippable(kind)) {
        const size = await source.must(4)
        for (let left = size.readUInt32LE(); left > 0;) left -= (await source.upTo(left)).length
      } else throw new ZstdError('it goes on after a zstd frame with something else')
    }
  } finally {
    await source.close()
  }
}

async function* dataFrame(source: Reader, magic: Buffer): AsyncGenerator<Uint8Array> {
  yield magic
  const descriptor = await source.must(1)
  yield descriptor
  const flags = descriptor.readUInt8()
  const single = (flags & 0x20) !== 0
  const contentSize = [single ? 1 : 0, 2, 4, 8][flags >>> 6] ?? 0
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0
  yield await source.must((single ? 0 : 1) + dictionary + contentSize)
  for (let last = false; !last;) {
    const header = await source.must(3)
    yield header
    const value = header.readUIntLE(0, 3)
    last = (value & 1) === 1
    const repeated = ((value >>> 1) & 3) === 1
    for (let left = repeated ? 1 : value >>> 3; left > 0;) {
      const chunk = await source.upTo(left)
      left -= chunk.length
      yield chunk
    }
  }
  if ((flags & 4) !== 0) yield await source.must(4)
}

interface Reader {
  /** Reads exactly `length` bytes; `null` at the end of the data, if `mayEnd` allows an end here. */
  exactly(length: number, mayEnd: boolean): Promise<Buffer | null>
  must(length: number): Promise<Buffer>
  /** Reads at least one byte and at most `length`. */
  upTo(length: number): Promise<Uint8Array>
  close(): Promise<void>
}

function reader(chunks: AsyncIterable<Uint8Array>): Reader {
  const source = chunks[Symbol.asyncIterator]()
  let chunk: Uint8Array = new Uint8Array(0)
  const fill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await source.next()
      if (next.done === true) return false
      chunk = next.value
    }
    return true
  }
  const upTo = async (length: number): Promise<Uint8Array> => {
    if (!(await fill())) throw new ZstdError('it breaks off in a zstd frame')
    const taken = chunk.subarray(0, length)
    chunk = chunk.subarray(taken.length)
    return taken
  }
  const must = async (length: number): Promise<Buffer> => {
    const parts: Uint8Array[] = []
    for (let left = length; left > 0;) {
      const part = await upTo(left)
      left -= part.length
      parts.push(part)
    }
    return Buffer.concat(parts)
  }
  return {
    upTo,
    must,
    exactly: async (length, mayEnd) => (mayEnd && !(await fill()) ? null : must(length)),
    close: async () => void (await source.return?.()),
  }
}
