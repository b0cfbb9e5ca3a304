import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../support/listen.ts'

export interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string; readonly type: string }
}

/** What is answered instead of what was asked for. */
export interface Fault {
  readonly status: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The request is carried out all the same: its answer was lost on the way. */
  readonly done?: boolean
}

export interface Manners {
  readonly comments?: readonly Comment[]
  /** Called for each request, as `POST /repos/o/r/issues/7/comments`, with how many such came before. */
  readonly fault?: (request: string, before: number) => Fault | null
  /** Answers `POST` of a comment only once so many of them are here. */
  readonly writers?: number
  /** Where the next page is said to be. */
  readonly nextOrigin?: string
}

export interface GitHubServer {
  readonly url: string
  readonly comments: readonly Comment[]
  /** Method and path of each request, in their order. */
  readonly requests: readonly string[]
  readonly tokens: ReadonlySet<string | undefined>
  stop(): Promise<void>
}

export const TOKEN = 'ghs_0123456789abcdefghij'
export const BOT = { login: 'github-actions[bot]', type: 'Bot' }
/** GitHub's own most is 100; so few show paging. */
const LARGEST_PAGE = 3

/** The comments of pull request 7 of o/r, as GitHub's API serves them. */
export async function gitHubServer({
  comments: given = [],
  fault = () => null,
  writers = 1,
  nextOrigin,
}: Manners = {}): Promise<GitHubServer> {
  const comments: Comment[] = [...given]
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
    const refuse = ({ status, message = 'no', headers = {} }: Fault) => json(status, { message }, headers)
    if (wrong !== null && wrong.done !== true) return refuse(wrong)
    const id = Number(/\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1])
    const index = comments.findIndex(comment => comment.id === id)
    const found = comments[index]
    const body = (): string => (JSON.parse(text) as { body: string }).body
    switch (line.replace(/\d+$/, 'N')) {
      case 'POST /graphql':
        return json(200, { data: { viewer: { login: BOT.login } } })
      case 'GET /repos/o/r/issues/7/comments': {
        const page = Number(url.searchParams.get('page') ?? '1')
        const size = Math.min(LARGEST_PAGE, Number(url.searchParams.get('per_page') ?? '30'))
        const origin = nextOrigin ?? address
        const link = `<${origin}${url.pathname}?per_page=${size}&page=${page + 1}>; rel="next"`
        const more = page * size < comments.length
        return json(200, comments.slice((page - 1) * size, page * size), more ? { link } : {})
      }
      case 'POST /repos/o/r/issues/7/comments': {
        const created = { id: next++, body: body(), user: BOT }
        comments.push(created)
        waiting.push(() => (wrong === null ? json(201, created) : refuse(wrong)))
        if (waiting.length >= writers) for (const go of waiting.splice(0)) go()
        return
      }
      case 'PATCH /repos/o/r/issues/comments/N':
        if (found === undefined) return json(404, { message: 'Not Found' })
        comments[index] = { ...found, body: body() }
        return json(200, comments[index])
      case 'DELETE /repos/o/r/issues/comments/N':
        if (found === undefined) return json(404, { message: 'Not Found' })
        comments.splice(index, 1)
        return json(204, null)
      default:
        return json(404, { message: 'Not Found' })
    }
  }

  const listening = await listen(server)
  const address = `http://${listening.address}`
  return { url: address, comments, requests, tokens, stop: () => listening.stop() }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
