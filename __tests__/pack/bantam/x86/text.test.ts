import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { zstdCompressSync } from 'node:zlib'
import { mutateBytes } from '../../../../scripts/fuzz/mutate-bytes.ts'
import { generator } from '../../../../scripts/fuzz/random.ts'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { MARK } from '../../../../src/pack/bantam/text-view.ts'
import { MOST_WORDS, STREAM, STREAMS } from '../../../../src/pack/bantam/x86/streams.ts'
import { X86_TEXT, x86Scratch } from '../../../../src/pack/bantam/x86/text.ts'
import { readWords } from '../../../../src/pack/bantam/x86/words.ts'
import { compileC } from '../../../support/compile-c.ts'
import { goProgram, PRINTLN } from '../../../support/go-programs.ts'
import { describeWith } from '../../../support/tools.ts'
import { anyX86Text, fromHex, textOf, type X86Text } from '../../../support/x86-texts.ts'

const SERVER = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n'

function encode({ bytes, address, starts }: X86Text) {
  return X86_TEXT.encode(bytes, address, starts)
}

function expectRoundTrip(text: X86Text) {
  const encoded = encode(text)
  expect(encoded.streams).toHaveLength(X86_TEXT.streams)
  const decoded = X86_TEXT.decode(encoded.streams, text.bytes.length, text.address, text.starts)
  expect(Buffer.compare(decoded.bytes, text.bytes)).toBe(0)
  expect(Buffer.compare(decoded.marks, encoded.marks)).toBe(0)
  expect(decoded.marks).toHaveLength(text.bytes.length + 1)
  return encoded
}

/** The streams of text at 0x401000 that are not empty, by name. What follows a stream has `+` behind its name. */
function streamsOf(hex: string, starts: readonly number[]): Readonly<Record<string, string>> {
  const text = { bytes: fromHex(hex), address: 0x401000n, starts: Uint32Array.from(starts) }
  const names = new Map<number, string>(Object.entries(STREAM).map(([name, number]) => [number, name]))
  const named = expectRoundTrip(text).streams.map((stream, number) => {
    const name = names.get(number) ?? `${names.get(number - 1)}+`
    return [name, Buffer.from(stream).toString('hex')] as const
  })
  return Object.fromEntries(named.filter(([, stream]) => stream !== ''))
}

