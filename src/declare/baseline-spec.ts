import type { Reference } from './reference.ts'

/** What the image is compared with. */
export type BaselineSpec =
  | { readonly kind: 'none' }
  /** An image that the user named. */
  | { readonly kind: 'image'; readonly reference: Reference }
  /** An OCI layout, an archive or a weigh-in; what the user wrote, which begins with `.` or `/`. */
  | { readonly kind: 'file'; readonly path: string }
  /** What the commit compiles to that this change starts from; `null`: positively none, and `why` is a clause. */
  | { readonly kind: 'build'; readonly commit: string }
  | { readonly kind: 'build'; readonly commit: null; readonly why: string }
  | AutoBaseline

/** What the branch weighed last, best of all where this change starts. */
export interface AutoBaseline {
  readonly kind: 'auto'
  /** Where this change starts; `null` where nobody knows. */
  readonly commit: string | null
  /** Whose kept weigh-ins count; `null`: there is no branch. */
  readonly branch: string | null
  /** The image that the branch's tag names; `null`: there is nowhere to look for one. */
  readonly reference: Reference | null
  /** Why there is nowhere to look, a clause. */
  readonly why: string | null
}
