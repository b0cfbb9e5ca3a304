import { readFileSync } from 'node:fs'
import type { Agent } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { generator } from '../fuzz/random.ts'
import { judgeMemory, loadedBytes, privateBytes, type Sample } from './memory.ts'
import type { Programs } from './program.ts'
import { answerOf, describeAnswer, isSame, keptConnections, randomRequest } from './requests.ts'
import { type Service, startService, stopService } from './service.ts'
import { startSource } from './source.ts'

const LANES = 16
const IDLE_CONNECTIONS = 200
const SAMPLE_MS = 1000
const MAX_SHOWN = 10

interface Pair {
  readonly linked: Service
  readonly packed: Service
}

interface Totals {
  requests: number
  wrong: number
  bytes: number
  readonly broken: { linked: number; packed: number }
  readonly statuses: Map<string, number>
}

/** @returns how much was not the same: answers, how they ended, memory */
export async function soakLoad(
  programs: Programs,
  seconds: number,
  wanted: readonly string[],
): Promise<number> {
  const { origin, server } = await startSource()
  const paths = (wanted.length === 0 ? ['/'] : wanted).map(path => path.replaceAll('{source}', origin))
  const linked = await startService(programs, 'linked')
  const pair = { linked, packed: await startService(programs, 'packed').catch(stopFirst(linked)) }
  const totals: Totals = {
    requests: 0,
    wrong: 0,
    bytes: 0,
    broken: { linked: 0, packed: 0 },
    statuses: new Map(),
  }
  const begin = Date.now()
  const going = { until: begin + seconds * 1000 }
  const samples: Sample[] = []
  await Promise.all([
    ...Array.from({ length: LANES }, (_, lane) => sendAll(pair, paths, going, lane + 1, totals)),
    connectMany(pair, going),
    sampleMemory(pair, going, begin, samples),
  ])
  const ends = [await stopService(pair.linked), await stopService(pair.packed)]
  server.closeAllConnections()
  server.close()
  return report(totals, samples, ends, programs)
}

function stopFirst(service: Service): (error: unknown) => Promise<never> {
  return async error => {
    await stopService(service)
    throw error
  }
}

async function sendAll(
  { linked, packed }: Pair,
  paths: readonly string[],
  going: { readonly until: number },
  seed: number,
  totals: Totals,
): Promise<void> {
  const random = generator(seed)
  const agents: Record<'linked' | 'packed', Agent> = { linked: keptConnections(), packed: keptConnections() }
  while (Date.now() < going.until) {
    const asked = randomRequest(random, paths)
    const [one, other] = await Promise.all([
      answerOf(linked.port, agents.linked, asked),
      answerOf(packed.port, agents.packed, asked),
    ])
    totals.requests += 1
    totals.broken.linked += one.broken
    totals.broken.packed += other.broken
    const status = typeof one.answer === 'string' ? one.answer : String(one.answer.status)
    totals.statuses.set(status, (totals.statuses.get(status) ?? 0) + 1)
    if (typeof one.answer !== 'string') totals.bytes += one.answer.body.length
    if (isSame(one.answer, other.answer)) continue
    totals.wrong += 1
    if (totals.wrong > MAX_SHOWN) continue
    console.log(`${asked.method} ${asked.path} with ${asked.body.length} bytes:`)
    console.log(`  linked: ${describeAnswer(one.answer)}\n  packed: ${describeAnswer(other.answer)}`)
  }
  agents.linked.destroy()
  agents.packed.destroy()
}

/** Connections that say nothing: each is a goroutine and a descriptor. */
async function connectMany({ linked, packed }: Pair, going: { readonly until: number }): Promise<void> {
  while (Date.now() < going.until) {
    const sockets = [linked, packed].flatMap(({ port }) =>
      Array.from({ length: IDLE_CONNECTIONS }, () => connect(port, '127.0.0.1').on('error', destroyed)),
    )
    await sleep(Math.min(2000, Math.max(0, going.until - Date.now())))
    for (const socket of sockets) socket.destroy()
  }
}

function destroyed(this: Socket): void {
  this.destroy()
}

async function sampleMemory(
  pair: Pair,
  going: { readonly until: number },
  begin: number,
  samples: Sample[],
): Promise<void> {
  while (Date.now() < going.until) {
    samples.push({
      seconds: (Date.now() - begin) / 1000,
      linked: privateBytes(pair.linked.child.pid ?? 0),
      packed: privateBytes(pair.packed.child.pid ?? 0),
    })
    await sleep(SAMPLE_MS)
  }
}

function report(
  totals: Totals,
  samples: readonly Sample[],
  ends: readonly string[],
  { linked }: Programs,
): number {
  const memory = judgeMemory(samples, loadedBytes(readFileSync(linked)))
  for (const line of memory.lines) console.log(line)
  for (const [status, number] of totals.statuses) console.log(`linked: ${status} ${number} times`)
  console.log(
    `connections that broke before an answer: linked ${totals.broken.linked}, packed ${totals.broken.packed}`,
  )
  console.log(`SIGTERM: linked ${ends[0]}, packed ${ends[1]}`)
  console.log(
    `${totals.requests} requests to each, ${Math.round(totals.bytes / 1e6)} MB of answers, ${totals.wrong} not the same`,
  )
  return totals.wrong + (ends[0] === ends[1] ? 0 : 1) + (memory.right ? 0 : 1)
}
