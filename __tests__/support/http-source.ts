import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the proxy is pointed at. `/halves` holds its second half back until `release`; `/broken` breaks off. */
export interface Source extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  release(): void
}

export async function startSource(): Promise<Source> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const server = createServer((request, response) => void answer(request, response, released))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  released: Promise<void>,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?')
  switch (path) {
    case '/text':
      response.setHeader('content-type', 'text/plain; charset=utf-8').end(`you asked for ${request.url}`)
      return
    case '/halves':
      response.write('first')
      await released
      response.end('second')
      return
    case '/broken':
      response.writeHead(200, { 'content-length': 1000 }).write('no more than this')
      setTimeout(() => response.destroy(), 100)
      return
    default:
      response.writeHead(404).end()
  }
}
