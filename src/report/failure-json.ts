import { type Surface, clauseText, sentenceText } from '../clause.ts'
import { Failure, failureSentence, type Fields } from '../failure.ts'
import type { FailureReport } from './failure-shape.ts'
import { jsonText } from './json-text.ts'

/**
 * Returns why a run failed as JSON, for `--json`: `{ "schemaVersion": 1, "failure": { "code", "message", "what", … } }`.
 * An unexpected error has the code `defect`, its message and its stack. `schema/failure.json` describes it.
 *
 * @param hide removes secrets, which the output of a tool can hold
 */
export function failureJson(
  thrown: unknown,
  surface: Surface,
  hide: (text: string) => string = text => text,
): string {
  const report: FailureReport = {
    schemaVersion: 1,
    failure: thrown instanceof Failure ? failureValue(thrown, surface) : defectValue(thrown),
  }
  return jsonText(report, hide)
}

function failureValue(failure: Failure, surface: Surface): FailureReport['failure'] {
  const { code, clauses, fields, inputs, locations, output } = failure
  const { what, why, fix, state } = clauses
  const text = (clause: typeof why) => (clause === undefined ? null : clauseText(clause, surface))
  return {
    code,
    message: failureSentence(failure, surface),
    what: clauseText(what, surface),
    why: text(why),
    fix: text(fix),
    state: text(state),
    fields: known(fields),
    inputs: inputs.map(({ input, value, clause }) => ({
      input,
      value,
      message: sentenceText(clause, surface),
    })),
    locations: locations.map(location => ({ ...location })),
    output: output ?? null,
  }
}

/** Without those that are undefined, which JSON leaves out anyway. */
function known(fields: Fields): Known {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known
}

type Known = Extract<FailureReport['failure'], { fields: unknown }>['fields']

function defectValue(thrown: unknown): FailureReport['failure'] {
  return thrown instanceof Error
    ? { code: 'defect', message: thrown.message, stack: thrown.stack ?? null }
    : { code: 'defect', message: String(thrown), stack: null }
}
