import type { Elf } from './elf.ts'
import { findPclntab } from './pclntab.ts'
import { utf8 } from './words.ts'

/** The largest services have some 10 MB of names, 200,000 of them. */
const MAX_SIZE = 64 * 1024 * 1024
const MAX_NAMES = 1024 * 1024

/**
 * The names of all functions whose code the linker kept, whole or inlined into another: `net/http.(*Client).Do`.
 * From the name table and not from functab, since a function that is inlined wherever it is called has no entry of
 * its own and is reached all the same: os.TempDir stands only in the name table, Go 1.21 to 1.26.
 */
export function readFunctionNames(elf: Elf, bytes: Uint8Array): ReadonlySet<string> | null {
  const table = findPclntab(elf, bytes)?.names
  if (table === undefined || table.byteLength > MAX_SIZE) return null
  const names = utf8(table).split('\0', MAX_NAMES + 1)
  return names.length > MAX_NAMES ? null : new Set(names.filter(name => name !== ''))
}
