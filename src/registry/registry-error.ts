import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import { type Clause, clause } from '../clause.ts'
import { type Clauses, Failure, type FailureDetails } from '../failure.ts'
import { excerpt } from '../host/excerpt.ts'
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
  const shown = showRequestUrl(url)
  const why = clause`${method} ${shown}: ${said === '' ? '' : `${said} `}(status ${status})`
  const advice = adviceFor(operation.access, status, `${said} ${headers.get('www-authenticate') ?? ''}`)
  const cause = new Refusal(status, codesOf(response))
  const fix = advice.length === 0 ? undefined : advice
  return failure(operation, { why, fix }, { cause, fields: { method, url: shown, status } })
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

/**
 * Whether a registry refuses a manifest since it lacks a blob. A push sends a manifest after the registry confirmed each
 * of its blobs, so this is temporary: docker-registry, for example, does not find a blob while another client writes the
 * same one.
 */
export function forgetsBlob(response: Pick<HttpResponse, 'status' | 'body'>): boolean {
  return response.status >= 400 && codesOf(response).includes('MANIFEST_BLOB_UNKNOWN')
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
  const shown = showRequestUrl(url)
  const why = clause`${method} ${shown}: the registry's answer ${excerpt(reason)}`
  return failure(operation, { why }, { fields: { method, url: shown } })
}

/**
 * The Failure for a request without a response. Any other error is a defect or already a `Failure`, and is returned
 * unchanged.
 */
export function unanswered(operation: Operation, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  const url = showRequestUrl(error.url)
  const fix = adviceWithoutAnswer(operation.access.registry, error)
  return failure(
    operation,
    { why: clause`${url}: ${excerpt(error.message)}`, fix },
    { cause: error, fields: { url } },
  )
}

/** The same for a request to a server that `from` redirected to. Any other error is returned unchanged. */
export function unreached(from: URL, to: URL, error: unknown): unknown {
  if (!(error instanceof NoResponse)) return error
  return new NoResponse(from, error, `it leads to ${showRequestUrl(to)}: ${error.message}`)
}

function failure(
  { what, access, secrets }: Operation,
  { why, fix }: Pick<Clauses, 'fix'> & { readonly why: Clause },
  { cause, fields }: Pick<FailureDetails, 'cause' | 'fields'>,
): Failure {
  const hidden = (text: Clause) =>
    text.map(part => (part.kind === 'input' ? part : { ...part, text: redact(part.text, secrets) }))
  // A registry can repeat a token in a place that it redirects to.
  const url = fields?.url === undefined ? {} : { url: redact(fields.url, secrets) }
  return new Failure(
    'registry',
    { what: hidden(clause`could not ${what}`), why: hidden(why), fix: fix && hidden(fix) },
    { cause, fields: { registry: access.registry, ...fields, ...url } },
  )
}

/** `CODE: message` of each error, or the first words of a body that is neither JSON nor an HTML page. */
function saidBy({ body, headers }: HttpResponse): string {
  const errors = v.safeParse(ErrorBody, parseJson(body))
  if (errors.success) {
    const said = errors.output.errors.map(({ code, message }) =>
      [code, excerpt(message ?? '')].filter(Boolean).join(': '),
    )
    return excerpt(said.join(', '))
  }
  return headers.get('content-type')?.startsWith('text/plain') === true ? excerpt(body) : ''
}
