import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What the server does with one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface DownloadServer {
  readonly url: string
  /** What was asked for, in order: `/dl/go.tar.gz`, query included. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Real HTTP on 127.0.0.1. Several answers of one path come one after the other, the last one from then on. */
export async function downloadServer(
  routes: Readonly<Record<string, Answer | readonly Answer[]>>,
): Promise<DownloadServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const { url = '/' } = request
    const [path = '/'] = url.split('?')
    const asked = requests.filter(earlier => earlier.split('?')[0] === path).length
    requests.push(url)
    const route = routes[path] ?? gives(404)
    const answer = typeof route === 'function' ? route : (route[asked] ?? route.at(-1) ?? gives(404))
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export function serves(body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) =>
    response.writeHead(200, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)
}

export function gives(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end(`status ${status}`)
}

export function redirectsTo(location: string): Answer {
  return gives(302, { location })
}

/** Promises the whole body, sends half of it and hangs up. */
export function breaksOff(body: Uint8Array): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
  }
}

/** Promises the whole body, sends half of it and then nothing more. */
export function stalls(body: Uint8Array): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, body.length / 2))
  }
}

export const hangsUp: Answer = request => request.socket.destroy()

export const neverAnswers: Answer = () => {}

/** The address of a server that is gone: nothing listens there. */
export async function goneServer(): Promise<string> {
  const server = await downloadServer({})
  await server.close()
  return server.url
}
