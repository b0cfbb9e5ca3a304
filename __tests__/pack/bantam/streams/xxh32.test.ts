import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { xxh32 } from '../../../../src/pack/bantam/streams/xxh32.ts'
import { askLoader, compileLoader } from '../../../support/loader-host.ts'
import { describeWith } from '../../../support/tools.ts'

describe('xxh32', () => {
  // From xxhsum -H0.
  it.each<{ text: string; hash: string }>([
    { text: '', hash: '02cc5d05' },
    { text: 'a', hash: '550d7456' },
    { text: 'abc', hash: '32d153ff' },
    { text: 'Nobody inspects the spammish repetition', hash: 'e2293b2f' },
  ])('of "$text" is $hash', ({ text, hash }) => {
    expect(xxh32(Buffer.from(text)).toString(16).padStart(8, '0')).toBe(hash)
  })

  it('is the same wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 9 }), (bytes, offset) => {
        const moved = new Uint8Array(offset + bytes.length)
        moved.set(bytes, offset)
        expect(xxh32(moved.subarray(offset))).toBe(xxh32(bytes))
      }),
    )
  })
})

describeWith(['gcc'], 'xxh32 in the loader', () => {
  it('gives what xxh32 gives', () => {
    const program = compileLoader({ main: 'xxh32', sources: ['xxh32'] })
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 5000, size: 'max' }))
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 100 }), strings => {
        const answers = askLoader(program, strings)
        expect(answers.map(answer => Number(answer.readBigUInt64LE()))).toEqual(strings.map(xxh32))
      }),
      { numRuns: 20 },
    )
  })
})
