import type { Capabilities } from '../declare/capabilities.ts'

/** One entry of a layer's tar. Paths are absolute in the image; the tar writer adds missing parents. */
export type Entry = FileEntry | DirectoryEntry | SymlinkEntry

interface Owned {
  /** `/etc/passwd` */
  readonly path: string
  /** Permission bits, 0o755. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

export interface FileEntry extends Owned {
  readonly kind: 'file'
  readonly bytes: Uint8Array
  readonly capabilities?: Capabilities
}

export interface DirectoryEntry extends Owned {
  readonly kind: 'directory'
}

export interface SymlinkEntry extends Owned {
  readonly kind: 'symlink'
  readonly target: string
}
