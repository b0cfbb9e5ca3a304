import type { OutputSpec } from '../declare/output.ts'
import type { ImageSet } from '../image/image-set.ts'
import type { Whereabouts } from '../report/run-command.ts'
import { writeArchive } from './archive.ts'
import { writeLayout } from './layout.ts'
import { checkArchivePlace, checkLayoutPlace } from './place.ts'

/** The names of the image, at least one. */
export type References = readonly [string, ...string[]]

/** A form in which an image can be stored on the disk. */
export interface OutputFormat<Kind extends OutputSpec['kind'] = OutputSpec['kind']> {
  /** Refuses a place where the image cannot be written, before there is an image. */
  readonly check: (place: string) => Promise<void>
  readonly write: (place: string, set: ImageSet, references: References) => Promise<void>
  /** @param place the form that is shown to the user */
  readonly where: (place: string, references: References) => Extract<Whereabouts, { kind: Kind }>
}

export const OUTPUT_FORMATS: { readonly [Kind in OutputSpec['kind']]: OutputFormat<Kind> } = {
  layout: {
    check: checkLayoutPlace,
    write: writeLayout,
    where: place => ({ kind: 'layout', path: place }),
  },
  archive: {
    check: checkArchivePlace,
    write: writeArchive,
    where: (place, [reference]) => ({ kind: 'archive', path: place, reference }),
  },
}
