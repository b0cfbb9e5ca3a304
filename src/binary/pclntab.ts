import { restOfSegment, sectionBytes } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, slice, words } from './words.ts'

/**
 * Go's table of functions, as Go 1.18 and later write it. The fields are in the order of the parts in the file.
 * https://go.dev/src/runtime/symtab.go (pcHeader), https://go.dev/src/cmd/link/internal/ld/pcln.go
 */
export interface Pclntab {
  /** The version of the format. Go 1.20 added a start line to each function record. */
  readonly since: '1.18' | '1.20'
  /** The unit of a pc delta: 1 on amd64 and 386, 2 on s390x, 4 elsewhere. */
  readonly quantum: number
  readonly pointerSize: 4 | 8
  readonly functionCount: number
  readonly fileCount: number
  /** From the header to the end of its section, or of its segment if it has no section of its own. */
  readonly table: Uint8Array
  /** funcnametab: NUL-terminated names of functions, and of those inlined into them. */
  readonly names: Uint8Array
  /** cutab. */
  readonly units: Uint8Array
  /** filetab: NUL-terminated paths. */
  readonly files: Uint8Array
  /** pctab. */
  readonly pcValues: Uint8Array
  /** functab and the function records; since Go 1.26 also what follows them. */
  readonly functions: Uint8Array
}

const SECTIONS = ['.gopclntab', '.data.rel.ro.gopclntab']
const MAGIC_1_18 = 0xfffffff0
const MAGIC_1_20 = 0xfffffff1
/** A limit against hostile files: bytes that look like a header by chance are rare. */
const MAX_CANDIDATES = 1000

/** Returns `null` if there is no readable table: the program is not Go, is older than Go 1.18, packed or obfuscated. */
export function findPclntab(elf: Elf, bytes: Uint8Array): Pclntab | null {
  const section = elf.sections.find(({ name }) => SECTIONS.includes(name))
  const table = section === undefined ? null : sectionBytes(section, bytes)
  return (table === null ? null : readPclntab(elf, table)) ?? scan(elf, bytes)
}

/** Searches the whole file for the header, because external linkers merge its section into others. */
function scan(elf: Elf, bytes: Uint8Array): Pclntab | null {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let candidates = 0
  for (const magic of [MAGIC_1_20, MAGIC_1_18]) {
    const start = Buffer.alloc(6)
    if (elf.littleEndian) start.writeUInt32LE(magic)
    else start.writeUInt32BE(magic)
    for (let at = searched.indexOf(start); at !== -1; at = searched.indexOf(start, at + 1)) {
      if (++candidates > MAX_CANDIDATES) return null
      const table = restOfSegment(elf.segments, bytes, at)
      const found = table === null ? null : readPclntab(elf, table)
      if (found !== null) return found
    }
  }
  return null
}

function readPclntab(elf: Elf, table: Uint8Array): Pclntab | null {
  return orWhenOutOfBytes(
    () => {
      const header = words(table, elf.bits === 64 ? 8 : 4, elf.littleEndian)
      const magic = header.u32(0)
      const [quantum, pointerSize] = [header.u8(6), header.u8(7)]
      if (magic !== MAGIC_1_18 && magic !== MAGIC_1_20) return null
      if (pointerSize !== header.size || ![1, 2, 4].includes(quantum)) return null
      const field = (index: number) => header.offset(8 + index * header.size)
      const part = (index: number) => slice(table, field(index), field(index + 1) - field(index))
      const functionCount = field(0)
      const functions = slice(table, field(7), table.byteLength - field(7))
      // functab: a pair of offsets for each function, and the end of the last.
      slice(functions, 0, functionCount * 8 + 4)
      return {
        since: magic === MAGIC_1_18 ? '1.18' : '1.20',
        quantum,
        pointerSize: header.size,
        functionCount,
        fileCount: field(1),
        table,
        names: part(3),
        units: part(4),
        files: part(5),
        pcValues: part(6),
        functions,
      }
    },
    () => null,
  )
}
