import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { functionStarts } from '../../../../src/pack/bantam/pclntab/place.ts'
import { readStarts, writeStarts } from '../../../../src/pack/bantam/streams/starts.ts'
import { splitInner } from '../../../../src/pack/bantam/file/inner.ts'
import { goProgram, PRINTLN } from '../../../support/go-programs.ts'
import { describeWith } from '../../../support/tools.ts'

const ascending = fc.array(fc.nat(100_000), { maxLength: 50 }).map(steps => {
  let at = 0
  return Uint32Array.from(steps, step => (at += step))
})

describe('the starts of functions', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(ascending, starts =>
        expect(readStarts(writeStarts(starts), starts.at(-1) ?? 0)).toEqual(starts),
      ),
    )
  })

  it('are refused outside of the text, and where they end too early', () => {
    expect(() => readStarts(writeStarts(Uint32Array.of(1, 5, 9)), 8)).toThrow(BrokenStream)
    expect(() => readStarts(Uint8Array.of(0x80), 8)).toThrow(BrokenStream)
  })
})

describeWith(['go', 'gcc'], 'the starts of functions', () => {
  it.each([
    ['of Go 1.21', { version: '1.21.13' }],
    ['of Go 1.26', {}],
    ['of Go 1.27 for arm64', { version: '1.27.4', architecture: 'arm64' }],
    [
      'with C code',
      { env: { CGO_ENABLED: '1' }, flags: ['-ldflags=-linkmode=external -extldflags=-static'] },
    ],
  ])('are those of the function table: %s', async (name, options) => {
    const source = name === 'with C code' ? PRINTLN.replace('main\n', 'main\n\nimport "C"\n') : PRINTLN
    const inner = splitInner(await goProgram(source, options))
    if ('why' in inner) throw new Error(inner.why)
    const text = inner.pieces.find(({ kind }) => kind === 'text')
    const size = (text?.end ?? 0) - (text?.start ?? 0)
    if (inner.pclntab === null || text === undefined) throw new Error('no function table')
    const starts =
      functionStarts(inner.pclntab, inner.bytes, { address: text.address, size }) ?? new Uint32Array()
    expect(starts.length).toBeGreaterThan(1000)
    expect(starts.at(-1)).toBeLessThanOrEqual(size)
    // Go pads its functions to 16 bytes, or 32 and more.
    expect(starts.subarray(0, -1).every(start => start % 16 === 0)).toBe(true)
  })
})
