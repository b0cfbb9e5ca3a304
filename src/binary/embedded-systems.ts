import { addressOfPlace, rangeOfAddress, type Range } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import type { Extent } from './extents.ts'
import { orWhenOutOfBytes, slice, utf8, words } from './words.ts'
import type { Words } from './words.ts'

/** An `embed.FS`: a table of names and contents. */
export interface EmbeddedSystem {
  /** The offset of the table. */
  readonly start: number
  readonly end: number
  /** Bytes of the table for each file. */
  readonly entrySize: number
  readonly files: readonly SystemFile[]
}

/** A file of an `embed.FS` and the range of its content, which is empty for directories and empty files. */
export interface SystemFile extends Range {
  readonly name: string
}

/** A limit far above what programs embed; a file with more is hostile. */
const MAX_FILES = 100_000
const MAX_NAME = 1024
const HASH = 16

/**
 * Finds every `embed.FS` of a program.
 *
 * An `embed.FS` is a slice that points to the bytes right after itself, which is unique to it: a pointer, a length and
 * a capacity, then the name, content and hash of each file.
 * https://go.dev/src/cmd/compile/internal/staticdata/embed.go (WriteEmbed)
 */
export function findEmbeddedSystems(
  elf: Elf,
  bytes: Uint8Array,
  extents: readonly Extent[],
): readonly EmbeddedSystem[] {
  const systems: EmbeddedSystem[] = []
  let left = MAX_FILES
  for (const extent of extents.filter(({ role, name }) => role === 'data' && !WRITTEN.includes(name))) {
    const address = addressOfPlace(elf.segments, extent.start)
    if (address === null) continue
    const content = bytes.subarray(extent.start, extent.end)
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian)
    const step = reader.size
    const head = 3 * step
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
    const lowWordAt = reader.littleEndian || step === 4 ? 0 : 4
    const first = Number(BigInt.asUintN(32, address))
    for (
      let at = (step - (extent.start % step)) % step;
      at + head <= content.byteLength && left > 0;
      at += step
    ) {
      // Most words do not point to the bytes after themselves, so only the low half is compared at first.
      if (view.getUint32(at + lowWordAt, reader.littleEndian) !== (first + at + head) >>> 0) continue
      if (reader.word(at) !== address + BigInt(at + head)) continue
      const files = readFiles(elf, bytes, reader, at, left)
      left -= files?.length ?? 1
      if (files === null) continue
      const entrySize = 4 * step + HASH
      const length = files.length * entrySize
      const start = extent.start + at
      systems.push({ start, end: start + head + length, entrySize, files })
      at += length - (length % step)
    }
  }
  return systems
}

const WRITTEN = ['.data', '.noptrdata']

/** Returns `null` if the bytes only look like an `embed.FS`. */
function readFiles(
  elf: Elf,
  bytes: Uint8Array,
  reader: Words,
  at: number,
  limit: number,
): readonly SystemFile[] | null {
  return orWhenOutOfBytes(
    () => {
      const step = reader.size
      const count = reader.offset(at + step)
      if (count === 0 || count > limit || reader.offset(at + 2 * step) !== count) return null
      const files: SystemFile[] = []
      for (let index = 0; index < count; index++) {
        const entry = at + 3 * step + index * (4 * step + HASH)
        const name = rangeOfAddress(elf.segments, reader.word(entry), reader.offset(entry + step))
        const length = reader.offset(entry + 3 * step)
        const content =
          length === 0
            ? { start: 0, end: 0 }
            : rangeOfAddress(elf.segments, reader.word(entry + 2 * step), length)
        if (name === null || content === null || name.end - name.start > MAX_NAME) return null
        const text = utf8(slice(bytes, name.start, name.end - name.start))
        if (!isEmbeddable(text)) return null
        if (!text.endsWith('/')) files.push({ name: text, ...content })
        else files.push({ name: text, start: 0, end: 0 })
      }
      return files
    },
    () => null,
  )
}

/** Whether a name is a valid io/fs path. Directories end with a slash. */
function isEmbeddable(name: string): boolean {
  return name !== '' && !/[\p{Cc}"*<>?`'|\\:\ufffd]|^\/|\/\//u.test(name)
}
