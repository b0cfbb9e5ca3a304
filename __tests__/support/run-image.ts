import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunOptions {
  /** In the place of the image's own. */
  readonly args?: readonly string[]
  /** Added to the image's own. */
  readonly env?: Readonly<Record<string, string>>
}

export interface EndedImage {
  readonly exitCode: number | null
  readonly output: string
}

/** A container in the background, on this machine's own network. */
export interface RunningImage extends AsyncDisposable {
  /** What it has printed so far, on both streams. */
  output(): string
  /** Resolves when it has ended by itself. */
  readonly ended: Promise<EndedImage>
  /** SIGTERM as a runtime sends it, then SIGKILL after ten seconds. */
  stop(): Promise<EndedImage>
}

/** Runs an OCI layout (`/x/layout:latest`) to its end, by umoci and runc. */
export async function runImage(layout: string, options: RunOptions = {}): Promise<EndedImage> {
  await using running = startImage(layout, options)
  return await running.ended
}

export function startImage(layout: string, options: RunOptions = {}): RunningImage {
  const parent = mkdtempSync(path.join(tmpdir(), 'bantam-run-'))
  const bundle = path.join(parent, 'bundle')
  execFileSync('umoci', ['unpack', '--image', layout, bundle], { stdio: 'pipe' })
  configure(path.join(bundle, 'config.json'), options)
  const id = `bantam-${randomUUID()}`
  const child = spawn('runc', ['run', '--bundle', bundle, id], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<EndedImage>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', exitCode => resolve({ exitCode, output: printed }))
  }).finally(() => rmSync(parent, { recursive: true, force: true }))
  const stop = async () => {
    signal(id, 'TERM')
    const overdue = new AbortController()
    const kill = sleep(10_000, undefined, { signal: overdue.signal }).then(
      () => signal(id, 'KILL'),
      () => {},
    )
    const result = await ended
    overdue.abort()
    await kill
    return result
  }
  return { ended, output: () => printed, stop, [Symbol.asyncDispose]: async () => void (await stop()) }
}

interface Process {
  terminal: boolean
  args: string[]
  env: string[]
}

function configure(file: string, { args, env = {} }: RunOptions): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly process: Process
    readonly linux: { namespaces: readonly { readonly type: string }[] }
  }
  config.process.terminal = false
  config.process.env.push(...Object.entries(env).map(([name, value]) => `${name}=${value}`))
  if (args !== undefined) {
    // umoci has joined entrypoint and args: the entrypoint of an example is its first word.
    config.process.args = [...config.process.args.slice(0, 1), ...args]
  }
  config.linux.namespaces = config.linux.namespaces.filter(({ type }) => type !== 'network')
  writeFileSync(file, JSON.stringify(config))
}

/** By id, and only while runc knows it. */
function signal(id: string, name: 'TERM' | 'KILL'): void {
  try {
    execFileSync('runc', ['kill', id, name], { stdio: 'ignore' })
  } catch {
    // It has ended: that is what was wanted.
  }
}

/** Asks until somebody answers, whatever the answer; for a service that is starting. */
export async function answerOf(url: string, running: RunningImage, tries = 200): Promise<Response> {
  try {
    return await fetch(url)
  } catch (cause) {
    if (tries === 0)
      throw new Error(`${url} did not answer; the image printed: ${running.output()}`, { cause })
  }
  await sleep(50)
  return answerOf(url, running, tries - 1)
}
