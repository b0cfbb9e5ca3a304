import { NONE } from './function-records.ts'
import type { Pclntab } from './pclntab.ts'
import { utf8, words } from './words.ts'

/**
 * Bytes of cutab and filetab, the source files' names, for each package. A file belongs to the package of its directory;
 * where that is none, to the package that is the first to name it.
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

/** Names follow each other: one that started within another would be counted twice. */
function startsName(files: Uint8Array, at: number): boolean {
  return at < files.byteLength && (at === 0 || files[at - 1] === 0) && files.indexOf(0, at) !== -1
}

/** `/src/github.com/x/y@v1.2.3/z/a.go` → `github.com/x/y/z`, with or without what -trimpath takes away. */
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
