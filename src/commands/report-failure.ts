import { Failure } from '../failure.ts'
import { annotate } from '../github/annotations.ts'
import { appendSummary } from '../github/summary.ts'
import type { Host } from '../host/host.ts'
import { defectSummary, failureSummary } from '../report/failure-summary.ts'
import { tellFailure } from './tell-failure.ts'

/** Shows why a step of a job failed, in its log and as an annotation. */
export function annotateFailure(host: Pick<Host, 'env' | 'log' | 'cwd'>, error: unknown): void {
  if (error instanceof Failure) {
    annotate(host, error)
    if (error.output !== undefined) host.log.quote(error.output)
  } else tellFailure(host.log, error, 'action')
}

/** The same, and in the summary. */
export async function reportFailure(host: Pick<Host, 'env' | 'log' | 'cwd'>, error: unknown): Promise<void> {
  annotateFailure(host, error)
  await appendSummary(host, error instanceof Failure ? failureSummary(error) : defectSummary(error))
}
