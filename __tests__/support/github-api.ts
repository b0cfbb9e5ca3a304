import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

export interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string; readonly type: string }
}

export interface PullRequest {
  readonly number: number
  readonly state: 'open' | 'closed'
  /** `label` is `owner:branch`. */
  readonly head: { readonly label: string; readonly sha: string }
}

/** What is answered instead of what was asked for. */
export interface Fault {
  readonly status: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The request is carried out all the same: its answer was lost on the way. */
  readonly done?: boolean
  /** The connection breaks off instead of an answer. */
  readonly cut?: boolean
}

export interface Manners {
  /** `owner/name` of the one repository there is. */
  readonly repository?: string
  readonly pullRequests?: readonly PullRequest[]
  /** On the first pull request. */
  readonly comments?: readonly Comment[]
  /** Called for each request, as `POST /repos/o/r/issues/7/comments`, with how many such came before. */
  readonly fault?: (request: string, before: number) => Fault | null
  /** Carries out and answers `POST` of a comment only once so many of them are here. */
  readonly writers?: number
  /** Takes no notice of what `head` asks for, as GitHub does where it does not understand it. */
  readonly deaf?: boolean
  /** Where the next page is said to be. */
  readonly nextOrigin?: string
}

export interface GitHubServer {
  /** What GITHUB_API_URL is. */
  readonly url: string
  /** Those of the first pull request, as they are now. */
  readonly comments: readonly Comment[]
  commentsOn(pullRequest: number): readonly Comment[]
  /** Method and path of each request, in their order. */
  readonly requests: readonly string[]
  readonly tokens: ReadonlySet<string | undefined>
  stop(): Promise<void>
}

export const TOKEN = 'ghs_0123456789abcdefghij'
export const BOT = { login: 'github-actions[bot]', type: 'Bot' }
export const PULL_REQUEST: PullRequest = {
  number: 7,
  state: 'open',
  head: { label: 'mallory:feature', sha: '89abcdef0123456789abcdef0123456789abcdef' },
}
/** GitHub's own most is 100; so few show paging. */
const LARGEST_PAGE = 3

/** What of GitHub's API has to do with the comments of a repository's pull requests: 7 of o/r where nothing else is said. */
export async function gitHubServer({
  repository = 'o/r',
  pullRequests = [PULL_REQUEST],
  comments: given = [],
  fault = () => null,
  writers = 1,
  deaf = false,
  nextOrigin,
}: Manners = {}): Promise<GitHubServer> {
  const [first = PULL_REQUEST] = pullRequests
  const threads = new Map(pullRequests.map(({ number }): [number, Comment[]] => [number, []]))
  const comments = threads.get(first.number) ?? []
  comments.push(...given)
  const requests: string[] = []
  const tokens = new Set<string | undefined>()
  const waiting: (() => void)[] = []
  let next = 1 + Math.max(1000, ...given.map(({ id }) => id))

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const line = `${request.method} ${url.pathname}`
    const wrong = fault(line, requests.filter(one => one === line).length)
    requests.push(line)
    tokens.add(request.headers.authorization)
    const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      response.end(status === 204 ? undefined : JSON.stringify(value))
    }
    const refuse = ({ status, message = 'no', headers = {}, cut = false }: Fault) =>
      cut ? void request.socket.destroy() : json(status, { message }, headers)
    const unknown = () => json(404, { message: 'Not Found' })
    const page = (all: readonly unknown[]) => {
      const at = Number(url.searchParams.get('page') ?? '1')
      const size = Math.min(LARGEST_PAGE, Number(url.searchParams.get('per_page') ?? '30'))
      url.searchParams.set('page', `${at + 1}`)
      const link = `<${nextOrigin ?? address}${url.pathname}${url.search}>; rel="next"`
      json(200, all.slice((at - 1) * size, at * size), at * size < all.length ? { link } : {})
    }
    if (wrong !== null && wrong.done !== true) return refuse(wrong)
    if (line === 'POST /graphql') return json(200, { data: { viewer: { login: BOT.login } } })
    const [route, id] = routeOf(line, repository)
    const thread = threads.get(id)
    const found = [...threads.values()].find(one => one.some(comment => comment.id === id))
    const index = found?.findIndex(comment => comment.id === id) ?? -1
    const body = (): string => (JSON.parse(text) as { body: string }).body
    switch (route) {
      case 'GET /pulls': {
        const asked = (name: string) => url.searchParams.get(name)
        const state = asked('state') ?? 'open'
        const head = deaf ? null : asked('head')
        return page(
          pullRequests.filter(pull => pull.state === state && (head === null || pull.head.label === head)),
        )
      }
      case 'GET /issues/N/comments':
        return thread === undefined ? unknown() : page(thread)
      case 'POST /issues/N/comments': {
        if (thread === undefined) return unknown()
        const created = { id: next++, body: body(), user: BOT }
        waiting.push(() => {
          thread.push(created)
          if (wrong === null) json(201, created)
          else refuse(wrong)
        })
        if (waiting.length >= writers) for (const go of waiting.splice(0)) go()
        return
      }
      case 'PATCH /issues/comments/N': {
        const old = found?.[index]
        if (found === undefined || old === undefined) return unknown()
        found[index] = { ...old, body: body() }
        return json(200, found[index])
      }
      case 'DELETE /issues/comments/N':
        if (found === undefined) return unknown()
        found.splice(index, 1)
        return json(204, null)
      default:
        return unknown()
    }
  }

  const listening = await listen(server)
  const address = `http://${listening.address}`
  return {
    url: address,
    comments,
    commentsOn: number => threads.get(number) ?? [],
    requests,
    tokens,
    stop: () => listening.stop(),
  }
}

/** `POST /issues/N/comments` and 7, of `POST /repos/o/r/issues/7/comments`. */
function routeOf(line: string, repository: string): readonly [string, number] {
  const within = line.replace(` /repos/${repository}/`, ' /')
  if (within === line) return ['', NaN]
  return [within.replace(/\d+/, 'N'), Number(/\d+/.exec(within)?.[0])]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
