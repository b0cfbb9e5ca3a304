import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import { Failure } from '../failure.ts'
import { clause } from '../host/clause.ts'
import { HttpError } from '../host/http-error.ts'
import { redact } from '../host/redact.ts'
import { adviceFor, adviceWithoutAnswer } from './advice.ts'
import type { Operation } from './operation.ts'
import { showRequestUrl } from './request-url.ts'
import { NoResponse, type HttpResponse } from './send.ts'

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
const ErrorBody = v.object({
  errors: v.array(v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })),
})

/** A refusal as values. */
export class Refusal extends HttpError {
  /** Codes of the specification, such as `DENIED`; empty if the response named none. */
  readonly codes: readonly string[]

  constructor(status: number, codes: readonly string[]) {
    super(`the registry answered ${status}`, { status })
    this.codes = codes
  }
}

/** The Failure for a refusal by a registry; its cause is a `Refusal`. */
export function refused(operation: Operation, response: HttpResponse): Failure {
  const { method, url, status, headers } = response
  const said = saidBy(response)
  const shown = `${method} ${showRequestUrl(url)}: ${said === '' ? '' : `${said} `}(status ${status})`
  const advice = adviceFor(operation.access, status, `${said} ${headers.get('www-authenticate') ?? ''}`)
  const cause = new Refusal(status, codesOf(response))
  return failure(operation, advice === '' ? shown : `${shown}; ${advice}`, cause)
}

/** Error codes that mean "does not exist": those of the specification, and Harbor's own. */
const UNKNOWN_CODES: ReadonlySet<string> = new Set(['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'])

/**
 * Whether a 404 is the registry's own statement that something does not exist. An HTML page comes from a proxy or a
 * gateway, and some registries use a 404 to refuse access; both leave open what exists.
 */
export function saysUnknown(response: Pick<HttpResponse, 'status' | 'headers' | 'body'>): boolean {
  const { status, headers } = response
  if (status !== 404 || headers.get('content-type')?.startsWith('text/html') === true) return false
  const codes = codesOf(response)
  return codes.length === 0 || codes.some(code => UNKNOWN_CODES.has(code))
}

function codesOf({ body }: Pick<HttpResponse, 'body'>): readonly string[] {
  const errors = v.safeParse(ErrorBody, parseJson(body))
  return errors.success ? errors.output.errors.flatMap(({ code }) => code ?? []) : []
}

/** The Failure for a response that cannot be used. `reason` continues a sentence after "the registry". */
export function unusable(
  operation: Operation,
  { method, url }: Pick<HttpResponse, 'method' | 'url'>,
  reason: string,
): Failure {
  return failure(operation, `${method} ${showRequestUrl(url)}: the registry's answer ${clause(reason)}`)
}

/**
 * The Failure for a request without a response. Any other error is a defect or already a `Failure`, and is returned
 * unchanged.
 */
export function unanswered(operation: Operation, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  const advice = adviceWithoutAnswer(operation.access.registry, error)
  return failure(operation, `${showRequestUrl(error.url)}: ${clause(error.message)}; ${advice}`, error)
}

/** The same for a request to a server that `from` redirected to. Any other error is returned unchanged. */
export function unreached(from: URL, to: URL, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  return new NoResponse(from, error, `it leads to ${showRequestUrl(to)}: ${error.message}`)
}

function failure({ what, secrets }: Operation, why: string, cause?: unknown): Failure {
  return new Failure('registry', redact(`Could not ${what}: ${why}.`, secrets), { cause })
}

/** `CODE: message` of each error, or the first words of a body that is neither JSON nor an HTML page. */
function saidBy({ body, headers }: HttpResponse): string {
  const errors = v.safeParse(ErrorBody, parseJson(body))
  if (errors.success) {
    const said = errors.output.errors.map(({ code, message }) =>
      [code, clause(message ?? '')].filter(Boolean).join(': '),
    )
    return clause(said.join(', '))
  }
  return headers.get('content-type')?.startsWith('text/plain') === true ? clause(body) : ''
}
