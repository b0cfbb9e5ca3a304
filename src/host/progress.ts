import { withoutCommands } from './harmless-text.ts'

/** Tells a person who waits what is being done. */
export interface Progress {
  /** One line; on a terminal it takes the place of the one before. */
  say(line: string): void
  /** Takes back the line that is there: what was said is over. */
  end(): void
}

const CLEAR_LINE = '\r\u001B[K'

/** In place on a terminal, line by line anywhere else. */
export function progressOn(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Progress {
  if (!isLive(stream, env)) return { say: line => void stream.write(`${onOneLine(line)}\n`), end: () => {} }
  const width = () => Math.max(1, stream.columns - 1)
  let shown = false
  return {
    say: line => {
      shown = true
      // A line that is broken by the window could not be taken back.
      stream.write(`${CLEAR_LINE}${onOneLine(line).slice(0, width())}`)
    },
    end: () => {
      if (shown) stream.write(CLEAR_LINE)
      shown = false
    },
  }
}

/** Whether a line can take the place of the one before. */
export function isLive(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY && env['TERM'] !== 'dumb'
}

/** It names packages and tags of others. */
function onOneLine(line: string): string {
  return withoutCommands(line).replaceAll('\n', ' ')
}
