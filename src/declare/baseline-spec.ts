import type { Reference } from './reference.ts'

/** What the image is compared with. */
export type BaselineSpec =
  | { readonly kind: 'none' }
  /** An image that the user named. */
  | { readonly kind: 'image'; readonly reference: Reference }
  /** An OCI layout, an archive or a weigh-in; what the user wrote, which begins with `.` or `/`. */
  | { readonly kind: 'file'; readonly path: string }
  /**
   * The binaries that are compiled from the commit where this change starts. `null`: there certainly is none, and `why`
   * is a clause.
   */
  | { readonly kind: 'build'; readonly commit: string }
  | { readonly kind: 'build'; readonly commit: null; readonly why: string }
  | AutoBaseline

/** The last weigh-in of the branch, preferably at the commit where this change starts. */
export interface AutoBaseline {
  readonly kind: 'auto'
  /** The commit where this change starts; `null` if it is unknown. */
  readonly commit: string | null
  /** The branch whose kept weigh-ins are used; `null` if there is no branch. */
  readonly branch: string | null
  /** The image with the branch's tag; `null` if there is no repository to look in. */
  readonly reference: Reference | null
  /** Why there is no repository to look in, a clause. */
  readonly why: string | null
}
