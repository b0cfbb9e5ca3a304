import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import { TarError } from '../host/tar-entries.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import { TooMuch } from './allowance.ts'

/** `why` is a clause about what is called `name`. */
export function unreadable(name: string, why: string, cause?: unknown): Failure {
  return new Failure('unreadable-image', `${name} could not be read: ${why}.`, { cause })
}

export function noSuchTag(name: string, tag: string, there: readonly string[]): Failure {
  const tags = there.slice(0, 10).map(quoted).join(', ') || 'no tags'
  return new Failure('bad-input', `Nothing in ${name} is called ${quoted(tag)}: it has ${tags}.`)
}

/** What reading somebody else's bytes may throw, as a Failure; a defect is given back as it is. */
export function asUnreadable(name: string, cause: unknown): unknown {
  if (cause instanceof Failure) return cause
  if (cause instanceof TarError || cause instanceof TooMuch) return unreadable(name, cause.message, cause)
  const code = errorCode(cause)
  if (/^Z_|^ZSTD_/.test(code))
    return unreadable(name, `it is damaged or breaks off (${errorMessage(cause)})`, cause)
  return /^E[A-Z]+$/.test(code) ? unreadable(name, whyNotRead(cause), cause) : cause
}

/** Somebody else's text, fit to stand in a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}
