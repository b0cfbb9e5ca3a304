import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { type Inner, splitInner } from '../../../src/pack/bantam/inner.ts'
import { compileC } from '../../support/compile-c.ts'
import { BASE, makeElf, type ElfPlan } from '../../support/make-elf.ts'
import { goProgram, PRINTLN } from '../../support/go-programs.ts'
import { describeWith } from '../../support/tools.ts'

type SegmentPlan = NonNullable<ElfPlan['segments']>[number]

const PAGE = 4096n
const [LOAD, DYNAMIC, INTERP] = [1, 2, 3]
const [X, W, R] = [1, 2, 4]

/** Behind the headers, in a page of its own. */
function segment(index: bigint, flags: number, more: Partial<SegmentPlan> = {}): SegmentPlan {
  const content = new Uint8Array(32).fill(Number(index) + 1)
  return { type: LOAD, flags, content, ...more }
}

/** Two segments, at offsets that fit their addresses. */
function program(
  plan: Omit<ElfPlan, 'segments'> & { readonly segments?: readonly SegmentPlan[] } = {},
): Uint8Array {
  const headers = BigInt(64 + 56 * (plan.segments?.length ?? 2))
  const segments = plan.segments ?? [
    segment(0n, R | X, { address: BASE + headers }),
    segment(1n, R | W, { address: BASE + headers + 32n + PAGE }),
  ]
  return makeElf({ entry: BASE + headers, ...plan, segments })
}

function why(bytes: Uint8Array): string | null {
  const split = splitInner(bytes)
  return 'why' in split ? split.why : null
}

const HEADERS = 64n + 2n * 56n
const CODE = segment(0n, R | X, { address: BASE + HEADERS })

function second(more: Partial<SegmentPlan>): Uint8Array {
  return program({ segments: [CODE, segment(1n, R | W, { address: BASE + HEADERS + 32n + PAGE, ...more })] })
}

/** The small program, of which a segment has so much memory. */
function withMemory(index: number, size: bigint): Uint8Array {
  const second = segment(1n, R | W, { address: BASE + HEADERS + 32n + 8n * PAGE })
  const bytes = Uint8Array.from(program({ segments: [CODE, second] }))
  new DataView(bytes.buffer).setBigUint64(64 + index * 56 + 40, size, true)
  return bytes
}

describe('a linked file', () => {
  it('of two segments can be packed', () => {
    const inner = splitInner(program())
    expect(inner).toMatchObject({
      programHeaders: 0n,
      programHeaderCount: 2,
      segments: [
        { address: BASE + HEADERS, fileSize: 32, memorySize: 32, offset: Number(HEADERS), rights: 5 },
        { rights: 6 },
      ],
    })
  })

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'it is not an ELF file'],
    ['zeros', new Uint8Array(1 << 20), 'it is not an ELF file'],
    ['a script', Buffer.from('#!/bin/sh\necho hello\n'), 'it is not an ELF file'],
    [
      'an ELF file that is cut in its headers',
      program().subarray(0, 100),
      'it is an ELF file that is damaged or cut short',
    ],
    [
      'an ELF file that is cut in a segment',
      program().subarray(0, -1),
      'it is an ELF file that is damaged or cut short',
    ],
    [
      '32 bits',
      makeElf({ bits: 32, machine: 3 }),
      'it is a program of 32 bits, and Bantam packs for amd64 and arm64',
    ],
    [
      'big-endian',
      makeElf({ littleEndian: false, machine: 22 }),
      'it is for a big-endian machine, and Bantam packs for amd64 and arm64',
    ],
    ['riscv64', program({ machine: 243 }), 'it is for riscv64, and Bantam packs for amd64 and arm64'],
    [
      'an unknown machine',
      program({ machine: 4711 }),
      'it is for the machine 4711, and Bantam packs for amd64 and arm64',
    ],
    ['a PIE', program({ type: 3 }), 'it is position-independent (-buildmode=pie), which Bantam cannot pack'],
    ['an object file', program({ type: 1 }), 'it is an ELF file, but not a program'],
    [
      'an interpreter',
      second({ type: INTERP, content: Buffer.from('/lib64/ld-linux.so.2\0') }),
      'it needs the dynamic loader /lib64/ld-linux.so.2',
    ],
    ['a dynamic section', second({ type: DYNAMIC, content: new Uint8Array(16) }), 'it is linked dynamically'],
    ['no segment', program({ segments: [] }), 'it has no segment to load'],
    [
      'a hundred segments',
      program({
        segments: Array.from({ length: 100 }, (_, index) =>
          segment(0n, R | X, { offset: 0n, fileSize: 64n, address: BASE + BigInt(index) * PAGE }),
        ),
      }),
      'it has 100 segments, which no linker writes',
    ],
    ['segments that overlap', second({ address: BASE + HEADERS + 16n }), 'its segments overlap'],
    [
      'segments that share a page',
      second({ address: BASE + HEADERS + 32n }),
      'two of its segments share a page',
    ],
    [
      'segments in another order',
      second({ address: BASE + HEADERS + 32n - PAGE * 8n }),
      'its segments are not in the order of their addresses',
    ],
    [
      'segments that overlap in the file',
      second({ offset: HEADERS + 16n, address: BASE + HEADERS + 16n + PAGE }),
      'its segments overlap in the file',
    ],
    [
      'an address that does not fit its offset',
      second({ address: BASE + HEADERS + 33n + PAGE }),
      'it has a segment whose offset and address do not fit together',
    ],
    [
      'an address of 47 bits',
      second({ address: (1n << 46n) + HEADERS + 32n }),
      'it has a segment at an address that not every system has',
    ],
    [
      'memory that can be written and executed',
      second({ flags: 7 }),
      'it has memory that can be both written and executed',
    ],
    [
      'a segment that is larger in the file, without memory',
      withMemory(0, 0n),
      'it has a segment that is larger in the file than in memory',
    ],
    [
      'memory beyond the file that cannot be written to',
      withMemory(0, 5000n),
      'it has memory that is not in the file and cannot be written to',
    ],
    [
      'the address 0',
      program({
        entry: HEADERS,
        segments: [{ ...CODE, address: HEADERS }, segment(1n, R, { address: HEADERS + 32n + PAGE })],
      }),
      'it is loaded at the address 0, which the system does not allow',
    ],
    [
      'an entry in its data',
      program({ entry: BASE + HEADERS + 32n + PAGE }),
      'it does not begin in its code',
    ],
    ['an entry nowhere', program({ entry: 1n }), 'it does not begin in its code'],
    [
      'data behind it',
      Buffer.concat([program(), Buffer.from('a zip archive')]),
      'it has 13 bytes behind its last section, which it may read from its own file',
    ],
  ])('is refused: %s', (_, bytes, says) => {
    expect(why(bytes)).toBe(says)
  })

  it('is refused where UPX packed it', () => {
    // `l_info` follows the program headers.
    const packed = program({
      segments: [
        { ...CODE, content: Buffer.from('0123UPX!0123456789012345678901234') },
        segment(1n, R, { address: BASE + HEADERS + 33n + PAGE }),
      ],
    })
    expect(why(packed)).toBe('it is packed already, by UPX')
  })
})

