import { pick, type Random } from './random.ts'

const CORNERS = [0n, 1n, 8n, 64n, 255n, 4096n, 1n << 16n, 1n << 31n, 1n << 32n, 1n << 53n, 1n << 63n]

/** One to eight changes: a byte, a number of 2, 4 or 8 bytes that is a corner, a stretch from elsewhere, a cut. */
export function mutateBytes(original: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(original)
  let { length } = bytes
  for (let left = 1 + random(8); left > 0 && length > 0; left -= 1)
    if (random(80) === 0) length = 1 + random(length)
    else change(bytes.subarray(0, length), random)
  return bytes.subarray(0, length)
}

function change(bytes: Uint8Array, random: Random): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = random(bytes.length)
  const corner = pick(random, CORNERS) + BigInt(random(3)) - 1n
  switch (random(7)) {
    case 0:
    case 1:
      bytes[at] = random(256)
      break
    case 2:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
      break
    case 3:
      if (at + 2 <= bytes.length) view.setUint16(at, Number(BigInt.asUintN(16, corner)), true)
      break
    case 4:
      if ((at & ~3) + 4 <= bytes.length) view.setUint32(at & ~3, Number(BigInt.asUintN(32, corner)), true)
      break
    case 5:
      if ((at & ~7) + 8 <= bytes.length) view.setBigUint64(at & ~7, BigInt.asUintN(64, corner), true)
      break
    case 6:
      bytes.copyWithin(at, random(bytes.length), Math.min(bytes.length, random(bytes.length) + 16))
  }
}
