import type { Position } from './images-file.ts'

/** A value of YAML. Scalars are text as it is written: `1.20` and `true` mean what their input takes them for. */
export type Tree =
  | { readonly kind: 'text'; readonly text: string; readonly at: Position }
  /** Where no value stands, or `null`. */
  | { readonly kind: 'nothing'; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly at: Position }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly at: Position }

export interface Entry {
  readonly key: string
  /** Where the key stands. */
  readonly at: Position
  readonly value: Tree
}

/** How a message names it. */
export function treeWord({ kind }: Tree): string {
  switch (kind) {
    case 'text':
      return 'one value'
    case 'nothing':
      return 'empty'
    case 'list':
      return 'a list'
    case 'map':
      return 'a map'
  }
}
