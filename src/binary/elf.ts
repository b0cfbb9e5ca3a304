import { clause } from '../clause.ts'
import type { Section, Segment } from './elf-parts.ts'
import { Failure } from '../failure.ts'
import { architectureOf } from './architecture.ts'
import { bytesAtAddress } from './elf-bytes.ts'
import {
  DF_1_PIE,
  DT_FLAGS_1,
  DT_NEEDED,
  DT_NULL,
  DT_STRTAB,
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS32,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFDATA2MSB,
  isElf,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
} from './elf-constants.ts'
import { fileKind } from './file-kind.ts'
import { orWhenOutOfBytes, slice, text, words } from './words.ts'
import type { Words } from './words.ts'

/** The parts of an ELF file that Bantam uses. https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html */
export interface Elf {
  readonly bits: 32 | 64
  readonly littleEndian: boolean
  /** `e_ident[EI_OSABI]`: 0 and 3 are Linux's. */
  readonly abi: number
  /** `e_type`: `ET_EXEC` an executable, `ET_DYN` a library or a position-independent executable. */
  readonly type: number
  /** `e_machine`. */
  readonly machine: number
  /** GOARCH for the machine; `null` if Go does not support it. */
  readonly architecture: string | null
  readonly entry: bigint
  readonly segments: readonly Segment[]
  /** Empty if the section headers were removed, as UPX does. */
  readonly sections: readonly Section[]
  /** PT_INTERP: the dynamic loader that it requires; `null` for a static binary. */
  readonly interpreter: string | null
  /** DT_NEEDED: the libraries that it requires. */
  readonly neededLibraries: readonly string[]
  /** DF_1_PIE: the file was linked as a program, though it has the type of a library. */
  readonly isPie: boolean
}

/** A limit far above what linkers write, so that a wrong count costs no time. */
const MAX_SEGMENTS = 1024
const MAX_DYNAMIC_ENTRIES = 4096
const MAX_SECTION_NAME = 256
const MAX_PATH = 4096

/**
 * Reads the parts of an ELF file.
 *
 * @param name the name of the file in the error message
 * @throws Failure `unreadable-binary` if the file is not ELF or is truncated.
 */
export function readElf(bytes: Uint8Array, name = 'the binary'): Elf {
  if (!isElf(bytes))
    throw new Failure(
      'unreadable-binary',
      { what: clause`${name} is ${fileKind(bytes)}` },
      { fields: { file: name } },
    )
  return orWhenOutOfBytes(
    () => readHeaders(bytes, name),
    cause => {
      throw new Failure(
        'unreadable-binary',
        {
          what: clause`${name} is an ELF file that is damaged or cut short`,
          why: clause`its headers point beyond its ${bytes.byteLength} bytes`,
          fix: clause`build or copy it again`,
        },
        { cause, fields: { file: name } },
      )
    },
  )
}

function readHeaders(bytes: Uint8Array, name: string): Elf {
  const [wordSize, byteOrder] = [bytes[EI_CLASS], bytes[EI_DATA]]
  if (
    (wordSize !== ELFCLASS32 && wordSize !== ELFCLASS64) ||
    (byteOrder !== ELFDATA2LSB && byteOrder !== ELFDATA2MSB)
  ) {
    throw new Failure(
      'unreadable-binary',
      { what: clause`${name} is an ELF file of an unknown word size or byte order` },
      { fields: { file: name } },
    )
  }
  const bits = wordSize === ELFCLASS64 ? 64 : 32
  const littleEndian = byteOrder === ELFDATA2LSB
  const file = words(bytes, bits === 64 ? 8 : 4, littleEndian)
  const machine = file.u16(18)
  const segments = readSegments(file, bytes)
  const dynamic = readDynamic(segments, file)
  return {
    bits,
    littleEndian,
    abi: file.u8(EI_OSABI),
    type: file.u16(16),
    machine,
    architecture: architectureOf(machine, bits, littleEndian),
    entry: file.word(24),
    segments,
    sections: readSections(file, bytes),
    interpreter: readInterpreter(segments, bytes),
    neededLibraries: neededLibraries(dynamic, segments, bytes),
    isPie: dynamic.some(({ tag, value }) => tag === DT_FLAGS_1 && (value & DF_1_PIE) !== 0n),
  }
}

