import type { ChangeStart, BaseCommit, Repository } from '../declare/surroundings.ts'
import type { WorkflowEvent } from './event.ts'
import { askGit, isCommit } from './git.ts'
import type { Host } from './host.ts'

/**
 * Finds the commit that this change starts from: in a workflow the event names it, on a terminal git does.
 * docs/decisions/0013-the-base-commit.md
 */
export async function readChangeStart(
  host: Host,
  directory: string,
  event: WorkflowEvent,
  { branch }: Pick<Repository, 'branch'>,
): Promise<ChangeStart> {
  if (host.surface === 'terminal') return { commit: await mergeBase(host, directory), branch: null }
  const { env } = host
  const target = env['GITHUB_BASE_REF'] ?? ''
  if (event.pullRequest !== null || target !== '')
    return { commit: await startOfPullRequest(host, directory, event.pullRequest), branch: target || null }
  if (event.mergeGroup !== null) {
    const { base, branch: into } = event.mergeGroup
    return { commit: base === null ? unknown('the event names no base_sha') : known(base), branch: into }
  }
  const own = env['GITHUB_REF_TYPE'] === 'tag' ? null : branch
  return { commit: beforePush(env['GITHUB_EVENT_NAME'] ?? 'unnamed', event), branch: own }
}

/**
 * The first parent of GitHub's merge commit, which is the commit that the change is merged into today. The event's base
 * is older once the branch has moved on, but it is right for a checkout of the pull request's own head.
 */
async function startOfPullRequest(
  host: Host,
  directory: string,
  pull: WorkflowEvent['pullRequest'],
): Promise<BaseCommit> {
  const [first, second, ...others] = await parentsOfHead(host, directory)
  const isMerge = second !== undefined && others.length === 0
  const head = pull?.head ?? null
  if (first !== undefined && isMerge && (head === null || head === second)) return known(first)
  if (pull !== null && pull.base !== null) return known(pull.base)
  return unknown('the checkout is not a merge commit, and the event names no base')
}

/** The parents that the commit itself names. In a shallow clone, every other command hides them. */
async function parentsOfHead(host: Host, directory: string): Promise<readonly string[]> {
  const commit = (await askGit(host, directory, 'cat-file', 'commit', 'HEAD')) ?? ''
  const [head = ''] = commit.split('\n\n')
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) =>
    isCommit(parent) ? [parent] : [],
  )
}

function beforePush(name: string, { before }: WorkflowEvent): BaseCommit {
  if (name !== 'push') return { status: 'none', why: `the event ${name} is about no earlier commit` }
  if (before === null) return unknown('the event names no commit before the push')
  return /^0+$/.test(before) ? { status: 'none', why: 'nothing was there before this push' } : known(before)
}

/** The merge base of HEAD and the remote's default branch. */
async function mergeBase(host: Host, directory: string): Promise<BaseCommit> {
  const commit = await askGit(host, directory, 'merge-base', 'HEAD', 'refs/remotes/origin/HEAD')
  if (isCommit(commit)) return known(commit)
  return unknown(
    'git knows no commit that HEAD shares with origin/HEAD, which `git remote set-head origin --auto` sets',
  )
}

function known(commit: string): BaseCommit {
  return { status: 'known', commit }
}

function unknown(why: string): BaseCommit {
  return { status: 'unknown', why }
}
