import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { chunksOf, readPart } from '../host/file-part.ts'
import type { Host } from '../host/host.ts'
import { tarEntries, type TarEntry } from '../host/tar-entries.ts'
import { writeStream } from '../host/write-stream.ts'
import type { BaseChange } from '../image/base-tree.ts'
import type { FileEntry } from '../image/entry.ts'
import type { FilePart } from '../image/file-part.ts'
import { imagePath, whiteoutOf } from '../image/layer-entry.ts'
import type { Allowance } from './allowance.ts'

/**
 * Reads the entries of a base's unpacked layer, with their owners. The bytes of a file stay in the layer until they are
 * asked for, so that a large base takes no memory. The layer was read once before, which bounds what this costs.
 */
export async function readBaseEntries(
  host: Host,
  tar: FilePart,
  allowance: Allowance,
): Promise<readonly BaseChange[]> {
  const changes: BaseChange[] = []
  // Some tools write an empty layer as an empty file, without even the end marks of a tar.
  if (tar.size === 0) return changes
  for await (const entry of tarEntries(chunksOf(tar), { maxEntries: Infinity, maxBytes: Infinity })) {
    const change = await changeOf(host, tar, entry, allowance)
    if (change !== null) changes.push(change)
  }
  return changes
}

async function changeOf(
  host: Host,
  tar: FilePart,
  entry: TarEntry,
  allowance: Allowance,
): Promise<BaseChange | null> {
  const at = imagePath(entry.name)
  if (at === '/') return null
  const whiteout = whiteoutOf(at)
  if (whiteout === 'nothing') return null
  if (whiteout !== null) {
    const { kind, path: gone } = whiteout
    return kind === 'whiteout' || kind === 'opaque' ? { kind, path: gone } : null
  }
  const { mode, uid, gid, linkTarget } = entry
  const owned = { path: at, mode, uid, gid }
  switch (entry.type) {
    case 'file':
      return { kind: 'leaf', path: at, value: fileEntry(owned, await contentOf(host, tar, entry, allowance)) }
    case 'directory':
      return { kind: 'directory', path: at, value: { kind: 'directory', ...owned } }
    case 'symlink':
      return {
        kind: 'symlink',
        path: at,
        target: linkTarget,
        value: { kind: 'symlink', ...owned, target: linkTarget },
      }
    case 'hard link':
      return { kind: 'hard link', path: at, target: imagePath(linkTarget) }
    case 'other':
      return { kind: 'leaf', path: at, value: null }
  }
}

function fileEntry(owned: Pick<FileEntry, 'path' | 'mode' | 'uid' | 'gid'>, content: FilePart): FileEntry {
  const { path: at, mode, uid, gid } = owned
  return {
    kind: 'file',
    path: at,
    mode,
    uid,
    gid,
    content,
    get bytes() {
      return readPart(content)
    },
  }
}

/** Where the content is. A sparse file is written whole, without its map. */
async function contentOf(
  host: Host,
  tar: FilePart,
  entry: TarEntry,
  allowance: Allowance,
): Promise<FilePart> {
  const { offset, size } = entry
  if (offset !== null) return { file: tar.file, offset: tar.offset + offset, size }
  allowance.spend('unpacked', size)
  const file = path.join(host.temporary, `sparse-${randomBytes(8).toString('hex')}`)
  await writeStream(entry.content(), file)
  return { file, offset: 0, size }
}
