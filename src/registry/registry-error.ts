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

/** What a refusal says, as values. */
export class Refusal extends HttpError {
  /** Codes of the specification, such as `DENIED`; empty where it named none. */
  readonly codes: readonly string[]

  constructor(status: number, codes: readonly string[]) {
    super(`the registry answered ${status}`, { status })
    this.codes = codes
  }
}

/** A registry refused; the cause of the failure is a `Refusal`. */
export function refused(operation: Operation, response: HttpResponse): Failure {
  const { method, url, status, headers } = response
  const said = saidBy(response)
  const shown = `${method} ${showRequestUrl(url)}: ${said === '' ? '' : `${said} `}(status ${status})`
  const advice = adviceFor(operation.access, status, `${said} ${headers.get('www-authenticate') ?? ''}`)
  const cause = new Refusal(status, codesOf(response))
  return failure(operation, advice === '' ? shown : `${shown}; ${advice}`, cause)
}

/** Codes that say that it is not there: those of the specification, and what Harbor says. */
const UNKNOWN_CODES: ReadonlySet<string> = new Set(['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'])

/**
 * Whether a 404 is a registry's word that there is no such thing. A page is a proxy's or a gateway's, and a refusal that comes
 * as a 404 leaves open what is there.
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

/** A registry answered, with something that cannot be used: `reason` goes on from "the registry". */
export function unusable(
  operation: Operation,
  { method, url }: Pick<HttpResponse, 'method' | 'url'>,
  reason: string,
): Failure {
  return failure(operation, `${method} ${showRequestUrl(url)}: the registry's answer ${clause(reason)}`)
}

/** No response came. Anything but that is a defect or a `Failure`, and is given back as it is. */
export function unanswered(operation: Operation, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  const advice = adviceWithoutAnswer(operation.access.registry, error)
  return failure(operation, `${showRequestUrl(error.url)}: ${clause(error.message)}; ${advice}`, error)
}

/** No response came from where `from` led to. Anything but that is given back as it is. */
export function unreached(from: URL, to: URL, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  return new NoResponse(from, error, `it leads to ${showRequestUrl(to)}: ${error.message}`)
}

function failure({ what, secrets }: Operation, why: string, cause?: unknown): Failure {
  return new Failure('registry', redact(`Could not ${what}: ${why}.`, secrets), { cause })
}

/** `CODE: message` of each error, or the first words of what is neither JSON nor a page. */
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
