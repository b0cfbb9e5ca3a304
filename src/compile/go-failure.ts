import { type Clause, clause, valueClause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import type { FailureCode, Fields } from '../failure.ts'
import type { Host } from '../host/host.ts'
import type { Finished } from '../host/process.ts'
import { compileErrors } from './compile-errors.ts'

/** What go was run for, to be named in the sentence. */
export interface Errand {
  /** `compiling ./cmd/api for linux/amd64` */
  readonly doing: string
  readonly workingDirectory: string
  /** What else is known of it. */
  readonly fields?: Fields
}

/** Makes a failure from go's own words, which are kept unchanged in `output`. */
export function goFailure(
  host: Host,
  { doing, workingDirectory, fields }: Errand,
  finished: Finished,
): Failure {
  const output = [finished.stderr, finished.stdout]
    .map(text => text.trimEnd())
    .filter(text => text !== '')
    .join('\n')
  const locations = compileErrors(output, workingDirectory, host.cwd)
  const fail = (code: FailureCode, why: Clause, fix?: Clause) =>
    new Failure(
      code,
      { what: [{ kind: 'words', text: `${doing} failed` }], why, fix },
      { output, locations, fields: { directory: workingDirectory, ...fields } },
    )

  for (const { pattern, code, why, fix } of KNOWN) {
    const match = pattern.exec(output)
    if (match !== null) return fail(code, why({ found: match[1] ?? match[0], workingDirectory }), fix)
  }
  const [first, ...more] = locations
  if (first === undefined) return fail('compile', valueClause(reasonIn(output) ?? endingOf(finished)))
  const place = [first.file, first.line, first.column].filter(part => part !== undefined).join(':')
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return fail('compile', clause`${place}: ${first.message.replaceAll('\n', ' ')}${others}`)
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
  readonly why: (circumstances: Circumstances) => Clause
  readonly fix: Clause
}

/** Known messages of go that do not say what to do here. The first that matches counts. */
const KNOWN: readonly Known[] = [
  {
    pattern: /no space left on device|disk quota exceeded/,
    code: 'write',
    why: ({ found }) => valueClause(found),
    fix: clause`free some space, or point TMPDIR and GOCACHE elsewhere`,
  },
  {
    pattern: /read-only file system/,
    code: 'write',
    why: () => clause`go writes to a read-only file system`,
    fix: clause`point TMPDIR and GOCACHE elsewhere`,
  },
  {
    pattern:
      /failed to initialize build cache|build cache is required, but could not be located|GOCACHE is not defined/,
    code: 'write',
    why: () => clause`go has no place for its build cache`,
    fix: clause`set HOME or GOCACHE to a directory that can be written to`,
  },
  {
    pattern: /go\.mod file not found|cannot find main module|cannot find module root/,
    code: 'bad-input',
    why: ({ workingDirectory }) => clause`there is no go.mod in ${workingDirectory} or above it`,
    fix: clause`set ${input('working-directory')} to the module, or run "go mod init" there`,
  },
  {
    pattern: /requires go >= ([\w.]+)/,
    code: 'toolchain',
    why: ({ found }) => clause`the module or one it needs asks for Go ${found} or newer`,
    fix: clause`set ${input('go-version')} to that, or raise it in go.mod`,
  },
  {
    pattern: /(?:C compiler |exec: )"([^"]+)"(?:: executable file)? not found/,
    code: 'missing-tool',
    why: ({ found }) => clause`${input('cgo', 'static')} needs the C compiler ${found}, which is not on PATH`,
    fix: clause`install one, or name it with CC in ${input('build-env')}`,
  },
  {
    pattern: /build constraints exclude all Go files/,
    code: 'compile',
    why: () => clause`build constraints leave a package without files for this platform`,
    fix: clause`where it needs C, set ${input('cgo', 'static')}`,
  },
  {
    pattern: /^# [^\n]*\nusage: link \[options\]/m,
    code: 'bad-input',
    why: () => clause`${input('ldflags')} has a word that is neither a flag nor the value of one`,
    fix: clause`put a value with spaces in quotes, and write {{.Commit}} for $(git …), since no shell reads it`,
  },
  {
    pattern: /error obtaining VCS status/,
    code: 'bad-input',
    why: () => clause`${input('build-vcs', 'true')} needs a git checkout that git trusts`,
    fix: clause`leave ${input('build-vcs')} out, or check out with git`,
  },
]
