import path from 'node:path'
import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { FileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'

/** A line of `files` that cannot be followed. */
export function filesRefusal(
  file: FileSpec,
  why: Clause,
  { fix, cause }: { readonly fix?: Clause; readonly cause?: unknown } = {},
): Failure {
  const source = path.join(file.source, ...(file.pattern ?? []))
  return new Failure(
    'bad-input',
    { what: clause`${input('files')} cannot add ${source} to the image as ${file.destination}`, why, fix },
    { cause, fields: { input: 'files', file: source } },
  )
}

export function outside(file: FileSpec, place: string): Failure {
  return filesRefusal(file, clause`it leads to ${place}, which is outside the workspace`, {
    fix: clause`copy it into the workspace`,
  })
}
