import {
  DT_NULL,
  DT_RELA,
  DT_RELASZ,
  EM_AARCH64,
  EM_LOONGARCH,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  PT_DYNAMIC,
  PT_LOAD,
} from './elf-constants.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, words } from './words.ts'

const ENTRY_SIZE = 24
/** A limit far above the number of entries that linkers write. */
const MAX_DYNAMIC_ENTRIES = 4096

/**
 * R_*_RELATIVE by `e_machine`: its value is the address that the program is loaded at, plus the addend of the entry.
 */
const RELATIVE: Readonly<Record<number, number>> = {
  [EM_PPC64]: 22,
  [EM_S390]: 12,
  [EM_X86_64]: 8,
  [EM_AARCH64]: 1027,
  [EM_RISCV]: 3,
  [EM_LOONGARCH]: 3,
}

/**
 * Returns the file as it is in memory when it is loaded at the addresses it was linked for. In a position-independent
 * program most linkers store the pointers in the relocations only, and leave their places empty. 32-bit programs have
 * the pointers in their places. Returns the same bytes if nothing has to be filled in, otherwise a copy.
 *
 * https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.reloc.html
 */
export function relocated(elf: Elf, bytes: Uint8Array): Uint8Array {
  const relative = RELATIVE[elf.machine]
  if (elf.type !== ET_DYN || elf.bits !== 64 || relative === undefined) return bytes
  return orWhenOutOfBytes(
    () => fillIn(elf, bytes, relative),
    () => bytes,
  )
}

function fillIn(elf: Elf, bytes: Uint8Array, relative: number): Uint8Array {
  const file = words(bytes, 8, elf.littleEndian)
  const placeOf = placesOf(elf)
  const dynamic = dynamicOf(elf, bytes)
  const table = placeOf(dynamic.get(DT_RELA) ?? 0)
  if (table === null) return bytes
  const size = Math.min(dynamic.get(DT_RELASZ) ?? 0, bytes.byteLength - table)
  const [lowAt, highAt] = elf.littleEndian ? [0, 4] : [4, 0]
  let copy: Uint8Array | null = null
  for (let at = table; at + ENTRY_SIZE <= table + size; at += ENTRY_SIZE) {
    if (file.u32(at + 8 + lowAt) !== relative) continue
    const place = placeOf(file.u32(at + highAt) * 2 ** 32 + file.u32(at + lowAt))
    if (place === null || place + 8 > bytes.byteLength || isSame(bytes, at + 16, place)) continue
    copy ??= Uint8Array.from(bytes)
    copy.set(bytes.subarray(at + 16, at + ENTRY_SIZE), place)
  }
  return copy ?? bytes
}

function isSame(bytes: Uint8Array, one: number, other: number): boolean {
  for (let index = 0; index < 8; index++) if (bytes[one + index] !== bytes[other + index]) return false
  return true
}

/** Plain numbers for speed, since there are hundreds of thousands. No program has an address above 2^53. */
function placesOf({ segments }: Elf): (address: number) => number | null {
  const loaded = segments
    .filter(({ type }) => type === PT_LOAD)
    .map(({ address, offset, fileSize }) => ({ start: Number(address), offset, fileSize }))
  return address => {
    for (const { start, offset, fileSize } of loaded)
      if (address >= start && address < start + fileSize) return offset + address - start
    return null
  }
}

/** Of several entries with the same tag, the last one counts. */
function dynamicOf({ segments, littleEndian }: Elf, bytes: Uint8Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const segment = segments.find(({ type }) => type === PT_DYNAMIC)
  if (segment === undefined) return found
  const file = words(bytes, 8, littleEndian)
  const count = Math.min(Math.floor(segment.fileSize / 16), MAX_DYNAMIC_ENTRIES)
  for (let index = 0; index < count; index++) {
    const at = segment.offset + index * 16
    const tag = file.offset(at)
    if (tag === DT_NULL) break
    found.set(tag, file.offset(at + 8))
  }
  return found
}
