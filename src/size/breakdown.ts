import type { Layer } from '../image/layer.ts'
import { largestFirst } from '../weigh-in/largest-first.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'

/** Breaks an image down to its files, largest first. The root's bytes are exactly `imageSize`. */
export function imageBreakdown(layers: readonly Pick<Layer, 'what' | 'files'>[]): Breakdown {
  const children = layers
    .flatMap(({ what, files }) => files.map(file => fileOf(what, file.path, file.bytes)))
    .sort(largestFirst)
  const bytes = children.reduce((sum, child) => sum + child.bytes, 0)
  return { name: 'image', kind: 'image', bytes, children }
}

/**
 * Breaks down an image that Bantam did not build: its files as a container sees them, and the bytes that later layers
 * hide.
 *
 * @param programs paths of the binaries that were read
 */
export function foundBreakdown(
  files: readonly { readonly path: string; readonly bytes: number }[],
  programs: readonly string[],
  hiddenSize: number,
): Breakdown {
  const binaries = new Set(programs)
  const visible = files.map(({ path, bytes }): Breakdown => ({
    name: path,
    kind: binaries.has(path) ? 'binary' : 'file',
    bytes,
  }))
  const hidden: Breakdown = {
    name: 'replaced or deleted by later layers',
    kind: 'unknown',
    bytes: hiddenSize,
  }
  const children = [...visible, ...(hiddenSize === 0 ? [] : [hidden])].sort(largestFirst)
  return {
    name: 'image',
    kind: 'image',
    bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
    children,
  }
}

function fileOf(what: Layer['what'], name: string, bytes: number): Breakdown {
  return { name, kind: what === 'binaries' ? 'binary' : 'file', bytes }
}

/** Returns the `count` largest leaves of a breakdown, largest first. */
export function largestParts(breakdown: Breakdown, count: number): readonly Breakdown[] {
  return leavesOf(breakdown).sort(largestFirst).slice(0, count)
}

function leavesOf(node: Breakdown): Breakdown[] {
  const { children = [] } = node
  if (children.length > 0) return children.flatMap(leavesOf)
  // A root without children is an empty image and not a part.
  return node.kind === 'image' ? [] : [node]
}
