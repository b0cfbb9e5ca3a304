import { spawn, type ChildProcess } from 'node:child_process'
import type { Duplex, Readable } from 'node:stream'
import type { Entry } from '../image/entry.ts'
import { tarChunks } from '../image/tar.ts'
import type { Owner } from './confinement.ts'
import { tool, TOOL_ENVIRONMENT } from './tools.ts'
import { openUserNamespace } from './user-namespace.ts'

export interface SandboxRequest {
  readonly owner: Owner
  /**
   * Runs in the root once that is filled, as the first process of all namespaces except the user namespace. The mounts
   * of this machine are still visible to it.
   */
  readonly script: string
  /** The script's `$1`, `$2` and so on. */
  readonly args: readonly string[]
  readonly stdout: number | 'pipe'
  readonly stderr: number | 'pipe'
}

/** Namespaces of every kind, held by a process of their own. */
export interface Sandbox {
  /** Lives as long as the script, and ends as the script does. Its process ID is not the script's: see `childrenOf`. */
  readonly holder: ChildProcess
  /** What the script writes to descriptor 3 after it has read the files from there. */
  readonly report: Readable
  /**
   * Writes the files of the root, after which the script begins. Where an ordinary user made the sandbox, that user
   * owns every file.
   */
  fillWith(entries: readonly Entry[]): void
  /**
   * What to spawn to run `argv` inside, as root there, with the sandbox's files. `argv` becomes a child of the spawned
   * process.
   */
  inside(argv: readonly string[]): readonly [command: string, args: readonly string[]]
  /** What to spawn to run `argv` on the sandbox's network, with this machine's files. */
  beside(argv: readonly string[]): readonly [command: string, args: readonly string[]]
}

const NAMESPACES = ['--mount', '--net', '--ipc', '--uts', '--pid', '--cgroup', '--fork', '--kill-child']

/**
 * Mounts a tmpfs over a directory that every machine has, in a mount namespace of its own, so that the namespace's root
 * needs access to none of the caller's directories. `$1`: tar's options about owners.
 */
const FILL = `
at=/mnt; [ -d "$at" ] || at=/tmp
mount -t tmpfs -o mode=0755,nosuid,nodev bantam "$at"
cd "$at"
tar -x -p -f - --numeric-owner "$1" <&3
shift
`

/**
 * Makes a user namespace and, in it, all others. A script in them waits until the root is filled.
 *
 * @throws Failure `proof` where this machine makes no user namespace. After any other fault, the holder ends.
 */
export async function openSandbox(request: SandboxRequest): Promise<Sandbox> {
  const { owner, script, args, stdout, stderr } = request
  const user = await openUserNamespace(owner)
  const shell = ['sh', '-c', `set -eu${FILL}${script}`, 'sh', owners(owner), ...args]
  // The holder is root of its own namespace only. If Bantam dies, the kernel ends it, and it ends what it started.
  const dying = [tool('setpriv'), '--pdeathsig', 'KILL', '--']
  const [command, commandArgs] = user.enter([...dying, tool('unshare'), ...NAMESPACES, '--', ...shell])
  const holder = spawn(command, commandArgs, {
    env: TOOL_ENVIRONMENT,
    stdio: ['pipe', stdout, stderr, 'pipe'],
  })
  holder.stdin?.on('error', () => {})
  const channel = holder.stdio[3] as Duplex
  channel.on('error', () => {})
  holder.once('exit', () => user.close())
  holder.once('error', () => user.close())
  const { pid } = holder
  const proc = `/proc/${pid}/ns`
  const join = ['-t', String(pid), '-U', ...(owner === 'user' ? ['--preserve-credentials'] : []), '-n']
  return {
    holder,
    report: channel,
    fillWith: entries => fill(channel, entries),
    inside: argv => [
      tool('nsenter'),
      [...join, '-m', '-i', '-u', '-C', `--pid=${proc}/pid_for_children`, '--', ...argv],
    ],
    // Root of this machine may enter any network. An ordinary user may enter one only with its user namespace.
    beside: argv => [
      tool('nsenter'),
      owner === 'root' ? ['-t', String(pid), '-n', '--', ...argv] : [...join, '--', ...argv],
    ],
  }
}

function owners(owner: Owner): string {
  return owner === 'root' ? '--same-owner' : '--no-same-owner'
}

/** GNU tar reads whole records of 20 blocks from anything that is not a file. */
const RECORD = 20 * 512

function fill(channel: Duplex, entries: readonly Entry[]): void {
  let length = 0
  for (const chunk of tarChunks(entries)) {
    length += chunk.length
    channel.write(chunk)
  }
  channel.end(new Uint8Array((RECORD - (length % RECORD)) % RECORD))
}
