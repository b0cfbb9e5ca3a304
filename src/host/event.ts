import { readFileSync } from 'node:fs'
import type { Host } from './host.ts'
import { isCommit } from './git.ts'

/**
 * The values that Bantam needs from the payload that triggered a workflow; `null` for those that the payload does not
 * give.
 */
export interface WorkflowEvent {
  readonly pullRequest: {
    readonly number: number | null
    readonly base: string | null
    readonly head: string | null
  } | null
  /** The commit that the merge queue's commit was put on, and the branch of that commit. */
  readonly mergeGroup: { readonly base: string | null; readonly branch: string | null } | null
  /** The commit before a push; zeros if there was none. */
  readonly before: string | null
}

type Payload = Readonly<Record<string, unknown>>

/**
 * Reads the file that the runner names. Its content is not trusted.
 * https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function readEvent({ env }: Pick<Host, 'env'>): WorkflowEvent {
  const event = asPayload(payloadOf(env['GITHUB_EVENT_PATH'] ?? '')) ?? {}
  const pull = asPayload(event['pull_request'])
  const group = asPayload(event['merge_group'])
  return {
    pullRequest:
      pull === null
        ? null
        : {
            number: typeof pull['number'] === 'number' ? pull['number'] : null,
            base: commitOf(asPayload(pull['base'])?.['sha']),
            head: commitOf(asPayload(pull['head'])?.['sha']),
          },
    mergeGroup:
      group === null ? null : { base: commitOf(group['base_sha']), branch: branchOf(group['base_ref']) },
    before: commitOf(event['before']),
  }
}

function payloadOf(file: string): unknown {
  if (file === '') return null
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function asPayload(value: unknown): Payload | null {
  return typeof value === 'object' && value !== null ? (value as Payload) : null
}

function commitOf(value: unknown): string | null {
  return isCommit(value) ? value : null
}

function branchOf(ref: unknown): string | null {
  return typeof ref === 'string' && ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null
}
