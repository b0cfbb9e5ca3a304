import { MARK } from '../text-view.ts'

/** A word of the text, little-endian and signed. */
export function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  )
}

/** The marks of the instruction at an offset. What it says of the stack may depend on the two before. */
export function marksAt(bytes: Uint8Array, at: number): number {
  const word = wordAt(bytes, at)
  if (word >>> 26 === 0x25 || (word & 0xfffffc1f) === (0xd63f0000 | 0)) return MARK.instruction | MARK.call
  if ((word & 0xfffffc1f) === (0xd65f0000 | 0)) return MARK.instruction | MARK.ret
  return movesStack(bytes, at, word) ? MARK.instruction | MARK.stack : MARK.instruction
}

function movesStack(bytes: Uint8Array, at: number, word: number): boolean {
  if ((word & 0xbf8003ff) === (0x910003ff | 0)) return true // add or sub sp, sp, #n
  if ((word & 0x3b2007e0) === 0x380007e0) return true // ldr or str [sp, #n]! or [sp], #n
  if ((word & 0x3a8003e0) === 0x288003e0) return true // ldp or stp, as these
  // Frames of 240 bytes and more: sub x20, sp, #n; stp x29, x30, [x20, #-8]; mov sp, x20
  if ((word & 0xfffffc1f) !== (0x9100001f | 0) || at < 8) return false
  return (wordAt(bytes, at - 8) & 0xff8003ff) === (0xd10003e0 | 0 | ((word >>> 5) & 31))
}

/** Of an instruction with the mark `stack`. */
export function arm64StackEffect(bytes: Uint8Array, at: number): number {
  let word = wordAt(bytes, at)
  if ((word & 0x3b200000) === 0x38000000) return 0 - ((word << 11) >> 23)
  if ((word & 0x3a000000) === 0x28000000) {
    const scale = 2 + (word & (1 << 26) ? word >>> 30 : word >>> 31)
    return 0 - ((word << 10) >> 25) * (1 << scale)
  }
  if ((word & 0x3ff) !== 0x3ff) word = wordAt(bytes, at - 8)
  const number = ((word >>> 10) & 4095) << (word & (1 << 22) ? 12 : 0)
  return word & (1 << 30) ? number : 0 - number
}
