import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { whyNotWritten } from './disk.ts'

/** `wx`: a file that is there already is not touched. `w`: its content is replaced. */
type Flag = 'w' | 'wx'

/**
 * What passes through, once it is in a file too.
 *
 * @throws Failure `write` where it cannot be kept; what `chunks` throws
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

/** What came. */
export interface Measured {
  /** SHA-256, hex. */
  readonly sha256: string
  readonly size: number
}

/**
 * Writes what comes in place of what is in the file, and measures it.
 *
 * @returns `null` where more than `maxBytes` came: the rest is not asked for
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
