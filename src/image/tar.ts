import type { Entry, StoredFileEntry } from './entry.ts'
import type { FilePart } from './file-part.ts'
import { completeTree } from './tree.ts'
import { tarHeader, type TarHeader } from './tar-header.ts'
import { paxRecords } from './pax.ts'

const BLOCK = 512

/**
 * Writes the entries as a tar: POSIX ustar, sorted, with explicit parents, mtime 0 and no owner names, ended by two
 * zero blocks. The bytes depend only on the entries, not on their order. It yields pieces, so that the files' bytes are
 * not copied.
 */
export function* tarChunks(entries: readonly Entry[]): Generator<Uint8Array> {
  for (const piece of tarPieces(entries)) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('an entry in memory has its bytes in a file')
    yield piece
  }
}

/** The same for entries whose content may lie in files, which the caller reads. */
export function* tarPieces(entries: readonly (Entry | StoredFileEntry)[]): Generator<Uint8Array | FilePart> {
  for (const entry of completeTree(entries)) {
    // The bytes of a file of a base are read each time that they are asked for.
    const bytes = entry.kind === 'file' ? entry.bytes : null
    const header = headerOf(entry, bytes?.length ?? 0)
    const records = paxRecords(header, entry.kind === 'file' ? entry.capabilities : undefined)
    if (records !== null) {
      yield tarHeader({ ...PAX_HEADER, size: records.length })
      yield* padded(records)
    }
    yield tarHeader(header)
    if (bytes !== null) yield* padded(bytes)
    if (entry.kind === 'stored file') {
      yield entry.content
      yield* padding(entry.content.size)
    }
  }
  yield new Uint8Array(2 * BLOCK)
}

// Readers use the records and ignore this name.
const PAX_HEADER = { name: 'PaxHeaders', type: 'x', mode: 0o644, uid: 0, gid: 0, target: '' } as const

function headerOf(entry: Entry | StoredFileEntry, size: number): TarHeader {
  const { mode, uid, gid } = entry
  const name = entry.path.slice(1)
  switch (entry.kind) {
    case 'file':
      return { name, type: '0', mode, uid, gid, size, target: '' }
    case 'stored file':
      return { name, type: '0', mode, uid, gid, size: entry.content.size, target: '' }
    case 'directory':
      return { name: `${name}/`, type: '5', mode, uid, gid, size: 0, target: '' }
    case 'symlink':
      return { name, type: '2', mode, uid, gid, size: 0, target: entry.target }
  }
}

function* padded(bytes: Uint8Array): Generator<Uint8Array> {
  yield bytes
  yield* padding(bytes.length)
}

function* padding(size: number): Generator<Uint8Array> {
  const rest = size % BLOCK
  if (rest > 0) yield new Uint8Array(BLOCK - rest)
}
