import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'

/**
 * The directory that the process was started in.
 *
 * @throws Failure `bad-input` if that directory was deleted
 */
export function currentDirectory(process: { cwd(): string }): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new Failure(
      'bad-input',
      {
        what: clause`the current directory is no longer there`,
        fix: clause`change to another directory and run Bantam again`,
      },
      { cause },
    )
  }
}
