/** Bytes in a file on this machine, which may be more than fit into memory. */
export interface FilePart {
  /** Absolute path. */
  readonly file: string
  readonly offset: number
  readonly size: number
}
