import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { looksLikeProgram, PROGRAM_HEAD } from '../../src/binary/program-head.ts'
import { makeElf, type ElfPlan } from '../support/make-elf.ts'

const NO_ENTRY = (elf: Uint8Array, wide = true) => elf.fill(0, 24, wide ? 32 : 28)
const INTERPRETER = { segments: [{ type: 3, content: Buffer.from('/lib/ld.so\0') }] }

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
