import { appendFile, stat } from 'node:fs/promises'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const STEP_LIMIT = 1024 * 1024

/**
 * Adds Markdown to the step's summary, if there is one. A summary that cannot be written causes a warning, and does not
 * change the verdict.
 */
export async function appendSummary(host: Pick<Host, 'env' | 'log'>, markdown: string): Promise<void> {
  const file = host.env['GITHUB_STEP_SUMMARY'] ?? ''
  if (file === '') return host.log.debug('There is no job summary here.')
  try {
    const written = await sizeOf(file)
    // GitHub drops a longer summary completely, including what was there before.
    if (written + Buffer.byteLength(markdown) + 1 > STEP_LIMIT) {
      return host.log.warning(
        'The report does not fit into the job summary, because GitHub allows 1 MiB for each step.',
      )
    }
    await appendFile(file, `${markdown}\n`)
  } catch (error) {
    host.log.warning(`The job summary could not be written: ${errorMessage(error)}.`)
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch {
    return 0
  }
}
