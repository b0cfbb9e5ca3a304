import { describe, expect, it } from '@jest/globals'
import { bytesAtAddress, isWritable, restOfSegment, sectionBytes } from '../../src/binary/elf-bytes.ts'

const BYTES = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
const LOADED = { type: 1, flags: 4, offset: 2, address: 0x1000n, fileSize: 6, memorySize: 100n }

describe('sectionBytes', () => {
  it('gives a section that lies about its bytes none', () => {
    const section = { name: '.x', type: 1, flags: 0n, address: 0n, offset: 5, size: 5 }
    expect(sectionBytes(section, BYTES)).toHaveLength(5)
    expect(sectionBytes({ ...section, size: 6 }, BYTES)).toBeNull()
    expect(sectionBytes({ ...section, offset: 2 ** 63 }, BYTES)).toBeNull()
    expect(sectionBytes({ ...section, type: 8 }, BYTES)).toBeNull()
  })
})

describe('bytesAtAddress', () => {
  it.each([
    { name: 'its first byte', address: 0x1000n, expected: [2, 3, 4, 5, 6, 7] },
    { name: 'its last byte', address: 0x1005n, expected: [7] },
    { name: 'memory that the file has no bytes for', address: 0x1006n, expected: null },
    { name: 'below it', address: 0xfffn, expected: null },
  ])('gives a loaded segment from $name on', ({ address, expected }) => {
    const found = bytesAtAddress([LOADED], BYTES, address)
    expect(found === null ? null : [...found]).toEqual(expected)
  })

  it('passes over what is not loaded', () => {
    expect(bytesAtAddress([{ ...LOADED, type: 4 }], BYTES, 0x1000n)).toBeNull()
  })
})

describe('restOfSegment', () => {
  it.each([
    { at: 2, expected: [2, 3, 4, 5, 6, 7] },
    { at: 7, expected: [7] },
    { at: 8, expected: null },
    { at: 1, expected: null },
  ])('goes from $at to the end of the segment', ({ at, expected }) => {
    const found = restOfSegment([LOADED], BYTES, at)
    expect(found === null ? null : [...found]).toEqual(expected)
  })
})

describe('isWritable', () => {
  it.each([
    { name: 'data', segment: { ...LOADED, flags: 6 }, expected: true },
    { name: 'code', segment: { ...LOADED, flags: 5 }, expected: false },
    { name: 'a writable stack', segment: { ...LOADED, type: 0x6474e551, flags: 6 }, expected: false },
  ])('tells $name', ({ segment, expected }) => {
    expect(isWritable(segment)).toBe(expected)
  })
})
