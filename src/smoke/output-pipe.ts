import { closeSync, constants, openSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { Socket } from 'node:net'
import { makeFifo } from '../isolation/fifo.ts'

const MAX_OUTPUT = 64 * 1024

/**
 * A pipe for what a program prints. Node's own are sockets, which `/dev/stdout` cannot be opened through; and it must
 * belong to the program's user, as it does in a container.
 */
export interface OutputPipe {
  /** For the program. */
  readonly writer: number
  /** Once the program has it: then the pipe ends as the program does. */
  closeWriter(): void
  /** The end of what was printed. */
  text(): string
  /** Resolves when nobody can print any more. */
  readonly ended: Promise<void>
  close(): void
}

/** @param owner on this machine; `null`: ours. */
export async function openOutputPipe(
  directory: string,
  owner: { readonly uid: number; readonly gid: number } | null,
): Promise<OutputPipe> {
  const at = await mkdtemp(path.join(directory, 'output-'))
  try {
    const file = path.join(at, 'pipe')
    await makeFifo(file)
    // The reader first: without one a writer would be waited for.
    const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    const writer = openSync(file, constants.O_WRONLY)
    if (owner !== null) await chown(file, owner.uid, owner.gid)
    return read(reader, writer)
  } finally {
    await rm(at, { recursive: true, force: true })
  }
}

function read(reader: number, writer: number): OutputPipe {
  let kept = Buffer.alloc(0)
  const stream = new Socket({ fd: reader, readable: true, writable: false })
  stream.on('data', chunk => (kept = Buffer.concat([kept, chunk]).subarray(-MAX_OUTPUT)))
  stream.on('error', () => {})
  const ended = new Promise<void>(resolve => stream.once('close', () => resolve()))
  return {
    writer,
    closeWriter: () => closeSync(writer),
    text: () => kept.toString('utf8'),
    ended,
    close: () => void stream.destroy(),
  }
}
