import type { Log } from './log.ts'
import { isLive, type Progress, progressOn } from './progress.ts'

/** Waits for work that may take long, and regularly reports that it continues. */
export type Wait = <Value>(work: Promise<Value>, say: (ms: number) => string) => Promise<Value>

/** Often enough for a reader who wonders whether the job hangs, and not too often for a log that is kept. */
const A_MINUTE = 60_000

export function waitInLog(log: Log): Wait {
  return waitWith({ say: line => log.info(line), end: () => {} }, A_MINUTE)
}

/** Reports in place on a terminal, and line by line elsewhere. Other messages replace the line. */
export function waitOn(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
  log: Log,
): { readonly wait: Wait; readonly log: Log } {
  if (!isLive(stream, env)) return { wait: waitInLog(log), log }
  const progress = progressOn(stream, env)
  return { wait: waitWith(progress, 1000), log: logOver(progress, log) }
}

export function waitWith(progress: Progress, everyMs: number): Wait {
  return async (work, say) => {
    const started = performance.now()
    const timer = setInterval(() => progress.say(say(performance.now() - started)), everyMs)
    // Waiting for something that never happens must not keep the process alive.
    timer.unref()
    try {
      return await work
    } finally {
      clearInterval(timer)
      progress.end()
    }
  }
}

function logOver(progress: Progress, log: Log): Log {
  const cleared = () => {
    progress.end()
    return log
  }
  return {
    info: line => cleared().info(line),
    notice: sentence => cleared().notice(sentence),
    warning: sentence => cleared().warning(sentence),
    error: (sentence, location) => cleared().error(sentence, location),
    quote: text => cleared().quote(text),
    debug: line => cleared().debug(line),
    secret: text => log.secret(text),
    hide: text => log.hide(text),
  }
}
