const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77
const PRIME_3 = 0xc2b2ae3d
const PRIME_4 = 0x27d4eb2f
const PRIME_5 = 0x165667b1

/** XXH32 with seed 0, as the specification of xxHash describes it: a number of 32 bits. */
export function xxh32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const rest = bytes.length - (bytes.length % 16)
  let hash = ((rest === 0 ? PRIME_5 : stripes(view, rest)) + bytes.length) | 0
  let at = rest
  for (; at + 4 <= bytes.length; at += 4)
    hash = Math.imul(rotate((hash + Math.imul(view.getUint32(at, true), PRIME_3)) | 0, 17), PRIME_4)
  for (; at < bytes.length; at++)
    hash = Math.imul(rotate((hash + Math.imul(view.getUint8(at), PRIME_5)) | 0, 11), PRIME_1)
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Four lanes, of which each takes every fourth word. */
function stripes(view: DataView, end: number): number {
  let a = (PRIME_1 + PRIME_2) | 0
  let b = PRIME_2 | 0
  let c = 0
  let d = -PRIME_1 | 0
  for (let at = 0; at < end; at += 16) {
    a = mixed(a, view.getInt32(at, true))
    b = mixed(b, view.getInt32(at + 4, true))
    c = mixed(c, view.getInt32(at + 8, true))
    d = mixed(d, view.getInt32(at + 12, true))
  }
  return (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0
}

function mixed(lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1)
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
