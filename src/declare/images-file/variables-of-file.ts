import { type Problem, wrongValue } from '../problem.ts'

/**
 * Variables that say where code comes from, whom Go asks for it, or where secrets lie. With a proxy and a certificate of
 * their own, the author of a pull request would see the job's logins for private modules.
 */
const OF_STEP =
  /^(?:GO(?:PROXY|NOPROXY|SUMDB|NOSUMDB|NOSUMCHECK|INSECURE|PRIVATE|VCS|AUTH|ENV|ROOT|PATH|BIN|MODCACHE|CACHE|CACHEPROG|TMPDIR|TOOLCHAIN)|(?:HTTPS?|ALL|NO|FTP)_PROXY|SSL_CERT_\w+|SSH_\w+|GIT_\w+|NETRC|HOME|PATH|TMPDIR|XDG_\w+|LD_\w+|DYLD_\w+)$/i

/** What `build-env` of the file cannot have. */
export function variablesOfStep(buildEnv: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.keys(buildEnv)
    .filter(name => OF_STEP.test(name))
    .map(name =>
      wrongValue(
        'build-env',
        name,
        'says where Go finds code, programs or logins, and is not taken from a file that a pull request can change; write it in the step or on the command line',
      ),
    )
}
