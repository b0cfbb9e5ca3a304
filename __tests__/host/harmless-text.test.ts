import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plainText, styledText, withoutCommands } from '../../src/host/harmless-text.ts'
import { commandsIn } from '../support/runner-commands.ts'

/** Of commands, and of what may be overlooked in them. */
const PIECES = [
  '::|:|##[|#|[|]|error|set-output|stop-commands| name=x| '.split('|'),
  [
    '\n',
    '\r',
    '\t',
    '\u2028',
    '\v',
    '\f',
    '\0',
    '\uFEFF',
    '\u00AD',
    '\u200D',
    '\uFE0F',
    '\u0301',
    '\u001B[31m',
  ],
].flat()

describe('withoutCommands', () => {
  it.each([
    ['::set-output name=x::y', ': :set-output name=x::y'],
    ['  \t::error::x', '  \t: :error::x'],
    ['fine\r::error::x', 'fine\n: :error::x'],
    ['fine\r\n::error::x', 'fine\n: :error::x'],
    ['\u2028::error::x', ' : :error::x'],
    ['\v\f\u0085::error::x', '   : :error::x'],
    ['\uFEFF::error::x', ' : :error::x'],
    ['\0::error::x', ' : :error::x'],
    ['\u001B[0m::error::x', ' [0m::error::x'],
    ['\u00AD:\u200B:error::x', ' :  :error::x'],
    ['\uFE0F:\uFE0F:error::x', '\uFE0F: \uFE0F:error::x'],
    ['a ##[add-mask]b', 'a ## [add-mask]b'],
    ['###[error]', '### [error]'],
    ['#\u034F#[error]', '#\u034F# [error]'],
    ['std::string and std::vector', 'std::string and std::vector'],
    ['a # [b] ## c', 'a # [b] ## c'],
  ])('makes %j into %j', (text, shown) => {
    expect(withoutCommands(text)).toBe(shown)
  })

  it('takes no longer for many empty lines than for others', () => {
    const text = `${'\n'.repeat(2_000_000)}::error::x${' '.repeat(2_000_000)}#${' '.repeat(2_000_000)}#`
    expect(withoutCommands(text)).toContain('\n: :error::x')
  })

  it('leaves nothing that the runner would obey, whatever the text is made of', () => {
    const unit = fc.constantFrom(...PIECES)
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), text => {
        expect(commandsIn(withoutCommands(text))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('plainText', () => {
  it('keeps line breaks and tabs, and nothing that drives a terminal', () => {
    expect(plainText('a\tb\r\nc\rd')).toBe('a\tb\nc\nd')
    expect(plainText('\u001B]0;title\u0007 \u009B2J \u202Eabc \u{E0061} \uD800')).toBe(
      ' ]0;title   2J  abc   \uFFFD',
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(plainText(text)).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u)
      }),
    )
  })
})

describe('styledText', () => {
  it("lets Bantam's own colors through, and no other code", () => {
    expect(styledText('\u001B[1mname\u001B[0m \u001B[32mok\u001B[0m', plainText)).toBe(
      '\u001B[1mname\u001B[0m \u001B[32mok\u001B[0m',
    )
    expect(styledText('\u001B[8mhidden\u001B[2J\u001B[31;5m', plainText)).toBe(' [8mhidden [2J [31;5m')
  })
})
