import { PassThrough } from 'node:stream'
import type { Terminal } from '../../src/host/terminal.ts'
import { testHost } from './host.ts'

export interface TestTerminal extends Terminal {
  /** What was written to stdout so far. */
  written(): string
}

/** A pipe, in a directory of its own. */
export function testTerminal(env: NodeJS.ProcessEnv = process.env): TestTerminal {
  const { cwd } = testHost()
  const stream = () => Object.assign(new PassThrough() as unknown as NodeJS.WriteStream, { isTTY: false })
  const [stdout, stderr] = [stream(), stream()]
  return {
    argv: [],
    env,
    stdout,
    stderr,
    cwd: () => cwd,
    written: () => String((stdout as unknown as PassThrough).read() ?? ''),
  }
}
