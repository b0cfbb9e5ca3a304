import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kind, Programs } from './program.ts'

export interface Service {
  readonly kind: Kind
  readonly port: number
  readonly child: ChildProcess
  /** Where it writes what it says. */
  readonly log: string
  readonly ended: Promise<string>
}

const START_MS = 60_000
const STOP_MS = 20_000

export async function startService(programs: Programs, kind: Kind): Promise<Service> {
  const folder = mkdtempSync(path.join(programs.folder, `${kind}-folder-`))
  const http = await freePort()
  const fill = filler({ http: String(http), folder })
  const args: string[] = []
  for (const word of programs.args) args.push(await fill(word))
  const env: Record<string, string> = { HOME: folder }
  for (const [name, value] of Object.entries(programs.env)) env[name] = await fill(value)
  const [command = '', ...rest] = [...programs.by, programs[kind], ...args]
  const child = spawn(command, rest, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = path.join(programs.folder, `${kind}.log`)
  const stream = createWriteStream(log)
  child.stdout.pipe(stream, { end: false })
  child.stderr.pipe(stream, { end: false })
  const ended = new Promise<string>(resolve => {
    child.on('error', error => resolve(String(error)))
    child.on('close', (status, signal) => resolve(signal ?? `exit code ${status}`))
  })
  const service = { kind, port: http, child, log, ended }
  await listening(service)
  return service
}

/** Asks it to end, as a container runtime does. */
export async function stopService({ child, ended }: Service): Promise<string> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  const how = await ended
  clearTimeout(timer)
  return how
}

function filler(values: Readonly<Record<string, string>>) {
  return async (text: string): Promise<string> => {
    let filled = text
    for (const [name, value] of Object.entries(values)) filled = filled.replaceAll(`{${name}}`, value)
    while (filled.includes('{port}')) filled = filled.replace('{port}', String(await freePort()))
    return filled
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function listening({ kind, port, child, ended, log }: Service): Promise<void> {
  const end = Date.now() + START_MS
  let how: string | null = null
  void ended.then(value => (how = value))
  while (!(await accepts(port))) {
    if (how === null && Date.now() < end) {
      await sleep(20)
      continue
    }
    child.kill('SIGKILL')
    throw new Error(
      `the ${kind} service does not listen on port ${port} (${how ?? 'it still runs'}): see ${log}`,
    )
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
