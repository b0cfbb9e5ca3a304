import { describe, expect, it } from '@jest/globals'
import { decodeParts } from '../../../src/pack/bantam/decode-parts.ts'
import { encodeParts, type Filters } from '../../../src/pack/bantam/encode-parts.ts'
import { splitInner } from '../../../src/pack/bantam/file/inner.ts'
import { scratchOf } from '../../../src/pack/bantam/scratch.ts'
import { goProgram, PRINTLN } from '../../support/go-programs.ts'
import { describeWith } from '../../support/tools.ts'

const ATTEMPTS: readonly { readonly filters: Filters; readonly kinds: readonly string[] }[] = [
  { filters: { text: true, pclntab: true }, kinds: ['raw', 'x86 text', 'pclntab', 'file'] },
  { filters: { text: true, pclntab: false }, kinds: ['raw', 'x86 text', 'file'] },
  { filters: { text: false, pclntab: true }, kinds: ['raw', 'file'] },
  { filters: { text: false, pclntab: false }, kinds: ['raw', 'file'] },
]

describeWith(['go'], 'the parts of a Go program', () => {
  it.each(ATTEMPTS)('come back as they were, with $filters', async ({ filters, kinds }) => {
    const linked = await goProgram(PRINTLN)
    const inner = splitInner(linked)
    if ('why' in inner) throw new Error(inner.why)
    const encoded = encodeParts(inner, filters)
    expect([...new Set(encoded.parts.map(({ kind }) => kind))]).toEqual(kinds)
    expect(Buffer.compare(decodeParts(encoded), linked)).toBe(0)
    // Names of functions lie behind the read-only data, in one part with it.
    const raw = encoded.parts.filter(({ kind }) => kind === 'raw')
    expect(new Set(raw.map(({ firstStream }) => firstStream)).size).toBe(1)
    const streams = encoded.streams.reduce((sum, { length }) => sum + length, 0)
    expect(scratchOf(encoded)).toBeGreaterThan(streams)
    expect(scratchOf(encoded)).toBeLessThan(3 * linked.length)
  })
})

describe('parts without streams', () => {
  it('are refused', () => {
    const part = {
      kind: 'raw',
      firstStream: 0,
      streamCount: 1,
      address: 0x1000n,
      size: 4,
      parameter: 0n,
    } as const
    const segments = [{ address: 0x1000n, fileSize: 4, memorySize: 4, offset: 0, rights: 4 }]
    const decode = (more: object, streams: readonly Uint8Array[]) =>
      decodeParts({ linkedSize: 4, segments, parts: [{ ...part, ...more }], streams })
    expect(decode({}, [Uint8Array.of(1, 2, 3, 4)])).toEqual(Uint8Array.of(1, 2, 3, 4))
    expect(() => decode({}, [])).toThrow('a part without a stream')
    expect(() => decode({}, [new Uint8Array(3)])).toThrow('a stream ends too early')
    expect(() => decode({}, [new Uint8Array(5)])).toThrow('longer than its parts')
    expect(() => decode({ address: 0x2000n }, [new Uint8Array(4)])).toThrow('a part outside of its file')
    expect(() => decode({ kind: 'x86 text' }, [new Uint8Array(4)])).toThrow(
      'not encoded as this version does it',
    )
    expect(() => decode({ kind: 'pclntab' }, [new Uint8Array(4)])).toThrow(
      'a function table without functions',
    )
  })
})
