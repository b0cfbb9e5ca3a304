import { sectionBytes } from './elf-bytes.ts'
import { PF_X, PT_LOAD, SHF_ALLOC, SHF_EXECINSTR, SHT_NOTE } from './elf-constants.ts'
import type { Section, Segment } from './elf-parts.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, words } from './words.ts'

/** The role of a stretch of the file, according to the headers. */
export type ExtentRole =
  'code' | 'function table' | 'types' | 'data' | 'debug' | 'symbols' | 'header' | 'unknown'

export interface Extent {
  /** The section's name, or a description of a stretch that is not a section: `padding`. */
  readonly name: string
  readonly role: ExtentRole
  readonly start: number
  readonly end: number
}

/**
 * Divides the file into stretches that follow each other from 0 to `bytes.byteLength` without gaps or overlaps. If
 * several headers claim the same bytes, the one that starts first gets them.
 */
export function layOut(elf: Elf, bytes: Uint8Array): readonly Extent[] {
  const claimed = [...headersOf(elf, bytes), ...contentsOf(elf, bytes)]
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start || one.end - other.end)
  const extents: Extent[] = []
  let end = 0
  for (const extent of claimed) {
    if (extent.end <= end) continue
    if (extent.start > end) extents.push(gap(bytes, end, extent.start))
    extents.push({ ...extent, start: Math.max(extent.start, end) })
    end = extent.end
  }
  if (end < bytes.byteLength) extents.push(gap(bytes, end, bytes.byteLength))
  return extents
}

function headersOf(elf: Elf, bytes: Uint8Array): readonly Extent[] {
  const wide = elf.bits === 64
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian)
  return orWhenOutOfBytes(
    () => [
      ...loadHeadersOf(elf, bytes),
      header(
        bytes,
        'section headers',
        file.offset(wide ? 40 : 32),
        file.u16(wide ? 58 : 46) * elf.sections.length,
      ),
    ],
    () => [],
  )
}

/**
 * Returns the headers that the kernel reads to load the program. They are often loaded with the program but are not
 * part of it.
 */
export function loadHeadersOf(elf: Elf, bytes: Uint8Array): readonly Extent[] {
  const wide = elf.bits === 64
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian)
  const [table, entrySize] = [file.offset(wide ? 32 : 28), file.u16(wide ? 54 : 42)]
  return [
    header(bytes, 'ELF header', 0, wide ? 64 : 52),
    header(bytes, 'program headers', table, entrySize * elf.segments.length),
  ]
}

function header(bytes: Uint8Array, name: string, start: number, length: number): Extent {
  const end = start + length
  return { name, role: 'header', start, end: end <= bytes.byteLength ? end : start }
}

/** Uses the sections, or the loaded segments if the section headers were removed. */
function contentsOf(elf: Elf, bytes: Uint8Array): readonly Extent[] {
  const sections = elf.sections.filter(section => (sectionBytes(section, bytes)?.byteLength ?? 0) > 0)
  return sections.length > 0
    ? sections.map(section => ({
        name: section.name === '' ? 'a section without a name' : section.name,
        role: roleOfSection(section),
        start: section.offset,
        end: section.offset + section.size,
      }))
    : elf.segments
        .filter(({ type }) => type === PT_LOAD)
        .map(segment => ({
          ...roleOfSegment(segment),
          start: segment.offset,
          end: segment.offset + segment.fileSize,
        }))
}

const FUNCTION_TABLES = ['.gopclntab', '.data.rel.ro.gopclntab']
const TYPES = /^(?:\.data\.rel\.ro)?\.(?:typelink|itablink|go\.type)$/
const HEADERS = ['.shstrtab', '.interp']
/**
 * Linkers write a few hundred bytes. A larger one was made by the user and does not change when the program is linked
 * again.
 */
const LARGEST_HEADER = 4096
/** Sections for debuggers: DWARF, stabs, CTF and BTF, and references to separate debug files. https://dwarfstd.org */
const DEBUG =
  /^\.z?debug(?:_|$)|^\.(?:stab|gnu\.debuglto_|gnu\.lto_|BTF|SUNW_ctf|ctf)|^\.(?:line|gdb_index|comment|gnu_debug(?:link|altlink|data))$/
/** Sections for linkers and loaders: names, hash tables of names, and relocations. */
const SYMBOLS =
  /^\.(?:symtab|strtab|symtab_shndx|dynsym|dynstr|dynamic|hash|gnu\.hash|gnu\.version(?:_[rd])?|gosymtab)$|^\.rel[ar]?(?:\.|$)/
/** SYMTAB, STRTAB, RELA, HASH, DYNAMIC, REL and DYNSYM, under any name. */
const SYMBOL_TYPES = [2, 3, 4, 5, 6, 9, 11]

function roleOfSection({ name, type, flags, size }: Section): ExtentRole {
  if ((flags & SHF_EXECINSTR) !== 0n) return 'code'
  if (FUNCTION_TABLES.includes(name)) return 'function table'
  if (TYPES.test(name)) return 'types'
  if (DEBUG.test(name)) return 'debug'
  if (size <= LARGEST_HEADER && (type === SHT_NOTE || HEADERS.includes(name))) return 'header'
  if (SYMBOLS.test(name) || SYMBOL_TYPES.includes(type)) return 'symbols'
  // A section that is not loaded and has no known name was added by the user.
  return (flags & SHF_ALLOC) !== 0n ? 'data' : 'unknown'
}

function roleOfSegment({ flags }: Segment): Pick<Extent, 'name' | 'role'> {
  return (flags & PF_X) !== 0
    ? { name: 'a segment of code', role: 'code' }
    : { name: 'a segment of data', role: 'data' }
}

/**
 * The bytes between two sections are zeros up to the next page. Older versions of Go also add such zeros after the last
 * section.
 */
function gap(bytes: Uint8Array, start: number, end: number): Extent {
  const isLast = end === bytes.byteLength
  return isZero(bytes.subarray(start, end)) && (!isLast || STEPS.some(step => end === roundUp(start, step)))
    ? { name: 'padding', role: 'header', start, end }
    : { name: isLast ? 'appended' : 'between sections', role: 'unknown', start, end }
}

/** Linkers round the offsets of segments up to a multiple of these. */
const STEPS = [4096, 65_536]

function roundUp(place: number, step: number): number {
  return Math.ceil(place / step) * step
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.byteLength; at++) if (bytes[at] !== 0) return false
  return true
}
