import path from 'node:path'
import { declareComment } from './declare-comment.ts'
import { declareCredentials } from './declare-publish.ts'
import { type Digest, isDigest } from '../weigh-in/digest.ts'
import type { Given } from './given.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Checked } from './problem.ts'
import { type PushWish, shouldPush } from './push.ts'
import { readerOf } from './reader.ts'
import type { PullRequestComment } from './run-spec.ts'
import type { PublishSpec } from './spec.ts'
import type { Surroundings } from './surroundings.ts'

/** What `bantam merge` is asked for. */
export interface MergeSpec extends Pick<PublishSpec, 'credentials' | 'githubToken'> {
  /** Absolute path of the plan. */
  readonly plan: string
  /** The only plan that may be merged; `null`: whatever plan is there. */
  readonly planId: Digest | null
  /** Absolute path of a result, or of the directory with all of them. */
  readonly results: string
  readonly wish: PushWish
  /** Whether this run may push what the plan pushes. */
  readonly push: boolean
  /** Absolute path of the weigh-in to write; `null` writes none. */
  readonly report: string | null
  readonly summary: boolean
  readonly comment: PullRequestComment | null
}

export function declareMerge(given: Given, surroundings: Surroundings): Checked<MergeSpec> {
  const { cwd, env } = surroundings
  const reader = readerOf(given)
  const [plan, results] = [reader.text('plan'), reader.text('results')]
  if (plan === null) reader.contradiction('plan', 'is missing; write the path of the plan')
  if (results === null)
    reader.contradiction('results', 'is missing; write the directory that has the results of all pieces')
  const wish = reader.choice('push', ['auto', 'true', 'false'])
  const report = reader.text('report')
  const temporary = env['RUNNER_TEMP'] ?? ''
  const usual = reader.surface === 'action' && temporary !== '' ? path.join(temporary, 'bantam.json') : null
  const spec: MergeSpec = {
    plan: path.resolve(cwd, plan ?? ''),
    planId: reader.value('plan-id', parsePlanId, null),
    results: path.resolve(cwd, results ?? ''),
    wish,
    push: shouldPush(wish, surroundings, true),
    credentials: declareCredentials(reader),
    githubToken: reader.text('github-token'),
    report: report === null ? usual : path.resolve(cwd, report),
    summary: reader.boolean('summary'),
    comment: declareComment(reader, surroundings),
  }
  const problems = reader.problems()
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems }
}

function parsePlanId(text: string): Parsed<Digest> {
  return isDigest(text)
    ? parsed(text)
    : problem('is not the id of a plan; write sha256: and 64 hexadecimal digits, as bantam plan shows it')
}
