import { sentenceText } from '../clause.ts'
import { givenInputs } from '../declare/action-inputs.ts'
import { restoreCaches } from '../github/cache.ts'
import { keepWeighIn, restoreWeighIn } from '../github/kept-weigh-in.ts'
import { outputsOf, setOutputs } from '../github/outputs.ts'
import { appendSummary } from '../github/summary.ts'
import { currentDirectory } from '../host/current-directory.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { waitInLog } from '../host/wait.ts'
import { breachMessage } from '../report/breach.ts'
import { markdownReport } from '../report/markdown.ts'
import { verdictLines } from '../report/terminal.ts'
import { exitCodeOf } from '../report/gate.ts'
import { VERSION } from '../version.ts'
import { build } from './build.ts'
import type { ExitCode } from './exit-code.ts'
import { declareRun } from './declare.ts'
import { reportFailure } from './report-failure.ts'
import { sayOnPullRequest } from './steps/say-on-pull-request.ts'
import { writeReports } from './write-reports.ts'
import { writeSboms } from './write-sboms.ts'

/** A job's log has no window, and its lines are rarely cut before this width. */
const SCREEN = { width: 120, colour: false }

/** Runs the action's step to the end of the process. It always sets every output and writes the summary. */
export function runAction(step: NodeJS.Process): Promise<void> {
  const { env } = step
  const log = runnerLog(step)
  return runEntry(step, {
    main: () => action(step, log),
    tell: error => reportFailure({ env, log, cwd: '/' }, error),
    // Later steps read the outputs of this one, not its log.
    outlivesOutput: true,
  })
}

async function action(step: Pick<NodeJS.Process, 'env' | 'cwd'>, log: Log): Promise<ExitCode> {
  const { env } = step
  log.info(`bantam ${VERSION}`)
  // A later step must find every output, even where this step fails before it sets one.
  setOutputs(env, outputsOf({ weighIn: null, set: null, report: null, binaries: null }))
  const host = runnerHost(env, currentDirectory(step), log)
  try {
    const { images, run, part } = await declareRun(host, givenInputs(env))
    const [{ key, spec, sboms: sbomPaths }] = images
    if (run.pushReason !== null) host.log.info(sentenceText(run.pushReason, host.surface))
    const built = await build(host, spec, {
      screen: SCREEN,
      wait: waitInLog(host.log),
      ...(run.cache
        ? {
            restoreCaches: go => restoreCaches(host, go, spec),
            restoreWeighIn: platform => at => restoreWeighIn(host, platform, at),
          }
        : {}),
    })
    const { weighIn, gate, set, sboms, depths, published, binaries } = built
    for (const line of ['', ...verdictLines(weighIn, SCREEN)]) host.log.info(line)
    // The outputs name what is already published first, and the report once it is written, because what follows may
    // fail.
    setOutputs(env, outputsOf({ weighIn, set, report: null, binaries }))
    const failure = published?.failure ?? null
    if (part !== undefined) {
      const { writePartResult } = await import('./write-result.ts')
      await writePartResult(host, part, [{ key, built }])
    }
    const result = part?.result ?? null
    if (failure !== null) await reportFailure(host, failure)
    if (run.cache && run.branch !== null && failure === null)
      for (const platform of spec.platforms) await keepWeighIn(host, platform, run.branch, weighIn)
    if (run.report !== null) {
      await writeReports(run.report, weighIn, depths)
      await writeSboms(sbomPaths, sboms)
    }
    const files = { report: run.report, binaries, sboms: sbomPaths, result }
    setOutputs(env, outputsOf({ weighIn, set, ...files }))
    if (run.summary) await appendSummary(host, markdownReport(weighIn, gate.sentence))
    if (failure !== null) return 2
    if (run.comment !== null) await sayOnPullRequest(host, run.comment, { weighIn, gate })
    if (!gate.pass) host.log.error(breachMessage(gate.sentence, weighIn))
    else if (weighIn.images.some(({ budget }) => budget.waived)) host.log.warning(gate.sentence)
    return exitCodeOf(gate)
  } catch (error) {
    await reportFailure(host, error)
    return 2
  }
}
