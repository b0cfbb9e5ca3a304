import { clause, type Message } from '../clause.ts'
import type { Log } from './log.ts'

/** A log whose notices, warnings and errors say what they are about, because a runner shows them away from the others. */
export function labelledLog(log: Log, label: string): Log {
  const labelled = (message: Message): Message =>
    typeof message === 'string' ? `${label}: ${message}` : clause`${label}: ${message}`
  return {
    ...log,
    notice: message => log.notice(labelled(message)),
    warning: message => log.warning(labelled(message)),
    error: (message, location) => log.error(labelled(message), location),
  }
}
