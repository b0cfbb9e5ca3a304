import { describe, expect, it } from '@jest/globals'
import { BODY_LIMIT, NoResponse, send, type HttpRequest } from '../../src/registry/send.ts'
import type { Answer } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { writeTemporary } from '../support/layouts.ts'
import { failureOf, serve } from '../support/registry-client.ts'

async function sendTo(answer: Answer, request: Partial<HttpRequest> = {}) {
  const server = await serve({ on: () => true, answer })
  const host = testHost()
  const url = new URL(`http://${server.address}/v2/thing?_state=secret&digest=d`)
  return { host, server, url, response: send({ host, patience: {} }, { method: 'GET', url, ...request }) }
}

describe('send', () => {
  it('gives what was asked and what was answered', async () => {
    const answer = { status: 418, headers: { 'x-thing': 'yes' }, body: 'short and stout' }
    const { response, url, host } = await sendTo(answer, { headers: { accept: 'text/plain' } })
    const { headers, ...rest } = await response
    expect(rest).toEqual({ method: 'GET', url, status: 418, body: 'short and stout' })
    expect(headers.get('x-thing')).toBe('yes')
    expect(host.log.lines).toEqual([
      expect.stringMatching(/^debug: GET http:\S+\/v2\/thing\?_state=\*\*\*&digest=d 418, \d+ ms$/),
    ])
  })

  it.each([
    ['all of it', { status: 400, body: 'a'.repeat(BODY_LIMIT - 1) }, 65_535],
    ['as much as it keeps', { status: 400, body: 'a'.repeat(BODY_LIMIT + 1) }, 65_536],
    ['an end to what has none', { status: 400, body: { endless: 'a'.repeat(1000) } }, 65_536],
  ])('reads of a body %s', async (_name, answer, length) => {
    const { response } = await sendTo(answer)
    expect((await response).body).toHaveLength(length)
  })

  it.each([
    [200, 'the thing', ''],
    [206, '', 'the thing'],
    [404, '', 'the thing'],
  ])('hands the body of a %i over where it is asked for', async (status, received, kept) => {
    const chunks: Uint8Array[] = []
    const take = async (body: AsyncIterable<Uint8Array>) => {
      for await (const chunk of body) chunks.push(chunk)
    }
    const { response } = await sendTo({ status, body: 'the thing' }, { receive: { bytes: 9, take } })
    expect((await response).body).toBe(kept)
    expect(Buffer.concat(chunks).toString()).toBe(received)
  })

  it('follows no redirect', async () => {
    const { response, server } = await sendTo({ status: 307, headers: { location: '/there' } })
    expect((await response).status).toBe(307)
    expect(server.seen).toHaveLength(1)
  })

  it('sends bytes of whatever memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(8), 2, 4).fill(7)
    for (const body of [Uint8Array.from([1, 2, 3, 4]).subarray(1, 3), shared]) {
      const { response, server } = await sendTo({ status: 201 }, { method: 'PUT', body })
      await response
      expect(server.seen[0]?.body).toEqual(Buffer.from(body))
    }
  })

  it.each([
    ['directly', {}],
    [
      'past the proxies that the environment names',
      { http_proxy: 'http://127.0.0.1:9', no_proxy: '127.0.0.1' },
    ],
  ])('sends a part of a file with its length, %s', async (_, env) => {
    const bytes = Buffer.alloc(700_000, 'part')
    const file = writeTemporary('body', Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]))
    const server = await serve({ on: () => true, answer: { status: 201 } })
    const url = new URL(`http://${server.address}/v2/thing`)
    const body = { file, offset: 6, size: bytes.length }
    const host = testHost({ env: { ...process.env, ...env } })
    expect(await send({ host, patience: {} }, { method: 'PUT', url, body })).toMatchObject({ status: 201 })
    expect(server.seen[0]?.headers).toMatchObject({ 'content-length': '700000' })
    expect(server.seen[0]?.body.equals(bytes)).toBe(true)
  })

  it('says that a file cannot be sent because it has become shorter', async () => {
    const server = await serve({ on: () => true, answer: 'silence' })
    const url = new URL(`http://${server.address}/v2/thing`)
    const body = { file: writeTemporary('body', 'short'), offset: 0, size: 500_000 }
    await expect(
      send({ host: testHost(), patience: {} }, { method: 'PUT', url, body }),
    ).rejects.toBeInstanceOf(NoResponse)
  })

  it('says where no response came from, and whether another try may help', async () => {
    const { response, url } = await sendTo('reset')
    const error = await failureOf(response)
    expect(error).toBeInstanceOf(NoResponse)
    expect(error).toMatchObject({ url, temporary: true, status: null })
  })

  it('leaves an error of whoever takes the body as it is', async () => {
    const error = new TypeError('x is undefined')
    const take = () => Promise.reject(error)
    const { response } = await sendTo({ status: 200, body: 'text' }, { receive: { bytes: 4, take } })
    expect(await failureOf(response)).toBe(error)
  })
})
