import { spawn } from 'node:child_process'
import { createHash, randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync, closeSync, openSync, writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PushProcessAnswer, PushProcessRequest } from './push-process.ts'

export const LAYER_BYTES = 200_000_000

/** The most memory of a process that pushes an image with a layer of that size, in bytes. */
export async function pushPeak(registry: string, repository: string, size: number): Promise<number> {
  const { answer, said } = await pushInProcess({ registry, repository, size })
  if (answer?.live !== 1) throw new Error(`the image is not in ${registry}/${repository}: ${said}`)
  return answer.peak
}

/** Pushes an image with a layer of that size from a process of its own; `null` if it failed with what it said. */
export async function pushInProcess(
  asked: Pick<PushProcessRequest, 'registry' | 'repository' | 'size' | 'credentials'>,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly answer: PushProcessAnswer | null; readonly said: string }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-push-'))
  try {
    const file = path.join(directory, 'layer')
    const digest = `sha256:${writeRandom(file, asked.size)}` as const
    const child = spawn(
      process.execPath,
      ['--no-warnings', path.join(import.meta.dirname, 'push-process.ts')],
      { env: { PATH: process.env['PATH'], ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
    )
    child.stdin.end(JSON.stringify({ ...asked, directory, file, digest } satisfies PushProcessRequest))
    const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)])
    return { answer: printed === '' ? null : (JSON.parse(printed) as PushProcessAnswer), said }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function writeRandom(file: string, size: number): string {
  const hash = createHash('sha256')
  const descriptor = openSync(file, 'w')
  const block = Buffer.alloc(4_000_000)
  for (let left = size; left > 0; left -= block.length) {
    const piece = randomFillSync(block).subarray(0, left)
    hash.update(piece)
    writeSync(descriptor, piece)
  }
  closeSync(descriptor)
  return hash.digest('hex')
}
