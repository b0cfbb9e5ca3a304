import type { Breakdown } from '../weigh-in/breakdown.ts'

/** Its zones are found in any program that has them, and need not be recorded. */
const ZONES = 'time/tzdata'

/** Bytes of the files that each package embeds, by its import path, in order; of a breakdown down to functions. */
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
