import { describe, expect, it } from '@jest/globals'
import { architectureOf } from '../../src/binary/architecture.ts'

describe('architectureOf', () => {
  it.each([
    { machine: 62, bits: 64, littleEndian: true, expected: 'amd64' },
    { machine: 8, bits: 64, littleEndian: false, expected: 'mips64' },
    { machine: 8, bits: 32, littleEndian: true, expected: 'mipsle' },
    { machine: 21, bits: 64, littleEndian: true, expected: 'ppc64le' },
    { machine: 62, bits: 32, littleEndian: true, expected: null },
    { machine: 183, bits: 64, littleEndian: false, expected: null },
    { machine: 0, bits: 64, littleEndian: true, expected: null },
  ] as const)('machine $machine of $bits bits, little endian $littleEndian: $expected', row => {
    expect(architectureOf(row.machine, row.bits, row.littleEndian)).toBe(row.expected)
  })
})
