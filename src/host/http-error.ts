/** There was no answer, or the answer was an error. `temporary`: the same request may succeed a little later. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  /** `null` if there was no answer. */
  readonly status: number | null
  readonly temporary: boolean
  /** Whether nothing was sent for certain, so that the server cannot have done what was asked for. */
  readonly unsent: boolean
  /** The wait that the server asked for with `Retry-After`. */
  readonly retryAfterMs: number | null
  /** The variable of the proxy that failed, such as `HTTPS_PROXY`. The server was never asked. */
  readonly proxy: string | null

  constructor(message: string, details: HttpErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.status = details.status ?? null
    this.temporary = details.temporary ?? false
    this.unsent = details.unsent ?? false
    this.retryAfterMs = details.retryAfterMs ?? null
    this.proxy = details.proxy ?? null
  }
}

export type HttpErrorDetails = Partial<
  Pick<HttpError, 'status' | 'temporary' | 'unsent' | 'retryAfterMs' | 'proxy'>
> & {
  readonly cause?: unknown
}
