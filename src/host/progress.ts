import { withoutCommands } from './harmless-text.ts'

/** Shows a person who waits what is being done. */
export interface Progress {
  /** Shows one line. On a terminal it replaces the previous one. */
  say(line: string): void
  /** Removes the line that is shown, because the work is over. */
  end(): void
}

const CLEAR_LINE = '\r\u001B[K'

/** Shows progress in place on a terminal, and line by line anywhere else. */
export function progressOn(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Progress {
  if (!isLive(stream, env)) return { say: line => void stream.write(`${onOneLine(line)}\n`), end: () => {} }
  const width = () => Math.max(1, stream.columns - 1)
  let shown = false
  return {
    say: line => {
      shown = true
      // A line that wraps at the edge of the window could not be removed again.
      stream.write(`${CLEAR_LINE}${onOneLine(line).slice(0, width())}`)
    },
    end: () => {
      if (shown) stream.write(CLEAR_LINE)
      shown = false
    },
  }
}

/** Whether a line can replace the previous one. */
export function isLive(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY && env['TERM'] !== 'dumb'
}

/** Makes one harmless line, because the text contains names of packages and tags from outside. */
function onOneLine(line: string): string {
  return withoutCommands(line).replaceAll('\n', ' ')
}
