import { Failure } from '../failure.ts'
import type { Log } from '../host/log.ts'

/**
 * Shows an expected failure as its sentence, below what the tool printed. Any other error is a defect, shown with its
 * stack and its causes.
 */
export function tellFailure(log: Log, error: unknown): void {
  if (error instanceof Failure) {
    if (error.output !== undefined && error.output.trim() !== '') log.quote(error.output)
    for (let { cause } = error; cause instanceof Error; { cause } = cause)
      log.debug(`caused by ${cause.stack}`)
    log.error(error.message)
    return
  }
  log.error(`This is a defect in Bantam, please report it: ${withCauses(error)}`)
}

function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const told = error.stack ?? error.message
  return error.cause === undefined ? told : `${told}\ncaused by ${withCauses(error.cause)}`
}
