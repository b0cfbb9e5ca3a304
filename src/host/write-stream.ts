import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { whyNotWritten } from './disk.ts'

/** `wx`: an existing file is not touched. `w`: its content is replaced. */
type Flag = 'w' | 'wx'

/**
 * Passes chunks on after writing them to a file.
 *
 * @throws Failure `write` if the file cannot be written; whatever `chunks` throws
 */
export async function* written(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  flag: Flag = 'wx',
): AsyncGenerator<Uint8Array> {
  const handle = await open(file, flag, 0o600).catch(cause => {
    throw whyNotWritten(file, cause)
  })
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk).catch(cause => {
        throw whyNotWritten(file, cause)
      })
      yield chunk
    }
  } finally {
    await handle.close()
  }
}

export async function writeStream(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  flag: Flag = 'wx',
): Promise<void> {
  for await (const chunk of written(chunks, file, flag)) void chunk
}

/** The size and hash of the written bytes. */
export interface Measured {
  /** SHA-256 in hex. */
  readonly sha256: string
  readonly size: number
}

/**
 * Replaces the content of a file with these chunks, and measures them.
 *
 * @returns `null` if there were more than `maxBytes`; the rest is not read
 */
export async function writeMeasured(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): Promise<Measured | null> {
  const hash = createHash('sha256')
  let size = 0
  async function* bounded() {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > maxBytes) return
      hash.update(chunk)
      yield chunk
    }
  }
  await writeStream(bounded(), file, 'w')
  return size > maxBytes ? null : { sha256: hash.digest('hex'), size }
}
