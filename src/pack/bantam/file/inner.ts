import { sectionBytes } from '../../../binary/elf-bytes.ts'
import { EI_OSABI, PF_X, PT_GNU_STACK, SHF_EXECINSTR } from '../../../binary/elf-constants.ts'
import type { Section } from '../../../binary/elf-parts.ts'
import { readElf, type Elf } from '../../../binary/elf.ts'
import { layOut } from '../../../binary/extents.ts'
import { Failure } from '../../../failure.ts'
import { hasUpxLoader } from '../../upx-header.ts'
import { MAX_LINKED } from './check-payload.ts'
import { innerFault, loadedOf } from './inner-fault.ts'
import { locatePclntab, type PclntabPlace } from '../pclntab/place.ts'
import { findPayload, USUAL_STACK } from './packed-elf.ts'
import type { LoadedSegment } from './payload.ts'

/** A linked file, split into what is encoded in different ways. */
export interface Inner {
  readonly elf: Elf
  readonly bytes: Uint8Array
  /** `e_flags` and `e_ident[EI_OSABI]`. */
  readonly flags: number
  readonly abi: number
  readonly stackRights: number
  readonly programHeaders: bigint
  readonly programHeaderCount: number
  readonly segments: readonly LoadedSegment[]
  /** Of Go's function table; `null` where there is none that is known. */
  readonly pclntab: PclntabPlace | null
  /** In the order of the file, without overlaps. Bytes that are in none are zeros. */
  readonly pieces: readonly Piece[]
  /** Of the section `.go.buildinfo`; empty where there is none that a scanner could read by itself. */
  readonly buildInfo: Uint8Array
}

/** A stretch of the linked file. `data`: any loaded bytes. `file`: bytes that are not loaded. */
export interface Piece {
  readonly kind: 'text' | 'pclntab' | 'data' | 'file'
  readonly start: number
  readonly end: number
  /** In memory; 0 for what is not loaded. */
  readonly address: bigint
}

/** Why a file cannot be packed, as a clause about it. */
export interface Unpackable {
  readonly why: string
}

export function splitInner(bytes: Uint8Array): Inner | Unpackable {
  if (bytes.length >= MAX_LINKED)
    return { why: `it has ${bytes.length} bytes, and the limit is ${MAX_LINKED - 1}` }
  if (findPayload(bytes) !== null) return { why: 'it is packed already' }
  if (hasUpxLoader(bytes)) return { why: 'it is packed already, by UPX' }
  const elf = elfOf(bytes)
  if ('why' in elf) return elf
  const fault = innerFault(elf)
  if (fault !== null) return { why: fault }
  // With the section table gone, what a linker wrote last and what was put behind it cannot be told apart.
  const last = layOut(elf, bytes).at(-1)
  if (last?.name === 'appended')
    return {
      why: `it has ${last.end - last.start} bytes behind its last section, which it may read from its own file`,
    }
  return split(elf, bytes)
}

function elfOf(bytes: Uint8Array): Elf | Unpackable {
  try {
    return readElf(bytes, 'it')
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { why: notElf(bytes) }
  }
}

function notElf(bytes: Uint8Array): string {
  return bytes[0] === 0x7f && bytes[1] === 0x45
    ? 'it is an ELF file that is damaged or cut short'
    : 'it is not an ELF file'
}

function split(elf: Elf, bytes: Uint8Array): Inner {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const loaded = loadedOf(elf.segments)
  const segments = loaded.map(({ address, fileSize, memorySize, offset, flags }) => ({
    address,
    fileSize,
    memorySize: Number(memorySize),
    offset,
    rights: flags & 7,
  }))
  const table = Number(view.getBigUint64(32, true))
  const withTable = segments.find(
    one => table >= one.offset && table + elf.segments.length * 56 <= one.offset + one.fileSize,
  )
  const pclntab = locatePclntab(elf, bytes)
  return {
    elf,
    bytes,
    pclntab,
    flags: view.getUint32(48, true),
    abi: bytes[EI_OSABI] ?? 0,
    stackRights: elf.segments.find(({ type }) => type === PT_GNU_STACK)?.flags ?? USUAL_STACK,
    programHeaders: withTable === undefined ? 0n : withTable.address + BigInt(table - withTable.offset),
    programHeaderCount: elf.segments.length,
    segments,
    pieces: piecesOf(elf, bytes, segments, pclntab),
    buildInfo: buildInfoOf(elf, bytes),
  }
}

