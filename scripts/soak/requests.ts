import { Agent, request } from 'node:http'
import { type Random, pick } from '../fuzz/random.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly body: Buffer
  /** Of a connection of its own, instead of one that stays open. */
  readonly alone: boolean
}

/** Headers are without Date, one a line. */
export interface Answer {
  readonly status: number
  readonly headers: string
  readonly body: Buffer
}

const LARGE = Buffer.alloc(4_000_000, 'a large body of a request, ')
const TIMEOUT_MS = 60_000
/** A server that does not read a body to its end may close the connection before its answer is read. */
const TRIES = 8

const METHODS = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const

export function randomRequest(random: Random, paths: readonly string[]): Request {
  const method = pick(random, METHODS)
  const size = method === 'POST' || method === 'PUT' ? pick(random, [0, 10, 5000, 5000, LARGE.length]) : 0
  const path = random(20) === 0 ? `/no/such/${random(1_000_000)}` : pick(random, paths)
  return { method, path, body: LARGE.subarray(0, size), alone: random(4) === 0 }
}

/** One for each service, or one service waits for the connections of the other. */
export function keptConnections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 64 })
}

/** @returns the answer, and how often the connection broke before there was one */
export async function answerOf(
  port: number,
  agent: Agent,
  asked: Request,
): Promise<{ readonly answer: Answer | string; readonly broken: number }> {
  let why = ''
  for (let broken = 0; broken < TRIES; broken += 1) {
    try {
      return { answer: await send(port, agent, asked), broken }
    } catch (error) {
      why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
  }
  return { answer: why, broken: TRIES }
}

export function isSame(one: Answer | string, other: Answer | string): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if (one.status !== other.status || withoutNonces(one.headers) !== withoutNonces(other.headers)) return false
  return (
    one.body.equals(other.body) ||
    withoutNonces(one.body.toString('latin1')) === withoutNonces(other.body.toString('latin1'))
  )
}

/** What a page's Content-Security-Policy has at random. */
function withoutNonces(text: string): string {
  return text.replaceAll(/\bnonce[-="]+[\w-]+/g, 'nonce')
}

export function describeAnswer(answer: Answer | string): string {
  if (typeof answer === 'string') return answer
  const { status, headers, body } = answer
  return `${status}, ${body.length} bytes, ${headers.replaceAll('\n', '; ')}\n    ${body.subarray(0, 300).toString('latin1')}`
}

function send(port: number, agent: Agent, { method, path, body, alone }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: alone ? false : agent,
        timeout: TIMEOUT_MS,
        // The same for both, since a service may answer with it.
        headers: { host: 'soak.example', ...(body.length > 0 && { 'content-length': body.length }) },
      },
      response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: headerLines(response.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer for a minute')))
    sent.on('error', reject)
    sent.end(body)
  })
}

function headerLines(raw: readonly string[]): string {
  const lines: string[] = []
  for (let index = 0; index < raw.length; index += 2)
    if (raw[index]?.toLowerCase() !== 'date') lines.push(`${raw[index]}: ${raw[index + 1]}`)
  return lines.join('\n')
}
