import { closeSync, constants, openSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { Socket } from 'node:net'
import { makeFifo } from '../isolation/fifo.ts'

const MAX_OUTPUT = 64 * 1024

/**
 * A pipe for what a program prints. Node's own pipes are sockets, through which `/dev/stdout` cannot be opened. The
 * pipe must belong to the program's user, as it does in a container.
 */
export interface OutputPipe {
  /** The end that the program writes to. */
  readonly writer: number
  /** To be called once the program has the writer. Then the pipe ends when the program does. */
  closeWriter(): void
  /** The last part of what was printed. */
  text(): string
  /** Resolves when no process can print any more. */
  readonly ended: Promise<void>
  close(): void
}

/** @param owner a user of this machine; `null`: the user that runs Bantam. */
export async function openOutputPipe(
  directory: string,
  owner: { readonly uid: number; readonly gid: number } | null,
): Promise<OutputPipe> {
  const at = await mkdtemp(path.join(directory, 'output-'))
  try {
    const file = path.join(at, 'pipe')
    await makeFifo(file)
    // The reader comes first: without one, opening the writer would block.
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
