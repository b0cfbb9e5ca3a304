import { closeSync, openSync, readFileSync } from 'node:fs'
import type { Host } from '../host/host.ts'
import type { Isolation } from '../weigh-in/isolation.ts'
import { askProver, sudoMayStartProver } from '../proof/prover-client.ts'
import { callMachine } from './call-machine.ts'
import { callProgram } from './call-program.ts'
import type { Owner } from './confinement.ts'
import { startContainer } from './container.ts'
import { UNPRIVILEGED } from './programs.ts'

/**
 * How this machine shuts a program in. `root`: we are root and may make namespaces. `user`: an ordinary user may.
 * `sudo`: not we, but a helper started through passwordless `sudo` may. `process`: nothing of the kind.
 */
export type Way = 'root' | 'user' | 'sudo' | 'process'

/** What the report says of a way. */
export function isolationBy(way: Way): Isolation {
  return way === 'process' ? 'process' : 'namespaces'
}

/** How a proof finds its way. */
export interface Isolations {
  /** What most machines give to a user like us. To use it at once saves the search; `null` where there is no use in trying. */
  readonly likely: Owner | null
  search(): Promise<Way>
}

export function isolationsOf(host: Host): Isolations {
  return { likely: process.platform === 'linux' ? ownerHere() : null, search: () => isolationOf(host) }
}

/** Finds what this machine can give, by trying it. Some 60 ms. */
export async function isolationOf(host: Host): Promise<Way> {
  const own = await ownIsolation()
  if (own !== 'process') return own
  if (!(await sudoMayStartProver(host))) return 'process'
  const answer = await askProver(host, { kind: 'isolation' })
  return answer.kind === 'isolation' && answer.way === 'root' ? 'sudo' : 'process'
}

/** What this process can give by itself, without a helper. */
export async function ownIsolation(): Promise<Exclude<Way, 'sudo'>> {
  if (process.platform !== 'linux') return 'process'
  const owner = ownerHere()
  try {
    return (await works(owner)) ? owner : 'process'
  } catch {
    return 'process'
  }
}

function ownerHere(): Owner {
  return process.getuid?.() === 0 && mayMapUsers() ? 'root' : 'user'
}

/** Root of a container without privileges is an ordinary user of its machine, who has too few users to give any away. */
function mayMapUsers(): boolean {
  return /^\s*0\s+0\s+4294967295\s*$/.test(readFileSync('/proc/self/uid_map', 'utf8'))
}

/** Goes through every step of a smoke test, of which a proof's are a part: elsewhere the kernel stops at one, elsewhere at another. */
async function works(owner: Owner): Promise<boolean> {
  const machine = callMachine()
  if (machine === null) return false
  const bytes = callProgram(machine, [])
  const output = openSync('/dev/null', 'w')
  try {
    const container = await startContainer({
      owner,
      entries: [{ kind: 'file', path: '/probe', mode: 0o755, uid: 0, gid: 0, bytes }],
      service: {
        user: UNPRIVILEGED,
        hostname: 'probe',
        workdir: '/',
        candidates: ['/probe'],
        argv: ['/probe'],
        env: {},
      },
      output,
    })
    const ended = await container.ended
    return ended.kind === 'ended' && ended.exitCode === 0
  } finally {
    closeSync(output)
  }
}
