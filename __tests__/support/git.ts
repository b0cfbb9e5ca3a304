import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryDirectory } from './cli.ts'

/** Files by name; `null` removes one. */
export type Files = Readonly<Record<string, string | null>>

export interface GitRepository {
  readonly directory: string
  readonly git: (...args: readonly string[]) => string
  /** @returns the commit that writes these files */
  readonly commit: (files: Files) => string
}

const IDENTITY = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']

/** A repository of its own with the branch `main`, which serves any commit that is asked for, as GitHub does. */
export function gitRepository(): GitRepository {
  const repository = at(temporaryDirectory('repository'))
  repository.git('init', '-q', '-b', 'main')
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  return repository
}

/** A whole clone, with `origin/HEAD`. */
export function cloneOf({ directory }: GitRepository): GitRepository {
  const clone = at(temporaryDirectory('clone'))
  clone.git('clone', '-q', pathToFileURL(directory).href, '.')
  return clone
}

/** What actions/checkout leaves: one commit, with a ref of its own, without a branch and without what led to it. */
export function shallowCheckout({ directory }: GitRepository, commit: string): GitRepository {
  const checkout = at(temporaryDirectory('checkout'))
  checkout.git('init', '-q')
  checkout.git('remote', 'add', 'origin', pathToFileURL(directory).href)
  checkout.git('fetch', '-q', '--no-tags', '--depth=1', 'origin', `+${commit}:refs/remotes/pull/7/merge`)
  checkout.git('checkout', '-q', '--detach', commit)
  return checkout
}

/** Merges as GitHub does for a pull request: into what the branch is now, on no branch. @returns the merge commit */
export function mergeCommit({ git }: GitRepository, branch: string, head: string): string {
  git('checkout', '-q', '--detach', branch)
  git('merge', '-q', '--no-ff', '-m', 'Merge', head)
  const merge = git('rev-parse', 'HEAD')
  git('update-ref', 'refs/pull/7/merge', merge)
  git('checkout', '-q', branch)
  return merge
}

/** What of a clone may not change: its refs, its depth, its worktrees, what is checked out. */
export function cloneState({ directory, git }: GitRepository) {
  const shallow = path.join(directory, '.git', 'shallow')
  return {
    refs: git('for-each-ref'),
    head: git('rev-parse', 'HEAD'),
    worktrees: git('worktree', 'list', '--porcelain'),
    notes: existsSync(path.join(directory, '.git', 'worktrees')),
    status: git('status', '--porcelain'),
    config: readFileSync(path.join(directory, '.git', 'config'), 'utf8'),
    fetchHead: existsSync(path.join(directory, '.git', 'FETCH_HEAD')),
    depth: existsSync(shallow) ? readFileSync(shallow, 'utf8').trim().split('\n').length : null,
    commits: git('rev-list', '--count', 'HEAD'),
  }
}

function at(directory: string): GitRepository {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...IDENTITY, ...args], {
      cwd: directory,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  const commit = (files: Files) => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(directory, name)
      mkdirSync(path.dirname(file), { recursive: true })
      if (content === null) rmSync(file, { recursive: true, force: true })
      else writeFileSync(file, content)
    }
    git('add', '-A')
    git('commit', '-q', '--allow-empty', '-m', `write ${Object.keys(files).join(' ')}`)
    return git('rev-parse', 'HEAD')
  }
  return { directory, git, commit }
}

/** Environment that leads git from addresses of the internet to repositories on disk. */
export function insteadOf(addresses: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const pairs = Object.entries(addresses).flatMap(([address, directory], at) => [
    [`GIT_CONFIG_KEY_${at}`, `url.${pathToFileURL(directory).href}.insteadOf`],
    [`GIT_CONFIG_VALUE_${at}`, address],
  ])
  return { GIT_CONFIG_COUNT: `${pairs.length / 2}`, ...Object.fromEntries(pairs) }
}
