import { clause } from '../clause.ts'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from './disk.ts'
import type { Host } from './host.ts'
import { HttpError } from './http-error.ts'
import { refusal, request } from './http.ts'
import { makeDirectory } from './make-directory.ts'
import { bodyOf } from './response-body.ts'
import { retry, type Patience } from './retry.ts'
import { showUrl } from './show-url.ts'
import { writeMeasured } from './write-stream.ts'

export interface DownloadPatience extends Patience {
  /** Milliseconds until the head of an answer arrives; 30 s by default. */
  readonly timeoutMs?: number
}

export interface DownloadOptions extends DownloadPatience {
  /** The expected hash in hex. It is left out only for files that are never run. */
  readonly sha256?: string
  readonly maxBytes: number
}

export interface Downloaded {
  readonly file: string
  /** The hash in hex of the bytes that arrived. */
  readonly sha256: string
}

/** The server did not give the file, but another one may. If it gave a wrong file, that is a plain `Failure`. */
export class Unreachable extends Failure {}

const MAX_REDIRECTS = 10
const STALL_MS = 30_000

/**
 * Downloads a file into the run's own temporary directory. It retries after temporary failures.
 *
 * @throws Unreachable if the file cannot be downloaded
 * @throws Failure `toolchain` if it does not match `sha256` or is larger than `maxBytes`, `write` if it cannot be
 * stored
 */
export async function download(host: Host, url: string, options: DownloadOptions): Promise<Downloaded> {
  await makeDirectory(host.temporary).catch(cause => {
    throw whyNotWritten(host.temporary, cause)
  })
  const file = path.join(host.temporary, `download-${randomBytes(8).toString('hex')}`)
  try {
    const sha256 = await retry(
      async () => save(await follow(host, url, options), file, options.maxBytes, url),
      { ...options, stop: host.stop },
    )
    if (options.sha256 !== undefined && sha256 !== options.sha256.toLowerCase())
      throw new Failure(
        'toolchain',
        {
          what: clause`${showUrl(url)} gave a file that is not the expected one`,
          why: clause`its SHA-256 is ${sha256}, expected ${options.sha256.toLowerCase()}`,
          fix: clause`check the place or the proxy that served it`,
          state: clause`the file was deleted`,
        },
        { fields: { url: showUrl(url), digest: `sha256:${sha256}` } },
      )
    return { file, sha256 }
  } catch (cause) {
    await rm(file, { force: true })
    if (cause instanceof HttpError)
      throw new Unreachable(
        'toolchain',
        { what: clause`${showUrl(url)} could not be downloaded`, why: clause`${cause.message}` },
        { cause, fields: { url: showUrl(url), status: cause.status ?? undefined } },
      )
    throw cause
  }
}

/** Follows redirects itself, so that a secure server cannot redirect to an insecure one. */
async function follow(host: Host, url: string, { timeoutMs }: DownloadPatience): Promise<Response> {
  let next = url
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(host, next, {
      // A server that compresses the transfer would change the bytes that are hashed.
      headers: { 'accept-encoding': 'identity' },
      redirect: 'manual',
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
    if (response.ok) return response
    await response.body?.cancel()
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null)
      throw next === url ? refusal(response) : refusedElsewhere(next, response)
    next = redirected(next, location)
  }
  throw new HttpError(`it was redirected more than ${MAX_REDIRECTS} times`)
}

/** The error names the server that refused, which is not the one that the user wrote. */
function refusedElsewhere(url: string, response: Response): HttpError {
  const { message, status, temporary, retryAfterMs } = refusal(response)
  return new HttpError(`it was redirected to ${showUrl(url)}, and ${message}`, {
    status,
    temporary,
    retryAfterMs,
  })
}

function redirected(from: string, location: string): string {
  if (!URL.canParse(location, from)) throw new HttpError('it was redirected to what is not a URL')
  const to = new URL(location, from)
  const secure = new URL(from).protocol === 'https:'
  if (to.protocol !== 'https:' && (secure || to.protocol !== 'http:'))
    throw new HttpError(`it was redirected to ${showUrl(to.href)}, which is not https`)
  return to.href
}

async function save(response: Response, file: string, maxBytes: number, url: string): Promise<string> {
  const measured = await writeMeasured(bodyOf(response, STALL_MS), file, maxBytes)
  if (measured === null)
    throw new Failure(
      'toolchain',
      {
        what: clause`${showUrl(url)} gave a file that is not the expected one`,
        why: clause`it is larger than ${maxBytes} bytes`,
        fix: clause`check the place or the proxy that served it`,
      },
      { fields: { url: showUrl(url) } },
    )
  const { sha256, size } = measured
  const announced = response.headers.get('content-length')
  if (announced !== null && !response.headers.has('content-encoding') && Number(announced) !== size)
    throw new HttpError(`it broke off after ${size} of ${announced} bytes`, { temporary: true })
  return sha256
}
