import type { Needs } from '../weigh-in/needs.ts'

/**
 * Finds out what a program needs from the names of its functions.
 *
 * @param functions the result of `readFunctionNames`
 * @returns `null` if the names do not show it, because there are none or they were obfuscated.
 */
export function readNeeds(functions: ReadonlySet<string> | null): Needs | null {
  // Every Go program has it; without it the names were obfuscated.
  if (functions === null || !functions.has('runtime.main')) return null
  const reaches = (names: readonly string[]) => names.some(name => functions.has(name))
  return {
    certificates: reaches(CERTIFICATES),
    timezones: reaches(TIMEZONES) && !reaches(EMBEDDED_TIMEZONES),
    exec: reaches(EXEC),
    users: reaches(USERS),
    temp: reaches(TEMP),
  }
}

const CERTIFICATES = ['crypto/x509.initSystemRoots', 'crypto/x509.loadSystemRoots']
const TIMEZONES = ['time.LoadLocation']
const EMBEDDED_TIMEZONES = ['time/tzdata.loadFromEmbeddedTZData']
/** Every way to start a program ends in one of these functions, and `net/http` does not reach any of them. */
const EXEC = ['os.StartProcess', 'syscall.forkExec', 'syscall.Exec']
const USERS = [
  'os/user.Current',
  'os/user.Lookup',
  'os/user.LookupId',
  'os/user.LookupGroup',
  'os/user.LookupGroupId',
  'os/user.(*User).GroupIds',
]
const TEMP = ['os.TempDir', 'os.CreateTemp', 'os.MkdirTemp']
