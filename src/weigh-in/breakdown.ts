/** A tree in which the `bytes` of every node are the sum of its children's. */
export interface Breakdown {
  readonly name: string
  readonly kind: BreakdownKind
  readonly bytes: number
  /** Only for modules. */
  readonly version?: string
  readonly children?: readonly Breakdown[]
}

export type BreakdownKind = (typeof BREAKDOWN_KINDS)[number]

/** The kinds in the order of their indices in the HTML report's data. */
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
