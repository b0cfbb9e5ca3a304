import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository, runToEnd, temporaryDirectory } from '../support/cli.ts'

export interface Said {
  readonly stdout: string
  readonly stderr: string
  /** What was written to GITHUB_OUTPUT and GITHUB_STATE. */
  readonly output: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
}

/** The specifier of a source file, for a script that is run in a child. */
export function source(file: string): string {
  return pathToFileURL(path.join(repository, 'src', file)).href
}

/** Runs a module in a process of its own, as the runner runs a step: what `@actions/*` read comes from its environment. */
export async function inChild(script: string, env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const directory = temporaryDirectory()
  const [output, state] = ['output', 'state'].map(name => path.join(directory, name)) as [string, string]
  for (const file of [output, state]) writeFileSync(file, '')
  const PATH = process.env['PATH'] ?? ''
  const HOME = process.env['HOME'] ?? directory
  const whole = { PATH, HOME, RUNNER_TEMP: directory, GITHUB_OUTPUT: output, GITHUB_STATE: state, ...env }
  const args = ['--no-warnings', '--input-type=module', '-e', script]
  const { exitCode, stdout, stderr } = await runToEnd(process.execPath, args, { env: whole, cwd: repository })
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}\n${stdout}\n${stderr}`)
  return { stdout, stderr, output: entriesOf(output), state: entriesOf(state) }
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
function entriesOf(file: string): Readonly<Record<string, string>> {
  const text = readFileSync(file, 'utf8')
  const entries = [...text.matchAll(/^(.+)<<(.+)\n([^]*?)\n?\2\n/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}
