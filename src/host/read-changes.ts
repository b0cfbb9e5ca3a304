import { problemsFailure, wrongValue } from '../declare/problem.ts'
import { Failure } from '../failure.ts'
import { fetchCommit } from './fetch-commit.ts'
import { findCheckout } from './find-checkout.ts'
import { withoutDrivers } from './git-drivers.ts'
import { askGit, consultGit, isCommit, runGit } from './git.ts'
import type { Host } from './host.ts'

/** How the files of a checkout differ from those of the commit where its change starts. Paths start at `top`. */
export interface Changes {
  /** Absolute, without links. */
  readonly top: string
  /** The commit. */
  readonly start: string
  /** Files that are new, changed or gone, and submodules that are at another commit. */
  readonly changed: ReadonlySet<string>
  /** Those of `changed` that are gone. */
  readonly gone: ReadonlySet<string>
  /** The files that git knows, with their modes: `120000` is a link, `160000` a submodule. */
  readonly tracked: ReadonlyMap<string, string>
  /** Whether what a submodule has is certainly its commit: in a job, which has just checked it out. */
  readonly cleanSubmodules: boolean
  /** Files and directories that git ignores; nothing is known of what they were before. */
  readonly ignored: readonly string[]
}

/** `why` is a clause. */
export type ReadChanges =
  | { readonly status: 'known'; readonly changes: Changes }
  | { readonly status: 'unknown'; readonly why: string }

/**
 * Compares the working tree with the commit that it shares with `ref`, as `git diff ref...` does with HEAD. What is not
 * committed counts too, because it is built.
 *
 * @throws Failure `bad-input` for a name that the clone does not have
 */
export async function readChanges(host: Host, directory: string, ref: string): Promise<ReadChanges> {
  const top = findCheckout(host, directory)
  if (top === null) return unknown(`${directory} does not lie in the checkout of a git repository`)
  if (/^0+$/.test(ref)) return unknown('nothing was there before this push')
  const isHash = isCommit(ref)
  if (isHash) {
    try {
      await fetchCommit(host, top, ref)
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      return unknown(`the clone does not have commit ${ref.slice(0, 7)}`)
    }
  }
  const asked = await consultGit(
    host,
    top,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  )
  if (asked.status === 'refused') return unknown(asked.why)
  if (asked.status === 'none')
    throw problemsFailure([
      wrongValue(
        'changed-since',
        ref,
        'names no commit of this clone; write a branch, a tag or a commit that it has (actions/checkout has all with fetch-depth: 0)',
      ),
    ])
  const start = await askGit(host, top, 'merge-base', asked.value, 'HEAD')
  if (start === null)
    return unknown(`the clone does not have the commit that HEAD shares with ${ref}; fetch-depth: 0 gets it`)
  return compare(host, top, start)
}

/** The names of two million files. */
const MOST_OUTPUT = 256 * 1024 * 1024

function unknown(why: string): ReadChanges {
  return { status: 'unknown', why }
}

async function compare(host: Host, top: string, start: string): Promise<ReadChanges> {
  const config = await withoutDrivers(host, top)
  const ask = async (...args: string[]) => {
    const { exitCode, stdout } = await runGit(host, top, args, { config, maxOutput: MOST_OUTPUT })
    // What was cut off in the middle would hide a change.
    const isWhole = exitCode === 0 && (stdout === '' || stdout.endsWith('\0'))
    return isWhole ? stdout.split('\0').slice(0, -1) : null
  }
  const [status, files, others, ignored] = await Promise.all([
    ask(
      'diff',
      '--name-status',
      '--no-renames',
      '--ignore-submodules=dirty',
      '--no-ext-diff',
      '--no-textconv',
      '-z',
      start,
      '--',
    ),
    ask('ls-files', '--stage', '-z'),
    ask('ls-files', '--others', '--exclude-standard', '-z'),
    ask('ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'),
  ])
  if (status === null || files === null || others === null || ignored === null)
    return unknown(`git cannot compare the checkout with commit ${start.slice(0, 7)}`)
  // A status and a path follow one another.
  const pairs = status.flatMap((path, at) => (at % 2 === 1 ? [{ path, status: status[at - 1] ?? '' }] : []))
  const changed = new Set([...pairs.map(({ path }) => path), ...others])
  // A file can differ in a checkout although git finds no change in it: they decide how git writes files.
  const attributes = [...changed].find(file => /(?:^|\/)\.gitattributes$/.test(file))
  if (attributes !== undefined) return unknown(`${attributes} changed, which decides how git writes files`)
  return {
    status: 'known',
    changes: {
      top,
      start,
      changed,
      gone: new Set(pairs.filter(pair => pair.status === 'D').map(({ path }) => path)),
      tracked: new Map(
        files.flatMap(line => {
          const [, mode = '', path = ''] = /^(\d+) [^\t]*\t(.*)$/s.exec(line) ?? []
          return path === '' ? [] : [[path, mode] as const]
        }),
      ),
      cleanSubmodules: host.surface === 'action',
      ignored: ignored.map(path => path.replace(/\/$/, '')),
    },
  }
}

/** The content of a file in a commit; `null` where it has none there. */
export async function fileInCommit(
  host: Host,
  top: string,
  commit: string,
  path: string,
): Promise<string | null> {
  const { exitCode, stdout } = await runGit(host, top, ['cat-file', 'blob', `${commit}:${path}`])
  return exitCode === 0 ? stdout : null
}
