import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '../../host/host.ts'
import { openNamespaces } from './namespaces.ts'

/** A place where programs can be started and reach nothing. */
export interface Cell {
  /** Starts one of the cell's programs as `/<name>`, with exactly this environment. Its process id is the program's own. */
  start(program: string, env: Environment, stderr: number | 'pipe'): ChildProcess
  close(): Promise<void>
}

export interface CellRequest {
  readonly way: 'root' | 'user' | 'process'
  /** Ours, to make directories in. */
  readonly directory: string
  /** What every program is called inside: the name it has in the image. */
  readonly name: string
  /** The executables to be started, by what we call them. */
  readonly programs: Readonly<Record<string, string>>
  /** A static emulator that the programs are started under. */
  readonly emulator: string | null
}

export async function openCell(request: CellRequest): Promise<Cell> {
  return endingWithUs(
    await (request.way === 'process' ? openDirectory(request) : openEmptyRoots(request, request.way)),
  )
}

/** A program that sleeps in its first trace line would sleep for ever, were we ended meanwhile. */
function endingWithUs(cell: Cell): Cell {
  const running = new Set<ChildProcess>()
  const endAll = () => running.forEach(child => child.kill('SIGKILL'))
  process.on('exit', endAll)
  return {
    start: (program, env, stderr) => {
      const child = cell.start(program, env, stderr)
      running.add(child)
      child.once('exit', () => running.delete(child))
      return child
    },
    close: async () => {
      endAll()
      process.off('exit', endAll)
      await cell.close()
    },
  }
}

/** Each program alone in a read-only root of its own, by the same name: both find the same arguments on their stack. */
async function openEmptyRoots(request: CellRequest, way: 'root' | 'user'): Promise<Cell> {
  const { directory, name, programs, emulator } = request
  const files = Object.entries(programs).flatMap(([program, file]) => [
    program,
    name,
    file,
    ...(emulator === null ? [] : [program, EMULATOR, emulator]),
  ])
  const namespaces = await openNamespaces(way, directory, FILL, files)
  const argv = emulator === null ? [`/${name}`] : [`/${EMULATOR}`, `/${name}`]
  return {
    start: (program, env, stderr) => {
      const [command, args] = namespaces.become(path.join(namespaces.directory, program), argv)
      return spawn(command, args, { env: { ...env }, stdio: ['ignore', 'ignore', stderr] })
    },
    close: () => namespaces.close(),
  }
}

const EMULATOR = '.emulator'

/** `$1`: the directory; then a root's name, a file's name in it and where it comes from, as often as needed. */
const FILL = `
at=$1; shift
mount -t tmpfs -o mode=0755,nosuid,nodev bantam "$at"
while [ $# -gt 0 ]; do
  install -D -m 0555 -- "$3" "$at/$1/$2"
  shift 3
done
mount -o remount,bind,ro "$at"`

/** Without namespaces: an empty directory to stand in, and nothing else withheld but the environment. */
async function openDirectory({ directory, name, programs, emulator }: CellRequest): Promise<Cell> {
  const at = await mkdtemp(path.join(directory, 'programs-'))
  const empty = path.join(at, 'empty')
  await mkdir(empty)
  for (const [program, file] of Object.entries(programs)) {
    await mkdir(path.join(at, program))
    await copyFile(file, path.join(at, program, name))
    await chmod(path.join(at, program, name), 0o555)
  }
  return {
    start: (program, env, stderr) => {
      const file = path.join(at, program, name)
      const [command, args, argv0] = emulator === null ? [file, [], `/${name}`] : [emulator, [file], emulator]
      return spawn(command, args, { argv0, cwd: empty, env: { ...env }, stdio: ['ignore', 'ignore', stderr] })
    },
    close: () => rm(at, { recursive: true, force: true }),
  }
}
