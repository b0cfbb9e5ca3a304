import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..', '..')
const LOADER = path.join(ROOT, 'loader')
const MAINS = path.join(ROOT, '__tests__', 'fixtures', 'loader')
/** Executables by what they are made of, so that only the first run after a change compiles. */
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'bantam-loader-host')

const FLAGS = ['-DHOST', '-std=gnu11', '-O1', '-g', '-Wall', '-Wextra', '-Werror', '-fno-omit-frame-pointer']
const SANITIZE = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all']
const ENVIRONMENT = {
  ...process.env,
  ASAN_OPTIONS: 'detect_leaks=0:quarantine_size_mb=16',
  UBSAN_OPTIONS: 'print_stacktrace=1',
}
const MAX_SHOWN = 4000

export interface LoaderProgram {
  /** Name of `__tests__/fixtures/loader/<main>.c`. */
  readonly main: string
  /** Names in `loader/`, without `.c`. `memory` is always there. */
  readonly sources: readonly string[]
  readonly flags?: readonly string[]
  /** `false`: as fast as it can be, to measure. */
  readonly sanitize?: boolean
}

export function hasCompiler(): boolean {
  return spawnSync('gcc', ['--version']).status === 0
}

/** Compiles parts of the loader for this machine, with a main program that speaks as `host.h` does. Path of the executable. */
export function compileLoader({ main, sources, flags = [], sanitize = true }: LoaderProgram): string {
  const files = [
    path.join(MAINS, `${main}.c`),
    ...['memory', ...sources].map(name => path.join(LOADER, `${name}.c`)),
  ]
  const options = [...FLAGS, ...(sanitize ? SANITIZE : ['-O2']), ...flags]
  const executable = path.join(CACHE, `${main}-${hashOf(files, options)}`)
  if (existsSync(executable)) return executable
  mkdirSync(CACHE, { recursive: true })
  const made = `${executable}.${process.pid}`
  execFileSync('gcc', [...options, '-o', made, ...files])
  renameSync(made, executable)
  return executable
}

function hashOf(files: readonly string[], options: readonly string[]): string {
  const hash = createHash('sha256').update(options.join(' '))
  const headers = [LOADER, MAINS].flatMap(folder => globSync(path.join(folder, '**', '*.h')).toSorted())
  for (const file of [...files, ...headers]) hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** A number as `read_number` reads it. */
export function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

/** Sends byte strings, and returns those that the program answers. @throws what the sanitizer says, or that it hangs */
export function askLoader(executable: string, strings: readonly Uint8Array[]): readonly Buffer[] {
  const { status, signal, stdout, stderr } = spawnSync(executable, {
    input: Buffer.concat(strings.flatMap(withLength)),
    env: ENVIRONMENT,
    maxBuffer: 4_000_000_000,
  })
  if (status !== 0) throw brokenBy(executable, status ?? signal, stderr.toString())
  const answers: Buffer[] = []
  for (let rest = stdout; rest.length > 0;) {
    const size = rest.readUInt32LE()
    answers.push(rest.subarray(4, 4 + size))
    rest = rest.subarray(4 + size)
  }
  return answers
}

export interface OpenLoader {
  /** One request, and as many byte strings as it answers. @throws as `askLoader` */
  readonly ask: (strings: readonly Uint8Array[], answers: number) => Promise<readonly Buffer[]>
  readonly close: () => void
}

/**
 * A program that answers one request after another, for those who do not know all of them beforehand. It is compiled and
 * started for the first request, and for the next one after it has broken.
 */
export function openLoader(program: LoaderProgram): OpenLoader {
  let running: Running | null = null
  return {
    ask: async (strings, answers) => {
      running ??= start(compileLoader(program))
      try {
        running.send(Buffer.concat(strings.flatMap(withLength)))
        const answered: Buffer[] = []
        while (answered.length < answers)
          answered.push(await running.read((await running.read(4)).readUInt32LE()))
        return answered
      } catch (cause) {
        running = null
        throw cause
      }
    },
    close: () => running?.end(),
  }
}

interface Running {
  readonly send: (bytes: Buffer) => void
  readonly read: (size: number) => Promise<Buffer>
  readonly end: () => void
}

function start(executable: string): Running {
  const child = spawn(executable, { env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  let goOn = () => {}
  child.stderr.on('data', chunk => (said += String(chunk)))
  child.stdout.on('readable', () => goOn())
  child.stdout.on('end', () => goOn())
  // A program that has ended is seen at its output.
  child.stdin.on('error', () => {})
  const closed = once(child, 'close')
  async function read(size: number): Promise<Buffer> {
    if (size === 0) return Buffer.alloc(0)
    for (;;) {
      const bytes = child.stdout.read(size) as Buffer | null
      if (bytes?.length === size) return bytes
      if (bytes !== null || child.stdout.readableEnded) break
      await new Promise<void>(resolve => (goOn = resolve))
    }
    await closed
    throw brokenBy(executable, child.exitCode ?? child.signalCode, said)
  }
  return { send: bytes => child.stdin.write(bytes), read, end: () => child.stdin.end() }
}

function withLength(bytes: Uint8Array): readonly Uint8Array[] {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return [length, bytes]
}

function brokenBy(executable: string, status: number | string | null, said: string): Error {
  return new Error(`${path.basename(executable)} ended with ${status}: ${said.slice(0, MAX_SHOWN)}`)
}
