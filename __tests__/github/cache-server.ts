import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../support/listen.ts'

export interface CacheServer {
  /** Keys that were saved whole, in their order. */
  readonly saved: readonly string[]
  /** What a child needs in its environment to speak to it. */
  readonly env: Readonly<Record<string, string>>
  stop(): Promise<void>
}

interface Entry {
  readonly key: string
  readonly version: string
  content: Buffer
  whole: boolean
}

export interface Manners {
  readonly protocol: 'v1' | 'v2'
  /** act keeps keys in lower case; Bantam's are, so that upper case shows the same of it. */
  readonly upperCase?: boolean
  /** Answers everything with this status. */
  readonly status?: number
  /** Breaks every answer off in the middle of its body. */
  readonly cut?: boolean
  /** What every look-up is answered with, in place of what is right; `cut`: half of it, and then nothing. */
  readonly lookUp?: string
  /** What is downloaded in place of what was saved. */
  readonly download?: (content: Buffer) => Buffer | 'cut' | number
}

/** The cache service, in memory: create once, restore the newest whose key begins as asked. */
export async function cacheServer({
  protocol,
  upperCase = false,
  status,
  cut = false,
  lookUp,
  download,
}: Manners): Promise<CacheServer> {
  const entries: Entry[] = []
  const saved: string[] = []
  const keyOf = (key: string) => (upperCase ? key.toUpperCase() : key)

  const find = (keys: readonly string[], version: string) => {
    const known = entries.filter(entry => entry.whole && entry.version === version).reverse()
    const matches = keys.flatMap((key, index) =>
      known.filter(entry => (index === 0 ? entry.key === keyOf(key) : entry.key.startsWith(keyOf(key)))),
    )
    return matches[0]
  }
  const create = (key: string, version: string) => {
    if (entries.some(entry => entry.key === keyOf(key) && entry.version === version)) return null
    return entries.push({ key: keyOf(key), version, content: Buffer.alloc(0), whole: false }) - 1
  }
  const finish = (entry: Entry | undefined) => {
    if (entry === undefined) return
    entry.whole = true
    saved.push(entry.key)
  }

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const json = (code: number, value?: unknown) => {
      response.writeHead(code, { 'content-type': 'application/json' })
      response.end(value === undefined ? undefined : JSON.stringify(value))
    }
    if (cut) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"archiveLoc', () => response.destroy())
      return
    }
    const half = (content: Buffer) => {
      response.writeHead(200, { 'content-length': content.length })
      response.write(content.subarray(0, content.length / 2), () => request.socket.destroy())
    }
    if (status !== undefined) return json(status, { message: 'no' })
    const isLookUp =
      url.pathname === '/_apis/artifactcache/cache' || url.pathname.endsWith('/GetCacheEntryDownloadURL')
    if (lookUp !== undefined && isLookUp) {
      if (lookUp === 'cut') return half(Buffer.alloc(1000))
      response.end(lookUp)
      return
    }
    const [last = ''] = url.pathname.split('/').slice(-1)
    const route = `${request.method} ${url.pathname.replace(/\d+$/, 'N')}`
    const asked = (): Record<string, string> & { restore_keys?: string[] } => JSON.parse(body.toString())
    switch (route) {
      case 'GET /blob/N': {
        const content = entries[Number(last)]?.content ?? Buffer.alloc(0)
        const given = download?.(content) ?? content
        if (typeof given === 'number') return json(given, { message: 'no' })
        if (given === 'cut') return half(content)
        response.end(given)
        return
      }
      case 'PUT /blob/N': {
        const entry = entries[Number(last)]
        if (entry !== undefined) entry.content = body
        response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString() })
        response.end()
        return
      }
      case 'GET /_apis/artifactcache/cache': {
        const keys = (url.searchParams.get('keys') ?? '').split(',')
        const entry = find(keys, url.searchParams.get('version') ?? '')
        if (entry === undefined) return json(204)
        return json(200, { cacheKey: entry.key, archiveLocation: blob(entries.indexOf(entry)) })
      }
      case 'POST /_apis/artifactcache/caches': {
        const id = create(asked()['key'] ?? '', asked()['version'] ?? '')
        return id === null ? json(409, { message: 'already exists' }) : json(201, { cacheId: id + 1 })
      }
      case 'PATCH /_apis/artifactcache/caches/N': {
        const entry = entries[Number(last) - 1]
        if (entry !== undefined) entry.content = Buffer.concat([entry.content, body])
        return json(204)
      }
      case 'POST /_apis/artifactcache/caches/N':
        finish(entries[Number(last) - 1])
        return json(204)
      case `POST ${TWIRP}/GetCacheEntryDownloadURL`: {
        const entry = find([asked()['key'] ?? '', ...(asked().restore_keys ?? [])], asked()['version'] ?? '')
        if (entry === undefined) return json(200, { ok: false })
        return json(200, {
          ok: true,
          signed_download_url: blob(entries.indexOf(entry)),
          matched_key: entry.key,
        })
      }
      case `POST ${TWIRP}/CreateCacheEntry`: {
        const id = create(asked()['key'] ?? '', asked()['version'] ?? '')
        return id === null
          ? json(409, { msg: 'already exists' })
          : json(200, { ok: true, signed_upload_url: blob(id) })
      }
      case `POST ${TWIRP}/FinalizeCacheEntryUpload`:
        finish(entries.find(entry => entry.key === keyOf(asked()['key'] ?? '')))
        return json(200, { ok: true, entry_id: '1' })
      default:
        return json(404, { message: route })
    }
  }

  const listening = await listen(server)
  const url = `http://${listening.address}`
  const blob = (index: number) => `${url}/blob/${index}`
  const common = { ACTIONS_RUNTIME_TOKEN: 'token', ACTIONS_RESULTS_URL: `${url}/` }
  return {
    saved,
    env:
      protocol === 'v1'
        ? { ...common, ACTIONS_CACHE_URL: `${url}/` }
        : { ...common, ACTIONS_CACHE_SERVICE_V2: 'true', GITHUB_SERVER_URL: 'http://x.localhost' },
    stop: () => listening.stop(),
  }
}

const TWIRP = '/twirp/github.actions.results.api.v1.CacheService'

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
