import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { listen, type Listening } from './listen.ts'

/** A proxy before a registry that takes no more than `limit` bytes in one request. It keeps nothing in memory. */
export function startLimitingProxy(behind: string, limit: number): Promise<Listening> {
  const server = createServer()
  const handle = (asked: IncomingMessage, answer: ServerResponse) => {
    if (Number(asked.headers['content-length'] ?? 0) > limit) {
      answer.writeHead(413, { connection: 'close' }).end()
      return
    }
    const { expect, ...headers } = asked.headers
    if (expect !== undefined) answer.writeContinue()
    const { method } = asked
    const passed = forward(`http://${behind}${asked.url}`, { method, headers }, response => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    pipeline(asked, passed, error => {
      if (error) answer.destroy()
    })
  }
  server.on('request', handle).on('checkContinue', handle)
  return listen(server)
}
