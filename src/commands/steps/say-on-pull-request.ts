import type { PullRequestComment } from '../../declare/run-spec.ts'
import { writeComment } from '../../github/comment.ts'
import type { Host } from '../../host/host.ts'
import { commentKey } from '../../report/comment-key.ts'
import { commentReport, isUnchanged } from '../../report/comment.ts'
import type { Gate } from '../../report/gate.ts'
import type { WeighIn } from '../../weigh-in/weigh-in.ts'

/**
 * Writes the comment for reviewers. A comment that cannot be written is only a notice.
 *
 * @param saidBy the commit whose run wrote the weigh-in, where that is not this run
 */
export async function sayOnPullRequest(
  host: Host,
  spec: PullRequestComment,
  {
    weighIn,
    gate,
    saidBy = null,
  }: {
    readonly weighIn: WeighIn
    readonly gate: Pick<Gate, 'pass' | 'sentence'>
    readonly saidBy?: string | null
  },
): Promise<void> {
  const key = commentKey(weighIn)
  const body = commentReport(weighIn, gate, key, { saidBy })
  await writeComment(host, { ...spec, key, body, unchanged: isUnchanged(weighIn, gate) })
}
