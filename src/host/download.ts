import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from './disk.ts'
import type { Host } from './host.ts'
import { HttpError, noAnswer, refusal, request, showUrl } from './http.ts'
import { retry } from './retry.ts'

export interface DownloadOptions {
  /** Hex, as it must be; left out only for what is never run. */
  readonly sha256?: string
  readonly maxBytes: number
}

export interface Downloaded {
  readonly file: string
  /** Hex, of what came. */
  readonly sha256: string
}

/** The place did not give the file: another place may. What it gave being wrong is a plain `Failure`. */
export class Unreachable extends Failure {}

const MAX_REDIRECTS = 10
const STALL_MS = 30_000

/**
 * Fetches a file into the run's own temporary directory. What fails for the moment is tried again.
 *
 * @throws Unreachable where it cannot be had
 * @throws Failure `toolchain` where it is not what `sha256` says or is larger than `maxBytes`, `write` where it cannot be kept
 */
export async function download(host: Host, url: string, options: DownloadOptions): Promise<Downloaded> {
  await mkdir(host.temporary, { recursive: true }).catch(cause => {
    throw whyNotWritten(host.temporary, cause)
  })
  const file = path.join(host.temporary, `download-${randomBytes(8).toString('hex')}`)
  try {
    const sha256 = await retry(() => attempt(host, url, file, options.maxBytes))
    if (options.sha256 !== undefined && sha256 !== options.sha256.toLowerCase())
      throw new Failure(
        'toolchain',
        `What ${showUrl(url)} gave is not what it should be: its SHA-256 is ${sha256}, expected ${options.sha256.toLowerCase()}; it was deleted, so check the place or the proxy that served it.`,
      )
    return { file, sha256 }
  } catch (cause) {
    await rm(file, { force: true })
    if (cause instanceof HttpError)
      throw new Unreachable('toolchain', `${showUrl(url)} could not be downloaded: ${cause.message}.`, {
        cause,
      })
    throw cause
  }
}

async function attempt(host: Host, url: string, file: string, maxBytes: number): Promise<string> {
  const stall = new AbortController()
  const timer = setTimeout(() => stall.abort(), STALL_MS)
  try {
    const response = await follow(host, url, stall.signal)
    return await save(response, file, maxBytes, url, () => timer.refresh())
  } catch (cause) {
    if (stall.signal.aborted) throw new HttpError(`nothing came for ${STALL_MS / 1000} s`, { cause })
    throw cause
  } finally {
    clearTimeout(timer)
  }
}

/** By hand, so that a secure place cannot hand over to an insecure one. */
async function follow(host: Host, url: string, signal: AbortSignal): Promise<Response> {
  let next = url
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(host, next, {
      // A server that compresses on the way would change the bytes that the hash is of.
      headers: { 'accept-encoding': 'identity' },
      redirect: 'manual',
      signal,
    })
    if (response.ok) return response
    await response.body?.cancel()
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) throw refusal(response)
    next = redirected(next, location)
  }
  throw new HttpError(`it was redirected more than ${MAX_REDIRECTS} times`)
}

function redirected(from: string, location: string): string {
  if (!URL.canParse(location, from)) throw new HttpError('it was redirected to what is not a URL')
  const to = new URL(location, from)
  const secure = new URL(from).protocol === 'https:'
  if (to.protocol !== 'https:' && (secure || to.protocol !== 'http:'))
    throw new HttpError(`it was redirected to ${showUrl(to.href)}, which is not https`)
  return to.href
}

async function save(
  response: Response,
  file: string,
  maxBytes: number,
  url: string,
  onProgress: () => void,
): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(file, 'w', 0o600).catch(cause => {
    throw whyNotWritten(file, cause)
  })
  try {
    for await (const chunk of bytesOf(response)) {
      onProgress()
      size += chunk.length
      if (size > maxBytes)
        throw new Failure('toolchain', `${showUrl(url)} is larger than ${maxBytes} bytes: that is not it.`)
      hash.update(chunk)
      await writeAll(handle, chunk, file)
    }
  } finally {
    await handle.close()
  }
  const announced = response.headers.get('content-length')
  if (announced !== null && !response.headers.has('content-encoding') && Number(announced) !== size)
    throw new HttpError(`it broke off after ${size} of ${announced} bytes`, { temporary: true })
  return hash.digest('hex')
}

async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  const reader = response.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(cause => {
        throw brokenOff(cause)
      })
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function brokenOff(cause: unknown): HttpError {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true })
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, chunk: Uint8Array, file: string) {
  try {
    await handle.writeFile(chunk)
  } catch (cause) {
    throw whyNotWritten(file, cause)
  }
}
