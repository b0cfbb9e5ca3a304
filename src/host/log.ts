import type { Message } from '../clause.ts'
import type { Location } from '../failure.ts'

/**
 * The messages of a run. The runner turns `notice`, `warning` and `error` into annotations; a terminal prints them on
 * stderr.
 */
export interface Log {
  /** One line for a person: on stdout, or on stderr if `--json` uses stdout. */
  info(line: string): void
  notice(message: Message): void
  warning(message: Message): void
  error(message: Message, location?: Location): void
  /** The unchanged output of a tool, as details for an error. On a terminal it goes to stderr. */
  quote(text: string): void
  /** Shown only on request (`--verbose`, RUNNER_DEBUG). */
  debug(line: string): void
  /** From now on, this text is replaced by `***` in all messages. */
  secret(text: string): void
  /** The text without the secrets, for what is written beside the log. */
  hide(text: string): string
}
