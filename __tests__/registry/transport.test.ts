import { describe, expect, it } from '@jest/globals'
import type { RegistryRequest } from '../../src/registry/transport.ts'
import type { Fault } from '../support/fault-registry.ts'
import { failureOf, on, serve, startTransport } from '../support/registry-client.ts'

const refuses: readonly Fault[] = [
  { on: on('GET', '/token'), answer: { status: 200, body: '{"token":"the-token","expires_in":300}' } },
  {
    on: () => true,
    answer: ({ headers }) => ({
      status: 401,
      headers: { 'www-authenticate': `Bearer realm="http://${headers.host}/token"` },
    }),
  },
]

async function started(...faults: readonly Fault[]) {
  const { transport, operation, ...rest } = await startTransport(...faults)
  const request = (method: RegistryRequest['method'], path = 'o/x/thing'): RegistryRequest => ({
    method,
    url: new URL(path, transport.registry.url),
    scopes: ['repository:o/x:pull'],
    operation: operation('pull'),
  })
  return { ...rest, transport, operation, request }
}

describe('a login', () => {
  it('that is refused is renewed once, and no more', async () => {
    const { transport, request, server } = await started(...refuses)
    expect(await transport.request(request('HEAD'))).toMatchObject({ status: 401 })
    expect(server.log.map(line => line.split(' ')[0])).toEqual(['HEAD', 'GET', 'HEAD', 'GET', 'HEAD'])
    expect(transport.asksForLogin()).toBe(true)
  })

  it('by password is shown once: there is no other', async () => {
    const { transport, request, server } = await started({
      on: () => true,
      answer: { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
    })
    expect(await transport.request(request('PUT'))).toMatchObject({ status: 401 })
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      expect.stringMatching(/^Basic /),
    ])
  })

  it('is not looked for where a DELETE is refused', async () => {
    const { transport, request, server } = await started(...refuses)
    expect(await transport.request(request('DELETE'))).toMatchObject({ status: 401 })
    expect(server.log).toEqual(['DELETE /v2/o/x/thing'])
    expect(transport.asksForLogin()).toBe(false)
  })

  it.each([400, 403, 404])('is not looked for after a %i', async status => {
    const { transport, request, server } = await started({
      on: () => true,
      answer: { status, headers: { 'www-authenticate': 'Basic realm="x"' } },
    })
    expect(await transport.request(request('GET'))).toMatchObject({ status })
    expect(server.seen).toHaveLength(1)
    expect(transport.asksForLogin()).toBe(false)
  })

  it('of a kind that is not known changes nothing', async () => {
    const { transport, request, server } = await started({
      on: () => true,
      answer: { status: 401, headers: { 'www-authenticate': 'Negotiate' } },
    })
    expect(await transport.request(request('HEAD'))).toMatchObject({ status: 401 })
    // The root may name another kind.
    expect(server.log).toEqual(['HEAD /v2/o/x/thing', 'GET /v2/'])
    expect(transport.asksForLogin()).toBe(false)
  })
})

describe('a redirect', () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const
  const followed = async (method: RegistryRequest['method'], status: number) => {
    const { transport, request, server } = await started({
      on: on(method, '/v2/o/x/thing'),
      answer: { status, headers: { location: '/there' } },
    })
    await transport.request(request(method))
    return server.log.at(-1) === `${method} /there`
  }

  it.each([307, 308])('%i is followed with every method', async status => {
    for (const method of methods) expect([method, await followed(method, status)]).toEqual([method, true])
  })

  it.each([301, 302, 303])('%i is followed where there is no body', async status => {
    for (const method of methods)
      expect([method, await followed(method, status)]).toEqual([
        method,
        method === 'GET' || method === 'HEAD',
      ])
  })

  it.each([300, 304, 305, 309])('%i is an answer as any', async status => {
    expect(await followed('GET', status)).toBe(false)
  })

  it('to where nobody answers names both places, and is tried again where that may help', async () => {
    const gone = await serve()
    await gone.stop()
    const { transport, request } = await started({
      on: () => true,
      answer: { status: 307, headers: { location: `http://${gone.address}/x?signature=secret` } },
    })
    const asked = request('GET')
    expect(await failureOf(transport.request(asked))).toMatchObject({
      url: asked.url,
      temporary: false,
      message: expect.stringMatching(/^it leads to http:\S+\/x\?signature=\*\*\*: .*ECONNREFUSED/),
    })
  })

  it('that is cut off may be tried again', async () => {
    const storage = await serve({ on: () => true, answer: 'reset' })
    const { transport, request } = await started({
      on: () => true,
      answer: { status: 307, headers: { location: `http://${storage.address}/x` } },
    })
    expect(await failureOf(transport.request(request('GET')))).toMatchObject({ temporary: true })
  })
})

it('asks each thing once, whatever it is answered', async () => {
  const { transport, request, server } = await started({ on: () => true, answer: { status: 503 } })
  expect(await transport.request(request('GET'))).toMatchObject({ status: 503 })
  expect(server.seen).toHaveLength(1)
})
