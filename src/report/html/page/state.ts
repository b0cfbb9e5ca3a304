import type { Found } from './find.ts'
import type { Part } from './part.ts'
import type { Scope, Sorting } from './rows.ts'

export type Colouring = 'kind' | 'growth'
export type View = 'map' | 'table'

/** One tree, decoded when it is first looked at. */
export interface Tree {
  readonly name: string
  readonly what: string
  readonly group: string
  readonly parts: readonly Part[]
  readonly root: Part
  /** Whether there is anything to compare with. */
  readonly compared: boolean
}

/** What is shown. Everything on the screen follows from it. */
export interface State {
  readonly treeIndex: number
  readonly tree: Tree
  /** The part that fills the map. */
  readonly at: Part
  readonly view: View
  readonly colouring: Colouring
  readonly query: string
  readonly found: Found | null
  readonly scope: Scope
  readonly sorting: Sorting
  /** How many rows of the table are shown. */
  readonly rows: number
}

export const FIRST_ROWS = 100

/** What can be asked for; the page does it and shows what follows. */
export interface Actions {
  readonly change: (change: Partial<State>) => void
  /** Fills the map with a part, or with the tree that goes on where it ends. */
  readonly enter: (part: Part) => void
  readonly leave: () => void
  readonly showTree: (index: number) => void
  readonly search: (query: string) => void
  /** A part that is looked at, `null` for none. */
  readonly point: (part: Part | null) => void
}

/** A piece of the page: its element, made once, and what it shows of a state. */
export interface Piece {
  readonly element: HTMLElement
  readonly show: (state: State) => void
}
