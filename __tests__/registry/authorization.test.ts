import { describe, expect, it } from '@jest/globals'
import { connect } from '../../src/registry/client.ts'
import type { Answer, Fault, Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import {
  begins,
  failureOf,
  on,
  serve,
  startClient,
  startClientAs,
  stored,
} from '../support/registry-client.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { aFailure } from '../support/a-failure.ts'

const SECRETS = /hunter2|YWxpY2U6aHVudGVyM|the-token/

const image = tinyImage('client')
const blob = image.layers[1]!

const bearer = (realm: string) => `Bearer realm="${realm}",service="test",scope="repository:o/x:pull"`

const isAnonymous = ({ url, headers }: Seen) =>
  !url.startsWith('/token') && headers.authorization === undefined

const asks = (challenge: string): Fault => ({
  on: isAnonymous,
  answer: { status: 401, headers: { 'www-authenticate': challenge } },
})

/** With a token server at the same address. */
const asksForToken = (before: string): Fault => ({
  on: isAnonymous,
  answer: ({ headers }) => ({
    status: 401,
    headers: { 'www-authenticate': `${before}${bearer(`http://${headers.host}/token`)}` },
  }),
})

const repeats = ({ headers }: Seen): Answer => ({
  status: 403,
  body: JSON.stringify({
    errors: [{ code: 'DENIED', message: `${headers.authorization} hunter2-hunter2` }],
  }),
})

describe('authorize', () => {
  const token: Fault = {
    on: on('GET', '/token'),
    answer: { status: 200, body: JSON.stringify({ access_token: 'the-token', expires_in: 300 }) },
  }

  it('are not taken along to another origin', async () => {
    const storage = await serve({ on: () => true, answer: stored })
    const { server, client } = await startClient(asks('Basic realm="x"'), {
      on: on('POST', ''),
      answer: begins(`http://${storage.address}/bucket?signature=very-secret`),
    })
    await client.storeBlob('o/x', blob, null)
    expect(server.seen.at(-1)?.headers.authorization).toMatch(/^Basic /)
    expect(storage.seen).toHaveLength(1)
    expect(storage.seen[0]?.headers.authorization).toBeUndefined()
  })

  it('are not taken along by a redirect', async () => {
    const storage = await serve({ on: () => true, answer: { status: 200 } })
    const { server, client } = await startClient(asks('Basic realm="x"'), {
      on: on('HEAD', '/blobs/'),
      answer: { status: 307, headers: { location: `http://${storage.address}/blob` } },
    })
    expect(await client.hasBlob('o/x', blob.digest)).toBe(true)
    expect(server.seen.at(-1)?.headers.authorization).toMatch(/^Basic /)
    expect(storage.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  it('are not sent to whoever asks from another origin', async () => {
    const storage = await serve({
      on: () => true,
      answer: { status: 401, headers: { 'www-authenticate': 'Basic realm="give"' } },
    })
    const { client } = await startClient({
      on: on('POST', ''),
      answer: begins(`http://${storage.address}/bucket?signature=very-secret`),
    })
    const failure = await failureOf(client.storeBlob('o/x', blob, null))
    expect(storage.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
    expect(failure.message).not.toMatch(/very-secret/)
  })

  it('are exchanged for one token for each repository, which is used again', async () => {
    const { server, client } = await startClient(asksForToken('Negotiate, '), token, {
      on: on('HEAD', ''),
      answer: { status: 200 },
    })
    await client.hasBlob('o/x', blob.digest)
    await client.hasBlob('o/x', image.config.digest)
    await client.hasBlob('o/y', blob.digest)
    const tokens = server.seen.filter(({ url }) => url.startsWith('/token'))
    expect(tokens.map(({ url }) => new URLSearchParams(url.slice('/token?'.length)).getAll('scope'))).toEqual(
      [['repository:o/x:pull,push'], ['repository:o/y:pull,push']],
    )
    expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer the-token')
  })

  it.each([
    ['the service that is named', ',service="test"', () => 'test'],
    ['the registry where none is named', '', (address: string) => address],
  ])('are exchanged for a token for %s', async (_name, named, service) => {
    const { server, client } = await startClient(
      {
        on: isAnonymous,
        answer: ({ headers }) => ({
          status: 401,
          headers: { 'www-authenticate': `Bearer realm="http://${headers.host}/token?kept=1"${named}` },
        }),
      },
      token,
    )
    await client.hasBlob('o/x', blob.digest)
    const { url, headers } = server.seen.find(({ url }) => url.startsWith('/token'))!
    const query = new URLSearchParams(url.slice('/token?'.length))
    expect([query.get('kept'), query.get('service')]).toEqual(['1', service(server.address)])
    expect(headers.authorization).toBe(`Basic ${Buffer.from('alice:hunter2-hunter2').toString('base64')}`)
  })

  it('that are an identity token are exchanged by OAuth 2, as Azure wants it, and used again', async () => {
    const { server, host, client } = await startClientAs(
      { identityToken: 'refresh=me&now', source: 'a test' },
      asksForToken(''),
      {
        on: on('POST', '/token'),
        answer: { status: 200, body: JSON.stringify({ access_token: 'the-token', refresh_token: 'newer' }) },
      },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    expect(await client.hasBlob('o/x', blob.digest)).toBe(true)
    expect(await client.hasBlob('o/x', image.config.digest)).toBe(true)
    const tokens = server.seen.filter(({ url }) => url.startsWith('/token'))
    expect(tokens.map(({ method, url }) => [method, url])).toEqual([['POST', '/token']])
    expect(tokens[0]?.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(tokens[0]?.headers.authorization).toBeUndefined()
    expect(Object.fromEntries(new URLSearchParams(tokens[0]?.body.toString()))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'bantam',
      service: 'test',
      scope: 'repository:o/x:pull,push',
      refresh_token: 'refresh=me&now',
    })
    expect(server.seen.at(-1)?.headers.authorization).toBe('Bearer the-token')
    expect(host.log.lines).toEqual(expect.arrayContaining(['secret: refresh=me&now', 'secret: the-token']))
  })

  it('that are an expired identity token end with what the token server says, without the token', async () => {
    const { client } = await startClientAs(
      { identityToken: 'refresh-me-not', source: '~/.docker/config.json' },
      asksForToken(''),
      {
        on: on('POST', '/token'),
        answer: {
          status: 401,
          body: '{"errors":[{"code":"UNAUTHORIZED","message":"refresh-me-not has expired"}]}',
        },
      },
    )
    const failure = await failureOf(client.hasBlob('o/x', blob.digest))
    expect(failure).toEqual(aFailure('registry', { fields: { status: 401 }, why: 'has expired' }))
    expect(failure.message).toContain('the credentials from ~/.docker/config.json')
    expect(failure.message).not.toContain('refresh-me-not')
  })

  it('that are an identity token are not sent where a password is asked for', async () => {
    const { server, client } = await startClientAs(
      { identityToken: 'refresh-me', source: 'a test' },
      asks('Basic realm="x"'),
    )
    expect(await client.hasBlob('o/x', blob.digest)).toBe(false)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  it('are shown by every request that was under way when they were first asked for', async () => {
    const { server, client } = await startClient(asks('Basic realm="x"'), {
      on: on('HEAD', ''),
      answer: { status: 200 },
    })
    const found = await Promise.all([1, 2, 3].map(() => client.hasBlob('o/x', blob.digest)))
    expect(found).toEqual([true, true, true])
    expect(server.seen.filter(isAnonymous)).toHaveLength(3)
  })

  it('that there are none of leave a password unasked for', async () => {
    const server = await serve(asks('Basic realm="x"'))
    const client = connect(testHost(), server.address, null)
    expect(await client.hasBlob('o/x', blob.digest)).toBe(false)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
    expect(client.asksForLogin()).toBe(false)
  })

  it('are exchanged once, however many requests begin together', async () => {
    const { server, client } = await startClient(asksForToken(''), token, {
      on: on('HEAD', ''),
      answer: { status: 200 },
    })
    await client.hasBlob('o/x', blob.digest)
    server.forget()
    await Promise.all([1, 2, 3].map(() => client.hasBlob('o/y', blob.digest)))
    expect(server.log.filter(line => line === 'GET /token')).toHaveLength(1)
  })

  it('are exchanged anew by a later request where the token server failed', async () => {
    let asked = 0
    const { client } = await startClient(
      asksForToken(''),
      {
        ...token,
        answer: () =>
          (asked += 1) === 1
            ? { status: 403, body: '{}' }
            : { status: 200, body: '{"token":"the-token","expires_in":300}' },
      },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    await expect(client.hasBlob('o/x', blob.digest)).rejects.toMatchObject({ code: 'registry' })
    expect(await client.hasBlob('o/x', blob.digest)).toBe(true)
    expect(asked).toBe(2)
  })

  it('are exchanged once more, however many requests are refused together', async () => {
    let tokens = 0
    const { server, client } = await startClient(
      asksForToken(''),
      {
        ...token,
        answer: () => ({ status: 200, body: `{"token":"the-token-${(tokens += 1)}","expires_in":300}` }),
      },
      {
        on: ({ url, headers }) => url.includes('/blobs/') && headers.authorization === 'Bearer the-token-1',
        answer: { status: 401, headers: { 'www-authenticate': bearer('http://127.0.0.1/token') } },
      },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    await client.manifestDigest('o/x', 'v1')
    expect(await Promise.all([1, 2, 3].map(() => client.hasBlob('o/x', blob.digest)))).toEqual([
      true,
      true,
      true,
    ])
    expect(server.log.filter(line => line === 'GET /token')).toHaveLength(2)
  })

  it('are exchanged again, once, when the token is about to end', async () => {
    const shortLived = { status: 200, body: '{"token":"the-token","expires_in":9}' }
    const { server, client } = await startClient(
      asksForToken(''),
      { ...token, answer: shortLived },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    await client.hasBlob('o/x', blob.digest)
    await Promise.all([1, 2, 3].map(() => client.hasBlob('o/x', blob.digest)))
    expect(server.log.filter(line => line === 'GET /token')).toHaveLength(2)
  })

  it('get another token, with the scope that is missing, where one is refused', async () => {
    const challenge = 'Bearer realm="http://ADDRESS/token",service="test",scope="repository:o/x:delete"'
    const refuse = ({ headers }: Seen): Answer => ({
      status: 401,
      headers: { 'www-authenticate': challenge.replace('ADDRESS', headers.host ?? '') },
    })
    const { server, client } = await startClient(
      token,
      { on: on('HEAD', ''), times: 2, answer: refuse },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    expect(await client.hasBlob('o/x', blob.digest)).toBe(true)
    expect(server.log.map(line => line.split(' ')[0])).toEqual(['HEAD', 'GET', 'HEAD', 'GET', 'HEAD'])
    expect(new URLSearchParams(server.seen[3]?.url).getAll('scope')).toEqual([
      'repository:o/x:delete',
      'repository:o/x:pull,push',
    ])
  })

  it('take the challenge from the root where the refusal has none', async () => {
    const { client } = await startClient(
      { on: on('HEAD', ''), times: 1, answer: { status: 401 } },
      { on: on('GET', '/v2/'), answer: { status: 401, headers: { 'www-authenticate': 'basic realm=x' } } },
      { on: on('HEAD', ''), answer: { status: 200 } },
    )
    expect(await client.hasBlob('o/x', blob.digest)).toBe(true)
  })

  it.each([
    [
      'the metadata service',
      'http://169.254.169.254/token',
      '169.254.169.254, an address of an internal network',
    ],
    [
      'a private network',
      'https://[fd00:ec2::254]/token',
      '[fd00:ec2::254], an address of an internal network',
    ],
    ['another protocol', 'ftp://127.0.0.1/token', 'ftp:'],
    ['plain HTTP', 'http://evil.example/token', 'leads to plain HTTP on evil.example, which only this'],
    [
      'a name like this machine',
      'http://localhost.evil.example/token',
      'plain HTTP on localhost.evil.example',
    ],
    ['a user like this machine', 'http://127.0.0.1@evil.example/token', 'plain HTTP on evil.example'],
    ['an address elsewhere as a number', 'http://134744072/token', 'plain HTTP on 8.8.8.8'],
    ['an IPv6 address elsewhere', 'http://[2001:db8::1]/token', 'plain HTTP on [2001:db8::1]'],
    ['nowhere', '', 'no token server'],
  ])('are not sent to a token server in %s', async (_name, realm, reason) => {
    const { server, client } = await startClient(asks(bearer(realm)))
    const failure = await failureOf(client.manifestDigest('o/x', 'v1'))
    expect(failure).toEqual(aFailure('registry', { why: reason }))
    expect(server.seen).toHaveLength(1)
  })

  it('do not follow a token server that redirects', async () => {
    const { server, client } = await startClient(asksForToken(''), {
      on: on('GET', '/token'),
      answer: { status: 307, headers: { location: 'http://evil.example/token' } },
    })
    const failure = await failureOf(client.manifestDigest('o/x', 'v1'))
    expect(failure).toMatchObject({ code: 'registry', cause: { status: 307 } })
    expect(server.seen).toHaveLength(2)
  })

  it.each(['HEAD', 'GET', 'POST', 'PUT'] as const)(
    'do not go where a redirect of %s leads to plain HTTP',
    async method => {
      const { server, client } = await startClient(
        { on: on(method, ''), answer: { status: 307, headers: { location: 'http://evil.example/x' } } },
        { on: on('POST', ''), answer: begins('/v2/o/x/blobs/uploads/1') },
      )
      const asked = {
        HEAD: () => client.hasBlob('o/x', blob.digest),
        GET: () => client.manifest('o/x', 'v1'),
        POST: () => client.storeBlob('o/x', blob, 'o/y'),
        PUT: () => client.storeBlob('o/x', blob, null),
      }
      const failure = await failureOf(asked[method]())
      expect(failure).toEqual(aFailure('registry', { why: 'leads to plain HTTP on evil.example' }))
      expect(server.log.at(-1)).toMatch(new RegExp(`^${method} `))
    },
  )

  const noToken = aFailure('registry', { why: 'holds no token' })

  it.each<{ name: string; answer: Answer; fields: object }>([
    { name: 'no JSON', answer: { status: 200, body: '<html>' }, fields: noToken },
    {
      name: 'a line break',
      answer: { status: 200, body: '{"token":"the-token\\r\\nx: y"}' },
      fields: noToken,
    },
    {
      name: 'too much',
      answer: { status: 200, body: `{"token":"${'a'.repeat(70_000)}"}` },
      fields: noToken,
    },
    { name: 'nothing', answer: { status: 200, body: '{"expires_in":300}' }, fields: noToken },
    { name: 'a 404', answer: { status: 404 }, fields: { cause: { status: 404 } } },
    { name: 'a 201', answer: { status: 201, body: '{"token":"x"}' }, fields: { cause: { status: 201 } } },
  ])('get an error from a token server that answers $name', async ({ answer, fields }) => {
    const { client } = await startClient(asksForToken(''), { ...token, answer })
    const failure = await failureOf(client.manifestDigest('o/x', 'v1'))
    expect(failure).toMatchObject({ code: 'registry', ...fields })
    expect(failure.message).not.toMatch(SECRETS)
  })

  it('never show in messages or logs, also where the registry repeats them', async () => {
    const basic = await startClient(asks('Basic realm="x"'), { on: on('PUT', ''), answer: repeats })
    const bearer = await startClient(asksForToken(''), token, { on: on('PUT', ''), answer: repeats })
    for (const { client, host } of [basic, bearer]) {
      const failure = await failureOf(client.storeManifest('o/x', 'v1', image.manifest))
      expect(failure.message).toContain('DENIED: ')
      expect(failure.message).not.toMatch(SECRETS)
      const spoken = host.log.lines.filter(line => !line.startsWith('secret: ')).join('\n')
      expect(spoken).toContain('PUT ')
      expect(spoken).not.toMatch(SECRETS)
    }
  })
})
