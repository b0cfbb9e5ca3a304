import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PT_DYNAMIC, PT_INTERP, PT_LOAD } from '../../src/binary/elf-constants.ts'
import { readElf } from '../../src/binary/elf.ts'
import { Failure } from '../../src/failure.ts'
import { buildElfOracle } from '../support/elf-oracle.ts'
import type { OracleAnswer } from '../support/elf-oracle.ts'
import { PRINTLN, buildGoPrograms } from '../support/go-programs.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

describe('readElf of what Go links', () => {
  let ask: (file: string) => Promise<OracleAnswer>

  beforeAll(async () => {
    ask = await buildElfOracle()
  }, 60_000)

  it.each([
    { architecture: 'amd64', bits: 64, littleEndian: true },
    { architecture: 'arm64', bits: 64, littleEndian: true },
    { architecture: '386', bits: 32, littleEndian: true },
    { architecture: 's390x', bits: 64, littleEndian: false },
  ])('agrees with debug/elf: $architecture', async ({ architecture, bits, littleEndian }) => {
    const { program } = await buildGoPrograms({ program: PRINTLN }, { architecture })
    const elf = readElf(readFileSync(program))
    const oracle = await ask(program)
    expect(elf).toMatchObject({ architecture, bits, littleEndian, interpreter: null, neededLibraries: [] })
    expect([elf.machine, elf.type, `${elf.entry}`]).toEqual([oracle.Machine, oracle.Type, oracle.Entry])
    expect(elf.segments).toEqual(
      oracle.Segments.map(({ Type, Flags, Offset, FileSize, Address, MemorySize }) => ({
        type: Type,
        flags: Flags,
        offset: Offset,
        fileSize: FileSize,
        address: BigInt(Address),
        memorySize: BigInt(MemorySize),
      })),
    )
    expect(elf.sections).toEqual(
      oracle.Sections.map(({ Name, Type, Flags, Address, Offset, Size }) => ({
        name: Name,
        type: Type,
        flags: BigInt(Flags),
        address: BigInt(Address),
        offset: Offset,
        size: Size,
      })),
    )
  })
})

describeWith(['gcc'], 'readElf of what C links', () => {
  it('names the loader and the libraries', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-elf-'))
    writeFileSync(
      path.join(directory, 'main.c'),
      '#include <math.h>\nint main(int n, char **v) { return (int)cos(n); }\n',
    )
    execFileSync('gcc', ['-fno-builtin', '-o', 'main', 'main.c', '-lm'], { cwd: directory })
    const elf = readElf(readFileSync(path.join(directory, 'main')))
    expect(elf.interpreter).toMatch(/^\/lib.*\/ld-.*\.so/)
    expect(elf.neededLibraries).toEqual(['libm.so.6', 'libc.so.6'])
  })
})

describe('readElf of what is not whole', () => {
  it.each([
    { name: 'an empty file', bytes: new Uint8Array(), says: 'proxy is an empty file' },
    {
      name: 'a script',
      bytes: Buffer.from('#!/bin/sh\n'),
      says: 'proxy is a script, and scratch has no interpreter',
    },
    {
      name: 'the magic alone',
      bytes: Buffer.from('\x7fELF', 'latin1'),
      says: 'unknown word size or byte order',
    },
    { name: 'half a header', bytes: makeElf().subarray(0, 40), says: 'damaged or cut short' },
    {
      name: 'more segments than there are',
      bytes: makeElf({ segmentCount: 60_000 }),
      says: 'damaged or cut short',
    },
    {
      name: 'a segment beyond the file',
      bytes: makeElf({ segments: [{ type: PT_LOAD, fileSize: 1n << 40n }] }),
      says: 'damaged or cut short',
    },
    {
      name: 'a segment at the end of the address space',
      bytes: makeElf({ segments: [{ type: PT_LOAD, offset: (1n << 64n) - 1n, fileSize: 2n }] }),
      says: 'damaged or cut short',
    },
    {
      name: 'a loader beyond the file',
      bytes: makeElf({ segments: [{ type: PT_INTERP, offset: 1n << 63n, fileSize: 10n }] }),
      says: 'damaged or cut short',
    },
  ])('fails with one sentence: $name', ({ bytes, says }) => {
    const failure = failureOf(() => readElf(bytes, 'proxy'))
    expect(failure).toEqual(aFailure('unreadable-binary', { what: says, fields: { file: 'proxy' } }))
  })

  it.each([
    { name: 'more sections than there are', plan: { sectionTable: 64n, sectionCount: 65_535 } },
    { name: 'a section table beyond the file', plan: { sectionTable: 1n << 60n, sectionCount: 5 } },
  ])('takes damaged sections for none, since a program runs without: $name', ({ plan }) => {
    expect(readElf(makeElf(plan)).sections).toEqual([])
  })

  it('does not lose a needed library whose name is lost', () => {
    const content = words(1n, 999n, 1n, 1n << 63n, 0n, 0n)
    const elf = readElf(makeElf({ segments: [{ type: PT_DYNAMIC, content }] }))
    expect(elf.neededLibraries).toEqual(['a library without a name', 'a library without a name'])
  })

  it('reads names through the addresses of a loaded segment', () => {
    const strings = Buffer.from('\0libz.so.1\0')
    const dynamicAt = 64 + 2 * 56
    const dynamic = words(5n, BASE + BigInt(dynamicAt + 48), 1n, 1n, 0n, 0n)
    const elf = readElf(
      makeElf({
        segments: [
          { type: PT_DYNAMIC, content: dynamic },
          { type: PT_LOAD, content: strings },
        ],
      }),
    )
    expect(elf.neededLibraries).toEqual(['libz.so.1'])
  })

  it('gives a value or a Failure for any headers', () => {
    const number = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, (1n << 64n) - 1n))
    const segment = fc.record(
      {
        type: fc.constantFrom(PT_LOAD, PT_DYNAMIC, PT_INTERP, 4, 0x6474e551),
        offset: number,
        address: number,
        fileSize: number,
        content: fc.uint8Array({ maxLength: 100 }),
      },
      { requiredKeys: ['type'] },
    )
    const plan = fc.record(
      {
        bits: fc.constantFrom<(32 | 64)[]>(32, 64),
        littleEndian: fc.boolean(),
        segments: fc.array(segment, { maxLength: 6 }),
        sectionTable: number,
        sectionCount: fc.nat(70_000),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(plan, given => {
        const failure = failureOf(() => readElf(makeElf(given)))
        expect(failure?.code ?? 'unreadable-binary').toBe('unreadable-binary')
      }),
      { numRuns: 500 },
    )
  })
})

/** What it throws, if it is a Failure; `null` where it gives a value. Everything else is a defect. */
function failureOf(read: () => unknown): Failure | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

function words(...values: readonly bigint[]): Uint8Array {
  return Buffer.from(BigUint64Array.from(values).buffer)
}
