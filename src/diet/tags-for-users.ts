import { ARCHITECTURES, SYSTEMS } from './known-systems.ts'

/** Whether a build tag is one that a user may set: any name is, except those that have a meaning elsewhere. */
export function isForUsers(tag: string): boolean {
  return !(
    SYSTEMS.has(tag) ||
    ARCHITECTURES.has(tag) ||
    // The tag amd64.v3 comes from GOAMD64.
    ARCHITECTURES.has(tag.split('.', 1)[0] ?? '') ||
    // The toolchain sets these tags. The last two come from GOEXPERIMENT and GOFIPS140.
    /^go1(?:\.\d+)?$|^goexperiment\.|^fips140v/.test(tag) ||
    NOT_FOR_USERS.has(tag)
  )
}

const NOT_FOR_USERS: ReadonlySet<string> = new Set([
  // The go command or another compiler sets these tags together with other settings.
  'gc',
  'gccgo',
  'cgo',
  'unix',
  'race',
  'msan',
  'asan',
  'boringcrypto',
  'tinygo',
  // These tags are for building, testing and debugging Go itself.
  'compiler_bootstrap',
  'cmd_go_bootstrap',
  'debuglog',
  'faketime',
  'libfuzzer',
  'valgrind',
  'noopt',
  // These tags use C code for looking up hosts and users.
  'netcgo',
  'osusercgo',
  // These tags replace assembly by portable code. That saves one percent of a packed service and makes cryptography
  // many times slower.
  'purego',
  'appengine',
  'appenginevm',
  'math_big_pure_go',
  'noasm',
  // Files with these tags are not part of any program.
  'ignore',
  'tools',
])
