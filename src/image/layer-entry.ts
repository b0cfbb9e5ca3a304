import path from 'node:path'
import type { Capabilities } from '../declare/capabilities.ts'

/**
 * The change that one entry of a layer's tar makes to the file system below it. Paths are absolute and clean, and none
 * leads out of the image. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#change-types
 */
export type LayerEntry =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly mode: number
      readonly bytes: number
      /** `null`: the file is not a program. */
      readonly program: KeptProgram | null
      readonly capabilities?: Capabilities
    }
  | { readonly kind: 'directory'; readonly path: string; readonly mode: number }
  | { readonly kind: 'symlink' | 'hard link'; readonly path: string; readonly target: string }
  /** A device, FIFO or socket. */
  | { readonly kind: 'special'; readonly path: string }
  /** Removes the file at `path` of earlier layers. */
  | { readonly kind: 'whiteout'; readonly path: string }
  /** Removes everything that earlier layers have below `path`. */
  | { readonly kind: 'opaque'; readonly path: string }

/** An executable ELF file of an image. */
export interface KeptProgram {
  /** A copy in the run's temporary directory; `null` if the program is larger than the limit for copies. */
  readonly file: string | null
  /** Whether its first bytes and its name show a program, or the image starts it. Otherwise it may be a library. */
  readonly isSure: boolean
}

const WHITEOUT = '.wh.'
const OPAQUE = '.wh..wh..opq'
/** The prefix of AUFS's own bookkeeping files. */
const BOOKS = '.wh..wh.'

/** Turns a name of a tar into a path in the image. A name that would lead out of the image is resolved at its root. */
export function imagePath(name: string): string {
  const normal = path.posix.normalize(`/${name}`)
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal
}

/** Returns the whiteout that a name stands for, `nothing` for a name to ignore, and `null` for an ordinary name. */
export function whiteoutOf(at: string): LayerEntry | 'nothing' | null {
  const name = path.posix.basename(at)
  if (!name.startsWith(WHITEOUT)) return null
  const directory = path.posix.dirname(at)
  if (name === OPAQUE) return { kind: 'opaque', path: directory }
  if (name.startsWith(BOOKS)) return 'nothing'
  const hidden = name.slice(WHITEOUT.length)
  // `.wh..` and `.wh...` would remove the directory itself and its parent.
  if (hidden === '' || hidden === '.' || hidden === '..') return 'nothing'
  return { kind: 'whiteout', path: path.posix.join(directory, hidden) }
}
