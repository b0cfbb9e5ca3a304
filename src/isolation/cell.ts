import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { childrenOf } from '../host/process-state.ts'
import type { Environment } from '../host/host.ts'
import type { Entry } from '../image/entry.ts'
import { callProgram, readReport } from './call-program.ts'
import { callMachine } from './call-machine.ts'
import type { Owner } from './confinement.ts'
import { holding, READY, starting } from './programs.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { killTree } from './kill-tree.ts'
import { isolationFault } from './tools.ts'

/**
 * A cell without programs: what takes a while to make and does not depend on them. The caller must close it, whether or
 * not it was filled.
 */
export interface EmptyCell {
  /**
   * @param programs paths of the executables to start, each under the name that `start` takes
   * @throws Failure `proof`
   */
  fillWith(programs: Readonly<Record<string, string>>): Promise<Cell>
  close(): Promise<void>
}

/** A place where programs can be started and reach nothing. */
export interface Cell {
  /** Starts one of the cell's programs as `/<name>`, with exactly this environment. */
  start(program: string, env: Environment, stderr: number | 'pipe'): Running
}

export interface Running {
  /** The process that was spawned. It ends as the program does, also where the program is killed. */
  readonly child: ChildProcess
  /** The process ID of the program itself on this machine; `null` before it runs and after it has ended. */
  pid(): number | null
  kill(): void
}

export interface CellRequest {
  readonly way: Owner | 'process'
  /** A directory of Bantam's own, to make directories in. */
  readonly directory: string
  /** The name of every program inside the cell, which is the binary's name in the image. */
  readonly name: string
  /** A static emulator that the programs are started under. */
  readonly emulator: string | null
}

/** @throws Failure `proof` */
export async function openCell(request: CellRequest): Promise<EmptyCell> {
  return endingWithUs(
    await (request.way === 'process' ? openDirectory(request) : openRoots(request, request.way)),
  )
}

/** Kills running programs when Bantam exits: a program may be blocked in a write that never completes. */
function endingWithUs(cell: EmptyCell): EmptyCell {
  const all = new Set<Running>()
  const endAll = () => all.forEach(running => running.kill())
  process.on('exit', endAll)
  return {
    fillWith: async programs => {
      const filled = await cell.fillWith(programs)
      return {
        start: (program, env, stderr) => {
          const running = filled.start(program, env, stderr)
          all.add(running)
          running.child.once('exit', () => all.delete(running))
          return running
        },
      }
    },
    close: async () => {
      endAll()
      process.off('exit', endAll)
      await cell.close()
    },
  }
}

const EMULATOR = '.emulator'
const HOLD = '.hold'

/**
 * `$1`: the program that holds the namespaces open. The kernel shows their processes only in a `/proc` that was mounted
 * inside them.
 */
const HOLD_OPEN = `
mkdir proc
mount -t proc -o nosuid,nodev,noexec proc proc
mount -o remount,bind,ro,nosuid,nodev .
exec "./$1"`

/**
 * Puts each program alone into a read-only root, always under the same name, so that the linked and the packed binary
 * find the same arguments on their stack.
 */
async function openRoots({ name, emulator }: CellRequest, owner: Owner): Promise<EmptyCell> {
  const machine = callMachine()
  if (machine === null) throw isolationFault('this machine is neither amd64 nor arm64')
  const argv = emulator === null ? [`/${name}`] : [`/${EMULATOR}`, `/${name}`]
  const calls = holding()
  const sandbox = await openSandbox({
    owner,
    script: HOLD_OPEN,
    args: [HOLD],
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const { holder } = sandbox
  const isReady = ready(sandbox, calls)
  // The holder may end before the cell is filled. The failure is then reported by `fillWith`.
  isReady.catch(() => {})
  let isFilled = false
  return {
    fillWith: async programs => {
      const roots = await Promise.all(
        Object.entries(programs).map(async ([program, from]) => [
          executable(`/${program}/${name}`, await readFile(from)),
          executable(starterOf(program), callProgram(machine, starting(machine, owner, `/${program}`, argv))),
          ...(emulator === null ? [] : [executable(`/${program}/${EMULATOR}`, await readFile(emulator))]),
        ]),
      )
      isFilled = true
      sandbox.fillWith([executable(`/${HOLD}`, callProgram(machine, calls)), ...roots.flat()])
      await isReady
      return { start: (program, env, stderr) => startIn(sandbox, program, env, stderr) }
    },
    close: async () => {
      if (isFilled) holder.stdin?.end()
      else killTree(holder)
      if (holder.exitCode === null && holder.signalCode === null) await once(holder, 'exit')
    },
  }
}

function startIn(sandbox: Sandbox, program: string, env: Environment, stderr: number | 'pipe'): Running {
  const [command, args] = sandbox.inside([starterOf(program)])
  const child = spawn(command, args, { env: { ...env }, stdio: ['ignore', 'ignore', stderr] })
  const pid = () => childrenOf(child.pid ?? NaN)[0]?.pid ?? null
  return { child, pid, kill: () => killTree(child) }
}

function executable(path: string, bytes: Uint8Array): Entry {
  return { kind: 'file', path, mode: 0o555, uid: 0, gid: 0, bytes }
}

function starterOf(program: string): string {
  return `/.start-${program}`
}

/** @throws Failure `proof` with what went wrong. */
async function ready({ holder, report }: Sandbox, calls: ReturnType<typeof holding>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let stderr = ''
  holder.stderr?.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(0, 1000)))
  holder.stdout?.on('data', (chunk: Buffer) => chunk.includes(READY) && resolve())
  holder.on('error', cause => reject(isolationFault(cause.message, cause)))
  const failed: Buffer[] = []
  report.on('data', (chunk: Buffer) => failed.push(chunk))
  holder.on('close', () => {
    const step = readReport(calls, Buffer.concat(failed))
    const why =
      step === null ? stderr.trim().replaceAll('\n', '; ') : `it could not ${step.call.purpose} (${step.why})`
    reject(isolationFault(why || 'its first process ended early'))
  })
  return promise
}

/**
 * Without namespaces, a program gets an empty working directory and none of this machine's environment. It can reach
 * everything else.
 */
async function openDirectory({ directory, name, emulator }: CellRequest): Promise<EmptyCell> {
  const at = await mkdtemp(path.join(directory, 'programs-'))
  const empty = path.join(at, 'empty')
  await mkdir(empty)
  return {
    fillWith: async programs => {
      for (const [program, file] of Object.entries(programs)) {
        await mkdir(path.join(at, program))
        await copyFile(file, path.join(at, program, name))
        await chmod(path.join(at, program, name), 0o555)
      }
      return {
        start: (program, env, stderr) => {
          const file = path.join(at, program, name)
          const [command, args, argv0] =
            emulator === null ? [file, [], `/${name}`] : [emulator, [file], emulator]
          const child = spawn(command, args, {
            argv0,
            cwd: empty,
            env: { ...env },
            stdio: ['ignore', 'ignore', stderr],
          })
          return { child, pid: () => child.pid ?? null, kill: () => void child.kill('SIGKILL') }
        },
      }
    },
    close: () => rm(at, { recursive: true, force: true }),
  }
}
