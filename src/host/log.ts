import type { Location } from '../failure.ts'

/** Where a run speaks. The runner turns `notice`, `warning` and `error` into annotations; a terminal prints them on stderr. */
export interface Log {
  /** One line for a person: on stdout, or on stderr where stdout belongs to `--json`. */
  info(line: string): void
  notice(sentence: string): void
  warning(sentence: string): void
  error(sentence: string, location?: Location): void
  /** What a tool printed, as it is, for whoever wants to know more: beside the errors, never on stdout of a terminal. */
  quote(text: string): void
  /** Only seen when asked for (`--verbose`, RUNNER_DEBUG). */
  debug(line: string): void
  /** From now on this text is replaced by `***` in everything that is said. */
  secret(text: string): void
}
