import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { inParallel } from '../../src/host/in-parallel.ts'
import { generator, type Random } from '../fuzz/random.ts'
import { type Programs, KINDS } from './program.ts'

const MAX_VARIABLES = 8000
const MAX_ARGUMENTS = 40
/** Of a string, to the kernel, less than its 128 KiB. */
const MAX_STRING = 100_000
/** Of all strings and their pointers, less than the 2 MiB that the kernel takes where the stack has 8. */
const MAX_BYTES = 1_900_000
const TIMEOUT_MS = 120_000
const MAX_SHOWN = 10
const SEED = Number(process.env['SOAK_SEED'] ?? 1)

interface Strings {
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
}

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** @returns how many starts were not the same */
export async function soakStarts(programs: Programs, count: number): Promise<number> {
  const random = generator(SEED)
  const begin = performance.now()
  const outcomes = new Map<string, number>()
  let [done, wrong, variables, most] = [0, 0, 0, 0]
  let stopped = false
  process.once('SIGINT', () => (stopped = true))
  await inParallel(
    availableParallelism() * 2,
    Array.from({ length: count }, (_, turn) => turn),
    async turn => {
      if (stopped) return
      const strings = randomStrings(random)
      const [linked, packed] = await Promise.all(KINDS.map(kind => start(programs, programs[kind], strings)))
      done += 1
      const number = Object.keys(strings.env).length
      variables += number
      most = Math.max(most, number)
      const outcome = linked?.signal ?? `exit code ${linked?.status}`
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (JSON.stringify(linked) === JSON.stringify(packed)) return
      wrong += 1
      if (wrong > MAX_SHOWN) return
      console.log(`start ${turn} with ${number} variables and ${strings.args.length} arguments:`)
      console.log('  linked', shortened(linked), '\n  packed', shortened(packed))
    },
  )
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log(
    `seed ${SEED}, ${seconds} s, ${Math.round(variables / done)} variables on average, ${most} at most`,
  )
  for (const [outcome, number] of outcomes) console.log(`linked: ${outcome} ${number} times`)
  console.log(`${done} starts of each, ${wrong} not the same`)
  return wrong
}

/** Few and many alike: about half of the starts have fewer than 90 variables. */
function randomStrings(random: Random): Strings {
  const left = { bytes: MAX_BYTES }
  const string = () => {
    const kind = random(1000)
    const longest = kind === 0 ? MAX_STRING : kind < 20 ? 2000 : 120
    const length = Math.min(random(longest + 1), Math.max(0, left.bytes - 50))
    left.bytes -= length + 50
    return 'x'.repeat(length)
  }
  const env: Record<string, string> = {}
  const count = random(10) === 0 ? 0 : Math.floor((MAX_VARIABLES + 1) ** (random(2 ** 31) / 2 ** 31))
  for (let index = 0; index < count && left.bytes > 0; index += 1) env[`SOAK_${index}`] = string()
  const args = Array.from({ length: random(2) === 0 ? 0 : random(MAX_ARGUMENTS + 1) }, string)
  return { env, args }
}

function start(programs: Programs, file: string, { env, args }: Strings): Promise<Ended> {
  const [command = '', ...rest] = [...programs.by, file, ...programs.args, ...args]
  return new Promise(resolve => {
    const child = spawn(command, rest, {
      env: { ...env, ...programs.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    })
    const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      // A program may print its own path.
      return () => Buffer.concat(chunks).toString('latin1').replaceAll(file, '{file}')
    })
    child.on('error', error => resolve({ status: null, signal: null, stdout: '', stderr: String(error) }))
    child.on('close', (status, signal) =>
      resolve({ status, signal, stdout: stdout?.() ?? '', stderr: stderr?.() ?? '' }),
    )
  })
}

function shortened(ended: Ended | undefined): string {
  return JSON.stringify(ended, (_, value: unknown) =>
    typeof value === 'string' ? value.slice(0, 400) : value,
  )
}
