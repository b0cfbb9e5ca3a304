import type { FileEntry } from '../../src/image/entry.ts'

/** A file of a base that may not be read. */
export function unreadFile(path: string, size: number, mode = 0o755): FileEntry {
  return {
    kind: 'file',
    path,
    mode,
    uid: 0,
    gid: 0,
    content: { file: '/nowhere', offset: 0, size },
    get bytes(): never {
      throw new Error(`${path} was read`)
    },
  }
}
