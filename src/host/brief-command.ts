import type { ExecOutput } from '@actions/exec'
import type { Environment } from './host.ts'

/**
 * Runs a program with `@actions/exec` until it ends. The program must not read its standard input, which stays open:
 * the package closes it only after writing to it, and a program that has ended by then would end Bantam (EPIPE).
 * `null` if it was certainly not started, or if its path cannot be written in the command line that the package reads.
 *
 * @param program absolute path: the package searches for any other name
 */
export async function runBriefly(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Environment,
): Promise<ExecOutput | null> {
  if (/["\\]|\s$/.test(program)) return null
  // Loaded with the first such command, because a build on a terminal runs none before its compiler.
  const { getExecOutput } = await import('@actions/exec')
  return getExecOutput(`"${program}"`, [...args], {
    cwd,
    env: onlySet(env),
    ignoreReturnCode: true,
    // Neither the command nor its output may appear in a workflow's log, where a line can be a command to the runner.
    silent: true,
  }).catch((error: unknown) => {
    if (wasNotStarted(error)) return null
    throw error
  })
}

/** Whether an error of the package says that nothing ran. After any other error, the program must not run again. */
export function wasNotStarted(error: unknown): boolean {
  return error instanceof Error && NOT_STARTED.test(error.message)
}

const NOT_STARTED =
  /^(?:Unable to locate executable file: |The cwd: .* does not exist!$|There was an error when attempting to execute the process )/s

function onlySet(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
