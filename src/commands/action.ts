import { sentenceText } from '../clause.ts'
import { givenInputs } from '../declare/action-inputs.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import { restoreCaches } from '../github/cache.ts'
import { keepWeighIn, type KeptAt, restoreWeighIn } from '../github/kept-weigh-in.ts'
import { NOTHING_REPORTED, outputsOf, setOutputs } from '../github/outputs.ts'
import { appendSummary } from '../github/summary.ts'
import { currentDirectory } from '../host/current-directory.ts'
import type { Host } from '../host/host.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { waitInLog } from '../host/wait.ts'
import { allFailedSummary, failedDetails } from '../report/failure-summary.ts'
import { markdownReport } from '../report/markdown.ts'
import { verdictLines } from '../report/terminal.ts'
import { exitCodeOf } from '../report/gate.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { VERSION } from '../version.ts'
import { type BuiltImage, type BuiltRun, askedOf, buildImages } from './build-images.ts'
import { changedImages } from './changed-images.ts'
import { type DeclaredRun, declareRun } from './declare.ts'
import type { ExitCode } from './exit-code.ts'
import { JOB_SCREEN, tellGate } from './job-log.ts'
import { annotateFailure, reportFailure } from './report-failure.ts'
import { sayOnPullRequest } from './steps/say-on-pull-request.ts'
import { writeReports } from './write-reports.ts'
import { writeSboms } from './write-sboms.ts'

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
  setOutputs(env, outputsOf(NOTHING_REPORTED))
  const host = runnerHost(env, currentDirectory(step), log)
  try {
    const given = givenInputs(env)
    const declared = await declareRun(host, given)
    const changed = await changedImages(host, given, declared)
    if (changed === null) {
      if (declared.run.summary) await appendSummary(host, 'Bantam built nothing, since no image changed.\n')
      return 0
    }
    const { images, run } = changed
    if (run.pushReason !== null) host.log.info(sentenceText(run.pushReason, host.surface))
    const result = await buildImages(host, images, {
      asked: askedOf(declared),
      screen: JOB_SCREEN,
      wait: waitInLog(host.log),
      tell: annotateFailure,
      ...(run.cache ? cachesOf(host, images) : {}),
    })
    return await report(host, changed, declared.images.length > 1, result)
  } catch (error) {
    await reportFailure(host, error)
    return 2
  }
}

function cachesOf(host: Host, images: DeclaredRun['images']) {
  const [{ spec }, ...others] = images
  const specs = [spec, ...others.map(image => image.spec)] as const
  return {
    restoreCaches: (go: GoToolchain | null) => restoreCaches(host, go, specs),
    restoreWeighIn: (platform: PlatformSpec, key: string | null) => (at: KeptAt) =>
      restoreWeighIn(host, { spec: platform, key }, at),
  }
}

/** Tells later steps, people and later runs what the run did. */
async function report(
  host: Host,
  { run, piece }: Pick<DeclaredRun, 'run' | 'piece'>,
  several: boolean,
  result: BuiltRun,
): Promise<ExitCode> {
  const { env } = host
  const { built, failed, weighIn, gate } = result
  if (weighIn === null) {
    if (run.summary) await appendSummary(host, allFailedSummary(failed))
    return 2
  }
  for (const line of ['', ...verdictLines(weighIn, JOB_SCREEN)]) host.log.info(line)
  // The outputs name what is already published first, and the report once it is written, because what follows may fail.
  const binaries = built.flatMap(image => image.binaries ?? [])
  if (piece !== undefined) {
    const { writePieceResult } = await import('./write-result.ts')
    await writePieceResult(host, piece, built)
  }
  const reported = { weighIn, images: built, several, binaries, result: piece?.result ?? null }
  setOutputs(env, outputsOf({ ...reported, report: null }))
  const failure = failed.length > 0 ? null : (built[0]?.published?.failure ?? null)
  if (failure !== null) await reportFailure(host, failure)
  if (run.cache && run.branch !== null) await keepWeighIns(host, run.branch, built)
  if (run.report !== null) {
    await writeReports(
      run.report,
      weighIn,
      built.flatMap(({ depths }) => depths),
    )
    for (const { declared, sboms } of built) await writeSboms(declared.sboms, sboms)
    const sboms = built.flatMap(({ declared }) => declared.sboms)
    setOutputs(env, outputsOf({ ...reported, report: run.report, sboms }))
  }
  if (run.summary)
    await appendSummary(host, markdownReport(weighIn, gate, { failures: failedDetails(failed) }))
  if (failure !== null) return 2
  if (run.comment !== null) await sayOnPullRequest(host, run.comment, { weighIn, gate })
  tellGate(host.log, gate, weighIn)
  return failed.length > 0 ? 2 : exitCodeOf(gate)
}

/** Only what was published as it was asked for is what later runs are compared with. */
async function keepWeighIns(host: Host, branch: string, built: readonly BuiltImage[]): Promise<void> {
  for (const { declared, published, weighIn } of built) {
    if ((published?.failure ?? null) !== null) continue
    for (const spec of declared.spec.platforms)
      await keepWeighIn(host, { spec, key: declared.key }, branch, weighIn)
  }
}
