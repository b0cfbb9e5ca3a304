import type { Surface } from '../clause.ts'
import { Failure, failureSentence } from '../failure.ts'
import type { Log } from '../host/log.ts'

/**
 * Shows an expected failure as its sentence with its code, and below it what the tool printed. Any other error is a
 * defect, shown with its stack and its causes.
 */
export function tellFailure(log: Log, error: unknown, surface: Surface): void {
  if (!(error instanceof Failure)) {
    log.error(`This is a defect in Bantam, please report it: ${withCauses(error)}`)
    return
  }
  for (let { cause } = error; cause instanceof Error; { cause } = cause) log.debug(`caused by ${cause.stack}`)
  log.error(`${failureSentence(error, surface)} [${error.code}]`)
  if (error.output !== undefined && error.output.trim() !== '') log.quote(error.output)
}

function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const text = error.stack ?? error.message
  return error.cause === undefined ? text : `${text}\ncaused by ${withCauses(error.cause)}`
}
