import type { InputName } from '../inputs.ts'

/** A place in the file; both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Something that the file should not say: the end of a sentence that begins with its place. */
export interface FileFault {
  readonly at: Position
  readonly because: string
}

/** What bantam.yaml says, each value as the text that its input takes. */
export interface ImagesFile {
  /** What holds for every image that does not say otherwise. */
  readonly defaults: readonly Setting[]
  /** In the order of the file, each key once. */
  readonly images: readonly ImageEntry[]
}

/** One of the file's images. */
export interface ImageEntry {
  readonly key: string
  readonly at: Position
  readonly settings: readonly Setting[]
}

/** A value of the file for one input. */
export interface Setting {
  readonly name: InputName
  readonly text: string
  readonly at: Position
  /** The items of a list or a map, as their input shows them. */
  readonly items: readonly { readonly text: string; readonly at: Position }[]
}
