import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer, request as forward, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { request, refusal } from '../../src/host/http.ts'
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

  it.each([
    ['in the URL', 'http://me:s%40crit@host.example/', {}],
    ['in a header', 'http://host.example/', { headers: { authorization: 'Bearer s@crit' } }],
    ['to a name that begins as this machine', 'http://me:s%40crit@localhost.example/', {}],
    ['to an address of an internal network', 'http://me:s%40crit@10.0.0.1/', {}],
  ])('sends no password over plain http, %s', async (_name, url, options) => {
    const failed = request(testHost(), url, { ...options, timeoutMs: 2000 })
    await expect(failed).rejects.toThrow(
      /^a password or token is never sent to \S+ over plain http; use https$/,
    )
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

  it('knows that nothing was sent to a name with several addresses where nobody listens', async () => {
    const url = (await goneServer()).replace('127.0.0.1', 'localhost')
    await expect(request(testHost(), url)).rejects.toMatchObject({ name: 'HttpError', unsent: true })
  })

  it('knows a reset connection to be temporary, and a refused one not', async () => {
    await expect(request(testHost(), `${server.url}/hangs-up`)).rejects.toMatchObject({
      temporary: true,
      unsent: false,
    })
    await expect(request(testHost(), await goneServer())).rejects.toMatchObject({
      temporary: false,
      unsent: true,
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('request, behind a proxy', () => {
  let target: DownloadServer
  let proxy: Server
  const asked: string[] = []
  const credentials: (string | undefined)[] = []
  const hung: Duplex[] = []
  beforeAll(async () => {
    target = await downloadServer({ '/': (_, response) => response.end('from the target') })
    // Whatever is asked for, the target answers.
    proxy = createServer((incoming, outgoing) => {
      asked.push(String(incoming.url))
      credentials.push(incoming.headers['proxy-authorization'])
      if (incoming.url?.startsWith('http://refuses-407')) return void outgoing.writeHead(407).end()
      forward(target.url, answer => answer.pipe(outgoing)).end()
    })
    proxy.on('connect', (incoming, socket) => {
      const place = String(incoming.url)
      asked.push(place)
      credentials.push(incoming.headers['proxy-authorization'])
      const status = /^refuses-(\d+)/.exec(place)?.[1]
      if (status !== undefined) return void socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)
      if (place.startsWith('hangs')) return void hung.push(socket)
      if (place.startsWith('resets')) return void (socket as Socket).resetAndDestroy()
      if (place.startsWith('cuts')) return void socket.destroy()
      const { hostname, port } = new URL(target.url)
      const onward = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    proxy.closeAllConnections()
    for (const socket of hung) socket.destroy()
    await Promise.all([target.close(), new Promise(resolve => proxy.close(resolve))])
  })

  /** What `source` prints, which asks for `urls` behind this proxy. */
  async function askAll(
    urls: readonly string[],
    env: (address: string) => Readonly<Record<string, string>>,
  ): Promise<string> {
    const address = proxy.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    asked.length = 0
    const { stdout } = nodeProcess(
      `import { request } from './src/host/http.ts'
       const host = ${hostSource('/')}
       for (const url of ${JSON.stringify(urls)})
         console.log(await request(host, url, { timeoutMs: 4000 }).then(answer => answer.text(), error =>
           [error.message, error.temporary, error.proxy].join(' | ')))`,
      { env: { NO_PROXY: '', ...env(`127.0.0.1:${address.port}`) } },
    )
    return stdout
  }

  it('goes to this machine directly, whatever Node was asked for', async () => {
    const { port } = new URL(target.url)
    const urls = [target.url, `http://localhost:${port}/`, target.url].map(
      url => `${url.replace(/\/$/, '')}/`,
    )
    for (const NODE_USE_ENV_PROXY of ['0', '1']) {
      const said = await askAll(urls, address => ({
        HTTP_PROXY: `http://${address}`,
        HTTPS_PROXY: `http://${address}`,
        NODE_USE_ENV_PROXY,
      }))
      expect(said).toBe('from the target\n'.repeat(3))
      expect(asked).toEqual([])
    }
  })

  it('goes through the proxy, and past it where NO_PROXY says so', async () => {
    const urls = ['http://host.test/', 'http://direct.test:8081/', 'http://host.test/']
    const said = await askAll(urls, address => ({
      http_proxy: address,
      NO_PROXY: ' other.test, .direct.test',
    }))
    expect(said).toMatch(/^from the target\n.*(?:ENOTFOUND|EAI_AGAIN).*\nfrom the target\n$/)
    expect(said).not.toContain('proxy')
    expect(asked).not.toEqual([])
    expect(asked.every(url => url.includes('host.test'))).toBe(true)
  })

  it.each([
    {
      path: 'refuses-407',
      says: /answered with status 407, because it wants another user and password \| false \| HTTPS_PROXY$/,
    },
    { path: 'refuses-502', says: /answered with status 502 \| true \| HTTPS_PROXY$/ },
    { path: 'refuses-403', says: /answered with status 403 \| false \| HTTPS_PROXY$/ },
    { path: 'hangs', says: /^no answer within 4 s through the proxy / },
    { path: 'cuts', says: /does not connect to the server: it hung up \| false \| HTTPS_PROXY$/ },
    { path: 'resets', says: /^read ECONNRESET, through the proxy .* \| true \|$/ },
  ])('names the proxy that $path', async ({ path, says }) => {
    const said = await askAll([`https://${path}.test/`], address => ({
      HTTPS_PROXY: `http://user:very-secret@${address}`,
    }))
    expect(said.trim()).toMatch(says)
    expect(said).toMatch(/the proxy http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\)/)
    expect(said).not.toContain('very-secret')
  })

  it('names the proxy that wants a password for plain http', async () => {
    const said = await askAll(['http://refuses-407.test/'], address => ({ HTTP_PROXY: `http://${address}` }))
    expect(said.trim()).toMatch(/^the proxy .* answered with status 407, .* \| false \| HTTP_PROXY$/)
  })

  it('names a proxy that is not there, and one of a kind that it cannot use', async () => {
    const { host } = new URL(await goneServer())
    expect((await askAll(['https://host.test/'], () => ({ HTTPS_PROXY: host }))).trim()).toMatch(
      /^the proxy http:\/\/\S+ \(HTTPS_PROXY\) cannot be reached: .*ECONNREFUSED.* \| false \| HTTPS_PROXY$/,
    )
    expect(await askAll(['https://host.test/'], () => ({ HTTPS_PROXY: 'socks5://x:1' }))).toMatch(
      /names a socks5 proxy/,
    )
    expect(await askAll([`${target.url}/`], () => ({ HTTPS_PROXY: 'socks5://x:1' }))).toBe(
      'from the target\n',
    )
  })

  it('gives the proxy its user and password, and masks them', async () => {
    const address = proxy.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    credentials.length = 0
    const { stdout } = nodeProcess(
      `import { request } from './src/host/http.ts'
       const host = ${hostSource('/')}
       const secrets = []
       const masking = { ...host, log: { ...host.log, secret: text => secrets.push(text) } }
       for (let i = 0; i < 2; i++) await request(masking, 'http://host.test/')
       console.log(JSON.stringify(secrets))`,
      { env: { NO_PROXY: '', HTTP_PROXY: `http://user:p%40ss@127.0.0.1:${address.port}` } },
    )
    const pair = Buffer.from('user:p@ss').toString('base64')
    expect([...new Set(JSON.parse(await stdout) as string[])]).toEqual(['p%40ss', 'p@ss', pair])
    expect(credentials[0]).toBe(`Basic ${pair}`)
  })
})
