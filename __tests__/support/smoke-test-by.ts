import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Image } from '../../src/image/image.ts'
import type { Blob } from '../../src/image/blob.ts'
import type { Layer } from '../../src/image/layer.ts'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import type { SmokeReport, SmokeRequest } from '../../src/smoke/smoke-test.ts'

/** Who runs Bantam. `nobody with sudo` may do everything through sudo, by a sudoers file that only the test sees. */
export type Runner = 'own' | 'nobody' | 'nobody with sudo'

export interface SmokeFailure {
  readonly code: string
  readonly message: string
  readonly output: string
}

const NOBODY = 65534
const SCRIPT = path.join(import.meta.dirname, 'smoke-test-process.ts')

/** Runs a smoke test in a Node of its own, as somebody else. */
export async function smokeTestBy(
  runner: Runner,
  way: IsolationWay,
  request: SmokeRequest,
): Promise<SmokeReport | SmokeFailure> {
  const child = startSmokeTest(runner, way, request)
  if (child.stdout === null || child.stderr === null) throw new Error('no streams')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (stdout === '') throw new Error(`the process of the smoke test failed: ${stderr}`)
  return JSON.parse(stdout) as SmokeReport | SmokeFailure
}

export function startSmokeTest(runner: Runner, way: IsolationWay, request: SmokeRequest): ChildProcess {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-smoke-'))
  if (runner !== 'own') chownSync(directory, NOBODY, NOBODY)
  const [command, ...args] = [...becoming(runner), process.execPath, SCRIPT]
  const env = { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' }
  const child = spawn(command ?? '', args, { cwd: directory, env, stdio: 'pipe' })
  const image: ImageInText = {
    ...request.image,
    layers: request.image.layers.map(inText),
    config: inText(request.image.config),
  }
  child.stdin.end(JSON.stringify({ way, directory, request: { ...request, image } }))
  return child
}

/** A blob whose bytes JSON can hold, as base64. */
type InText<Content extends Blob> = Omit<Content, 'bytes'> & { readonly bytes: string }

export interface ImageInText extends Omit<Image, 'layers' | 'config'> {
  readonly layers: readonly InText<Layer>[]
  readonly config: InText<Blob>
}

export function imageFromText(image: ImageInText): Image {
  return { ...image, layers: image.layers.map(inBytes), config: inBytes(image.config) }
}

function inText<Content extends Blob>(blob: Content): InText<Content> {
  return { ...blob, bytes: Buffer.from(blob.bytes).toString('base64') }
}

function inBytes<Content extends { readonly bytes: string }>(
  blob: Content,
): Omit<Content, 'bytes'> & { readonly bytes: Uint8Array } {
  return { ...blob, bytes: Buffer.from(blob.bytes, 'base64') }
}

/** What to put before a command so that it runs as somebody else. */
export function becoming(runner: Runner): readonly string[] {
  const nobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  switch (runner) {
    case 'own':
      return []
    case 'nobody':
      return nobody
    case 'nobody with sudo': {
      const sudoers = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-sudoers-')), 'sudoers')
      writeFileSync(sudoers, `#${NOBODY} ALL=(ALL:ALL) NOPASSWD: ALL\n`)
      chmodSync(sudoers, 0o440)
      // In a mount namespace of its own: the machine's sudoers stay as they are.
      const script = 'mount --bind "$1" /etc/sudoers && shift && exec "$@"'
      return ['unshare', '--mount', '--', 'sh', '-c', script, 'sh', sudoers, ...nobody]
    }
  }
}
