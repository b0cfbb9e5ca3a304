import type { Entry } from '../../src/image/entry.ts'
import { tarChunks } from '../../src/image/tar.ts'

/** A tar as one piece. */
export function writeTar(entries: readonly Entry[]): Buffer<ArrayBuffer> {
  return Buffer.concat([...tarChunks(entries)])
}
