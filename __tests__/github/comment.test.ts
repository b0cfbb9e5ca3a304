import { afterEach, describe, expect, it } from '@jest/globals'
import { type CommentRequest, writeComment } from '../../src/github/comment.ts'
import { againAfterRefusal, limitOf, mayHaveWritten } from '../../src/github/api.ts'
import { HttpError } from '../../src/host/http-error.ts'
import { markerOf } from '../../src/report/marker.ts'
import { testHost } from '../support/host.ts'
import { freePort } from '../support/free-port.ts'
import {
  BOT,
  type Comment,
  type Fault,
  type GitHubServer,
  type Manners,
  TOKEN,
  gitHubServer,
} from '../support/github-api.ts'
import { inChild, source } from './in-child.ts'

const marker = markerOf('proxy')
const LIST = '/repos/o/r/issues/7/comments'

function comment(id: number, body: string, user: Comment['user'] = BOT): Comment {
  return { id, body, user }
}

function chatter(count: number): readonly Comment[] {
  return Array.from({ length: count }, (_, index) =>
    comment(index + 1, 'nice', { login: 'octocat', type: 'User' }),
  )
}

describe('writeComment', () => {
  const servers: GitHubServer[] = []
  const serve = async (manners: Manners = {}): Promise<GitHubServer> => {
    const server = await gitHubServer(manners)
    servers.push(server)
    return server
  }
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()))
  })

  const request = (apiUrl: string, overrides: Partial<CommentRequest> = {}): CommentRequest => ({
    token: TOKEN,
    repository: 'o/r',
    pullRequest: 7,
    apiUrl,
    key: 'proxy',
    body: `${marker}\nnew`,
    unchanged: false,
    silentWhenUnchanged: false,
    ...overrides,
  })

  /** @returns what was said, debugging aside */
  const write = async (apiUrl: string, overrides: Partial<CommentRequest> = {}) => {
    const host = testHost()
    await writeComment(host, request(apiUrl, overrides))
    return host.log.lines.filter(line => !line.startsWith('debug:') && !line.startsWith('secret:'))
  }

  it('creates a comment where there is none, and looks again', async () => {
    const server = await serve()
    expect(await write(`${server.url}/`)).toEqual([])
    expect(server.comments).toEqual([comment(1001, `${marker}\nnew`)])
    expect(server.requests).toEqual(['POST /graphql', `GET ${LIST}`, `POST ${LIST}`, `GET ${LIST}`])
    expect([...server.tokens]).toEqual([`token ${TOKEN}`])
  })

  it('updates its own in place, on whatever page it is', async () => {
    const server = await serve({ comments: [...chatter(10), comment(11, `${marker}\nold`), ...chatter(2)] })
    expect(await write(server.url)).toEqual([])
    expect(server.comments[10]).toEqual(comment(11, `${marker}\nnew`))
    expect(server.comments).toHaveLength(13)
    expect(server.requests.filter(line => line === `GET ${LIST}`)).toHaveLength(5)
  })

  it('leaves a comment as it is that says so already', async () => {
    const server = await serve({ comments: [comment(1, `${marker}\r\nnew`)] })
    await write(server.url)
    expect(server.requests).toEqual(['POST /graphql', `GET ${LIST}`])
  })

  it.each([
    { name: "somebody else's", other: comment(1, `${marker}\nmine`, { login: 'mallory', type: 'User' }) },
    {
      name: "another app's",
      other: comment(1, `${marker}\nmine`, { login: 'github-actions', type: 'User' }),
    },
    { name: 'one of another key', other: comment(1, `${markerOf('worker')}\nmine`) },
    { name: 'one whose key begins alike', other: comment(1, `${markerOf('proxy2')}\nmine`) },
    { name: 'one that quotes it', other: comment(1, `> ${marker}\nmine`) },
  ])('does not touch $name', async ({ other }) => {
    const server = await serve({ comments: [other] })
    await write(server.url)
    expect(server.comments).toEqual([other, comment(1001, `${marker}\nnew`)])
  })

  it('is silent when nothing changed if so asked, but brings what is there up to date', async () => {
    const [empty, asked, written] = [
      await serve(),
      await serve(),
      await serve({ comments: [comment(1, marker)] }),
    ]
    await write(empty.url, { silentWhenUnchanged: true, unchanged: true })
    expect(empty.comments).toEqual([])
    await write(asked.url, { silentWhenUnchanged: true, unchanged: false })
    expect(asked.comments).toHaveLength(1)
    await write(written.url, { silentWhenUnchanged: true, unchanged: true })
    expect(written.comments).toEqual([comment(1, `${marker}\nnew`)])
  })

  it('leaves one comment where two processes write at the same time: the older one', async () => {
    const server = await serve({ writers: 2 })
    const script = (body: string) => `
      import { writeComment } from '${source('github/comment.ts')}'
      import { runnerHost } from '${source('host/runner.ts')}'
      const asked = ${JSON.stringify(request(server.url))}
      await writeComment(runnerHost(process.env, process.cwd()), { ...asked, body: asked.body + ${JSON.stringify(body)} })
    `
    const said = await Promise.all([inChild(script(' one')), inChild(script(' two'))])
    expect(said.map(({ stdout }) => stdout).join('')).not.toContain('::notice')
    expect(server.requests.filter(line => line === `POST ${LIST}`)).toHaveLength(2)
    expect(server.comments.map(({ id }) => id)).toEqual([1001])
    expect(server.comments[0]?.body).toMatch(/^<!-- bantam:proxy -->\nnew (one|two)$/)
  })

  it('removes what an earlier race left behind', async () => {
    const server = await serve({ comments: [comment(5, `${marker}\nb`), comment(3, `${marker}\na`)] })
    expect(await write(server.url)).toEqual([])
    expect(server.comments).toEqual([comment(3, `${marker}\nnew`)])
  })

  it('does not mind that another run removed it first', async () => {
    const fault = (line: string) => (line.startsWith('DELETE') ? { status: 404, message: 'Not Found' } : null)
    const server = await serve({ comments: [comment(3, marker), comment(5, marker)], fault })
    expect(await write(server.url)).toEqual([])
  })

  it('writes one comment though the answer to the first was lost', async () => {
    for (const cut of [false, true]) {
      const fault = (line: string, before: number): Fault | null =>
        line === `POST ${LIST}` && before === 0 ? { status: 502, done: true, cut } : null
      const server = await serve({ fault })
      expect(await write(server.url)).toEqual([])
      expect(server.comments.map(({ id }) => id)).toEqual([1001])
      expect(server.requests.filter(line => line === `POST ${LIST}`)).toHaveLength(1)
    }
  })

  it.each<{ name: string; wrong: Fault; looks: number }>([
    { name: 'the connection broke off', wrong: { status: 0, cut: true }, looks: 3 },
    { name: 'GitHub answered 500', wrong: { status: 500 }, looks: 3 },
    { name: 'GitHub answered 503, which says that nothing was done', wrong: { status: 503 }, looks: 2 },
  ])('creates a comment again that is not there after $name', async ({ wrong, looks }) => {
    const fault = (line: string, before: number) => (line === `POST ${LIST}` && before === 0 ? wrong : null)
    const server = await serve({ fault })
    expect(await write(server.url)).toEqual([])
    expect(server.comments.map(({ id }) => id)).toEqual([1001])
    expect(server.requests.filter(line => line === `GET ${LIST}`)).toHaveLength(looks)
    expect(server.requests.filter(line => line === `POST ${LIST}`)).toHaveLength(2)
  })

  it('creates a comment no third time where each connection breaks off', async () => {
    const fault = (line: string) => (line === `POST ${LIST}` ? { status: 0, cut: true } : null)
    const server = await serve({ fault })
    expect(await write(server.url)).toEqual([expect.stringContaining('could not be written')])
    expect(server.requests.filter(line => line === `POST ${LIST}`)).toHaveLength(2)
  })

  it.each<{ name: string; wrong: Fault; leastMs: number }>([
    { name: '429 with Retry-After', wrong: { status: 429, headers: { 'retry-after': '2' } }, leastMs: 1900 },
    {
      name: 'a secondary limit',
      wrong: {
        status: 403,
        message: 'You have exceeded a secondary rate limit.',
        headers: { 'retry-after': '2' },
      },
      leastMs: 1900,
    },
    { name: '503', wrong: { status: 503 }, leastMs: 900 },
  ])('waits, and tries again: $name', async ({ wrong, leastMs }) => {
    const fault = (line: string, before: number) => (line === `GET ${LIST}` && before === 0 ? wrong : null)
    const server = await serve({ comments: [comment(1, marker)], fault })
    const start = performance.now()
    expect(await write(server.url)).toEqual([])
    expect(performance.now() - start).toBeGreaterThan(leastMs)
    expect(server.comments).toEqual([comment(1, `${marker}\nnew`)])
  })

  it.each<{ name: string; at: string; wrong: Fault; says: string; requests?: number }>([
    {
      name: '401',
      at: 'POST /graphql',
      wrong: { status: 401, message: 'Bad credentials' },
      says: 'GitHub answered 401 (Bad credentials); give a github-token that is valid.',
    },
    {
      name: '403',
      at: `POST ${LIST}`,
      wrong: { status: 403, message: 'Resource not accessible by integration' },
      says: 'GitHub answered 403 (Resource not accessible by integration); give the job `permissions: pull-requests: write`; on a pull request from a fork its token can only read, and the `comment/` action in a workflow on workflow_run writes it.',
    },
    {
      name: '404',
      at: `GET ${LIST}`,
      wrong: { status: 404, message: 'Not Found' },
      says: 'GitHub answered 404 (Not Found); the token cannot see that pull request: check its permissions.',
    },
    {
      name: '422',
      at: `POST ${LIST}`,
      wrong: { status: 422, message: 'Validation Failed' },
      says: 'GitHub answered 422 (Validation Failed).',
    },
    {
      name: 'a limit that lasts',
      at: `GET ${LIST}`,
      wrong: { status: 429, message: 'Slow down.', headers: { 'retry-after': '3600' } },
      says: 'GitHub answered 429 (Slow down); the next run will write it.',
    },
    {
      name: 'a secondary limit that lasts',
      at: `POST ${LIST}`,
      wrong: {
        status: 403,
        message: 'You have exceeded a secondary rate limit.',
        headers: { 'retry-after': '3600' },
      },
      says: 'GitHub answered 403 (You have exceeded a secondary rate limit); the next run will write it.',
    },
    {
      name: '500 again and again',
      at: `GET ${LIST}`,
      wrong: { status: 500, message: `no ${TOKEN}` },
      says: 'GitHub answered 500 (no ***).',
      requests: 3,
    },
  ])(
    'tells in a notice that it could not: $name',
    async ({ at, wrong, says, requests = 1 }) => {
      const server = await serve({ fault: line => (line === at ? wrong : null) })
      expect(await write(server.url)).toEqual([
        `notice: The comment on pull request 7 of o/r could not be written: ${says}`,
      ])
      expect(server.requests.filter(line => line === at)).toHaveLength(requests)
    },
    20_000,
  )

  it('tells the same where nobody answers, or where it makes no sense', async () => {
    const nobody = await write(`http://127.0.0.1:${await freePort()}`)
    expect(nobody).toHaveLength(1)
    expect(nobody[0]).toMatch(
      /^notice: The comment on pull request 7 of o\/r could not be written: .*ECONNREFUSED/,
    )
    const [nowhere = ''] = await write('nowhere')
    expect(nowhere).toMatch(/^notice: The comment on .* could not be written: Invalid URL\.$/)
    expect(await write('http://127.0.0.1:1', { token: '' })).toEqual([
      'notice: No comment was written: there is no token to write it with.',
    ])
  }, 20_000)

  it('sends its token to no other server that a page points to', async () => {
    const other = await serve()
    const server = await serve({ comments: chatter(5), nextOrigin: other.url })
    const [said = ''] = await write(server.url)
    expect(said).toMatch(/could not be written: .* points to another server\.$/)
    expect(other.requests).toEqual([])
  }, 20_000)

  it('has the token kept secret', async () => {
    const server = await serve()
    const host = testHost()
    await writeComment(host, request(server.url))
    expect(host.log.lines[0]).toBe(`secret: ${TOKEN}`)
    expect(host.log.lines.slice(1).join('\n')).not.toContain(TOKEN)
  })
})

