import type { Pclntab } from './pclntab.ts'
import { addressOfPlace, sectionBytes } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, words } from './words.ts'
import type { Words } from './words.ts'

/**
 * Where the linker put what belongs to no section of its own, as addresses.
 * https://go.dev/src/runtime/symtab.go (moduledata); the offsets of each version are in MODULE_DATA.
 */
export interface ModuleData {
  readonly types: bigint
  /** The end of the types. */
  readonly endTypes: bigint
  /** Go 1.27: bytes of descriptors, which stand together at the start; `null` before. */
  readonly descriptors: number | null
  /** What the function records' funcdata offsets count from. */
  readonly functionData: bigint
  /** The index of functions by address, which follows the funcdata since Go 1.26. */
  readonly functionIndex: bigint
}

/** In words from the start; the words before `text` are the same since Go 1.16. */
const FUNCTION_INDEX = 19
const SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43 } as const
const SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40 } as const
/** Without the counters of code coverage, which Go 1.20 put before the types. */
const SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38 } as const

/** `null` where it cannot be found, or where this version's is not known. */
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
      const at = table.since === '1.18' ? SINCE_1_18 : minor >= 27 ? SINCE_1_27 : SINCE_1_20
      const word = (index: number) => found.word(index * found.size)
      return {
        types: word(at.types),
        endTypes: word(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
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

/** Its own section since Go 1.26; before, somewhere in the data, known by the pointers to the function table. */
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
  for (const section of elf.sections.filter(({ name }) => HOLDS_MODULE_DATA.includes(name))) {
    const data = sectionBytes(section, bytes)
    if (data === null) continue
    const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    const at = searched.indexOf(wanted)
    if (at !== -1 && at % table.pointerSize === 0)
      return words(data.subarray(at), table.pointerSize, elf.littleEndian)
  }
  return null
}

const HOLDS_MODULE_DATA = ['.go.module', '.noptrdata', '.data']
