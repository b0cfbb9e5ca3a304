import { NONE } from './function-records.ts'
import type { Pclntab } from './pclntab.ts'
import { utf8, words } from './words.ts'

/**
 * Charges cutab and filetab (the names of source files) to packages, in bytes. A file belongs to the package of its
 * directory. If there is no such package, it belongs to the first package that names it.
 *
 * @param unitPlaces places in cutab.
 * @param packageOfUnit by a unit's place in cutab.
 * @param isPackage whether an import path is one of the program's.
 */
export function chargeFiles(
  unitPlaces: Iterable<number>,
  { units, files }: Pclntab,
  littleEndian: boolean,
  packageOfUnit: ReadonlyMap<number, string>,
  isPackage: (path: string) => boolean,
): ReadonlyMap<string, number> {
  const charges = new Map<string, number>()
  const charge = (path: string, bytes: number) => charges.set(path, (charges.get(path) ?? 0) + bytes)
  const reader = words(units, 4, littleEndian)
  const count = Math.floor(units.byteLength / 4)
  const starts = [...new Set(unitPlaces)].filter(unit => unit < count)
  starts.sort((one, other) => one - other)
  const charged = new Set<number>()
  for (const [index, start] of starts.entries()) {
    const unit = packageOfUnit.get(start)
    if (unit === undefined) continue
    const end = starts[index + 1] ?? count
    charge(unit, 4 * (end - start))
    for (let entry = start; entry < end; entry++) {
      const at = reader.u32(4 * entry)
      if (at === NONE || charged.has(at)) continue
      charged.add(at)
      if (!startsName(files, at)) continue
      const name = files.subarray(at, files.indexOf(0, at))
      charge(packageOfFile(utf8(name.subarray(0, MAX_PATH)), isPackage) ?? unit, name.byteLength + 1)
    }
  }
  return charges
}

const MAX_PATH = 1024

/** Whether a name starts here and not within another name, whose bytes would be counted twice. */
function startsName(files: Uint8Array, at: number): boolean {
  return at < files.byteLength && (at === 0 || files[at - 1] === 0) && files.indexOf(0, at) !== -1
}

/**
 * Finds a file's package: `/src/github.com/x/y@v1.2.3/z/a.go` → `github.com/x/y/z`. It works with and without
 * `-trimpath`.
 */
function packageOfFile(file: string, isPackage: (path: string) => boolean): string | null {
  const directory = file.slice(0, Math.max(file.lastIndexOf('/'), 0)).replace(/@[^/]*/, '')
  const parts = directory.split('/')
  for (let index = 0; index < Math.min(parts.length, MAX_DEPTH); index++) {
    const path = parts.slice(index).join('/')
    if (path !== '' && isPackage(path)) return path
  }
  return null
}

const MAX_DEPTH = 32
