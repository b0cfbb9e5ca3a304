import { type Clause, clauseText } from '../../src/clause.ts'
import { type Clauses, Failure, type FailureCode, type Fields } from '../../src/failure.ts'

/** What a test expects of a failure: what it is about, and where the words matter, a part of one clause. */
export interface Expected {
  readonly fields?: Fields
  readonly what?: string | RegExp
  readonly why?: string | RegExp
  readonly fix?: string | RegExp
  /** A part of what a tool printed. */
  readonly output?: string | RegExp
}

/**
 * Matches a `Failure` with this code: `rejects.toEqual(aFailure('registry', { fields: { status: 403 } }))`, and
 * `toThrow(aFailure('bad-input'))`. Clauses are compared in the words of a workflow.
 */
export function aFailure(code: FailureCode, expected: Expected = {}) {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (thrown: unknown) => thrown instanceof Failure && isAsExpected(thrown, code, expected),
    toAsymmetricMatcher: () => `Failure<${code}> ${JSON.stringify(expected, shownPattern)}`,
    toString: () => 'Failure',
  }
}

function isAsExpected(failure: Failure, code: FailureCode, { fields = {}, output, ...words }: Expected) {
  const clauses: Clauses = failure.clauses
  return (
    failure.code === code &&
    Object.entries(fields).every(([name, value]) => failure.fields[name as keyof Fields] === value) &&
    (output === undefined || isIn(output, failure.output ?? '')) &&
    (['what', 'why', 'fix'] as const).every(name => {
      const wanted = words[name]
      return wanted === undefined || isIn(wanted, textOf(clauses[name]))
    })
  )
}

function textOf(clause: Clause | undefined): string {
  return clause === undefined ? '' : clauseText(clause, 'action')
}

function isIn(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}

function shownPattern(_: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value
}
