import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import type { EmbeddedFile } from '../binary/embedded-file.ts'
import { errorCode } from '../host/error-code.ts'
import { inParallel } from '../host/in-parallel.ts'
import type { Dependency } from './dependencies.ts'

/** More files at the same time would only wait for the same disk. */
const WIDTH = 8

/**
 * Reads the files that packages embed, by their content. A file that cannot be read is left out, and its bytes then
 * have no owner. Only hashes are kept, because Go may embed more than fits into memory.
 */
export async function readEmbeddedFiles(
  dependencies: readonly Pick<Dependency, 'importPath' | 'directory' | 'embedFiles'>[],
): Promise<readonly EmbeddedFile[]> {
  const named = dependencies.flatMap(({ importPath, directory, embedFiles }) =>
    embedFiles.map(name => ({ package: importPath, name, file: path.join(directory, name) })),
  )
  const read = await inParallel(WIDTH, named, async ({ file, ...known }) => {
    const content = await contentOf(file)
    return content === null ? [] : [{ ...known, ...content }]
  })
  return read.flat()
}

type Content = Pick<EmbeddedFile, 'size' | 'hash'>

/** `null` for an empty file, which takes no space, and for a file that cannot be read. */
async function contentOf(file: string): Promise<Content | null> {
  let handle: FileHandle
  try {
    // Opening a FIFO would block until a process writes to it.
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (cause) {
    if (errorCode(cause) === '') throw cause
    return null
  }
  try {
    const status = await handle.stat()
    return status.isFile() ? await hashOf(handle) : null
  } catch (cause) {
    if (errorCode(cause) === '') throw cause
    return null
  } finally {
    await handle.close()
  }
}

const CHUNK = 1024 * 1024

async function hashOf(handle: FileHandle): Promise<Content | null> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max((await handle.stat()).size, 4096)))
  let size = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length)
    if (bytesRead === 0) break
    hash.update(buffer.subarray(0, bytesRead))
    size += bytesRead
  }
  return size === 0 ? null : { size, hash: hash.digest('hex') }
}
