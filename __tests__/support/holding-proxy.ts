import { createServer, request as forward } from 'node:http'
import { listen } from './listen.ts'

export interface HoldingProxy {
  readonly address: string
  /** Settles when the request that is held has come. */
  readonly held: Promise<void>
  /** From now on, nothing is held. */
  release(): void
  stop(): Promise<void>
}

/** Passes everything on to a registry, but never answers the manifest that is put last of `count`. */
export async function startHoldingProxy(behind: string, count: number): Promise<HoldingProxy> {
  let manifests = 0
  let holds = true
  const { promise: held, resolve } = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    if (request.method === 'PUT' && request.url?.includes('/manifests/') === true) {
      manifests += 1
      if (holds && manifests >= count) return resolve()
    }
    const [hostname, port] = behind.split(':')
    const { method, url, headers } = request
    const onward = forward({ hostname, port, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  const { address, stop } = await listen(server)
  return { address, held, release: () => void (holds = false), stop }
}
