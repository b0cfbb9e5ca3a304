import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  /** `127.0.0.1:41234` */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Serves on a free port of 127.0.0.1. */
export async function listen(server: Server): Promise<Listening> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
