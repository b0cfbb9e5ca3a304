import { clause } from '../../../clause.ts'
import { type Problem, problemsFailure, wrongValue } from '../../../declare/problem.ts'
import type { Host } from '../../../host/host.ts'
import { jsonFilesAt, readSmallFile, type SmallFilesBounds } from '../../../host/small-files.ts'
import { whyNotRead } from '../../../host/why-not-read.ts'
import { NotSmall } from '../../../host/small-files.ts'
import type { FoundResult } from '../../../plan/check-results.ts'
import { MAX_RESULT, readResult } from '../../../plan/result.ts'
import { notRead, shownPath } from './read-plan-file.ts'

/** A matrix has 256 jobs at most. */
const BOUNDS: SmallFilesBounds = { entries: 10_000, files: 1000, bytes: MAX_RESULT }

/** Bytes of all results together. */
const MAX_ALL = 512 * 1024 * 1024

/**
 * Reads every result below a directory, and reports all that cannot be read together.
 *
 * @param place absolute
 * @throws Failure `bad-input`
 */
export async function readResults(
  host: Pick<Host, 'cwd'>,
  place: string,
  bounds: SmallFilesBounds = BOUNDS,
): Promise<readonly FoundResult[]> {
  const files = await jsonFilesAt(place, bounds).catch((cause: unknown) => {
    throw notRead(host, 'results', place, cause)
  })
  if (files.length === 0)
    throw problemsFailure([
      wrongValue(
        'results',
        shownPath(host, place),
        'holds no file that ends in .json; write the directory that the results were downloaded to',
      ),
    ])
  const problems: Problem[] = []
  const found: FoundResult[] = []
  let room = MAX_ALL
  for (const absolute of files) {
    const file = shownPath(host, absolute)
    try {
      const bytes = await readSmallFile(absolute, Math.min(bounds.bytes, room))
      room -= bytes.length
      const result = readResult(bytes)
      if (result.ok) found.push({ file, result: result.value })
      else problems.push(wrongValue('results', file, clause`is not a result: it ${result.problem}`))
    } catch (cause) {
      const because = cause instanceof NotSmall ? cause.message : `cannot be read: ${whyNotRead(cause)}`
      problems.push(wrongValue('results', file, because))
    }
  }
  if (problems.length > 0) throw problemsFailure(problems)
  return found
}
