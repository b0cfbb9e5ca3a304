import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { HttpError } from '../../src/host/http-error.ts'
import { request } from '../../src/host/http.ts'
import { bodyOf } from '../../src/host/response-body.ts'
import { breaksOff, downloadServer, gives, serves, type DownloadServer } from '../support/download-server.ts'
import { testHost } from '../support/host.ts'

const BODY = Buffer.alloc(300_000, 'x')
const PATIENT = 30_000

describe('the body of a response', () => {
  let server: DownloadServer
  const endless = Promise.withResolvers<ServerResponse>()
  beforeAll(async () => {
    server = await downloadServer({
      '/whole': serves(BODY),
      '/nothing': gives(204),
      '/half': breaksOff(BODY),
      '/stalls': (_, response) => void response.writeHead(200).write('begun'),
      '/endless': (_, response) => {
        endless.resolve(response)
        response.writeHead(200)
        const more = () => void (response.destroyed || response.write(BODY, more))
        more()
      },
    })
  })
  afterAll(() => server.close())

  async function read(place: string, stallMs: number): Promise<Buffer> {
    const chunks: Uint8Array[] = []
    const response = await request(testHost(), `${server.url}${place}`)
    for await (const chunk of bodyOf(response, stallMs)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  it('comes whole, or is nothing', async () => {
    expect((await read('/whole', PATIENT)).equals(BODY)).toBe(true)
    expect(await read('/nothing', PATIENT)).toHaveLength(0)
  })

  it.each([
    { name: 'breaks off', place: '/half', stallMs: PATIENT, says: /^it broke off: / },
    { name: 'goes silent', place: '/stalls', stallMs: 40, says: /^it broke off: nothing came for 0\.04 s$/ },
  ])('is asked for again when it $name', async ({ place, stallMs, says }) => {
    const error: unknown = await read(place, stallMs).catch(cause => cause)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ temporary: true, message: expect.stringMatching(says) })
  })

  it('is no longer sent to whoever stops reading', async () => {
    const response = await request(testHost(), `${server.url}/endless`)
    for await (const _ of bodyOf(response, PATIENT)) break
    const sender = await endless.promise
    if (!sender.destroyed) await once(sender, 'close')
    expect(sender.destroyed).toBe(true)
  })
})
