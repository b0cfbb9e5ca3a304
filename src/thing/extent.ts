import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Digest } from '../weigh-in/digest.ts'
import type { Extent } from '../image/source.ts'

/** The bytes to read at a time. Node's own 64 KiB would cost a turn of the event loop for every 64 KiB. */
const CHUNK = 1024 * 1024

export async function* chunksOf({ file, offset, size }: Extent): AsyncGenerator<Uint8Array> {
  if (size === 0) return
  yield* createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: CHUNK })
}

/** Reads all of it. The caller has checked its size. */
export async function bytesOf(extent: Extent): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(extent)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function digestOfExtent(extent: Extent): Promise<Digest> {
  const hash = createHash('sha256')
  for await (const chunk of chunksOf(extent)) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}

export async function release({ file, temporary }: Extent): Promise<void> {
  if (temporary) await rm(file, { force: true })
}
