import path from 'node:path'

/**
 * What one entry of a layer's tar does to the file system below it. Paths are absolute and clean; nothing in them leads
 * out of the image. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#change-types
 */
export type LayerChange =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly mode: number
      readonly bytes: number
      /** `null`: it is no program. */
      readonly program: KeptProgram | null
    }
  | { readonly kind: 'directory'; readonly path: string; readonly mode: number }
  | { readonly kind: 'symlink' | 'hard link'; readonly path: string; readonly target: string }
  /** A device, FIFO or socket. */
  | { readonly kind: 'special'; readonly path: string }
  /** Takes away what is at `path` in earlier layers. */
  | { readonly kind: 'whiteout'; readonly path: string }
  /** Takes away what earlier layers have below `path`. */
  | { readonly kind: 'opaque'; readonly path: string }

/** An executable ELF file of an image. */
export interface KeptProgram {
  /** A copy of it, in the run's temporary directory; `null`: it is larger than what is kept. */
  readonly file: string | null
  /** Its beginning and its name say that it is a program, or the image starts it. Else it may be a library. */
  readonly isSure: boolean
}

const WHITEOUT = '.wh.'
const OPAQUE = '.wh..wh..opq'
/** AUFS kept books in these. */
const BOOKS = '.wh..wh.'

/** A name of a tar as a path in the image: what would lead out of it stays at its root. */
export function imagePath(name: string): string {
  const normal = path.posix.normalize(`/${name}`)
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal
}

/** What a name says by itself; `null`: nothing, as it is an ordinary one. */
export function whiteoutOf(at: string): LayerChange | 'nothing' | null {
  const name = path.posix.basename(at)
  if (!name.startsWith(WHITEOUT)) return null
  const directory = path.posix.dirname(at)
  if (name === OPAQUE) return { kind: 'opaque', path: directory }
  if (name.startsWith(BOOKS)) return 'nothing'
  const hidden = name.slice(WHITEOUT.length)
  // `.wh..` and `.wh...` would name the directory and its parent.
  if (hidden === '' || hidden === '.' || hidden === '..') return 'nothing'
  return { kind: 'whiteout', path: path.posix.join(directory, hidden) }
}
