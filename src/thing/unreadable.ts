import { type Clause, clause } from '../clause.ts'
import { type Clauses, Failure } from '../failure.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import { TarError } from '../host/tar-entries.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import { TooMuch } from './allowance.ts'

/** The failure to read `name`. `why` is a clause about it. */
export function unreadable(name: string, why: string, cause?: unknown): Failure {
  return failureOf(name, { why: clause`${why}` }, cause)
}

/** The same for something that was valid once. */
export function damaged(name: string, why: string, cause?: unknown): Failure {
  return failureOf(name, { why: clause`${why}`, fix: clause`build or copy it again` }, cause)
}

function failureOf(name: string, because: Pick<Clauses, 'why' | 'fix'>, cause: unknown): Failure {
  return new Failure(
    'unreadable-image',
    { what: clause`${name} could not be read`, ...because },
    { cause, fields: { thing: name } },
  )
}

/** What was named is not there, or is nothing that can be weighed. */
export class NotWeighable extends Failure {}

/** The failure to weigh what was named. `why` is a clause about it. */
export function cannotWeigh(
  name: string,
  why: string | Clause,
  { fix, cause }: { readonly fix?: Clause; readonly cause?: unknown } = {},
): NotWeighable {
  return new NotWeighable(
    'bad-input',
    { what: clause`${name} cannot be weighed`, why: clause`${why}`, fix },
    { cause, fields: { thing: name } },
  )
}

/** The failure to find a tag. `name` consists of the place and, after a colon, the tag. */
export function noSuchTag(name: string, tag: string, there: readonly string[]): Failure {
  const place = name.slice(0, name.lastIndexOf(':'))
  const tags = there.slice(0, 10).map(quoted).join(', ')
  return new Failure(
    'bad-input',
    {
      what: clause`nothing in ${place} is called ${quoted(tag)}`,
      why: clause`it has ${tags || 'no tags'}`,
      fix: tags === '' ? clause`write ${place}` : undefined,
    },
    { fields: { thing: name } },
  )
}

/** Turns an error from reading untrusted bytes into a Failure. A defect is returned unchanged. */
export function asUnreadable(name: string, cause: unknown): unknown {
  if (cause instanceof Failure) return cause
  if (cause instanceof TooMuch) return unreadable(name, cause.message, cause)
  if (cause instanceof TarError) return damaged(name, cause.message, cause)
  const code = errorCode(cause)
  if (/^Z_|^ZSTD_/.test(code))
    return damaged(name, `it is damaged or incomplete (${errorMessage(cause)})`, cause)
  return /^E[A-Z]+$/.test(code) ? unreadable(name, whyNotRead(cause), cause) : cause
}

/** Makes text from outside fit to stand in a sentence. */
export function quoted(text: string): string {
  const shown = JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
  // JSON does not escape some characters that terminals may obey: control characters above 127, and characters that
  // change the reading direction.
  return shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
}

/** What a user can name. */
export const WHAT = clause`name a binary, an OCI layout, an image archive, a weigh-in or an image in a registry`
