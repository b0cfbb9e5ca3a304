const BUCKET = 4096
const PARTS = 16
const PART = BUCKET / PARTS

/**
 * Go's index of functions by address, findfunctab: for each 4096 bytes of code the number of the first function that is
 * in them, and then a byte for each 256 bytes: how many functions later the first in these is.
 * https://go.dev/src/cmd/link/internal/ld/pcln.go (findfunctab)
 *
 * @param starts of the functions, and the end of the last
 * @returns `null` where the linker would not have made one
 */
export function functionIndex(starts: Uint32Array): Uint8Array | null {
  const count = starts.length - 1
  if (count < 1) return null
  const first = starts[0] ?? 0
  const parts = Math.ceil(((starts[count] ?? 0) - first) / PART)
  const buckets = Math.ceil(parts / PARTS)
  const index = new Uint8Array(buckets * 4 + parts)
  let current = 0
  let base = 0
  for (let part = 0; part < parts; part++) {
    // The last function that begins at or before the part, or else the first that begins within.
    const begin = first + part * PART
    while (current + 1 < count && (starts[current + 1] ?? 0) <= begin) current++
    const at = (part >> 4) * (4 + PARTS)
    if (part % PARTS === 0) {
      base = current
      for (let byte = 0; byte < 4; byte++) index[at + byte] = base >>> (8 * byte)
    }
    if (current - base > 255) return null
    index[at + 4 + (part % PARTS)] = current - base
  }
  return index
}
