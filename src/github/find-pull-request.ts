import type { CommentSpec } from '../declare/run-spec.ts'
import type { Host } from '../host/host.ts'
import { printable } from '../report/printable.ts'
import type { GitHubApi } from './api.ts'
import { reasonOf } from './refusal.ts'
import type { CommentTarget } from './comment-target.ts'

type Head = Extract<CommentTarget, { kind: 'head' }>

/**
 * The number of the pull request that a run was about. `null`, with a notice, if there is none to comment on. A pull
 * request with a newer commit does not count, because that commit has a run of its own.
 */
export async function findPullRequest(
  host: Host,
  spec: CommentSpec,
  target: CommentTarget,
): Promise<number | null> {
  const none = (why: string) => {
    host.log.notice(`No comment was written: ${printable(why)}.`)
    return null
  }
  switch (target.kind) {
    case 'nothing':
      return none(target.why)
    case 'pull request':
      return target.pullRequest
    case 'head':
      break
  }
  if (spec.token === '') return none('there is no token to write it with')
  try {
    // Loaded here, because only a pull request needs the client.
    const { gitHubApi } = await import('./api.ts')
    const numbers = await openAt(gitHubApi(host, spec.apiUrl, spec.token), spec.repository, target)
    const [number, ...others] = numbers
    if (number === undefined)
      return none(`${describe(target)} is not the newest commit of any open pull request`)
    return others.length === 0
      ? number
      : none(`${describe(target)} is the newest commit of several pull requests (${numbers.join(', ')})`)
  } catch (error) {
    return none(`its pull request in ${spec.repository} could not be found: ${reasonOf(error, spec.token)}`)
  }
}

/** The open pull requests whose newest commit is this one. */
async function openAt(
  api: GitHubApi,
  repository: string,
  { owner: from, branch, commit }: Head,
): Promise<readonly number[]> {
  const [owner = '', repo = ''] = repository.split('/')
  const head = `${from}:${branch}`
  const pulls = await api.paginate('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    head,
    state: 'open',
    per_page: 100,
  })
  // GitHub lists all pull requests if it does not understand the head.
  return pulls
    .filter(pull => pull.head.label === head && pull.head.sha === commit)
    .map(({ number }) => number)
}

function describe({ owner, branch, commit }: Head): string {
  return `commit ${commit.slice(0, 7)} of ${owner}:${branch}`
}
