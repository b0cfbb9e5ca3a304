import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from './error-code.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on its disk; free some space, or choose another disk',
  EDQUOT: "the user's quota is used up; free some space",
  EROFS: 'its file system is read-only; choose another place',
  EACCES: 'permission is denied; choose another place, or let this user write there',
  EEXIST: 'a part of its path is not a directory; choose another place',
  ENOTDIR: 'a part of its path is not a directory; choose another place',
  ELOOP: 'its links lead in a circle; choose another place',
  ENAMETOOLONG: 'its name is too long; choose a shorter one',
  EISDIR: 'it is a directory; name a file',
  ENOENT: 'its directory does not exist and cannot be created; choose another place',
  EPERM: 'the operation is not permitted; choose another place, or let this user write there',
}

/** The `Failure` for a file or directory that could not be written. It says what to do. */
export function whyNotWritten(file: string, cause: unknown): Failure {
  const reason = REASONS[errorCode(cause)] ?? errorMessage(cause)
  return new Failure(
    'write',
    { what: clause`${file} could not be written`, why: clause`${reason}` },
    { cause },
  )
}
