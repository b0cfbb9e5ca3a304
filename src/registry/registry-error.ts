import * as v from 'valibot'
import { Failure } from '../failure.ts'
import { HttpError } from '../host/http.ts'
import { redact } from '../host/redact.ts'
import { printable } from '../report/printable.ts'
import { adviceFor, adviceWithoutAnswer, type Login } from './advice.ts'
import type { Exchange } from './exchange.ts'

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
const ErrorBody = v.object({
  errors: v.array(v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })),
})

/** What was being done, as `store layer sha256:… in ghcr.io/o/x`, and as whom. */
export interface Deed {
  readonly what: string
  readonly login: Login
  /** Texts that a registry might repeat in its answer. */
  readonly secrets: ReadonlySet<string>
}

/** A registry said no. */
export function refused(deed: Deed, exchange: Exchange): Failure {
  const { method, url, status, headers } = exchange
  const said = saidBy(exchange)
  const shown = `${method} ${showUrl(url)}: ${said === '' ? '' : `${said} `}(status ${status})`
  const advice = adviceFor(deed.login, status, `${said} ${headers.get('www-authenticate') ?? ''}`)
  return failure(deed, advice === '' ? shown : `${shown}; ${advice}`)
}

/** Codes that say that it is not there: those of the specification, and what Harbor says. */
const UNKNOWN_CODES: ReadonlySet<string> = new Set(['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'])

/**
 * Whether a 404 is a registry's word that there is no such thing. A page is a proxy's or a gateway's, and a refusal that comes
 * as a 404 leaves open what is there.
 */
export function saysUnknown({
  status,
  headers,
  body,
}: Pick<Exchange, 'status' | 'headers' | 'body'>): boolean {
  if (status !== 404 || headers.get('content-type')?.startsWith('text/html') === true) return false
  const errors = v.safeParse(ErrorBody, parseJson(body))
  const codes = errors.success ? errors.output.errors.flatMap(({ code }) => code ?? []) : []
  return codes.length === 0 || codes.some(code => UNKNOWN_CODES.has(code))
}

/** A registry answered, with something that cannot be used: `reason` goes on from "the registry". */
export function unusable(
  deed: Deed,
  { method, url }: Pick<Exchange, 'method' | 'url'>,
  reason: string,
): Failure {
  return failure(deed, `${method} ${showUrl(url)}: the registry's answer ${quote(reason)}`)
}

/** No answer came. Anything but an HttpError is a defect, and is given back as it is. */
export function unanswered(deed: Deed, url: URL, error: unknown): unknown {
  if (!(error instanceof HttpError)) return error
  const advice = adviceWithoutAnswer(deed.login.registry, error)
  return failure(deed, `${showUrl(url)}: ${quote(error.message)}; ${advice}`, error)
}

/** No answer came from where a registry leads to. Anything but an HttpError is given back as it is. */
export function unreached(url: URL, error: unknown): unknown {
  if (!(error instanceof HttpError)) return error
  const { message, status, temporary, retryAfterMs, proxy } = error
  const details = { status, temporary, retryAfterMs, proxy, cause: error }
  return new HttpError(`it leads to ${showUrl(url)}: ${message}`, details)
}

function failure({ what, secrets }: Deed, why: string, cause?: unknown): Failure {
  return new Failure('registry', redact(`Could not ${what}: ${why}.`, secrets), { cause })
}

/** `CODE: message` of each error, or the first words of what is neither JSON nor a page. */
function saidBy({ body, headers }: Exchange): string {
  const errors = v.safeParse(ErrorBody, parseJson(body))
  if (errors.success) {
    const said = errors.output.errors.map(({ code, message }) =>
      [code, quote(message ?? '')].filter(Boolean).join(': '),
    )
    return quote(said.join(', '))
  }
  return headers.get('content-type')?.startsWith('text/plain') === true ? quote(body) : ''
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const LONGEST_QUOTE = 300

/** What a registry wrote, fit to stand in a sentence of ours. */
export function quote(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim().replace(/[.;]$/, '')
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE)}…`
}

/** Every other query may carry a signature or an upload's state. */
const SHOWN_QUERIES: ReadonlySet<string> = new Set(['digest', 'from', 'mount', 'scope', 'service'])

/** A URL as it may be shown. */
export function showUrl({ protocol, host, pathname, searchParams }: URL): string {
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${SHOWN_QUERIES.has(name) ? quote(value) : '***'}`,
  )
  return `${protocol}//${host}${pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`
}
