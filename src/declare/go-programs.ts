import path from 'node:path'
import { splitLikeGo } from './linker-flags.ts'
import { wrappedBy } from './wrapped-program.ts'

/** Questions about files and programs. Code in `declare/` cannot answer them, and `compile/` looks at the disk. */
export interface FileLookups {
  /** Whether a pull request could have written the file: absolute path. */
  isInCheckout(file: string): boolean
  /** The absolute path of a program on PATH, or `null`. */
  find(program: string): string | null
}

/** Answers without access to the disk. A relative path belongs to the checkout. */
export const UNKNOWN_PLACES: FileLookups = { isInCheckout: () => false, find: () => null }

/**
 * Explains why a setting would make Go run a forbidden program, as the end of a sentence that begins with the setting;
 * `null` if the setting is fine. Bantam reports a build as made by Go, and a pull request must not run programs that
 * have access to the job's secrets. A program outside the checkout is the user's choice.
 */
export function variableFault(name: string, value: string, places: FileLookups): string | null {
  if (value.trim() === '') return null
  const rule = Object.hasOwn(RULES, name)
    ? RULES[name]
    : /^CGO_\w+_ALLOW$/.test(name)
      ? allowFault
      : undefined
  return rule?.(value, places) ?? null
}

/** Settings of git whose value is a program, or names a file of settings. */
const GIT_PROGRAM =
  /^(?:core\.(?:sshcommand|gitproxy|askpass|fsmonitor|editor|pager|alternaterefscommand)|sequence\.editor|credential\.(?:.*\.)?helper|gpg\.(?:.*\.)?program|diff\.(?:external|.*\.(?:command|textconv))|filter\..*\.(?:clean|smudge|process)|remote\..*\.(?:uploadpack|receivepack|vcs))$/i
const GIT_PLACE = /^(?:core\.(?:hookspath|worktree)|include\.path|includeif\..*\.path|init\.templatedir)$/i

/** Checks a setting of git from the environment in the same way: `GIT_CONFIG_KEY_0` and `GIT_CONFIG_VALUE_0`. */
export function gitSettingFault(key: string, value: string, places: FileLookups): string | null {
  if (GIT_PLACE.test(key)) return placesFault(value, places)
  return GIT_PROGRAM.test(key) ? commandFault(value.replace(/^!/, ''), places) : null
}

type Rule = (value: string, places: FileLookups) => string | null

const RULES: Readonly<Record<string, Rule>> = {
  GOCACHEPROG: () => 'runs another program, which says what the build gives, and is refused; leave it out',
  GOAUTH: authFault,
  GOFLAGS: (value, places) => goFlagsFault(wordsOf(value), places),
  GOENV: placesFault,
  CC: commandFault,
  CXX: commandFault,
  FC: commandFault,
  AR: commandFault,
  GCCGO: commandFault,
  PKG_CONFIG: commandFault,
  CGO_CFLAGS: flagsFault,
  CGO_CPPFLAGS: flagsFault,
  CGO_CXXFLAGS: flagsFault,
  CGO_FFLAGS: flagsFault,
  CGO_LDFLAGS: flagsFault,
  GIT_SSH: commandFault,
  GIT_SSH_COMMAND: commandFault,
  GIT_ASKPASS: commandFault,
  SSH_ASKPASS: commandFault,
  GIT_PROXY_COMMAND: commandFault,
  GIT_EXTERNAL_DIFF: commandFault,
  GIT_EXEC_PATH: placesFault,
  GIT_CONFIG_PARAMETERS: () =>
    'can have git run any program, and is refused; write GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0',
  HOME: placesFault,
  XDG_CONFIG_HOME: placesFault,
  BASH_ENV: placesFault,
  ENV: placesFault,
  GIT_CONFIG_GLOBAL: placesFault,
  GIT_CONFIG_SYSTEM: placesFault,
  GIT_DIR: placesFault,
  GOROOT: placesFault,
  PATH: placesFault,
  GCC_EXEC_PREFIX: placesFault,
  COMPILER_PATH: placesFault,
  LD_PRELOAD: (value, places) => placesFault(value.trim().replaceAll(/\s+/g, ':'), places),
  LD_AUDIT: placesFault,
  LD_LIBRARY_PATH: placesFault,
}

