/** A tree whose every node's `bytes` is the sum of its children's. */
export interface Breakdown {
  readonly name: string
  readonly kind: BreakdownKind
  readonly bytes: number
  /** Of a module. */
  readonly version?: string
  readonly children?: readonly Breakdown[]
}

export type BreakdownKind = (typeof BREAKDOWN_KINDS)[number]

/** In the order of the indices that the HTML report's data has. */
export const BREAKDOWN_KINDS = [
  'image',
  'file',
  'binary',
  'main',
  'std',
  'module',
  'package',
  'function',
  'pclntab',
  'types',
  'data',
  'embed',
  'header',
  'unknown',
  'debug',
  'symbols',
] as const
