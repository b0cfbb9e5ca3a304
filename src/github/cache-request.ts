import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import { HttpError } from '../host/http-error.ts'
import { refusal, request } from '../host/http.ts'
import type { Environment, Host } from '../host/host.ts'
import { onPath } from '../host/on-path.ts'
import { bodyOf } from '../host/response-body.ts'
import { retry, type Patience } from '../host/retry.ts'

/** An entry of the cache service that `@actions/cache` saved. */
export interface FoundEntry {
  /** A signed URL: it alone is enough to read the entry. */
  readonly url: string
  readonly key: string
}

/**
 * A request for an entry. The service matches `directory` as part of the version, so it must be the same as when the
 * entry was saved.
 */
export interface EntryRequest {
  readonly directory: string
  readonly key: string
  /** A prefix of keys that are also accepted, the newest first. */
  readonly prefix: string
}

/** The URL of the service, `https://…/` with its final slash, and which of its two protocols it speaks. */
export interface CacheEndpoint {
  readonly protocol: 'v1' | 'v2'
  readonly url: string
}

/**
 * Finds the service as `@actions/cache` does; `null` if there is none, or if the workflow does not let this job read
 * it.
 */
export function cacheEndpoint(env: Environment): CacheEndpoint | null {
  const mode = (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase()
  if (mode === 'none' || mode === 'write-only') return null
  const protocol = (env['ACTIONS_CACHE_SERVICE_V2'] ?? '') !== '' && !isEnterpriseServer(env) ? 'v2' : 'v1'
  const url = env[protocol === 'v2' ? 'ACTIONS_RESULTS_URL' : 'ACTIONS_CACHE_URL'] ?? ''
  return url === '' ? null : { protocol, url: url.endsWith('/') ? url : `${url}/` }
}

function isEnterpriseServer(env: Environment): boolean {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const { hostname } = URL.canParse(server) ? new URL(server) : { hostname: '' }
  return hostname !== 'github.com' && !/\.(?:ghe\.com|localhost)$/i.test(hostname)
}

/**
 * Asks the service for an entry. `@actions/cache` returns the same for a missing entry and for a service that cannot be
 * reached; this function tells the two apart.
 *
 * @returns `null` if the service says that there is no such entry
 * @throws HttpError if the service cannot be asked, or its answer cannot be used
 */
export async function findEntry(
  host: Host,
  endpoint: CacheEndpoint,
  asked: EntryRequest,
  patience?: Patience,
): Promise<FoundEntry | null> {
  for (const version of versionsOf(host, asked.directory)) {
    const found = await retry(() => ask(host, endpoint, asked, version), { ...patience, stop: host.stop })
    if (found !== null) return found
  }
  return null
}

/** The content of an entry, still compressed. */
export async function* entryContent(host: Host, { url }: FoundEntry): AsyncGenerator<Uint8Array> {
  const response = await request(host, url, {
    headers: { 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(LONGEST_MS),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw refusal(response)
  }
  yield* bodyOf(response, STALL_MS)
}

const STALL_MS = 30_000
/** Enough time for a weigh-in of some hundred kilobytes. */
const LONGEST_MS = 120_000
const LONGEST_ANSWER = 1_000_000

async function ask(
  host: Host,
  endpoint: CacheEndpoint,
  asked: EntryRequest,
  version: string,
): Promise<FoundEntry | null> {
  const [url, options] = requestOf(endpoint, asked, version, host.env['ACTIONS_RUNTIME_TOKEN'] ?? '')
  const response = await request(host, url, { ...options, signal: AbortSignal.timeout(LONGEST_MS) })
  if (endpoint.protocol === 'v1' && response.status === 204) {
    await response.body?.cancel()
    return null
  }
  if (response.status !== 200) {
    await response.body?.cancel()
    throw refusal(response)
  }
  return readAnswer(endpoint.protocol, await textOf(response))
}

/**
 * Reads the entry in a service's answer; `null` if the answer says that there is none.
 *
 * @throws HttpError if the text is not an answer of such a service
 */
export function readAnswer(protocol: CacheEndpoint['protocol'], text: string): FoundEntry | null {
  const answer = parseJson(text)
  return protocol === 'v1' ? entryOfV1(answer) : entryOfV2(answer)
}

function requestOf(
  { protocol, url }: CacheEndpoint,
  { key, prefix }: EntryRequest,
  version: string,
  token: string,
): [string, RequestInit] {
  const authorization = `Bearer ${token}`
  // A redirect would send the token to another server.
  const redirect = 'error'
  if (protocol === 'v2')
    return [
      `${url}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`,
      {
        method: 'POST',
        redirect,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ key, restore_keys: [prefix], version }),
      },
    ]
  const query = new URLSearchParams({ keys: `${key},${prefix}`, version })
  return [
    `${url}_apis/artifactcache/cache?${query.toString()}`,
    { redirect, headers: { authorization, accept: 'application/json;api-version=6.0-preview.1' } },
  ]
}

const V1 = v.object({ archiveLocation: v.string(), cacheKey: v.string() })
/** Twirp writes field names in snake case, and may leave out a field that has its default value. */
const V2 = v.object({
  ok: v.optional(v.boolean(), false),
  signed_download_url: v.optional(v.string(), ''),
  matched_key: v.optional(v.string(), ''),
  // An error of Twirp has a code. Some proxies pass such an error on as a success.
  code: v.optional(v.never()),
})

function entryOfV1(answer: unknown): FoundEntry {
  const checked = v.safeParse(V1, answer)
  if (!checked.success) throw unusable()
  return entryAt(checked.output.archiveLocation, checked.output.cacheKey)
}

function entryOfV2(answer: unknown): FoundEntry | null {
  const checked = v.safeParse(V2, answer)
  if (!checked.success || Array.isArray(answer)) throw unusable()
  const { ok, signed_download_url: url, matched_key: key } = checked.output
  return ok ? entryAt(url, key) : null
}

function entryAt(url: string, key: string): FoundEntry {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || key === '') throw unusable()
  return { url, key }
}

function unusable(): HttpError {
  return new HttpError('its answer is not one that a cache service gives')
}

/**
 * The versions to ask for. `@actions/cache` compresses with zstd if it is installed, and asks only for entries that
 * were compressed the same way. Bantam asks for both kinds, so that two kinds of runners share their entries.
 */
function versionsOf(host: Host, directory: string): readonly string[] {
  const methods = ['zstd-without-long', 'gzip']
  const usual = onPath(host, 'zstd') === null ? methods.toReversed() : methods
  return usual.map(method => createHash('sha256').update([directory, method, '1.0'].join('|')).digest('hex'))
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bodyOf(response, STALL_MS)) {
    size += chunk.length
    if (size > LONGEST_ANSWER) throw unusable()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
