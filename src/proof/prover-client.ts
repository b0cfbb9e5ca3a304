import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { entryPoint } from '../host/entry-point.ts'
import { run } from '../host/process.ts'
import { Failure, Interrupted } from '../failure.ts'
import type { ProverAnswer, ProverRequest } from './prover.ts'

/** Whether `sudo` would start the helper without asking for a password. */
export async function sudoMayStartProver(host: Host): Promise<boolean> {
  try {
    return (
      (
        await run(host, 'sudo', ['-n', '-l', process.execPath, entryPoint('prover')], {
          env: childEnvironment(host, 'sudo'),
          standstillMs: 30_000,
        })
      ).exitCode === 0
    )
  } catch {
    return false
  }
}

/** Has the helper answer as root: an ordinary user can neither kill nor look into a process of uid 65532. */
export async function askProver(host: Host, request: ProverRequest): Promise<ProverAnswer> {
  const finished = await run(host, 'sudo', ['-n', process.execPath, entryPoint('prover')], {
    env: childEnvironment(host, 'sudo'),
    input: JSON.stringify(request),
  })
  if (finished.exitCode === 0) {
    const answer = JSON.parse(finished.stdout) as ProverAnswer
    if (answer.kind === 'interrupted') throw new Interrupted('proof', answer.message)
    return answer
  }
  throw new Failure('proof', `The proof's helper, started through sudo, exited with ${finished.exitCode}.`, {
    output: finished.stderr,
  })
}
