import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a proxy is asked for: paths of one word. */
const BODIES: Readonly<Record<string, Buffer>> = {
  '/small': Buffer.from('a small body\n'),
  '/large': Buffer.alloc(8_000_000, 'a large body of an answer, '),
  '/empty': Buffer.alloc(0),
}

export async function startSource(): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const body = BODIES[request.url ?? '']
    if (body === undefined) response.writeHead(404).end('there is nothing here\n')
    else response.writeHead(200, { 'content-type': 'text/plain', etag: '"one"' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
