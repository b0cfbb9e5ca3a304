import { createHash } from 'node:crypto'
import { type Platform, formatPlatform } from '../declare/platform.ts'
import type { CompileSpec } from '../declare/spec.ts'

/** One thing that the cache service keeps between runs. */
export interface CacheEntry {
  readonly name: 'modules' | 'build' | 'packed'
  /** Absolute path of a directory. The service matches it, so it must be the same as when the entry was saved. */
  readonly path: string
  /** The key that the entry is saved under. */
  readonly key: string
  /**
   * Prefixes of other keys that are acceptable. The first prefix that matches counts, and of its entries the newest.
   */
  readonly restoreKeys: readonly string[]
  /**
   * Whether the key determines the content. An entry that was restored by such a key does not need to be saved again.
   */
  readonly immutable: boolean
}

/** What the keys depend on. */
export interface CacheKeyParts {
  /** Absolute path of the directory that keeps packed binaries. */
  readonly kept: string
  /** Distinguishes this run's entries from those of all others. */
  readonly unique: string
  /** The machine that Bantam and Go run on: `linux-x64`. */
  readonly machine: string
  readonly go: GoKeyParts | null
}

export interface GoKeyParts {
  /** `go1.26.8` */
  readonly version: string
  /** GOCACHE and GOMODCACHE, absolute paths. */
  readonly buildCache: string
  readonly moduleCache: string
  /** The content of every go.sum that counts; empty if nothing is required. */
  readonly sums: string
  readonly platforms: readonly Platform[]
  readonly compile: CompileSpec
}

/**
 * The entries of a run. Modules are immutable, with a key that go.sum determines. The build cache and the packed
 * binaries grow, and are found by a prefix.
 */
export function cacheEntries({ kept, unique, machine, go }: CacheKeyParts): readonly CacheEntry[] {
  const packed = growing('packed', kept, `bantam-packed-${machine}-`, unique)
  if (go === null) return [packed]
  const platform = go.platforms.map(formatPlatform).toSorted().join('_').replaceAll('/', '-')
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