const OF_CHECKOUT = 'comes from the checkout, which a pull request can change'

/** A command line whose first word is the program; for a compiler flags follow. */
function commandFault(value: string, places: FileLookups): string | null {
  const [program = '', ...flags] = wordsOf(value)
  const fault = programFault(program, places)
  if (fault !== null) return `names ${program}, which ${fault}`
  for (const { word, kind } of wrappedBy(program, flags)) {
    if (kind === 'text') return `runs ${word}, which cannot be looked at; ${WAY_OUT}`
    const isName = kind === 'file' && !word.includes('/')
    const wrong = isName ? `is a relative path; ${WAY_OUT}` : programFault(word, places)
    if (wrong !== null) return `runs ${word}, which ${wrong}`
  }
  return compilerFlagsFault(flags, places)
}

const WAY_OUT = 'name a program on PATH, or one outside the checkout by its absolute path'

/** The end of a sentence that begins with the program. */
function programFault(program: string, places: FileLookups): string | null {
  if (program.includes('/') && !path.isAbsolute(program)) return `is a relative path; ${WAY_OUT}`
  const file = path.isAbsolute(program) ? program : places.find(program)
  return file !== null && places.isInCheckout(file) ? `${OF_CHECKOUT}; ${WAY_OUT}` : null
}

/** Directories or files, separated as in PATH. An empty one is the working directory. */
function placesFault(value: string, places: FileLookups): string | null {
  if (value === 'off') return null
  const wrong = value.split(':').find(place => !path.isAbsolute(place) || places.isInCheckout(place))
  return wrong === undefined
    ? null
    : `names "${wrong}", which ${OF_CHECKOUT}; write an absolute path outside the checkout`
}

/** `off`, `netrc`, `git DIRECTORY`; anything else is a command. https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable */
function authFault(value: string, places: FileLookups): string | null {
  for (const method of value.split(';').map(wordsOf)) {
    const [kind = '', directory = ''] = method
    if (kind === 'off' || kind === 'netrc') continue
    if (kind !== 'git')
      return 'runs a program of its own, and is refused; write netrc, or git with a directory'
    if (!path.isAbsolute(directory) || places.isInCheckout(directory))
      return 'runs git in the checkout; write git with the absolute path of a directory outside it'
  }
  return null
}

function flagsFault(value: string, places: FileLookups): string | null {
  return compilerFlagsFault(wordsOf(value), places)
}

/** Flags by which a C compiler or its linker runs or loads a program, each with its value behind it or in the next word. */
const RUNNING =
  /^(?:-B|--prefix(?:=|$)|-fplugin=|-fpass-plugin=|-wrapper$|--?specs(?:=|$)|-fuse-ld=|--ld-path=|--gcc-toolchain=|-ccc-gcc-name$|-load$|--?plugin(?:=|$)|@)(.*)$/s

function compilerFlagsFault(flags: readonly string[], places: FileLookups): string | null {
  // `-Wl,-plugin,x` and `-Xlinker -plugin -Xlinker x` are `-plugin x` for the linker.
  const plain = flags
    .flatMap(flag => (/^-W[lap],/.test(flag) ? flag.split(',').slice(1) : [flag]))
    .filter(flag => !/^-X(?:linker|clang|assembler|preprocessor)$/.test(flag))
  for (const [at, flag] of plain.entries()) {
    const match = RUNNING.exec(flag)
    if (match === null) continue
    const value = (match[1] || plain[at + 1] || '').split(',')[0] ?? ''
    if (isForeign(flag, value, places))
      return `has ${flag}, by which the C compiler runs or loads ${value || 'a program'}; leave it out, or write an absolute path outside the checkout`
  }
  return null
}

