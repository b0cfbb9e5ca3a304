import { constants } from 'node:fs'
import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileKind } from '../binary/file-kind.ts'
import { isElf } from '../binary/elf-constants.ts'
import { type Clause, clause } from '../clause.ts'
import type { UnpackSpec } from '../declare/unpack-command.ts'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { errorCode } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import { unpacker } from './steps/unpacker.ts'

export interface UnpackedFile {
  /** The packer's name. */
  readonly packer: string
  readonly packedSize: number
  readonly linkedSize: number
}

/**
 * Writes the linked binary of a packed file. Nothing is run but the packer's own tool, where it has one.
 *
 * @throws Failure where the file is not packed, or cannot be unpacked, and where the output exists already
 */
export async function unpackFile(host: Host, { file, output }: UnpackSpec): Promise<UnpackedFile> {
  const packed = await readPacked(path.resolve(host.cwd, file), file)
  const unpacked = await unpacker(host)(packed)
  if (unpacked === null) throw cannotUnpack(file, clause`no packer that Bantam knows packed it`)
  if ('why' in unpacked) throw cannotUnpack(file, clause`${unpacked.why}`, unpacked.fix)
  await write(output, unpacked.linked)
  return { packer: unpacked.packer, packedSize: packed.length, linkedSize: unpacked.linked.length }
}

/** No packed program is larger, and all of it is read into memory. */
const MAX_BYTES = 1_000_000_000

async function readPacked(file: string, name: string): Promise<Uint8Array> {
  const fields = { file: name }
  try {
    // A pipe would be waited for until somebody writes to it.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const status = await handle.stat()
      if (!status.isFile() && !status.isDirectory()) throw cannotUnpack(name, clause`it is no regular file`)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
      const start = buffer.subarray(0, bytesRead)
      if (!isElf(start)) throw cannotUnpack(name, clause`it is ${fileKind(start)}`)
      const { size } = status
      if (size > MAX_BYTES)
        throw cannotUnpack(name, clause`it has ${size} bytes, and the limit is ${MAX_BYTES}`)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(
      'bad-input',
      {
        what: clause`${name} cannot be unpacked`,
        why: clause`${whyNotRead(cause)}`,
        fix: ['ENOENT', 'EISDIR'].includes(errorCode(cause)) ? clause`name a packed binary` : undefined,
      },
      { cause, fields },
    )
  }
}

function cannotUnpack(file: string, why: Clause, fix?: string): Failure {
  return new Failure(
    'unreadable-binary',
    { what: clause`${file} cannot be unpacked`, why, fix: fix === undefined ? undefined : clause`${fix}` },
    { fields: { file } },
  )
}

async function write(output: string, linked: Uint8Array): Promise<void> {
  try {
    await mkdir(path.dirname(output), { recursive: true })
  } catch (cause) {
    throw whyNotWritten(output, cause)
  }
  try {
    await writeFile(output, linked, { mode: 0o755, flag: 'wx' })
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') throw await existsAlready(output, cause)
    // A full disk may have left a part of it.
    if (['ENOSPC', 'EDQUOT', 'EIO'].includes(errorCode(cause))) await rm(output, { force: true })
    throw whyNotWritten(output, cause)
  }
}

/** What is there may be the user's only copy, so the advice is to choose another name. */
async function existsAlready(output: string, cause: unknown): Promise<Failure> {
  const there = await stat(output).catch(() => null)
  const why = there?.isDirectory() === true ? clause`it is a directory` : clause`it exists already`
  return new Failure(
    'write',
    { what: clause`${output} could not be written`, why, fix: clause`name a file that does not exist yet` },
    { cause, fields: { file: output } },
  )
}
