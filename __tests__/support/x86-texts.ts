import fc from 'fast-check'
import { readElf } from '../../src/binary/elf.ts'
import { findPclntab } from '../../src/binary/pclntab.ts'

/** Machine code, where it runs, and where its functions begin. */
export interface X86Text {
  readonly bytes: Uint8Array
  readonly address: bigint
  readonly starts: Uint32Array
}

/** The text of a program. Of a Go program, with the starts of its functions. */
export function textOf(file: Uint8Array): X86Text {
  const elf = readElf(file)
  const section = elf.sections.find(({ name }) => name === '.text')
  if (section === undefined) throw new Error('the program has no text')
  const bytes = Uint8Array.from(file.subarray(section.offset, section.offset + section.size))
  const table = findPclntab(elf, file)
  if (table === null) return { bytes, address: section.address, starts: new Uint32Array() }
  const view = new DataView(table.functions.buffer, table.functions.byteOffset, table.functions.length)
  const starts = Uint32Array.from({ length: table.functionCount + 1 }, (_, index) =>
    view.getUint32(8 * index, true),
  )
  return { bytes, address: section.address, starts }
}

/** `48 83 ec 20`, with or without spaces. */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}

/** Instructions of every kind that the codec knows, with `..` for a byte of a number and `....` for four. */
const FORMS = [
  '50',
  '4155',
  '58',
  '9c',
  '9d',
  'c3',
  'cc',
  'ce',
  '90',
  '6690',
  'f3c3',
  '488b4424..',
  '48894424..',
  '488b8424....',
  '48899c24....',
  '488b40..',
  '488b80....',
  '8b0425....',
  '488d04cd....',
  '488d1c08',
  '488d05....',
  '833d......',
  '813d........',
  '4883ec..',
  '4881ec....',
  '4883c4..',
  '4881c4....',
  '4883e4f0',
  '488d6424..',
  '488da424....',
  '4983c4..',
  '3d....',
  '81f9....',
  '6681f9....',
  '6683f9..',
  'b8....',
  '48b8........',
  '66b8..11',
  '6a..',
  '68....',
  'c8..0000',
  'c2..00',
  '70..',
  '75..',
  'eb..',
  '2e75..',
  'e3..',
  '0f84....',
  'e9....',
  '66e9....',
  'e8....',
  'ff5024',
  'ffd0',
  'ff742408',
  'f6c1..',
  'f7c1....',
  '66f7c1..00',
  'f7d8',
  '0fb64424..',
  '440f117c24..',
  'f20f1045..',
  '660f3a0fc1..',
  '660f3800c1',
  'c5f877',
  'c5f96f05....',
  'c4e37d39c1..',
  '62f17c481040..',
  '6666666666666666666690',
  'ffffffffffffff',
] as const

/** Numbers at the edges of what one byte, two bytes and four bytes of a stream can hold. */
const numbers = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -40, max: 40 }) },
  fc.constantFrom(-65, -64, -1, 0, 127, 128, 255, 256, 16_255, 16_256, -128, -129, 2 ** 31 - 1, -(2 ** 31)),
  fc.integer(),
)

const instruction = fc
  .tuple(fc.constantFrom(...FORMS), fc.tuple(numbers, numbers))
  .map(([form, [first, second]]) => {
    const values = [first, second].values()
    return form.replaceAll(/\.{4}|\.{2}/g, dots => {
      const bytes = Buffer.alloc(4)
      bytes.writeInt32LE(values.next().value ?? 0)
      return bytes.subarray(0, dots.length === 4 ? 4 : 1).toString('hex')
    })
  })

/** The first instructions come again, as they do in a program: else no word would have a number. */
const instructions = fc
  .tuple(fc.array(instruction, { maxLength: 60, size: 'max' }), fc.integer({ min: 1, max: 12 }))
  .map(([lines, times]) => fromHex(lines.join('').repeat(times)))

/** Any text: instructions or bytes, and any starts in it. */
export const anyX86Text: fc.Arbitrary<X86Text> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: instructions },
      fc
        .tuple(instructions, fc.uint8Array({ maxLength: 20 }))
        .map(parts => Uint8Array.from(Buffer.concat(parts))),
      fc.uint8Array({ maxLength: 400, size: 'max' }),
      // Padding, and bytes that the code has another use for.
      fc
        .array(fc.constantFrom(0xcc, 0xce, 0x90, 0xff), { maxLength: 60 })
        .map(bytes => Uint8Array.from(bytes)),
    ),
    fc.array(fc.nat({ max: 1200 }), { maxLength: 12 }),
    fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      fc.constantFrom(0x401000n, 0x400000n, 0xfffff000n),
    ),
  )
  .map(([bytes, offsets, address]) => {
    const starts = offsets.map(offset => Math.min(offset, bytes.length))
    return { bytes, address, starts: Uint32Array.from(starts).sort() }
  })
