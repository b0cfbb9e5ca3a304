/** A loader as `scripts/loader.mjs` compiles it. */
export interface BuiltLoader {
  /** SHA-256 of what it was made from. */
  readonly sources: string
  /** What it was made with. */
  readonly compiler: string
  /** In base64. `Loader` says what is in it. */
  readonly code: string
}
