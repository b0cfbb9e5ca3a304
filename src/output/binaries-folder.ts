import { createHash } from 'node:crypto'
import { open, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { clause } from '../clause.ts'
import type { BinariesSpec } from '../declare/binaries.ts'
import { input } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { errorCode } from '../host/error-code.ts'
import { makeDirectory } from '../host/make-directory.ts'
import { MAX_DOCUMENT, readJson } from '../image/read-json.ts'
import { beside } from './beside.ts'
import { requireRoom } from './place.ts'
import { putInPlace } from './put-in-place.ts'
import {
  binariesJson,
  checksumsText,
  type ReleaseBinary,
  releaseFileBytes,
  type ReleaseFile,
  releaseFileName,
} from './release-file.ts'

const CHECKSUMS = 'checksums.txt'
const LIST = 'binaries.json'

/**
 * Refuses a place where the binaries cannot be written. It can be called long before there are any.
 *
 * @throws Failure `write`
 */
export async function checkBinariesPlace(directory: string): Promise<void> {
  try {
    const place = await realpath(directory).catch(() => directory)
    await requireRoom(place)
    await refuseUnlessOurs(place)
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause)
  }
}

/**
 * Writes the binaries, their checksums and their list. The folder is written next to its place and renamed, so that it is
 * complete at any time. A folder of an earlier run is replaced; anything else is left alone.
 *
 * @throws Failure `write` naming the directory
 */
export async function writeBinariesFolder(
  { directory, ...naming }: BinariesSpec,
  binaries: readonly ReleaseBinary[],
  revision: string | null,
): Promise<readonly ReleaseFile[]> {
  try {
    await makeDirectory(path.dirname(directory))
    const place = await realpath(directory).catch(() => directory)
    await refuseUnlessOurs(place)
    const written = beside(place)
    try {
      await makeDirectory(written)
      const files: ReleaseFile[] = []
      for (const binary of binaries) files.push(await writeBinary(written, binary, naming))
      const texts = {
        [CHECKSUMS]: checksumsText(files),
        [LIST]: binariesJson(files, { ...naming, revision }),
      }
      for (const [name, text] of Object.entries(texts))
        await writeAll(path.join(written, name), 0o644, [Buffer.from(text)])
      await putInPlace(written, place)
      return files
    } finally {
      await rm(written, { recursive: true, force: true })
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause)
  }
}

async function writeBinary(
  directory: string,
  binary: ReleaseBinary,
  naming: Pick<BinariesSpec, 'version' | 'archive'>,
): Promise<ReleaseFile> {
  const name = releaseFileName(binary, naming)
  const hash = createHash('sha256')
  let size = 0
  const mode = naming.archive === 'none' ? 0o755 : 0o644
  await writeAll(path.join(directory, name), mode, releaseFileBytes(binary, naming), chunk => {
    hash.update(chunk)
    size += chunk.length
  })
  const { bytes: _, ...rest } = binary
  return { name, binary: rest, size, sha256: hash.digest('hex') }
}

/** The umask of the run does not change the mode. */
async function writeAll(
  file: string,
  mode: number,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  see: (chunk: Uint8Array) => void = () => {},
): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of chunks) {
      see(chunk)
      await handle.writeFile(chunk)
    }
    await handle.chmod(mode)
  } finally {
    await handle.close()
  }
}

/** Accepts a missing place, an empty directory, or one with only what an earlier run listed there. */
async function refuseUnlessOurs(place: string): Promise<void> {
  const entries = await entriesIn(place)
  if (entries.length === 0) return
  const isListed = entries.some(entry => entry.name === LIST && entry.isFile())
  const listed = isListed ? await filesListedIn(path.join(place, LIST)) : []
  const ours = listed.length === 0 ? [] : [...listed, CHECKSUMS, LIST]
  const stranger = entries.find(entry => !entry.isFile() || !ours.includes(entry.name))
  if (stranger === undefined) return
  throw new Failure(
    'write',
    {
      what: clause`the binaries cannot be written to ${place}`,
      why: clause`it holds ${stranger.name}, which Bantam did not write there`,
      fix: clause`name another folder with ${input('binaries')}, or an empty one`,
    },
    { fields: { directory: place } },
  )
}

async function entriesIn(place: string) {
  try {
    return await readdir(place, { withFileTypes: true })
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return []
    throw cause
  }
}

/** None where the list is not one that Bantam wrote. */
async function filesListedIn(list: string): Promise<readonly string[]> {
  const status = await stat(list).catch(() => null)
  if (status === null || status.size > MAX_DOCUMENT) return []
  const bytes = await readFile(list).catch(() => null)
  const json = bytes === null ? null : readJson(bytes)
  const value = json?.ok === true ? json.value : null
  const binaries: unknown =
    typeof value === 'object' && value !== null && 'binaries' in value ? value.binaries : []
  if (!Array.isArray(binaries)) return []
  return binaries.flatMap((row: unknown) =>
    typeof row === 'object' && row !== null && 'file' in row && typeof row.file === 'string'
      ? [row.file]
      : [],
  )
}
