import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseAssignment, splitLines, splitList, unique } from '../../src/declare/list.ts'

describe('splitLines', () => {
  it('trims, and leaves comments and empty lines out', () => {
    expect(splitLines(' a, b \r\n\n# no\n  # no\nc # yes\rd')).toEqual(['a, b', 'c # yes', 'd'])
  })
})

describe('splitList', () => {
  it('takes commas and lines', () => {
    expect(splitList('a, b,,\nc\n# d, e')).toEqual(['a', 'b', 'c'])
  })

  it('reads back any plain items', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9./:@-]+$/)),
        fc.constantFrom(',', ', ', '\n', '\r\n'),
        (items, between) => {
          expect(splitList(items.join(between))).toEqual(items)
        },
      ),
    )
  })
})

describe('unique', () => {
  it('keeps the first of each', () => {
    expect(unique(['b', 'a', 'b'])).toEqual(['b', 'a'])
  })
})

describe('parseAssignment', () => {
  it.each([
    ['A=1', 'A', '1'],
    ['A=', 'A', ''],
    ['A=b=c', 'A', 'b=c'],
    ['A="quoted"', 'A', '"quoted"'],
    ['org.example/x=a, b', 'org.example/x', 'a, b'],
  ])('reads %s', (line, name, value) => {
    expect(parseAssignment(line)).toEqual({ ok: true, value: { name, value } })
  })

  it.each([
    ['A', 'has no "="'],
    ['=1', 'has no name'],
    ['A =1', 'has a space'],
    ['A=\0', 'NUL'],
  ])('refuses %j', (line, because) => {
    expect(parseAssignment(line)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never shows the value', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', 'A B=', '=', 'A=\0'), (text, before) => {
        const secret = `S3CRET${text}`
        const assignment = parseAssignment(before + secret)
        expect(assignment.ok || !assignment.problem.includes('S3CRET')).toBe(true)
      }),
    )
  })
})
