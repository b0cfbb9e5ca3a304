/** What the page's own script reads: every tree that can be looked at. Made by model.ts, read by page/. */
export interface PageData {
  readonly trees: readonly PageTree[]
  /** The tree that is shown first. */
  readonly first: number
}

/**
 * A breakdown in columns, in preorder and the largest child first: a fifth of the bytes that nested objects take, and
 * quicker to read. A node's children follow it, `parts[node]` of them, each with its own.
 */
export interface PageTree {
  /** `proxy` */
  readonly name: string
  /** What it is a tree of: `files as shipped`. */
  readonly what: string
  /** Image and platform, where the page holds several. */
  readonly group: string
  readonly names: readonly string[]
  /** Indices into `BREAKDOWN_KINDS`. */
  readonly kinds: readonly number[]
  readonly bytes: readonly number[]
  readonly parts: readonly number[]
  /** By node, of those that have one. */
  readonly versions: Readonly<Record<number, string>>
  /** By node, of those whose own tree is another one of the page: `/proxy` in the image. */
  readonly opens: Readonly<Record<number, number>>
  /** By node, bytes before of what is not unchanged, `null` where it was not there; `null` without anything to compare with. */
  readonly before: Readonly<Record<number, number | null>> | null
  /** By node, of those that have another now. */
  readonly versionsBefore: Readonly<Record<number, string>>
}
