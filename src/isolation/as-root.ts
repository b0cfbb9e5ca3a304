import { clause } from '../clause.ts'
import { type Clauses, Failure, Interrupted } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { entryPoint } from '../host/entry-point.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'

/** What the helper answers instead of throwing `Interrupted`. */
export interface Interruption {
  readonly kind: 'interrupted'
  readonly clauses: Clauses
}

/**
 * What to spawn to run one of Bantam's entry points as root. Where `sudo` would ask for a password, it fails instead.
 */
export function asRoot(
  name: Parameters<typeof entryPoint>[0],
): readonly [command: string, ...args: string[]] {
  return ['sudo', '-n', '--', process.execPath, entryPoint(name)]
}

/** Whether `sudo` would start the helper without asking for a password. */
export async function mayAskAsRoot(host: Host): Promise<boolean> {
  try {
    const listing = ['-n', '-l', process.execPath, entryPoint('prover')]
    const { exitCode } = await run(host, 'sudo', listing, {
      env: childEnvironment(host, 'sudo'),
      standstillMs: 30_000,
    })
    return exitCode === 0
  } catch {
    return false
  }
}

/**
 * Asks the helper that runs as root, with JSON in both directions. An ordinary user can neither kill a process of the
 * unprivileged user nor look into it. The caller knows the type of the answer from the request's kind.
 *
 * @throws Interrupted with the helper's own message, Failure `proof` where the helper itself fails
 */
export async function askAsRoot<Answer extends { readonly kind: string }>(
  host: Host,
  request: { readonly kind: string },
): Promise<Answer> {
  const [command, ...args] = asRoot('prover')
  const { exitCode, stdout, stderr } = await run(host, command, args, {
    env: childEnvironment(host, 'sudo'),
    input: JSON.stringify(request),
  })
  if (exitCode !== 0)
    throw new Failure(
      'proof',
      {
        what: clause`the proof's helper, started through sudo, failed`,
        why: clause`it ended with exit code ${String(exitCode)}`,
      },
      { output: stderr, fields: { command: 'sudo' } },
    )
  const answer = JSON.parse(stdout) as Answer | Interruption
  if (isInterruption(answer)) throw new Interrupted('proof', answer.clauses)
  return answer
}

function isInterruption(answer: { readonly kind: string }): answer is Interruption {
  return answer.kind === 'interrupted'
}
