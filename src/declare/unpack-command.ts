import path from 'node:path'
import type { Given } from './given.ts'
import type { Checked } from './problem.ts'
import { readerOf } from './reader.ts'

/** What `bantam unpack` is asked to do. */
export interface UnpackCommand {
  readonly kind: 'unpack'
  readonly file: string
  readonly given: Given
  readonly verbose: boolean
}

export interface UnpackSpec {
  /** As the user wrote it. */
  readonly file: string
  /** Absolute path of the file to write. */
  readonly output: string
}

export function declareUnpack({ file, given }: UnpackCommand, cwd: string): Checked<UnpackSpec> {
  const reader = readerOf(given)
  const output = reader.text('output')
  if (output === null && reader.problems().length === 0)
    reader.contradiction('output', 'is missing; write the path of the file to write the linked binary to')
  const problems = reader.problems()
  return problems.length === 0
    ? { ok: true, value: { file, output: path.resolve(cwd, output ?? '') } }
    : { ok: false, problems }
}
