/** What one limit is about. Sizes are bytes; `memory` is private bytes at the start. */
export type Metric = 'image' | 'download' | 'binary' | 'memory'

export interface Limit {
  readonly metric: Metric
  /** Bytes that must not be exceeded: a size equal to the limit is within it. */
  readonly limit: number
}

/** `undeclared`: the action fails with the line to write; on the command line it means `none`. */
export type Budget =
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'none' }
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }

export type OnOverBudget = 'fail' | 'warn'
