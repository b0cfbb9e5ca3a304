import * as core from '@actions/core'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { ImageSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
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
  spec: Pick<ImageSpec, 'platforms' | 'compile' | 'workingDirectory'>,
): Promise<void> {
  await tolerantly(host, 'restored', async service => {
    const parts = go === null ? null : await goKeyParts(host, go, spec)
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

async function goKeyParts(
  host: Host,
  go: Pick<GoToolchain, 'version' | 'command'>,
  {
    platforms: specs,
    compile,
    workingDirectory,
  }: Pick<ImageSpec, 'platforms' | 'compile' | 'workingDirectory'>,
): Promise<GoKeyParts | null> {
  const caches = await findGoCaches(host, go.command, compile, workingDirectory)
  return caches === null
    ? null
    : { ...caches, version: go.version, platforms: specs.map(({ platform }) => platform), compile }
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
