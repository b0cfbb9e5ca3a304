import { afterAll } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Of the test file that uses this. */
const ROOT = mkdtempSync(path.join(tmpdir(), 'bantam-packed-'))

afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

/** What a program did. */
export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly args?: readonly string[]
  /** The whole environment; empty where left out. */
  readonly env?: Readonly<Record<string, string>>
  /** What starts the program, such as `['qemu-aarch64-static']`. */
  readonly by?: readonly string[]
}

export function run(program: string, { args = [], env = {}, by = [] }: RunOptions = {}): Ended {
  const [command = '', ...rest] = [...by, program, ...args]
  const { status, signal, stdout, stderr, error } = spawnSync(command, rest, {
    env,
    encoding: 'utf8',
    timeout: 50_000,
    maxBuffer: 2 ** 26,
  })
  if (error !== undefined) throw error
  return { status, signal, stdout, stderr }
}

/** Writes a program to a folder of its own. */
export function program(bytes: Uint8Array, name = 'program'): string {
  const file = path.join(mkdtempSync(path.join(ROOT, 'program-')), name)
  writeFileSync(file, bytes, { mode: 0o755 })
  return file
}

/** Writes a file that is no program. */
export function dataFile(bytes: Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(ROOT, 'data-')), 'data')
  writeFileSync(file, bytes)
  return file
}

/** Compiles `__tests__/fixtures/<name>/main.c` to a static executable. */
export function compiled(name: string, compiler = 'gcc', flags: readonly string[] = ['-Os']): Uint8Array {
  const source = path.resolve(import.meta.dirname, '..', 'fixtures', name, 'main.c')
  const file = path.join(mkdtempSync(path.join(ROOT, 'compiled-')), name)
  execFileSync(compiler, [...flags, '-static', '-s', '-o', file, source])
  return readFileSync(file)
}

/** What a program does that cannot start. */
export function refusal(words: string): Ended {
  return { status: 127, signal: null, stdout: '', stderr: `bantam: ${words}\n` }
}
