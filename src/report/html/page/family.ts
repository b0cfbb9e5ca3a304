import type { PageNode } from './page-node.ts'

/** The color group of a part: its owner, or its kind if it has no owner. */
export type Family =
  'main' | 'module' | 'std' | 'types' | 'data' | 'pclntab' | 'debug' | 'file' | 'binary' | 'other'

/** The families in the order of the legend, with their titles. */
export const FAMILIES: readonly (readonly [Family, string])[] = [
  ['main', 'this module'],
  ['module', 'dependencies'],
  ['std', 'standard library'],
  ['types', 'type descriptors'],
  ['data', 'data without an owner'],
  ['pclntab', 'function table'],
  ['debug', 'debug information and symbols'],
  ['binary', 'binaries'],
  ['file', 'files'],
  ['other', 'headers, padding, unknown'],
]

/** Returns the family of a part. Everything within a module or the standard library belongs to its owner. */
export function familyOf(part: PageNode): Family {
  for (let at: PageNode | null = part; at !== null; at = at.parent) {
    if (at.kind === 'main' || at.kind === 'module' || at.kind === 'std') return at.kind
  }
  return ownFamily(part)
}

function ownFamily({ kind }: PageNode): Family {
  switch (kind) {
    case 'main':
    case 'module':
    case 'std':
    case 'types':
    case 'data':
    case 'pclntab':
    case 'debug':
    case 'file':
    case 'binary':
      return kind
    case 'embed':
      return 'data'
    case 'symbols':
      return 'debug'
    case 'image':
      return 'file'
    case 'package':
    case 'function':
      return 'main'
    case 'header':
    case 'unknown':
    case 'rest':
      return 'other'
  }
}

export interface Share {
  readonly family: Family
  readonly label: string
  readonly bytes: number
}

/** Returns the sizes by family within a part, in the order of the legend, without empty ones. */
export function composition(part: PageNode): readonly Share[] {
  const sums = new Map<Family, number>()
  addUp(part, sums)
  return FAMILIES.flatMap(([family, label]) => {
    const bytes = sums.get(family) ?? 0
    return bytes > 0 ? [{ family, label, bytes }] : []
  })
}

function addUp(part: PageNode, sums: Map<Family, number>): void {
  const owner = part.kind === 'main' || part.kind === 'module' || part.kind === 'std'
  if (!owner && part.children.length > 0) {
    for (const child of part.children) addUp(child, sums)
    return
  }
  const family = familyOf(part)
  sums.set(family, (sums.get(family) ?? 0) + part.bytes)
}
