import {
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFMAG,
  ET_EXEC,
  EV_CURRENT,
  isElf,
  PF_R,
  PF_W,
  PF_X,
  PT_GNU_STACK,
  PT_LOAD,
  SHF_ALLOC,
  SHT_PROGBITS,
  SHT_STRTAB,
} from '../../../binary/elf-constants.ts'
import { ALIGNMENT, MAGIC } from './container.ts'

/** A loader as `scripts/loader.mjs` builds it. */
export interface Loader {
  /**
   * Position-independent code. Its first 16 bytes are filled in: how far the payload is from there in memory, and how
   * many bytes the payload has, each as 64 bits. The entry follows them.
   */
  readonly code: Uint8Array
}

export interface PackedElf {
  readonly machine: number
  /** `e_flags` and `e_ident[EI_OSABI]` of the linked file. */
  readonly flags: number
  readonly abi: number
  readonly stackRights: number
  readonly loader: Loader
  /** Where the loader goes: a multiple of `LARGEST_PAGE`. */
  readonly address: bigint
  /** The linked file's section `.go.buildinfo`; empty where it has none. */
  readonly buildInfo: Uint8Array
  readonly payload: Uint8Array
}

/** Kernels have pages of 4, 16 or 64 KiB. */
export const LARGEST_PAGE = 65_536

const HEADER = 64
const PROGRAM_HEADER = 56
const PROGRAM_HEADERS = 3
const SECTION_HEADER = 64
const BUILD_INFO = '.go.buildinfo'
const SECTION_NAMES = '.shstrtab'

/** A loader may read this far behind the payload, so that it need not compare before each read. */
const SLACK = 64

/** What is filled in at the start of the loader's code. */
const PLACE = 16

/** Of a packed file, from its start to the end of the loader. Nothing larger is looked at. */
const MAX_LOADER = 1 << 20

/** Where the loader's code is in each packed file. */
export const LOADER_OFFSET = roundUp(HEADER + PROGRAM_HEADERS * PROGRAM_HEADER, ALIGNMENT)

/**
 * Writes an executable that consists of a loader, build info for scanners, and a payload. The kernel maps it as it is:
 * an offset in the file and its address are the same modulo every size of a page, so that no padding is needed.
 */
export function writePackedElf(packed: PackedElf): Uint8Array {
  const { loader, buildInfo, payload } = packed
  const loaderEnd = LOADER_OFFSET + loader.code.length
  const dataAt = roundUp(loaderEnd, ALIGNMENT)
  const payloadAt = roundUp(dataAt + buildInfo.length, ALIGNMENT)
  const namesAt = payloadAt + payload.length
  const data = roundUpBig(packed.address + BigInt(loaderEnd), LARGEST_PAGE) + BigInt(dataAt % LARGEST_PAGE)
  const payloadAddress = data + BigInt(payloadAt - dataAt)
  const sections = sectionsOf(buildInfo.length, dataAt, data, namesAt)
  const table = roundUp(namesAt + sections.names.length, 8)
  const end = Math.max(table + sections.headers.length * SECTION_HEADER, namesAt + SLACK)

  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  writeHeader(view, packed, { table, count: sections.headers.length })
  const segments = [
    { rights: PF_R | PF_X, offset: 0, address: packed.address, size: loaderEnd },
    { rights: PF_R, offset: dataAt, address: data, size: end - dataAt },
  ]
  segments.forEach((segment, index) => writeLoad(view, HEADER + index * PROGRAM_HEADER, segment))
  view.setUint32(HEADER + 2 * PROGRAM_HEADER, PT_GNU_STACK, true)
  view.setUint32(HEADER + 2 * PROGRAM_HEADER + 4, packed.stackRights, true)
  view.setBigUint64(HEADER + 2 * PROGRAM_HEADER + 48, 16n, true)

  bytes.set(loader.code, LOADER_OFFSET)
  view.setBigUint64(LOADER_OFFSET, payloadAddress - packed.address - BigInt(LOADER_OFFSET), true)
  view.setBigUint64(LOADER_OFFSET + 8, BigInt(payload.length), true)
  bytes.set(buildInfo, dataAt)
  bytes.set(payload, payloadAt)
  bytes.set(sections.names, namesAt)
  sections.headers.forEach((header, index) => writeSection(view, table + index * SECTION_HEADER, header))
  return bytes
}

function writeHeader(
  view: DataView,
  { machine, flags, abi, address }: PackedElf,
  sections: { readonly table: number; readonly count: number },
): void {
  ELFMAG.forEach((byte, at) => view.setUint8(at, byte))
  view.setUint8(EI_CLASS, ELFCLASS64)
  view.setUint8(EI_DATA, ELFDATA2LSB)
  view.setUint8(6, EV_CURRENT)
  view.setUint8(EI_OSABI, abi)
  view.setUint16(16, ET_EXEC, true)
  view.setUint16(18, machine, true)
  view.setUint32(20, EV_CURRENT, true)
  view.setBigUint64(24, address + BigInt(LOADER_OFFSET + PLACE), true)
  view.setBigUint64(32, BigInt(HEADER), true)
  view.setBigUint64(40, sections.count === 0 ? 0n : BigInt(sections.table), true)
  view.setUint32(48, flags, true)
  view.setUint16(52, HEADER, true)
  view.setUint16(54, PROGRAM_HEADER, true)
  view.setUint16(56, PROGRAM_HEADERS, true)
  view.setUint16(58, SECTION_HEADER, true)
  view.setUint16(60, sections.count, true)
  view.setUint16(62, Math.max(0, sections.count - 1), true)
}

