import { largestFirst } from '../weigh-in/largest-first.ts'
import type { BuildInfo } from './build-info.ts'
import { mainPathOf } from './package-owner.ts'
import type { Share, ShareKind } from './share.ts'

/**
 * Bytes by name. Shares with the same name become one leaf, such as a function's code and its part of the function
 * table.
 */
export type Names = Map<string, number>
export type Tally = Map<ShareKind, Names>
/** By the path as Go's symbol names have it; `null` for bytes that belong to no package. */
export type Tallies = Map<string | null, Tally>

export function tallyByPackage(shares: Iterable<Share>, buildInfo: BuildInfo | null): Tallies {
  const packages: Tallies = new Map()
  const keyOf = keyer(buildInfo)
  for (const share of shares) {
    const names = namesOf(packages, share.package === null ? null : keyOf(share.package), share.kind)
    names.set(share.name, (names.get(share.name) ?? 0) + share.bytes)
  }
  return packages
}

/** The name of the leaf for recorded embedded files of a program whose embedded files are not available. */
const RECORDED = 'embedded files'
/**
 * Where embedded files are counted while their package is unknown, in this order. An `embed.FS` can be recognized; a
 * string cannot.
 */
const UNOWNED: readonly ShareKind[] = ['embed', 'data']

/**
 * Moves the bytes that packages are known to embed out of the bytes without an owner, largest names first. It never
 * moves more than there is.
 */
export function giveEmbedded(
  packages: Tallies,
  byPackage: ReadonlyMap<string, number>,
  buildInfo: BuildInfo | null,
): void {
  const keyOf = keyer(buildInfo)
  const unowned = UNOWNED.flatMap(kind => {
    const names = packages.get(null)?.get(kind) ?? new Map<string, number>()
    return Array.from(names, ([name, bytes]) => ({ names, name, bytes })).sort(largestFirst)
  })
  let [next, left] = [0, unowned[0]?.bytes ?? 0]
  for (const [path, wanted] of byPackage) {
    let given = 0
    while (given < wanted && next < unowned.length) {
      const taken = Math.min(wanted - given, left)
      given += taken
      left -= taken
      const from = unowned[next]
      if (from !== undefined) from.names.set(from.name, left)
      if (left === 0) left = unowned[++next]?.bytes ?? 0
    }
    if (given === 0) continue
    const names = namesOf(packages, keyOf(path), 'embed')
    names.set(RECORDED, (names.get(RECORDED) ?? 0) + given)
  }
  const gone = unowned.filter(({ names, name }) => names.get(name) === 0)
  for (const { names, name } of gone) names.delete(name)
}

/** Returns a function that gives one key for both names of the main package. */
function keyer(buildInfo: BuildInfo | null): (path: string) => string {
  const mainPath = mainPathOf(buildInfo)
  return path => (path === mainPath ? 'main' : path)
}

function namesOf(packages: Tallies, path: string | null, kind: ShareKind): Names {
  const tally = getOrMake(packages, path, (): Tally => new Map())
  return getOrMake(tally, kind, (): Names => new Map())
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
