import type { Breakdown } from '../weigh-in/breakdown.ts'

/** The zones of this package are recognized in any program, so they are not recorded. */
const ZONES = 'time/tzdata'

/**
 * Returns the bytes of the files that each package embeds, by import path, in order. The breakdown must go down to
 * functions.
 */
export function embeddedByPackage(breakdown: Breakdown): ReadonlyMap<string, number> {
  const packages = packagesOf(breakdown).flatMap(({ name, children = [] }) => {
    const files = children.filter(({ kind }) => kind === 'embed')
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return bytes === 0 || name === ZONES ? [] : [[name, bytes] as const]
  })
  return new Map(packages.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function packagesOf(node: Breakdown): readonly Breakdown[] {
  return node.kind === 'package' ? [node] : (node.children ?? []).flatMap(packagesOf)
}