/** The pieces of a file, one behind the other, with zeros between them. */
function expectWhole({ pieces, bytes }: Inner): void {
  let end = 0
  for (const piece of pieces) {
    expect(piece.start).toBeGreaterThanOrEqual(end)
    expect(bytes.subarray(end, piece.start).every(byte => byte === 0)).toBe(true)
    end = piece.end
  }
  expect(bytes.subarray(end).every(byte => byte === 0)).toBe(true)
}

function split(bytes: Uint8Array): Inner {
  const inner = splitInner(bytes)
  if ('why' in inner) throw new Error(inner.why)
  return inner
}

describeWith(['go'], 'a Go program', () => {
  const built: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    built['stripped'] = await goProgram(PRINTLN)
    built['unstripped'] = await goProgram(PRINTLN, { flags: ['-trimpath'] })
    built['arm64'] = await goProgram(PRINTLN, { architecture: 'arm64' })
  })

  it.each(['stripped', 'unstripped', 'arm64'])('has text and a function table: %s', name => {
    const inner = split(built[name] ?? new Uint8Array())
    expectWhole(inner)
    expect(inner.pieces.filter(({ kind }) => kind === 'text').length).toBe(1)
    expect(inner.pieces.filter(({ kind }) => kind === 'pclntab').length).toBe(1)
    expect(inner.programHeaders).toBe((inner.segments[0]?.address ?? 0n) + 64n)
    expect(Buffer.from(inner.buildInfo.subarray(1, 14)).toString()).toBe(' Go buildinf:')
  })

  it.each([
    ['pie', ['-buildmode=pie'], 'it needs the dynamic loader|it is position-independent'],
    ['built for 386', [], 'it is a program of 32 bits'],
  ])('is refused: %s', async (name, flags, says) => {
    const architecture = name === 'pie' ? 'amd64' : '386'
    expect(why(await goProgram(PRINTLN, { flags, architecture }))).toMatch(new RegExp(says))
  })
})

describeWith(['gcc'], 'a C program', () => {
  it('is split whole, without a function table and build info', () => {
    const inner = split(readFileSync(compileC('../../examples/hello-c')))
    expectWhole(inner)
    expect(inner.pieces.map(({ kind }) => kind)).toContain('text')
    expect(inner.pieces.map(({ kind }) => kind)).not.toContain('pclntab')
    expect(inner.buildInfo).toEqual(new Uint8Array())
  })
})
