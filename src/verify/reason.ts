/** Why an image and its rebuild differ. */
export type Reason =
  /** A program was linked by another Go than the image says. */
  | { readonly kind: 'go'; readonly path: string; readonly image: string; readonly rebuilt: string }
  /** What Go records of a build: `-tags`, `CGO_ENABLED`, `vcs.modified`. `null`: not recorded. */
  | {
      readonly kind: 'setting'
      readonly path: string
      readonly name: string
      readonly image: string | null
      readonly rebuilt: string | null
    }
  /** Variables that `-X` sets, and that have another value in the image. */
  | { readonly kind: 'ldflags'; readonly path: string; readonly variables: readonly string[] }
  | { readonly kind: 'modules'; readonly path: string; readonly modules: readonly ModuleDifference[] }
  /** Packages of another size: other source. Empty where all have the same size. */
  | {
      readonly kind: 'source'
      readonly path: string
      readonly revision: string
      readonly packages: readonly string[]
    }
  /** The same linked binary was packed in another way. */
  | { readonly kind: 'packer'; readonly path: string; readonly packer: string | null }
  /** It is packed in one and not in the other. `why`: why the rebuild does not pack it, where that is so. */
  | {
      readonly kind: 'packed'
      readonly path: string
      readonly where: 'image' | 'rebuild'
      readonly why: string | null
    }
  /** The program of the image cannot be compared. `why` is a clause about it. */
  | { readonly kind: 'unread'; readonly path: string; readonly why: string }
  /** Which certificates or time zones are in the image, in the words of the report. */
  | {
      readonly kind: 'contents'
      readonly of: 'certificates' | 'timezones'
      readonly image: string | null
      readonly rebuilt: string | null
    }
  /** Files that `files` copies from the commit. */
  | { readonly kind: 'files'; readonly revision: string; readonly paths: readonly string[] }
  /** Files or layers that the build does not make. */
  | { readonly kind: 'foreign'; readonly what: string }
  /** Another version of Bantam built the image. */
  | { readonly kind: 'bantam'; readonly image: string; readonly rebuilt: string }

export interface ModuleDifference {
  readonly path: string
  /** `null`: it is not in there. */
  readonly image: string | null
  readonly rebuilt: string | null
}
