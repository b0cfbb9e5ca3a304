import { spawn, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import type { Owner } from './confinement.ts'
import { isolationFault, TOOL_ENVIRONMENT, tool } from './tools.ts'

/**
 * The IDs that the namespace's users have on this machine. They lie above those that login programs, subuid(5) and
 * systemd assign, so that even the namespace's root is not a user of this machine.
 */
const FIRST_ID = 0x40000000
const IDS = 0x40000000

/** A user namespace. It has no process of its own once it is closed and what was started in it has ended. */
export interface UserNamespace {
  /** What to spawn to run `argv` as root of the namespace, with all capabilities in it and none over this machine. */
  enter(argv: readonly string[]): readonly [command: string, args: readonly string[]]
  close(): void
}

/**
 * Makes a user namespace and maps its users. `unshare` of util-linux before 2.38 could map only one.
 *
 * @throws Failure `proof` where this machine does not allow it.
 */
export async function openUserNamespace(owner: Owner): Promise<UserNamespace> {
  const shell = ['sh', '-c', 'echo made; read -r _ || :']
  const holder = spawn(tool('unshare'), ['--user', '--', ...shell], { env: TOOL_ENVIRONMENT, stdio: 'pipe' })
  holder.stdin.on('error', () => {})
  const close = () => void holder.stdin.end()
  try {
    await made(holder)
    await mapUsers(owner, holder.pid ?? NaN)
  } catch (cause) {
    close()
    throw cause
  }
  const enter = ['-t', String(holder.pid), '-U', ...(owner === 'user' ? ['--preserve-credentials'] : [])]
  return { enter: argv => [tool('nsenter'), [...enter, '--', ...argv]], close }
}

async function mapUsers(owner: Owner, pid: number): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(`/proc/${pid}/${name}`, text).catch((cause: Error) => {
      throw isolationFault(`/proc/PID/${name} cannot be written (${cause.message})`, cause)
    })
  }
  if (owner === 'user') await write('setgroups', 'deny')
  await write('uid_map', owner === 'root' ? `0 ${FIRST_ID} ${IDS}` : `0 ${process.geteuid?.() ?? NaN} 1`)
  await write('gid_map', owner === 'root' ? `0 ${FIRST_ID} ${IDS}` : `0 ${process.getegid?.() ?? NaN} 1`)
}

/** The ID on this machine of a user of the namespace. */
export function idOnMachine(owner: Owner, id: number): number {
  return owner === 'root' ? FIRST_ID + id : (process.geteuid?.() ?? id)
}

async function made(holder: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let stderr = ''
  holder.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(0, 1000)))
  holder.stdout?.on('data', () => resolve())
  holder.on('error', cause => reject(isolationFault(cause.message, cause)))
  holder.on('close', () => reject(isolationFault(stderr.trim().replaceAll('\n', '; ') || 'unshare ended')))
  return promise
}
