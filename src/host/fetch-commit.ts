import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { withoutDrivers } from './git-drivers.ts'
import { gitReason } from './git-reason.ts'
import { runGit } from './git.ts'
import type { Host } from './host.ts'

/** Milliseconds; enough for a repository that holds more than source. */
const PATIENCE = 300_000

/**
 * Ensures that the clone has a commit with its files. In a shallow clone, the commit is fetched without its history. No
 * branch, tag, FETCH_HEAD or depth of the clone changes.
 *
 * @throws Failure `bad-input` if git fails
 */
export async function fetchCommit(host: Host, directory: string, commit: string): Promise<void> {
  const known = await runGit(host, directory, ['cat-file', '-e', `${commit}^{commit}`])
  if (known.exitCode === 0) return
  const shallow = await runGit(host, directory, ['rev-parse', '--is-shallow-repository'])
  // With a depth, a complete clone would become a shallow one.
  const depth = shallow.stdout.trim() === 'true' ? ['--depth=1'] : []
  const only = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet', ...depth]
  const config = await withoutDrivers(host, directory)
  const fetched = await runGit(host, directory, ['fetch', ...only, 'origin', commit], {
    timeoutMs: PATIENCE,
    config,
  })
  if (fetched.exitCode !== 0)
    throw new Failure(
      'bad-input',
      {
        what: clause`Git could not fetch commit ${commit.slice(0, 7)}`,
        why: clause`${gitReason(fetched)}`,
      },
      { fields: { commit } },
    )
}
