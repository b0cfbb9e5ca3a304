import { failureSentence } from '../../src/failure.ts'
import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { givenInputs } from '../../src/declare/action-inputs.ts'
import { parseCommandLine } from '../../src/declare/flags.ts'
import type { Given } from '../../src/declare/given.ts'
import { declareMerge } from '../../src/declare/declare-merge.ts'
import { declarePiece, declarePlan } from '../../src/declare/declare-plan.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { type Problem, problemsFailure } from '../../src/declare/problem.ts'
import { BAD_INPUTS, type BadInput } from './bad-input.table.ts'
import { surroundings } from './surroundings.ts'

function problemsOf(row: BadInput): readonly Problem[] {
  let given: Given
  if (row.surface === 'action') {
    given = givenInputs(
      Object.fromEntries(
        Object.entries(row.values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    )
  } else {
    const command = parseCommandLine(row.argv)
    if (!command.ok) return command.problems
    const { value } = command
    if (value.kind === 'plan' || value.kind === 'merge') {
      const declare = value.kind === 'plan' ? declarePlan : declareMerge
      const declared = declare(value.given, surroundings())
      return declared.ok ? [] : declared.problems
    }
    if (value.kind !== 'build') throw new Error(`${row.name} is no build`)
    given = value.given
  }
  const piece = declarePiece(given, surroundings({ surface: row.surface, env: { ...row.env } }))
  if (!piece.ok) return piece.problems
  const declared = declareImage(given, surroundings({ surface: row.surface, env: { ...row.env } }))
  return declared.ok ? [] : declared.problems
}

describe('wrong inputs', () => {
  it.each(BAD_INPUTS)('$surface: $name', row => {
    const problems = problemsOf(row)
    const found = problems.find(({ input }) => input === row.input)
    expect(problems.map(({ input }) => input)).toContain(row.input)
    const [sentence] = found === undefined ? [] : sentencesOf([found], row.surface)
    for (const piece of row.pieces) expect(sentence).toContain(piece)
    expect(sentence).toContain(row.input)
    expect(sentence).toMatch(/[.?]$/)
    expect(sentence).not.toContain('\n')
    expect(sentence?.length).toBeLessThan(400)
  })

  it('has a row for at least seventy of them, each with a name of its own', () => {
    const names = new Set(BAD_INPUTS.map(({ surface, name }) => `${surface}: ${name}`))
    expect(names.size).toBe(BAD_INPUTS.length)
    expect(names.size).toBeGreaterThanOrEqual(70)
  })

  it('has one problem in every row, so that no message is drowned', () => {
    const noisy = BAD_INPUTS.filter(row => problemsOf(row).length > 1).map(({ name }) => name)
    expect(noisy).toEqual([])
  })

  it('writes flags on the command line as flags', () => {
    const [problem] = problemsOf({
      name: '',
      surface: 'terminal',
      argv: ['build', '--budget=5M'],
      input: '',
      pieces: [],
    })
    expect(problem && sentencesOf([problem])).toEqual([
      '--budget "5M" is ambiguous; write 5MB (powers of 1000) or 5MiB (powers of 1024).',
    ])
  })

  it('are reported all at once, in the order of the reference', () => {
    const argv = ['build', '--user=nobody', '--budget=5M', '--platforms=amd64', '--nope']
    const failure = problemsFailure(
      problemsOf({ name: '', surface: 'terminal', argv, input: '', pieces: [] }),
    )
    expect(failure.code).toBe('bad-input')
    expect(failureSentence(failure, 'terminal').split('\n')).toEqual([
      '4 inputs are wrong:',
      '  --nope is not a flag; bantam build --help lists the flags.',
      '  --platforms "amd64" names no system; write linux/amd64.',
      '  --user "nobody" is not numeric, and scratch has no users to look it up; write 65534:65534.',
      '  --budget "5M" is ambiguous; write 5MB (powers of 1000) or 5MiB (powers of 1024).',
    ])
  })

  it('never show a secret', () => {
    const problems = problemsOf({
      name: '',
      surface: 'action',
      values: {
        budget: '3MB',
        'registry-password': 's3cret',
        env: 'TOKEN=s3cret\nTOKEN=s3cret\ns3cret\nA B=s3cret',
        'build-env': 'GOOS=s3cret',
        'go-download-url': 'ftp://me:s3cret@mirror.example',
        labels: 'x={{s3 cret',
      },
      input: '',
      pieces: [],
    })
    expect(problems.length).toBeGreaterThanOrEqual(7)
    expect(JSON.stringify(problems)).not.toContain('s3cret')
  })
})
