import { constants } from 'node:fs'
import { lstat, open, opendir } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/** What is read at most, because it may come from anyone. */
export interface SmallFilesBounds {
  /** Entries of a directory and everything below it. */
  readonly entries: number
  readonly files: number
  /** Bytes of one file. */
  readonly bytes: number
}

/** Why a file or directory is not read, as the end of a sentence that begins with its name. */
export class NotSmall extends Error {}

/** A directory with more in it than is read. */
export class TooMany extends NotSmall {}

/**
 * The bytes of a regular file. A link is not followed, and a pipe, which could wait forever, is not opened.
 *
 * @throws NotSmall, and what Node throws
 */
export async function readSmallFile(file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (cause: unknown) => {
      throw ['ELOOP', 'ENXIO'].includes(errorCode(cause)) ? new NotSmall('is not a regular file') : cause
    },
  )
  try {
    const status = await handle.stat()
    if (!status.isFile()) throw new NotSmall('is not a regular file')
    if (status.size > maxBytes) throw new NotSmall(`is larger than ${maxBytes} bytes`)
    const bytes = Buffer.alloc(status.size)
    const { bytesRead } = await handle.read(bytes, 0, status.size, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * The file at `place`, or all files below it that end in .json, sorted.
 *
 * @throws NotSmall, and what Node throws
 */
export async function jsonFilesAt(
  place: string,
  { entries, files }: Pick<SmallFilesBounds, 'entries' | 'files'>,
): Promise<readonly string[]> {
  const status = await lstat(place)
  if (status.isFile()) return [place]
  if (!status.isDirectory()) throw new NotSmall('is neither a file nor a directory')
  const found: string[] = []
  let seen = 0
  for await (const entry of await opendir(place, { recursive: true })) {
    if (entry.isFile() && entry.name.endsWith('.json')) found.push(path.join(entry.parentPath, entry.name))
    seen += 1
    if (seen > entries) throw new TooMany(`holds more than ${entries} files and directories`)
    if (found.length > files) throw new TooMany(`holds more than ${files} files that end in .json`)
  }
  return found.toSorted()
}
