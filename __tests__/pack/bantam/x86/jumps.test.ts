import { describe, expect, it } from '@jest/globals'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { writeJumps } from '../../../../src/pack/bantam/x86/jumps.ts'

describe('writeJumps', () => {
  it('writes distances from the end of an instruction', () => {
    const bytes = new Uint8Array(9)
    const jumps = [
      { from: 0, to: 2, isFar: false },
      { from: 1, to: 0, isFar: true },
    ]
    writeJumps(bytes, Uint32Array.of(0, 2, 7, 9), jumps)
    expect([...bytes]).toEqual([0, 5, 0, 0xf9, 0xff, 0xff, 0xff, 0, 0])
  })

  it.each([-1, 3])('refuses a jump to instruction %d', to => {
    const offsets = Uint32Array.of(0, 2, 4)
    expect(() => writeJumps(new Uint8Array(4), offsets, [{ from: 0, to, isFar: false }])).toThrow(
      BrokenStream,
    )
  })
})
