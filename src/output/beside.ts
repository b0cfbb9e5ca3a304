import { randomUUID } from 'node:crypto'
import path from 'node:path'

/** A hidden, unique name in the same directory. A file that is written there can be renamed to `place`. */
export function beside(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.${randomUUID()}`)
}
