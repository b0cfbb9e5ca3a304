// Feeds changed inputs to the readers of what others wrote: a value that adds up or a Failure of one sentence, nothing else.
// node scripts/fuzz.mjs [inputs for each reader] [seed]   needs Node 24; a million for each take some minutes
import { breakdownOf } from '../src/binary/breakdown.ts'
import { readBuildInfo } from '../src/binary/build-info.ts'
import { readElf } from '../src/binary/elf.ts'
import { readExecutable } from '../src/binary/executable.ts'
import { findPclntab } from '../src/binary/pclntab.ts'
import { Failure } from '../src/failure.ts'
import { binarySeeds } from './fuzz-seeds.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? 1)
const SLOW_MS = 1000
const MAX_RESIDENT = 1_000_000_000
const CORNERS = [0n, 1n, 8n, 64n, 255n, 4096n, 1n << 16n, 1n << 31n, 1n << 32n, 1n << 53n, 1n << 63n]

const seeds = binarySeeds()
const READERS = [
  { name: 'ELF', seeds: seeds.elf, read: bytes => void readElf(bytes, 'input') },
  {
    name: 'build info',
    seeds: seeds.buildInfo,
    read: bytes => void readBuildInfo(readElf(bytes, 'input'), bytes),
  },
  {
    name: 'function table',
    seeds: seeds.functionTable,
    read: bytes => void findPclntab(readElf(bytes, 'input'), bytes),
  },
  {
    name: 'breakdown',
    seeds: seeds.functionTable,
    read: bytes => addsUp(breakdownOf(readExecutable(bytes, 'input'), bytes, 'input'), bytes.byteLength),
  },
]

let wrong = 0
for (const reader of READERS) {
  const random = generator(seed)
  let [values, failures] = [0, 0]
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const input = mutate(reader.seeds[index % reader.seeds.length], random)
    const before = performance.now()
    const problem = tell(() => reader.read(input))
    if (problem === null) values++
    else if (problem instanceof Failure && /^[^\n]+\.$/.test(problem.message)) failures++
    else report(reader, index, input, problem)
    if (performance.now() - before > SLOW_MS) report(reader, index, input, new Error('slow'))
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${reader.name}: ${count} inputs, ${values} values, ${failures} failures, ${seconds} s`)
}
if (process.memoryUsage.rss() > MAX_RESIDENT) {
  wrong++
  console.log(`memory: ${process.memoryUsage.rss()} bytes`)
}
console.log(`${READERS.length * count} inputs, ${wrong} wrong`)
process.exitCode = wrong === 0 ? 0 : 1

function tell(read) {
  try {
    read()
    return null
  } catch (error) {
    return error
  }
}

function report(reader, index, input, problem) {
  if (++wrong > 5) return
  console.log(`${reader.name}, input ${index} of seed ${seed}: ${problem.stack}`)
  console.log(Buffer.from(input.subarray(0, 4096)).toString('base64'))
}

function addsUp(node, bytes) {
  if (node.bytes !== bytes) throw new Error(`${node.name} is ${node.bytes} bytes of ${bytes}`)
  for (const child of node.children ?? []) addsUp(child, child.bytes)
  const sum = (node.children ?? [node]).reduce((total, child) => total + child.bytes, 0)
  if (sum !== node.bytes) throw new Error(`the parts of ${node.name} are ${sum} bytes of ${node.bytes}`)
}

/** One to eight changes: a byte, a number of 2, 4 or 8 bytes that is a corner, a stretch from elsewhere, a cut. */
function mutate(original, random) {
  const bytes = Uint8Array.from(original)
  const view = new DataView(bytes.buffer)
  let { length } = bytes
  for (let left = 1 + random(8); left > 0; left--) {
    const at = random(length)
    const corner = CORNERS[random(CORNERS.length)] + BigInt(random(3)) - 1n
    switch (random(8)) {
      case 0:
      case 1:
        bytes[at] = random(256)
        break
      case 2:
        bytes[at] ^= 1 << random(8)
        break
      case 3:
        if (at + 2 <= length) view.setUint16(at, Number(BigInt.asUintN(16, corner)), true)
        break
      case 4:
        if (at + 4 <= length) view.setUint32(at & ~3, Number(BigInt.asUintN(32, corner)), true)
        break
      case 5:
        if ((at & ~7) + 8 <= length) view.setBigUint64(at & ~7, BigInt.asUintN(64, corner), true)
        break
      case 6:
        bytes.copyWithin(at, random(length), Math.min(length, random(length) + 16))
        break
      case 7:
        if (random(10) === 0) length = 1 + random(length)
        break
    }
  }
  return bytes.subarray(0, length)
}

/** mulberry32: the same inputs for the same seed. */
function generator(start) {
  let state = start
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % below
  }
}
