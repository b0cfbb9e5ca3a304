import type { ExecOutput } from '@actions/exec'
import type { Environment } from './host.ts'

/**
 * Runs a program with `@actions/exec` until it ends. The program must not read its standard input, which stays open.
 * `null` if it could not be started, or if its path cannot be written in the command line that the package reads.
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
  }).catch(() => null)
}

function onlySet(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
