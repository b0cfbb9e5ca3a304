import { closeSync, openSync, readFileSync } from 'node:fs'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'
import type { Host } from '../host/host.ts'
import type { Isolation } from '../weigh-in/isolation.ts'
import { askAsRoot, mayAskAsRoot } from './as-root.ts'
import { callMachine } from './call-machine.ts'
import { callProgram } from './call-program.ts'
import type { Owner } from './confinement.ts'
import { startContainer } from './container.ts'

/**
 * How this machine can isolate a program. `root`: Bantam runs as root and may make namespaces. `user`: it runs as an
 * ordinary user, who may make them. `sudo`: only a helper that is started through passwordless `sudo` may. `process`:
 * none of these.
 */
export type IsolationWay = 'root' | 'user' | 'sudo' | 'process'

/** The isolation that a report names for a way. */
export function isolationBy(way: IsolationWay): Isolation {
  return way === 'process' ? 'process' : 'namespaces'
}

/** How the proofs and smoke tests of a run find out which way this machine allows. */
export interface Isolations {
  /**
   * The way that works for this user on most machines. Using it at once saves the search. `null`: it cannot work here,
   * or it did not work for an earlier program, so that the search is under way or done.
   */
  likely(): Owner | null
  /** Searches once. Further calls get the same answer, or the same error. */
  search(): Promise<IsolationWay>
}

/** Makes the `Isolations` of a run. All of its programs share them. */
export function isolationsOf(
  host: Host,
  search: () => Promise<IsolationWay> = () => isolationOf(host),
): Isolations {
  const owner = process.platform === 'linux' ? ownerHere() : null
  let searched: Promise<IsolationWay> | null = null
  return {
    likely: () => (searched === null ? owner : null),
    search: () => (searched ??= search()),
  }
}

/** Finds out which way this machine allows, by trying. Takes some 60 ms. */
export async function isolationOf(host: Host): Promise<IsolationWay> {
  const own = await ownIsolation()
  if (own !== 'process') return own
  if (!(await mayAskAsRoot(host))) return 'process'
  const request: IsolationRequest = { kind: 'isolation' }
  const { way } = await askAsRoot<IsolationAnswer>(host, request)
  return way === 'root' ? 'sudo' : 'process'
}

/** The question to the helper that runs as root, which way is open to it. */
export interface IsolationRequest {
  readonly kind: 'isolation'
}

export interface IsolationAnswer {
  readonly kind: 'isolation'
  readonly way: Exclude<IsolationWay, 'sudo'>
}

export async function answerIsolation(): Promise<IsolationAnswer> {
  return { kind: 'isolation', way: await ownIsolation() }
}

/** Finds out which way this process can use by itself, without a helper. */
export async function ownIsolation(): Promise<Exclude<IsolationWay, 'sudo'>> {
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

/** Root of an unprivileged container is an ordinary user of its machine and has too few user IDs to map others. */
function mayMapUsers(): boolean {
  try {
    return /^\s*0\s+0\s+4294967295\s*$/.test(readFileSync('/proc/self/uid_map', 'utf8'))
  } catch {
    // The kernel has no user namespaces, or there is no /proc.
    return false
  }
}

/** Takes every step of a smoke test, which include those of a proof: different kernels refuse different steps. */
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
