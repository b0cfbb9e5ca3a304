import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packedFileFault } from '../../src/pack/packed-file.ts'

function elf(size: number, machine: number, bits: 1 | 2 = 2): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.set([0x7f, 0x45, 0x4c, 0x46, bits, 1])
  bytes.writeUInt16LE(machine, 18)
  return bytes
}

describe('packedFileFault', () => {
  it.each([
    { name: 'a smaller ELF of the same machine', packed: elf(50, 62), fault: null },
    { name: 'an empty file', packed: Buffer.alloc(0), fault: 'the output is not an ELF file' },
    { name: 'a text', packed: Buffer.from('upx: cannot'), fault: 'the output is not an ELF file' },
    { name: 'another machine', packed: elf(50, 183), fault: 'the output is for another machine' },
    { name: 'another word size', packed: elf(50, 62, 1), fault: 'the output is for another machine' },
    { name: 'as large', packed: elf(100, 62), fault: 'the output is not smaller (100 and 100 bytes)' },
    { name: 'larger', packed: elf(101, 62), fault: 'the output is not smaller (100 and 101 bytes)' },
    { name: 'nothing', packed: null, fault: 'nothing was written' },
  ])('sees $name', async ({ packed, fault }) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
    writeFileSync(path.join(directory, 'linked'), elf(100, 62))
    if (packed !== null) writeFileSync(path.join(directory, 'packed'), packed)
    expect(await packedFileFault(path.join(directory, 'linked'), path.join(directory, 'packed'))).toBe(fault)
  })
})
