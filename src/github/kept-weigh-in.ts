import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { formatPlatform } from '../declare/platform.ts'
import { slug } from '../declare/reference.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import { errorCode, errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { HttpError } from '../host/http-error.ts'
import { retry, type Patience } from '../host/retry.ts'
import { TarError, tarEntries } from '../host/tar-entries.ts'
import { decompress } from '../image/decompress.ts'
import { readJson } from '../image/read-json.ts'
import { otherVersion } from '../size/other-version.ts'
import { readWeighIn } from '../size/read-weigh-in.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { type FoundEntry, cacheEndpoint, entryContent, findEntry } from './cache-request.ts'
import { tolerantly } from './cache-service.ts'
import { makeDirectory } from '../host/make-directory.ts'

/** What distinguishes one image of a repository from the others before anything is compiled. */
export interface WeighInKeyParts {
  readonly spec: Pick<PlatformSpec, 'source' | 'platform' | 'workingDirectory'>
  /** The image's key in bantam.yaml, because several can have one source; `null` without that file. */
  readonly key: string | null
}

/** The branch, and the commit on it, that a weigh-in belongs to. */
export interface KeptAt {
  readonly branch: string
  /** `null` asks for the newest one. */
  readonly commit: string | null
}

const FILE = 'weigh-in.json'
/** Enough for the weigh-in of a hundred services, down to packages. */
const MAX_BYTES = 64 * 1024 * 1024
const MAX_ENTRIES = 100

/** What the cache has for a branch. */
export type Kept =
  | { readonly status: 'found'; readonly weighIn: WeighIn }
  /** Nothing is kept, or there is no cache to keep it. */
  | { readonly status: 'none' }
  /** What is kept is of a Bantam that writes weigh-ins of another version. `reason` is a clause. */
  | { readonly status: 'other version'; readonly reason: string }
  /** It is unknown whether something is kept, or what is kept is damaged. `reason` is a clause. */
  | { readonly status: 'unreadable'; readonly reason: string }

/**
 * Restores the weigh-in of exactly that commit, otherwise the newest one of the branch. `revision` says which commit it
 * is from.
 */
export async function restoreWeighIn(
  host: Host,
  parts: WeighInKeyParts,
  at: KeptAt,
  patience?: Patience,
): Promise<Kept> {
  const endpoint = cacheEndpoint(host.env)
  if (endpoint === null) {
    host.log.debug('cache: there is no service to read a weigh-in from')
    return { status: 'none' }
  }
  const { directory, prefix } = cacheOf(host, parts, at.branch)
  const asked = { directory, prefix, key: prefix + (at.commit ?? 'newest') }
  try {
    const found = await findEntry(host, endpoint, asked, patience)
    host.log.debug(`cache: weigh-in: ${found?.key ?? 'nothing'} for ${asked.key}`)
    if (found === null) return { status: 'none' }
    return readKept(
      await retry(() => contentOf(host, found), { ...patience, stop: host.stop }),
      found,
      prefix,
    )
  } catch (error) {
    const why = whyNotRestored(error)
    if (why === null) throw error
    return { status: 'unreadable', reason: `the weigh-in kept in the cache could not be read: ${why}` }
  }
}

/**
 * Saves a weigh-in of a branch for the runs that start from it. It is small, so it is saved at once and not after the
 * job.
 */
export async function keepWeighIn(
  host: Host,
  parts: WeighInKeyParts,
  branch: string,
  weighIn: WeighIn,
): Promise<void> {
  const { revision } = weighIn
  if (revision === null) return
  await tolerantly(host, 'saved', async service => {
    const { directory, prefix } = cacheOf(host, parts, branch)
    await makeDirectory(directory)
    await writeFile(path.join(directory, FILE), JSON.stringify(weighIn))
    const id = await service.saveCache([directory], prefix + revision)
    host.log.debug(`cache: weigh-in: ${id === -1 ? 'not saved' : 'saved'} as ${prefix}${revision}`)
  })
}

interface WeighInCache {
  /** The service matches it, so it must be the same wherever the weigh-in is restored. */
  readonly directory: string
  /** The prefix of the keys of this branch, and of no other branch. */
  readonly prefix: string
}

function cacheOf(
  host: Host,
  { spec: { source, platform, workingDirectory }, key }: WeighInKeyParts,
  branch: string,
): WeighInCache {
  const here = (file: string) => path.relative(host.cwd, file)
  const what = source.kind === 'main' ? source.mains : here(source.path)
  const image = hash([what, formatPlatform(platform), here(workingDirectory), ...(key === null ? [] : [key])])
  return {
    // Next to the directory for packed binaries, which is saved as a whole.
    directory: path.join(path.dirname(host.kept), 'bantam-weigh-in', image),
    prefix: `bantam-weigh-in-${(slug(branch) ?? '').slice(0, 40)}-${hash([image, branch])}-`,
  }
}

/**
 * The file in the archive. The archive is read to its end, because a checksum may follow the file. Nothing is written
 * to the disk.
 */
async function contentOf(host: Host, found: FoundEntry): Promise<Uint8Array> {
  const archive = decompress(entryContent(host, found))
  let content: Uint8Array | null = null
  for await (const entry of tarEntries(archive, { maxEntries: MAX_ENTRIES, maxBytes: MAX_BYTES })) {
    if (entry.type !== 'file' || path.posix.basename(entry.name) !== FILE) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of entry.content()) chunks.push(chunk)
    content = Buffer.concat(chunks)
  }
  if (content === null) throw new TarError(`it has no ${FILE}`)
  return content
}

/** Checks the content, which comes from a job of the repository, or only claims to. */
function readKept(bytes: Uint8Array, { key }: FoundEntry, prefix: string): Kept {
  const json = readJson(bytes, MAX_BYTES)
  const other = json.ok ? otherVersion(json.value) : null
  if (other !== null)
    return { status: 'other version', reason: `the weigh-in kept in the cache ${other.said}` }
  const weighIn = json.ok ? readWeighIn(json.value) : json
  if (!weighIn.ok) return damaged(`it ${weighIn.problem}`)
  const { value } = weighIn
  // A service may change the case of its keys.
  if (key.toLowerCase() !== `${prefix}${value.revision}`.toLowerCase())
    return damaged('it is of a different commit')
  return { status: 'found', weighIn: value }
}

function damaged(why: string): Kept {
  return { status: 'unreadable', reason: `the weigh-in kept in the cache is damaged: ${why}` }
}

/** Why the weigh-in was not restored; `null` if the error is a defect. */
function whyNotRestored(error: unknown): string | null {
  if (error instanceof HttpError || error instanceof TarError) return error.message
  return /^Z_|^ZSTD_/.test(errorCode(error)) ? `it is damaged or incomplete (${errorMessage(error)})` : null
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
