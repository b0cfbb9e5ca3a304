import { describe, expect, it } from '@jest/globals'
import { foundBreakdown, largestParts } from '../../src/size/breakdown.ts'

const FILES = [
  { path: '/b', bytes: 10 },
  { path: '/app', bytes: 90 },
  { path: '/a', bytes: 10 },
]

describe('foundBreakdown', () => {
  it('tells binaries from files, the largest first and then by name', () => {
    expect(foundBreakdown(FILES, ['/app'], 0)).toEqual({
      name: 'image',
      kind: 'image',
      bytes: 110,
      children: [
        { name: '/app', kind: 'binary', bytes: 90 },
        { name: '/a', kind: 'file', bytes: 10 },
        { name: '/b', kind: 'file', bytes: 10 },
      ],
    })
  })

  it('counts what later layers hide, as one part that has a name', () => {
    const { bytes, children } = foundBreakdown(FILES, [], 50)
    expect(bytes).toBe(160)
    expect(children?.map(({ kind, bytes }) => [kind, bytes])).toEqual([
      ['file', 90],
      ['unknown', 50],
      ['file', 10],
      ['file', 10],
    ])
    expect(children?.[1]?.name).not.toBe('')
  })
})

describe('largestParts', () => {
  it('finds no part in an empty image', () => {
    expect(largestParts(foundBreakdown([], [], 0), 3)).toEqual([])
  })

  it('breaks a tie by name', () => {
    const two = [...FILES, { path: '/app2', bytes: 90 }]
    expect(largestParts(foundBreakdown(two, [], 0), 2).map(({ name }) => name)).toEqual(['/app', '/app2'])
    expect(largestParts(foundBreakdown(two.toReversed(), [], 0), 2).map(({ name }) => name)).toEqual([
      '/app',
      '/app2',
    ])
  })
})
