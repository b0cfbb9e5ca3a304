import { afterEach } from '@jest/globals'
import { connect } from '../../src/registry/client.ts'
import type { Credentials } from '../../src/registry/credentials.ts'
import { operationIn, type Access } from '../../src/registry/operation.ts'
import { registryOf } from '../../src/registry/registry.ts'
import { openTransport } from '../../src/registry/transport.ts'
import {
  startFaultRegistry,
  type Answer,
  type Fault,
  type FaultRegistry,
  type Seen,
} from './fault-registry.ts'
import { testHost } from './host.ts'

const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 1500 }
const CREDENTIALS: Credentials = { username: 'alice', password: 'hunter2-hunter2', source: 'a test' }

const open: FaultRegistry[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(server => server.stop()))
})

/** A server that ends with the test. */
export async function serve(...faults: readonly Fault[]): Promise<FaultRegistry> {
  const server = await startFaultRegistry(faults)
  open.push(server)
  return server
}

/** A client of such a server, as alice with the password `hunter2-hunter2`. */
export function startClient(...faults: readonly Fault[]) {
  return startClientAs(CREDENTIALS, ...faults)
}

/** The same with other credentials. */
export async function startClientAs(credentials: Credentials, ...faults: readonly Fault[]) {
  const server = await serve(...faults)
  const host = testHost()
  return { server, host, client: connect(host, server.address, credentials, PATIENCE) }
}

/** The layers below such a client, and something to do in `o/x` or another repository. */
export async function startTransport(...faults: readonly Fault[]) {
  const server = await serve(...faults)
  const host = testHost()
  const registry = registryOf(host, server.address, CREDENTIALS, PATIENCE)
  const operation = (action: Access['action'], repository = 'o/x') =>
    operationIn(registry, repository, action, 'do something')
  return { server, host, registry, transport: openTransport(registry), operation }
}

export const on = (method: string, part: string) => (seen: Seen) =>
  seen.method === method && seen.url.includes(part)

export const begins = (location: string): Answer => ({ status: 202, headers: { location } })

export const stored: Answer = { status: 201 }

export function failureOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown')
    },
    (error: Error) => error,
  )
}