describe('limitOf', () => {
  const now = Date.UTC(2026, 10, 21)
  it.each([
    { name: 'no limit', status: 403, headers: {}, seconds: null },
    { name: 'another status', status: 404, headers: { 'retry-after': '5' }, seconds: null },
    { name: 'seconds', status: 403, headers: { 'retry-after': '5' }, seconds: 5 },
    {
      name: 'a date',
      status: 429,
      headers: { 'retry-after': new Date(now + 9000).toUTCString() },
      seconds: 9,
    },
    {
      name: 'none left until then',
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1000 + 30}` },
      seconds: 31,
    },
    { name: 'no word on how long', status: 429, headers: {}, seconds: 60 },
  ])('tells how long: $name', ({ status, headers, seconds }) => {
    expect(limitOf({ status, message: 'no', response: { headers } }, now)).toBe(seconds)
  })

  it('takes the words for it where no header says', () => {
    expect(limitOf({ status: 403, message: 'You have exceeded a secondary rate limit' }, now)).toBe(60)
  })
})

describe('againAfterRefusal', () => {
  const now = Date.UTC(2026, 10, 21)
  const refusal = (status: number, more: object = {}) =>
    Object.assign(new Error('no'), { status, request: {}, response: { headers: {} }, ...more })

  it.each([
    [400, null],
    [401, null],
    [403, null],
    [404, null],
    [408, { retryAfterMs: null }],
    [409, null],
    [410, null],
    [422, null],
    [429, { retryAfterMs: 60_000 }],
    [451, null],
    [500, { retryAfterMs: null }],
    [502, { retryAfterMs: null }],
  ])('of %i is %p', (status, again) => {
    expect(againAfterRefusal(refusal(status), now)).toEqual(again)
  })

  it.each([
    [60, { retryAfterMs: 60_000 }],
    [61, null],
  ])('of a limit that lasts %i s is %p', (seconds, again) => {
    const response = { headers: { 'retry-after': `${seconds}` } }
    expect(againAfterRefusal(refusal(403, { response }), now)).toEqual(again)
  })

  it('of a fault waits as long as GitHub says', () => {
    const response = { headers: { 'retry-after': '30' } }
    expect(againAfterRefusal(refusal(503, { response }), now)).toEqual({ retryAfterMs: 30_000 })
  })

  it('is another try wherever no answer came, unless it must not be asked for', () => {
    const without = (cause: unknown) => againAfterRefusal(refusal(500, { response: undefined, cause }), now)
    expect(without(new HttpError('cut off', { temporary: true }))).toEqual({ retryAfterMs: null })
    expect(without(new HttpError('no answer within 20 s'))).toEqual({ retryAfterMs: null })
    expect(without(new Error('it points to another server'))).toBeNull()
  })

  it('is none for a comment that may have been written', () => {
    const post = { method: 'POST', url: '/repos/o/r/issues/7/comments' }
    const lost = (unsent: boolean) =>
      refusal(500, { response: undefined, cause: new HttpError('no answer', { unsent }) })
    expect(mayHaveWritten(post, lost(false))).toBe(true)
    expect(mayHaveWritten(post, lost(true))).toBe(false)
    expect(mayHaveWritten({ ...post, url: 'https://ghe.example/api/graphql' }, lost(false))).toBe(false)
    expect(mayHaveWritten({ ...post, method: 'PATCH' }, lost(false))).toBe(false)
    expect(mayHaveWritten(post, refusal(502))).toBe(true)
    for (const status of [403, 422, 429, 503]) expect(mayHaveWritten(post, refusal(status))).toBe(false)
  })

  it('of a defect is none', () => {
    for (const defect of [new TypeError('x'), null, undefined, 'text', { status: 500 }])
      expect(againAfterRefusal(defect, now)).toBeNull()
  })
})
