import { describe, expect, it } from '@jest/globals'
import { inputLines, scalar } from '../../src/init/input-lines.ts'

describe('inputLines', () => {
  it('has the order of the reference, and a block for several lines', () => {
    expect(inputLines({ user: '1:1', env: 'A=1\n# B=2', main: './cmd/x' }, '    ')).toEqual([
      '    main: ./cmd/x',
      '    env: |',
      '      A=1',
      '      # B=2',
      "    user: '1:1'",
    ])
  })

  it.each(['${{ x }}', 'A=1\nB=\r- run: id', 'a\u2028b', 'a\u0085b'])('writes no %j', value => {
    expect(() => inputLines({ env: value }, '')).toThrow(/^this would not be plain text/)
  })
})

it('scalar quotes what YAML would take for something else', () => {
  expect(['main', 'no', '1.20', 'a: b', "it's"].map(scalar)).toEqual([
    'main',
    "'no'",
    "'1.20'",
    "'a: b'",
    "'it''s'",
  ])
  expect(() => scalar('a\nb')).toThrow(/^this would not be plain text/)
})
