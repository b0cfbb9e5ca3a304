import { HttpClient } from '@actions/http-client'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer } from 'node:http'
import { withWatchedRequests } from '../../src/github/watched-requests.ts'
import { type Listening, listen } from '../support/listen.ts'

const PATIENCE = { silenceMs: 400, wholeMs: 60_000 }

describe('requests of the toolkit', () => {
  let server: Listening
  const open = new Set<string>()

  beforeAll(async () => {
    server = await listen(
      createServer(({ url = '' }, response) => {
        open.add(url)
        response.on('close', () => open.delete(url))
        if (url === '/never') return
        if (url !== '/chunked') response.setHeader('content-length', 7)
        response.write('{"a')
        if (url === '/whole') response.end('":1}')
        if (url === '/cut' || url === '/chunked') setImmediate(() => response.destroy())
        if (url === '/slow') {
          setTimeout(() => response.write('"'), 250)
          setTimeout(() => response.write(':'), 500)
          setTimeout(() => response.end('1}'), 750)
        }
      }),
    )
  })
  afterAll(() => server.stop())

  const get = async (path: string) => {
    const response = await new HttpClient('test').get(`http://${server.address}${path}`)
    return response.readBody()
  }

  it.each(['/whole', '/slow'])('bring the answer %s', async path => {
    expect(await withWatchedRequests(PATIENCE, () => get(path))).toBe('{"a":1}')
  })

  it.each([
    { path: '/cut', says: "the service's answer broke off" },
    { path: '/chunked', says: "the service's answer broke off" },
    { path: '/stall', says: 'the service said nothing for 0 s' },
    { path: '/never', says: 'the service said nothing for 0 s' },
  ])('fail with $path, and hold no connection', async ({ path, says }) => {
    await expect(withWatchedRequests(PATIENCE, () => get(path))).rejects.toThrow(says)
    while (open.has(path)) await new Promise(setImmediate)
  })

  it('fail where all of them take too long', async () => {
    await expect(
      withWatchedRequests({ silenceMs: 60_000, wholeMs: 100 }, () => get('/never')),
    ).rejects.toThrow('it took more than 0 s')
  })

  it('are told from those of others', async () => {
    const cut = get('/cut')
    const mine = await withWatchedRequests(PATIENCE, async () => {
      await new Promise(resolve => setTimeout(resolve, 100))
      return get('/whole')
    })
    expect(mine).toBe('{"a":1}')
    void cut
  })
})
