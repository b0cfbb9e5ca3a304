import type { FilePart } from './file-part.ts'
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
  /** Of a file of a base, read anew each time: see `content`. */
  readonly bytes: Uint8Array
  /** Where the bytes are, of a file of a base: there may be more than fit into memory. */
  readonly content?: FilePart
  readonly capabilities?: Capabilities
  /** Of a file of a base that has several names: the first of them, if this is another. */
  readonly linkTo?: string
}

/** A file of an archive whose content lies in a file: a layer of a base may be larger than memory. */
export interface StoredFileEntry extends Owned {
  readonly kind: 'stored file'
  readonly content: FilePart
}

export interface DirectoryEntry extends Owned {
  readonly kind: 'directory'
}

export interface SymlinkEntry extends Owned {
  readonly kind: 'symlink'
  readonly target: string
}
