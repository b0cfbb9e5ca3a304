import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from './error-code.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on its disk: free some, or put it on another',
  EDQUOT: "the user's quota is used up: free some space",
  EROFS: 'its file system is read-only: name another place',
  EACCES: 'permission is denied: name another place, or let this user write there',
  EEXIST: 'something that is not a directory stands in its path: name another place',
  ENOTDIR: 'something that is not a directory stands in its path: name another place',
  ELOOP: 'its links lead in a circle: name another place',
  ENAMETOOLONG: 'its name is too long: write a shorter one',
  EISDIR: 'it is a directory: name a file',
  ENOENT: 'its directory is not there and cannot be made: name another place',
  EPERM: 'the operation is not permitted: name another place, or let this user write there',
}

/** The `Failure` for a file or directory that could not be written. It says what to do. */
export function whyNotWritten(file: string, cause: unknown): Failure {
  const reason = REASONS[errorCode(cause)] ?? errorMessage(cause)
  return new Failure('write', `${file} could not be written: ${reason}.`, { cause })
}
