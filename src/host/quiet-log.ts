import type { Log } from './log.ts'

/** A log for attempts that may fail. Its messages appear only when debug messages are shown. */
export function quietLog(log: Log): Log {
  const drop = () => {}
  return {
    info: drop,
    notice: drop,
    warning: drop,
    error: drop,
    quote: drop,
    debug: line => log.debug(line),
    secret: text => log.secret(text),
    hide: text => log.hide(text),
  }
}
