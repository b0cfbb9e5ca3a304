import { execFile, spawn } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { SmokeOutcome, SmokeRun } from './smoke-run.ts'

const TOOLS = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }
const MAX_OUTPUT = 64 * 1024
const PROBE_EVERY_MS = 50

/** `$1`: where to mount; `$2`: the file system; `$3`: the owner to be, or nothing. A runtime gives the same devices and hosts. */
const SET_UP = `
mount -t tmpfs -o mode=0755 smoke-test "$1"
cp -dR --preserve=mode "$2/." "$1/"
[ -z "$3" ] || chown -hR "$3" "$1"
mkdir -p "$1/proc" "$1/dev" "$1/etc"
mount -t proc proc "$1/proc" 2>/dev/null || mount --rbind /proc "$1/proc"
for device in null zero full random urandom; do
  : > "$1/dev/$device"
  mount --bind "/dev/$device" "$1/dev/$device"
done
chmod 0555 "$1/dev"
[ -e "$1/etc/hosts" ] || printf '127.0.0.1 localhost\\n::1 localhost\\n' > "$1/etc/hosts"
ip link set lo up
`

/**
 * Runs the program and judges nothing. It is the first process of its own process, mount and network namespaces,
 * as their root: when it exits, the kernel kills whatever else is left in them.
 */
export async function supervise(run: SmokeRun): Promise<SmokeOutcome> {
  try {
    await setUp(run)
  } catch (error) {
    return { kind: 'not set up', reason: reasonOf(error) }
  }
  const [command, ...args] = become(run)
  const child = spawn(command, args, { env: { ...run.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = keepEnd([child.stdout, child.stderr])
  const deadline = performance.now() + run.limitMs
  const over = new AbortController()
  const ended = new Promise<SmokeOutcome>(resolve => {
    child.on('error', error => resolve({ kind: 'not set up', reason: error.message }))
    child.on('exit', (exitCode, signal) => {
      const end = () => resolve({ kind: 'ended', exitCode, signal, output: output() })
      child.once('close', end)
      // What the program left running keeps the streams open: it is not waited for.
      setTimeout(end, 500)
    })
  })
  const judged =
    run.http === null ? untilLimit(run.limitMs, output) : untilAnswer(run.http, deadline, output, over.signal)
  const outcome = await Promise.race([ended, judged])
  over.abort()
  child.kill('SIGKILL')
  return outcome
}

async function setUp({ way, files, root, user }: SmokeRun): Promise<void> {
  const owner = way === 'root' ? `${user.uid}:${user.gid}` : ''
  await promisify(execFile)('sh', ['-ec', SET_UP, 'sh', root, files, owner], { env: TOOLS, timeout: 30_000 })
}

/** By exec alone, so that what ends is the program itself. unshare's own path: the program's environment may have no PATH. */
function become({ way, root, user, workdir, argv }: SmokeRun): readonly [string, ...string[]] {
  const { uid, gid } = user
  const identity =
    way === 'root'
      ? [`--setgid=${gid}`, `--setuid=${uid}`]
      : ['--user', `--map-user=${uid}`, `--map-group=${gid}`]
  return ['/usr/bin/unshare', ...identity, `--root=${root}`, `--wd=${workdir}`, '--', ...argv]
}

async function untilLimit(limitMs: number, output: () => string): Promise<SmokeOutcome> {
  await sleep(limitMs, undefined, { ref: false })
  return { kind: 'time limit', last: null, output: output() }
}

/** Asks again until the answer is below 500: a service may say 503 while it warms up. */
async function untilAnswer(
  target: { readonly port: number; readonly path: string },
  deadline: number,
  output: () => string,
  signal: AbortSignal,
): Promise<SmokeOutcome> {
  let last = 'did not answer'
  while (performance.now() < deadline && !signal.aborted) {
    const answer = await probe(target, deadline - performance.now())
    if (typeof answer === 'number' && answer < 500)
      return { kind: 'answered', status: answer, output: output() }
    last = typeof answer === 'number' ? `answered ${answer}` : answer
    await sleep(PROBE_EVERY_MS)
  }
  return { kind: 'time limit', last, output: output() }
}

/** The status, or as a clause why there is none. */
async function probe(
  { port, path }: { readonly port: number; readonly path: string },
  limitMs: number,
): Promise<number | string> {
  const { promise, resolve } = Promise.withResolvers<number | string>()
  const asked = request({ host: '127.0.0.1', port, path, agent: false })
  const timer = setTimeout(
    () => {
      resolve('took the connection and did not answer')
      asked.destroy()
    },
    Math.max(1, limitMs),
  )
  asked.on('response', response => {
    resolve(response.statusCode ?? 0)
    response.destroy()
  })
  asked.on('error', (error: NodeJS.ErrnoException) =>
    resolve(
      error.code === 'ECONNREFUSED' ? 'refused connections' : `broke the connection (${error.message})`,
    ),
  )
  asked.on('close', () => clearTimeout(timer))
  asked.end()
  return promise
}

function keepEnd(streams: readonly NodeJS.ReadableStream[]): () => string {
  let kept = Buffer.alloc(0)
  for (const stream of streams) {
    stream.on('data', (chunk: Buffer) => (kept = Buffer.concat([kept, chunk]).subarray(-MAX_OUTPUT)))
  }
  return () => kept.toString('utf8')
}

function reasonOf(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message: string }
  return stderr?.trim().replaceAll('\n', '; ') || message
}
