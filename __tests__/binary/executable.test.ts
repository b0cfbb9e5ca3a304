import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readElf } from '../../src/binary/elf.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { Failure } from '../../src/failure.ts'
import { PRINTLN, goProgram } from '../support/go-programs.ts'

describe('readExecutable', () => {
  let program: Uint8Array
  /** Where a changed byte reaches the readers: headers, section headers, build info, function table. */
  let tender: readonly { readonly from: number; readonly to: number }[]

  beforeAll(async () => {
    program = await goProgram(PRINTLN)
    const { sections, segments } = readElf(program)
    const ofSections = ['.go.buildinfo', '.gopclntab', '.shstrtab'].flatMap(wanted => {
      const section = sections.find(({ name }) => name === wanted)
      return section === undefined
        ? []
        : [{ from: section.offset, to: section.offset + Math.min(section.size, 1024) }]
    })
    const headers = 64 + segments.length * 56 + sections.length * 64
    tender = [{ from: 0, to: headers }, ...ofSections]
    expect(tender).toHaveLength(4)
  })

  it('reads all of a whole one', () => {
    const { elf, buildInfo, needs } = readExecutable(program)
    expect([elf.architecture, buildInfo?.path]).toEqual(['amd64', 'example.com/programs/program'])
    expect(needs).toEqual({ certificates: false, timezones: false, exec: false, users: false, temp: false })
  })

  it('gives a value or a Failure wherever it is cut off', () => {
    const lengths = fc.oneof(fc.nat(program.length), fc.nat(4096), fc.constant(program.length))
    fc.assert(
      fc.property(lengths, length => survives(program.subarray(0, length))),
      { numRuns: 300 },
    )
  })

  it('gives a value or a Failure whatever is written into its headers and tables', () => {
    const place = fc.tuple(fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true })).map(([index, share]) => {
      const { from, to } = tender[index] ?? { from: 0, to: 1 }
      return from + Math.floor(share * (to - from - 1))
    })
    const lie = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 16 }),
      fc
        .constantFrom(0x00, 0x7f, 0x80, 0xff)
        .chain(byte => fc.constantFrom(1, 2, 4, 8).map(n => new Uint8Array(n).fill(byte))),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(place, lie), { minLength: 1, maxLength: 8 }), lies => {
        const bytes = Uint8Array.from(program)
        for (const [at, written] of lies) bytes.set(written.subarray(0, bytes.length - at), at)
        survives(bytes)
      }),
      { numRuns: 300 },
    )
  })
})

function survives(bytes: Uint8Array): void {
  try {
    expect(readExecutable(bytes).elf.segments.length).toBeLessThanOrEqual(1024)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    expect(error.code).toBe('unreadable-binary')
  }
}
