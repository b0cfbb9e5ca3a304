/** A file that `//go:embed` puts into a program, as `go list` and the disk describe it. */
export interface EmbeddedFile {
  /** The import path of the package that embeds it. */
  readonly package: string
  /** Relative to the package's directory, as `embed.FS` has it. */
  readonly name: string
  /** In bytes, more than 0. */
  readonly size: number
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
}

/** What is known about a program's embedded files from sources other than its own bytes. */
export type KnownEmbedded =
  /** The files, if they are available. Bantam searches the program for their content. */
  | { readonly files: readonly EmbeddedFile[] }
  /** Bytes of each package by its import path, recorded when the files were available. */
  | { readonly byPackage: ReadonlyMap<string, number> }

export const NOTHING_KNOWN: KnownEmbedded = { files: [] }
