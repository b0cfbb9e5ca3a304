import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

/** One request as it came in. */
export interface Seen {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Fault {
  readonly on: (seen: Seen) => boolean
  /** How often, before the real answer is given; always where left out. */
  readonly times?: number
  readonly answer: Answer | ((seen: Seen) => Answer)
  /** Whether the answer comes before the body is read, after which the connection ends. */
  readonly early?: boolean
}

/** `reset`: the connection is cut in the middle of what the client sends. `silence`: nothing ever comes. */
export type Answer =
  | 'reset'
  | 'silence'
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string | string[]>>
      /** `endless`: for as long as the client listens. */
      readonly body?: string | Buffer | { readonly endless: string }
    }

export interface FaultRegistry {
  readonly address: string
  /** Every request, in order; also the ones that were cut. */
  readonly seen: readonly Seen[]
  /** `METHOD path` of each, digests and upload ids left out. */
  readonly log: readonly string[]
  forget(): void
  stop(): Promise<void>
}

/**
 * A server between a client and a registry, which answers wrongly where a fault says so and counts what is asked.
 * Without a registry behind it everything else is a 404.
 */
export async function startFaultRegistry(
  faults: readonly Fault[] = [],
  behind: string | null = null,
): Promise<FaultRegistry> {
  const seen: Seen[] = []
  const left = new Map(faults.map(fault => [fault, fault.times ?? Infinity]))
  const server = createServer()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    // The body is not waited for: a reset in the middle of it is the point.
    const head = asSeen(request, Buffer.alloc(0))
    const fault = faults.find(fault => (left.get(fault) ?? 0) > 0 && fault.on(head))
    if (fault !== undefined) left.set(fault, (left.get(fault) ?? 0) - 1)
    const answer = typeof fault?.answer === 'function' ? fault.answer(head) : fault?.answer
    if (answer === 'silence') return void seen.push(head)
    if (answer === 'reset') {
      seen.push(head)
      const cut = () => request.socket.resetAndDestroy()
      if (request.headers.expect !== undefined) response.writeContinue()
      if (Number(request.headers['content-length'] ?? 0) === 0) cut()
      else request.once('data', cut)
      return
    }
    if (fault?.early === true && answer !== undefined) {
      seen.push(head)
      give(response, { ...answer, headers: { ...answer.headers, connection: 'close' } })
      return
    }
    if (request.headers.expect !== undefined) response.writeContinue()
    void collect(request).then(body => {
      seen.push(asSeen(request, body))
      if (answer !== undefined) give(response, answer)
      else if (behind === null) give(response, { status: 404 })
      else pass(request, body, behind, response)
    })
  }
  server.on('request', handle).on('checkContinue', handle)
  const { address, stop } = await listen(server)
  return {
    address,
    seen,
    get log() {
      return seen.map(({ method, url }) => `${method} ${shorten(url)}`)
    },
    forget: () => void seen.splice(0),
    stop,
  }
}

function asSeen({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Seen {
  return { method, url, headers, body }
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function give(response: ServerResponse, { status, headers = {}, body }: Exclude<Answer, string>): void {
  response.writeHead(status, { ...headers })
  if (typeof body !== 'object' || Buffer.isBuffer(body)) return void response.end(body)
  const { endless } = body
  const more = () => {
    while (!response.destroyed && response.write(endless));
  }
  response.on('drain', more)
  more()
}

/** With the `Host` the client named, so that a `Location` leads back here. */
function pass(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  behind: string,
  response: ServerResponse,
): void {
  const { expect: _, ...passedOn } = headers
  const passed = forward(`http://${behind}${url}`, { method, headers: passedOn }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.destroy())
  passed.end(body)
}

function shorten(url: string): string {
  return url
    .replace(/\?.*$/, '')
    .replace(/sha256:[0-9a-f]{64}/g, '<digest>')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<upload>')
}
