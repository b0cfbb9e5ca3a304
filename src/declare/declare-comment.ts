import path from 'node:path'
import type { Given } from './given.ts'
import type { Checked } from './problem.ts'
import { type Reader, readerOf } from './reader.ts'
import type { CommentSpec, PullRequestComment } from './run-spec.ts'
import type { Surroundings } from './surroundings.ts'

/** What the action of `comment/` is asked for. */
export interface ForeignComment {
  /** Absolute: a weigh-in, or a directory of them. */
  readonly weighIn: string
  readonly comment: CommentSpec
}

export function declareComment(
  reader: Reader,
  { env, pullRequest }: Pick<Surroundings, 'env' | 'pullRequest'>,
): PullRequestComment | null {
  const wish = reader.choice('comment', ['true', 'changed', 'false'])
  if (wish === 'false' || pullRequest === null) return null
  return { ...commentSpec(reader, env, wish), pullRequest }
}

/** Of the action of `comment/`; whether the weigh-in exists is not looked at here. */
export function declareForeignComment(
  given: Given,
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Checked<ForeignComment> {
  const reader = readerOf(given)
  const place = reader.text('weigh-in')
  if (place === null)
    reader.contradiction('weigh-in', 'is missing; write the path that actions/download-artifact wrote to')
  const wish = reader.choice('comment', ['true', 'changed'])
  const spec = { weighIn: path.resolve(cwd, place ?? ''), comment: commentSpec(reader, env, wish) }
  const problems = reader.problems()
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems }
}

function commentSpec(reader: Reader, env: Surroundings['env'], wish: 'true' | 'changed'): CommentSpec {
  return {
    token: reader.text('github-token') ?? '',
    repository: env['GITHUB_REPOSITORY'] ?? '',
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    silentWhenUnchanged: wish === 'changed',
  }
}
