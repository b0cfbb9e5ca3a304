import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { clause } from '../../../clause.ts'
import { Failure } from '../../../failure.ts'
import { whyNotWritten } from '../../../host/disk.ts'
import { errorCode } from '../../../host/error-code.ts'
import { makeDirectory } from '../../../host/make-directory.ts'
import { realPlace } from '../../../host/workspace.ts'
import { WORKFLOW_PATH } from '../../../init/workflow.ts'

/**
 * Writes the workflow into the checkout. It never replaces a file, and follows no link.
 *
 * @param top the real path of the top of the checkout
 * @throws Failure `write`
 */
export async function writeWorkflow(top: string, text: string): Promise<void> {
  const file = path.join(top, WORKFLOW_PATH)
  const directory = path.dirname(file)
  const place = await realPlace(directory)
  if (place !== directory)
    throw new Failure(
      'write',
      {
        what: clause`${WORKFLOW_PATH} was not written`,
        why: clause`a link leads its directory to ${place}`,
        fix: clause`replace the link by a directory, or write bantam init --stdout`,
      },
      { fields: { file } },
    )
  try {
    await makeDirectory(directory)
    await writeFile(file, text, { flag: 'wx' })
  } catch (cause) {
    if (errorCode(cause) !== 'EEXIST') throw whyNotWritten(file, cause)
    throw new Failure(
      'write',
      {
        what: clause`${WORKFLOW_PATH} was not written`,
        why: clause`it is already there`,
        fix: clause`move it away, or take over what is printed above`,
      },
      { fields: { file } },
    )
  }
}
