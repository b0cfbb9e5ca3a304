import type { PartSurroundings } from './part.ts'
import type { PclntabPlace } from './place.ts'

/** The part, and what is known of it. */
export interface PclntabInput extends PartSurroundings {
  readonly place: PclntabPlace
  /** The part's bytes. */
  readonly part: Uint8Array
}
