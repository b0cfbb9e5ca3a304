import * as core from '@actions/core'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { formatPlatform } from '../declare/platform.ts'
import type { ImageSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { type CacheEntry, type GoKeyParts, cacheEntries } from './cache-entries.ts'
import { type Unsaved, decodeState, encodeState } from './cache-state.ts'
import { type CacheService, sameKey, tolerantly } from './cache-service.ts'
import { findGoCaches } from './go-caches.ts'
import { listingOf } from './listing.ts'

const STATE = 'bantam-cache'

/**
 * Restores Go's build cache, its modules and the packed binaries of earlier runs, and leaves a state for `saveCaches`.
 * A failure does not fail the run; it is reported as a notice.
 *
 * @param go `null` if nothing is compiled
 */
export async function restoreCaches(
  host: Host,
  go: Pick<GoToolchain, 'version' | 'command'> | null,
  images: readonly [CachedSpec, ...CachedSpec[]],
): Promise<void> {
  await tolerantly(host, 'restored', async service => {
    const parts = go === null ? null : await goKeyParts(host, go, images)
    const machine = `${process.platform}-${process.arch}`
    const entries = cacheEntries({ kept: host.kept, unique: uniqueOf(host), machine, go: parts })
    const failures: unknown[] = []
    const unsaved = await Promise.all(
      entries.map(entry =>
        restore(host, service, entry).catch((cause: unknown) => {
          failures.push(cause)
          return unrestored(entry)
        }),
      ),
    )
    // If an entry could not be restored, what this job makes is still saved.
    core.saveState(STATE, encodeState(unsaved.flatMap(entry => entry ?? [])))
    if (failures.length > 0) throw failures[0]
  })
}

/** Saves what this job added, after all other steps. It runs in `post`, which is another process. */
export async function saveCaches(host: Host): Promise<void> {
  const unsaved = decodeState(core.getState(STATE))
  if (unsaved.length === 0) return
  await tolerantly(host, 'saved', async service => {
    await Promise.all(unsaved.map(entry => save(host, service, entry)))
  })
}

/** What the keys depend on of an image. */
type CachedSpec = Pick<ImageSpec, 'platforms' | 'compile' | 'workingDirectory'>

/** All images share their caches, so the keys depend on the modules and the platforms of each. */
async function goKeyParts(
  host: Host,
  go: Pick<GoToolchain, 'version' | 'command'>,
  images: readonly [CachedSpec, ...CachedSpec[]],
): Promise<GoKeyParts | null> {
  const [{ compile }] = images
  const directories = [...new Set(images.map(({ workingDirectory }) => workingDirectory))]
  const found = await inParallel(host.cores, directories, directory =>
    findGoCaches(host, go.command, compile, directory),
  )
  const [first] = found
  if (first == null) return null
  const sums = [...new Set(found.flatMap(caches => caches?.sums ?? []))].join('')
  const platforms = images.flatMap(image => image.platforms.map(({ platform }) => platform))
  const unique = [...new Map(platforms.map(platform => [formatPlatform(platform), platform])).values()]
  return { ...first, sums, version: go.version, platforms: unique, compile }
}

/** A service writes each entry only once, so two jobs of one run must not use the same key. */
function uniqueOf({ env }: Host): string {
  return `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}-${randomUUID().slice(0, 8)}`
}

/** @returns what remains to be saved, or `null` */
async function restore(host: Host, service: CacheService, entry: CacheEntry): Promise<Unsaved | null> {
  const { name, path, key, restoreKeys, immutable } = entry
  // Modules are read-only files, so an archive cannot be unpacked over them. A machine that already has some keeps its
  // own.
  const lookupOnly = immutable && (await holdsSomething(path))
  const found = await service.restoreCache([path], key, [...restoreKeys], { lookupOnly })
  host.log.debug(`cache: ${name}: ${found ?? 'nothing'} for ${key}`)
  return immutable && sameKey(found, key) ? null : unrestored(entry)
}

async function unrestored({ name, path, key, immutable }: CacheEntry): Promise<Unsaved> {
  return { name, path, key, listing: immutable ? null : await listingOf(path) }
}

async function save(host: Host, service: CacheService, { name, path, key, listing }: Unsaved): Promise<void> {
  const now = await listingOf(path)
  if (now === null || now === listing) return host.log.debug(`cache: ${name}: nothing was added`)
  const id = await service.saveCache([path], key)
  host.log.debug(`cache: ${name}: ${id === -1 ? 'not saved' : 'saved'} as ${key}`)
}

async function holdsSomething(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0
  } catch {
    return false
  }
}
