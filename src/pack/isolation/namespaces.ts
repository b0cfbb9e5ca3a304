import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../failure.ts'

/** The user that programs run as, in images and in proofs. */
export const UNPRIVILEGED = 65532

type Command = readonly [command: string, args: readonly string[]]

/** A mount and a network namespace of our own, held open by a sleeping shell; gone when that ends, however we end. */
export interface Namespaces {
  /** An empty directory where the script mounted what it wanted. Only seen filled from inside. */
  readonly directory: string
  /**
   * What to spawn to run `argv` as uid and gid 65532 with `root`, a directory of the script's making, as its `/`.
   * It is reached by exec alone, so the process id, the environment and the descriptors are the ones spawned with.
   */
  become(root: string, argv: readonly string[]): Command
  /** What to spawn to run `argv` in the network namespace, with this machine's own files: a probe. */
  beside(argv: readonly string[]): Command
  close(): Promise<void>
}

/**
 * Makes namespaces and runs a shell script in them, as their root: `$1` is the directory, `$2…` are `args`.
 *
 * @throws Failure `proof` where the machine does not let us, or where the script fails.
 */
export async function openNamespaces(
  way: 'root' | 'user',
  parent: string,
  script: string,
  args: readonly string[],
): Promise<Namespaces> {
  const directory = await mkdtemp(path.join(parent, 'namespaces-'))
  const flags = way === 'root' ? ['-m', '-n'] : ['-U', '-r', '-m', '-n']
  const shell = ['sh', '-c', `set -eu\n${script}\necho ready\nread -r _ || :`, 'sh', directory, ...args]
  const holder = spawn(tool('unshare'), [...flags, '--', ...shell], { env: TOOL_ENVIRONMENT, stdio: 'pipe' })
  const ended = new Promise<void>(resolve => holder.once('close', () => resolve()))
  const close = async () => {
    holder.stdin.end()
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await ready(holder)
  } catch (cause) {
    await close()
    throw cause
  }
  const pid = String(holder.pid)
  return {
    directory,
    become: (root, argv) => [
      tool('nsenter'),
      [...enter(way, pid), '-m', '--', ...become(way, root), '--', ...argv],
    ],
    beside: argv => [tool('nsenter'), [...enter(way, pid), '--', ...argv]],
    close,
  }
}

const TOOL_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

/** util-linux by its absolute path: the program's environment, which nsenter and unshare hand on as it is, has no PATH. */
function tool(name: string): string {
  return ['/usr/bin', '/bin'].map(bin => path.join(bin, name)).find(existsSync) ?? name
}

function enter(way: 'root' | 'user', pid: string): readonly string[] {
  return way === 'root' ? ['-t', pid, '-n'] : ['-t', pid, '-U', '--preserve-credentials', '-n']
}

function become(way: 'root' | 'user', root: string): readonly string[] {
  const id = String(UNPRIVILEGED)
  const identity = way === 'root' ? ['-G', id, '-S', id] : ['-U', `--map-user=${id}`, `--map-group=${id}`]
  return [tool('unshare'), ...identity, `--root=${root}`, '--wd=/']
}

async function ready(holder: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let stderr = ''
  holder.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(0, 1000)))
  holder.stdout?.on('data', (chunk: Buffer) => chunk.includes('ready') && resolve())
  holder.stdin?.on('error', () => {})
  const fail = (why: string, cause?: unknown) =>
    reject(new Failure('proof', `The isolation for the proof could not be made: ${why}.`, { cause }))
  holder.on('error', cause => fail(cause.message, cause))
  holder.on('close', () => fail(stderr.trim().replaceAll('\n', '; ') || 'unshare ended early'))
  return promise
}
