import { fstatSync, writeSync } from 'node:fs'

/**
 * Makes a stream that leads to a file write everything or fail. Node writes with one system call and does not check how
 * much was written, so a full disk would leave half of a weigh-in and no error.
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
