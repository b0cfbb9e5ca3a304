import { Failure } from '../failure.ts'
import { annotate } from '../github/annotations.ts'
import { appendSummary } from '../github/summary.ts'
import type { Host } from '../host/host.ts'
import { defectSummary, failureSummary } from '../report/failure-summary.ts'
import { tellFailure } from './tell-failure.ts'

/** Shows why a step of a job failed, in its log, as an annotation and in the summary. */
export async function reportFailure(host: Pick<Host, 'env' | 'log' | 'cwd'>, error: unknown): Promise<void> {
  if (error instanceof Failure) {
    annotate(host, error)
    if (error.output !== undefined) host.log.quote(error.output)
    await appendSummary(host, failureSummary(error))
  } else {
    tellFailure(host.log, error, 'action')
    await appendSummary(host, defectSummary(error))
  }
}
