import type { Pclntab } from './pclntab.ts'
import { addressOfPlace, isWritable, rangeOfAddress, type Range } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, slice, words } from './words.ts'
import type { Words } from './words.ts'

/**
 * The addresses of data that the linker puts into no section of its own.
 * https://go.dev/src/runtime/symtab.go (moduledata); the offsets of each version are in MODULE_DATA.
 */
export interface ModuleData {
  /** What the function table's code offsets are relative to. */
  readonly text: bigint
  readonly types: bigint
  /** The end of the types. */
  readonly endTypes: bigint
  /** Since Go 1.27: the size in bytes of the descriptors, which stand together at the start; `null` before. */
  readonly descriptors: number | null
  /** Before Go 1.27: the offsets of types that reflection can find by their structure; `null` since. */
  readonly typeLinks: Range | null
  /** Before Go 1.27: the addresses of the interface tables; `null` since. */
  readonly itabLinks: Range | null
  /** The base of the funcdata offsets in function records. */
  readonly functionData: bigint
  /** The index of functions by address, which follows the funcdata since Go 1.26. */
  readonly functionIndex: bigint
}

/** Counted in words from the start. The words before `text` are the same since Go 1.16. */
const FUNCTION_INDEX = 19
const TEXT = 22
const SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43, typeLinks: null } as const
/** Go 1.26 moved the end of the function table before the slices. */
const SINCE_1_26 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 45 } as const
const SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 44 } as const
/** Go 1.18 and 1.19 do not have the counters of code coverage, which Go 1.20 put before the types. */
const SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38, typeLinks: 42 } as const

function layoutOf(since: Pclntab['since'], minor: number) {
  if (since === '1.18') return SINCE_1_18
  if (minor >= 27) return SINCE_1_27
  return minor >= 26 ? SINCE_1_26 : SINCE_1_20
}

/** Returns `null` if the module data cannot be found, or its layout in this version is unknown. */
export function readModuleData(
  elf: Elf,
  bytes: Uint8Array,
  table: Pclntab,
  goVersion: string | null,
): ModuleData | null {
  const minor = minorOf(goVersion)
  if (minor === null) return null
  return orWhenOutOfBytes(
    () => {
      const found = find(elf, bytes, table)
      if (found === null) return null
      const at = layoutOf(table.since, minor)
      const word = (index: number) => found.word(index * found.size)
      const listAt = (index: number, size: number) =>
        rangeOfAddress(elf.segments, word(index), found.offset((index + 1) * found.size) * size)
      return {
        text: word(TEXT),
        types: word(at.types),
        endTypes: word(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
        typeLinks: at.typeLinks === null ? null : listAt(at.typeLinks, 4),
        itabLinks: at.typeLinks === null ? null : listAt(at.typeLinks + 3, found.size),
        functionData: word(at.functionData),
        functionIndex: word(FUNCTION_INDEX),
      }
    },
    () => null,
  )
}

/** `go1.26.8` → 26; `null` for a development version. */
export function minorOf(goVersion: string | null): number | null {
  const minor = /^go1\.(?<minor>\d+)/.exec(goVersion ?? '')?.groups?.['minor']
  return minor === undefined ? null : Number(minor)
}

/**
 * Finds the module data by its pointers to the function table. It has its own section since Go 1.26 and is in the data
 * section before; external linkers merge the two.
 */
function find(elf: Elf, bytes: Uint8Array, table: Pclntab): Words | null {
  const address = addressOfPlace(elf.segments, table.table.byteOffset - bytes.byteOffset)
  if (address === null) return null
  const start = new DataView(new ArrayBuffer(2 * table.pointerSize))
  const names = address + BigInt(table.names.byteOffset - table.table.byteOffset)
  ;[address, names].forEach((value, index) => {
    if (table.pointerSize === 8) start.setBigUint64(index * 8, value, elf.littleEndian)
    else start.setUint32(index * 4, Number(BigInt.asUintN(32, value)), elf.littleEndian)
  })
  const wanted = new Uint8Array(start.buffer)
  for (const { offset, fileSize } of elf.segments.filter(isWritable)) {
    const data = slice(bytes, offset, fileSize)
    const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    const at = searched.indexOf(wanted)
    if (at !== -1 && at % table.pointerSize === 0)
      return words(data.subarray(at), table.pointerSize, elf.littleEndian)
  }
  return null
}
