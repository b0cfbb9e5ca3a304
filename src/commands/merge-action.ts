import { givenInputs } from '../declare/action-inputs.ts'
import { MERGE_INPUTS } from '../declare/command-inputs.ts'
import type { MergeSpec } from '../declare/declare-merge.ts'
import { NOTHING_REPORTED, outputsOf, setOutputs } from '../github/outputs.ts'
import { appendSummary } from '../github/summary.ts'
import { currentDirectory } from '../host/current-directory.ts'
import type { Host } from '../host/host.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { exitCodeOf } from '../report/gate.ts'
import { markdownReport } from '../report/markdown.ts'
import { verdictLines } from '../report/terminal.ts'
import { VERSION } from '../version.ts'
import { declareMergeOf } from './declare-merge.ts'
import type { ExitCode } from './exit-code.ts'
import { merge } from './merge.ts'
import { JOB_SCREEN, tellGate } from './job-log.ts'
import { reportFailure } from './report-failure.ts'
import { sayOnPullRequest } from './steps/say-on-pull-request.ts'
import { writeReports } from './write-reports.ts'

/** The step of `merge/`: puts the pieces of a plan together that the jobs of a matrix built. */
export function runMergeAction(step: NodeJS.Process): Promise<void> {
  const { env } = step
  const log = runnerLog(step)
  return runEntry(step, {
    main: () => mergeAction(step, log),
    tell: error => reportFailure({ env, log, cwd: '/' }, error),
    outlivesOutput: true,
  })
}

async function mergeAction(step: Pick<NodeJS.Process, 'env' | 'cwd'>, log: Log): Promise<ExitCode> {
  const { env } = step
  log.info(`bantam ${VERSION}`)
  setOutputs(env, outputsOf(NOTHING_REPORTED))
  const host = runnerHost(env, currentDirectory(step), log)
  try {
    return await mergeInJob(host, await declareMergeOf(host, givenInputs(env, MERGE_INPUTS)))
  } catch (error) {
    await reportFailure(host, error)
    return 2
  }
}

async function mergeInJob(host: Host, spec: MergeSpec): Promise<ExitCode> {
  const { env } = host
  const { weighIn, gate, images, failure } = await merge(host, spec)
  for (const line of ['', ...verdictLines(weighIn, JOB_SCREEN)]) host.log.info(line)
  const reported = { weighIn, images, several: images.length > 1, binaries: [] }
  // The outputs name what is already published first, because what follows may fail.
  setOutputs(env, outputsOf({ ...reported, report: null }))
  if (failure !== null) await reportFailure(host, failure)
  if (spec.report !== null) {
    await writeReports(spec.report, weighIn, [])
    setOutputs(env, outputsOf({ ...reported, report: spec.report }))
  }
  if (spec.summary) await appendSummary(host, markdownReport(weighIn, gate))
  if (failure !== null) return 2
  if (spec.comment !== null) await sayOnPullRequest(host, spec.comment, { weighIn, gate })
  tellGate(host.log, gate, weighIn)
  return exitCodeOf(gate)
}
