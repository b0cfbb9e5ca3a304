import type { GitHubApi } from './api.ts'

/** One comment of a pull request that is found again by how it begins and by who wrote it. */
export interface StickyComment {
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
  /** What its text begins with, and no other's. */
  readonly marker: string
  readonly body: string
  /** `false`: a comment that is there is updated, and none is created. */
  readonly create: boolean
}

interface Written {
  readonly id: number
  readonly body: string
}

/**
 * Updates the comment in place, or creates it. Where several were written, by runs side by side or by an answer that was lost
 * on the way, the oldest stays and the others go: whoever looks last sees them all.
 */
export async function putComment(api: GitHubApi, comment: StickyComment): Promise<void> {
  const author = await whoAmI(api)
  const before = await written(api, comment, author)
  if (before.length > 0) return settle(api, comment, before)
  if (!comment.create) return
  const { owner, repo, pullRequest: issue_number, body } = comment
  await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number,
    body,
  })
  await settle(api, comment, await written(api, comment, author))
}

/** Who the token speaks for. Only GraphQL tells it of a workflow's own token. */
async function whoAmI(api: GitHubApi): Promise<string> {
  const { viewer } = await api.graphql<{ readonly viewer: { readonly login: string } }>(
    '{ viewer { login } }',
  )
  return viewer.login
}

/** The comments of all pages that are this one, the oldest first. */
async function written(
  api: GitHubApi,
  { owner, repo, pullRequest: issue_number, marker }: StickyComment,
  author: string,
): Promise<readonly Written[]> {
  const comments = await api.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number,
    per_page: 100,
  })
  return comments
    .filter(({ user, body }) => isAuthor(user, author) && body?.startsWith(marker) === true)
    .map(({ id, body = '' }) => ({ id: Number(id), body }))
    .sort((one, other) => one.id - other.id)
}

/** An app's login ends in `[bot]`, which GraphQL may leave out and no user's can have. */
function isAuthor(
  user: { readonly login: string; readonly type: string } | null | undefined,
  author: string,
): boolean {
  return user?.login === author || (user?.type === 'Bot' && user.login === `${author}[bot]`)
}

async function settle(
  api: GitHubApi,
  { owner, repo, body }: StickyComment,
  [oldest, ...younger]: readonly Written[],
): Promise<void> {
  const place = { owner, repo }
  if (oldest !== undefined && !sameText(oldest.body, body))
    await api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...place,
      comment_id: oldest.id,
      body,
    })
  for (const { id } of younger) await remove(api, { ...place, comment_id: id })
}

/** Another run may have been faster. */
async function remove(
  api: GitHubApi,
  comment: { readonly owner: string; readonly repo: string; readonly comment_id: number },
): Promise<void> {
  try {
    await api.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', comment)
  } catch (error) {
    if ((error as { readonly status?: unknown }).status !== 404) throw error
  }
}

/** GitHub may give back other line ends than it was given. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd()
}
