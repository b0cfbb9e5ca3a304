import { execFileSync, spawn, type SpawnOptions } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const repository = path.resolve(import.meta.dirname, '..', '..')
export const cli = path.join(repository, 'dist', 'cli.js')

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command line, as a user would: `bantam(['build', '--budget', '3MB'], { cwd })`. */
export function bantam(args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return runToEnd(process.execPath, [cli, ...args], options)
}

export async function runToEnd(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  child.on('error', reject)
  child.on('close', exitCode =>
    resolve({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
  )
  return promise
}

export function temporaryDirectory(name = 'e2e'): string {
  return mkdtempSync(path.join(tmpdir(), `bantam-${name}-`))
}

export function example(name: string): string {
  return path.join(repository, 'examples', name)
}

/** Go's own build cache, wherever a test puts its other caches. */
export const sharedGoCache = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim()