function readSegments(file: Words, bytes: Uint8Array): readonly Segment[] {
  const wide = file.size === 8
  const table = file.offset(wide ? 32 : 28)
  const entrySize = file.u16(wide ? 54 : 42)
  const count = Math.min(file.u16(wide ? 56 : 44), MAX_SEGMENTS)
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize
    const segment: Segment = wide
      ? {
          type: file.u32(at),
          flags: file.u32(at + 4),
          offset: file.offset(at + 8),
          address: file.word(at + 16),
          fileSize: file.offset(at + 32),
          memorySize: file.word(at + 40),
        }
      : {
          type: file.u32(at),
          flags: file.u32(at + 24),
          offset: file.offset(at + 4),
          address: file.word(at + 8),
          fileSize: file.offset(at + 16),
          memorySize: file.word(at + 20),
        }
    // The kernel maps the ranges of PT_LOAD, so a file that is too short for them cannot run.
    if (segment.type === PT_LOAD) slice(bytes, segment.offset, segment.fileSize)
    return segment
  })
}

/** Reads the sections. A program runs without section headers, so damaged ones count as none. */
function readSections(file: Words, bytes: Uint8Array): readonly Section[] {
  return orWhenOutOfBytes(
    () => {
      const wide = file.size === 8
      const table = file.offset(wide ? 40 : 32)
      const entrySize = file.u16(wide ? 58 : 46)
      const count = table === 0 ? 0 : file.u16(wide ? 60 : 48)
      const at = (index: number) => table + index * entrySize
      const offsetOf = (index: number) => file.offset(at(index) + (wide ? 24 : 16))
      const names = count === 0 ? 0 : offsetOf(file.u16(wide ? 62 : 50))
      return Array.from({ length: count }, (_, index) => ({
        name: text(bytes, names + file.u32(at(index)), MAX_SECTION_NAME),
        type: file.u32(at(index) + 4),
        flags: file.word(at(index) + 8),
        address: file.word(at(index) + (wide ? 16 : 12)),
        offset: offsetOf(index),
        size: file.offset(at(index) + (wide ? 32 : 20)),
      }))
    },
    () => [],
  )
}

function readInterpreter(segments: readonly Segment[], bytes: Uint8Array): string | null {
  const segment = segments.find(({ type }) => type === PT_INTERP)
  return segment === undefined ? null : text(bytes, segment.offset, Math.min(segment.fileSize, MAX_PATH))
}

interface DynamicEntry {
  readonly tag: number
  readonly value: bigint
}

function readDynamic(segments: readonly Segment[], file: Words): readonly DynamicEntry[] {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC)
  if (dynamic === undefined) return []
  const found: DynamicEntry[] = []
  const entries = Math.min(Math.floor(dynamic.fileSize / (2 * file.size)), MAX_DYNAMIC_ENTRIES)
  for (let index = 0; index < entries; index++) {
    const at = dynamic.offset + index * 2 * file.size
    const tag = file.offset(at)
    if (tag === DT_NULL) break
    found.push({ tag, value: file.word(at + file.size) })
  }
  return found
}

function neededLibraries(
  dynamic: readonly DynamicEntry[],
  segments: readonly Segment[],
  bytes: Uint8Array,
): readonly string[] {
  const needed = dynamic.flatMap(({ tag, value }) => (tag === DT_NEEDED ? [value] : []))
  const table = dynamic.findLast(({ tag }) => tag === DT_STRTAB)
  const strings = table === undefined ? null : bytesAtAddress(segments, bytes, table.value)
  // A library with an unreadable name still counts: the program is not static.
  return needed.map(offset =>
    strings === null || offset >= BigInt(strings.byteLength)
      ? 'a library without a name'
      : text(strings, Number(offset), MAX_PATH),
  )
}
