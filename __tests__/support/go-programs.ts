import { afterAll } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { GoToolchain } from '../../src/tools/go-toolchain.ts'
import { which } from './tools.ts'

/** Of the test file that uses this; a service's worth of bytes is not left behind. */
const ROOT = mkdtempSync(path.join(tmpdir(), 'bantam-programs-'))

afterAll(() => rmSync(ROOT, { recursive: true }))

/** Complete files by program name: `{ hello: 'package main …' }`. */
export type Programs = Readonly<Record<string, string>>

export interface GoOptions {
  /** `1.21.13` comes through GOPROXY; the one on PATH where left out. */
  readonly version?: string
  readonly architecture?: string
  /** Instead of `-trimpath -ldflags "-s -w"`. */
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Builds small programs of one module in one go process, stripped and static.
 *
 * @returns the file of each program
 */
export async function buildGoPrograms<Sources extends Programs>(
  programs: Sources,
  options: GoOptions = {},
): Promise<Readonly<Record<keyof Sources, string>>> {
  const directory = mkdtempSync(path.join(ROOT, 'module-'))
  writeFileSync(path.join(directory, 'go.mod'), 'module example.com/programs\n\ngo 1.21\n')
  for (const [name, source] of Object.entries(programs)) {
    mkdirSync(path.join(directory, name))
    writeFileSync(path.join(directory, name, 'main.go'), source)
  }
  const output = path.join(directory, 'built')
  const flags = options.flags ?? ['-trimpath', '-ldflags=-s -w']
  await promisify(execFile)('go', ['build', ...flags, '-o', `${output}/`, './...'], {
    cwd: directory,
    env: goTestEnvironment(options),
  })
  const files = Object.keys(programs).map(name => [name, path.join(output, name)] as const)
  return Object.fromEntries(files) as Record<keyof Sources, string>
}

/** The bytes of one program, where its file is of no interest. */
export async function goProgram(source: string, options: GoOptions = {}): Promise<Uint8Array> {
  const { program } = await buildGoPrograms({ program: source }, options)
  return readFileSync(program)
}

/** Prints one line through the runtime alone: the cheapest program there is to build, for any architecture. */
export const PRINTLN = 'package main\n\nfunc main() { println("hello") }\n'

/** The Go on PATH, as `toolchain/` would hand it over. */
export function goOnPath(): GoToolchain {
  const command = which('go') ?? 'go'
  return { version: 'go on PATH', command, goroot: '', source: 'PATH', why: 'the tests use it' }
}

function goTestEnvironment({ version, architecture = 'amd64', env }: GoOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CGO_ENABLED: '0',
    GOOS: 'linux',
    GOARCH: architecture,
    GOFLAGS: '-buildvcs=false',
    GOTOOLCHAIN: version === undefined ? 'local' : `go${version}`,
    // The compiler's own garbage collection is a third of a cold build.
    GOGC: '800',
    ...env,
  }
}
