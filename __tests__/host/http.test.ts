import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer, request as forward, type Server } from 'node:http'
import { connect } from 'node:net'
import { request, refusal, retryAfter, showUrl } from '../../src/host/http.ts'
import { VERSION } from '../../src/version.ts'
import {
  downloadServer,
  gives,
  goneServer,
  hangsUp,
  neverAnswers,
  type DownloadServer,
} from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { hostSource, nodeProcess } from '../support/node-process.ts'

describe('request', () => {
  let server: DownloadServer
  beforeAll(async () => {
    server = await downloadServer({
      '/headers': (asked, response) => response.end(JSON.stringify(asked.headers)),
      '/refuses': gives(503, { 'retry-after': '7' }),
      '/silent': neverAnswers,
      '/hangs-up': hangsUp,
    })
  })
  afterAll(() => server.close())

  it('says who asks', async () => {
    const response = await request(testHost(), `${server.url}/headers`)
    expect(await response.json()).toMatchObject({ 'user-agent': `bantam/${VERSION}` })
  })

  it('turns the user and password of a URL into a header', async () => {
    const url = `${server.url}/headers`.replace('//', '//me:s%40crit@')
    const response = await request(testHost(), url)
    expect(await response.json()).toMatchObject({
      authorization: `Basic ${Buffer.from('me:s@crit').toString('base64')}`,
    })
  })

  it('takes any status for a response', async () => {
    const response = await request(testHost(), `${server.url}/refuses`)
    expect(refusal(response)).toMatchObject({ status: 503, temporary: true, retryAfterMs: 7000 })
  })

  it('waits for an answer only so long', async () => {
    await expect(request(testHost(), `${server.url}/silent`, { timeoutMs: 50 })).rejects.toMatchObject({
      name: 'HttpError',
      message: 'no answer within 0.05 s',
      status: null,
    })
  })

  it('knows a reset connection to be temporary, and a refused one not', async () => {
    await expect(request(testHost(), `${server.url}/hangs-up`)).rejects.toMatchObject({ temporary: true })
    await expect(request(testHost(), await goneServer())).rejects.toMatchObject({
      temporary: false,
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('request, behind a proxy', () => {
  let target: DownloadServer
  let proxy: Server
  const asked: string[] = []
  beforeAll(async () => {
    target = await downloadServer({ '/': (_, response) => response.end('from the target') })
    proxy = createServer((incoming, outgoing) => {
      asked.push(String(incoming.url))
      incoming.pipe(forward(String(incoming.url), answer => answer.pipe(outgoing)))
    })
    proxy.on('connect', (incoming, socket) => {
      asked.push(String(incoming.url))
      const [hostname = '', port = ''] = String(incoming.url).split(':')
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    proxy.closeAllConnections()
    await Promise.all([target.close(), new Promise(resolve => proxy.close(resolve))])
  })

  it.each([
    { name: 'goes through HTTP_PROXY', noProxy: '', through: true },
    { name: 'goes past it for a host in NO_PROXY', noProxy: '127.0.0.1', through: false },
  ])('$name', async ({ noProxy, through }) => {
    const address = proxy.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    asked.length = 0
    const { stdout } = nodeProcess(
      `import { request } from './src/host/http.ts'
       const host = ${hostSource('/')}
       for (let i = 0; i < 2; i++) console.log(await (await request(host, '${target.url}/')).text())`,
      { env: { HTTP_PROXY: `http://127.0.0.1:${address.port}`, NO_PROXY: noProxy } },
    )
    expect(await stdout).toBe('from the target\nfrom the target\n')
    expect(asked.some(url => url.includes(new URL(target.url).host))).toBe(through)
  })
})

describe('retryAfter', () => {
  const now = Date.parse('2026-11-20T00:00:00Z')
  it.each([
    { value: null, ms: null },
    { value: '0', ms: 0 },
    { value: '120', ms: 120_000 },
    { value: 'Fri, 20 Nov 2026 00:00:05 GMT', ms: 5000 },
    { value: 'Thu, 19 Nov 2026 00:00:00 GMT', ms: 0 },
    { value: 'soon', ms: null },
    { value: '-1', ms: null },
  ])('reads $value', ({ value, ms }) => {
    expect(retryAfter(value, now)).toBe(ms)
  })
})

describe('showUrl', () => {
  it.each([
    { url: 'https://me:secret@host.example/a/b?token=secret#c', shown: 'https://host.example/a/b' },
    { url: 'http://127.0.0.1:5000/', shown: 'http://127.0.0.1:5000/' },
    { url: 'nonsense', shown: '(not a URL)' },
  ])('shows $shown', ({ url, shown }) => expect(showUrl(url)).toBe(shown))
})
