import { Failure, type Location, failureSentence } from '../failure.ts'
import { type Section, SUMMARY_LIMIT, document } from './document.ts'
import { LONGEST_SENTENCE, code, escape, fence } from './escape.ts'
import { row } from './tables.ts'

/** A limit on a tool's output, in characters. */
const LONGEST_OUTPUT = 60_000

/** Returns the job summary of a run that failed for a known reason. */
export function failureSummary(failure: Failure, limit = SUMMARY_LIMIT): string {
  return document(failureSections(failure, `### Failed: ${escape(failure.code)}`, LONGEST_OUTPUT), limit)
}

/** Returns the job summary of a run that ended with an unexpected error. */
export function defectSummary(thrown: unknown, limit = SUMMARY_LIMIT): string {
  return document(defectSections(thrown, '### Failed because of a defect in Bantam', LONGEST_OUTPUT), limit)
}

/** At most this much of a summary says why images failed, in bytes. */
const FAILURES_LIMIT = 300_000

/** Returns the part of the job summary about the images of several that failed, each with what its tool printed. */
export function failedImagesSummary(
  failed: readonly { readonly name: string; readonly thrown: unknown }[],
  limit = FAILURES_LIMIT,
): string {
  const output = Math.floor(Math.min(LONGEST_OUTPUT, limit / 2 / Math.max(1, failed.length)))
  return document(
    failed.flatMap(({ name, thrown }) =>
      thrown instanceof Failure
        ? failureSections(thrown, `### ${code(name)} failed: ${escape(thrown.code)}`, output)
        : defectSections(thrown, `### ${code(name)} failed because of a defect in Bantam`, output),
    ),
    limit,
    'The other failures were left out. The log has them.',
  )
}

function failureSections(failure: Failure, title: string, longest: number): readonly Section[] {
  const { output, locations } = failure
  return [
    section(title),
    section(...lines(failureSentence(failure, 'action'))),
    ...(locations.length > 0 ? [places(locations)] : []),
    ...(output === undefined || output.trim() === '' ? [] : [section(...fence(output, longest))]),
  ]
}

function defectSections(thrown: unknown, title: string, longest: number): readonly Section[] {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return [section(title), section(...fence(text, longest))]
}

/** Puts each of several collected problems on its own line. */
function lines(message: string): readonly string[] {
  return message
    .split('\n')
    .filter(line => line.trim() !== '')
    .flatMap((line, index) => (index === 0 ? [] : ['']).concat(escape(line, LONGEST_SENTENCE)))
}

function places(locations: readonly Location[]): Section {
  const rows = locations.map(({ file, line, column, message }) => {
    const place = [file, line, column].filter(part => part !== undefined).join(':')
    return row([code(place), escape(message)])
  })
  return { head: ['| where | what |', '|---|---|'], rows, foot: [] }
}

function section(...head: readonly string[]): Section {
  return { head, rows: [], foot: [] }
}
