import { fstatSync, writeSync } from 'node:fs'

/**
 * Has a stream write everything or fail, where it leads to a file: Node writes with one call and does not look at how much
 * of it was taken, so that a disk which fills up would leave half of a weigh-in and no error.
 */
export function writeWhole(stream: NodeJS.WriteStream, descriptor: number): void {
  if (!leadsToFile(descriptor)) return
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      for (let written = 0; written < chunk.length;) written += writeSync(descriptor, chunk, written)
      done()
    } catch (cause) {
      done(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
}

function leadsToFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    return false
  }
}
