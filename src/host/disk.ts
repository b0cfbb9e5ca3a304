import { clause } from '../clause.ts'
import { type Clauses, Failure } from '../failure.ts'
import { errorCode, errorMessage } from './error-code.ts'

const REASONS: Readonly<Record<string, Pick<Clauses, 'why' | 'fix'>>> = {
  ENOSPC: {
    why: clause`there is no space left on its disk`,
    fix: clause`free some space, or choose another disk`,
  },
  EDQUOT: { why: clause`the user's quota is used up`, fix: clause`free some space` },
  EROFS: { why: clause`its file system is read-only`, fix: clause`choose another place` },
  EACCES: {
    why: clause`permission is denied`,
    fix: clause`choose another place, or let this user write there`,
  },
  EEXIST: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ENOTDIR: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ELOOP: { why: clause`its links lead in a circle`, fix: clause`choose another place` },
  ENAMETOOLONG: { why: clause`its name is too long`, fix: clause`choose a shorter one` },
  EISDIR: { why: clause`it is a directory`, fix: clause`name a file` },
  ENOENT: {
    why: clause`its directory does not exist and cannot be created`,
    fix: clause`choose another place`,
  },
  EPERM: {
    why: clause`the operation is not permitted`,
    fix: clause`choose another place, or let this user write there`,
  },
}

/** The `Failure` for a file or directory that could not be written. It says what to do. */
export function whyNotWritten(file: string, cause: unknown): Failure {
  const reason = REASONS[errorCode(cause)] ?? { why: clause`${errorMessage(cause)}` }
  return new Failure(
    'write',
    { what: clause`${file} could not be written`, ...reason },
    { cause, fields: { file } },
  )
}
