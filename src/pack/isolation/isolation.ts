import { spawn } from 'node:child_process'
import type { Host } from '../../host/host.ts'
import type { Isolation } from '../outcome.ts'
import { askProver, sudoMayStartProver } from '../proof/prover-client.ts'
import { openNamespaces } from './namespaces.ts'

/**
 * How this machine shuts a program in. `root`: we are root and may make namespaces. `user`: an ordinary user may.
 * `sudo`: not we, but a helper started through passwordless `sudo` may. `process`: nothing of the kind.
 */
export type Way = 'root' | 'user' | 'sudo' | 'process'

/** What the report says of a way. */
export function isolationBy(way: Way): Isolation {
  return way === 'process' ? 'process' : 'namespaces'
}

/** Finds what this machine can give, by trying it. Some 30 ms; asked once per run. */
export async function isolationOf(host: Host): Promise<Way> {
  const own = await ownIsolation(host.temporary)
  if (own !== 'process') return own
  if (!(await sudoMayStartProver(host))) return 'process'
  const answer = await askProver(host, { kind: 'isolation', directory: host.temporary })
  return answer.kind === 'isolation' && answer.way === 'root' ? 'sudo' : 'process'
}

/** What this process can give by itself, without a helper. `directory` is empty or ours. */
export async function ownIsolation(directory: string): Promise<Exclude<Way, 'sudo'>> {
  if (process.platform !== 'linux') return 'process'
  const way = process.getuid?.() === 0 ? 'root' : 'user'
  try {
    return (await works(way, directory)) ? way : 'process'
  } catch {
    return 'process'
  }
}

async function works(way: 'root' | 'user', directory: string): Promise<boolean> {
  const namespaces = await openNamespaces(way, directory, EMPTY_ROOT, [])
  try {
    const [command, args] = namespaces.become('/', ['/bin/true'])
    return (await exitCode(command, args)) === 0
  } finally {
    await namespaces.close()
  }
}

/** What every use of the namespaces begins with: tried here too, so that what is found is what will work. */
const EMPTY_ROOT = 'mount -t tmpfs -o mode=0755 bantam "$1" && mount -o remount,bind,ro "$1"'

async function exitCode(command: string, args: readonly string[]): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>()
  const child = spawn(command, args, { stdio: 'ignore', env: {} })
  child.on('error', () => resolve(null))
  child.on('close', code => resolve(code))
  return promise
}
