import { readBuildInfo } from '../../../binary/build-info.ts'
import { addressOfPlace, rangeOfAddress } from '../../../binary/elf-bytes.ts'
import type { Elf } from '../../../binary/elf.ts'
import { readModuleData } from '../../../binary/module-data.ts'
import { findPclntab } from '../../../binary/pclntab.ts'
import { orWhenOutOfBytes, words } from '../../../binary/words.ts'
import { BrokenStream } from '../streams/byte-reader.ts'
import { functionIndex } from './function-index.ts'
import { FUNCTION_DATA, type FunctionDataWhere } from './layout.ts'

/** The part of a linked file that this codec is for: Go's table of functions from pctab on. */
export interface PclntabPlace {
  /** In the file. */
  readonly offset: number
  readonly size: number
  readonly address: bigint
  /** What functab's offsets are relative to. */
  readonly textStart: bigint
  readonly pointerSize: number
  readonly functionCount: number
  /** Bytes of pctab. */
  readonly pcValues: number
  /** Distances are from the start of the part. */
  readonly names: { readonly distance: number; readonly size: number }
  readonly units: { readonly distance: number; readonly size: number }
  readonly functionData: { readonly where: FunctionDataWhere; readonly distance: number }
  /** findfunctab, if it is in the part. */
  readonly functionIndex: { readonly distance: number } | null
}

/** Bytes of the program as they are in memory when the part is decoded. @throws BrokenStream where there are none */
export type Memory = (address: bigint, size: number) => Uint8Array

/** The memory that a linked file becomes. */
export function memoryOf(elf: Elf, file: Uint8Array): Memory {
  return (address, size) => {
    const range = rangeOfAddress(elf.segments, address, size)
    if (range === null) throw new BrokenStream(`nothing is loaded at ${address}`)
    return file.subarray(range.start, range.end)
  }
}

const SECTION = '.gopclntab'

/** Returns `null` where there is no table that this codec knows: not Go, before Go 1.20, another byte order. */
export function locatePclntab(elf: Elf, file: Uint8Array): PclntabPlace | null {
  const section = elf.sections.find(({ name }) => name === SECTION)
  const table = elf.littleEndian && section !== undefined ? findPclntab(elf, file) : null
  if (section === undefined || table === null || table.since !== '1.20') return null
  const offset = table.pcValues.byteOffset - file.byteOffset
  const size = section.offset + section.size - offset
  const address = addressOfPlace(elf.segments, offset)
  const goVersion = readBuildInfo(elf, file)?.goVersion ?? null
  const moduleData = readModuleData(elf, file, table, goVersion)
  if (address === null || size <= 0 || size > 0x7fffffff || moduleData === null) return null
  const distance = (bytes: Uint8Array) => bytes.byteOffset - table.pcValues.byteOffset
  const inPart = (place: bigint) => place >= address && place < address + BigInt(size)
  return {
    offset,
    size,
    address,
    textStart: moduleData.text,
    pointerSize: table.pointerSize,
    functionCount: table.functionCount,
    pcValues: table.pcValues.byteLength,
    names: { distance: distance(table.names), size: table.names.byteLength },
    units: { distance: distance(table.units), size: table.units.byteLength },
    functionData: {
      where: inPart(moduleData.functionData) ? FUNCTION_DATA.inPart : FUNCTION_DATA.inMemory,
      distance: Number(moduleData.functionData - address),
    },
    functionIndex: inPart(moduleData.functionIndex)
      ? { distance: Number(moduleData.functionIndex - address) }
      : null,
  }
}

/**
 * Where functions begin, as offsets from the first byte of the text: what the text's codec wants as `starts`. `null`
 * where the table says what cannot be.
 */
export function functionStarts(
  place: PclntabPlace,
  file: Uint8Array,
  text: { readonly address: bigint; readonly size: number },
): Uint32Array | null {
  return orWhenOutOfBytes(
    () => {
      const table = words(file.subarray(place.offset, place.offset + place.size), 8, true)
      const base = Number(place.textStart - text.address)
      const starts = new Uint32Array(place.functionCount + 1)
      let before = 0
      for (let index = 0; index < starts.length; index++) {
        const start = table.u32(place.pcValues + 8 * index) + base
        if (start < before || start > text.size) return null
        starts[index] = start
        before = start
      }
      return starts
    },
    () => null,
  )
}

/** The size of findfunctab if it is what can be computed, else 0. */
export function computedIndexSize(place: PclntabPlace, part: Uint8Array, starts: Uint32Array): number {
  const computed = place.functionIndex === null ? null : functionIndex(starts)
  if (computed === null || place.functionIndex === null) return 0
  const { distance } = place.functionIndex
  const found = part.subarray(distance, distance + computed.length)
  return Buffer.compare(found, computed) === 0 ? computed.length : 0
}
