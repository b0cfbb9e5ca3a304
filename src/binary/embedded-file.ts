/** A file that `//go:embed` puts into a program, as Go's list of packages and the disk know it. */
export interface EmbeddedFile {
  /** The import path of the package that embeds it. */
  readonly package: string
  /** Relative to the package's directory, as `embed.FS` has it. */
  readonly name: string
  /** Bytes, more than none. */
  readonly size: number
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
}

/** What is known of a program's embedded files besides its own bytes. */
export type KnownEmbedded =
  /** The files, where they are at hand: they are looked for in the program. */
  | { readonly files: readonly EmbeddedFile[] }
  /** Bytes of each package, by its import path, from when they were. */
  | { readonly byPackage: ReadonlyMap<string, number> }

export const NOTHING_KNOWN: KnownEmbedded = { files: [] }