describe('X86_TEXT', () => {
  it('gives back any text', () => {
    fc.assert(
      fc.property(anyX86Text, text => {
        expectRoundTrip(text)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives back a server, in 0.7 of what zstd makes of it', async () => {
    const text = textOf(await goProgram(SERVER))
    expect(text.bytes.length).toBeGreaterThan(1_000_000)
    const { streams } = expectRoundTrip(text)
    const size = streams.reduce((sum, stream) => sum + zstdCompressSync(stream).length, 0)
    expect(size).toBeLessThan(zstdCompressSync(text.bytes).length * 0.7)
  })

  it('gives back a program of Go 1.21', async () => {
    const text = textOf(await goProgram(PRINTLN, { version: '1.21.13' }))
    expect(text.starts.length).toBeGreaterThan(1000)
    expectRoundTrip(text)
  })

  it.each([0, 1, 2])('takes %d bytes', size => {
    const text = { bytes: new Uint8Array(size).fill(0x48), address: 0n, starts: new Uint32Array() }
    expect(expectRoundTrip(text).streams).toHaveLength(STREAMS)
  })

  it('takes functions that are longer than the tables of the loader', () => {
    const random = generator(9)
    const bytes = Uint8Array.from({ length: 300_000 }, () => random(256))
    for (const starts of [[], [0, 10, 250_000]]) {
      const text = { bytes, address: 0n, starts: Uint32Array.from(starts) }
      expect(expectRoundTrip(text).streams).toHaveLength(STREAMS)
    }
  })

  it('takes more words than can have a number', () => {
    const random = generator(3)
    const lines = Array.from({ length: 20_000 }, () => [0x0f, 0x38, random(256), 0xc0 | random(64)])
    const bytes = Uint8Array.from([...lines, ...lines, ...lines, ...lines].flat())
    const { streams } = expectRoundTrip({ bytes, address: 0n, starts: new Uint32Array() })
    expect(readWords(streams[STREAM.words] ?? new Uint8Array())).toHaveLength(MOST_WORDS)
  })

  it('refuses other streams than it has', () => {
    expect(() => X86_TEXT.decode([], 0, 0n, new Uint32Array())).toThrow(BrokenStream)
  })

  it('refuses broken streams, or makes some text of them', () => {
    const random = generator(11)
    let refused = 0
    for (const text of fc.sample(anyX86Text, { numRuns: 2000, seed: 11 })) {
      const streams = encode(text).streams.map(stream =>
        random(6) === 0 ? mutateBytes(stream, random) : stream,
      )
      try {
        const decoded = X86_TEXT.decode(streams, text.bytes.length, text.address, text.starts)
        expect(decoded.bytes).toHaveLength(text.bytes.length)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(BrokenStream)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(300)
  })
})

describe('the streams of x86-64 text', () => {
  it.each([
    {
      what: 'a rare instruction: its code as it is',
      code: '90',
      streams: { code: 'ff90' },
    },
    {
      what: 'a frequent one: the number of its word',
      code: '90'.repeat(8),
      streams: { words: '90', code: '0000000000000000' },
    },
    {
      what: 'mov rax, [rax+8]; mov rax, [rsp+0x18]',
      code: '488b4008 488b442418',
      streams: { code: 'ff488b40ff488b4424', displacements: '08', stackDisplacements: '18' },
    },
    {
      what: 'mov rax, [rsp+0x180]: the same code, and a number of two bytes',
      code: '488b842480010000',
      streams: { code: 'ff488b4424', stackDisplacements: '81', 'stackDisplacements+': '00' },
    },
    {
      what: 'mov rax, [rsp+0x10000]: a large number',
      code: '488b842400000100',
      streams: { code: 'ff488b4424', stackDisplacements: 'bf', large: '00010000' },
    },
    {
      what: 'mov rax, [rsp+8] with four bytes: the code says so',
      code: '488b842408000000',
      streams: { code: 'ff488b8424', stackDisplacements: '08' },
    },
    {
      what: 'two lea of one address, and one of another',
      code: '488d0510000000 8b0518000000 8b0504000000',
      streams: {
        code: 'ff488d05ff8b05ff8b05',
        addresses: '00010e00',
        'addresses+': '010040101700401017',
      },
    },
    {
      what: 'sub rsp, 0x20',
      code: '4883ec20',
      streams: { code: 'ff4883ec', group1: '20' },
    },
    {
      what: 'sub rsp, 0x180: the same code',
      code: '4881ec80010000',
      streams: { code: 'ff4883ec', group1: '81', 'group1+': '00' },
    },
    {
      what: 'cmp eax, 1; mov eax, -1',
      code: '3d01000000 b8ffffffff',
      streams: { code: 'ff3dffb8', imm32: '01ff' },
    },
    { what: 'cmp cx, 0x1234', code: '6681f93412', streams: { code: 'ff6681f9', imm16: '1234' } },
    { what: 'cmp al, 5', code: '3c05', streams: { code: 'ff3c', imm8: '05' } },
    {
      what: 'mov rax, 0x102030405060708',
      code: '48b80807060504030201',
      streams: { code: 'ff48b8', imm64: '0102030405060708' },
    },
    {
      what: 'calls: of function 1, of function 0, of no function',
      code: 'e800000000 e8f6ffffff e800000000',
      starts: [0, 5, 15],
      streams: { code: 'ffe8ffe8ffe8', calls: '000200010000', 'calls+': '0100000000', large: '0000000f' },
    },
    {
      what: 'jumps: over two instructions, to the next one, to the start',
      code: '7502 90 90 eb00 ebf8',
      starts: [0, 8],
      streams: { code: 'ff75ff90ff90ffebffeb', nearJumps: '020000ff' },
    },
    {
      what: 'jumps with four bytes: over one instruction, and to the start',
      code: '0f8401000000 90 90 90 e9f2ffffff',
      starts: [0, 14],
      streams: { code: 'ff0f84ff90ff90ff90ffe9', farJumps: '01ff' },
    },
    {
      what: 'jumps out of the function',
      code: 'e901020304 eb50',
      streams: { code: 'ffe9ffeb', farJumps: '00', largeJumps: '04030201', nearJumps: '0050' },
    },
    {
      what: 'int3 up to the end of a function, and one that is not, and a byte that is no code',
      code: '90cccc 90ccce',
      starts: [0, 3, 6],
      streams: { code: 'ff90ffccff90ffceccffcece' },
    },
    { what: 'an instruction that the text cuts off', code: '90 48', streams: { code: 'ff90ffce48' } },
  ])('have $what', ({ code, starts = [], streams }) => {
    expect(streamsOf(code, starts)).toEqual(streams)
  })
})

describe('the marks of x86-64 text', () => {
  it.each([
    { name: 'push rax', code: '50', effect: 8 },
    { name: 'push r13', code: '4155', effect: 8 },
    { name: 'pop rdi', code: '5f', effect: -8 },
    { name: 'pop r15', code: '415f', effect: -8 },
    { name: 'pushf', code: '9c', effect: 8 },
    { name: 'popf', code: '9d', effect: -8 },
    { name: 'sub rsp, 0x20', code: '4883ec20', effect: 32 },
    { name: 'add rsp, 0x20', code: '4883c420', effect: -32 },
    { name: 'add rsp, -0x80', code: '4883c480', effect: 128 },
    { name: 'sub rsp, 0x180', code: '4881ec80010000', effect: 384 },
    { name: 'add rsp, 0x180', code: '4881c480010000', effect: -384 },
    { name: 'sub rsp, 0x80000000', code: '4881ec00000080', effect: -(2 ** 31) },
    { name: 'and rsp, -16', code: '4883e4f0', effect: 0 },
    { name: 'lea rsp, [rsp]', code: '488d2424', effect: 0 },
    { name: 'lea rsp, [rsp-8]', code: '488d6424f8', effect: 8 },
    { name: 'lea rsp, [rsp+0x180]', code: '488da42480010000', effect: -384 },
  ])('have what $name does to the stack', ({ code, effect }) => {
    const bytes = fromHex(code)
    expect([...expectRoundTrip(textOfCode(bytes)).marks]).toEqual([
      MARK.instruction | MARK.stack,
      ...bytes.map(() => 0),
    ])
    expect(X86_TEXT.stackEffect(bytes, 0)).toBe(effect)
  })

  it.each([
    { name: 'call', code: 'e800000000', marks: MARK.call },
    { name: 'call rax', code: 'ffd0', marks: MARK.call },
    { name: 'call [rsp+0x20]', code: 'ff542420', marks: MARK.call },
    { name: 'ret', code: 'c3', marks: MARK.ret },
    { name: 'rep ret', code: 'f3c3', marks: MARK.ret },
    { name: 'jmp rax', code: 'ffe0', marks: 0 },
    { name: 'push [rax]', code: 'ff30', marks: 0 },
    { name: 'add r12, 8', code: '4983c408', marks: 0 },
    { name: 'cmp rsp, 8', code: '4883fc08', marks: 0 },
    { name: 'lea rsp, [rbp-8]', code: '488d65f8', marks: 0 },
    { name: 'push ax', code: '6650', marks: 0 },
    { name: 'movnti', code: '0fc300', marks: 0 },
    { name: 'int3', code: 'cc', marks: 0 },
  ])('have $name', ({ code, marks }) => {
    const bytes = fromHex(code)
    expect(expectRoundTrip(textOfCode(bytes)).marks[0]).toBe(MARK.instruction | marks)
  })

  it('have one instruction for int3 up to the end of a function', () => {
    const text = { bytes: fromHex('90cccc90cc'), address: 0n, starts: Uint32Array.of(0, 3, 5) }
    expect([...expectRoundTrip(text).marks]).toEqual([1, 1, 0, 1, 1, 0])
  })
})

function textOfCode(bytes: Uint8Array): X86Text {
  return { bytes, address: 0x401000n, starts: new Uint32Array() }
}

describeWith(['gcc', 'objdump'], 'the instructions of a program in C', () => {
  it('begin where objdump sees them', () => {
    const file = compileC('container-probe')
    const { bytes, address, starts } = textOf(readFileSync(file))
    const listing = execFileSync('objdump', ['-d', '--no-show-raw-insn', '-j', '.text', file], {
      maxBuffer: 1 << 30,
    })
    const lines = listing.toString('latin1').matchAll(/^ +([0-9a-f]+):\t/gm)
    const seen = new Set(Array.from(lines, ([, at]) => Number.parseInt(at ?? '', 16) - Number(address)))
    const { marks } = X86_TEXT.encode(bytes, address, starts)
    const wrong = [...bytes.keys()].filter(at => (marks[at] !== 0) !== seen.has(at))
    expect(seen.size).toBeGreaterThan(50_000)
    expect(wrong).toEqual([])
  })
})

describe('x86Scratch', () => {
  it('is bounded, whatever the size', () => {
    expect(x86Scratch(1, new Uint32Array())).toBeLessThan(64 * 1024)
    expect(x86Scratch(2 ** 31, new Uint32Array())).toBeLessThan(640 * 1024)
  })
})
