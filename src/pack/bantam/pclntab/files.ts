/** How far a unit's files are searched for one. */
const SEARCHED = 1024

/** cutab: for each unit, where filetab has its files. */
export interface Files {
  /** Where filetab has this file of the unit, plus 1; 0 if there is none. */
  placeOf(unit: number, file: number): number
  /** The first number of the file with this place, plus 1, in the unit; -1 if it is not found. */
  find(unit: number, place: number): number
}

export function readFiles(table: Uint8Array): Files {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const places = Uint32Array.from({ length: table.byteLength >> 2 }, (_, index) =>
    view.getUint32(index * 4, true),
  )
  // The answers for one unit: a file is asked for by each function that is inlined there.
  let current = -1
  const found = new Map<number, number>()
  return {
    placeOf: (unit, file) => {
      const place = file >= 0 ? places[unit + file] : undefined
      return place === undefined ? 0 : (place + 1) >>> 0
    },
    find: (unit, place) => {
      if (unit !== current) {
        current = unit
        found.clear()
      }
      const before = found.get(place)
      if (before !== undefined) return before
      const at = places.subarray(unit, unit + SEARCHED).indexOf((place - 1) >>> 0)
      found.set(place, at)
      return at
    },
  }
}