/**
 * Whether a flag would run or load something of the checkout. A plain name is searched in the compiler's own
 * directories or on PATH, but a file of flags in the working directory.
 */
function isForeign(flag: string, value: string, places: FileLookups): boolean {
  if (path.isAbsolute(value)) return places.isInCheckout(value)
  const isName = /^(?:-fuse-ld=|-wrapper$|-fplugin=|-ccc-gcc-name$)/.test(flag) && /^[\w+-]+$/.test(value)
  const file = isName ? places.find(value) : null
  return !isName || (file !== null && places.isInCheckout(file))
}

/** Checks CGO_*_ALLOW, with which a package's source can use flags that Go refuses otherwise. */
function allowFault(value: string): string | null {
  const allowed = [
    '-fplugin=x',
    '-B.',
    '-B/x',
    '-wrapper',
    '-specs=x',
    '-fuse-ld=x',
    '--ld-path=x',
    '-Wl,-plugin,x',
    '@x',
  ]
  const found = allowed.find(flag => allows(value, flag))
  return found === undefined
    ? null
    : `allows ${found}, by which the source of a package makes the C compiler run a program; name the flags that are needed`
}

function allows(pattern: string, flag: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(flag)
  } catch {
    // Go has its own words for an expression that cannot be read.
    return false
  }
}

/** Flags of `go build` that run another program in place of Go's, or replace what is compiled. */
export function goFlagsFault(flags: readonly string[], places: FileLookups): string | null {
  for (const [at, flag] of flags.entries()) {
    const [, name = '', joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(flag) ?? []
    const value = joined ?? flags[at + 1] ?? ''
    const fault = Object.hasOwn(FLAG_RULES, name) ? (FLAG_RULES[name]?.(value, places) ?? null) : null
    if (fault !== null) return `has -${name}, which ${fault}`
  }
  return null
}

const RUNS = 'runs another program for every step of the build, and is refused; leave it out'

const FLAG_RULES: Readonly<Record<string, Rule>> = {
  toolexec: value => (value === '' ? null : RUNS),
  exec: () => 'runs what was built through another program, and is refused; leave it out',
  vettool: () => 'runs another program, and is refused; leave it out',
  compiler: value =>
    value === 'gc' ? null : 'chooses another compiler, which Bantam does not know; leave it out',
  overlay: (value, places) =>
    path.isAbsolute(value) && !places.isInCheckout(value)
      ? null
      : `replaces files of any place by what ${value || 'a file'} names, and ${OF_CHECKOUT.replace('comes from', 'lies in')}; write an absolute path outside the checkout`,
  // The value can begin with a package pattern: `-ldflags=./...=-extld=x`.
  ldflags: (value, places) =>
    linkerFlagsFault(wordsOf(value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-)/, '')), places),
}

/** Flags of Go's linker by which it runs another: `-extld`, `-extar`, `-extldflags`. */
export function linkerFlagsFault(flags: readonly string[], places: FileLookups): string | null {
  for (const [at, flag] of flags.entries()) {
    const [, name = '', joined] = /^--?(extld|extar|extldflags)(?:=(.*))?$/s.exec(flag) ?? []
    if (name === '') continue
    const given = joined ?? flags[at + 1] ?? ''
    const fault = name === 'extldflags' ? flagsFault(given, places) : commandFault(given, places)
    if (fault !== null) return `has -${name}, which ${fault}`
  }
  return null
}

/** Splits a value as Go does. A value that Go cannot split is split at spaces here, and Go itself refuses it. */
export function wordsOf(value: string): readonly string[] {
  const split = splitLikeGo(value)
  return split.ok ? split.value : value.split(/\s+/).filter(word => word !== '')
}
