import type { Found } from './find.ts'
import type { PageNode } from './page-node.ts'
import type { Scope, Sorting } from './rows.ts'

export type Colouring = 'kind' | 'growth'
export type View = 'map' | 'table'

/** One tree, decoded when it is first shown. */
export interface Tree {
  readonly name: string
  readonly what: string
  readonly group: string
  readonly parts: readonly PageNode[]
  readonly root: PageNode
  /** Whether the tree has a baseline to compare with. */
  readonly compared: boolean
}

/** The state of the page. Everything on the screen is computed from it. */
export interface State {
  readonly treeIndex: number
  readonly tree: Tree
  /** The part that fills the map. */
  readonly at: PageNode
  readonly view: View
  readonly colouring: Colouring
  readonly query: string
  readonly found: Found | null
  readonly scope: Scope
  readonly sorting: Sorting
  /** The number of visible rows of the table. */
  readonly rows: number
}

export const FIRST_ROWS = 100

/** The actions that a piece can request. The page carries them out and shows the new state. */
export interface Actions {
  readonly change: (change: Partial<State>) => void
  /** Opens a part in the map, or the tree that continues where this leaf ends. */
  readonly enter: (part: PageNode) => void
  readonly leave: () => void
  readonly showTree: (index: number) => void
  readonly search: (query: string) => void
  /** Marks the part under the pointer or the focus; `null` for none. */
  readonly point: (part: PageNode | null) => void
}

/** A piece of the page: an element that is created once, and a function that shows a state in it. */
export interface Piece {
  readonly element: HTMLElement
  readonly show: (state: State) => void
}
