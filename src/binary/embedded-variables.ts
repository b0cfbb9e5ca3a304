import { isWritable, rangeOfAddress, type Range } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, words } from './words.ts'

/** The number of words in 100 MB of writable data. */
const MAX_WORDS = 12_500_000

/**
 * Yields each distinct content of one of these lengths that the program's variables point to. A `string` and a `[]byte`
 * both begin with a pointer and a length.
 */
export function* contentsOfVariables(
  elf: Elf,
  bytes: Uint8Array,
  lengths: ReadonlySet<number>,
): Generator<Range> {
  const seen = new Set<string>()
  let left = MAX_WORDS
  for (const { offset, fileSize, address } of elf.segments.filter(isWritable)) {
    const content = bytes.subarray(offset, offset + fileSize)
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian)
    const step = reader.size
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
    const low = reader.littleEndian || step === 4 ? 0 : 4
    // Variables are aligned to the size of a word.
    const first = Number((BigInt(step) - (address % BigInt(step))) % BigInt(step))
    for (let at = first + step; at + step <= content.byteLength && left > 0; at += step, left--) {
      const length = view.getUint32(at + low, reader.littleEndian)
      if (!lengths.has(length)) continue
      const range = orWhenOutOfBytes(
        () =>
          reader.offset(at) === length ? rangeOfAddress(elf.segments, reader.word(at - step), length) : null,
        () => null,
      )
      const key = `${range?.start} ${length}`
      if (range === null || seen.has(key)) continue
      seen.add(key)
      yield range
    }
  }
}
