import { expect, it } from '@jest/globals'
import { clause } from '../../../src/clause.ts'
import { input } from '../../../src/declare/input-part.ts'
import {
  firstProblems,
  placedProblem,
  problemOfFile,
  problemOfImage,
} from '../../../src/declare/images-file/placed-problem.ts'
import { wrongInput, wrongValue } from '../../../src/declare/problem.ts'
import { sentencesOf } from '../../support/sentences.ts'

const tags = {
  name: 'tags' as const,
  text: '["v1","a b"]',
  at: { line: 3, column: 11 },
  items: [
    { text: 'v1', at: { line: 3, column: 12 } },
    { text: 'a b', at: { line: 3, column: 16 } },
  ],
}
const image = { fromFile: new Map([[tags.name, tags]]) }

it('has the place of the item, or else of the value', () => {
  const problems = [
    wrongValue('tags', 'a b', 'is no tag'),
    wrongInput('tags', clause`needs ${input('image', 'x')}`),
  ]
  const placed = problems.map(problem => placedProblem('bantam.yaml', problem, image))
  expect(sentencesOf(placed)).toEqual([
    'bantam.yaml:3:16: tags "a b" is no tag.',
    'bantam.yaml:3:11: tags needs image: x.',
  ])
  expect(placed.map(({ location }) => location)).toEqual([
    { file: 'bantam.yaml', line: 3, column: 16, message: 'tags "a b" is no tag.' },
    { file: 'bantam.yaml', line: 3, column: 11, message: 'tags needs image: x.' },
  ])
})

it('is as it was where the value is not of the file', () => {
  const problem = wrongValue('user', 'x', 'is no user')
  expect(placedProblem('bantam.yaml', problem, image)).toBe(problem)
  const entry = { key: 'api', at: { line: 2, column: 3 }, settings: [] }
  expect(sentencesOf([problemOfImage('bantam.yaml', entry, problem)])).toEqual([
    'bantam.yaml:2:3: image api: user "x" is no user.',
  ])
})

it('is shown once, and fifty at a time', () => {
  const fault = (line: number) => problemOfFile('bantam.yaml', { at: { line, column: 1 }, because: 'wrong' })
  expect(firstProblems('bantam.yaml', [fault(1), fault(1)])).toHaveLength(1)
  const many = firstProblems(
    'bantam.yaml',
    Array.from({ length: 60 }, (_, at) => fault(at + 1)),
  )
  expect(sentencesOf(many).slice(49)).toEqual(['bantam.yaml:50:1: wrong.', '10 more problems are not shown.'])
})
