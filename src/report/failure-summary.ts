import { type Failure, type Location, failureSentence } from '../failure.ts'
import { type Section, SUMMARY_LIMIT, document } from './document.ts'
import { LONGEST_SENTENCE, code, escape, fence } from './escape.ts'
import { row } from './tables.ts'

/** A limit on a tool's output, in characters. */
const LONGEST_OUTPUT = 60_000

/** Returns the job summary of a run that failed for a known reason. */
export function failureSummary(failure: Failure, limit = SUMMARY_LIMIT): string {
  const { code: kind, output, locations } = failure
  return document(
    [
      section(`### Failed: ${escape(kind)}`),
      section(...lines(failureSentence(failure, 'action'))),
      ...(locations.length > 0 ? [places(locations)] : []),
      ...(output === undefined || output.trim() === '' ? [] : [section(...fence(output, LONGEST_OUTPUT))]),
    ],
    limit,
  )
}

/** Returns the job summary of a run that ended with an unexpected error. */
export function defectSummary(thrown: unknown, limit = SUMMARY_LIMIT): string {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  const title = '### Failed because of a defect in Bantam'
  return document([section(title), section(...fence(text, LONGEST_OUTPUT))], limit)
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
