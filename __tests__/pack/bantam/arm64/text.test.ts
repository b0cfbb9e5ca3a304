import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { zstdCompressSync } from 'node:zlib'
import { STREAM } from '../../../../src/pack/bantam/arm64/format.ts'
import { ARM64_TEXT, arm64Scratch } from '../../../../src/pack/bantam/arm64/text.ts'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { MARK } from '../../../../src/pack/bantam/text-view.ts'
import { mutateBytes } from '../../../../scripts/fuzz/mutate-bytes.ts'
import { generator } from '../../../../scripts/fuzz/random.ts'
import { anyText, textOfGo, textOfWords, type MachineText } from '../../../support/arm64-texts.ts'
import { goProgram, PRINTLN } from '../../../support/go-programs.ts'

const SERVER = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n'

function encode({ bytes, address, starts }: MachineText) {
  return ARM64_TEXT.encode(bytes, address, starts)
}

function expectRoundTrip(text: MachineText) {
  const encoded = encode(text)
  expect(encoded.streams).toHaveLength(ARM64_TEXT.streams)
  const decoded = ARM64_TEXT.decode(encoded.streams, text.bytes.length, text.address, text.starts)
  expect(Buffer.compare(decoded.bytes, text.bytes)).toBe(0)
  expect(Buffer.compare(decoded.marks, encoded.marks)).toBe(0)
  expect(decoded.marks).toHaveLength(text.bytes.length + 1)
  return encoded
}

/** A pattern is for what is there three times or more. */
function streamsOf(words: readonly number[], starts: readonly number[] = []) {
  return expectRoundTrip(textOfWords(words, starts)).streams.map(stream => [...stream])
}

