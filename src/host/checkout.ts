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

/** Another commit's files, beside those that the user checked out. */
export interface Checkout {
  /** Absolute. */
  readonly root: string
  /** Absolute: the place of the user's working directory. */
  readonly directory: string
  /** Where a path of the user's checkout is in this one; a path outside stays where it is. */
  readonly place: (file: string) => string
}

/** Milliseconds for a repository that holds more than source. */
const PATIENCE = 300_000

/**
 * Checks a commit out into a worktree of the run's own while `work` is done, fetched where the clone lacks it. No hook runs.
 *
 * @param directory in the user's checkout
 * @throws Failure `bad-input` where git cannot, and what `work` throws
 */
export async function withCheckout<Value>(
  host: Host,
  directory: string,
  commit: string,
  work: (checkout: Checkout) => Promise<Value>,
): Promise<Value> {
  await refuseSubmodule(host, directory, commit)
  await fetchCommit(host, directory, commit)
  const root = path.join(host.temporary, `base-${commit.slice(0, 12)}`)
  await forgetEnded(host, directory)
  const forget = () => forgetNow(root)
  // Before the files are removed, which say where the note is.
  process.prependListener('exit', forget)
  const added = await runGit(host, directory, ['worktree', 'add', '--quiet', '--detach', root, commit], {
    timeoutMs: PATIENCE,
    config: { ...(await withoutDrivers(host, directory)), 'advice.detachedHead': 'false' },
  })
  try {
    if (added.exitCode !== 0)
      throw new Failure(
        'bad-input',
        `Git could not check out commit ${commit.slice(0, 7)}: ${gitReason(added)}.`,
      )
    return await work(placesIn(host, directory, root))
  } finally {
    await remove(host, directory, root)
    process.off('exit', forget)
  }
}

/** A workflow's commits are of the repository around a submodule. Whoever may set its commit could bring one that hides the service. */
async function refuseSubmodule(host: Host, directory: string, commit: string): Promise<void> {
  if (host.surface !== 'action') return
  const around = await askGit(host, directory, 'rev-parse', '--show-superproject-working-tree')
  if (around === null) return
  throw new Failure(
    'bad-input',
    `${directory} lies in a submodule, and commit ${commit.slice(0, 7)} is of the repository around it; write another baseline, such as auto.`,
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
 * The top of the checkout as the user's own paths name it; `null` where a link leads into the middle of the checkout. The
 * outermost one counts, and below it the path as it is written: a link of this commit says nothing about another one, and a
 * pull request could hide by it what the service was.
 */
function topAsWritten(directory: string, real: string): string | null {
  let top: string | null = null
  for (let at = directory; ; at = path.dirname(at)) {
    if (realpathSync(at) === real) top = at
    if (path.dirname(at) === at) return top
  }
}

/** What runs left that were killed: the clone's notes of their worktrees, and their files where those are still there. */
async function forgetEnded(host: Host, directory: string): Promise<void> {
  const { stdout } = await runGit(host, directory, ['worktree', 'list', '--porcelain'])
  const trees = stdout.split('\n').flatMap(line => /^worktree (.*)$/.exec(line)?.[1] ?? [])
  for (const tree of trees.filter(tree => isOfEndedRun(path.dirname(tree))))
    await remove(host, directory, tree)
}

/** Removes the clone's note of a worktree while the process ends, when nothing can be started any more. */
function forgetNow(root: string): void {
  try {
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path.join(root, '.git'), 'utf8'))?.[1] ?? ''
    const note = path.resolve(root, named)
    const notes = path.dirname(note)
    if (path.basename(notes) !== 'worktrees') return
    rmSync(note, { recursive: true, force: true })
    // Git has no such directory where there is no worktree.
    rmdirSync(notes)
  } catch {
    // There are other worktrees, or git has not come so far: the next run removes what is left.
  }
}

/** Its files, and the clone's note of it: git removes the latter by itself only after months. */
async function remove(host: Host, directory: string, root: string): Promise<void> {
  const removing = ['worktree', 'remove', '--force', root]
  const removed = await runGit(host, directory, removing, { timeoutMs: PATIENCE })
  if (removed.exitCode === 0) return
  await rm(root, { recursive: true, force: true })
  // It takes note that the files are gone.
  const noted = await runGit(host, directory, removing)
  host.log.debug(
    `git worktree remove: ${gitReason(removed)}; then ${noted.exitCode === 0 ? 'done' : gitReason(noted)}`,
  )
}
