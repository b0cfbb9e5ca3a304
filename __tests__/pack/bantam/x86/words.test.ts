import { describe, expect, it } from '@jest/globals'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { MOST_WORDS } from '../../../../src/pack/bantam/x86/streams.ts'
import { readWords, shortNumbers, Words } from '../../../../src/pack/bantam/x86/words.ts'
import { fromHex } from '../../../support/x86-texts.ts'

function numbered(lines: readonly string[]) {
  const words = new Words()
  for (const line of lines) words.add(fromHex(line), 0, fromHex(line).length)
  const { words: list, code } = words.end()
  return { words: Buffer.from(list).toString('hex'), code: Buffer.from(code).toString('hex') }
}

function times(count: number, line: string): readonly string[] {
  return Array.from({ length: count }, () => line)
}

describe('Words', () => {
  it('numbers the words that are there eight times, in the order of their bytes', () => {
    expect(numbered([...times(9, '90'), ...times(8, '4889c8'), ...times(7, 'c3')])).toEqual({
      words: '4889c890',
      code: `${'01'.repeat(9)}${'00'.repeat(8)}${'ffc3'.repeat(7)}`,
    })
  })

  it('spells what has no number: raw bytes, and long words', () => {
    const long = '6666666666666666660f1f84'
    expect(numbered([...times(8, 'ce06'), ...times(8, long)])).toEqual({
      words: '',
      code: `${'ffce06'.repeat(8)}${`ff${long}`.repeat(8)}`,
    })
  })

  it('gives two bytes to the less frequent of more than 255', () => {
    const lines = Array.from({ length: 300 }, (_, index) => {
      const modRM = (0xc0 + (index & 63)).toString(16)
      const line = `0f${(0xb0 + 3 * (index >> 6)).toString(16)}${modRM}`
      return times(index === 0 ? 10 : index < 254 ? 9 : 8, line)
    })
    const { code } = numbered(lines.flat())
    expect(shortNumbers(300)).toBe(254)
    expect(code.slice(0, 20)).toBe('00'.repeat(10))
    expect(code.slice(-32)).toBe('fe2d'.repeat(8))
  })
})

describe('shortNumbers', () => {
  it.each([
    [0, 255],
    [255, 255],
    [256, 254],
    [510, 254],
    [511, 253],
    [MOST_WORDS, 247],
  ])('of %d words are %d', (words, short) => {
    expect(shortNumbers(words)).toBe(short)
    expect(short + (255 - short) * 256).toBeGreaterThanOrEqual(words)
  })
})

describe('readWords', () => {
  it('finds where each word ends', () => {
    const words = readWords(fromHex('90 4889c8 488b4424 cc c3'))
    expect(words.map(word => word.length)).toEqual([1, 3, 4, 1, 1])
  })

  it.each([
    { name: 'a raw byte', list: 'ce' },
    { name: 'half a word', list: '90 488b44' },
    { name: 'a long word', list: '6666666666666666660f1f84' },
    { name: 'too many words', list: '90'.repeat(MOST_WORDS + 1) },
  ])('refuses $name', ({ list }) => {
    expect(() => readWords(fromHex(list))).toThrow(BrokenStream)
  })
})
