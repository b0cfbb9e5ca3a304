import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProbeAnswer, ProbeRequest, SmokeTarget } from './smoke-run.ts'

const PROBE_EVERY_MS = 50

/** Repeats the request until the answer is below 500: a service may answer 503 while it starts up. */
export async function probe(asked: ProbeRequest): Promise<ProbeAnswer> {
  const deadline = performance.now() + asked.limitMs
  let last = 'did not answer'
  while (performance.now() < deadline) {
    const answer = await ask(asked, deadline - performance.now())
    if (typeof answer === 'number' && answer < 500) return { status: answer }
    last = typeof answer === 'number' ? `answered ${answer}` : answer
    await sleep(PROBE_EVERY_MS)
  }
  return { last }
}

/** The status, or why there is none, as a clause. */
async function ask({ port, path }: SmokeTarget, limitMs: number): Promise<number | string> {
  const { promise, resolve } = Promise.withResolvers<number | string>()
  const asked = request({ host: '127.0.0.1', port, path, agent: false })
  const timer = setTimeout(
    () => {
      resolve('accepted the connection but did not answer')
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
