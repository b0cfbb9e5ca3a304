import { wordsOf } from '../go-programs.ts'
import type { InputName } from '../inputs.ts'
import { filesOfFlags, isPlainCFlag, otherBuildFlag, otherLinkerFlag } from '../plain-flags.ts'
import { type Problem, wrongValue } from '../problem.ts'
import type { CompileSpec } from '../spec.ts'

/**
 * Variables that say where code comes from, whom Go asks for it, or where secrets lie. With a proxy and a certificate of
 * their own, the author of a pull request would see the job's logins for private modules.
 */
const OF_STEP =
  /^(?:GO(?:PROXY|NOPROXY|SUMDB|NOSUMDB|NOSUMCHECK|INSECURE|PRIVATE|VCS|AUTH|ENV|ROOT|PATH|BIN|MODCACHE|CACHE|CACHEPROG|TMPDIR|TOOLCHAIN)|(?:HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_\w+|SSH_\w+|GIT_\w+|NETRC|HOME|PATH|TMPDIR|XDG_\w+|LD_\w+|DYLD_\w+)$/i

/** Variables of a build that decide only how something is compiled; other values of theirs are refused. */
const PLAIN: Readonly<Record<string, (value: string) => boolean>> = {
  GO111MODULE: () => true,
  GOEXPERIMENT: () => true,
  GOFIPS140: value => /^[\w.-]*$/.test(value),
  GOWORK: value => value === 'off',
  GOGC: () => true,
  GOMEMLIMIT: () => true,
  GOMAXPROCS: () => true,
  GOFLAGS: value => {
    const words = wordsOf(value)
    return otherBuildFlag(words) === null && filesOfFlags(words, '/').length === 0
  },
  CC: isCompiler,
  CXX: isCompiler,
  AR: isCompiler,
  CGO_CFLAGS: areCFlags,
  CGO_CPPFLAGS: areCFlags,
  CGO_CXXFLAGS: areCFlags,
  CGO_LDFLAGS: areCFlags,
  SOURCE_DATE_EPOCH: () => true,
  TZ: value => /^[\w+-]*$/.test(value),
}

/** The name of a program that a machine has, without flags. */
function isCompiler(value: string): boolean {
  return /^(?:[\w.-]+-)?(?:gcc|g\+\+|clang|clang\+\+|cc|c\+\+|ar|gcc-ar|llvm-ar)(?:-\d+)?$/.test(value)
}

function areCFlags(value: string): boolean {
  return wordsOf(value).every(isPlainCFlag)
}

/** What `build-env` of the file cannot have. */
export function variablesOfStep(buildEnv: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(buildEnv).flatMap(([name, value]) => {
    const isPlain = Object.hasOwn(PLAIN, name) ? PLAIN[name]?.(value) === true : false
    if (isPlain) return []
    const why = OF_STEP.test(name)
      ? 'says where Go finds code, programs or logins'
      : 'can have a build run programs or write files'
    return [wrongValue('build-env', name, `${why}, and ${ELSEWHERE}`)]
  })
}

const ELSEWHERE =
  'is not taken from a file that a pull request can change; write it in the step or on the command line'

/** What `build-flags` and `ldflags` of the file cannot have. */
export function flagsOfStep(
  { buildFlags, ldflags }: Pick<CompileSpec, 'buildFlags' | 'ldflags'>,
  isFromFile: (name: InputName) => boolean,
): readonly Problem[] {
  const others = [
    ['build-flags', otherBuildFlag(buildFlags)],
    ['ldflags', otherLinkerFlag(wordsOf(ldflags))],
  ] as const
  return others.flatMap(([name, flag]) =>
    flag === null || !isFromFile(name)
      ? []
      : [wrongValue(name, flag, `can have a build write files or run programs, and ${ELSEWHERE}`)],
  )
}
