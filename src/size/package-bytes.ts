import type { Breakdown } from '../weigh-in/breakdown.ts'

/** Bytes of linked binaries by import path; a package that is in several of them counts in each. */
export function packageBytes(breakdowns: readonly Breakdown[]): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>()
  for (const { name, bytes: more } of breakdowns.flatMap(packagesOf))
    bytes.set(name, (bytes.get(name) ?? 0) + more)
  return bytes
}

function packagesOf(node: Breakdown): readonly Breakdown[] {
  return node.kind === 'package' ? [node] : (node.children ?? []).flatMap(packagesOf)
}
