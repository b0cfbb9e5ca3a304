import { input } from '../declare/input-part.ts'
import { clause } from '../clause.ts'
import { readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { fetchCommit } from './fetch-commit.ts'
import { findCheckout } from './find-checkout.ts'
import { withoutDrivers } from './git-drivers.ts'
import { gitReason } from './git-reason.ts'
import { askGit, runGit } from './git.ts'
import type { Host } from './host.ts'
import { isOfEndedRun } from './scratch-directory.ts'
import { unstoppable } from './side-work.ts'

/** The files of another commit, next to those that the user checked out. */
export interface Checkout {
  /** Absolute path. */
  readonly root: string
  /** Absolute path of the directory that corresponds to the user's working directory. */
  readonly directory: string
  /** Returns where a path of the user's checkout is in this one. A path outside the checkout is returned unchanged. */
  readonly place: (file: string) => string
}

/** Milliseconds; enough for a repository that holds more than source. */
const PATIENCE = 300_000

/**
 * Checks a commit out into a temporary worktree while `work` runs. The commit is fetched if the clone lacks it. No hook
 * runs.
 *
 * @param directory in the user's checkout
 * @throws Failure `bad-input` if git fails, whatever `work` throws, and the reason of the host's `stop`
 */
export async function withCheckout<Value>(
  running: Host,
  directory: string,
  commit: string,
  work: (checkout: Checkout) => Promise<Value>,
): Promise<Value> {
  // A git command that is ended in the middle leaves locks in the user's clone.
  const host = unstoppable(running)
  await refuseSubmodule(host, directory, commit)
  await fetchCommit(host, directory, commit)
  const root = path.join(host.temporary, `base-${commit.slice(0, 12)}`)
  await forgetEnded(host, directory)
  const forget = () => forgetNow(root)
  // This runs before the files are removed, because they say where git's record of the worktree is.
  process.prependListener('exit', forget)
  const added = await runGit(host, directory, ['worktree', 'add', '--quiet', '--detach', root, commit], {
    timeoutMs: PATIENCE,
    config: { ...(await withoutDrivers(host, directory)), 'advice.detachedHead': 'false' },
  })
  try {
    if (added.exitCode !== 0)
      throw new Failure(
        'bad-input',
        {
          what: clause`Git could not check out commit ${commit.slice(0, 7)}`,
          why: clause`${gitReason(added)}`,
        },
        { fields: { commit } },
      )
    running.stop?.throwIfAborted()
    return await work(placesIn(host, directory, root))
  } finally {
    await remove(host, directory, root)
    process.off('exit', forget)
  }
}

/**
 * Refuses a submodule, because the commits that a workflow names belong to the repository around it. Also, a person who
 * may set the commit of the submodule could choose one that hides the service.
 */
async function refuseSubmodule(host: Host, directory: string, commit: string): Promise<void> {
  if (host.surface !== 'action') return
  const around = await askGit(host, directory, 'rev-parse', '--show-superproject-working-tree')
  if (around === null) return
  throw new Failure(
    'bad-input',
    {
      what: clause`${directory} lies in a submodule`,
      why: clause`commit ${commit.slice(0, 7)} is of the repository around it`,
      fix: clause`write another ${input('baseline')}, such as auto`,
    },
    { fields: { commit, directory } },
  )
}

function placesIn(host: Host, directory: string, root: string): Checkout {
  const real = findCheckout(host, directory) ?? directory
  const top = topAsWritten(directory, real)
  const place = (file: string) => {
    const within = path.relative(top ?? real, file)
    return within.startsWith('..') || path.isAbsolute(within) ? file : path.join(root, within)
  }
  return { root, directory: place(top === null ? realpathSync(directory) : directory), place }
}

/**
 * The top of the checkout as the user's own path names it; `null` if a link leads into the middle of the checkout. If
 * several parts of the path are the top, the outermost one counts, and the path below it is used as written. A link in
 * this commit says nothing about the other commit, and a pull request could use a link to hide what the service was
 * before.
 */
function topAsWritten(directory: string, real: string): string | null {
  let top: string | null = null
  for (let at = directory; ; at = path.dirname(at)) {
    if (realpathSync(at) === real) top = at
    if (path.dirname(at) === at) return top
  }
}

/** Removes what killed runs left: git's records of their worktrees, and their files if these still exist. */
async function forgetEnded(host: Host, directory: string): Promise<void> {
  const { stdout } = await runGit(host, directory, ['worktree', 'list', '--porcelain'])
  const trees = stdout.split('\n').flatMap(line => /^worktree (.*)$/.exec(line)?.[1] ?? [])
  for (const tree of trees.filter(tree => isOfEndedRun(path.dirname(tree))))
    await remove(host, directory, tree)
}

/** Removes git's record of a worktree while the process ends, when no program can be started any more. */
function forgetNow(root: string): void {
  try {
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path.join(root, '.git'), 'utf8'))?.[1] ?? ''
    const note = path.resolve(root, named)
    const notes = path.dirname(note)
    if (path.basename(notes) !== 'worktrees') return
    rmSync(note, { recursive: true, force: true })
    // Git deletes this directory too when it has no more worktrees.
    rmdirSync(notes)
  } catch {
    // There are other worktrees, or git has not finished adding this one. The next run removes what is left.
  }
}

/** Removes the files, and git's record of the worktree, which git itself would remove only after months. */
async function remove(host: Host, directory: string, root: string): Promise<void> {
  const removing = ['worktree', 'remove', '--force', root]
  const removed = await runGit(host, directory, removing, { timeoutMs: PATIENCE })
  if (removed.exitCode === 0) return
  await rm(root, { recursive: true, force: true })
  // Git notices that the files are gone, and removes its record.
  const noted = await runGit(host, directory, removing)
  host.log.debug(
    `git worktree remove: ${gitReason(removed)}; then ${noted.exitCode === 0 ? 'done' : gitReason(noted)}`,
  )
}
