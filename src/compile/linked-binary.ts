/** A static ELF file on disk, before packing: what `go build` wrote, or what the user supplied. */
export interface LinkedBinary {
  /** Its name in the image: `proxy` for `/proxy`. */
  readonly name: string
  /** Its absolute directory in the image; left out for `/`. */
  readonly directory: string | undefined
  /** Absolute path on this machine. */
  readonly file: string
  /** The package it was built from; `null` for a binary that the user supplied. */
  readonly main: string | null
  /** The full import path of the main package, where Go built it. */
  readonly importPath: string | null
}
