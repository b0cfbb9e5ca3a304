import type { Growth } from '../../weigh-in/growth.ts'
import type { Breakdown } from '../../weigh-in/breakdown.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../../weigh-in/weigh-in.ts'
import { formatBytes } from '../../declare/bytes.ts'
import { printable } from '../printable.ts'
import { encodeTree } from './encode.ts'
import type { PageData, PageTree } from './page-data.ts'

/**
 * Data that a weigh-in leaves out because of its size: the breakdowns down to functions, for one image and platform.
 */
export interface Depth {
  readonly image: string
  readonly platform: string
  /** By the name of the binary. */
  readonly breakdowns: ReadonlyMap<string, Breakdown>
  /** Also down to functions; without it, the growth in the weigh-in is used. */
  readonly growth?: Growth | null
}

/**
 * Returns the trees of every image and platform. The binaries' trees come first, because readers look there first, then
 * the image's files.
 */
export function pageData(weighIn: WeighIn, depths: readonly Depth[]): PageData {
  const trees: PageTree[] = []
  const several = weighIn.images.flatMap(({ platforms }) => platforms).length > 1
  for (const image of weighIn.images) {
    for (const weight of image.platforms) {
      const depth = depths.find(
        ({ image: name, platform }) => name === image.name && platform === weight.platform,
      )
      const group = several ? printable(`${image.name} ${weight.platform}`) : ''
      trees.push(...platformTrees(weight, depth, group, trees.length))
    }
  }
  return { trees, first: 0 }
}

function platformTrees(
  weight: PlatformWeight,
  depth: Depth | undefined,
  group: string,
  first: number,
): readonly PageTree[] {
  const growth = depth?.growth ?? weight.growth
  const binaries = weight.binaries.flatMap(({ name, path, linkedSize, shippedSize, breakdown }) => {
    const tree = depth?.breakdowns.get(name) ?? breakdown
    const what = linkedSize === shippedSize ? 'as shipped' : `as linked, ships as ${formatBytes(shippedSize)}`
    const nodes = growth?.nodes.filter(({ binary }) => binary === name) ?? null
    return tree === null
      ? []
      : [{ path, tree: { name: printable(name), what, group, opens: {}, ...encodeTree(tree, nodes) } }]
  })
  const files = encodeTree(weight.breakdown, growth?.files ?? null)
  const opens: Record<number, number> = {}
  for (const [index, { path }] of binaries.entries()) {
    const node = files.names.indexOf(printable(path))
    if (node > 0) opens[node] = first + index
  }
  const image: PageTree = { name: 'image', what: 'files as shipped', group, opens, ...files }
  return [...binaries.map(({ tree }) => tree), image]
}

interface Named {
  readonly images: readonly Pick<ImageWeight, 'name'>[]
  readonly failed?: WeighIn['failed']
}

/** Returns the title: `proxy`, or the number of images, those that failed among them. */
export function titleOf({ images, failed = [] }: Named): string {
  const names = new Set([...images, ...failed].map(({ name }) => name))
  const [first] = names
  if (first === undefined) return 'nothing'
  return names.size === 1 ? printable(first) : `${names.size} images`
}