describe('ARM64_TEXT', () => {
  it('gives back any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        expectRoundTrip(text)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back a server, in three quarters of what zstd makes of it', async () => {
    const text = textOfGo(await goProgram(SERVER, { architecture: 'arm64' }))
    expect(text.bytes.length).toBeGreaterThan(1_000_000)
    const { streams } = expectRoundTrip(text)
    const size = streams.reduce((sum, stream) => sum + zstdCompressSync(stream).length, 0)
    expect(size).toBeLessThan(zstdCompressSync(text.bytes).length * 0.75)
  })

  it('gives back a program of Go 1.21', async () => {
    const text = textOfGo(await goProgram(PRINTLN, { version: '1.21.13', architecture: 'arm64' }))
    expect(text.starts.length).toBeGreaterThan(1000)
    expectRoundTrip(text)
  })

  it('takes more different words than there can be patterns', () => {
    const random = generator(7)
    const words = Array.from({ length: 60_000 }, () => random(2 ** 32))
    const { streams } = expectRoundTrip(textOfWords([...words, ...words, ...words]))
    expect(streams[STREAM.words]?.length).toBeGreaterThan(100_000)
  })

  it('takes nothing, and less than a word', () => {
    for (const size of [0, 1, 2, 3, 5]) {
      const bytes = new Uint8Array(size).fill(200)
      const { streams } = expectRoundTrip({ bytes, address: 0n, starts: new Uint32Array() })
      expect(streams[STREAM.words]).toEqual(bytes)
    }
  })

  it('writes calls as numbers of functions', () => {
    // bl 0; bl 8; bl 4, which is no start
    const words = [0x94000000, 0x94000001, 0x97ffffff, 0x97fffffd, 0x97ffffff, 0x97fffffc]
    const streams = streamsOf(words, [0, 8, 24])
    expect(streams[STREAM.calls]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0])
    expect(streams[STREAM.farCalls]).toEqual([0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1].slice(0, 12))
  })

  it('writes a jump to the start of its function as an opcode alone', () => {
    const streams = streamsOf([0x14000000, 0x17ffffff, 0x17fffffe, 0x14000000], [0, 12, 16])
    expect(streams[STREAM.opcodes]).toEqual([0, 0, 0, 0])
    expect(streams[STREAM.jumps]).toEqual([])
  })

  it('writes an address that two instructions make as one number', () => {
    // adrp x27, 0x12000; ldr x0, [x27, #8]
    const accesses = streamsOf([0xb000001b, 0xf9400760, 0xb000001b, 0xf9400761, 0xb000001b, 0xf9400762])
    expect(accesses[STREAM.accesses]).toEqual([0, 1, 0x20, 8, 0, 1, 0x20, 8, 0, 1, 0x20, 8])
    // adrp x0, 0x12000; add x0, x0, #16
    const additions = streamsOf([0xb0000000, 0x91004000, 0xb0000001, 0x91004021, 0xb0000002, 0x91004042])
    expect(additions[STREAM.opcodes]).toEqual([0, 0, 0, 1, 0, 2])
    expect(additions[STREAM.addresses]).toEqual([0, 1, 0x20, 16, 0, 1, 0x20, 16, 0, 1, 0x20, 16])
  })

  it('writes zeros to the end of a function as one opcode', () => {
    const streams = streamsOf([0xd65f03c0, 0, 0, 0, 0xd65f03c0, 0, 0xd65f03c0, 0, 0], [0, 16, 24, 36])
    expect(streams[STREAM.opcodes]).toEqual([0, 1, 0, 1, 0, 1])
  })

  it('writes the first branch by the end of its function, and others by that', () => {
    // b.ls to the last word, b.hs to the one before, b.hs to the one before that
    const words = [0x54000089, 0x54000042, 0x54000002, 0xd65f03c0, 0xd65f03c0]
    const streams = streamsOf([...words, ...words, ...words], [0, 20, 40, 60])
    expect(streams[STREAM.entryBranches]).toEqual([2, 2, 2])
    expect(streams[STREAM.branches]).toEqual([4, 4, 4, 4, 4, 4])
  })

  it('marks the last instruction before the call of runtime.morestack', () => {
    // b.ls to the word after ret; ret; bl; b to the begin
    const words = [0x54000069, 0xd503201f, 0xd503201f, 0x94000000, 0x17fffffc]
    const { bytes, address } = textOfWords(words)
    const marksOf = (starts: readonly number[]) =>
      [0, 4, 8, 12, 16].map(at => ARM64_TEXT.encode(bytes, address, Uint32Array.from(starts)).marks[at])
    const { instruction, call, ret } = MARK
    expect(marksOf([0, 20])).toEqual([1, 1, instruction | ret, instruction | call, 1])
    expect(marksOf([0, 8, 20])).toEqual([1, 1, 1, instruction | call, 1])
    expect(marksOf([])).toEqual([1, 1, 1, instruction | call, 1])
  })

  it('finds a slot by how long ago it was used', () => {
    // str x0, [sp, #8]; str x1, [sp, #16]; str x2, [sp, #24]; and ldr of these
    const streams = streamsOf([0xf90007e0, 0xf9000be1, 0xf9000fe2, 0xf94007e0, 0xf9400be1, 0xf94007e2])
    expect(streams[STREAM.storedSlots]).toEqual([2, 2, 2])
    expect(streams[STREAM.loadedSlots]).toEqual([2, 2, 1])
  })

  it('refuses broken streams, or makes some text of them', () => {
    const random = generator(11)
    let refused = 0
    for (const text of fc.sample(anyText, { numRuns: 300, seed: 11 })) {
      const streams = [...encode(text).streams]
      const filled = [...streams.keys()].filter(index => streams[index]?.length)
      const index = filled[random(filled.length)] ?? 0
      streams[index] = mutateBytes(streams[index] ?? new Uint8Array(), random)
      try {
        const decoded = ARM64_TEXT.decode(streams, text.bytes.length, text.address, text.starts)
        expect(decoded.bytes).toHaveLength(text.bytes.length)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(BrokenStream)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(20)
  })

  it('refuses other streams than it has', () => {
    expect(() => ARM64_TEXT.decode([], 0, 0n, new Uint32Array())).toThrow(BrokenStream)
  })
})

describe('arm64Scratch', () => {
  it('is small, whatever the text', () => {
    expect(arm64Scratch(0, new Uint32Array())).toBeLessThan(100_000)
    expect(arm64Scratch(1_000_000_000, new Uint32Array(1_000_000))).toBeLessThan(100_000)
  })
})
