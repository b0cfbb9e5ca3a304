import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface NodeProcess {
  readonly child: ChildProcess
  /** Its stdout, once it has ended, however it ended. */
  readonly stdout: Promise<string>
}

/** A Node of its own that runs a module over the sources, for what concerns a whole process: kills, proxies, trusted roots. */
export function nodeProcess(
  script: string,
  { env = {}, prefix = [] }: { env?: Readonly<Record<string, string>>; prefix?: readonly string[] } = {},
): NodeProcess {
  const [command, ...args] = [
    ...prefix,
    process.execPath,
    '--no-warnings',
    '--input-type=module',
    '-e',
    script,
  ]
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const stdout = new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
  })
  return { child, stdout }
}

/** A host for such a script, as source: everything below `directory`, silent. */
export function hostSource(directory: string, overrides = ''): string {
  return `{ surface: 'terminal', cwd: ${JSON.stringify(directory)}, env: process.env, cores: 2,
    temporary: ${JSON.stringify(path.join(directory, 'temporary'))}, kept: ${JSON.stringify(path.join(directory, 'kept'))},
    log: { info() {}, notice() {}, warning() {}, error() {}, debug() {}, secret() {} }, ${overrides} }`
}
