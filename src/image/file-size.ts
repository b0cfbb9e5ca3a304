import type { FileEntry } from './entry.ts'

/** Bytes of a file, which is not read for it. */
export function fileSize(entry: FileEntry): number {
  return entry.content?.size ?? entry.bytes.length
}
