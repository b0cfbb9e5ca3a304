import { Failure } from '../failure.ts'
import type { FailureCode } from '../failure.ts'
import type { Host } from '../host/host.ts'
import type { Finished } from '../host/process.ts'
import { compileErrors } from './compile-errors.ts'

/** What go was run for, to be named in the sentence. */
export interface Errand {
  /** `Compiling ./cmd/api for linux/amd64` */
  readonly doing: string
  readonly workingDirectory: string
}

/** Makes a failure from go's own words, which are kept unchanged in `output`. */
export function goFailure(host: Host, { doing, workingDirectory }: Errand, finished: Finished): Failure {
  const output = [finished.stderr, finished.stdout]
    .map(text => text.trimEnd())
    .filter(text => text !== '')
    .join('\n')
  const locations = compileErrors(output, workingDirectory, host.cwd)
  const fail = (code: FailureCode, why: string) =>
    new Failure(code, `${doing} failed: ${why}.`, { output, locations })

  for (const { pattern, code, why } of KNOWN) {
    const match = pattern.exec(output)
    if (match !== null) return fail(code, why({ found: match[1] ?? match[0], workingDirectory }))
  }
  const [first, ...more] = locations
  if (first === undefined) return fail('compile', reasonIn(output) ?? endingOf(finished))
  const place = [first.file, first.line, first.column].filter(part => part !== undefined).join(':')
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return fail('compile', `${place}: ${first.message.replaceAll('\n', ' ')}${others}`)
}

/** The first line that is neither progress nor a heading. */
function reasonIn(output: string): string | null {
  const line = output
    .split('\n')
    .find(candidate => !/^(?:#|go: (?:downloading|finding|extracting) |\s*$)/.test(candidate))
  return line === undefined ? null : line.trim().replace(/[.:]$/, '').slice(0, MAX_REASON)
}

function endingOf({ exitCode, signal }: Finished): string {
  return signal === null ? `go ended with exit code ${exitCode}` : `${signal} ended go`
}

/** Characters: enough for a sentence. Everything is in `output`. */
const MAX_REASON = 300

interface Circumstances {
  readonly found: string
  readonly workingDirectory: string
}

interface Known {
  readonly pattern: RegExp
  readonly code: FailureCode
  readonly why: (circumstances: Circumstances) => string
}

/** Known messages of go that do not say what to do here. The first that matches counts. */
const KNOWN: readonly Known[] = [
  {
    pattern: /no space left on device|disk quota exceeded/,
    code: 'write',
    why: ({ found }) => `${found}; free some space, or point TMPDIR and GOCACHE elsewhere`,
  },
  {
    pattern: /read-only file system/,
    code: 'write',
    why: () =>
      'go may not write where it has to, a read-only file system; point TMPDIR and GOCACHE elsewhere',
  },
  {
    pattern:
      /failed to initialize build cache|build cache is required, but could not be located|GOCACHE is not defined/,
    code: 'write',
    why: () =>
      'go has no place for its build cache; set HOME or GOCACHE to a directory that can be written to',
  },
  {
    pattern: /go\.mod file not found|cannot find main module|cannot find module root/,
    code: 'bad-input',
    why: ({ workingDirectory }) =>
      `there is no go.mod in ${workingDirectory} or above it; set working-directory to the module, or run \`go mod init\` there`,
  },
  {
    pattern: /requires go >= ([\w.]+)/,
    code: 'toolchain',
    why: ({ found }) =>
      `the module or one it needs asks for Go ${found} or newer; set go-version to that, or raise it in go.mod`,
  },
  {
    pattern: /(?:C compiler |exec: )"([^"]+)"(?:: executable file)? not found/,
    code: 'missing-tool',
    why: ({ found }) =>
      `\`cgo: static\` needs the C compiler ${found}, which is not on PATH; install one, or name it with CC in build-env`,
  },
  {
    pattern: /build constraints exclude all Go files/,
    code: 'compile',
    why: () =>
      'build constraints leave a package without files for this platform; where it needs C, write `cgo: static`',
  },
  {
    pattern: /^# [^\n]*\nusage: link \[options\]/m,
    code: 'bad-input',
    why: () =>
      'ldflags has a word that is neither a flag nor the value of one; put a value with spaces in quotes, and write {{.Commit}} for $(git …), since no shell reads it',
  },
  {
    pattern: /error obtaining VCS status/,
    code: 'bad-input',
    why: () =>
      '`build-vcs: true` needs a git checkout that git trusts; leave build-vcs out, or check out with git',
  },
]
