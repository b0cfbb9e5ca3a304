/** A loader as `scripts/loader.mjs` compiles it: code that can be at any address that is a multiple of 16. */
export interface BuiltLoader {
  /**
   * Where the packer writes two numbers of 64 bits: how many bytes the payload is behind the loader's first byte in
   * memory, and how many bytes it has.
   */
  readonly place: number
  /** Where it begins to run. */
  readonly entry: number
  /** SHA-256 of what it was made from. */
  readonly sources: string
  /** What it was made with. */
  readonly compiler: string
  /** In base64. */
  readonly code: string
}
