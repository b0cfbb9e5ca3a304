import { withoutCommands } from './harmless-text.ts'

/** Tells a person who waits what is being done. */
export interface Progress {
  /** One line; on a terminal it takes the place of the one before. */
  say(line: string): void
  /** Nothing more will be said. */
  end(): void
}

const CLEAR_LINE = '\r\u001B[K'

/** In place on a terminal, line by line anywhere else. */
export function progressOn(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Progress {
  if (!stream.isTTY || env['TERM'] === 'dumb')
    return { say: line => void stream.write(`${onOneLine(line)}\n`), end: () => {} }
  const width = () => Math.max(1, stream.columns - 1)
  return {
    // A line that is broken by the window could not be taken back.
    say: line => void stream.write(`${CLEAR_LINE}${onOneLine(line).slice(0, width())}`),
    end: () => void stream.write(CLEAR_LINE),
  }
}

/** It names packages and tags of others. */
function onOneLine(line: string): string {
  return withoutCommands(line).replaceAll('\n', ' ')
}