/** Linkers write these sections apart from others, so a whole section is encoded in one way. */
function piecesOf(
  elf: Elf,
  bytes: Uint8Array,
  segments: readonly LoadedSegment[],
  pclntab: PclntabPlace | null,
): readonly Piece[] {
  const inFile = segments.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset)
  const taken = [
    ...inFile.flatMap(segment => textIn(segment, elf, bytes)).slice(0, 1),
    ...(pclntab === null ? [] : [tableAt(pclntab)]),
  ]
  const pieces: Piece[] = []
  let end = 0
  const fileUpTo = (start: number) => {
    if (!isZero(bytes.subarray(end, start)))
      pieces.push({ kind: 'file', start: end, end: start, address: 0n })
  }
  for (const segment of inFile) {
    fileUpTo(segment.offset)
    pieces.push(...inSegment(segment, taken))
    end = segment.offset + segment.fileSize
  }
  fileUpTo(bytes.length)
  return pieces
}

function textIn(segment: LoadedSegment, elf: Elf, bytes: Uint8Array): readonly Piece[] {
  const kind = 'text'
  const end = segment.offset + segment.fileSize
  // Where the section table was removed, a segment of code counts as a whole: what is no code costs only size.
  if (elf.sections.length === 0 && (segment.rights & PF_X) !== 0)
    return [{ kind, start: segment.offset, end, address: segment.address }]
  return elf.sections
    .filter(section => isText(section) && section.size > 0 && sectionBytes(section, bytes) !== null)
    .filter(({ offset, size }) => offset >= segment.offset && offset + size <= end)
    .map(({ offset, size }) => ({
      kind,
      start: offset,
      end: offset + size,
      address: segment.address + BigInt(offset - segment.offset),
    }))
}

function isText({ name, flags }: Section): boolean {
  return name === '.text' && (flags & SHF_EXECINSTR) !== 0n
}

/** Its first tables are texts, which stay with the data before them. */
function tableAt({ offset, size, address }: PclntabPlace): Piece {
  return { kind: 'pclntab', start: offset, end: offset + size, address }
}

/** The pieces of one segment: what was taken out, and data around it. */
function inSegment(segment: LoadedSegment, taken: readonly Piece[]): readonly Piece[] {
  const end = segment.offset + segment.fileSize
  const inside = taken
    .filter(piece => piece.start >= segment.offset && piece.end <= end)
    .toSorted((one, other) => one.start - other.start)
  const pieces: Piece[] = []
  let at = segment.offset
  const dataUpTo = (next: number) => {
    const address = segment.address + BigInt(at - segment.offset)
    if (next > at) pieces.push({ kind: 'data', start: at, end: next, address })
  }
  for (const piece of inside) {
    // A section table made by hand may have two names for the same bytes.
    if (piece.start < at) continue
    dataUpTo(piece.start)
    pieces.push(piece)
    at = piece.end
  }
  dataUpTo(end)
  return pieces
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}

/** Before Go 1.18, build info had pointers into the program, which would lead nowhere. */
const INLINE = 2

function buildInfoOf(elf: Elf, bytes: Uint8Array): Uint8Array {
  const section = elf.sections.find(({ name }) => name === '.go.buildinfo')
  const found = section === undefined ? null : sectionBytes(section, bytes)
  return found !== null && ((found[15] ?? 0) & INLINE) !== 0 ? found : new Uint8Array()
}
