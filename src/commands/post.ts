import { saveCaches } from '../github/cache.ts'
import { clause } from '../clause.ts'
import { Failure, clauseOf } from '../failure.ts'
import { currentDirectory } from '../host/current-directory.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * Saves what this job added, for the next one. A failure to save is reported but does not fail the job: it only costs
 * time.
 */
export function runPost(step: NodeJS.Process): Promise<void> {
  const log = runnerLog(step)
  return runEntry(step, {
    main: async () => {
      try {
        await saveCaches(runnerHost(step.env, currentDirectory(step), log))
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        log.warning(clause`the caches were not saved: ${clauseOf(error)}`)
      }
      return 0
    },
    tell: error => tellFailure(log, error, 'action'),
    outlivesOutput: true,
  })
}
