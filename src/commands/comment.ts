import { givenInputs } from '../declare/action-inputs.ts'
import { declareForeignComment, type ForeignComment } from '../declare/declare-comment.ts'
import { COMMENT_INPUTS } from '../declare/command-inputs.ts'
import { problemsFailure } from '../declare/problem.ts'
import { findPullRequest } from '../github/find-pull-request.ts'
import { commentTarget } from '../github/comment-target.ts'
import { currentDirectory } from '../host/current-directory.ts'
import type { Host } from '../host/host.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { joinWeighIns } from '../size/join-weigh-ins.ts'
import { recordedGate } from '../report/recorded-gate.ts'
import { readWeighIns } from '../thing/weigh-ins.ts'
import { VERSION } from '../version.ts'
import type { ExitCode } from './exit-code.ts'
import { sayOnPullRequest } from './steps/say-on-pull-request.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * The step of `comment/`: writes what another run weighed on that run's pull request, with a token that the other run
 * did not have. The weigh-in may come from anyone, so only GitHub says which pull request it is about.
 */
export function runComment(step: NodeJS.Process): Promise<void> {
  const log = runnerLog(step)
  return runEntry(step, {
    main: () => comment(step, log),
    tell: error => tellFailure(log, error, 'action'),
    outlivesOutput: true,
  })
}

async function comment(step: Pick<NodeJS.Process, 'env' | 'cwd'>, log: Log): Promise<ExitCode> {
  log.info(`bantam ${VERSION}`)
  const host = runnerHost(step.env, currentDirectory(step), log)
  await commentOn(host, declare(host))
  return 0
}

async function commentOn(host: Host, { weighIn: place, comment: spec }: ForeignComment): Promise<void> {
  const weighIn = joinWeighIns(await readWeighIns(host, place))
  const target = commentTarget(host)
  const pullRequest = await findPullRequest(host, spec, target)
  if (pullRequest === null || target.kind === 'nothing') return
  const said = { weighIn, gate: recordedGate(weighIn), saidBy: target.commit }
  await sayOnPullRequest(host, { ...spec, pullRequest }, said)
}

function declare(host: Host): ForeignComment {
  const declared = declareForeignComment(givenInputs(host.env, COMMENT_INPUTS), host)
  if (!declared.ok) throw problemsFailure(declared.problems)
  host.log.secret(declared.value.comment.token)
  return declared.value
}
