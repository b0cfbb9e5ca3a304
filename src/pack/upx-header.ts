import { EI_CLASS, EI_DATA, ELFCLASS64, ELFDATA2LSB, isElf } from '../binary/elf-constants.ts'

/** What UPX wrote into a packed file about the original file. */
export interface UpxHeader {
  /** Version of UPX's format; higher is newer. */
  readonly version: number
  /** Bytes of the original file, as the header says. */
  readonly originalSize: number
}

const MAGIC = Buffer.from('UPX!', 'latin1')

/** `PackHeader` of UPX's src/packhead.cpp: 32 bytes, and the overlay's offset behind it. */
const PACK_HEADER = 32
const TAIL = 64

/**
 * Reads UPX's header; `null` where there is none. It is at the end of the file, and `l_info` follows the program
 * headers. The same letters anywhere else belong to the program itself, as in UPX's own executable.
 */
export function readUpxHeader(bytes: Uint8Array): UpxHeader | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 128 || !isElf(file)) return null
  const from = file.length - TAIL
  const at = file.subarray(from).lastIndexOf(MAGIC)
  if (at < 0) return null
  const header = file.subarray(from + at, from + at + PACK_HEADER)
  if (header.length < PACK_HEADER) return null
  const little = file[EI_DATA] === ELFDATA2LSB
  return {
    version: header.readUInt8(4),
    originalSize: little ? header.readUInt32LE(24) : header.readUInt32BE(24),
  }
}

/**
 * Whether the file has UPX's loader, as `l_info` shows. It may, even if the header at the end was removed or damaged.
 */
export function hasUpxLoader(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 128 || !isElf(file)) return false
  const wide = file[EI_CLASS] === ELFCLASS64
  const u16 = (at: number) => (file[EI_DATA] === ELFDATA2LSB ? file.readUInt16LE(at) : file.readUInt16BE(at))
  const headers = (wide ? 64 : 52) + u16(wide ? 54 : 42) * u16(wide ? 56 : 44)
  return headers + 8 <= file.length && file.subarray(headers + 4, headers + 8).equals(MAGIC)
}
