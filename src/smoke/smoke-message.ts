import type { Entry } from '../image/entry.ts'
import { readTar } from '../image/read-layer.ts'
import { tarChunks } from '../image/tar.ts'
import type { SmokeRun } from './smoke-run.ts'

/** What the supervisor reads from its standard input: the run as one line of JSON, then the image's files as a tar. */
export function writeSmokeMessage(run: SmokeRun, entries: readonly Entry[]): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(run)}\n`), ...tarChunks(entries)])
}

export function readSmokeMessage(message: Buffer): {
  readonly run: SmokeRun
  readonly entries: readonly Entry[]
} {
  const end = message.indexOf('\n')
  const run = JSON.parse(message.toString('utf8', 0, end)) as SmokeRun
  return { run, entries: [...readTar(message.subarray(end + 1))] }
}
