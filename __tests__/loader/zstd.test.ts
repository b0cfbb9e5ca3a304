import { beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { constants } from 'node:zlib'
import { mutateBytes } from '../../scripts/fuzz/mutate-bytes.ts'
import { generator, pick } from '../../scripts/fuzz/random.ts'
import { askLoader, compileLoader, numberBytes } from '../support/loader-host.ts'
import { describeWith } from '../support/tools.ts'
import {
  contentOf,
  frameOf,
  hasHuffmanCodes,
  ONLY_NODE_REFUSES,
  randomFrame,
  witness,
  type Frame,
} from '../support/zstd-frames.ts'

interface Asked {
  readonly bytes: Uint8Array
  readonly size: number
}

function isSame(answer: Buffer | number | undefined, content: Buffer): boolean {
  return answer instanceof Buffer && answer.equals(content)
}

describeWith(['gcc'], 'zstd in the loader', () => {
  let program = ''
  beforeAll(() => {
    program = compileLoader({ main: 'zstd', sources: ['zstd'] })
  })

  /** What the loader makes of frames, or the number of the fault. */
  function decoded(asked: readonly Asked[]): readonly (Buffer | number)[] {
    const answers = askLoader(
      program,
      asked.flatMap(({ bytes, size }) => [bytes, numberBytes(size)]),
    )
    expect(answers.length).toBe(asked.length * 2)
    return asked.map((_, index) => {
      const fault = Number(answers[index * 2]?.readBigUInt64LE())
      return fault === 0 ? (answers[index * 2 + 1] ?? Buffer.alloc(0)) : fault
    })
  }

  /** The frames, in Base64, of which the loader makes something else. */
  function differing(frames: readonly Frame[]): readonly string[] {
    const answers = decoded(frames.map(({ bytes, content }) => ({ bytes, size: content.length })))
    return frames
      .filter(({ content }, index) => !isSame(answers[index], content))
      .map(({ bytes }) => bytes.subarray(0, 1000).toString('base64'))
  }

  it('decompresses every level, with and without checksum and content size', () => {
    const random = generator(1)
    const levels = Array.from({ length: 22 }, (_, index) => index + 1)
    expect(
      differing(
        levels.flatMap(level =>
          [0, 1, 100, 1000, level % 4 === 1 ? 200_000 : 20_000].map(size =>
            frameOf(contentOf(random, size), {
              level,
              checksum: random(2) === 0,
              contentSize: random(2) === 0,
            }),
          ),
        ),
      ),
    ).toEqual([])
  })

  it('decompresses megabytes, of several blocks each', () => {
    const program = readFileSync(process.execPath).subarray(8_000_000, 12_000_000)
    const source = Buffer.concat(
      ['zstd.c', 'loader.h', 'memory.c'].map(name =>
        readFileSync(new URL(`../../loader/${name}`, import.meta.url)),
      ),
    )
    expect(
      differing([
        frameOf(program, { level: 1 }),
        frameOf(program, { level: 9, contentSize: false, checksum: true }),
        frameOf(program.subarray(0, 1_000_000), { level: 19 }),
        frameOf(program.subarray(0, 600_000), { level: 22, windowLog: 12 }),
        frameOf(Buffer.alloc(3_000_000), { level: 3 }),
        frameOf(Buffer.alloc(3_000_000, source), { level: 3 }),
        frameOf(contentOf(generator(2), 2_000_000), { level: 12 }),
        frameOf(program, { level: 5, more: { [constants.ZSTD_c_enableLongDistanceMatching]: 1 } }),
      ]),
    ).toEqual([])
  })

  it('decompresses whatever the encoder makes of bytes of many kinds', () => {
    const random = generator(3)
    expect(differing(Array.from({ length: 1000 }, () => randomFrame(random, random(2000), 22)))).toEqual([])
    expect(differing(Array.from({ length: 30 }, () => randomFrame(random, random(400_000), 9)))).toEqual([])
  })

  it('decompresses any bytes', () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000, max: 3 }))
    const options = fc.record({
      level: fc.integer({ min: -5, max: 22 }),
      checksum: fc.boolean(),
      contentSize: fc.boolean(),
    })
    const frame = fc.tuple(content, options).map(([bytes, options]) => frameOf(Buffer.from(bytes), options))
    fc.assert(
      fc.property(fc.array(frame, { minLength: 20, maxLength: 60 }), frames =>
        expect(differing(frames)).toEqual([]),
      ),
      { numRuns: 20 },
    )
  })

  it('refuses another size than the frame has', () => {
    const random = generator(4)
    const asked = [0, 1, 50, 5000, 150_000].flatMap(size =>
      [true, false].flatMap(contentSize => {
        const { bytes } = frameOf(contentOf(random, size), { contentSize })
        return [size + 1, size - 1, size * 2 + 1].filter(size => size >= 0).map(size => ({ bytes, size }))
      }),
    )
    expect(decoded(asked)).toEqual(asked.map(() => 3))
  })

  it('refuses a frame that breaks off, anywhere, or that has something behind it', () => {
    const { bytes, content } = frameOf(contentOf(generator(5), 3000), { checksum: true })
    const asked = Array.from({ length: bytes.length }, (_, size) => ({
      bytes: bytes.subarray(0, size),
      size: content.length,
    }))
    asked.push({ bytes: Buffer.concat([bytes, Buffer.alloc(1)]), size: content.length })
    asked.push({ bytes: Buffer.concat([bytes, bytes]), size: content.length })
    expect(decoded(asked)).toEqual(asked.map(() => 3))
  })

  // The frame's header, the block's header, the block. 20 05: 5 bytes; 00 00: a window of 1 KiB.
  it.each<{ name: string; frame: string; gives: string | null }>([
    { name: 'a raw block', frame: '28b52ffd 20 05 290000 6162636465', gives: 'abcde' },
    { name: 'an RLE block', frame: '28b52ffd 20 05 2b0000 61', gives: 'aaaaa' },
    {
      name: 'empty blocks',
      frame: '28b52ffd 20 05 000000 100000 6162 020000 78 190000 636465',
      gives: 'abcde',
    },
    { name: 'a window and no size', frame: '28b52ffd 00 00 290000 6162636465', gives: 'abcde' },
    { name: 'the largest window', frame: '28b52ffd 00 ff 290000 6162636465', gives: 'abcde' },
    { name: 'a size of 8 bytes', frame: '28b52ffd e0 0500000000000000 290000 6162636465', gives: 'abcde' },
    { name: 'a size of terabytes', frame: '28b52ffd e0 0500000000010000 290000 6162636465', gives: null },
    { name: 'dictionary 0', frame: '28b52ffd 21 00 05 290000 6162636465', gives: 'abcde' },
    { name: 'dictionary 1', frame: '28b52ffd 21 01 05 290000 6162636465', gives: null },
    { name: 'dictionary 2^24', frame: '28b52ffd 23 00000001 05 290000 6162636465', gives: null },
    { name: 'a checksum', frame: '28b52ffd 24 05 290000 6162636465 00000000', gives: 'abcde' },
    { name: 'half a checksum', frame: '28b52ffd 24 05 290000 6162636465 0000', gives: null },
    { name: 'the reserved flag', frame: '28b52ffd 28 05 290000 6162636465', gives: null },
    { name: 'the reserved kind of block', frame: '28b52ffd 20 05 2f0000 6162636465', gives: null },
    { name: 'a skippable frame', frame: '502a4d18 05000000 6162636465', gives: null },
    { name: 'a larger block than the frame', frame: '28b52ffd 20 05 310000 616263646566', gives: null },
    { name: 'no block', frame: '28b52ffd 20 05', gives: null },
    { name: 'a block without content', frame: '28b52ffd 00 00 050000', gives: null },
    { name: 'raw literals alone', frame: '28b52ffd 00 00 3d0000 28 6162636465 00', gives: 'abcde' },
    { name: 'RLE literals alone', frame: '28b52ffd 00 00 1d0000 29 61 00', gives: 'aaaaa' },
    {
      name: 'literals of 2 bytes of header',
      frame: '28b52ffd 00 00 450000 5400 6162636465 00',
      gives: 'abcde',
    },
    {
      name: 'literals of 3 bytes of header',
      frame: '28b52ffd 00 00 4d0000 5c0000 6162636465 00',
      gives: 'abcde',
    },
    { name: 'more literals than the frame', frame: '28b52ffd 00 00 450000 30 616263646566 00', gives: null },
    { name: 'a million RLE literals', frame: '28b52ffd 00 00 2d0000 fdffff 61 00', gives: null },
    { name: 'literals without a tree', frame: '28b52ffd 00 00 3d0000 534000 01 00', gives: null },
    {
      name: 'something behind the sequences',
      frame: '28b52ffd 00 00 450000 28 6162636465 00 00',
      gives: null,
    },
    { name: 'tables to be repeated', frame: '28b52ffd 00 00 3d0000 08 61 01 fc 0000 01', gives: null },
    { name: 'reserved modes', frame: '28b52ffd 00 00 450000 08 61 01 55 000101 01', gives: null },
    { name: 'one RLE sequence', frame: '28b52ffd 00 00 450000 08 61 01 54 010001 01', gives: 'aaaaa' },
    {
      name: 'RLE sequences of an offset of 0',
      frame: '28b52ffd 00 00 450000 08 61 01 54 000101 03',
      gives: null,
    },
    {
      name: 'an offset before the beginning',
      frame: '28b52ffd 00 00 450000 08 61 01 54 010101 02',
      gives: null,
    },
    { name: 'an unknown length', frame: '28b52ffd 00 00 450000 08 61 01 54 240001 01', gives: null },
    { name: 'bits that are not used', frame: '28b52ffd 00 00 450000 08 61 01 54 010001 02', gives: null },
    { name: 'a header that breaks off', frame: '28b52ffd e0 05', gives: null },
    { name: 'no sequences section', frame: '28b52ffd 00 00 350000 28 6162636465', gives: null },
    { name: 'half a number of sequences', frame: '28b52ffd 00 00 3d0000 28 6162636465 80', gives: null },
    { name: 'two thirds of it', frame: '28b52ffd 00 00 450000 28 6162636465 ff00', gives: null },
    { name: 'half a header of literals', frame: '28b52ffd 00 00 0d0000 04', gives: null },
    { name: 'a third of one', frame: '28b52ffd 00 00 0d0000 02', gives: null },
    { name: 'a tree of nothing', frame: '28b52ffd 00 00 3d0000 12c000 8000 01 00', gives: null },
    { name: '4 streams in 5 bytes', frame: '28b52ffd 00 00 5d0000 16c001 8010 0100010001 00', gives: null },
    {
      name: '4 streams of 1 byte',
      frame: '28b52ffd 00 00 850000 160003 8010 010001000100 01010101 00',
      gives: null,
    },
    { name: 'no bits at all', frame: '28b52ffd 00 00 450000 08 61 01 54 010001 00', gives: null },
  ])('$name: $gives', ({ frame, gives }) => {
    const bytes = Buffer.from(frame.replaceAll(' ', ''), 'hex')
    expect(decoded([{ bytes, size: 5 }]).map(String)).toEqual([gives ?? '3'])
    if (gives !== null && !frame.startsWith('28b52ffd 24') && !frame.includes('ff 290000'))
      expect(String(witness(bytes, 5))).toBe(gives)
  })

  it('stays within its bounds on damaged frames, and takes those that Node takes', () => {
    const random = generator(6)
    const seeds = Array.from({ length: 400 }, () => randomFrame(random, random(3000), 19))
    const asked = Array.from({ length: 20_000 }, (_, turn) => {
      const seed = pick(random, seeds)
      const bytes = Buffer.from(turn < seeds.length ? seed.bytes : mutateBytes(seed.bytes, random))
      const expected = witness(bytes, 10_000)
      return { bytes, expected, size: typeof expected === 'string' ? seed.content.length : expected.length }
    })
    const answers = decoded(asked)
    const wrong = asked.filter(({ bytes, expected }, index) => {
      const answer = answers[index]
      if (answer instanceof Buffer)
        return typeof expected === 'string' ? !ONLY_NODE_REFUSES.includes(expected) : !answer.equals(expected)
      return typeof expected !== 'string' && !hasHuffmanCodes(bytes)
    })
    expect(wrong.map(({ bytes }) => bytes.toString('base64'))).toEqual([])
    expect(answers.filter(answer => answer instanceof Buffer).length).toBeGreaterThan(4000)
  })

  it('says that there is too little memory', () => {
    const small = compileLoader({ main: 'zstd', sources: ['zstd'], flags: ['-DSCRATCH=1000'] })
    const { bytes } = frameOf(Buffer.from('abc'))
    expect(Number(askLoader(small, [bytes, numberBytes(3)])[0]?.readBigUInt64LE())).toBe(5)
  })
})
