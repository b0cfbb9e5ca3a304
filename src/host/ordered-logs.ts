import type { Log } from './log.ts'
import type { Wait } from './wait.ts'

/** The log of one of several tasks that run side by side. */
export interface OrderedLog extends Log {
  /** Resolves when what this task says is shown at once, because the tasks before it have ended. */
  readonly turn: Promise<void>
  /** The task has said everything. */
  end(): void
}

/**
 * Logs for tasks that run side by side. What they say appears as if one ran after the other: the first is shown at
 * once, and each of the others is kept until those before it have ended.
 */
export function orderedLogs(log: Log, count: number): readonly OrderedLog[] {
  const logs: { readonly own: OrderedLog; readonly begin: () => void; ended: boolean }[] = []
  let current = 0
  const advance = () => {
    while (logs[current]?.ended === true) {
      current += 1
      logs[current]?.begin()
    }
  }
  for (let index = 0; index < count; index += 1) {
    const kept: (() => void)[] = []
    const { promise: turn, resolve } = Promise.withResolvers<void>()
    const say = (show: () => void) => {
      if (index <= current) show()
      else kept.push(show)
    }
    const begin = () => {
      for (const show of kept.splice(0)) show()
      resolve()
    }
    if (index === 0) resolve()
    const end = () => {
      const one = logs[index]
      if (one !== undefined) one.ended = true
      advance()
    }
    logs.push({ own: { ...sayingThrough(log, say), turn, end }, begin, ended: false })
  }
  return logs.map(({ own }) => own)
}

/** Waits as `wait` does, but shows what is still going on only when it is the task's turn. */
export function waitForTurn({ turn }: Pick<OrderedLog, 'turn'>, wait: Wait): Wait {
  return async (work, say) => {
    await Promise.race([turn, work])
    return wait(work, say)
  }
}

/** A secret is hidden from the moment that it is known. */
function sayingThrough(log: Log, say: (show: () => void) => void): Log {
  return {
    info: line => say(() => log.info(line)),
    notice: message => say(() => log.notice(message)),
    warning: message => say(() => log.warning(message)),
    error: (message, location) => say(() => log.error(message, location)),
    quote: text => say(() => log.quote(text)),
    debug: line => say(() => log.debug(line)),
    secret: text => log.secret(text),
    hide: text => log.hide(text),
  }
}
