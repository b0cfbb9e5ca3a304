import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Host } from '../host/host.ts'

/** What a weigh-in from another run is about, according to GitHub's event. Nothing here comes from that run itself. */
export type CommentTarget =
  | { readonly kind: 'pull request'; readonly pullRequest: number; readonly commit: string }
  /**
   * A run for the head of a pull request. GitHub does not give the number of the pull request if the head is in a fork.
   */
  | { readonly kind: 'head'; readonly owner: string; readonly branch: string; readonly commit: string }
  /** `why` is a clause. */
  | { readonly kind: 'nothing'; readonly why: string }

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request */
const PULL_REQUEST = v.object({
  pull_request: v.object({ number: v.pipe(v.number(), v.integer()), head: v.object({ sha: v.string() }) }),
})

/** https://docs.github.com/webhooks/webhook-events-and-payloads#workflow_run */
const WORKFLOW_RUN = v.object({
  workflow_run: v.object({
    event: v.string(),
    head_sha: v.string(),
    head_branch: v.nullable(v.string()),
    head_repository: v.nullable(v.object({ owner: v.object({ login: v.string() }) })),
  }),
})

/** @param event the payload of the workflow's event */
export function targetOfEvent(event: unknown): CommentTarget {
  if (v.is(PULL_REQUEST, event)) {
    const { number, head } = event.pull_request
    return { kind: 'pull request', pullRequest: number, commit: head.sha }
  }
  if (!v.is(WORKFLOW_RUN, event)) return nothing('the event of this workflow is not workflow_run')
  const { event: cause, head_sha: commit, head_branch: branch, head_repository: from } = event.workflow_run
  if (cause !== 'pull_request') return nothing(`the run that ended was one on ${cause}, not on pull_request`)
  if (from === null || branch === null) return nothing('the repository of the pull request is gone')
  return { kind: 'head', owner: from.owner.login, branch, commit }
}

/** What the event of this job is about. */
export function commentTarget({ env }: Host): CommentTarget {
  try {
    return targetOfEvent(JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')))
  } catch {
    return nothing('there is no event of a workflow here')
  }
}

function nothing(why: string): CommentTarget {
  return { kind: 'nothing', why }
}