interface Load {
  readonly rights: number
  readonly offset: number
  readonly address: bigint
  readonly size: number
}

function writeLoad(view: DataView, at: number, { rights, offset, address, size }: Load): void {
  view.setUint32(at, PT_LOAD, true)
  view.setUint32(at + 4, rights, true)
  view.setBigUint64(at + 8, BigInt(offset), true)
  view.setBigUint64(at + 16, address, true)
  view.setBigUint64(at + 24, address, true)
  view.setBigUint64(at + 32, BigInt(size), true)
  view.setBigUint64(at + 40, BigInt(size), true)
  view.setBigUint64(at + 48, BigInt(LARGEST_PAGE), true)
}

interface SectionHeader {
  readonly name: number
  readonly type: number
  readonly flags: bigint
  readonly address: bigint
  readonly offset: number
  readonly size: number
  readonly alignment: number
}

interface Sections {
  readonly names: Uint8Array
  readonly headers: readonly SectionHeader[]
}

/**
 * Go 1.27 and newer read build info only by the name of its section. Without build info no section is of use.
 *
 * @param namesAt where the names will be in the file
 */
function sectionsOf(size: number, offset: number, address: bigint, namesAt: number): Sections {
  if (size === 0) return { names: new Uint8Array(), headers: [] }
  const names = new TextEncoder().encode(`\0${BUILD_INFO}\0${SECTION_NAMES}\0`)
  const none = { name: 0, type: 0, flags: 0n, address: 0n, offset: 0, size: 0, alignment: 0 }
  const buildInfo = { type: SHT_PROGBITS, flags: SHF_ALLOC, address, offset, size, alignment: ALIGNMENT }
  const strings = { type: SHT_STRTAB, offset: namesAt, size: names.length, alignment: 1 }
  return {
    names,
    headers: [none, { ...buildInfo, name: 1 }, { ...none, ...strings, name: 1 + BUILD_INFO.length + 1 }],
  }
}

function writeSection(view: DataView, at: number, header: SectionHeader): void {
  view.setUint32(at, header.name, true)
  view.setUint32(at + 4, header.type, true)
  view.setBigUint64(at + 8, header.flags, true)
  view.setBigUint64(at + 16, header.address, true)
  view.setBigUint64(at + 24, BigInt(header.offset), true)
  view.setBigUint64(at + 32, BigInt(header.size), true)
  view.setBigUint64(at + 48, BigInt(header.alignment), true)
}

/**
 * The payload of a packed file, of any version, and what may be behind it; `null` where the file is not laid out as
 * `writePackedElf` lays it out.
 */
export function findPayload(file: Uint8Array): Uint8Array | null {
  if (!isElf(file) || file.length < LOADER_OFFSET) return null
  if (file[EI_CLASS] !== ELFCLASS64 || file[EI_DATA] !== ELFDATA2LSB) return null
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getBigUint64(32, true) !== BigInt(HEADER) || view.getUint16(56, true) !== PROGRAM_HEADERS)
    return null
  const [code, data, stack] = Array.from({ length: PROGRAM_HEADERS }, (_, index) =>
    [0, 4].map(at => view.getUint32(HEADER + index * PROGRAM_HEADER + at, true)).join(' '),
  )
  if (code !== `${PT_LOAD} ${PF_R | PF_X}` || data !== `${PT_LOAD} ${PF_R}`) return null
  if (stack?.startsWith(`${PT_GNU_STACK} `) !== true) return null
  const start = Number(view.getBigUint64(HEADER + PROGRAM_HEADER + 8, true))
  const end = start + Number(view.getBigUint64(HEADER + PROGRAM_HEADER + 32, true))
  const searched = Buffer.from(file.buffer, file.byteOffset, Math.min(end, file.byteLength))
  for (
    let at = searched.indexOf(MAGIC, start, 'latin1');
    at !== -1;
    at = searched.indexOf(MAGIC, at + 1, 'latin1')
  )
    if (at % ALIGNMENT === 0) return file.subarray(at, searched.length)
  return null
}

/** The loader of a packed file as `findPayload` finds one, without what the packer filled in. */
export function findLoader(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const size = Number(view.getBigUint64(HEADER + 32, true))
  const code = Uint8Array.from(file.subarray(LOADER_OFFSET, Math.min(size, MAX_LOADER)))
  return code.fill(0, 0, PLACE)
}

/** Far enough above the linked program for what it may map behind itself. */
const GAP = 16n * 1024n * 1024n

/** Where the loader goes, for a program whose highest segment ends here. */
export function loaderAddress(end: bigint): bigint {
  return roundUpBig(end + GAP, LARGEST_PAGE)
}

export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step
}

function roundUpBig(value: bigint, step: number): bigint {
  return ((value + BigInt(step) - 1n) / BigInt(step)) * BigInt(step)
}

/** The rights of a stack that a program does not run code on. */
export const USUAL_STACK = PF_R | PF_W
