// Feeds changed inputs to the readers of what others wrote: a value, or a Failure of one sentence, in bounded time and memory.
// node scripts/fuzz.mjs [inputs for the fastest readers] [seed] [part of a reader's name]   needs Node 24; 100000 make 1.1 million in all, in two minutes
import { Worker } from 'node:worker_threads'

const count = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? 1)
const only = process.argv[4] ?? ''
/** Without a new input for so long, the reader hangs. */
const HANG_MS = 20_000
const MAX_RESIDENT = 1_000_000_000
const MAX_HEAP_MB = 512
const MAX_SHOWN = 10

const progress = new Int32Array(new SharedArrayBuffer(4))
const worker = new Worker(new URL('fuzz/worker.ts', import.meta.url), {
  workerData: { count, seed, only, progress },
  resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
})
const start = performance.now()
let [wrong, total, resident] = [0, 0, 0]
let current = { name: 'none', turn: 0, since: start }

worker.on('message', message => {
  switch (message.kind) {
    case 'begun':
      current = { name: message.name, turn: 0, since: performance.now() }
      break
    case 'done':
      total += message.inputs
      console.log(
        `${message.name}: ${message.inputs} inputs, ${message.values} values, ${(message.ms / 1000).toFixed(1)} s`,
      )
      break
    case 'wrong':
      report(`${message.name}, input ${message.turn} of seed ${seed}: ${message.why}\n${message.input}`)
  }
})
worker.on('error', error => {
  report(`${current.name}, input ${progress[0]} of seed ${seed}: ${error.stack}`)
})
worker.on('exit', () => {
  clearInterval(watch)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`seed ${seed}, ${seconds} s, ${Math.ceil(resident / 1e6)} MB of memory at most`)
  console.log(`${total} inputs, ${wrong} wrong`)
  process.exitCode = wrong === 0 ? 0 : 1
})

const watch = setInterval(() => {
  const turn = Atomics.load(progress, 0)
  const now = performance.now()
  if (turn !== current.turn) current = { ...current, turn, since: now }
  resident = Math.max(resident, process.memoryUsage.rss())
  if (resident > MAX_RESIDENT) end(`it took ${resident} bytes of memory`)
  else if (now - current.since > HANG_MS) end('it hangs')
}, 200)

function end(why) {
  clearInterval(watch)
  report(`${current.name}, input ${current.turn} of seed ${seed}: ${why}`)
  void worker.terminate()
}

function report(text) {
  wrong += 1
  if (wrong <= MAX_SHOWN) console.log(text)
}
