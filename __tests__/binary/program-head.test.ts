import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { looksLikeProgram, mayBeProgram, PROGRAM_HEAD, saysProgram } from '../../src/binary/program-head.ts'
import { makeElf, type ElfPlan } from '../support/make-elf.ts'

const NO_ENTRY = (elf: Uint8Array, wide = true) => elf.fill(0, 24, wide ? 32 : 28)
const INTERPRETER = { segments: [{ type: 3, content: Buffer.from('/lib/ld.so\0') }] }

/** DT_FLAGS_1 and the end. */
function dynamic(bits: 32 | 64, littleEndian: boolean, flags: bigint): Buffer {
  const size = bits / 8
  const view = new DataView(new ArrayBuffer(4 * size))
  const words = [0x6fff_fffbn, flags, 0n, 0n]
  for (const [at, word] of words.entries())
    if (size === 8) view.setBigUint64(at * size, word, littleEndian)
    else view.setUint32(at * size, Number(word), littleEndian)
  return Buffer.from(view.buffer)
}

describe('a program, told from a library by its beginning', () => {
  it.each<{ name: string; plan: ElfPlan; path: string; entry?: boolean; is: boolean }>([
    { name: 'an executable', plan: {}, path: 'app', is: true },
    { name: 'an executable of 32 bits', plan: { bits: 32 }, path: 'app', is: true },
    { name: 'a big-endian executable', plan: { littleEndian: false }, path: 'app', is: true },
    { name: 'an executable called as a library', plan: {}, path: 'x.so', is: true },
    { name: 'a static position-independent program', plan: { type: 3 }, path: 'app', is: true },
    { name: 'a dynamic one', plan: { type: 3, ...INTERPRETER }, path: 'app', entry: false, is: true },
    {
      name: 'a dynamic one of 32 bits',
      plan: { type: 3, bits: 32, ...INTERPRETER },
      path: 'app',
      entry: false,
      is: true,
    },
    { name: 'a library', plan: { type: 3 }, path: 'lib/x', entry: false, is: false },
    { name: 'a library with an entry', plan: { type: 3 }, path: 'lib/libx.so.6', is: false },
    {
      name: "libc, which has even a program's loader",
      plan: { type: 3, ...INTERPRETER },
      path: 'lib/libc.so.6',
      is: false,
    },
    { name: 'a loader', plan: { type: 3 }, path: 'lib/ld-linux-x86-64.so.2', is: false },
    { name: 'an object file', plan: { type: 1 }, path: 'x.o', is: false },
  ])('$name: $is', ({ plan, path, entry = true, is }) => {
    const elf = makeElf(plan)
    expect(looksLikeProgram(entry ? elf : NO_ENTRY(elf, plan.bits !== 32), path)).toBe(is)
  })

  it.each([
    { name: 'a static program that is called as a library', flags: 0x0800_0001n, says: true },
    { name: 'a library with an entry', flags: 1n, says: false },
  ])('$name is told by what its linker noted', ({ flags, says }) => {
    for (const [bits, littleEndian] of [
      [64, true],
      [64, false],
      [32, true],
    ] as const) {
      const content = dynamic(bits, littleEndian, flags)
      const elf = makeElf({ type: 3, bits, littleEndian, segments: [{ type: 2, content }] })
      expect(looksLikeProgram(elf, 'app.so')).toBe(false)
      expect([mayBeProgram(elf), saysProgram(elf)]).toEqual([true, says])
    }
  })

  it('a damaged one says nothing', () => {
    expect(saysProgram(makeElf({ type: 3 }).subarray(0, 60))).toBe(false)
    expect(saysProgram(Buffer.from('#!/bin/sh'))).toBe(false)
  })

  it('this Node is one', () => {
    expect(looksLikeProgram(readFileSync(process.execPath).subarray(0, PROGRAM_HEAD), 'node')).toBe(true)
  })

  it('any bytes are one or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 70 }), (tail, length) => {
        const bytes = Buffer.concat([makeElf({ type: 3 }).subarray(0, length), tail])
        expect(typeof looksLikeProgram(bytes, 'x')).toBe('boolean')
      }),
      { numRuns: 1000 },
    )
  })
})
