import { isUtf8 } from 'node:buffer'
import path from 'node:path'
import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { FileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { isInside } from './inside.ts'
import { leadsIntoGit } from './workspace.ts'

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

/**
 * Refuses what a line of `files` leads to if that is not in the workspace, or is git's own. A checkout can contain links
 * to anything on the machine.
 *
 * @param end a real path
 */
export function refuseOutOfPlace(file: FileSpec, workspace: readonly string[], end: string): void {
  if (!workspace.some(root => isInside(root, end))) throw outside(file, end)
  if (leadsIntoGit(file.source, end))
    throw filesRefusal(file, clause`it leads to ${end}, where git keeps what it logs in with`, {
      fix: clause`remove the link`,
    })
}

/** The text of a name or of a link's target, as the file system has it. */
export function textOf(file: FileSpec, bytes: Buffer, what: (text: string) => Clause): string {
  if (isUtf8(bytes)) return bytes.toString()
  throw filesRefusal(file, what(bytes.toString()))
}

export function outside(file: FileSpec, place: string): Failure {
  return filesRefusal(file, clause`it leads to ${place}, which is outside the workspace`, {
    fix: clause`copy it into the workspace`,
  })
}
