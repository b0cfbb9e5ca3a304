import path from 'node:path'
import { clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { FileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'

/** A line of `files` that cannot be followed. `why` ends a sentence that begins with the source. */
export function filesRefusal(file: FileSpec, why: string, cause?: unknown): Failure {
  const source = path.join(file.source, ...(file.pattern ?? []))
  return new Failure(
    'bad-input',
    { what: clause`${input('files')}: ${source}, for ${file.destination} in the image, ${why}` },
    { cause },
  )
}

export function outside(file: FileSpec, place: string): Failure {
  return filesRefusal(file, `leads to ${place}, which is outside the workspace; copy it into the workspace`)
}
