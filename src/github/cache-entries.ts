import { createHash } from 'node:crypto'
import { type Platform, formatPlatform } from '../declare/platform.ts'
import type { CompileSpec } from '../declare/spec.ts'

/** One thing that the cache service keeps between runs. */
export interface CacheEntry {
  readonly name: 'modules' | 'build' | 'packed'
  /** Absolute directory: part of what the service matches, so it is the same when saved. */
  readonly path: string
  /** What it is saved under. */
  readonly key: string
  /** Beginnings of keys that will do as well, the newest entry of the first that is found. */
  readonly restoreKeys: readonly string[]
  /** The key tells the content: what is restored by it needs no saving. */
  readonly immutable: boolean
}

/** What the keys depend on. */
export interface CacheSubject {
  /** Absolute; where packed binaries are kept. */
  readonly kept: string
  /** What tells this run's entries from those of all others. */
  readonly unique: string
  /** `linux-x64`: what Bantam and Go run on. */
  readonly machine: string
  readonly go: GoSubject | null
}

export interface GoSubject {
  /** `go1.26.8` */
  readonly version: string
  /** GOCACHE and GOMODCACHE, absolute. */
  readonly buildCache: string
  readonly moduleCache: string
  /** The content of every go.sum that counts; empty where nothing is required. */
  readonly sums: string
  readonly platform: Platform
  readonly compile: CompileSpec
}

/** Modules by what go.sum says, immutable; build cache and packed binaries as they grow, by a beginning. */
export function cacheEntries({ kept, unique, machine, go }: CacheSubject): readonly CacheEntry[] {
  const packed = growing('packed', kept, `bantam-packed-${machine}-`, unique)
  if (go === null) return [packed]
  const platform = formatPlatform(go.platform).replaceAll('/', '-')
  const prefix = `bantam-build-${machine}-${go.version}-${platform}-${hash(JSON.stringify(go.compile))}-`
  const modules =
    go.sums === '' ? [] : [immutable('modules', go.moduleCache, `bantam-modules-${hash(go.sums)}`)]
  return [...modules, growing('build', go.buildCache, prefix, unique), packed]
}

function immutable(name: CacheEntry['name'], path: string, key: string): CacheEntry {
  return { name, path, key, restoreKeys: [], immutable: true }
}

function growing(name: CacheEntry['name'], path: string, prefix: string, unique: string): CacheEntry {
  return { name, path, key: prefix + unique, restoreKeys: [prefix], immutable: false }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
