import type { PullRequestComment } from '../declare/run-spec.ts'
import type { Host } from '../host/host.ts'
import { markerOf } from '../report/marker.ts'
import { reasonOf } from './refusal.ts'

export interface CommentRequest extends PullRequestComment {
  /** Distinguishes this comment from Bantam's other comments on the same pull request. */
  readonly key: string
  /** Markdown that begins with the key's marker, as `commentReport` writes it. */
  readonly body: string
  /** The result of `isUnchanged` for the weigh-in. */
  readonly unchanged: boolean
}

/**
 * Writes the comment, or updates it in place. A comment that cannot be written is reported as a notice, and does not
 * change the verdict.
 */
export async function writeComment(host: Host, asked: CommentRequest): Promise<void> {
  const { token, repository, pullRequest, apiUrl, key, body } = asked
  if (token === '') return host.log.notice('No comment was written: there is no token to write it with.')
  host.log.secret(token)
  const [owner = '', repo = ''] = repository.split('/')
  try {
    // Loaded here, because only a pull request needs the client.
    const [{ gitHubApi }, { putComment }] = await Promise.all([
      import('./api.ts'),
      import('./sticky-comment.ts'),
    ])
    const create = !(asked.silentWhenUnchanged && asked.unchanged)
    const comment = { owner, repo, pullRequest, marker: markerOf(key), body, create }
    await putComment(gitHubApi(host, apiUrl, token), comment)
  } catch (error) {
    host.log.notice(
      `The comment on pull request ${pullRequest} of ${repository} could not be written: ${reasonOf(error, token)}.`,
    )
  }
}
