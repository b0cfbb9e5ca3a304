import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { chunksOf } from '../host/file-part.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Extent } from '../image/source.ts'

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
