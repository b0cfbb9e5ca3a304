import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import type { FilePart } from '../image/file-part.ts'

/** The bytes to read at a time. Node's own 64 KiB would cost a turn of the event loop for every 64 KiB. */
const CHUNK = 256 * 1024

/** @throws Error if the file ends before the part does */
export async function* chunksOf({ file, offset, size }: FilePart): AsyncGenerator<Uint8Array> {
  if (size === 0) return
  let read = 0
  const stream: AsyncIterable<Uint8Array> = createReadStream(file, {
    start: offset,
    end: offset + size - 1,
    highWaterMark: CHUNK,
  })
  for await (const chunk of stream) {
    read += chunk.length
    yield chunk
  }
  if (read < size) throw endsEarly(file, offset + size)
}

function endsEarly(file: string, at: number): Error {
  return new Error(`${file} ends before byte ${at}`)
}

/** Reads all of it at once, for what is known to be small. */
export function readPart({ file, offset, size }: FilePart): Uint8Array {
  const bytes = new Uint8Array(size)
  const descriptor = openSync(file, 'r')
  try {
    for (let at = 0; at < size;) {
      const read = readSync(descriptor, bytes, at, size - at, offset + at)
      if (read === 0) throw endsEarly(file, offset + size)
      at += read
    }
    return bytes
  } finally {
    closeSync(descriptor)
  }
}
