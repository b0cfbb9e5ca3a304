import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseWarnings } from '../../src/registry/warning.ts'

describe('parseWarnings', () => {
  it.each<[name: string, header: string | null, warnings: readonly string[]]>([
    ['nothing', null, []],
    ['one', '299 - "Your token expires soon."', ['Your token expires soon']],
    ['two, joined', '299 - "a, b", 299 host "c"', ['a, b', 'c']],
    ['quotes', String.raw`299 - "say \"hi\""`, ['say "hi"']],
    ['other codes', '110 - "Response is Stale"', []],
    ['what is not quoted', '299 - text', []],
    ['line breaks', '299 - "a\u0007\tb"', ['a b']],
  ])('reads %s', (_name, header, warnings) => {
    expect(parseWarnings(header)).toEqual(warnings)
  })

  it('gives one printable line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        for (const warning of parseWarnings(`299 - "${text}"`)) expect(warning).not.toMatch(/[\p{C}\n]/u)
      }),
    )
  })
})
