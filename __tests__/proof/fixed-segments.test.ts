import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readElf } from '../../src/binary/elf.ts'
import { fixedSegments } from '../../src/proof/fixed-segments.ts'
import { BASE, makeElf, type ElfPlan } from '../support/make-elf.ts'

const PT_LOAD = 1
const [READ_EXECUTE, READ, READ_WRITE] = [5, 4, 6]

function segmentsOf(plan: ElfPlan) {
  const bytes = makeElf(plan)
  return fixedSegments(readElf(bytes), bytes)
}

describe('fixedSegments', () => {
  it.each([
    { bits: 64, headers: 64 + 2 * 56 },
    { bits: 32, headers: 52 + 2 * 32 },
  ] as const)(
    'leaves out the headers that the first segment begins with: $bits bits',
    ({ bits, headers }) => {
      const code = Buffer.alloc(500, 0x90)
      const plan: ElfPlan = {
        bits,
        segments: [
          { type: PT_LOAD, flags: READ_EXECUTE, offset: 0n, fileSize: BigInt(headers + 500), content: code },
          { type: PT_LOAD, flags: READ, content: Buffer.alloc(40) },
        ],
      }
      expect(segmentsOf(plan)).toEqual([
        { offset: headers, size: 500, address: String(BASE + BigInt(headers)) },
        { offset: headers + 500, size: 40, address: String(BASE + BigInt(headers + 500)) },
      ])
    },
  )

  it('takes what is loaded and never written to', () => {
    const content = Buffer.alloc(8)
    const segments = [
      { type: PT_LOAD, flags: READ_WRITE, content },
      { type: 4, flags: READ, content },
      { type: PT_LOAD, flags: READ, content: Buffer.alloc(0) },
    ]
    expect(segmentsOf({ segments })).toEqual([])
  })

  it('covers every byte of a segment but those of the headers, wherever it begins', () => {
    const content = Buffer.alloc(1000)
    const headers = 64 + 56
    fc.assert(
      fc.property(fc.nat({ max: 900 }), fc.nat({ max: 200 }), (offset, fileSize) => {
        const segment = {
          type: PT_LOAD,
          flags: READ,
          content,
          offset: BigInt(offset),
          fileSize: BigInt(fileSize),
        }
        const covered = segmentsOf({ segments: [segment] }).flatMap(({ offset: at, size, address }) => {
          expect(address).toBe(String(BASE + BigInt(at)))
          return Array.from({ length: size }, (_, index) => at + index)
        })
        const all = Array.from({ length: fileSize }, (_, index) => offset + index)
        expect(covered).toEqual(all.filter(at => at >= headers))
      }),
    )
  })
})
