import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { isElf } from '../../src/binary/elf-constants.ts'
import { makeElf } from '../support/make-elf.ts'

describe('isElf', () => {
  it.each([
    { name: 'this very Node', bytes: readFileSync(process.execPath).subarray(0, 64), expected: true },
    { name: 'a small one', bytes: makeElf(), expected: true },
    { name: 'no more than its beginning', bytes: makeElf().subarray(0, 4), expected: true },
    { name: 'less than its beginning', bytes: makeElf().subarray(0, 3), expected: false },
    { name: 'nothing', bytes: new Uint8Array(), expected: false },
    { name: 'one byte before it', bytes: Uint8Array.of(0, ...makeElf()), expected: false },
    { name: 'two bytes that are the same', bytes: Uint8Array.of(0x7f, 0x45, 0, 0), expected: false },
  ])('of $name: $expected', ({ bytes, expected }) => {
    expect(isElf(bytes)).toBe(expected)
  })
})
