import { describe, expect, it } from '@jest/globals'
import { PT_LOAD } from '../../src/binary/elf-constants.ts'
import { readElf } from '../../src/binary/elf.ts'
import { findPclntab } from '../../src/binary/pclntab.ts'
import { goProgram, PRINTLN } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'
import { PCLNTAB_HEADER_SIZE, makePclntab } from '../support/make-pclntab.ts'

function find(content: Uint8Array, littleEndian = true) {
  const bytes = makeElf({ littleEndian, segments: [{ type: PT_LOAD, content }] })
  return findPclntab(readElf(bytes), bytes)
}

describe('findPclntab', () => {
  it.each([
    { name: 'Go 1.18', plan: { magic: 0xfffffff0 }, since: '1.18' },
    { name: 'Go 1.20', plan: {}, since: '1.20' },
    { name: 'big endian', plan: { littleEndian: false }, since: '1.20' },
  ])('reads the header where there is no section: $name', ({ plan, since }) => {
    const found = find(Buffer.concat([Buffer.alloc(100), makePclntab(plan)]), !('littleEndian' in plan))
    expect(found).toMatchObject({ since, quantum: 1, pointerSize: 8, functionCount: 1, fileCount: 1 })
    expect(Buffer.from(found?.names ?? []).toString()).toBe('main.main\0')
    expect(found?.functions).toHaveLength(12)
  })

  it.each([
    { name: 'Go 1.16, whose table is another', plan: { magic: 0xfffffffa } },
    { name: 'another magic, as an obfuscator writes it', plan: { magic: 0x12345678 } },
    { name: 'a quantum that no machine has', plan: { quantum: 3 } },
    { name: 'the pointers of another machine', plan: { pointerSize: 4 } },
    { name: 'more functions than there are bytes', plan: { functionCount: 2n } },
    { name: 'functions without end', plan: { functionCount: (1n << 64n) - 1n } },
    { name: 'parts that go backwards', plan: { offsets: [90n, 80n, 80n, 80n, 80n] } },
    { name: 'a part beyond the segment', plan: { offsets: [72n, 82n, 82n, 82n, 1n << 40n] } },
  ])('finds none: $name', ({ plan }) => {
    expect(find(makePclntab(plan))).toBeNull()
  })

  it('passes over what only looks like a header', () => {
    expect(find(Buffer.concat([makePclntab({ quantum: 3 }), makePclntab()]))?.functionCount).toBe(1)
  })

  it('gives up on a file full of what looks like a header', () => {
    const bait = Buffer.alloc(2_000_000)
    for (let at = 0; at < bait.length; at += 8) bait.writeUInt32LE(0xfffffff1, at)
    expect(find(Buffer.concat([bait, makePclntab()]))).toBeNull()
  })

  it('has parts of a real program that follow each other to the end', async () => {
    const bytes = await goProgram(PRINTLN)
    const elf = readElf(bytes)
    const found = findPclntab(elf, bytes)
    const section = elf.sections.find(({ name }) => name === '.gopclntab')
    const { names, units, files, pcValues, functions } = found ?? {}
    const parts = [names, units, files, pcValues, functions].map(part => part?.length ?? 0)
    expect(parts.reduce((sum, length) => sum + length, PCLNTAB_HEADER_SIZE)).toBe(section?.size)
    expect(found?.functionCount).toBeGreaterThan(500)
  })
})
