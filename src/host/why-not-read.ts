import { errorCode, errorMessage } from './error-code.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EISDIR: 'it is a directory',
  ELOOP: 'its links lead in a circle',
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is no directory',
  EPERM: 'that is not permitted',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
}

/** Why the system could not read a file, as a clause without the path and the system call that Node adds. */
export function whyNotRead(cause: unknown): string {
  return REASONS[errorCode(cause)] ?? errorMessage(cause)
}
