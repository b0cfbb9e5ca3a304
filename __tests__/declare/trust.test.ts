import { expect, it } from '@jest/globals'
import { isOthersCode } from '../../src/declare/trust.ts'

it.each([
  { event: null, pullRequest: null, others: false },
  { event: 'push', pullRequest: null, others: false },
  { event: 'release', pullRequest: null, others: false },
  { event: 'schedule', pullRequest: null, others: false },
  { event: 'workflow_dispatch', pullRequest: null, others: false },
  { event: 'pull_request', pullRequest: 7, others: true },
  { event: 'pull_request_target', pullRequest: 7, others: true },
  { event: 'merge_group', pullRequest: null, others: true },
  { event: 'issue_comment', pullRequest: null, others: true },
  { event: 'workflow_run', pullRequest: null, others: true },
  { event: 'an event of next year', pullRequest: null, others: true },
  { event: 'push', pullRequest: 7, others: true },
])(
  "$event with pull request $pullRequest may be somebody else's code: $others",
  ({ event, pullRequest, others }) => {
    expect(isOthersCode({ event, pullRequest })).toBe(others)
  },
)
