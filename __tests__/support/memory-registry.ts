import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'
import type { Answer, Seen } from './fault-registry.ts'

/** An answer that is given in full. */
export interface Given {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Repository {
  readonly blobs: Map<string, Buffer>
  readonly manifests: Map<string, { readonly type: string; readonly bytes: Buffer }>
  readonly tags: Map<string, string>
}

/** What a registry does differently. Each may be left out. */
export interface Manners {
  /** The path of the specification for one of its own, such as that of an upload. */
  readonly path?: (url: string) => string
  /** Answers in place of the registry; `null`: the registry answers. */
  readonly before?: (seen: Seen, registry: MemoryRegistry) => Answer | null
  /** Changes what the registry answers. */
  readonly after?: (given: Given, seen: Seen, registry: MemoryRegistry) => Given | 'reset'
}

export interface MemoryRegistry {
  readonly address: string
  readonly seen: readonly Seen[]
  readonly repositories: ReadonlyMap<string, Repository>
  repository(name: string): Repository
  stop(): Promise<void>
}

/**
 * A registry in memory that follows the distribution specification, for what no real one does on demand: faults, and the
 * manners of registries that cannot be installed. It refuses a manifest of which something is missing.
 */
export async function startMemoryRegistry({ path, before, after }: Manners = {}): Promise<MemoryRegistry> {
  const seen: Seen[] = []
  const repositories = new Map<string, Repository>()
  const uploads = new Map<string, Buffer[]>()
  const repository = (name: string): Repository => {
    const made = repositories.get(name) ?? { blobs: new Map(), manifests: new Map(), tags: new Map() }
    repositories.set(name, made)
    return made
  }
  const server = createServer((request, response) => {
    void collect(request).then(
      body => {
        const { method = '', url = '', headers } = request
        const one: Seen = { method, url, headers, body }
        seen.push(one)
        const own = before?.(one, registry) ?? null
        if (own === 'silence') return
        if (own === 'reset') return void request.socket.resetAndDestroy()
        if (own !== null && typeof own.body === 'object' && !Buffer.isBuffer(own.body))
          throw new Error('no endless body here')
        const plain = (own ?? respond({ ...one, url: path?.(url) ?? url })) as Given
        const given = after?.(plain, one, registry) ?? plain
        if (given === 'reset') return void request.socket.resetAndDestroy()
        give(response, given)
      },
      () => response.destroy(),
    )
  })
  const { address, stop } = await listen(server)
  const registry: MemoryRegistry = { address, seen, repositories, repository, stop }
  return registry

  function respond({ method, url, headers, body }: Seen): Given {
    const { pathname, searchParams } = new URL(url, 'http://registry')
    if (pathname === '/v2/') return { status: 200 }
    const [, name = '', kind = '', rest = ''] =
      /^\/v2\/(.+?)\/(manifests|blobs\/uploads|blobs|referrers)\/(.*)$/.exec(pathname) ?? []
    const last = decodeURIComponent(rest)
    const there = repositories.get(name)
    switch (`${method} ${kind}`) {
      case 'HEAD blobs':
      case 'GET blobs': {
        const found = there?.blobs.get(last)
        if (found === undefined) return refuse(404, 'BLOB_UNKNOWN')
        const length = { 'content-length': String(found.length), 'docker-content-digest': last }
        return { status: 200, headers: length, ...(method === 'GET' ? { body: found } : {}) }
      }
      case 'POST blobs/uploads': {
        const mounted = repositories.get(searchParams.get('from') ?? '')
        const digest = searchParams.get('mount') ?? ''
        const bytes = mounted?.blobs.get(digest)
        if (bytes === undefined) return begin(name, randomUUID(), [])
        repository(name).blobs.set(digest, bytes)
        return stored(digest)
      }
      case 'PATCH blobs/uploads': {
        const chunks = uploads.get(last)
        if (chunks === undefined) return refuse(404, 'BLOB_UPLOAD_UNKNOWN')
        const at = sizeOf(chunks)
        if (headers['content-range'] !== `${at}-${at + body.length - 1}`)
          return refuse(416, 'BLOB_UPLOAD_INVALID')
        return begin(name, last, [...chunks, body])
      }
      case 'PUT blobs/uploads': {
        const chunks = uploads.get(last)
        uploads.delete(last)
        if (chunks === undefined) return refuse(404, 'BLOB_UPLOAD_UNKNOWN')
        const bytes = Buffer.concat([...chunks, body])
        const digest = digestOf(bytes)
        if (searchParams.get('digest') !== digest) return refuse(400, 'DIGEST_INVALID')
        repository(name).blobs.set(digest, bytes)
        return stored(digest)
      }
      case 'DELETE blobs/uploads':
        return uploads.delete(last) ? { status: 204 } : refuse(404, 'BLOB_UPLOAD_UNKNOWN')
      case 'HEAD manifests':
      case 'GET manifests': {
        const digest = there?.tags.get(last) ?? last
        const found = there?.manifests.get(digest)
        if (found === undefined) return refuse(404, 'MANIFEST_UNKNOWN')
        const said = { 'content-type': found.type, 'docker-content-digest': digest }
        return method === 'GET'
          ? { status: 200, headers: said, body: found.bytes }
          : { status: 200, headers: { ...said, 'content-length': String(found.bytes.length) } }
      }
      case 'PUT manifests': {
        const digest = digestOf(body)
        if (last.startsWith('sha256:') && last !== digest) return refuse(400, 'DIGEST_INVALID')
        const into = repository(name)
        if (!isWhole(into, body)) return refuse(400, 'MANIFEST_BLOB_UNKNOWN')
        into.manifests.set(digest, { type: String(headers['content-type']), bytes: body })
        if (!last.startsWith('sha256:')) into.tags.set(last, digest)
        return stored(digest)
      }
      default:
        return refuse(404, 'UNSUPPORTED')
    }
  }

  function begin(name: string, id: string, chunks: Buffer[]): Given {
    uploads.set(id, chunks)
    const range = `0-${Math.max(0, sizeOf(chunks) - 1)}`
    return { status: 202, headers: { location: `/v2/${name}/blobs/uploads/${id}`, range } }
  }
}

/** An error as the specification writes it. */
export function refuse(status: number, code: string, message = code.toLowerCase()): Given {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ errors: [{ code, message }] }),
  }
}

/** Whether all is there that a manifest or an index refers to. */
export function isWhole({ blobs, manifests }: Repository, bytes: Uint8Array): boolean {
  const json = JSON.parse(Buffer.from(bytes).toString()) as Readonly<
    Record<string, readonly { digest: string }[]>
  >
  const { config = [], layers = [], manifests: listed = [] } = json
  return (
    [config, layers].flat().every(({ digest }) => blobs.has(digest)) &&
    listed.every(({ digest }) => {
      const found = manifests.get(digest)
      return found !== undefined && isWhole({ blobs, manifests, tags: new Map() }, found.bytes)
    })
  )
}

function stored(digest: string): Given {
  return { status: 201, headers: { 'docker-content-digest': digest, location: '/stored' } }
}

function sizeOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0)
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function give(response: ServerResponse, { status, headers = {}, body }: Given): void {
  response.writeHead(status, { ...headers }).end(body)
}
