/** There was no answer, or the answer was an error. `temporary`: the same request may succeed a little later. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  /** `null` where no answer came. */
  readonly status: number | null
  readonly temporary: boolean
  /** What the server asked for with `Retry-After`. */
  readonly retryAfterMs: number | null
  /** The variable whose proxy failed, so that the server was never asked: `HTTPS_PROXY`. */
  readonly proxy: string | null

  constructor(message: string, details: HttpErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.status = details.status ?? null
    this.temporary = details.temporary ?? false
    this.retryAfterMs = details.retryAfterMs ?? null
    this.proxy = details.proxy ?? null
  }
}

export type HttpErrorDetails = Partial<Pick<HttpError, 'status' | 'temporary' | 'retryAfterMs' | 'proxy'>> & {
  readonly cause?: unknown
}
