import { randomUUID } from 'node:crypto'
import path from 'node:path'

/** A name in the same directory, so that what is written there can be renamed to `place`: hidden, and nobody else's. */
export function beside(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.${randomUUID()}`)
}
