import type { Elf } from './elf.ts'
import { findPclntab } from './pclntab.ts'
import { utf8 } from './words.ts'

/** The names of the largest services take about 10 MB, for 200,000 functions. */
const MAX_SIZE = 64 * 1024 * 1024
const MAX_NAMES = 1024 * 1024

/**
 * Reads the names of all functions whose code the linker kept, including functions that are only inlined into others:
 * `net/http.(*Client).Do`. It reads the name table and not functab, because a function that is inlined at every call
 * has no functab entry although it is reachable. For example, os.TempDir is only in the name table from Go 1.21 to
 * 1.26.
 */
export function readFunctionNames(elf: Elf, bytes: Uint8Array): ReadonlySet<string> | null {
  const table = findPclntab(elf, bytes)?.names
  if (table === undefined || table.byteLength > MAX_SIZE) return null
  const names = utf8(table).split('\0', MAX_NAMES + 1)
  return names.length > MAX_NAMES ? null : new Set(names.filter(name => name !== ''))
}
