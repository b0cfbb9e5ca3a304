import { AsyncLocalStorage } from 'node:async_hooks'
import { StringDecoder } from 'node:string_decoder'
import { withoutCommands } from './harmless-text.ts'
import { readCommand, type WorkflowCommand } from './workflow-command.ts'

/**
 * The listener for commands that the toolkit's libraries write while some work runs. Commands without a listener go to
 * the log only as harmless text.
 */
export const toolkitCommands = new AsyncLocalStorage<(command: WorkflowCommand) => void>()

export interface OutputStreams {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/**
 * Takes over stdout and stderr of a job's step. What a library, the console or Node itself writes there can then not
 * form a workflow command. Only the function that is returned can write one.
 *
 * @param clean makes text that is not Bantam's own harmless
 */
export function guardOutput(
  { stdout, stderr }: OutputStreams,
  clean: (text: string) => string,
): (text: string) => void {
  const write = stdout.write.bind(stdout)
  const lines = pendingLine(text => void write(`${withoutCommands(clean(text))}\n`))
  const own = (text: string) => {
    lines.end()
    write(text)
  }
  const take = (text: string) => {
    const listener = toolkitCommands.getStore()
    const command = listener === undefined ? null : readCommand(text)
    if (command === null) lines.add(text)
    else listener?.(command)
  }
  intercept(stdout, take)
  guardPlain(stderr, clean)
  process.on('exit', () => lines.end())
  return own
}

/** Guards stderr too: the runner reads commands from it, and Bantam writes none there. */
function guardPlain(stderr: NodeJS.WriteStream, clean: (text: string) => string): void {
  const write = stderr.write.bind(stderr)
  const lines = pendingLine(text => void write(`${withoutCommands(clean(text))}\n`))
  intercept(stderr, text => lines.add(text))
  process.on('exit', () => lines.end())
}

function intercept(stream: NodeJS.WriteStream, take: (text: string) => void): void {
  const decoder = new StringDecoder('utf8')
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    take(typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)))
    const done = rest.find(argument => typeof argument === 'function')
    if (done !== undefined) queueMicrotask(() => done())
    return true
  }
}

interface PendingLine {
  add(text: string): void
  end(): void
}

/** Holds back the beginning of a line, so that a command cannot arrive in two pieces. */
function pendingLine(say: (lines: string) => void): PendingLine {
  let pending = ''
  return {
    add(text) {
      const lines = (pending + text).split(/\r\n|[\r\n]/)
      pending = lines.pop() ?? ''
      if (lines.length > 0) say(lines.join('\n'))
    },
    end() {
      if (pending !== '') say(pending)
      pending = ''
    },
  }
}
