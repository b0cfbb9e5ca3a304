import { largestFirst } from '../weigh-in/largest-first.ts'
import type { Breakdown, BreakdownKind } from '../weigh-in/breakdown.ts'
import type { BuildInfo } from './build-info.ts'
import { importPathOf, packageOwners } from './package-owner.ts'
import type { PackageOwner } from './package-owner.ts'
import { type Share, type ShareKind, sumOf } from './share.ts'
import { giveEmbedded, type Names, tallyByPackage } from './tally.ts'

/**
 * Builds a tree of shares: modules contain packages, packages contain functions. Bytes of no package are grouped by
 * kind.
 *
 * @param embedded bytes that packages are known to embed, and that the shares count as bytes of no package
 */
export function plant(
  name: string,
  shares: Iterable<Share>,
  buildInfo: BuildInfo | null,
  embedded: ReadonlyMap<string, number> = new Map(),
): Breakdown {
  const ownerOf = packageOwners(buildInfo)
  const modules = new Map<string, { readonly owner: PackageOwner; readonly packages: Breakdown[] }>()
  const others: Breakdown[] = []
  const tallies = tallyByPackage(shares, buildInfo)
  if (embedded.size > 0) giveEmbedded(tallies, embedded, buildInfo)
  for (const [path, tally] of tallies) {
    if (path === null) {
      const kinds = [...tally].filter(([, names]) => names.size > 0)
      others.push(...kinds.map(([kind, names]) => node(NAMES[kind], kind, leaves(kind, names))))
      continue
    }
    const owner = ownerOf(path)
    const key = owner.kind === 'std' ? 'std' : `${owner.kind} ${owner.path}`
    const module = modules.get(key) ?? { owner, packages: [] }
    modules.set(key, module)
    module.packages.push(
      node(
        importPathOf(path, buildInfo),
        'package',
        [...tally].flatMap(([kind, names]) => leaves(kind, names)),
      ),
    )
  }
  const children = [
    ...[...modules.values()].map(({ owner, packages }) => moduleNode(owner, packages)),
    ...others,
  ].sort((one, other) => rank(one) - rank(other) || inOrder(one, other))
  return { name, kind: 'binary', bytes: sumOf(children), children }
}

function leaves(kind: ShareKind, names: Names): readonly Breakdown[] {
  return Array.from(names, ([name, bytes]) => ({ name, kind, bytes }))
}

function moduleNode(owner: PackageOwner, packages: readonly Breakdown[]): Breakdown {
  const { kind } = owner
  const planted = node(kind === 'std' ? 'std' : owner.path, kind, packages)
  return kind === 'std' || owner.version === null ? planted : { ...planted, version: owner.version }
}

function node(name: string, kind: BreakdownKind, children: readonly Breakdown[]): Breakdown {
  return { name, kind, bytes: sumOf(children), children: [...children].sort(inOrder) }
}

/** Code that people wrote comes first. */
const ORDER: readonly BreakdownKind[] = [
  'main',
  'module',
  'std',
  'types',
  'data',
  'embed',
  'pclntab',
  'debug',
  'symbols',
  'header',
  'unknown',
]

const NAMES: Readonly<Record<ShareKind, string>> = {
  function: 'functions',
  types: 'types',
  data: 'data',
  embed: 'embedded files',
  pclntab: 'function table',
  debug: 'debug information',
  symbols: 'symbols and relocations',
  header: 'headers',
  unknown: 'unknown',
}

function rank({ kind }: Breakdown): number {
  return ORDER.indexOf(kind)
}

/** Orders by name too, because kinds share names: a package's functions and types. */
function inOrder(one: Breakdown, other: Breakdown): number {
  return largestFirst(one, other) || (one.kind < other.kind ? -1 : Number(one.kind > other.kind))
}
