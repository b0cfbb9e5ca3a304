import { markerOf } from '../report/marker.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'

export interface CommentRequest {
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  readonly pullRequest: number
  /** `https://api.github.com`, or `https://<server>/api/v3` */
  readonly apiUrl: string
  /** What tells this comment from Bantam's others on the same pull request. */
  readonly key: string
  /** Markdown that begins with the key's marker, as `commentReport` writes it. */
  readonly body: string
  /** What `isUnchanged` says of the weigh-in. */
  readonly unchanged: boolean
  /** Where nothing changed, a comment that is there is brought up to date, and none is created. */
  readonly silentWhenUnchanged: boolean
}

/** Writes the comment, or updates it in place. One that cannot be written is a notice: it changes no verdict. */
export async function writeComment(host: Host, asked: CommentRequest): Promise<void> {
  const { token, repository, pullRequest, apiUrl, key, body } = asked
  if (token === '') return host.log.notice('No comment was written: there is no token to write it with.')
  host.log.secret(token)
  const [owner = '', repo = ''] = repository.split('/')
  try {
    // Only a pull request needs the client.
    const [{ gitHubApi }, { putComment }] = await Promise.all([
      import('./api.ts'),
      import('./sticky-comment.ts'),
    ])
    const create = !(asked.silentWhenUnchanged && asked.unchanged)
    const comment = { owner, repo, pullRequest, marker: markerOf(key), body, create }
    await putComment(gitHubApi(host, apiUrl, token), comment)
  } catch (error) {
    const why = reasonOf(error).replaceAll(token, '***')
    host.log.notice(
      `The comment on pull request ${pullRequest} of ${repository} could not be written: ${why}.`,
    )
  }
}

/** Characters of what a server said. */
const LONGEST = 300

/** A clause, with what to do where that is known. */
function reasonOf(error: unknown): string {
  const said = errorMessage(error)
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/[.\s]+$/, '')
  const status = statusOf(error)
  const answer = status === null ? said : `GitHub answered ${status} (${said})`
  const advice = status === null ? null : adviceOn(status, said)
  return advice === null ? answer : `${answer}; ${advice}`
}

function adviceOn(status: number, said: string): string | null {
  if (status === 401) return 'give a github-token that is valid'
  if (status === 429 || /rate limit/i.test(said)) return 'the next run will write it'
  if (status === 403)
    return 'give the job `permissions: pull-requests: write`; on a pull request from a fork its token can only read'
  if (status === 404) return 'the token sees no such pull request: see its permissions'
  return null
}

/** Of an answer; what never came as one has a status too, and it says nothing. */
function statusOf(error: unknown): number | null {
  const { status, response } = error as { readonly status?: unknown; readonly response?: unknown }
  return typeof status === 'number' && response !== undefined ? status : null
}
