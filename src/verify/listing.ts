import { byBytes } from '../image/byte-order.ts'
import type { Aspect, FileDifference } from './verification.ts'

/** One entry of a layer's tar. */
export interface ListedFile {
  /** Absolute path in the image. */
  readonly path: string
  readonly kind: string
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Bytes of a file; 0 for everything else. */
  readonly bytes: number
  /** SHA-256 of the content in hex; empty for everything but a file. */
  readonly sha256: string
  /** Of a link; empty for everything else. */
  readonly target: string
  /** The extended attribute in hex; empty: none. */
  readonly capabilities: string
}

/** Everything that differs in the files of two layers, in byte order of the paths. */
export function fileDifferences(
  image: readonly ListedFile[],
  rebuilt: readonly ListedFile[],
): readonly FileDifference[] {
  // A tar may name a path twice; the last one counts.
  const before = new Map(image.map(file => [file.path, file]))
  const after = new Map(rebuilt.map(file => [file.path, file]))
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort(byBytes)
  return paths.flatMap(path => {
    const [one, other] = [before.get(path), after.get(path)]
    const aspects = aspectsOf(one, other)
    return aspects.length === 0 ? [] : [{ path, aspects, bytes: bytesOf(one), rebuiltBytes: bytesOf(other) }]
  })
}

function aspectsOf(one: ListedFile | undefined, other: ListedFile | undefined): readonly Aspect[] {
  if (one === undefined) return ['only in the rebuild']
  if (other === undefined) return ['only in the image']
  if (one.kind !== other.kind) return ['kind']
  const differing: readonly (readonly [Aspect, boolean])[] = [
    ['content', one.sha256 !== other.sha256],
    ['mode', one.mode !== other.mode],
    ['owner', one.uid !== other.uid || one.gid !== other.gid],
    ['target', one.target !== other.target],
    ['capabilities', one.capabilities !== other.capabilities],
  ]
  return differing.flatMap(([aspect, differs]) => (differs ? [aspect] : []))
}

function bytesOf(file: ListedFile | undefined): number | null {
  return file?.kind === 'file' ? file.bytes : null
}
