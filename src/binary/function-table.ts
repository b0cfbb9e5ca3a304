import type { Elf } from './elf.ts'
import { findPclntab } from './pclntab.ts'
import { utf8 } from './words.ts'

/** The largest services have 10 MB of names. */
const MAX_NAMES = 64 * 1024 * 1024

/**
 * The names of all functions whose code the linker kept, whole or inlined into another: `net/http.(*Client).Do`.
 * From the name table and not from functab, since a function that is inlined wherever it is called has no entry of
 * its own and is reached all the same: os.TempDir stands only in the name table, Go 1.21 to 1.26.
 */
export function readFunctionNames(elf: Elf, bytes: Uint8Array): ReadonlySet<string> | null {
  const names = findPclntab(elf, bytes)?.names
  if (names === undefined || names.byteLength > MAX_NAMES) return null
  return new Set(
    utf8(names)
      .split('\0')
      .filter(name => name !== ''),
  )
}
