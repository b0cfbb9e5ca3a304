import { readBuildInfo } from '../../binary/build-info.ts'
import type { Elf } from '../../binary/elf.ts'
import { readModuleData } from '../../binary/module-data.ts'
import { findPclntab, type Pclntab } from '../../binary/pclntab.ts'
import { words } from '../../binary/words.ts'
import { ByteReader, BrokenStream } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** More are in no program, and each takes memory in the loader. */
const MAX_FUNCTIONS = 4_000_000

/**
 * Where Go's functions begin in text of this size at this address, and the end of the last: see `TextView.starts`.
 * Empty where it is not known.
 */
export function functionStarts(elf: Elf, bytes: Uint8Array, address: bigint, size: number): Uint32Array {
  const none = new Uint32Array()
  const table = findPclntab(elf, bytes)
  if (table === null || table.functionCount === 0 || table.functionCount > MAX_FUNCTIONS) return none
  const base = Number(firstAddress(elf, bytes, table) - address)
  const functions = words(table.functions, table.pointerSize, elf.littleEndian)
  const starts = new Uint32Array(table.functionCount + 1)
  let before = 0
  for (let index = 0; index < starts.length; index++) {
    const start = base + functions.u32(index * 8)
    if (!(start >= before && start <= size)) return none
    starts[index] = before = start
  }
  return starts
}

/** What the offsets in the table of functions start from: with C code in the program, that is within `.text`. */
function firstAddress(elf: Elf, bytes: Uint8Array, table: Pclntab): bigint {
  const version = readBuildInfo(elf, bytes)?.goVersion ?? null
  const known = readModuleData(elf, bytes, table, version)?.text
  return known ?? words(table.table, table.pointerSize, elf.littleEndian).word(8 + 2 * table.pointerSize)
}

/** The first stream of a text part: the first start, then how far each is from the one before. */
export function writeStarts(starts: Uint32Array): Uint8Array {
  const writer = new ByteWriter()
  let before = 0
  for (const start of starts) {
    writer.varint(start - before)
    before = start
  }
  return writer.end()
}

/** @throws BrokenStream where they are not those of text of this size */
export function readStarts(stream: Uint8Array, size: number): Uint32Array {
  const reader = new ByteReader(stream)
  const starts: number[] = []
  let before = 0
  while (!reader.isAtEnd) {
    before += reader.varint()
    if (before > size) throw new BrokenStream('a function lies outside of its text')
    starts.push(before)
  }
  return Uint32Array.from(starts)
}
