import path from 'node:path'
import { clause } from '../../../clause.ts'
import { Failure } from '../../../failure.ts'
import type { Checkout } from '../../../host/checkout.ts'
import { withoutDrivers } from '../../../host/git-drivers.ts'
import { gitReason } from '../../../host/git-reason.ts'
import { runGit } from '../../../host/git.ts'
import type { Host } from '../../../host/host.ts'

/**
 * Makes a clone of a worktree, with the same objects. Go writes the revision into a binary only where `.git` is a
 * directory, and in a worktree it is a file.
 *
 * @throws Failure `bad-input` if git fails
 */
export async function ownClone(host: Host, { root, directory }: Checkout, commit: string): Promise<Checkout> {
  const clone = path.join(host.temporary, `clone-${commit.slice(0, 12)}`)
  const config = { ...(await withoutDrivers(host, root)), 'advice.detachedHead': 'false' }
  const cloning = ['clone', '--quiet', '--shared', '--no-checkout', '--template=', '--', root, clone]
  const git = async (place: string, args: readonly string[]) => {
    const ended = await runGit(host, place, args, { config })
    if (ended.exitCode === 0) return
    throw new Failure(
      'bad-input',
      { what: clause`Git could not clone commit ${commit.slice(0, 7)}`, why: clause`${gitReason(ended)}` },
      { fields: { commit } },
    )
  }
  await git(root, cloning)
  await git(clone, ['checkout', '--quiet', '--detach', commit])
  const place = (file: string) => {
    const within = path.relative(root, file)
    return within.startsWith('..') || path.isAbsolute(within) ? file : path.join(clone, within)
  }
  return { root: clone, directory: place(directory), place }
}
