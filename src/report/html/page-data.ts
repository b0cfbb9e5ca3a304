/** The data that the page's script reads: every tree that it can show. `model.ts` writes it and `page/` reads it. */
export interface PageData {
  readonly trees: readonly PageTree[]
  /** The index of the tree that is shown first. */
  readonly first: number
}

/**
 * A breakdown in columns, in preorder with the largest child first. This takes a fifth of the bytes of nested objects
 * and is faster to read. The `parts[node]` children of a node follow it, each with its own children.
 */
export interface PageTree {
  /** `proxy` */
  readonly name: string
  /** What the tree shows: `files as shipped`. */
  readonly what: string
  /** Image and platform, if the page has several. */
  readonly group: string
  readonly names: readonly string[]
  /** Indices into `BREAKDOWN_KINDS`. */
  readonly kinds: readonly number[]
  readonly bytes: readonly number[]
  readonly parts: readonly number[]
  /** By node, for nodes that have a version. */
  readonly versions: Readonly<Record<number, string>>
  /** By node, for nodes that have their own tree on the page: `/proxy` in the image. */
  readonly opens: Readonly<Record<number, number>>
  /**
   * By node, the bytes before for nodes that changed, `null` for a new node. The whole field is `null` without a
   * baseline.
   */
  readonly before: Readonly<Record<number, number | null>> | null
  /** By node, for nodes whose version changed. */
  readonly versionsBefore: Readonly<Record<number, string>>
}
