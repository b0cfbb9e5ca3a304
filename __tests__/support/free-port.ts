import { createServer, type AddressInfo } from 'node:net'

/** A port that was free a moment ago, for a service that cannot choose its own. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
