import fc from 'fast-check'
import { readElf } from '../../src/binary/elf.ts'
import { findPclntab } from '../../src/binary/pclntab.ts'

export interface MachineText {
  readonly bytes: Uint8Array
  readonly address: bigint
  readonly starts: Uint32Array
}

/** The text of a Go program, with the starts of its functions. */
export function textOfGo(file: Uint8Array): MachineText {
  const elf = readElf(file)
  const section = elf.sections.find(({ name }) => name === '.text')
  const table = findPclntab(elf, file)
  if (section === undefined || table === null) throw new Error('this is no program of Go')
  const bytes = Uint8Array.from(file.subarray(section.offset, section.offset + section.size))
  const view = new DataView(table.functions.buffer, table.functions.byteOffset, table.functions.length)
  const starts = Uint32Array.from({ length: table.functionCount + 1 }, (_, index) =>
    view.getUint32(8 * index, true),
  )
  return { bytes, address: section.address, starts }
}

/** Words as a program has them in its text. */
export function textOfWords(
  words: readonly number[],
  starts: readonly number[] = [],
  address = 0x11000n,
): MachineText {
  const bytes = new Uint8Array(Uint32Array.from(words).buffer)
  return { bytes, address, starts: Uint32Array.from(starts) }
}

/** Instructions of the classes that the codec knows, with any registers and numbers, and words that are none. */
const anyWord = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffffffff }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          0x94000000,
          0x14000000,
          0x54000009,
          0x54000000,
          0xb4000000,
          0x37000000,
          0x90000000,
          0x91000000,
          0xd1000000,
          0xf1000000,
          0xf9400000,
          0xf9000000,
          0x39400000,
          0x3dc00000,
          0xf8400400,
          0xf8000c00,
          0xf8000000,
          0xa9400000,
          0xa9bf0000,
          0x28c10000,
          0xd2800000,
          0xf2a00000,
          0x92400000,
          0xd3400000,
          0xaa0003e0,
          0x8b000000,
          0xeb00001f,
          0x9b000000,
          0xd65f03c0,
          0xd503201f,
          0xd63f0000,
          0x9e670000,
          0,
        ),
        fc.constantFrom(0, 3, 20, 27, 29, 31),
        fc.constantFrom(0, 3, 20, 27, 29, 31),
        fc.integer({ min: -3, max: 40 }),
        fc.constantFrom(5, 10, 12, 15, 16),
      )
      .map(([base, rd, rn, number, shift]) => (base | rd | (rn << 5) | ((number & 0xff) << shift)) >>> 0),
  },
  {
    weight: 2,
    // Large frames, and pairs with ADRP.
    arbitrary: fc.constantFrom(
      0xd10403f4,
      0xa93ffa9d,
      0x9100029f,
      0x910403ff,
      0xf81c0ffe,
      0xf84407fe,
      0x9000001b,
      0x9100037b,
      0xf940037b,
      0xb000001b,
      0x910003ff,
    ),
  },
)

/** Different words; or few words again and again, which then have patterns with all that they hold. */
const anyWords = fc.oneof(
  fc.array(anyWord, { maxLength: 300, size: 'max' }),
  fc
    .tuple(
      fc.array(anyWord, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat({ max: 7 }), { maxLength: 2500, size: 'max' }),
    )
    .map(([words, picks]) => picks.map(pick => words[pick % words.length] ?? 0)),
)

/** Any text: words or bytes, and any starts in it. */
export const anyText: fc.Arbitrary<MachineText> = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(anyWords, fc.uint8Array({ maxLength: 3 }))
        .map(([words, tail]) => Buffer.concat([textOfWords(words).bytes, tail])),
      fc.uint8Array({ maxLength: 400, size: 'max' }),
    ),
    fc.array(fc.nat({ max: 1200 }), { maxLength: 12 }),
    fc.boolean(),
    fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      fc.constantFrom(0x11000n, 0x400000n, 0xfffff000n),
    ),
  )
  .map(([bytes, offsets, isAligned, address]) => {
    const starts = offsets.map(offset => Math.min(isAligned ? offset & ~3 : offset, bytes.length))
    return { bytes: Uint8Array.from(bytes), address, starts: Uint32Array.from(starts).sort() }
  })
