import { ARCHITECTURES, SYSTEMS } from './known-systems.ts'

/** Whether a build tag is one that a user may set: any name is, except those that have a meaning elsewhere. */
export function isForUsers(tag: string): boolean {
  return !(
    SYSTEMS.has(tag) ||
    ARCHITECTURES.has(tag) ||
    // amd64.v3: GOAMD64 says it.
    ARCHITECTURES.has(tag.split('.', 1)[0] ?? '') ||
    // The toolchain's own: GOEXPERIMENT and GOFIPS140 say the latter two.
    /^go1(?:\.\d+)?$|^goexperiment\.|^fips140v/.test(tag) ||
    NOT_FOR_USERS.has(tag)
  )
}

const NOT_FOR_USERS: ReadonlySet<string> = new Set([
  // The go command sets them, or another compiler does, each with what belongs to it.
  'gc',
  'gccgo',
  'cgo',
  'unix',
  'race',
  'msan',
  'asan',
  'boringcrypto',
  'tinygo',
  // Of how Go itself is built, tested and debugged.
  'compiler_bootstrap',
  'cmd_go_bootstrap',
  'debuglog',
  'faketime',
  'libfuzzer',
  'valgrind',
  'noopt',
  // They give the resolver and the user database back to C.
  'netcgo',
  'osusercgo',
  // Portable code instead of assembly: one percent of a packed service, for cryptography many times slower.
  'purego',
  'appengine',
  'appenginevm',
  'math_big_pure_go',
  'noasm',
  // No part of any program.
  'ignore',
  'tools',
])
