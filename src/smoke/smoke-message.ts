import { readPart } from '../host/file-part.ts'
import type { Entry, StoredFileEntry } from '../image/entry.ts'
import type { FilePart } from '../image/file-part.ts'
import { readTar } from '../image/read-layer.ts'
import { tarPieces } from '../image/tar.ts'
import type { SmokeRun } from './smoke-run.ts'

/** What the supervisor reads from its standard input: the run as one line of JSON, then the image's files as a tar. */
export function writeSmokeMessage(run: SmokeRun, entries: readonly (Entry | StoredFileEntry)[]): Uint8Array {
  const pieces = [Buffer.from(`${JSON.stringify(run)}\n`), ...tarPieces(entries)]
  // A base's files are read one at a time, so that they are in memory only once.
  const message = Buffer.alloc(pieces.reduce((size, piece) => size + sizeOf(piece), 0))
  let at = 0
  for (const piece of pieces) {
    message.set(piece instanceof Uint8Array ? piece : readPart(piece), at)
    at += sizeOf(piece)
  }
  return message
}

function sizeOf(piece: Uint8Array | FilePart): number {
  return piece instanceof Uint8Array ? piece.length : piece.size
}

export function readSmokeMessage(message: Buffer): {
  readonly run: SmokeRun
  readonly entries: readonly Entry[]
} {
  const end = message.indexOf('\n')
  const run = JSON.parse(message.toString('utf8', 0, end)) as SmokeRun
  return { run, entries: [...readTar(message.subarray(end + 1))] }
}
