/** A static ELF on disk, before packing: what `go build` wrote, or what the user brought. */
export interface LinkedBinary {
  /** Its name in the image: `proxy` for `/proxy`. */
  readonly name: string
  /** Absolute path on this machine. */
  readonly file: string
  /** The package it was built from; `null` for one the user brought. */
  readonly main: string | null
  /** The full import path of the main package, where Go built it. */
  readonly importPath: string | null
}
