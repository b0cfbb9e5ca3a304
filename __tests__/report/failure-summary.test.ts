import { describe, expect, it } from '@jest/globals'
import { clause, valueClause } from '../../src/clause.ts'
import { problemsFailure, wrongInput, wrongValue } from '../../src/declare/problem.ts'
import { Failure } from '../../src/failure.ts'
import { defectSummary, failureSummary } from '../../src/report/failure-summary.ts'

describe('failureSummary', () => {
  it('gives the sentence, the places and what the tool said', () => {
    const failure = new Failure(
      'compile',
      { what: clause`compiling ./cmd/a|b for linux/amd64 failed`, why: clause`1 error` },
      {
        output: 'main.go:3:5: undefined: x\n```\n',
        locations: [
          { file: 'main.go', line: 3, column: 5, message: 'undefined: <x> | @y' },
          { file: 'go.mod', message: 'bad' },
        ],
      },
    )
    expect(failureSummary(failure)).toBe(`\
### Failed: compile

Compiling ./cmd/a&#124;b for linux/amd64 failed: 1 error.

| where | what |
|---|---|
| <code>main.go:3:5</code> | undefined: &#60;x&#62; &#124; &#64;&#8203;y |
| <code>go.mod</code> | bad |

\`\`\`\`text
main.go:3:5: undefined: x
\`\`\`
\`\`\`\`
`)
  })

  it('keeps collected problems on lines of their own', () => {
    const text = failureSummary(
      problemsFailure([wrongValue('budget', '5M', 'is ambiguous'), wrongInput('tags', 'is empty')]),
    )
    expect(text.split('\n')).toEqual([
      '### Failed: bad-input',
      '',
      '2 inputs are wrong:',
      '',
      'budget &#34;5M&#34; is ambiguous.',
      '',
      'tags is empty.',
      '',
    ])
  })

  it('stays small under a flood', () => {
    const flood = 'x'.repeat(5_000_000)
    const locations = Array.from({ length: 50_000 }, (_, line) => ({
      file: 'a.go',
      line,
      message: flood.slice(0, 9_000),
    }))
    const text = failureSummary(
      new Failure('compile', { what: valueClause(flood) }, { output: flood, locations }),
    )
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  })
})

describe('defectSummary', () => {
  it('keeps the stack of an error, and takes whatever was thrown', () => {
    expect(defectSummary(new TypeError('x is not a function'))).toMatch(
      /TypeError: x is not a function\n +at /,
    )
    expect(defectSummary('a string')).toContain('a string')
  })
})
