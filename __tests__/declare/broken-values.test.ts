import { describe, expect, it } from '@jest/globals'
import { uniqueProblems, withoutBroken } from '../../src/declare/broken-values.ts'
import { wrongInput } from '../../src/declare/problem.ts'

describe('withoutBroken', () => {
  it('keeps what can be read', () => {
    const values = { main: './a\n./b', user: '1000' }
    expect(withoutBroken({ surface: 'terminal', values, problems: [] })).toEqual({ values, broken: [] })
  })

  it('refuses several lines where one is expected, and NUL anywhere', () => {
    const values = { user: '1\n2', main: 'a\0b', 'go-version': '1.26' }
    const { broken, values: kept } = withoutBroken({ surface: 'terminal', values, problems: [] })
    expect(broken.map(({ input }) => input).toSorted()).toEqual(['main', 'user'])
    expect(kept).toEqual({ 'go-version': '1.26' })
  })
})

it('says once what several platforms have in common', () => {
  const [one, other] = [wrongInput('user', 'is empty'), wrongInput('main', 'is empty')]
  expect(uniqueProblems([one, other, wrongInput('user', 'is empty')])).toEqual([one, other])
})
