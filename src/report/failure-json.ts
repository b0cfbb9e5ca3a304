import { type Surface, clauseText, sentenceText } from '../clause.ts'
import { Failure, failureSentence } from '../failure.ts'
import { jsonText } from './json-text.ts'

/**
 * Returns why a run failed as JSON, for `--json`: `{ "schemaVersion": 1, "failure": { "code", "message", "what", … } }`.
 * An unexpected error has the code `defect`, its message and its stack.
 */
export function failureJson(thrown: unknown, surface: Surface): string {
  return jsonText({
    schemaVersion: 1,
    failure: thrown instanceof Failure ? failureValue(thrown, surface) : defectValue(thrown),
  })
}

function failureValue(failure: Failure, surface: Surface): object {
  const { code, clauses, fields, inputs, locations, output } = failure
  const { what, why, fix, state } = clauses
  const text = (clause: typeof why) => (clause === undefined ? null : clauseText(clause, surface))
  return {
    code,
    message: failureSentence(failure, surface),
    what: text(what),
    why: text(why),
    fix: text(fix),
    state: text(state),
    fields,
    inputs: inputs.map(({ input, value, clause }) => ({
      input,
      value,
      message: sentenceText(clause, surface),
    })),
    locations,
    output: output ?? null,
  }
}

function defectValue(thrown: unknown): object {
  return thrown instanceof Error
    ? { code: 'defect', message: thrown.message, stack: thrown.stack ?? null }
    : { code: 'defect', message: String(thrown), stack: null }
}
