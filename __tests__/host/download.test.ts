import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { download, Unreachable } from '../../src/host/download.ts'
import {
  breaksOff,
  downloadServer,
  gives,
  goneServer,
  hangsUp,
  redirectsTo,
  serves,
  type DownloadServer,
} from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { hostSource, nodeProcess } from '../support/node-process.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const body = randomBytes(300_000)
const sha256 = createHash('sha256').update(body).digest('hex')
const other = 'f'.repeat(64)
const maxBytes = 1_000_000

describe('download', () => {
  let server: DownloadServer
  beforeAll(async () => {
    server = await downloadServer({
      '/right': serves(body),
      '/redirected': redirectsTo('/once-more'),
      '/once-more': redirectsTo('right'),
      '/round': redirectsTo('/round'),
      '/to-a-file': redirectsTo('file:///etc/passwd'),
      '/500-then-right': [gives(500), serves(body)],
      '/429-then-right': [gives(429, { 'retry-after': '0' }), serves(body)],
      '/reset-then-right': [hangsUp, serves(body)],
      '/half-then-right': [breaksOff(body), serves(body)],
      '/half': breaksOff(body),
      '/500': gives(500),
      '/403': gives(403),
      '/to-403': redirectsTo('/403?token=secret'),
    })
  })
  afterAll(() => server.close())

  it.each([
    { name: 'the file', path: '/right', requests: 1 },
    { name: 'what it is redirected to', path: '/redirected', requests: 1 },
    { name: 'what a server has after a 500', path: '/500-then-right', requests: 2 },
    { name: 'what a server has after a 429', path: '/429-then-right', requests: 2 },
    { name: 'what a server has after a reset', path: '/reset-then-right', requests: 2 },
    { name: 'the whole after a half', path: '/half-then-right', requests: 2 },
  ])('gives $name', async ({ path: place, requests }) => {
    const downloaded = await download(testHost(), server.url + place, {
      sha256: sha256.toUpperCase(),
      maxBytes,
    })
    expect(downloaded.sha256).toBe(sha256)
    expect(readFileSync(downloaded.file).equals(body)).toBe(true)
    expect(server.requests.filter(asked => asked === place)).toHaveLength(requests)
  })

  it.each([
    { name: 'a 404', path: '/none', says: 'the server answered 404 Not Found', requests: 1 },
    { name: 'a 403', path: '/403', says: 'the server answered 403 Forbidden', requests: 1 },
    {
      name: 'a 403 of the place that it leads to',
      path: '/to-403',
      says: '/403, and the server answered 403 Forbidden',
      requests: 1,
    },
    { name: 'a 500 that stays', path: '/500', says: 'the server answered 500', requests: 4 },
    { name: 'a body that always breaks off', path: '/half', says: 'it broke off', requests: 4 },
    { name: 'a redirect in a circle', path: '/round', says: 'redirected more than 10 times', requests: 11 },
    { name: 'a redirect to a local file', path: '/to-a-file', says: 'file:///etc/passwd', requests: 1 },
  ])('cannot reach $name, and leaves nothing', async ({ path: place, says, requests }) => {
    const host = testHost()
    const url = `${server.url}${place}?token=secret`
    const failure: unknown = await download(host, url, { sha256, maxBytes }).catch(error => error)
    expect(failure).toBeInstanceOf(Unreachable)
    expect(String(failure)).toContain(says)
    expect(String(failure)).toContain(server.url + place)
    expect(String(failure)).not.toContain('secret')
    expect(server.requests.filter(asked => asked.split('?')[0] === place)).toHaveLength(requests)
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('cannot reach a port that nothing listens on', async () => {
    await expect(download(testHost(), `${await goneServer()}/x`, { maxBytes })).rejects.toEqual(
      aFailure('toolchain', { what: '/x could not be downloaded', why: 'ECONNREFUSED' }),
    )
  })

  it('names both hashes where they differ, asks once and leaves nothing', async () => {
    const host = testHost()
    const failure: unknown = await download(host, `${server.url}/right`, { sha256: other, maxBytes }).catch(
      error => error,
    )
    expect(failure).toEqual(
      aFailure('toolchain', {
        fields: { url: `${server.url}/right`, digest: `sha256:${sha256}` },
        why: `its SHA-256 is ${sha256}, expected ${other}`,
      }),
    )
    expect(failure).not.toBeInstanceOf(Unreachable)
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('stops at the bound and leaves nothing', async () => {
    const host = testHost()
    await expect(download(host, `${server.url}/right`, { sha256, maxBytes: 1000 })).rejects.toEqual(
      aFailure('toolchain', { fields: { url: `${server.url}/right` }, why: 'larger than 1000 bytes' }),
    )
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('says so where it cannot write', async () => {
    const host = testHost()
    const file = path.join(host.temporary, 'file')
    writeFileSync(file, '')
    await expect(
      download({ ...host, temporary: path.join(file, 'below') }, `${server.url}/right`, { maxBytes }),
    ).rejects.toEqual(aFailure('write', { fields: { file: path.join(file, 'below') } }))
  })

  describeWith(['unshare'], 'on a full disk', () => {
    it('says that there is no space left', async () => {
      const directory = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
      const script = `import { download } from './src/host/download.ts'
        const host = ${hostSource(directory, `temporary: ${JSON.stringify(directory)}`)}
        await download(host, '${server.url}/right', { maxBytes: 1e6 }).catch(e => console.log(e.code, e.message))`
      const mounted = [
        'unshare',
        '-rm',
        'sh',
        '-c',
        `mount -t tmpfs -o size=64k none ${directory} && exec "$@"`,
        'sh',
      ]
      const { stdout } = nodeProcess(script, { prefix: mounted })
      expect(await stdout).toMatch(/^write .* there is no space left on its disk/)
    })
  })
})

describeWith(['openssl'], 'download, from a secure place', () => {
  it('does not follow a redirect to an insecure one', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
    const [key, cert] = [path.join(directory, 'key.pem'), path.join(directory, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const made = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
    ]
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })
    const insecure = await downloadServer({ '/file': serves(body) })
    const secure = createServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      redirectsTo(`${insecure.url}/file`),
    )
    await new Promise<void>(resolve => secure.listen(0, '127.0.0.1', resolve))
    const address = secure.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const { stdout } = nodeProcess(
      `import { download } from './src/host/download.ts'
       const host = ${hostSource(directory)}
       await download(host, 'https://localhost:${address.port}/', { maxBytes: 1e6 }).catch(e => console.log(e.message))`,
      { env: { NODE_EXTRA_CA_CERTS: cert } },
    )
    expect(await stdout).toContain(`redirected to ${insecure.url}/file, which is not https`)
    expect(insecure.requests).toEqual([])
    secure.closeAllConnections()
    await Promise.all([insecure.close(), new Promise(resolve => secure.close(resolve))])
  })
})
