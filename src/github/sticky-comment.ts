import { mayBeDone, type GitHubApi } from './api.ts'

/** One comment of a pull request, identified by how it begins and who wrote it. */
export interface StickyComment {
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
  /** The beginning of its text. No other comment begins with it. */
  readonly marker: string
  readonly body: string
  /** `false`: an existing comment is updated, but none is created. */
  readonly create: boolean
}

interface Written {
  readonly id: number
  readonly body: string
}

/**
 * Updates the comment in place, or creates it. There may be several such comments, from runs at the same time. Then the
 * oldest stays and the others are deleted; the run that looks last sees all of them.
 */
export async function putComment(api: GitHubApi, comment: StickyComment): Promise<void> {
  const author = await whoAmI(api)
  const before = await written(api, comment, author)
  if (before.length > 0) return settle(api, comment, before)
  if (!comment.create) return
  await createOnce(api, comment, author)
  await settle(api, comment, await written(api, comment, author))
}

/** Creates the comment. Where the answer was lost, it is created again only if it is not there. */
async function createOnce(api: GitHubApi, comment: StickyComment, author: string): Promise<void> {
  try {
    await create(api, comment)
  } catch (error) {
    if (!mayBeDone(error)) throw error
    if ((await written(api, comment, author)).length === 0) await create(api, comment)
  }
}

async function create(
  api: GitHubApi,
  { owner, repo, pullRequest: issue_number, body }: StickyComment,
): Promise<void> {
  await api.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number,
    body,
  })
}

/** The user or app that the token belongs to. For a workflow's own token, only GraphQL gives it. */
async function whoAmI(api: GitHubApi): Promise<string> {
  const { viewer } = await api.graphql<{ readonly viewer: { readonly login: string } }>(
    '{ viewer { login } }',
  )
  return viewer.login
}

/** All comments on all pages that match, the oldest first. */
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

/** The login of an app ends in `[bot]`, which GraphQL may leave out. No user's login can end like that. */
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

/** Another run may already have deleted it. */
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

/** GitHub may return other line endings than it received. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd()
}
