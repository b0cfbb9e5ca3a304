import type { User } from '../declare/spec.ts'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'
import { becomeUser, closeFrom, enterRoot, renameUser, startLoopback, type Owner } from './confinement.ts'
import { REPORT } from './machine-code.ts'
import { OWN_ENVIRONMENT, type CallMachine, type SystemCall } from './system-call.ts'

const F_SETFD = 2
const FD_CLOEXEC = 1
const AT_FDCWD = -100
export const READY = 'ready\n'

/**
 * The first process of the namespaces that programs are started in. It reports that it is ready, and ends when its
 * standard input ends.
 */
export function holding(): readonly SystemCall[] {
  return [
    ...closeFrom(REPORT + 1),
    ...reporting(),
    ...startLoopback(REPORT + 1),
    ...enterRoot(),
    { call: 'write', args: [1, READY, READY.length], purpose: 'say that it is ready' },
    { call: 'read', args: [0, new Uint8Array(8), 1], purpose: null },
  ]
}

/**
 * Starts a program alone in a directory of the namespaces' root. The program gets the environment of the process that
 * starts it.
 */
export function starting(
  machine: CallMachine,
  owner: Owner,
  directory: string,
  argv: readonly string[],
): readonly SystemCall[] {
  return [
    ...closeFrom(REPORT),
    ...renameUser(owner, UNPRIVILEGED, REPORT),
    { call: 'chroot', args: [directory], purpose: 'go to its own root' },
    { call: 'chdir', args: ['/'], purpose: 'go to its own root' },
    ...becomeUser(machine, owner, UNPRIVILEGED),
    execute(argv[0] ?? '', argv, OWN_ENVIRONMENT),
  ]
}

export interface Service {
  readonly user: User
  readonly hostname: string
  readonly workdir: string
  /** Where to look for the program. The first path that exists is started. */
  readonly candidates: readonly string[]
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Starts an image's program as the first process of its own namespaces. The working directory becomes its root. */
export function serving(
  machine: CallMachine,
  owner: Owner,
  itself: string,
  service: Service,
): readonly SystemCall[] {
  const { user, hostname, workdir, candidates, argv, env } = service
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  return [
    ...closeFrom(REPORT + 1),
    ...reporting(),
    { call: 'sethostname', args: [hostname, hostname.length], purpose: 'name the host' },
    ...startLoopback(REPORT + 1),
    ...enterRoot(),
    { call: 'unlinkat', args: [AT_FDCWD, itself, 0], purpose: null },
    ...renameUser(owner, user, REPORT + 1),
    ...becomeUser(machine, owner, user),
    { call: 'chdir', args: [workdir], purpose: `go to the working directory ${workdir}`, fault: 'image' },
    ...candidates.map((candidate, index) => {
      const call = execute(candidate, argv, variables)
      return index < candidates.length - 1 ? { ...call, purpose: null } : call
    }),
  ]
}

function reporting(): readonly SystemCall[] {
  return [{ call: 'fcntl', args: [REPORT, F_SETFD, FD_CLOEXEC], purpose: null }]
}

function execute(
  file: string,
  argv: readonly string[],
  env: readonly string[] | typeof OWN_ENVIRONMENT,
): SystemCall {
  return { call: 'execve', args: [file, argv, env], purpose: `start ${file}`, fault: 'image' }
}
