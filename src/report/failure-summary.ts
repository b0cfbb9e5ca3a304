import { Failure, type Location, failureSentence } from '../failure.ts'
import { type Section, SUMMARY_LIMIT, document } from './document.ts'
import { LONGEST_SENTENCE, code, escape, fence } from './escape.ts'
import { foldedWhole } from './images-table.ts'
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

/** An image of several that failed, and why: a Failure, unless it is a defect. */
export interface FailedOf {
  readonly name: string
  readonly thrown: unknown
}

/** Returns the job summary of a run for several images, none of which could be weighed. */
export function allFailedSummary(failed: readonly FailedOf[], limit = SUMMARY_LIMIT): string {
  const title = section(`### All ${failed.length} images failed`)
  return document([title, ...failed.flatMap(failedSections)], limit, 'The rest was left out. The log has it.')
}

/** Characters of a tool's output, of one image of several. */
const LONGEST_OF_SEVERAL = 10_000

function failedSections({ name, thrown }: FailedOf): readonly Section[] {
  const title =
    thrown instanceof Failure
      ? `#### ${code(name)} failed: ${escape(thrown.code)}`
      : `#### ${code(name)} failed because of a defect in Bantam`
  const sections =
    thrown instanceof Failure
      ? failureSections(thrown, title, LONGEST_OF_SEVERAL)
      : defectSections(thrown, title, LONGEST_OF_SEVERAL)
  return sections.map(one => ({ ...one, of: name }))
}

/** Returns what the tools of failed images printed, each in a fold, to go beside a report that has the sentences. */
export function failedDetails(failed: readonly FailedOf[]): readonly Section[] {
  return failed.flatMap(one => {
    const [, ...sections] = failedSections(one)
    const details = one.thrown instanceof Failure ? sections.slice(1) : sections
    return details.length === 0 ? [] : [foldedWhole(`What failed in ${code(one.name)}`, details, one.name)]
  })
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
